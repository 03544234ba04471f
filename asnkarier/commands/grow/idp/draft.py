"""`idp draft`: a first development plan, drafted from gap and path."""

from datetime import date
from typing import Annotated

from asnkarier.commands.grow.idp.show import owner_of
from asnkarier.commands.grow.idp.writing import Planned, recorded, write
from asnkarier.commands.grow.pathing import Pathfinder
from asnkarier.commands.grow.planning import kinds_of
from asnkarier.commands.grow.wanting import wanting
from asnkarier.commands.parameters import NIP, POLICY, option
from asnkarier.core.access import Actor
from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.shortlist import BOX
from asnkarier.core.growth.idp import Lacking, Step, first, horizon_of
from asnkarier.core.names import folded
from asnkarier.core.numbers import unscaled
from asnkarier.store.database import Database
from asnkarier.store.queries.growth import trainings
from asnkarier.views.growth.idp import book, plan, plan_data
from asnkarier.views.growth.path import Next
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.values import number, say

MOST = 3
"""Competencies of a first plan: more at once is no plan."""
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
    planned = [*_gaps(db, finder), *_leading(finder), *_ahead(finder, goal)]
    batch = None
    notes = [Words(N_("Nothing was written. Add --save to keep it, or `--sheet -o plan.xlsx` to edit it first."))]
    if save:
        _, batch = write(db, actor, "idp draft", person.id, planned)
        notes = recorded(batch)
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
    )


def _gaps(db: Database, finder: Pathfinder) -> list[Planned]:
    """Return a step for each of the most urgent gaps against the own post."""
    found = wanting(db, finder.law, finder.as_of, [finder.person])
    offered = trainings.catalogue(db)
    meant = kinds_of(offered)
    (who,) = found.people
    if who.assessed_on is None:
        due = anniversary(finder.as_of, 1)
        return [Planned(say(N_("Know the gap")), "short", say(N_("Take the competency assessment")), due)]
    lacking = []
    for want in who.wants:
        if not want.missing or want.attained is None:
            continue
        name = found.competencies[want.competency].name
        useful = [
            (want.gain(o.raises_to or 0), -(o.cost or 0), o)
            for o, kinds in zip(offered, meant, strict=True)
            if folded(o.competency or "") == folded(name) and (not kinds or finder.kind in kinds)
        ]
        best = max((u for u in useful if u[0] > 0), key=lambda u: u[:2], default=None)
        title = f"{best[2].title} ({best[2].code})" if best else None
        lacking.append(Lacking(name, want.urgency or 0, want.attained, want.required, title))
    steps = []
    for item in first(lacking, MOST):
        values = {
            "competency": item.competency,
            "attained": number(unscaled(item.attained)),
            "required": number(unscaled(item.required)),
        }
        goal = say(Words(N_("Raise {competency} from {attained} to {required}"), values))
        step = item.training or say(N_("Learn on the job with a mentor: no training of the catalogue raises it"))
        steps.append(Planned(goal, "short", step, anniversary(finder.as_of, 1), None, item.competency))
    return steps


def _leading(finder: Pathfinder) -> list[Planned]:
    training = finder.missing_training.get(finder.kind)
    if training is None:
        return []
    goal = say(N_("Have the leadership training of the level held"))
    return [Planned(goal, "short", training, anniversary(finder.as_of, 1), None, training)]


def _ahead(finder: Pathfinder, goal: str | None) -> list[Planned]:
    """Return the steps towards the next post, or along the way to a goal."""
    shown = finder.shown(goal, everything=False)
    steps = []
    if goal is not None:
        aim = say(Words(N_("Ready for {position}"), {"position": shown.goal}))
        for place, step in enumerate(shown.steps):
            years = 2 + 2 * place
            due = max(step.earliest or anniversary(finder.as_of, years), finder.as_of)
            what = step.position or say(Words(N_("a post of the kind {kind}"), {"kind": step.kind.replace("_", " ")}))
            horizon = horizon_of(due, finder.as_of)
            if step.training is not None:
                steps.append(Planned(aim, horizon, step.training, due, None, step.training))
            steps.append(Planned(aim, horizon, say(Words(N_("Hold {position}"), {"position": what})), due))
        return steps
    higher = [n for n in shown.next if n.move in ("vertical", "diagonal")]
    target: Next | None = max(higher, key=lambda n: n.readiness.percent, default=None)
    if target is None:
        return []
    from asnkarier.views.growth.path import change_said

    aim = say(Words(N_("Ready for {position}"), {"position": target.position}))
    for change in target.changes:
        if change.check in OFFICE and change.check in target.unknown:
            continue
        due = max(change.on or anniversary(finder.as_of, 3), finder.as_of)
        steps.append(Planned(aim, horizon_of(due, finder.as_of), change_said(change), due, None, change.check))
    if target.training is not None:
        due = anniversary(finder.as_of, 2)
        steps.append(Planned(aim, horizon_of(due, finder.as_of), target.training, due, None, target.training))
    return steps
