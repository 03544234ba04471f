"""Of which day a list of staff speaks, as its title says it."""

from pathlib import Path

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, read_rows

HEAD = ["NO", "NAMA", "NIP", "JABATAN", "UNIT KERJA"]
PEOPLE = [[1, "Contoh Satu", PNS, "Analis", "Bidang A"], [2, "Contoh Dua", PNS_WOMAN, "Analis", "Bidang B"]]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("DAFTAR PEGAWAI KEADAAN 31 MEI 2025", "2025-05-31"),
        ("KEADAAN AKHIR BULAN MEI 2025", "2025-05-31"),
        ("UPDATE 30 MEI 2025", "2025-05-30"),
        # A month that is over means its last day: 28 February 2025, 29 February 2024.
        ("DAFTAR PEGAWAI BULAN FEBRUARI 2025", "2025-02-28"),
        ("DAFTAR PNS FEBRUARI 2024", "2024-02-29"),
        ("BULAN : MEI 2025", "2025-05-31"),
        ("PERIODE MEI 2025", "2025-05-31"),
        ("DUK PER OKTOBER TAHUN 2025", "2025-10-31"),
        ("KEADAAN BULAN : MEI TAHUN 2025", "2025-05-31"),
        ("KEADAAN 30 MEI TAHUN 2025", "2025-05-30"),
        ("DAFTAR PEGAWAI BULAN MEI TAHUN 2025", "2025-05-31"),
        # From one day to another: as it stands at the end.
        ("KEADAAN 1 JUNI 2025 S/D 30 JUNI 2025", "2025-06-30"),
        ("KEADAAN 1 JUNI 2025 SAMPAI DENGAN 30 JUNI 2025", "2025-06-30"),
        ("KEADAAN 1 JUNI 2025 S.D. 30 JUNI 2025", "2025-06-30"),
        ("KEADAAN 1 JANUARI S.D. 31 MARET 2025", "2025-03-31"),
        ("BULAN JANUARI S.D. MARET 2025", "2025-03-31"),
        ("DAFTAR PEGAWAI BULAN NOVEMBER 2024 - FEBRUARI 2025", "2025-02-28"),
        # A quarter of three months, a semester of six.
        ("DAFTAR PEGAWAI TRIWULAN I 2026", "2026-03-31"),
        ("DUK TW. III TAHUN 2025", "2025-09-30"),
        ("DUK SEMESTER I TAHUN 2025", "2025-06-30"),
        # Months that are not over: the list is of the day of its import, 1 June 2026.
        ("TRIWULAN II TAHUN 2026", None),
        ("BULAN JANUARI S.D. JUNI 2026", None),
        ("BULAN JANUARI S/D JUNI 2026", None),
        ("SEMESTER III TAHUN 2025", None),
        ("SEMESTER I DAN II 2025", None),
        # No day: a year, the day that something began, the number of a decree, a month to come.
        ("DAFTAR PEGAWAI TAHUN 2025", None),
        ("DAFTAR PEGAWAI TMT 1 MEI 2025", None),
        ("DAFTAR PEGAWAI BULAN MEI 2099", None),
        ("KEADAAN 31 FEBRUARI 2025", None),
    ],
)
def test_the_title_says_of_which_day_a_roster_is(tmp_path: Path, title: str, day: str | None) -> None:
    read = read_rows(tmp_path, [[title], [], HEAD, *PEOPLE])
    assert [(sheet.kind, sheet.dated) for sheet in read.heads] == [("roster", day)]


def test_a_month_above_another_list_is_no_day_of_it(tmp_path: Path) -> None:
    head = ["NO", "NAMA", "NIP", "NAMA DIKLAT", "JP", "TAHUN"]
    rows = [[1, "Contoh Satu", PNS, "Diklat Contoh", 20, 2025]]
    read = read_rows(tmp_path, [["DAFTAR DIKLAT PEGAWAI BULAN MEI 2025"], [], head, *rows])
    assert [(sheet.kind, sheet.dated) for sheet in read.heads] == [("trainings", None)]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("DAFTAR MUTASI JABATAN TMT 2 JUNI 2026", "2026-06-02"),
        ("DAFTAR PEGAWAI ROTASI TERHITUNG MULAI TANGGAL 02-06-2026", "2026-06-02"),
        ("DAFTAR PEGAWAI PENGANGKATAN DALAM JABATAN TMT. 2 JUNI 2026", "2026-06-02"),
        # The list itself may be of another day.
        ("DAFTAR MUTASI JABATAN TMT 2 JUNI 2026 KEADAAN 5 JUNI 2026", "2026-06-05"),
        ("DAFTAR MUTASI JABATAN", None),
        ("DAFTAR PEGAWAI TMT 2 JUNI 2026", None),
        ("DAFTAR MUTASI TMT 2 JUNI 2026 DAN TMT 1 JULI 2026", None),
    ],
)
def test_the_day_of_moves(tmp_path: Path, title: str, day: str | None) -> None:
    head = ["NO", "NAMA", "NIP", "JABATAN", "", "UNIT KERJA", ""]
    under = ["", "", "", "LAMA", "BARU", "LAMA", "BARU"]
    moved = [1, "Contoh Satu", PNS, "Analis", "Pengelola Data", "Bidang A", "Bidang B"]
    maps = {"JABATAN > BARU": "position", "UNIT KERJA > BARU": "unit"}
    read = read_rows(tmp_path, [[title], [], head, under, moved], maps=maps, today="2026-07-10")
    assert (read.heads[0].kind, read.heads[0].dated) == ("roster", day)
    # A column that says since when goes before the title.
    since = [*under, "TMT JABATAN BARU"], [*moved, "05-06-2026"]
    read = read_rows(tmp_path, [[title], [], [*head, ""], *since], maps={**maps, "TMT JABATAN BARU": "position_since"}, today="2026-07-10")  # fmt: skip
    assert [row["position_since"] for _number, row in read.rows[0]] == ["2026-06-05"]
