"""What credit is counted from: levels held, results of evaluations, and decrees of credit."""

from datetime import date
from typing import NamedTuple

from asnkarier.core.rank.calendar import end_of_last_month
from asnkarier.core.rules.appraisal import Predicate


class HeldLevel(NamedTuple):
    """A level held from one day to another, both included; `until` None is still held."""

    kind: str
    since: date
    until: date | None


class YearResult(NamedTuple):
    """An evaluation: `period` is annual, S1–S2, Q1–Q4 or M1–M12; own days narrow an annual one."""

    year: int
    period: str
    predicate: Predicate
    started_on: date | None = None
    ended_on: date | None = None


class Pak(NamedTuple):
    """A decree of credit (PAK); numbers are 1/10 000."""

    decided_on: date
    kind: str
    amount: int
    cumulative: int | None = None
    period_to: date | None = None
    level: str | None = None
    record: int = 0

    @property
    def counts_to(self) -> date:
        """The last day whose work it counts; one that names no period counts the months complete on the day it was decided."""
        return self.period_to or end_of_last_month(self.decided_on)
