from datetime import date

import pytest

from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rank.pay_step import PayCase, pay_step
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.law.load import regulations

TODAY = date(2026, 11, 21)
RULE = regulations().pay_step.on(TODAY).value
DISCIPLINE = regulations().discipline.on(TODAY).value

CASE = PayCase("PNS", date(2025, 3, 1), None, {2025: "baik", 2026: "baik"}, "none")


def outcomes(case: PayCase) -> dict[str, str]:
    step = pay_step(RULE, DISCIPLINE, case, "PP 7/1977 Ps 11")
    assert step is not None
    return {check.check: check.outcome for check in step.checks}


def test_two_years_after_the_last_told_two_months_before() -> None:
    step = pay_step(RULE, DISCIPLINE, CASE, "PP 7/1977 Ps 11")
    assert step is not None
    assert (step.due, step.notice, step.blocked) == (date(2027, 3, 1), date(2027, 1, 1), False)
    assert {check.article for check in step.checks} == {"PP 7/1977 Ps 11"}


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ("baik", "kurang", "met"),  # places 1 + 3 = 4, mean 2 = Butuh Perbaikan (Cukup)
        ("baik", "sangat_kurang", "not_met"),  # 1 + 4 = 5, mean 2.5
        ("butuh_perbaikan", "butuh_perbaikan", "met"),
        ("butuh_perbaikan", "kurang", "not_met"),
        ("sangat_baik", None, "met"),  # 0 + at most 4 = 4, mean 2: met whatever the other year
        ("baik", None, "unknown"),  # 1 + at most 4 = 5
        (None, None, "unknown"),
    ],
)
def test_the_average_is_at_least_cukup(first: Predicate | None, second: Predicate | None, outcome: str) -> None:
    assert outcomes(CASE._replace(predicates={2025: first, 2026: second}))["performance"] == outcome


@pytest.mark.parametrize(
    ("served", "outcome"),
    [("none", "met"), ("ringan", "met"), ("sedang", "not_met"), ("berat", "not_met"), (None, "unknown")],
)
def test_a_sanction_being_served(served: str | None, outcome: str) -> None:
    assert outcomes(CASE._replace(served=served))["discipline"] == outcome


@pytest.mark.parametrize(
    ("ends", "outcome"),
    [(date(2027, 3, 1), "met"), (date(2027, 2, 28), "not_met"), (None, "unknown")],
)
def test_pppk_within_the_contract(ends: date | None, outcome: str) -> None:
    assert outcomes(CASE._replace(employee_kind="PPPK", contract_ends_on=ends))["contract"] == outcome


def test_cpns_have_no_pay_step() -> None:
    assert pay_step(RULE, DISCIPLINE, CASE._replace(employee_kind="CPNS"), "") is None


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 1, 15), -2, date(2026, 11, 15)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
    ],
)
def test_months_after(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def test_a_kind_of_employment_that_is_not_known_leaves_the_step_open() -> None:
    assert outcomes(CASE._replace(employee_kind=None))["employee_kind"] == "unknown"
    assert "employee_kind" not in outcomes(CASE)
    assert pay_step(RULE, DISCIPLINE, CASE._replace(employee_kind="PPPK_PW"), "PP 7/1977 Ps 11") is None
