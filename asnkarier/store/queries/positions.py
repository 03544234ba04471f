"""Posts: finding one by what an officer types, and who holds it."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from asnkarier.core.errors import Usage
from asnkarier.core.names import folded_position, meant
from asnkarier.core.rules.positions import PositionKind, PositionRule
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.queries import successions
from asnkarier.store.queries.staff import STAFF
from asnkarier.store.queries.units import Units

_COLUMNS = (
    "id, name, name_key, unit_id, position_kind, echelon, job_family, headcount, golongan_min, golongan_max,"
    " education_min, fields_of_study, leads_to, heads_unit, own_law, in_force_since, in_force_until, retirement_age"
)


class Post(NamedTuple):
    """A post as the file knows it."""

    id: int
    name: str
    name_key: str
    unit_id: int | None
    position_kind: str | None
    echelon: str | None
    job_family: str | None
    headcount: int | None
    golongan_min: str | None
    golongan_max: str | None
    education_min: str | None
    fields_of_study: str | None
    leads_to: str | None
    heads_unit: str | None
    own_law: str | None
    in_force_since: str | None
    in_force_until: str | None
    retirement_age: int | None


def label(post: Post, units: Units) -> str:
    """Return `name @ unit path`, ready to be pasted."""
    return post.name if post.unit_id is None else f"{post.name} @ {units.path(post.unit_id)}"


def every(db: Database) -> list[Post]:
    """Return all posts."""
    return [Post(*row) for row in db.rows(f"SELECT {_COLUMNS} FROM position ORDER BY id")]


def by_id(db: Database, position_id: int) -> Post:
    """Return the post with this id."""
    row = db.one(f"SELECT {_COLUMNS} FROM position WHERE id = ?", (position_id,))
    if row is None:
        raise Usage("position_unknown", {"position": str(position_id), "near": []})
    return Post(*row)


def find(db: Database, text: str, units: Units, as_of: date) -> Post:
    """Return the post that `text` (a name, or `name @ unit`) means; Usage that lists the fits, or the nearest names."""
    fits = fitting(db, text, units, as_of)
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise Usage("position_several", {"position": text, "fits": [label(post, units) for post in fits]})
    day = as_of.isoformat()
    # What is there on the day is meant before what has gone or is still to come.
    posts = sorted(
        every(db), key=lambda post: not (post.in_force_since or "") <= day <= (post.in_force_until or "9999")
    )
    known: dict[str, str] = {}
    for post in posts:
        known.setdefault(post.name_key, label(post, units))
    near = meant(text.partition("@")[0], known)
    values = {"position": text, "near": near.names, "more": near.more or None}
    raise Usage("position_unknown_near" if near.names else "position_unknown", values)


def fitting(db: Database, text: str, units: Units, as_of: date) -> list[Post]:
    """Return the posts that `text` may mean; those in force on the day before others."""
    name, _, place = text.partition("@")
    rows = db.rows(f"SELECT {_COLUMNS} FROM position WHERE name_key = ? ORDER BY id", (folded_position(name),))
    posts = [Post(*row) for row in rows]
    if place.strip():
        homes = units.fitting(place.strip())
        direct = [p for p in posts if any(p.unit_id == home.id for home in homes)]
        inside = {unit for home in homes for unit in units.below(home.id)}
        posts = direct or [p for p in posts if p.unit_id in inside]
    day = as_of.isoformat()
    posts = _as_now(db, posts, units, day)
    present = [
        p for p in posts if (p.in_force_until or "9999-12-31") >= day and (p.in_force_since or "0001-01-01") <= day
    ]
    return present or posts


def _as_now(db: Database, posts: list[Post], units: Units, day: str) -> list[Post]:
    """Return the posts as they go on after a reorganisation: who asks by the former name means today's post."""
    told = set(
        db.rows("SELECT kind, old_key FROM succession WHERE effective_on <= ?", (day,)),
    )
    if not any(
        ("position", post.name_key) in told or any(("unit", name) in told for name in units.names_above(post.unit_id))
        for post in posts
    ):
        return posts
    now = successions.posts_now(db, day)
    return [by_id(db, number) for number in dict.fromkeys(now.get(post.id, post.id) for post in posts)]


def kind_of(position_kind: str | None, echelon: str | None, name: str, rule: PositionRule) -> PositionKind | None:
    """Return the kind of a post: as given, else by its echelon, else by the jenjang in its name; None where nothing tells."""
    if position_kind in rule.rung:
        return position_kind  # type: ignore[return-value]  # a rung's name is a kind
    if echelon:
        kinds = rule.echelons.get(echelon) or next(
            (k for e, k in rule.echelons.items() if e.partition(".")[0] == echelon.partition(".")[0]), ()
        )
        if len(kinds) == 1:
            return kinds[0]
    return rule.kind_named(name)


