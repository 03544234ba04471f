"""Who pays: one budget of everyone, or a file with the budgets of the agencies (xlsx, csv and the other formats of a list)."""

from collections.abc import Mapping, Sequence
from math import isfinite
from pathlib import Path
from typing import NamedTuple

from asnkarier.core.errors import Stopped, Usage
from asnkarier.core.growth.plan.money import rupiah
from asnkarier.core.growth.plan.posed import COMMON
from asnkarier.core.names import folded, nearest
from asnkarier.sheets.cells import Row, rows_of
from asnkarier.store.queries.units import Units

_AGENCY = frozenset({"perangkat daerah", "opd", "skpd", "agency", "instansi", "unit kerja", "unit", "nama opd"})
_MONEY = frozenset({"anggaran", "pagu", "pagu anggaran", "jumlah", "amount", "budget", "nilai", "rp", "jumlah rp"})
_TOTAL = frozenset({"jumlah", "total", "jumlah total", "total anggaran"})


class Purses(NamedTuple):
    """Purse → money, and agency → purse; with one purse for everyone no agency is named."""

    money: Mapping[str, int]
    of_agency: Mapping[int | None, str]


def purses_of(budget: str, units: Units) -> Purses:
    """Read what was typed: an amount of money, or the name of a file."""
    amount = rupiah(budget)
    if amount is not None:
        if amount <= 0:
            raise Usage("budget_zero", {})
        return Purses({COMMON: amount}, {})
    path = Path(budget)
    if not path.is_file():
        raise Usage("budget_unreadable", {"typed": budget})
    return _of_file(path, units)


def _of_file(path: Path, units: Units) -> Purses:
    agencies = {folded(units.name(number) or ""): number for number in units.children(None)}
    names = {key: units.name(number) or "" for key, number in agencies.items()}
    money: dict[str, int] = {}
    purse_of: dict[int | None, str] = {}
    rows = rows_of(path)
    head, agency_at, money_at = _header(rows)
    for row in rows[head:]:
        agency, typed = _cell(row, agency_at), _cell(row, money_at)
        if folded(str(agency)) in _TOTAL or (agency == "" and typed == ""):
            continue
        at = {"path": str(path), "row": row.number}
        value = _amount(typed)
        if value is None and row is rows[0]:
            continue  # a header in words we do not know
        if value is None:
            raise Stopped("budget_row_unreadable", {**at, "value": str(typed)})
        if value <= 0:
            raise Stopped("budget_row_zero", {**at, "agency": str(agency)})
        unit = agencies.get(folded(str(agency)))
        if unit is None:
            near = nearest(str(agency), names)
            raise Stopped("budget_agency_unknown", {**at, "agency": str(agency), "near": near or "–"})
        name = names[folded(str(agency))]
        if name in money:
            raise Stopped("budget_agency_twice", {**at, "agency": name})
        money[name] = value
        purse_of[unit] = name
    if not money:
        raise Stopped("budget_file_empty", {"path": str(path)})
    return Purses(money, purse_of)


def _header(rows: Sequence[Row]) -> tuple[int, int, int]:
    """Return where the list begins and the columns of agency and money: by the header, else the first two."""
    for place, row in enumerate(rows[:20]):
        words = [folded(str(cell)) for cell in row.cells]
        agency = next((i for i, word in enumerate(words) if word in _AGENCY), None)
        money = next(
            (i for i, word in enumerate(words) if word in _MONEY or word.startswith(("pagu", "anggaran"))), None
        )
        if agency is not None and money is not None:
            return place + 1, agency, money
    return 0, 0, 1


def _cell(row: Row, place: int) -> str | int | float:
    return row.cells[place] if place < len(row.cells) else ""


def _amount(cell: str | int | float) -> int | None:
    if isinstance(cell, str):
        return rupiah(cell)
    return int(cell) if isfinite(cell) and cell == int(cell) else None
