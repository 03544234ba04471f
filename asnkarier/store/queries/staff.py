"""People as they stood on a day: one row each, from the spans of that day. What is not known for the day is None."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from asnkarier.core.decide.records import Ahead
from asnkarier.core.names import distance
from asnkarier.core.person import Named, Person, Serving, maker
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database

if TYPE_CHECKING:
    from asnkarier.store.queries.positions import Post

STAFF = ("aktif", "tugas_belajar", "cltn", "diberhentikan_sementara", "mpp", "di_luar")
"""Who is counted as staff: every status but `keluar` and `titipan`."""
ON_DUTY = ("aktif",)

_FACETS = (
    ("person_status", "s"),
    ("person_kind", "k"),
    ("person_golongan", "g"),
    ("person_unit", "u"),
    ("person_post", "o"),
)
_COLUMNS = (
    "p.id, n.nip, p.name, p.title_front, p.title_back, p.sex, p.birth_date, p.appointed_on, p.education,"
    " p.field_of_study, k.employee_kind, k.contract_ends_on, s.status, g.golongan, g.since, g.stated, o.position_id,"
    " o.since, o.stated, u.unit_id, NULL"
)
_OF_SERVING = (
    "p.id, n.nip, p.name, p.title_front, p.title_back, p.birth_date, k.employee_kind, k.contract_ends_on, s.status,"
    " o.position_id, u.unit_id"
)


def _joins(facets: tuple[tuple[str, str], ...] = _FACETS) -> str:
    return " ".join(
        f"LEFT JOIN {table} {a} ON {a}.person_id = p.id AND {a}.since <= ? AND {a}.until >= ?" for table, a in facets
    )


def everyone(db: Database, as_of: date, statuses: tuple[str, ...] = STAFF) -> list[Person]:
    """Return everyone with one of `statuses` on the day, by id."""
    return db.once(("staff", as_of, statuses), lambda: _everyone(db, as_of, statuses))


def _everyone(db: Database, as_of: date, statuses: tuple[str, ...]) -> list[Person]:
    found = list(map(maker(Person), _on_the_day(db, as_of, statuses, _COLUMNS, _FACETS)))
    formerly = completing(db, as_of)
    if formerly:
        found = [one._replace(**formerly[one.id]) if one.id in formerly else one for one in found]
    return found


def completing(db: Database, as_of: date, only: int | None = None) -> dict[int, dict[str, Any]]:
    """Return what a person's own row does not tell of a day: since when there was service before the appointment, and the schooling of then."""
    from asnkarier.store.queries.file.contracts import entered

    found = schooled_before(db, as_of, only)
    for person, day in entered(db, only).items():
        found.setdefault(person, {})["entered_on"] = day
    return found


