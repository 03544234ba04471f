"""What people need, and why: gaps of the own post, what the next one asks, leadership, certificates, what an evaluation says."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Generic, NamedTuple, Protocol, TypeVar

from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.talent import Scorer
from asnkarier.core.decide.target import Setting
from asnkarier.core.growth.leading import has, next_kind
from asnkarier.core.growth.offers import Offers
from asnkarier.core.growth.path import moves
from asnkarier.core.growth.wants import Wanting, weight_of
from asnkarier.core.names import folded
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.core.rules.development import ImportanceRule, LeadershipRule

LOW = frozenset({"butuh_perbaikan", "kurang", "sangat_kurang"})
"""Predicates that ask for help where neither rating is on record as below expectation."""


class Need(NamedTuple):
    """One need of one person. For a competency the levels are known; else `what` names the training or what was said."""

    person_id: int
    nip: str
    name: str
    full_name: str
    unit_id: int | None
    reason: str
    competency: str | None
    required: int | None
    attained: int | None
    importance: str | None
    trainings: tuple[str, ...]
    urgency: int | None
    datum: Datum | None
    what: str | None
    expired: bool


class Ready(NamedTuple):
    """Someone in the succession group who lacks the leadership training of the next level."""

    nip: str
    name: str
    full_name: str
    unit_id: int | None
    position: str | None
    box: int | None
    talent: tuple[float, float]
    training: str
    kind: str


class Certificate(NamedTuple):
    """A training or an exam whose certificate holds only until a day."""

    person_id: int
    title: str
    key: str
    valid_until: str
    table: str
    record: int


class Judged(NamedTuple):
    """A person's newest annual evaluation: how it was rated, and what the leader recommended."""

    person_id: int
    year: int
    work_result: str | None
    behaviour: str | None
    predicate: str | None
    recommendation: str | None
    feedback: str | None
    record: int


