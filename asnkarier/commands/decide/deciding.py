"""Making ready what a decision about a post rests on: the law in force, the policy, the post, and what is on record."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from asnkarier.commands.decide.heads import heads, own_law_of, retires_at
from asnkarier.core.appraisal.away import years_away
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.evaluated import years_back
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.requirement import Requirements, not_regulated, requirements
from asnkarier.core.decide.target import Setting, Target
from asnkarier.core.errors import Usage
from asnkarier.core.gap import UNKNOWN_PROFILE, Competency, Profile, oldest_valid, profile
from asnkarier.core.policy import Policy
from asnkarier.core.regulation import NotRegulated, Version
from asnkarier.core.rules.appraisal import MatrixRule
from asnkarier.core.rules.credit import CreditLaw, credit_law
from asnkarier.core.rules.positions import PositionKind
from asnkarier.core.rules.requirements import Register, RequirementSet, form
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies, positions, staff
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.file import contracts
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.talent import growing, ranks
from asnkarier.views.language import N_, Words
from asnkarier.views.terms import TERMS

_SEPARATORS = re.compile(r"[;\n]+")


class Ground(NamedTuple):
    """What every decision of one day and policy rests on, whatever the post."""

    db: Database
    law: Lawbook
    setting: Setting
    posts: Mapping[int, Post]
    nine: list[int]
    technical: frozenset[int]
    competencies: list[Competency]
    citations: Mapping[str, str]
    """Topic → law and article in force."""
    heads: Mapping[int, Sequence[positions.Held]]
    """Post that is a duty of another one's holder (head of a school) → who holds it."""


def ground(db: Database, law: Lawbook, policy: Policy, as_of: date) -> Ground:
    """Read the rules in force and the posts."""
    position_rule = law.positions.on(as_of)
    competency_rule = law.competency.on(as_of)
    assessment = law.assessment.on(as_of)
    talent = law.topic("talent").on(as_of)
    predicate = law.predicate.on(as_of)
    known = competencies.every(db)
    nine = [c.id for c in known if 0 < c.rank <= len(competency_rule.value.competencies)]
    technical = frozenset(c.id for c in known if c.group == "teknis")
    posts = {post.id: post for post in positions.every(db)}
    standards = competencies.standards(db, as_of.isoformat())
    kinds: dict[int | None, PositionKind | None] = {None: None}
    profiles: dict[int | None, Profile] = {None: UNKNOWN_PROFILE}
    fields: dict[int | None, tuple[str, ...]] = {None: ()}
    for post in posts.values():
        kind = kinds[post.id] = positions.kind_of(post.position_kind, post.echelon, post.name, position_rule.value)
        default = competency_rule.value.default_levels.get(kind) if kind else None
        profiles[post.id] = profile(standards.get(post.id, {}), nine, default, technical)
        fields[post.id] = tuple(p.strip() for p in _SEPARATORS.split(post.fields_of_study or "") if p.strip())
    matrix = predicate.value
    setting = Setting(
        as_of=as_of,
        policy=policy,
        policy_article=policy.basis,
        positions=position_rule.value,
        states_taken_out=frozenset(law.experience.on(as_of).value.uncounted_states),
        predicates={(c.work_result, c.behaviour): c.predicate for c in matrix.cells}
        if isinstance(matrix, MatrixRule)
        else {},
        assessment=assessment.value,
        oldest_assessment=oldest_valid(as_of, assessment.value.valid_years),
        talent=talent.value,
        profiles=profiles,
        kinds=kinds,
        fields=fields,
        leadership={str(k): str(level) for k, level in law.leadership.on(as_of).value.training.items()},
        credit=_credit(law, as_of),
        own_law=cache(
            lambda number: "" if number is None else own_law_of(posts[number], kinds[number], position_rule.value)
        ),
        rated_from=predicate.in_force_since.year,
    )
    citations = {
        "talent": talent.citation.text,
        "assessment": assessment.citation.text,
        "competency": competency_rule.citation.text,
        "predicate": predicate.citation.text,
    }
    no_staff = positions.no_staff(db, as_of)
    by_duty = {
        post: [one for one in held if one.person_id not in no_staff]
        for post, held in heads(db, law, posts, kinds, position_rule.value, as_of).items()
    }
    return Ground(db, law, setting, posts, nine, technical, known, citations, by_duty)


def _credit(law: Lawbook, as_of: date) -> CreditLaw | None:
    try:
        return credit_law(law.credit, as_of)
    except NotRegulated:
        return None


def target_of(found: Post, base: Ground) -> Target:
    """Describe the post to be filled; Usage where its kind is not known."""
    setting = base.setting
    kind = setting.kinds[found.id]
    if kind is None:
        raise Usage("position_without_kind", {"position": found.name})
    golongan, article = _golongan(found, base)
    ages = base.law.retirement.on(setting.as_of)
    return Target(
        position_id=found.id,
        name=found.name,
        name_key=found.name_key,
        kind=kind,
        echelon=found.echelon,
        family=found.job_family,
        fields=setting.fields[found.id],
        education_min=found.education_min,
        golongan=golongan,
        golongan_article=article,
        own_law=own_law_of(found, kind, setting.positions),
        unit_id=found.unit_id,
        profile=setting.profiles[found.id],
        headcount=found.headcount,
        incumbents=tuple(holders(found.id, base)),
        retirement=retires_at(base.law, setting.as_of, found, kind, setting.positions),
        retirement_article=ages.citation.text,
    )


