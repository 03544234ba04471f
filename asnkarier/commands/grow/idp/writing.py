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


def write(db: Database, actor: Actor, command: str, person_id: int, steps: Sequence[Planned]) -> tuple[int, int | None]:
    """Insert the steps that are not there yet; return how many, and the batch (None where nothing was new)."""
    from asnkarier.store.tables.facts import IdpStep

    present = {(folded(s.goal), folded(s.step or "")) for s in plans.steps_of(db, person_id)}
    log = ChangeLog(db, actor, command)
    count = 0
    for planned in steps:
        key = folded(planned.goal), folded(planned.step)
        if key in present:
            continue
        present.add(key)
        values = {
            "person_id": person_id,
            "goal": planned.goal,
            "goal_key": key[0],
            "horizon": planned.horizon,
            "step": planned.step,
            "step_key": key[1],
            "due": planned.due.isoformat() if planned.due else None,
            "owner": planned.owner,
            "linked": planned.linked,
        }
        manual.insert(db, log, IdpStep, values, person=person_id)
        count += 1
    log.close()
    return count, log.batch_id if count else None


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
