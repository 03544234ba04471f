"""The workbook of the rejected rows of a large list: corrected, it can be imported again."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets import marked
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, collected, write_xlsx

LISTING = marked.Listing("Catatan", ["a", "b", "c", "d", "e", "f"], {"error": "e", "warning": "w", "note": "n"})
MEN = [f"19850303201001{n + 1:04}"[:14] + f"1{n + 1:03}" for n in range(4)]
ROWS: list[list[Any]] = [
    ["DAFTAR PEGAWAI"],
    ["No", "NIP", "Nama", "Golongan", "", "Jabatan"],
    ["", "", "", "Gol", "TMT", ""],
    [1, 2, 3, 4, 5, 6],
    ["DINAS ARSIP"],
    ["", "Bidang Layanan"],
    [1, PNS, "Satu", "III/b", "01-04-2020", "Arsiparis"],
    ["", "Bidang Simpan"],
    [2, PNS_WOMAN, "Dua", "III/x", "01-04-2021", "Arsiparis"],
    [3, MEN[0], "Tiga", "III/b", "01-04-2022", "Arsiparis"],
]


def test_it_keeps_header_rows_and_sections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "KEPT_WHOLE", 5)  # a list of ten rows is large enough here
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Data": ROWS})
    read = collected(read_book(file, ReadOptions(today=TODAY)))
    assert read.found == [("golongan_unknown", "D9")]
    marks = [marked.Mark("Data", f.row, f.column, f.severity, f.value, "x", "y") for f in read.findings]
    copy = tmp_path / "ditolak.xlsx"
    data, whole = marked.marked(file, marks, LISTING, {"Data": read.heads[0].header_row})
    assert not whole
    copy.write_bytes(data)
    book = openpyxl.load_workbook(copy)
    # Title, two header rows, numbering, three sections, and of the people the rejected one alone: in line 8.
    assert [row[1].value for row in book["Data"].iter_rows()][-1] == PNS_WOMAN
    assert (book["Data"].max_row, book["Data"]["D8"].fill.fgColor.rgb) == (8, "FFF8B4B4")
    book["Data"]["D8"].value = "III/c"
    del book["Catatan"]
    book.save(copy)
    again = collected(read_book(copy, ReadOptions(today=TODAY)))
    assert again.found == []
    row = again.row()
    assert (row["nip"], row["golongan"], row["golongan_since"]) == (PNS_WOMAN, "III/c", "2021-04-01")
    assert (row["agency"], row["unit"]) == ("DINAS ARSIP", "Bidang Simpan")


def test_the_list_of_findings_in_a_copy_is_no_list_to_read(tmp_path: Path) -> None:
    listing = [["Tingkat", "Lembar", "Sel"], ["kesalahan", "Data", "D9"]]
    for name in ("Catatan asnkarier", "asnkarier findings"):
        file = write_xlsx(tmp_path / "salinan.xlsx", {"Data": ROWS, name: listing})
        assert collected(read_book(file, ReadOptions(today=TODAY))).notes == []
