"""Reading one column of a few thousand cells at a time: each different cell is parsed once, NIPs and names on fast paths."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from typing import Any, Final

from asnkarier.core.kinds.spec import Field, Kind
from asnkarier.core.parse.base import Bad, Cell, Parser, read_text, text_of
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.parse.dates import MONTHS, read_birth, read_date
from asnkarier.core.parse.education import Study, read_study
from asnkarier.core.parse.nip import OLDEST_AT_APPOINTMENT, YOUNGEST_AT_APPOINTMENT, read_nip, wrong_head
from asnkarier.core.parse.numbers import (
    decimal_sign,
    is_percentage,
    is_ratio_or_slip,
    read_decimal_by,
    read_level,
)
from asnkarier.core.parse.posts import Post, read_post
from asnkarier.core.parse.ranks import kind_in_echelon, read_echelon, read_golongan
from asnkarier.core.parse.words import sex_reader
from asnkarier.core.text import folded
from asnkarier.ingest.cells.days import in_order, with_serials
from asnkarier.ingest.cells.flags import is_flag
from asnkarier.ingest.cells.pairs import lines, post_and_echelon, read_decree, read_name_and_nip, splitter
from asnkarier.ingest.cells.times import YEARS_ASIDE, One, days_or_year, times
from asnkarier.ingest.frames import LEVEL_PREFIX
from asnkarier.ingest.header.bound import OF_LEVELS, levels_or_kinds

Cells = Sequence[Any]
Read = list[Any]
ColumnReader = Callable[[Cells], tuple[Read, ...]]
"""A column of cells → for each field in them a list of values; what cannot stand is a Bad in its place."""

_MOST_REMEMBERED: Final = 50_000
_RARELY_REPEATED: Final = frozenset(
    ("name", "email", "certificate", "decree", "feedback", "text", "note", "description", "suggestion", "evidence")
)


_ALIKE: Final = (0, 1)
"""What a yes or a no of a workbook equals: it would be remembered as the number, or the number as it."""


class Memo(dict[Any, Any]):
    """Remembers what each different cell was read as; forgets everything when there are too many."""

    __slots__ = ("read",)

    def __init__(self, read: Parser) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, cell: Any) -> Any:
        value = self.read(cell)
        if cell in _ALIKE:
            return value
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[cell] = value
        return value


def remembered(read: Parser) -> ColumnReader:
    """Return a reader that parses each different cell once."""
    memo = Memo(read)
    lookup = memo.__getitem__
    return lambda cells: (list(map(lookup, cells)),)


# What may not be passed on as it stands: marks at the start, a word for nothing, double or outer spaces, control characters.
_TROUBLE: Final = re.compile(
    r"(?:^|\0)(?:[^0-9A-Za-z\0(]"
    r"|(?i:null|none|nil|nan|n/a|na|data kosong|kosong|tidak ada data|undefined|\(null\)|\(kosong\))(?:\0|$))"
    r"|  |[\x01-\x1f]| (?:\0|$)"
)


def texts(cells: Cells) -> tuple[Read]:
    """Read texts that rarely repeat: a column without trouble passes through whole."""
    try:
        joined = "\0".join(cells)
    except TypeError:
        return ([_one_text(cell) for cell in cells],)
    if joined.isascii() and not _TROUBLE.search(joined):
        return ([cell or None for cell in cells],)
    return ([_one_text(cell) for cell in cells],)


def _one_text(cell: Cell) -> str | Bad | None:
    if isinstance(cell, str):
        if not cell:
            return None
        if cell.isascii() and not _TROUBLE.search(cell):
            return cell
    return read_text(cell)


def _year_born(digits: str) -> int:
    return 0 if wrong_head(f"{digits}{int(digits[:4]) + 25:04}011") else int(digits[:4])


def _year_appointed(digits: str) -> int:
    return 0 if wrong_head(f"{int(digits[:4]) - 25:04}0101{digits}") else int(digits[:4])


def nips() -> ColumnReader:
    """Return the reader of NIPs: the birth dates and appointments in them repeat, the numbers do not."""
    born, appointed = Memo(_year_born).__getitem__, Memo(_year_appointed).__getitem__  # type: ignore[arg-type]  # a memo answers like the dict it is

    def one(cell: Any) -> Any:
        if type(cell) is str and len(cell) == 18 and cell.isascii() and cell.isdecimal() and cell[15:] != "000":
            start, first = born(cell[:8]), appointed(cell[8:15])
            if start and first and YOUNGEST_AT_APPOINTMENT <= first - start <= OLDEST_AT_APPOINTMENT:
                return cell
        return read_nip(cell)

    return lambda cells: ([one(cell) for cell in cells],)


def studies(fields: Sequence[str]) -> ColumnReader:
    """Return the reader of level, field of study and mark in one cell, of those that are asked for."""
    memo = Memo(read_study).__getitem__
    beside = [Study._fields.index({"field_of_study": "field"}.get(field, field)) for field in fields[1:]]

    def read(cells: Cells) -> tuple[Read, ...]:
        found = list(map(memo, cells))
        return (
            [s.level if isinstance(s, Study) else s for s in found],
            *([s[place] if isinstance(s, Study) else None for s in found] for place in beside),
        )

    return read


def echelons_with_kinds() -> ColumnReader:
    """Return the reader of an echelon column that also says position kinds in words."""
    echelon, kind = Memo(read_echelon).__getitem__, Memo(kind_in_echelon).__getitem__
    return lambda cells: (list(map(echelon, cells)), list(map(kind, cells)))


def pairs(read: Callable[[Cell], tuple[Any, ...]], wanted: tuple[str, ...]) -> ColumnReader:
    """Return the reader of a column of two facts or more; a field named '' is not wanted."""
    memo = Memo(read).__getitem__

    def column(cells: Cells) -> tuple[Read, ...]:
        both = list(map(memo, cells))
        return tuple([pair[place] for pair in both] for place, field in enumerate(wanted) if field)

    return column


_NUMBER_AND_DAY: Final[frozenset[tuple[str, ...]]] = frozenset(
    (
        ("decree", "decided_on"),
        ("certificate", "ended_on"),
        ("certificate", ""),
        ("", "awarded_on"),
        ("", "graduated"),
    )
)
"""What may stand in one cell as the number of a document and its day, each kept or not."""


_MONTH: Final = re.compile(r"([A-Za-z]{3,})\.?\s+(20\d{2})\Z")


def _by_when(cell: Cell) -> Any:
    """Read the day by which something is to be done; a month alone means its last day."""
    day = read_date(cell)
    month = _MONTH.match(text_of(cell)) if isinstance(day, Bad) else None
    if month is None or (number := MONTHS.get(month[1].lower())) is None:
        return day
    return f"{month[2]}-{number:02}-{monthrange(int(month[2]), number)[1]:02}"


_OF_SERVICE: Final = re.compile(r"(?:jenis )?(?:slks|saty?a ?lancana|satya ?lencana)(?: karya satya)?")
_YEARS_OF_SERVICE: Final = re.compile(r"(?i)(xxx|xx|x|30|20|10)(?:\s*(?:tahun|thn?\.?))?")
_ROMAN_YEARS: Final = {"10": "X", "20": "XX", "30": "XXX"}
"""How lists write the years in the award's own name; which of them is due to whom, the law's data says."""


def _of_service(cell: Cell) -> Any:
    """Read `X TAHUN` below `SATYALANCANA` by the whole name of the award."""
    text = read_text(cell)
    years = _YEARS_OF_SERVICE.fullmatch(text) if isinstance(text, str) else None
    if years is None:
        return text
    return f"Satyalancana Karya Satya {_ROMAN_YEARS.get(years[1], years[1].upper())} Tahun"


def posts() -> ColumnReader:
    """Return the reader of position cells; a Post tells the duty beside it."""
    return remembered(_post)


def _post(cell: Cell) -> Any:
    post = read_post(cell)
    return post.name if isinstance(post, Post) and post.acting is None else post


def sexes(header: str) -> ColumnReader:
    """Return the reader of sex, which looks at the words of the first cells, and the header, to know what P means."""
    chosen: list[Callable[[Any], Any]] = []

    def column(cells: Cells) -> tuple[Read]:
        if not chosen:
            chosen.append(Memo(sex_reader(frozenset(folded(text_of(cell)) for cell in cells), header)).__getitem__)
        return (list(map(chosen[0], cells)),)

    return column


def decimals(field: Field) -> ColumnReader:
    """Return the reader of numbers; what may be thousands or decimals is decided by the other cells of the column, or not at all."""
    memo = Memo(parser_of(field)).__getitem__
    told: list[str] = []

    def column(cells: Cells) -> tuple[Read]:
        found = list(map(memo, cells))
        unclear = [i for i, value in enumerate(found) if type(value) is Bad and value.code == "number_ambiguous"]
        if unclear:
            if not told and (sign := decimal_sign(cells)):
                told.append(sign)
            for i in unclear:
                found[i] = read_decimal_by(cells[i], told[0] if told else None, field.below)
        return (found,)

    return column


def jpms(field: Field) -> ColumnReader:
    """Return the reader of JPM: a `1` among percentages is asked for, alone or among ratios it is 100 %."""
    jpm, ratio, percentage = Memo(parser_of(field)), Memo(is_ratio_or_slip), Memo(is_percentage)
    told: list[bool] = []

    def column(cells: Cells) -> tuple[Read]:
        found = list(map(jpm.__getitem__, cells))
        if not told and any(map(percentage.__getitem__, cells)):
            told.append(True)
        if told:
            for i in [i for i, one in enumerate(map(ratio.__getitem__, cells)) if one]:
                found[i] = Bad("jpm_unclear", {"value": text_of(cells[i])})
        return (found,)

    return column


LENGTHS: Final = {
    "triwulan": "?Q", "triwulanan": "?Q", "bulanan": "?M", "bulan": "?M", "semester": "?S", "semesteran": "?S",
}  # fmt: skip
"""How long a period is, where only the dates beside it say which one: `jenis` of e-Kinerja."""
_OF_PLACE: Final = re.compile(r"(?:tempat|tmp|tpt)\b|ttl\Z")
"""Headers under which the place of birth stands before the date."""
_STILL: Final = frozenset(("sekarang", "saat ini", "sd sekarang", "sampai sekarang", "sampai dengan sekarang"))
"""The end of a post that is still held, as `Sampai Dengan` says it: no day."""
_OF_PENSIONS: Final = re.compile(r"^(?!.*\b(?:pindah|berhenti|mutasi|keluar)\b).*\bpensiun\b")
_ON_REQUEST: Final = frozenset(("aps", "atas permintaan sendiri", "permintaan sendiri"))
"""Why somebody left: among kinds of pension it is an early one, elsewhere the end of the service without one."""
_SIASN_LETTERS: Final = {"p": "PNS", "c": "CPNS"}


_COUNTED: Final = (
    (re.compile(r"\b(?:triwulan|triwulanan|tw|kuartal)\b"), "Q", 4),
    (re.compile(r"\b(?:semester|smt)\b"), "S", 2),
    (re.compile(r"\b(?:bulan|bln)\b"), "M", 12),
)
"""Headers that say what a bare number in the column counts, and up to how many."""
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _periods(plain: Parser, header: str, *, lengths: bool) -> Parser:
    """Return the parser of periods: a bare number under `Triwulan` is a quarter, under `Bulan` a month."""
    counted = next(((letter, most) for words, letter, most in _COUNTED if words.search(header)), None)

    def read(cell: Cell) -> Any:
        text = folded(text_of(cell))
        if lengths and text in LENGTHS:
            return LENGTHS[text]
        if counted and text:
            number = int(text) if text.isdecimal() else _ROMAN.index(text) + 1 if text in _ROMAN else 0
            if 0 < number <= counted[1]:
                return f"{counted[0]}{number}"
            if number:
                allowed = f"1–{counted[1]}"
                return Bad("word_unknown", {"value": text_of(cell), "allowed": allowed, "nearest": ""})
        return plain(cell)

    return read


def _period_reader(kind: Kind, header: str) -> Parser:
    return _periods(parser_of(kind.field("period")), folded(header), lengths=kind.name == "evaluations")


def reader_of(
    kind: Kind, fields: tuple[str, ...], header: str = "", one: One | None = None, *, date1904: bool = False
) -> ColumnReader:
    """Return the reader of a column that holds these fields of the kind; `one` is said of columns of a first and a last day."""
    read = _reader_of(kind, fields, header, one)
    if not date1904 or not any(field.type in ("date", "year_or_day") for field in kind.fields if field.name in fields):
        return read
    since = _text_since_1900 if len(fields) == 1 else _since_1900
    return lambda cells: read([since(cell) for cell in cells])


def _reader_of(kind: Kind, fields: tuple[str, ...], header: str, one: One | None) -> ColumnReader:
    if kind.name == "trainings" and len(fields) > 1 and (fields[-1] == "year" or (fields, one) == (YEARS_ASIDE, None)):
        return pairs(days_or_year(kind, fields[:-1], one), fields)
    if one is not None:
        period = _period_reader(kind, header) if "period" in fields else read_text
        return pairs(times(kind, fields, one, period), fields)
    if len(fields) > 1:
        return _pair_reader(kind, fields)
    name = fields[0]
    if name.startswith(LEVEL_PREFIX):
        return remembered(parser_of(kind.field("score")) if kind.name == "survey" else read_level)
    field = kind.field(name)
    if field.type == "nip":
        return nips()
    if name == "sex":
        return sexes(header)
    if name == "employee_kind" and is_flag(header):
        plain = parser_of(field)
        return remembered(lambda cell: _SIASN_LETTERS.get(text_of(cell).lower()) or plain(cell))
    if name == "position_kind" and folded(header.rpartition(">")[2]) in OF_LEVELS:
        return remembered(levels_or_kinds)
    if name == "birth_date" and _OF_PLACE.match(folded(header)):
        return with_serials(in_order(remembered(read_birth)), read_date)
    if name == "due":
        return with_serials(in_order(remembered(_by_when)), read_date)
    if name == "title" and kind.name == "awards" and _OF_SERVICE.fullmatch(folded(header)):
        return remembered(_of_service)
    if field.type == "date" and name != "until":
        return with_serials(in_order(remembered(parser_of(field))), read_date)
    if name == "period":
        return remembered(_period_reader(kind, header))
    if name == "event" and _OF_PENSIONS.search(folded(header)):
        of_any = parser_of(field)
        return remembered(lambda cell: "pensiun" if folded(text_of(cell)) in _ON_REQUEST else of_any(cell))
    if name == "until" and kind.name == "history":
        until = parser_of(field)
        still = remembered(lambda cell: None if folded(text_of(cell)) in _STILL else until(cell))
        return with_serials(in_order(still), read_date)
    if name == "position" and kind.name in ("roster", "history"):
        return posts()
    if field.type == "jpm":
        return jpms(field)
    if field.type == "decimal":
        return decimals(field)
    if field.type == "text" and name in _RARELY_REPEATED:
        return texts
    return remembered(parser_of(field))


def _pair_reader(kind: Kind, fields: tuple[str, ...]) -> ColumnReader:
    if fields[0] == "education" and set(fields[1:]) <= {"field_of_study", "mark"}:
        return studies(fields)
    if fields == ("echelon", "position_kind"):
        return echelons_with_kinds()
    if fields[:2] == _POST_AND_ECHELON:
        return pairs(post_and_echelon(_post), fields)
    if "nip" in fields or ("name" in fields and len(fields) == 2):
        return pairs(read_name_and_nip, fields)
    whole = {field.name: field for field in kind.fields}
    one, two = (parser_of(whole[field]) if field else read_text for field in fields)
    if fields in _NUMBER_AND_DAY:
        return pairs(read_decree, fields)
    if fields == ("golongan", "golongan_since"):
        return pairs(splitter(read_golongan, read_date), fields)
    if _is_text(whole.get(fields[1])):
        return pairs(lines(one, two), fields)
    return pairs(splitter(one, two), fields)


_POST_AND_ECHELON: Final = ("position", "echelon")


def _is_text(field: Field | None) -> bool:
    return field is None or field.type in ("text", "unit", "agency", "position", "competency")


_FOUR_YEARS: Final = 1462
"""Days from Excel's day 0 to that of workbooks which begin in 1904."""
_EARLIEST_DAY, _LATEST_DAY = 5_000, 80_000
"""Between these a number is a day: above a year like 2020, below a day written as one number."""


