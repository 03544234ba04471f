"""Rules and policies that the institution added, and which policy it uses."""

from typing import NamedTuple

from asnkarier.core.access import Actor
from asnkarier.store.database import Database

POLICY = "policy"
"""The topic under which policies are kept, and the setting that names the one in use."""


class Added(NamedTuple):
    """One rule file or policy as it was added."""

    topic: str
    name: str
    text: str
    sha256: str
    added_by: str
    added_at: str


def added_rules(db: Database) -> list[Added]:
    """Return every rule file, in the order they were added."""
    return _added(db, "topic <> ?")


def stored_policies(db: Database) -> dict[str, Added]:
    """Return every policy by its name; of one stored twice, the newest."""
    return {added.name: added for added in _added(db, "topic = ?")}


def _added(db: Database, where: str) -> list[Added]:
    sql = f"SELECT topic, name, text, sha256, added_by, added_at FROM added_rule WHERE {where} ORDER BY id"
    return [Added(*map(str, row)) for row in db.rows(sql, (POLICY,))]


def add(db: Database, topic: str, name: str, text: str, sha256: str, actor: Actor) -> None:
    """Keep a rule file or policy."""
    db.execute(
        "INSERT INTO added_rule (id, topic, name, text, sha256, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (db.next_id("added_rule"), topic, name, text, sha256, actor.by, actor.at.isoformat(timespec="seconds")),
    )


def use_policy(db: Database, name: str) -> None:
    """Make a policy the one in use."""
    db.execute("DELETE FROM setting WHERE name = ?", (POLICY,))
    db.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (POLICY, name))


def sealed_days(db: Database) -> list[tuple[int, str]]:
    """Return every seal with the day it speaks of."""
    return [(int(row[0]), str(row[1])) for row in db.rows("SELECT id, as_of FROM seal ORDER BY id")]
