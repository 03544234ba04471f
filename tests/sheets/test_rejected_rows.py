"""The workbook of the rejected rows of a large list: corrected, it can be imported again."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets import marked
from asnkarier.sheets.rewritten import Part
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, Read, collected, write_xlsx

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


def parts_of(read: Read, sheet: str = "Data") -> dict[str, list[Part]]:
    """Return what the lists of a sheet need, as the import hands it to the copy."""
    return {sheet: [Part(end.around, dict(end.apart), frozenset(end.leaning)) for end in read.ends]}


def corrected(file: Path, wrong: str, right: object, only: str = "Data") -> Read:
    """Write the right value in every cell that holds the wrong one, and read the workbook."""
    book = openpyxl.load_workbook(file)
    for row in book[only].iter_rows():
        for cell in row:
            if cell.value == wrong:
                cell.value = right
    file = file.with_name(f"benar-{file.name}")
    book.save(file)
    return collected(read_book(file, ReadOptions(today=TODAY)))


def copied(
    tmp_path: Path, rows: list[list[Any]], monkeypatch: pytest.MonkeyPatch, merged: Sequence[str] = ()
) -> tuple[Path, Path, list[list[Any]]]:
    """Return a list, the workbook of its rejected rows, and the values of this."""
    monkeypatch.setattr(marked, "KEPT_WHOLE", 5)  # a list of ten rows is large enough here
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Data": rows}, merged)
    read = collected(read_book(file, ReadOptions(today=TODAY)))
    marks = [marked.Mark("Data", f.row, f.column, f.severity, f.value, "x", "y") for f in read.findings]
    data, whole = marked.marked(file, marks, LISTING, parts_of(read))
    assert not whole
    copy = tmp_path / "ditolak.xlsx"
    copy.write_bytes(data)
    return file, copy, [list(row) for row in openpyxl.load_workbook(copy)["Data"].iter_rows(values_only=True)]


def same_as_the_whole(file: Path, copy: Path, wrong: str, right: object) -> list[dict[str, Any]]:
    """Check that the corrected copy says of its rows what the corrected list says of them; return these."""
    whole, part = corrected(file, wrong, right), corrected(copy, wrong, right)
    assert [f for f in part.found if f not in whole.found] == []
    said = [values for rows in whole.rows for _number, values in rows]
    again = [values for rows in part.rows for _number, values in rows]
    assert [values for values in again if values not in said] == []
    return again


def test_it_keeps_header_rows_and_sections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, copy, lines = copied(tmp_path, ROWS, monkeypatch)
    # Title, two header rows, numbering, three sections, and of the people the rejected one alone: in line 8.
    assert [line[1] for line in lines][-1] == PNS_WOMAN
    assert len(lines) == 8
    assert openpyxl.load_workbook(copy)["Data"]["D8"].fill.fgColor.rgb == "FFF8B4B4"
    (row,) = same_as_the_whole(file, copy, "III/x", "III/c")
    assert (row["nip"], row["golongan"], row["golongan_since"]) == (PNS_WOMAN, "III/c", "2021-04-01")
    assert (row["agency"], row["unit"]) == ("DINAS ARSIP", "Bidang Simpan")


def test_the_row_that_names_the_person_comes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = ["No", "NIP", "Nama", "Nama Diklat", "Tahun", "JP"]
    rows: list[list[Any]] = [["DAFTAR DIKLAT"], header]
    for at, nip in enumerate([PNS, *MEN]):
        rows += [[at + 1, nip, f"Orang {at}", f"Bimtek A{at}", 2025, 20], ["", "", "", f"Bimtek B{at}", 2025, 10]]
    rows[7][5] = "sepuluh"  # the second row of the third person
    rows[8][5] = "sepuluh"  # the own row of the fourth, whose second row is sound
    file, copy, lines = copied(tmp_path, rows, monkeypatch)
    # The other second rows are no section rows, although they have few cells.
    assert [line[3] for line in lines[2:]] == ["Bimtek A2", "Bimtek B2", "Bimtek A3"]
    again = same_as_the_whole(file, copy, "sepuluh", 10)
    assert [(row["nip"], row["title"], row["jp"]) for row in again] == [
        (MEN[1], "Bimtek A2", 200_000),
        (MEN[1], "Bimtek B2", 100_000),
        (MEN[2], "Bimtek A3", 100_000),
    ]


def test_a_unit_merged_over_several_rows_comes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[Any]] = [["KEADAAN 1 JUNI 2026"], ["NIP", "Nama", "Golongan", "Jabatan", "Unit Kerja"]]
    for at, nip in enumerate([PNS, PNS_WOMAN, *MEN]):
        unit = {0: "Bidang Layanan", 3: "Bidang Simpan"}.get(at, "")
        rows.append([nip, f"Orang {at}", "III/x" if at in (1, 3) else "III/b", "Arsiparis", unit])
    file, copy, lines = copied(tmp_path, rows, monkeypatch, ["E3:E5", "E6:E8"])
    assert [line[4] for line in lines[2:]] == ["Bidang Layanan", "Bidang Simpan"]
    again = same_as_the_whole(file, copy, "III/x", "III/c")
    assert [(row["nip"], row["unit"]) for row in again] == [(PNS_WOMAN, "Bidang Layanan"), (MEN[1], "Bidang Simpan")]


def test_who_parts_two_headings_stays_between_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Right below `PENSIUN` the heading `GOLONGAN III` would speak of pensioners too; somebody stood between."""
    rows: list[list[Any]] = [
        ["KEADAAN 1 JUNI 2026"],
        ["NIP", "Nama", "Golongan", "Jabatan", "Unit Kerja"],
        ["PENSIUN"],
        [PNS, "Satu", "III/b", "Arsiparis", "Bidang Layanan"],
        [PNS_WOMAN, "Dua", "III/b", "Arsiparis", "Bidang Layanan"],
        ["GOLONGAN III"],
        [MEN[0], "Tiga", "III/x", "Arsiparis", "Bidang Layanan"],
        [MEN[1], "Empat", "III/b", "Arsiparis", "Bidang Layanan"],
    ]
    file, copy, lines = copied(tmp_path, rows, monkeypatch)
    assert [line[0] for line in lines[2:]] == ["PENSIUN", PNS, "GOLONGAN III", MEN[0]]
    again = same_as_the_whole(file, copy, "III/x", "III/c")
    assert [(row["nip"], row["status"]) for row in again] == [(PNS, "keluar"), (MEN[0], None)]
    # With the heading right below from the beginning nobody parts them.
    joined = [*rows[:3], *rows[5:]]
    file, copy, lines = copied(tmp_path, joined, monkeypatch)
    assert [line[0] for line in lines[2:]] == ["PENSIUN", "GOLONGAN III", MEN[0]]
    assert [row["status"] for row in same_as_the_whole(file, copy, "III/x", "III/c")] == ["keluar"]


