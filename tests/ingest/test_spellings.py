"""Every spelling of cells that real workbooks use, in a list, as its canonical value or as a finding at its cell."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PPPK, read_rows, roster

READ = [
    ("Gol. Ruang", "golongan", {"III/b": "III/b", "III.b": "III/b", "IIIb": "III/b", "3b": "III/b", "IV/e": "IV/e", "III/B": "III/b"}),
    ("Pangkat", "golongan", {"Penata Tk.I": "III/d", "Penata Tk. I": "III/d", "PENATA TINGKAT I": "III/d", "Penata": "III/c", "Pembina Utama Muda": "IV/c"}),
    ("Pangkat/Gol", "golongan", {"Penata Muda TK. I\u00a0III/b": "III/b", "Penata (III/c)": "III/c", "Penata Muda Tk.I / III/b": "III/b"}),
    ("Eselon", "echelon", {"II.b": "II.b", "II B": "II.b", "II/B": "II.b", "III A": "III.a", "Non Eselon": None, "IV.a": "IV.a"}),
    (
        "Pendidikan",
        "education",
        {
            "S1": "S1", "S-1": "S1", "S.1": "S1", "Strata 1": "S1", "SARJANA": "S1", "DIII": "D-III", "D-III": "D-III", "D 3": "D-III", "DIPLOMA III": "D-III", "D.IV": "D-IV",
            "SLTA": "SLTA", "SMA": "SLTA", "SLTA KEJURUAN": "SLTA", "PASCASARJANA": "S2", "DOKTOR": "S3", "SARJANA PROFESI": "S1", "SPESIALIS I": "S2", "SPESIALIS II": "S3", "-": None, ".": None,
        },
    ),
    ("Status Pegawai", "employee_kind", {"PNS": "PNS", "CPNS": "CPNS", "pns": "PNS", "Calon PNS": "CPNS"}),
    (
        "Kedudukan Hukum",
        "status",
        {"Aktif": "aktif", "CLTN": "cltn", "Tugas Belajar": "tugas_belajar", "Pemberhentian Sementara": "diberhentikan_sementara", "MPP": "mpp", "Pejabat Negara": "di_luar", "Titipan": "titipan", "Pensiun": "keluar", "Meninggal": "keluar"},
    ),
    (
        "TMT Golongan",
        "golongan_since",
        {
            "2020-01-12": "2020-01-12", "12-01-2020": "2020-01-12", "12/01/2020": "2020-01-12", "12 Januari 2020": "2020-01-12", "12 APR 2020": "2020-04-12", "12 MEI 2020": "2020-05-12", "12 May 2020": "2020-05-12",
            "1 AGU 2020": "2020-08-01", "1 AGS 2020": "2020-08-01", "1 AUG 2020": "2020-08-01", "1 OKT 2020": "2020-10-01", "1 OCT 2020": "2020-10-01", "1 DES 2020": "2020-12-01", "1 DEC 2020": "2020-12-01",
            "1 PEB 2020": "2020-02-01", "1 FEB 2020": "2020-02-01", "1 NOP 2020": "2020-11-01", "1 NOV 2020": "2020-11-01", "00/00/0000": None, datetime.date(2020, 4, 1): "2020-04-01",
            datetime.datetime(2020, 4, 1, 0, 0): "2020-04-01", 43922: "2020-04-01", "'01-04-2020": "2020-04-01", "Data Kosong": None, "***": None, "null": None,
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("header", "field", "spellings"), READ, ids=[f"{header}" for header, _, _ in READ])
def test_spellings_are_read(tmp_path: Path, header: str, field: str, spellings: dict[Any, Any]) -> None:
    read = read_rows(
        tmp_path,
        roster(
            *[{header: value, "NIP": f"19900101201501{1}{i:03}"} for i, value in enumerate(spellings, 1)],
            extra=[header],
        ),
    )
    assert read.found == []
    assert [values[field] for _, values in read.rows[0]] == list(spellings.values())


REFUSED = [
    ("Gol. Ruang", "V/x", "golongan_unknown"),
    ("Gol. Ruang", "III/e", "golongan_unknown"),
    ("Gol. Ruang", "III", "golongan_without_ruang"),
    ("Pangkat/Gol", "Penata Muda, III/d", "golongan_disagrees"),
    ("TMT Golongan", "31 Februari 2020", "date_impossible"),
    ("TMT Golongan", "12/31/2020", "date_order"),
    ("TMT Golongan", "01-04-20", "date_short_year"),
    ("TMT Golongan", "April", "date_unreadable"),
    ("TMT Golongan", 2020, "date_number"),
    ("TMT Golongan", "01-04-1066", "date_implausible"),
    ("Eselon", "VI.c", "echelon_unknown"),
    ("Pendidikan", "Sakti", "education_unknown"),
    ("Kedudukan Hukum", "Entah", "word_unknown"),
    ("Gol. Ruang", "#N/A", "cell_error"),
    ("NIP", int(PNS), "nip_numeric"),
    ("NIP", PNS[:17], "nip_length"),
    ("NIP", "199013012015011001", "nip_date"),
    ("NIP", "199001012015131001", "nip_month"),
    ("NIP", "199001012015001001", "nip_month"),
    ("NIP", "199001012015201001", "nip_month"),
    ("NIP", "199001012015013001", "nip_sex"),
    ("NIP", "199001012015011000", "nip_serial"),
    ("NIP", "199001011995011001", "nip_year"),
    ("NIP", "1,99001E+17", "nip_numeric"),
    ("NIP", "belum ada", "nip_text"),
    ("NIP", "", "nip_missing"),
]


@pytest.mark.parametrize(("header", "value", "code"), REFUSED)
def test_what_cannot_stand_is_found_at_its_cell(tmp_path: Path, header: str, value: Any, code: str) -> None:
    extra = [] if header == "NIP" else [header]
    good = {"NIP": "199102022016022002"}
    read = read_rows(tmp_path, roster(good, {header: value}, extra=extra))
    cell = "A3" if header == "NIP" else "E3"
    assert read.found == [(code, cell)]
    assert (read.ends[0].delivered, read.ends[0].rejected) == (1, 1)


@pytest.mark.parametrize(
    "written",
    [
        "'" + PNS,
        "19900101 201501 1 001",
        "19900101.201501.1.001",
        f"NIP. {PNS}",
        PNS + "\u00a0",
        f" {PNS} ",
        "19900101\u00a0201501\u00a01\u00a0001",
    ],
)
def test_nips_as_people_write_them(tmp_path: Path, written: str) -> None:
    assert read_rows(tmp_path, roster({"NIP": written})).row()["nip"] == PNS


def test_bare_golongan_is_decided_by_the_kind_of_employee(tmp_path: Path) -> None:
    """`III` of a PPPK is a golongan; of a PNS it lacks its ruang."""
    people = [
        {"NIP": PPPK, "Gol": "III", "Status Pegawai": "PPPK"},
        {"NIP": PNS, "Gol": "III", "Status Pegawai": "PNS"},
        {"NIP": "199203032021211004", "Gol": "IX", "Status Pegawai": "PPPK"},
    ]
    read = read_rows(tmp_path, roster(*people, extra=["Gol", "Status Pegawai"]))
    assert [values["golongan"] for _, values in read.rows[0]] == ["III", "IX"]
    assert read.found == [("golongan_without_ruang", "E3")]


def test_bare_golongan_without_a_kind_is_decided_by_the_nip(tmp_path: Path) -> None:
    read = read_rows(tmp_path, roster({"NIP": PPPK, "Gol": "III"}, {"NIP": PNS, "Gol": "III"}, extra=["Gol"]))
    assert [values["golongan"] for _, values in read.rows[0]] == ["III"]
    assert read.found == [("golongan_without_ruang", "E3")]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["L", "P"], ["L", "P"]),
        (["P", "W"], ["L", "P"]),  # Pria and Wanita
        (["Laki-laki", "PEREMPUAN"], ["L", "P"]),
        (["Pria", "Wanita"], ["L", "P"]),
        (["M", "F"], ["L", "P"]),
        (["1", "2"], ["L", "P"]),
        ([1, 2], ["L", "P"]),
    ],
)
def test_sex_is_read_by_the_columns_own_values(tmp_path: Path, values: list[Any], expected: list[str]) -> None:
    people = [{"NIP": PNS, "L/P": values[0]}, {"NIP": "199102022016022002", "L/P": values[1]}]
    read = read_rows(tmp_path, roster(*people, extra=["L/P"]))
    assert [row["sex"] for _, row in read.rows[0]] == expected
    assert read.found == []


def test_level_and_field_of_study_in_one_cell(tmp_path: Path) -> None:
    read = read_rows(tmp_path, roster({"Pendidikan": "S1 Teknik Sipil"}, extra=["Pendidikan"]))
    assert (read.row()["education"], read.row()["field_of_study"]) == ("S1", "Teknik Sipil")
    assert read.how()["field_of_study"] == "split"


def test_an_echelon_column_that_says_position_kinds(tmp_path: Path) -> None:
    people = [
        {"Eselon": "JPTP"},
        {"NIP": "199102022016022002", "Eselon": "ADMINISTRATOR"},
        {"NIP": "199102022016022003", "Eselon": "IV.a"},
    ]
    read = read_rows(tmp_path, roster(*people, extra=["Eselon"]))
    assert [(row["echelon"], row["position_kind"]) for _, row in read.rows[0]] == [
        (None, "jpt_pratama"),
        (None, "administrator"),
        ("IV.a", "pengawas"),
    ]


@pytest.mark.parametrize(
    ("cell", "position", "code", "acting", "duty"),
    [
        (
            "PLT Kepala Dinas Kesehatan",
            "Plt. Kepala Dinas Kesehatan",
            "duty_instead_of_position",
            "plt",
            "Kepala Dinas Kesehatan",
        ),
        (
            "Guru Ahli Muda (KEPALA SEKOLAH SDN 1)",
            "Guru Ahli Muda selaku KEPALA SEKOLAH SDN 1",
            "duty_beside_position",
            "tambahan",
            "KEPALA SEKOLAH SDN 1",
        ),
        (
            "Analis Kebijakan Ahli Muda (Sub-Koordinator Mutasi)",
            "Analis Kebijakan Ahli Muda selaku Sub-Koordinator Mutasi",
            "duty_beside_position",
            "tambahan",
            "Sub-Koordinator Mutasi",
        ),
    ],
)
def test_duties_are_told_apart_from_posts(
    tmp_path: Path, cell: str, position: str | None, code: str, acting: str, duty: str
) -> None:
    read = read_rows(tmp_path, roster({"Jabatan": cell}))
    assert read.row()["position"] == position
    (finding,) = read.findings
    assert (finding.code, finding.cell, finding.values["acting"], finding.values["duty"]) == (code, "C2", acting, duty)


def test_people_who_are_not_asn_are_skipped_and_counted(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path, roster({"Status Pegawai": "PNS"}, {"NIP": "", "Status Pegawai": "Honorer"}, extra=["Status Pegawai"])
    )
    assert read.found == []
    assert read.ends[0].skipped_why == {"not_asn": 1}


def test_kinds_of_employee_and_the_nip_that_contradicts(tmp_path: Path) -> None:
    people = [
        {"NIP": PPPK, "Jenis ASN": "P3K"},
        {"NIP": "199203032021211004", "Jenis ASN": "PPPK Paruh Waktu"},
        {"Jenis ASN": "PPPK"},
    ]
    read = read_rows(tmp_path, roster(*people, extra=["Jenis ASN"]))
    assert [row["employee_kind"] for _, row in read.rows[0]] == ["PPPK", "PPPK_PW", "PPPK"]
    assert read.found == [("kind_differs_from_nip", "E4")]


def test_warnings_between_cells_and_the_nip(tmp_path: Path) -> None:
    person = {"Tanggal Lahir": "02-01-1990", "L/P": "P", "TMT Jabatan": "01-01-1980"}
    read = read_rows(
        tmp_path,
        roster(person, {"NIP": "199102022016011002", "L/P": "L"}, extra=["Tanggal Lahir", "L/P", "TMT Jabatan"]),
    )
    assert read.found == [("birth_differs_from_nip", "E2"), ("sex_differs_from_nip", "F2"), ("date_before_birth", "G2")]
    assert read.ends[0].delivered == 2


def test_numbers_levels_and_jpm(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["NIP", "Tanggal Asesmen", "JPM"]]
    spellings = {
        "0.89": 890000,
        "89": 890000,
        0.89: 890000,
        89: 890000,
        "85.3%": 853000,
        "85,3": 853000,
        "112,5%": 1125000,
        1.125: 1125000,
    }
    rows += [[f"19900101201501{1}{i:03}", "15-07-2024", value] for i, value in enumerate(spellings, 1)]
    read = read_rows(tmp_path, [*rows, [PNS[:15] + "099", "15-07-2024", 5]])
    assert [row["jpm"] for _, row in read.rows[0]] == list(spellings.values())
    assert read.found == [("jpm_range", f"C{len(rows) + 1}")]


def test_levels_outside_the_scale(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Tanggal Asesmen", "Integritas", "Kerja Sama", "Komunikasi"],
        [PNS, "15-07-2024", 3, "2,5", "Level 4"],
        ["199102022016022002", "15-07-2024", 9, 3, 3],
    ]
    read = read_rows(tmp_path, rows)
    assert read.row() == {
        "nip": PNS,
        "assessed_on": "2024-07-15",
        "level:Integritas": 30000,
        "level:Kerja Sama": 25000,
        "level:Komunikasi": 40000,
    }
    assert read.found == [("level_range", "C3")]


RATINGS = {
    "DIATAS EKSPEKTASI": "above", "Di Atas Ekspektasi": "above", "DIATAS ESPEKTASI": "above", "SESUAI EKSPEKTASI": "meets", "Memenuhi Ekspektasi": "meets", "DIBAWAH EKSPEKTASI": "below",
}  # fmt: skip
PREDICATES = {
    "Sangat Baik": "sangat_baik", "Baik": "baik", "Butuh Perbaikan": "butuh_perbaikan", "Cukup": "butuh_perbaikan", "Kurang": "kurang", "Kurang/Misconduct": "kurang", "Buruk": "sangat_kurang", "Sangat Kurang": "sangat_kurang",
}  # fmt: skip


@pytest.mark.parametrize(
    ("header", "field", "spellings"),
    [("Hasil Kerja", "work_result", RATINGS), ("Predikat Kinerja", "predicate", PREDICATES)],
)
def test_ratings_and_predicates(tmp_path: Path, header: str, field: str, spellings: dict[str, str]) -> None:
    rows: list[list[Any]] = [
        ["NIP", "Tahun", header],
        *[[f"19900101201501{1}{i:03}", 2024, value] for i, value in enumerate(spellings, 1)],
    ]
    read = read_rows(tmp_path, rows)
    assert read.heads[0].kind == "evaluations"
    assert [row[field] for _, row in read.rows[0]] == list(spellings.values())


LEADERSHIP = {
    "PKP": "PKP", "DIKLAT PIM TK. IV": "PKP", "ADUM": "PKP", "SEPALA": "PKP", "SEPADA": "PKP", "PKA": "PKA", "DIKLAT PIM TK. III": "PKA", "SPAMA": "PKA", "SEPADYA": "PKA",
    "PKN II": "PKN II", "DIKLAT PIM TK. II": "PKN II", "SPAMEN": "PKN II", "SESPA": "PKN II", "SESPANAS": "PKN II", "PKN I": "PKN I", "DIKLAT PIM TK. I": "PKN I", "SEPATI": "PKN I",
    "Pelatihan Manajemen Aset": None, "Bimtek Kepemimpinan Perempuan": None,
}  # fmt: skip


def test_leadership_trainings_by_their_names(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["NIP", "Nama Diklat", "Tahun"], *[[PNS, name, 2010] for name in LEADERSHIP]]
    read = read_rows(tmp_path, rows)
    assert read.heads[0].kind == "trainings"
    assert [row["level"] for _, row in read.rows[0]] == list(LEADERSHIP.values())


def test_the_kind_of_a_post_by_its_echelon_else_by_the_level_in_its_name(tmp_path: Path) -> None:
    told = [
        ("Kepala Bidang Mutasi", "III.b", "", "administrator"),
        ("Guru Pertama", "", "", "jf_ahli_pertama"),
        ("Perawat Penyelia", "", "Fungsional", "jf_penyelia"),
        ("Kepala Dinas", "II.b", "Struktural", "jpt_pratama"),
        ("Pengadministrasi Umum", "", "", None),
        ("Analis Hukum Ahli Muda", "", "Pelaksana", "pelaksana"),
    ]
    people = [
        {"NIP": f"19900101201501{1}{n:03}", "Jabatan": post, "Eselon": echelon, "Jenis Jabatan": kind}
        for n, (post, echelon, kind, _) in enumerate(told, 1)
    ]
    read = read_rows(tmp_path, roster(*people, extra=["Eselon", "Jenis Jabatan"]))
    assert [row["position_kind"] for _, row in read.rows[0]] == [kind for *_, kind in told]


def test_acting_in_a_history(tmp_path: Path) -> None:
    spelled = {
        "D": "definitif",
        "Definitif": "definitif",
        "PLT": "plt",
        "PLH": "plh",
        "PJ": "pj",
        "TT": "tambahan",
        "Tugas Tambahan": "tambahan",
        "": None,
    }
    rows: list[list[Any]] = [["NIP", "Nama Jabatan", "TMT Mulai", "Sampai", "Status Jabatan"]]
    rows += [[PNS, f"Kepala Seksi {i}", "01-01-2020", "", word] for i, word in enumerate(spelled)]
    rows.append([PNS, "Plt. Kepala Bidang", "01-01-2020", "", ""])
    read = read_rows(tmp_path, rows)
    assert read.heads[0].kind == "history"
    assert [row["acting"] for _, row in read.rows[0]] == [*spelled.values(), "plt"]
    assert read.rows[0][-1][1]["position"] == "Kepala Bidang"


STANDINGS = {
    "aktif": ("Aktif", "Pengaktifan Kembali", "Izin Belajar", "Cuti Besar", "Cuti Melahirkan", "Cuti Sakit"),
    "di_luar": ("Pejabat Negara", "Kepala Daerah", "Prajurit Wajib"),
    "keluar": ("Pemberhentian Dengan Hormat Tidak Atas Permintaan Sendiri", "Diberhentikan Tidak Dengan Hormat"),
    "cltn": ("Cuti Diluar Tanggungan Negara", "Perpanjangan CLTN"),
}


@pytest.mark.parametrize(("told", "status"), [(told, status) for status, words in STANDINGS.items() for told in words])
def test_the_words_of_legal_standing_are_read(tmp_path: Path, told: str, status: str) -> None:
    read = read_rows(tmp_path, roster({"KEDUDUKAN HUKUM NAMA": told}, extra=["KEDUDUKAN HUKUM NAMA"]))
    assert (read.row()["status"], read.found) == (status, [])


@pytest.mark.parametrize(
    "told",
    ["Sedang dalam Proses Banding BAPEK", "PNS Terkena Hukuman Disiplin", "Tugas Belajar Mandiri", "CUTI"],
)
def test_a_standing_that_leaves_open_who_is_on_duty_is_asked(tmp_path: Path, told: str) -> None:
    """Who appeals may be let work or not; most sanctions leave in office; who studies at own cost may be released or not."""
    people = roster({"KEDUDUKAN HUKUM NAMA": told}, extra=["KEDUDUKAN HUKUM NAMA"])
    assert [code for code, _cell in read_rows(tmp_path, people).found] == ["standing_unclear"]
