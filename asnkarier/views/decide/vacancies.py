"""Posts that are or fall empty, and who is ready for them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Protocol

from asnkarier.core.defend.following import Bench, Listed
from asnkarier.core.defend.vacating import Vacating
from asnkarier.core.person import Person
from asnkarier.views.decide.listing import stood_in, stood_in_data
from asnkarier.views.document import dumps_line
from asnkarier.views.formats import listed
from asnkarier.views.json_text import Rows, streamed
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Coded, Column, Said, Shape, Table, Text

FEW = 20
"""Posts of several seats shown unless everything is asked for."""
NAMES = 3
"""Names shown of a post unless more are asked for; the counts are always whole."""
LISTED = 10
"""People of each group listed in JSON and in a workbook unless more are asked for."""


_FEWER = N_(
    "Of each post the first {names} {names:person is|people are} named; --top N and --all name more, `shortlist POSITION`"
    " everyone with every check."
)


class Vacancy(NamedTuple):
    """One post: which of its seats are or fall empty, and who could follow."""

    position: str
    unit: str | None
    kind: str
    headcount: int | None
    seats: Vacating
    bench: Bench

    @property
    def empty_on(self) -> date | None:
        """The day on which the first seat falls empty; None where one is empty already."""
        return self.seats.first

    @property
    def ready(self) -> Listed:
        """Who is ready now."""
        return self.bench.ready

    @property
    def soon(self) -> Listed:
        """Who will be ready by time alone."""
        return self.bench.soon

    @property
    def undetermined(self) -> int:
        """Of how many it cannot be told."""
        return self.bench.undetermined

    @property
    def perhaps(self) -> bool:
        """Tell whether nobody is known to be ready now or soon, and of some it cannot be told."""
        return not self.ready and not self.soon and self.bench.perhaps


class Seats(NamedTuple):
    """A post of several seats: how many are empty by its headcount (None: no headcount known), and how many fall empty."""

    position: str
    unit: str | None
    kind: str
    headcount: int | None
    holders: int
    empty: int | None
    leaving: int
    filled: int
    """How many empty seats somebody takes by then, by what is on record."""
    first_on: date | None


NOT_KNOWN = N_(
    "Of {posts} more {posts:post|posts} nothing says who was in them on {as_of}: their holders are known from a later list only."
)
"""Of posts that are neither held nor empty by what the file says of the day."""


class Vacancies(NamedTuple):
    """The posts of some months; `years` is how far "soon" reaches."""

    as_of: date
    until: date
    policy: str
    law: str
    years: int
    posts: Sequence[Vacancy]
    seats: Sequence[Seats] = ()
    """Seats of functional posts and of others with several, beside the posts."""
    not_known: Sequence[tuple[str, str | None]] = ()
    """Structural posts, with their units, of which nothing says whether somebody was in a seat on the day."""
    stand_in: Mapping[tuple[int, ...], int] = MappingProxyType({})
    """Years that stand in for the newest one → of how many of those on duty."""
    top: int | None = None
    """How many names of a post were asked for."""
    everyone: bool = False

    def named(self, usual: int) -> int | None:
        """Return how many people of a post are named; None is everyone."""
        return self.top or (None if self.everyone else usual)


def document(found: Vacancies) -> Iterator[bytes]:
    """Return the JSON document, a post a line, made while it is written: everyone behind every post can be a lot."""
    most = found.named(LISTED)
    return streamed(
        {
            "as_of": found.as_of,
            "until": found.until,
            "law": found.law,
            "policy": found.policy,
            "soon_years": found.years,
            "count": len(found.posts),
            "without_successor": sum(not post.ready and not post.soon for post in found.posts),
            "successor_undetermined": sum(post.perhaps for post in found.posts),
            "grace": stood_in_data(found.stand_in),
            "listed": most,
            "posts": Rows(_rows(found.posts, most)),
            "seats": Rows(map(dumps_line, map(_seats_of, found.seats))),
            "not_known": [{"position": name, "unit": unit} for name, unit in found.not_known],
        }
    )


def _seats_of(seats: Seats) -> dict[str, object]:
    return {
        "position": seats.position,
        "unit": seats.unit,
        "position_kind": seats.kind,
        "headcount": seats.headcount,
        "holders": seats.holders,
        "empty_now": seats.empty,
        "falling_empty": seats.leaving,
        "filled": seats.filled,
        "first_on": seats.first_on,
    }


def _rows(posts: Sequence[Vacancy], most: int | None) -> Iterator[str]:
    ready: dict[tuple[int, object], str] = {}
    soon: dict[tuple[int, object], str] = {}
    for post in posts:
        head = dumps_line(_head(post))
        now = ", ".join([_one(ready, r.person, "box", r.box) for r in post.ready[:most]])
        later = ", ".join([_one(soon, r.person, "on", r.on) for r in post.soon[:most]])
        yield f'{head[:-1]}, "ready_people": [{now}], "soon_people": [{later}]}}'


def _head(post: Vacancy) -> dict[str, object]:
    return {
        "position": post.position,
        "unit": post.unit,
        "position_kind": post.kind,
        "empty_on": post.empty_on,
        "vacant": post.empty_on is None,
        "holder": _who(post.seats.holder),
        "headcount": post.headcount,
        "empty_now": post.seats.empty,
        "falling_empty": [{"on": one.on, "holder": _who(one.holder)} for one in post.seats.falling],
        "ready": len(post.ready),
        "soon": len(post.soon),
        "undetermined": post.undetermined,
        "undetermined_soon": post.bench.perhaps_soon,
        "not_ready": post.bench.not_ready,
        "considered": post.bench.considered,
    }


def _who(person: Person | None) -> dict[str, str] | None:
    return None if person is None else {"nip": person.nip, "name": person.name}


def _one(known: dict[tuple[int, object], str], person: Person, key: str, value: object) -> str:
    text = known.get((person.id, value))
    if text is None:
        entry = {"nip": person.nip, "name": person.name, key: value}
        text = known[person.id, value] = dumps_line(entry)
    return text


def pictures(found: Vacancies) -> list[Shape]:
    """Return the posts for people."""
    values = {"as_of": found.as_of, "until": found.until}
    without = sum(not post.ready and not post.soon for post in found.posts)
    said = Words(
        N_(
            "{count} {count:post|posts}; for {without} of them nobody is ready now or within {years} {years:year|years}. Ready: every requirement"
            " met, box of the succession group, and not pensioned when the post falls empty; policy {policy}."
        ),
        {"count": len(found.posts), "without": without, "years": found.years, "policy": found.policy},
    )
    unsure = [Text(told)] if (told := undetermined(found.posts, found.years)) else []
    most = found.named(NAMES)
    table = _table(Words(N_("Vacancies from {as_of} to {until}"), values), found, most)
    shapes: list[Shape] = [table, Text([said, *stood_in(found.stand_in, found.as_of)]), *unsure]
    if most is not None and any(len(post.ready) + len(post.soon) > most for post in found.posts):
        shapes.append(Text([Words(_FEWER, {"names": most})]))
    if found.not_known:
        shapes.append(Text([Words(NOT_KNOWN, {**values, "posts": len(found.not_known)})]))
    if found.seats:
        shown = found.seats if found.everyone else found.seats[:FEW]
        shapes.append(_seats(found, shown))
        if len(shown) < len(found.seats):
            more = {"more": len(found.seats) - len(shown)}
            shapes.append(Text([Words(N_("{more} more; --all shows them."), more)]))
    return shapes


def sheets(found: Vacancies) -> list[Shape]:
    """Return what a workbook holds."""
    return [_table(N_("Vacancies"), found, found.named(LISTED)), _seats(found, found.seats)]


_FLAT = (
    "position unit position_kind empty_on vacant holder.nip holder.name headcount empty_now falling_empty ready "
    "soon undetermined undetermined_soon not_ready considered people holders filled first_on"
)
"""The columns of csv, be there a row or none."""


def flat(found: Vacancies) -> Table:
    """Return every post and the seats of functional ones as programs read them, in one table."""
    most = found.named(LISTED)
    posts = (
        {
            **_head(post),
            "falling_empty": len(post.seats.falling),
            "people": [_code(name) for name in _names(post, most)],
        }
        for post in found.posts
    )
    return listed.table([*posts, *map(_seats_of, found.seats)], _FLAT)


def _code(name: object) -> object:
    return name.code if isinstance(name, Coded) else name


def _seats(found: Vacancies, shown: Sequence[Seats]) -> Table:
    taken = any(seats.filled for seats in shown)
    columns = (
        Column("position", N_("Position")),
        Column("unit", N_("Unit")),
        Column("headcount", N_("Headcount"), "integer"),
        Column("holders", N_("Holders"), "integer"),
        Column("empty_now", N_("Empty now"), "integer"),
        Column("falling_empty", N_("Falling empty"), "integer"),
        Column("first_on", N_("First on"), "date"),
        *([Column("filled", N_("Filled again"), "integer")] if taken else []),
    )
    rows = [
        (s.position, s.unit, s.headcount, s.holders, s.empty, s.leaving, s.first_on, *((s.filled,) if taken else ()))
        for s in shown
    ]
    caption = N_("Seats that retire or that the headcount leaves open; `shortlist POSITION` says who could take one.")
    return Table(N_("Functional posts and posts of several seats"), columns, rows, caption, N_("None."))


def _table(title: str | Words, found: Vacancies, most: int | None) -> Table:
    columns = (
        Column("position", N_("Position")),
        Column("unit", N_("Unit")),
        Column("empty_on", N_("Empty on"), "date", ("vacant", "empty_now")),
        Column("ready", N_("Ready now"), "integer"),
        Column("soon", N_("Ready soon"), "integer"),
        UNDETERMINED,
        Column("people", N_("Who")),
    )
    rows = [
        (
            post.position,
            post.unit,
            Coded((post.empty_on, post.empty_on is None, post.seats.empty), _empty(post.seats)),
            len(post.ready),
            len(post.soon),
            open_of(post.bench),
            _names(post, most),
        )
        for post in found.posts
    ]
    return Table(title, columns, rows, found.law, N_("No post falls empty."))


UNDETERMINED = Column("undetermined", N_("Undetermined"), "integer", ("undetermined_soon",))
"""Of how many it cannot be told: today, and beside them those who are not ready today and may be by time."""


def open_of(bench: Bench) -> Coded:
    """Return of how many it cannot be told: "2", and with those who may be ready later "2 + 1"."""
    now, later = bench.undetermined, bench.perhaps_soon
    said: object = now if not later else Words("{now} + {later}", {"now": now, "later": later})
    return Coded((now, later), said)


class Open(Protocol):
    """A post with a bench of which it may not be told whether anybody is on it."""

    @property
    def perhaps(self) -> bool:
        """Whether nobody is known to be ready now or soon, and of some it cannot be told."""
        ...

    @property
    def bench(self) -> Bench:
        """Who could follow."""
        ...


def undetermined(posts: Sequence[Open], years: int) -> list[Said]:
    """Say what two numbers of the undetermined are, and for how many posts it cannot be told whether anybody is ready."""
    said: list[Said] = []
    if any(post.bench.perhaps_soon for post in posts):
        text = N_(
            "Undetermined 2 + 1: of 2 nobody can tell today, for lack of data; 1 more is not ready today and would be within"
            " {years} {years:year|years}, if what is not known turns out well."
        )
        said.append(Words(text, {"years": years}))
    if count := sum(post.perhaps for post in posts):
        text = N_("For {count} of the posts with nobody ready there are people of whom it cannot be told.")
        said.append(Words(text, {"count": count}))
    return said


def _empty(seats: Vacating) -> object:
    """Return the day on which the only seat falls empty, else every one of them: "2 empty now", "1 March 2027"."""
    if not seats.falling:
        return Words(N_("empty now")) if seats.empty == 1 else Words(N_("{count} empty now"), {"count": seats.empty})
    if seats.empty or len(seats.falling) > 1:
        now = [_empty(Vacating(seats.empty, ()))] if seats.empty else []
        return [*now, *[Words("{day}", {"day": one.on}) for one in seats.falling]]
    return seats.falling[0].on


def _names(post: Vacancy, most: int | None) -> list[object]:
    named: list[object] = [Coded(r.person.nip, r.person.full_name) for r in post.ready[:most]]
    room = None if most is None else max(0, most - len(named))
    named += [
        Coded(f"{r.person.nip} {r.on}", Words(N_("{name} from {day} on"), {"name": r.person.full_name, "day": r.on}))
        for r in post.soon[:room]
    ]
    left = len(post.ready) + len(post.soon) - len(named)
    return [*named, Coded(None, f"+ {left}")] if left else named
