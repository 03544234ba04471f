"""Lists whose headers say little: competencies by their abbreviations, scores by who gave them."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows

NINE = ["INT", "KS", "KOM", "OH", "PP", "PDOL", "MP", "PK", "PB"]
ABOVE: list[Any] = ["NIP", "Nama", "Tanggal Asesmen"]
PERSON: list[Any] = [PNS, "Contoh Satu", "12-06-2025"]


@pytest.mark.parametrize(("at", "other"), [(3, "OH"), (3, "OPH"), (5, "PDO"), (5, "PDOL")])
def test_the_nine_by_their_abbreviations(tmp_path: Path, at: int, other: str) -> None:
    names = [*NINE[:at], other, *NINE[at + 1 :]]
    read = read_rows(tmp_path, [[*ABOVE, *names], [*PERSON, 1, 2, 3, 4, 5, 1, 2, 3, 4]])
    levels = [value for field, value in read.row().items() if field.startswith("level:")]
    assert (read.found, len(levels)) == ([], 9)
    assert read.row()["level:Orientasi pada Hasil"] == read.row()["level:Integritas"] * 4


def test_most_of_the_nine_are_not_all(tmp_path: Path) -> None:
    names = ["OHK" if name == "OH" else name for name in NINE]
    read = read_rows(tmp_path, [[*ABOVE, *names], [*PERSON, 1, 2, 3, 4, 5, 1, 2, 3, 4]])
    (lacking,) = read.findings
    assert (lacking.severity, lacking.code) == ("warning", "competencies_lacking")
    assert (lacking.values["count"], lacking.values["lacking"]) == (8, "Orientasi pada Hasil")


@pytest.mark.parametrize(("count", "said"), [(4, False), (5, True)])  # five of nine are more than half
def test_a_list_of_some_means_some(tmp_path: Path, count: int, said: bool) -> None:
    read = read_rows(tmp_path, [[*ABOVE, *NINE[:count]], [*PERSON, *[3] * count]])
    assert read.found == ([("competencies_lacking", None)] if said else [])


def test_a_score_beside_who_gave_it(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["NIP", "Tahun", "Pemberi", "Skor"], [PNS, 2025, "rekan", 85]])
    assert (read.found, read.heads[0].kind, read.row()["score"]) == ([], "feedback", 850000)
    assert read_rows(tmp_path, [["NIP", "Tahun", "Skor"], [PNS, 2025, 85]]).heads == []


def test_what_set_says_holds_for_the_rows_that_say_nothing(tmp_path: Path) -> None:
    rows = [["NIP", "Nama Diklat", "Tahun", "JP"], [PNS, "Bimtek Arsip", 2023, 20], [PNS, "Bimtek Data", "", 20]]
    read = read_rows(tmp_path, rows, sets={"year": "2024"})
    assert ([row["year"] for _number, row in read.rows[0]], read.found) == ([2023, 2024], [])
    assert [(c.column, c.field, c.how) for c in read.heads[0].columns if c.field == "year"] == [
        ("C", "year", "exact"),
        ("", "year", "set"),
    ]
    skp = [["NIP", "Tahun", "Predikat Kinerja"], [PNS, 2023, "Baik"], [PNS_WOMAN, "", "Baik"]]
    assert read_rows(tmp_path, skp).found == [("cell_required", "B3")]
    assert read_rows(tmp_path, skp, sets={"year": "2024"}).found == []


def test_who_is_in_no_seksi_is_in_the_bidang(tmp_path: Path) -> None:
    rows = [["NIP", "Nama", "Jabatan", "Bidang", "Seksi"]]
    rows += [
        [PNS, "Contoh Satu", "Analis", "Bidang A", "-"],
        [PNS_WOMAN, "Contoh Dua", "Analis", "Bidang A", "Seksi B"],
    ]
    rows += [[PPPK, "Contoh Tiga", "Analis", "", ""]]
    assert read_rows(tmp_path, rows).found == [("cell_blank", "E4")]


@pytest.mark.parametrize(("said", "jp"), [("40 JP (5 hari)", 400000), ("40 JP / 5 hari", 400000), ("5 hari", None)])
def test_hours_with_their_days_beside(tmp_path: Path, said: str, jp: int | None) -> None:
    read = read_rows(tmp_path, [["NIP", "Nama Diklat", "Tahun", "JP"], [PNS, "Bimtek Arsip", 2023, said]])
    # A length in days alone leaves the hours unknown.
    assert [row["jp"] for _number, row in read.rows[0]] == [jp]


def test_the_end_of_a_contract_below_its_header(tmp_path: Path) -> None:
    above = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Masa Kontrak", ""]
    person = [PPPK, "Contoh Tiga", "Analis", "Bidang A", "01-03-2021", "28-02-2026"]
    read = read_rows(tmp_path, [above, ["", "", "", "", "Mulai", "Selesai"], person], ["E1:F1"])
    assert (read.found, read.row()["contract_ends_on"]) == ([], "2026-02-28")
