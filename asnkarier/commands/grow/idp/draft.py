"""`idp draft`: a first development plan, drafted from gap and path."""

from collections.abc import Collection, Iterator, Sequence, Set
from datetime import date
from typing import Annotated

from asnkarier.commands.grow.idp.show import owner_of
from asnkarier.commands.grow.idp.writing import Planned, recorded, write
from asnkarier.commands.grow.pathing import Pathfinder
from asnkarier.commands.parameters import NIP, POLICY, option
from asnkarier.core.access import Actor
from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.shortlist import BOX
from asnkarier.core.growth.idp import Lacking, Step, first, horizon_of
from asnkarier.core.growth.path import soonest
from asnkarier.core.numbers import unscaled
from asnkarier.store.database import Database
from asnkarier.store.queries.positions import Post
from asnkarier.views.decide import checks
from asnkarier.views.growth.idp import book, flat, plan, plan_data
from asnkarier.views.growth.path import Next, Shown, change_said
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.terms import TERMS
from asnkarier.views.values import number, say

OFFICE = frozenset({"discipline", "vacancy", "status", BOX})
"""Checks that, not known, wait for the office's records or decisions: nothing that a person could plan to do."""


def run(
    db: Database,
    as_of: date,
    actor: Actor,
    nip: Annotated[str, NIP],
    goal: Annotated[
        str | None,
        option("--to", "--ke", help=N_("The post to prepare for; without it, the next one the person is readiest for."),
               metavar=N_("POSITION"), completes="position"),
    ] = None,
    save: Annotated[bool, option("--save", "--simpan", help=N_("Write the draft into the file."))] = False,
    sheet: Annotated[
        bool, option("--sheet", "--lembar", help=N_("As a sheet to edit and import again: `--sheet -o plan.xlsx`."))
    ] = False,
    policy: Annotated[str | None, POLICY] = None,
) -> Result:  # fmt: skip
    """Draft the plan; nothing is written without --save."""
    finder = Pathfinder(db, nip, as_of, policy)
    person = finder.person
    most = finder.law.growth.on(as_of).value.plan_competencies
    measured = _assessment(finder)
    own = _gaps(finder, finder.post, most)
    planned = [*measured, *own, *_leading(finder), *_ahead(finder, goal, own, most)]
    batch = None
    notes = [Words(N_("Nothing was written. Add --save to keep it, or `--sheet -o plan.xlsx` to edit it first."))]
    if save:
        batch = write(db, actor, "idp draft", as_of, person.id, planned, update=False).batch
        notes = recorded(batch)
    if finder.expired:
        told = Words(N_("The levels are of an assessment that is no longer valid."))
        notes = [told, *notes]
    steps = [
        Step(
            place,
            person.id,
            p.goal,
            p.horizon,
            p.step,
            p.due.isoformat() if p.due else None,
            None,
            None,
            p.owner,
            p.linked,
        )
        for place, p in enumerate(planned)
    ]
    owner = owner_of(db, person)
    return Result(
        lambda: {**plan_data(owner, steps, (), as_of), "batch": batch},
        lambda: book(owner.nip, steps) if sheet else plan(owner, steps, (), as_of),
        notes,
        flat=None if sheet else lambda: flat(steps, as_of),
    )


def _assessment(finder: Pathfinder) -> list[Planned]:
    """Return the step that makes the gap known, where nothing valid tells it."""
    if finder.assessed_on is not None and not finder.expired:
        return []
    step = say(N_("Take the competency assessment"))
    if finder.assessed_on is not None:
        values = {"date": date.fromisoformat(finder.assessed_on)}
        step = say(Words(N_("Take the competency assessment again: that of {date} is no longer valid"), values))
    return [Planned(say(N_("Know the gap")), "short", step, anniversary(finder.as_of, 1))]


