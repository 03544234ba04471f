"""Checks on conduct: predicates of the last years, and discipline."""

from collections.abc import Sequence
from datetime import date

from asnkarier.core.anniversary import anniversary, first_within
from asnkarier.core.decide.check import Datum, Outcome, Question, Verdict
from asnkarier.core.decide.checks.personal import served_from
from asnkarier.core.decide.evaluated import RANK, Year, year_of, years_counted
from asnkarier.core.decide.records import Evaluation, Records, Sanction
from asnkarier.core.decide.target import Setting
from asnkarier.core.person import Person

AWAY = "away"
"""Why the predicates of years are open: one of them was spent wholly in a state in which nobody is evaluated."""


def performance(at_least: str, count: int, setting: Setting) -> Question:
    """Each of the last `count` annual evaluations is at least `at_least`, in the whole and in each of its ratings."""
    limit = RANK[at_least]
    as_of, grace = setting.as_of, setting.policy.eligibility.grace_until
    memo: dict[tuple[int, frozenset[int]], Verdict] = {}
    fields: dict[int, list[tuple[int, str]]] = {}
    never: frozenset[int] = frozenset()

    def judged(rows: Sequence[Evaluation], away: frozenset[int]) -> Verdict:
        years, graced = years_counted(rows, as_of, count, grace)
        failed = missing = left_out = False
        value: dict[str, str | None] = {}
        for year in years:
            found = year_of(rows, year)
            value[str(year)] = found.predicate if found else None
            outcome = year_outcome(rows, found, limit)
            failed, missing = failed or outcome == "not_met", missing or outcome == "unknown"
            left_out = left_out or (found is None and year in away)
        whole: Outcome = "not_met" if failed else "unknown" if missing else "met"
        # What the law makes of a year in which nobody was to be evaluated it does not say: open, but not forgotten.
        return Verdict(whole, value, AWAY if left_out else "grace" if graced else "")

    def judge(person: Person, records: Records) -> Verdict:
        alike = records.pattern(person.id), records.away.get(person.id, never)
        known = memo.get(alike)
        if known is None:
            known = memo[alike] = judged(records.patterns[alike[0]], alike[1])
        return known

    def trace(person: Person, records: Records, verdict: Verdict) -> tuple[Datum, ...]:
        found = records.evaluations.get(person.id)
        if found is None:
            return ()
        known = fields.get(found.pattern)
        if known is None:
            known = fields[found.pattern] = places(records.patterns[found.pattern])
        return tuple([Datum("evaluation", found.records[place], field) for place, field in known])

    def places(rows: Sequence[Evaluation]) -> list[tuple[int, str]]:
        years = [year_of(rows, year) for year in years_counted(rows, as_of, count, grace)[0]]
        counted = [place for year in years if year is not None for place in year.places]
        return [(place, "predicate" if rows[place].predicate else "work_result") for place in counted]

    return Question(judge, trace)


def year_outcome(rows: Sequence[Evaluation], year: Year | None, limit: int) -> Outcome:
    """Judge one year: its predicate is at least the one of that rank, and no rating of a single evaluation is below."""
    if year is None:
        return "unknown"
    if RANK[year.best] > limit or _rated_below(rows, year):
        return "not_met"
    return "unknown" if RANK[year.worst] > limit else "met"


def _rated_below(rows: Sequence[Evaluation], year: Year) -> bool:
    only = rows[year.places[0]]
    return len(year.places) == 1 and "below" in (only.work_result, only.behaviour)


def in_force(sanction: Sanction, day: str) -> bool:
    """Tell whether a sanction counts on a day: decided, and not annulled by then."""
    return sanction.decided_on <= day and not (sanction.annulled_on and sanction.annulled_on <= day)


def served(sanction: Sanction, day: str) -> bool | None:
    """Tell whether a sanction is being served on a day; None where its end (or beginning) is not known."""
    if sanction.since is not None and day < sanction.since:
        return False
    if sanction.until is not None:
        return None if sanction.since is None and day <= sanction.until else day <= sanction.until
    return None


def within(sanction: Sanction, as_of: date, years: int) -> bool:
    """Tell whether a sanction was decided within the last `years` years; on the anniversary it is over."""
    return anniversary(date.fromisoformat(sanction.decided_on), years) > as_of


def since(first: str, appointed_on: str | None) -> str:
    """Return the day from which a register has to be complete: the first that counts, or the appointment where that is later.

    Nobody has a row before. `first` is '' where all that ever was counts; so is what is returned if nobody knows since when.
    """
    return appointed_on if appointed_on is not None and appointed_on > first else first


def asked_since(first: str, person: Person) -> str:
    """Return the day from which a register has to be complete for a person."""
    return since(first, served_from(person))


def discipline(levels: tuple[str, ...], ever: bool, setting: Setting) -> Question:
    """No sanction of `levels` is being served or was decided within the policy's look-back (`ever`: at any time)."""
    as_of, day = setting.as_of, setting.day
    years = setting.policy.eligibility.discipline_lookback_years
    # A sanction that is served is looked for in the same years: none lasts longer than they are.
    first = "" if ever or not years else first_within(as_of, years).isoformat()
    none = Verdict("met", "none")
    others = Verdict("met", "none", "other_sanctions")
    not_covered = Verdict("unknown", None, "register_not_covered")

    def covered(person: Person, records: Records) -> bool:
        return records.covers("discipline", day, asked_since(first, person))

    def found(person: Person, records: Records) -> tuple[Verdict, int]:
        worst: tuple[Verdict, int] | None = None
        for sanction in records.sanctions.get(person.id, ()):
            if sanction.level not in levels or not in_force(sanction, day):
                continue
            now = served(sanction, day)
            value: dict[str, object] = {
                "level": sanction.level,
                "decided_on": sanction.decided_on,
                "ends_on": sanction.until,
            }
            if sanction.reckoned and sanction.until is not None:
                value["without_public_holidays"] = True
            if now or ever or within(sanction, as_of, years):
                why = "served" if now else "ever" if ever else "look_back"
                return Verdict("not_met", value, why), sanction.record
            if now is None:
                worst = Verdict("unknown", value, "end_not_known"), sanction.record
        if worst is not None:
            return worst
        return (others if covered(person, records) else not_covered), 0

    def judge(person: Person, records: Records) -> Verdict:
        if person.id not in records.sanctions:
            return none if covered(person, records) else not_covered
        return found(person, records)[0]

    def trace(person: Person, records: Records, verdict: Verdict) -> tuple[Datum, ...]:
        record = found(person, records)[1]
        if verdict.why == "other_sanctions":
            return tuple(Datum("discipline", sanction.record, "level") for sanction in records.sanctions[person.id])
        return (Datum("discipline", record, "level"),) if record else ()

    return Question(judge, trace)
