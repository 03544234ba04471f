"""Answering about one person and one post: judged now from the file, or as it was sealed."""

from datetime import date
from typing import NamedTuple

from asnkarier.commands.decide.considering import considered
from asnkarier.commands.decide.deciding import Ground, asked, ground, records, target_of
from asnkarier.commands.decide.defend import opening
from asnkarier.commands.decide.framing import frame_of, source_of
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.core.decide.shortlist import Judge
from asnkarier.core.decide.target import Target
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.defend.answer import Answer, Sealed


class Asked(NamedTuple):
    """A post made ready to be asked about, by what is in force on the day."""

    db: Database
    base: Ground
    units: Units
    post: Post
    target: Target


def about(db: Database, as_of: date, position: str, policy: str | None) -> Asked:
    """Make a post ready."""
    units = Units(db)
    post = positions.find(db, position, units, as_of)
    base = ground(db, lawbook(db), policy_in_use(db, policy), as_of)
    return Asked(db, base, units, post, target_of(post, base))


def answer(ready: Asked, nip: str) -> Answer:
    """Judge one person for the post, from what is on record now of the day."""
    db, base, target, units = ready.db, ready.base, ready.target, ready.units
    as_of = base.setting.as_of
    number = staff.find(db, nip)
    required = asked(target, base)
    person = staff.one(db, number, as_of)
    judge = Judge(target, required, base.setting, records(base, required, number))
    reason = next(iter(considered([person], target, base, units).not_considered), None)
    if person.status not in staff.ON_DUTY:
        reason = "not_on_duty"
    frame = frame_of(base, target, ready.post, units, on_duty=0, not_on_duty={}, not_considered={})
    return Answer(person, judge, judge.judge(person), Written(judge, frame, source_of(db, as_of)), reason)


def answer_sealed(db: Database, number: int, nip: str) -> Sealed:
    """Return what was sealed of one person, judged again from the sealed data so that every rule can be told."""
    sealed, _, body = opening.kept(db, number)
    who = staff.find(db, nip)
    entry = next((p for part in opening.PARTS for p in body[part] if p["id"] == who), None)
    if entry is None:
        nips = staff.nips_of(db, who)
        reason = next((why for why, out in body["not_considered"].items() if nips & set(out)), "not_on_duty")
        return Sealed(body, sealed.sha256, number, None, reason, None, nip)
    with opening.judged_again(body, str(number)) as computed:
        judged = computed.of(who)
        if judged is None:
            raise Usage("seal_without_person", {"seal": number, "nip": nip})
        written = Written(computed.judge, computed.written.frame, opening.source_in(body))
    found = Answer(judged.person, computed.judge, judged, written, None)
    return Sealed(body, sealed.sha256, number, found, None, entry, entry["nip"])
