"""`rules check`: whether rule files can be read; without a file, whether the built-in law and the added rules can."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import argument
from asnkarier.core.regulation import NotRegulated, Regulation, Version
from asnkarier.law import toml
from asnkarier.law.load import AddedRule, Lawbook, not_checked_later, topic_named
from asnkarier.law.topics import TOPICS
from asnkarier.store.database import Database
from asnkarier.views.language import N_, Words
from asnkarier.views.law import glossed, named
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table

_COLUMNS = (
    Column("topic", N_("Topic"), "code"),
    Column("since", N_("Since"), "date"),
    Column("law", N_("Law")),
    Column("article", N_("Article")),
)


def run(
    db: Database | None,
    as_of: date,
    today: date,
    files: Annotated[
        list[Path] | None,
        argument(N_("FILE"), help=N_("Rule file in the form of the built-in ones."), completes="file"),
    ] = None,
) -> Result:
    """Read everything strictly; the first thing that is not right is refused with file, key and remedy."""
    found = []
    in_force: dict[str, list[Version[Any]]] = {}
    for file in files or ():
        text, shown = toml.text_of(str(file)), toml.name_of(str(file))
        topic = topic_named(toml.parse(text, shown), shown)
        regulation = Lawbook([AddedRule(shown, text)]).topic(topic)
        added = [v for v in regulation.versions if v.added]
        not_checked_later(added, shown, today)
        found += [(topic, v) for v in added]
        in_force.setdefault(topic, []).extend(_in_force(regulation, as_of))
    if not files:
        book = lawbook(db)
        found = [(topic, version) for topic in TOPICS for version in book.topic(topic).versions]
        in_force = {topic: _in_force(book.topic(topic), as_of) for topic in TOPICS}
    rows = [
        (named(topic), v.in_force_since, glossed(v.citation.law), glossed(v.citation.article)) for topic, v in found
    ]
    data = [
        {
            "topic": topic,
            "in_force_since": v.in_force_since,
            "law": v.citation.law,
            "article": v.citation.article,
            "in_force": v in in_force[topic],
        }
        for topic, v in found
    ]
    note = Words(N_("{count} {count:record|records}, nothing wrong."), {"count": len(rows)})
    return Result({"records": data}, [Table(N_("Records read"), _COLUMNS, rows)], [note])


def _in_force(regulation: Regulation[Any], as_of: date) -> list[Version[Any]]:
    try:
        return [regulation.on(as_of)]
    except NotRegulated:
        return []
