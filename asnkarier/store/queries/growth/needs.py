"""What growth needs beside trainings: how important a post holds each competency."""

from itertools import groupby

from asnkarier.core.appraisal.periods import all_of, of_the_year
from asnkarier.core.growth.needs import Certificate, Judged
from asnkarier.store.database import Database
from asnkarier.store.queries.appraisal.kinds import OF_A_YEAR


def leadership_trainings(db: Database, day: str) -> dict[int, set[str]]:
    """Return person → levels of leadership training completed up to a day."""
    result: dict[int, set[str]] = {}
    for person, level in db.rows(
        "SELECT person_id, level FROM training WHERE training_kind = 'leadership' AND level IS NOT NULL"
        " AND COALESCE(ended_on, started_on, CAST(year AS TEXT)) <= ?",
        (day,),
    ):
        result.setdefault(person, set()).add(level)
    return result


def certificates(db: Database) -> list[Certificate]:
    """Return every certificate with a last day, by person, the newest of a title last."""
    rows = db.rows(
        "SELECT person_id, title, title_key, valid_until, 'training', id FROM training WHERE valid_until IS NOT NULL"
        " UNION ALL SELECT person_id, COALESCE(target, exam), target_key, valid_until, 'exam', id FROM exam"
        " WHERE valid_until IS NOT NULL AND result = 'lulus' ORDER BY 1, 3, 4"
    )
    return [Certificate(*row) for row in rows]


def newest_evaluations(db: Database, year: int) -> list[Judged]:
    """Return what the newest year up to one came to of everyone who has any: what all its evaluations say.

    The words are those of the last that recommends anything, else of the last: a half without a recommendation takes none back.
    """
    rows = db.each(
        "SELECT started_on, ended_on, period, person_id, year, work_result, behaviour, predicate, recommendation, feedback, id"
        f" FROM evaluation WHERE {OF_A_YEAR} AND year <= ? ORDER BY person_id, year DESC, period, started_on, id",
        (year,),
    )
    found: dict[int, Judged] = {}
    for (person, of), group in groupby(rows, key=lambda row: (row[3], row[4])):
        if person in found:
            continue
        told = list(group)
        places = of_the_year([(row[2], all_of(of, row[2], row[0], row[1])) for row in told])
        if places:
            said = [Judged(*told[place][3:]) for place in places]
            last = said[-1]
            spoken = next((one for one in reversed(said) if one.recommendation), last)
            found[person] = spoken._replace(
                work_result=last.work_result if len({one.work_result for one in said}) == 1 else None,
                behaviour=last.behaviour if len({one.behaviour for one in said}) == 1 else None,
                predicate=last.predicate if len({one.predicate for one in said}) == 1 else None,
            )
    return list(found.values())


def level_records(db: Database, day: str) -> dict[int, dict[int, int]]:
    """Return person → competency → the newest assessment up to a day that gives its level."""
    result: dict[int, dict[int, int]] = {}
    for person, competency, record in db.each(
        "SELECT a.person_id, l.competency_id, a.id FROM assessment a JOIN assessment_level l ON l.assessment_id = a.id"
        " WHERE a.assessed_on <= ? ORDER BY a.person_id, a.assessed_on, a.purpose",
        (day,),
    ):
        result.setdefault(person, {})[competency] = record
    return result
