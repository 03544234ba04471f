"""When a person retires: the age by post, the day it is reached, and the first day of the pension."""

from datetime import date
from typing import Literal, NamedTuple

from asnkarier.core.anniversary import anniversary
from asnkarier.core.rules.ranks import RetirementRule

Because = Literal["post", "family", "kind"]


class RetirementAge(NamedTuple):
    """The retirement age and what decides it: the post's own column, its family, or its kind."""

    age: int
    because: Because


class Retirement(NamedTuple):
    """The day the retirement age is reached, and the day from which the pension runs."""

    age: int
    because: Because
    reached_on: date
    pension_from: date


def retirement_age(rule: RetirementRule, kind: str | None, named: str, own: int | None) -> RetirementAge | None:
    """Return the age for a post; None where neither the post nor its kind says one.

    `named` is the post's family and name: the age of a family counts for functional posts only, so that the head of a
    section *for* teachers is none.
    """
    if own is not None:
        return RetirementAge(own, "post")
    if kind is None:
        return None
    if kind.startswith("jf_"):
        words = f" {' '.join(named.lower().split())} "
        for family, age in rule.families.items():
            if f" {family} " in words:
                return RetirementAge(age, "family")
    for known, age in rule.age.items():
        if known == kind:
            return RetirementAge(age, "kind")
    return None


def retirement(birth: date, limit: RetirementAge) -> Retirement:
    """Return the days that follow from a birth date.

    The pension begins on the first of the month after the birthday's own month: who was born on 29 February begins on
    1 March in any year.
    """
    month_of_birthday = date(birth.year + limit.age, birth.month, 1)
    after = date(month_of_birthday.year + birth.month // 12, birth.month % 12 + 1, 1)
    return Retirement(limit.age, limit.because, anniversary(birth, limit.age), after)