def first_known_after(db: Database, then: date, as_of: date, statuses: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield rows of persons of whom the first that is known is one of `statuses` on a day after `then` and up to `as_of`.

    Who is known to have come only after `then` is left out. What else is known is that of `then`.
    """
    day = then.isoformat()
    facets = tuple(facet for facet in _FACETS if facet[0] != "person_status")
    return db.each(
        f"SELECT {_COLUMNS} FROM person p JOIN person_nip n ON n.person_id = p.id AND n.until = ?"
        f" JOIN person_status s ON s.person_id = p.id AND s.since > ? AND s.since <= ? {_joins(facets)}"
        f" WHERE s.status IN ({','.join('?' * len(statuses))})"
        " AND NOT EXISTS (SELECT 1 FROM person_status e WHERE e.person_id = p.id AND e.since < s.since)"
        " AND NOT EXISTS (SELECT 1 FROM movement m WHERE m.person_id = p.id AND m.event = 'masuk' AND m.effective_on > ?)"
        " ORDER BY p.id",
        (OPEN, day, as_of.isoformat(), *(day for _ in facets for _ in range(2)), *statuses, day),
    )


def schooled_before(db: Database, as_of: date, only: int | None = None) -> dict[int, dict[str, Any]]:
    """Return the education and its field on a day of those of whom a roster of a later day says something else."""
    from asnkarier.store.queries.file.formerly import SCHOOLING, before

    return before(db, as_of, SCHOOLING, only)


def serving(db: Database, as_of: date) -> list[Serving]:
    """Return the staff of the day by id, with no more than pensions, contracts and pay steps need: half as much as of `everyone`."""
    facets = tuple(facet for facet in _FACETS if facet[0] != "person_golongan")
    return db.once(
        ("serving", as_of),
        lambda: list(map(maker(Serving), _on_the_day(db, as_of, STAFF, _OF_SERVING, facets))),
    )


def _on_the_day(
    db: Database, as_of: date, statuses: tuple[str, ...], columns: str, facets: tuple[tuple[str, str], ...]
) -> Iterator[tuple[Any, ...]]:
    day = as_of.isoformat()
    marks = ",".join("?" * len(statuses))
    return db.each(
        f"SELECT {columns} FROM person p JOIN person_nip n ON n.person_id = p.id AND n.until = ?"
        f" {_joins(facets)} WHERE s.status IN ({marks}) ORDER BY p.id",
        (OPEN, *(day for _ in facets for _ in range(2)), *statuses),
    )


def changing(db: Database, what: str, as_of: date, until: date) -> dict[int, list[tuple[str, str, str]]]:
    """Return the spans (since, until, value) of people whose `status` or `employee_kind` changes after a day and up to another."""
    table = {"status": "person_status", "employee_kind": "person_kind"}[what]
    day, last = as_of.isoformat(), until.isoformat()
    found: dict[int, list[tuple[str, str, str]]] = {}
    for person, *span in db.rows(
        f"SELECT person_id, since, until, {what} FROM {table} WHERE (since > ? AND since <= ?)"
        " OR (until >= ? AND until < ?) ORDER BY person_id, since",
        (day, last, day, last),
    ):
        found.setdefault(person, []).append(tuple(span))
    return found


class Left(NamedTuple):
    """A leaving to come that is on record: its day, and the event that tells of it ('' where only the status does)."""

    on: date
    event: str


def leaving(db: Database, as_of: date) -> dict[int, Left]:
    """Return who leaves the service after a day by what is on record."""
    day = as_of.isoformat()
    marks = ",".join("?" * len(STAFF))
    rows = db.rows(
        "SELECT s.person_id, MIN(s.since), MIN(m.event) FROM person_status s LEFT JOIN movement m ON"
        " m.person_id = s.person_id AND m.effective_on = s.since"
        " AND m.event IN ('pensiun', 'meninggal', 'pindah', 'berhenti', 'diberhentikan', 'kontrak_berakhir')"
        f" WHERE s.since > ? AND s.status NOT IN ({marks}) GROUP BY s.person_id",
        (day, *STAFF),
    )
    return {person: Left(date.fromisoformat(on), event or "") for person, on, event in rows}


def ahead(db: Database, as_of: date, only: int | None = None) -> dict[int, list[Ahead]]:
    """Return the leavings and absences after a day that are on record, of everyone or of one person, the first first."""
    more, values = ("", ()) if only is None else (" AND s.person_id = ?", (only,))
    rows = db.rows(
        "SELECT s.person_id, s.since, s.status, m.event, m.id FROM person_status s LEFT JOIN movement m ON"
        " m.person_id = s.person_id AND m.effective_on = s.since"
        " AND (m.event = s.status OR (s.status = 'keluar' AND m.event IN"
        " ('pensiun', 'meninggal', 'pindah', 'berhenti', 'diberhentikan', 'kontrak_berakhir')))"
        f" WHERE s.since > ? AND s.status NOT IN ({','.join('?' * len(ON_DUTY))}){more}"
        " ORDER BY s.person_id, s.since, m.event, m.id",
        (as_of.isoformat(), *ON_DUTY, *values),
    )
    found: dict[int, list[Ahead]] = {}
    for person, on, status, event, record in rows:
        known = found.setdefault(person, [])
        if not known or known[-1].on != on:
            known.append(Ahead(on, status, event or "", record or 0))
    return found


def named(db: Database, as_of: date, statuses: tuple[str, ...] = STAFF) -> list[Named]:
    """Return everyone with one of `statuses` on the day, by id, with post and unit of the day."""
    day = as_of.isoformat()
    marks = ",".join("?" * len(statuses))
    rows = db.each(
        "SELECT p.id, n.nip, p.name, o.position_id, u.unit_id FROM person p"
        " JOIN person_nip n ON n.person_id = p.id AND n.until = ?"
        " JOIN person_status s ON s.person_id = p.id AND s.since <= ? AND s.until >= ?"
        " LEFT JOIN person_post o ON o.person_id = p.id AND o.since <= ? AND o.until >= ?"
        " LEFT JOIN person_unit u ON u.person_id = p.id AND u.since <= ? AND u.until >= ?"
        f" WHERE s.status IN ({marks}) ORDER BY p.id",
        (OPEN, day, day, day, day, day, day, *statuses),
    )
    return list(map(maker(Named), rows))


class Unknown(NamedTuple):
    """How many people the file cannot place on a day, and the day from which it knows most of them."""

    people: int
    known_from: str
    everybody: bool
    """Whether it can place nobody at all."""


def not_known(db: Database, as_of: date) -> Unknown | None:
    """Tell of how many who were in service by their appointment nothing says where they stood on the day; None where all are known.

    A roster speaks of its own day: who was only read from a later one is unknown before, not absent. Who has no day of
    appointment may have been there.
    """
    day = as_of.isoformat()
    rows = db.rows(
        "SELECT s.since, COUNT(*) FROM person_status s JOIN person p ON p.id = s.person_id"
        " WHERE s.since > ? AND (p.appointed_on IS NULL OR p.appointed_on <= ?)"
        " AND NOT EXISTS (SELECT 1 FROM person_status e WHERE e.person_id = s.person_id AND e.since < s.since)"
        " GROUP BY s.since ORDER BY COUNT(*) DESC, s.since",
        (day, day),
    )
    found = [(str(since), int(count)) for since, count in rows]
    if not found:
        return None
    placed = db.one("SELECT 1 FROM person_status WHERE since <= ? LIMIT 1", (day,))
    return Unknown(sum(count for _since, count in found), found[0][0], placed is None)


def nips_in_use(db: Database) -> dict[int, str]:
    """Return everyone's NIP in use."""
    return dict(db.rows("SELECT person_id, nip FROM person_nip WHERE until = ?", (OPEN,)))


def names(db: Database) -> dict[int, str]:
    """Return everyone's bare name, also of who has left."""
    return dict(db.rows("SELECT id, name FROM person"))


def nips_of(db: Database, person_id: int) -> frozenset[str]:
    """Return every NIP a person ever had."""
    return frozenset(str(nip) for (nip,) in db.rows("SELECT nip FROM person_nip WHERE person_id = ?", (person_id,)))


def one(db: Database, person_id: int, as_of: date) -> Person:
    """Return one person on a day, whatever the status."""
    day = as_of.isoformat()
    row = db.one(
        f"SELECT {_COLUMNS} FROM person p JOIN person_nip n ON n.person_id = p.id AND n.until = ?"
        f" {_joins()} WHERE p.id = ?",
        (OPEN, *(day for _ in _FACETS for _ in range(2)), person_id),
    )
    assert row is not None  # noqa: S101 - ids come from find()
    return Person(*row)._replace(**completing(db, as_of, person_id).get(person_id, {}))


class Found(NamedTuple):
    """One person found, as a list shows them."""

    nip: str
    name: str
    position: str | None
    unit_id: int | None
    golongan: str | None
    education: str | None
    employee_kind: str | None
    status: str | None


def search(db: Database, as_of: date, query: str | None, *, left_too: bool = False) -> list[Found]:
    """Return the people whose name, NIP (any they ever had), post or unit holds every word of `query`, by name."""
    day = as_of.isoformat()
    terms, values = [], []
    for word in (query or "").split():
        terms.append(
            "(LOWER(p.name) LIKE ? OR LOWER(COALESCE(po.name, '')) LIKE ? OR LOWER(COALESCE(un.name, '')) LIKE ?"
            " OR EXISTS (SELECT 1 FROM person_nip e WHERE e.person_id = p.id AND e.nip LIKE ?))"
        )
        values += [f"%{word.lower()}%"] * 3 + [f"{word}%"]
    if not left_too:
        terms.append(f"s.status IN ({','.join('?' * len(STAFF))})")
        values += list(STAFF)
    rows = db.rows(
        "SELECT n.nip, p.name, po.name, u.unit_id, g.golongan, p.education, k.employee_kind, s.status, p.id FROM person p"
        f" JOIN person_nip n ON n.person_id = p.id AND n.until = ? {_joins()}"
        " LEFT JOIN position po ON po.id = o.position_id LEFT JOIN unit un ON un.id = u.unit_id"
        f"{' WHERE ' + ' AND '.join(terms) if terms else ''} ORDER BY p.name, n.nip",
        (OPEN, *(day for _ in _FACETS for _ in range(2)), *values),
    )
    formerly = schooled_before(db, as_of)
    found = []
    for *row, person in rows:
        one = Found._make(row)
        found.append(
            one._replace(education=formerly[person]["education"]) if "education" in formerly.get(person, ()) else one
        )
    return found


def post_of(db: Database, position_id: int | None) -> "Post | None":
    """Return a post by its id; None for None."""
    from asnkarier.store.queries.positions import by_id

    return None if position_id is None else by_id(db, position_id)


def status_counts(db: Database, as_of: date) -> dict[str, int]:
    """Count people by their status on a day; '' are those of whom none is known for that day."""
    day = as_of.isoformat()
    rows = db.rows(
        "SELECT COALESCE(s.status, ''), COUNT(*) FROM person p LEFT JOIN person_status s"
        " ON s.person_id = p.id AND s.since <= ? AND s.until >= ? GROUP BY 1 ORDER BY 1",
        (day, day),
    )
    return dict(rows)


def known(db: Database, nip: str) -> int | None:
    """Return the person who has or ever had this NIP; None where nobody does."""
    row = db.one("SELECT person_id FROM person_nip WHERE nip = ?", ("".join(c for c in nip if c.isalnum()),))
    return None if row is None else int(row[0])


def find(db: Database, nip: str) -> int:
    """Return the person who has or ever had this NIP; Usage where nobody does."""
    from asnkarier.core.errors import Usage

    wanted = "".join(c for c in nip if c.isalnum())
    person = known(db, wanted)
    if person is not None:
        return person
    if not any(c.isdigit() for c in wanted):
        named = _called(db, nip)
        shown = [f"{number} ({name})" for number, name in named[:3]]
        values = {"name": nip, "near": shown, "more": len(named) - len(shown) or None}
        raise Usage("name_not_nip_near" if named else "name_not_nip", values)
    near = nips_like(db, wanted)[:3] if len(wanted) >= 8 else []
    raise Usage("nip_unknown_near" if near else "nip_unknown", {"nip": nip, "near": near})


def nips_like(db: Database, nip: str) -> list[str]:
    """Return the NIPs that differ from one in a digit or two, sorted; looked for where one of its halves is right."""
    like = db.rows(
        "SELECT nip FROM person_nip WHERE nip LIKE ? OR nip LIKE ? LIMIT 2000", (nip[:8] + "%", "%" + nip[-10:])
    )
    return sorted(number for (number,) in like if distance(nip, number) <= 2)


def _called(db: Database, name: str) -> list[tuple[str, str]]:
    """Return NIP and name of those whose name holds every word of `name`, which may come with titles."""
    words = [word.lower() for word in name.partition(",")[0].split() if "." not in word]
    terms = " AND ".join("LOWER(p.name) LIKE ?" for _ in words)
    if not words:
        return []
    return db.rows(
        "SELECT n.nip, p.name FROM person p JOIN person_nip n ON n.person_id = p.id AND n.until = ?"
        f" WHERE {terms} ORDER BY p.name, n.nip",
        (OPEN, *(f"%{word}%" for word in words)),
    )