def test_pages_and_further_lists_come_along_where_they_say_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = ["NIP", "Nama", "Golongan", "Jabatan"]
    rows: list[list[Any]] = [["SKPD : DINAS ARSIP"], ["DAFTAR PEGAWAI KEADAAN 1 JUNI 2026"], header]
    rows += [
        [PNS, "Satu", "III/b", "Arsiparis"],
        ["SKPD : DINAS ARSIP"],
        ["DAFTAR PEGAWAI KEADAAN 1 JUNI 2026"],
        header,
    ]
    rows += [
        [PNS_WOMAN, "Dua", "III/b", "Arsiparis"],
        ["SKPD : DINAS SOSIAL"],
        ["DAFTAR PEGAWAI KEADAAN 1 JUNI 2026"],
        header,
    ]
    rows += [[MEN[0], "Tiga", "III/x", "Pekerja Sosial"], [MEN[1], "Empat", "III/b", "Pekerja Sosial"]]
    file, copy, lines = copied(tmp_path, rows, monkeypatch)
    # The second page repeats the title of the first: no more is needed of it.
    assert [line[0] for line in lines] == [
        *("SKPD : DINAS ARSIP", "DAFTAR PEGAWAI KEADAAN 1 JUNI 2026", "NIP", PNS),
        *("SKPD : DINAS SOSIAL", "DAFTAR PEGAWAI KEADAAN 1 JUNI 2026", "NIP", MEN[0]),
    ]
    again = same_as_the_whole(file, copy, "III/x", "III/c")
    assert [(row["nip"], row["agency"] or row["unit"]) for row in again] == [
        (PNS, "DINAS ARSIP"),
        (MEN[0], "DINAS SOSIAL"),
    ]


