"""`rules list`: every topic of the law, and what was in force on a day."""

from datetime import date

from asnkarier.commands.in_force import lawbook
from asnkarier.core.regulation import NotRegulated
from asnkarier.law.topics import TOPICS
from asnkarier.store.database import Database
from asnkarier.views.language import N_, SOURCE, Words, current
from asnkarier.views.law import glossed, named
from asnkarier.views.law_words import word
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Column, Table

_COLUMNS = (
    Column("topic", N_("Topic"), "code"),
    Column("title", N_("About")),
    Column("law", N_("Law")),
    Column("in_force_since", N_("Since"), "date"),
    Column("confidence", N_("Confidence")),
)
_NARROW = _COLUMNS[:-1]
"""On a terminal the confidence stands behind the law: with a column of its own words would have to be broken at 80 characters."""
_CITED = ("law", "article", "in_force_since", "in_force_until", "confidence")


def run(db: Database | None, as_of: date) -> Result:
    """List the topics with the record in force on the day; a topic not regulated on it says so."""
    book = lawbook(db)
    rows: list[tuple[object, ...]] = []
    shown: list[tuple[object, ...]] = []
    data = []
    for topic in TOPICS:
        regulation = book.topic(topic)
        title = Coded(regulation.title.get(SOURCE, topic), regulation.title.get(current(), topic))
        entry: dict[str, object] = {
            "topic": topic,
            "title": title.code,
            "titles": dict(regulation.title),
            "versions": len(regulation.versions),
        }
        try:
            version = regulation.on(as_of)
        except NotRegulated as error:
            rows.append((named(topic), title, Words(N_("not regulated on this day")), error.first, ""))
            shown.append(rows[-1][:-1])
            data.append({**entry, **dict.fromkeys(_CITED), "regulated_from": error.first})
            continue
        cited = version.citation
        sure = word(cited.confidence)
        law = (
            glossed(cited.law)
            if cited.confidence == "high"
            else Words("{law} · {sure}", {"law": cited.law, "sure": sure})
        )
        rows.append((named(topic), title, glossed(cited.law), version.in_force_since, Coded(cited.confidence, sure)))
        shown.append((named(topic), title, law, version.in_force_since))
        data.append(
            {
                **entry,
                "law": cited.law,
                "article": cited.article,
                "in_force_since": version.in_force_since,
                "in_force_until": version.in_force_until,
                "confidence": cited.confidence,
                "added": version.added,
            }
        )
    caption = Words(
        N_("In force on {day}. A word behind a law says how sure its reading is, where not high."), {"day": as_of}
    )
    return Result(
        {"as_of": as_of, "rules": data},
        [Table(N_("Regulations"), _NARROW, shown, caption)],
        sheets=lambda: [Table(N_("Regulations"), _COLUMNS, rows, Words(N_("In force on {day}."), {"day": as_of}))],
        hints=[Words(N_("One with its articles: asnkarier rules show TOPIC"))],
    )
