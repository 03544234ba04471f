"""What education somebody had on a day: by the roster of that day, and by the degrees with the day of their graduation.

A degree counts from the day it was taken. Of one whose record gives the year alone it is not known inside that year, and of one whose
record gives nothing it is not known at all, before the day of the list that tells of it: the education then lies between two levels.
"""

from typing import NamedTuple

from asnkarier.core.decide.records import Degree, Records
from asnkarier.core.person import Person, maker
from asnkarier.core.rules.positions import EDUCATIONS

EDUCATION: dict[str, int] = {level: place for place, level in enumerate(EDUCATIONS)}
# S1 and D-IV are one level wherever the law writes "S1/D-IV".
EDUCATION["D-IV"] = EDUCATION["S1"]
_YEAR = 4


class Schooled(NamedTuple):
    """The education that is sure and the highest that it may have been, None where that is not known, each with its degree (None: the roster)."""

    low: str | None
    high: str | None
    by: Degree | None = None
    perhaps: Degree | None = None

    @property
    def level(self) -> str | None:
        """The education, where it is known."""
        return self.low if self.low == self.high else None


_schooled = maker(Schooled)


def had(degree: Degree, day: str) -> bool | None:
    """Tell whether a degree was taken by a day; None where the record does not tell."""
    graduated = degree.graduated
    if graduated and (len(graduated) > _YEAR or graduated != day[:_YEAR]):
        return graduated <= day
    # Whoever lists a degree says that it was taken by the day of the list.
    over = graduated is not None and day[_YEAR:] == "-12-31"
    return True if over or degree.told <= day else None


def schooled(person: Person, records: Records, day: str) -> Schooled:
    """Return the education of a person on a day."""
    roster = person.education
    degrees = records.degrees.get(person.id)
    if not degrees:
        return Schooled(roster, roster)
    held = EDUCATION.get(roster or "", -1)
    if len(degrees) == 1:
        # As of most people: the one degree of which the roster tells as well.
        only = degrees[0]
        if EDUCATION.get(only[0]) == held and had(only, day):
            return _schooled((roster, roster, None, None))
    best = perhaps = None
    sure = most = -1
    later = False
    for degree in degrees:
        level = EDUCATION.get(degree[0])
        if level is None or (level < held and level <= sure):
            continue
        taken = had(degree, day)
        if taken is None:
            if level > most:
                perhaps, most = degree, level
        elif not taken:
            later = later or level == held
        elif level > sure:
            best, sure = degree, level
    if later and sure < held and most < held:
        # The roster speaks of a degree that was taken after the day.
        roster, held = None, -1
    low = best.education if best is not None and sure > held else roster
    if perhaps is None or most <= max(held, sure):
        return _schooled((low, low, best if sure > held else None, None))
    return Schooled(low, None if low is None else perhaps.education, best if sure > held else None, perhaps)


def fields_of(person: Person, records: Records, day: str) -> list[tuple[str, bool, Degree | None]]:
    """Return the fields of study of a person on a day, that of the roster first: the name, whether it is sure, and its degree."""
    found: list[tuple[str, bool, Degree | None]] = []
    later = set()
    for degree in records.degrees.get(person.id, ()):
        if not degree.field_of_study:
            continue
        taken = had(degree, day)
        if taken is False:
            later.add(degree.field_of_study.casefold())
        else:
            found.append((degree.field_of_study, taken is True, degree))
    name = person.field_of_study
    if name and (name.casefold() not in later or any(name.casefold() == one.casefold() for one, _, _ in found)):
        return [(name, True, None), *found]
    return found
