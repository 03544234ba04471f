"""`forecast vacancies`: which posts are or fall empty, and how many people are ready for the structural ones now, soon, or not at all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.considering import considered
from asnkarier.commands.decide.deciding import Ground, asked, ground, records, target_of
from asnkarier.commands.decide.forecast.coming import ALL, DEFAULT, MONTHS, UNIT, Coming
from asnkarier.commands.decide.forecast.holding import Holding
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import POLICY, option
from asnkarier.core.access import Progress
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.target import Target
from asnkarier.core.defend.bench import Benches
from asnkarier.core.defend.vacating import Vacating
from asnkarier.core.errors import Usage
from asnkarier.core.person import Person
from asnkarier.core.rules.positions import PositionKind
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.talent import ranks
from asnkarier.views.decide.vacancies import Seats, Vacancies, Vacancy, document, flat, pictures, sheets
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
    coming = Coming(db, law, as_of, months, None, staff.everyone)
    retiring = Retiring(coming)
    base = ground(db, law, policy_in_use(db, policy_name), as_of)
    inside = coming.units.below(coming.units.find(unit).id) if unit is not None else None
    holding = Holding(coming, retiring)
    empty = falling_empty(coming, holding, inside)
    unknown = [post for post, _ in empty if not holding.known(post)]
    empty = [line for line in empty if holding.known(line[0])]
    targets = [target_of(post, base) for post, _ in empty]
    benches = benches_of(base, retiring, asked_records(base, targets), closable=False)
    on_duty = [person for person in coming.people if person.status in staff.ON_DUTY]
    vacancies = []
    for done, ((post, seats), target) in enumerate(zip(empty, targets, strict=True)):
        progress(done, len(empty), "compute")
        bench = benches.of(target, lambda target: considered(on_duty, target, base, coming.units).people, seats.first)
        vacancies.append(
            Vacancy(post.name, coming.units.path(post.unit_id) or None, target.kind, post.headcount, seats, bench)
        )
    result = Vacancies(
        as_of=as_of,
        until=coming.until,
        policy=base.setting.policy.name,
        law=retiring.citation,
        years=base.setting.talent.ready_within_years,
        posts=vacancies,
        seats=open_seats(coming, holding, inside),
        not_known=[(post.name, coming.units.path(post.unit_id) or None) for post in unknown],
        stand_in=Counter(filter(None, map(benches.stand_in, on_duty))) if vacancies else {},
        top=top,
        everyone=everyone,
    )
    return Result(
        lambda: document(result),
        lambda: pictures(result),
        sheets=lambda: sheets(result),
        flat=lambda: flat(result),
        hints=[Words(N_("Who may fill a post: asnkarier shortlist POSITION"))],
    )


def falling_empty(
    coming: Coming[Person], holding: Holding, inside: frozenset[int] | None
) -> list[tuple[Post, Vacating]]:
    """Return the structural posts of which a seat is empty or falls empty by then, the first to fall empty first."""
    group = coming.law.positions.on(coming.as_of).value.group
    found: list[tuple[Post, Vacating]] = []
    for post in coming.posts.values():
        kind = coming.kinds[post.id]
        if kind is None or kind == "pelaksana" or group[kind] == "fungsional":
            continue
        if inside is not None and post.unit_id not in inside:
            continue
        seats = holding.vacating(post)
        if seats.empty or seats.falling:
            found.append((post, seats))
    return sorted(found, key=lambda line: (line[1].first or date.min, line[0].id))


def open_seats(coming: Coming[Person], holding: Holding, inside: frozenset[int] | None) -> list[Seats]:
    """Return the posts of several seats, functional ones among them, with seats empty by the headcount or falling empty by then.

    A post of pelaksana counts where its headcount is known: without one nobody says that it is to be filled again.
    """
    group = coming.law.positions.on(coming.as_of).value.group
    found = []
    for post in coming.posts.values():
        kind = coming.kinds[post.id]
        if kind is None or (inside is not None and post.unit_id not in inside):
            continue
        if kind == "pelaksana" and post.headcount is None:
            continue
        holders = len(holding.holders(post.id))
        # A structural post of one seat is told among the posts.
        if kind != "pelaksana" and group[kind] != "fungsional" and max(holders, post.headcount or 1) < 2:
            continue
        if not holding.known(post):
            continue
        # Where no headcount is known the post is as large as it is today.
        seats = holding.vacating(post, holders)
        empty = seats.empty if post.headcount is not None else None
        if seats.falling or empty:
            path = coming.units.path(post.unit_id) or None
            first = seats.falling[0].on if seats.falling else None
            found.append(
                Seats(post.name, path, kind, post.headcount, holders, empty, len(seats.falling), seats.filled, first)
            )
    return sorted(found, key=lambda seats: (seats.first_on or date.max, seats.position, seats.unit or ""))


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

    return Benches(
        setting,
        found,
        lambda target: asked(target, base, of_many=True),
        years,
        closable=closable,
        leaves=retiring.leaves,
        away=retiring.away,
    )


def asked_records(base: Ground, targets: Sequence[Target]) -> Records:
    """Read what some posts ask and the components measure."""
    laws = {(target.kind, target.own_law): target for target in targets}
    sets = [asked(target, base, of_many=True) for target in laws.values()]
    checks = tuple([check for one in sets for check in one.checks])
    return records(base, sets[0]._replace(checks=checks), cited=False) if sets else Records()


def all_records(base: Ground) -> Records:
    """Read everything that any structural post may ask and any component measures."""
    found = records(base, None, cited=False)
    reader = Reader(base.db, base.setting.as_of)
    found.trainings = found.trainings or reader.trainings(base.law.training.on(base.setting.as_of).value)
    found.exams = found.exams or reader.exams()
    return found
