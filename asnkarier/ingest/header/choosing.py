"""What a mapping is while it is made, and whose fact a column tells: of which time, of which neighbour, of which of two."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from asnkarier.core.finding import Finding
from asnkarier.core.kinds.ignored import IGNORED
from asnkarier.core.kinds.spec import Kind
from asnkarier.core.parse.base import Bad, nothing, text_of
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.parse.dates import read_date
from asnkarier.core.parse.days import is_time
from asnkarier.core.parse.posts import Post, read_post
from asnkarier.core.parse.ranks import is_rank_name, read_golongan
from asnkarier.core.text import folded
from asnkarier.ingest.frames import LEVEL_PREFIX, How, ReadOptions, Why
from asnkarier.ingest.header.bound import Samples, names_kinds, names_levels, tells_levels
from asnkarier.ingest.header.headers import FOREIGN, OTHER_TIME, Entry, by_header, credits_summed, of_kind, today_of
from asnkarier.ingest.header.layout import Column, Header
from asnkarier.ingest.header.moves import NEW

ENOUGH: Final = 0.8
"""The share of a column's filled cells that must read as a field before its values decide."""
_NEIGHBOURS: Final[Mapping[str, tuple[tuple[frozenset[str], str], ...]]] = {
    "roster": (
        (frozenset({"golongan", "pangkat"}), "golongan_since"),
        (frozenset({"position", "echelon", "position_kind"}), "position_since"),
        (frozenset({"employee_kind"}), "appointed_on"),
    ),
}
_IN_ORDER: Final = frozenset(("nip", "name", "unit", "agency", "parent", "email", "evaluator_nip"))
"""Fields of which many lists have two columns: the order of the spellings says which of them is meant."""
_BIRTHPLACES: Final = frozenset(("tempat lahir", "tmp lahir", "tpt lahir", "tempat lahir nama", "kota lahir"))
_COUNTED: Final = frozenset(
    ("level", "lvl", "tingkat", "tingkatan", "level kompetensi", "tingkat kompetensi", "level kemahiran")
)
_LEVEL_OF_ROW: Final = re.compile(r"(?i)(?:level\s*)?(?:[1-5](?:\.0)?|i{1,3}|iv|v)")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_DECREE: Final = re.compile(r"^(?!.*\b(?:usul|usulan|lama)\b).*\b(?:sk|keputusan|petikan)\b")
_PROMOTIONS: Final = re.compile(r"(?i)\b(?:(?:ke)?naik(?:an)?)\s+pangkat\b")
_MOVES: Final = re.compile(r"(?i)\b(?:mutasi|rotasi|promosi|pelantikan|dilantik|alih\s+tugas)\b")
_OF_POSTS: Final = frozenset(("position", "position_since", "position_kind", "echelon", "unit", "agency", "parent"))
_SINCE: Final = frozenset(("tmt", "tmt kp", "tmt kenaikan pangkat", "tmt sk"))
_APPOINTMENTS: Final = frozenset(
    ("tmt pengangkatan", "pengangkatan tmt", "tanggal pengangkatan", "tgl pengangkatan", "pengangkatan tanggal")
)
_PAY_STEPS: Final = re.compile(r"(?i)\bKGB\b|\bberkala\b")
_NEW_PAY: Final = re.compile(r"\bgaji\b.*\bbaru\b|\bbaru\b.*\bgaji\b")
_NEW_RANK: Final = re.compile(
    r"\b(?:pangkat|gol|golongan|jabatan)\b.*\b(?:baru|menjadi)\b|\b(?:baru|menjadi)\b.*\b(?:pangkat|gol|golongan)\b"
)
_SINCE_NEW_PAY: Final = re.compile(
    r"(?:(?:gaji|gapok)(?: pokok| berkala)? baru|baru) (?:tmt|mulai berlaku)(?: gaji| berkala| kgb)?(?: baru)?"
    r"|tmt(?: gaji| gaji pokok| gaji berkala| kgb| berkala)? baru"
)
_LENGTH: Final = re.compile(r"\b(?:periodik|tahunan|bulanan|triwulanan|semesteran)\b")


