"""Columns of days that an English Excel changed over, day for month: each judged whole, at the end of its list.

Typed with the day first, `04/01/2022` becomes a true date there, 1 April, and `25/04/2022` stays a text. What proves it: the NIPs
beside birth dates and first appointments; what begins on the first of a month and lies in January throughout. What asks: true
dates of the first twelve days of a month alone, beside texts of later days alone; and any column beside one that is proven, in
the same list or in another one of the file, which passed through the same Excel.
What clears it: NIPs that bear the days out, first days of months as decrees have them, true dates of later days.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from asnkarier.core.finding import Finding, Severity
from asnkarier.core.parse.base import Bad, text_of
from asnkarier.core.parse.dates import day_first
from asnkarier.ingest.header.bound import Mapped
from asnkarier.sheets.book import column_letter

if TYPE_CHECKING:
    from asnkarier.ingest.table import Table

_ON_FIRSTS: Final = frozenset(("golongan_since", "appointed_on", "pns_since", "last_pay_step"))
"""What begins on the first of a month by its nature: changed over, the first of any month is a day of January."""
_SURELY: Final = frozenset(("golongan_since", "last_pay_step"))
"""Of these what has no other beginning: a first appointment may begin on any day, and the status of PNS then with it."""
_PROMOTED: Final = (4, 10)
"""Promotions in rank held from 1 April and 1 October for most of the time."""
_BORN: Final = "birth_date"
_APPOINTED: Final = "appointed_on"
"""The days that the NIP carries: the first whole, of the second the month."""
_MONTHS: Final = 12
_SEVERAL: Final = 3
_MANY: Final = 5
_MOST: Final = 0.8
_NEARLY_ALL: Final = 0.95
_STRAY: Final = 10
"""One in so many cells that somebody typed anew does not clear the others."""
_TEXTS_OF_ALL: Final = 20
"""Where fewer than one in so many cells is a text of a late day, the texts may be of somebody's own."""
_MOST_DIFFERENT: Final = 60_000
"""There are fewer days than this in 150 years: a column with more different cells is none of days."""

_PROOFS: Final = ("dates_swapped_by_nip", "dates_swapped")
"""What is said of a column that surely was changed over."""
_OF_TEXTS: Final = "dates_swapped_beside_texts"

_Form = Literal["date", "early", "late", "sure"]
"""A true date; a text that may have its month first; one that surely has its day first; one that nobody can take amiss."""


class _Said(NamedTuple):
    """What is to be said of a column."""

    code: str
    severity: Severity
    number: int
    example: date
    """A day as it stands, its day and month probably changed over."""


