"""`evaluate`: record one person's evaluation; the predicate follows from the law of the year evaluated."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Annotated, Any

from asnkarier.commands import told
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import NIP, YEAR, option
from asnkarier.commands.words import choices
from asnkarier.core.access import Actor
from asnkarier.core.appraisal.away import states_on
from asnkarier.core.errors import Usage
from asnkarier.core.finding import Finding
from asnkarier.core.numbers import scaled, unscaled
from asnkarier.core.predicate import of_today, predicate_of, predicate_of_score
from asnkarier.core.regulation import Version
from asnkarier.core.rules.appraisal import MatrixRule, PredicateRule, ScaleRule
from asnkarier.store.database import Database
from asnkarier.store.hand import manual
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.registers.presence import not_there
from asnkarier.store.queries import staff
from asnkarier.views.findings import as_data
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Field, Kind, Record

_RATINGS = choices("rating", above="di-atas", meets="sesuai", below="di-bawah")
_LABELS: Mapping[str, tuple[str, Kind]] = {
    "work_result": (N_("Work result"), "term"),
    "behaviour": (N_("Behaviour"), "term"),
    "score": (N_("Score"), "number"),
    "new_idea": (N_("New idea"), "text"),
    "predicate": (N_("Predicate"), "term"),
    "feedback": (N_("Feedback"), "text"),
    "recommendation": (N_("Recommendation"), "term"),
    "evaluator_nip": (N_("Evaluated by"), "nip"),
}
_NEEDS_A_TALK = ("butuh_perbaikan", "kurang", "sangat_kurang")


def run(
    db: Database,
    actor: Actor,
    nip: Annotated[str, NIP],
    year: Annotated[int, YEAR],
    period: Annotated[
        str,
        option(
            "--period",
            "--periode",
            help=N_("annual, S1–S2, Q1–Q4 (triwulan) or M1–M12 (bulan)."),
            metavar=N_("PERIOD"),
            choices=choices("period", annual="tahunan"),
        ),
    ] = "annual",
    result: Annotated[
        str | None, option("--result", "--hasil", help=N_("Rating of the work result."), choices=_RATINGS)
    ] = None,
    behaviour: Annotated[
        str | None, option("--behaviour", "--perilaku", help=N_("Rating of the behaviour."), choices=_RATINGS)
    ] = None,
    score: Annotated[
        Decimal | None,
        option("--score", "--nilai", help=N_("The number of the older scales, before 2022."), metavar=N_("NUMBER")),
    ] = None,
    new_idea: Annotated[
        str | None,
        option(
            "--new-idea",
            "--ide-baru",
            help=N_("Whether there was a new idea: the scale of 2021 asks for one."),
            choices=choices("yes_no"),
            metavar="ya|tidak",
        ),
    ] = None,
    feedback: Annotated[
        str | None, option("--feedback", "--umpan-balik", help=N_("What the leader told the employee."))
    ] = None,
    recommend: Annotated[
        str | None,
        option(
            "--recommend",
            "--rekomendasi",
            help=N_("What should come next for the employee."),
            choices=choices("recommendation"),
        ),
    ] = None,
    evaluator: Annotated[
        str | None, option("--evaluator", "--penilai", help=N_("NIP of the leader who evaluated."), metavar=N_("NIP"))
    ] = None,
    started_on: Annotated[
        date | None,
        option(
            "--started-on",
            "--mulai",
            help=N_("First day of the evaluated time, where the period has several rows."),
            metavar=N_("DATE"),
        ),
    ] = None,
) -> Result:
    """Record the evaluation, or correct the one that is there."""
    if year > actor.at.year:
        raise Usage("year_not_begun", {"year": str(year)})
    person = staff.one(db, staff.find(db, nip), date(year, 12, 31))
    law = lawbook(db).predicate.on(date(year, 12, 31))
    old = _present(db, person.id, year, period, started_on)
    given: dict[str, Any] = {
        "work_result": result,
        "behaviour": behaviour,
        "score": None if score is None else scaled(score),
        "new_idea": new_idea,
        "feedback": feedback.strip() or None if feedback else None,
        "recommendation": recommend,
        "evaluator_nip": staff.one(db, staff.find(db, evaluator), date(year, 12, 31)).nip if evaluator else None,
    }
    new = {name: value for name, value in given.items() if value is not None}
    predicate = _predicate(law, year, new, old or {})
    if predicate is not None:
        new["predicate"] = predicate
    changes, batch = _write(db, actor, person.id, year, period, started_on, old, new)
    after = {**(old or {}), **new}
    about = {"year": year, "period": period, "started_on": started_on.isoformat() if started_on else None}
    about = {**about, **{name: (old or {}).get(name) for name in ("started_on", "ended_on") if not about.get(name)}}
    states = partial(states_on, lawbook(db).predicate)
    found = [
        Finding(one.code, "warning", values=one.values) for one in not_there(db, [(person.id, about)], states) if one
    ]
    data = {
        "nip": person.nip,
        "name": person.name,
        "year": year,
        "period": period,
        "work_result": after.get("work_result"),
        "behaviour": after.get("behaviour"),
        "predicate": after.get("predicate"),
        **{name: told.plain("evaluation", name, after.get(name)) for name in list(_LABELS) if name not in _RATED},
        "batch": batch,
        "changed": {name: [told.plain("evaluation", name, v) for v in pair] for name, pair in changes.items()},
        "law": law.citation.text,
        "findings": [as_data(one) for one in found],
    }
    title = Words(N_("Evaluation of {name}, {nip}"), {"name": person.full_name, "nip": person.nip})
    fields = [Field("year", N_("Year"), year, "year"), Field("period", N_("Period"), period, "term")]
    fields += [_field(name, after, changes, new_record=old is None) for name in _LABELS if after.get(name)]
    return Result(
        data,
        [Record(title, fields, law.citation.text, beside=N_("Before"))],
        _notes(after, batch, person.nip, year, old is None),
        findings=found,
    )


_RATED = ("work_result", "behaviour", "predicate")


def _present(db: Database, person: int, year: int, period: str, started_on: date | None) -> dict[str, Any] | None:
    """Return the record that is meant: the only one of the period, or the one that began on the day."""
    found = manual.rows(db, "evaluation", person_id=person, year=year, period=period)
    if started_on is not None:
        return next((row for row in found if row["started_on"] == started_on.isoformat()), None)
    if len(found) > 1:
        days = [row["started_on"] or "–" for row in found]
        raise Usage("evaluation_several", {"year": str(year), "days": days})
    return found[0] if found else None


def _predicate(law: Version[PredicateRule], year: int, new: Mapping[str, Any], old: Mapping[str, Any]) -> str | None:
    """Return the predicate that the law of the year reads off; None where only feedback and the like are added."""
    values = {"year": str(year), "law": law.citation.text}
    whole = {**old, **new}
    if isinstance(law.value, MatrixRule):
        if "score" in new or "new_idea" in new:
            raise Usage("score_not_used", values)
        work, manner = whole.get("work_result"), whole.get("behaviour")
        if work and manner:
            return predicate_of(law.value, work, manner)
        if "work_result" in new or "behaviour" in new or not old:
            raise Usage("rating_missing", values)
        return None
    if "work_result" in new or "behaviour" in new:
        raise Usage("rating_not_used", values)
    if whole.get("score") is None:
        if old:
            return None
        raise Usage("score_missing", values)
    return _of_score(law.value, whole["score"], whole.get("new_idea"), values)


def _of_score(rule: ScaleRule, score: int, idea: str | None, values: Mapping[str, str]) -> str:
    name = predicate_of_score(rule, score, None if idea is None else idea == "ya")
    if name is None:
        if score < 0 or (rule.highest is not None and score > rule.highest):
            highest = "–" if rule.highest is None else unscaled(rule.highest)
            raise Usage("score_outside", {**values, "score": unscaled(score), "highest": highest})
        raise Usage("new_idea_missing", {**values, "score": unscaled(score)})
    predicate = of_today(rule, name)
    if predicate is None:
        raise ValueError(name)
    return predicate


def _write(
    db: Database,
    actor: Actor,
    person: int,
    year: int,
    period: str,
    started_on: date | None,
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any],
) -> tuple[dict[str, tuple[Any, Any]], int | None]:
    from asnkarier.store.tables.facts import Evaluation

    log = ChangeLog(db, actor, "evaluate")
    if old is None:
        began = started_on.isoformat() if started_on else ""
        values = {"person_id": person, "year": year, "period": period, "started_on": began, **new}
        manual.insert(db, log, Evaluation, values, person=person)
        log.close()
        return {}, log.batch_id
    changes = manual.update(db, log, Evaluation, old, new, person=person)
    log.close()
    return changes, log.batch_id if changes else None


def _field(name: str, after: Mapping[str, Any], changes: Mapping[str, Any], *, new_record: bool) -> Field:
    label, kind = _LABELS[name]
    source: str | Words = ""
    if name in changes:
        source = Words("{old}", {"old": told.text("evaluation", name, changes[name][0])})
    return Field(name, label, told.plain("evaluation", name, after[name]), kind, source)


def _notes(after: Mapping[str, Any], batch: int | None, nip: str, year: int, fresh: bool) -> list[Words]:
    values = {"nip": nip, "year": str(year), "batch": str(batch)}
    if batch is None:
        return [Words(N_("That is how it was recorded already; nothing was changed."))]
    notes = [Words(N_("Recorded.") if fresh else N_("Changed."))]
    notes.append(Words(N_("To take it back: asnkarier imports undo {batch}"), values))
    if not after.get("feedback"):
        notes.append(
            Words(N_('Feedback is still missing: asnkarier evaluate {nip} --year {year} --feedback "…"'), values)
        )
    if after.get("predicate") in _NEEDS_A_TALK:
        notes.append(Words(N_("What to work on: asnkarier gap {nip}"), values))
    else:
        notes.append(Words(N_("Who has none yet: asnkarier evaluations missing {year}"), values))
    return notes
