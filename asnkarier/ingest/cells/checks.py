"""What the fields of one row say of each other: warnings, and the few things that cannot both be true."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from asnkarier.core.appraisal.periods import MONTHS_OF, months_in, period_of
from asnkarier.core.finding import Severity
from asnkarier.core.parse.base import Bad, text_of
from asnkarier.core.parse.nip import is_pppk, sex_of
from asnkarier.core.text import folded_name
from asnkarier.ingest.cells.columns import LENGTHS

Columns = Mapping[str, Sequence[Any]]


class Problem(NamedTuple):
    """One problem in the row at `at` of a chunk, at the cell of `field`."""

    at: int
    field: str
    code: str
    severity: Severity
    values: Mapping[str, str | int]


_SPANS: Final = (
    ("started_on", "ended_on"),
    ("since", "until"),
    ("in_force_since", "in_force_until"),
    ("period_from", "period_to"),
    ("effective_on", "ends_on"),
)
_AFTER_BIRTH: Final = (
    "golongan_since",
    "appointed_on",
    "pns_since",
    "position_since",
    "last_pay_step",
    "since",
    "graduated",
)
_NOT_IN_FUTURE: Final = (
    "birth_date",
    "appointed_on",
    "assessed_on",
    "taken_on",
    "decided_on",
    "awarded_on",
    "graduated",
    "done_on",
    "session_on",
)
_NOT_BELOW_ZERO: Final = (
    "jp",
    "amount",
    "cumulative",
    "cost",
    "class_cost",
    "seats",
    "seats_min",
    "sessions",
    "headcount",
)
_JUDGED: Final = ("work_result", "behaviour", "predicate", "score")
"""What can only be said of a year that has begun; a target or a plan may be of the next."""
_PPPK_KINDS: Final = frozenset(("PPPK", "PPPK_PW"))


def problems(columns: Columns, today: str) -> Iterator[Problem]:
    """Yield what is wrong between the fields of each row."""
    nips = columns.get("nip")
    if nips is not None:
        yield from _against_nip(columns, nips)
    for first, last in _SPANS:
        if first in columns and last in columns:
            starts, ends = columns[first], columns[last]
            for at in [
                i for i, (start, end) in enumerate(zip(starts, ends, strict=True)) if end and start and end < start
            ]:
                yield Problem(at, last, "ends_before_start", "error", {"start": starts[at], "end": ends[at]})
    if "effective_on" in columns and "decided_on" in columns:
        decided, begins = columns["decided_on"], columns["effective_on"]
        for at in [
            i for i, (day, since) in enumerate(zip(decided, begins, strict=True)) if day and since and since < day
        ]:
            yield Problem(at, "effective_on", "before_decree", "warning", {"decided": decided[at], "since": begins[at]})
    yield from _of_growth(columns, today)
    if "old" in columns and "new" in columns and "how" in columns:
        yield from _renamed_to_itself(columns)
    for field in _NOT_BELOW_ZERO:
        for at in [i for i, number in enumerate(columns.get(field, ())) if number is not None and number < 0]:
            yield Problem(at, field, "number_below_zero", "error", {})
    if "predicate" in columns or "work_result" in columns:
        yield from _of_periods(columns)
    if "employee_kind" in columns and "golongan" in columns:
        yield from _of_ranks(columns["golongan"], columns["employee_kind"])
    if today:
        for field in _NOT_IN_FUTURE:
            days = columns.get(field, ())
            for at in [i for i, day in enumerate(days) if day and str(day) > today]:
                if field == "graduated" and days[at][:4] > today[:4]:  # the degree is not attained yet
                    yield Problem(at, field, "year_in_future", "error", {"year": int(days[at][:4])})
                    continue
                yield Problem(at, field, "date_in_future", "warning", {"date": days[at]})
        if any(field in columns for field in _JUDGED):
            # Whoever types 2062 for 2026 would otherwise have the newest evaluation of all.
            for at in [i for i, year in enumerate(columns.get("year", ())) if year and str(year) > today[:4]]:
                yield Problem(at, "year", "year_in_future", "error", {"year": columns["year"][at]})


def _renamed_to_itself(columns: Columns) -> Iterator[Problem]:
    """Yield renamings to the same name in the same agency: the new unit or post would be the old one's successor and itself."""
    count = len(columns["old"])
    froms, tos = columns.get("old_agency") or [None] * count, columns.get("new_agency") or [None] * count
    rows = zip(columns["old"], columns["new"], columns["how"], froms, tos, strict=True)
    for at, (old, new, how, one, other) in enumerate(rows):
        elsewhere = one and other and folded_name(one) != folded_name(other)
        if how == "rename" and old and new and not elsewhere and folded_name(old) == folded_name(new):
            yield Problem(at, "new", "renamed_to_itself", "error", {"name": new})


