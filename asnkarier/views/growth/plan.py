"""The training plan for people: what it reaches, the calendar, the HCDP form, what more money would buy, who is left out."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from asnkarier.core.numbers import unscaled
from asnkarier.views.growth.planned import Shown
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Field, Record, Shape, Table, titled
from asnkarier.views.values import MONTHS

FEW = 25
"""Rows shown without --all."""
REASONS: dict[str, str] = {
    "no_standard": N_("the post asks nothing that is known"),
    "not_assessed": N_("not assessed yet"),
    "levels_unknown": N_("the JPM is on file, the levels are not"),
    "no_gap": N_("nothing is missing"),
    "nobody_teaches": N_("no training of the catalogue closes the gap"),
    "budget": N_("the money closes more elsewhere"),
    "seats": N_("no seat left"),
    "jp": N_("no JP left"),
    "month": N_("away in that month already"),
    "absences": N_("too many of the unit are away"),
    "seats_min": N_("the class would stay too small"),
    "no_purse": N_("the agency has no budget"),
    "attended": N_("was in the training that teaches it, and the gap is still measured"),
    "jp_unknown": N_("the JP of a training already attended are not known"),
}


_CALENDAR = (
    Column("month", N_("Month")),
    Column("code", N_("Code"), "code"),
    Column("title", N_("Training")),
    Column("people", N_("People"), "integer"),
    Column("seats", N_("Seats"), "integer"),
    Column("cost", N_("Cost"), "money"),
    Column("closes", N_("Closes"), "score"),
)
_FORM = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("unit", N_("Unit")),
    Column("competency", N_("Competency")),
    Column("gap", N_("Gap"), "level"),
    Column("form", N_("Form"), "term"),
    Column("title", N_("Training")),
    Column("jp", "JP", "number"),
    Column("provider", N_("Provider")),
    Column("month", N_("Month")),
    Column("cost", N_("Cost"), "money"),
)
_OLD = Column("assessment", N_("Assessment"))
"""Only where someone's assessment has expired."""
_SHORT = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("code", N_("Code"), "code"),
    Column("month", N_("Month")),
    Column("jp", "JP", "number"),
    Column("cost", N_("Cost"), "money"),
)
_HCDP = N_("Development plan per person (HCDP)")
_REACHED = Column("reached", N_("Come to their hours by it"), "integer")
_MORE = (
    Column("budget", N_("Budget"), "money"),
    Column("objective", N_("Closes"), "score"),
    Column("more", N_("More"), "score"),
)
_LEFT = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("unit", N_("Unit")),
    Column("reason", N_("Reason")),
    Column("open", N_("Stays open")),
)
_UNUSABLE = (
    Column("code", N_("Code"), "code"),
    Column("title", N_("Training")),
    Column("reason", N_("Reason")),
    Column("remedy", N_("What to do")),
)
_FAULTS: dict[str, tuple[str, str]] = {
    "training_without_seats": (
        N_("does not say how many seats it has"),
        N_("Fill in the column Kuota, or give --seats N."),
    ),
    "training_with_zero_seats": (N_("has no seat"), N_("Mend the column Kuota, or take it out of the catalogue.")),
    "training_without_jp": (N_("has no JP"), N_("Fill in the column JP.")),
    "training_without_cost": (
        N_("does not say what it costs"),
        N_("Fill in Biaya per Peserta (0 where it is free) or Biaya per Kelas."),
    ),
    "training_min_above_seats": (
        N_("needs more people than it has seats"),
        N_("Compare Peserta Minimal with Kuota."),
    ),
    "training_for_unknown_kinds": (
        N_("is meant for kinds of position that are none"),
        N_("Mend the column of the kinds (such as pengawas; administrator), or leave it blank for everyone."),
    ),
}
_REASONS = (Column("reason", N_("Reason")), Column("people", N_("People"), "integer"))
_PURSES = (
    Column("agency", N_("Agency")),
    Column("budget", N_("Budget"), "money"),
    Column("spent", N_("Spent"), "money"),
)
_UNTAUGHT = (Column("competency", N_("Competency")), Column("people", N_("People"), "integer"))


def month(number: int | None) -> Words | None:
    """Return the name of a month; None where it is not known."""
    return Words(MONTHS[number - 1]) if number else None


def below_bound(shown: Shown) -> Fraction | None:
    """Return how many percent the plan is at most below the best there is; None where nobody knows."""
    if shown.bound is None:
        return None
    return Fraction(100 * (shown.bound - shown.objective), shown.bound) if shown.bound else Fraction(0)


