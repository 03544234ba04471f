"""`rules add`: a rule of the institution's own, for which no release can be waited for."""

from hashlib import sha256
from pathlib import Path
from typing import Annotated

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import argument
from asnkarier.core.access import Actor
from asnkarier.core.errors import Stopped
from asnkarier.law import toml
from asnkarier.law.load import AddedRule, Lawbook, not_checked_later, topic_named
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries.law import add, added_rules, sealed_days
from asnkarier.views.language import N_, Words
from asnkarier.views.law import glossed, named
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table

_COLUMNS = (
    Column("topic", N_("Topic"), "code"),
    Column("since", N_("Since"), "date"),
    Column("law", N_("Law")),
    Column("article", N_("Article")),
)


def run(
    db: Database,
    actor: Actor,
    file: Annotated[
        Path, argument(N_("FILE"), help=N_("Rule file in the form of the built-in ones."), completes="file")
    ],
) -> Result:
    """Check the file as strictly as a built-in one and keep it; a day already sealed cannot be changed."""
    text, shown, kept = toml.text_of(str(file)), toml.name_of(str(file)), toml.name_of(file.name)
    topic = topic_named(toml.parse(text, shown), shown)
    digest = sha256(text.encode()).hexdigest()
    before = added_rules(db)
    if any(rule.sha256 == digest for rule in before):
        note = Words(N_("This file is among the rules already; nothing changed."))
        return Result({"topic": topic, "sha256": digest, "records": [], "added": False}, [], [note])
    known = lawbook(db).topic(topic).versions
    book = Lawbook([*(AddedRule(rule.name, rule.text) for rule in before), AddedRule(kept, text)])
    new = [version for version in book.topic(topic).versions if version not in known]
    not_checked_later(new, shown, actor.at.astimezone().date())
    first = min(version.in_force_since for version in new)
    sealed = [str(seal) for seal, day in sealed_days(db) if day >= first.isoformat()]
    if sealed:
        raise Stopped("rule_changes_sealed", {"file": shown, "first": first, "seals": ", ".join(sealed)})
    log = ChangeLog(db, actor, "rules add")
    add(db, log, topic, kept, text, digest)
    log.close()
    rows = [(named(topic), v.in_force_since, glossed(v.citation.law), glossed(v.citation.article)) for v in new]
    records = [{"in_force_since": day, "law": law, "article": article} for _topic, day, law, article in rows]
    data = {"topic": topic, "sha256": digest, "records": records, "added": True, "batch": log.batch_id}
    undo = Words(N_("To take it back: asnkarier imports undo {batch}"), {"batch": str(log.batch_id)})
    return Result(data, [Table(N_("Rules added"), _COLUMNS, rows)], [undo])
