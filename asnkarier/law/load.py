"""Loading the national rules: one TOML file a topic, read strictly, and only when it is asked for."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from asnkarier.core.errors import RuleError
from asnkarier.core.regulation import Citation, Confidence, Regulation, Version
from asnkarier.law import toml
from asnkarier.law.decode import Where, decode, known, nearest, refuse, table
from asnkarier.law.topics import TOPICS

if TYPE_CHECKING:
    from asnkarier.core.rules.appraisal import DistributionRule, PredicateRule
    from asnkarier.core.rules.careers import CareerRule, ExperienceRule
    from asnkarier.core.rules.competency import AssessmentRule, CompetencyRule
    from asnkarier.core.rules.credit import CreditRule
    from asnkarier.core.rules.development import (
        GrowthRule,
        ImportanceRule,
        LeadershipRule,
        MentoringRule,
        TrainingRule,
    )
    from asnkarier.core.rules.discipline import DisciplineRule
    from asnkarier.core.rules.ip_asn import IpAsnRule
    from asnkarier.core.rules.positions import PositionKind, PositionRule
    from asnkarier.core.rules.ranks import (
        GolonganRule,
        PayStepRule,
        RankDatesRule,
        RankPromotionRule,
        RankRangeRule,
        RetirementRule,
    )
    from asnkarier.core.rules.reports import (
        AttentionRule,
        FairnessRule,
        MeritRule,
        SeniorityRule,
        ServiceAwardRule,
        StaffRule,
    )
    from asnkarier.core.rules.requirements import RequirementSet
    from asnkarier.core.rules.talent import SelectionRule, TalentRule

DATA = os.path.join(os.path.dirname(__file__), "data")
FIRST_DAY, LAST_DAY = date(1945, 8, 17), date(2199, 12, 31)
"""No rule of the republic is older, and none is written for a day after."""
CITATION_KEYS = ("law", "article", "link", "checked_on", "confidence")
RECORD_KEYS = ("in_force_since", "in_force_until", *CITATION_KEYS, "confidence_of", "note", "value")
FILE_KEYS = ("topic", "title", "version")


class AddedRule(NamedTuple):
    """A rule file that the institution added: its name and its TOML text, as kept in the database."""

    name: str
    text: str


class Lawbook:
    """Every topic of the law, each read at its first use."""

    def __init__(self, added: Sequence[AddedRule] = ()) -> None:
        """Make a lawbook of the built-in records and those an institution added."""
        self._added = tuple(added)
        self._added_by_topic: dict[str, list[tuple[AddedRule, dict[str, object]]]] | None = None
        self._read: dict[str, Regulation[Any]] = {}

    def topic(self, name: str) -> Regulation[Any]:
        """Return the regulation of a topic by its name."""
        if name not in TOPICS:
            names = tuple(TOPICS)
            values = {"topic": name, "near": nearest(name, names), "known": ", ".join(names)}
            raise RuleError("rule_unknown_topic", values)
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    @property
    def asked(self) -> "Mapping[str, Regulation[Any]]":
        """The topics read so far: all that an answer given by this lawbook can rest on."""
        return self._read

    def requirements(self, topic: str) -> "Regulation[RequirementSet]":
        """Return the requirements of a position kind, or of a post with a law of its own, by its tag."""
        return self.topic("jabatan_fungsional" if topic.startswith("jf_") else topic)

    def requirements_of(self, kind: "PositionKind", as_of: date) -> "Version[RequirementSet]":
        """Return the requirements in force on `as_of` for posts of `kind`."""
        return self.requirements(kind).on(as_of)

    @property
    def predicate(self) -> "Regulation[PredicateRule]":
        """How work result and behaviour (or, before 2022, a score) become a predicate."""
        return self.topic("predicate")

    @property
    def distribution(self) -> "Regulation[DistributionRule]":
        """How predicates should spread over a unit."""
        return self.topic("distribution")

    @property
    def competency(self) -> "Regulation[CompetencyRule]":
        """The nine common competencies and the default levels."""
        return self.topic("competency")

    @property
    def assessment(self) -> "Regulation[AssessmentRule]":
        """Categories of a JPM and the validity of an assessment."""
        return self.topic("assessment")

    @property
    def positions(self) -> "Regulation[PositionRule]":
        """Kinds of position, their levels, echelons and names."""
        return self.topic("positions")

    @property
    def experience(self) -> "Regulation[ExperienceRule]":
        """What counts as experience."""
        return self.topic("experience")

    @property
    def careers(self) -> "Regulation[CareerRule]":
        """Horizontal, vertical and diagonal moves."""
        return self.topic("careers")

    @property
    def talent(self) -> "Regulation[TalentRule]":
        """The nine boxes, what each recommends, and the succession group."""
        return self.topic("talent")

    @property
    def selection(self) -> "Regulation[SelectionRule]":
        """Stages and weights of an open selection."""
        return self.topic("selection")

    @property
    def golongan(self) -> "Regulation[GolonganRule]":
        """Golongan in their order, and their names."""
        return self.topic("golongan")

    @property
    def rank_ranges(self) -> "Regulation[RankRangeRule]":
        """The rank range of each echelon."""
        return self.topic("rank_ranges")

    @property
    def rank_dates(self) -> "Regulation[RankDatesRule]":
        """The months in which promotions in rank take effect."""
        return self.topic("rank_dates")

    @property
    def rank_promotion(self) -> "Regulation[RankPromotionRule]":
        """The ways to a higher rank."""
        return self.topic("rank_promotion")

    @property
    def credit(self) -> "Regulation[CreditRule]":
        """Credit of functional posts."""
        return self.topic("credit")

    @property
    def pay_step(self) -> "Regulation[PayStepRule]":
        """When pay steps fall due."""
        return self.topic("pay_step")

    @property
    def retirement(self) -> "Regulation[RetirementRule]":
        """Retirement ages."""
        return self.topic("retirement")

    @property
    def ip_asn(self) -> "Regulation[IpAsnRule]":
        """The index of professionalism."""
        return self.topic("ip_asn")

    @property
    def training(self) -> "Regulation[TrainingRule]":
        """Hours of training and what counts for them."""
        return self.topic("training")

    @property
    def leadership(self) -> "Regulation[LeadershipRule]":
        """Leadership training by level held."""
        return self.topic("leadership")

    @property
    def growth(self) -> "Regulation[GrowthRule]":
        """What is enough for growth and recognition."""
        return self.topic("growth")

    @property
    def importance(self) -> "Regulation[ImportanceRule]":
        """How much a level of a competency counts by its importance."""
        return self.topic("importance")

    @property
    def mentoring(self) -> "Regulation[MentoringRule]":
        """What makes a mentor fit beside the levels to be raised."""
        return self.topic("mentoring")

    @property
    def discipline(self) -> "Regulation[DisciplineRule]":
        """Sanctions, their levels and terms."""
        return self.topic("discipline")

    @property
    def staff(self) -> "Regulation[StaffRule]":
        """How staff is counted."""
        return self.topic("staff")

    @property
    def duk(self) -> "Regulation[SeniorityRule]":
        """The list of seniority."""
        return self.topic("duk")

    @property
    def satyalancana(self) -> "Regulation[ServiceAwardRule]":
        """Awards for long service."""
        return self.topic("satyalancana")

    @property
    def attention(self) -> "Regulation[AttentionRule]":
        """How far the dashboard looks ahead."""
        return self.topic("attention")

    @property
    def merit(self) -> "Regulation[MeritRule]":
        """The aspects of the merit system."""
        return self.topic("merit")

    @property
    def fairness(self) -> "Regulation[FairnessRule]":
        """The yardstick of equal opportunity."""
        return self.topic("fairness")

    def _load(self, name: str) -> Regulation[Any]:
        shown = f"{TOPICS[name].room}/{name}.toml"
        built_in = read_topic(toml.read(os.path.join(DATA, TOPICS[name].room, f"{name}.toml"), shown), shown, name)
        versions = list(built_in.versions)
        for rule, document in self._added_documents().get(name, []):
            for version in read_topic(document, rule.name, name, added=True).versions:
                _beside(versions, version, Where(rule.name))
                versions.append(version)
        return Regulation(name, built_in.title, in_order(versions, Where(shown)))

    def _added_documents(self) -> dict[str, list[tuple[AddedRule, dict[str, object]]]]:
        if self._added_by_topic is None:
            self._added_by_topic = {}
            for rule in self._added:
                document = toml.parse(rule.text, rule.name)
                self._added_by_topic.setdefault(topic_named(document, rule.name), []).append((rule, document))
        return self._added_by_topic


@cache
def regulations() -> Lawbook:
    """Return the lawbook of the built-in rules."""
    return Lawbook()


def topic_named(document: Mapping[str, object], file: str) -> str:
    """Return the topic that a rule file says it is about."""
    where = Where(file, "topic")
    if "topic" not in document:
        raise refuse("rule_missing_key", where)
    name = decode(str, document["topic"], where)
    if name not in TOPICS:
        names = tuple(TOPICS)
        raise refuse("rule_unknown_value", where, value=name, near=nearest(name, names), known=", ".join(names))
    return str(name)


def read_topic(document: Mapping[str, object], file: str, topic: str, *, added: bool = False) -> Regulation[Any]:
    """Turn the tables of a rule file into a regulation, refusing whatever is not exactly right."""
    where = Where(file)
    known(document, FILE_KEYS, where)
    if topic_named(document, file) != topic:
        raise refuse("rule_unknown_value", where.at("topic"), value=document["topic"], near=topic, known=topic)
    title = decode(Mapping[str, str], document.get("title", {}), where.at("title"))
    records = document.get("version")
    if not isinstance(records, list) or not records:
        raise refuse("rule_missing_key", where.at("version"))
    versions = [read_record(topic, r, where.at("version").at(i), added=added) for i, r in enumerate(records)]
    return Regulation(topic, title, in_order(versions, where))


def read_record(topic: str, record: object, where: Where, *, added: bool) -> Version[Any]:
    """Read one dated record: its citation, its value, and the check of its topic."""
    entry = table(record, where)
    known(entry, RECORD_KEYS, where)
    for key in ("in_force_since", *CITATION_KEYS, "value"):
        if key not in entry:
            raise refuse("rule_missing_citation" if key in CITATION_KEYS else "rule_missing_key", where.at(key))
    for key in ("law", "article"):
        if not str(entry[key]).strip():
            raise refuse("rule_missing_citation", where.at(key))
    until = entry.get("in_force_until")
    version: Version[Any] = Version(
        in_force_since=decode(date, entry["in_force_since"], where.at("in_force_since")),
        in_force_until=None if until is None else decode(date, until, where.at("in_force_until")),
        value=decode(value_type(topic), entry["value"], where.at("value")),
        citation=Citation(
            decode(str, entry["law"], where.at("law")),
            decode(str, entry["article"], where.at("article")),
            decode(str, entry["link"], where.at("link")),
            decode(date, entry["checked_on"], where.at("checked_on")),
            decode(Confidence, entry["confidence"], where.at("confidence")),
        ),
        confidence_of=decode(Mapping[str, Confidence], entry.get("confidence_of", {}), where.at("confidence_of")),
        note=_note(entry.get("note", {}), where.at("note")),
        added=added,
        record=entry,
    )
    for path in version.confidence_of:
        if not _reaches(entry["value"], path.split(".")):
            keys = ", ".join(str(key) for key in table(entry["value"], where.at("value")))
            raise refuse("rule_unknown_key", where.at("confidence_of").at(path), near="", known=keys)
    if added:
        _is_sensible(topic, version, where)
    check(topic, version.value, where.at("value"))
    return version


def _is_sensible(topic: str, version: Version[Any], where: Where) -> None:
    """Ask of a record that came from outside what a test asks of the built-in ones."""
    from asnkarier.law.checks.limits import limits

    for key, day in (("in_force_since", version.in_force_since), ("checked_on", version.citation.checked_on)):
        if not FIRST_DAY <= day <= LAST_DAY:
            raise refuse("rule_day", where.at(key), day=day, first=FIRST_DAY, last=LAST_DAY)
    limits(topic, version.record["value"], where.at("value"))


def _beside(versions: Sequence[Version[Any]], added: Version[Any], where: Where) -> None:
    """Refuse an added record that begins on a day on which another one begins, or within one that has an end."""
    for version in versions:
        since, until = version.in_force_since, version.in_force_until
        if since == added.in_force_since or (until is not None and since < added.in_force_since <= until):
            law = version.citation.text
            raise refuse("rule_day_taken", where.at("in_force_since"), day=added.in_force_since, since=since, law=law)


def in_order(versions: Sequence[Version[Any]], where: Where) -> tuple[Version[Any], ...]:
    """Sort records by date; refuse two that would be in force on the same day."""
    ordered = sorted(versions, key=lambda v: v.in_force_since)
    for earlier, later in pairwise(ordered):
        if earlier.in_force_since == later.in_force_since or (
            earlier.in_force_until is not None and earlier.in_force_until >= later.in_force_since
        ):
            raise refuse("rule_two_in_force", where.at("version"), day=later.in_force_since)
    for version in ordered:
        if version.in_force_until is not None and version.in_force_until < version.in_force_since:
            raise refuse("rule_ends_before_start", where.at("version"), day=version.in_force_until)
    return tuple(ordered)


def value_type(topic: str) -> Any:
    """Return the type that a topic's values are read into."""
    from importlib import import_module

    entry = TOPICS[topic]
    return getattr(import_module(f"asnkarier.core.rules.{entry.room}"), entry.type)


