"""What the coming months bring, for programs and for people: one line a person, with dates and what stands in the way."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import starmap
from json.encoder import encode_basestring
from typing import Any, NamedTuple, Protocol

from asnkarier.core.person import Person, Serving
from asnkarier.core.rank.checks import GRACE, NOT_COUNTED, RankCheck
from asnkarier.views.document import dumps_line
from asnkarier.views.json_text import Rows, quoted, streamed
from asnkarier.views.language import N_, Words
from asnkarier.views.law_words import source
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Column, Said, Shape, Table, Text, titled

FEW = 40
"""People shown unless everyone is asked for."""
WAYS = ("regular", "structural", "functional")

_WHO = (
    Column("nip", N_("NIP"), "nip"),
    Column("name", N_("Name")),
    Column("position", N_("Position")),
    Column("unit", N_("Unit")),
)
CHECKS: Mapping[str, str] = {
    "years_in_rank": N_("Years in rank"),
    "years_since_step": N_("Years since the last step"),
    "years_in_post": N_("Years in post"),
    "ceiling": N_("Ceiling by education"),
    "exam": N_("Exam"),
    "performance": N_("Performance"),
    "discipline": N_("Discipline"),
    "rank_range": N_("Rank range of the echelon"),
    "level_range": N_("Rank range of the level"),
    "next_level": N_("Next level first"),
    "credit": N_("Credit"),
    "contract": N_("Contract"),
    "employee_kind": N_("Kind of employment"),
    "status": N_("Status"),
    "service": N_("Pension from"),
}


class Kind(NamedTuple):
    """One forecast: title, columns after who it is about, and what is said of those of whom too little is known."""

    title: str
    columns: tuple[Column, ...]
    unknown: str
    counted: str = ""
    """The key whose values are counted."""
    following: str = N_("As a workbook, with everyone: the same command with -o FILE.xlsx")
    """What to do next."""


_OVERDUE = Column("overdue", N_("Overdue"))
_BLOCKED = Column("checks", N_("What stands in the way"))
RETIREMENTS = Kind(
    N_("Retirements from {as_of} to {until}"),
    (
        Column("retirement_age", "BUP", "integer"),
        Column("reached_on", N_("Reached on"), "date"),
        Column("pension_from", N_("Pension from"), "date"),
        _OVERDUE,
    ),
    N_("Birth date or post not known: retirement cannot be told"),
)
CONTRACTS = Kind(
    N_("Contracts that end from {as_of} to {until}"),
    (Column("employee_kind", N_("Kind of employment"), "term"), Column("ends_on", N_("Ends on"), "date"), _OVERDUE),
    N_("End of the contract not known"),
)
PAY_STEPS = Kind(
    N_("Pay steps due from {as_of} to {until}"),
    (
        Column("last_step", N_("Last step"), "date"),
        Column("due", N_("Due"), "date"),
        Column("notice", N_("Notice"), "date"),
        Column("outcome", N_("Outcome"), "outcome"),
        _BLOCKED,
        _OVERDUE,
    ),
    N_("Last pay step not known"),
    "outcome",
)
RANKS = Kind(
    N_("Promotions in rank from {as_of} to {until}"),
    (
        Column("golongan", N_("Golongan"), "code"),
        Column("to", N_("To"), "code"),
        Column("way", N_("Way")),
        Column("on", N_("On"), "date"),
        Column("outcome", N_("Outcome"), "outcome"),
        _BLOCKED,
    ),
    N_("Golongan, its TMT or the kind of post not known"),
    "outcome",
)


class Naming(Protocol):
    """Says what posts and units are called, without asking the file."""

    def post(self, number: int | None) -> str | None:
        """Return the name of a post."""

    def unit(self, number: int | None) -> str | None:
        """Return the names from the agency down to a unit."""


class Line(NamedTuple):
    """A person, and what is told of them: the very same mapping for all who stand alike, so that it is written once."""

    person: Person | Serving
    told: Mapping[str, Any]


def result(
    kind: Kind,
    frame: Mapping[str, object],
    people: Sequence[Line],
    unknown: Sequence[Person | Serving],
    everyone: bool,
    naming: Naming,
) -> Result:
    """Return the answer of a forecast."""
    return Result(
        lambda: _document(frame, kind, people, unknown, naming),
        lambda: _pictures(kind, frame, people, unknown, everyone, naming),
        sheets=lambda: [_table(kind, frame, people, "", naming), _unknown(kind, unknown, naming)],
        flat=lambda: _flat(kind, frame, people, unknown, naming),
        hints=[Words(kind.following)],
    )


def _document(
    frame: Mapping[str, object],
    kind: Kind,
    people: Sequence[Line],
    unknown: Sequence[Person | Serving],
    naming: Naming,
) -> Iterator[bytes]:
    counts = dict(Counter([line.told[kind.counted] for line in people])) if kind.counted else {}
    return streamed(
        {
            **frame,
            "count": len(people),
            **({"counts": counts} if kind.counted else {}),
            "people": Rows(_rows(people, naming)),
            "unknown": Rows(f"{{{one}}}" for one in _written(unknown, naming)),
        }
    )


def _written(people: Iterable[Person | Serving], naming: Naming) -> Iterator[str]:
    """Yield who each line is about as JSON, without the braces; the names of a post and a unit are written once."""
    posts: dict[int | None, str] = {}
    units: dict[int | None, str] = {}
    for person in people:
        number, place = person.position_id, person.unit_id
        post, unit = posts.get(number), units.get(place)
        if post is None:
            post = posts[number] = quoted(naming.post(number))
        if unit is None:
            unit = units[place] = quoted(naming.unit(place))
        yield (
            f'"nip": {encode_basestring(person.nip)}, "name": {encode_basestring(person.name)}, "position": {post}, "unit": {unit}'
        )


def _rows(people: Sequence[Line], naming: Naming) -> Iterator[str]:
    checks: dict[RankCheck, str] = {}
    told: dict[int, str] = {}
    keys: dict[str, str] = {}

    def check(one: RankCheck) -> str:
        text = checks.get(one)
        if text is None:
            says = one._asdict()
            if not one.without_public_holidays:
                del says["without_public_holidays"]
            text = checks[one] = dumps_line(says)
        return text

    def pair(key: str, value: Any) -> str:
        head = keys.get(key)
        if head is None:
            head = keys[key] = f"{quoted(key)}: "
        # Nearly all values are words, days, yes or no: a call of the encoder for each costs more than writing it.
        if type(value) is str:
            return head + encode_basestring(value)
        if type(value) is date:
            return f'{head}"{value.isoformat()}"'
        if value is True or value is False:
            return head + ("true" if value else "false")
        return f"{head}[{', '.join(map(check, value))}]" if isinstance(value, tuple) else head + dumps_line(value)

    for who, (_, says) in zip(_written([line.person for line in people], naming), people, strict=True):
        # `people` holds what is told, so that its id stays its own.
        known = told.get(id(says))
        if known is None:
            known = told[id(says)] = ", ".join(starmap(pair, says.items()))
        yield f"{{{who}, {known}}}"


_EMPTY = {"unknown": N_("not known"), "not_met": N_("none"), "met": ""}


def _check(check: RankCheck) -> Words:
    values = {
        "check": Words(CHECKS.get(check.check, check.check)),
        "value": _found(check),
        "required": _said(check.required),
    }
    return Words(N_("{check}: {value} (required: {required})") if check.required else "{check}: {value}", values)


def _found(check: RankCheck) -> Words:
    found = _said(check.value) if check.value else Words(_EMPTY[check.outcome])
    if not check.without_public_holidays:
        return found
    return Words(N_("{found}, its days counted without public holidays"), {"found": found})


def _said(text: str) -> Words:
    """Say a value of a check: words of the law one by one."""
    parts = [Words("{part}", {"part": _one(part)}) for part in text.split(", ")]
    return Words("{parts}", {"parts": parts})


def _one(part: str) -> object:
    year, colon, word = part.partition(": ")
    if colon:
        return Words("{year}: {word}", {"year": year, "word": Words(source(word))})
    return Words(source(part)) if part.replace("_", "").isalpha() else part


def _cell(key: str, value: Any) -> object:
    if key == "checks":
        return [Coded(f"{check.check}: {check.outcome}", _check(check)) for check in value if check.outcome != "met"]
    if key == "way":
        return Coded(value, Words(source(str(value))))
    if key == "overdue":
        return Coded(bool(value), Words(N_("yes")) if value else "")
    return value


def _who(person: Person | Serving, naming: Naming) -> tuple[str, Coded, str | None, str | None]:
    return person.nip, titled(person), naming.post(person.position_id), naming.unit(person.unit_id)


def _table(kind: Kind, frame: Mapping[str, object], people: Sequence[Line], caption: Said, naming: Naming) -> Table:
    rows = [
        (*_who(line.person, naming), *(_cell(column.key, line.told[column.key]) for column in kind.columns))
        for line in people
    ]
    title = Words(kind.title, {"as_of": frame["as_of"], "until": frame["until"]})
    return Table(title, (*_WHO, *kind.columns), rows, caption, N_("Nobody."))


def _unknown(kind: Kind, unknown: Sequence[Person | Serving], naming: Naming) -> Table:
    return Table(kind.unknown, _WHO, [_who(person, naming) for person in unknown], "", N_("Nobody."))


_NOT_KNOWN = Column("unknown", N_("Too little known"))


def _flat(
    kind: Kind,
    frame: Mapping[str, object],
    people: Sequence[Line],
    unknown: Sequence[Person | Serving],
    naming: Naming,
) -> Table:
    """Return everyone in one table: who is due, then those of whom too little is known, with a mark."""
    due = _table(kind, frame, people, "", naming)
    nothing = [None] * len(kind.columns)
    rows = [
        *((*row, Coded(False, "")) for row in due.rows),
        *((*_who(person, naming), *nothing, Coded(True, Words(N_("yes")))) for person in unknown),
    ]
    return Table("", (*due.columns, _NOT_KNOWN), rows)


def _count(people: Sequence[Line], holds: Callable[[RankCheck], bool]) -> int:
    """Count the people of whose checks something holds."""
    alike = Counter([id(line.told) for line in people])
    told = {id(line.told): line.told for line in people}
    return sum(count for number, count in alike.items() if any(map(holds, told[number].get("checks", ()))))


def _pictures(
    kind: Kind,
    frame: Mapping[str, object],
    people: Sequence[Line],
    unknown: Sequence[Person | Serving],
    everyone: bool,
    naming: Naming,
) -> list[Shape]:
    shown = people if everyone else people[:FEW]
    law = str(frame["law"])
    shapes: list[Shape] = [_table(kind, frame, shown, law, naming)]
    said: list[Said] = []
    if kind.counted:
        counts = Counter([line.told[kind.counted] for line in people])
        said.append(
            Words(
                N_("{count} due: {met} with nothing in the way, {not_met} blocked, {unknown} cannot be told."),
                {
                    "count": len(people),
                    "met": counts["met"],
                    "not_met": counts["not_met"],
                    "unknown": counts["unknown"],
                },
            )
        )
    graced = _count(people, lambda check: check.value.endswith(GRACE))
    if graced:
        text = N_("For {count} of them the newest year is not recorded yet, so the years before it stand in.")
        said.append(Words(text, {"count": graced}))
    if put_off := _count(people, lambda check: NOT_COUNTED in check.value):
        text = N_(
            "For {count} of them days are not counted: leave without pay (CLTN) is no service, and suspension no time in a post."
        )
        said.append(Words(text, {"count": put_off}))
    if reckoned := _count(people, lambda check: check.without_public_holidays):
        text = N_(
            "For {count} of them a sanction decides whose days are counted without public holidays: they may be some days later (fill in"
            " effective_on from the decree)."
        )
        said.append(Words(text, {"count": reckoned}))
    if otherwise := frame.get("leaving_otherwise"):
        text = N_("{count} more {count:leaves|leave} the service without a pension, by what is on record.")
        said.append(Words(text, {"count": otherwise}))
    if before := frame.get("leaving_before"):
        text = N_(
            "{count} more {count:leaves|leave} before the contract ends, by the age of the post or by what is on record."
        )
        said.append(Words(text, {"count": before}))
    if len(shown) < len(people):
        said.append(Words(N_("{more} more; --all shows them."), {"more": len(people) - len(shown)}))
    if unknown and not everyone:
        said.append(
            Words("{what}: {count}", {"what": Words(kind.unknown), "count": len(unknown)}),
        )
    if said:
        shapes.append(Text(said))
    if unknown and everyone:
        shapes.append(_unknown(kind, unknown, naming))
    return shapes
