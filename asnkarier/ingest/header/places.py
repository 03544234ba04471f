"""Which agency or unit a text names: in a letterhead, in a title, behind a key, in a row between the people."""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.names import in_full
from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.text import cleaned, folded
from asnkarier.ingest.header.headers import of_kind

_KEY_VALUE: Final = re.compile(r"^([^:]{2,40}?)\s*:\s*(.*)$", re.DOTALL)
_AGENCY_WORDS: Final = (
    r"dinas|badan|sekretariat\s+(?:daerah|dprd|kota|kabupaten|dewan)|inspektorat|kecamatan|satuan\s+polisi|satpol|rsud|rumah\s+sakit|kantor"
    r"|bappeda|bkpsdm|bkd|bkpp|bkppd|bkpsdmd|bpkad|bapenda|bpbd"
)
_AGENCY: Final = re.compile(rf"(?i)^(?:{_AGENCY_WORDS})\b")
_AGENCY_WITHIN: Final = re.compile(rf"(?i)\b(?:{_AGENCY_WORDS})\b")
_NO_UNIT: Final = re.compile(
    r"(?i)^(?:gol\.|\*|(?:golongan|pangkat|eselon|pendidikan|jenis|status|kelompok|jabatan|pejabat|pegawai|tenaga|pns|cpns|pppk|asn|laki|perempuan"
    r"|pria|wanita|struktural|fungsional|pelaksana|administrator|pengawas|catatan|keterangan|sumber|daftar|rekap|rekapitulasi|data|laporan|nominatif"
    r"|bezetting|duk|keadaan|kondisi|posisi|per|periode|tahun|bulan|triwulan|semester|tanggal|nomor|lampiran|evaluasi|penilaian|predikat|pemerintah"
    r"|jalan|jln|jl|telp|telepon|email|website|kode\s+pos)\b)"
)
"""People are also grouped by rank, kind or post, and lists have titles of their own: such a row names no unit."""
_UNIT_WORDS: Final = (
    r"upt|uptd|puskesmas|pustu|bidang|bagian|sub|subbag|subbagian|seksi|sekretariat|kelurahan|kecamatan|desa|tk|sd|sdn|smp|smpn|sma|smk"
    r"|sekolah|balai|unit|cabang|instalasi|laboratorium|lab|pasar|koordinator\s+wilayah|korwil|asisten|irban|inspektur\s+pembantu|pos|terminal|klinik"
)
_UNIT: Final = re.compile(rf"(?i)^(?:{_UNIT_WORDS})\b")
_PART_WITHIN: Final = re.compile(r"(?i)\b(?:kelurahan|uptd?|puskesmas|bidang|bagian|seksi|sdn?|smpn?)\b")
_INSTITUTION: Final = re.compile(r"(?i)^(?:pemerintah|pemkot|pemkab|pemprov)\b")
_MAKES_LISTS: Final = re.compile(
    r"(?i)^(?:bkpsdmd?|bkd|bkpp|bkppd|badan\s+kepegawaian\b.*|sekretariat\s+(?:daerah|kota|kabupaten))\b"
)
"""Agencies whose letterhead stands over lists about the whole city."""
_BEFORE_A_PLACE: Final = frozenset((
    "abk", "administrasi", "analisis", "anjab", "aparatur", "asn", "beban", "bezetting", "cpns", "daftar", "dalam", "dan", "data", "dengan", "di",
    "duk", "formasi",
    "fungsional", "guru", "hasil", "jabatan", "karyawan", "keadaan", "kebutuhan", "kekuatan", "kepangkatan", "kependidikan", "kerja",
    "kesehatan", "lengkap", "lingkungan", "lingkup", "nama", "negara", "negeri", "nominatif", "pada", "pegawai", "pejabat",
    "pelaksana", "pemerintah", "pendidik", "perjanjian", "peta", "pns", "pppk", "profil", "rekap", "rekapitulasi", "sipil", "staf",
    "struktural", "tenaga", "urut"
))  # fmt: skip
"""Words before the agency whose people a title says to list; any other tells of something else."""
_WHEN: Final = re.compile(
    r"(?i)[\s,(\-–]*\b(?:tahun|thn|per|keadaan|bulan|periode|tanggal|tgl|semester|triwulan|posisi|kondisi|ta)\b.*$"
)
_GENERIC: Final = frozenset((
    "atas", "badan", "bagian", "balai", "bidang", "cabang", "daerah", "dasar", "desa", "dinas", "induk", "kabupaten", "kantor",
    "kecamatan", "kelurahan", "kerja", "kota", "lain", "lainnya", "menengah", "n", "negeri", "pasar", "pelaksana", "pertama", "pos",
    "puskesmas", "pustu", "rumah", "sakit", "sd", "sdn", "se", "sekolah", "seksi", "sma", "smk", "smp", "smpn", "sub", "swasta",
    "teknis", "tk", "unit", "upt", "uptd"
))  # fmt: skip
_SMALL: Final = frozenset(("dan", "untuk", "serta", "atas", "pada", "dengan"))
_ALL_OF: Final = re.compile(
    r"(?i)\bse[\s\-]+(?:kota|kab|kabupaten|kecamatan|wilayah)\b|\bsekota\b|\bmasing\b|\b(?:jalan|jln|jl|telp|telepon)\b"
)
_LONGEST: Final = 120
_KEYED_BY: Final = re.compile(
    r"(?i)^(?:dinas|badan|kecamatan|kelurahan|bidang|bagian|sub\s*bagian|sub\s*bidang|seksi|puskesmas|uptd?)\.?$"
)
"""Keys that are part of the name behind them: `BIDANG : MUTASI`."""
_KEYS: Final = {
    "nama sekolah": "unit",
    "nama satuan pendidikan": "unit",
    "nama bidang": "unit",
    "nama bagian": "unit",
    "instansi unit kerja": "unit",
    "unit kerja instansi": "unit",
    "badan": "agency",
    "kecamatan": "agency",
}
"""Keys beside those that are headers of a roster."""


