"""Rules of careers: what counts as experience, and what a move that is no promotion asks."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from asnkarier.core.regulation import Confidence
from asnkarier.core.rules.positions import Education, PositionKind

Move = Literal["horizontal", "vertical", "diagonal"]


class MoveRule(NamedTuple):
    """A move to a post of the same level, and what the law asks of it instead of the requirements of a promotion.

    `waives` names the checks of a first appointment that such a move does not ask, `same_kind` of those alone who hold the very kind
    of post; `outcome` tells whether a miss of `least_years` blocks or warns.
    """

    kinds: tuple[PositionKind, ...]
    least_years: int
    waives: tuple[str, ...]
    outcome: Literal["check", "warn"]
    article: str
    confidence: Confidence
    most_years: int | None = None
    same_kind: bool = False


class CategoryMove(NamedTuple):
    """A move from one category of functional posts to the other: no promotion on one ladder, and no move on one level.

    It asks `education` of its own. `leaves_open` are the checks of a promotion inside one category that are not met and yet bar nobody
    here: what stands in their place is for the committee to say.
    """

    from_kinds: tuple[PositionKind, ...]
    to_kinds: tuple[PositionKind, ...]
    education: Education
    leaves_open: tuple[str, ...]
    article: str
    confidence: Confidence


class CareerRule(NamedTuple):
    """What the three moves are called, how long one usually stays in a post, and what moves on the same level ask."""

    names: Mapping[Move, str]
    usual_years: tuple[int, int]
    same_level: tuple[MoveRule, ...]
    """The first that names the kind of the target decides."""
    across: tuple[CategoryMove, ...] = ()


class ExperienceRule(NamedTuple):
    """What counts as experience: definitive posts only, counted in days, each day once.

    `uncounted_posts` are the words of acting and additional duties, `uncounted_states` the statuses whose days are
    taken out.
    An acting appointment lasts at most `acting_months`, renewed at most once for `acting_renewal_months`.
    """

    uncounted_posts: tuple[str, ...]
    uncounted_states: tuple[str, ...]
    acting_months: int
    acting_renewal_months: int
