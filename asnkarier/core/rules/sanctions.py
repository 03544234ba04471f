"""The levels of sanctions, by which the law of discipline, requirements and policies name them."""

from typing import Final, Literal, get_args

DisciplineLevel = Literal["ringan", "sedang", "berat"]
LEVELS: Final[tuple[DisciplineLevel, ...]] = get_args(DisciplineLevel)
"""The mildest first."""
WORST: Final[tuple[Literal["none", "ringan", "sedang", "berat"], ...]] = ("none", *LEVELS)
"""What the worst sanction of somebody may be."""
SERVED: Final = "served"
WORST_OR_SERVED: Final = (*WORST, SERVED)
"""What it may be where one that is being served weighs more than any level."""
