"""Reading the rows of a list as one kind: values, findings, and the counts at its end."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from asnkarier.core.finding import Finding, Severity
from asnkarier.core.names import is_structural
from asnkarier.core.parse.base import Bad, nothing, text_of
from asnkarier.core.parse.ranks import RANK_NAMES, agreed, read_ruang
from asnkarier.core.text import folded
from asnkarier.ingest.around import Around
from asnkarier.ingest.cells.checks import Problem, against_years, problems, years_of_periods
from asnkarier.ingest.cells.columns import ColumnReader, Read, is_some_nip, only_nip, reader_of
from asnkarier.ingest.cells.exchanged import ExchangedDays
from asnkarier.ingest.cells.flags import is_flag, weighed
from asnkarier.ingest.cells.of_posts import problems_of_posts
from asnkarier.ingest.cells.sanctions import decide_levels
from asnkarier.ingest.cells.scales import Codes, Points, of_another_time
from asnkarier.ingest.cells.several import More, beside, frame_beside
from asnkarier.ingest.cells.sexes import LetterP
from asnkarier.ingest.cells.times import give_years, without_days
from asnkarier.ingest.cells.together import Together, filled, give_ruang
from asnkarier.ingest.cells.whom import Whom
from asnkarier.ingest.frames import LEVEL_PREFIX, EndFrame, FindingsFrame, Frame, RowsFrame
from asnkarier.ingest.header.bound import Bound, Mapped
from asnkarier.ingest.header.changed import objects_of
from asnkarier.ingest.header.headers import tells_kind
from asnkarier.ingest.header.left_out import beginnings
from asnkarier.ingest.leaving import give_status
from asnkarier.ingest.offices import office_of, offices_of_rows, under_sections
from asnkarier.ingest.rivals.remarks import Remarks
from asnkarier.ingest.rivals.units import without_itself
from asnkarier.ingest.rows import Further
from asnkarier.sheets.book import column_letter
from asnkarier.sheets.scans.scan import UNCALCULATED

if TYPE_CHECKING:
    from asnkarier.ingest.table import Table

_NIP_DIGITS: Final = 18
_BLANK_ENOUGH: Final = ("name", "position", "unit")
"""Required columns of a roster whose cells may be blank: a blank cell leaves a value as it is."""


class KindReader:
    """Reads the columns of one kind and counts what became of the rows."""

    def __init__(self, mapped: Mapped, table: "Table", name_at: int | None, kind_at: int | None) -> None:
        self.mapped, self.table, self.kind = mapped, table, mapped.kind
        self.fields = tuple(field for field in mapped.fields if field)
        self.name_at, self.kind_at = name_at, kind_at
        self.columns: list[tuple[int | None, tuple[str, ...], ColumnReader | None, Any]] = [
            (
                item.at,
                tuple(f for f in item.fields if f),
                None
                if item.at is None
                else reader_of(self.kind, item.fields, self._headers(item), item.one, date1904=table.date1904),
                item,
            )
            for item in mapped.bound
            if not item.fills
        ]
        self.fillers = [
            (item.at, item.fills, reader_of(self.kind, (item.fills,), item.header, date1904=table.date1904))
            for item in mapped.bound
            if item.fills and item.at is not None and item.how != "joins"
        ]
        self.remarks = Remarks(mapped)
        self.days_as_hours = 0
        flags = [
            is_flag(item.header) for item in mapped.bound if item.at is not None and "employee_kind" in item.fields
        ]
        kinds = [is_flag(item.header) for item in mapped.bound if item.at is not None and item.fills == "employee_kind"]
        self.flag = "second" if any(kinds) else "first" if any(flags) and kinds else "alone" if any(flags) else None
        self.for_blanks = {item.fills: item.value for item in mapped.bound if item.fills and item.at is None}
        self.letters = {
            f: column_letter(item.at + table.first_column)
            for item in mapped.bound
            if item.at is not None
            for f in item.fields
        }
        self.places = {f: item.at for item in mapped.bound if item.at is not None for f in item.fields}
        self.sources = {f: item.source for item in mapped.bound if item.at is None for f in item.fields}
        """Where a value that no column holds was told: in a column of something else."""
        names = {field.name for field in self.kind.fields}
        self.office = office_of(mapped)
        self.person = "nip" if "nip" in names else "mentee" if "mentee" in names else None
        self.required = [
            field
            for field in dict.fromkeys(
                (
                    *(f.name for f in self.kind.fields if f.required),
                    *(
                        ("competency", "level")
                        if "competency" in self.fields and self.kind.name == "assessments"
                        else ()
                    ),
                )
            )
            if field in self.fields
        ]
        self.began_at = beginnings(mapped, table.header.columns)
        telling = [column.at for column in table.header.columns if tells_kind(column)]
        of_all = [field for item in mapped.bound if item.how == "set" for field in item.fields]
        or_nik = any("nik" in folded(item.header).split() for item in mapped.bound if self.person in item.fields)
        whose = (self.kind, self.person, self.places, self.name_at, self._found_at)
        self.whom = Whom(*whose, telling, of_all, or_nik=or_nik)
        self.together = Together(self.kind, self.places, self.letters, (table.file, table.sheet))
        self.codes = Codes(table.scales)
        self.days = ExchangedDays(mapped, table)
        self.points = Points(self.kind.name)
        self.above_by_values = any(item.fields == ("parent",) and item.how == "values" for item in mapped.bound)
        self.letter_p = LetterP(" ".join(item.header for item in mapped.bound if "sex" in item.fields))
        self.read = self.delivered = self.rejected = 0
        self.named: list[str] = []
        self.skipped: Counter[str] = Counter()

    def _headers(self, item: Bound) -> str:
        """Return the header of a column; for what happened to people also that of the day from which it holds."""
        days = [one.header for one in self.mapped.bound if "event" in item.fields and "effective_on" in one.fields]
        return " ".join((item.header, *days))

    def suspects(self, columns: Sequence[Sequence[Any]], count: int) -> list[int]:
        """Return the rows that may be about nobody: those without a NIP, or without something their kind requires."""
        nip_at = self.places.get(self.person or "")
        if nip_at is None:
            telling = (*self.required, *(("job_class", "headcount") if "position_kind" in self.sources else ()))
            ats = {self.places[field] for field in telling if field in self.places} or {0}
            own = {"", None, " ", *(text for column in self.table.header.columns for text in column.path)}
            return sorted({i for at in ats if at < len(columns) for i, cell in enumerate(columns[at]) if cell in own})
        column = columns[nip_at]
        if nip_at == self.name_at:
            return [
                i
                for i, cell in enumerate(column)
                if type(cell) is not str or sum(map(str.isdigit, cell)) < 9 or only_nip(cell)
            ]
        found = {i for i, cell in enumerate(column) if not is_some_nip(cell)}
        if self.name_at is not None and self.name_at < len(columns):
            found.update(i for i, name in enumerate(columns[self.name_at]) if not name)
        return sorted(found)

    def further(self) -> Further:
        """Return the columns of what a further row of the person above says."""
        if self.kind.name in ("roster", "selections") or self.places.get(self.person or "") is None:
            return Further()
        required = [f for f in self.kind.fields if f.required and f.name in self.places and f.name != self.person]
        called = frozenset(self.places[field.name] for field in required if field.type == "text")
        return Further(called, frozenset(self.places[field.name] for field in required) - called)

    def is_only_nip(self, row: Sequence[Any]) -> bool:
        """Tell whether the row says nothing but a NIP, in the column of name and NIP."""
        filled = [at for at, cell in enumerate(row) if not nothing(text_of(cell))]
        if filled != [self.name_at] or self.name_at != self.places.get(self.person or ""):
            return False
        digits = sum(map(str.isdigit, text := text_of(row[filled[0]])))
        return digits == _NIP_DIGITS and only_nip(text)

    def chunk(
        self,
        numbers: list[int],
        columns: Sequence[Sequence[Any]],
        sections: Mapping[str, list[str | None]],
        halves: Sequence[int] = (),
    ) -> Iterator[Frame]:
        """Yield the good rows of a chunk and the findings about the others; `halves` are NIPs below their person's row."""
        count = len(numbers)
        self.read += count
        values: dict[str, list[Any]] = {}
        for at, fields, read, item in self.columns:
            if read is not None and at is not None:
                cells = columns[at] if at < len(columns) else [""] * count
                for field, found in zip(fields, read(cells), strict=True):
                    values[field] = found
            elif item.how == "section" or (item.how == "title" and fields[0] in sections):
                values[fields[0]] = [name or item.value for name in sections[fields[0]]]
            else:
                values[fields[0]] = [item.value] * count
        nips = values.get("nip")
        for at, fields, read, _item in self.columns:
            if read is not None and at is not None and at < len(columns):
                self.days.add(at, columns[at], values[fields[0]], nips)
        told: list[Finding] = []
        if self.flag == "alone":
            values["employee_kind"] = weighed(values, values["employee_kind"], None)
        for at, field, read in self.fillers:
            if at >= len(columns):
                continue
            if field == "year" and at == self.places.get("started_on"):
                give_years(values, columns[at])
                continue
            seconds = read(columns[at])[0]
            self.days.add(at, columns[at], seconds, nips)
            if field == "employee_kind" and self.flag == "first":
                values[field] = weighed(values, values[field], seconds)
            elif field == "employee_kind" and self.flag == "second":
                seconds = weighed(values, seconds, values[field])
                firsts = zip(values[field], seconds, strict=True)
                values[field] = ["CPNS" if (one, two) == ("PNS", "CPNS") else one for one, two in firsts]
            if field == "golongan" and any(map(read_ruang, columns[at])):
                give_ruang(values[field], columns[at])
            elif field == "golongan":
                self._against_second(values[field], seconds, numbers, columns, at)
            told += self._unread_seconds(field, values[field], seconds, numbers, columns[at], at)
            if field == "graduated":
                against_years(values[field], seconds)
            filled(values[field], seconds)
        self.remarks.join(values, columns)
        if self.kind.name == "trainings" and (hours := self._written("jp", columns)) is not None:
            self.days_as_hours += without_days(values["jp"], hours)
        if self.began_at is not None and self.began_at < len(columns):
            ends = values["graduated"]
            for i, began in enumerate(columns[self.began_at]):
                if ends[i] is None and not nothing(text_of(began)):
                    ends[i] = Bad("study_unfinished", {})
        for i in halves:
            values[self.person or ""][i] = Bad("nip_below_name", {})
            self.whom.leaning.append(numbers[i])
        if self.kind.name == "roster" and "unit" in self.places:
            under_sections(values, sections)
        if self.kind.name == "roster":
            give_status(values, sections)
        if self.office is not None:
            values[self.office.fields[0]] = offices_of_rows(values, sections, self.office.fields[0], self.office.value)
        if self.above_by_values:
            values["parent"] = without_itself(values)
        for field, value in self.for_blanks.items():
            if field != "position_kind" or self.kind.name != "positions":
                values[field] = [value if one is None else one for one in values[field]]
        if "sex" in self.places and "nip" in values:
            self.letter_p.decide(values, self._written("sex", columns) or [""] * count, numbers)
        moved = self._moved(numbers, columns)
        continued = self.whom.continued(values, numbers, columns, self.required)
        left_out = {
            i: why for i, why in self.whom.left_out(values, columns, sections["others"]).items() if i not in moved
        }
        dropped = {*left_out, *moved}
        findings = told
        findings += continued
        more = self._more_trainings(values, columns)
        self.together.decide(values, numbers, findings)
        self._other_kinds_of_posts(values)
        self.points.decide(values, self._written(self.points.field, columns))
        if self.kind.name == "evaluations":
            self.codes.decide(values, numbers)
        if self.kind.name == "successions" and "kind" not in self.places and "old" in values:
            values["kind"] = objects_of(values["kind"], values["old"])
        if self.kind.name == "discipline":
            told, no_sanctions = decide_levels(self.table.sanctions, values, numbers, self._at_sanction)
            findings += told
            left_out.update((i, "code_of_ethics") for i in no_sanctions if i not in moved)
            dropped.update(left_out)
        if moved:
            # What else is wrong in such a row is wrong because its values have moved.
            rows = {finding.row for finding in moved.values()}
            findings = [*(finding for finding in findings if finding.row not in rows), *moved.values()]
        bad = self._bad_cells(values, numbers, columns, findings, dropped)
        bad |= self._blanks(values, numbers, columns, findings, {*dropped, *halves})
        if not bad and not dropped and not findings:
            clean: Mapping[str, Sequence[Any]] = values
        else:
            clean = {field: [None if type(v) is Bad else v for v in column] for field, column in values.items()}
        for problem in self._problems(clean, columns):
            if problem.at in dropped or (problem.field in values and type(values[problem.field][problem.at]) is Bad):
                continue
            findings.append(
                self._finding(
                    problem.code,
                    problem.severity,
                    numbers[problem.at],
                    problem.field,
                    None,
                    problem.values,
                    columns,
                    problem.at,
                )
            )
            if problem.severity == "error":
                bad.add(problem.at)
        self.skipped.update(left_out.values())
        bad = (bad - dropped) | moved.keys()
        gone = bad | dropped
        self.rejected += len(bad)
        if bad and (nips := values.get(self.person or "nip")) is not None:
            self.named += [nip for nip in (nips[i] for i in sorted(bad)) if type(nip) is str]
        self.delivered += count - len(gone)
        more = [one for one in more if one[0] not in gone]
        every = numbers
        if gone:
            keep = [i for i in range(count) if i not in gone]
            numbers = [numbers[i] for i in keep]
            good = [[values[field][i] for i in keep] for field in self.fields]
        else:
            good = [values[field] for field in self.fields]
        if numbers:
            yield RowsFrame(numbers, good)
        if more:
            yield frame_beside(self.fields, values, every, more, self.person)
        if findings:
            findings.sort(key=lambda finding: finding.row or 0)
            yield FindingsFrame(findings)

    def _more_trainings(self, values: Mapping[str, list[Any]], columns: Sequence[Sequence[Any]]) -> list[More]:
        """Return the trainings that cells list beside a first one."""
        at = self.places.get("title")
        if self.kind.name != "trainings" or at is None or at >= len(columns) or "level" in self.places:
            return []
        header = next(item.header for item in self.mapped.bound if "title" in item.fields)
        return beside(values["title"], columns[at], header)

    def _against_second(
        self, ranks: list[Any], names: Read, numbers: list[int], columns: Sequence[Sequence[Any]], at: int
    ) -> None:
        """Let the name of the rank decide a golongan without ruang, and say where the two contradict."""
        place, letter = self.places["golongan"], self.letters["golongan"]
        other = column_letter(at + self.table.first_column)
        for i in [i for i, (one, two) in enumerate(zip(ranks, names, strict=True)) if one != two]:
            one, two = ranks[i], names[i]
            if type(one) is not str or type(two) is not str:
                continue
            ranks[i] = agreed(one, two)
            if ranks[i] is None:
                first, second = text_of(columns[place][i]), text_of(columns[at][i])
                both = f"{first} ({letter}{numbers[i]}), {second} ({other}{numbers[i]})"
                name = RANK_NAMES.get(one, "")
                ranks[i] = Bad("golongan_disagrees", {"value": both, "name": name})

    def _unread_seconds(
        self, field: str, firsts: Sequence[Any], seconds: Read, numbers: list[int], cells: Sequence[Any], at: int
    ) -> list[Finding]:
        """Warn of what cannot be read in the second column of a field where the first says nothing."""
        place = (self.table.file, self.table.sheet)
        letter, label = column_letter(at + self.table.first_column), self.kind.field(field).label
        return [
            Finding(two.code, "warning", *place, number, letter, said, {"field": label, "value": said, **two.values})
            for one, two, number, cell in zip(firsts, seconds, numbers, cells, strict=True)
            if one is None and type(two) is Bad and (said := text_of(cell)) is not None
        ]

    def _other_kinds_of_posts(self, values: dict[str, list[Any]]) -> None:
        """Let --set say the kind of posts that neither echelon nor name tells, but never make a pelaksana of a head."""
        kind, posts = self.for_blanks.get("position_kind"), values.get("position")
        if kind is None or posts is None or self.kind.name != "positions":
            return
        heads_nothing = kind == "pelaksana" or str(kind).startswith("jf_")
        values["position_kind"] = [
            kind if one is None and not (heads_nothing and type(post) is str and is_structural(post)) else one
            for one, post in zip(values["position_kind"], posts, strict=True)
        ]

    def _problems(self, values: Mapping[str, Sequence[Any]], columns: Sequence[Sequence[Any]]) -> Iterator[Problem]:
        yield from problems(values, self.table.today)
        if self.kind.name == "positions":
            yield from problems_of_posts(values)
        if self.kind.name == "evaluations":
            yield from of_another_time(self.table.scales, values, self._written("predicate", columns))
        if "period" in values and "year" in values and self.places.get("period") != self.places.get("year"):
            yield from years_of_periods(values["year"], self._written("period", columns))

    def _written(self, field: str, columns: Sequence[Sequence[Any]]) -> Sequence[Any] | None:
        """Return the cells of a field as they stand; None where no column holds it."""
        at = self.places.get(field)
        return columns[at] if at is not None and at < len(columns) else None

    def _moved(self, numbers: list[int], columns: Sequence[Sequence[Any]]) -> dict[int, Finding]:
        """Find the rows with cells beyond the last header, each with the first of them."""
        found: dict[int, Finding] = {}
        if not self.table.ragged:
            return found
        for at in range(self.table.width, len(columns)):
            letter = column_letter(at + self.table.first_column)
            for i, cell in enumerate(columns[at]):
                if cell not in ("", None) and i not in found and not nothing(text := text_of(cell)):
                    about = (self.table.file, self.table.sheet, numbers[i], letter, text, {"value": text})
                    found[i] = Finding("row_too_wide", "error", *about)
        return found

    def told(self) -> Iterator[Frame]:
        """Say once in a list by which numbers its predicates were read, and how many rows are left out because their people are not ASN."""
        if exchanged := list(self.days.findings()):
            yield FindingsFrame(exchanged)
        if law := self.codes.law:
            names = sorted(law.codes, key=law.codes.__getitem__)
            about = {"predicates": ", ".join(names), "law": law.law}
            here = (self.table.file, self.table.sheet, None, self.letters.get("predicate"), None)
            yield FindingsFrame([Finding("predicate_codes", "note", *here, about)])
            if self.codes.words:  # thousands of rows below the first of them, when these had been read
                head = (*here[:2], self.table.header.top + 1, *here[3:])
                told = {"first": self.codes.words}
                yield FindingsFrame([Finding("predicate_words_below_codes", "error", *head, told)])
        place = (self.table.file, self.table.sheet, None, self.letters.get(self.person or ""), None)
        if number := self.days_as_hours:
            here = (self.table.file, self.table.sheet, None, self.letters.get("jp"), None)
            yield FindingsFrame([Finding("cells_of_days", "note", *here, {"number": number})])
        if number := self.whom.niks:
            yield FindingsFrame([Finding("people_by_nik", "note", *place, {"number": number})])
        if number := self.skipped["not_asn"] - self.whom.niks:
            yield FindingsFrame([Finding("people_not_asn", "note", *place[:2], None, None, None, {"number": number})])

    def end(self, around: Around) -> EndFrame:
        """Return the count of the rows, and what stands around them."""
        skipped = {why: number for why, number in self.skipped.items() if number}
        counts = (self.read, self.delivered, self.rejected, sum(skipped.values()))
        apart = tuple(around.apart.items())
        kept = tuple(sorted({*around.rows, *self.letter_p.rows, *self.codes.rows}))
        return EndFrame(*counts, skipped, self.named, kept, apart, tuple(self.whom.leaning))

    def _at_sanction(self, code: str, severity: Severity, row: int, value: str, about: dict[str, str | int]) -> Finding:
        place = (self.table.file, self.table.sheet, row, self.letters.get("sanction"))
        return Finding(code, severity, *place, value, about)

    def _found_at(self, code: str, severity: Severity, row: int, nip: str) -> Finding:
        """Return a finding at the cell of the person."""
        place = (self.table.file, self.table.sheet, row, self.letters.get(self.person or ""))
        return Finding(code, severity, *place, None, {"nip": nip})

    def _bad_cells(
        self,
        values: dict[str, list[Any]],
        numbers: list[int],
        columns: Sequence[Sequence[Any]],
        findings: list[Finding],
        dropped: set[int],
    ) -> set[int]:
        bad: set[int] = set()
        for field in self.fields:
            found = values[field]
            if Bad not in set(map(type, found)):
                continue
            for i, value in enumerate(found):
                if type(value) is Bad and i not in dropped:
                    bad.add(i)
                    findings.append(
                        self._finding(value.code, "error", numbers[i], field, value, value.values, columns, i)
                    )
        return bad

    def _blanks(
        self,
        values: dict[str, list[Any]],
        numbers: list[int],
        columns: Sequence[Sequence[Any]],
        findings: list[Finding],
        dropped: set[int],
    ) -> set[int]:
        """Find required cells without a value; in a roster only the NIP must be there."""
        bad: set[int] = set()
        for field in self.required:
            column = values[field]
            if None not in column:
                continue
            if self.kind.name == "positions" and field == "unit":
                continue  # functional posts and pelaksana may have no unit
            mild = self.kind.name == "roster" and field in _BLANK_ENOUGH
            above = values.get("parent", column) if mild and field == "unit" else column
            for i, value in enumerate(column):
                if value is not None or i in dropped or above[i] is not None:
                    continue  # who is in no Seksi is in the Bidang above it
                code = (
                    "nip_missing" if field in ("nip", "mentor", "mentee") else "cell_blank" if mild else "cell_required"
                )
                if field in self.sources and field == "position_kind":
                    code = "kind_of_post_unknown"
                label = self.kind.field(field).label
                findings.append(
                    self._finding(
                        code, "warning" if mild else "error", numbers[i], field, None, {"field": label}, columns, i
                    )
                )
                if not mild:
                    bad.add(i)
        return bad

    def _finding(
        self,
        code: str,
        severity: Severity,
        row: int,
        field: str,
        bad: Bad | None,
        about: Mapping[str, str | int],
        columns: Sequence[Sequence[Any]],
        at: int,
    ) -> Finding:
        place = self.places.get(field, self.sources.get(field))
        read = text_of(columns[place][at]) if place is not None and place < len(columns) else None
        if bad is not None and bad.code == "cell_error" and read == UNCALCULATED:
            code, read = "formula_uncalculated", ""
        label = field.removeprefix(LEVEL_PREFIX) if field.startswith(LEVEL_PREFIX) else self.kind.field(field).label
        values = {"field": label, "value": read or "", **about}
        # What the list has no column for is told at the cell that says whose row it is.
        shown = place if place is not None else self.places.get(self.person or "")
        letter = column_letter(shown + self.table.first_column) if shown is not None else None
        return Finding(code, severity, self.table.file, self.table.sheet, row, letter, read, values)
