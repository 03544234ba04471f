"""Workbooks held as frames, so that their lists can be taken in the order of their references."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.names import folded
from asnkarier.ingest.frames import DoneFrame, Frame, RowsFrame, SheetFrame, decoded, encoded
from asnkarier.store.queries.file.rosters import places_people

_LAST: Final = 1_000


class Held(NamedTuple):
    """What a child told of one workbook, as bytes: frames about the file, then those of every list."""

    about: list[bytes]
    lists: list[tuple[SheetFrame, list[bytes]]]


def hold(frames: Iterable[Frame]) -> Held:
    """Read a workbook to its end."""
    held = Held([], [])
    for frame in frames:
        if isinstance(frame, SheetFrame):
            held.lists.append((frame, []))
        (held.lists[-1][1] if held.lists and not isinstance(frame, DoneFrame) else held.about).append(encoded(frame))
    return held


def order_of(head: SheetFrame) -> int:
    """Return the place of a list among those that refer to each other.

    A reorganisation first: it refers to names alone, and what a code or a name on the other lists means hangs on it.
    """
    if head.kind == "successions":
        return 0
    roster = 2 * KINDS["roster"].order
    if head.kind == "positions" and "nip" in head.fields:
        return roster  # posts by their holders: right behind the roster of the same rows
    if head.kind == "roster" and not places_people(head.fields):
        return roster + 1  # pay steps alone are those of people on file: behind every roster that brings some
    return 2 * KINDS[head.kind].order if head.kind in KINDS else _LAST


def frames_of(held: Held) -> Iterator[Frame]:
    """Give the frames back, the lists in the order of their references."""
    for frame in held.about:
        yield decoded(frame)
    for _, frames in sorted(held.lists, key=lambda item: order_of(item[0])):
        for frame in frames:
            yield decoded(frame)


def competencies_named(workbooks: Iterable[Held]) -> list[str]:
    """Return the competencies that lists of competencies among these workbooks bring."""
    names = []
    for workbook in workbooks:
        for head, frames in workbook.lists:
            if head.kind == "competencies" and "competency" in head.fields:
                column = head.fields.index("competency")
                for frame in map(decoded, frames):
                    if isinstance(frame, RowsFrame):
                        names += [str(name) for name in frame.columns[column] if name]
    return names


def has_columns_for(held: Held, competencies: Iterable[str]) -> bool:
    """Tell whether a wide assessment left out a column that is headed by one of these competencies."""
    wanted = {folded(name) for name in competencies}
    return any(
        head.kind == "assessments"
        and any(wanted & {folded(part) for part in (c.header, *c.header.split(" > "))} for c in head.ignored)
        for head, _ in held.lists
    )