def borne(db: Database, position_id: int, as_of: date) -> list[int]:
    """Return a post and those that go on as it by a reorganisation up to the day: who holds one of them holds it."""
    day = as_of.isoformat()
    now = db.once(("posts now", day), lambda: list(successions.posts_now(db, day).items()))
    return [position_id, *[old for old, new in now if new == position_id]]


def holders(db: Database, position_id: int, as_of: date) -> list[int]:
    """Return who holds a post definitively on a day, under whichever of its names."""
    return sorted(held.person_id for held in holding(db, position_id, as_of))


class Held(NamedTuple):
    """A post held by someone from a day to a day; `stated` tells whether the workbook gave the first."""

    person_id: int
    since: str
    until: str
    stated: bool
    acting: str


NO_STAFF = f"SELECT person_id FROM person_status WHERE since <= ? AND until >= ? AND status NOT IN ({','.join('?' * len(STAFF))})"
"""Who is known not to be staff of the institution on a day: has left, or belongs to another one (titipan). Nobody of them is in a seat of it."""


def no_staff(db: Database, as_of: date) -> frozenset[int]:
    """Return who is known not to be staff on a day."""
    day = as_of.isoformat()
    return frozenset(person for (person,) in db.rows(NO_STAFF, (day, day, *STAFF)))


def holding(db: Database, position_id: int, as_of: date) -> list[Held]:
    """Return who of the staff holds a post definitively on a day, the longest there first."""
    day = as_of.isoformat()
    # Asked of each holder alone: to list all who are no staff for one post takes as long as reading everybody's status.
    staff = f" AND NOT EXISTS ({NO_STAFF} AND person_status.person_id = person_post.person_id)"
    return _held(db, "person_post", "''", position_id, as_of, staff, (day, day, *STAFF))


def guests(db: Database, position_id: int, as_of: date) -> list[Held]:
    """Return who is in a post on a day and belongs to another institution (titipan)."""
    day = as_of.isoformat()
    there = (
        " AND EXISTS (SELECT 1 FROM person_status s WHERE s.person_id = person_post.person_id"
        " AND s.since <= ? AND s.until >= ? AND s.status = 'titipan')"
    )
    return _held(db, "person_post", "''", position_id, as_of, there, (day, day))


def acting(db: Database, position_id: int, as_of: date) -> list[Held]:
    """Return who acts in a post on a day (Plt, Plh, Pj): duties beside it are none of them."""
    return _held(db, "person_duty", "acting", position_id, as_of, " AND acting IN ('plt', 'plh', 'pj')")


def _held(
    db: Database,
    table: str,
    acting: str,
    position_id: int,
    as_of: date,
    where: str,
    values: tuple[str, ...] = (),
) -> list[Held]:
    day = as_of.isoformat()
    posts = borne(db, position_id, as_of)
    rows = db.rows(
        f"SELECT person_id, since, until, stated, {acting} FROM {table}"
        f" WHERE position_id IN ({','.join('?' * len(posts))}) AND since <= ? AND until >= ?{where} ORDER BY since, person_id",
        (*posts, day, day, *values),
    )
    return [Held(person, since, until, bool(stated), said) for person, since, until, stated, said in rows]


class Duty(NamedTuple):
    """A duty beside one's own post on a day, as written; the unit as its row names it, else that of the person."""

    held: Held
    name: str
    position_id: int | None
    unit: str | None
    unit_id: int | None


def duties(db: Database, as_of: date, until: date | None = None) -> list[Duty]:
    """Return the additional duties (tugas tambahan) of a day, and up to `until`: as a roster tells them, and by history."""
    day, last = as_of.isoformat(), (until or as_of).isoformat()
    unit = " LEFT JOIN person_unit u ON u.person_id = d.person_id AND u.since <= ? AND u.until >= ?"
    told = db.rows(
        "SELECT d.person_id, d.since, d.until, d.stated, d.duty, d.position_id, NULL, u.unit_id"
        f" FROM person_duty d{unit} WHERE d.acting = 'tambahan' AND d.since <= ? AND d.until >= ? ORDER BY d.person_id",
        (day, day, last, day),
    )
    written = db.rows(
        "SELECT d.person_id, d.since, COALESCE(d.until, ?), 1, d.position, NULL, d.unit, u.unit_id"
        f" FROM history d{unit} WHERE d.acting = 'tambahan' AND d.since <= ? AND COALESCE(d.until, ?) >= ?"
        " ORDER BY d.person_id",
        (OPEN, day, day, last, OPEN, day),
    )
    return [
        Duty(Held(person, since, end, bool(stated), "tambahan"), name, position, named, home)
        for person, since, end, stated, name, position, named, home in (*written, *told)
    ]