def _gaps(finder: Pathfinder, post: Post, most: int, known: Collection[str | None] = ()) -> list[Planned]:
    """Return a step for each of the most urgent gaps against a post, beyond the competencies planned already."""
    kinds = {finder.kind, finder.base.setting.kind_of(post.id) or finder.kind}
    lacking = [
        finder.lacking(competency, attained, required, post, kinds)
        for competency, required in finder.asked_of(post, finder.kind).items()
        if (attained := finder.levels.get(competency)) is not None and attained < required
    ]
    wanted = [item for item in lacking if item.competency not in known]
    return [_raise(item, anniversary(finder.as_of, 1), "short") for item in first(wanted, most)]


def _raise(item: Lacking, due: date | None, horizon: str) -> Planned:
    values = {
        "competency": item.competency,
        "attained": number(unscaled(item.attained)),
        "required": number(unscaled(item.required)),
    }
    goal = say(Words(N_("Raise {competency} from {attained} to {required}"), values))
    step = item.training or say(N_("Learn on the job with a mentor: no training of the catalogue raises it"))
    return Planned(goal, horizon, step, due, None, item.competency)


def _leading(finder: Pathfinder) -> list[Planned]:
    training = finder.missing_training.get(finder.kind)
    if training is None:
        return []
    goal = say(N_("Have the leadership training of the level held"))
    return [Planned(goal, "short", training, anniversary(finder.as_of, 1), None, training)]


def _ahead(finder: Pathfinder, goal: str | None, own: Sequence[Planned], most: int) -> list[Planned]:
    """Return the steps towards the next post, or along the way to a goal; a day nobody can tell is left open."""
    shown = finder.shown(goal, everything=False)
    known = {planned.linked for planned in own}
    if goal is not None:
        return list(_along(finder, shown, known, most))
    higher = [n for n in shown.next if n.move in ("vertical", "diagonal")]
    target: Next | None = max(higher, key=lambda n: n.readiness.percent, default=None)
    if target is None:
        return []
    aim = say(Words(N_("Ready for {position}"), {"position": target.position}))
    steps = _gaps(finder, finder.base.posts[target.post_id], max(0, most - len(own)), known)
    for change in target.changes:
        # What only the office can record, or decide, is nothing that a person could plan to do; and a box follows from the rest.
        if (change.of in OFFICE and change.check in target.unknown) or change.check == BOX:
            continue
        if "record" in change.needs and change.on is None:
            continue
        time = soonest([change], finder.as_of)
        due = time if time > finder.as_of else None
        label = say(Words(checks.label(change.check)))
        steps.append(Planned(aim, _horizon(due, finder.as_of), change_said(change), due, None, label))
    if target.training is not None:
        steps.append(Planned(aim, "long", target.training, None, None, target.training))
    return steps


def _along(finder: Pathfinder, shown: Shown, known: Set[str | None], most: int) -> Iterator[Planned]:
    """Yield the steps of each post on the way, up to the first that is out of reach."""
    for place, step in enumerate(shown.steps):
        if step.blocked is not None:
            return
        what = step.position or say(
            Words(N_("a post of the kind {kind}"), {"kind": Words(TERMS.get(step.kind, step.kind))})
        )
        # The appointment is the office's to make and stands in the goal; the steps are what the person can do towards it.
        aim = say(Words(N_("Ready for {position}"), {"position": what}))
        # The first post is prepared for within a year, each later one until it can be held.
        due = step.earliest if place else anniversary(finder.as_of, 1)
        horizon = _horizon(due, finder.as_of)
        gaps = [gap for gap in step.gaps if place or gap.competency not in known][:most]
        for item in gaps:
            yield _raise(item, due, horizon)
        if step.training is not None:
            named = f"{step.training} ({', '.join(step.codes)})" if step.codes else step.training
            yield Planned(aim, horizon, named, due, None, step.training)
        if step.training is None and not gaps:
            agreed = say(N_("Agree with the superior on an assignment that prepares for it"))
            yield Planned(aim, horizon, agreed, due, None, what)


def _horizon(due: date | None, as_of: date) -> str:
    return horizon_of(due, as_of) if due is not None else "long"
