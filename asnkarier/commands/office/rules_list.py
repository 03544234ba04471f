"""`rules list`: the regulations in force on a day."""

from datetime import date

from asnkarier.core.regulation import NotRegulated
from asnkarier.law.load import regulations
from asnkarier.law.topics import TOPICS
from asnkarier.views.language import N_, Words, current
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table

_COLUMNS = (
    Column("topic", N_("Topic"), "code"),
    Column("title", N_("What it regulates")),
    Column("law", N_("Law")),
    Column("article", N_("Article")),
    Column("in_force_since", N_("In force since"), "date"),
)


def run(as_of: date) -> Result:
    """List every topic with the record in force on `as_of`."""
    law = regulations()
    rules = []
    for name in TOPICS:
        regulation = law.topic(name)
        entry: dict[str, object] = {"topic": name, "title": regulation.title[current()]}
        try:
            version = regulation.on(as_of)
        except NotRegulated as none:
            entry |= dict.fromkeys(("law", "article", "in_force_since", "in_force_until", "confidence"))
            entry["regulated_from"] = none.first
        else:
            entry |= {
                "law": version.citation.law,
                "article": version.citation.article,
                "in_force_since": version.in_force_since,
                "in_force_until": version.in_force_until,
                "confidence": version.citation.confidence,
            }
        rules.append(entry)
    rows = [tuple(rule[column.key] for column in _COLUMNS) for rule in rules]
    caption = Words(N_("In force on {day}. `asnkarier rules show TOPIC` shows the values."), {"day": as_of})
    return Result({"as_of": as_of, "rules": rules}, [Table(N_("Regulations"), _COLUMNS, rows, caption)])