_NUMBER_AS_TEXT: Final = re.compile(r"[1-7]\d{4}(?:\.0+)?\Z")


def _text_since_1900(cell: Any) -> Any:
    """Count as `_since_1900` does, in a column of nothing but days a text of such a number too."""
    if type(cell) is str and _NUMBER_AS_TEXT.match(text := text_of(cell)):
        return str(int(float(text)) + _FOUR_YEARS)
    return _since_1900(cell)


def _since_1900(cell: Any) -> Any:
    """Count a day number of a workbook that begins in 1904 from where all others begin."""
    return cell + _FOUR_YEARS if type(cell) in (int, float) and _EARLIEST_DAY < cell < _LATEST_DAY else cell


def is_some_nip(cell: Any) -> bool:
    """Tell whether a cell was surely meant as a NIP, sound or not: nine digits and more, and nothing but marks between."""
    if type(cell) is str:
        if len(cell) == 18 and cell.isdigit():
            return True
        digits = cell.translate(_BETWEEN_DIGITS)
        return 9 <= len(digits) <= 24 and digits.isdigit()
    return type(cell) in (float, int) and cell > 99_999_999


_BETWEEN_DIGITS: Final = {ord(mark): None for mark in " .'’`\u00a0"}


def only_nip(text: str) -> bool:
    """Tell whether the cell of name and NIP holds no name: a signature's last line."""
    return not any(letter.isalpha() for letter in text.upper().replace("NIP", ""))