def definitive_duties(db: Database, as_of: date, until: date, names: Collection[str]) -> list[Duty]:
    """Return what histories call definitive posts of these (folded) names, as `duties` of people whose own post is another one.

    It is the newest word on the person: no post that is definitive began after it. Who has the post as the own one has no duty.
    """
    day, definitive = as_of.isoformat(), "(acting IS NULL OR acting IN ('', 'definitif'))"
    marks = ",".join("?" * len(names))
    rows = db.rows(
        f"SELECT h.person_id, h.since, COALESCE(h.until, ?), h.position, h.unit, u.unit_id FROM"
        f" (SELECT * FROM history WHERE {definitive} AND position_key IN ({marks}) AND since <= ?"
        " AND COALESCE(until, ?) >= ?) h"
        " LEFT JOIN person_unit u ON u.person_id = h.person_id AND u.since <= ? AND u.until >= ?"
        " JOIN person_post o ON o.person_id = h.person_id AND o.since <= ? AND o.until >= ?"
        " JOIN position p ON p.id = o.position_id"
        f" WHERE p.name_key NOT IN ({marks}) AND NOT (o.stated = 1 AND o.since > h.since)"
        f" AND NOT EXISTS (SELECT 1 FROM history n WHERE n.person_id = h.person_id AND {definitive}"
        " AND n.since > h.since AND n.since <= ?) ORDER BY h.person_id, h.since",
        (OPEN, *names, until.isoformat(), OPEN, day, day, day, day, day, *names, day),
    )
    return [
        Duty(Held(person, since, end, True, "tambahan"), name, None, named, home)
        for person, since, end, name, named, home in rows
    ]


class Posting(NamedTuple):
    """A post held definitively by someone from a day to a day, both included."""

    person_id: int
    position_id: int
    since: str
    until: str


def changing(db: Database, as_of: date, until: date) -> dict[int, list[Posting]]:
    """Return the posts, from a day on, of people who leave or take one after it and up to another day."""
    day, last = as_of.isoformat(), until.isoformat()
    found: dict[int, list[Posting]] = {}
    for row in db.rows(
        "SELECT person_id, position_id, since, until FROM person_post WHERE (since > ? AND since <= ?)"
        " OR (until >= ? AND until < ?) ORDER BY person_id, since",
        (day, last, day, last),
    ):
        found.setdefault(row[0], []).append(Posting(*row))
    return found


def perhaps_held(db: Database, as_of: date) -> frozenset[int]:
    """Return the posts of people of whom nothing says where they stood on a day, but who are in the post later or by its own date.

    A list speaks of its own day: who it puts into a post was perhaps there before. Whoever was appointed, or took the post, after the
    day was not; but before the first list nothing says who was there before them.
    """
    day = as_of.isoformat()
    rows = db.rows(
        # Whom nothing is known of yet are few: without DISTINCT everybody is gone through once, in the order of the table.
        "SELECT h.position_id FROM person_post h JOIN person p ON p.id = h.person_id"
        " WHERE h.until >= ? AND (h.since <= ? OR h.stated = 0) AND (p.appointed_on IS NULL OR p.appointed_on <= ?)"
        " AND NOT EXISTS (SELECT 1 FROM person_status s WHERE s.person_id = h.person_id AND s.since <= ?)",
        (day, day, day, day),
    )
    found = {row[0] for row in rows}
    if _before_lists(db, day):
        for table in ("person_post", "person_duty"):
            found.update(row[0] for row in db.rows(f"SELECT DISTINCT position_id FROM {table} WHERE since > ?", (day,)))
    return frozenset(found - {None})


def _before_lists(db: Database, day: str) -> bool:
    """Tell whether a day lies before that of the first list of staff; of a file without one, before anybody is known."""
    first = db.one(
        "SELECT MIN(s.dated) FROM batch_sheet s JOIN batch b ON b.id = s.batch_id"
        " WHERE s.kind = 'roster' AND b.undone_by IS NULL"
    )
    if first is None or first[0] is None:
        first = db.one("SELECT MIN(since) FROM person_status")
    return first is not None and first[0] is not None and day < str(first[0])


def acted(db: Database, as_of: date) -> dict[int, str]:
    """Return post → how it is held for now on a day (plt, plh, pj), of those in which somebody acts."""
    day = as_of.isoformat()
    rows = db.rows(
        "SELECT position_id, MIN(acting) FROM person_duty WHERE since <= ? AND until >= ? AND position_id IS NOT NULL"
        " AND acting IN ('plt', 'plh', 'pj') GROUP BY position_id",
        (day, day),
    )
    return {int(post): str(acting) for post, acting in rows}
