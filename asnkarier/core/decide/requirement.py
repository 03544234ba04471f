"""The requirements of a post, made ready to be asked: law, policy and the post's own columns put together."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from asnkarier.core.anniversary import days_of_years
from asnkarier.core.decide.check import BEYOND_MOST, ONLY_IF_NONE, Check, Question, Verdict, at
from asnkarier.core.decide.checks import competence, conduct, functional, personal, service
from asnkarier.core.decide.checks.service import Counter
from asnkarier.core.decide.evaluated import RANK
from asnkarier.core.decide.experience import reached
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.schooling import EDUCATION
from asnkarier.core.decide.target import Setting, Target
from asnkarier.core.person import Person
from asnkarier.core.regulation import Confidence, Version
from asnkarier.core.rules.careers import CareerRule, CategoryMove, MoveRule
from asnkarier.core.rules.positions import Education, OfficeName, below
from asnkarier.core.rules.requirements import (
    FORMS,
    NOT_IN_FORCE,
    OWN_RANK,
    RETIREMENT,
    TIME_IN_POST,
    Attested,
    Register,
    Requirement,
    RequirementSet,
    form,
)


class AttestedLine(NamedTuple):
    """Something a committee attests; a line of its checklist."""

    check: str
    article: str
    confidence: Confidence


class Requirements(NamedTuple):
    """What one post asks: checks in the order of the law, the committee's checklist, exceptions the law names."""

    checks: tuple[Check, ...]
    attested: tuple[AttestedLine, ...]
    exceptions: tuple[str, ...]
    moves: MoveRule | None
    counters: Mapping[str, Counter]
    """Check → what it counts, for those that sum service."""
    laws: tuple[str, ...] = ()
    """The law and article of each set that applies."""
    sets: tuple[Version[RequirementSet], ...] = ()
    careers: CareerRule | None = None
    """From which these were made; with them the same is asked of another day."""

    @property
    def deciding(self) -> tuple[Check, ...]:
        """The checks that are part of the outcome."""
        return tuple(check for check in self.checks if not check.advisory)

    @property
    def needs(self) -> frozenset[Register]:
        """What must be read beside what every decision reads."""
        return frozenset[Register]().union(*(check.form.needs for check in self.checks))

    @property
    def advisory(self) -> tuple[Check, ...]:
        """The checks that are told and decide nothing."""
        return tuple(check for check in self.checks if check.advisory)


class _Made(NamedTuple):
    required: object
    question: Question
    advisory: bool = False
    counter: Counter | None = None


def requirements(
    sets: tuple[Version[RequirementSet], ...], target: Target, setting: Setting, careers: CareerRule
) -> Requirements:
    """Make the checks of a post from the sets of law that apply to it."""
    checks: list[Check] = []
    counters: dict[str, Counter] = {}
    attested = []
    for version, requirement in ((v, r) for v in sets for r in v.value.requirements):
        if isinstance(requirement, Attested):
            attested.append(AttestedLine(requirement.check, requirement.article, requirement.confidence))
            continue
        maker = _MAKERS.get(requirement.rule)
        if maker is None or any(check.name == requirement.check for check in checks):
            continue
        made: _Made = maker(requirement, target, setting)
        checks.append(
            Check(
                requirement.check,
                form(requirement),
                made.required,
                requirement.article,
                requirement.confidence,
                made.question,
                made.advisory,
                requirement.note,
                _since(version, requirement),
            )
        )
        if made.counter is not None:
            counters[requirement.check] = made.counter
    checks += _retirement(target, setting)
    checks += _rank(target, setting)
    rule = next((m for m in careers.same_level if target.kind in m.kinds), None)
    if rule is not None:
        checks = [_waived(c, target, setting, rule) if waived(c, rule) else c for c in checks]
        checks.append(_same_level(target, setting, rule))
    across = next((m for m in careers.across if target.kind in m.to_kinds), None)
    if across is not None:
        checks = [_opened(c, setting, across) if c.name in across.leaves_open else c for c in checks]
        checks.append(_of_category(target, setting, across))
    exceptions = tuple(text for found in sets for text in found.value.exceptions)
    laws = tuple(dict.fromkeys(found.citation.text for found in sets))
    return Requirements(tuple(checks), tuple(attested), exceptions, rule, counters, laws, sets, careers)