def holders(post: int, base: Ground) -> list[int]:
    """Return who holds a post definitively: in their own right, or where its law says so by a duty beside their own post."""
    held = positions.holders(base.db, post, base.setting.as_of)
    return [*held, *[one.person_id for one in base.heads.get(post, ()) if one.person_id not in held]]


def perhaps_own_law(target: Target, base: Ground) -> list[Words]:
    """Warn where the name of a post speaks of an office with a law of its own, and the post is judged without it."""
    names = base.setting.positions.own_law_names.items()
    found = [tag for tag, office in names if not target.own_law and office.held(target.name_key)]
    text = N_(
        "By its name {position} may stand under a law of its own ({tag}), but it is judged as {kind}. If it does, write {tag} as"
        " own_law (Ketentuan Khusus) in the sheet of positions."
    )
    return [Words(text, {"position": target.name, "tag": tag, "kind": Words(TERMS[target.kind])}) for tag in found]


def _golongan(found: Post, base: Ground) -> tuple[tuple[str, str] | None, str]:
    if found.golongan_min and found.golongan_max:
        return (found.golongan_min, found.golongan_max), "Peta jabatan (golongan terendah dan tertinggi)"
    version = base.law.topic("rank_ranges").on(base.setting.as_of)
    limits = version.value.echelons.get(found.echelon or "")
    return ((limits.lowest, limits.highest), version.citation.text) if limits else (None, "")


def asked(target: Target, base: Ground, *, of_many: bool = False) -> Requirements:
    """Put together every set of law that applies to the post.

    A law of the post's own that does not hold yet is `NotRegulated`, and never another law; `of_many` posts it leaves this one open.
    """
    as_of = base.setting.as_of
    sets: list[Version[RequirementSet]] = []
    try:
        own = base.law.requirements(target.own_law).on(as_of) if target.own_law else None
    except NotRegulated:
        if not of_many:
            raise
        return not_regulated(target.own_law)
    if own is None or own.value.kinds:
        sets.append(base.law.requirements_of(target.kind, as_of))
    if own is not None:
        sets.append(own)
    teachers = _set("guru", base)
    if teachers is not None and target.kind in teachers.value.kinds:
        sets.append(teachers)
    return requirements(tuple(sets), target, base.setting, base.law.careers.on(as_of).value)


def _set(topic: str, base: Ground) -> Version[RequirementSet] | None:
    try:
        return base.law.requirements(topic).on(base.setting.as_of)
    except NotRegulated:
        return None


def _terms(base: Ground) -> list[str]:
    """Return the tags of the posts whose own law limits the terms of the office."""
    sets = [(tag, _set(tag, base)) for tag in base.setting.positions.own_law_names]
    return [tag for tag, found in sets if found and any("duties" in form(r).needs for r in found.value.requirements)]


def _years(base: Ground, required: Requirements | None) -> int:
    """Return how many years of evaluations the policy's components and what a post asks (None: any post) look back on."""
    policy = base.setting.policy
    counts = [policy.eligibility.years_of_predicate, *(c.years for c in policy.components.values())]
    if required is None:
        return max(counts) + 1
    for check in required.checks:
        if check.kind == "performance" and isinstance(check.required, dict):
            counts.append(int(check.required["years"]))
    return years_back(base.setting.as_of, max(counts), policy.eligibility.grace_until)


def records(base: Ground, required: Requirements | None, only: int | None = None, *, cited: bool = True) -> Records:
    """Read what the checks of a post and the components of the policy need, of everyone or of one person.

    `cited`: the answer names the cells that evaluations stand in.
    """
    setting = base.setting
    policy = setting.policy
    measures = {policy.components[name].measure for name in (*policy.performance.weights, *policy.potential.weights)}
    needs = required.needs if required else frozenset[Register]()
    reader = Reader(base.db, setting.as_of, only)
    found = Records(coverage=reader.coverage())
    reader.postings(list(base.posts.values()), setting.positions, found)
    years = range(setting.as_of.year - _years(base, required), setting.as_of.year)
    (reader.evaluations if cited else reader.patterns)(len(years), found, PredicateReader(base.law.predicate))
    found.assessments = reader.assessments(base.nine)
    found.technical = reader.technical(base.nine, base.technical, setting.oldest_assessment)
    absences = cache(reader.absences)
    found.absences = absences(setting.states_taken_out)
    found.away = years_away(base.law.predicate, years, absences)
    found.ahead = staff.ahead(base.db, setting.as_of, only)
    found.sanctions = reader.sanctions(
        [(v.in_force_since.isoformat(), v.value) for v in reversed(base.law.topic("discipline").versions)]
    )
    found.degrees = reader.degrees()
    if "duties" in needs or (required is None and _terms(base)):
        offices = setting.positions.own_law_names
        found.duties = reader.duties([offices[tag] for tag in _terms(base) if tag in offices])
    if "credits" in needs:
        found.paks = ranks.paks(base.db, setting.as_of, only)
        if setting.credit is not None:
            found.contracted = contracts.last_days(base.db, setting.credit.rule.uncounted_kinds, setting.as_of, only)
        found.results = ranks.results(base.db, setting.as_of, PredicateReader(base.law.predicate), only)
    if "training" in measures or "trainings" in needs:
        found.trainings = reader.trainings(base.law.training.on(setting.as_of).value)
    if "exams" in needs:
        found.exams = reader.exams()
    if "awards" in measures:
        found.awards = reader.awards()
    if "assignments" in measures:
        found.assignments = reader.assignments()
    if "feedback" in measures:
        found.feedback = reader.feedback()
    grown = measures & {"team_results", "targets", "leadership_training", "plan_progress", "mentoring"}
    if grown:
        growing.read(base.db, setting, list(base.posts.values()), grown, found, only)
    return found
