"""What is said of a list beside its columns: by --set, the title, section rows, or other fields of a row."""

import re
from collections.abc import Collection, Sequence
from typing import Any, Final

from asnkarier.core.finding import Finding
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import KindName
from asnkarier.core.kinds.vocabulary import words
from asnkarier.core.names import is_sub_unit
from asnkarier.core.parse.base import Bad, nothing, text_of
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.text import folded, folded_name
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.header.bound import Bound, Mapped, Samples
from asnkarier.ingest.header.changed import is_old, object_in
from asnkarier.ingest.header.context import NO_PERIOD, Context, context_of
from asnkarier.ingest.header.headers import LISTS_UNITS, by_header, of_kind, pairs_of
from asnkarier.ingest.header.held import HELD_ON, event_in, exam_in
from asnkarier.ingest.header.layout import Header
from asnkarier.ingest.header.places import is_agency, is_hospital, is_surely_unit, keyed, names_unit, same_office
from asnkarier.ingest.headings import is_of_people
from asnkarier.ingest.rows import Classifier, is_end, section_place

_MOST_OF_A_SECTION: Final = 3
_OF_THE_PAST: Final[frozenset[KindName]] = frozenset(("history",))
"""Kinds whose rows tell of other agencies than that of today, which a title names."""


def sets_of(options: ReadOptions) -> tuple[dict[str, Any], tuple[str, dict[str, str | int]] | None]:
    """Read the values of --set; the kind decides later which of them it has."""
    values: dict[str, Any] = {}
    for name, text in options.sets.items():
        fields = [
            field
            for kind in KINDS.values()
            if not options.as_kinds or kind.name in options.as_kinds
            for field in kind.fields
            if field.name == name
        ]
        if not fields:
            known = [f for kind in KINDS.values() if kind.name in options.as_kinds for f in kind.fields]
            return {}, (
                "set_field_unknown",
                {"field": name, "fields": ", ".join(f"{f.name} ({f.label})" for f in known)},
            )
        read = [value for field in fields if not isinstance(value := parser_of(field)(text), Bad)]
        if not read:
            return {}, ("set_value_unreadable", {"field": name, "value": text})
        values[name] = text
    return values, None


def given_by(context: Context, header: Header, sections: Sequence[str]) -> frozenset[str]:
    """Return the fields that title rows, section rows and other columns give."""
    given = set()
    if context.year:
        given.add("year")
    if context.agency or context.unit or sections:
        given.add("unit")
    of_changes = any(is_old(column.full) for column in header.columns)
    given.update(HELD_ON[kind] for kind in context.held if kind != "successions" or of_changes)
    if exam_in(context.about):
        given.add("exam")
    if event_in(context.about):
        given.add("event")
    if any(folded(" ".join(column.path)).startswith(("periode akhir", "periode awal")) for column in header.columns):
        given.add("year")
    return frozenset(given)


def held(
    context: Context, header: Header, samples: Samples, sections: Sequence[str], pages: Collection[str] = ()
) -> Context:
    """Leave out of the context an agency whose letterhead stands over a list about others.

    It is one that makes lists for the whole institution, or the units of the list, or its section rows, name other agencies;
    those whose letterhead stands over a page of their own are none of these.
    """
    if not context.letterhead or context.agency is None:
        return context
    index, pairs = of_kind("roster"), pairs_of("roster")
    said = {folded(name) for name in sections if is_agency(name)}.difference(pages)
    for column in header.columns:
        entry = by_header(column, index, pairs)
        if entry is not None and {"unit", "agency"} & set(entry.fields):
            said.update(folded(text) for value in samples.filled(column.at) if is_agency(text := text_of(value)))
    own = folded(context.agency)
    within = [name for name in said if is_hospital(name) and own.startswith("dinas kesehatan")]
    within += [name for name in said if context.unit and same_office(name, context.unit)]
    others = any(not (name.startswith(own) or own.startswith(name)) for name in said.difference(within))
    if not (others or context.maker):
        return context
    return context.without_agency()