class Place(Protocol):
    """A post as needs ask it."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def unit_id(self) -> int | None:
        """Its unit."""

    @property
    def job_family(self) -> str | None:
        """Its field of work."""


P = TypeVar("P", bound=Place)


class Above(Generic[P]):
    """The posts one step above another in its own line, where nobody wrote down where it leads to."""

    def __init__(self, posts: Iterable[P], setting: Setting, parent_of: Callable[[int], int | None]) -> None:
        """Sort the posts by their unit; `parent_of` tells the unit above one."""
        self._setting = setting
        self._parent_of = parent_of
        self._by_unit: dict[int | None, list[P]] = {}
        for post in posts:
            self._by_unit.setdefault(post.unit_id, []).append(post)
        self._found: dict[tuple[int, int | None], Sequence[P]] = {}

    def of(self, post: P, unit: int | None) -> Sequence[P]:
        """Return those of the nearest unit upwards that has any, from the unit in which the post is held."""
        key = post.id, unit
        if key not in self._found:
            self._found[key] = self._nearest(post, unit)
        return self._found[key]

    def _nearest(self, post: P, unit: int | None) -> Sequence[P]:
        while unit is not None:
            found = [other for other in self._by_unit.get(unit, ()) if self._vertical(post, other)]
            if found:
                return found
            unit = self._parent_of(unit)
        return [other for other in self._by_unit.get(None, ()) if self._vertical(post, other)]

    def _vertical(self, post: P, other: P) -> bool:
        """Tell whether a post stands one step above another in its group; of functional ones only in the same field of work."""
        here, there = self._setting.kind_of(post.id), self._setting.kind_of(other.id)
        if here is None or there is None or moves(here, there, self._setting.positions) != "vertical":
            return False
        return not here.startswith("jf_") or bool(post.job_family and post.job_family == other.job_family)


class Needs:
    """Tells what people need, by one setting of rules."""

    def __init__(
        self,
        setting: Setting,
        nine: Sequence[int],
        names: Mapping[int, str],
        offers: Offers,
        weights: ImportanceRule,
        leadership: LeadershipRule,
        taken: Mapping[int, Set[str]],
    ) -> None:
        """`names` are those of competencies, `taken` person → levels of leadership training completed."""
        self.setting = setting
        self.nine = nine
        self.names = names
        self.offers = offers
        self.weights = weights
        self.leadership = leadership
        self.taken = taken

    def gaps(self, who: Wanting, records: Mapping[int, int]) -> Iterator[Need]:
        """Yield what is missing for the own post; `records` are competency → the assessment that gives its level."""
        for want in who.wants:
            if want.missing and want.attained is not None:
                record = records.get(want.competency)
                yield self._gap(who, want.competency, want.required, want.attained, want.importance, "gap", record)

    def beyond(
        self,
        who: Wanting,
        targets: Iterable[Place],
        importance: Mapping[int, Mapping[int, str]],
        records: Mapping[int, int],
    ) -> Iterator[Need]:
        """Yield what the next posts ask beyond the own one: each competency once, for the post that asks most."""
        own = {want.competency: want.required for want in who.wants}
        most: dict[int, tuple[int, Place]] = {}
        for target in targets:
            profile = self.setting.profiles[target.id]
            nine = zip(self.nine, profile.nine, strict=True)
            for competency, required in (*nine, *profile.technical.items(), *profile.other.items()):
                attained = who.levels.get(competency)
                if required is None or attained is None or max(attained, own.get(competency, 0)) >= required:
                    continue
                if competency not in most or required > most[competency][0]:
                    most[competency] = required, target
        for competency, (required, target) in most.items():
            weight = importance.get(target.id, {}).get(competency)
            record, attained = records.get(competency), who.levels[competency]
            yield self._gap(who, competency, required, attained, weight, "next", record, target)

    def leading(self, who: Wanting) -> Iterator[Need]:
        """Yield the leadership training of the level held, where it is lacking."""
        rule = self.leadership
        kind = self.setting.kind_of(who.person.position_id)
        level = rule.training.get(kind) if kind else None
        if level is not None and not has(self.taken.get(who.person.id, set()), level, rule):
            codes = self.offers.leadership(level, rule)
            yield _plain(who, "leadership", level, codes, Datum("person_post", 0, "position"))

    def expired(self, who: Wanting, certificate: Certificate) -> Need:
        """Return the need to renew a certificate."""
        codes = tuple(o.code for o in self.offers.every if folded(o.title) == certificate.key)
        datum = Datum(certificate.table, certificate.record, "valid_until")
        return _plain(who, "certificate", certificate.title, codes, datum)

    def judged(self, who: Wanting, told: Judged) -> Iterator[Need]:
        """Yield what the newest evaluation says: ratings below expectation, and a training recommended."""
        below = [f for f, v in (("work_result", told.work_result), ("behaviour", told.behaviour)) if v == "below"]
        if not below and told.predicate in LOW:
            below = ["predicate"]
        for field in below:
            yield _plain(who, "rating", field, (), Datum("evaluation", told.record, field))
        if told.recommendation == "training":
            what = told.feedback or str(told.year)
            yield _plain(who, "recommendation", what, (), Datum("evaluation", told.record, "recommendation"))

    def pipeline(self, people: Iterable[Person], read: Records, post_of: Callable[[int], str]) -> Iterator[Ready]:
        """Yield people in the boxes of the succession group without the training that the next level asks."""
        rule, boxes = self.leadership, frozenset(self.setting.talent.succession_group)
        scorer = Scorer(self.setting)
        for person in people:
            kind = self.setting.kind_of(person.position_id)
            above = next_kind(kind, rule, self.setting.positions) if kind else None
            if above is None or has(self.taken.get(person.id, set()), rule.training[above], rule):
                continue
            talent = scorer.talent(person, read)
            if not all(box in boxes for box in talent.boxes):
                continue
            low, high, divisor = talent.value
            yield Ready(
                person.nip,
                person.name,
                person.full_name,
                person.unit_id,
                post_of(person.position_id) if person.position_id is not None else None,
                talent.box,
                (low / (divisor * SCALE), high / (divisor * SCALE)),
                rule.training[above],
                above,
            )

    def _gap(
        self,
        who: Wanting,
        competency: int,
        required: int,
        attained: int,
        importance: str | None,
        reason: str,
        record: int | None,
        target: Place | None = None,
    ) -> Need:
        name = self.names[competency]
        kinds = {self.setting.kind_of(who.person.position_id)} | (
            {self.setting.kind_of(target.id)} if target else set()
        )
        return Need(
            who.person.id,
            who.person.nip,
            who.person.name,
            who.person.full_name,
            who.person.unit_id,
            reason,
            name,
            required,
            attained,
            importance,
            tuple(o.code for o in self.offers.raising(name, attained, kinds)),
            weight_of(importance, self.weights) * (required - attained),
            Datum("assessment", record, f"level:{name}") if record else None,
            target.name if target else None,
            who.outdated(competency),
        )


def _plain(who: Wanting, reason: str, what: str, codes: tuple[str, ...], datum: Datum | None) -> Need:
    person = who.person
    return Need(
        person.id, person.nip, person.name, person.full_name, person.unit_id, reason, None, None, None, None, codes,
        None, datum, what, False,
    )  # fmt: skip
