"""Which header names which field: the spellings of every kind, folded once."""

import re
from collections.abc import Collection, Container, Iterable, Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.competence import NINE
from asnkarier.core.kinds.ignored import IGNORED
from asnkarier.core.kinds.spec import KindName
from asnkarier.core.text import folded
from asnkarier.ingest.frames import LEVEL_PREFIX

if TYPE_CHECKING:
    from asnkarier.ingest.header.layout import Column

FOREIGN: Final = re.compile(
    r"\b(?:atasan|penilai|istri|suami|pasangan|anak|orang tua|ayah|ibu|lama|mentor|verifikator|operator|keluarga)\b"
)
OTHER_TIME: Final = re.compile(
    r"\b(?:awal|pertama|cpns|capeg|lama|sebelum|sebelumnya|semula|asal|berikut|berikutnya|akan datang|yad|usul|usulan|diusulkan|calon|rencana)\b"
)
"""Above or within a header: its column tells of what was, or may be, instead of what is."""
_NOW: Final = re.compile(r" ?\b(?:terakhir|sekarang|saat ini|terkini)\b")
BARE: Final = frozenset(
    [
        "tmt",
        "tgl",
        "tanggal",
        "nomor",
        "no",
        "nama",
        "tahun",
        "thn",
        "bulan",
        "bln",
        "jenis",
        "gol",
        "ruang",
        "golongan",
        "terakhir",
        "tingkat",
        "jam",
        "lulus",
        "sampai",
        "mulai",
        "selesai",
        "nilai",
        "kode",
    ]
)
"""Words that mean nothing without the header above them."""
_OF_EVERY_LIST: Final = frozenset(
    [
        "data",
        "identitas",
        "biodata",
        "profil",
        "daftar",
        "keterangan",
        "uraian",
        "nama",
        "pegawai",
        "asn",
        "kepegawaian",
        "dan",
        "peserta",
        "yang",
        "bersangkutan",
        "tahun",
    ]
)
"""Words of parents that say no more than that a list of people is one."""
_TOPICS: Final[Mapping[str, str]] = {
    "roster": "kepangkatan",
    "trainings": "diklat pelatihan bangkom kompetensi pengembangan bimtek kegiatan pelaksanaan penyelenggaraan latihan jabatan kursus seminar workshop waktu tanggal",
    "discipline": "hukuman hukdis disiplin sanksi",
    "evaluations": "skp kinerja evaluasi penilaian hasil predikat",
    "unit_performance": "kinerja organisasi predikat penilaian",
    "indicators": "skp kinerja indikator",
    "assessments": "asesmen assessment penilaian kompetensi tes pelaksanaan potensi",
    "educations": "pendidikan ijazah sekolah riwayat formal",
    "history": "riwayat jabatan",
    "movements": "mutasi pensiun pemberhentian kepindahan perubahan",
    "credits": "pak angka kredit penetapan konversi",
    "awards": "penghargaan tanda jasa kehormatan satyalancana",
    "assignments": "penugasan tugas tim pelaksanaan",
    "exams": "ujian uji kompetensi pelaksanaan",
}
"""Words of parents below which a kind's own bare words mean what they mean without a parent."""
_NO_LEVEL: Final = re.compile(
    r"\b(?:standar|standard|syarat|persyaratan|dipersyaratkan|skj|target|dibutuhkan|gap|kesenjangan|selisih|deviasi|bobot|kategori|keterangan"
    r"|uraian|deskripsi|bukti|catatan|saran|kesimpulan|simpulan|persen|persentase)\b"
)
"""Above or below a competency: what is asked of it, how far off it is, or what is said of it, but not the level attained."""
_NOT_ASKED: Final = re.compile(
    r"\b(?:capaian|hasil|realisasi|individu|asesmen|gap|kesenjangan|selisih|deviasi|bobot|kategori|keterangan|uraian|deskripsi|bukti|catatan|persen|persentase)\b"
)
"""Above or below a competency in standards: what somebody reached, or what is said of it, but not the level asked."""
_ATTAINED: Final = re.compile(r"\b(?:capaian|hasil|level|nilai|skor|realisasi|individu|penilaian|asesmen|lv)\b")


