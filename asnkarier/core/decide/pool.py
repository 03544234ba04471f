"""Among whom a list is made, and why the others on duty are not considered."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from asnkarier.core.decide.target import Setting, Target
from asnkarier.core.person import Person
from asnkarier.core.rules.positions import EMPLOYEE_KINDS

LINE = ("jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas", "pelaksana")
"""Posts of the line, highest first."""


class Chosen(NamedTuple):
    """The people considered, and how many of those on duty are not, by reason."""

    people: list[Person]
    not_considered: dict[str, int]


def chosen(
    people: Iterable[Person],
    target: Target,
    setting: Setting,
    *,
    units: frozenset[int] | None,
    among: frozenset[int] | None,
    families: Callable[[int | None], str | None],
    agency: Callable[[int | None], str | None],
) -> Chosen:
    """Take out incumbents, those outside the units or the list asked for, and those the policy's pool leaves out."""
    pool = setting.policy.pool
    employee_kinds = frozenset(pool.kinds) & frozenset(EMPLOYEE_KINDS)
    position_kinds = frozenset(pool.kinds) - employee_kinds
    incumbents = frozenset(target.incumbents)
    # Nobody is promoted downwards: who leads at a higher level is no candidate (PermenPANRB 22/2021).
    higher = frozenset(LINE[: LINE.index(target.kind)]) if target.kind in LINE else frozenset()
    kept: list[Person] = []
    reasons: Counter[str] = Counter()
    kind_of = setting.kinds.get
    for person in people:
        if person.id in incumbents:
            reasons["incumbent"] += 1
        elif higher and kind_of(person.position_id) in higher:
            reasons["higher_post"] += 1
        elif among is not None and person.id not in among:
            reasons["not_in_list"] += 1
        elif units is not None and person.unit_id not in units:
            reasons["other_unit"] += 1
        elif employee_kinds and person.employee_kind not in employee_kinds:
            reasons["other_employee_kind"] += 1
        elif position_kinds and kind_of(person.position_id) not in position_kinds:
            reasons["other_position_kind"] += 1
        elif pool.families and families(person.position_id) not in pool.families:
            reasons["other_job_family"] += 1
        elif pool.agencies and agency(person.unit_id) not in pool.agencies:
            reasons["other_agency"] += 1
        else:
            kept.append(person)
    return Chosen(kept, dict(reasons))
