"""Leadership training: which a level asks, who lacks it, and which the next level will ask."""

from collections.abc import Set

from asnkarier.core.rules.development import LeadershipRule
from asnkarier.core.rules.positions import PositionKind, PositionRule


def rank(rule: LeadershipRule) -> dict[str, int]:
    """Return the trainings with their order, the lowest 0."""
    return {training: place for place, training in enumerate(reversed(dict.fromkeys(rule.training.values())))}


def has(taken: Set[str], asked: str, rule: LeadershipRule) -> bool:
    """Tell whether someone has the training asked for, or a higher one."""
    order = rank(rule)
    return any(order.get(level, -1) >= order[asked] for level in taken)


def next_kind(kind: PositionKind, rule: LeadershipRule, positions: PositionRule) -> PositionKind | None:
    """Return the lowest kind of leading post above a kind; None at the top."""
    above = [k for k in rule.training if positions.rung[k] > positions.rung[kind]]
    return min(above, key=lambda k: positions.rung[k], default=None)
