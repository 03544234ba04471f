"""Checks on promotion inside functional posts: level below, exam, vacancy."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.decide.check import Datum, Question, Verdict, at
from asnkarier.core.decide.checks.personal import served_from
from asnkarier.core.decide.records import Exam, Records, lapsed
from asnkarier.core.decide.target import Setting, Target
from asnkarier.core.person import Person
from asnkarier.core.rank.career import stem
from asnkarier.core.rank.cases import held_levels
from asnkarier.core.rank.credit import Credit, credit
from asnkarier.core.rank.credit import Target as Goal
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.positions import below

_FUNCTIONAL = "jf_"


def level_below(target: Target, setting: Setting) -> Question:
    """The person holds the level directly below the target's, of the same functional post."""
    wanted, name = below(target.kind), stem(target.name_key)
    where = Datum("person_post", 0, "position")

    def judge(person: Person, records: Records) -> Verdict:
        kind = setting.kind_of(person.position_id)
        if wanted is None:
            # The lowest level of a ladder is entered by a first appointment or a transfer, which these rules do not judge.
            return Verdict("unknown", kind, "lowest_level")
        if kind is None:
            return Verdict("unknown", None)
        if kind == wanted and not _holds(person, records, name):
            return Verdict("not_met", kind, "other_function")
        return Verdict("met" if kind == wanted else "not_met", kind)

    return Question(judge, at(where))


def _holds(person: Person, records: Records, name: str) -> bool:
    """Tell whether the present post is the functional one of that name, at whatever level."""
    held = [p for p in records.postings.get(person.id, ()) if p.record == 0]
    return bool(held) and stem(records.classes[held[-1].of].name_key) == name


def exam(name: str, target: Target, setting: Setting) -> Question:
    """The exam is passed for the target, and still valid."""
    day, words = setting.day, stem(target.name_key)

    def level(key: str) -> bool:
        # An exam for another level of the same post is none for this one; where no level is named it may be.
        found = setting.positions.kind_named(key)
        return found is None or found == target.kind

    def of_post_held(row: Exam, person: Person, records: Records) -> bool | None:
        """Whether an exam for a level alone was one of this post: that of the functional post held then; None if unknown."""
        if setting.positions.kind_named(f"{words} {row.target_key}") != target.kind:
            return False
        then = date.fromisoformat(row.taken_on).toordinal()
        held = [
            records.classes[posting.of]
            for posting in records.postings.get(person.id, ())
            if posting.since <= then and (posting.until is None or posting.until >= then)
        ]
        functional = {stem(one.name_key) for one in held if one.kind and one.kind.startswith(_FUNCTIONAL)}
        return words in functional if functional else None

    def unclear(person: Person, records: Records) -> bool:
        return any(
            row.exam == name
            and row.taken_on <= day
            and not lapsed(row.valid_until, day)
            and row.result == "lulus"
            and bool(row.target_key)
            and not stem(row.target_key)
            and of_post_held(row, person, records) is None
            for row in records.exams.get(person.id, ())
        )

    def passed(person: Person, records: Records) -> Exam | None:
        for row in records.exams.get(person.id, ()):
            if row.exam != name or row.taken_on > day or lapsed(row.valid_until, day):
                continue
            if row.result != "lulus":
                continue
            if row.target_key and not stem(row.target_key):
                if of_post_held(row, person, records):
                    return row
                continue
            if not row.target_key or (words in row.target_key and level(row.target_key)):
                return row
        return None

    def judge(person: Person, records: Records) -> Verdict:
        found = passed(person, records)
        if found is not None:
            return Verdict("met", found.taken_on)
        if unclear(person, records):
            return Verdict("unknown", None, "exam_names_no_post")
        if records.covers("exams", day, served_from(person) or ""):
            return Verdict("not_met", None)
        return Verdict("unknown", None, "register_not_covered")

    def trace(person: Person, records: Records, verdict: Verdict) -> tuple[Datum, ...]:
        found = passed(person, records)
        return (Datum("exam", found.record, "result"),) if found else ()

    return Question(judge, trace)


class Earned(NamedTuple):
    """Credit for the next level, in points: for sure, and at most (None: not known), and months to go at two predicates."""

    low: Fraction
    high: Fraction | None
    months_at: Mapping[Predicate, tuple[int, int | None]]


def earned(target: Target, setting: Setting, person: Person, records: Records) -> tuple[Credit, Goal] | None:
    """Return the credit of the present level and its goal; None where the post earns none towards the target's level."""
    if setting.credit is None or not _holds(person, records, stem(target.name_key)):
        return None
    paks = records.paks.get(person.id, ())
    held = held_levels(records.postings.get(person.id, ()), records.classes, paks, records.contracted.get(person.id))
    results = records.results.get(person.id, ())
    away = records.absences.get(person.id, ())
    found = credit(setting.credit, held, person.golongan, paks, results, setting.as_of, away)
    goal = found.next_level if found else None
    return (found, goal) if found and goal and goal.to == target.kind else None


def credit_reached(target: Target, setting: Setting) -> Question:
    """The cumulative credit of the present level is what the target's level needs."""

    def judge(person: Person, records: Records) -> Verdict:
        if setting.credit is None or setting.kind_of(person.position_id) is None:
            return Verdict("unknown", None)
        if person.employee_kind is not None and person.employee_kind not in setting.credit.rule.employee_kinds:
            return Verdict("not_met", None, "no_credit")
        found = earned(target, setting, person, records)
        if found is None:
            return Verdict("not_met", None, "no_credit")
        total, goal = found
        value = Earned(total.low, total.high, goal.months_at)
        if total.low >= goal.need:
            return Verdict("met", value)
        if total.high is not None and total.high < goal.need:
            return Verdict("not_met", value)
        return Verdict("unknown", value, "credit_open" if total.begins_known else "no_pak")

    def trace(person: Person, records: Records, verdict: Verdict) -> tuple[Datum, ...]:
        found = earned(target, setting, person, records)
        pak = found[0].start if found else None
        if pak is None:
            return ()
        return (Datum("credit", pak.record, "cumulative" if pak.cumulative is not None else "amount"),)

    return Question(judge, trace)


def vacancy(target: Target) -> Question:
    """The post has a headcount above its incumbents."""
    where = Datum("position", target.position_id, "headcount")
    if target.headcount is None:
        verdict = Verdict("unknown", None)
    else:
        open_ = target.headcount - len(target.incumbents)
        verdict = Verdict("met" if open_ > 0 else "not_met", open_)
    return Question(lambda person, records: verdict, at(where))
