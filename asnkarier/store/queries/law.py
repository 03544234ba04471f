"""Rules and policies that the institution added, and which policy it uses."""

from typing import TYPE_CHECKING, NamedTuple

from asnkarier.store.database import Database

if TYPE_CHECKING:
    from asnkarier.store.intake.log import ChangeLog

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


def add(db: Database, log: "ChangeLog", topic: str, name: str, text: str, sha256: str) -> None:
    """Keep a rule file or policy, and log it."""
    number = db.next_id("added_rule")
    row = {
        "topic": topic,
        "name": name,
        "text": text,
        "sha256": sha256,
        "added_by": log.actor.by,
        "added_at": log.at,
    }
    db.execute(
        "INSERT INTO added_rule (id, topic, name, text, sha256, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, *row.values()),
    )
    log.inserted("added_rule", number, row)


def use_policy(db: Database, log: "ChangeLog", name: str) -> None:
    """Make a policy the one in use, and log it."""
    before = db.setting(POLICY)
    if before == name:
        return
    if before is None:
        db.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (POLICY, name))
        log.inserted("setting", 0, {"name": POLICY, "value": name}, key=POLICY)
    else:
        db.execute("UPDATE setting SET value = ? WHERE name = ?", (name, POLICY))
        log.updated("setting", 0, {"value": (before, name)}, key=POLICY)


def sealed_days(db: Database) -> list[tuple[int, str]]:
    """Return every seal with the day it speaks of."""
    return [(int(row[0]), str(row[1])) for row in db.rows("SELECT id, as_of FROM seal ORDER BY id")]