SPAN_RANK: Final = 80
"""Of headers over a first and a last day in one cell: one fact of two days, not two facts."""


ATTAINED, ASKED = 1, 2
WIDE: Final = {"assessments": ATTAINED, "standards": ASKED}
"""Kinds that may have a column a competency, and the rank of such a header: which level stands below it."""


class Entry(NamedTuple):
    """What a header means for a kind: its fields (two for two facts in one cell) and how early in the field's list it stands."""

    fields: tuple[str, ...]
    rank: int


def _number_and_day(*documents: str) -> tuple[str, ...]:
    """Return the headers over number and day of a document in one cell, before its name, behind it and below it."""
    both = [
        f"{no} {mark} {day}" for no in ("Nomor", "No.") for mark in ("dan", "&", "/") for day in ("Tanggal", "Tgl.")
    ]
    return tuple(text for name in documents for one in both for text in (f"{one} {name}", f"{name} {one}"))


PAIRS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "*": dict.fromkeys(("Nama / NIP", "Nama/NIP", "Nama Pegawai > NIP", "Nama > NIP", "Nama Pegawai\nNIP", "Nama, NIP", "Nama dan NIP", "Nama & NIP", "Nama Pegawai/NIP", "NIP / Nama", "NIP/Nama", "NIP, Nama", "Nama Lengkap/NIP", "NIP dan Nama", "Nama (NIP)"), ("name", "nip")),
    "roster": {
        **dict.fromkeys(("Gol Ruang > TMT", "GR / TMT", "Gol/TMT", "Golongan/TMT", "Gol. Ruang / TMT", "Pangkat/Gol/TMT", "Pangkat, Gol, TMT", "Golongan, TMT", "Pangkat/Gol. Ruang/TMT", "Gol. Ruang, TMT", "Pangkat Gol TMT"), ("golongan", "golongan_since")),
        **dict.fromkeys(("JABATAN / Eselon", "Jabatan/Ess", "Jabatan, Eselon"), ("position", "echelon")),
        **dict.fromkeys(("JABATAN/INSTANSI", "Jabatan/OPD", "Jabatan/SKPD"), ("position", "agency")),
        **dict.fromkeys(("Jabatan/Unit Kerja", "Jabatan, Unit Kerja", "Jabatan dan Unit Kerja"), ("position", "unit")),
        **dict.fromkeys(("Jabatan/TMT", "Jabatan, TMT", "Jabatan dan TMT"), ("position", "position_since")),
        **dict.fromkeys(("Pendidikan/Jurusan", "Pendidikan, Jurusan", "Pendidikan dan Jurusan", "Tingkat Pendidikan/Jurusan", "Pendidikan Terakhir/Jurusan"), ("education", "field_of_study")),
    },
    **dict.fromkeys(("discipline", "credits"), dict.fromkeys((*_number_and_day("SK", "PAK", "Keputusan", "SK Hukuman", "SK Hukdis", "SK PAK", "Surat Keputusan"), "No. SK/Tanggal", "Nomor SK/Tanggal", "Nomor SK dan Tanggal"), ("decree", "decided_on"))),
    "history": dict.fromkeys(("Jabatan/Unit Kerja", "Jabatan, Unit Kerja"), ("position", "unit")),
    "trainings": dict.fromkeys(_number_and_day("Sertifikat", "Sertipikat", "STTPP", "STTPL", "Piagam", "Ijazah"), ("certificate", "ended_on")),
    "exams": dict.fromkeys(_number_and_day("Sertifikat", "Sertipikat"), ("certificate", "")),
    "educations": dict.fromkeys(_number_and_day("Ijazah", "STTB", "Ijazah/STTB"), ("", "graduated")),
    "awards": dict.fromkeys(_number_and_day("Keppres", "SK", "Piagam", "Keputusan Presiden", "Piagam/Sertifikat"), ("", "awarded_on")),
}  # fmt: skip
"""Headers over two facts in one cell, for every kind (`*`) or one."""


