"""`mentor suggest`: the best match of mentees and mentors over everyone at once, with reasons."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.mentor.matching import ready
from asnkarier.commands.parameters import ALL, UNIT, option
from asnkarier.core.errors import Usage
from asnkarier.core.growth.mentors import Match, Pair, greedy, reasons, score, without
from asnkarier.store.database import Database
from asnkarier.views.growth.mentor import Shown, data, flat, shapes
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

LOAD = 2


def run(
    db: Database,
    as_of: date,
    unit: Annotated[str | None, UNIT] = None,
    load: Annotated[
        int, option("--load", "--beban", help=N_("How many mentees a mentor may have at most."), metavar=N_("N"))
    ] = LOAD,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Match those who are new or have a gap with those who are strong there, never with their superior."""
    if load <= 0:
        raise Usage("limit_not_positive", {"option": "--load", "typed": str(load)})
    base = ready(db, as_of, unit, load)
    plain = greedy(base.mentees, base.mentors, base.forbidden, base.mentoring)
    found: Match = plain
    notes = []
    from asnkarier import optimise

    if optimise.available():
        from asnkarier.optimise.matching import match

        found = match(base.mentees, base.mentors, base.forbidden, base.mentoring, plain)
    else:
        notes.append(
            Words(
                N_(
                    "Matched without a solver. `pip install 'asnkarier[plan]'` finds the best match of everyone at once."
                )
            )
        )
    by_id = {who.person.id: who for who in base.found.people}
    pairs = []
    for mentee_place, mentor_place in found.pairs:
        mentee, mentor = base.mentees[mentee_place], base.mentors[mentor_place]
        worth, competency = score(mentee, mentor, base.mentoring)
        why = reasons(mentee, mentor, competency, base.growth.mentor_years)
        if competency is not None:
            sides = (("mentee", mentee.person_id), ("mentor", mentor.person_id))
            why += tuple(f"{side}_expired" for side, number in sides if by_id[number].outdated(competency))
        pairs.append(Pair(mentee.person_id, mentor.person_id, competency, worth, why))
    pairs.sort(key=lambda pair: (-pair.score, base.people[pair.mentee].name))
    names = {number: competency.name for number, competency in base.found.competencies.items()}
    shown = Shown(
        as_of,
        pairs,
        base.people,
        names,
        found,
        plain.total,
        len(base.mentees),
        len(base.mentors),
        without(base.mentees, base.mentors, base.forbidden, base.mentoring, found),
        base.mentoring,
    )
    return Result(
        lambda: data(shown),
        lambda: shapes(shown, everything=everything),
        notes,
        flat=lambda: flat(shown),
        hints=[Words(N_("Bring a pair together: asnkarier mentor pair MENTOR MENTEE --topic COMPETENCY"))],
    )