def not_regulated(tag: str) -> Requirements:
    """Return what cannot be told of a post whose own law does not hold yet on the day."""
    verdict = Verdict("unknown", None, "not_regulated_yet")
    question = Question(lambda person, records: verdict, lambda person, records, verdict: ())
    return Requirements((Check("own_law", NOT_IN_FORCE, tag, "", "high", question),), (), (), None, {})


def _since(version: Version[RequirementSet], requirement: Requirement) -> date | None:
    """Return since when the record's own law asks it; None where the article quoted is of another law."""
    return version.in_force_since if requirement.article.startswith(version.citation.law) else None


def _kind(r: Any, target: Target, setting: Setting) -> _Made:
    return _Made(list(r.kinds), personal.employee_kind(r.kinds))


def _education(r: Any, target: Target, setting: Setting) -> _Made:
    wanted = _wanted(r.at_least, target)
    return _Made(wanted, personal.education(wanted, setting.day))


def _wanted(at_least: Education, target: Target) -> str:
    """Return the education asked: that of the law, or the higher one of the post's own column."""
    own = target.education_min
    return own if own in EDUCATION and EDUCATION[own] > EDUCATION[at_least] else at_least


def _post_service(r: Any, target: Target, setting: Setting) -> _Made:
    counter = Counter(service.by_level(r.kinds, setting.positions, setting.policy), setting.as_of)
    required = {"years": r.years, "kinds": list(r.kinds)}
    return _Made(required, service.served_at_least(counter, r.years), counter=counter)


def _field_experience(r: Any, target: Target, setting: Setting) -> _Made:
    counter = Counter(service.by_field(target.family, setting.policy), setting.as_of)
    # A field is only shown until the post carries one.
    advisory = setting.policy.eligibility.field == "show" or target.family is None
    required = {"years": r.years, "job_family": target.family}
    question = service.served_at_least(counter, r.years)
    if target.family is None:
        # Whatever is on record of the person, nothing compares with a field that is not known.
        question = Question(lambda person, records: Verdict("unknown", None, "family_not_known"), question.trace)
    return _Made(required, question, advisory, counter)


def _family_service(r: Any, target: Target, setting: Setting) -> _Made:
    counter = Counter(service.by_family(r.family, _offices(r, setting)), setting.as_of)
    judge, trace = service.served_at_least(counter, r.years)
    judge_lesser = service.served_at_least(counter, r.years_if_none).judge if r.years_if_none else None
    not_asked = Verdict("met", None, "not_asked")

    def asked(person: Person, records: Records) -> Verdict:
        if r.employee_kinds and person.employee_kind is not None and person.employee_kind not in r.employee_kinds:
            return not_asked
        if r.only_family:
            for _since, _until, held, _stated, record in reversed(records.postings.get(person.id, ())):
                if record == 0:
                    if not counter.counting(records)[held]:
                        return not_asked
                    break
            else:
                return Verdict("unknown", None, "post_not_known")
        verdict = judge(person, records)
        if verdict.outcome != "not_met" or judge_lesser is None:
            return verdict
        lesser = judge_lesser(person, records)
        if lesser.outcome == "not_met":
            return verdict
        return Verdict("unknown", verdict.value, lesser.why or ONLY_IF_NONE)

    return _Made({"years": r.years, "family": r.family}, Question(asked, trace), counter=counter)


def _family_held(r: Any, target: Target, setting: Setting) -> _Made:
    return _Made(r.family, service.family_held(service.by_family(r.family, _offices(r, setting), r.perhaps)))


def _offices(r: Any, setting: Setting) -> list[OfficeName]:
    names = setting.positions.own_law_names
    return [names[tag] for tag in r.offices if tag in names]


