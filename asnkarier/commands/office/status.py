"""`status`: the dashboard: what is in the file, how far it reaches, what is missing, what needs attention now, what to do next."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from asnkarier.commands import named
from asnkarier.commands.in_force import lawbook
from asnkarier.commands.office.attention import (
    Attention,
    Graduate,
    Leaving,
    Worry,
    attention,
)
from asnkarier.commands.parameters import ALL, UNIT
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.person import Person
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.batches import BatchRow, batches
from asnkarier.store.queries.file import overview, registers
from asnkarier.store.queries.units import Units
from asnkarier.views.language import N_, Words, current
from asnkarier.views.result import Result
from asnkarier.views.shapes import Bar, Bars, Column, Field, Record, Section, Shape, Table, Text
from asnkarier.views.terms import term

FEW = 5
IMPORTS = 5
_MISSING = {
    "birth_date": N_("date of birth"),
    "appointed_on": N_("first appointment"),
    "education": N_("education"),
    "field_of_study": N_("field of study"),
    "employee_kind": N_("kind of employment"),
    "unit": N_("unit"),
    "position": N_("post"),
    "position_since": N_("TMT of the post"),
    "golongan": N_("golongan"),
    "golongan_since": N_("TMT of the golongan"),
    "status": N_("legal standing (assumed to be aktif)"),
    "contract_ends_on": N_("end of the contract (PPPK)"),
    "assessment": N_("competency assessment"),
}


_LACKS: Mapping[str, Callable[[Person], bool]] = {
    "birth_date": lambda p: p.birth_date is None,
    "appointed_on": lambda p: p.appointed_on is None,
    "education": lambda p: p.education is None,
    "field_of_study": lambda p: p.field_of_study is None,
    "employee_kind": lambda p: p.employee_kind is None,
    "unit": lambda p: p.unit_id is None,
    "position": lambda p: p.position_id is None,
    "position_since": lambda p: p.position_id is not None and not p.post_stated,
    "golongan": lambda p: p.golongan is None,
    "golongan_since": lambda p: p.golongan is not None and not p.golongan_stated,
    "contract_ends_on": lambda p: p.employee_kind in ("PPPK", "PPPK_PW") and p.contract_ends_on is None,
}


class Overall(NamedTuple):
    """What the dashboard shows besides what needs attention."""

    institution: str | None
    on_duty: int
    staff: int
    kinds: list[tuple[str, int]]
    statuses: dict[str, int]
    units: int
    agencies: int
    posts: overview.Posts
    year: int
    expected: int
    evaluated: int
    with_feedback: int
    missing: dict[str, int]
    reach: dict[str, str]
    rows: dict[str, int]
    recent: list[BatchRow]


def run(
    db: Database,
    as_of: date,
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Look over the whole file as of a day; --unit narrows what needs attention."""
    units = Units(db)
    inside = units.below(units.find(unit).id) if unit is not None else None
    everyone = staff.everyone(db, as_of)
    on_duty = [p for p in everyone if p.status in staff.ON_DUTY and (inside is None or p.unit_id in inside)]
    overall = _overall(db, as_of, units, everyone, on_duty)
    needs = attention(db, lawbook(db), as_of, units, on_duty)
    if needs.never_assessed:
        overall.missing["assessment"] = needs.never_assessed
    most = None if everything else FEW
    return Result(
        lambda: _data(overall, needs, as_of),
        lambda: _shapes(overall, needs, units, as_of, most),
        hints=_next(overall, needs),
    )


def _overall(db: Database, as_of: date, units: Units, everyone: Sequence[Person], on_duty: Sequence[Person]) -> Overall:
    day = as_of.isoformat()
    year = as_of.year - 1
    expected = [p for p in on_duty if p.appointed_on is None or p.appointed_on <= f"{year}-12-31"]
    have = {
        row.person_id
        for row in evaluations.of_year(db, year, "annual", PredicateReader(lawbook(db).predicate))
        if row.predicate is not None
    }
    told = evaluations.with_feedback(db, year)
    statuses = staff.status_counts(db, as_of)
    missing = {name: sum(lacks(person) for person in everyone) for name, lacks in _LACKS.items()}
    missing["status"] = overview.assumed_standing(db, day, staff.STAFF)
    tables = [
        kind for kind in KINDS.values() if kind.register or kind.name in ("evaluations", "assessments", "educations")
    ]
    return Overall(
        db.setting("institution"),
        len(on_duty),
        sum(number for status, number in statuses.items() if status in staff.STAFF),
        Counter(person.employee_kind or "" for person in everyone).most_common(),
        statuses,
        len(units.by_id),
        len(units.children(None)),
        overview.posts(db, day),
        year,
        len(expected),
        sum(p.id in have for p in expected),
        sum(p.id in told for p in expected),
        {name: number for name, number in missing.items() if number},
        registers.reach(db),
        {kind.name: overview.rows_of(db, kind.table) for kind in tables},
        batches(db)[:IMPORTS],
    )