def shapes(shown: Shown, *, everything: bool) -> list[Shape]:
    """Show the plan; `everything` writes every row, as an exported form needs."""
    result: list[Shape] = [_head(shown)]
    calendar = [
        (month(c.month), c.code, c.title, c.people, c.seats, c.cost, _number(c.closes))
        for c in sorted(shown.calendar, key=lambda c: (c.month, c.code))
    ]
    empty = N_("Nothing is planned.")
    result.append(Table(N_("Training calendar"), _CALENDAR, calendar, _about_months(shown) if calendar else "", empty))
    short = [(g.nip, titled(g), g.code, month(g.month), unscaled(g.jp), g.cost) for g in shown.going]
    if everything:
        result.append(_form(shown, [month(g.month) for g in shown.going]))
    else:
        result.append(Table(N_("Who goes where"), _SHORT, short[:FEW], _part(len(short), everything)))
    if len(shown.purses) > 1:
        result.append(Table(N_("Budgets"), _PURSES, list(shown.purses)))
    if shown.more:
        result.append(_larger(shown))
    for title, going in ((N_("Left out, by reason"), False), (N_("Sent, but not for everything, by reason"), True)):
        counts = Counter(left.reason for left in shown.left if left.going is going)
        reasons = [(Words(REASONS[reason]), count) for reason, count in counts.most_common()]
        if reasons or not going:
            result.append(Table(title, _REASONS, reasons, empty=N_("Nobody.")))
    if everything:
        rows_left = [
            (left.nip, titled(left), left.unit, Words(REASONS[left.reason]), list(left.open)) for left in shown.left
        ]
        result.append(Table(N_("Left out"), _LEFT, rows_left))
    if shown.unusable:
        faults = [(code, name, *(Words(text) for text in _FAULTS[fault])) for code, name, fault in shown.unusable]
        result.append(Table(N_("Trainings that could not be planned"), _UNUSABLE, faults))
    if shown.untaught:
        remedy = N_(
            "Put a training that raises it into the catalogue, or let a mentor do it: `asnkarier mentor suggest`."
        )
        title = N_("Competencies that no training of the catalogue raises")
        result.append(Table(title, _UNTAUGHT, shown.untaught, remedy))
    return result


def _about_months(shown: Shown) -> Words | str:
    if shown.absences is None:
        return N_(
            "The months are a proposal that keeps each one's trainings apart as far as it can; they limit nothing."
        )
    return Words(
        N_(
            "In these months at most {count} of a unit are away, nobody twice; the limit above holds for every calendar."
        ),
        {"count": shown.absences},
    )


def _larger(shown: Shown) -> Table:
    """Show what more money would reach: with several budgets, by which of them."""
    several = len(shown.purses) > 1
    columns = [*([_PURSES[0]] if several else []), *_MORE, *([_REACHED] if shown.reached is not None else [])]
    rows = [
        (
            *([m.agency] if several else []),
            m.budget,
            _number(m.objective),
            _number(m.more),
            *([m.reached] if shown.reached is not None else []),
        )
        for m in shown.more
    ]
    caption = N_("Estimated from the price of money in the plan.") if shown.more[0].estimated else ""
    return Table(N_("What each extra Rp 10 million would buy"), tuple(columns), rows, caption)


def sheets(shown: Shown) -> list[Shape]:
    """Return what a workbook or csv holds: the HCDP form of everyone first, then calendar and the rest."""
    form = _form(shown, [f"{shown.year}-{g.month:02d}" if g.month else str(shown.year) for g in shown.going])
    whole = shapes(shown, everything=True)
    return [form, *(s for s in whole if not (isinstance(s, Table) and s.title == _HCDP))]


def flat(shown: Shown) -> Table:
    """Return the HCDP form with every column it may have, whatever the plan holds: two plans fit under each other."""
    months = [f"{shown.year}-{g.month:02d}" if g.month else str(shown.year) for g in shown.going]
    return _form(shown, months, marked=True)


def _form(shown: Shown, months: Sequence[object], *, marked: bool = False) -> Table:
    """Return the HCDP form of everyone who goes, with a mark where the assessment has expired."""
    marked = marked or any(g.expired for g in shown.going)
    rows = [
        (
            g.nip,
            titled(g),
            g.unit,
            g.competency,
            _number(g.missing),
            g.form,
            g.title,
            unscaled(g.jp),
            g.provider,
            when,
            g.cost,
            *([Words(N_("expired")) if g.expired else None] if marked else []),
        )
        for g, when in zip(shown.going, months, strict=True)
    ]
    return Table(_HCDP, (*_FORM, _OLD) if marked else _FORM, rows)


