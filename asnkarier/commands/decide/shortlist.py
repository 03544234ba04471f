"""shortlist: who may be appointed to a post, ranked, with reasons — and why the others not."""

from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.decide.among import people_in
from asnkarier.commands.decide.deciding import asked, ground, records, target_of
from asnkarier.commands.decide.framing import frame_of, source_of, source_text_of
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POLICY, POSITION, UNIT, option
from asnkarier.core.decide.pool import chosen
from asnkarier.core.decide.shortlist import Judge, shortlist
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.sources import Sources
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.listing import pictures
from asnkarier.views.decide.rows import Lines
from asnkarier.views.decide.shortlist import Written, document
from asnkarier.views.language import N_
from asnkarier.views.result import Result
from asnkarier.views.shapes import Shape


def run(
    db: Database,
    as_of: date,
    position: Annotated[str, POSITION],
    unit: Annotated[str | None, UNIT] = None,
    top: Annotated[int | None, option("--top", "--teratas", help=N_("Show only the first N."), metavar=N_("N"))] = None,
    everyone: Annotated[bool, ALL] = False,
    among: Annotated[
        Path | None,
        option(
            "--among",
            "--antara",
            help=N_("Consider only the people whose NIPs are in this file (text or csv)."),
            metavar=N_("FILE"),
            completes="file",
        ),
    ] = None,
    policy_name: Annotated[str | None, POLICY] = None,
) -> Result:
    """Judge everyone on duty for a post and rank the eligible."""
    law = lawbook(db)
    rules = policy_in_use(db, policy_name)
    units = Units(db)
    post = positions.find(db, position, units, as_of)
    base = ground(db, law, rules, as_of)
    target = target_of(post, base)
    requirements = asked(target, base)
    judge = Judge(target, requirements, base.setting, records(base, requirements))
    on_duty = staff.everyone(db, as_of, staff.ON_DUTY)
    pool = chosen(
        on_duty,
        target,
        base.setting,
        units=units.below(units.find(unit).id) if unit is not None else None,
        among=people_in(among, db) if among is not None else None,
        families=lambda number: base.posts[number].job_family if number is not None else None,
        agency=lambda number: units.name(units.agency(number)),
    )
    found = shortlist(judge, pool.people)
    statuses = staff.status_counts(db, as_of)
    not_on_duty = {status or "unknown": count for status, count in statuses.items() if status not in staff.ON_DUTY}
    frame = frame_of(
        base,
        target,
        post,
        units,
        on_duty=len(on_duty),
        not_on_duty=not_on_duty,
        not_considered=pool.not_considered,
    )
    sources = Sources(db, as_of.isoformat())
    written = Written(judge, frame, source_of(db, as_of, sources))

    def as_data() -> list[bytes]:
        shown = [ranked.judged for ranked in (found.ranked[:top] if top is not None else found.ranked)]
        sources.load(j.person.id for j in (*shown, *found.undetermined, *(found.excluded if everyone else ())))
        lines = Lines(written, source_text_of(sources))
        return document(found, written, lines.ranked, lines.person, top, everyone)

    def shapes() -> list[Shape]:
        return pictures(found, written, top, everyone, all_rows=everyone)

    return Result(as_data, shapes)
