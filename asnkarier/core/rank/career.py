"""What credit is counted from: levels held, results of evaluations, and decrees of credit."""

from datetime import date, timedelta
from typing import NamedTuple

from asnkarier.core.appraisal.periods import ANNUAL, months_in
from asnkarier.core.appraisal.said import Ends
from asnkarier.core.rank.calendar import end_of_last_month, first_of_next_month
from asnkarier.core.rules.appraisal import Predicate

_LEVEL_WORDS = frozenset({"ahli", "pertama", "muda", "madya", "utama", "pemula", "terampil", "mahir", "penyelia"})


def stem(name_key: str) -> str:
    """Return the name of a functional post without its level: "guru ahli muda" is a "guru"."""
    return " ".join(word for word in name_key.split() if word not in _LEVEL_WORDS)


class HeldLevel(NamedTuple):
    """A level held from one day to another, both included; `until` None is still held.

    `stated` is False where it was held at least since the day; `post` is the name of the post without its level.
    """

    kind: str
    since: date
    until: date | None
    stated: bool = True
    post: str = ""


class YearResult(NamedTuple):
    """An evaluation: `period` is annual, S1–S2, Q1–Q4 or M1–M12; own days narrow an annual one.

    One whose predicate is not known stands in the place of shorter periods all the same; `ends` are the best and the worst
    that its law leaves.
    """

    year: int
    period: str
    predicate: Predicate | None
    started_on: date | None = None
    ended_on: date | None = None
    ends: Ends | None = None

    @property
    def left(self) -> Ends | None:
        """The best and the worst that the predicate may be; None where nothing is known of it."""
        return self.ends if self.predicate is None else (self.predicate, self.predicate)


def over(year: int, period: str, ended_on: date | None, on: date) -> bool:
    """Tell whether what is evaluated has ended by a day: before that there is no evaluation of it."""
    if period == ANNUAL and ended_on is not None:
        return ended_on <= on
    return first_of_next_month(date(year, months_in(period)[-1], 1)) - timedelta(days=1) <= on


class Pak(NamedTuple):
    """A decree of credit (PAK); numbers are 1/10 000. Without `period_from` a conversion is of the year it ends in."""

    decided_on: date
    kind: str
    amount: int
    cumulative: int | None = None
    period_to: date | None = None
    level: str | None = None
    record: int = 0
    period_from: date | None = None

    @property
    def counts_from(self) -> date:
        """The first day whose work it converts."""
        return self.period_from or date(self.counts_to.year, 1, 1)

    @property
    def counts_to(self) -> date:
        """The last day whose work it counts; one that names no period counts the months complete on the day it was decided."""
        return self.period_to or end_of_last_month(self.decided_on)
