"""What the mapping of a list is: each column with its fields, the columns that are left out, and how the officer sees both."""

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.finding import Finding
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.ignored import IGNORED
from asnkarier.core.kinds.spec import Kind
from asnkarier.core.parse.base import Bad, Cell, Parser, nothing, text_of
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.parse.dates import read_year_or_day
from asnkarier.core.parse.words import word_reader
from asnkarier.core.text import folded
from asnkarier.ingest.cells.times import One
from asnkarier.ingest.frames import ColumnMap, How, IgnoredColumn
from asnkarier.ingest.header.headers import Entry
from asnkarier.ingest.header.layout import Column
from asnkarier.sheets.book import column_letter


class Bound(NamedTuple):
    """One column and the field or fields it holds; `at` is its place in the row, None where no column holds the field."""

    at: int | None
    fields: tuple[str, ...]
    header: str
    how: How
    value: Any = None
    """The canonical value of every row, for a field that no column holds."""
    fills: str = ""
    """The field whose blank cells this column fills row by row, or --set for all; the column then holds no field of its own."""
    one: One | None = None
    """For a column of a first and a last day: what one day alone is."""
    source: int | None = None
    """The column from which a field is derived that no column holds."""


class Mapped(NamedTuple):
    """The mapping chosen for one kind."""

    kind: Kind
    bound: tuple[Bound, ...]
    ignored: tuple[IgnoredColumn, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field of the rows to come, in the order of their columns."""
        return tuple(field for bound in self.bound for field in bound.fields)


OF_LEVELS: Final = frozenset(("jenjang", "jenjang jf", "jenjang fungsional", "jenjang jabatan fungsional"))
"""Headers below which `Muda` is Ahli Muda; a bare `JENJANG` is as often that of the education."""
_KINDS: Final[Parser] = word_reader("position_kind")
_LEVELS: Final[Parser] = word_reader("jf_level")
_OTHER_POSTS: Final = ("jpt_", "administrator", "pengawas")


def columns_of(rows: Sequence[Sequence[Any]]) -> dict[int, list[Any]]:
    """Return what stands in each column of the rows."""
    width = max((len(row) for row in rows), default=0)
    return {at: [row[at] for row in rows if at < len(row)] for at in range(width)}


class Samples:
    """The first rows below the header, column by column, and where the sheet's columns begin."""

    def __init__(self, columns: Mapping[int, Sequence[Any]], first_column: int) -> None:
        """Keep the rows; every kind of list asks what stands in the same columns, so each is looked through once."""
        self.columns = columns
        self.first_column = first_column
        self._filled: dict[int, Sequence[Any]] = {}

    def filled(self, index: int) -> Sequence[Any]:
        """Return what stands in the column, without blanks."""
        known = self._filled.get(index)
        if known is None:
            known = self._filled[index] = [v for v in self.columns.get(index, ()) if not nothing(text_of(v))]
        return known

    def letter(self, index: int) -> str:
        """Return the letter of the column."""
        return column_letter(index + self.first_column)


def told_entry(column: Column, told: Mapping[str, str], samples: Samples) -> Entry | None:
    """Return what --map says of the column: by its header, its lowest header or its letter."""
    letter = samples.letter(column.at).lower()
    if told.get(letter) == "":
        return Entry((), -1)  # of two columns of one header, the letter says which is not meant
    for key in (column.full, column.child, letter, folded(column.header)):
        if key and key in told:
            return Entry((told[key],) if told[key] else (), -1)
    return None


def shown(mapped: Mapped, samples: Samples) -> tuple[ColumnMap, ...]:
    """Return the mapping as the officer sees it, one line a field; none for what other fields of the row decide together."""
    lines: list[ColumnMap] = []
    for bound in mapped.bound:
        at = bound.source if bound.at is None else bound.at
        if at is None and not bound.header and bound.how == "values":
            continue
        letter = samples.letter(at) if at is not None else ""
        fields = bound.fields or (bound.fills,)
        lines += [ColumnMap(letter, bound.header, field, bound.how) for field in fields if field]
    return tuple(lines)


def tells_levels(column: Column, samples: Samples) -> bool:
    """Tell whether a column says the levels of functional posts, `Ahli Muda`, alone or beside the kinds of other posts.

    `Pelaksana` is a level of the older functional posts and a kind of its own: without kinds of others nobody says which.
    """
    told = _levels_told(column, samples)
    if not any(kind.startswith("jf_") for kind in told):
        return False
    return "pelaksana" not in told or any(kind.startswith(_OTHER_POSTS) for kind in told)


def names_levels(column: Column, samples: Samples) -> bool:
    """Tell whether a bare `JENJANG` stands over words of posts alone, `Pelaksana`: whatever they mean, it is not the education."""
    return column.child in OF_LEVELS and bool(_levels_told(column, samples))


def _levels_told(column: Column, samples: Samples) -> list[str]:
    """Return the kinds and levels of posts that a column says; none where some cell says something else."""
    if column.child not in OF_LEVELS and column.child != "jenjang jabatan":
        return []
    read_kind = levels_or_kinds if column.child in OF_LEVELS else _KINDS
    read = [read_kind(value) for value in samples.filled(column.at)]
    told = [str(kind) for kind in read if kind is not None and not isinstance(kind, Bad)]
    return told if len(told) == len(read) else []


def names_kinds(column: Column, samples: Samples) -> bool:
    """Tell whether most cells below a bare `JENIS` are kinds of posts: `Administrator`, `Fungsional`."""
    read = [_KINDS(value) for value in samples.filled(column.at)] if column.full == "jenis" else []
    return 2 * sum(not isinstance(kind, Bad) for kind in read) >= len(read) > 0


_SURVEY: Final = re.compile(r"(?i)\b(?:surve[iy]|kuesioner|kuisioner|angket)\b")
_OF_OTHERS: Final = re.compile(r"(?i)\b(?:masyarakat|pelanggan|pengunjung|pasien|pelayanan|layanan|IKM|SKM)\b")
_NO_DIMENSION: Final = re.compile(
    r"\b(?:no|nomor|jumlah|jml|total|rata|rerata|mean|indeks|ikm|akhir|kategori|mutu|predikat|peringkat|ranking|rank|tahun|kode|keterangan|ket"
    r"|responden|persen|persentase|pegawai|populasi|sampel|bobot|standar|target|selisih|gap)\b|^(?:nilai|skor|score|hasil|kesimpulan|ruang|lulus)$"
)
_SCORES: Final[Parser] = parser_of(KINDS["survey"].field("score"))
_FEWEST_DIMENSIONS: Final = 2


def of_survey(about: str) -> bool:
    """Tell whether a title is that of a survey of people at work, not of those whom the units serve."""
    return _SURVEY.search(about) is not None and _OF_OTHERS.search(about) is None


def dimensions(columns: Sequence[Column], samples: Samples, known: Container[str]) -> list[Column]:
    """Return the columns of a survey's dimensions: two and more of unknown names over scores alone; sums and means are none."""
    found = [
        column
        for column in columns
        if column.path
        and column.full not in known
        and IGNORED.get(column.full, "not_kept") == "not_kept"
        and not _NO_DIMENSION.search(column.full)
        and (filled := samples.filled(column.at))
        and not any(isinstance(_SCORES(value), Bad) for value in filled)
    ]
    return found if len(found) >= _FEWEST_DIMENSIONS else []


def levels_or_kinds(cell: Cell) -> Any:
    """Read the kind of a post, or the level of a functional one in short: `Muda`."""
    kind = _KINDS(cell)
    level = _LEVELS(cell) if isinstance(kind, Bad) else kind
    return kind if isinstance(level, Bad) else level


_OF_YEAR: Final = len("2003")


def gives_days(kind: Kind, entry: Entry, column: Column, samples: Samples) -> bool:
    """Tell whether a column of a day or a year has days: beside it a column of years says only what it leaves blank."""
    if len(entry.fields) != 1 or entry.fields[0] not in {field.name for field in kind.fields}:
        return False
    read = parser_of(kind.field(entry.fields[0]))
    return kind.field(entry.fields[0]).type == "year_or_day" and any(
        isinstance(day := read(value), str) and len(day) > _OF_YEAR for value in samples.filled(column.at)
    )


def years_agree(first: Column, column: Column, samples: Samples) -> bool:
    """Tell whether each year of a column is that of the day beside it, where there is one."""
    both = zip(*(samples.columns.get(one.at, ()) for one in (first, column)), strict=False)
    read = [(read_year_or_day(one), read_year_or_day(other)) for one, other in both]
    return all(
        one is None or other is None or (isinstance(one, str) and one[:_OF_YEAR] == other) for one, other in read
    )
