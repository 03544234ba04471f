"""Which kind of sheet a header speaks of, or would but for a column."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import Kind, KindName
from asnkarier.core.names import held
from asnkarier.core.parse.base import text_of
from asnkarier.core.parse.dates import day_in_title, read_date
from asnkarier.core.parse.days import is_time
from asnkarier.core.parse.nip import is_pppk, read_nip
from asnkarier.core.parse.posts import kind_of_echelon, kind_of_post
from asnkarier.core.parse.ranks import read_echelon
from asnkarier.core.text import folded
from asnkarier.ingest.frames import LEVEL_PREFIX, ReadOptions
from asnkarier.ingest.header.bound import Samples, dimensions, names_kinds, of_survey, tells_levels, told_entry
from asnkarier.ingest.header.headers import (
    FOREIGN,
    LISTS_UNITS,
    OF_UNITS,
    SPAN_RANK,
    Entry,
    as_unit,
    by_header,
    credits_summed,
    is_wide,
    kinds_of,
    of_kind,
    pairs_of,
    person_headers,
    today_of,
)
from asnkarier.ingest.header.held import tells_score
from asnkarier.ingest.header.layout import Column, Header

_MOST_LACKING: Final = 2
_MUCH_MORE: Final = 3
_SPEAKS: Final = 1.0
"""One header that only one kind knows, or several that few know."""

_SUBSTANCE: Final[Mapping[str, tuple[str, ...]]] = {
    "assessments": ("jpm", "level", "potential"),
    "evaluations": ("predicate", "score", "work_result", "behaviour"),
    "feedback": ("score", "text"),
}
"""Kinds whose required columns alone say nothing: one of these must be there."""


_TELLING: Final[Mapping[str, frozenset[str]]] = {
    "discipline": frozenset(("level", "sanction")),
    "assessments": frozenset(("jpm", "level", "potential", "purpose", "suggestion", "competency")),
    "credits": frozenset(("kind", "amount", "cumulative")),
    "movements": frozenset(("event", "destination")),
    "successions": frozenset(("old", "new")),
}
"""Kinds that share all but these fields with other lists: without one of them a list does not look like theirs."""


class Scored(NamedTuple):
    """How much a header speaks of one kind: the rarer the words it shares with it, the more."""

    score: float
    kind: Kind
    fields: frozenset[str]
    missing: tuple[tuple[str, ...], ...]
    """Required fields that neither a column nor anything else gives, each with what would do in its place."""


def scored(
    header: Header, samples: Samples, options: ReadOptions, given: frozenset[str], about: str = ""
) -> list[Scored]:
    """Return every kind with the fields that the header holds (or `given` says), the likeliest first.

    `about` is what stands above the list.
    """
    found: list[Scored] = []
    told = {folded(key): value for key, value in options.maps.items()}
    anything = any(samples.filled(column.at) for column in header.columns)
    about_people = _names_people(header, samples)
    headers = {column.full for column in header.columns}
    nips, names = person_headers()
    people_named = any({column.full, column.child} & names and samples.filled(column.at) for column in header.columns)
    only_named = people_named and not any(column.child in nips for column in header.columns)
    posts = of_kind("history")
    posts_named = any(e.fields == ("position",) for c in header.columns if (e := by_header(c, posts)) is not None)
    for kind in KINDS.values():
        if about_people and not any(field.type == "nip" for field in kind.fields):
            continue  # a list of people tells of units and posts only in passing
        if only_named and kind.name in LISTS_UNITS and not _names_codes(header, posts=posts_named):
            continue  # where these people work
        # What stands above a list says of which unit it is, never which units it lists.
        own = {field.name for field in kind.fields} - ({"unit"} if kind.name in LISTS_UNITS else set())
        score, fields = 0.0, set(given & own)
        index = of_kind(kind.name)
        summed = credits_summed(header.columns) if kind.name == "credits" else {}
        for column in header.columns:
            typed = entry = told_entry(column, told, samples)
            if entry is None and column.at in summed:
                entry = Entry((summed[column.at],), 1)
            entry = entry or by_header(column, index, pairs_of(kind.name))
            if entry is None or (anything and not samples.filled(column.at)):
                continue
            if typed is None and column.full == "jenis" and _of_another(kind.name, column, samples):
                continue  # that of posts, or of something else
            if people_named and kind.name == "standards" and entry.fields[0].startswith(LEVEL_PREFIX):
                continue  # levels that people reached
            if entry.fields == ("score",) and not tells_score(kind.name, column.full, about, headers):
                continue
            new = set(entry.fields) - fields - {""}
            fields |= new
            if kind.name == "evaluations" and entry.fields == ("period",):
                fields.update(("started_on", "ended_on") if any(map(_is_time, samples.filled(column.at))) else ())
            if new:
                score += (1 if entry.rank == SPAN_RANK else len(new)) / max(
                    1,
                    min(
                        (
                            len(kinds_of(name) or kinds_of(today_of(name)))
                            for name in (column.full, column.child)
                            if name
                        ),
                        default=1,
                    ),
                )
        if kind.name == "evaluations" and {"started_on", "ended_on"} & fields:
            fields.add("year")  # the year of its last day
        if kind.name == "discipline" and "sanction" in fields:
            fields.add("level")  # that of the sanction
        if kind.name == "successions" and "old" in fields and not people_named:
            fields.add("kind")  # that of the names
        if kind.name == "positions" and not people_named and _tells_kinds(header, samples, fields):
            fields.add("position_kind")
        if (
            kind.name == "survey"
            and "dimension" not in fields
            and of_survey(about)
            and dimensions(header.columns, samples, index)
        ):
            fields |= (each := {"dimension", "score"})
            score += len(each)
        fields |= as_unit(kind.name, fields)
        there = fields | is_wide(kind.name, fields)
        missing: tuple[tuple[str, ...], ...] = tuple(
            (field.name,) for field in kind.fields if field.required and field.name not in there
        )
        substance = _SUBSTANCE.get(kind.name, ())
        if substance and not any(field in substance or field.startswith(LEVEL_PREFIX) for field in fields):
            missing += (substance,)
        if kind.name == "roster" and set(missing) <= {("unit",)} and len(fields) >= 4:
            missing = ()
        found.append(Scored(score, kind, frozenset(fields), missing))
    return sorted(found, key=lambda item: -item.score)


def _of_another(kind: str, column: Column, samples: Samples) -> bool:
    """Tell whether a bare `JENIS`, which lists of posts and of competencies both have, is that of the other."""
    return kind in ("competencies", "positions") and names_kinds(column, samples) == (kind == "competencies")


def _names_codes(header: Header, *, posts: bool) -> bool:
    """Tell whether the header has what only lists of units have: their codes or the units above them; both, beside people's `posts`."""
    index = of_kind("units")
    entries = (by_header(column, index) for column in header.columns)
    named = {"unit_code", "parent"} & {field for entry in entries if entry is not None for field in entry.fields}
    return len(named) == 2 if posts else bool(named)