def _predicate(r: Any, target: Target, setting: Setting) -> _Made:
    policy = setting.policy.eligibility
    at_least, years = r.at_least, r.years
    if setting.positions.group[target.kind] != "fungsional":
        # The institution may ask more than the law, never less.
        at_least = min(at_least, policy.minimum_predicate, key=RANK.__getitem__)
        years = max(years, policy.years_of_predicate)
    return _Made({"at_least": at_least, "years": years}, conduct.performance(at_least, years, setting))


def _competency(r: Any, target: Target, setting: Setting) -> _Made:
    minimum = setting.policy.eligibility.minimum_jpm
    question = competence.competency(target.profile, minimum, setting)
    return _Made({"jpm": minimum, "standard": target.profile.source or None}, question)


def _age(r: Any, target: Target, setting: Setting) -> _Made:
    reading = setting.policy.eligibility.age_reading
    return _Made({"at_most": r.years, "reading": reading}, personal.age(r.years, setting.as_of, reading))


def _discipline(r: Any, target: Target, setting: Setting) -> _Made:
    ever = r.when == "ever"
    years = setting.policy.eligibility.discipline_lookback_years
    required = {"none_of": list(r.levels), "years": None if ever else years}
    return _Made(required, conduct.discipline(r.levels, ever, setting))


def _golongan(r: Any, target: Target, setting: Setting) -> _Made:
    return _Made({"at_least": r.at_least}, personal.golongan_within(r.at_least, None, r.employee_kinds, r.if_none))


def _field_or_certificate(r: Any, target: Target, setting: Setting) -> _Made:
    required = {"fields": list(r.fields), "certificates": list(r.certificates)}
    return _Made(required, personal.field_or_certificate(r, setting.day))


def _exam(r: Any, target: Target, setting: Setting) -> _Made:
    return _Made(r.exam, functional.exam(r.exam, target, setting))


def _level_below(r: Any, target: Target, setting: Setting) -> _Made:
    return _Made(below(target.kind), functional.level_below(target, setting))


def _vacancy(r: Any, target: Target, setting: Setting) -> _Made:
    required = {"headcount": target.headcount, "incumbents": len(target.incumbents)}
    return _Made(required, functional.vacancy(target))


def _managerial(r: Any, target: Target, setting: Setting) -> _Made:
    leading = service.by_leading(("pengawas",), setting.positions, setting.policy, _offices(r, setting))
    counter = Counter(leading, setting.as_of)
    return _Made({"years": r.years, "kinds": ["pengawas"]}, service.led_at_least(counter, r.years), counter=counter)


def _term(r: Any, target: Target, setting: Setting) -> _Made:
    """Every term added up: how they were cut into appointments is not on record."""
    office = setting.positions.own_law_names.get(target.own_law)
    question = service.term_left(service.by_office(office, target.name_key), setting.as_of, r.years * r.times)
    return _Made({"years": r.years, "times": r.times}, question)


def _credit(r: Any, target: Target, setting: Setting) -> _Made:
    held = below(target.kind)
    level = setting.credit.rule.level(held) if held and setting.credit else None
    need = level.next_level if level else None
    return _Made({"credit": need, "level": held}, functional.credit_reached(target, setting))


_MAKERS: Mapping[str, Callable[[Any, Target, Setting], _Made]] = {
    "employee_kind": _kind,
    "education": _education,
    "post_service": _post_service,
    "field_experience": _field_experience,
    "family_service": _family_service,
    "family_held": _family_held,
    "predicate": _predicate,
    "competency": _competency,
    "age": _age,
    "discipline": _discipline,
    "golongan": _golongan,
    "field_or_certificate": _field_or_certificate,
    "exam": _exam,
    "level_below": _level_below,
    "vacancy": _vacancy,
    "managerial_experience": _managerial,
    "credit": _credit,
    "term": _term,
}
"""Rule of the law → check."""


def _retirement(target: Target, setting: Setting) -> list[Check]:
    if target.retirement is None:
        return []
    question = personal.before_retirement(target.retirement, setting.as_of)
    return [
        Check("retirement_age", RETIREMENT, {"age": target.retirement.age}, target.retirement_article, "high", question)
    ]


