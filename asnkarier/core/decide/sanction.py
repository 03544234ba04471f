"""When a sanction is served: from the day it works to the end of its term."""

from datetime import date, timedelta

from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rules.discipline import DisciplineRule, months_named

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
        # An end before the beginning is one of the two mistyped: when it ends is not known.
        return since, ends_on if ends_on >= (effective_on or decided_on) else None
    found = rule.sanction(name) if rule and name else None
    # What the decree says of itself, "selama 3 tahun", is the sanction's own term, whichever law names it.
    months = months_named(name or "") or (found.months if found else None)
    if since is None or months is None:
        return since, None
    begun = date.fromisoformat(since)
    over = months_after(begun, months)
    # Where the last month has no such day, it is served to the end of that month.
    return since, (over if over.day < begun.day else over - timedelta(days=1)).isoformat()


def working_days_after(day: date, count: int) -> date:
    """Return the `count`th weekday after a day."""
    while count:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            count -= 1
    return day
