"""Lists of few columns: what is read of them, what they are said to look like, and which columns tell of what may yet be."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, read_rows

WHO = ["NO", "NAMA", "NIP"]
ONE = [1, "Contoh Satu", PNS]


def test_predicates_of_agencies(tmp_path: Path) -> None:
    rows = [["PREDIKAT KINERJA ORGANISASI TAHUN 2025"], [], ["NO", "PERANGKAT DAERAH", "PREDIKAT KINERJA"], [1, "DINAS A", "Baik"], [2, "DINAS B", "Istimewa"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, read.found) == ("unit_performance", [])
    told = [(row["unit"], row["year"], row["predicate"]) for _number, row in read.rows[0]]
    assert told == [("DINAS A", 2025, "baik"), ("DINAS B", 2025, "istimewa")]
    yearless = read_rows(tmp_path, [["PREDIKAT KINERJA ORGANISASI"], *rows[1:]])
    assert (yearless.rows, yearless.found) == ([], [("kind_lacks_column", None)])


def test_a_survey_of_agencies(tmp_path: Path) -> None:
    rows = [["SURVEI LINGKUNGAN KERJA TAHUN 2025"], [], ["NO", "PERANGKAT DAERAH", "UNSUR", "NILAI", "RESPONDEN"], [1, "DINAS A", "Kepemimpinan", 80, 20]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, read.found) == ("survey", [])
    row = read.row()
    assert (row["unit"], row["year"], row["dimension"], row["score"], row["respondents"]) == ("DINAS A", 2025, "Kepemimpinan", 800_000, 20)  # fmt: skip


def test_a_list_of_unor(tmp_path: Path) -> None:
    rows = [["KODE UNOR", "NAMA UNOR", "UNOR ATASAN", "PERANGKAT DAERAH"], ["A1", "Bidang X", "DINAS A", "DINAS A"]]
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, read.found) == ("units", [])
    assert read.row() == {"unit_code": "A1", "unit": "Bidang X", "parent": "DINAS A", "agency": "DINAS A"}


def test_leave_without_pay_is_a_movement_and_no_discipline(tmp_path: Path) -> None:
    rows = [["DAFTAR PNS CLTN"], [], [*WHO, "JENIS CUTI", "TMT", "SAMPAI DENGAN", "NOMOR SK"], [*ONE, "CLTN", "01-01-2025", "31-12-2027", "800/1"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, read.found) == ("movements", [])
    assert (read.row()["event"], read.row()["effective_on"], read.row()["decree"]) == ("cltn", "2025-01-01", "800/1")
    # Leave of another kind is no movement: each row says so, and none is taken for one.
    other = read_rows(tmp_path, [*rows[:3], [*ONE, "Cuti Tahunan", "01-01-2025", "12-01-2025", "800/2"]])
    assert (other.rows, [cell for _code, cell in other.found]) == ([[]], ["D4"])
    bare = read_rows(tmp_path, [[*WHO, "TMT", "SAMPAI DENGAN", "NOMOR SK"], [*ONE, "01-01-2025", "31-12-2027", "800/1"]])  # fmt: skip
    assert [finding.values.get("kind") for finding in bare.findings] == [None]


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        (["NAMA SERTIFIKAT", "LEMBAGA", "TANGGAL", "MASA BERLAKU"], ["PBJ Dasar", "LKPP", "01-02-2025", "31-12-2027"]),
        (
            ["NAMA SERTIFIKASI", "NOMOR SERTIFIKAT", "TANGGAL SERTIFIKAT", "PENERBIT"],
            ["PBJ Dasar", "1/2", "01-02-2025", "LKPP"],
        ),
    ],
)
def test_certificates_are_trainings(tmp_path: Path, headers: list[str], cells: list[str]) -> None:
    read = read_rows(tmp_path, [["DAFTAR SERTIFIKAT"], [], [*WHO, *headers], [*ONE, *cells]])
    row = read.row()
    assert (read.heads[0].kind, read.found) == ("trainings", [])
    assert (row["title"], row["organiser"], row["ended_on"]) == ("PBJ Dasar", "LKPP", "2025-02-01")


def test_predicates_without_a_year_are_asked_for_it(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["REKAP SKP"], [], [*WHO, "PREDIKAT KINERJA"], [*ONE, "Baik"]]
    read = read_rows(tmp_path, rows)
    assert [(f.code, f.values["kind"], f.values["key"]) for f in read.findings] == [("kind_lacks_column", "evaluations", "year")]  # fmt: skip
    assert read_rows(tmp_path, rows, sets={"year": "2025"}).row()["predicate"] == "baik"


HELD = ["JABATAN", "UNIT KERJA"]
HOLDS = ["Analis", "Bidang X"]


@pytest.mark.parametrize(
    ("headers", "second", "cells", "asked"),
    [
        (["PANGKAT LAMA", "", "PANGKAT BARU", ""], ["GOL", "TMT", "GOL", "TMT"], ["III/b", "01-04-2018", "III/c", "01-04-2022"], ["F1", "G1"]),
        (["PANGKAT BARU", ""], ["GOL", "TMT"], ["III/c", "01-04-2026"], ["D1", "E1"]),
        (["GOL LAMA", "GOL BARU"], None, ["III/b", "III/c"], ["E1"]),
        (["PANGKAT LAMA", "PANGKAT BARU", "TMT PANGKAT BARU"], None, ["Penata Muda III/a", "Penata III/c", "01-04-2022"], ["E1", "F1"]),
    ],
)  # fmt: skip
def test_a_new_rank_is_asked_about(
    tmp_path: Path, headers: list[str], second: list[str] | None, cells: list[str], asked: list[str]
) -> None:
    """Whether it was given or is only proposed, no header says: neither the new rank nor the old one is read."""
    below = [] if second is None else [["", "", "", *second, "", ""]]
    rows = [[*WHO, *headers, *HELD], *below, [*ONE, *cells, *HOLDS]]
    read = read_rows(tmp_path, rows)
    assert read.found == [("column_of_what_is_new", cell) for cell in asked]
    assert not {"golongan", "golongan_since"} & set(read.row())
    # What the finding says to do.
    told = {str(finding.values["header"]): str(finding.values["field"]) for finding in read.findings}
    assert read_rows(tmp_path, rows, maps=told).row()["golongan"] == "III/c"


def test_new_posts_alone_are_no_roster(tmp_path: Path) -> None:
    rows = [[*WHO, "JABATAN LAMA", "JABATAN BARU", "UNIT KERJA LAMA", "UNIT KERJA BARU"], [*ONE, "Analis", "Kepala Seksi", "A", "B"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.rows, read.found) == ([], [("column_of_what_is_new", "E1"), ("column_of_what_is_new", "G1")])


@pytest.mark.parametrize(
    "header", ["USULAN GOL", "Calon Unit Kerja", "Rencana Jabatan", "TMT USULAN", "Usulan Jabatan"]
)
def test_what_is_proposed_is_no_fact(tmp_path: Path, header: str) -> None:
    read = read_rows(tmp_path, [[*WHO, *HELD, header], [*ONE, *HOLDS, "III/d"]])
    assert (read.row()["position"], read.row()["unit"], "golongan" in read.row()) == ("Analis", "Bidang X", False)
    assert read.why()[header] == "unknown"
