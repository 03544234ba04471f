"""What people lack: each competency a post asks, what is attained, and how much closing it is worth."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, cast

from asnkarier.core.gap import Gap
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.core.rules.development import Importance, ImportanceRule


class Want(NamedTuple):
    """One competency that a post asks of a person. Levels in 1/10 000; `attained` None is not known.

    `weight` is how much a level counts by the importance.
    """

    competency: int
    required: int
    attained: int | None
    importance: str | None
    weight: int

    @property
    def missing(self) -> int | None:
        """How many levels (1/10 000) are missing; None where what is attained is not known."""
        return None if self.attained is None else max(0, self.required - self.attained)

    @property
    def urgency(self) -> int | None:
        """Importance × missing levels, in 1/10 000."""
        return None if self.missing is None else self.weight * self.missing

    def gain(self, raises_to: int) -> int:
        """Return what a training up to this level closes: never above the requirement."""
        if self.attained is None:
            return 0
        return self.weight * max(0, min(self.required, raises_to) - self.attained)


class Wanting(NamedTuple):
    """One person with what the post asks; `wants` is empty where nothing is asked that is known."""

    person: Person
    wants: tuple[Want, ...]
    assessed_on: str | None
    expired: bool | None
    position: str | None
    levels: Mapping[int, int]
    """Every level that is known, of the nine and of others, whether the post asks for it or not."""
    days: Mapping[int, str] = {}
    """The day of assessment of each competency outside the nine; the nine are of `assessed_on`."""
    oldest: str = ""
    """The earliest day of assessment that is still valid."""
    jpm_known: bool = False
    """Whether the JPM is known, by the levels or by a recap that says it alone."""

    @property
    def unmeasured(self) -> Literal["not_assessed", "levels_unknown"] | None:
        """Tell why not one level that the post asks is known: nothing was assessed, or a recap says the JPM alone; None where one is."""
        if not self.wants or any(want.attained is not None for want in self.wants):
            return None
        return "levels_unknown" if self.jpm_known else "not_assessed"

    def assessed(self, competency: int) -> str | None:
        """Return the day on which the level of a competency was assessed; None where it was not."""
        if competency not in self.levels:
            return None
        return self.days.get(competency, self.assessed_on)

    def outdated(self, competency: int | None) -> bool:
        """Tell whether the level of a competency is of an assessment that is no longer valid."""
        day = self.assessed(competency) if competency is not None else None
        return day is not None and day < self.oldest

    @property
    def any_outdated(self) -> str | None:
        """Return the oldest day of assessment, no longer valid, that something the post asks is measured by; None where there is none."""
        days = [
            day for want in self.wants if self.outdated(want.competency) and (day := self.assessed(want.competency))
        ]
        return min(days, default=self.assessed_on if self.expired else None)


def weight_of(importance: str | None, rule: ImportanceRule) -> int:
    """Return how much a level of a competency counts; `importance` None is one that the standard does not name."""
    return rule.weights[cast("Importance", importance) if importance else rule.where_blank]


def wants(gap: Gap, nine: Sequence[int], importance: Mapping[int, str], rule: ImportanceRule) -> Iterator[Want]:
    """Yield what the post asks and what is attained, competency by competency: the nine, technical, the others."""

    def weigh(competency: int) -> int:
        return weight_of(importance.get(competency), rule)

    for competency, required, attained in zip(nine, gap.profile.nine, gap.nine, strict=True):
        if required:
            yield Want(competency, required, attained, importance.get(competency), weigh(competency))
    for asked in (gap.profile.technical, gap.profile.other):
        for competency, required in asked.items():
            yield Want(competency, required, gap.levels.get(competency), importance.get(competency), weigh(competency))


def raised(want: Want, levels: Mapping[int, int]) -> Want:
    """Return the want after trainings that raised competencies to these levels."""
    level = levels.get(want.competency)
    if level is None or want.attained is None or level <= want.attained:
        return want
    return want._replace(attained=min(level, want.required))


def whole(value: int) -> float:
    """Return 1/10 000 as a number for JSON."""
    number, rest = divmod(value, SCALE)
    return number if not rest else value / SCALE