def _tells_kinds(header: Header, samples: Samples, fields: set[str]) -> bool:
    """Tell whether a list of posts has a class, a number or an echelon of them, and names most of a kind that is certain or their levels."""
    if "position" not in fields or not {"headcount", "job_class", "echelon"} & fields:
        return False
    if any(tells_levels(column, samples) for column in header.columns):
        return True
    index, pairs = of_kind("positions"), pairs_of("positions")
    cells: dict[str, Sequence[Any]] = {}
    for column in header.columns:
        entry = by_header(column, index, pairs)
        if entry is not None and entry.fields[0] in ("position", "echelon"):
            cells.setdefault(entry.fields[0], samples.columns.get(column.at, ()))
    posts = cells.get("position", ())
    told = [
        kind_of_post(name) or (isinstance(echelon := read_echelon(level), str) and kind_of_echelon(echelon))
        for name, level in zip_longest(map(text_of, posts), cells.get("echelon", ())[: len(posts)])
        if name
    ]
    return 2 * sum(map(bool, told)) >= len(told) > 0


def _is_time(value: Any) -> bool:
    return is_time(value, months=True)


def candidates(kinds: Sequence[Scored]) -> list[Scored]:
    """Return the kinds of which nothing required is missing, best first; at least one column speaks of each."""
    return [item for item in kinds if not item.missing and item.score]