def _head(shown: Shown) -> Record:
    quality: Words
    percent = below_bound(shown)
    if shown.optimal:
        quality = Words(N_("no plan closes more"))
    elif percent is None:
        quality = Words(N_("greedy; how much better the best is nobody worked out"))
    else:
        quality = Words(N_("at most {percent} % below the best there is"), {"percent": _two(percent)})
    new = [g for g in shown.going if not g.already]
    every, as_many = N_("No plan can close more than"), N_("No plan with as many hours closes more than")
    fields = [
        Field("budget", N_("Budget"), shown.budget, "money"),
        Field("spent", N_("Spent"), shown.spent, "money"),
        Field("people", N_("People sent"), len({g.nip for g in new}), "integer"),
        Field("assignments", N_("Places taken"), len(new), "integer"),
        Field("objective", N_("Closes (importance × levels)"), _number(shown.objective), "score"),
        Field("bound", every if shown.reached is None else as_many, _number(shown.bound), "score"),
        Field("quality", N_("Quality"), quality),
    ]
    if shown.method != "greedy":
        fields.append(
            Field("greedy", N_("More than the greedy plan"), _number(shown.objective - shown.greedy), "score")
        )
    if shown.reached is not None:
        fields.append(Field("reached", N_("Come to their hours by it"), shown.reached, "integer"))
        fields.append(Field("reach_bound", N_("No plan lets more reach them than"), shown.reach_bound, "integer"))
    caption = Words(
        N_("Importance {weights} × rise toward the required level. {law}. Staff on {as_of}."),
        {"weights": ", ".join(f"{k} {n}" for k, n in shown.weights.items()), "law": shown.law, "as_of": shown.as_of},
    )
    return Record(Words(N_("Training plan {year}"), {"year": str(shown.year)}), fields, caption)


def _two(value: Fraction) -> Decimal:
    return Decimal(round(float(value) * 100)) / 100


def _number(value: int | None) -> Decimal | None:
    return None if value is None else unscaled(value)


def _part(total: int, everything: bool) -> Words | str:
    if everything or total <= FEW:
        return ""
    return Words(
        N_("{shown} of {total}; --all shows everyone, with `-o FILE.xlsx` as the calendar and the HCDP form."),
        {"shown": FEW, "total": total},
    )


def data(shown: Shown) -> dict[str, object]:
    """Return the plan as a document."""
    percent = below_bound(shown)
    return {
        "year": shown.year,
        "as_of": shown.as_of,
        "budget": shown.budget,
        "spent": shown.spent,
        "objective": unscaled(shown.objective),
        "bound": _number(shown.bound),
        "optimal": shown.optimal,
        "method": shown.method,
        "gap_percent": percent,
        "greedy": unscaled(shown.greedy),
        "reached": shown.reached,
        "reach_bound": shown.reach_bound,
        "assignments": [
            {
                "nip": g.nip,
                "code": g.code,
                "cost": g.cost,
                "jp": unscaled(g.jp),
                "month": g.month,
                "competency": g.competency,
                "gap": _number(g.missing),
                "form": g.form,
                "provider": g.provider,
                "already": g.already,
                "expired": g.expired,
            }
            for g in shown.going
        ],
        "calendar": [
            {
                "code": c.code,
                "title": c.title,
                "month": c.month,
                "participants": c.people,
                "seats": c.seats,
                "cost": c.cost,
                "closes": unscaled(c.closes),
            }
            for c in shown.calendar
        ],
        "purses": [{"agency": a or None, "budget": budget, "spent": paid} for a, budget, paid in shown.purses],
        "extra": [
            {
                "agency": m.agency or None,
                "budget": m.budget,
                "objective": unscaled(m.objective),
                "more": unscaled(m.more),
                "estimated": m.estimated,
                "reached": m.reached,
            }
            for m in shown.more
        ],
        "left_out": [
            {"nip": left.nip, "reason": left.reason, "going": left.going, "open": list(left.open)}
            for left in shown.left
        ],
        "unusable": [{"code": code, "title": title, "reason": fault} for code, title, fault in shown.unusable],
        "untaught": [{"competency": name, "people": count} for name, count in shown.untaught],
    }