def test_what_the_values_of_a_column_decided_is_decided_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[Any]] = [["KEADAAN 1 JUNI 2026"], ["NIP", "Nama", "Status", "Golongan", "Jabatan", "Unit Kerja"]]
    rows += [[nip, "Satu", "PNS", "III/b", "Arsiparis", "Bidang Layanan"] for nip in (PNS, PNS_WOMAN, *MEN)]
    rows[-1][2:4] = ["", "III/x"]
    file, copy, lines = copied(tmp_path, rows, monkeypatch)
    assert len(lines) == 8  # all six, the others to show what `Status` is
    assert same_as_the_whole(file, copy, "III/x", "III/c")[-1]["golongan"] == "III/c"


WOMEN = [f"19850303201001{n + 1:04}"[:14] + f"2{n + 1:03}" for n in range(4)]


@pytest.mark.parametrize(
    ("header", "sexes", "nips", "shown", "read"),
    [
        ("JK", "PPWP", [*MEN[:2], WOMEN[2], MEN[3]], 1, "L"),  # beside W, P is Pria
        ("JK", "PPPP", MEN, 2, "L"),  # only P, and all of them men
        ("JK", "PPPP", [*MEN[:2], WOMEN[2], MEN[3]], 1, "P"),  # one of them is a woman
        ("JK", "PLPP", [*WOMEN[:1], MEN[1], *WOMEN[2:]], 1, "P"),  # beside L, P is Perempuan
        ("L/P", "PLPP", [*WOMEN[:1], MEN[1], *WOMEN[2:]], 0, "P"),  # the header says so
        ("P/W", "PPWP", [*MEN[:2], WOMEN[2], MEN[3]], 0, "L"),
        ("L/P", "PPWP", [*MEN[:2], WOMEN[2], MEN[3]], 1, "L"),  # the cells go before it
    ],
)
def test_what_a_p_is_in_a_column_is_shown_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, header: str, sexes: str, nips: list[str], shown: int, read: str
) -> None:
    rows: list[list[Any]] = [["KEADAAN 1 JUNI 2026"], ["NIP", "Nama", header, "Golongan", "Jabatan", "Unit Kerja"]]
    for nip, sex in zip(nips, sexes, strict=True):
        rows.append([nip, "Satu", sex, "III/b", "Arsiparis", "Bidang Layanan"])
    rows[-1][3] = "III/x"
    file, copy, lines = copied(tmp_path, rows, monkeypatch)
    assert len(lines) == 2 + shown + 1
    assert same_as_the_whole(file, copy, "III/x", "III/c")[-1]["sex"] == read


def test_percents_and_days_counted_from_1904_stay_what_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marked, "KEPT_WHOLE", 2)
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.title = "Data"
    for row in (["NIP", "Nama", "Tanggal Asesmen", "JPM"], [PNS, "Satu", "2024-06-32", 0.88]):
        sheet.append(row)
    sheet.append([PNS_WOMAN, "Dua", datetime.date(2024, 6, 3), "x"])
    sheet["D2"].number_format = "0%"
    file = tmp_path / "daftar.xlsx"
    book.save(file)
    read = collected(read_book(file, ReadOptions(today=TODAY)))
    assert {row for row in (f.row for f in read.findings) if row} == {2, 3}
    marks = [marked.Mark("Data", f.row, f.column, f.severity, f.value, "x", "y") for f in read.findings]
    copy = tmp_path / "ditolak.xlsx"
    copy.write_bytes(marked.marked(file, marks, LISTING, parts_of(read))[0])
    again = openpyxl.load_workbook(copy)
    again["Data"]["C2"].value, again["Data"]["D3"].value = "03-06-2024", 91
    again.save(copy)
    rows = collected(read_book(copy, ReadOptions(today=TODAY))).rows[0]
    assert [(row["assessed_on"], row["jpm"]) for _number, row in rows] == [
        ("2024-06-03", 880_000),
        ("2024-06-03", 910_000),
    ]


def test_the_list_of_findings_in_a_copy_is_no_list_to_read(tmp_path: Path) -> None:
    listing = [["Tingkat", "Lembar", "Sel"], ["kesalahan", "Data", "D9"]]
    for name in ("Catatan asnkarier", "asnkarier findings"):
        file = write_xlsx(tmp_path / "salinan.xlsx", {"Data": ROWS, name: listing})
        assert collected(read_book(file, ReadOptions(today=TODAY))).notes == []
