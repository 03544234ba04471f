"""explain: every rule, its datum, its source and its article for one person and post, and what would change the outcome."""

from datetime import date
from typing import Annotated

from asnkarier.commands.decide.deciding import asked, ground, records, target_of
from asnkarier.commands.decide.framing import frame_of, source_of
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import NIP, POLICY, option
from asnkarier.core.decide.pool import chosen
from asnkarier.core.decide.remedy import remedy
from asnkarier.core.decide.shortlist import Judge
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.explain import change_data, pictures
from asnkarier.views.decide.listing import REASONS
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.language import N_
from asnkarier.views.result import Result
from asnkarier.views.shapes import Shape


def run(
    db: Database,
    as_of: date,
    nip: Annotated[str, NIP],
    target_post: Annotated[
        str,
        option(
            "--for",
            "--untuk",
            help=N_("The position the person would be appointed to."),
            metavar=N_("POSITION"),
            completes="position",
        ),
    ],
    policy_name: Annotated[str | None, POLICY] = None,
) -> Result:
    """Judge one person for a post and explain it."""
    law = lawbook(db)
    rules = policy_in_use(db, policy_name)
    units = Units(db)
    person_id = staff.find(db, nip)
    post = positions.find(db, target_post, units, as_of)
    base = ground(db, law, rules, as_of)
    target = target_of(post, base)
    requirements = asked(target, base)
    person = staff.one(db, person_id, as_of)
    judge = Judge(target, requirements, base.setting, records(base, requirements, person_id))
    judged = judge.judge(person)
    pool = chosen(
        [person],
        target,
        base.setting,
        units=None,
        among=None,
        families=lambda number: base.posts[number].job_family if number is not None else None,
        agency=lambda number: units.name(units.agency(number)),
    )
    reason = next(iter(pool.not_considered), None)
    if person.status not in staff.ON_DUTY:
        reason = "not_on_duty"
    found = remedy(judge, judged)
    frame = frame_of(base, target, post, units, on_duty=0, not_on_duty={}, not_considered={})
    written = Written(judge, frame, source_of(db, as_of))

    def document() -> dict[str, object]:
        whole = written.person(judged)
        return {
            "nip": person.nip,
            "name": person.name,
            "position": frame.position,
            "unit": frame.unit,
            "as_of": as_of,
            "outcome": judged.outcome,
            "considered": reason is None,
            "not_considered": reason,
            "checks": whole.pop("checks"),
            "changes": [change_data(change) for change in found.changes],
            "eligible_on": found.eligible_on,
            "policy": {"name": frame.policy, "sha256": frame.policy_hash},
            "present": {key: whole[key] for key in ("position", "move")},
            **{key: value for key, value in whole.items() if key not in ("nip", "name", "position", "outcome", "move")},
        }

    def shapes() -> list[Shape]:
        said = None if reason is None else REASONS.get(reason, reason)
        return pictures(judged, written, found, said)

    return Result(document, shapes)
