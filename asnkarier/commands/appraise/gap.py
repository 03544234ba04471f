"""gap: what is attained against what a post asks, for one person, a unit or everyone."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from asnkarier.commands.appraise.gap_people import Gaps
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import UNIT, argument, option
from asnkarier.core.errors import Usage
from asnkarier.core.person import Named
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.units import Units
from asnkarier.views.json_text import Rows, streamed
from asnkarier.views.language import N_, Words
from asnkarier.views.people.gap import Scale, flat, flat_of_one, of_one, summary
from asnkarier.views.people.gap_json import rows_as_json
from asnkarier.views.result import Result
from asnkarier.views.shapes import Shape


def run(
    db: Database,
    as_of: date,
    nip: Annotated[
        str | None,
        argument("NIP", help=N_("NIP of the employee; without it, everyone or the unit."), completes="nip"),
    ] = None,
    unit: Annotated[str | None, UNIT] = None,
    target: Annotated[
        str | None,
        option(
            "--for",
            "--untuk",
            help=N_("Measure against this position instead of the own one."),
            metavar=N_("POSITION"),
            completes="position",
        ),
    ] = None,
) -> Result:
    """Measure attained levels against the own post's standard, or another's."""
    if nip is not None and unit is not None:
        raise Usage("options_exclude", {"one": "NIP", "other": "--unit"})
    law = lawbook(db)
    units = Units(db)
    post = positions.find(db, target, units, as_of) if target is not None else None
    gaps = Gaps(db, law, as_of, post)
    person_id = staff.find(db, nip) if nip is not None else None
    if person_id is not None:
        found = staff.one(db, person_id, as_of)
        people = [Named(found.id, found.nip, found.name, found.position_id, found.unit_id)]
    else:
        people = staff.named(db, as_of)
        if unit is not None:
            inside = units.below(units.find(unit).id)
            people = [person for person in people if person.unit_id in inside]
    label = positions.label(post, units) if post is not None else None

    def document() -> Iterator[bytes]:
        rows = gaps.rows(people, person_id)
        return streamed({"as_of": as_of, "people": Rows(rows_as_json(rows, gaps.competencies, label, gaps.oldest))})

    scale = Scale(
        gaps.competencies,
        gaps.rule.citation.text,
        gaps.assessment.citation.text,
        date.fromisoformat(gaps.oldest),
        as_of,
    )

    def shapes() -> list[Shape]:
        rows = gaps.rows(people, person_id)
        if person_id is not None:
            return of_one(next(rows), scale, label)
        return summary(rows, scale, units.homes(units.find(unit).id if unit is not None else None), label)

    return Result(
        document,
        shapes,
        hints=[Words(N_("What closes the gaps: asnkarier training needs"))],
        flat=lambda: (
            flat(gaps.rows(people), label)
            if person_id is None
            else flat_of_one(next(gaps.rows(people, person_id)), scale)
        ),
    )
