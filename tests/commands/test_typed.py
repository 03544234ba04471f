"""What people type: dates in four spellings, numbers with point or comma, choices in both languages."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import pytest

from asnkarier.commands.parameters import argument, option
from asnkarier.commands.signature import signature
from asnkarier.commands.typed import read_day, read_decimal, read_integer, typed
from asnkarier.core.errors import Usage
from asnkarier.views.result import Result

KINDS = {"sangat_baik": ("sangat baik", "SB"), "baik": ()}


@pytest.mark.parametrize(
    "text", ["2025-12-31", "31-12-2025", "31/12/2025", "31.12.2025", "31 Desember 2025", "31 des 2025", "31-Dec-2025", " 31 December 2025 "]
)  # fmt: skip
def test_days(text: str) -> None:
    assert read_day(text) == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31-02-2025", "date_impossible"),
        ("2025-13-01", "date_impossible"),
        ("29 Februari 2025", "date_impossible"),
        ("12/31/2025", "date_impossible"),
        ("31-12-25", "date_unreadable_near"),
        ("kemarin", "date_unreadable"),
        ("31 Desembr 2025", "date_unreadable_near"),
        ("31 Xyz 2025", "date_unreadable"),
        ("31-13-25", "date_unreadable"),
        ("1899-12-31", "date_outside"),
        ("2200-01-01", "date_outside"),
        ("01-01-9999", "date_outside"),
        ("", "date_unreadable"),
    ],
)
def test_what_is_no_day(text: str, code: str) -> None:
    with pytest.raises(Usage) as refused:
        read_day(text)
    assert refused.value.code == code


def test_the_first_and_the_last_day() -> None:
    assert (read_day("1900-01-01"), read_day("31 Desember 2199")) == (date(1900, 1, 1), date(2199, 12, 31))


def test_29_february_only_in_leap_years() -> None:
    assert read_day("29-02-2024") == date(2024, 2, 29)


def test_numbers() -> None:
    assert read_integer(" 12 ") == 12
    assert read_decimal("12,5") == Decimal("12.5")
    for text in ("12.5", "dua", ""):
        with pytest.raises(Usage):
            read_integer(text)
    for text in ("NaN", "inf", "1.2.3"):
        with pytest.raises(Usage):
            read_decimal(text)


def test_choices_in_any_spelling() -> None:
    read = typed("x", str, argument("P", help="", choices=KINDS), required=True, default=None).read
    assert [read(text) for text in ("sangat_baik", "Sangat Baik", "sb", "SANGAT-BAIK", "baik")] == [
        "sangat_baik"
    ] * 4 + ["baik"]
    with pytest.raises(Usage) as refused:
        read("sangat baikk")
    assert refused.value.code == "choice_unknown_near"
    assert refused.value.values["near"] == ["sangat baik"]
    # Whoever writes the English word is shown the choice as the help shows it.
    with pytest.raises(Usage) as refused:
        read("sangat_bai")
    assert refused.value.values["near"][0] == "sangat baik"


def test_a_signature_gives_own_common_and_reserved_parameters() -> None:
    def run(
        as_of: date,
        files: Annotated[list[Path], argument("FILE", help="")],
        top: Annotated[int | None, option("--top", "--teratas", "-n", help="")] = None,
        dry: Annotated[bool, option("--dry-run", "--coba", help="")] = False,
    ) -> Result:
        return Result({"as_of": as_of, "files": files, "top": top, "dry": dry})

    asked = signature(run)
    assert [(item.name, item.many, item.required, item.switch) for item in asked.own] == [
        ("files", True, True, False),
        ("top", False, False, False),
        ("dry", False, False, True),
    ]
    assert asked.reserved == {"as_of"}
    assert [item.name for item in asked.common] == ["_as_of", "_db", "_format", "_output", "_lang", "_quiet"]
    assert asked.own[0].read("a/b") == Path("a/b")


def test_an_own_option_takes_the_place_of_a_common_one() -> None:
    def run(output: Annotated[Path, option("--output", "--keluaran", "-o", help="")]) -> Result:
        return Result({"output": output})

    assert "_output" not in [item.name for item in signature(run).common]


def test_a_parameter_without_description_is_a_mistake_of_ours() -> None:
    def run(number: int) -> Result:
        return Result({"number": number})

    with pytest.raises(TypeError, match="number"):
        signature(run)
