"""Rules of the index of professionalism (IP ASN): four sums of points."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from asnkarier.core.bands import Band
from asnkarier.core.regulation import Scaled
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.positions import Education, PositionKind


class Track(NamedTuple):
    """How one group of posts earns points of competency."""

    kinds: tuple[PositionKind, ...]
    technical: Scaled
    seminar: Scaled
    leadership: Scaled | None = None
    functional: Scaled | None = None


class IpAsnRule(NamedTuple):
    """Points of qualification, competency, performance and discipline, and the categories of their sum."""

    qualification: Mapping[Education, Scaled]
    tracks: tuple[Track, ...]
    technical_jp: Scaled
    technical_months: int
    technical_kinds: tuple[str, ...]
    """Kinds of training whose hours count as technical."""
    functional_kinds: tuple[str, ...]
    leadership_kinds: tuple[str, ...]
    seminar_months: int
    seminar_kinds: tuple[str, ...]
    seminar_forms: tuple[str, ...]
    """Forms of learning that count as a seminar where the training is of no kind named above."""
    performance: Mapping[Predicate, Scaled]
    performance_none: Scaled
    discipline: Mapping[Literal["none", "ringan", "sedang", "berat"], Scaled]
    discipline_years: int
    categories: tuple[Band, ...]
    highest: Mapping[Literal["qualification", "competency", "performance", "discipline"], Scaled]

    def track(self, kind: str) -> Track | None:
        """Return the track of a kind of position."""
        return next((track for track in self.tracks if kind in track.kinds), None)