_BESIDE_ITS_OWN: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("roster", "position_since"): ("TMT Pelantikan", "Tgl Pelantikan", "Tanggal Pelantikan"),
    ("history", "since"): ("TMT Pelantikan", "Tgl Pelantikan", "Tanggal Pelantikan"),
    ("indicators", "indicator"): ("Rencana Hasil Kerja", "Rencana Hasil Kerja (RHK)", "RHK", "Rencana Kinerja", "Kegiatan Tugas Jabatan"),
    ("indicators", "realised"): ("Capaian", "Capaian Kinerja"),
    ("feedback", "giver"): ("Peran Penilai", "Peran Pemberi", "Jenis Penilai", "Nama Penilai", "Hubungan dengan yang Dinilai"),
    ("evaluations", "score"): ("SKP", "Nilai SKP"),
}  # fmt: skip


@cache
def tells_less(kind: str, field: str, header: str) -> bool:
    """Tell whether a folded header names a field only where no other does.

    The day of an inauguration is not that of the post, a plan of work not its indicator, the share reached not what was
    reached, the score of targets a part of that of the year, and two colleagues have one role.
    """
    return header in map(folded, _BESIDE_ITS_OWN.get((kind, field), ()))


_IN_TURN: Final = frozenset(("unit", "email"))
"""Fields of which a list may have a better column than that of the plain name: `UNOR NAMA`, `EMAIL GOV`."""


@cache
def of_kind(kind: str) -> Mapping[str, Entry]:
    """Return folded header → meaning for one kind. The canonical key and the label are always known."""
    spec = KINDS[kind]
    names = {field.name for field in spec.fields}
    found: dict[str, Entry] = {}
    for field in spec.fields:
        turns = [folded(header) for header in field.headers] if field.name in _IN_TURN else []
        for rank, header in enumerate((field.name, field.label, *field.headers)):
            key = folded(header.replace(" > ", " "))
            turn = turns.index(key) + 2 if rank < 2 and key in turns else rank
            entry = Entry((field.name,), 0 if turn == 0 else turn + 1)
            if key not in found or (rank < 2 and found[key].rank >= 2):
                found[key] = entry
    for field in spec.fields:
        for header in (field.label, *field.headers) if field.type in _NAMED else ():
            key = folded(header.replace(" > ", " "))
            for named in (f"{key} nama", f"nama {key}"):
                # `SATKER NAMA` beside `SATKER ID`: the column of the names.
                if not (named in IGNORED or "nama" in key.split() or FOREIGN.search(key) or OTHER_TIME.search(key)):
                    found.setdefault(named, Entry((field.name,), len(field.headers) + 2))
    for span in spec.spans:
        for header in (*span.events, *span.headers):
            found[folded(header)] = Entry((span.first, span.last), SPAN_RANK)
    for header in spec.field("nip").headers[:1] if "nip" in names else ():
        found[folded(header)] = Entry(("nip",), 20)  # beside `NIP Baru` the plain NIP is the old number
    for group in ("*", kind):
        for header, fields in PAIRS.get(group, {}).items():
            kept = tuple(field for field in fields if field in names)
            if kept and (group != "*" or "nip" in kept):
                found.setdefault(folded(header.replace(" > ", " ")), Entry(fields, 90))
    if kind in WIDE:
        for competency, headers in NINE:
            for header in (competency, *headers):
                found.setdefault(folded(header), Entry((LEVEL_PREFIX + competency,), WIDE[kind]))
    return found


