"""Columns whose days and months an English Excel changed over from top to bottom: `01/04/2020` that stands as 4 January."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from asnkarier.core.finding import Finding, Severity
from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.parse.dates import day_first, read_date
from asnkarier.core.parse.nip import appointed_in, read_nip
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.header.bound import Mapped, Samples
from asnkarier.ingest.header.layout import Header

_ON_FIRSTS: Final = frozenset(("golongan_since", "appointed_on", "pns_since", "last_pay_step"))
"""What begins on the first of a month by its nature: changed over, the first of any month is a day of January."""
_SURELY: Final = frozenset(("golongan_since", "last_pay_step"))
"""Of these what has no other beginning: a first appointment may begin on any day, and the status of PNS then with it."""
_PROMOTED: Final = (4, 10)
"""Promotions in rank held from 1 April and 1 October for most of the time."""
_APPOINTED: Final = "appointed_on"
"""The day whose month the NIP carries."""
_MONTHS: Final = 12
_SEVERAL: Final = 3
_MANY: Final = 5
_MOST: Final = 0.8


def of_januaries(
    plans: Sequence[Mapped], header: Header, samples: Samples, options: ReadOptions, file: str, sheet: str
) -> list[Finding]:
    """Ask about columns of days that must have been changed over, and warn of those that may have been.

    Whoever names the column by --map says that its days are right; a mapping kept from another list does not.
    """
    findings: list[Finding] = []
    told: set[int] = set()
    for plan in plans:
        nips = next((item.at for item in plan.bound if "nip" in item.fields), None)
        for item in plan.bound:
            if item.at is None or item.at in told or len(item.fields) != 1 or item.one is not None:
                continue
            if item.how == "map" and not options.layout:
                continue
            field = next((field for field in plan.kind.fields if field.name == item.fields[0]), None)
            if field is None or field.type != "date":
                continue
            days = _days(samples, item.at, nips)
            code, odd = _changed(field.name, days)
            if code is None:
                continue
            severity: Severity = "warning" if code == "dates_perhaps_swapped" else "error"
            told.add(item.at)
            example = next(day for day in odd if day.day == max(one.day for one in odd))
            values: dict[str, str | int] = {
                "field": field.label,
                "count": len(odd),
                "all": len(days),
                "value": example.isoformat(),
                "meant": date(example.year, example.day, example.month).isoformat(),
                "header": item.header,
                "key": field.name,
                "column": samples.letter(item.at),
            }
            findings.append(
                Finding(code, severity, file, sheet, header.top + 1, samples.letter(item.at), item.header, values)
            )
    return findings


class _Sure(date):
    """A day whose month nobody can have taken for its day: `4 Januari 2020`."""


def _day(cell: Any) -> date | None:
    """Return the day of a cell; None for what is none."""
    read = read_date(cell)
    if not isinstance(read, str):
        return None
    day = date.fromisoformat(read)
    either = isinstance(cell, date | int | float) or day_first(text_of(cell)) is None or day.day == day.month
    return day if either else _Sure(day.year, day.month, day.day)


class _Turned(date):
    """A day that the NIP beside it says was changed over: 10 January 2005 of somebody appointed in October 2005."""


def _days(samples: Samples, at: int, nips: int | None) -> list[date]:
    """Return the days of a column, each as the NIP of its row knows it: it carries the month of the first appointment."""
    beside = samples.columns.get(nips, ()) if nips is not None else ()
    found = []
    for row, cell in enumerate(samples.columns.get(at, ())):
        day = None if nothing(text_of(cell)) else _day(cell)
        if day is not None:
            found.append(_known(day, beside[row] if row < len(beside) else None))
    return found


def _known(day: date, cell: Any) -> date:
    nip = read_nip(cell)
    if isinstance(day, _Sure) or day.day == day.month or day.day > _MONTHS or not isinstance(nip, str):
        return day
    appointed = appointed_in(nip, pppk=False)
    if appointed is None or appointed.first[:7] != appointed.last[:7]:
        return day
    year, month = (int(part) for part in appointed.first.split("-")[:2])
    if (day.year, day.month) == (year, month):
        return _Sure(day.year, day.month, day.day)
    return _Turned(day.year, day.month, day.day) if (day.year, day.day) == (year, month) else day


def _changed(field: str, days: Sequence[date]) -> tuple[str | None, list[date]]:
    """Return what is to be said of the days, and which of them were changed over."""
    severity, odd = _by_themselves(field, days)
    if field == _APPOINTED:
        turned: list[date] = [day for day in days if isinstance(day, _Turned) and day.month == 1]
        borne_out = any(isinstance(day, _Sure) for day in days)
        if len(turned) >= _SEVERAL:
            return ("dates_perhaps_swapped" if borne_out else "dates_swapped_by_nip"), turned
        if borne_out:
            return None, []
    return {"error": "dates_swapped", "warning": "dates_perhaps_swapped"}.get(severity or ""), odd


def _by_themselves(field: str, days: Sequence[date]) -> tuple[Severity | None, list[date]]:
    """Return how sure the days themselves make it that they were changed over."""
    odd = [day for day in days if day.month == 1 and 1 < day.day <= _MONTHS and not isinstance(day, _Sure)]
    numbers, years = {day.day for day in odd}, {day.year for day in odd}
    all_of_january = len(odd) + sum((day.month, day.day) == (1, 1) for day in days) == len(days)
    if field in _ON_FIRSTS:
        if len(odd) < _SEVERAL or len(odd) < _MOST * sum(day.day > 1 for day in days):
            return None, []
        if field in _SURELY and all_of_january and len(numbers) > 1:
            return "error", odd
        if len(numbers) > 1 or (field == "golongan_since" and numbers.issubset(_PROMOTED)):
            return "warning", odd
        return None, []
    if all_of_january and len(odd) >= _MANY and len(numbers) >= _SEVERAL and len(years) >= _SEVERAL:
        return "warning", odd
    return None, []