class Place(NamedTuple):
    """An agency or a unit that a text names; `keyed` where a key before it says which."""

    field: str
    name: str
    keyed: bool = False
    below: bool = False
    """Whether the key says that it is a part of the unit above."""
    listed: bool = False
    """Whether a title says that the list is of its people."""


def key_values(row: Sequence[Any]) -> list[tuple[str, str]]:
    """Return `SKPD : Dinas X` from one cell, or from a key cell, a colon cell and a value cell."""
    cells = [text_of(cell) for cell in row]
    filled = [cell for cell in cells if cell]
    found: list[tuple[str, str]] = []
    for place, cell in enumerate(filled):
        match = _KEY_VALUE.match(cell)
        if match and match[1].strip():
            value = match[2].strip() or (filled[place + 1].lstrip(": ") if place + 1 < len(filled) else "")
            if value and not nothing(value):
                found.append((match[1].strip(), value))
        elif place + 1 < len(filled) and filled[place + 1].startswith(":"):
            value = filled[place + 1].lstrip(": ").strip() or (filled[place + 2] if place + 2 < len(filled) else "")
            if value and not nothing(value):
                found.append((cell, value))
    return found


def keyed(row: Sequence[Any]) -> list[Place]:
    """Return the agencies and units that stand behind keys in a row: `UNIT KERJA : UPT Puskesmas X`."""
    return [place for key, value in key_values(row) if (place := behind(key, value)) is not None]


def behind(key: str, value: str) -> Place | None:
    """Return the place that a value behind a key names; nothing where the key is of no place, or the value the institution's."""
    key = re.sub(r"(?i)^(?:[ivxlc]+|[a-z]|\d{1,3})[.)]\s+", "", key)
    name = folded(key)
    entry = of_kind("roster").get(name)
    field = _KEYS.get(name) or (entry.fields[0] if entry is not None and len(entry.fields) == 1 else "")
    value = cleaned(value)
    if field not in ("agency", "unit") or _INSTITUTION.match(value) or sum(map(str.isalpha, value)) < 2:
        return None
    if name in ("induk", "instansi") and not (is_agency(value) or is_surely_unit(value)):
        return None
    if _KEYED_BY.match(key) and not is_surely_unit(value) and not value.casefold().startswith(key.casefold()):
        value = f"{key} {value}"
    if field == "agency" and not is_agency(value) and is_surely_unit(value):
        field = "unit"  # `SATUAN KERJA : SD NEGERI 1`
    return Place(field, value, keyed=True, below=name.startswith(("sub", "seksi")))


