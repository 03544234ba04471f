"""`forecast vacancies`: which posts are or fall empty, and how many people are ready for the structural ones now, soon, or not at all."""

from collections import Counter
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.considering import considered
from asnkarier.commands.decide.deciding import Ground, asked, ground, records, target_of
from asnkarier.commands.decide.forecast.coming import ALL, DEFAULT, MONTHS, UNIT, Coming
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import POLICY
from asnkarier.core.access import Progress
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.records import Records
from asnkarier.core.defend.bench import Benches
from asnkarier.core.person import Person
from asnkarier.core.rules.positions import PositionKind
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.talent import ranks
from asnkarier.views.decide.vacancies import Seats, Vacancies, Vacancy, document, pictures, sheets
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    progress: Progress,
    months: Annotated[int, MONTHS] = DEFAULT,
    unit: Annotated[str | None, UNIT] = None,
    policy_name: Annotated[str | None, POLICY] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """List the posts, the first to fall empty first, with who is ready."""
    law = lawbook(db)
    coming = Coming(db, law, as_of, months, None)
    retiring = Retiring(coming)
    base = ground(db, law, policy_in_use(db, policy_name), as_of)
    inside = coming.units.below(coming.units.find(unit).id) if unit is not None else None
    empty = falling_empty(coming, retiring, inside)
    benches = benches_of(base)
    on_duty = [person for person in coming.people if person.status in staff.ON_DUTY]
    vacancies = []
    for done, (post, day, holder) in enumerate(empty):
        progress(done, len(empty), "compute")
        vacancies.append(_vacancy(base, benches, on_duty, coming, post, day, holder))
    listed = {post.id for post, _, _ in empty}
    result = Vacancies(
        as_of=as_of,
        until=coming.until,
        policy=base.setting.policy.name,
        law=retiring.citation,
        years=base.setting.talent.ready_within_years,
        posts=vacancies,
        seats=[seats for seats in open_seats(coming, retiring, inside) if seats.post not in listed],
    )
    return Result(
        lambda: document(result),
        lambda: pictures(result, everyone),
        sheets=lambda: sheets(result),
        hints=[Words(N_("Who may fill a post: asnkarier shortlist POSITION"))],
    )


def falling_empty(
    coming: Coming, retiring: Retiring, inside: frozenset[int] | None
) -> list[tuple[Post, date | None, Person | None]]:
    """Return the structural posts without a holder, or whose holders all retire by then, with the day and the last holder."""
    group = coming.law.positions.on(coming.as_of).value.group
    holders: dict[int, list[Person]] = {}
    for person in coming.people:
        if person.position_id is not None:
            holders.setdefault(person.position_id, []).append(person)
    day = coming.as_of.isoformat()
    found: list[tuple[Post, date | None, Person | None]] = []
    for post in coming.posts.values():
        kind = coming.kinds[post.id]
        if kind is None or kind == "pelaksana" or group[kind] == "fungsional":
            continue
        if inside is not None and post.unit_id not in inside:
            continue
        if (post.in_force_since or "") > day or (post.in_force_until or "9999-12-31") < day:
            continue
        held = holders.get(post.id, [])
        leaving = [(when.pension_from, p) for p in held if (when := retiring.of(p)) is not None]
        if not held:
            found.append((post, None, None))
        elif len(leaving) == len(held) and max(leaving, key=lambda pair: pair[0])[0] <= coming.until:
            last, person = max(leaving, key=lambda pair: pair[0])
            found.append((post, last, person))
    return sorted(found, key=lambda line: (line[1] or date.min, line[0].id))


def open_seats(coming: Coming, retiring: Retiring, inside: frozenset[int] | None) -> list[Seats]:
    """Return the posts of several seats, functional ones among them, with seats empty by the headcount or falling empty by then.

    A post of pelaksana counts where its headcount is known: without one nobody says that it is to be filled again.
    """
    holders = Counter(person.position_id for person in coming.people)
    leaving: dict[int, list[date]] = {}
    for person in coming.people:
        when = retiring.of(person) if person.position_id is not None else None
        if when is not None and person.position_id is not None and when.pension_from <= coming.until:
            leaving.setdefault(person.position_id, []).append(when.pension_from)
    day = coming.as_of.isoformat()
    found = []
    for post in coming.posts.values():
        days, kind = leaving.get(post.id, []), coming.kinds[post.id]
        empty = max(0, post.headcount - holders[post.id]) if post.headcount is not None else None
        if kind is None or not (days or empty) or (kind == "pelaksana" and post.headcount is None):
            continue
        if inside is not None and post.unit_id not in inside:
            continue
        if (post.in_force_since or "") > day or (post.in_force_until or "9999-12-31") < day:
            continue
        path = coming.units.path(post.unit_id) or None
        found.append(
            Seats(
                post.id,
                post.name,
                path,
                kind,
                post.headcount,
                holders[post.id],
                empty,
                len(days),
                min(days, default=None),
            )
        )
    return sorted(found, key=lambda seats: (seats.first_on or date.max, seats.position, seats.post))


def _vacancy(
    base: Ground,
    benches: Benches,
    on_duty: list[Person],
    coming: Coming,
    post: Post,
    day: date | None,
    holder: Person | None,
) -> Vacancy:
    target = target_of(post, base)
    bench = benches.of(target, lambda target: considered(on_duty, target, base, coming.units).people)
    return Vacancy(
        position=post.name,
        unit=coming.units.path(post.unit_id) or None,
        kind=target.kind,
        empty_on=day,
        holder=holder,
        ready=bench.ready,
        soon=bench.soon,
        undetermined=bench.undetermined,
    )


def benches_of(base: Ground, read: Records | None = None, kind: PositionKind | None = None) -> Benches:
    """Return who finds successors for any post, or for those of a kind; `read` is what is on record, where it is read already."""
    setting = base.setting if kind is None else base.setting.of_post(kind)
    found = all_records(base) if read is None else read
    if kind is not None and not setting.asks_box(kind):
        # Inside functional posts credit decides.
        found.paks = found.paks or ranks.paks(base.db, setting.as_of)
        found.results = found.results or ranks.results(base.db, setting.as_of, PredicateReader(base.law.predicate))
    return Benches(setting, found, lambda target: asked(target, base), setting.talent.ready_within_years)


def all_records(base: Ground) -> Records:
    """Read everything that any structural post may ask and any component measures."""
    found = records(base, None)
    reader = Reader(base.db, base.setting.as_of)
    found.trainings = found.trainings or reader.trainings()
    found.exams = found.exams or reader.exams()
    return found