_NAMED: Final = frozenset(("unit", "agency", "position"))
"""Types of fields that have a name and, in exports, a code beside it."""
_NOTHING: Final = Entry((), 0)
_CODE_OF: Final = re.compile(r"^(?:kode|id) | (?:kode|id)$")


@cache
def is_code_of_agency(header: str) -> bool:
    """Tell whether a folded header is over codes of agencies: `KODE OPD`."""
    return _CODE_OF.sub("", header) != header and of_kind("roster").get(_CODE_OF.sub("", header), _NOTHING).fields == (
        "agency",
    )


def is_wide(kind: str, fields: Collection[str]) -> set[str]:
    """Return the required fields for which columns of competencies or dimensions stand; none in any other list."""
    wide = any(field.startswith(LEVEL_PREFIX) for field in fields)
    return set(_EACH_ITS_COLUMN.get(kind, ())) if wide else set()


_EACH_ITS_COLUMN: Final = {"standards": ("competency", "required"), "survey": ("dimension", "score")}


_TELL_KIND: Final = frozenset(("employee_kind", "status", "position", "golongan"))
_REMARKS: Final = frozenset(("status", "ket", "keterangan", "jenis", "kategori", "tipe", "kelompok"))


def tells_kind(column: "Column") -> bool:
    """Tell whether the words of a column may say what kind of employee somebody is, whatever the kind of list."""
    entry = of_kind("roster").get(column.full) or of_kind("roster").get(column.child)
    return column.full in _REMARKS or (entry is not None and bool(_TELL_KIND.intersection(entry.fields)))


OF_UNITS: Final[frozenset[KindName]] = frozenset(("unit_performance", "survey"))
"""Kinds whose rows are about units alone: an agency is one of them."""


LISTS_UNITS: Final[frozenset[KindName]] = frozenset(("units",))
"""Kinds whose rows are the units themselves: a title or a section row names where they belong, never which they are."""


def as_unit(kind: str, fields: Collection[str]) -> set[str]:
    """Return the unit where a column of agencies stands for it."""
    return {"unit"} if kind in OF_UNITS and "agency" in fields else set()


@cache
def pairs_of(kind: str) -> Mapping[str, Entry]:
    """Return folded header → the two facts under it, for headers written in one cell."""
    names = {field.name for field in KINDS[kind].fields}
    found: dict[str, Entry] = {}
    for group in ("*", kind):
        for header, fields in PAIRS.get(group, {}).items():
            if " > " not in header and (group != "*" or "nip" in names) and names & set(fields):
                found[folded(header)] = Entry(fields, 90)
    return found


@cache
def kinds_of(header: str) -> tuple[str, ...]:
    """Return the kinds that know this folded header."""
    return tuple(kind for kind in KINDS if header in of_kind(kind))


@cache
def mean_the_same(one: str, other: str) -> bool:
    """Tell whether two folded headers name the same fields, whatever the kind of list; `KET` and `KETERANGAN` name none."""
    if (one in _REMARKS) != (other in _REMARKS):
        return False
    fields = [{of_kind(kind)[name].fields for kind in kinds_of(name)} for name in (one, other)]
    if not any(fields):
        return one in IGNORED and IGNORED[one] == IGNORED.get(other)
    shared = set(kinds_of(one)).intersection(kinds_of(other))
    return fields[0] == fields[1] and all(of_kind(kind)[one].fields == of_kind(kind)[other].fields for kind in shared)


@cache
def known_headers() -> frozenset[str]:
    """Return every folded header that means anything, kept or not."""
    return frozenset(header for kind in KINDS for header in of_kind(kind)) | frozenset(IGNORED)


