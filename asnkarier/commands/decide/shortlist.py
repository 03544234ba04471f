"""shortlist: who may be appointed to a post, ranked, with reasons — and why the others not."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.decide.among import people_in
from asnkarier.commands.decide.deciding import asked, ground, records, target_of
from asnkarier.commands.parameters import ALL, POLICY, POSITION, UNIT, option
from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.pool import chosen
from asnkarier.core.decide.requirement import move
from asnkarier.core.decide.shortlist import Judge, shortlist
from asnkarier.law.load import regulations
from asnkarier.law.policy_load import fingerprint, policy
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.sources import Sources
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.shortlist import Frame, Written, document, pictures
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
    law = regulations()
    rules = policy(policy_name or "umum")
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
    frame = Frame(
        position=post.name,
        unit=units.path(post.unit_id) or None,
        as_of=as_of,
        policy=rules.name,
        policy_hash=fingerprint(rules),
        policy_basis=rules.basis,
        expected_policy=base.setting.talent.expected_policy,
        on_duty=len(on_duty),
        not_on_duty={status or "unknown": count for status, count in statuses.items() if status not in staff.ON_DUTY},
        not_considered=pool.not_considered,
        talent_law=base.citations["talent"],
        box_article=base.citations["talent"],
        position_of=lambda person: base.posts[person.position_id].name if person.position_id is not None else None,
        move_of=lambda person: move(person, target, base.setting),
    )
    sources = Sources(db, as_of.isoformat())

    def source(person: int, data: Sequence[Datum]) -> object:
        for datum in data:
            if (where := sources.of(person, datum)) is not None:
                return where.as_data()
        return None

    written = Written(judge, frame, source)

    def as_data() -> list[bytes]:
        shown = [ranked.judged for ranked in (found.ranked[:top] if top is not None else found.ranked)]
        sources.load(j.person.id for j in (*shown, *found.undetermined, *(found.excluded if everyone else ())))
        return document(found, written, top, everyone)

    def shapes() -> list[Shape]:
        return pictures(found, written, top, everyone, all_rows=everyone)

    return Result(as_data, shapes)
