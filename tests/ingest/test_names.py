"""A cell of names that holds none: marks and words for `as above`, the zero of a formula that points at an empty cell."""

from pathlib import Path

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, read_rows

HEADERS = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Perangkat Daerah"]
FIRST = [PNS, "Contoh Satu", "Analis", "Bidang Data", "Dinas Contoh"]


@pytest.mark.parametrize("mark", ['"', "”", '""', "sda", "S.D.A", "s.d.a.", "Idem"])
@pytest.mark.parametrize("column", [2, 3, 4])
def test_as_above_is_asked_to_be_written_out(tmp_path: Path, mark: str, column: int) -> None:
    second = [PNS_WOMAN, "Contoh Dua", *FIRST[2:]]
    second[column] = mark
    read = read_rows(tmp_path, [HEADERS, FIRST, second])
    assert read.found == [("ditto", f"{'ABCDE'[column]}3")]
    assert [row["name"] for _number, row in read.rows[0]] == ["Contoh Satu"]


@pytest.mark.parametrize(
    ("column", "cell", "found"),
    [
        (2, 0, True),  # =E2 of an empty cell
        (3, 0, True),
        (3, "0", True),
        (2, "12", True),
        (3, "12.01", False),  # a unit's code
        (3, "SDA Bidang", False),  # sumber daya air
        (2, "A", False),
    ],
)
def test_a_name_has_a_letter_and_a_unit_may_be_a_code(tmp_path: Path, column: int, cell: object, found: bool) -> None:
    second: list[object] = [PNS_WOMAN, "Contoh Dua", *FIRST[2:]]
    second[column] = cell
    read = read_rows(tmp_path, [HEADERS, FIRST, second])
    assert read.found == ([("name_without_letters", f"{'ABCDE'[column]}3")] if found else [])


@pytest.mark.parametrize(("title", "found"), [("idem", "ditto"), ("“", "ditto"), ("Idem Dito Bimtek", None)])
def test_a_training_is_named_too(tmp_path: Path, title: str, found: str | None) -> None:
    rows = [["NIP", "Nama", "Nama Diklat", "Tahun", "JP"], [PNS, "Contoh Satu", title, 2025, 20]]
    read = read_rows(tmp_path, rows)
    assert read.found == ([(found, "C2")] if found else [])
