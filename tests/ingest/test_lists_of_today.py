"""Lists of what is so today that look like others: a line for an acting post is no career, the head beside a unit no list of people."""

from pathlib import Path

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, read_rows


def test_a_line_for_an_acting_post_makes_no_history_of_a_roster(tmp_path: Path) -> None:
    head = ["NO", "NIP", "NAMA", "GOL", "JABATAN", "TMT JABATAN", "UNIT KERJA"]
    rows = [
        [1, PNS, "Contoh Satu", "III/b", "Kepala Bidang A", "01-03-2026", "Bidang A"],
        ["", PNS, "Contoh Satu", "III/b", "Plt. Kepala Bidang B", "01-04-2026", "Bidang B"],
        [2, PNS_WOMAN, "Contoh Dua", "III/b", "Pengelola", "01-03-2026", "Bidang A"],
    ]
    read = read_rows(tmp_path, [["DAFTAR PEGAWAI KEADAAN 31 MEI 2026"], [], head, *rows])
    assert [(one.kind, one.dated) for one in read.heads] == [("roster", "2026-05-31")]


def test_careers_without_ends_are_a_history_still(tmp_path: Path) -> None:
    head = ["NO", "NIP", "NAMA", "JABATAN", "UNIT KERJA", "TMT JABATAN"]
    posts = ("Guru", "01-01-2010"), ("Kepala Sekolah", "01-01-2022")
    people = (PNS, "Contoh Satu"), (PNS_WOMAN, "Contoh Dua")
    rows = [[1, *person, post, "SDN 5 Contoh", day] for person in people for post, day in posts]
    assert [one.kind for one in read_rows(tmp_path, [head, *rows]).heads] == ["history"]


def test_codes_and_superiors_of_units_make_a_list_of_units_with_their_heads_beside_them(tmp_path: Path) -> None:
    head = ["NO", "KODE UNIT", "UNIT KERJA", "UNIT ATASAN", "NAMA PEJABAT", "JABATAN"]
    rows = [
        [1, "01", "Dinas Contoh", "", "Contoh Satu", "Kepala Dinas"],
        [2, "01.1", "Bidang X", "Dinas Contoh", "Contoh Dua", "Kepala Bidang X"],
    ]
    assert [one.kind for one in read_rows(tmp_path, [["STRUKTUR ORGANISASI"], head, *rows]).heads] == ["units"]
