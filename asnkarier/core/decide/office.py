"""Which post somebody holds by an additional duty, where the law of the post says that it is one: the head of a school is a teacher."""

from collections.abc import Sequence
from typing import NamedTuple

from asnkarier.core.rules.positions import OfficeName


class Office(NamedTuple):
    """A post that is held as a duty: its folded name and its unit, and how such posts are named."""

    post: int
    name_key: str
    unit: int | None
    named: OfficeName | None


class Duty(NamedTuple):
    """An additional duty as written, where the post is not linked to one: its folded name and the unit it is in."""

    name_key: str
    unit: int | None


def meant(duty: Duty, offices: Sequence[Office]) -> int | None:
    """Return the post that a duty means; None where none, or more than one, may be meant.

    The name decides, with the unit where several posts bear it; else the one post of the unit whose name says nothing else: who
    works at SDN 1 and is "Kepala Sekolah" or "Kepala Sekolah SDN 1" holds its "Kepala SDN 1".
    """
    same = [one for one in offices if one.name_key == duty.name_key]
    here = [one for one in offices if one.unit == duty.unit and one.unit is not None and _agree(duty, one)]
    for fits in ([one for one in same if one.unit == duty.unit], same, here):
        if fits:
            return fits[0].post if len(fits) == 1 else None
    return None


def _agree(duty: Duty, office: Office) -> bool:
    """Tell whether a duty is the office by its words, and nothing in the two names speaks of different places."""
    named = office.named
    if named is None or not named.held(duty.name_key):
        return False
    common = {*named.words, *named.between, *named.of, *named.alone}
    one, other = (set(name.split()) - common for name in (duty.name_key, office.name_key))
    return one <= other or (bool(other) and other <= one)
