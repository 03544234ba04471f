"""Rules of credit: what a year in a functional post earns, and what the next rank and the next level need."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from asnkarier.core.regulation import NotRegulated, Regulation, Scaled
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.positions import EMPLOYEE_KINDS, EmployeeKind, Golongan, PositionKind

PakKind = Literal["integrasi", "penyetaraan", "perpindahan", "ak_dasar", "pendidikan", "konversi"]
"""What a decree of credit (PAK) is about."""


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
    `opens_level` are the kinds of PAK that say where a level begins; the others add to it.
    """

    employee_kinds: tuple[EmployeeKind, ...]
    levels: tuple[CreditLevel, ...]
    multipliers: Mapping[Predicate, Scaled]
    degree_share: Scaled
    opens_level: tuple[PakKind, ...]
    basic_keahlian: Mapping[Golongan, Scaled]
    basic_keterampilan: Mapping[Golongan, Scaled]

    @property
    def uncounted_kinds(self) -> frozenset[EmployeeKind]:
        """The kinds of employees whose months earn nothing; those of a CPNS are of the PNS that he becomes."""
        return frozenset(EMPLOYEE_KINDS).difference(
            self.employee_kinds, {"CPNS"} if "PNS" in self.employee_kinds else ()
        )

    def level(self, kind: str) -> CreditLevel | None:
        """Return the level of a kind of position, None for one that earns no credit."""
        return next((level for level in self.levels if level.kind == kind), None)


class CreditLaw(NamedTuple):
    """The rule of a day, and for each year the rule by which that year is converted.

    A year is converted by the rule in force at its end, the running one by that of the day; a year that is not there was
    not converted from predicates.
    """

    rule: CreditRule
    years: Mapping[int, CreditRule]


def credit_law(law: Regulation[CreditRule], as_of: date) -> CreditLaw:
    """Return the rules of credit as they matter on a day; `NotRegulated` where there was none."""
    rule = law.on(as_of).value
    years = {}
    for year in range(min(v.in_force_since.year for v in law.versions), as_of.year + 1):
        try:
            years[year] = law.on(min(date(year, 12, 31), as_of)).value
        except NotRegulated:
            continue
    return CreditLaw(rule, years)
