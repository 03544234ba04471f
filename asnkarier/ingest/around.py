"""The rows of a list that a part of it cannot be read without: its titles and headers, its sections, who stands between two of them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

SHOWN: Final = 20
"""People that show again what the columns hold, where their values decided what they mean."""


class Around:
    """Gathers these rows while a list is read; numbers of rows are those of the sheet."""

    def __init__(self, head: Sequence[int], examples: int = 0) -> None:
        """Begin with the rows of title and header; `examples` says how many people are kept besides."""
        self.rows: list[int] = list(head)
        self.apart: dict[int, int] = {}
        """Row → the row of somebody above it without whom it would stand right below the row kept before it."""
        self._someone: int | None = None
        self._examples = examples

    def people(self, start: int, first: int, last: int, others: Collection[int], kinds: Mapping[int, Any]) -> None:
        """Note the first person of rows `first` to `last` of a chunk; `others` are those that may name nobody, `kinds` what became of them."""
        if self._someone is None and first < last:
            named = next((i for i in range(first, last) if i not in others), None)
            further = (i for i in range(first, last) if kinds.get(i) == "data")
            found = named if named is not None else next(further, None)
            self._someone = None if found is None else start + found
        if self._examples:
            shown = [start + i for i in range(first, last) if i not in others][: self._examples]
            self._examples -= len(shown)
            self.rows += shown

    def section(self, number: int, *, apart: bool) -> None:
        """Keep a section row; `apart` where it would say something else right below another."""
        if apart:
            self.apart[number] = self._someone if self._someone is not None else number - 1
        self.rows.append(number)
        self._someone = None

    def end(self, first: int, someone: int | None) -> None:
        """End before the title of the next list, which begins in row `first`."""
        self.title(first, first, told=False, someone=None)
        if someone is not None:
            self.apart[first] = someone

    def title(self, first: int, header: int, *, told: bool, someone: int | None) -> None:
        """Keep the title between two pages and the header repeated below it, or none of it where nothing was `told` anew."""
        self.rows = [row for row in self.rows if row < first]
        self.apart = {row: above for row, above in self.apart.items() if row < first}
        if not told:
            self._someone = someone
            return
        self.rows += range(first, header + 1)
        if someone is not None:
            self.apart[first] = someone
        self._someone = None

    @property
    def someone(self) -> int | None:
        """The first person below the row kept last."""
        return self._someone
