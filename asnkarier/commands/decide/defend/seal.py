"""`seal`: the decision on a post, kept with everything it rests on, so that years later it can be answered for."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from asnkarier.commands.decide.among import people_in
from asnkarier.commands.decide.defend import packing
from asnkarier.commands.decide.defend.computing import PARTS
from asnkarier.commands.decide.defend.opening import body_of as opened
from asnkarier.commands.decide.defend.sealing import Pool, Statement, Wanted, body_of, digest, pool_of, written
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import AMONG, POLICY, POSITION, UNIT, option, reason_of
from asnkarier.core.access import Actor
from asnkarier.core.errors import Stopped
from asnkarier.law.load import AddedRule, Lawbook
from asnkarier.store.database import Database
from asnkarier.store.hand.seals import keep
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.law import added_rules
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.checks import label
from asnkarier.views.decide.listing import REASONS
from asnkarier.views.defend.seal import flat, head_data, pictures, sealed_notes
from asnkarier.views.language import N_, translate
from asnkarier.views.output import replacing
from asnkarier.views.result import Result


def run(
    db: Database,
    actor: Actor,
    as_of: date,
    position: Annotated[str, POSITION],
    decree: Annotated[
        str | None,
        option("--decree", "--keputusan", help=N_("Number of the decree the list belongs to."), metavar=N_("NO")),
    ] = None,
    chosen: Annotated[
        str | None,
        option(
            "--chosen", "--terpilih", help=N_("NIP of the person who was chosen."), metavar=N_("NIP"), completes="nip"
        ),
    ] = None,
    reason: Annotated[
        str | None,
        reason_of(N_("Why this person was chosen.")),
    ] = None,
    note: Annotated[
        str | None, option("--note", "--catatan", help=N_("What else belongs to the decision."), metavar=N_("TEXT"))
    ] = None,
    unit: Annotated[str | None, UNIT] = None,
    among: Annotated[Path | None, AMONG] = None,
    policy_name: Annotated[str | None, POLICY] = None,
    output: Annotated[
        Path | None,
        option(
            "--output",
            "--keluaran",
            "-o",
            help=N_("Also write the sealed decision to this file, which `verify` checks without the database."),
            metavar=N_("FILE"),
            completes="file",
        ),
    ] = None,
) -> Result:
    """Judge everyone as `shortlist` does, and keep the list, its data, the policy and the law."""
    units = Units(db)
    post = positions.find(db, position, units, as_of)
    wanted = Wanted(
        post,
        as_of,
        policy_in_use(db, policy_name),
        units.find(unit).id if unit is not None else None,
        people_in(among, db) if among is not None else None,
    )
    # A lawbook of its own, so that what it was asked is what the decision rests on.
    law = Lawbook([AddedRule(rule.name, rule.text) for rule in added_rules(db)])
    pool = pool_of(db, lawbook(db), wanted)
    chosen_id = _considered(db, chosen, pool, as_of) if chosen is not None else None
    body = body_of(db, law, wanted, pool, Statement(actor, decree, note, chosen, reason), chosen_id)
    if chosen_id is not None and not reason:
        _refuse_unless_eligible(body, chosen_id)
    content = written(body)
    sha256 = digest(content)
    body = opened(content, post.name)
    log = ChangeLog(db, actor, "seal", note)
    number = keep(db, log, post.id, as_of.isoformat(), decree, note, content, sha256)
    log.close()
    if output is not None:
        with replacing(output) as temporary:
            temporary.write_bytes(packing.packed(content, sha256))
    data = {**head_data(body, number, sha256), "batch": log.batch_id, "file": str(output) if output else None}
    return Result(
        data, lambda: pictures(body, number, sha256), sealed_notes(body, number, output), flat=lambda: flat(body)
    )


def _considered(db: Database, nip: str, pool: Pool, as_of: date) -> int:
    """Return who was chosen; Stopped where the person was not considered at all."""
    person = staff.find(db, nip)
    if any(one.id == person for one in pool.people):
        return person
    now = staff.one(db, person, as_of).nip
    reason = next((why for why, nips in pool.not_considered.items() if now in nips), "not_on_duty")
    raise Stopped("chosen_not_considered", {"nip": now, "reason": translate(REASONS.get(reason, reason))})


def _refuse_unless_eligible(body: Mapping[str, Any], chosen_id: int) -> None:
    person = next(p for part in PARTS for p in body[part] if p["id"] == chosen_id)
    if person["outcome"] == "met":
        return
    failing = [check["check"] for check in person["checks"] if check["outcome"] != "met"]
    checks = ", ".join(translate(label(name)) for name in failing)
    code = "chosen_not_eligible" if person["outcome"] == "not_met" else "chosen_undetermined"
    raise Stopped(code, {"nip": person["nip"], "name": person["name"], "checks": checks})
