"""`150,125`: thousands or decimals, decided by the field and by the other cells of the column; and levels of functional posts in short."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.parse.numbers import decimal_sign, read_decimal_by
from tests.ingest.sheetmaker import PNS, read_rows

HEADERS = ["NIP", "Tanggal PAK", "Jenis PAK", "Angka Kredit"]


def credit(tmp_path: Path, *cells: Any) -> tuple[list[Any], list[Any]]:
    rows = [[PNS, f"{day:02}-01-2026", "konversi", cell] for day, cell in enumerate(cells, 1)]
    read = read_rows(tmp_path, [HEADERS, *rows])
    return [row["amount"] for _number, row in read.rows[0]], read.found


def test_credit_never_reaches_ten_thousand(tmp_path: Path) -> None:
    """As thousands 150,125 would be 150 125 credits and 10.000 ten thousand; 9.999 may be either."""
    assert credit(tmp_path, "150,125", "175.125", "10.000") == ([1_501_250, 1_751_250, 100_000], [])
    assert credit(tmp_path, "9.999") == ([], [("number_ambiguous", "D2")])
    assert credit(tmp_path, "1.050") == ([], [("number_ambiguous", "D2")])


@pytest.mark.parametrize(
    ("sure", "unclear", "amount"),
    [
        ("12,5", "1,250", 12_500),  # a decimal comma: one and a quarter
        ("12,5", "1.250", 12_500_000),  # so the point groups thousands
        ("12.5", "1.250", 12_500),
        ("87.50", "1,250", 12_500_000),
        ("0,375", "2,375", 23_750),
    ],
)
def test_other_cells_tell_the_sign_of_decimals(tmp_path: Path, sure: str, unclear: str, amount: int) -> None:
    amounts, found = credit(tmp_path, unclear, sure)
    assert (amounts[0], found) == (amount, [])


def test_a_column_that_uses_both_signs_tells_nothing(tmp_path: Path) -> None:
    assert credit(tmp_path, "12,5", "12.5", "1.250")[1] == [("number_ambiguous", "D4")]
    # The column's comma is that of decimals; then 150.125 are thousands, which credit never has.
    assert credit(tmp_path, "12,5", "150.125")[1] == [("number_ambiguous", "D3")]


def test_the_sign_of_decimals() -> None:
    assert decimal_sign(["1.250", "3", "150,125", 7.5, None]) is None
    assert decimal_sign(["1.234,5"]) == ","
    assert decimal_sign(["1,234.5"]) == "."
    assert decimal_sign(["1.234.567"]) == ","
    assert read_decimal_by("1.500", None, None) == ("number_ambiguous", {"value": "1.500"})


def test_targets_have_no_bound(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Tahun", "Indikator Kinerja", "Target"],
        [PNS, 2025, "Berkas", "150.125"],
        [PNS, 2025, "Surat", "2,5"],
    ]
    assert [row["target"] for _n, row in read_rows(tmp_path, rows).rows[0]] == [1_501_250_000, 25_000]


def test_a_score_of_three_decimals(tmp_path: Path) -> None:
    rows = [["NIP", "Tahun", "Nilai SKP"], [PNS, 2019, "91,275"]]
    read = read_rows(tmp_path, rows)
    assert (read.row()["score"], read.found) == (912_750, [])


@pytest.mark.parametrize(
    ("said", "level"),
    [("Muda", "jf_ahli_muda"), ("Ahli Muda", "jf_ahli_muda"), ("MADYA", "jf_ahli_madya"), ("Pertama", "jf_ahli_pertama"), ("Utama", "jf_ahli_utama"), ("Penyelia", "jf_penyelia"), ("Pelaksana", "jf_terampil"), ("Pelaksana Lanjutan", "jf_mahir")],
)  # fmt: skip
def test_levels_of_functional_posts_in_short(tmp_path: Path, said: str, level: str) -> None:
    read = read_rows(tmp_path, [[*HEADERS, "Jenjang"], [PNS, "15-01-2026", "konversi", "12,5", said]])
    assert (read.row()["level"], read.found) == (level, [])
    exam = [["NIP", "Jenis Ujian", "Jenjang yang Dituju", "Tanggal", "Hasil"], [PNS, "Uji Kompetensi", said, "15-01-2026", "Lulus"]]  # fmt: skip
    assert read_rows(tmp_path, exam).row()["target"] == said


@pytest.mark.parametrize(
    ("cells", "read", "found"),
    [
        ([1], [1_000_000], []),
        ([0.89, 1, "1,05"], [890_000, 1_000_000, 1_050_000], []),
        (["89", 1, "120"], [890_000, 1_200_000], [("jpm_unclear", "C3")]),
        ([1, "1.000", 2, 91.5], [915_000], [("jpm_unclear", "C2"), ("jpm_unclear", "C3"), ("jpm_unclear", "C4")]),
        (["1%", "100%", 89], [10_000, 1_000_000, 890_000], []),  # with its sign it says what it says
        ([1.015, 89], [1_015_000, 890_000], []),  # three decimals: a ratio, and 1.015 % is no JPM
    ],
)
def test_a_jpm_of_one_among_percentages_is_asked_for(
    tmp_path: Path, cells: list[Any], read: list[int], found: list[tuple[str, str]]
) -> None:
    rows: list[list[Any]] = [[PNS, f"{day:02}-06-2024", cell] for day, cell in enumerate(cells, 1)]
    taken = read_rows(tmp_path, [["NIP", "Tanggal Asesmen", "JPM"], *rows])
    assert ([row["jpm"] for _number, row in taken.rows[0]], taken.found) == (read, found)
