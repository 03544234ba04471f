"""Sets of numbers as the runs in which they follow one another: a list of everybody is one run, one of an agency a few hundred."""

import json
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Runs:
    """A set of whole numbers, small in memory and as text."""

    __slots__ = ("_first", "_last")

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self._first, self._last = array("q"), array("q")
        for number in sorted(set(numbers)):
            if self._last and self._last[-1] == number - 1:
                self._last[-1] = number
            else:
                self._first.append(number)
                self._last.append(number)

    @classmethod
    def read(cls, text: str) -> "Runs":
        """Read what `text` wrote: JSON, a number or [first, last] for each run."""
        found = cls()
        for run in json.loads(text):
            first, last = run if isinstance(run, list) else (run, run)
            found._first.append(first)
            found._last.append(last)
        return found

    def text(self) -> str:
        """Return the set as JSON."""
        runs = zip(self._first, self._last, strict=True)
        return json.dumps([first if first == last else [first, last] for first, last in runs], separators=(",", ":"))

    def __contains__(self, number: int) -> bool:
        place = bisect_right(self._first, number) - 1
        return place >= 0 and number <= self._last[place]

    def __iter__(self) -> Iterator[int]:
        for first, last in zip(self._first, self._last, strict=True):
            yield from range(first, last + 1)

    def __bool__(self) -> bool:
        return bool(self._first)

    def overlaps(self, other: "Runs") -> bool:
        """Tell whether a number is in both."""
        mine, theirs = 0, 0
        while mine < len(self._first) and theirs < len(other._first):
            if self._last[mine] < other._first[theirs]:
                mine += 1
            elif other._last[theirs] < self._first[mine]:
                theirs += 1
            else:
                return True
        return False
