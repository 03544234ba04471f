"""What stands beside a list's own columns: days above it, places of birth, ends of studies and leaves, tables on their side."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, TODAY, collected, read_rows

ASSESSED: list[list[Any]] = [["NO", "NAMA", "NIP", "JPM", "REKOMENDASI"], [1, "Contoh Satu", PNS, "88", "Siap"]]


@pytest.mark.parametrize(
    "above",
    [
        ["Tanggal : 15 Juni 2024"],
        ["Tanggal Asesmen", "", ": 15 Juni 2024"],
        ["Tanggal Pelaksanaan :", "15-06-2024"],
        ["Tanggal Tes", ":", datetime.date(2024, 6, 15)],
        ["PELAKSANAAN ASESMEN TANGGAL 15 JUNI 2024"],
    ],
)
def test_the_day_of_an_assessment_above_the_list(tmp_path: Path, above: list[Any]) -> None:
    read = read_rows(tmp_path, [["REKAP HASIL ASESMEN"], above, *ASSESSED])
    assert (read.found, read.row()["assessed_on"], read.how()["assessed_on"]) == ([], "2024-06-15", "title")


@pytest.mark.parametrize(
    "above",
    [
        ["Tanggal Pelaksanaan : 15 s.d. 17 Juni 2024"],
        ["Tanggal Cetak : 15 Juni 2024"],
        ["REKAP ASESMEN KEADAAN 15 JUNI 2024"],
        ["Tanggal : 15 Juni 2024", "Tanggal Asesmen : 16 Juni 2024"],
    ],
)
def test_another_day_above_it_is_none(tmp_path: Path, above: list[Any]) -> None:
    assert read_rows(tmp_path, [["REKAP HASIL ASESMEN"], above, *ASSESSED]).found == [("kind_lacks_column", None)]


def test_a_column_goes_before_the_day_above(tmp_path: Path) -> None:
    rows = [["Tanggal : 15 Juni 2024"], [*ASSESSED[0], "Tanggal Asesmen"], [*ASSESSED[1], "01-02-2023"]]
    assert read_rows(tmp_path, rows).row()["assessed_on"] == "2023-02-01"


def test_the_day_of_an_exam_above_the_list(tmp_path: Path) -> None:
    rows = [["Tanggal Ujian : 12 Mei 2025"], ["NIP", "NAMA", "JENIS UJIAN", "JENJANG YANG DITUJU", "HASIL"], [PNS, "Contoh Satu", "Uji Kompetensi", "Ahli Madya", "Lulus"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, read.row()["taken_on"], read.row()["target"]) == ([], "2025-05-12", "Ahli Madya")


PERSON = [PNS, "Contoh Satu", "Contoh", "01-01-1990", "Analis", "Bidang A"]


def test_the_day_behind_the_place_of_birth(tmp_path: Path) -> None:
    rows = [["NIP", "NAMA", "TEMPAT LAHIR", "TANGGAL", "JABATAN", "UNIT KERJA"], PERSON]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.row()["birth_date"], read.how()["birth_date"]) == ([], "1990-01-01", "values")
    rows[0][2] = "ASAL"
    assert "birth_date" not in read_rows(tmp_path, rows).row()


@pytest.mark.parametrize("parent", ["LAHIR", "TTL", "TEMPAT DAN TANGGAL LAHIR", "TEMPAT/TGL. LAHIR", "KELAHIRAN"])
def test_place_and_day_below_one_header(tmp_path: Path, parent: str) -> None:
    above = ["NIP", "NAMA", parent, "", "JABATAN", "UNIT KERJA"]
    read = read_rows(tmp_path, [above, ["", "", "TEMPAT", "TANGGAL", "", ""], PERSON], ["C1:D1"])
    assert (read.found, read.row()["birth_date"]) == ([], "1990-01-01")


STUDY = ["NIP", "NAMA", "PERGURUAN TINGGI", "JENJANG", "PROGRAM STUDI"]
MASTER = [PNS, "Contoh Satu", "Universitas Contoh", "S2", "Manajemen"]


def test_studies_with_days_but_no_graduation_are_no_degrees(tmp_path: Path) -> None:
    rows: list[list[Any]] = [[*STUDY, "TMT MULAI", "TMT SELESAI"], [*MASTER, "01-09-2015", "31-08-2017"], [PNS_WOMAN, *MASTER[1:], "01-09-2025", "31-08-2027"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, read.rows) == ([("studies_without_end", "F1")], [])
    told = read_rows(tmp_path, rows, maps={"TMT SELESAI": "graduated"})
    assert [row["graduated"] for _number, row in told.rows[0]] == ["2017-08-31"]
    assert told.found == [("year_in_future", "G3")]
    assert len(read_rows(tmp_path, rows, as_kinds=("educations",)).rows[0]) == 2


def test_a_row_of_studies_that_have_begun_and_not_ended(tmp_path: Path) -> None:
    rows: list[list[Any]] = [[*STUDY, "TAHUN MASUK", "TAHUN LULUS"], [*MASTER, 2015, 2017], [PNS_WOMAN, *MASTER[1:], 2023, ""], [PPPK, *MASTER[1:], "", ""]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert read.found == [("study_unfinished", "G3")]
    assert [number for number, _row in read.rows[0]] == [2, 4]


def test_a_leave_and_its_end(tmp_path: Path) -> None:
    rows = [["NIP", "NAMA", "JENIS CUTI", "TMT", "SAMPAI DENGAN", "NOMOR SK"], [PNS, "Contoh Satu", "CLTN", "01-09-2025", "31-08-2027", "800/5"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    row = read.row()
    assert (read.heads[0].kind, row["event"], row["effective_on"]) == ("movements", "cltn", "2025-09-01")
    assert [(f.severity, f.code, f.cell) for f in read.findings] == [("note", "end_of_leave", "E1")]
    study = [[*STUDY, "TMT MULAI", "TMT SELESAI"], [*MASTER, "01-09-2025", "31-08-2027"]]
    read = read_rows(tmp_path, study, as_kinds=("movements",), sets={"event": "tugas_belajar"})
    assert (read.found, read.row()["effective_on"]) == ([], "2025-09-01")


LEVELS = [[1, "Integritas", 4, 3], [2, "Kerjasama", 4, 3], [3, "Komunikasi", 4, 3]]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["NO", "KOMPETENSI", "Kepala Bidang A", "Analis"], *LEVELS], None),
        ([["NO", "KOMPETENSI", "JABATAN", ""], ["", "", "Kepala Bidang A", "Analis"], *LEVELS], None),
        (
            [
                ["NO", "KOMPETENSI", "KELOMPOK", "Kepala Bidang A", "Analis"],
                *[[n, c, "Manajerial", *v] for n, c, *v in LEVELS],
            ],
            None,
        ),
    ],
)
def test_standards_on_their_side_are_to_be_turned(tmp_path: Path, rows: list[list[Any]], cell: str | None) -> None:
    read = read_rows(tmp_path, [["STANDAR KOMPETENSI JABATAN"], *rows])
    assert (read.found, read.rows) == ([("standards_turned", cell)], [])
    assert read.findings[0].values["posts"] == "Kepala Bidang A, Analis"


def test_a_row_a_competency_is_not_on_its_side(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["JABATAN", "KOMPETENSI", "LEVEL STANDAR"],
        *[["Analis", name, 3] for _n, name, *_levels in LEVELS],
    ]
    assert (read := read_rows(tmp_path, rows)).found == []
    assert len(read.rows[0]) == 3


def test_the_training_of_a_list_of_ranks_by_its_month(tmp_path: Path) -> None:
    above = ["NIP", "NAMA", "PANGKAT", "", "JABATAN", "", "LATIHAN JABATAN", "", "", "PENDIDIKAN", "", "", "UNIT KERJA"]
    under = ["", "", "GOL", "TMT", "NAMA", "TMT", "NAMA", "BULAN & TAHUN", "JML JAM", "NAMA", "LULUS TH", "TK. IJAZAH"]
    person = [PNS, "Contoh Satu", "III/c", "01-04-2020", "Analis", "01-01-2022", "DIKLATPIM TK. IV", "Mei 2019", "360", "Hukum", "2012", "S1", "Bidang A"]  # fmt: skip
    rows, merged = [above, under, person], ["C1:D1", "E1:F1", "G1:I1", "J1:L1"]
    read = read_rows(tmp_path, rows, merged, as_kinds=("trainings",))
    row = read.row()
    assert (read.found, row["title"], row["year"], row["jp"], row["level"]) == ([], "DIKLATPIM TK. IV", 2019, 3600000, "PKP")  # fmt: skip
    roster = read_rows(tmp_path, rows, merged)
    assert (roster.found, roster.row()["education"], roster.row()["field_of_study"]) == ([], "S1", "Hukum")
    assert set(roster.why().values()) == {"other_kind", "not_kept"}


def text(tmp_path: Path, *days: str) -> Any:
    people = zip((PNS, PNS_WOMAN, PPPK), days, strict=False)
    lines = ["NIP;Nama;Tgl Lahir;Jabatan;Unit Kerja", *[f"{nip};Contoh;{day};Analis;Bidang A" for nip, day in people]]
    path = tmp_path / "pegawai.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return collected(read_book(path, ReadOptions(today=TODAY)))


@pytest.mark.parametrize("other", ["02-02-1991", "33271", "-"])
def test_day_numbers_in_a_text_file(tmp_path: Path, other: str) -> None:
    # 1 January 1990 is day 32,874 of Excel's: 90 years of 365 days, 22 leap days to 1988, one that Excel counts in 1900, and 1
    read = text(tmp_path, "32874", other)
    assert (read.found, read.row()["birth_date"]) == ([], "1990-01-01")


def test_a_number_in_a_column_of_other_words_is_no_day(tmp_path: Path) -> None:
    assert text(tmp_path, "32874", "tidak tahu").found == [("date_unreadable", "C2"), ("date_unreadable", "C3")]
    assert text(tmp_path, "9999", "02-02-1991").found == [("date_unreadable", "C2")]


def test_no_year_is_written_with_a_separator() -> None:
    from asnkarier.views.messages.catalogue import fill

    assert fill("{field}: the year {year} has not begun yet.", {"field": "Tahun", "year": 2030}) == "Tahun: the year 2030 has not begun yet."  # fmt: skip
