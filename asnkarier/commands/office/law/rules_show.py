"""`rules show`: one topic of the law with every value, its article and the older records."""

from datetime import date
from typing import Annotated

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import argument
from asnkarier.law.load import fingerprint
from asnkarier.store.database import Database
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, SOURCE, current
from asnkarier.views.law import as_data, citation, glossed, leaves, values, written_path
from asnkarier.views.law_words import topic_named
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Shape, Table

_COLUMNS = (Column("since", N_("Since"), "date"), Column("law", N_("Law")), Column("article", N_("Article")))


def run(
    db: Database | None,
    as_of: date,
    topic: Annotated[
        str,
        argument(
            N_("TOPIC"), help=N_("Topic of the law, as `rules list` names it."), parse=topic_named, completes="topic"
        ),
    ],
) -> Result:
    """Show the record in force on the day."""
    regulation = lawbook(db).topic(topic)
    version = regulation.on(as_of)
    cited, sha256 = version.citation, fingerprint(version)
    title = regulation.title.get(current(), topic)
    records = [(v.in_force_since, v.citation.law, v.citation.article) for v in regulation.versions]
    shapes: list[Shape] = [citation(topic, title, version, sha256), *values(version)]
    if len(records) > 1:
        shapes.append(
            Table(
                N_("All records of this topic"),
                _COLUMNS,
                [(day, glossed(law), glossed(text)) for day, law, text in records],
            )
        )
    data = {
        "topic": topic,
        "title": regulation.title.get(SOURCE, topic),
        "titles": dict(regulation.title),
        "as_of": as_of,
        "in_force_since": version.in_force_since,
        "in_force_until": version.in_force_until,
        **cited._asdict(),
        "confidence_of": dict(version.confidence_of),
        "note": version.note_in(SOURCE),
        "notes": dict(version.note),
        "added": version.added,
        "sha256": sha256,
        "value": as_data(version.record["value"]),
        "versions": [{"in_force_since": day, "law": law, "article": article} for day, law, article in records],
    }

    def flat() -> Table:
        single = leaves(version.record["value"])
        return listed.table(
            ({"key": written_path(path), "value": as_data(value)} for path, value in single), "key value"
        )

    return Result(data, shapes, flat=flat)
