"""How long the training plan and the mentoring match take, and how close to the best they come: `python -m benchmarks.plan`.

An invented catalogue of 300 trainings and 20,000 people with eleven required competencies each, of whom a third are PPPK; and 2,000
mentees with 2,000 mentors. Needs the extra `plan`. Wall time and CPU time are both given: only the first depends on the machine's
other work.
"""

import argparse
import random
import time
from collections.abc import Callable
from datetime import date

from asnkarier.core.growth.mentors import Lack, Mentee, Mentor
from asnkarier.core.growth.mentors import greedy as greedy_match
from asnkarier.core.growth.plan.calendar import without_solver
from asnkarier.core.growth.plan.problem import Choice, Learner, Offer, Problem, broken
from asnkarier.law.load import regulations
from asnkarier.optimise.matching import match
from asnkarier.optimise.plan import best

JP = 10_000


def problem(
    people: int = 20_000, trainings: int = 300, competencies: int = 50, budget: int = 20_000_000_000
) -> Problem:
    """Invent a catalogue and people; the same each time."""
    chance = random.Random(1)
    taught = [chance.randrange(competencies) for _ in range(trainings)]
    raises = [chance.randrange(2, 5) * JP for _ in range(trainings)]
    offers = tuple(
        Offer(
            f"T{number:03d}",
            chance.choice([8, 16, 20, 24, 30, 40]) * JP,
            chance.randrange(5, 80) * 100_000,
            chance.choice([30, 40, 60, 100]),
            0,
            chance.choice([0, 0, 10_000_000]),
            chance.choice([0, 0, 10]),
        )
        for number in range(trainings)
    )
    learners = []
    for person in range(people):
        left = 24 * JP if chance.random() < 0.3 else None
        choices = []
        for competency in chance.sample(range(competencies), 11):
            required = chance.randrange(1, 5) * JP
            attained = max(0, required - chance.randrange(-10_000, 20_000))
            weight = chance.randrange(1, 4)
            choices += [
                Choice(place, competency, weight * (min(required, raises[place]) - attained))
                for place in range(trainings)
                if taught[place] == competency
                and min(required, raises[place]) > attained
                and (left is None or offers[place].jp <= left)
            ]
        learners.append(Learner(person, chance.randrange(400), "", left, 0, tuple(choices)))
    return Problem(offers, tuple(learners), {"": budget})


def circle(count: int = 2_000) -> tuple[list[Mentee], list[Mentor]]:
    """Invent mentees and mentors; the same each time."""
    chance = random.Random(1)
    fields = [f"rumpun {number}" for number in range(15)]
    mentees = [
        Mentee(
            number,
            {
                c: Lack(3 * JP, chance.randrange(JP, 3 * JP, 2_500), chance.randint(1, 3))
                for c in chance.sample(range(12), 4)
            },
            chance.random() < 0.2,
            chance.choice(fields),
            chance.randint(1, 40),
        )
        for number in range(count)
    ]
    mentors = [
        Mentor(
            count + number,
            {c: chance.randrange(15_000, 45_000, 2_500) for c in range(12)},
            chance.randint(5, 30),
            chance.choice(fields),
            chance.randint(1, 40),
            1,
        )
        for number in range(count)
    ]
    return mentees, mentors


def timed(work: Callable[[], object]) -> tuple[object, str]:
    """Run something; give back its result and how long it took."""
    wall, busy = time.perf_counter(), time.process_time()
    result = work()
    return result, f"{time.perf_counter() - wall:6.1f} s wall, {time.process_time() - busy:6.1f} s CPU"


FILLERS = 30
"""Trainings of cheap hours that --first hours offers everyone who is short."""


def cases(people: int) -> dict[str, Problem]:
    """Return plans that are hard in different ways."""
    whole = problem(people, budget=1_000_000 * people)
    share = people / 20_000
    if share < 1:
        offers = tuple(o._replace(seats=max(o.seats_min, int(o.seats * share), 5)) for o in whole.offers)
        whole = whole._replace(offers=offers)
    return {
        "as it comes": whole,
        **{f"{n} absence{'s' * (n > 1)} a unit and month": whole._replace(absences=n) for n in (1, 2, 3)},
        "five times the budget": whole._replace(purses={"": 5 * whole.purses[""]}),
        "a twentieth of the budget": whole._replace(purses={"": whole.purses[""] // 20}),
        "100 million": whole._replace(purses={"": 100_000_000}),
        "hours first": short_of_hours(whole),
    }


def short_of_hours(whole: Problem) -> Problem:
    """Return the plan with people who lack 0 to 20 JP, and trainings of cheap hours for them."""
    chance = random.Random(2)
    offers = whole.offers
    cheap = sorted(range(len(offers)), key=lambda place: offers[place].cost / offers[place].jp)[:FILLERS]
    learners = []
    for learner in whole.learners:
        missing = 0 if learner.jp_left is not None else chance.choice([0, 4, 12, 20, 20]) * JP
        if missing:
            mine = {choice.offer for choice in learner.choices}
            more = tuple(Choice(place, 0, 0) for place in cheap if place not in mine)
            learner = learner._replace(jp_missing=missing, choices=learner.choices + more)
        learners.append(learner)
    return whole._replace(learners=tuple(learners), hours_first=True)


def plans(people: int, only: str | None) -> None:
    """Plan each case and print how long it took and how good it is known to be."""
    print(f"{people:,} people, 300 trainings")
    print(f"{'case':28} {'greedy':>9} {'solver':>9} {'below the best':>15} {'reach hours':>18}  time of both")
    for name, whole in cases(people).items():
        if only and only not in name:
            continue
        plain, took_plain = timed(lambda whole=whole: without_solver(whole))
        found, took = timed(lambda whole=whole, plain=plain: best(whole, known=plain))
        assert not broken(whole.dealt(found.months) if found.months else whole, found.pairs)
        below = 100 * (found.bound - found.objective) / found.bound
        hours = f"{found.reached:,} of ≤ {found.reach_bound:,}" if whole.hours_first else ""
        print(
            f"{name:28} {plain.objective / JP:9,.1f} {found.objective / JP:9,.1f} {f'at most {below:.2f} %':>15} {hours:>18}"
            f"  {took_plain} · {took}",
            flush=True,
        )


def main() -> None:
    """Run the plans and the match and print what they reach."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--only", help="only the cases with this in their name, such as `hours` or `match`")
    asked = parser.parse_args()
    plans(asked.people, asked.only)
    if asked.only and asked.only not in "match":
        return
    mentees, everyone = circle()
    rule = regulations().mentoring.on(date(2026, 6, 30)).value
    for count in (2_000, 700):
        mentors = everyone[:count]
        plain, took = timed(lambda mentors=mentors: greedy_match(mentees, mentors, set(), rule))
        print(f"{len(mentees):,} mentees, {len(mentors):,} mentors")
        print(f"greedy   {took}  worth {plain.total / JP:,.1f}")
        found, took = timed(lambda mentors=mentors, plain=plain: match(mentees, mentors, set(), rule, plain))
        print(
            f"exact    {took}  worth {found.total / JP:,.1f}, {'the best there is' if found.optimal else 'not proved'}"
        )


if __name__ == "__main__":
    main()
