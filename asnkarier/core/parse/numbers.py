"""Numbers, exact. Decimals become integers of 1/10 000; nothing passes through a float's arithmetic."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final

from asnkarier.core.numbers import SCALE, scaled
from asnkarier.core.parse.base import Bad, Cell, Parser, error_cell, nothing, text_of

_THOUSANDS_DOT: Final = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_THOUSANDS_COMMA: Final = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_ONE_GROUP: Final = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}\Z")
_PLAIN: Final = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)\Z")
_UNITS: Final = re.compile(
    r"(?i)\s*(?<![^\W\d_])(jpl?|jam pelajaran|jam|orang|tahun|thn|menit|poin|peserta|responden)\.?\Z"
)
_IN_DAYS_TOO: Final = re.compile(r"(?i)((?<![^\W\d_])(?:jpl?|jam pelajaran)\.?)\s*[(/]\s*\d+\s*hari\s*\)?\s*\Z")
"""`40 JP (5 hari)`: the days beside say nothing about how many JP it is."""
_LONGEST: Final = 24


def counted(read: Parser, units: tuple[str, ...]) -> Parser:
    """Return the parser of a number behind which one of `units` may stand, and no other: 90 minutes are no 90 JP."""
    allowed = frozenset(unit.lower() for unit in units)

    def checked(value: Cell) -> object:
        if units and isinstance(value, str):
            value = _IN_DAYS_TOO.sub(r"\1", value)
        if isinstance(value, str) and (unit := _UNITS.search(value.strip())) and unit[1].lower() not in allowed:
            text = text_of(value)
            if not units:
                return Bad("number_unreadable", {"value": text})
            return Bad("number_of_other_unit", {"value": text, "unit": units[0]})
        return read(value)

    return checked


def read_decimal(value: Cell) -> int | Bad | None:
    """Read a number as an integer of 1/10 000. `1.500` is refused: it may be 1,5 or 1500."""
    number = _number(value, money=False)
    return scaled(number) if isinstance(number, Decimal) else number


def read_integer(value: Cell) -> int | Bad | None:
    """Read a whole number; dots may group thousands."""
    number = _number(value, money=True)
    if not isinstance(number, Decimal):
        return number
    return int(number) if number == number.to_integral_value() else Bad("number_not_whole", {"value": text_of(value)})


def read_money(value: Cell) -> int | Bad | None:
    """Read whole rupiah: `Rp 2.970.000`, `2970000`, `2.970.000,00`, `IDR 2,970,000.00`."""
    if isinstance(value, str):
        value = re.sub(r"(?i)^\s*(?:rp|idr)\.?\s*|,-\s*$", "", value.strip())
    return read_integer(value)


def read_level(value: Cell) -> int | Bad | None:
    """Read a competency level, 0 to 5: `3`, `2,5`, `Level 3`, `III`, or its name (Paham, Dasar, Menengah, Mumpuni, Ahli)."""
    if isinstance(value, str):
        text = text_of(value).lower()
        if text in _LEVEL_NAMES:
            return _LEVEL_NAMES[text] * SCALE
        value = re.sub(r"^(?:level|lvl|lv)\.?\s*|\s*\([a-z ]+\)$", "", text)
        if value in _ROMAN_LEVELS:
            return _ROMAN_LEVELS[value] * SCALE
    return _within(read_score_like(value), 0, 5, "level_range", value)


_LEVEL_NAMES: Final = {"paham": 1, "dasar": 2, "menengah": 3, "mumpuni": 4, "ahli": 5}
_ROMAN_LEVELS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}


def read_score(value: Cell) -> int | Bad | None:
    """Read a mark from 0 to 100."""
    return _within(read_score_like(value), 0, 100, "score_range", value)


def read_jpm(value: Cell) -> int | Bad | None:
    """Read a JPM in percent: 0.89, 89 and `89,0%` are the same; above 100 stands as it is."""
    percent = isinstance(value, str) and "%" in value
    number = read_score_like(value)
    if not isinstance(number, int):
        return number
    if not percent and number <= 2 * SCALE:
        number *= 100
    return (
        number
        if 0 < number <= 250 * SCALE and (percent or number >= 10 * SCALE)
        else Bad("jpm_range", {"value": text_of(value)})
    )


def is_ratio_or_slip(value: Cell) -> bool:
    """Tell whether a JPM of 1 or 2 without its sign is 100 or 200 % only as long as the others are ratios too."""
    number = None if isinstance(value, str) and "%" in value else read_score_like(value)
    return number in (SCALE, 2 * SCALE)


def is_percentage(value: Cell) -> bool:
    """Tell whether a JPM without its sign can be nothing but a percentage."""
    number = None if isinstance(value, str) and "%" in value else read_score_like(value)
    return isinstance(number, int) and number >= 10 * SCALE


def read_score_like(value: Cell) -> int | Bad | None:
    """Read a number known to be small: a point or a comma is its decimal sign."""
    number = _number(value, money=None)
    return scaled(number) if isinstance(number, Decimal) else number


def _within(number: int | Bad | None, lowest: int, highest: int, code: str, value: Cell) -> int | Bad | None:
    if isinstance(number, int) and not lowest * SCALE <= number <= highest * SCALE:
        return Bad(code, {"value": text_of(value), "lowest": lowest, "highest": highest})
    return number


def _number(value: Cell, *, money: bool | None) -> Decimal | Bad | None:
    """Read the number; `money`: True groups thousands, None never, False refuses what may be either."""
    if isinstance(value, bool):
        return Bad("number_unreadable", {"value": str(value)})
    if isinstance(value, int):
        return Decimal(value) if abs(value) < 10**15 else Bad("number_unreadable", {"value": str(value)})
    if isinstance(value, float):
        # Excel keeps 15 digits; repr gives the shortest decimal that is this float, which is what the officer typed.
        if value != value or abs(value) >= 1e15:
            return Bad("number_unreadable", {"value": repr(value)})
        return Decimal(repr(round(value, 10)))
    if value is not None and not isinstance(value, str):
        return Bad("number_unreadable", {"value": str(value)})
    text = text_of(value)
    if nothing(text):
        return None
    if error_cell(text):
        return Bad("cell_error", {"value": text})
    plain = _UNITS.sub("", text.removesuffix("%").strip()).replace(" ", "")
    return _from_text(plain, text, money)


def _from_text(plain: str, text: str, money: bool | None) -> Decimal | Bad:
    if len(plain) > _LONGEST or not plain.isascii():
        return Bad("number_unreadable", {"value": text})
    if money is False and _ONE_GROUP.match(plain):
        return Bad("number_ambiguous", {"value": text})
    if money is not None and _THOUSANDS_DOT.match(plain) and (money or plain.count(".") > 1 or "," in plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif money is not None and _THOUSANDS_COMMA.match(plain) and (money or plain.count(",") > 1 or "." in plain):
        plain = plain.replace(",", "")
    elif _PLAIN.match(plain):
        plain = plain.replace(",", ".")
    else:
        return Bad("number_unreadable", {"value": text})
    try:
        return Decimal(plain)
    except InvalidOperation:
        return Bad("number_unreadable", {"value": text})


_SURE: Final = {
    ",": re.compile(
        r"[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0*,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3}){2,})\Z"
    ),
    ".": re.compile(
        r"[+-]?(?:\d+\.(?:\d{1,2}|\d{4,})|0*\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3}){2,})\Z"
    ),
}
"""What can only be written by someone for whom this is the sign of decimals."""


def decimal_sign(cells: Iterable[Cell]) -> str | None:
    """Return the sign of decimals in a column of texts, told by the cells that can mean one thing only; None where they differ."""
    texts = {text_of(cell).removesuffix("%").strip() for cell in cells if isinstance(cell, str)}
    signs = [sign for sign, sure in _SURE.items() if any(len(text) <= _LONGEST and sure.match(text) for text in texts)]
    return signs[0] if len(signs) == 1 else None


def read_decimal_by(value: Cell, sign: str | None, below: int | None) -> int | Bad | None:
    """Read a number like `150,125` where the column's sign of decimals is known, or no value of the field reaches thousands."""
    plain = read_decimal(value)
    if not isinstance(plain, Bad) or plain.code != "number_ambiguous":
        return plain
    small, thousands = read_score_like(value), read_integer(value)
    if not isinstance(small, int) or not isinstance(thousands, int):
        return plain
    told = sign is not None and sign in text_of(value)
    if below is not None and thousands >= below:
        # As thousands it is beyond the field: a fraction, unless the column uses the sign for thousands.
        return plain if sign is not None and not told else small
    if sign is None:
        return plain
    return small if told else scaled(Decimal(thousands))