def first_day_of(year: int, period: str) -> str:
    """Return the first day of a year or of a part of it."""
    return f"{year:04}-{months_in(period)[0]:02}-01"


def last_day_of(year: int, period: str) -> str:
    """Return the last day of a year or of a part of it."""
    last = months_in(period)[-1]
    return f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}"


def whole_periods(values: dict[str, list[Any]], *, asked: bool) -> None:
    """Which quarter, month or half a row is about is said by its dates, where its cell says only how long it is, or nothing.

    Dates of no whole period say nothing; `asked` is whether nobody else does, so that the row cannot be read.
    """
    periods = values["period"]
    lengths = set(LENGTHS.values())
    count = len(periods)
    starts, ends = values.get("started_on") or [None] * count, values.get("ended_on") or [None] * count
    if None in periods:
        for i, (period, start, end) in enumerate(zip(periods, starts, ends, strict=True)):
            if period is None and type(start) is str and type(end) is str and start <= end:
                periods[i] = whole_period(start, end)
                if periods[i] is None and asked:
                    periods[i] = Bad("period_unclear", {"start": start, "end": end})
    if lengths.isdisjoint(p for p in periods if type(p) is str):
        return
    for i, period in enumerate(periods):
        if type(period) is str and period in lengths:
            day = next((day for day in (starts[i], ends[i]) if type(day) is str), None)
            periods[i] = period_of(period[1], int(day[5:7])) if day else Bad("period_without_dates", {})


@lru_cache(maxsize=4096)
def whole_period(start: str, end: str) -> str | None:
    """Return the month, quarter, half or year that lies between two days, both inclusive; None where it is none of them.

    What lasts longer than half a year can only be a year, or the part of it that somebody served in one post: `2 Januari s.d.
    31 Desember`.
    """
    first, last = int(start[5:7]), int(end[5:7])
    if start[:4] != end[:4]:
        return None
    if start[8:] == "01" and int(end[8:]) == monthrange(int(end[:4]), last)[1]:
        for name, months in reversed(MONTHS_OF.items()):
            if last - first + 1 == months and first % months == 1 % months:
                return period_of(name, first)
    day, other = date.fromisoformat(start), date.fromisoformat(end)
    return "annual" if (other - day).days + 1 > _LONGEST_HALF else None


_LONGEST_HALF: Final = 184  # July to December
_LAST_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _of_periods(columns: Columns) -> Iterator[Problem]:
    """Yield rows whose dates are not those of their period: outside it, or of a month or quarter where it is the year."""
    periods, starts, ends = (columns.get(name) for name in ("period", "started_on", "ended_on"))
    if starts is None or ends is None:
        return
    years = columns.get("year") or [None] * len(starts)
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if not start or not end or start > end:
            continue
        period = (periods[at] if periods is not None else None) or "annual"
        year = years[at]
        if year and str(year) not in (str(start)[:4], str(end)[:4]):
            yield Problem(at, "year", "year_not_of_dates", "warning", {"year": year, "start": start, "end": end})
        if _fits(period, str(start), str(end)):
            continue
        field = "period" if periods is not None else "started_on"
        yield Problem(at, field, "period_disagrees", "warning", {"period": period, "start": start, "end": end})


def years_of_periods(years: Sequence[Any], written: Sequence[Any] | None) -> Iterator[Problem]:
    """Yield rows whose year is none of those that the cell of their period names: `Periode 2025` beside `2018`."""
    for at, (year, cell) in enumerate(zip(years, written or (), strict=False)):
        if year is None or cell is None or not (named := _years_in(str(cell))) or int(year) in named:
            continue
        yield Problem(at, "year", "year_not_of_period", "warning", {"year": year, "period": text_of(cell)})


def against_years(days: list[Any], years: Sequence[Any]) -> None:
    """Refuse days beside which another column has another year."""
    for at, (day, year) in enumerate(zip(days, years, strict=True)):
        if type(day) is str and type(year) is str and day[:4] != year[:4]:
            days[at] = Bad("years_disagree", {"value": day, "year": year})


@lru_cache(maxsize=4096)
def _years_in(text: str) -> frozenset[int]:
    return frozenset(map(int, re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)))


@lru_cache(maxsize=4096)
def _fits(period: str, start: str, end: str) -> bool:
    first, last = int(start[5:7]), int(end[5:7])
    if start[:4] != end[:4]:
        return False
    if period == "annual":
        # Who changed post has two rows of a part of the year; a whole month or quarter is somebody's periodic evaluation.
        whole = start[8:] == "01" and int(end[8:]) >= min(_LAST_DAYS[last - 1], 28)
        return not (whole and (first == last or (last - first == 2 and last % 3 == 0)))
    return period == period_of(period[0], first) == period_of(period[0], last)


