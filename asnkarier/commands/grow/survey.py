"""`survey YEAR`: the work environment of each unit beside its performance and turnover; small groups are not shown."""

from collections import Counter, defaultdict
from datetime import date
from typing import Annotated

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import UNIT, argument
from asnkarier.core.growth.survey import hidden
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.growth import recognition
from asnkarier.store.queries.growth.recognition import Answered
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.survey import Line, data, shapes
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    year: Annotated[int, argument(N_("YEAR"), help=N_("The year."))],
    unit: Annotated[str | None, UNIT] = None,
) -> Result:
    """Show the survey of a year."""
    units = Units(db)
    inside = units.below(units.find(unit).id) if unit is not None else None
    answers: dict[int, list[Answered]] = defaultdict(list)
    for answer in recognition.survey(db, year, as_of):
        if inside is None or answer.unit_id in inside:
            answers[answer.unit_id].append(answer)
    predicates, left = recognition.unit_predicates(db, year), recognition.left(db, year, as_of)
    known = recognition.movements_known(db)
    least = lawbook(db).growth.on(as_of).value.smallest_answers
    people: Counter[int | None] = Counter(person.unit_id for person in staff.named(db, as_of))
    lines = []
    for number in sorted(answers, key=units.path):
        below = units.below(number)
        found = answers[number]
        why = hidden((a.respondents for a in found), least)
        lines.append(
            Line(
                units.path(number),
                max((a.respondents or 0 for a in found), default=0) or None,
                {} if why else {a.dimension: a.score for a in found},
                why,
                predicates.get(number),
                sum(people[u] for u in below),
                sum(left.get(u, 0) for u in below) if known else None,
            )
        )
    return Result(lambda: data(lines, year), lambda: shapes(lines, year, as_of, least))
