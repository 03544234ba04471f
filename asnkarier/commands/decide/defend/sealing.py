"""Making the document of a sealed decision: everything it rests on, so that it can be judged again without this file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from asnkarier import __version__
from asnkarier.commands.decide.deciding import asked, ground, target_of
from asnkarier.commands.decide.defend.computing import PARTS, Basis, compute, datum_key, listed
from asnkarier.core.access import Actor
from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.pool import chosen
from asnkarier.core.decide.requirement import Requirements
from asnkarier.core.person import Person
from asnkarier.core.policy import Policy
from asnkarier.law import sealed as law_sealed
from asnkarier.law.load import Lawbook
from asnkarier.law.policy_load import fingerprint
from asnkarier.law.policy_write import export
from asnkarier.store.database import Database
from asnkarier.store.queries import seals, staff
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.sources import Source, Sources
from asnkarier.store.queries.units import Units
from asnkarier.store.sealed.facts import BY_TABLE, Scope, taken
from asnkarier.store.sealed.memory import database
from asnkarier.views.document import dumps_line
from asnkarier.views.json_text import Rows, encoded

FORMAT = "asnkarier-seal"
VERSION = 1


class Wanted(NamedTuple):
    """What is to be decided: the post, among whom, by what."""

    post: Post
    as_of: date
    policy: Policy
    unit: int | None
    among: frozenset[int] | None


class Pool(NamedTuple):
    """Who is considered, and who of those on duty is not, by reason."""

    people: list[Person]
    not_considered: dict[str, list[str]]
    counts: dict[str, Any]
    asked: frozenset[str]
    """What policy and law ask for: measures and checks."""


class Statement(NamedTuple):
    """What the officer says about the decision."""

    actor: Actor
    decree: str | None
    note: str | None
    chosen: str | None
    reason: str | None


def pool_of(db: Database, law: Lawbook, wanted: Wanted) -> Pool:
    """Tell who is considered as a shortlist would, and of everyone else why not."""
    units = Units(db)
    base = ground(db, law, wanted.policy, wanted.as_of)
    target = target_of(wanted.post, base)
    within = units.below(wanted.unit) if wanted.unit is not None else None
    on_duty = staff.everyone(db, wanted.as_of, staff.ON_DUTY)

    def among(people: Iterable[Person]) -> Any:
        return chosen(
            people,
            target,
            base.setting,
            units=within,
            among=wanted.among,
            families=lambda number: base.posts[number].job_family if number is not None else None,
            agency=lambda number: units.name(units.agency(number)),
        )

    found = among(on_duty)
    kept = {person.id for person in found.people}
    reasons: dict[str, list[str]] = {}
    for person in on_duty:
        if person.id not in kept:
            reason = next(iter(among([person]).not_considered), "not_considered")
            reasons.setdefault(reason, []).append(person.nip)
    statuses = staff.status_counts(db, wanted.as_of)
    counts = {
        "on_duty": len(on_duty),
        "not_considered": dict(found.not_considered),
        "not_on_duty": {s or "unknown": n for s, n in statuses.items() if s not in staff.ON_DUTY},
    }
    return Pool(list(found.people), reasons, counts, _asked(asked(target, base), wanted.policy))


def _asked(required: Requirements, policy: Policy) -> frozenset[str]:
    weighed = (*policy.performance.weights, *policy.potential.weights)
    measures = {policy.components[name].measure for name in weighed}
    return frozenset(measures | required.needs)


def rows_of(
    db: Database, wanted: Wanted, pool: Pool, people: frozenset[int]
) -> dict[str, list[tuple[str | int | None, ...]]]:
    """Return the data the decision reads of these people, as it was known of the day."""
    return taken(db, Scope(wanted.as_of, people, wanted.post.id, pool.asked))


def body_of(
    db: Database, law: Lawbook, wanted: Wanted, pool: Pool, said: Statement, chosen_id: int | None
) -> dict[str, Any]:
    """Return the document, whole."""
    rows = rows_of(db, wanted, pool, frozenset(person.id for person in pool.people))
    sources = Sources(db, wanted.as_of.isoformat())
    sources.load(person.id for person in pool.people)
    kept = _Kept(sources)
    nips = staff.nips_in_use(db)
    with database(rows) as own:
        basis = Basis(own, law, wanted.policy, wanted.as_of, wanted.post.id)
        computed = compute(basis, pool.counts, source=kept.named)
        whole = listed(computed)
        frame = computed.written.frame
    return {
        "format": FORMAT,
        "version": VERSION,
        "product": {"name": "asnkarier", "version": __version__},
        "institution": db.setting("institution"),
        "position": {
            "id": wanted.post.id,
            "name": frame.position,
            "unit": frame.unit,
            "kind": computed.judge.target.kind,
        },
        "as_of": wanted.as_of,
        "decree": said.decree,
        "note": said.note,
        "sealed_by": said.actor.by,
        "sealed_at": said.actor.at.isoformat(timespec="seconds"),
        "chosen": _chosen(whole, chosen_id, said.reason),
        "asked_for": {
            "unit": wanted.unit,
            "unit_path": Units(db).path(wanted.unit) or None,
            "among": sorted(nips[person] for person in wanted.among) if wanted.among is not None else None,
        },
        "pool": pool.counts,
        **{key: value for key, value in whole.items() if key not in PARTS},
        "policy": {
            "name": wanted.policy.name,
            "sha256": fingerprint(wanted.policy),
            "text": export(wanted.policy),
        },
        "rules": law_sealed.sealed(law, wanted.as_of),
        "last_entry": seals.last_entry(db),
        "batches": seals.batches(db, kept.batches),
        **{key: whole[key] for key in PARTS},
        "not_considered": pool.not_considered,
        "places": kept.places,
        "sources": [{"id": person, "at": found} for person, found in kept.found.items()],
        "data": [
            {"table": table, "columns": BY_TABLE[table].columns, "rows": found}
            for table, found in rows.items()
            if found
        ],
    }


_LISTS = ("rules", "batches", *PARTS, "sources", "data")


def written(body: Mapping[str, Any]) -> bytes:
    """Return the document as the bytes that are hashed: JSON with one person, rule and table a line."""
    lines = {key: Rows(map(dumps_line, value)) if key in _LISTS else value for key, value in body.items()}
    return b"".join(encoded(lines))


def digest(content: bytes) -> str:
    """Return the digest of a document."""
    return sha256(content).hexdigest()


class _Kept:
    """Looks sources up while people are written, and keeps each once: its file or hand, row and cell."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.places: list[dict[str, object]] = []
        self.found: dict[int, dict[str, list[object]]] = {}
        self.batches: set[int] = set()
        self._numbers: dict[tuple[object, ...], int] = {}

    def named(self, person: int, data: Sequence[Datum]) -> object:
        kept = self.found.setdefault(person, {})
        for datum in data:
            key = datum_key(datum)
            if key not in kept and (source := self.sources.of(person, datum)) is not None:
                kept[key] = [self._place(source), source.row, source.cell]
        return [datum_key(datum) for datum in data]

    def _place(self, source: Source) -> int:
        self.batches.add(source.batch)
        whole = source.as_data()
        place = {key: value for key, value in whole.items() if key not in ("row", "cell")}
        found = tuple(place.values())
        number = self._numbers.get(found)
        if number is None:
            number = self._numbers[found] = len(self.places)
            self.places.append(place)
        return number


def _chosen(whole: Mapping[str, Any], chosen_id: int | None, reason: str | None) -> dict[str, object] | None:
    if chosen_id is None:
        return None
    person = next(p for part in PARTS for p in whole[part] if p["id"] == chosen_id)
    return {
        "nip": person["nip"],
        "name": person["full_name"],
        "rank": person.get("rank"),
        "outcome": person["outcome"],
        "reason": reason,
    }
