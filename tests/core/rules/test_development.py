from datetime import date

import pytest

from asnkarier.core.numbers import SCALE
from asnkarier.law.load import regulations

RULE = regulations().training.on(date(2026, 11, 21)).value


def test_hours_a_year() -> None:
    assert (RULE.pns_at_least // SCALE, RULE.pppk_at_most // SCALE, RULE.minutes) == (20, 24, 45)
    assert [part // SCALE for part in RULE.mix] == [70, 20, 10]


@pytest.mark.parametrize(
    ("form", "per", "national", "abroad", "most"),
    [
        ("seminar", "day", 4, 6, None), ("workshop", "day", 5, 7, None), ("socialisation", "day", 4, 6, None),
        ("coaching", "time", 2, 4, 2), ("mentoring", "time", 2, 4, 2), ("elearning", "day", 3, 4, None),
        ("selfstudy", "day", 2, 2, None), ("community", "day", 2, 2, None), ("detachment", "assignment", 20, 24, None),
        ("internship", "assignment", 20, 24, None), ("exchange", "assignment", 20, 24, None),
        ("benchmarking", "visit", 10, 20, None), ("study", "semester", 20, 20, None),
    ],
)  # fmt: skip
def test_jp_of_each_form(form: str, per: str, national: int, abroad: int, most: int | None) -> None:
    rule = RULE.forms[form]
    assert (rule.per, rule.national, rule.abroad, rule.most_a_month) == (per, national * SCALE, abroad * SCALE, most)


@pytest.mark.parametrize("form", ["training", "course", "bimtek"])
def test_certified_jp_have_a_fifth_more_abroad(form: str) -> None:
    rule = RULE.forms[form]
    assert (rule.per, rule.national, rule.abroad_share) == ("certified", None, 20 * SCALE)


def test_leadership_training_by_level() -> None:
    rule = regulations().leadership.on(date(2026, 11, 21)).value
    assert {kind: rule.training[kind] for kind in ("jpt_madya", "jpt_pratama", "administrator", "pengawas")} == {  # type: ignore[index]
        "jpt_madya": "PKN I",
        "jpt_pratama": "PKN II",
        "administrator": "PKA",
        "pengawas": "PKP",
    }


def test_a_semester_is_six_months() -> None:
    assert {name: rule.months for name, rule in RULE.forms.items() if rule.months is not None} == {"study": 6}
