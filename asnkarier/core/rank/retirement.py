"""When a person retires: the age by post, the day it is reached, and the first day of the pension."""

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from asnkarier.core.anniversary import anniversary, completed
from asnkarier.core.regulation import Regulation
from asnkarier.core.rules.ranks import RetirementRule

Because = Literal["post", "family", "kind"]


class Dated(NamedTuple):
    """The retirement age by one law, from its first day on."""

    since: date
    age: int
    because: Because


class RetirementAge(NamedTuple):
    """The retirement age and what decides it: the post's own column, its family, or its kind."""

    age: int
    because: Because
    dated: tuple[Dated, ...] = ()
    """The ages of all laws, oldest first; nothing where all say the same."""


class Retirement(NamedTuple):
    """The day the retirement age is reached, and the day from which the pension runs."""

    age: int
    because: Because
    reached_on: date
    pension_from: date


def retirement_age(
    rule: RetirementRule, kind: str | None, named: str, own: int | None, own_law: str | None = None
) -> RetirementAge | None:
    """Return the age for a post; None where neither the post nor its kind says one.

    `named` is the post's family and name: the age of a family counts for functional posts only, so that the head of a
    section *for* teachers is none. The tag of a law of the post's own names the family of whatever kind the post is: a head of a
    school is a teacher.
    """
    if own is not None:
        return RetirementAge(own, "post")
    by_law = (own_law or "").replace("_", " ")
    told = f"{named} {by_law}" if kind is not None and kind.startswith("jf_") else by_law
    if told:
        words = f" {' '.join(told.lower().split())} "
        for family, age in rule.families.items():
            if f" {family} " in words:
                return RetirementAge(age, "family")
    for known, age in rule.age.items():
        if known == kind:
            return RetirementAge(age, "kind")
    return None


def dated_age(
    law: Regulation[RetirementRule],
    as_of: date,
    kind: str | None,
    named: str,
    own: int | None,
    own_law: str | None = None,
) -> RetirementAge | None:
    """Return the age for a post by the law of a day, with the ages of the laws before and after it."""
    now = retirement_age(law.on(as_of).value, kind, named, own, own_law)
    if now is None or len(law.versions) == 1 or now.because == "post":
        return now
    found = [(v.in_force_since, retirement_age(v.value, kind, named, own, own_law)) for v in law.versions]
    dated = tuple(Dated(since, age.age, age.because) for since, age in found if age is not None)
    return now if len({one[1:] for one in dated}) == 1 else now._replace(dated=dated)


@lru_cache(maxsize=65_536)
def retirement(birth: date, limit: RetirementAge) -> Retirement:
    """Return the days that follow from a birth date: by the law in force on the day that its age is reached.

    The pension begins on the first of the month after the birthday's own month: who was born on 29 February begins on
    1 March in any year. Who is older than a new law's age on its first day has reached it on that day.
    """
    if limit.dated:
        place, reached = completed(birth, [(one.since, one.age) for one in limit.dated])
        _, age, because = limit.dated[place]
        if reached != anniversary(birth, age):
            return Retirement(
                age, because, reached, date(reached.year + reached.month // 12, reached.month % 12 + 1, 1)
            )
        limit = RetirementAge(age, because)
    month_of_birthday = date(birth.year + limit.age, birth.month, 1)
    after = date(month_of_birthday.year + birth.month // 12, birth.month % 12 + 1, 1)
    return Retirement(limit.age, limit.because, anniversary(birth, limit.age), after)
