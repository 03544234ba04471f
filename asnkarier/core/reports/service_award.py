"""Who may be proposed for an award of long service (Satyalancana Karya Satya)."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal, NamedTuple

from asnkarier.core.anniversary import anniversary
from asnkarier.core.golongan import roman
from asnkarier.core.rules.reports import ServiceAwardRule

Hindrance = Literal["", "appointment", "register", "sanction", "leave", "awards"]
"""Why not: the first appointment is not known, a register does not reach the day, a sanction or leave stands against it."""

_YEARS = re.compile(r"\b(?:(\d+)|([XVI]+))\s*(?:\([^)]*\)\s*)?(?:tahun|th)\b", re.IGNORECASE)


class Serving(NamedTuple):
    """One person: first day of service, levels of sanctions ever imposed and not annulled, awards and leave on record."""

    employee_kind: str | None
    appointed_on: str | None
    sanctions: Collection[str]
    awards: Sequence[str]
    statuses: Collection[str]


class Proposal(NamedTuple):
    """The award a person has served long enough for, since when, and whether it may be proposed."""

    years: int
    since: date
    outcome: Literal["met", "not_met", "unknown"]
    hindrance: Hindrance


def years_of(title: str) -> int | None:
    """Return the years in an award's title: 10 for "Satyalancana Karya Satya X Tahun"."""
    found = _YEARS.search(title)
    if found is None:
        return None
    return int(found[1]) if found[1] else roman(found[2].upper())


def proposal(
    rule: ServiceAwardRule, person: Serving, as_of: date, *, sanctions_known: bool, awards_known: bool
) -> Proposal | None:
    """Return the highest award that is due and not held yet; None where none is, or the person's kind has none."""
    if person.employee_kind not in rule.kinds or person.appointed_on is None:
        return None
    began = date.fromisoformat(person.appointed_on)
    served = [years for years in rule.years if anniversary(began, years) <= as_of]
    held = max((years for title in person.awards if (years := years_of(title)) is not None), default=0)
    if not served or max(served) <= held:
        return None
    years = max(served)
    since = anniversary(began, years)
    if any(level in rule.sanctions for level in person.sanctions):
        return Proposal(years, since, "not_met", "sanction")
    if any(status in rule.breaks for status in person.statuses):
        return Proposal(years, since, "unknown", "leave")
    if not sanctions_known:
        return Proposal(years, since, "unknown", "register")
    if not awards_known:
        return Proposal(years, since, "unknown", "awards")
    return Proposal(years, since, "met", "")