def _data(overall: Overall, needs: Attention, as_of: date) -> dict[str, Any]:
    return {
        "institution": overall.institution,
        "as_of": as_of,
        "staff": {
            "total": overall.staff,
            "on_duty": overall.on_duty,
            "by_kind": {kind or "unknown": number for kind, number in overall.kinds},
            "by_status": {status or "unknown": number for status, number in overall.statuses.items()},
        },
        "units": {"total": overall.units, "agencies": overall.agencies},
        "posts": overall.posts._asdict(),
        "registers": [
            {"kind": kind, "rows": rows, "known_until": overall.reach.get(kind)} for kind, rows in overall.rows.items()
        ],
        "evaluations": {
            "year": overall.year,
            "expected": overall.expected,
            "evaluated": overall.evaluated,
            "with_feedback": overall.with_feedback,
        },
        "missing": overall.missing,
        "attention": {
            "low_predicates": needs.low,
            "fallen_predicates": needs.fell,
            "people": [_worry(worry) for worry in needs.worries],
            "expired_assessments": needs.expired,
            "never_assessed": needs.never_assessed,
            "overdue_plan_steps": needs.overdue.steps,
            "people_with_overdue_steps": needs.overdue.people,
            "plans_without_review": needs.unreviewed,
            "retiring": [_leaving(one) for one in needs.retiring],
            "retirement_unknown": needs.retirement_unknown,
            "contracts_ending": [_leaving(one) for one in needs.contracts],
            "units_without_head": overall.posts.heading_vacant,
            "graduates_without_assignment": [_graduate(one) for one in needs.graduates],
            "assignments_known_until": overall.reach.get("assignments"),
        },
        "imports": [
            {"batch": row.id, "at": row.entered_at, "by": row.entered_by, "command": row.command}
            for row in overall.recent
        ],
    }


def _worry(worry: Worry) -> dict[str, Any]:
    return {
        "nip": worry.person.nip,
        "name": worry.person.full_name,
        "year": worry.year,
        "predicate": worry.predicate,
        "before_year": worry.before_year,
        "before": worry.before,
        "feedback_year": worry.feedback_year,
        "feedback": worry.feedback,
        "leader": worry.leader,
        "leader_nip": worry.leader_nip,
    }


def _graduate(one: Graduate) -> dict[str, Any]:
    return {
        "nip": one.person.nip,
        "name": one.person.full_name,
        "position": one.post,
        "training": one.training,
        "since": one.since,
    }


def _leaving(one: Leaving) -> dict[str, Any]:
    return {"nip": one.person.nip, "name": one.person.full_name, "position": one.post, "on": one.on}


def _shapes(overall: Overall, needs: Attention, units: Units, as_of: date, most: int | None) -> list[Shape]:
    title = overall.institution or N_("What is in the file")
    shapes: list[Shape] = [_contents(overall, title, as_of)]
    if overall.staff == 0:
        empty = N_(
            "Nobody is known on that day. Bring a roster in: `asnkarier import FILE`, or start from `asnkarier template`."
        )
        return [*shapes, Text([empty])]
    shapes.append(_today(overall, needs))
    shapes.append(_done(overall, needs))
    if details := _attention(overall, needs, units, most):
        shapes.append(Section(N_("Needs attention now"), details))
    shapes.append(_missing(overall))
    shapes.append(_registers(overall))
    shapes.append(_imports(overall))
    return shapes


def _contents(overall: Overall, title: str, as_of: date) -> Record:
    kinds = [Words("{kind} {count}", {"kind": _kind(kind), "count": number}) for kind, number in overall.kinds]
    away = {s: n for s, n in overall.statuses.items() if s in staff.STAFF and s not in staff.ON_DUTY}
    besides = [Words("{status} {count}", {"status": Words(term(status)), "count": n}) for status, n in away.items()]
    shape = {"agencies": overall.agencies, "units": overall.units, "posts": overall.posts.total}
    fields = [
        Field("staff", N_("Staff"), overall.staff, "integer"),
        Field("by_kind", N_("By kind of employment"), kinds or None),
        Field("on_duty", N_("On duty"), overall.on_duty, "integer"),
        Field("besides", N_("Besides"), besides or None),
        Field(
            "shape",
            N_("Organisation"),
            Words(
                N_("{agencies} {agencies:agency|agencies}, {units} {units:unit|units}, {posts} {posts:post|posts}"),
                shape,
            ),
        ),
    ]
    return Record(title, fields, Words(N_("As things stood on {day}."), {"day": as_of}))


