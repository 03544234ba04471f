"""Lists of a reorganisation as offices write them: no column says what changed, and the day stands in the title."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import read_rows

TITLE = [["LAMPIRAN PERATURAN WALI KOTA NOMOR 12 TAHUN 2025"], ["MULAI BERLAKU 1 JULI 2025"]]
RENAMED = {
    "kind": "unit", "old": "Bidang Data", "new": "Bidang Statistik", "effective_on": "2025-07-01", "how": "rename",
}  # fmt: skip
DAY, HOW = "01-07-2025", "Perubahan Nomenklatur"


@pytest.mark.parametrize(
    "headers",
    [
        ["Unit Lama", "Unit Baru", "TMT", "Perubahan"],
        ["Nama Unit Lama", "Nama Unit Baru", "TMT", "Jenis Perubahan"],
        ["UNIT KERJA LAMA", "UNIT KERJA BARU", "Terhitung Mulai Tanggal", "Keterangan"],
        ["Semula", "Menjadi", "TMT", "Bentuk Perubahan"],
        ["NOMENKLATUR LAMA", "NOMENKLATUR BARU", "Tanggal Berlaku", "JENIS PERUBAHAN"],
    ],
)
def test_headers_or_names_say_that_units_changed(tmp_path: Path, headers: list[str]) -> None:
    read = read_rows(tmp_path, [["NO", *headers], [1, "Bidang Data", "Bidang Statistik", DAY, HOW]])
    assert (read.heads[0].kind, read.row(), read.found) == ("successions", RENAMED, [])


def test_a_header_says_that_posts_changed(tmp_path: Path) -> None:
    rows = [["Jabatan Lama", "Jabatan Baru", "TMT", "Perubahan"], ["Analis A", "Analis B", DAY, HOW]]
    assert read_rows(tmp_path, rows).row()["kind"] == "position"


def test_old_and_new_agencies_stand_beside_the_units(tmp_path: Path) -> None:
    headers = ["UNIT KERJA LAMA", "OPD LAMA", "UNIT KERJA BARU", "OPD BARU", "TMT", "JENIS PERUBAHAN"]
    read = read_rows(tmp_path, [headers, ["Bidang Data", "Dinas A", "Bidang Statistik", "Dinas B", DAY, HOW]])
    assert read.row() == {**RENAMED, "old_agency": "Dinas A", "new_agency": "Dinas B"}


def test_the_title_says_the_day_and_each_name_what_it_is(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        *TITLE,
        ["NO", "NOMENKLATUR LAMA", "NOMENKLATUR BARU", "KETERANGAN"],
        [1, "Bidang Data", "Bidang Statistik", HOW],
        [2, "Seksi Contoh", "-", "Dihapus"],
        [3, "Kepala Bidang Data", "Kepala Bidang Statistik", HOW],
        [4, "Contoh Lama", "Contoh Baru", HOW],  # neither a unit's name nor a post's
    ]
    read = read_rows(tmp_path, rows)
    assert [(row["kind"], row["how"], row["effective_on"]) for _, row in read.rows[0]] == [
        ("unit", "rename", "2025-07-01"),
        ("unit", "abolish", "2025-07-01"),
        ("position", "rename", "2025-07-01"),
    ]
    assert read.found == [("cell_required", "B7")]
    told = read_rows(tmp_path, rows, as_kinds=("successions",), sets={"kind": "unit"})
    assert ([row["kind"] for _, row in told.rows[0]], told.found) == (["unit"] * 4, [])


@pytest.mark.parametrize(
    "title", ["BERLAKU MULAI TANGGAL 1 JULI 2025", "Terhitung Mulai Tanggal 1 Juli 2025", "TMT : 1 Juli 2025"]
)
def test_other_words_before_the_day(tmp_path: Path, title: str) -> None:
    read = read_rows(
        tmp_path, [[title], ["Unit Lama", "Unit Baru", "Perubahan"], ["Bidang Data", "Bidang Statistik", HOW]]
    )
    assert read.row() == RENAMED


def test_the_day_of_a_letter_is_no_day_of_a_change(tmp_path: Path) -> None:
    rows = [["Tanggal : 1 Juli 2025"], ["Unit Lama", "Unit Baru", "Perubahan"], ["Bidang A", "Bidang B", HOW]]
    assert [code for code, _ in read_rows(tmp_path, rows).found] == ["kind_lacks_column"]


def test_a_list_of_people_is_none_of_changes(tmp_path: Path) -> None:
    rows = [
        ["Nama", "Jabatan Lama", "Jabatan Baru", "TMT", "Keterangan"],
        ["Contoh", "Analis A", "Analis B", DAY, "Pindah"],
    ]
    assert read_rows(tmp_path, rows).heads == []
