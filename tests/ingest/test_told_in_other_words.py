"""What a cell says in other words than the field's own: titles in place of levels, sanctions in place of their level, two numbers."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import ReadOptions, SanctionLaw, options_from_json, options_to_json
from asnkarier.law.load import regulations
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, Read, read_rows

LAWS = tuple(
    SanctionLaw(law.in_force_since.isoformat(), law.citation.law, law.value.sanctions, law.value.code_of_ethics)
    for law in regulations().discipline.versions
)


def educated(tmp_path: Path, *cells: str) -> Read:
    rows = [[f"19900101201501100{n}", cell, "Universitas Contoh"] for n, cell in enumerate(cells, 1)]
    return read_rows(tmp_path, [["NIP", "Pendidikan", "Nama Sekolah"], *rows], as_kinds=("educations",))


@pytest.mark.parametrize(
    ("cell", "level", "mark", "field"),
    [
        ("S.Pd.", "S1", None, None),
        ("S.H.", "S1", None, None),
        ("SE", "S1", None, None),
        ("S.I.P", "S1", None, None),  # not S.I with a field “P”
        ("S.T.", "S1", None, None),
        ("Drs.", "S1", None, None),
        ("A.Md", "D-III", None, None),
        ("Amd.Kep", "D-III", None, None),
        ("A.Ma.Pd", "D-II", None, None),
        ("S.Tr.IP", "D-IV", None, None),
        ("S.STP", "D-IV", None, None),
        ("M.Si", "S2", None, None),
        ("Ph.D", "S3", None, None),
        ("Dokter", "S1", "profesi", "Dokter"),
        ("dr.", "S1", "profesi", "Dokter"),
        ("Apoteker", "S1", "profesi", "Apoteker"),
        ("S.Kep., Ners", "S1", "profesi", "Ners"),
        ("Dokter Spesialis", "S2", "spesialis", None),
        ("dr., Sp.A", "S2", "spesialis", None),
        ("Sp-I", "S2", "spesialis", None),
        ("S.M.A", "SLTA", None, None),
        ("MA", "SLTA", None, None),
        ("S1 Hukum (S.H.)", "S1", None, "Hukum (S.H.)"),
        ("S1 S.Kom", "S1", None, None),
        ("Magister Manajemen (S2)", "S2", None, "Manajemen"),
        ("S1 Hukum, S1 Ekonomi", "S1", None, "Hukum, S1 Ekonomi"),
        ("D.I. Perpustakaan UII D.I. Yogyakarta", "D-I", None, "Perpustakaan UII D.I. Yogyakarta"),
    ],
)
def test_a_title_in_place_of_the_level(
    tmp_path: Path, cell: str, level: str, mark: str | None, field: str | None
) -> None:
    read = educated(tmp_path, cell)
    row = read.row()
    assert (read.found, row["education"], row["mark"], row.get("field_of_study")) == ([], level, mark, field)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Dr.", "education_unclear"),  # doktor or dokter
        ("ST", "education_unclear"),  # Sekolah Teknik or Sarjana Teknik
        ("M.A.", "education_unclear"),
        ("B.A", "education_unclear"),
        ("S.Pd., M.Pd.", "education_two_levels"),
        ("S1 Manajemen, S2 Hukum", "education_two_levels"),
        ("S1 Manajemen S2 Hukum", "education_two_levels"),
        ("S2 Hukum (S1 Ekonomi)", "education_two_levels"),
        ("D3 Kebidanan, S1 Kesmas", "education_two_levels"),
        ("SMA IPA, S1 Hukum", "education_two_levels"),
        ("S1 Hukum, Magister Manajemen", "education_two_levels"),
        ("S1 M.Si", "education_two_levels"),
        ("Akta IV", "education_unknown"),
    ],
)
def test_what_is_no_one_level_is_asked_for(tmp_path: Path, cell: str, code: str) -> None:
    read = educated(tmp_path, cell, "S1")
    assert (read.found, [number for number, _row in read.rows[0]]) == ([(code, "B2")], [3])


@pytest.mark.parametrize(
    "cell",
    [
        f"{PNS}/500123456",
        f"500123456 / {PNS}",
        f"500123456\n{PNS}",
        f"{PNS} - 500123456",
        f"{PNS} (PNS)",
        f"NIP. {PNS} / NIK 3201010101900001",
        f"{PNS} / {PNS}",
    ],
)
def test_the_one_nip_of_a_cell(tmp_path: Path, cell: str) -> None:
    read = read_rows(tmp_path, [["NIP", "Nama", "Jabatan", "Unit Kerja"], [cell, "Contoh", "Analis", "Bidang A"]])
    assert (read.found, read.row()["nip"]) == ([], PNS)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (f"{PNS}/{PNS_WOMAN}", "nip_text"),
        (f"{PNS}/12345", "nip_text"),
        (f"{PNS}A", "nip_text"),
        (f"{PNS}500123456", "nip_length"),  # nothing parts the 27 digits
        ("199013012015011001/500123456", "nip_date"),
    ],
)
def test_a_cell_of_more_than_one_nip_is_refused(tmp_path: Path, cell: str, code: str) -> None:
    read = read_rows(tmp_path, [["NIP", "Nama", "Jabatan", "Unit Kerja"], [cell, "Contoh", "Analis", "Bidang A"]])
    assert read.found == [(code, "A2")]


SANCTIONED = ["NIP", "Nama", "Jenis Hukuman Disiplin", "Nomor SK", "Tanggal SK"]


@pytest.mark.parametrize(
    ("sanction", "day", "level"),
    [
        ("Teguran Tertulis", "10-05-2022", "ringan"),
        ("Pernyataan tidak puas secara tertulis", "10-05-2022", "ringan"),
        ("Pemotongan tukin 25% selama 6 (enam) bulan", "10-05-2022", "sedang"),
        ("Pembebasan dari jabatan menjadi pelaksana selama 12 bulan", "10-05-2022", "berat"),
        # PP 53/2010, up to 30 August 2021
        ("Penundaan kenaikan gaji berkala selama 1 tahun", "30-08-2021", "sedang"),
        ("Penurunan pangkat setingkat lebih rendah selama 3 tahun", "30-08-2021", "berat"),
        # the row says it itself, whatever the law of the day
        ("Hukuman disiplin tingkat ringan berupa teguran lisan", "10-05-2005", "ringan"),
        ("Sedang", "10-05-2022", "sedang"),
    ],
)
def test_the_sanction_decides_the_level(tmp_path: Path, sanction: str, day: str, level: str) -> None:
    read = read_rows(tmp_path, [SANCTIONED, [PNS, "Contoh", sanction, "862/1", day]], sanctions=LAWS)
    assert (read.found, read.heads[0].kind, read.row()["level"]) == ([], "discipline", level)
    assert [(f.code, f.cell, f.values["level"]) for f in read.findings] == [("level_of_sanction", "C2", level)]
    assert {c.field: (c.header, c.how) for c in read.heads[0].columns}["level"] == (SANCTIONED[2], "values")


@pytest.mark.parametrize(
    ("sanction", "day"),
    [
        ("Teguran Tertulis", "05-06-2010"),  # the day before the first law that is known
        ("Pemotongan tunjangan kinerja", "30-08-2021"),  # unknown to PP 53/2010
        # decided under PP 94/2021, which lowers a rank for one year alone: PP 53/2010 called the three years berat
        ("Penurunan pangkat setingkat lebih rendah selama 3 tahun", "31-08-2021"),
        ("Teguran", "10-05-2022"),
        ("Hukuman tingkat berat berupa teguran tertulis", "10-05-2022"),
    ],
)
def test_a_sanction_that_decides_no_level_is_asked_for(tmp_path: Path, sanction: str, day: str) -> None:
    read = read_rows(tmp_path, [SANCTIONED, [PNS, "Contoh", sanction, "862/1", day]], sanctions=LAWS)
    assert read.found == [("sanction_without_level", "C2")]


def test_a_blank_level_and_levels_in_full(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK"],
        [PNS, "", "Teguran lisan", "10-05-2022"],
        [PNS_WOMAN, "Hukuman Disiplin Tingkat Sedang", "Teguran lisan", "10-05-2022"],  # contradicts: told by the file
        [PPPK, "Tingkat Berat", "", "10-05-2022"],
        [PNS, "", "", "10-05-2023"],
        [PNS, "Ringan/Sedang", "", "10-05-2024"],
    ]
    read = read_rows(tmp_path, rows, sanctions=LAWS)
    assert read.found == [("cell_required", "B5"), ("word_unknown", "B6")]
    assert [row["level"] for _number, row in read.rows[0]] == ["ringan", "sedang", "berat"]


def test_the_laws_of_discipline_reach_the_reading_process() -> None:
    assert options_from_json(options_to_json(ReadOptions(sanctions=LAWS))).sanctions == LAWS


ROSTER = ["NO", "NAMA", "NIP", "JABATAN", "UNIT KERJA"]
TEACHER = [1, "Contoh Satu", PNS, "Guru Ahli Muda", "SD Contoh"]


@pytest.mark.parametrize(
    ("headers", "others"),
    [
        (ROSTER, [[2, "Contoh Dua", "-", "Guru Honorer", "SD Contoh"], [3, "Contoh Tiga", "", "Sopir (THL)", "SD Contoh"]]),
        (ROSTER, [[2, "Contoh Dua", "Honorer", "Guru", "SD Contoh"], [3, "Contoh Tiga", "GTT", "Guru", "SD Contoh"]]),
        (ROSTER, [["", "TENAGA HONORER"], [2, "Contoh Dua", "-", "Guru", "SD Contoh"], [3, "Contoh Tiga", "", "Guru", "SD Contoh"]]),
        (["NO", "NAMA", "NIP", "GOL", "JABATAN", "UNIT KERJA", "KET"], [[2, "Contoh Dua", "-", "Honorer", "Guru", "SD Contoh"], [3, "Contoh Tiga", "", "", "Guru", "SD Contoh", "Tenaga Kontrak"]]),
    ],
)  # fmt: skip
def test_who_is_not_asn_is_left_out_and_told_once(tmp_path: Path, headers: list[str], others: list[list[Any]]) -> None:
    first = [*TEACHER[:3], *([""] if "GOL" in headers else []), *TEACHER[3:]]
    read = read_rows(tmp_path, [headers, first, *others])
    assert (read.found, len(read.rows[0]), read.ends[0].skipped_why["not_asn"]) == ([], 1, 2)
    (told,) = [finding for finding in read.findings if finding.code == "people_not_asn"]
    assert (told.severity, told.values) == ("note", {"number": 2})


@pytest.mark.parametrize("kind", ["trainings", "evaluations"])
def test_who_is_not_asn_in_other_lists(tmp_path: Path, kind: str) -> None:
    says = {"trainings": ("Nama Diklat", "Bimtek Arsip"), "evaluations": ("Predikat Kinerja", "Baik")}[kind]
    rows: list[list[Any]] = [["NIP", "Nama", "Jabatan", says[0], "Tahun"], [PNS, "Contoh", "Guru", says[1], 2025], ["-", "Dua", "Guru Honor", says[1], 2025]]  # fmt: skip
    read = read_rows(tmp_path, rows, as_kinds=(kind,))
    assert (read.found, len(read.rows[0]), read.ends[0].skipped_why) == ([], 1, {"not_asn": 1})


@pytest.mark.parametrize(
    ("nip", "post", "code"),
    [
        ("", "Penjaga Sekolah", "nip_missing"),
        ("-", "Pengelola Tenaga Honorer", "nip_missing"),
        ("-", "Pejabat Pengendali Kontrak", "nip_missing"),
        ("19900101201501100", "Guru", "nip_length"),
    ],
)
def test_who_may_be_asn_is_asked_for(tmp_path: Path, nip: str, post: str, code: str) -> None:
    read = read_rows(tmp_path, [ROSTER, TEACHER, [2, "Contoh Dua", nip, post, "SD Contoh"]])
    assert read.found == [(code, "C3")]


def test_the_next_heading_ends_that_of_others(tmp_path: Path) -> None:
    rows: list[list[Any]] = [ROSTER, ["", "TENAGA HONORER"], [1, "Contoh Dua", "-", "Guru", "SD"], ["", "PNS"], TEACHER, [3, "Contoh Tiga", "", "Guru", "SD"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, read.ends[0].skipped_why) == ([("nip_missing", "C6")], {"section": 2, "not_asn": 1})


def test_a_nip_counts_more_than_the_word_beside_it(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [ROSTER, [*TEACHER[:3], "Guru Honorer", "SD Contoh"]])
    assert (read.found, read.row()["position"]) == ([], "Guru Honorer")


def test_a_measure_of_ethics_is_told_and_dates_of_a_sanction_are_compared(tmp_path: Path) -> None:
    header = ["NIP", "Nama", "Jenis Hukuman", "Tingkat Hukuman", "Tanggal SK", "TMT Hukuman", "Akhir Hukuman"]
    rows = [
        [PNS, "Contoh", "Sanksi moral", "ringan", "2026-01-05", None, None],
        [PNS, "Contoh", "Teguran tertulis", "ringan", "2026-01-06", "2026-01-06", "2026-01-06"],
        [
            PNS,
            "Contoh",
            "Penundaan kenaikan pangkat selama 1 tahun",
            "sedang",
            "2026-02-02",
            "2026-03-02",
            "2026-03-01",
        ],
        [PNS, "Contoh", "Penundaan kenaikan pangkat selama 1 tahun", "sedang", "2026-02-03", "2026-02-02", None],
    ]
    read = read_rows(tmp_path, [header, *rows], sanctions=LAWS)
    assert [f.severity for f in read.findings if f.code == "sanction_of_ethics"] == ["warning"]
    assert [(f.cell, f.severity) for f in read.findings if f.code == "ends_before_start"] == [("G4", "error")]
    assert [(f.cell, f.severity) for f in read.findings if f.code == "before_decree"] == [("F5", "warning")]


@pytest.mark.parametrize(
    "sanction",
    ["Sanksi moral", "Pelanggaran kode etik", "Pelanggaran Kode Etik, sanksi ringan", "Permohonan maaf terbuka"],
)
def test_a_measure_of_ethics_has_no_level_to_ask_for(tmp_path: Path, sanction: str) -> None:
    rows = [
        ["NIP", "Nama", "Jenis Hukuman", "Tingkat Hukuman", "Tanggal SK"],
        [PNS, "Contoh", sanction, "", "2022-05-10"],
        [PNS, "Contoh", "Teguran tertulis", "", "2022-05-11"],
    ]
    read = read_rows(tmp_path, rows, sanctions=LAWS)
    assert [(f.code, f.severity, f.cell) for f in read.findings] == [
        ("sanction_of_ethics", "warning", "C2"),
        ("level_of_sanction", "note", "C3"),
    ]
    assert read.row()["sanction"] == "Teguran tertulis"
    assert (read.ends[0].skipped_why, read.ends[0].rejected) == ({"code_of_ethics": 1}, 0)