def _kind(kind: str) -> Words:
    return Words(term(kind) if kind else N_("kind not known"))


def _today(overall: Overall, needs: Attention) -> Table:
    """Say in one line each what needs attention, and which command shows it whole."""
    year = {"year": str(overall.year)}
    months = {
        "retiring": needs.rule.retiring_months,
        "ending": needs.rule.contract_months,
        "review": needs.rule.review_months,
    }
    items = [
        (
            overall.expected - overall.evaluated,
            Words(N_("without an evaluation of {year}"), year),
            f"evaluations missing {overall.year}",
        ),
        (needs.low, Words(N_("with a low predicate")), "status --all"),
        (needs.fell, Words(N_("with a lower predicate than the year before")), "status --all"),
        (needs.expired, Words(N_("whose assessment has expired")), "gap"),
        (
            overall.posts.heading_vacant,
            Words(N_("units have a post that heads them, and nobody in it")),
            "forecast vacancies",
        ),
        (len(needs.retiring), Words(N_("retire within {retiring} months"), months), "forecast retirements"),
        (len(needs.contracts), Words(N_("contracts end within {ending} months"), months), "forecast contracts"),
        (needs.overdue.steps, Words(N_("steps of development plans are overdue")), "idp list --due"),
        (needs.unreviewed, Words(N_("plans that nobody went through for {review} months"), months), "idp list"),
        (
            needs.retirement_unknown,
            Words(N_("PNS of whom nobody can say when they retire (birth date or kind of post missing)")),
            "forecast retirements",
        ),
    ]
    columns = (
        Column("count", N_("How many"), "integer"),
        Column("what", N_("What")),
        Column("command", N_("Shown whole by")),
    )
    rows = [(number, what, named.command(f"asnkarier {command}")) for number, what, command in items if number]
    return Table(N_("Today"), columns, rows, empty=N_("Nothing needs attention."))


def _done(overall: Overall, needs: Attention) -> Bars:
    """Draw how much of the year's work is done."""
    valid = overall.on_duty - needs.never_assessed - needs.expired
    year = str(overall.year)
    parts = [
        (N_("Evaluated for {year}: {done} of {all}"), overall.evaluated, overall.expected),
        (N_("Feedback for {year}: {done} of {all}"), overall.with_feedback, overall.expected),
        (N_("Assessment still valid: {done} of {all}"), valid, overall.on_duty),
    ]
    bars = [
        Bar(Words(text, {"year": year, "done": done, "all": whole}), Fraction(100 * done, whole) if whole else None)
        for text, done, whole in parts
    ]
    return Bars(N_("How far the work is"), bars, 100.0, "percent")


def _attention(overall: Overall, needs: Attention, units: Units, most: int | None) -> list[Shape]:
    shapes: list[Shape] = []
    if needs.worries:
        columns = (
            Column("nip", N_("NIP"), "nip"),
            Column("name", N_("Name")),
            Column("predicate", N_("Predicate")),
            Column("feedback", N_("Last feedback")),
            Column("leader", N_("Who talks to them")),
        )
        rows = [_worry_row(worry) for worry in needs.worries[:most]]
        numbers = {"low": needs.low, "fell": needs.fell, "shown": len(rows), "all": len(needs.worries)}
        title = Words(N_("Low predicate: {low}. Lower than the year before: {fell}."), numbers)
        caption = Words(N_("{shown} of {all} shown, the lowest first; --all shows every one."), numbers)
        shapes.append(Table(title, columns, rows, caption if len(rows) < len(needs.worries) else ""))
    if needs.retiring:
        months = {"months": needs.rule.retiring_months, "count": len(needs.retiring)}
        title = Words(N_("Retiring within {months} months: {count}"), months)
        shapes.append(_leavers(title, needs.retiring, units, most, N_("Pension from")))
    if needs.contracts:
        months = {"months": needs.rule.contract_months, "count": len(needs.contracts)}
        title = Words(N_("Contracts ending within {months} months: {count}"), months)
        shapes.append(_leavers(title, needs.contracts, units, most, N_("Ends on")))
    if needs.graduates:
        shapes.append(_graduates(overall, needs, most))
    return shapes


def _worry_row(worry: Worry) -> tuple[object, ...]:
    predicate = Words(
        N_("{predicate} ({year})")
        if worry.before is None
        else N_("{predicate} ({year}), before {before} ({before_year})"),
        {
            "predicate": term(worry.predicate),
            "year": str(worry.year),
            "before": term(worry.before or ""),
            "before_year": str(worry.before_year),
        },
    )
    feedback = f"{worry.feedback} ({worry.feedback_year})" if worry.feedback else None
    return worry.person.nip, worry.person.full_name, predicate, feedback, worry.leader


