from datetime import date

import pytest

from asnkarier.core.rank.retirement import RetirementAge, retirement, retirement_age
from asnkarier.law.load import regulations

RULE = regulations().retirement.on(date(2026, 11, 21)).value


@pytest.mark.parametrize(
    ("kind", "age"),
    [
        ("jpt_utama", 60), ("jpt_madya", 60), ("jpt_pratama", 60), ("administrator", 58), ("pengawas", 58),
        ("pelaksana", 58), ("jf_ahli_utama", 65), ("jf_ahli_madya", 60), ("jf_ahli_muda", 58),
        ("jf_ahli_pertama", 58), ("jf_penyelia", 58), ("jf_mahir", 58), ("jf_terampil", 58), ("jf_pemula", 58),
    ],
)  # fmt: skip
def test_age_of_each_kind(kind: str, age: int) -> None:
    assert retirement_age(RULE, kind, "", None) == RetirementAge(age, "kind")


def test_a_posts_own_column_comes_first_then_its_family() -> None:
    assert retirement_age(RULE, "jf_ahli_muda", "Guru Ahli Muda", 62) == RetirementAge(62, "post")
    assert retirement_age(RULE, "jf_ahli_muda", "Guru Ahli Muda", None) == RetirementAge(60, "family")
    assert retirement_age(RULE, "jf_ahli_utama", "Dosen Guru Besar", None) == RetirementAge(70, "family")
    assert retirement_age(RULE, "jf_ahli_madya", "Dosen", None) == RetirementAge(65, "family")


def test_a_head_of_section_for_teachers_is_no_teacher() -> None:
    assert retirement_age(RULE, "pengawas", "Kepala Seksi Guru dan Tenaga Kependidikan", None) == RetirementAge(
        58, "kind"
    )


def test_an_unknown_kind_has_no_age() -> None:
    assert retirement_age(RULE, None, "Guru", None) is None
    assert retirement_age(RULE, None, "", 60) == RetirementAge(60, "post")


@pytest.mark.parametrize(
    ("birth", "reached_on", "pension_from"),
    [
        (date(1968, 11, 21), date(2026, 11, 21), date(2026, 12, 1)),
        (date(1968, 12, 1), date(2026, 12, 1), date(2027, 1, 1)),
        (date(1968, 12, 31), date(2026, 12, 31), date(2027, 1, 1)),
        (date(1968, 2, 29), date(2026, 3, 1), date(2026, 3, 1)),  # the birthday month is February
        (date(1968, 1, 31), date(2026, 1, 31), date(2026, 2, 1)),
    ],
)
def test_the_pension_begins_on_the_first_after_the_birthday_month(
    birth: date, reached_on: date, pension_from: date
) -> None:
    found = retirement(birth, RetirementAge(58, "kind"))
    assert (found.reached_on, found.pension_from) == (reached_on, pension_from)
