"""Selection rates of groups beside each other: who comes through, and whether chance alone would bring the difference about.

A difference is a question, not yet an answer: nothing here says why it is there.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from asnkarier.core.defend.exact import fisher, holm
from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.reports import FairnessRule

Answer = Literal["selected", "other", "missing"]
"""`missing`: it is not known; never the same as not selected."""
Finding = Literal[
    "too_few", "not_known", "highest", "alike", "perhaps_chance", "beyond_chance", "small_but_sure", "nobody"
]


class Group(NamedTuple):
    """One group: of how many it is known, how many of them were selected, and of how many it is not known."""

    key: Hashable
    known: int
    selected: int
    missing: int

    @property
    def rate(self) -> Fraction | None:
        """The share selected of those of whom it is known."""
        return Fraction(self.selected, self.known) if self.known else None


class Compared(NamedTuple):
    """A group beside the one with the highest rate: the ratio of the rates, the chance of a difference like this, and what follows."""

    group: Group
    ratio: Fraction | None
    p: Fraction | None
    adjusted: Fraction | None
    finding: Finding


class Table(NamedTuple):
    """All groups of one division of the people, and how many of them were compared with the highest."""

    groups: tuple[Compared, ...]
    comparisons: int

    @property
    def found(self) -> list[Compared]:
        """Those under the least ratio beyond chance."""
        return [one for one in self.groups if one.finding == "beyond_chance"]


def grouped(people: Iterable[tuple[Hashable, Answer]], order: Sequence[Hashable] = ()) -> list[Group]:
    """Count the people of each group; groups come in the order given, others behind, those without a group (None) last."""
    counts = Counter(people)
    present = {key for key, _ in counts}
    known = [key for key in order if key in present]
    known += sorted((key for key in present if key is not None and key not in set(order)), key=str)
    return [
        Group(
            key,
            counts[key, "selected"] + counts[key, "other"],
            counts[key, "selected"],
            counts[key, "missing"],
        )
        for key in [*known, *([None] if None in present else [])]
    ]


def compared(groups: Sequence[Group], rule: FairnessRule) -> Table:
    """Compare every group that is large enough with the one of the highest rate; p-values are adjusted for their number."""
    able = [group for group in groups if group.key is not None and group.known >= rule.smallest_group]
    # Of equal rates the larger group is the one compared with.
    best = max(able, key=lambda group: (group.rate or 0, group.known), default=None)
    others = [group for group in able if group is not best]
    if best is None or not best.selected:
        return Table(tuple(Compared(g, None, None, None, _alone(g, rule)) for g in groups), 0)
    values = [fisher(g.selected, g.known - g.selected, best.selected, best.known - best.selected) for g in others]
    after = holm(values)
    tested = {id(group): (p, adjusted) for group, p, adjusted in zip(others, values, after, strict=True)}
    result = []
    for group in groups:
        if group is best:
            result.append(Compared(group, Fraction(1), None, None, "highest"))
        elif id(group) in tested:
            p, adjusted = tested[id(group)]
            ratio = Fraction(group.selected * best.known, group.known * best.selected)
            result.append(Compared(group, ratio, p, adjusted, _finding(ratio, adjusted, rule)))
        else:
            result.append(Compared(group, None, None, None, _alone(group, rule)))
    return Table(tuple(result), len(others))


def _alone(group: Group, rule: FairnessRule) -> Finding:
    if group.key is None:
        return "not_known"
    return "too_few" if group.known < rule.smallest_group else "nobody"


def _finding(ratio: Fraction, adjusted: Fraction, rule: FairnessRule) -> Finding:
    below = ratio * 100 * SCALE < rule.least_ratio
    sure = adjusted * 100 * SCALE < rule.level
    if below:
        return "beyond_chance" if sure else "perhaps_chance"
    return "small_but_sure" if sure else "alike"


class Uniform(NamedTuple):
    """A leader whose people all got the same rating."""

    leader: Hashable
    people: int
    rating: str


class Uniformity(NamedTuple):
    """Leaders with enough people, those who rate all the same, and how many of these chance alone would bring."""

    leaders: int
    uniform: tuple[Uniform, ...]
    expected: float


def uniformity(ratings: Iterable[tuple[Hashable, str]], rule: FairnessRule) -> Uniformity:
    """Find the leaders who give everyone the same; chance: if their people were drawn from all who were rated."""
    teams: dict[Hashable, Counter[str]] = {}
    everyone: Counter[str] = Counter()
    for leader, rating in ratings:
        teams.setdefault(leader, Counter())[rating] += 1
        everyone[rating] += 1
    whole = sum(everyone.values())
    large = {leader: team for leader, team in teams.items() if sum(team.values()) >= rule.smallest_team}
    uniform = [
        Uniform(leader, sum(team.values()), next(iter(team))) for leader, team in large.items() if len(team) == 1
    ]
    sizes = Counter(sum(team.values()) for team in large.values())
    # For the eye alone, and so a float: nothing is decided by it.
    expected = sum(count * sum((n / whole) ** people for n in everyone.values()) for people, count in sizes.items())
    return Uniformity(len(large), tuple(sorted(uniform, key=lambda u: (-u.people, str(u.leader)))), expected)
