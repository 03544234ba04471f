"""Which components of a person are a range because something is not known, and which do not apply: noted while they are measured."""

from typing import NamedTuple

from asnkarier.core.decide.measures import Measured, Points
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.talent import Part, Scorer, Talent
from asnkarier.core.person import Person


class Noted(NamedTuple):
    """The components of one person that are a range, and those that do not apply."""

    open: tuple[str, ...]
    not_applicable: tuple[str, ...]


class Lacking:
    """Listens to a scorer: `begin` before a person is measured, `of` afterwards."""

    def __init__(self, scorer: Scorer, records: Records) -> None:
        """Put an ear on every component that is measured anew for each person."""
        self._records = records
        self._performance = scorer.performance
        self._shared = scorer.by_pattern
        """Performance may be known from someone alike: nothing is heard of it then."""
        self._heard: dict[str, bool] = {}
        """Component → whether it applies, of those that are no single number."""
        self._order = [part.name for part in (*scorer.performance, *scorer.potential)]
        self._known: dict[Noted, Noted] = {}
        scorer.potential = [part._replace(measured=self._noting(part)) for part in scorer.potential]
        if not self._shared:
            scorer.performance = [part._replace(measured=self._noting(part)) for part in scorer.performance]

    def _noting(self, part: Part) -> Measured:
        inner, name = part.measured, part.name

        def measured(person: Person, records: Records) -> Points | None:
            points = inner(person, records)
            self._note(name, points)
            return points

        return measured

    def _note(self, name: str, points: Points | None) -> None:
        if points is None:
            self._heard[name] = False
        elif points[0] != points[1]:
            self._heard[name] = True

    def begin(self) -> None:
        """Forget the person before."""
        self._heard.clear()

    def of(self, person: Person, talent: Talent) -> Noted:
        """Return what was heard of the person just measured."""
        heard = self._heard
        # Performance that rests on evaluations alone is one number wherever all of it applies and is known.
        if self._shared and talent.performance[0] != talent.performance[1]:
            for part in self._performance:
                self._note(part.name, part.measured(person, self._records))
        if not heard:
            return NOTHING
        found = Noted(
            tuple([name for name in self._order if heard.get(name)]),
            tuple([name for name in self._order if heard.get(name) is False]),
        )
        return self._known.setdefault(found, found)


NOTHING = Noted((), ())
