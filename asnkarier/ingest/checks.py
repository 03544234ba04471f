"""What the fields of one row say of each other: warnings, and the few things that cannot both be true."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.finding import Severity
from asnkarier.core.parse.nip import birth_date_of, is_pppk, sex_of

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
)
_AFTER_BIRTH: Final = ("golongan_since", "appointed_on", "position_since", "last_pay_step", "since", "graduated")
_NOT_IN_FUTURE: Final = (
    "birth_date",
    "assessed_on",
    "taken_on",
    "decided_on",
    "awarded_on",
    "graduated",
    "done_on",
    "session_on",
)
_PPPK_KINDS: Final = frozenset(("PPPK", "PPPK_PW"))


def problems(columns: Columns, today: str) -> Iterator[Problem]:
    """Yield what is wrong between the fields of each row."""
    nips = columns.get("nip")
    if nips is not None:
        yield from _against_nip(columns, nips)
    for first, last in _SPANS:
        if first in columns and last in columns:
            for at, (start, end) in enumerate(zip(columns[first], columns[last], strict=True)):
                if start and end and type(start) is str and type(end) is str and end < start:
                    yield Problem(at, last, "ends_before_start", "error", {"start": start, "end": end})
    if today:
        for field in _NOT_IN_FUTURE:
            for at, day in enumerate(columns.get(field, ())):
                if type(day) is str and day > today:
                    yield Problem(at, field, "date_in_future", "warning", {"date": day})


def _against_nip(columns: Columns, nips: Sequence[Any]) -> Iterator[Problem]:
    births = columns.get("birth_date")
    if births is not None:
        for at, (nip, birth) in enumerate(zip(nips, births, strict=True)):
            if type(birth) is str and type(nip) is str and nip[:8] != birth[:4] + birth[5:7] + birth[8:]:
                yield Problem(
                    at,
                    "birth_date",
                    "birth_differs_from_nip",
                    "warning",
                    {"birth_date": birth, "in_nip": birth_date_of(nip)},
                )
    sexes = columns.get("sex")
    if sexes is not None:
        for at, (nip, sex) in enumerate(zip(nips, sexes, strict=True)):
            if type(sex) is str and type(nip) is str and (nip[14] == "1") != (sex == "L"):
                yield Problem(at, "sex", "sex_differs_from_nip", "warning", {"sex": sex, "in_nip": sex_of(nip)})
    kinds = columns.get("employee_kind")
    if kinds is not None:
        for at, (nip, kind) in enumerate(zip(nips, kinds, strict=True)):
            if type(kind) is str and type(nip) is str and (nip[12:14] > "20") != (kind in _PPPK_KINDS):
                values = {"kind": kind, "in_nip": "PPPK" if is_pppk(nip) else "PNS"}
                yield Problem(at, "employee_kind", "kind_differs_from_nip", "warning", values)
    for field in _AFTER_BIRTH:
        for at, (nip, day) in enumerate(zip(nips, columns.get(field, ()), strict=False)):
            if type(nip) is not str:
                continue
            if (type(day) is str and day < birth_date_of(nip)) or (type(day) is int and day < int(nip[:4])):
                about = {"date": day, "birth_date": birth_date_of(nip)}
                yield Problem(at, field, "date_before_birth", "warning", about)
