"""Who a rank or a pay step is given to: the kind of employment, the status, and service not ended on the day."""

from collections.abc import Collection
from datetime import date

from asnkarier.core.rank.checks import RankCheck, outcome


def kind_check(kinds: Collection[str], kind: str | None, article: str) -> RankCheck:
    """Ask for one of some kinds of employment."""
    met = None if kind is None else kind in kinds
    return RankCheck("employee_kind", outcome(met), kind or "", ", ".join(kinds), article)


def status_check(given: Collection[str], refused: Collection[str], status: str | None, article: str) -> RankCheck:
    """Ask for a status in which it is given; one that the rule names neither so nor as refused cannot be told."""
    met = True if status in given else False if status in refused else None
    return RankCheck("status", outcome(met), status or "", ", ".join(given), article)


def service_check(pension_from: date | None, on: date, article: str) -> RankCheck:
    """Ask that the pension has not begun on the day; None is a retirement that cannot be told."""
    if pension_from is None:
        return RankCheck("service", "unknown", "", "", article)
    # Where it is met the day is left out: thousands of checks are then the same.
    ended = pension_from <= on
    return RankCheck("service", outcome(not ended), pension_from.isoformat() if ended else "", "", article)
