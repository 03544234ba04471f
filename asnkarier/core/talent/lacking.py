"""Which components of a person are a range because something is not known: noted while they are measured, not measured again."""

from asnkarier.core.decide.measures import Measured, Points
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.talent import Part, Scorer, Talent
from asnkarier.core.person import Person


class Lacking:
    """Listens to a scorer: `begin` before a person is measured, `of` afterwards."""

    def __init__(self, scorer: Scorer, records: Records) -> None:
        """Put an ear on every component of potential."""
        self._records = records
        self._performance = scorer.performance
        self._noted: list[str] = []
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}
        scorer.potential = [part._replace(measured=self._noting(part)) for part in scorer.potential]

    def _noting(self, part: Part) -> Measured:
        inner, name, noted = part.measured, part.name, self._noted

        def measured(person: Person, records: Records) -> Points | None:
            points = inner(person, records)
            if points is not None and points[0] != points[1]:
                noted.append(name)
            return points

        return measured

    def begin(self) -> None:
        """Forget the person before."""
        self._noted.clear()

    def of(self, person: Person, talent: Talent) -> tuple[str, ...]:
        """Return the components of the person just measured that are a range."""
        noted = self._noted
        if talent.performance[0] != talent.performance[1]:
            # Performance may have been known from someone alike, so that nothing was heard of it.
            for part in self._performance:
                points = part.measured(person, self._records)
                if points is not None and points[0] != points[1]:
                    noted.insert(0, part.name)
        found = tuple(noted)
        return self._known.setdefault(found, found)
