"""`forecast vacancies`: which posts are or fall empty, and how many people are ready for the structural ones now, soon, or not at all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.considering import considered
from asnkarier.commands.decide.deciding import Ground, asked, ground, records, target_of
from asnkarier.commands.decide.forecast.coming import ALL, DEFAULT, MONTHS, UNIT, Coming
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import POLICY, option
from asnkarier.core.access import Progress
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.target import Target
from asnkarier.core.defend.bench import Benches
from asnkarier.core.errors import Usage
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

TOP = option("--top", "--teratas", help=N_("Name the first N of each post (default: 3, in JSON 10)."), metavar=N_("N"))


def run(
    db: Database,
    as_of: date,
    progress: Progress,
    months: Annotated[int, MONTHS] = DEFAULT,
    unit: Annotated[str | None, UNIT] = None,
    policy_name: Annotated[str | None, POLICY] = None,
    top: Annotated[int | None, TOP] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """List the posts, the first to fall empty first, with who is ready."""
    if top is not None and top < 1:
        raise Usage("top_too_small", {"top": str(top)})
    law = lawbook(db)
    coming = Coming(db, law, as_of, months, None)
    retiring = Retiring(coming)
    base = ground(db, law, policy_in_use(db, policy_name), as_of)
    inside = coming.units.below(coming.units.find(unit).id) if unit is not None else None
    empty = falling_empty(coming, retiring, inside)
    targets = [target_of(post, base) for post, _, _ in empty]
    benches = benches_of(base, retiring, asked_records(base, targets), closable=False)
    on_duty = [person for person in coming.people if person.status in staff.ON_DUTY]
    vacancies = []
    for done, ((post, day, holder), target) in enumerate(zip(empty, targets, strict=True)):
        progress(done, len(empty), "compute")
        bench = benches.of(target, lambda target: considered(on_duty, target, base, coming.units).people, day)
        unit_path = coming.units.path(post.unit_id) or None
        vacancies.append(
            Vacancy(post.name, unit_path, target.kind, day, holder, bench.ready, bench.soon, bench.undetermined)
        )
    listed = {post.id for post, _, _ in empty}
    result = Vacancies(
        as_of=as_of,
        until=coming.until,
        policy=base.setting.policy.name,
        law=retiring.citation,
        years=base.setting.talent.ready_within_years,
        posts=vacancies,
        seats=[seats for seats in open_seats(coming, retiring, inside) if seats.post not in listed],
        top=top,
        everyone=everyone,
    )
    return Result(
        lambda: document(result),
        lambda: pictures(result),
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
        if not _concerned(post, day, inside):
            continue
        held = holders.get(post.id, [])
        leaving = [(when.pension_from, p) for p in held if (when := retiring.of(p)) is not None]
        if not held:
            found.append((post, None, None))
        elif len(leaving) == len(held) and max(leaving, key=lambda pair: pair[0])[0] <= coming.until:
            last, person = max(leaving, key=lambda pair: pair[0])
            found.append((post, last, person))
    return sorted(found, key=lambda line: (line[1] or date.min, line[0].id))


def _concerned(post: Post, day: str, inside: frozenset[int] | None) -> bool:
    """Tell whether a post is in force on the day and in one of the units looked at."""
    if inside is not None and post.unit_id not in inside:
        return False
    return (post.in_force_since or "") <= day <= (post.in_force_until or "9999-12-31")


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
        if not _concerned(post, day, inside):
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


def benches_of(
    base: Ground,
    retiring: Retiring,
    read: Records | None = None,
    kind: PositionKind | None = None,
    *,
    closable: bool = True,
) -> Benches:
    """Return who finds successors for any post, or for those of a kind; `read` is what is on record, where it is read already."""
    setting = base.setting if kind is None else base.setting.of_post(kind)
    found = all_records(base) if read is None else read
    if kind is not None and not setting.asks_box(kind):
        # Inside functional posts credit decides.
        found.paks = found.paks or ranks.paks(base.db, setting.as_of)
        found.results = found.results or ranks.results(base.db, setting.as_of, PredicateReader(base.law.predicate))
    years = setting.talent.ready_within_years

    def leaves(person: Person) -> date | None:
        when = retiring.of(person)
        return when and when.pension_from

    return Benches(
        setting, found, lambda target: asked(target, base, of_many=True), years, closable=closable, leaves=leaves
    )


def asked_records(base: Ground, targets: Sequence[Target]) -> Records:
    """Read what some posts ask and the components measure."""
    laws = {(target.kind, target.own_law): target for target in targets}
    sets = [asked(target, base, of_many=True) for target in laws.values()]
    checks = tuple([check for one in sets for check in one.checks])
    return records(base, sets[0]._replace(checks=checks)) if sets else Records()


def all_records(base: Ground) -> Records:
    """Read everything that any structural post may ask and any component measures."""
    found = records(base, None)
    reader = Reader(base.db, base.setting.as_of)
    found.trainings = found.trainings or reader.trainings()
    found.exams = found.exams or reader.exams()
    return found
