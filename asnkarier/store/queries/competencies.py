"""Competencies, standards and assessments, read in bulk."""

from collections.abc import Iterator, Mapping
from typing import Any

from asnkarier.core.gap import Competency
from asnkarier.store.database import Database
from asnkarier.store.queries import successions


def every(db: Database) -> list[Competency]:
    """Return all competencies: the nine common ones in their order, then the others by group and name."""
    rows = db.rows(
        "SELECT id, name, grp, rank FROM competency ORDER BY CASE WHEN rank > 0 THEN 0 ELSE 1 END, rank, grp, name"
    )
    return [Competency(*row) for row in rows]


def names(db: Database) -> tuple[str, ...]:
    """Return the names of all competencies, in the order in which they came into the file."""
    return tuple(str(name) for (name,) in db.rows("SELECT name FROM competency ORDER BY id"))


def descriptions(db: Database) -> dict[int, str | None]:
    """Return what each competency means, where it is written down."""
    return dict(db.rows("SELECT id, description FROM competency"))


def standards(db: Database, day: str) -> dict[int, dict[int, int]]:
    """Return post → competency → required level on a day; a renamed post keeps what was asked of it."""
    own = _own(db)
    return {**own, **{post: own[former] for post, former in _inherited(db, own, day).items()}}


def importances(db: Database, day: str) -> dict[int, dict[int, str]]:
    """Return post → competency → how important its standard of the day says it is, where it does."""
    result: dict[int, dict[int, str]] = {}
    for post, competency, importance in db.rows(
        "SELECT position_id, competency_id, importance FROM standard WHERE importance IS NOT NULL"
    ):
        result.setdefault(post, {})[competency] = importance
    former = inherited(db, day)
    return {**result, **{post: result[of] for post, of in former.items() if of in result}}


def inherited(db: Database, day: str) -> dict[int, int]:
    """Return post → the former post whose standard is asked of it, of posts without one of their own.

    What was renamed or moved keeps its standard; what was merged has one where each post before it asked the same levels.
    """
    return _inherited(db, _own(db), day)


def _own(db: Database) -> dict[int, dict[int, int]]:
    result: dict[int, dict[int, int]] = {}
    for post, competency, level in db.rows("SELECT position_id, competency_id, required FROM standard"):
        result.setdefault(post, {})[competency] = level
    return result


def _inherited(db: Database, own: Mapping[int, Mapping[int, int]], day: str) -> dict[int, int]:
    before = successions.posts_before(db, day)
    found: dict[int, int | None] = {}

    def source(post: int) -> int | None:
        if post in own:
            return post
        if post not in found:
            found[post] = None  # what comes back to itself has none
            formers = [source(former) for former in before.get(post, ())]
            asked = [own[former] for former in formers if former is not None]
            if asked and len(asked) == len(formers) and all(one == asked[0] for one in asked):
                found[post] = formers[0]
        return found[post]

    return {post: former for post in before if post not in own and (former := source(post)) is not None}


def _only(person_id: int | None) -> tuple[str, tuple[Any, ...]]:
    return ("", ()) if person_id is None else (" AND a.person_id = ?", (person_id,))


def wide(db: Database, nine: list[int], until: str, person_id: int | None = None) -> list[tuple[Any, ...]]:
    """Return assessments up to a day, the oldest of a person first: person, day, id, recap's JPM, and a level of each of the nine.

    One row holds nine levels, because nine look-ups by key are cheaper than nine rows.
    """
    where, values = _only(person_id)
    levels = ", ".join(f"l{i}.level" for i in range(len(nine)))
    joins = " ".join(
        f"LEFT JOIN assessment_level l{i} ON l{i}.assessment_id = a.id AND l{i}.competency_id = {int(competency)}"
        for i, competency in enumerate(nine)
    )
    return db.rows(
        f"SELECT a.person_id, a.assessed_on, a.id, a.jpm, {levels} FROM assessment a {joins}"
        f" WHERE a.assessed_on <= ?{where} ORDER BY a.person_id, a.assessed_on, a.purpose",
        (until, *values),
    )


def sums(db: Database, nine: list[int], until: str, person_id: int | None = None) -> Iterator[tuple[Any, ...]]:
    """Yield assessments up to a day: person, day, id, JPM, potential, sum and number of levels, purpose."""
    where, values = _only(person_id)
    marks = ",".join(str(int(competency)) for competency in nine)
    # The sign has SQLite walk the levels in the order of the table, where it would look each of the nine up; added up apart, they are
    # walked once and without a sort.
    mine = "" if person_id is None else " AND assessment_id IN (SELECT id FROM assessment WHERE person_id = ?)"
    return db.each(
        "SELECT a.person_id, a.assessed_on, a.id, a.jpm, a.potential, l.total, COALESCE(l.known, 0), a.purpose"
        " FROM assessment a LEFT JOIN (SELECT assessment_id, SUM(level) AS total, COUNT(*) AS known FROM assessment_level"
        f" WHERE +competency_id IN ({marks}){mine} GROUP BY assessment_id) l ON l.assessment_id = a.id"
        f" WHERE a.assessed_on <= ?{where} ORDER BY a.id",
        (*values, until, *values),
    )


def others(db: Database, nine: list[int], until: str, person_id: int | None = None) -> list[tuple[Any, ...]]:
    """Return levels outside the nine up to a day, the oldest first: person, competency, day, level, assessment."""
    where, values = _only(person_id)
    marks = ",".join(str(int(competency)) for competency in nine)
    return db.rows(
        "SELECT a.person_id, l.competency_id, a.assessed_on, l.level, a.id FROM assessment_level l"
        " JOIN assessment a ON a.id = l.assessment_id"
        f" WHERE l.competency_id NOT IN ({marks}) AND a.assessed_on <= ?{where}"
        " ORDER BY a.person_id, l.competency_id, a.assessed_on",
        (until, *values),
    )
