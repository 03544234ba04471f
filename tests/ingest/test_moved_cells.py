"""Values that are not where or what they were: csv rows with a separator too many, open quotes, numbers Excel has rounded."""

from pathlib import Path

import pytest

from asnkarier.core.errors import Stopped
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, TODAY, Read, collected, read_rows

HEADERS = "NIP;Nama;Jabatan;Unit Kerja"


def read_text(path: Path, *lines: str) -> Read:
    file = path / "daftar.csv"
    file.write_text("\n".join([HEADERS, *lines]) + "\n")
    return collected(read_book(file, ReadOptions(today=TODAY)))


def test_a_row_with_a_separator_too_many_is_found_at_its_first_cell_beyond(tmp_path: Path) -> None:
    read = read_text(tmp_path, f"{PNS};Contoh; S.Sos;Analis;Bidang Mutasi", f"{PNS_WOMAN};Dua;Arsiparis;Bidang Mutasi")
    assert read.found == [("row_too_wide", "E2")]
    assert [row["nip"] for _, row in read.rows[0]] == [PNS_WOMAN]
    assert (read.ends[0].read, read.ends[0].rejected) == (2, 1)


def test_whatever_the_moved_values_look_like_the_row_is_one_error(tmp_path: Path) -> None:
    read = read_text(tmp_path, f";{PNS};Contoh;Analis;Bidang Mutasi", ";;Contoh;Analis;Bidang;Dinas")
    assert read.found == [("row_too_wide", "E2"), ("row_too_wide", "E3")]
    assert (read.rows, read.ends[0].rejected) == ([[]], 2)


def test_empty_cells_beyond_the_header_move_nothing(tmp_path: Path) -> None:
    read = read_text(tmp_path, f"{PPPK};Tiga;Analis;Bidang Mutasi;;", f"{PNS};Contoh;Analis;Bidang Mutasi;-")
    assert (read.found, len(read.rows[0])) == ([], 2)


def test_a_quote_that_is_never_closed_names_its_row(tmp_path: Path) -> None:
    people = [f"1990010120150110{n:02};Contoh {n};Analis;Bidang" for n in range(10, 90)]
    for lines in (
        [*people[:2], f'{PNS};"Contoh;Analis;Bidang', *people[2:]],
        [f'{PNS};"Contoh;Analis;Bidang', *people[:3]],
    ):
        with pytest.raises(Stopped) as stopped:
            read_text(tmp_path, *lines)
        assert (stopped.value.code, stopped.value.values["row"]) == ("csv_quote_open", 4 if len(lines) > 50 else 2)


def test_lines_in_a_quoted_cell_are_sound(tmp_path: Path) -> None:
    read = read_text(tmp_path, f'{PNS};Contoh;"Analis\nKebijakan";Bidang', f'{PNS_WOMAN};Dua;Analis;"Bidang\nMutasi"')
    assert read.found == []
    assert [row["unit"] for _, row in read.rows[0]] == ["Bidang", "Bidang Mutasi"]


@pytest.mark.parametrize("number", [199001012015011001, 1.99001012015011e17])
def test_a_rounded_nip_shows_only_the_digits_that_were_typed(tmp_path: Path, number: float) -> None:
    head = ["NIP", "Nama", "Tahun", "Predikat", "NIP Atasan"]
    read = read_rows(tmp_path, [head, [number, "Contoh", 2024, "Baik", PNS], [PNS, "Dua", 2024, "Baik", number]])
    assert read.found == [("nip_numeric", "A2"), ("nip_numeric", "E3")]
    assert {finding.value for finding in read.findings} == {"199001012015011…"}


def test_a_rounded_number_is_no_text(tmp_path: Path) -> None:
    # 10¹⁵ is the first number of 16 digits; 999 999 999 999 999 is exact.
    head = ["NIP", "Nama", "Jabatan", "Unit Kerja"]
    read = read_rows(tmp_path, [head, [PNS, "Contoh", "Analis", 1e15], [PNS_WOMAN, "Dua", "Analis", 999999999999999]])
    assert read.found == [("digits_lost", "D2")]  # a unit may be told by its code
    assert read.row()["unit"] == "999999999999999"