def check(topic: str, value: object, where: Where) -> None:
    """Ask what the types cannot say: bands without holes, every kind covered, sums."""
    entry = TOPICS[topic]
    if entry.check:
        from importlib import import_module

        asked = import_module(f"asnkarier.law.checks.{entry.room}")
        getattr(asked, entry.check)(value, where)
        if entry.type == "RequirementSet":
            asked.agrees(topic, value, where)


def fingerprint(version: Version[Any]) -> str:
    """Return the sha256 of a record as written, whatever its layout or comments."""
    return record_hash(version.record)


def record_hash(record: object) -> str:
    """Return the sha256 of the table of a record."""
    from hashlib import sha256
    from json import dumps

    return sha256(dumps(record, sort_keys=True, default=str, ensure_ascii=False).encode()).hexdigest()


def _note(value: object, where: Where) -> Mapping[str, str]:
    if isinstance(value, str):
        return {"": value}
    notes: Mapping[str, str] = decode(Mapping[str, str], value, where)
    return notes


def _reaches(value: object, path: Sequence[str]) -> bool:
    for key in path:
        if isinstance(value, dict) and key in value:
            value = value[key]
        elif isinstance(value, list) and key.isdecimal() and 0 < int(key) <= len(value):
            value = value[int(key) - 1]
        else:
            return False
    return True


def not_checked_later(versions: Sequence[Version[Any]], file: str, today: date) -> None:
    """Refuse records that say they were read on a day to come."""
    for version in versions:
        day = version.citation.checked_on
        if day > today:
            raise refuse("rule_day", Where(file, "checked_on"), day=day, first=FIRST_DAY, last=today)