def pages_in(context: Context, above: Sequence[Sequence[Any]], rows: Sequence[Sequence[Any]]) -> set[str]:
    """Return the folded names in letterheads that stand between the rows as that of the first does `above` the list.

    Two letterheads are of one shape where they have a title in common, or each is no more than the name of its agency: a
    name alone below a letterhead that says more is a section row.
    """
    if not context.letterhead or context.agency is None:
        return set()
    first = _titles(above) - {folded(context.agency)}
    found: set[str] = set()
    block: list[Sequence[Any]] = []
    for row in rows:
        if sum(not nothing(text_of(cell)) for cell in row) <= _MOST_OF_A_SECTION and not is_end(row):
            block.append(row)
            continue
        page = context_of(block) if block else None
        if page is not None and page.letterhead and page.agency is not None and not page.maker:
            titles = _titles(block) - {folded(page.agency)}
            if titles & first or not (titles or first):
                found |= {folded(page.agency)} | (titles & first)
        block = []
    return found


def _titles(rows: Sequence[Sequence[Any]]) -> set[str]:
    """Return what the rows of a letterhead say, folded."""
    return {folded(text) for row in rows for cell in row if not nothing(text := text_of(cell))}


_PARTS: Final = (
    (
        re.compile(r"sekretariat (?:daerah|kota|kabupaten)\b"),
        re.compile(r"(?:bagian|sub ?bag(?:ian)?|asisten|staf ahli|kelompok jabatan|jabatan fungsional)\b"),
    ),
    (
        re.compile(r"bkd|bkp|badan kepegawaian\b"),
        re.compile(
            r"(?:sekretariat|bidang|sub ?bid(?:ang)?|sub ?bag(?:ian)?|kelompok jabatan|jabatan fungsional)\b"
            r"(?! (?:daerah|dprd|kota|kabupaten|dewan)\b)"
        ),
    ),
)
"""Agencies that make lists about all the others, and what the units within them are called."""
_BIDANG: Final = re.compile(r"(?:bidang|sub ?bid(?:ang)?)\b ?")
_OF_STAFF: Final = re.compile(
    r"\b(?:mutasi|promosi|kepangkatan|pangkat|pensiun|pemberhentian|formasi|kepegawaian|pegawai|aparatur|asn|sdm"
    r"|sumber daya manusia|kompetensi|kinerja|diklat|pelatihan|jabatan|kari(?:r|er)|disiplin|manajemen talenta)\b"
)
"""Words for what bidang of staff administration do; those of other agencies have other words."""
_OF_ANYBODY: Final = re.compile(
    r"(?:(?:pengadaan|informasi|data|pengembangan|penilaian|penghargaan|evaluasi|perencanaan|pembinaan|umum|kesejahteraan|dan|\W)\s*)*"
)
"""What they may be called beside others that leave no doubt."""
_OF_THE_CITY: Final = re.compile(
    r"(?i)\b(?:(?:di\s+)?lingkung(?:an|up)|lingkup|seluruh|semua|se[\s\-]*(?:kota|kab|kabupaten|indonesia))\b"
)
"""Words of a title that speaks of more than one agency."""


def is_its_own(
    kind: str, context: Context, header: Header, samples: Samples, sections: Sequence[str], options: ReadOptions
) -> bool:
    """Tell whether a roster below the letterhead of who makes lists for all is that of the maker's own people.

    So it is where nothing names another agency and all its units are such as the maker has, by what they are called or as
    they are on file, unless most of them are on file in several others.
    """
    if kind != "roster" or not context.maker or context.agency is None or _OF_THE_CITY.search(context.about):
        return False
    own = folded(context.agency)
    parts = next((parts for agency, parts in _PARTS if agency.match(own)), None)
    index, pairs = of_kind("roster"), pairs_of("roster")
    names = {folded(name): name for name in sections}
    for column in header.columns:
        entry = by_header(column, index, pairs)
        if entry is not None and "agency" in entry.fields and samples.filled(column.at):
            return False
        if entry is not None and {"unit", "parent"} & set(entry.fields):
            names.update((folded(text), text) for value in samples.filled(column.at) if (text := text_of(value)))
    below = {name for name in names if not (name.startswith(own) or (is_agency(name) and own.startswith(f"{name} ")))}
    if parts is None or not below or not all(map(parts.match, below)):
        return False
    known = {name: agencies for name in below if (agencies := options.units.get(folded_name(names[name]), ()))}
    others = [agencies for agencies in known.values() if folded_name(own) not in map(folded_name, agencies)]
    bidang = {
        _BIDANG.sub("", name, count=1) for name in below if _BIDANG.match(name) and known.get(name) in (None, *others)
    }
    doubtful = {name for name in bidang if not _OF_STAFF.search(name)}
    if doubtful and (doubtful == bidang or not all(map(_OF_ANYBODY.fullmatch, doubtful))):
        return False
    several = {one for agencies in others for one in agencies}
    return len(others) < _SEVERAL or len(several) < _SEVERAL or 2 * len(others) < len(below)


