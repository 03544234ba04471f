"""Which column is which field: by header, by parent and child, by what stands in it, and at last nearly."""

import re
from collections.abc import Container, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from asnkarier.core.kinds.ignored import IGNORED
from asnkarier.core.kinds.spec import Kind
from asnkarier.core.parse.base import Bad, read_text, text_of
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.parse.education import Study, read_study
from asnkarier.core.parse.ranks import kind_in_echelon, read_ruang
from asnkarier.core.text import cleaned, folded
from asnkarier.ingest.cells.columns import LENGTHS
from asnkarier.ingest.cells.flags import is_flag
from asnkarier.ingest.cells.pairs import post_and_echelon
from asnkarier.ingest.cells.times import YEARS_ASIDE, in_times, is_year
from asnkarier.ingest.frames import LEVEL_PREFIX, How, IgnoredColumn, ReadOptions, Why
from asnkarier.ingest.header.bound import Bound, Mapped, Samples, dimensions, gives_days, told_entry, years_agree
from asnkarier.ingest.header.choosing import ENOUGH, Choosing
from asnkarier.ingest.header.headers import (
    ASKED,
    ATTAINED,
    FOREIGN,
    LISTS_UNITS,
    OTHER_TIME,
    SPAN_RANK,
    WIDE,
    Entry,
    by_header,
    is_code_of_agency,
    kinds_of,
    level_under,
    nearly,
    pairs_of,
    tells_less,
)
from asnkarier.ingest.header.layout import Column, Header
from asnkarier.ingest.header.likely import export_of
from asnkarier.ingest.rivals.agencies import fills_agency, is_institution
from asnkarier.ingest.rivals.remarks import JOINED
from asnkarier.ingest.rivals.units import placed

_SHORTEST_NEAR: Final = 6

_AMBIGUOUS: Final = frozenset(
    (
        "status",
        "jenis",
        "kategori",
        "ket",
        "keterangan",
        "tipe",
        "kelompok",
        "golongan pegawai",
        "status asn pegawai",
        "status pns",
        "gr",
    )
)
_MARRIAGE: Final = re.compile(
    r"(?:belum |tidak |sudah )?(?:kawin|menikah|nikah)|janda|duda|cerai(?: hidup| mati)?|t?k(?: \d)?"
)


_FILLED: Final = (("employee_kind",), ("golongan",))
"""Fields kept in two columns: SIASN says the kind of a PNS in one and that of a PPPK in the other; a rank beside its name."""
_RESULTS: Final = frozenset(("hasil", "result"))
"""Headers over ratings of work beside those of behaviour, as in our own lists, and over the results of exams elsewhere."""
_OF_EKINERJA: Final = frozenset(("jenis", "status"))
"""Columns of the export of e-Kinerja that say what its rows are of and whether they are settled: nobody needs to be asked."""
_IN_DAYS: Final = re.compile(r"\b(?:durasi|lama|jumlah)\b.*\bhari\b")


def map_columns(
    kind: Kind, header: Header, samples: Samples, options: ReadOptions, *, file: str, sheet: str, about: str = ""
) -> Mapped:
    """Choose a field for every column of the list, or say why it has none; `about` is what stands above the list."""
    chosen = _Chosen(kind, header, samples, options, file, sheet)
    chosen.told()
    chosen.of_other_times()
    chosen.sums()
    chosen.levels()
    chosen.of_each_level()
    duty = chosen.acting_posts()
    chosen.exact()
    chosen.ruang()
    chosen.promoted(about)
    chosen.moved(about)
    chosen.pay_step(about)
    chosen.appointed()
    chosen.needed()
    chosen.neighbours()
    chosen.births()
    chosen.required()
    chosen.by_values()
    chosen.near()
    chosen.competencies()
    chosen.dimensions()
    chosen.to_be()
    chosen.lonely()
    result = chosen.result()
    if duty is None or "acting" in result.fields:
        return result
    header_text = next(item.header for item in result.bound if item.fields == ("position",))
    return result._replace(bound=(*result.bound, Bound(None, ("acting",), header_text, "values", duty)))


