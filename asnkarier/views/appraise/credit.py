"""Credit for people: the start, each year with its months, predicate and coefficient, and what is still to go."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from asnkarier.core.numbers import SCALE, shown
from asnkarier.core.person import Person
from asnkarier.core.rank.credit import Conversion, Credit, Target
from asnkarier.core.rank.start import LeftOut
from asnkarier.core.regulation import Version
from asnkarier.core.rules.credit import CreditRule
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Coded, Column, Field, Record, Said, Shape, Table, Text, ranged
from asnkarier.views.terms import TERMS


class Earning(NamedTuple):
    """One person's credit; without any, `why` says whether the kind of employment or the post earns none."""

    person: Person
    position: str | None
    as_of: date
    rule: Version[CreditRule]
    credit: Credit | None
    why: str


WARNINGS = {
    "degree_twice": N_("A degree adds credit once in a level: a second one on record adds nothing."),
    "degree_too_much": N_(
        "The credit recorded for a degree is more than the rule gives: no more than that is counted."
    ),
    "paks_of_one_day": N_(
        "Two PAKs of one day name different sums: the total is a range until one of them is corrected."
    ),
    "basic_not_in_table": N_("The AK dasar recorded is none of those that the rule names for the ranks of this level."),
    "golongan_unknown": N_("The golongan is not known, so the next rank cannot be told."),
    "golongan_outside_level": N_("The golongan lies outside the level's range, as after a penyetaraan."),
    "next_rank_needs_next_level": N_(
        "The golongan is the highest of the level: the next rank needs the next level first."
    ),
    "highest_rank": N_("The golongan is the highest of the level, and no level follows."),
    "away": N_(
        "Months on leave outside the state's responsibility (CLTN) or suspended earn nothing and are not counted."
    ),
    "contracted": N_("PPPK earn no credit: the months held before the appointment as CPNS are not counted."),
}
LEFT_OUT = {
    "covered": N_("The PAK of {day} converts months that are counted already: nothing of its {amount} is added."),
    "partly_covered": N_(
        "Some months of the PAK of {day} are counted already: {counted} of its {amount} is added, for the months after."
    ),
    "replaced": N_("A later PAK covers the months of the PAK of {day}: nothing of its {amount} is added."),
    "gap": N_(
        "The PAK of {day} leaves out months after the PAK before it: the evaluations are counted instead of its {amount}."
    ),
    "level_began": N_(
        "The level began within the months of the PAK of {day}: the evaluations are counted instead of its {amount}."
    ),
    "begin_assumed": N_(
        "The PAK of {day} does not say from when: its {amount} is taken as following on what was counted before."
    ),
    "level_read": N_(
        "The PAK of {day} ({amount}) names no level. It was decided before the present one, in a post without credit, and is read as"
        " what the level began with: fill in its level (the column level) if it is another's."
    ),
    "level_not_said": N_(
        "The PAK of {day} ({amount}) names no level and was decided before the present one: it is not counted. If it is what the"
        " level began with, fill in its level (the column level)."
    ),
    "start_covered": N_("The PAK of {day} is about a day before the last sum: its {amount} is in that sum already."),
}
_NONE = {
    "kind": N_("{employee_kind} have no credit: it belongs to ranks of PNS."),
    "post": N_("The post held on this day is no functional post known to earn credit."),
}


def document(found: Earning) -> dict[str, object]:
    """Return the JSON document."""
    credit = found.credit
    body: dict[str, object] = {
        "nip": found.person.nip,
        "name": found.person.name,
        "position": found.position,
        "as_of": found.as_of,
        "golongan": found.person.golongan,
        "law": found.rule.citation.text,
    }
    if credit is None:
        return {**body, "years": [], "total": None, "next_rank": None, "next_level": None, "reason": found.why}
    start = credit.start
    return {
        **body,
        "position_kind": credit.kind,
        "start": None
        if start is None
        else {
            "decided_on": start.decided_on,
            "counts_to": start.counts_to,
            "credit": credit.start_credit if credit.start_credit == credit.start_high else None,
            "credit_low": credit.start_credit,
            "credit_high": credit.start_high,
        },
        "level_since": credit.since,
        "level_reached_on": credit.reached_on,
        "years": [_year(c) for c in credit.conversions],
        "total": credit.low if credit.low == credit.high else None,
        "total_low": credit.low,
        "total_high": credit.high,
        "next_rank": _target(credit.next_rank),
        "next_level": _target(credit.next_level),
        "warnings": list(credit.warnings),
        "left_out": [
            {
                "decided_on": left.pak.decided_on,
                "kind": left.pak.kind,
                "credit": Fraction(left.pak.amount, SCALE),
                "counted": Fraction(left.counted, SCALE),
                "reason": left.why,
            }
            for left in credit.left_out
        ],
    }


def _year(c: Conversion) -> dict[str, object]:
    entry: dict[str, object] = {
        "year": c.year,
        "position_kind": c.kind,
        "months": c.months,
        "predicate": c.predicate,
        "coefficient": c.coefficient,
        "credit": c.low if c.low == c.high else None,
        "counted": c.counted,
    }
    if c.low != c.high:
        entry |= {"credit_low": c.low, "credit_high": c.high}
    return entry


