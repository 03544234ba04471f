"""Comparing a sealed decision with itself, and with what the file says of its day now."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from asnkarier.commands.decide.defend import opening
from asnkarier.commands.decide.defend.computing import PARTS, Basis, compute, listed
from asnkarier.commands.decide.defend.sealing import Wanted, digest, pool_of, rows_of
from asnkarier.commands.in_force import lawbook
from asnkarier.core.defend.arithmetic import wrong
from asnkarier.core.defend.differences import Changed, Layout, Moved, Standing, changed_rows, moved, standing
from asnkarier.core.errors import AsnError, Usage
from asnkarier.law import sealed as law_sealed
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, seals, staff
from asnkarier.store.sealed import since
from asnkarier.store.sealed.facts import BY_TABLE
from asnkarier.store.sealed.memory import database
from asnkarier.views.document import dumps_line

Body = Mapping[str, Any]


class Within(NamedTuple):
    """Whether a sealed decision agrees with itself."""

    digest: str
    expected: str = ""
    """The digest that stands beside the document; '' where none does."""
    logged: str | None = None
    """The digest in the change log; None where there is no log."""
    columns: tuple[str, ...] = ()
    """What the file's row says otherwise than the document."""
    arithmetic: tuple[str, ...] = ()
    """Sums, ranks and outcomes of the list that do not follow from what stands beside them."""
    moved: Sequence[Moved] = ()
    """Who stands elsewhere when the list is computed again from the document."""
    details: bool = False
    """Whether the list computed again is the same in everything."""
    policy: bool = False
    """Whether the policy's text is the one whose hash is sealed."""
    rules: tuple[str, ...] = ()
    """Topics whose record is not the one whose hash is sealed."""
    reason: AsnError | None = None
    """Why it cannot be computed again at all."""
    differs: tuple[str, ...] = ()
    """What the list computed again says otherwise: NIP and key, or the key of the whole."""
    others: tuple[int, ...] = ()
    """Decisions of the same post and day that the database holds, where none of them is this document."""
    gone: int | None = None
    """The number under which the log has the document, where the database has not got it any more."""

    @property
    def sealed(self) -> bool:
        """Whether the digests and the file's row agree with the document."""
        if self.others or self.gone is not None:
            return False
        return not self.columns and all(known in ("", None, self.digest) for known in (self.expected, self.logged))

    @property
    def computed(self) -> bool:
        """Whether the list follows from the document's own data, policy and law."""
        return self.details and self.policy and not (self.reason or self.arithmetic or self.rules)

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return self.sealed and self.computed


class Since(NamedTuple):
    """What has changed in the file since the decision, and what that changes in it."""

    changes: Sequence[Changed] = ()
    entries: Mapping[int, since.Entry] = {}
    names: Mapping[int, tuple[str, str]] = {}
    rules: Sequence[Mapping[str, object]] = ()
    moved: Sequence[Moved] = ()
    eligible: tuple[int, int] = (0, 0)
    reason: AsnError | None = None
    """Why it cannot be computed today at all."""

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.changes or self.rules or self.moved or self.reason)


def _standings(whole: Mapping[str, Any]) -> dict[object, Standing]:
    return {person["id"]: standing(person) for part in PARTS for person in whole[part]}


def within(content: bytes, body: Body, expected: str, where: str) -> Within:
    """Compute the list again from the document alone, and compare."""
    found = digest(content)
    try:
        rules = tuple(law_sealed.tampered(body["rules"]))
        errors = tuple(wrong(body))
        policy = fingerprint(opening.policy_of(body)) == body["policy"]["sha256"]
        with opening.judged_again(body, where) as computed:
            again = _plain(listed(computed))
        same = all(again[key] == body[key] for key in again)
        steps = moved(_standings(body), _standings(again))
        details = () if same else tuple(_differing(body, again))
    except AsnError as error:
        return Within(found, expected, reason=error)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError) as error:
        return Within(found, expected, reason=opening.misfit(where, error))
    return Within(
        found, expected, arithmetic=errors, moved=steps, details=same, policy=policy, rules=rules, differs=details
    )


def _differing(body: Body, again: Body) -> Iterator[str]:
    """Yield what a line of the document says otherwise than the list computed again: NIP and key, or the key alone."""
    for key in again:
        if key not in PARTS:
            if again[key] != body[key]:
                yield key
            continue
        before = {person["id"]: person for person in body[key]}
        for person in again[key]:
            old = before.get(person["id"])
            if old is not None:
                yield from (f"{person['nip']} {name}" for name in person if old.get(name) != person[name])


def _plain(whole: Mapping[str, Any]) -> dict[str, Any]:
    """Return a list as it reads in a document."""
    import json

    found: dict[str, Any] = json.loads(dumps_line(whole))
    return found


def kept_in(db: Database, found: Within, sealed: seals.Sealed, body: Body) -> Within:
    """Compare the document with the file's own row and log as well."""
    said = {
        "position_id": body["position"]["id"],
        **{key: body[key] for key in ("as_of", "decree", "note", "sealed_by", "sealed_at")},
    }
    columns = tuple(key for key, value in said.items() if getattr(sealed, key) != value)
    return found._replace(logged=seals.logged(db, sealed.id), columns=columns)


def compared(db: Database, body: Body) -> Since:
    """Compute the decision again from what the file says of its day now, and name what has changed."""
    try:
        return _compared(db, body)
    except AsnError as error:
        return Since(reason=error)
    except (KeyError, TypeError, ValueError) as error:
        return Since(reason=opening.misfit("", error))


def _compared(db: Database, body: Body) -> Since:
    law = lawbook(db)
    day = opening.day_of(body)
    policy = opening.policy_of(body)
    post = positions.by_id(db, body["position"]["id"])
    among, unit = body["asked_for"]["among"], body["asked_for"]["unit"]
    wanted = Wanted(post, day, policy, unit, None if among is None else frozenset(_known(db, among)))
    pool = pool_of(db, law, wanted)
    sealed = opening.rows_of(body)
    before = {person["id"] for part in PARTS for person in body[part]}
    people = [person.id for person in pool.people]
    now = rows_of(db, wanted, pool, frozenset(people) | before)
    changes = _of_people(
        changed_rows(sealed, opening.as_sealed(body, now), _layout), (*sealed.get("assessment", ()), *now["assessment"])
    )
    with database(now) as own:
        basis = Basis(own, law, policy, day, post.id)
        again = _plain(listed(compute(basis, pool.counts, frozenset(people))))
    return Since(
        changes,
        since.entries(db, changes, body["last_entry"]["batch"]),
        since.names(db, (changed.person for changed in changes)),
        law_sealed.changed(body["rules"], law, day),
        moved(_standings(body), _standings(again)),
        (body["eligible"], again["eligible"]),
    )


def _of_people(changes: Sequence[Changed], assessments: Sequence[Sequence[Any]]) -> list[Changed]:
    """Say of the levels of an assessment whose they are."""
    whose = {row[0]: row[1] for row in assessments}
    return [
        changed._replace(person=whose.get(changed.record, 0)) if changed.table == "assessment_level" else changed
        for changed in changes
    ]


def _known(db: Database, nips: Sequence[str]) -> list[int]:
    found = []
    for nip in nips:
        try:
            found.append(staff.find(db, nip))
        except Usage:
            continue
    return found


def _layout(table: str) -> Layout:
    facts = BY_TABLE[table]
    return Layout(facts.columns, facts.key, facts.person)