def _duties_in(header: str) -> set[str]:
    """Return the duties that a header names over the posts of those who act: `jabatan plt`; none for any other header."""
    words = (
        header.replace("pelaksana tugas", "plt").replace("pelaksana harian", "plh").replace("penjabat", "pj").split()
    )
    found = {"pj" if word == "pjs" else word for word in words if word in _DUTIES}
    return found if "jabatan" in words and set(words) <= _DUTIES | _AROUND_DUTIES else set()


_DUTIES: Final = frozenset(("plt", "plh", "pj", "pjs"))
_AROUND_DUTIES: Final = frozenset(("jabatan", "nama", "sebagai", "selaku", "yang", "diduduki", "dijabat", "dan"))


class Choosing:
    """The columns of a list: those that have a field, those that have none and why, and what is to be said of them."""

    def __init__(
        self, kind: Kind, header: Header, samples: Samples, options: ReadOptions, file: str, sheet: str
    ) -> None:
        self.kind, self.header, self.samples, self.options, self.file, self.sheet = (
            kind,
            header,
            samples,
            options,
            file,
            sheet,
        )
        self.index = of_kind(kind.name)
        self.names = {field.name for field in kind.fields}
        self.claims: dict[int, tuple[Entry, How]] = {}
        self.why: dict[int, Why] = {at: "unknown" for group in header.ticks if not group.names for at in group.at}
        self.fills: dict[int, str] = {}
        self.findings: list[Finding] = []

    def free(self) -> list[Column]:
        """Return the columns that no step has decided on."""
        return [column for column in self.header.columns if column.at not in self.claims and column.at not in self.why]

    def taken(self) -> set[str]:
        """Return the fields that have a column."""
        return {field for entry, _ in self.claims.values() for field in entry.fields}

    def of_other_times(self) -> None:
        """Below `2024` and `2025`, or `PERIODIK` and `TAHUNAN`, the same headers stand: leave out those of the time not meant."""
        if self.kind.name not in ("evaluations", "unit_performance", "indicators"):
            return
        meant, others = self.options.sets.get("year", "").strip(), _YEAR
        if not meant and self.options.sets.get("period", "annual") == "annual":
            meant, others = "tahunan", _LENGTH
        times = {
            column.at: text[0]
            for column in self.free()
            if (text := others.search(column.full)) and len(column.path) > 1
        }
        same = {others.sub("", column.full) for column in self.free() if times.get(column.at) == meant}
        if meant in times.values() and any(
            others.sub("", column.full) in same for column in self.free() if times.get(column.at, meant) != meant
        ):
            self.why.update((at, "other_time") for at, time in times.items() if time != meant)

    def sums(self) -> None:
        """`LAMA | BARU | JUMLAH` of a credit: what this decision gives is the new one, the sum is cumulative."""
        if self.kind.name != "credits":
            return
        for at, field in credits_summed(self.free()).items():
            if field not in self.taken():
                column = next(column for column in self.header.columns if column.at == at)
                self.claims[at] = (Entry((field,), 1), "parent" if len(column.path) > 1 else "exact")

    def levels(self) -> None:
        """`JENJANG` over `Ahli Muda` is the level of a post; `Jenis Jabatan` beside it speaks where that is blank."""
        if self.kind.name not in ("roster", "positions", "history"):
            return
        column = next((column for column in self.free() if tells_levels(column, self.samples)), None)
        if column is None and self.kind.name == "positions":
            column = next((column for column in self.free() if names_kinds(column, self.samples)), None)
        if column is None or "position_kind" in self.taken():
            self.no_educations()
            return
        self.claims[column.at] = (Entry(("position_kind",), 50), "values")
        for other in self.free():
            entry = by_header(other, self.index)
            if entry is not None and entry.fields == ("position_kind",) and self.samples.filled(other.at):
                self.why[other.at] = "duplicate"
                self.fills[other.at] = "position_kind"
                return

    def of_each_level(self) -> None:
        """`Kompetensi | Level | Indikator`: what differs from level to level of a competency is not kept, and a warning says so."""
        if self.kind.name != "competencies":
            return
        level = next((column for column in self.free() if self.numbers_levels(column)), None)
        fields = {column.at: e.fields[0] for column in self.free() if (e := by_header(column, self.index)) is not None}
        at = next((at for at, field in fields.items() if field == "competency"), None)
        if level is None or at is None:
            return
        names: list[str] = []
        for cell in self.samples.columns.get(at, ()):
            names.append(text_of(cell) or (names[-1] if names else ""))
        if len(set(names)) == len(names):
            return  # a row a competency, such as the highest level there is of each
        lost = [column for column in self.free() if column is not level and self.differs(column, names)]
        values = {"header": level.header, "columns": ", ".join(column.header for column in (level, *lost))}
        self.findings.append(self.about(level, "levels_not_kept", "warning", values))
        for column in (level, *lost):
            if fields.get(column.at) in (None, "description"):
                self.why[column.at] = "not_kept"

    def numbers_levels(self, column: Column) -> bool:
        """Tell whether a column counts levels, 1 to 5, and no more."""
        filled = [text_of(value) for value in self.samples.filled(column.at)]
        return bool(filled) and column.child in _COUNTED and all(_LEVEL_OF_ROW.fullmatch(text) for text in filled)

    def differs(self, column: Column, names: Sequence[str]) -> bool:
        """Tell whether a column says several things of rows of one name; running numbers and names of groups are none."""
        entry = by_header(column, self.index)
        if not column.path or column.full in IGNORED or (entry is not None and entry.fields != ("description",)):
            return False
        said = {
            (name, text)
            for name, cell in zip(names, self.samples.columns.get(column.at, ()), strict=False)
            if (text := text_of(cell))
        }
        return len(said) > len({name for name, _text in said})

    def no_educations(self) -> None:
        """`JENJANG` over `Pelaksana`, a level of the older functional posts and a kind of its own, is asked about."""
        for column in self.free():
            entry = by_header(column, self.index)
            if entry is not None and entry.fields == ("education",) and names_levels(column, self.samples):
                self.why[column.at] = "ambiguous"
                values = {"header": column.header, "fields": "position_kind, education"}
                self.findings.append(self.about(column, "column_ambiguous", "warning", values))

    def needed(self) -> None:
        """`B | K | +/-` of a bezetting: who is there, how many are needed, and the difference."""
        letters = {column.full: column for column in self.free()}
        if self.kind.name == "positions" and {"b", "k"} <= letters.keys() and "headcount" not in self.taken():
            self.claims[letters["k"].at] = (Entry(("headcount",), 50), "values")
            self.why[letters["b"].at] = "not_kept"

    def pay_step(self, about: str) -> None:
        """Read the TMT of `GAJI BARU` in a list of periodic pay steps: once its days have come it is the last one.

        The pay that a new rank brings is no step, and days to come are told by their header.
        """
        if self.kind.name != "roster" or "last_pay_step" in self.taken():
            return
        said = " ".join((about, *(column.full for column in self.header.columns)))
        paid = any(_NEW_PAY.search(column.full) for column in self.header.columns)
        days = [c for c in self.free() if self.samples.filled(c.at) and _SINCE_NEW_PAY.fullmatch(c.full)]
        if len(days) != 1 or not paid:
            return
        if any(_NEW_RANK.search(column.full) for column in self.header.columns):
            return
        read = [read_date(cell) for cell in self.samples.filled(days[0].at)]
        over = all(isinstance(day, str) and day <= (self.options.today or day) for day in read)
        if over and _PAY_STEPS.search(said):
            self.claims[days[0].at] = (Entry(("last_pay_step",), 50), "values")
        elif all(isinstance(day, str) for day in read):
            values = {"header": days[0].header, "field": "last_pay_step"}
            self.findings.append(self.about(days[0], "column_of_what_is_new", "warning", values))

    def to_be(self) -> None:
        """Ask about `PANGKAT BARU` beside `PANGKAT LAMA`: whether the new one is held or only proposed, nobody said."""
        if self.kind.name != "roster":
            return
        severity = "warning" if {"position", "unit"} <= self.taken() else "error"
        if any(self.new_fact(column) == "golongan" for column in self.free()):
            # The day from which a rank may be held says nothing without it.
            for at in [at for at, (entry, how) in self.claims.items() if entry.fields == ("golongan_since",) and how != "map"]:  # fmt: skip
                del self.claims[at]
                self.why[at] = "ambiguous"
        for column in self.free():
            field = self.new_fact(column)
            if field is not None:
                values = {"header": column.header, "field": field}
                self.findings.append(self.about(column, "column_of_what_is_new", severity, values))

    def new_fact(self, column: Column) -> str | None:
        """Return the field of which a column says the new value, as `PANGKAT BARU` does; None for any other and for blank ones."""
        if not NEW.search(column.full) or not self.samples.filled(column.at):
            return None
        name = NEW.sub(" ", column.full).strip()
        entry = by_header(column._replace(path=(name,)), self.index) or self.index.get(folded(column.parent))
        if entry is None or len(entry.fields) > 1 or entry.fields[0] in self.taken() | {"nip"}:
            return None
        return entry.fields[0]

    def promoted(self, about: str) -> None:
        """Read `PANGKAT BARU` where it was given: from days that have come, by decrees, or in a list of those who were promoted."""
        if self.kind.name != "roster" or "golongan" in self.taken() or not self.options.today:
            return
        new = [(field, column) for column in self.free() if (field := self.new_fact(column))]
        ranks = [column for field, column in new if field == "golongan" and self.fits(field, column)]
        if not ranks:
            return
        rank = next((column for column in ranks if not self.names_ranks(column)), ranks[0])
        claimed = next((at for at, (entry, _how) in self.claims.items() if entry.fields == ("golongan_since",)), None)
        told = [column for field, column in new if field == "golongan_since"]
        told += [column for column in self.header.columns if column.at == claimed]
        since = next(iter(told), self.since_behind(rank))
        days = [read_date(cell) for cell in self.samples.filled(since.at)] if since is not None else []
        decreed = any(_DECREE.search(column.full) and self.samples.filled(column.at) for column in self.free())
        if since is None or not days or not (decreed or _PROMOTIONS.search(about)):
            return
        if all(isinstance(day, str) and day <= self.options.today for day in days):
            self.claims[rank.at] = (Entry(("golongan",), 50), "values")
            self.claims[since.at] = (Entry(("golongan_since",), 50), "values")

    def is_new(self, column: Column) -> bool:
        """Tell whether a column of a roster stands below `BARU`."""
        return self.kind.name == "roster" and NEW.search(column.parent) is not None

    def since_behind(self, fact: Column) -> Column | None:
        """Return the column of a bare TMT right behind that of a new rank or post, nothing between but its decree and other new facts."""
        for column in self.header.columns:
            if column.at > fact.at:
                if column.child in _SINCE:
                    return column
                if column not in self.free() or not (_DECREE.search(column.full) or self.new_fact(column)):
                    return None
        return None

    def moved(self, about: str) -> None:
        """Read `JABATAN BARU`, and the new unit with it, where it was given: by decrees from days that have come.

        Where ranks are new too, nobody says of which of both the days are.
        """
        if self.kind.name != "roster" or "position" in self.taken() or not self.options.today:
            return
        new = {field: column for column in reversed(self.free()) if (field := self.new_fact(column))}
        post = new.get("position")
        if post is None or "golongan" in new or "golongan_since" in new:
            return
        since = new.get("position_since") or self.since_behind(new.get("unit", post))
        days = [read_date(cell) for cell in self.samples.filled(since.at)] if since is not None else []
        decreed = any(_DECREE.search(column.full) and self.samples.filled(column.at) for column in self.free())
        if since is None or not days or not (decreed or _MOVES.search(about)):
            return
        if all(isinstance(day, str) and day <= self.options.today for day in days):
            for field, column in {**new, "position_since": since}.items():
                if field in _OF_POSTS:
                    self.claims[column.at] = (Entry((field,), 50), "values")

    def acting_posts(self) -> str | None:
        """Read `JABATAN PLT` as the post of a history, never the definitive one beside it: the days are those of the duty.

        Return the duty that the header names where the cells do not; a header of two decides nothing without them.
        """
        if self.kind.name != "history":
            return None
        duties = [column for column in self.free() if self.samples.filled(column.at) and _duties_in(column.full)]
        if len(duties) != 1:
            return None
        column, words = duties[0], _duties_in(duties[0].full)
        for other in self.free():
            entry = by_header(other, self.index)
            if entry is not None and "position" in entry.fields:
                self.why[other.at] = "unknown"
        posts = [read_post(cell) for cell in self.samples.filled(column.at)]
        said = all(isinstance(post, Post) and post.acting not in (None, "tambahan") for post in posts)
        if said or len(words) == 1:
            self.why.pop(column.at, None)
            self.claims[column.at] = (Entry(("position",), 50), "values")
        return None if said or len(words) != 1 else next(iter(words))

    def appointed(self) -> None:
        """`TMT PENGANGKATAN` is the first appointment where the NIPs say so; else it may be that of a PNS, or to a post."""
        if "appointed_on" not in self.names:
            return
        for column in self.free():
            if column.full not in _APPOINTMENTS or not self.samples.filled(column.at):
                continue
            if "appointed_on" not in self.taken() and self.is_appointment(column):
                self.claims[column.at] = (Entry(("appointed_on",), 50), "values")
            elif open_fields := [f for f in ("appointed_on", "pns_since", "position_since") if f not in self.taken()]:
                self.why[column.at] = "ambiguous"
                values = {"header": column.header, "fields": ", ".join(open_fields)}
                self.findings.append(self.about(column, "column_ambiguous", "warning", values))

    def lonely(self) -> None:
        """Say it of a column that alone says nothing: since when a golongan holds that no column names."""
        for field, fact in (("golongan_since", "golongan"), ("field_of_study", "education")):
            at = next((at for at, (entry, how) in self.claims.items() if entry.fields == (field,)), None)
            if self.kind.name != "roster" or at is None or fact in self.taken() or not self.samples.filled(at):
                continue
            column = next(column for column in self.header.columns if column.at == at)
            labels = {"field": self.kind.field(field).label, "other": self.kind.field(fact).label, "key": fact}
            self.findings.append(self.about(column, "column_alone", "note", {"header": column.header, **labels}))

    def tells_times(self, column: Column) -> bool:
        """Tell whether a cell of the column holds a first and a last day."""
        return any(map(is_time, self.samples.filled(column.at)))

    def other_level(self, entry: Entry, first: Column, column: Column) -> None:
        """Refuse two columns that give a person different levels of one competency: which is the attained one, nobody said."""
        both = zip(*(self.samples.columns.get(one.at, ()) for one in (first, column)), strict=False)
        if any(text_of(one) != text_of(other) for one, other in both):
            values = {
                "competency": entry.fields[0].removeprefix(LEVEL_PREFIX),
                "first": self.samples.letter(first.at),
                "second": self.samples.letter(column.at),
            }
            self.findings.append(self.about(column, "competency_twice", "error", values))

    def other_value(self, entry: Entry, first: Column, column: Column) -> None:
        """Refuse two columns of one field that differ, unless real workbooks have told which of them goes first."""
        if len(entry.fields) > 1 or entry.fields[0] in _IN_ORDER:
            return
        if entry.fields == ("ended_on",) and "sertifikat" in column.child and "sertifikat" not in first.child:
            return  # a certificate is written after the last day
        field = self.kind.field(entry.fields[0])
        read = parser_of(field)
        unread = 0
        for one, other in zip(*(self.samples.columns.get(at, ()) for at in (first.at, column.at)), strict=False):
            if nothing(text_of(other)):
                continue
            values = read(one), read(other)
            bad = [isinstance(value, Bad) for value in values]
            if bad[0] != bad[1]:
                unread += bad[0]
                continue  # a word that is not known says nothing against the other; where it counts, its cell is said
            if values[0] != values[1] if not bad[0] else text_of(one) != text_of(other):
                self.differ(field.label, first, column)
                return
        if unread and unread == len(self.samples.filled(first.at)):
            self.differ(field.label, first, column)  # what cannot be read at all goes before nothing

    def differ(self, label: str, first: Column, column: Column) -> None:
        """Say of two columns that they give different values of one field."""
        about = {"field": label, "first": self.samples.letter(first.at), "second": self.samples.letter(column.at)}
        self.findings.append(self.about(column, "columns_differ", "error", about))

    def names_ranks(self, column: Column) -> bool:
        """Tell whether the column says the ranks of PNS by their names alone: `Penata`, never `III/c`."""
        ranks = [value for value in self.samples.filled(column.at) if "/" in str(read_golongan(value))]
        return bool(ranks) and all(map(is_rank_name, ranks))

    def neighbours(self) -> None:
        """A bare TMT means the fact to its left, if nothing else stands between them and no header above it says otherwise."""
        rules = _NEIGHBOURS.get(self.kind.name, ())
        for column in self.free():
            if column.child != "tmt" or not rules:
                continue
            if self.since_echelon(column):
                self.why[column.at] = "not_kept"
                continue
            sources = self.beside(column)
            field = next((target for facts, target in rules if facts & sources and target not in self.taken()), None)
            if field == "appointed_on" and not self.is_appointment(column):
                field = None  # of a PNS it may as well be the day they became one
            if field is not None:
                self.claims[column.at] = (Entry((field,), 50), "values")
            elif len(column.path) == 1 and self.samples.filled(column.at):
                self.why[column.at] = "ambiguous"
                open_fields = [target for _facts, target in rules if target not in self.taken()]
                values = {"header": self.samples.letter(column.at), "fields": ", ".join(open_fields or ["-"])}
                self.findings.append(self.about(column, "column_ambiguous", "warning", values))

    def births(self) -> None:
        """`TANGGAL` right behind `TEMPAT LAHIR` is the day of birth."""
        for column in self.free():
            if column.full not in ("tanggal", "tgl") or not {"birth_date"} & self.names - self.taken():
                continue
            left = next((one for one in self.header.columns if one.at == column.at - 1), None)
            if left is not None and left.full in _BIRTHPLACES and self.fits("birth_date", column):
                self.claims[column.at] = (Entry(("birth_date",), 50), "values")

    def beside(self, column: Column) -> set[str]:
        """Return the fields of the column right to the left, as far as it stands below the same header, or of that header."""
        left = next((one for one in self.header.columns if one.at == column.at - 1), None)
        if len(column.path) > 1:
            if FOREIGN.search(column.parent) or OTHER_TIME.search(column.parent):
                return set()
            if above := self.index.get(today_of(column.parent)):
                return set(above.fields)
            if left is None or left.path[:-1] != column.path[:-1]:
                return set()
        if left is None:
            return set()
        if left.at in self.claims:
            return set(self.claims[left.at][0].fields)
        if left.at in self.fills:
            return {self.fills[left.at]}
        entry = by_header(left, self.index) if self.why.get(left.at) == "duplicate" else None
        return set(entry.fields) if entry else set()

    def is_appointment(self, column: Column) -> bool:
        """Tell whether the days are those of the first appointment, which the NIPs know."""
        at = next((at for at, (entry, _how) in self.claims.items() if entry.fields == ("nip",)), None)
        nips, days = (self.samples.columns.get(one, ()) for one in (at if at is not None else -1, column.at))
        told = [
            (re.sub(r"\D", "", text_of(nip)), str(day))
            for nip, cell in zip(nips, days, strict=False)
            if isinstance(day := read_date(cell), str)
        ]
        good = sum(nip[8:12] == day[:4] and (nip[12:14] == day[5:7] or nip[12:14] > "20") for nip, day in told)
        return bool(told) and good >= ENOUGH * len(told)

    def since_echelon(self, column: Column) -> bool:
        """`Eselon > TMT` is the day of the echelon, which may lie years before the post."""
        above = self.index.get(folded(column.path[-2])) if len(column.path) > 1 else None
        return above is not None and above.fields == ("echelon",)

    def fits(self, field: str, column: Column) -> bool:
        """Tell whether what stands in the column reads as the field."""
        filled = self.samples.filled(column.at)
        if not filled:
            return False
        read = parser_of(self.kind.field(field))
        good = sum(not isinstance(read(value), Bad) for value in filled)
        return good >= ENOUGH * len(filled)

    def about(self, column: Column, code: str, severity: Any, values: Mapping[str, str | int]) -> Finding:
        """Return a finding at the header of the column."""
        return Finding(
            code,
            severity,
            self.file,
            self.sheet,
            self.header.top + 1,
            self.samples.letter(column.at),
            column.header,
            values,
        )