_IN_EVERY_AGENCY: Final = re.compile(
    r"(?:sekretariat|sub ?bag(?:ian)?|tata usaha|kelompok jabatan|jabatan fungsional)\b"
)
"""First words of the names of units that any agency may have."""
_EACH_ITS_OWN: Final = ("dinas", "badan", "kantor")
"""First words of agencies that differ in their units; kecamatan, kelurahan, puskesmas and schools have the same ones each."""
_SEVERAL: Final = 2


def of_elsewhere(
    plans: Sequence[Mapped],
    header: Header,
    samples: Samples,
    context: Context,
    sections: Sequence[str],
    options: ReadOptions,
    file: str,
    sheet: str,
) -> list[Finding]:
    """Ask about a list most of whose units are on file in other agencies than that of the letterhead above it.

    Only where units of that agency are on file too and none of the list is among them: the first list of an agency brings its own.
    """
    if not context.letterhead or not context.agency or not options.units:
        return []
    own = folded_name(context.agency)
    theirs = {name for name, agencies in options.units.items() if own in map(folded_name, agencies)}
    if not theirs:
        return []
    for plan in plans:
        if not any(item.fields == ("agency",) and item.how == "title" for item in plan.bound):
            continue
        column = next((item for item in plan.bound if item.fields == ("unit",) and item.at is not None), None)
        cells = sections if column is None or column.at is None else samples.filled(column.at)
        written = {folded_name(name): name for name in map(text_of, cells) if is_surely_unit(name)}
        if not theirs.isdisjoint(written):
            continue
        names = [name for name in written if not _IN_EVERY_AGENCY.match(name)]
        known = [(name, options.units[name]) for name in names if name in options.units]
        others = [(name, agencies) for name, agencies in known if not any(_alike(own, other) for other in agencies)]
        if len(others) < _SEVERAL or 2 * len(others) < len(names):
            continue
        values: dict[str, str | int] = {
            "agency": context.agency,
            "count": len(others),
            "all": len(names),
            "unit": written[others[0][0]],
            "other": others[0][1][0],
        }
        letter = samples.letter(column.at) if column is not None and column.at is not None else None
        return [Finding("letterhead_of_another", "error", file, sheet, header.top + 1, letter, None, values)]
    return []


def _alike(own: str, other: str) -> bool:
    """Tell whether two agencies have units of the same names, as two kecamatan do."""
    first = own.partition(" ")[0]
    return first == folded_name(other).partition(" ")[0] and first not in _EACH_ITS_OWN


