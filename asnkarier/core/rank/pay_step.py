"""When the next pay step (KGB) falls due, when it is told, and what stands in its way."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.anniversary import anniversary, completed
from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rank.checks import GRACE, RankCheck, discipline_check, outcome, year_said, years_check
from asnkarier.core.rank.standing import kind_check
from asnkarier.core.regulation import Regulation, Version
from asnkarier.core.rules.appraisal import PREDICATES, Predicate
from asnkarier.core.rules.discipline import DisciplineRule
from asnkarier.core.rules.ranks import PayStepRule


class PayCase(NamedTuple):
    """What decides a pay step. None is not known."""

    employee_kind: str | None
    last_step: date
    contract_ends_on: date | None
    predicates: Mapping[int, Predicate | None]
    served: str | None
    """Level of a sanction being served on the due day, `none` where there is none."""
    standing: tuple[RankCheck, ...] = ()
    """What is asked of the person's status and service."""
    reckoned: bool = False
    """What is `served` hangs on an end that is counted without public holidays."""
    due: date | None = None
    """The day the step falls due, where another rule went before the one that decides; None where the rule alone tells."""
    graced: bool = False
    """The years before stand in for a newest one that is not recorded yet."""
    not_counted: tuple[tuple[int, int], ...] = ()
    """Days, by their numbers and the first first, that are no service and put the step off."""
    away: frozenset[int] = frozenset()
    """The years without a predicate in which nobody was to evaluate."""


class PayStep(NamedTuple):
    """One pay step: due on a day, to be told before, with its checks."""

    due: date
    notice: date
    checks: tuple[RankCheck, ...]

    @property
    def blocked(self) -> bool:
        """Tell whether something is known to stand in its way."""
        return any(check.outcome == "not_met" for check in self.checks)


def due_day(
    law: Regulation[PayStepRule], last_step: date, not_counted: Sequence[tuple[int, int]] = ()
) -> tuple[Version[PayStepRule], date]:
    """Return the day of the step after the last one, and the rule that decides: the one in force on that very day.

    Days `not_counted`, by their numbers, put it off.
    """
    asked = [(version.in_force_since, version.value.every_years) for version in law.versions]
    place, due = completed(last_step, asked, not_counted)
    return law.versions[place], due


def pay_step(rule: PayStepRule, discipline: DisciplineRule, case: PayCase, article: str) -> PayStep | None:
    """Return the next pay step of a person; None for kinds of employee that have none."""
    kind = case.employee_kind
    if kind is not None and kind not in rule.employee_kinds:
        return None
    due = case.due or anniversary(case.last_step, rule.every_years)
    checks = [
        _average(rule, case, due, article),
        discipline_check(case.served, discipline.blocks["pay_step"], article, reckoned=case.reckoned),
        *case.standing,
    ]
    if case.not_counted:
        asked = rule.every_years
        checks.append(years_check("years_since_step", case.last_step, asked, due, article, case.not_counted))
    if kind is None:
        # Whether there is a step, and a contract it must lie within, the kind of employment tells.
        checks.append(kind_check(rule.employee_kinds, kind, article))
    elif kind.startswith("PPPK"):
        ends = case.contract_ends_on
        met = None if ends is None else due <= ends
        checks.append(RankCheck("contract", outcome(met), ends.isoformat() if ends else "", due.isoformat(), article))
    return PayStep(due, months_after(due, -rule.notice_months), tuple(checks))


def _average(rule: PayStepRule, case: PayCase, due: date, article: str) -> RankCheck:
    end = due.year - 1 if case.graced else due.year
    years = range(end - rule.every_years, end)
    found = [case.predicates.get(year) for year in years]
    wanted = PREDICATES.index(rule.at_least)
    known = [PREDICATES.index(p) for p in found if p is not None]
    missing = len(found) - len(known)
    best, worst = sum(known), sum(known) + missing * (len(PREDICATES) - 1)
    # The mean place on the list of predicates (0 is the best) may not lie behind the wanted one.
    met = True if worst <= wanted * len(found) else False if best > wanted * len(found) else None
    said = [year_said(year, p, case.away) for year, p in zip(years, found, strict=True)]
    shown = ", ".join([*said, GRACE] if case.graced else said)
    return RankCheck("performance", outcome(met), shown, rule.at_least, article)
