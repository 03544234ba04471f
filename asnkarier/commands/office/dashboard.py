"""The dashboard of `status` as people see it: what is in the file, what needs attention today, how far the work is."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from asnkarier.commands import named
from asnkarier.commands.decide.forecast.coming import DEFAULT
from asnkarier.commands.office.attention import Attention, Leaving, Worry
from asnkarier.commands.office.overall import Overall
from asnkarier.core.decide.reach import known_until
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.store.queries import staff
from asnkarier.store.queries.units import Units
from asnkarier.views.kinds import sheet_label
from asnkarier.views.language import N_, Words
from asnkarier.views.people.reach import reach_said
from asnkarier.views.shapes import Bar, Bars, Coded, Column, Field, Record, Said, Section, Shape, Table, Text, titled
from asnkarier.views.shell import word
from asnkarier.views.terms import term

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


def dashboard(overall: Overall, needs: Attention, units: Units, as_of: date, most: int | None) -> list[Shape]:
    """Return the dashboard; `most` is how many people each list shows."""
    title: Said = overall.institution or N_("What is in the file")
    if overall.unit is not None:
        title = Words("{unit}", {"unit": overall.unit})
    shapes: list[Shape] = [_contents(overall, title, as_of)]
    if overall.staff == 0:
        empty = N_(
            "Nobody is known on that day. Bring a roster in: `asnkarier import FILE`, or begin with one: `asnkarier template roster -o FILE`."
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


def _contents(overall: Overall, title: Said, as_of: date) -> Record:
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
        (len(needs.retired), Words(N_("still staff though their pension has begun")), "forecast retirements"),
        (len(needs.ended), Words(N_("still staff though their contract is over")), "forecast contracts"),
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
            Words(
                N_("{count:unit has|units have} a post that heads {count:it|them}, and nobody in it"),
                {"count": overall.posts.heading_vacant},
            ),
            "forecast vacancies",
        ),
        (
            len(needs.retiring),
            Words(N_("{count:retires|retire} within {retiring} months"), {**months, "count": len(needs.retiring)}),
            _ahead("forecast retirements", needs.rule.retiring_months),
        ),
        (
            len(needs.contracts),
            Words(
                N_("{count:contract ends|contracts end} within {ending} months"),
                {**months, "count": len(needs.contracts)},
            ),
            _ahead("forecast contracts", needs.rule.contract_months),
        ),
        (
            needs.overdue.steps,
            Words(
                N_("{count:step of a development plan is|steps of development plans are} overdue"),
                {"count": needs.overdue.steps},
            ),
            "idp list --due",
        ),
        (
            needs.unreviewed,
            Words(
                N_("{count:plan|plans} that nobody went through for {review} months"),
                {**months, "count": needs.unreviewed},
            ),
            "idp list",
        ),
        (
            needs.retirement_unknown,
            Words(N_("PNS of whom nobody can say when they retire (birth date or kind of post missing)")),
            "forecast retirements",
        ),
    ]
    columns = (
        Column("count", N_("How many"), "integer"),
        Column("what", N_("What")),
        Column("command", N_("Shown whole by"), "code"),
    )
    within = f" --unit {word(overall.unit)}" if overall.unit is not None else ""
    rows = []
    for number, what, command in items:
        typed = f"asnkarier {command}{within}"
        if number:
            rows.append((number, what, Coded(typed, Words("{typed}", {"typed": named.command(typed)}))))
    return Table(N_("Today"), columns, rows, empty=N_("Nothing needs attention."))


def _ahead(command: str, months: int) -> str:
    return command if months == DEFAULT else f"{command} --months {months}"


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
    if needs.retired:
        title = Words(N_("Pension has begun, still staff: {count}"), {"count": len(needs.retired)})
        shapes.append(_leavers(title, needs.retired, units, most, N_("Pension from")))
    if needs.ended:
        title = Words(N_("Contract is over, still staff: {count}"), {"count": len(needs.ended)})
        shapes.append(_leavers(title, needs.ended, units, most, N_("Ended on")))
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
    return worry.person.nip, titled(worry.person), predicate, feedback, worry.leader and titled(worry.leader)


def _leavers(title: Words, leaving: Sequence[Leaving], units: Units, most: int | None, when: str) -> Table:
    columns = (
        Column("on", when, "date"),
        Column("nip", N_("NIP"), "nip"),
        Column("name", N_("Name")),
        Column("position", N_("Position")),
        Column("unit", N_("Unit")),
    )
    rows = [
        (one.on, one.person.nip, titled(one.person), one.post, units.name(one.person.unit_id)) for one in leaving[:most]
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
    rows = [(one.person.nip, titled(one.person), one.post, one.training, one.since) for one in needs.graduates[:most]]
    count = {"count": len(needs.graduates), "shown": len(rows)}
    reach = known_until(overall.reach.get("assignments", ()))
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
    caption = N_("`asnkarier template KIND -o FILE` makes a sheet for it, `asnkarier import FILE` brings it in.")
    return Table(N_("Data missing"), columns, rows, caption, N_("Nothing is missing."))


def _registers(overall: Overall) -> Table:
    columns = (
        Column("kind", N_("List")),
        Column("rows", N_("Rows"), "integer"),
        Column("known_until", N_("Complete up to")),
    )
    never = Words(N_("never imported"))
    rows = [
        (
            sheet_label(kind),
            number,
            reach_said(overall.reach.get(kind, ())) or (never if KINDS[kind].register else None),
        )
        for kind, number in overall.rows.items()
    ]
    caption = N_("Up to its day, or in its times, who has no row in a list has none; beyond nothing is known.")
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
