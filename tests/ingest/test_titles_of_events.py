"""A list whose title alone says what became of its people is asked about with the very option that reads it."""

from pathlib import Path

import pytest

from tests.ingest.sheetmaker import PNS, read_rows

PERSON = [1, PNS, "Contoh Satu"]


@pytest.mark.parametrize(
    ("title", "header", "row", "event"),
    [
        ("DAFTAR PNS YANG PENSIUN TAHUN 2026", ["TMT PENSIUN", "NO SK"], ["01-05-2026", "882/1"], "pensiun"),
        ("DAFTAR PNS YANG PENSIUN TAHUN 2026", ["GOL", "TMT PENSIUN"], ["III/d", "01-05-2026"], "pensiun"),
        ("DAFTAR PNS TUGAS BELAJAR TAHUN 2026", ["TMT", "NO SK"], ["01-05-2026", "826/1"], "tugas_belajar"),
        ("DAFTAR PEGAWAI PINDAH KELUAR TAHUN 2026", ["INSTANSI TUJUAN", "TMT"], ["Kota Lain", "01-05-2026"], "pindah"),
        ("DAFTAR PEGAWAI MENINGGAL DUNIA TAHUN 2026", ["TANGGAL MENINGGAL"], ["01-05-2026"], "meninggal"),
    ],
)
def test_the_option_that_is_named_reads_the_list(
    tmp_path: Path, title: str, header: list[str], row: list[str], event: str
) -> None:
    rows = [[title], [], ["NO", "NIP", "NAMA", *header], [*PERSON, *row]]
    asked = read_rows(tmp_path, rows)
    assert asked.rows == []
    assert [(f.code, f.severity, f.row, f.values["event"]) for f in asked.findings] == [
        ("title_tells_event", "error", 3, event)
    ]
    read = read_rows(tmp_path, rows, as_kinds=("movements",), sets={"event": event})
    assert (read.heads[0].kind, read.found) == ("movements", [])
    assert (read.row()["event"], read.row()["effective_on"]) == (event, "2026-05-01")


@pytest.mark.parametrize(
    ("title", "header", "row", "code"),
    [
        ("DAFTAR CALON PENSIUN TAHUN 2027", ["TMT PENSIUN", "NO SK"], ["01-05-2027", "882/1"], "kind_not_found"),
        ("DAFTAR PNS PENSIUN DAN PINDAH", ["NO SK"], ["882/1"], "kind_not_found"),  # no day: no option reads it
        ("DAFTAR PNS TAHUN 2026", ["TMT", "NO SK"], ["01-05-2026", "882/1"], "kind_not_found"),
        ("DAFTAR PNS YANG NAIK PANGKAT", ["GOL BARU", "TMT"], ["III/d", "01-05-2026"], "kind_lacks_column"),
    ],
)
def test_other_lists_are_told_as_before(
    tmp_path: Path, title: str, header: list[str], row: list[str], code: str
) -> None:
    read = read_rows(tmp_path, [[title], [], ["NO", "NIP", "NAMA", *header], [*PERSON, *row]])
    assert [f.code for f in read.findings] == [code]
