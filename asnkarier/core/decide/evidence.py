"""Where the data of a component stand."""

from collections.abc import Callable, Mapping

from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.checks.personal import highest
from asnkarier.core.decide.checks.service import PRESENT
from asnkarier.core.decide.evaluated import years_counted
from asnkarier.core.decide.records import Records
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
        *(Datum("education", d.record, "field_of_study") for d in records.degrees.get(person.id, ())),
    )


def _training(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    counted = range(setting.as_of.year - years, setting.as_of.year)
    return tuple(Datum("training", t.record, "jp") for t in records.trainings.get(person.id, ()) if t.year in counted)


def _discipline(person: Person, records: Records, setting: Setting, years: int) -> tuple[Datum, ...]:
    return tuple(Datum("discipline", s.record, "level") for s in records.sanctions.get(person.id, ()))


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
}
