"""How many they are, said below a list: `6 orang.` is nobody's row."""

from pathlib import Path

import pytest

from tests.ingest.sheetmaker import read_rows, roster


@pytest.mark.parametrize(
    "below",
    [
        ["6 orang."],
        ["6 orang"],
        ["", "6 orang"],
        ["1.192 orang."],
        ["1,192 people."],
        ["1 person."],
        ["(12 PNS)"],
        ["L = 4, P = 2"],
        ["L = 4", "P = 2"],
        ["PNS = 4 orang, PPPK = 2 orang"],
        ["Laki-laki : 4; Perempuan : 2"],
    ],
)
def test_a_tally_is_nobodys_row(tmp_path: Path, below: list[str]) -> None:
    for gap in ([], [[]]):
        read = read_rows(tmp_path, [*roster({}), *gap, below])
        assert (read.found, len(read.rows[0])) == ([], 1)


@pytest.mark.parametrize("nip", ["6 orang Analis", "19900101 = 5", "1990 0101 2015", "enam orang"])
def test_what_may_be_somebodys_row_is_still_told(tmp_path: Path, nip: str) -> None:
    read = read_rows(tmp_path, [*roster({}), [nip, "Contoh Dua", "Analis", "Bidang A"]])
    assert [cell for _code, cell in read.found] == ["A3"]