@cache
def person_headers() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded headers of NIP and of name."""
    nips = {key for kind in KINDS for key, entry in of_kind(kind).items() if "nip" in entry.fields}
    names = {
        folded(header)
        for kind in KINDS.values()
        for field in kind.fields
        if field.name == "name"
        for header in (field.name, *field.headers)
    }
    return frozenset(nips), frozenset(names)


def by_header(column: "Column", index: Mapping[str, Entry], pairs: Mapping[str, Entry] | None = None) -> Entry | None:
    """Return what the header alone says for a kind; the parent's name may change what the child means."""
    if not column.path:
        return None
    if len(column.path) > 1 and _YEAR_ALONE.fullmatch(column.child):
        column = column._replace(path=column.path[:-1])  # `Predikat > 2024`: which year is told elsewhere
    if len(column.path) == 1:
        return (pairs or {}).get(column.full) or index.get(column.full) or _of_today(column.full, index, pairs or {})
    if (level := level_under(column, index)) is not None:
        return level if level.fields else None
    if column.of_rank:
        entry = index.get(column.full)
        return entry if entry is not None and not {"position_since", "since"} & set(entry.fields) else None
    if entry := index.get(column.full) or _end_of_span(column, index):
        return entry
    if kinds_of(column.full):
        return None  # parent and child together mean something in another kind
    if FOREIGN.search(column.parent) or OTHER_TIME.search(column.parent):
        return None
    if entry := _of_today(column.full, index):
        return entry
    if kinds_of(today_of(column.full)):
        return None
    for skipped in range(1, len(column.path)):
        if entry := index.get(folded(" ".join(column.path[skipped:]))):
            if column.full in IGNORED:
                return None
            if skipped < len(column.path) - 1 or column.child not in BARE:
                return entry
            above = index.get(today_of(column.parent))
            if above is not None or column.parent in IGNORED:
                # `Pegawai > Nama`: both say the same.
                return entry if above is not None and above.fields == entry.fields else None
            return entry if column.child in _OF_ANYBODY or _is_topic(column.path[-2], index) else None
    return None


_OF_CREDIT: Final = re.compile(r"\b(?:angka kredit|nilai|ak|pak)\b")
_GAINED: Final = frozenset(("baru", "diperoleh", "didapat", "yang diperoleh", "yang didapat", "tambahan"))


def credits_summed(columns: Iterable["Column"]) -> dict[int, str]:
    """Return the fields of `LAMA | BARU | JUMLAH` in a form of credit: the new is what was decided, the sum what it comes to.

    Beside an old one the sum never is what was decided, whatever the gain is called. Empty where the columns are not such.
    """
    found: dict[int, str] = {}
    groups: dict[str, dict[str, Column]] = {}
    for column in columns:
        if column.path:
            words = " ".join(_OF_CREDIT.sub(" ", column.child).split())
            groups.setdefault(column.parent, {}).setdefault(words, column)
    for group in groups.values():
        total = next((group[name] for name in ("jumlah", "total", "kumulatif") if name in group), None)
        gained = next((column for name, column in group.items() if name in _GAINED), None)
        if total is not None and ("lama" in group or (gained is not None and "baru" in group)):
            found[total.at] = "cumulative"
            if gained is not None:
                found[gained.at] = "amount"
    return found


_YEAR_ALONE: Final = re.compile(r"20\d\d")
_OF_ANYBODY: Final = frozenset(("nama", "no", "nomor"))


def today_of(name: str) -> str:
    """Return a folded header without `terakhir`, `sekarang`, `saat ini`: what a list says of today anyway."""
    return _NOW.sub("", name).strip()


def _of_today(name: str, index: Mapping[str, Entry], pairs: Mapping[str, Entry] | None = None) -> Entry | None:
    """Return what `GOL TERAKHIR` means, as `GOL`; a bare word like `TMT` still needs what stands above it."""
    short = today_of(name)
    if short == name or name in IGNORED or (short in BARE and short not in _RANKS):
        return None
    return (pairs or {}).get(short) or index.get(short)