def _rank(target: Target, setting: Setting) -> list[Check]:
    treatment = setting.policy.eligibility.rank
    if treatment == "off" or target.golongan is None:
        return []
    low, high = target.golongan
    question = personal.golongan_within(low, high)
    required = {"at_least": low, "at_most": high}
    return [Check("rank", OWN_RANK, required, target.golongan_article, "high", question, treatment == "warn")]


def _is_same_level(person: Person, target: Target, setting: Setting) -> bool:
    kind = setting.kind_of(person.position_id)
    return kind is not None and setting.positions.standing(kind, target.kind) == 0


def waived(check: Check, rule: MoveRule) -> bool:
    """Tell whether a move does not ask a check: the rule names it by what the law calls it, or by what it is."""
    return check.name in rule.waives or check.kind in rule.waives


def _waived(check: Check, target: Target, setting: Setting, rule: MoveRule) -> Check:
    """Return the check of a first appointment so that a move among the rule's own kinds on one level meets it."""

    ask = check.question.judge

    def judge(person: Person, records: Records) -> Verdict:
        verdict = ask(person, records)
        if verdict[0] == "met":
            return verdict
        kind = setting.kind_of(person.position_id)
        if kind not in rule.kinds or not _is_same_level(person, target, setting):
            return verdict
        if rule.same_kind and kind != target.kind:
            return verdict
        return Verdict("met", verdict.value, "same_level")

    return check._replace(question=Question(judge, check.question.trace))


def _opened(check: Check, setting: Setting, across: CategoryMove) -> Check:
    """Return the check of a promotion so that who comes from the other category is not barred by it."""

    def judge(person: Person, records: Records) -> Verdict:
        verdict = check.question.judge(person, records)
        if verdict.outcome != "not_met" or setting.kind_of(person.position_id) not in across.from_kinds:
            return verdict
        return Verdict("unknown", verdict.value, "other_category")

    return check._replace(question=Question(judge, check.question.trace))


def _of_category(target: Target, setting: Setting, across: CategoryMove) -> Check:
    wanted = _wanted(across.education, target)
    judge_education, trace = personal.education(wanted, setting.day)

    def judge(person: Person, records: Records) -> Verdict:
        if setting.kind_of(person.position_id) not in across.from_kinds:
            return Verdict("met", None, "not_asked")
        return judge_education(person, records)

    question = Question(judge, trace)
    return Check("education", FORMS["education"], wanted, across.article, across.confidence, question)


def _same_level(target: Target, setting: Setting, rule: MoveRule) -> Check:
    def judge(person: Person, records: Records) -> Verdict:
        if not _is_same_level(person, target, setting):
            return Verdict("met", None, "not_asked")
        found = service.years_in_post(person, records, setting.as_of)
        outcome = reached(found, rule.least_years)
        if outcome == "met" and rule.most_years is not None and setting.kind_of(person.position_id) in rule.kinds:
            # The day on which the years are over is still within them.
            if found.days > days_of_years(found.first, rule.most_years):
                return Verdict("not_met", found, BEYOND_MOST)
            if found.most > days_of_years(found.earliest, rule.most_years):
                return Verdict("unknown", found)
        return Verdict(outcome, found)

    required = {"years": rule.least_years}
    if rule.most_years is not None:
        required["most_years"] = rule.most_years
    question = Question(judge, at(service.PRESENT))
    return Check(
        "time_in_post", TIME_IN_POST, required, rule.article, rule.confidence, question, rule.outcome == "warn"
    )


def move(person: Person, target: Target, setting: Setting) -> str | None:
    """Name the move from the present post: horizontal, vertical, diagonal, or lower; None where the kind is not known."""
    kind = setting.kind_of(person.position_id)
    if kind is None:
        return None
    group, standing = setting.positions.group, setting.positions.standing(kind, target.kind)
    if standing >= 0:
        return "lower" if standing else "horizontal"
    return "vertical" if group[kind] == group[target.kind] else "diagonal"


__all__ = ["AttestedLine", "Requirement", "Requirements", "move", "requirements", "waived"]
