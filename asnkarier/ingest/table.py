"""One list: its rows in chunks, read column by column, into frames of good rows and findings about the others."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from asnkarier.ingest.around import SHOWN, Around
from asnkarier.ingest.cells.kind_reader import KindReader
from asnkarier.ingest.frames import Frame, PredicateScale, SanctionLaw
from asnkarier.ingest.header.bound import Mapped
from asnkarier.ingest.header.context import NOTHING_ABOVE, Context, context_of
from asnkarier.ingest.header.layout import Header
from asnkarier.ingest.headings import is_note, mark_of
from asnkarier.ingest.rows import Classifier, Here, RowIs, Sections, is_end, is_example, section_place
from asnkarier.ingest.ticks import merged as merged_ticks
from asnkarier.sheets.book import LONGEST_MERGE, Sheet
from asnkarier.sheets.scans.scan import UNCALCULATED

CHUNK: Final = 4096
_TALLEST_TITLE: Final = 30
_EXAMPLES_WITHIN: Final = 5
"""The example row of a template stands right below the headers."""

_CODES: Final = ("code", "decree", "certificate")
"""What is written in digits and is no number: zeros before it and behind it are a part of it."""

_NOBODY: Final[frozenset[RowIs]] = frozenset(("blank", "numbering", "repeated_header"))
"""Rows between a heading and the next that say nothing of people."""


class Source:
    """The rows of a sheet with their numbers; rows that belong to the next list are put back."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = sheet.rows()
        self._kept: list[Any] = []
        self._number = 1
        self._errors, self._percent, self._texts = sheet.scan.errors, sheet.scan.percent, sheet.scan.texts
        self._first_column = sheet.first_column
        self.end: int | None = None
        """The row at which the list ends, where what follows is no list."""

    def take(self, count: int) -> tuple[int, list[Any]]:
        """Return the number of the next row and up to `count` rows, cells with errors marked in them."""
        count = count if self.end is None else min(count, self.end - self._number)
        start, rows = self._number, self._kept[:count]
        self._kept = self._kept[count:]
        if len(rows) < count:
            fresh = list(islice(self._rows, count - len(rows)))
            if self._percent:
                self._show_percent(start + len(rows), fresh)
            for told in (self._texts, self._errors):
                if told:
                    self._mark(start + len(rows), fresh, told)
            rows += fresh
        self._number += len(rows)
        return start, rows

    def put_back(self, rows: list[Any]) -> None:
        """Take rows back, to be given out again."""
        self._kept = rows + self._kept
        self._number -= len(rows)

    def _show_percent(self, start: int, rows: list[Any]) -> None:
        """Write numbers that are shown as percent as they are shown: 88 for the 0.88 of a cell that says 88%."""
        for column, numbers in self._percent.items():
            at = column - self._first_column
            for number in numbers[bisect_left(numbers, start) : bisect_left(numbers, start + len(rows))]:
                row = rows[number - start]
                if 0 <= at < len(row) and type(row[at]) in (float, int):
                    row[at] = round(row[at] * 100, 10)

    def _mark(self, start: int, rows: list[Any], told: Mapping[int, Mapping[int, str]]) -> None:
        for number in range(start, start + len(rows)):
            for column, text in told.get(number, {}).items():
                row, at = rows[number - start], column - self._first_column
                if at >= 0:
                    row.extend([""] * (at + 1 - len(row)))
                    if row[at] in ("", None) or text != UNCALCULATED:
                        row[at] = text


