"""Mentoring for people: suggested pairs with reasons, and the pairs there are with their sessions."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from asnkarier.core.growth.mentors import Match, Pair, Without
from asnkarier.core.numbers import unscaled
from asnkarier.core.person import Person
from asnkarier.core.rules.development import MentoringRule
from asnkarier.views.formats.listed import table
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Field, Record, Shape, Table, titled

FEW = 30
REASONS = {
    "stronger": N_("stronger there"),
    "new": N_("new in the post"),
    "experienced": N_("experienced"),
    "same_field": N_("same field of work"),
    "same_agency": N_("same agency"),
    "mentee_expired": N_("the mentee's assessment is no longer valid"),
    "mentor_expired": N_("the mentor's assessment is no longer valid"),
}


class Shown(NamedTuple):
    """A suggested match."""

    as_of: date
    pairs: Sequence[Pair]
    people: Mapping[int, Person]
    competencies: Mapping[int, str]
    match: Match
    greedy: int
    mentees: int
    mentors: int
    without: Mapping[Without, int]
    """Reason → how many are left without a mentor."""
    rule: MentoringRule


class Listed(NamedTuple):
    """One pair of the list; levels missing before it began and now: of the competency that its topic names, else of all."""

    mentor: Person
    mentee: Person
    started_on: str
    ended_on: str | None
    sessions: int
    minutes: int
    last_on: str | None
    topic: str | None
    competency: str | None
    before: int | None
    after: int | None


WITHOUT: Mapping[Without, str] = {
    "nobody_can": N_("nobody can guide: no one with enough years of service, free and without a sanction"),
    "nobody_stronger": N_("nobody who can guide is stronger where they lack something, or of the same field"),
    "superior": N_("only superiors are stronger"),
    "taken": N_("those who are stronger guide as many as they may"),
}
_WITHOUT = (Column("reason", N_("Reason")), Column("people", N_("People"), "integer"))
_PAIRS = (
    Column("mentee", N_("Mentee"), "nip"),
    Column("mentee_name", N_("Name")),
    Column("mentor", N_("Mentor"), "nip"),
    Column("mentor_name", N_("Name")),
    Column("competency", N_("Competency")),
    Column("score", N_("Score"), "score"),
    Column("reasons", N_("Reasons")),
)
_LIST = (
    Column("mentor", N_("Mentor"), "nip"),
    Column("mentor_name", N_("Name")),
    Column("mentee", N_("Mentee"), "nip"),
    Column("mentee_name", N_("Name")),
    Column("started_on", N_("Since"), "date"),
    Column("ended_on", N_("Ended"), "date"),
    Column("topic", N_("Topic")),
    Column("sessions", N_("Sessions"), "integer"),
    Column("last_on", N_("Newest"), "date"),
    Column("before", N_("Gap before"), "level"),
    Column("after", N_("Gap now"), "level"),
)


def shapes(shown: Shown, *, everything: bool) -> list[Shape]:
    """Show the match."""
    match = shown.match
    quality = (
        Words(N_("no match is worth more"))
        if match.optimal
        else Words(N_("greedy over each one's 30 best mentors"))
        if match.bound is None
        else Words(N_("no match is worth more than {bound}"), {"bound": unscaled(match.bound)})
    )
    fields = [
        Field("mentees", N_("New or with a gap, without a mentor"), shown.mentees, "integer"),
        Field("mentors", N_("Who can guide"), shown.mentors, "integer"),
        Field("pairs", N_("Pairs"), len(shown.pairs), "integer"),
        Field("without", N_("Without a fitting mentor"), sum(shown.without.values()), "integer"),
        Field("total", N_("Worth together"), unscaled(match.total), "score"),
        Field("quality", N_("Quality"), quality),
    ]
    if match.method != "greedy":
        fields.append(Field("greedy", N_("More than the greedy match"), unscaled(match.total - shown.greedy), "score"))
    caption = Words(
        N_(
            "Score: importance × levels the mentor can raise, {year} a year of service ({most} at most), {field} for the"
            " same field, {agency} for the same agency. Nobody of the line of command. On {as_of}."
        ),
        {
            "year": unscaled(shown.rule.year_of_service),
            "most": shown.rule.most_service_years,
            "field": unscaled(shown.rule.same_field),
            "agency": unscaled(shown.rule.same_agency),
            "as_of": shown.as_of,
        },
    )
    pairs = shown.pairs if everything else shown.pairs[:FEW]
    rows = [
        (
            shown.people[p.mentee].nip,
            titled(shown.people[p.mentee]),
            shown.people[p.mentor].nip,
            titled(shown.people[p.mentor]),
            shown.competencies.get(p.competency or 0),
            unscaled(p.score),
            [Words(REASONS[reason]) for reason in p.reasons],
        )
        for p in pairs
    ]
    more = (
        Words(N_("{shown} of {total}; --all shows everyone."), {"shown": FEW, "total": len(shown.pairs)})
        if len(pairs) < len(shown.pairs)
        else ""
    )
    empty = N_("Nobody without a mentor is new or has a gap.") if not shown.mentees else N_("Nobody fits as a mentor.")
    shapes: list[Shape] = [
        Record(N_("Mentoring: a suggestion"), fields, caption),
        Table(N_("Pairs"), _PAIRS, rows, more, empty),
    ]
    if shown.without:
        why = [(Words(WITHOUT[reason]), count) for reason, count in shown.without.items()]
        shapes.append(Table(N_("Without a fitting mentor, by reason"), _WITHOUT, why))
    return shapes


def flat(shown: Shown) -> Table:
    """Return every pair as programs read it."""
    pairs = (
        {
            **_pair(shown, pair),
            "mentee_name": shown.people[pair.mentee].name,
            "mentor_name": shown.people[pair.mentor].name,
        }
        for pair in shown.pairs
    )
    return table(pairs, "mentee mentor competency score reasons mentee_name mentor_name")


def _pair(shown: Shown, pair: Pair) -> dict[str, object]:
    return {
        "mentee": shown.people[pair.mentee].nip,
        "mentor": shown.people[pair.mentor].nip,
        "competency": shown.competencies.get(pair.competency or 0),
        "score": unscaled(pair.score),
        "reasons": list(pair.reasons),
    }


def data(shown: Shown) -> dict[str, object]:
    """Return the match as a document."""
    match = shown.match
    return {
        "as_of": shown.as_of,
        "pairs": [_pair(shown, pair) for pair in shown.pairs],
        "total": unscaled(match.total),
        "bound": None if match.bound is None else unscaled(match.bound),
        "optimal": match.optimal,
        "method": match.method,
        "greedy": unscaled(shown.greedy),
        "mentees": shown.mentees,
        "mentors": shown.mentors,
        "without": sum(shown.without.values()),
        "without_reasons": dict(shown.without),
    }


_WHERE_ANY = ("ended_on", "topic")
"""Columns told where at least one pair has something to say."""


def listed(pairs: Sequence[Listed], as_of: date) -> list[Shape]:
    """Show the pairs there are."""
    columns = [column for column in _LIST if column.key not in _WHERE_ANY or any(getattr(p, column.key) for p in pairs)]
    rows = [[_cell(pair, column) for column in columns] for pair in pairs]
    caption = Words(
        N_(
            "On {as_of}. Gap: levels missing against the own post, before the pair began and now; of the competency that the"
            " topic names, else of all."
        ),
        {"as_of": as_of},
    )
    empty = N_("There is no pair. `asnkarier mentor suggest` proposes some; `asnkarier mentor pair` makes one.")
    return [Table(N_("Mentoring pairs"), columns, rows, caption if rows else "", empty)]


def _cell(pair: Listed, column: Column) -> object:
    side, _, name = column.key.partition("_")
    value = getattr(pair, side if name == "name" else column.key)
    if isinstance(value, Person):
        return titled(value) if name else value.nip
    return _gap(value) if column.kind == "level" and isinstance(value, int) else value


def _gap(value: int | None) -> Decimal | None:
    return None if value is None else unscaled(-value)


def listed_data(pairs: Sequence[Listed], as_of: date) -> dict[str, object]:
    """Return the pairs as a document."""
    return {"as_of": as_of, "pairs": [_listed(pair) for pair in pairs]}


def _listed(pair: Listed) -> dict[str, object]:
    who = {
        "mentor": pair.mentor.nip,
        "mentor_name": pair.mentor.name,
        "mentee": pair.mentee.nip,
        "mentee_name": pair.mentee.name,
    }
    return {**who, **dict(list(pair._asdict().items())[2:]), "before": _gap(pair.before), "after": _gap(pair.after)}