class _Chosen(Choosing):
    """The mapping while it is made: each step takes columns that no step before it took."""

    def told(self) -> None:
        told = {folded(key): value for key, value in self.options.maps.items()}
        # Of two columns that are told the same, as an empty one never keeps a filled one from being read.
        for column in sorted(self.free(), key=lambda column: not self.samples.filled(column.at)):
            entry = told_entry(column, told, self.samples)
            if entry is None:
                continue
            if not entry.fields:
                self.why[column.at] = "told"
            elif (first := self.holder(entry)) is not None:
                self.why[column.at] = "duplicate"
                if entry.fields[0] in self.names:
                    self.other_value(entry, first, column)
            elif entry.fields[0] in self.names or entry.fields[0].startswith(LEVEL_PREFIX):
                self.claims[column.at] = (entry, "map")
            else:
                values = {"field": entry.fields[0], "kind": self.kind.name, "allowed": ", ".join(sorted(self.names))}
                self.findings.append(self.about(column, "map_field_unknown", "error", values))

    def exact(self) -> None:
        wanted: dict[str, list[tuple[int, Column, Entry]]] = {}
        for column in self.free():
            entry = by_header(column, self.index, pairs_of(self.kind.name))
            if entry is None or self.is_new(column):
                continue
            if entry.fields == ("unit_code",) and is_code_of_agency(column.full) and self.names_units():
                self.why[column.at] = "not_kept"
                continue
            if column.full == "jenis" and self.tells_length(entry, column):
                self.claims[column.at] = (entry, "values")
                continue
            if entry.rank == SPAN_RANK and column.full in IGNORED and not self.tells_times(column):
                continue  # `Masa Jabatan` is often how long
            if column.full in _AMBIGUOUS and self.samples.filled(column.at) and not self.fits(entry.fields[0], column):
                continue
            wanted.setdefault(entry.fields[0] if len(entry.fields) == 1 else "+".join(entry.fields), []).append(
                (entry.rank, column, entry)
            )
        names = [column for _rank, column, _entry in wanted.get("golongan", ()) if self.names_ranks(column)]
        for claims in sorted(wanted.values(), key=lambda claims: self.turn(claims, rank_names=bool(names))):
            # An empty column of the right name never keeps the filled one from being read.
            claims.sort(
                key=lambda claim: (
                    not self.samples.filled(claim[1].at),
                    self.less(claim[1], claim[2]),
                    not gives_days(self.kind, claim[2], claim[1], self.samples),
                    claim[0],
                )
            )
            above = self.among_units(claims, wanted) if len(claims) > 1 else {}
            for number, (_rank, column, entry) in enumerate(claims):
                if column.at in above:
                    field, told = above[column.at]
                    self.claims[column.at] = (Entry((field,), entry.rank), told)
                    continue
                open_fields = tuple(field if field not in self.taken() else "" for field in entry.fields)
                if entry.rank == SPAN_RANK and entry.fields[0] and not all(open_fields):
                    open_fields = open_fields[:1]  # beside a column of last days it is one of first days
                holder = claims[0][1] if number else self.holder(entry)
                if holder is not None and self.is_filler(entry, column, holder):
                    self.fills[column.at] = entry.fields[0]
                if number or not any(open_fields):
                    self.why[column.at] = self.second(entry, column)
                    if number and entry.fields[0].startswith(LEVEL_PREFIX):
                        self.other_level(entry, claims[0][1], column)
                    elif (
                        number and column.at not in self.fills and self.less(column, entry) == self.less(*claims[0][1:])
                    ):
                        self.other_value(entry, claims[0][1], column)
                elif is_institution(entry, column, self.samples):
                    self.why[column.at] = "not_kept"
                else:
                    how: How = "split" if len(entry.fields) > 1 else "parent" if len(column.path) > 1 else "exact"
                    how = "values" if column.full in _AMBIGUOUS else how
                    self.claims[column.at] = (Entry(open_fields, entry.rank), how)

    def ruang(self) -> None:
        """`GOLONGAN | RUANG` over `III | b`: the ruang in a column of its own."""
        at = next((at for at, (entry, _how) in self.claims.items() if entry.fields == ("golongan",)), None)
        column = next((column for column in self.free() if column.child == "ruang"), None)
        if at is None or column is None or not (filled := self.samples.filled(column.at)):
            return
        if all(read_ruang(cell) for cell in filled):
            self.fills[column.at] = "golongan"

    def less(self, column: Column, entry: Entry) -> bool:
        """Tell whether the header gives way to another of its field."""
        return tells_less(self.kind.name, entry.fields[0], column.full)

    def names_units(self) -> bool:
        """Tell whether a column has units of its own: a code of the agency beside it is not theirs."""
        entries = (by_header(c, self.index) for c in self.header.columns if self.samples.filled(c.at))
        return any(entry is not None and entry.fields == ("unit",) for entry in entries)

    def turn(self, claims: Sequence[tuple[int, Column, Entry]], *, rank_names: bool) -> tuple[bool, int]:
        """One field before two in a cell; but `GR / TMT` before a column of rank names, which only repeat it in words.

        Empty columns of days come after filled ones of a time.
        """
        entry = claims[0][2]
        empty = not any(self.samples.filled(column.at) for _rank, column, _entry in claims)
        of_span = any({entry.fields[0]} <= {span.first, span.last} for span in self.kind.spans)
        first = rank_names and entry.fields[:1] == ("golongan",) and len(entry.fields) > 1
        return empty and of_span, 0 if first else len(entry.fields)

    def holder(self, entry: Entry) -> Column | None:
        """Return the column of two facts that already says this field."""
        if len(entry.fields) > 1:
            return None
        at = next((at for at, (one, _) in self.claims.items() if entry.fields[0] in one.fields), None)
        return next((column for column in self.header.columns if column.at == at), None)

    def tells_length(self, entry: Entry, column: Column) -> bool:
        """`jenis` of e-Kinerja: whether a row is a year's, a quarter's or a month's, which `bulan_skp` does not say."""
        words = {folded(text_of(value)) for value in self.samples.filled(column.at)}
        return entry.fields == ("period",) and bool(words) and words <= {*LENGTHS, "tahunan"}

    def second(self, entry: Entry, column: Column) -> Why:
        if "nip" not in entry.fields:
            return "duplicate"
        return "old_nip" if column.child == "nip" else "second_nip"

    def is_filler(self, entry: Entry, column: Column, first: Column) -> bool:
        """Tell whether a second column says the same field of the people of whom the first says nothing."""
        if (self.kind.name, entry.fields[0]) in JOINED:
            return True
        if len(entry.fields) != 1 or entry.fields[0] in self.fills.values():
            return False
        if gives_days(self.kind, entry, first, self.samples):
            return years_agree(first, column, self.samples)
        if entry.fields == ("agency",):
            return fills_agency(first, column)
        if self.kind.name != "roster" or entry.fields not in _FILLED:
            return False
        if entry.fields == ("golongan",) and self.names_ranks(column) == self.names_ranks(first):
            return False  # two columns of golongan are of two times
        if is_flag(column.full) or is_flag(first.full):
            return True  # its letters are no words of a kind, and it says less than the words beside it
        return self.fits(entry.fields[0], column)

    def among_units(
        self, claims: list[tuple[int, Column, Entry]], wanted: Mapping[str, Sequence[tuple[int, Column, Entry]]]
    ) -> Mapping[int, tuple[str, How]]:
        """Put the column first that names the unit, and return the fields of those that tell what the unit lies in."""
        if claims[0][2].fields != ("unit",) or self.kind.name in LISTS_UNITS:
            return {}
        said = {
            field
            for field in ("agency", "parent")
            for _rank, column, entry in wanted.get(field, ())
            if self.samples.filled(column.at) and not is_institution(entry, column, self.samples)
        }
        said |= {*self.taken(), *self.options.sets}
        columns, above = placed([column for _rank, column, _entry in claims], self.samples, self.names - said)
        claims.sort(key=lambda claim: columns.index(claim[1]))
        return above

    def required(self) -> None:
        """An ambiguous header that names a required field holds it, where no other column does and its cells fit no other field.

        So a word that is written wrongly is told at its cell, in a short list too. Below a header that is not the field's own
        label some cell must read as it.
        """
        for column in self.free():
            entry = by_header(column, self.index) if column.full in _AMBIGUOUS else None
            filled = self.samples.filled(column.at)
            if entry is None or not filled or entry.fields[0] not in self.names - self.taken():
                continue
            field = self.kind.field(entry.fields[0])
            if not field.required or any(
                other.type == "word" and other is not field and self.fits(other.name, column)
                for other in self.kind.fields
            ):
                continue
            read = parser_of(field)
            if column.full == folded(field.label) or any(not isinstance(read(value), Bad) for value in filled):
                self.claims[column.at] = (entry, "exact")

    def by_values(self) -> None:
        """Ambiguous and missing headers are decided by the column's own values, when these fit one field alone."""
        if "behaviour" in self.taken() and "work_result" in self.names - self.taken():
            results = (c for c in self.free() if c.full in _RESULTS and self.fits("work_result", c))
            self.claims.update((column.at, (Entry(("work_result",), 60), "values")) for column in islice(results, 1))
        for column in self.free():
            ambiguous = column.full in _AMBIGUOUS or column.child in _AMBIGUOUS
            if not (ambiguous or not column.path) or not self.samples.filled(column.at):
                continue
            fits = [
                field.name
                for field in self.kind.fields
                if field.name not in self.taken()
                and (
                    field.type in ("word", "golongan", "education")
                    or (not column.path and field.type == "nip" and field.name == "nip")
                )
                and self.fits(field.name, column)
                and self.telling(field.name, column)
            ]
            if len(fits) == 1:
                self.claims[column.at] = (Entry((fits[0],), 60), "values")
            elif column.full in _OF_EKINERJA and export_of(self.header) == "ekinerja":
                self.why[column.at] = "not_kept"
            elif (
                column.full in ("status", "jenis", "kategori")
                and column.full not in IGNORED
                and not self.personal(column)
            ):
                self.why[column.at] = "ambiguous"
                fields = ", ".join(fits or self.could_be(column))
                self.findings.append(
                    self.about(column, "column_ambiguous", "warning", {"header": column.header, "fields": fields})
                )

    def telling(self, field: str, column: Column) -> bool:
        """Refuse to decide by single letters and digits: they fit too many vocabularies."""
        values = {text_of(value) for value in self.samples.filled(column.at)}
        return field == "nip" or any(len(value) > 1 and not value.isdigit() for value in values)

    def personal(self, column: Column) -> bool:
        """Tell whether the column is about marriage; a word of it among others does not make it so."""
        values = [folded(text_of(value)) for value in self.samples.filled(column.at)]
        return sum(_MARRIAGE.fullmatch(value) is not None for value in values) >= ENOUGH * len(values)

    def could_be(self, column: Column) -> list[str]:
        """Return the fields that some cell of the column reads as; all that hold words where none does."""
        values = {value for value in map(text_of, self.samples.filled(column.at)) if len(value) > 1}
        free = [field for field in self.kind.fields if field.type == "word" and field.name not in self.taken()]
        some = [f.name for f in free if any(not isinstance(parser_of(f)(value), Bad) for value in values)]
        return some or [field.name for field in free]

    def near(self) -> None:
        for column in self.free():
            name = column.full
            if (
                not column.path
                or name in IGNORED
                or column.child in IGNORED
                or len(name) < _SHORTEST_NEAR
                or FOREIGN.search(name)
                or OTHER_TIME.search(name)
            ):
                continue
            best = None if kinds_of(name) else nearly(name, self.index, self.taken())
            if best is not None and any(best.fields) and self.plausible(best.fields[0], column):
                self.claims[column.at] = (best, "near")

    def plausible(self, field: str, column: Column) -> bool:
        return field.startswith(LEVEL_PREFIX) or not self.samples.filled(column.at) or self.fits(field, column)

    def competencies(self) -> None:
        """A wide list may have columns for the other competencies the city keeps; without competencies a score is no level."""
        rank = WIDE.get(self.kind.name)
        if rank is None:
            return
        if rank == ASKED and {"competency", "required"} & self.taken():
            self.long()
            return
        if rank == ATTAINED and "competency" not in self.taken() and "competency" not in self.options.sets:
            for column in self.header.columns:
                entry, how = self.claims.get(column.at, (None, None))
                if entry is not None and entry.fields == ("level",) and how != "map":
                    del self.claims[column.at]
                    self.why[column.at] = "unknown"
        known = {folded(name): name for name in self.options.competencies}
        own = {key: Entry((LEVEL_PREFIX + name,), rank) for key, name in known.items()}
        for column in self.free():
            name = known.get(column.full) or known.get(column.child) or known.get(column.child.removesuffix(" nilai"))
            if len(column.path) > 1 and (under := level_under(column, own)) is not None:
                name = under.fields[0].removeprefix(LEVEL_PREFIX) if under.fields else None
            if name and LEVEL_PREFIX + name not in self.taken():
                self.claims[column.at] = (Entry((LEVEL_PREFIX + name,), rank), "exact")

    def dimensions(self) -> None:
        """A survey may have a column for each of its dimensions, with one of their mean that is none."""
        if self.kind.name != "survey" or "dimension" in {*self.taken(), *self.options.sets}:
            return
        for column in dimensions(self.free(), self.samples, self.index):
            self.claims[column.at] = (Entry((LEVEL_PREFIX + cleaned(column.path[-1]),), 1), "values")
        if any(field.startswith(LEVEL_PREFIX) for field in self.taken()):
            for at in [at for at, (entry, how) in self.claims.items() if entry.fields == ("score",) and how != "map"]:
                del self.claims[at]
                self.why[at] = "not_kept"

    def long(self) -> None:
        """Standards with a row a competency have no column a competency."""
        for at in [at for at, (entry, _how) in self.claims.items() if entry.fields[0].startswith(LEVEL_PREFIX)]:
            del self.claims[at]
            self.why[at] = "unknown"

    def result(self) -> Mapped:
        bound: list[Bound] = []
        ignored: list[IgnoredColumn] = []
        for column in self.header.columns:
            if column.at in self.claims:
                entry, how = self.claims[column.at]
                bound.append(Bound(column.at, entry.fields, column.header, how))
                continue
            if column.at in self.fills:
                told: How = "joins" if (self.kind.name, self.fills[column.at]) in JOINED else "fills"
                bound.append(Bound(column.at, (), column.header, told, fills=self.fills[column.at]))
                continue
            filled = bool(self.samples.filled(column.at))
            if not column.path and not filled:
                continue
            ignored.append(
                IgnoredColumn(
                    self.samples.letter(column.at), column.header, self.why.get(column.at) or self.reason(column)
                )
            )
        if self.kind.name == "trainings" and "jp" not in self.taken():
            self.findings += [
                self.about(column, "days_are_no_jp", "note", {"header": column.header})
                for column in self.header.columns
                if column.at not in self.claims and _IN_DAYS.search(column.full) and self.samples.filled(column.at)
            ]
        return Mapped(self.kind, tuple(self.also_in_cell(bound)), tuple(ignored), tuple(self.findings))

    def reason(self, column: Column) -> Why:
        if not column.path:
            return "blank_header"
        for name in (column.full, column.child):
            if name in IGNORED:
                why: Any = IGNORED[name]
                return why  # type: ignore[no-any-return]  # its words are those of Why
        return "other_kind" if kinds_of(column.full) else "unknown"

    def also_in_cell(self, bound: list[Bound]) -> list[Bound]:
        """Two facts in a cell whose header names one: `S1 Teknik`, `ADMINISTRATOR` as echelon, and an agency that is the unit too."""
        taken = {field for item in bound for field in item.fields}
        result: list[Bound] = []
        for item in bound:
            filled = self.samples.filled(item.at) if item.at is not None else []
            if (
                item.fields == ("education",)
                and "field_of_study" in self.names
                and "field_of_study" not in taken
                and any(isinstance(study := read_study(value), Study) and study.field for value in filled)
            ):
                item = item._replace(fields=("education", "field_of_study"), how="split")
            elif (
                item.fields == ("echelon",)
                and "position_kind" in self.names
                and "position_kind" not in taken
                and any(map(kind_in_echelon, filled))
            ):
                item = item._replace(fields=("echelon", "position_kind"), how="split")
            elif item.fields == ("position", "echelon") and {"position_kind"} & self.names - taken:
                kinds = (post_and_echelon(read_text)(value)[2] for value in filled)
                item = item._replace(fields=(*item.fields, "position_kind")) if any(kinds) else item
            if item.fields[:1] == ("education",) and "mark" in self.names and "mark" not in taken:
                # Even where none of the first rows has one: what a later cell says must not be lost.
                item = item._replace(fields=(*item.fields, "mark"))
            if days := in_times(self.kind, item.fields, item.header, taken, filled):
                how: How = item.how if item.fields == days[0] and not item.fields[0] else "split"
                item = item._replace(fields=days[0], one=days[1], how=how)
                taken.update(days[0])
            if self.of_years_too(item, taken):
                item = item._replace(fields=(*item.fields, "year"), how="split")
                taken.add("year")
            result.append(item)
        return self.years_in_both(result)

    def years_in_both(self, bound: list[Bound]) -> list[Bound]:
        """Take of trainings with years alone in both columns of their days the year of the last, which is the one they count in."""
        days = {
            item.fields[0]: item
            for item in bound
            if item.fields in (("started_on",), ("started_on", "year"), ("ended_on",), ("ended_on", "year"))
            and any(map(is_year, self.samples.filled(-1 if item.at is None else item.at)))
        }
        if len(days) < 2 or not any(item.fields[1:] for item in days.values()):
            return bound
        first, last = days["started_on"], days["ended_on"]
        told = {
            first: first._replace(fields=YEARS_ASIDE),
            last: last._replace(fields=("ended_on", "year"), how="split"),
        }
        return [told.get(item, item) for item in bound] + [Bound(first.at, (), first.header, "split", fills="year")]

    def of_years_too(self, item: Bound, taken: Container[str]) -> bool:
        """Tell whether a column of the days of trainings has years alone as well: of the old ones nobody knows the day."""
        if self.kind.name != "trainings" or "year" in taken or "year" in self.options.sets or item.at is None:
            return False
        days = item.fields in (("started_on", "ended_on"), ("", "ended_on"), ("ended_on",), ("started_on",))
        return days and any(is_year(value) for value in self.samples.filled(item.at))