def completed(mapped: Mapped, context: Context, sets: dict[str, Any], sections: Sequence[str]) -> Mapped:
    """Add the fields that no column holds but --set, section rows, the title or another column say.

    Where a column holds it, --set speaks for the rows whose cell is blank.
    """
    names = {field.name for field in mapped.kind.fields}
    taken = set(mapped.fields)
    bound = list(mapped.bound)

    def add(field: str, how: Any, value: Any = None, at: int | None = None, header_text: str = "") -> None:
        bound.append(Bound(at, (field,), header_text, how, value))
        taken.add(field)

    def derive(field: str, *sources: str) -> None:
        """Add a field that no column holds; the first of the columns from which it is told is shown for it."""
        source = next((item for name in sources for item in bound if name in item.fields and item.at is not None), None)
        header_text = source.header if source else ""
        bound.append(Bound(None, (field,), header_text, "values", source=source.at if source else None))
        taken.add(field)

    if mapped.kind.name == "positions" and "position_kind" not in taken and "position" in taken:
        derive("position_kind", "position")
    for field, text in sets.items():
        value = parser_of(mapped.kind.field(field))(text) if field in names else None
        if isinstance(value, Bad) or value is None:
            continue
        if field in taken:
            bound.append(Bound(None, (), "", "set", value, fills=field))
        else:
            add(field, "set", value)
    if "unit" in names and "unit" not in taken and sections and mapped.kind.name not in LISTS_UNITS:
        add("unit", "section")
        if "parent" in names - taken and any(map(is_sub_unit, sections)):
            add("parent", "section")
    if "agency" in names and "agency" not in taken and any(is_agency(name) for name in sections):
        add("agency", "section", context.agency)
    agency = next((item for item in bound if item.fields == ("agency",)), None)
    if "agency" in names and "agency" not in taken and context.agency and mapped.kind.name not in _OF_THE_PAST:
        add("agency", "title", context.agency)
    if context.position and mapped.kind.name == "standards" and "position" not in taken:
        add("position", "title", context.position)
        if context.keyed_unit and "unit" not in taken:
            add("unit", "title", context.keyed_unit)
    required = {field.name for field in mapped.kind.fields if field.required}
    if "unit" in required and "unit" not in taken:
        listed = mapped.kind.name in LISTS_UNITS
        if context.unit and not listed:
            add("unit", "title", context.unit)
        elif agency is not None and agency.at is not None:
            add("unit", "values", at=agency.at, header_text=agency.header)
        elif context.agency and not listed:
            add("unit", "title", context.agency)
    if "year" in required and "year" not in taken:
        if {"ended_on", "started_on"} & taken:
            derive("year", "ended_on", "started_on")
        elif context.year:
            add("year", "title", context.year)
    day = HELD_ON.get(mapped.kind.name, "")
    if day and day not in taken and mapped.kind.name in context.held:
        add(day, "title", context.held[mapped.kind.name])
    if mapped.kind.name == "successions" and "kind" not in taken and "old" in taken:
        old = next(item for item in bound if "old" in item.fields)
        bound.append(Bound(None, ("kind",), old.header, "values", object_in(old.header), source=old.at))
        taken.add("kind")
    if mapped.kind.name == "exams" and "exam" not in taken and (exam := exam_in(context.about)):
        add("exam", "title", exam)
    if mapped.kind.name == "movements" and "event" not in taken and (event := event_in(context.about)):
        add("event", "title", event)
    if mapped.kind.name in ("roster", "history") and "position_kind" not in taken and "position" in taken:
        derive("position_kind")
    if mapped.kind.name == "history" and "acting" not in taken and "position" in taken:
        derive("acting", "position")
    if mapped.kind.name == "trainings" and "level" not in taken and "title" in taken:
        title = next(item for item in bound if "title" in item.fields)
        add("level", "values", header_text=title.header)
    if mapped.kind.name == "evaluations" and "period" not in taken and {"started_on", "ended_on"} <= taken:
        derive("period", "started_on")
    if mapped.kind.name == "discipline" and "level" not in taken and "sanction" in taken:
        derive("level", "sanction")
    if "period" in names and "period" not in taken and context.period not in (None, NO_PERIOD):
        add("period", "title", context.period)
    return mapped._replace(bound=tuple(bound))


def sections_in(header: Header, rows: Sequence[Sequence[Any]]) -> list[str]:
    """Return the names of section rows that are followed by data; of several in a row, all: an agency and a unit of it."""
    classifier = Classifier(header, frozenset(column.at for column in header.columns if column.path))
    # Where a column names the units, what stands above the same header once more is the letterhead of a list of its own.
    titled = names_a_unit(header)
    of_competencies = any(
        (entry := by_header(column, of_kind("standards"))) is not None and entry.fields == ("competency",)
        for column in header.columns
    )
    names: list[str] = []
    pending: list[str] = []
    for row in rows:
        filled = [text for cell in row if not nothing(text := text_of(cell))]
        if len(filled) > _MOST_OF_A_SECTION and not keyed(row):
            if not (pending and titled and classifier.of(row) in ("header", "repeated_header")):
                names += pending
            pending = []
        elif filled:
            what = classifier.of(row)
            place = section_place(row) if what == "section" else None
            if (
                place is not None
                and place.name
                and (place.keyed or (names_unit(place.name) and not is_of_people(place.name)))
                and not (of_competencies and folded(place.name) in words("competency_group"))
            ):
                pending.append(place.name)
            elif what == "data":
                names += pending
                pending = []
    return names


def names_a_unit(header: Header) -> bool:
    """Tell whether a column says where people work."""
    index, pairs = of_kind("roster"), pairs_of("roster")
    entries = (by_header(column, index, pairs) for column in header.columns)
    return any({"unit", "unit_code", "agency"} & set(entry.fields) for entry in entries if entry)
