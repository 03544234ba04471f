"""Whether somebody was there at all in the time that an evaluation is about: a row under a neighbour's NIP mostly shows by that."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from asnkarier.core.anniversary import ordinal
from asnkarier.core.appraisal.away import throughout
from asnkarier.core.appraisal.periods import first_day_of, last_day_of
from asnkarier.core.parse.nip import appointed_in, is_pppk
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.intake.people import pick
from asnkarier.store.intake.sheet import Sheet
from asnkarier.store.queries.file.contracts import entered

Touched = Sequence[tuple[int, Mapping[str, Any], int]]
"""Person, values and sheet row of the evaluations written."""
StatesOn = Callable[[date], frozenset[str]]
"""Returns the states in which nobody is evaluated by the law of a day."""
LEFT = "keluar"


class NotThere(NamedTuple):
    """Why somebody was surely not there: a code, and what it tells."""

    code: str
    values: Mapping[str, str | int]


def with_service(db: Database, sheet: Sheet, touched: Touched, states: StatesOn) -> None:
    """Warn of evaluations of a time before the appointment, after the leaving, or wholly on leave; what is written stands."""
    told_of = not_there(db, [(person, values) for person, values, _ in touched], states)
    for (person, _, row), found in zip(touched, told_of, strict=True):
        if found is not None:
            nip = db.one("SELECT nip FROM person_nip WHERE person_id = ? AND until = ?", (person, OPEN))
            told = str(nip[0]) if nip else None
            sheet.find(found.code, "warning", row=row, field="nip", value=told, values=found.values)


def not_there(db: Database, about: Sequence[tuple[int, Mapping[str, Any]]], states: StatesOn) -> list[NotThere | None]:
    """Tell of each person and evaluation why the person was surely not there in all of its time; None where nothing says so."""
    if not about:
        return []
    pick(db, [person for person, _ in about])
    began = _appointments(db)
    spans: dict[int, list[tuple[int, int, str]]] = {}
    for person, since, until, status in db.rows(
        "SELECT s.person_id, s.since, s.until, s.status FROM person_status s JOIN picked ON picked.id = s.person_id"
        " WHERE s.status <> 'aktif' ORDER BY s.person_id, s.since"
    ):
        spans.setdefault(person, []).append((ordinal(since), ordinal(until), status))
    result: list[NotThere | None] = []
    for person, values in about:
        first, last = _days(values)
        told = {"year": values["year"], "period": values["period"]}
        day, by_nip = began.get(person, ("", False))
        away = _away(spans[person], first, last, states) if person in spans else None
        if day > last.isoformat() and (before := entered(db, person).get(person, day)) > last.isoformat():
            code = "evaluated_before_service_by_nip" if by_nip else "evaluated_before_service"
            result.append(NotThere(code, {**told, "since": before}))
        elif away is not None:
            since, status = away
            event = db.one(
                "SELECT event FROM movement WHERE person_id = ? AND effective_on = ? LIMIT 1",
                (person, since.isoformat()),
            )
            told |= {"since": since.isoformat(), "status": status, "event": str(event[0]) if event else ""}
            result.append(NotThere("evaluated_after_leaving" if status == LEFT else "evaluated_while_away", told))
        else:
            result.append(None)
    return result


def _appointments(db: Database) -> dict[int, tuple[str, bool]]:
    """Return the first day of service of each person in `picked`, and whether only the NIP tells it: that of a PPPK changes."""
    found = {}
    for person, day, nip in db.rows(
        "SELECT p.id, p.appointed_on, n.nip FROM picked JOIN person p ON p.id = picked.id"
        " JOIN person_nip n ON n.person_id = p.id AND n.until = ?",
        (OPEN,),
    ):
        by_nip = None if day or is_pppk(nip) else appointed_in(nip, pppk=False)
        if day or by_nip:
            found[person] = (day, False) if day else (by_nip.first if by_nip else "", True)
    return found


def _days(values: Mapping[str, Any]) -> tuple[date, date]:
    return _days_of(values["year"], values["period"], values["started_on"] or "", values["ended_on"] or "")


@lru_cache(maxsize=4096)
def _days_of(year: int, period: str, started_on: str, ended_on: str) -> tuple[date, date]:
    """Return the first and the last day that an evaluation is about: its own where it names them."""
    first, last = first_day_of(year, period), last_day_of(year, period)
    begun = date.fromisoformat(started_on) if started_on else first
    ended = date.fromisoformat(ended_on) if ended_on else last
    return (begun, ended) if begun <= ended else (first, last)


def _away(spans: Sequence[tuple[int, int, str]], first: date, last: date, states: StatesOn) -> tuple[date, str] | None:
    """Return since when somebody was away through all of a time, and in which state; None for who was there on a day of it."""
    asked = {LEFT, *states(last)}
    found = [span for span in spans if span[2] in asked]
    if not found or not throughout([span[:2] for span in found], first, last):
        return None
    since, _, status = next(span for span in found if span[1] >= first.toordinal())
    return date.fromordinal(since), status
