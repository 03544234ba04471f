"""`forecast pay-steps`: whose pay step falls due, when it is to be told, and what stands in its way."""

from collections.abc import Mapping
from datetime import date
from operator import itemgetter
from typing import Annotated, NamedTuple

from asnkarier.commands.decide.forecast.coming import ALL, DEFAULT, MONTHS, UNIT, Coming
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.core.appraisal.away import years_away
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.evaluated import years_counted
from asnkarier.core.decide.records import Records
from asnkarier.core.rank.cases import longest_term, predicates_of, reckoned_on, served_on, served_since
from asnkarier.core.rank.cases import not_counted as not_counted_since
from asnkarier.core.rank.checks import RankCheck
from asnkarier.core.rank.pay_step import PayCase, due_day, pay_step
from asnkarier.core.rank.standing import service_check, status_check
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.talent import ranks
from asnkarier.views.decide import forecast as view
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    months: Annotated[int, MONTHS] = DEFAULT,
    unit: Annotated[str | None, UNIT] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """List the pay steps due by then, the next first; unknown last steps are a list of their own."""
    law = lawbook(db)
    coming = Coming(db, law, as_of, months, unit, staff.serving)
    today = law.pay_step.on(as_of)
    known = as_of.isoformat()
    last_steps = ranks.last_pay_steps(db, as_of)
    found_on = {last_steps.get(person.id) for person in coming.people}
    days = {last: due_day(law.pay_step, date.fromisoformat(last)) for last in found_on if last and last <= known}
    earliest = min([due for _, due in days.values() if due <= coming.until], default=coming.until)
    longest = max(version.value.every_years for version in law.pay_step.versions)
    reader = Reader(db, coming.until)
    records = Records(coverage=reader.coverage())
    # No more years than the earliest step due looks back on; of steps long overdue the oldest evaluations are left out.
    # One year more may stand in for a newest one that is not recorded yet.
    most = longest + months // 12 + 3
    back = min(most, coming.until.year - earliest.year + longest + 1)
    reader.patterns(back, records, PredicateReader(law.predicate))
    absences = reader.absences(frozenset(today.value.uncounted_statuses))
    records.away = years_away(law.predicate, range(coming.until.year - back, coming.until.year), reader.absences)
    records.sanctions = reader.sanctions(
        [(v.in_force_since.isoformat(), v.value) for v in reversed(law.discipline.versions)]
    )
    # What is known of everybody is not asked of each.
    covered_whole = records.covers("discipline", known)
    unsanctioned = {covered: served_on(None, as_of, known, covered=covered) for covered in (True, False)}
    predicates = _Predicates(records, as_of, policy_in_use(db).eligibility.grace_until)
    longest_served = longest_term(version.value for version in law.discipline.versions)
    retiring = Retiring(coming)
    memo: dict[tuple[object, ...], dict[str, object]] = {}
    found: list[tuple[date, view.Line]] = []
    unknown = []
    for person in coming.people:
        kind = person.employee_kind
        if kind is not None and kind not in today.value.employee_kinds:
            continue
        last = last_steps.get(person.id)
        if last is None or last > known:
            unknown.append(person)
            continue
        absent = absences.get(person.id)
        not_counted = not_counted_since(absent, last) if absent else ()
        rule, due = due_day(law.pay_step, date.fromisoformat(last), not_counted) if not_counted else days[last]
        if due > coming.until:
            continue
        pension = retiring.pension(person)
        if pension is not None and pension > due:
            pension = date.max
        status = coming.status_on(person, due if due > as_of else as_of)
        sanctions = records.sanctions.get(person.id)
        covered = covered_whole or records.covers("discipline", known, served_since(None, due, longest_served))
        served = served_on(sanctions, due, known, covered=covered) if sanctions else unsanctioned[covered]
        reckoned = bool(sanctions) and reckoned_on(sanctions, due, known)
        said = predicates.of(person.id, due, rule.value.every_years)
        ends = person.contract_ends_on
        # Thousands stand alike: what decides is worked out once for each case. Equal predicates are the same object, and it stays.
        key = kind, last, ends, id(said), served, reckoned, status, pension, not_counted
        told = memo.get(key)
        if told is None:
            made = pay_step(
                rule.value,
                law.discipline.on(max(due, as_of)).value,
                PayCase(
                    kind,
                    date.fromisoformat(last),
                    date.fromisoformat(ends) if ends else None,
                    said.predicates,
                    served,
                    (
                        status_check(rule.value.statuses, rule.value.refused_statuses, status, rule.citation.text),
                        service_check(pension, due, retiring.citation),
                    ),
                    reckoned,
                    due,
                    said.graced,
                    not_counted,
                    said.away,
                ),
                rule.citation.text,
            )
            if made is None:
                continue
            told = memo[key] = {
                "employee_kind": kind,
                "last_step": date.fromisoformat(last),
                "due": made.due,
                "notice": made.notice,
                "outcome": _outcome(made.checks),
                "overdue": made.due < as_of,
                "checks": made.checks,
            }
        found.append((due, view.Line(person, told)))
    found.sort(key=itemgetter(0))
    frame = coming.frame(coming.cited(law.pay_step))
    return view.result(view.PAY_STEPS, frame, [line for _, line in found], unknown, everyone, coming)


NO_GRACE = (0, 0)
_NONE: frozenset[int] = frozenset()


class _Said(NamedTuple):
    """The predicates of the years that a step looks back on, and whether they stand in for a newest one not recorded yet."""

    predicates: Mapping[int, Predicate | None]
    graced: bool
    away: frozenset[int]
    """The years among them without a predicate in which nobody was to evaluate."""


class _Predicates:
    """What evaluations say for a step: the same object for all of whom the same is known."""

    def __init__(self, records: Records, as_of: date, grace_until: tuple[int, int]) -> None:
        self._records = records
        self._as_of = as_of
        self._grace_until = grace_until
        self._found: dict[tuple[int, int, bool, int, frozenset[int]], _Said] = {}
        self._alike: dict[tuple[object, ...], _Said] = {}

    def of(self, person: int, due: date, count: int) -> _Said:
        """Return what counts of the years before the day `due`."""
        # Nothing stands in any more once the day asked about, or the due one, is past the grace of the due year.
        grace = due.year, *self._grace_until
        within = max(due, self._as_of) <= date(*grace)
        pattern, away = self._records.pattern(person), self._records.away.get(person, _NONE)
        key = pattern, due.year, within, count, away
        found = self._found.get(key)
        if found is None:
            # A year not over on the day asked about has no evaluation, whatever is on record by now.
            rows = [row for row in self._records.patterns[pattern] if date(row.year, 12, 31) <= self._as_of]
            years, graced = years_counted(rows, due, count, self._grace_until if within else NO_GRACE)
            said = predicates_of(rows, sorted(years))
            left_out = away.intersection(years).difference(row.year for row in rows)
            found = self._found[key] = self._alike.setdefault(
                (*said.items(), graced, left_out), _Said(said, graced, left_out)
            )
        return found


def _outcome(checks: tuple[RankCheck, ...]) -> str:
    states = {check.outcome for check in checks}
    return "not_met" if "not_met" in states else "unknown" if "unknown" in states else "met"
