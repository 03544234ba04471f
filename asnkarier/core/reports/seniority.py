"""The list of seniority (DUK): everyone in the order of the law's measures. What is not known stands last on its measure."""

from collections.abc import Sequence
from typing import NamedTuple

from asnkarier.core.golongan import order
from asnkarier.core.rules.positions import EDUCATIONS
from asnkarier.core.rules.reports import Measure, SeniorityRule

_NEVER = "9999-99-99"


class Senior(NamedTuple):
    """What the list looks at of one person. Dates are ISO text; `rung` is the level of the post, `training` of its training."""

    person_id: int
    nip: str
    golongan: str | None
    golongan_since: str | None
    rung: int | None
    position_since: str | None
    appointed_on: str | None
    training: int | None
    training_on: str | None
    education: str | None
    birth_date: str | None


def in_order(people: Sequence[Senior], rule: SeniorityRule) -> list[Senior]:
    """Return the people in the order of the list; true ties stand in the order of their NIP."""
    return sorted(people, key=lambda person: (*(_place(person, measure) for measure in rule.order), person.nip))


def _place(person: Senior, measure: Measure) -> tuple[int, str]:
    match measure:
        case "golongan":
            return -(order(person.golongan) or 0), ""
        case "golongan_since":
            return 0, person.golongan_since or _NEVER
        case "position":
            return -(person.rung if person.rung is not None else -1), ""
        case "position_since":
            return 0, person.position_since or _NEVER
        case "service":
            return 0, person.appointed_on or _NEVER
        case "training":
            return -(person.training or 0), person.training_on or _NEVER
        case "education":
            return -(EDUCATIONS.index(person.education) if person.education in EDUCATIONS else -1), ""
        case "age":
            return 0, person.birth_date or _NEVER