class _Column:
    """One column of days: what stands in it, and what the NIPs beside it say."""

    def __init__(self, at: int, field: str, label: str, header: str) -> None:
        self.at, self.field, self.label, self.header = at, field, label, header
        self.cells: Counter[Any] = Counter()
        self._read: dict[Any, Any] = {}
        """What each different cell was read as where it stands first."""
        self._borne: Counter[str] = Counter()
        """Days of January in the year and month in which the NIPs beside them say that people were appointed."""
        self.turned: Counter[str] = Counter()
        """Days that the NIP beside them has with day and month the other way round."""
        self.right = self._turned_texts = 0

    def add(self, cells: Sequence[Any], found: Sequence[Any], nips: Sequence[Any] | None) -> None:
        """Take some thousand cells with what they were read as."""
        if len(self.cells) > _MOST_DIFFERENT:
            return
        reading = dict(zip(cells, found, strict=True))
        self.cells.update(cells)
        for cell, value in reading.items():
            if cell not in self._read:
                self._read[cell] = value
        if nips is None:
            return
        if self.field in (_BORN, _APPOINTED):
            self._against(cells, found, nips)
        odd = {one for one in reading.values() if type(one) is str and one[5:7] == "01" and "01" < one[8:] <= "12"}
        for day, nip in zip(found, nips, strict=True) if odd else ():
            if type(day) is str and day in odd and type(nip) is str and nip[8:14] == f"{day[:4]}01":
                self._borne[day] += 1

    def _against(self, cells: Sequence[Any], found: Sequence[Any], nips: Sequence[Any]) -> None:
        """Count the days that bear out the NIP beside them, and those that have its day and month changed over."""
        born = self.field == _BORN
        for cell, day, nip in zip(cells, found, nips, strict=True):
            if type(day) is not str or type(nip) is not str:
                continue
            year, one, other = day[:4], day[5:7], day[8:]
            if other > "12" or one == other:
                continue
            told = nip[:8] if born else nip[8:14]
            if told == (f"{year}{one}{other}" if born else f"{year}{one}"):
                self.right += 1
            elif told == (f"{year}{other}{one}" if born else f"{year}{other}"):
                self.turned[day] += 1
                self._turned_texts += type(cell) is str

    def close(self) -> None:
        """Sort the cells by what they can tell; the column is at its end."""
        self.days: Counter[tuple[date, _Form]] = Counter()
        self.example, self.unclear, self.proofs, self.proof = "", "", 0, ""
        if len(self.cells) > _MOST_DIFFERENT:
            return
        for cell, times in self.cells.items():
            read = self._read[cell]
            if type(read) is Bad and read.code == "date_order":
                self.proofs, self.proof = self.proofs + times, self.proof or text_of(cell)
            if type(read) is not str or len(read) != len("2022-04-01"):
                continue
            form = _form(cell)
            self.days[date.fromisoformat(read), form] += times
            self.example = self.example or (text_of(cell) if form == "late" else "")
            self.unclear = self.unclear or (text_of(cell) if form == "early" else "")
        self.all = sum(self.days.values())
        self.cells.clear()
        self._read.clear()

    def either(self, *forms: _Form) -> Counter[date]:
        """Return the days of cells of these forms that would be another day with day and month changed over."""
        found: Counter[date] = Counter()
        for (day, form), times in self.days.items():
            if form in forms and day.day <= _MONTHS and day.day != day.month:
                found[day] += times
        return found

    def late(self, *forms: _Form) -> int:
        """Return how many different days beyond the twelfth stand in cells of these forms."""
        return len({day for day, form in self.days if form in forms and day.day > _MONTHS})

    @property
    def of_texts(self) -> bool:
        """Whether the days that are proven to be changed over are texts rather than true dates."""
        if self.turned:
            return self._turned_texts * 2 > sum(self.turned.values())
        return self.either("early").total() > self.either("date").total()

    @property
    def borne_out(self) -> bool:
        """Whether the NIPs say that the days are right."""
        return self.right > 0 and sum(self.turned.values()) * _STRAY < self.right

    def by_nip(self) -> _Said | None:
        """Return what the NIPs beside the days prove."""
        count = sum(self.turned.values())
        if count < _SEVERAL:
            return None
        example = max(map(date.fromisoformat, self.turned), key=lambda day: day.day)
        if self.field == _BORN:
            # Where the NIPs bear more of them out, the others are slips of single cells, each told by its own row.
            return _Said("dates_swapped_by_nip", "error", count, example) if count >= self.right else None
        if self.right * _STRAY <= count:
            return _Said("dates_swapped_by_nip", "error", count, example)
        januaries = [day for day in map(date.fromisoformat, self.turned) if day.month == 1]
        if len(januaries) < len(self.turned) or count * _STRAY < self.right:
            return None
        return _Said("dates_perhaps_swapped", "warning", count, example)

    def by_texts(self) -> _Said | None:
        """Return what true dates of early days alone say beside texts of late days alone."""
        late = sum(times for (_day, form), times in self.days.items() if form == "late")
        dates = self.either("date")
        different = sum(day.day > 1 for day in dates)
        if late < _SEVERAL or not dates or self._of_decrees("date"):
            return None
        if (self.late("date") + len(self.either("early"))) * _STRAY > different:
            return None
        severity: Severity = "error" if late * _TEXTS_OF_ALL >= dates.total() else "warning"
        return _Said("dates_swapped_beside_texts", severity, dates.total(), _telling(dates))

    def _of_decrees(self, *forms: _Form) -> bool:
        """Tell whether most cells of these forms are the first of a month: changed over they would lie in January."""
        dates = [(day, times) for (day, form), times in self.days.items() if form in forms and day.day <= _MONTHS]
        firsts, januaries = (sum(times for day, times in dates if getattr(day, part) == 1) for part in ("day", "month"))
        return firsts > januaries and firsts * 2 > sum(times for _day, times in dates)

    def by_januaries(self) -> _Said | None:
        """Return how sure the days themselves make it that they were changed over."""
        if self.field == _APPOINTED and (self.right or any(form in ("late", "sure") for _day, form in self.days)):
            return None
        odd = Counter({day: n for day, n in self.either("date", "early").items() if day.month == 1})
        odd -= Counter({date.fromisoformat(day): times for day, times in self._borne.items()})
        count, numbers, years = odd.total(), {day.day for day in odd}, {day.year for day in odd}
        same = sum(times for (day, _form), times in self.days.items() if (day.month, day.day) == (1, 1))
        of_january = count + same >= _NEARLY_ALL * self.all
        if self.field in _ON_FIRSTS:
            later = sum(times for (day, _form), times in self.days.items() if day.day > 1)
            if count < _SEVERAL or count < _MOST * later:
                return None
            if self.field in _SURELY and of_january and len(numbers) > 1:
                return _Said("dates_swapped", "error", count, _telling(odd))
            if len(numbers) > 1 or (self.field == "golongan_since" and numbers.issubset(_PROMOTED)):
                return _Said("dates_perhaps_swapped", "warning", count, _telling(odd))
        elif of_january and count >= _MANY and len(numbers) >= _SEVERAL and len(years) >= _SEVERAL:
            return _Said("dates_perhaps_swapped", "warning", count, _telling(odd))
        return None

    def beside(self, proven: "_Column", code: str = "dates_swapped_beside") -> _Said | None:
        """Return what is to be asked of a column beside one that is proven to have been changed over."""
        forms: tuple[_Form, ...] = ("date", "early") if proven.of_texts else ("date",)
        if self.borne_out or self._of_decrees(*forms):
            return None
        days = self.either(*forms)
        clear = self.late("late", "date") if proven.of_texts else 0 if proven.late("date") else self.late("date")
        if not days or clear * _STRAY > len(days):
            return None
        return _Said(code, "error", days.total(), _telling(days))

    @property
    def order_unclear(self) -> bool:
        """Whether days were read with the day first though another text surely has its month first, and none its day."""
        if not self.proof or not self.unclear or any(form == "late" for _day, form in self.days):
            return False
        early = self.either("early")
        of_decrees = all(day.day == 1 for day in early) and len({day.year for day in early}) >= _SEVERAL
        return not (self.proofs == 1 and of_decrees)