def flat(found: Earning) -> Table:
    """Return every year as programs read it, both ends of its credit beside what is known of it."""
    conversions = found.credit.conversions if found.credit else ()
    return listed.table(({**_year(c), "credit_low": c.low, "credit_high": c.high} for c in conversions), _FLAT)


def _target(target: Target | None) -> dict[str, object] | None:
    if target is None:
        return None
    return {
        "to": target.to,
        "need": target.need,
        "missing": target.missing_low if target.missing_low == target.missing_high else None,
        "missing_low": target.missing_low,
        "missing_high": target.missing_high,
        "months": {
            predicate: least if least == most else None for predicate, (least, most) in target.months_at.items()
        },
        "months_range": {predicate: list(pair) for predicate, pair in target.months_at.items()},
    }


_YEARS = (
    Column("year", N_("Year"), "year"),
    Column("position_kind", N_("Level"), "term"),
    Column("months", N_("Months"), "integer"),
    Column("predicate", N_("Predicate"), "term"),
    Column("coefficient", N_("Coefficient"), "number"),
    ranged("credit", N_("Credit")),
    Column("counted", N_("Remark")),
)
_FLAT = "year position_kind months predicate coefficient credit credit_low credit_high counted"
"""The columns of csv, be there a row or none."""
_TARGETS = (
    Column("to", N_("Next")),
    Column("need", N_("Needs"), "score"),
    Column("missing", N_("Short by"), "score"),
    Column("baik", N_("Months at Baik"), "integer"),
    Column("sangat_baik", N_("Months at Sangat Baik"), "integer"),
)


def _remark(c: Conversion) -> Said:
    if not c.counted:
        return Words(N_("not counted in this level, or in the PAK already"))
    return Words(N_("not converted from predicates yet: only a PAK tells")) if c.coefficient is None else ""


def _range(low: Fraction, high: Fraction | None) -> object:
    if low == high:
        return low
    if high is None:
        return Words(N_("at least {low}"), {"low": shown(low, 2)})
    return Words("{low}–{high}", {"low": shown(low, 2), "high": shown(high, 2)})


def _months(pair: tuple[int, int | None]) -> object:
    low, high = pair
    if low == high:
        return low
    return Words("{low}–{high}", {"low": low, "high": "?" if high is None else high})


def pictures(found: Earning) -> list[Shape]:
    """Return the credit for people."""
    person, credit = found.person, found.credit
    title = Words(N_("Credit of {name} on {as_of}"), {"name": person.full_name, "as_of": found.as_of})
    fields = [
        Field("nip", N_("NIP"), person.nip, "nip"),
        Field("position", N_("Position"), found.position),
        Field("golongan", N_("Golongan"), person.golongan, "code"),
    ]
    if credit is None:
        kind = (found.person.employee_kind or "").replace("_", " ")
        return [
            Record(title, fields, found.rule.citation.text),
            Text([Words(_NONE[found.why], {"employee_kind": kind})]),
        ]
    start = credit.start
    said = Words(N_("none on record: what was earned before is not known"))
    if start is not None:
        said = Words(
            N_("{credit}, counted to {day}"),
            {"credit": _range(credit.start_credit, credit.start_high), "day": start.counts_to},
        )
    elif credit.begins_known:
        said = Words(N_("none: the level began at 0 on {day}, after the one below"), {"day": credit.reached_on})
    fields += [
        Field("start", N_("Last PAK of the level"), said),
        Field("total", N_("Cumulative credit"), _range(credit.low, credit.high), "score"),
    ]
    rows = [
        (
            c.year,
            c.kind,
            c.months,
            c.predicate,
            c.coefficient,
            c.low if c.low == c.high else Coded((None, c.low, c.high), _range(c.low, c.high)),
            Coded(c.counted, _remark(c)),
        )
        for c in credit.conversions
    ]
    targets = [
        (
            Words(TERMS[t.to]) if t.to in TERMS else t.to,
            t.need,
            _missing(t),
            _months(t.months_at["baik"]),
            _months(t.months_at["sangat_baik"]),
        )
        for t in (credit.next_rank, credit.next_level)
        if t is not None
    ]
    shapes: list[Shape] = [
        Record(title, fields),
        Table(N_("Conversions"), _YEARS, rows, found.rule.citation.text, N_("Nothing to convert since.")),
    ]
    if targets:
        shapes.append(Table(N_("Still to go"), _TARGETS, targets))
    notes = [Words(WARNINGS[warning]) for warning in credit.warnings] + [_left_out(left) for left in credit.left_out]
    if notes:
        shapes.append(Text(notes))
    return shapes


def _left_out(left: LeftOut) -> Words:
    amount, counted = (shown(Fraction(number, SCALE), 2) for number in (left.pak.amount, left.counted))
    return Words(LEFT_OUT[left.why], {"day": left.pak.decided_on, "amount": amount, "counted": counted})


def _missing(target: Target) -> object:
    if target.missing_high is None:
        return Words("{low}–?", {"low": shown(target.missing_low, 2)})
    return _range(target.missing_low, target.missing_high)
