"""Judging everyone of a sealed decision from its own data, law and policy: at sealing, at verifying and at explaining alike."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from asnkarier.commands.decide.deciding import Ground, asked, ground, records, target_of
from asnkarier.commands.decide.framing import frame_of
from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.shortlist import Judge, Judged, Shortlist, shortlist
from asnkarier.core.policy import Policy
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.shortlist import SourceOf, Written

Counts = Mapping[str, Any]
"""The pool as a shortlist's document has it: on_duty, not_considered, not_on_duty."""


class Basis(NamedTuple):
    """A database with the decision's data, and by what it is judged."""

    db: Database
    law: Lawbook
    policy: Policy
    as_of: date
    position: int


class Computed(NamedTuple):
    """Everyone judged, ready to be written or asked about."""

    base: Ground
    units: Units
    judge: Judge
    found: Shortlist
    written: Written

    def of(self, person: int) -> Judged | None:
        """Return one of those considered."""
        everyone = (*(r.judged for r in self.found.ranked), *self.found.undetermined, *self.found.excluded)
        return next((judged for judged in everyone if judged.person.id == person), None)


def datum_key(datum: Datum) -> str:
    """Return how a sealed document names where a value stands."""
    return f"{datum.table}.{datum.record}.{datum.field}"


def named(person: int, data: Sequence[Datum]) -> object:
    """Name the data a value rests on; where they stand is kept once, in the document's sources."""
    return [datum_key(datum) for datum in data]


def compute(basis: Basis, pool: Counts, people: frozenset[int] | None = None, source: SourceOf = named) -> Computed:
    """Judge the people (None: everyone in the database) for the post."""
    base = ground(basis.db, basis.law, basis.policy, basis.as_of)
    units = Units(basis.db)
    post = positions.by_id(basis.db, basis.position)
    target = target_of(post, base)
    required = asked(target, base)
    judge = Judge(target, required, base.setting, records(base, required))
    on_duty = staff.everyone(basis.db, basis.as_of, staff.ON_DUTY)
    considered = on_duty if people is None else [person for person in on_duty if person.id in people]
    frame = frame_of(
        base,
        target,
        post,
        units,
        on_duty=pool["on_duty"],
        not_on_duty=pool["not_on_duty"],
        not_considered=pool["not_considered"],
    )
    return Computed(base, units, judge, shortlist(judge, considered), Written(judge, frame, source))


def listed(computed: Computed) -> dict[str, Any]:
    """Return the list as a sealed document holds it: everyone considered with every check and component."""
    found, written = computed.found, computed.written

    def whole(judged: Judged) -> dict[str, object]:
        return {"id": judged.person.id, **written.person(judged), "full_name": judged.person.full_name}

    return {
        "considered": found.considered,
        "eligible": len(found.ranked),
        "undetermined": len(found.undetermined),
        "excluded": found.failing,
        "unknown": found.unknown,
        "attested": [{"check": a.check, "article": a.article} for a in written.judge.asked.attested],
        "exceptions": list(written.judge.asked.exceptions),
        "candidates": [
            {"rank": r.rank, "tied": r.tied, "best_rank": r.best, "worst_rank": r.worst, **whole(r.judged)}
            for r in found.ranked
        ],
        "undetermined_people": [whole(judged) for judged in found.undetermined],
        "excluded_people": [whole(judged) for judged in found.excluded],
    }


PARTS = ("candidates", "undetermined_people", "excluded_people")
"""The keys of a document under which people stand."""

Progressing = Callable[[int, int, str], None]
