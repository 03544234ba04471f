"""What must hold of a rule beyond its types: one module a field of law, one function a topic."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from asnkarier.core.bands import Band, hole
from asnkarier.law.decode import Where, refuse


def covered(found: Iterable[str], wanted: Sequence[str], where: Where) -> None:
    """Insist that every one of `wanted` is there."""
    there = set(found)
    missing = [name for name in wanted if name not in there]
    if missing:
        raise refuse("rule_not_covered", where, missing=", ".join(missing))


def joined(bands: Sequence[Band], where: Where, *, open_above: bool = True) -> None:
    """Insist on bands from the top down that join without hole or overlap, open at the bottom."""
    broken = hole(bands)
    if broken is not None:
        raise refuse("rule_bands_hole", where, band=broken)
    if not bands or bands[-1].low is not None or (open_above and bands[0].high is not None):
        raise refuse("rule_bands_end", where, band=bands[-1].name if bands else "")
    once([band.name for band in bands], where)


def once(names: Sequence[str], where: Where) -> None:
    """Insist that no name comes twice."""
    for i, name in enumerate(names):
        if name in names[:i]:
            raise refuse("rule_twice", where, value=name)


def falling(numbers: Sequence[int], where: Where) -> None:
    """Insist that none is greater than the one before it."""
    if any(later > earlier for earlier, later in pairwise(numbers)):
        raise refuse("rule_not_falling", where)
