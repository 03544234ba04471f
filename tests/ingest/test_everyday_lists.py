"""Lists that offices send about punishments, exams, trainings, honours, credit, teams and surveys, and what they do not say."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows

NUMBERED = ["NO", "NAMA", "NIP"]


def people(*rows: list[Any]) -> list[list[Any]]:
    nips = (PNS, PNS_WOMAN, PPPK)
    return [[n, f"Contoh {n}", nip, *row] for n, (nip, row) in enumerate(zip(nips, rows, strict=False), 1)]


def test_number_and_day_of_a_decree_in_one_cell(tmp_path: Path) -> None:
    head = [*NUMBERED, "TINGKAT HUKUMAN", "JENIS HUKUMAN DISIPLIN", "NOMOR DAN TANGGAL SK"]
    said = ["Ringan", "Teguran Tertulis"]
    rows = people(
        [*said, "800/12/2024, 5 Maret 2024"],
        [*said, "800/12 tanggal 05-03-2024"],
        [*said, "800/5/3/2024"],  # a number alone: its slashes are no day
    )
    read = read_rows(tmp_path, [head, *rows])
    assert read.found == [("cell_required", "F4")]
    assert [(row["decree"], row["decided_on"]) for _number, row in read.rows[0]] == [("800/12/2024", "2024-03-05"), ("800/12", "2024-03-05")]  # fmt: skip


def test_a_day_that_is_none_behind_the_number_of_a_decree(tmp_path: Path) -> None:
    head = [*NUMBERED, "TINGKAT HUKUMAN", "JENIS HUKUMAN DISIPLIN", "NOMOR DAN TANGGAL SK"]
    read = read_rows(tmp_path, [head, *people(["Ringan", "Teguran Tertulis", "800/12, 31-02-2024"])])
    assert read.found == [("date_impossible", "F2")]


PARTICIPANTS = [*NUMBERED, "UNIT KERJA", "NILAI", "KUALIFIKASI", "NO. STTPL"]


def test_marks_of_a_course_are_no_performance(tmp_path: Path) -> None:
    rows = [PARTICIPANTS, *people(["Dinas A", "85,5", "Memuaskan", "001/2024"])]
    read = read_rows(tmp_path, [["PESERTA PELATIHAN DASAR CPNS GOLONGAN III"], ["TAHUN 2024"], *rows])
    assert (read.found, read.rows) == ([("kind_not_found", None)], [])


@pytest.mark.parametrize("title", ["REKAP NILAI SKP TAHUN 2020", "PENILAIAN PRESTASI KERJA PNS TAHUN 2020"])
def test_marks_below_a_title_of_performance_are(tmp_path: Path, title: str) -> None:
    rows = [[title], [*NUMBERED, "NILAI", "SEBUTAN"], *people(["88,5", "Baik"])]
    read = read_rows(tmp_path, rows)
    row = read.row()
    assert (read.found, read.heads[0].kind) == ([], "evaluations")
    assert (row["year"], row["score"], row["predicate"]) == (2020, 885000, "baik")


def test_a_competency_test_named_by_its_title(tmp_path: Path) -> None:
    head = [*NUMBERED, "JABATAN SAAT INI", "JABATAN YANG DITUJU", "NILAI", "HASIL"]
    rows = people(["Analis Ahli Pertama", "Analis Ahli Muda", "82,5", "LULUS"], ["Analis Ahli Pertama", "Analis Ahli Muda", "52,5", "TIDAK LULUS"])  # fmt: skip
    read = read_rows(tmp_path, [["HASIL UJI KOMPETENSI JABATAN FUNGSIONAL TANGGAL 12 MEI 2025"], head, *rows])
    assert (read.found, read.how()["exam"], read.how()["taken_on"]) == ([], "title", "title")
    assert [(row["exam"], row["taken_on"], row["result"], row["score"]) for _number, row in read.rows[0]] == [("uji_kompetensi", "2025-05-12", "lulus", 825000), ("uji_kompetensi", "2025-05-12", "tidak", 525000)]  # fmt: skip
    # the year alone is no day
    without = read_rows(tmp_path, [["HASIL UJI KOMPETENSI JABATAN FUNGSIONAL TAHUN 2025"], head, *rows])
    assert (without.found, without.findings[0].values["key"]) == ([("kind_lacks_column", None)], "taken_on")


@pytest.mark.parametrize(
    ("title", "exam"),
    [
        ("HASIL UJIAN DINAS TINGKAT II", "ujian_dinas_2"),
        ("HASIL UJIAN DINAS TK. I", "ujian_dinas_1"),
        ("HASIL UPKP", "upkp"),
        ("HASIL UJIAN DINAS TINGKAT I DAN II", None),
    ],
)
def test_an_exam_named_by_its_title(tmp_path: Path, title: str, exam: str | None) -> None:
    rows = [[title], ["Tanggal Ujian : 10 Juni 2025"], [*NUMBERED, "GOL", "NILAI", "HASIL"], *people(["II/d", 75, "LULUS"])]  # fmt: skip
    read = read_rows(tmp_path, rows)
    if exam is None:
        assert read.rows == []
        assert [finding.severity for finding in read.findings] == ["error"]
    else:
        assert (read.found, read.row()["exam"]) == ([], exam)


def test_both_grades_of_an_exam_in_a_column(tmp_path: Path) -> None:
    head = [*NUMBERED, "TINGKAT UJIAN", "TANGGAL UJIAN", "NILAI", "KETERANGAN"]
    rows = people(["Tingkat I", "10-06-2025", 75, "LULUS"], ["II", "10-06-2025", 75, "LULUS"])
    read = read_rows(tmp_path, [["HASIL UJIAN DINAS TINGKAT I DAN II TAHUN 2025"], head, *rows])
    assert (read.found, [row["exam"] for _number, row in read.rows[0]]) == ([], ["ujian_dinas_1", "ujian_dinas_2"])


def test_honours_by_their_decree(tmp_path: Path) -> None:
    head = [*NUMBERED, "JENIS TANDA KEHORMATAN", "NOMOR KEPPRES", "TANGGAL KEPPRES"]
    read = read_rows(tmp_path, [head, *people(["Satyalancana Karya Satya XX Tahun", "1/TK/2024", "17-08-2024"])])
    row = read.row()
    assert (read.found, read.heads[0].kind, row["awarded_on"]) == ([], "awards", "2024-08-17")


def test_a_conversion_of_predicates_is_credit(tmp_path: Path) -> None:
    head = [*NUMBERED, "JENJANG", "PREDIKAT", "PERSENTASE", "ANGKA KREDIT YANG DIDAPAT", "TANGGAL PENETAPAN"]
    rows = [["KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT TAHUN 2024"], head, *people(["Ahli Muda", "Baik", "100%", "25", "15-01-2025"])]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, read.findings[0].values["kind"], read.findings[0].values["key"]) == ([("kind_lacks_column", None)], "credits", "kind")  # fmt: skip
    told = read_rows(tmp_path, rows, sets={"kind": "konversi"})
    assert (told.found, told.heads[0].kind, told.row()["amount"]) == ([], "credits", 250000)


def test_a_team_from_month_to_month(tmp_path: Path) -> None:
    head = [*NUMBERED, "NAMA TIM", "PERAN", "MASA TUGAS"]
    row = read_rows(tmp_path, [head, *people(["Tim SPBE", "Ketua", "Januari s.d. Desember 2025"])]).row()
    assert (row["started_on"], row["ended_on"]) == ("2025-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        (["3,45", "5"], [("score_of_small_scale", "E3"), ("score_of_small_scale", "E4")]),
        (["3,45", "5,01"], []),
        (["0", "0"], []),
    ],
)
def test_answers_of_a_questionnaire_are_no_points_of_a_hundred(
    tmp_path: Path, scores: list[str], found: list[tuple[str, str]]
) -> None:
    head = ["NO", "UNIT KERJA", "PERANGKAT DAERAH", "ASPEK", "RATA-RATA", "JUMLAH RESPONDEN"]
    rows = [[n, "Bidang A", "Dinas A", f"Aspek {n}", score, 25] for n, score in enumerate(scores, 1)]
    read = read_rows(tmp_path, [["HASIL SURVEI LINGKUNGAN KERJA TAHUN 2025"], head, *rows])
    assert (read.found, len(read.rows[0])) == (found, 0 if found else 2)


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ([0.85, "0,9"], ["C2", "C3"]),
        ([0.85, 1], ["C2", "C3"]),
        ([1, 0], []),
    ],
)
def test_points_written_as_fractions_are_asked_for(tmp_path: Path, points: list[object], found: list[str]) -> None:
    """A potential of 0.85 stored as it stands would be a hundredth of what the assessors gave."""
    rows = [["198001012005012901", f"0{n + 1}-06-2025", point] for n, point in enumerate(points)]
    read = read_rows(tmp_path, [["NIP", "Tanggal Asesmen", "Potensi"], *rows])
    assert read.found == [("score_as_fraction", cell) for cell in found]


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ([0.785, 85], ["C2"]),
        ([85, "0,8", "90%"], ["C3"]),
        (["75%", 0.8], ["C3"]),
        (["75%", 1], ["C3"]),  # 1 of a hundred, or all of it
        ([85, 1, 0], []),  # a mark of 1 is one
        (["0,5%", 85], []),  # its sign says what it is
        (["75%", "1%"], []),
    ],
)
def test_a_fraction_among_marks_is_asked_for(tmp_path: Path, points: list[object], found: list[str]) -> None:
    """0.8 beside 75% would be stored as less than one of a hundred."""
    rows = [["198001012005012901", f"0{n + 1}-06-2025", point] for n, point in enumerate(points)]
    read = read_rows(tmp_path, [["NIP", "Tanggal Asesmen", "Potensi"], *rows])
    assert read.found == [("score_fraction_among", cell) for cell in found]


def test_scores_of_evaluations_are_no_fractions(tmp_path: Path) -> None:
    rows = [["198001012005012901", 2018 + n, score] for n, score in enumerate((0.785, 86.5))]
    read = read_rows(tmp_path, [["NIP", "Tahun", "Nilai SKP"], *rows])
    assert read.found == [("score_fraction_among", "C2")]
    assert [row["score"] for _, row in read.rows[0]] == [865_000]


@pytest.mark.parametrize(
    "header",
    [
        *("Durasi (Jam)", "Lama Diklat (Jam)", "Durasi Pelatihan (JP)", "Lama Kursus (Jam)", "LAMANYA PELATIHAN (JPL)"),
        *("Durasi Jam", "Total Jam Pelajaran", "Jumlah JP Diklat", "Jml Jam Pelatihan", "Lama Pendidikan (Jam Pelajaran)"),
    ],
)  # fmt: skip
def test_hours_of_trainings(tmp_path: Path, header: str) -> None:
    rows = [["NIP", "Nama Diklat", "Tanggal Selesai", header], [PNS, "Diklat A", "05-01-2025", "30"]]
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, read.found, read.notes) == ("trainings", [], [])
    assert read.row().get("jp") == 300_000


def test_days_of_trainings_are_no_hours(tmp_path: Path) -> None:
    rows = [["NIP", "Nama Diklat", "Tanggal Selesai", "Lama Diklat (Hari)"], [PNS, "Diklat A", "05-01-2025", "3"]]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.notes, read.row().get("jp")) == ([], ["days_are_no_jp"], None)
