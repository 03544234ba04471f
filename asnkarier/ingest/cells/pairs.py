"""Two facts in one cell: name and NIP, golongan and its day, a post and its echelon, number and day of a decree."""

import re
from collections.abc import Callable
from typing import Any, Final

from asnkarier.core.parse.base import Bad, Cell, Parser, nothing, read_text, text_of
from asnkarier.core.parse.dates import read_date
from asnkarier.core.parse.nip import read_nip
from asnkarier.core.parse.ranks import is_no_echelon, kind_in_echelon, read_echelon
from asnkarier.core.text import cleaned

_NIP_INSIDE: Final = re.compile(
    r"(?i)\s*(?:[/,;|(]|\bn\.?i\.?p\.?(?:\s*baru)?\s*[.:]*|\bni\s*pppk\s*[.:]*)*\s*['’]?(\d(?:[\s.'’\-]?\d){8,20})\)?\s*"
)


def read_name_and_nip(cell: Cell) -> tuple[Any, Any]:
    """Split `Nama / NIP`: the digits are the NIP, the rest the name."""
    if not isinstance(cell, str):
        return None, read_nip(cell)
    match = _NIP_INSIDE.search(cell)
    if match is None:
        text = cleaned(cell).strip(" /,;-")
        return (None if nothing(text) else text), None
    rest = f"{cell[: match.start()]}\n{cell[match.end() :]}"
    name = cleaned(re.sub(r"(?i)\bnip\b\s*[.:]*", " ", rest)).strip(" /,;|-")
    return (None if nothing(name) else name), read_nip(match[1])


_MEANT: Final = frozenset(("date_impossible", "date_order", "date_short_year", "date_implausible"))
"""What is wrong with a cell that was surely meant as a day: then the other half still stands, and the day is to be corrected."""


def splitter(first: Parser, second: Parser) -> Callable[[Cell], tuple[Any, Any]]:
    """Return the parser of two facts in one cell, parted by a line break, a slash, a comma, a bracket or a space."""

    def read(cell: Cell) -> tuple[Any, Any]:
        text = text_of(cell)
        if nothing(text):
            return None, None
        half: tuple[Any, Any] | None = None
        if isinstance(cell, str):
            lines = [cleaned(line) for line in cell.splitlines() if not nothing(cleaned(line))]
            places = [(lines[0], " ".join(lines[1:]))] if len(lines) > 1 else []
            for mark in (" / ", "/", ", ", " - ", "(", " "):
                at = -1
                while (at := text.find(mark, at + 1)) > 0:
                    places.append((text[:at].strip(" ,/-"), text[at + len(mark) :].strip(" ,/-)")))
            for left, right in places:
                one, two = first(left), second(right.removeprefix("TMT").strip(" .:"))
                if not isinstance(one, Bad) and not isinstance(two, Bad) and two is not None:
                    return one, two
                if half is None and not isinstance(one, Bad) and isinstance(two, Bad) and two.code in _MEANT:
                    half = one, two
        one = first(cell)
        if isinstance(one, Bad) and not isinstance(two := second(cell), Bad):
            return None, two
        return half if half is not None and isinstance(one, Bad) else (one, None)

    return read


def lines(first: Parser, second: Parser) -> Callable[[Cell], tuple[Any, Any]]:
    """Two texts part only at a line break or a slash with spaces: anything else may be part of a name."""

    def read(cell: Cell) -> tuple[Any, Any]:
        if isinstance(cell, str):
            parts = [part for part in map(cleaned, re.split(r"[\r\n]+| / ", cell, maxsplit=1)) if not nothing(part)]
            if len(parts) == 2:
                return first(parts[0]), second(parts[1])
        return first(cell), None

    return read


_ENDS_POST: Final = re.compile(r"\s*(?:[/\r\n]|\s[\-\u2013]\s|[,(])\s*")


def post_and_echelon(post: Parser) -> Callable[[Cell], tuple[Any, Any, Any]]:
    """Return the parser of `Kepala Bidang A / III.b`, with the kind that `/ ADMINISTRATOR` says instead.

    `Pengelola Data / -` and `/ Non Eselon` are a post without an echelon.
    """
    both = splitter(post, read_echelon)

    def read(cell: Cell) -> tuple[Any, Any, Any]:
        name, echelon = both(cell)
        if isinstance(cell, str) and echelon is None:
            for mark in _ENDS_POST.finditer(cell):
                rest = cleaned(cell[mark.end() :]).rstrip(" )")
                kind = kind_in_echelon(rest) if mark[0].strip() in ("/", "") else None
                if kind == "pelaksana":
                    break  # as often the level in the name of an older functional post
                if kind or nothing(rest) or is_no_echelon(rest):
                    return post(cell[: mark.start()]), None, kind
        return name, echelon, None

    return read


_BEFORE_DAY: Final = re.compile(r"(?i)[,;\r\n]|\btanggal\b|\btgl\b\.?|\s-\s|\s/\s")


_NAMED_DAY: Final = re.compile(r"(.*\d\S*)\s+(\d{1,2} [A-Za-z]+ \d{4})\s*\Z", re.DOTALL)


def read_decree(cell: Cell) -> tuple[Any, Any]:
    """Split `800/12/2024, 5 Maret 2024` or `800/12 tanggal 05-03-2024`: numbers of decrees hold slashes and years themselves."""
    if isinstance(cell, str):
        for mark in reversed(list(_BEFORE_DAY.finditer(cell))):
            day = read_date(cell[mark.end() :].strip(" .:)"))
            if isinstance(day, str) or (isinstance(day, Bad) and day.code in _MEANT):
                return read_text(cell[: mark.start()].rstrip(" ,;(")), day
        # Without a mark between them only a whole day at the end, its month by name, is surely none of the number.
        if (named := _NAMED_DAY.match(cell)) and isinstance(day := read_date(named[2]), str):
            return read_text(named[1]), day
    day = read_date(cell)
    return (None, day) if isinstance(day, str) else (read_text(cell), None)
