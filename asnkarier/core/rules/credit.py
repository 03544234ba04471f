"""Rules of credit: what a year in a functional post earns, and what the next rank and the next level need."""

from collections.abc import Mapping
from typing import NamedTuple

from asnkarier.core.regulation import Scaled
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.positions import EmployeeKind, Golongan, PositionKind


class CreditLevel(NamedTuple):
    """One level (jenjang): credit a year, its golongan, and what the next rank and the next level need."""

    kind: PositionKind
    coefficient: Scaled
    golongan: tuple[Golongan, ...]
    next_rank: Scaled
    next_level: Scaled | None = None
    next_kind: PositionKind | None = None


class CreditRule(NamedTuple):
    """Conversion of predicates into credit. `multipliers` and `degree_share` are in percent.

    `basic` is the credit that a rank brings along (AK dasar), apart for keahlian and keterampilan.
    """

    employee_kinds: tuple[EmployeeKind, ...]
    levels: tuple[CreditLevel, ...]
    multipliers: Mapping[Predicate, Scaled]
    degree_share: Scaled
    basic_keahlian: Mapping[Golongan, Scaled]
    basic_keterampilan: Mapping[Golongan, Scaled]

    def level(self, kind: str) -> CreditLevel | None:
        """Return the level of a kind of position, None for one that earns no credit."""
        return next((level for level in self.levels if level.kind == kind), None)
