"""`rules diff`: what the law said differently on two days."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Annotated, NamedTuple

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import argument
from asnkarier.core.regulation import NotRegulated, Regulation, Version
from asnkarier.law.topics import TOPICS
from asnkarier.store.database import Database
from asnkarier.views.formats.csv import raw
from asnkarier.views.language import N_, Words
from asnkarier.views.law import NAMES, Path, as_data, cell, leaves, named, said_path, written_path
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Column, Shape, Table

_COLUMNS = (
    Column("topic", N_("Topic"), "code"),
    Column("key", N_("Value")),
    Column("before", N_("Earlier day")),
    Column("after", N_("Later day")),
)
_BETWEEN = (
    Column("topic", N_("Topic"), "code"),
    Column("law", N_("Law")),
    Column("since", N_("Since"), "date"),
    Column("until", N_("Until"), "date"),
)


class _Change(NamedTuple):
    """One value that is not the same on both days; a side is None where the topic or the value was not there."""

    topic: str
    path: Path
    before: object
    after: object
    added: tuple[bool, bool]
    """Whether the record of each day is the institution's own."""


class _Between(NamedTuple):
    """A record that held only on days between the two."""

    topic: str
    version: Version[object]
    until: date


def run(
    db: Database | None,
    one: Annotated[date, argument(N_("DATE"), help=N_("One day, such as 2024-12-31."))],
    other: Annotated[date, argument(N_("DATE"), help=N_("The other day."))],
) -> Result:
    """Compare, topic by topic, the records in force on both days."""
    earlier, later = sorted((one, other))
    book = lawbook(db)
    changes = [change for topic in TOPICS for change in _changes(topic, book.topic(topic), earlier, later)]
    between = [found for topic in TOPICS for found in _passed(topic, book.topic(topic), earlier, later)]
    data = {
        "earlier": earlier,
        "later": later,
        "changes": [
            {
                "topic": change.topic,
                "key": written_path(change.path),
                "before": as_data(change.before),
                "after": as_data(change.after),
                "before_added": change.added[0],
                "after_added": change.added[1],
            }
            for change in changes
        ],
        "between": [
            {
                "topic": found.topic,
                "in_force_since": found.version.in_force_since,
                "in_force_until": found.until,
                "law": found.version.citation.law,
                "article": found.version.citation.article,
                "added": found.version.added,
            }
            for found in between
        ],
    }
    return Result(data, lambda: _shapes(changes, between, earlier, later))


def _shapes(changes: list[_Change], between: list[_Between], earlier: date, later: date) -> list[Shape]:
    rows = [
        (
            named(change.topic),
            said_path(change.path),
            _told(change.before, change.added[0]),
            _told(change.after, change.added[1]),
        )
        for change in _whole(changes)
    ]
    caption = Words(N_("{earlier} compared with {later}."), {"earlier": earlier, "later": later})
    if any(own for change in changes for own in change.added):
        caption = Words(
            N_("{earlier} compared with {later}. What stands in [ ] is a record that the institution added."),
            {"earlier": earlier, "later": later},
        )
    empty = N_("Nothing changed between the two days.")
    shapes: list[Shape] = [Table(N_("What changed in the law"), _COLUMNS, rows, caption, empty)]
    if between:
        passed = [
            (
                named(found.topic),
                _told(found.version.citation.law, found.version.added),
                found.version.in_force_since,
                found.until,
            )
            for found in between
        ]
        title = N_("In force only between the two days")
        own = N_("What stands in [ ] is a record that the institution added.")
        shapes.append(Table(title, _BETWEEN, passed, own if any(found.version.added for found in between) else ""))
    return shapes


def _whole(changes: Iterable[_Change]) -> Iterator[_Change]:
    """Yield the changes with an entry of a list that only one of the days has as one change, not key by key."""
    for (topic, entry, was, now), alike in groupby(changes, _entry):
        group = list(alike)
        if not entry or (was and now):
            yield from group
            continue
        content = {
            ".".join(change.path[len(entry) :]): change.before if was else change.after
            for change in group
            if change.path[-1] not in NAMES
        }
        value: object = content or entry[-1].strip("[]")
        yield _Change(topic, entry, value if was else None, None if was else value, group[0].added)


def _entry(change: _Change) -> tuple[str, Path, bool, bool]:
    """Return the entry of a list that a change is about (none outside of lists), and on which days the value was there."""
    ends = [place for place, key in enumerate(change.path, 1) if key.startswith("[")]
    return change.topic, change.path[: ends[0]] if ends else (), change.before is not None, change.after is not None


def _told(value: object, added: bool) -> object:
    """Return a value in words; in brackets where the institution's own record says it."""
    if value is None:
        return None
    code = as_data(value)
    if isinstance(code, dict):
        code = [f"{key}={raw(item)}" for key, item in code.items()]
    return Coded(code, f"[{cell(value)}]" if added else cell(value))


def _changes(topic: str, regulation: Regulation[object], earlier: date, later: date) -> Iterator[_Change]:
    before, after = _on(regulation, earlier), _on(regulation, later)
    if before is after:
        return
    added = (before is not None and before.added, after is not None and after.added)
    if before is None or after is None:
        yield _Change(topic, ("law",), _law(before), _law(after), added)
        return
    was, now = _values(before), _values(after)
    for path in dict.fromkeys([*was, *now]):
        if was.get(path) != now.get(path):
            yield _Change(topic, path, was.get(path), now.get(path), added)


def _passed(topic: str, regulation: Regulation[object], earlier: date, later: date) -> Iterator[_Between]:
    """Yield the records that began after the earlier day and were over before the later one."""
    for version, following in zip(regulation.versions, (*regulation.versions[1:], None), strict=True):
        ends = [version.in_force_until] if version.in_force_until else []
        if following is not None:
            ends.append(date.fromordinal(following.in_force_since.toordinal() - 1))
        if ends and earlier < version.in_force_since and min(ends) < later:
            yield _Between(topic, version, min(ends))


def _on(regulation: Regulation[object], day: date) -> Version[object] | None:
    try:
        return regulation.on(day)
    except NotRegulated:
        return None


def _law(version: Version[object] | None) -> str | None:
    return version.citation.text if version else None


def _values(version: Version[object]) -> dict[Path, object]:
    cited = version.citation
    return {("law",): cited.law, ("article",): cited.article, **dict(leaves(version.record["value"]))}