def nearly(kinds: Sequence[Scored]) -> Scored | None:
    """Return the likeliest kind that the header would be but for a column or two; None when it speaks of none.

    Where the header is whole for another kind, most of it must speak of the one that lacks a column: a list of sanctions
    that also names posts and units is no roster. But names of units alone are hardly what a list with predicates of units is for.
    """
    whole = candidates(kinds)
    if whole and whole[0].kind.name in _NAMES and (dropped := _dropped(kinds, whole[0])) is not None:
        return dropped
    for item in kinds:
        lacking = len(item.missing)
        only_year = item.missing == (("year",),)
        only_nip = item.missing == (("nip",),) and {"name", "position", "unit"} <= item.fields
        if not lacking or lacking > _MOST_LACKING or not _says_something(item):
            continue
        if item.score < (_SPEAKS / 2 if only_year else _SPEAKS) and not only_nip:
            continue
        if not whole:
            return item
        more = item.fields - whole[0].fields
        return item if lacking == 1 and len(more) >= _MUCH_MORE and item.score > whole[0].score else None
    return None


_NAMES: Final[frozenset[KindName]] = frozenset(("units", "competencies"))
"""Kinds that one column of names is enough for, which lists about what is so named have too."""
_OF_HEADS: Final = frozenset(("name", "position", "unit", "unit_code", "agency", "parent"))
"""What a list of units says of who heads them."""


def _dropped(kinds: Sequence[Scored], whole: Scored) -> Scored | None:
    """Return the kind of a list about units or competencies that lacks one column, and would be lost in a list of their names."""
    for item in kinds:
        needed = {field.name for field in item.kind.fields if field.required}
        if len(item.missing) != 1 or "nip" in needed:
            continue
        if item.fields <= _OF_HEADS:
            continue
        if item.score < whole.score and item.kind.name not in OF_UNITS:
            continue
        if (needed & item.fields) - whole.fields - {"year"}:
            return item
    return None


_CLEAR_LEAD: Final = 1.15


def is_clear(found: Sequence[Scored]) -> bool:
    """Tell whether the first kind is far enough before the second."""
    return len(found) < 2 or found[0].score >= found[1].score * _CLEAR_LEAD


_OF_CAREERS: Final = re.compile(r"(?i)\b(?:riwayat|pengalaman)\s+(?:jabatan|karie?r)\b")
_OF_CONTRACTS: Final = re.compile(r"(?i)\b(?:kontrak|perjanjian)\b")


def or_history(
    found: list[Scored], kinds: Sequence[Scored], header: Header, samples: Samples, about: str, today: str
) -> list[Scored]:
    """Return the history of posts alone where a list that might be a roster surely is one.

    A roster has one post a person, which has not ended: so posts that are over, or several of most people, or a title that says so.
    The last days of PPPK may be those of their agreements, and last days still to come are those of terms.
    """
    history = next((item for item in found if item.kind.name == "history"), None)
    if history is None or found[0].kind.name not in ("roster", "history"):
        return found
    if any(_tells_new(column, samples) for column in header.columns):
        # Of all `kinds`, even one that lacks a column: of posts or units given up and taken a history would tell the former ones.
        return [item for item in kinds if item.kind.name == "roster"]
    index, pairs = of_kind("history"), pairs_of("history")
    places: dict[str, int] = {}
    for column in header.columns:
        entry = by_header(column, index, pairs)
        for field in entry.fields if entry is not None else ():
            if field and samples.filled(column.at):
                places.setdefault(field, column.at)
    if not {"nip", "position", "since"} <= places.keys():
        return found
    rows = _rows_of(samples, [places[field] for field in ("nip", "position", "since")])
    posts: dict[str, set[tuple[str, ...]]] = {}
    for nip, *post in rows:
        if held(post[0]).post is not None:  # a line for the post of a Plt. is no second post
            posts.setdefault(nip, set()).add(tuple(post))
    roster = next((item for item in found if item.kind.name == "roster"), None)
    of_today = roster.fields - history.fields - {"name", "position_since"} if roster is not None else frozenset()
    several = sum(len(those) for those in posts.values() if len(those) > 1) * 2 >= len(rows) > 0
    several = several and not (of_today and day_in_title(about))
    if not several and roster is not None and of_today and roster.score >= history.score * _CLEAR_LEAD:
        return found
    ends = [day for value in samples.filled(places.get("until", -1)) if isinstance(day := read_date(value), str)]
    over = sum(not today or day <= today for day in ends) * 2 > len(ends)
    nips = [read for value in posts if isinstance(read := read_nip(value), str)]
    of_contracts = bool(_OF_CONTRACTS.search(about)) or (bool(nips) and all(map(is_pppk, nips)))
    sure = several or _OF_CAREERS.search(about) or (over and not of_contracts)
    return [history] if sure else found