def _leavers(title: Words, leaving: Sequence[Leaving], units: Units, most: int | None, when: str) -> Table:
    columns = (
        Column("on", when, "date"),
        Column("nip", N_("NIP"), "nip"),
        Column("name", N_("Name")),
        Column("position", N_("Position")),
        Column("unit", N_("Unit")),
    )
    rows = [
        (one.on, one.person.nip, one.person.full_name, one.post, units.name(one.person.unit_id))
        for one in leaving[:most]
    ]
    caption = Words(N_("{shown} of {total} shown; --all shows every one."), {"shown": len(rows), "total": len(leaving)})
    return Table(title, columns, rows, caption if len(rows) < len(leaving) else "")


def _graduates(overall: Overall, needs: Attention, most: int | None) -> Table:
    columns = (
        Column("nip", N_("NIP"), "nip"),
        Column("name", N_("Name")),
        Column("position", N_("Position")),
        Column("training", N_("Training"), "code"),
        Column("since", N_("Since"), "date"),
    )
    rows = [(one.person.nip, one.person.full_name, one.post, one.training, one.since) for one in needs.graduates[:most]]
    count = {"count": len(needs.graduates), "shown": len(rows)}
    reach = overall.reach.get("assignments")
    if reach:
        text = N_("{shown} of {count} shown (all: --all). Assignments are known up to {day}.")
    else:
        text = N_("{shown} of {count} shown (all: --all). No assignments were imported yet: some of them may have one.")
    said = Words(text, {**count, "day": date.fromisoformat(reach) if reach else None})
    title = Words(N_("Trained to lead above their post, without an assignment or new post since: {count}"), count)
    return Table(title, columns, rows, said)


def _missing(overall: Overall) -> Table:
    columns = (
        Column("missing", N_("What is not known")),
        Column("people", N_("People"), "integer"),
        Column("share", N_("Share"), "percent"),
    )
    found = sorted(overall.missing.items(), key=lambda pair: -pair[1])
    rows: list[tuple[object, ...]] = [
        (Words(_MISSING[name]), number, Fraction(number * 100, overall.staff) if overall.staff else None)
        for name, number in found
    ]
    posts = overall.posts
    if posts.without_kind:
        rows.append(
            (Words(N_("kind of the post ({count} {count:post|posts})"), {"count": posts.without_kind}), None, None)
        )
    if posts.without_standard:
        text = N_("standard of the post ({count} {count:post|posts}; the defaults of the kind are used)")
        rows.append((Words(text, {"count": posts.without_standard}), None, None))
    return Table(N_("Data missing"), columns, rows, empty=N_("Nothing is missing."))


def _registers(overall: Overall) -> Table:
    columns = (
        Column("kind", N_("List")),
        Column("rows", N_("Rows"), "integer"),
        Column("known_until", N_("Complete up to")),
    )
    never = Words(N_("never imported"))
    rows = [
        (
            KINDS[kind].label if current() == "id" else kind,
            number,
            (overall.reach.get(kind) and date.fromisoformat(overall.reach[kind]))
            or (never if KINDS[kind].register else None),
        )
        for kind, number in overall.rows.items()
    ]
    caption = N_("Up to its day, who has no row in a list has none; beyond it nothing is known.")
    return Table(N_("How far the lists reach"), columns, rows, caption)


def _imports(overall: Overall) -> Table:
    columns = (
        Column("batch", N_("Entry"), "integer"),
        Column("at", N_("When (UTC)"), "code"),
        Column("by", N_("By")),
        Column("command", N_("Command")),
        Column("inserted", N_("New"), "integer"),
        Column("updated", N_("Changed"), "integer"),
        Column("deleted", N_("Removed"), "integer"),
    )
    rows = [
        (
            row.id,
            row.entered_at[:16].replace("T", " "),
            row.entered_by,
            named.command(row.command),
            row.inserted,
            row.updated,
            row.deleted,
        )
        for row in overall.recent
    ]
    return Table(N_("Last entries"), columns, rows, empty=N_("Nothing was imported yet."))


def _next(overall: Overall, needs: Attention) -> list[Words]:
    """Say what to do next, at most three things."""
    year = {"year": str(overall.year)}
    if overall.staff == 0:
        return [Words(N_("Next: `asnkarier template roster -o FILE`, then `asnkarier import FILE --dry-run`."))]
    steps = []
    if overall.evaluated < overall.expected:
        steps.append(Words(N_("Who has no evaluation: asnkarier evaluations missing {year}"), year))
    if needs.worries:
        steps.append(Words(N_("One person whole: asnkarier show {nip}"), {"nip": needs.worries[0].person.nip}))
    if needs.never_assessed or needs.expired:
        steps.append(Words(N_("Competencies, unit by unit: asnkarier gap")))
    return steps[:3] or [Words(N_("A copy in time: asnkarier db backup"))]