class Table:
    """Reads the rows below one header for one or more kinds at once."""

    def __init__(
        self,
        header: Header,
        mapped: Sequence[Mapped],
        file: str,
        sheet: Sheet,
        today: str,
        name_at: int | None,
        kind_at: int | None,
        *,
        ragged: bool = False,
        scales: Sequence[PredicateScale] = (),
        sanctions: Sequence[SanctionLaw] = (),
        context: Context = NOTHING_ABOVE,
        kept: bool = False,
        top: int = 1,
    ) -> None:
        self.kept = kept
        """Whether what --map would say comes from a mapping kept for another list."""
        self.judged: set[int] = set()
        """Columns of days of which something has been said as a whole."""
        self.scales, self.sanctions, self.context = scales, sanctions, context
        self.header, self.file, self.sheet, self.today = header, file, sheet.name, today
        self.first_column, self.date1904 = sheet.first_column, sheet.scan.date1904
        self.readers = [KindReader(item, self, name_at, kind_at) for item in mapped]
        bound = frozenset(item.at for one in mapped for item in one.bound if item.at is not None)
        self.classifier = Classifier(header, bound, self.readers[0].further())
        of_columns = {field for one in mapped for item in one.bound if item.at is not None for field in item.fields}
        beside = ("status",) if "unit" not in of_columns else ("status", "parent")
        in_rows = any(item.how == "section" and item.fields[0] not in beside for one in mapped for item in one.bound)
        # A blank cell of a column of units is no person of the agency itself.
        place = (None, None) if "unit" in of_columns else context.place
        self.sections = Sections(*place, sure=not in_rows, day=context.dated or today, about=context.about)
        self._titled = context.place
        self._empty = False
        """Whether nobody has stood since the last section row."""
        self.width = max(column.at for column in header.columns) + 1
        self.ragged = ragged
        """Whether a row may have more cells than the header: then they are a sign that its values have moved."""
        self._scan = sheet.scan
        codes = {
            item.at
            for one in mapped
            for item in one.bound
            if item.at is not None and item.fields and item.fields[0].endswith(_CODES)
        }
        self._codes = [at for at in codes if at + self.first_column in sheet.scan.zeros]
        # Cells merged downwards say the same thing in every row they cover: row → (column, first row).
        self._merged: dict[int, list[tuple[int, int]]] = {}
        for r1, c1, r2, c2 in sheet.merged:
            if r2 > r1 >= header.data and c1 == c2 and c1 - self.first_column in bound:
                for row in range(r1 + 1, min(r2, r1 + LONGEST_MERGE) + 1):
                    self._merged.setdefault(row + 1, []).append((c1 - self.first_column, r1 + 1))
        self._tops: dict[tuple[int, int], Any] = {}
        by_values = any(item.how == "values" and item.at is not None for one in mapped for item in one.bound)
        self.around = Around(range(top, header.data + 1), SHOWN if by_values else 0)
        """The rows without which a part of the list cannot be read; the title begins in row `top`."""

    def frames(self, source: Source) -> Iterator[tuple[int, Frame]]:
        """Yield (which kind, frame) until the rows end or another header begins."""
        more = True
        while more:
            start, rows = source.take(CHUNK)
            if not rows:
                break
            more = len(rows) == CHUNK
            if self._merged:
                self._fill_merged(start, rows)
            columns = _transposed(rows, self.width)
            rest: list[Any] | None = None
            self.halves: set[int] = set()
            keep, skipped, rest = self._sorted_out(start, rows, columns)
            if rest is not None:
                source.put_back(rest)
                more = False
            if len(keep) < len(rows):
                columns = [[column[i] for i in keep] for column in columns]
            if self.header.ticks and keep:
                said = merged_ticks(self.header, dict(enumerate(columns)))
                columns = [said[at] for at in range(len(columns))]
            numbers = [start + i for i in keep]
            for at in self._codes:
                columns[at] = self._as_shown(at, columns[at], numbers)
            sections = self._sections_of(keep)
            for place, reader in enumerate(self.readers):
                reader.skipped.update(skipped)
                reader.read += sum(skipped.values())
                if numbers:
                    halves = [at for at, i in enumerate(keep) if i in self.halves] if self.halves else []
                    yield from ((place, frame) for frame in reader.chunk(numbers, columns, sections, halves))
        for place, reader in enumerate(self.readers):
            yield from ((place, frame) for frame in reader.told())
            yield place, reader.end(self.around)

    def _as_shown(self, at: int, cells: Sequence[Any], numbers: Sequence[int]) -> list[Any]:
        """Write the numbers of a column of codes as their cells show them: `1.10` is another code than `1.1`."""
        shown = self._scan.as_shown
        column = at + self.first_column
        return [
            (shown(cell, row, column) or cell) if type(cell) in (int, float) else cell
            for cell, row in zip(cells, numbers, strict=True)
        ]

    def _fill_merged(self, start: int, rows: list[Any]) -> None:
        """Write the value of a cell merged downwards into every row that has something of its own."""
        wanted = {
            place for row in range(start, start + len(rows) + LONGEST_MERGE) for place in self._merged.get(row, ())
        }
        for at, top in wanted:
            if start <= top < start + len(rows) and at < len(rows[top - start]):
                self._tops[at, top] = rows[top - start][at]
        for row in range(start, start + len(rows)):
            places = self._merged.get(row)
            if places and any(cell not in ("", None) for cell in rows[row - start]):
                for at, top in places:
                    if at < len(rows[row - start]) and rows[row - start][at] in ("", None):
                        rows[row - start][at] = self._tops.get((at, top), "")

    def _sorted_out(
        self, number: int, rows: list[Any], columns: Sequence[Sequence[Any]]
    ) -> tuple[Sequence[int], Counter[str], list[Any] | None]:
        """Return the places of rows with data, why the others are skipped, and the rows of the next list if one begins."""
        self._changes: list[tuple[int, Here]] = [(-1, self.sections.here)]
        self._before: dict[int, Sections] = {}
        self._people: dict[int, int] = {}
        """Section row → who stands first in the section before it."""
        suspects = self.readers[0].suspects(columns, len(rows))
        if examples := [i for i, row in enumerate(rows[:_EXAMPLES_WITHIN]) if is_example(row)]:
            suspects = sorted({*suspects, *examples})
        heading = -1 if self._empty else -2
        self._empty = False
        if not suspects:
            self.around.people(number, 0, len(rows), (), {})
            return range(len(rows)), Counter(), None
        skipped: Counter[str] = Counter()
        rows_are: dict[int, RowIs] = {}
        others = frozenset(suspects)
        before = person = -2
        below = 0
        for i, following in zip(suspects, [*suspects[1:], len(rows)], strict=True):
            if i != before + 1:
                self.classifier.ended = False
            what = self.classifier.of(rows[i])
            if what in ("header", "repeated_header", "section"):
                self.around.people(number, below, i, others, rows_are)
                below = i + 1
            if what in ("header", "repeated_header"):
                start = self._title_above(rows, i, rows_are)
                above = context_of(rows[start:i])
                someone = next((self._people[k] for k in range(start, i) if k in self._people), self.around.someone)
                if what == "header" or self._other_time(above):
                    self.around.end(number + start, someone)
                    keep = [k for k in range(start) if rows_are.get(k, "data") == "data"]
                    skipped.update(what for k, what in rows_are.items() if k < start and what != "data")
                    return keep, skipped, rows[start:]
                first = next((self._before[k] for k in range(start, i) if k in self._before), self.sections)
                self._retitled(above, start, i)
                if start < i:
                    told = vars(first) != vars(self.sections)
                    self.around.title(number + start, number + i, told=told, someone=someone)
            if what == "section":
                alone = rows_are.get(before) != "section" or i != before + 1
                if self.around.someone is not None:
                    self._people[i] = self.around.someone
                note = is_note(rows[i], following - i - 1)
                self._section(rows[i], i, number, alone=alone, empty=heading == i - 1, note=note)
            if what == "signature" and person == i - 1 and self.readers[0].is_only_nip(rows[i]):
                # Not the end of a letter but the other half of the person above.
                self.classifier.ended, what = False, "data"
                self.halves.add(i)
            elif what == "data":
                person = i
            if what == "section" or (heading == i - 1 and what in _NOBODY):
                heading = i
            rows_are[i] = what
            before = i
        self._empty = heading == len(rows) - 1
        self.around.people(number, below, len(rows), others, rows_are)
        skipped.update(what for what in rows_are.values() if what != "data")
        return [i for i in range(len(rows)) if rows_are.get(i, "data") == "data"], skipped, None

    def _title_above(self, rows: list[Any], at: int, rows_are: Mapping[int, RowIs]) -> int:
        """Return the first of the rows right above a header that are its title: those behind the people and their signature."""
        start = at
        while (
            start > max(0, at - _TALLEST_TITLE)
            and rows_are.get(start - 1) in ("section", "blank", "signature")
            and not is_end(rows[start - 1])
        ):
            start -= 1
        return start

    def _other_time(self, above: Context) -> bool:
        """Tell whether a title between two lists under the same header speaks of another time than the first."""
        first = self.context
        return any(
            new is not None and new != old
            for new, old in ((above.dated, first.dated), (above.year, first.year), (above.period, first.period))
        )

    def _retitled(self, above: Context, start: int, at: int) -> None:
        """Stand where the title of the next list under the same header says; where it only repeats the one before, where it was."""
        if above.letterhead and (above.maker or above.agency == self.context.left_out):
            above = above.without_agency()
        agency, unit = above.place
        if (agency, unit) not in ((None, None), self._titled):
            agency = agency or self._titled[0]
            self._titled = agency, unit
            self.sections.begin(agency, unit)
        elif above.left_out or agency or unit:
            # The rows of a letterhead on every page are no section rows.
            self.sections = next((self._before[k] for k in range(start, at) if k in self._before), self.sections)
        self._changes.append((at, self.sections.here))

    def _section(self, row: Sequence[Any], at: int, number: int, *, alone: bool, empty: bool, note: bool) -> None:
        if place := section_place(row):
            self._before[at] = self.sections.copy()
            beside, mark = self.sections.copy(), mark_of(row)
            beside.enter(place, alone=False, empty=True, mark=mark, note=note)
            self.sections.enter(place, alone=alone, empty=empty, mark=mark, note=note)
            self.around.section(number + at, apart=vars(beside) != vars(self.sections))
        self._changes.append((at, self.sections.here))

    def _sections_of(self, keep: Sequence[int]) -> Mapping[str, list[str | None]]:
        """Return the unit, the one above it and the agency that section rows give to each kept row."""
        places: list[Here] = []
        place = 0
        for i in keep if len(self._changes) > 1 else ():
            while place + 1 < len(self._changes) and self._changes[place + 1][0] < i:
                place += 1
            places.append(self._changes[place][1])
        places = places or [self._changes[0][1]] * len(keep)
        return {field: [place[at] for place in places] for at, field in enumerate(Here._fields)}


def _transposed(rows: list[Any], width: int) -> list[Any]:
    widths = set(map(len, rows))
    if len(widths) > 1 or max(widths) < width:
        wide = max(*widths, width)
        rows = [[*row, *[""] * (wide - len(row))] if len(row) < wide else row for row in rows]
    return list(zip(*rows, strict=True))