_FIRST: Final = frozenset(("mulai", "dari", "awal", "sejak", "tmt", "terhitung mulai"))
_LAST: Final = frozenset(("sampai", "s d", "sd", "sampai dengan", "hingga", "selesai", "akhir", "berakhir"))
"""Words for the first and the last day below a header of both: `MASA PENILAIAN > DARI | SAMPAI`."""
_OF_DAYS: Final = re.compile(r"^(?:tanggal|tgl) | (?:tanggal|tgl)$")


def _end_of_span(column: "Column", index: Mapping[str, Entry]) -> Entry | None:
    """Return what a word for one end means below a header that, alone, would be over the first and the last day."""
    above = index.get(folded(column.path[-2]))
    if above is None or len(above.fields) != 2 or above.rank != SPAN_RANK:
        return None
    first, last = above.fields
    word = _OF_DAYS.sub("", column.child)
    field = first if word in _FIRST else last if word in _LAST else ""
    return Entry((field,), SPAN_RANK + 1) if field else None


_RANKS: Final = frozenset(("gol", "golongan"))


def _is_topic(parent: str, index: Mapping[str, Entry]) -> bool:
    """Tell whether a parent says no more than what the kind of the list is about."""
    words = {word for word in today_of(folded(parent)).split() if not word.isdigit()}
    topic = next((_TOPICS.get(kind, "") for kind in KINDS if of_kind(kind) is index), "")
    return words <= _OF_EVERY_LIST.union(topic.split())


def level_under(column: "Column", index: Mapping[str, Entry]) -> Entry | None:
    """Return what a header of rows says of a competency: `Integritas > Capaian` and `Capaian > Integritas` are its level.

    `Standar` and `Gap` above or below it are none: that entry has no field. None where no row of the header names a competency.
    """
    parts = [folded(part) for part in column.path]
    level = next((e for part in parts if (e := index.get(part)) and e.fields[0].startswith(LEVEL_PREFIX)), None)
    if level is None:
        return None
    others = [part for part in parts if index.get(part) != level]
    if level.rank == ASKED:
        return Entry((), level.rank) if any(_NOT_ASKED.search(part) for part in others) else level
    if any(_NO_LEVEL.search(part) for part in others):
        return Entry((), level.rank)
    below = parts[-1]
    return level if index.get(below) == level or _ATTAINED.search(below) else None


_NEAR: Final = 0.87
_WORD_NEAR: Final = 0.6
_MORE_LETTERS: Final = 4
_CODES: Final = frozenset(("id", "kode", "code", "guid", "uuid"))


def nearly(name: str, index: Mapping[str, Entry], taken: Container[str]) -> Entry | None:
    """Return what the known header means that a folded one is nearly spelt like; none of two fields, of a taken one or of a NIP."""
    matcher = SequenceMatcher(b=name, autojunk=False)
    best, best_ratio = None, _NEAR
    for known, entry in index.items():
        if len(entry.fields) > 1 or entry.fields[0] in taken or entry.fields[0].endswith("nip"):
            continue
        if abs(len(known) - len(name)) > _MORE_LETTERS:
            continue
        matcher.set_seq1(known)
        if (
            _words_alike(known, name)
            and matcher.real_quick_ratio() >= best_ratio
            and matcher.quick_ratio() >= best_ratio
            and (ratio := matcher.ratio()) >= best_ratio
        ):
            best, best_ratio = entry, ratio
    return best


def _words_alike(known: str, name: str) -> bool:
    """Tell whether no word of one header is another word than that of the other: `SK TERAKHIR` is no `KGB TERAKHIR`."""
    if _CODES.intersection(known.split()) != _CODES.intersection(name.split()):
        return False  # `SATUAN KERJA ID` holds no names
    words = list(zip(known.split(), name.split(), strict=False))
    if len(known.split()) != len(name.split()):
        return True
    return all(one == two or SequenceMatcher(None, one, two).ratio() >= _WORD_NEAR for one, two in words)