def _of_ranks(ranks: Sequence[Any], kinds: Sequence[Any]) -> Iterator[Problem]:
    """Yield golongan of PNS (III/a) of people who are PPPK, and those of PPPK (IX) of people who are PNS."""
    for at, (rank, kind) in enumerate(zip(ranks, kinds, strict=True)):
        if rank and kind and ("/" in rank) == (kind in _PPPK_KINDS):
            yield Problem(at, "golongan", "golongan_of_other_kind", "warning", {"golongan": rank, "kind": kind})


def _of_growth(columns: Columns, today: str) -> Iterator[Problem]:
    """Yield pairs of one person alone, classes that are never held, and steps that were due before anybody wrote them down."""
    mentors, mentees = columns.get("mentor"), columns.get("mentee")
    if mentors is not None and mentees is not None:
        for at in [i for i, (one, other) in enumerate(zip(mentors, mentees, strict=True)) if one and one == other]:
            yield Problem(at, "mentor", "mentor_of_oneself", "error", {"nip": mentors[at]})
    seats, least = columns.get("seats"), columns.get("seats_min")
    if seats is not None and least is not None:
        for at in [i for i, (most, few) in enumerate(zip(seats, least, strict=True)) if most and few and few > most]:
            yield Problem(at, "seats_min", "seats_min_above_seats", "error", {"seats": seats[at], "least": least[at]})
    days = columns.get("due") if "goal" in columns else None
    if today and days is not None:
        done = columns.get("done_on") or [None] * len(days)
        for at in [i for i, (due, on) in enumerate(zip(days, done, strict=True)) if due and due < today and not on]:
            yield Problem(at, "due", "due_before_today", "warning", {"due": days[at]})
        within = f"{int(today[:4]) + 1}{today[4:]}"
        terms = columns.get("horizon") or [None] * len(days)
        for at in [
            i for i, (due, term) in enumerate(zip(days, terms, strict=True)) if term == "short" and due and due > within
        ]:
            yield Problem(at, "horizon", "short_but_due_late", "warning", {"due": days[at]})


def _against_nip(columns: Columns, nips: Sequence[Any]) -> Iterator[Problem]:
    # Each comparison is one pass that only looks for disagreement: with many rows there are few of them.
    born = [f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}" if nip else "" for nip in nips]
    births = columns.get("birth_date")
    if births is not None:
        for at in [
            i for i, (one, other) in enumerate(zip(born, births, strict=True)) if one != other and one and other
        ]:
            yield Problem(
                at, "birth_date", "birth_differs_from_nip", "warning", {"birth_date": births[at], "in_nip": born[at]}
            )
    sexes = columns.get("sex")
    if sexes is not None:
        wrong = [
            i
            for i, (nip, sex) in enumerate(zip(nips, sexes, strict=True))
            if sex and nip and (nip[14] == "1") != (sex == "L")
        ]
        for at in wrong:
            yield Problem(at, "sex", "sex_differs_from_nip", "warning", {"sex": sexes[at], "in_nip": sex_of(nips[at])})
    kinds = columns.get("employee_kind")
    if kinds is not None:
        pairs = enumerate(zip(nips, kinds, strict=True))
        for at in [i for i, (nip, kind) in pairs if kind and nip and (nip[12:14] > "20") != (kind in _PPPK_KINDS)]:
            values = {"kind": kinds[at], "in_nip": "PPPK" if is_pppk(nips[at]) else "PNS"}
            yield Problem(at, "employee_kind", "kind_differs_from_nip", "warning", values)
    first, pns = columns.get("appointed_on"), columns.get("pns_since")
    if first is not None:
        months = [f"{nip[8:12]}-{nip[12:14]}" if nip and nip[12:14] < "20" else "" for nip in nips]
        for at in [
            i for i, (in_nip, day) in enumerate(zip(months, first, strict=True)) if day and in_nip and day[:7] != in_nip
        ]:
            told = {"date": first[at], "in_nip": f"{months[at][5:]}-{months[at][:4]}"}
            yield Problem(at, "appointed_on", "appointment_differs_from_nip", "warning", told)
    if first is not None and pns is not None:
        for at in [i for i, (one, day) in enumerate(zip(first, pns, strict=True)) if one and day and day < one]:
            told = {"cpns": first[at], "pns": pns[at]}
            yield Problem(at, "pns_since", "pns_before_cpns", "warning", told)
    for field in _AFTER_BIRTH:
        days = columns.get(field)
        if days is not None:
            for at in [
                i for i, (birth, day) in enumerate(zip(born, days, strict=True)) if day is not None and str(day) < birth
            ]:
                yield Problem(at, field, "date_before_birth", "warning", {"date": days[at], "birth_date": born[at]})
