"""What the rows of one person say of each other in time: posts held at once, sums of credit that fall."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from asnkarier.core.numbers import shown, unscaled
from asnkarier.store.database import Database
from asnkarier.store.intake.comparing import Touched, cell_of
from asnkarier.store.intake.people import pick
from asnkarier.store.intake.sheet import Sheet
from asnkarier.store.queries import successions

_DEFINITIVE: Final = (None, "", "definitif")


def posts_at_once(db: Database, sheet: Sheet, touched: Touched, day: str) -> None:
    """Warn of two definitive posts over the same days; a row that names no end ends with the next, and acting ones are beside it.

    One that ends on the very day on which the next begins was handed over that day.
    """
    new = {(person, values["position_key"], values["since"]): row for person, values, row in touched}
    pick(db, [person for person, *_ in new])
    names = successions.names_of_posts(db, day)
    known: dict[int, list[tuple[Any, ...]]] = {}
    for person, *record in db.rows(
        "SELECT h.person_id, h.since, h.until, h.position, h.position_key, h.id, h.acting FROM history h"
        " JOIN picked ON picked.id = h.person_id ORDER BY h.person_id, h.since, h.id"
    ):
        if record[-1] in _DEFINITIVE:
            known.setdefault(person, []).append(tuple(record))
    for person, posts in known.items():
        for i, one in enumerate(posts):
            for other in posts[i + 1 :]:
                if one[1] is None or other[0] >= one[1]:
                    break
                if names.known_as(one[3], one[0]) == names.known_as(other[3], other[0]):
                    continue
                here, there = (other, one) if (person, other[3], other[0]) in new else (one, other)
                row = new.get((person, here[3], here[0]))
                if row is None:
                    continue
                told = {
                    "post": here[2],
                    "since": here[0],
                    "until": here[1] or "…",
                    "other": there[2],
                    "other_since": there[0],
                    "other_until": there[1] or "…",
                    "cell": _cell(db, sheet, "history", "since", there[4], new.get((person, there[3], there[0]))),
                }
                sheet.find("posts_at_once", "warning", row=row, field="since", value=here[0], values=told)


def sums_that_fall(db: Database, sheet: Sheet, touched: Touched, opens_level: Collection[str]) -> None:
    """Warn of a cumulative credit below the one before it at the same level; what begins a level anew may well."""
    new = {(person, values["decided_on"], values["kind"]): row for person, values, row in touched}
    pick(db, [person for person, *_ in new])
    before: dict[tuple[int, str | None], tuple[Any, ...]] = {}
    for person, *record in db.rows(
        "SELECT c.person_id, c.level, c.decided_on, c.kind, c.amount, c.cumulative, c.id FROM credit c"
        " JOIN picked ON picked.id = c.person_id WHERE c.cumulative IS NOT NULL ORDER BY c.person_id, c.decided_on, c.id"
    ):
        level, decided_on, kind, amount, cumulative, number = record
        last = before.get((person, level))
        before[person, level] = (decided_on, kind, cumulative, number)
        if last is None or kind in opens_level or cumulative >= last[2] or (amount or 0) <= 0:
            continue
        here, there = new.get((person, decided_on, kind)), new.get((person, last[0], last[1]))
        row = here if here is not None else there
        if row is None:
            continue
        told: Mapping[str, str | int] = {
            "before": _number(last[2]),
            "day": last[0],
            "after": _number(cumulative),
            "amount": _number(amount),
            "cell": _cell(
                db, sheet, "credit", "cumulative", *((last[3], there) if here is not None else (number, None))
            ),
        }
        sheet.find("cumulative_fell", "warning", row=row, field="cumulative", value=told["after"], values=told)


def _number(value: int) -> str:
    return f"{shown(unscaled(value), 3):f}".rstrip("0").rstrip(".")


def _cell(db: Database, sheet: Sheet, table: str, field: str, record: int, row: int | None) -> str:
    """Return the cell of the other row: of this list, which is not logged yet, or of the one that wrote it."""
    if row is not None:
        return f"{sheet.name}!{sheet.letters.get(field, '')}{row}"
    return cell_of(db, field, "c.tbl = ? AND c.record_id = ?", table, record)
