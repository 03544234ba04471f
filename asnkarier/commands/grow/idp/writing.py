"""Writing steps of a plan by hand: checked, logged, undone like an import."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.core.growth.idp import Step, in_order
from asnkarier.core.names import folded
from asnkarier.store.database import Database
from asnkarier.store.hand import manual
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries.growth import plans
from asnkarier.views.language import N_, Words


class Planned(NamedTuple):
    """A step to be written."""

    goal: str
    horizon: str
    step: str
    due: date | None
    owner: str | None = None
    linked: str | None = None
    evidence: str | None = None


class Written(NamedTuple):
    """What was written: steps that are new, steps that changed, and the batch (None where nothing did)."""

    new: int
    changed: int
    batch: int | None


def backdated(actor: Actor, as_of: date) -> str | None:
    """Return the reason that keeps as of which earlier day an entry was made; None for one made as of its own."""
    return f"{plans.BACKDATED}{as_of.isoformat()}" if as_of < actor.at.date() else None


def write(
    db: Database, actor: Actor, command: str, as_of: date, person_id: int, steps: Sequence[Planned], *, update: bool
) -> Written:
    """Write steps; one of the same goal and words takes over what is given with `update`, else it stays as it is."""
    from asnkarier.store.tables.facts import IdpStep

    present = {(folded(s.goal), folded(s.step or "")): s.id for s in plans.steps_of(db, person_id)}
    log = ChangeLog(db, actor, command, backdated(actor, as_of))
    new = changed = 0
    for planned in steps:
        key = folded(planned.goal), folded(planned.step)
        given = {
            "horizon": planned.horizon,
            "due": planned.due.isoformat() if planned.due else None,
            "owner": planned.owner,
            "linked": planned.linked,
            "evidence": planned.evidence,
        }
        if key not in present:
            values = {"goal": planned.goal, "goal_key": key[0], "step": planned.step, "step_key": key[1], **given}
            present[key] = manual.insert(db, log, IdpStep, {"person_id": person_id, **values}, person=person_id)
            new += 1
        elif update:
            (old,) = manual.rows(db, "idp", id=present[key])
            told = {name: value for name, value in given.items() if value is not None}
            changed += bool(manual.update(db, log, IdpStep, old, told, person=person_id))
    log.close()
    return Written(new, changed, log.batch_id if new or changed else None)


def numbered(db: Database, person_id: int, number: int, name: str) -> Step:
    """Return the step that `idp show` gives this number; Usage where there is none."""
    steps = in_order(plans.steps_of(db, person_id))
    if not steps:
        raise Usage("idp_empty", {"name": name})
    if not 1 <= number <= len(steps):
        raise Usage("idp_step_unknown", {"number": str(number), "count": str(len(steps)), "name": name})
    return steps[number - 1]


def recorded(batch: int | None) -> list[Words]:
    """Say how to take an entry back."""
    if batch is None:
        return [Words(N_("That is how it was recorded already; nothing was changed."))]
    return [
        Words(N_("Recorded.")),
        Words(N_("To take it back: asnkarier imports undo {batch}"), {"batch": str(batch)}),
    ]
