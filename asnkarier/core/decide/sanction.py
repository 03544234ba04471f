"""When a sanction is served: from the day it works to the end of its term."""

from datetime import date, timedelta

from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rules.discipline import DisciplineRule

SATURDAY = 5


def term(
    decided_on: str, effective_on: str | None, ends_on: str | None, name: str | None, rule: DisciplineRule | None
) -> tuple[str | None, str | None]:
    """Return the first and the last day of a sanction; None for what neither the decree nor the rule tells.

    Without a day of its own a sanction works from a number of working days after the decree, public holidays not counted.
    """
    since = effective_on or (
        working_days_after(date.fromisoformat(decided_on), rule.working_days_until_in_force).isoformat()
        if rule
        else None
    )
    if ends_on:
        return since, ends_on
    found = rule.sanction(name) if rule and name else None
    if since is None or found is None or found.months is None:
        return since, None
    return since, (months_after(date.fromisoformat(since), found.months) - timedelta(days=1)).isoformat()


def working_days_after(day: date, count: int) -> date:
    """Return the `count`th weekday after a day."""
    while count:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            count -= 1
    return day
