"""Where the data of a component stand."""

from collections.abc import Callable, Mapping
from datetime import date

from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.checks.personal import highest
from asnkarier.core.decide.checks.service import PRESENT, units_led
from asnkarier.core.decide.evaluated import years_asked, years_counted
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.schooling import fields_of
from asnkarier.core.decide.target import Setting
from asnkarier.core.person import Person

Evidence = Callable[[Person, Records, Setting, int], tuple[Datum, ...]]


def evidence(measure: str, person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    """Return where the data of a measure stand; nothing where there are none."""
    found = _EVIDENCE.get(measure)
    return found(person, records, setting, years) if found else ()


def _evaluations(field: str) -> Evidence:
    def found(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
        evaluated = records.evaluations.get(person.id)
        if evaluated is None:
            return ()
        rows = records.patterns[evaluated.pattern]
        counted, _ = years_counted(rows, setting.as_of, years, setting.policy.eligibility.grace_until)
        return tuple(
            Datum("evaluation", record, field)
            for row, record in zip(rows, evaluated.records, strict=True)
            if row.year in counted
        )

    return found


def _assessment(field: str) -> Evidence:
    def found(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
        assessed = records.assessments.get(person.id)
        return (Datum("assessment", assessed.record, field),) if assessed else ()

    return found


def _education(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    return (highest(person, records, setting.day)[1],)


def _field(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    return (
        Datum("person", 0, "field_of_study"),
        *(
            Datum("education", degree.record, "field_of_study")
            for _name, _sure, degree in fields_of(person, records, setting.day)
            if degree is not None
        ),
    )


def _training(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    counted = range(setting.as_of.year - years, setting.as_of.year)
    return tuple(Datum("training", t.record, "jp") for t in records.trainings.get(person.id, ()) if t.year in counted)


def _discipline(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    return tuple(Datum("discipline", s.record, "level") for s in records.sanctions.get(person.id, ()))


def _team(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    asked = years_asked(setting.as_of, years)
    found = []
    for led in units_led(person, records, setting.as_of):
        before = (date.fromordinal(led.first).year - 1,) if led.first else ()
        over = [year for year in asked if date(year, 12, 31).toordinal() <= led.until]
        found += [records.unit_records.get((led.unit, year)) for year in (*over, *before)]
    return tuple(Datum("unit_performance", record, "predicate") for record in dict.fromkeys(found) if record)


def _targets(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    asked = years_asked(setting.as_of, years)
    return tuple(
        Datum("indicator", i.record, "realised") for i in records.indicators.get(person.id, ()) if i.year in asked
    )


def _leadership(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    return tuple(Datum("training", record, "title") for record in records.leadership.get(person.id, {}).values())


def _plan(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    steps = records.steps.get(person.id, ())
    return tuple(Datum("idp", record, "done_on" if done else "due") for on, done, record in steps if on <= setting.day)


def _mentored(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    newest = records.mentored.get(person.id)
    return (Datum("mentoring", newest[1], "session_on"),) if newest else ()


def _awards(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    return tuple(Datum("award", record, "scope") for _, _, record in records.awards.get(person.id, ()))


def _assignments(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    return tuple(Datum("assignment", record, "role") for *_, record in records.assignments.get(person.id, ()))


def _feedback(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    asked = years_asked(setting.as_of, years)
    return tuple(
        Datum("feedback", record, "score") for year, _, record in records.feedback.get(person.id, ()) if year in asked
    )


_EVIDENCE: Mapping[str, Evidence] = {
    "predicate": _evaluations("predicate"),
    "work_result": _evaluations("work_result"),
    "behaviour": _evaluations("behaviour"),
    "consistency": _evaluations("predicate"),
    "competency": _assessment("assessed_on"),
    "technical": _assessment("assessed_on"),
    "potential": _assessment("potential"),
    "education": _education,
    "field_of_study": _field,
    "training": _training,
    "experience": lambda person, records, setting, years: (PRESENT,),
    "discipline": _discipline,
    "team_results": _team,
    "targets": _targets,
    "leadership_training": _leadership,
    "plan_progress": _plan,
    "mentoring": _mentored,
    "awards": _awards,
    "assignments": _assignments,
    "feedback": _feedback,
}
