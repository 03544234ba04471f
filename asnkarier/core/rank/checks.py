"""One thing asked before a rank or a pay step is given, in three states."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from asnkarier.core.anniversary import after_years
from asnkarier.core.predicate import at_least
from asnkarier.core.rules.appraisal import Predicate

Outcome = Literal["met", "not_met", "unknown"]


class RankCheck(NamedTuple):
    """What was asked, what was found, and by which article."""

    check: str
    outcome: Outcome
    value: str
    required: str
    article: str
    without_public_holidays: bool = False
    """It hangs on a day that is counted in working days, of which only the weekdays are known."""


def outcome(met: bool | None) -> Outcome:
    """Say yes, no or not known."""
    return "unknown" if met is None else "met" if met else "not_met"


NOT_COUNTED = "not_counted"
"""Said of days that are taken out of the years asked for."""


def years_check(
    check: str, since: date | None, years: int, on: date, article: str, not_counted: Sequence[tuple[int, int]] = ()
) -> RankCheck:
    """Ask for so many full years since a day, but for days `not_counted`, by their numbers and the first first."""
    met = None if since is None else after_years(since, years, not_counted) <= on
    said = [since.isoformat()] if since else []
    first, last = (since or on).toordinal(), on.toordinal()
    said += [
        f"{date.fromordinal(max(begun, first))}–{date.fromordinal(min(ended, last))}: {NOT_COUNTED}"
        for begun, ended in not_counted
        if begun < last and ended >= first
    ]
    return RankCheck(check, outcome(met), ", ".join(said), str(years), article)


GRACE = "newest_year_not_recorded"
"""Said beside the predicates where the years before the newest stand in for it."""

AWAY = "away_all_year"
"""Said of a year without a predicate in which nobody was to evaluate."""


def year_said(year: int, predicate: Predicate | None, away: Collection[int]) -> str:
    """Return a year with its predicate, or why there is none."""
    return f"{year}: {predicate or (AWAY if year in away else '?')}"


def predicate_check(
    predicates: Mapping[int, Predicate | None],
    years: Sequence[int],
    wanted: Predicate,
    article: str,
    *,
    graced: bool = False,
    away: Collection[int] = (),
) -> RankCheck:
    """Ask for a predicate in each of some years; a bad one decides even where another is missing.

    `graced` says that they stand in for a newest year that is not recorded yet, `away` in which years nobody was to evaluate.
    """
    found = [predicates.get(year) for year in years]
    if any(p is not None and not at_least(p, wanted) for p in found):
        met: bool | None = False
    else:
        met = None if None in found else True
    said = [year_said(year, p, away) for year, p in zip(years, found, strict=True)]
    shown = ", ".join([*said, GRACE] if graced else said)
    return RankCheck("performance", outcome(met), shown, wanted, article)


def discipline_check(served: str | None, blocking: Sequence[str], article: str, *, reckoned: bool) -> RankCheck:
    """Ask that no sanction of a blocking level is being served; `none` is known to be none, None is not known.

    `reckoned`: the end of one follows from working days, counted without public holidays.
    """
    met = None if served is None else served not in blocking
    return RankCheck("discipline", outcome(met), served or "", "none", article, reckoned)
