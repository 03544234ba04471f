from datetime import date

import pytest

from asnkarier.core.numbers import SCALE
from asnkarier.core.predicate import at_least, of_today, predicate_of, predicate_of_score, worst
from asnkarier.core.regulation import NotRegulated
from asnkarier.core.rules.appraisal import MatrixRule, Predicate, Rating, ScaleRule
from asnkarier.law.load import regulations

DAY_BEFORE, FIRST_DAY = date(2021, 12, 31), date(2022, 1, 1)


def scale(year: int) -> ScaleRule:
    rule = regulations().predicate.on(date(year, 12, 31)).value
    assert isinstance(rule, ScaleRule)
    return rule


@pytest.mark.parametrize(
    ("work_result", "behaviour", "predicate"),
    [
        ("above", "above", "sangat_baik"),
        ("above", "meets", "baik"),
        ("above", "below", "kurang"),
        ("meets", "above", "baik"),
        ("meets", "meets", "baik"),
        ("meets", "below", "kurang"),
        ("below", "above", "butuh_perbaikan"),
        ("below", "meets", "butuh_perbaikan"),
        ("below", "below", "sangat_kurang"),
    ],
)
def test_each_cell_of_the_matrix(work_result: Rating, behaviour: Rating, predicate: Predicate) -> None:
    rule = regulations().predicate.on(FIRST_DAY).value
    assert isinstance(rule, MatrixRule)
    assert predicate_of(rule, work_result, behaviour) == predicate


def test_the_matrix_holds_from_2022() -> None:
    assert isinstance(regulations().predicate.on(DAY_BEFORE).value, ScaleRule)
    assert isinstance(regulations().predicate.on(FIRST_DAY).value, MatrixRule)
    assert regulations().predicate.on(date(2020, 12, 31)).citation.law == "PP 46/2011"
    assert regulations().predicate.on(date(2021, 1, 1)).citation.law == "PP 30/2019"


def test_bkn_codes() -> None:
    rule = regulations().predicate.on(FIRST_DAY).value
    assert isinstance(rule, MatrixRule)
    assert rule.codes == {"sangat_baik": 1, "baik": 2, "butuh_perbaikan": 3, "kurang": 4, "sangat_kurang": 5}


def test_before_the_first_rule_there_is_none() -> None:
    with pytest.raises(NotRegulated) as caught:
        regulations().predicate.on(date(2013, 12, 31))
    assert caught.value.exit_code == 3
    assert caught.value.values == {"topic": "predicate", "as_of": date(2013, 12, 31), "first": date(2014, 1, 1)}


@pytest.mark.parametrize(
    ("hundredths", "predicate"),
    [
        (10000, "sangat_baik"),
        (9100, "sangat_baik"),  # 91 is the first
        (9099, "baik"),  # 90.99 lies between "90" and "91": no hole
        (7600, "baik"),
        (7599, "cukup"),
        (6100, "cukup"),
        (6099, "kurang"),
        (5100, "kurang"),
        (5099, "buruk"),
        (0, "buruk"),
    ],
)
def test_scale_to_2020(hundredths: int, predicate: str) -> None:
    assert predicate_of_score(scale(2020), hundredths * SCALE // 100, None) == predicate


@pytest.mark.parametrize(
    ("hundredths", "new_idea", "predicate"),
    [
        (12000, True, "sangat_baik"),
        (12001, True, None),  # the scale ends at 120
        (11000, True, "sangat_baik"),
        (11000, False, "baik"),  # 110 without a new idea
        (11000, None, None),  # nothing known of a new idea: cannot tell
        (10999, None, "baik"),
        (9000, None, "baik"),
        (8999, None, "cukup"),
        (7000, None, "cukup"),
        (6999, None, "kurang"),
        (5000, None, "kurang"),
        (4999, None, "sangat_kurang"),
        (-1, None, None),
    ],
)
def test_scale_of_2021(hundredths: int, new_idea: bool | None, predicate: str | None) -> None:
    assert predicate_of_score(scale(2021), hundredths * SCALE // 100, new_idea) == predicate


def test_older_names_rank_like_todays() -> None:
    assert of_today(scale(2020), "cukup") == "butuh_perbaikan"
    assert of_today(scale(2020), "buruk") == "sangat_kurang"
    assert of_today(scale(2021), "buruk") is None  # PP 30/2019 has no Buruk
    assert of_today(regulations().predicate.on(FIRST_DAY).value, "baik") == "baik"
    assert of_today(regulations().predicate.on(FIRST_DAY).value, "cukup") is None  # an older name in a newer year


def test_order_of_predicates() -> None:
    assert at_least("baik", "baik")
    assert not at_least("butuh_perbaikan", "baik")
    assert worst(["baik", "kurang", "sangat_baik"]) == "kurang"
    assert worst([]) is None
