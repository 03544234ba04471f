"""Each part of a NIP on both sides of what can be (RULES §10)."""

import pytest

from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.nip import is_pppk, read_nip


def code(nip: str) -> str:
    found = read_nip(nip)
    return found.code if isinstance(found, Bad) else "sound"


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("00", "nip_month"), ("01", "sound"), ("12", "sound"), ("13", "nip_month"),
        ("20", "nip_month"), ("21", "sound"), ("70", "sound"), ("71", "nip_month"), ("99", "nip_month"),
    ],
)  # fmt: skip
def test_month_of_appointment_or_count_of_agreements(digits: str, expected: str) -> None:
    assert code(f"199001012015{digits}1001") == expected


def test_agreements_are_counted_from_21() -> None:
    assert not is_pppk("199001012015121001")
    assert is_pppk("199001012015211001")


@pytest.mark.parametrize(
    ("digit", "expected"), [("0", "nip_sex"), ("1", "sound"), ("2", "sound"), ("3", "nip_sex"), ("9", "nip_sex")]
)
def test_sex(digit: str, expected: str) -> None:
    assert code(f"19900101201501{digit}001") == expected


@pytest.mark.parametrize(("serial", "expected"), [("000", "nip_serial"), ("001", "sound"), ("999", "sound")])
def test_serial(serial: str, expected: str) -> None:
    assert code(f"199001012015011{serial}") == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("19880229", "sound"),  # 1988 is a leap year, 1990 none
        ("19900229", "nip_date"),
        ("19900430", "sound"),
        ("19900431", "nip_date"),
        ("19900001", "nip_date"),
        ("19901301", "nip_date"),
        ("19900100", "nip_date"),
    ],
)
def test_birth_date(born: str, expected: str) -> None:
    assert code(f"{born}2015011001") == expected


@pytest.mark.parametrize(
    ("born", "appointed", "expected"),
    [
        ("1990", "2004", "nip_year"),  # 2004 - 1990 = 14 years old
        ("1990", "2005", "sound"),  # 15
        ("1950", "2020", "sound"),  # 70
        ("1950", "2021", "nip_year"),  # 71
        ("1920", "1950", "sound"),
        ("1919", "1949", "nip_year"),  # 107 years old in 2026
        ("1990", "1989", "nip_year"),  # appointed before birth
    ],
)
def test_plausible_years(born: str, appointed: str, expected: str) -> None:
    assert code(f"{born}0101{appointed}011001") == expected


@pytest.mark.parametrize(
    ("nip", "expected"),
    [
        ("19900101201501100", "nip_length"),  # 17 digits
        ("199001012015011001", "sound"),
        ("1990010120150110011", "nip_length"),  # 19
        ("19900101 201501 1 001", "sound"),
        ("19900101.201501.1.001", "sound"),
        ("'199001012015011001", "sound"),
        ("\u00a0199001012015011001\u00a0", "sound"),
    ],
)
def test_eighteen_digits_whatever_stands_between(nip: str, expected: str) -> None:
    assert code(nip) == expected


@pytest.mark.parametrize("cell", [199001012015011001, 1.99001012015011e17])
def test_a_number_has_lost_its_last_digits(cell: float) -> None:
    found = read_nip(cell)
    assert isinstance(found, Bad)
    assert found.code == "nip_numeric"
