"""What a reorganisation means for spans that lists of the wrong order brought: the older list last, or the reorganisation itself."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, Step, day_after, day_before
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.chains import Renamed
from asnkarier.store.intake.facets import POST, UNIT
from asnkarier.store.intake.log import ChangeLog

Path = Sequence[tuple[str, int]]
"""The days on which something was renamed, and what it became."""


def before_renaming(
    have: Sequence[Span], present: Span | None, day: str, value: tuple[Any, ...], since: str | None, path: Path
) -> list[Step]:
    """Return the steps by which an older list's name holds up to the reorganisation that led to the name known.

    `present` is the span of the list's `day`, if there is one; what was taken up anew after the reorganisation is left alone.
    """
    known = present or next((s for s in have if s.since > day), None)
    if known is None or not path or path[0][0] <= day or path[-1][0] > known.until:
        return []
    if (since is not None and since > day) or (known.stated and known.since > path[0][0]):
        return []
    begin, stated = (since, 1) if since is not None else (day, 0)
    if since is None and present is not None:
        begin, stated = present.since, present.stated
    last = next((s for s in reversed(have) if s.until < min(known.since, day)), None)
    if last is not None and last.until >= begin:
        begin, stated = day_after(last.until), 0
    return [
        Step(known, known._replace(since=path[-1][0], stated=1)),
        Step(None, Span(begin, day_before(path[0][0]), stated, value)),
        *_between(path),
    ]


def begun_otherwise(renamed: Renamed, have: Sequence[Span], span: Span, since: str) -> Span | None:
    """Return the span with which a post of today was taken up, under the name it had then, where that is another day than `since`.

    None where a list that has that day says nothing else: a reorganisation restarts nobody's service in the post.
    """
    first = span
    while before := next((s for s in have if day_after(s.until) == first.since), None):
        path = renamed.path("position", before.value[0], first.value[0])
        if not path or path[-1][0] != first.since:
            break
        first = before
    if first == span:
        return span
    agrees = since == first.since if first.stated else since <= first.since
    return None if agrees else first


def _between(path: Path) -> list[Step]:
    """Return the spans of the names borne between the first and the last."""
    return [Step(None, Span(on, day_before(after), 1, (called,))) for (on, called), (after, _) in pairwise(path)]


def settle(db: Database, log: ChangeLog, rows: Sequence[tuple[str, int]]) -> None:
    """Let the names that two rosters gave one post or unit change on the day of a reorganisation told only now.

    `rows` are the days of the reorganisation and the rows of the list that say them.
    """
    renamed = Renamed(db, OPEN)
    row_of = dict(reversed(rows))
    for facet, kind in ((POST, "position"), (UNIT, "unit")):
        news = renamed.made(kind)
        if not news or not rows:
            continue
        people = db.rows(
            f"SELECT DISTINCT person_id FROM {facet.table} WHERE stated = 0"
            f" AND {facet.value[0]} IN ({','.join('?' * len(news))})",
            news,
        )
        for (person,) in people:
            while found := _unsettled(facets.read_one(db, facet, person), renamed, kind, row_of):
                steps, row = found
                facets.apply(db, log, facet, person, steps, row=row)


def _unsettled(
    have: Sequence[Span], renamed: Renamed, kind: str, row_of: Mapping[str, int]
) -> tuple[list[Step], int] | None:
    """Return the steps for the first two spans of one person that were told apart later than on the day, and the row that says it."""
    for old, new in pairwise(have):
        if new.stated or new.since != day_after(old.until):
            continue
        path = renamed.path(kind, old.value[0], new.value[0])
        if path and old.since < path[0][0] and path[-1][0] < new.since:
            steps = [
                Step(old, old._replace(until=day_before(path[0][0]))),
                Step(new, new._replace(since=path[-1][0], stated=1)),
                *_between(path),
            ]
            # Another row of the list may be what led to a day that was told before.
            return steps, row_of.get(path[0][0], min(row_of.values()))
    return None
