"""Every spelling of a cell that was met, one by one and all in one column: as its canonical value, or as a finding at its cell."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, Read, read_rows

ROSTER = ["NIP", "Nama", "Jabatan", "Unit Kerja"]
USUAL: dict[str, list[Any]] = {
    "roster": ["Contoh Satu", "Analis Umum", "Bidang Mutasi"],
    "history": ["Kepala Seksi Arsip", "01-02-2020"],
    "educations": [],
    "evaluations": [2024],
    "assessments": ["15-07-2024"],
    "trainings": [],
    "credits": ["15-07-2024", "konversi"],
}
BEFORE = {
    "roster": ROSTER,
    "history": ["NIP", "Nama Jabatan", "TMT Mulai"],
    "educations": ["NIP"],
    "evaluations": ["NIP", "Tahun"],
    "assessments": ["NIP", "Tanggal Asesmen"],
    "trainings": ["NIP"],
    "credits": ["NIP", "Tanggal PAK", "Jenis Angka Kredit"],
}


class Code(str):
    """A finding, at the cell itself."""


class Row(NamedTuple):
    """One line of the table: which column of which list, and what its spellings say of which fields."""

    name: str
    kind: str
    header: str
    fields: tuple[str, ...]
    spellings: Mapping[Any, Any]
    together: bool = True
    nip: str = PNS
    after: tuple[tuple[str, Any], ...] = ()


def one(name: str, header: str, field: str, spellings: Mapping[Any, Any], **more: Any) -> Row:
    return Row(name, more.pop("kind", "roster"), header, (field,), spellings, **more)


def same(value: Any, *spellings: Any) -> dict[Any, Any]:
    return dict.fromkeys(spellings, value)


NOTHING = same(None, "", "-", ".", "***", "null", "Data Kosong") | same(Code("cell_error"), "#N/A", "#REF!")
MONTHS = {
    1: "Januari January Jan", 2: "Februari February Pebruari FEB PEB", 3: "Maret March Mar", 4: "April APR", 5: "Mei May",
    6: "Juni June Jun", 7: "Juli July Jul", 8: "Agustus August AGU AGS AUG", 9: "September Sep Sept",
    10: "Oktober October OKT OCT", 11: "November Nopember NOV NOP", 12: "Desember December DES DEC",
}  # fmt: skip

TABLE = [
    one("golongan PNS", "Gol. Ruang", "golongan", same("III/b", "III/b", "III.b", "IIIb", "3b", "III b", "iii/b") | {"III": Code("golongan_without_ruang"), "IV/e": "IV/e", "I/a": "I/a"}),
    one("golongan PPPK", "Gol. Ruang", "golongan", {g: g for g in ("I", "III", "V", "VII", "IX", "X", "XVII")}, nip=PPPK),
    one("pangkat", "Pangkat", "golongan", same("III/d", "Penata Tk.I", "Penata Tk. I", "PENATA TINGKAT I") | {"Penata": "III/c", "Juru Muda": "I/a", "Pembina Utama": "IV/e"}),
    one("pangkat and golongan", "Pangkat/Gol", "golongan", same("III/b", "Penata Muda TK. I\u00a0III/b", "Penata Muda Tk.I / III/b", "III/b") | {"Penata (III/c)": "III/c", "Penata Muda, III/d": Code("golongan_disagrees")}),
    one("echelon", "Eselon", "echelon", same("II.b", "II.b", "II B", "II/B", "IIb") | same("III.a", "III A", "III.a", "III/a") | {"Non Eselon": None, "-": None}),
    Row("echelon as a kind of post", "roster", "Eselon", ("echelon", "position_kind"), {"JPTP": (None, "jpt_pratama"), "ADMINISTRATOR": (None, "administrator"), "PENGAWAS": (None, "pengawas")}),
    Row(
        "education", "roster", "Pendidikan", ("education",),
        {k: (v,) for k, v in (same("S1", "S1", "S-1", "S.1", "Strata 1", "SARJANA") | same("D-III", "DIII", "D-III", "D 3", "DIPLOMA III") | {"D.IV": "D-IV"} | same("SLTA", "SLTA", "SMA", "SLTA KEJURUAN") | {"PASCASARJANA": "S2", "DOKTOR": "S3", "-": None, ".": None}).items()},
    ),
    Row("education with its field", "roster", "Pendidikan", ("education", "field_of_study"), {"S1 Teknik Sipil": ("S1", "Teknik Sipil"), "D-III Kebidanan": ("D-III", "Kebidanan"), "S-2 Manajemen": ("S2", "Manajemen")}),
    Row(
        "two levels of one height, and a profession", "roster", "Pendidikan", ("education", "field_of_study"),
        {"S1 Hukum": ("S1", "Hukum"), "S1 / D-IV": ("S1", None), "S1/D4": ("S1", None), "Diploma IV/Strata I": ("D-IV", None), "D4/S1 Gizi": ("D-IV", "Gizi"), "Profesi Ners": ("S1", "Ners")},
    ),
    Row("education, marks", "educations", "Pendidikan", ("education", "mark"), {"SARJANA PROFESI": ("S1", "profesi"), "PROFESI": ("S1", "profesi"), "SPESIALIS I": ("S2", "spesialis"), "SPESIALIS II": ("S3", "spesialis"), "S1": ("S1", None)}),
    one("sex", "Jenis Kelamin", "sex", same("L", "L", "LAKI-LAKI", "Pria", "M", "1", 1), together=False),
    one("sex of women", "Jenis Kelamin", "sex", same("P", "P", "PEREMPUAN", "Wanita", "F", "2", 2), together=False, nip=PNS_WOMAN),
    one("kind", "Jenis Pegawai", "employee_kind", {"PNS": "PNS", "CPNS": "CPNS"}),
    one("kind of PPPK", "Jenis Pegawai", "employee_kind", same("PPPK", "PPPK", "P3K") | {"PPPK Paruh Waktu": "PPPK_PW"}, nip=PPPK),
    Row(
        "leadership training", "trainings", "Nama Diklat", ("level",),
        {k: (v,) for k, v in (same("PKP", "PKP", "DIKLAT PIM TK. IV", "ADUM", "SEPALA", "SEPADA") | same("PKA", "PKA", "DIKLAT PIM TK. III", "SPAMA", "SEPADYA") | same("PKN II", "PKN II", "DIKLAT PIM TK. II", "SPAMEN", "SESPA", "SESPANAS") | same("PKN I", "PKN I", "DIKLAT PIM TK. I", "SEPATI")).items()},
    ),
    one("acting", "Status Jabatan", "acting", same("definitif", "D", "Definitif") | {"PLT": "plt", "PLH": "plh", "PJ": "pj"} | same("tambahan", "TT", "Tugas Tambahan"), kind="history"),
    one("status", "Kedudukan Hukum", "status", {"Aktif": "aktif", "CLTN": "cltn", "Tugas Belajar": "tugas_belajar", "Pemberhentian Sementara": "diberhentikan_sementara", "MPP": "mpp", "Pejabat Negara": "di_luar", "Titipan": "titipan", "Pensiun": "keluar", "Meninggal": "keluar", "Masa Persiapan Pensiun": "mpp", "Cuti Luar Tanggungan Negara": "cltn"}),
    one(
        "dates", "TMT Golongan", "golongan_since",
        same("2020-01-12", "2020-01-12", "12-01-2020", "12/01/2020", "12 Januari 2020", 43842, datetime.date(2020, 1, 12), datetime.datetime(2020, 1, 12, 0, 0), "12.01.2020", "12 01 2020")
        | {"00/00/0000": None, "31-02-2020": Code("date_impossible"), 2020: Code("date_number"), "2020": Code("date_unreadable")},
    ),
    one("months", "TMT Golongan", "golongan_since", {f"12 {word} 2020": f"2020-{month:02}-12" for month, words in MONTHS.items() for spelled in words.split() for word in dict.fromkeys((spelled, spelled.upper(), spelled.lower()))}),
    one("predicate", "Predikat Kinerja", "predicate", {"Sangat Baik": "sangat_baik", "Baik": "baik"} | same("butuh_perbaikan", "Butuh Perbaikan", "Cukup") | same("kurang", "Kurang", "Kurang/Misconduct") | same("sangat_kurang", "Buruk", "Sangat Kurang"), kind="evaluations"),
    one("rating", "Hasil Kerja", "work_result", same("above", "DIATAS EKSPEKTASI", "Di Atas Ekspektasi", "DIATAS ESPEKTASI") | same("meets", "SESUAI EKSPEKTASI", "Memenuhi Ekspektasi") | same("below", "DIBAWAH EKSPEKTASI", "Di Bawah Ekspektasi"), kind="evaluations", after=(("Predikat Kinerja", "Baik"),)),
    one("rating of behaviour", "Perilaku Kerja", "behaviour", same("above", "DIATAS EKSPEKTASI", "DIATAS ESPEKTASI") | same("meets", "SESUAI EKSPEKTASI") | same("below", "DIBAWAH EKSPEKTASI"), kind="evaluations", after=(("Predikat Kinerja", "Baik"),)),
    one("JPM", "JPM", "jpm", same(890_000, "0.89", "0,89", "89", 0.89, 89, "89%", "89,00%") | {"85.3%": 853_000, "85,3": 853_000, "101,5": 1_015_000, 1.015: 1_015_000}, kind="assessments"),
    one("numbers", "Angka Kredit", "amount", {"37,5": 375_000, "37.5": 375_000, "2.970.000": 29_700_000_000, 37.5: 375_000, "1.250,75": 12_507_500, "1.250": Code("number_ambiguous")}, kind="credits"),
    one("potential", "Potensi", "potential", {"30.00%": 300_000, "30,5": 305_000, 30: 300_000}, kind="assessments", after=(("JPM", 90),)),
    one("nothing", "Gol. Ruang", "golongan", NOTHING),
    one("nothing in a date", "TMT Golongan", "golongan_since", NOTHING),
    one("nothing in a text", "Jurusan", "field_of_study", NOTHING),
]  # fmt: skip


def nip_of(row: Row, number: int) -> str:
    return f"{row.nip[:15]}{number:03}"


def read(folder: Path, row: Row, cells: list[Any]) -> Read:
    head = [*BEFORE[row.kind], row.header, *(header for header, _ in row.after)]
    after = [value for _, value in row.after]
    body = [[nip_of(row, n), *USUAL[row.kind], cell, *after] for n, cell in enumerate(cells, 1)]
    return read_rows(folder, [head, *body], as_kinds=(row.kind,))


def said(row: Row, answer: Read, number: int) -> Any:
    values = {v["nip"]: v for _, v in answer.rows[0]}.get(nip_of(row, number))
    letter = "ABCDEFGH"[len(BEFORE[row.kind])]
    codes = [code for code, cell in answer.found if cell == f"{letter}{number + 1}"]
    if codes:
        return codes[0]
    return None if values is None else tuple(values.get(field) for field in row.fields)


def expected(row: Row, value: Any) -> Any:
    return value if isinstance(value, Code | tuple) else (value,)


ALONE = [(row, cell, value) for row in TABLE for cell, value in row.spellings.items()]


@pytest.mark.parametrize(("row", "cell", "value"), ALONE, ids=[f"{row.name}: {cell}" for row, cell, _ in ALONE])
def test_a_spelling_alone_in_its_column(tmp_path: Path, row: Row, cell: Any, value: Any) -> None:
    answer = read(tmp_path, row, [cell])
    assert said(row, answer, 1) == expected(row, value)


@pytest.mark.parametrize("row", [row for row in TABLE if row.together], ids=lambda row: row.name)
def test_all_spellings_in_one_column(tmp_path: Path, row: Row) -> None:
    answer = read(tmp_path, row, list(row.spellings))
    told = {cell: said(row, answer, n) for n, cell in enumerate(row.spellings, 1)}
    assert told == {cell: expected(row, value) for cell, value in row.spellings.items()}