def _form(cell: Any) -> _Form:
    if isinstance(cell, date) or (isinstance(cell, int | float) and _FIRST_NUMBER <= cell <= _LAST_NUMBER):
        return "date"
    first = day_first(text_of(cell)) if isinstance(cell, str) else False
    return "late" if first else "early" if first is None else "sure"


_FIRST_NUMBER: Final = 5_000
_LAST_NUMBER: Final = 80_000
"""Between these a number is the day of a cell that is shown as a number."""


def _telling(days: Counter[date]) -> date:
    """Return the day of the highest number: with day and month changed over it is told best."""
    return max(days, key=lambda day: (day.day, day))


class ExchangedDays:
    """Watches the columns of days of one kind while its rows are read, and judges them at the end.

    Whoever names the column by --map says that its days are right; a mapping kept from another list (`kept`) does not.
    """

    def __init__(self, mapped: Mapped, table: "Table") -> None:
        self._table, self._kind = table, mapped.kind.name
        self._open: list[_Column] = []
        """Columns of which nothing was said that stops an import, when the list was at its end."""
        self._proofs: list[tuple[_Column, str]] = []
        """Columns that were changed over, each with the code by which this was said."""
        self._columns: dict[int, _Column] = {}
        for item in mapped.bound:
            fields = tuple(
                one for one in item.fields or (item.fills,) if one != "year"
            )  # a training's day, or its year
            if item.at is None or len(fields) != 1 or item.one is not None or (item.how == "map" and not table.kept):
                continue
            field = next((field for field in mapped.kind.fields if field.name == fields[0]), None)
            if field is not None and field.type == "date":
                self._columns[item.at] = _Column(item.at, field.name, field.label, item.header)

    def add(self, at: int, cells: Sequence[Any], found: Sequence[Any], nips: Sequence[Any] | None) -> None:
        """Take some thousand cells of the column at `at`, what they were read as, and the NIPs beside them."""
        if at in self._columns:
            self._columns[at].add(cells, found, nips)

    def findings(self) -> Iterator[Finding]:
        """Yield one finding for each column that was or may have been changed over, and has not been told yet."""
        columns = [column for column in self._columns.values() if column.at not in self._table.judged]
        sure: dict[str, _Column] = {}
        said: dict[int, _Said | None] = {}
        for column in columns:
            column.close()
            about = said[column.at] = column.by_nip() or (
                None if column.borne_out else column.by_texts() or column.by_januaries()
            )
            if about is not None:
                sure.setdefault(about.code, column)
        proven = next((sure[code] for code in _PROOFS if code in sure), None)
        for column in columns:
            about = said[column.at]
            if proven is not None and (about is None or about.severity != "error"):
                about = column.beside(proven) or about
            if about is not None:
                yield self._finding(column, about, proven.label if proven is not None else "")
            if about is None or about.severity != "error":
                self._open.append(column)
            elif about.code in _PROOFS or about.code == _OF_TEXTS:
                self._proofs.append((column, about.code))
            if column.order_unclear:
                values: dict[str, str | int] = {
                    "field": column.label,
                    "value": column.unclear,
                    "proof": column.proof,
                }
                yield self._at(column, "date_order_unclear", "error", values)

    def elsewhere(self, others: Sequence["ExchangedDays"]) -> Iterator[Finding]:
        """Yield what is to be asked of the columns of this list since another list of the file holds proven ones.

        What looks proven by texts beside true dates says so much of the same column of a list that goes on alone. A list whose
        own NIPs prove a column has been asked about already, and one whose NIPs bear several days out was not changed over.
        """
        if any(code in _PROOFS for _column, code in self._proofs) or any(
            column.borne_out and column.right >= _SEVERAL for column in self._open
        ):
            return
        proofs = [(other, *proof) for other in others if other._table is not self._table for proof in other._proofs]
        for column in self._open:
            for other, proven, code in proofs:
                if code == _OF_TEXTS and (other._kind, proven.field) != (self._kind, column.field):
                    continue
                if (about := column.beside(proven, "dates_swapped_elsewhere")) is not None:
                    yield self._finding(column, about, proven.label, other._place_of(proven))
                    break

    def _place_of(self, column: _Column) -> str:
        return f"{self._table.sheet} {self._letter(column)}{self._table.header.top + 1}"

    def _finding(self, column: _Column, about: _Said, other: str, where: str = "") -> Finding:
        day = about.example
        values: dict[str, str | int] = {
            "field": column.label,
            "count": about.number,
            "all": column.all,
            "value": day.isoformat(),
            "meant": date(day.year, day.day, day.month).isoformat(),
            "header": column.header,
            "key": column.field,
            "column": self._letter(column),
        }
        if about.code == "dates_swapped_beside_texts":
            values["text"] = column.example
        if about.code in ("dates_swapped_beside", "dates_swapped_elsewhere"):
            values["other"] = other
        if where:
            values["where"] = where
        return self._at(column, about.code, about.severity, values)

    def _letter(self, column: _Column) -> str:
        return column_letter(column.at + self._table.first_column)

    def _at(self, column: _Column, code: str, severity: Severity, values: dict[str, str | int]) -> Finding:
        self._table.judged.add(column.at)
        table = self._table
        return Finding(
            code, severity, table.file, table.sheet, table.header.top + 1, self._letter(column), column.header, values
        )


def asked_elsewhere(lists: Sequence[ExchangedDays]) -> list[Finding]:
    """Return what is to be asked of the lists of a file since one of them holds a column that was changed over."""
    found = (finding for one in lists for finding in one.elsewhere(lists))
    return list({(one.sheet, one.row, one.column): one for one in found}.values())
