"""`training plan`: who goes to which training of the catalogue, so that the most weighted gap is closed within every limit."""

from collections import Counter, defaultdict
from datetime import date
from time import monotonic
from typing import Annotated

from asnkarier.commands.grow.planning import Asked, Ready, ready
from asnkarier.commands.grow.wanting import Wantings, people_on_duty, wanting
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import ALL, UNIT, YEAR, option
from asnkarier.core.access import Progress
from asnkarier.core.errors import Usage
from asnkarier.core.growth.plan.calendar import months, without_solver
from asnkarier.core.growth.plan.classes import places, targeted
from asnkarier.core.growth.plan.left_out import open_still, reason
from asnkarier.core.growth.plan.problem import Load, Outcome, Problem, by_learner, gains
from asnkarier.store.database import Database
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.plan import data, flat, shapes, sheets
from asnkarier.views.growth.planned import Class, Going, Left, More, Shown
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

STEP = 10_000_000
STEPS = 3
MOST_PURSES = 12
"""Of how many budgets it is worked out what a step more would buy."""
QUICK = 4.0
"""Seconds that a plan may take for the larger budgets to be worked out instead of estimated."""


def run(
    db: Database,
    as_of: date,
    progress: Progress,
    budget: Annotated[
        str,
        option(
            "--budget",
            "--anggaran",
            help=N_("Amount in rupiah (500000000, `500 juta`), or a file (xlsx, csv) with agency and amount."),
            metavar="RP|FILE",
        ),
    ],
    year: Annotated[int, YEAR],
    seats: Annotated[
        int | None,
        option("--seats", "--kursi", help=N_("Seats of trainings that do not say theirs."), metavar=N_("N")),
    ] = None,
    absences: Annotated[
        int | None,
        option(
            "--absences-per-unit",
            "--absen-per-unit",
            help=N_("How many of one unit may be away in a month."),
            metavar=N_("N"),
        ),
    ] = None,
    max_jp: Annotated[
        int | None,
        option("--max-jp", "--jp-maksimal", help=N_("The most JP of one person in the year."), metavar=N_("N")),
    ] = None,
    first: Annotated[
        str | None,
        option(
            "--first",
            "--utamakan",
            help=N_("`hours`: first let as many as possible reach their hours."),
            choices={"hours": ("jam",)},
        ),
    ] = None,
    done: Annotated[
        bool,
        option("--done", "--terlaksana", help=N_("Keep what already ran this year; its money and seats are spent.")),
    ] = False,
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Make the plan, say how good it is, and who is left out."""
    for name, number in (("--seats", seats), ("--absences-per-unit", absences), ("--max-jp", max_jp)):
        if number is not None and number <= 0:
            raise Usage("limit_not_positive", {"option": name, "typed": str(number)})
    law = lawbook(db)
    rule = law.training.on(as_of)
    units = Units(db)
    found = wanting(db, law, as_of, people_on_duty(db, as_of, units, unit))
    asked = Asked(year, as_of, budget, seats, absences, max_jp, first == "hours", done)
    base = ready(db, asked, found, units, rule.value, law.positions.on(as_of).value)
    started = monotonic()
    plan, compared = _solved(base.posed.problem, progress)
    quick = monotonic() - started < QUICK
    shown = _shown(db, asked, base, found, units, plan, compared, rule.citation.text, quick=quick)
    notes = []
    if plan.method == "greedy":
        notes.append(
            Words(
                N_(
                    "Planned without a solver. `pip install 'asnkarier[plan]'` finds a better plan and says how good it is."
                )
            )
        )
    if old := len({g.nip for g in shown.going if g.expired}):
        notes.append(
            Words(
                N_(
                    "{count} of those sent {count:was|were} assessed more than three years ago: a new assessment comes first (marked with --all)."
                ),
                {"count": old},
            )
        )
    if asked.hours_first and (count := base.posed.hours_unknown):
        notes.append(
            Words(
                N_(
                    "{count} {count:person|people} attended a training of {year} of which nobody knows the JP; it counts as none towards their hours."
                ),
                {"count": count, "year": str(year)},
            )
        )
    if sum(base.budgets.values()) < shown.spent:
        notes.append(Words(N_("What already ran cost more than the budget: nothing is left for a plan.")))
    return Result(
        lambda: data(shown),
        lambda: shapes(shown, everything=everything),
        notes,
        sheets=lambda: sheets(shown),
        flat=lambda: flat(shown),
        hints=[Words(N_("As a workbook, with everyone: the same command with -o FILE.xlsx"))],
    )


def _solved(problem: Problem, progress: Progress) -> tuple[Outcome, int]:
    """Return the plan, and what the greedy one closes."""
    from asnkarier import optimise

    plain = without_solver(problem)
    if not optimise.available():
        return plain, plain.objective
    from asnkarier.optimise.plan import best

    return best(problem, progress=progress, known=plain), plain.objective


def _shown(
    db: Database,
    asked: Asked,
    base: Ready,
    found: Wantings,
    units: Units,
    plan: Outcome,
    compared: int,
    law: str,
    *,
    quick: bool,
) -> Shown:
    chosen = plan.months or months(base.posed.problem, plan.pairs)[0]
    problem = base.posed.problem.dealt(chosen) if plan.months else base.posed.problem
    providers = trainings.organisers(db)
    going = []
    by_offer: dict[int, list[int]] = defaultdict(list)
    for who, offer in plan.pairs:
        by_offer[offer].append(who)
    kept_costs, plan_costs = base.posed.kept_costs, places(problem, plan.pairs, problem.purses)
    planned_in = [chosen[offer] for _, offer in plan.pairs]
    for pairs, when, costs, already in (
        (base.posed.kept, base.posed.ran_in, kept_costs, True),
        (plan.pairs, planned_in, plan_costs, False),
    ):
        going += [
            _going(base, found, units, who, offer, providers, month, cost, already=already)
            for (who, offer), month, cost in zip(pairs, when, costs, strict=True)
        ]
    going.sort(key=lambda g: (g.unit or "", g.name, g.nip, g.month or 0, g.code))
    paid = Counter[str]()
    for (who, _), cost in zip([*base.posed.kept, *plan.pairs], [*kept_costs, *plan_costs], strict=True):
        paid[problem.learners[who].purse] += cost
    purses = [(purse, money, paid[purse]) for purse, money in sorted(base.budgets.items())]
    taken = by_learner(plan.pairs)
    calendar = []
    for offer, people in sorted(by_offer.items()):
        item = problem.offers[offer]
        cost = item.cost * len(people) + (0 if item.held else item.class_cost)
        closes = sum(gains(problem.learners[who], [offer]) for who in people)
        title = base.offered[offer].title
        calendar.append(Class(item.code, title, chosen[offer], len(people), item.seats, cost, closes))
    load = Load(targeted(problem, Counter(offer for _, offer in plan.pairs)) if problem.shared else problem)
    for who, offer in plan.pairs:
        load.add(who, offer)
    served = {who for who, _ in base.posed.kept}
    left = []
    for who, wanting_ in enumerate(base.posed.people):
        sent = who in taken or who in served
        still: list[int] = []
        why: str | None = None
        if sent:
            still, why = open_still(problem, load, who, wanting_.wants)
        else:
            why = reason(problem, load, who, wanting_)
        if why is None:
            continue
        if who in base.posed.jp_unknown and problem.learners[who].choices:
            why = "jp_unknown"
        elif why == "nobody_teaches" and who in base.posed.attended:
            why = "attended"
        person = wanting_.person
        names = [found.competencies[number].name for number in still]
        home = units.name(person.unit_id)
        left.append(Left(person.nip, person.name, person.full_name, home, why, sent, names))
    return Shown(
        year=asked.year,
        as_of=asked.as_of,
        budget=sum(budget for _, budget, _ in purses),
        spent=sum(kept_costs) + sum(plan_costs),
        objective=plan.objective,
        bound=plan.bound,
        optimal=plan.optimal,
        method=plan.method,
        greedy=compared,
        reached=plan.reached if asked.hours_first else None,
        reach_bound=plan.reach_bound if asked.hours_first else None,
        going=going,
        calendar=calendar,
        left=left,
        more=_more(problem, plan, base, quick=quick),
        purses=purses,
        untaught=_untaught(base, found),
        law=law,
        weights=found.weights,
        unusable=[(base.offered[place].code, base.offered[place].title, code) for place, code in base.unusable.items()],
        absences=asked.absences,
    )


def _going(
    base: Ready,
    found: Wantings,
    units: Units,
    who: int,
    offer: int,
    providers: dict[str, str],
    month: int | None,
    cost: int,
    *,
    already: bool,
) -> Going:
    person, item, offered = base.posed.people[who].person, base.posed.problem.offers[offer], base.offered[offer]
    competency = base.posed.competency_of[offer]
    missing = next((w.missing for w in base.posed.people[who].wants if w.competency == competency), None)
    named = found.competencies.get(competency)
    return Going(
        person.nip,
        person.name,
        person.full_name,
        units.name(person.unit_id),
        named.name if named else None,
        missing,
        offered.title,
        item.code,
        offered.form,
        item.jp,
        providers.get(offered.title),
        month,
        cost,
        already,
        base.posed.people[who].outdated(competency),
    )


def _more(problem: Problem, plan: Outcome, base: Ready, *, quick: bool) -> list[More]:
    """Return what more money would buy: planned anew where that is quick, else from the price of money.

    One budget grows step by step; of several each grows by one step alone.
    """
    if not problem.size:
        return []
    budgets, ran = base.budgets, Counter[str]()
    for (who, _), cost in zip(base.posed.kept, base.posed.kept_costs, strict=True):
        ran[problem.learners[who].purse] += cost
    if quick:
        result, before = [], plan.objective
        alone = len(budgets) == 1
        for purse, step in [(p, s) for p in sorted(budgets) for s in range(1, (STEPS if alone else 1) + 1)][
            :MOST_PURSES
        ]:
            # What already ran is paid first, where it cost more than the budget too.
            money = {**problem.purses, purse: max(0, budgets[purse] + step * STEP - ran[purse])}
            larger, _ = _solved(problem._replace(purses=money), lambda *_: None)
            objective = max(larger.objective, before) if not problem.hours_first else larger.objective
            more = More(budgets[purse] + step * STEP, objective, objective - before, estimated=False, agency=purse)
            result.append(more._replace(reached=larger.reached if problem.hours_first else None))
            before = objective if alone else before
        return result
    if plan.price_of_money is None or len(budgets) > 1:
        return []
    ((purse, money_),) = budgets.items()
    result, before = [], plan.objective
    for step in range(1, STEPS + 1):
        free = max(0, money_ + step * STEP - ran[purse]) - max(0, money_ - ran[purse])
        objective = plan.objective + int(plan.price_of_money * free)
        more = More(money_ + step * STEP, objective, objective - before, estimated=True, agency=purse)
        result.append(more)
        before = objective
    return result


def _untaught(base: Ready, found: Wantings) -> list[tuple[str, int]]:
    """Return the competencies people lack that nothing of the catalogue raises, with how many people lack them."""
    taught = {
        base.posed.competency_of[place]
        for place, o in enumerate(base.offered)
        if o.raises_to and place not in base.unusable
    }
    count = Counter(
        want.competency
        for who in base.posed.people
        for want in who.wants
        if want.missing and want.competency not in taught
    )
    return [(found.competencies[number].name, people) for number, people in count.most_common()]
