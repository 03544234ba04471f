"""Development plans as they stand in the file."""

from collections.abc import Container, Sequence

from asnkarier.core.growth.idp import Step
from asnkarier.core.names import folded_position
from asnkarier.store.database import Database
from asnkarier.store.queries import successions

_COLUMNS = "id, person_id, goal, horizon, step, due, done_on, evidence, owner, linked"


def steps_of(db: Database, person_id: int) -> list[Step]:
    """Return the steps of one person."""
    return [Step(*row) for row in db.rows(f"SELECT {_COLUMNS} FROM idp WHERE person_id = ? ORDER BY id", (person_id,))]


def as_called(db: Database, steps: Sequence[Step], day: str) -> list[Step]:
    """Return the steps with the post that one serves as it is called on the day; what may be several posts stays as written."""
    now = successions.posts_now(db, day)
    if not now:
        return list(steps)
    posts = {number: (key, name) for number, key, name in db.rows("SELECT id, name_key, name FROM position")}
    called: dict[str, set[str]] = {}
    for number, (key, _) in posts.items():
        called.setdefault(key, set()).add(posts[now.get(number, number)][1])

    def today(linked: str) -> str:
        key = folded_position(linked)
        names = called.get(key, set())
        (name,) = names if len(names) == 1 else (linked,)
        return linked if folded_position(name) == key else name

    return [step._replace(linked=today(step.linked)) if step.linked else step for step in steps]


def every_step(db: Database) -> list[Step]:
    """Return everyone's steps, by person."""
    return [Step(*row) for row in db.rows(f"SELECT {_COLUMNS} FROM idp ORDER BY person_id, id")]


def reviews(db: Database, as_of: str) -> dict[int, str]:
    """Return person → the newest review up to a day."""
    return dict(
        db.rows(
            "SELECT person_id, MAX(reviewed_on) FROM idp_review WHERE reviewed_on <= ? GROUP BY person_id", (as_of,)
        )
    )


def reviews_of(db: Database, person_id: int) -> list[tuple[str, str | None]]:
    """Return day and note of a person's reviews, newest first."""
    return [
        (day, note)
        for day, note in db.rows(
            "SELECT reviewed_on, note FROM idp_review WHERE person_id = ? ORDER BY reviewed_on DESC", (person_id,)
        )
    ]


BACKDATED = "--as-of "
"""How the reason of an entry begins that was made as of an earlier day than its own."""


def began(db: Database) -> dict[int, str]:
    """Return person → the day on which the plan was first written down, or as of which that was done."""
    typed = "SUBSTR(b.entered_at, 1, 10)"
    said = f"SUBSTR(b.reason, {len(BACKDATED) + 1}, 10)"
    return dict(
        db.rows(
            f"SELECT c.person_id, MIN(CASE WHEN b.reason LIKE '{BACKDATED}%' AND {said} < {typed} THEN {said} ELSE {typed} END)"
            " FROM change c JOIN batch b ON b.id = c.batch_id"
            " WHERE c.tbl = 'idp' AND c.op = 'I' AND c.person_id IN (SELECT person_id FROM idp)"
            " GROUP BY c.person_id"
        )
    )


def start(db: Database) -> dict[int, str]:
    """Return person → the day on which the plan began: when it was first written down, or the first due day where that lies before.

    A plan made before the office kept it here was written down with steps that were due already.
    """
    due = dict(db.rows("SELECT person_id, MIN(due) FROM idp WHERE due IS NOT NULL GROUP BY person_id"))
    return {person: min(day, due.get(person, day)) for person, day in began(db).items()}


def days_of(db: Database) -> dict[tuple[int, str, str], dict[str, str | None]]:
    """Return person, goal and step, as they are compared → the days by which it is due and on which it was done."""
    rows = db.rows("SELECT person_id, goal_key, step_key, due, done_on FROM idp")
    return {(person, goal, step): {"due": due, "done_on": done} for person, goal, step, due, done in rows}


def open_beside(db: Database, person_id: int, named: Container[int]) -> list[tuple[str, str]]:
    """Return goal and step of what is still to do in a plan, without the steps named."""
    return [
        (goal, step or "")
        for number, goal, step in db.rows(
            "SELECT id, goal, step FROM idp WHERE person_id = ? AND done_on IS NULL ORDER BY id", (person_id,)
        )
        if number not in named
    ]
