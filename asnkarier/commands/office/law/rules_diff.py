"""`rules diff`: what the law said differently on two days."""

from datetime import date
from typing import Annotated

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import argument
from asnkarier.core.regulation import NotRegulated, Regulation, Version
from asnkarier.law.topics import TOPICS
from asnkarier.store.database import Database
from asnkarier.views.language import N_, Words
from asnkarier.views.law import leaves
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table

_COLUMNS = (
    Column("topic", N_("Topic"), "code"),
    Column("key", N_("Value"), "code"),
    Column("before", N_("Earlier day")),
    Column("after", N_("Later day")),
)


def run(
    db: Database | None,
    one: Annotated[date, argument(N_("DATE"), help=N_("One day, such as 2024-12-31."))],
    other: Annotated[date, argument(N_("DATE"), help=N_("The other day."))],
) -> Result:
    """Compare, topic by topic, the records in force on both days."""
    earlier, later = sorted((one, other))
    book = lawbook(db)
    rows: list[tuple[str, str, str | None, str | None]] = []
    for topic in TOPICS:
        regulation = book.topic(topic)
        before, after = _on(regulation, earlier), _on(regulation, later)
        if before is after:
            continue
        if before is None or after is None:
            rows.append((topic, "law", _law(before), _law(after)))
            continue
        was, now = _values(before), _values(after)
        rows += [
            (topic, key, was.get(key), now.get(key))
            for key in dict.fromkeys([*was, *now])
            if was.get(key) != now.get(key)
        ]
    data = [{"topic": t, "key": k, "before": b, "after": a} for t, k, b, a in rows]
    caption = Words(N_("{earlier} compared with {later}."), {"earlier": earlier, "later": later})
    empty = N_("Nothing changed between the two days.")
    table = Table(N_("What changed in the law"), _COLUMNS, rows, caption, empty)
    return Result({"earlier": earlier, "later": later, "changes": data}, [table])


def _on(regulation: Regulation[object], day: date) -> Version[object] | None:
    try:
        return regulation.on(day)
    except NotRegulated:
        return None


def _law(version: Version[object] | None) -> str | None:
    return version.citation.text if version else None


def _values(version: Version[object]) -> dict[str, str]:
    cited = version.citation
    return {"law": cited.law, "article": cited.article, **dict(leaves(version.record["value"]))}