_NEW: Final = re.compile(r"\b(?:baru|menjadi)\b")
_FORMER: Final = re.compile(r"\b(?:lama|semula|asal|dari)\b")


def _tells_new(column: Column, samples: Samples) -> bool:
    """Tell whether a column says a new post or unit: `BARU > JABATAN`, `UNIT KERJA BARU`."""
    if not _NEW.search(column.full) or _FORMER.search(column.full) or not samples.filled(column.at):
        return False
    entry = of_kind("roster").get(folded(_NEW.sub(" ", column.full)))
    return entry is not None and entry.fields[0] in ("position", "unit")


_OF_AWARDS: Final = re.compile(
    r"(?i)\b(?:penerima|penganugerahan|satya\s?lancana|satya\s?lencana|penghargaan|tanda kehormatan)\b"
)
_OF_RECIPIENTS: Final = re.compile(
    r"(?i)\b(?:penerima(?:an)?|penganugerahan|pemberian)\W+(?:\w+\W+){0,2}(?:satya\s?lancana|satya\s?lencana|slks|penghargaan|tanda\W+(?:kehormatan|jasa))\b"
)
_NOT_YET: Final = re.compile(r"(?i)\b(?:(?:peng)?usul(?:an)?|diusulkan|rencana|calon)\b")


def or_awards(found: list[Scored], kinds: Sequence[Scored], header: Header, about: str) -> list[Scored]:
    """Return the awards alone where a title or the name of a column speaks of them, though something be missing, and the list might be another.

    A roster with a column of awards lists who received them where its title says so; `Nama Penghargaan` beside a level and
    a year names no education.
    """
    awards = next((item for item in kinds if item.kind.name == "awards" and "title" in item.fields), None)
    first = found[0].kind.name
    if awards is not None and first == "roster" and _OF_RECIPIENTS.search(about) and not _NOT_YET.search(about):
        return [awards]
    named = any(kinds_of(column.full) == ("awards",) for column in header.columns)
    if (
        awards is not None
        and first == "educations"
        and named
        and not {"institution", "field_of_study"} & found[0].fields
    ):
        return [awards]
    if (
        is_clear(found)
        or {item.kind.name for item in found[:2]} != {"awards", "roster"}
        or not _OF_AWARDS.search(about)
    ):
        return found
    return [item for item in found if item.kind.name == "awards"]


def _rows_of(samples: Samples, places: Sequence[int]) -> list[tuple[str, ...]]:
    """Return the rows in which all of the columns say something."""
    columns = [samples.columns.get(at, ()) for at in places]
    rows = (tuple(map(text_of, cells)) for cells in zip(*columns, strict=False))
    return [row for row in rows if all(row)]


def _says_something(item: Scored) -> bool:
    """Tell whether the header has something of what a kind is about: days, numbers of decrees and places stand in any list."""
    return bool(item.fields & _TELLING[item.kind.name]) if item.kind.name in _TELLING else True


def _names_people(header: Header, samples: Samples) -> bool:
    """Tell whether a column headed plainly as the NIP holds something."""
    nips, _names = person_headers()
    return any(
        column.full in nips and not FOREIGN.search(column.full) and samples.filled(column.at)
        for column in header.columns
    )


def export_of(header: Header) -> str:
    """Name the stable exports by their first columns; nothing for any other list."""
    names = [column.full for column in header.columns]
    if names[:1] == ["pns id"] and "nip baru" in names[:5]:
        return "siasn_data_utama"
    if {"jenis", "id", "nip", "nama"} <= set(names[:5]) and any(name.startswith("periode awal") for name in names):
        return "ekinerja"
    return ""
