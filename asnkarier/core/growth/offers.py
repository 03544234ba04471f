"""The catalogue as growth asks it: which training raises a competency, and which one is a leadership training."""

from collections.abc import Collection, Sequence, Set

from asnkarier.core.growth.plan.catalogue import Offered, meant_for
from asnkarier.core.names import folded
from asnkarier.core.parse.words import leadership_in
from asnkarier.core.rules.development import LeadershipRule


class Offers:
    """The trainings on offer, by the competency they raise."""

    def __init__(self, catalogue: Sequence[Offered]) -> None:
        """Look through the catalogue once."""
        self.every = catalogue
        self._meant = {o.code: meant_for(o.for_kinds) for o in self.every}
        self._by_competency: dict[str, list[Offered]] = {}
        for offered in self.every:
            self._by_competency.setdefault(folded(offered.competency or ""), []).append(offered)

    def raising(self, competency: str, attained: int, kinds: Collection[str | None]) -> list[Offered]:
        """Return what raises a competency above a level and is meant for one of the kinds of post, or for everyone."""
        return [
            o
            for o in self._by_competency.get(folded(competency), ())
            if (o.raises_to or 0) > attained and (not self._meant[o.code] or not self._meant[o.code].isdisjoint(kinds))
        ]

    def best(self, competency: str, attained: int, required: int, kinds: Collection[str | None]) -> Offered | None:
        """Return what comes nearest to the level required; of equal ones the cheapest."""
        return max(
            self.raising(competency, attained, kinds),
            key=lambda o: (min(required, o.raises_to or 0), -(o.cost or 0)),
            default=None,
        )

    def leadership(self, level: str, rule: LeadershipRule) -> tuple[str, ...]:
        """Return the trainings that are this leadership training: by title or code, else by the kind of post that asks it."""
        kinds: Set[str] = {kind for kind, training in rule.training.items() if training == level}
        result = []
        for o in self.every:
            if o.training_kind == "leadership":
                said = leadership_in(o.title) or leadership_in(o.code)
                if said == level or (said is None and self._meant[o.code] & kinds):
                    result.append(o.code)
        return tuple(result)


def named(offered: Offered) -> str:
    """Return a training as people name it: its title and its code."""
    return f"{offered.title} ({offered.code})"