def in_title(text: str) -> list[Place]:
    """Return the agency and the unit that a row of a letterhead or a title names.

    `DINAS PENDIDIKAN KOTA CONTOH` is one, `DAFTAR PEGAWAI DINAS A` says one; `KEPALA DINAS A` and `DAFTAR PINDAH KE DINAS A` do not.
    """
    found: list[Place] = []
    for line in text.splitlines():
        whole = _WHEN.sub("", cleaned(line)).strip(" .,-–")
        agency = _AGENCY_WITHIN.search(whole)
        unit = next((m for m in re.finditer(rf"(?i)\b(?:{_UNIT_WORDS})\b", whole)), None)
        starts = [match.start() for match in (agency, unit) if match is not None]
        if not starts or ":" in whole or len(whole) > _LONGEST:
            continue
        before = folded(whole[: min(starts)]).split()
        if not _BEFORE_A_PLACE.issuperset(before):
            continue
        names = [whole[min(starts) :]]
        part = _PART_WITHIN.search(names[0], 1) if agency is not None and agency.start() == min(starts) else None
        if part is not None:
            names = [names[0][: part.start()], names[0][part.start() :]]
        elif unit is not None and agency is not None and unit.start() < agency.start():
            names = [whole[unit.start() : agency.start()], whole[agency.start() :]]
        names = [re.sub(r"(?i)[\s,\-–]*(?:\b(?:pada|di)\b)?[\s,\-–]*$", "", name) for name in names]
        found += [
            Place("agency" if is_agency(name) else "unit", name, listed=bool(before))
            for name in names
            if is_named(name)
        ]
    return found


def is_named(name: str) -> bool:
    """Tell whether the words are the name of one agency or unit, and no sentence, group or sort of them."""
    words = re.findall(r"[^\W\d_]+", name)
    if len(name) > _LONGEST or _ALL_OF.search(name):
        return False
    if any(word[0].islower() and word not in _SMALL for word in words):
        return False
    return any(folded(word) not in _GENERIC | _SMALL for word in words) or any(letter.isdigit() for letter in name)


def institution_in(text: str) -> str:
    """Return the city that a letterhead names: `KOTA CONTOH` of `PEMERINTAH KOTA CONTOH`; nothing where it names none."""
    match = re.match(r"(?i)^pemerintah\s+(?:daerah\s+)?((?:kota|kabupaten|kab\.|provinsi)\s+\S.*)$", cleaned(text))
    return match[1].strip() if match else ""


def without_city(name: str, city: str) -> str:
    """Return the name of an agency without the city whose letterhead it stands in; a name of one word keeps it."""
    if city and folded(name).endswith(f" {folded(city)}"):
        short = name[: -len(city)].strip(" ,-–")
        if len(short.split()) > 1:
            return short
    return name


def is_agency(name: str) -> bool:
    """Tell whether a section's name is that of a perangkat daerah."""
    return _AGENCY.match(name) is not None


_HOSPITAL: Final = re.compile(r"(?i)^(?:rsud|rumah\s+sakit)\b")
_KINDS_OF_OFFICES: Final = frozenset(("upt", "uptd", "spf", "kantor"))
"""Words that stand before the name of an office, or not."""


def is_hospital(name: str) -> bool:
    """Tell whether a name is that of a hospital: an agency, and as often an office of the dinas, with bidang of its own."""
    return _HOSPITAL.match(name) is not None


def same_office(one: str, other: str) -> bool:
    """Tell whether two spellings are of one office: `SDN 1` and `SD NEGERI 01`, `UPT PUSKESMAS MAWAR` and `Puskesmas Mawar Kota Contoh`."""
    first, second = sorted((_words_of_office(one), _words_of_office(other)), key=len)
    return second[: len(first)] == first


def _words_of_office(name: str) -> list[str]:
    words = in_full(folded(name)).split()
    return [word for word in words if word not in _KINDS_OF_OFFICES] or words


def makes_lists(name: str) -> bool:
    """Tell whether an agency's letterhead may stand over lists about all the others."""
    return _MAKES_LISTS.match(name) is not None


def names_unit(name: str) -> bool:
    """Tell whether a section may be a unit: not a rank, a kind of people, a title or a note."""
    return _NO_UNIT.match(name) is None


def is_surely_unit(name: str) -> bool:
    """Tell whether a section's name is that of an agency or of a unit, by its first word."""
    return is_agency(name) or _UNIT.match(name) is not None
