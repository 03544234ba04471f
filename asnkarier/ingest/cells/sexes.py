"""What a P means in a column of sexes: its other cells, the header, and the NIPs beside it say."""

from collections.abc import Sequence
from typing import Any, Final

from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.parse.nip import sex_of
from asnkarier.core.parse.words import beside_p, sexes_in

_SEVERAL: Final = 2
"""One man may have been given the wrong letter."""


class LetterP:
    """Decides it once, by the first cells that say anything, and remembers the rows by which the same is decided again."""

    def __init__(self, header: str) -> None:
        self._header = sexes_in(header)
        self._is_pria: bool | None = None
        self.rows: list[int] = []
        """Rows without which some others of the list may be read differently."""

    def decide(self, values: dict[str, list[Any]], cells: Sequence[Any], numbers: Sequence[int]) -> None:
        """Read a P as Pria where nothing but P stands there, the header does not say what it is, and all NIPs are those of men."""
        said = [text_of(cell).casefold() for cell in cells]
        if self._is_pria is None and not all(map(nothing, said)):
            self._look(said, values, numbers)
        if self._is_pria:
            values["sex"] = [
                "L" if sex == "P" and text == "p" else sex for sex, text in zip(values["sex"], said, strict=True)
            ]

    def _look(self, said: Sequence[str], values: dict[str, list[Any]], numbers: Sequence[int]) -> None:
        """Decide by these cells."""
        letters: dict[str, int] = {}
        for text, number in zip(said, numbers, strict=True):
            if letter := beside_p(text):
                letters.setdefault(letter, number)
        if set(letters) - {self._header}:
            self.rows = sorted(letters.values())
        only = {text for text in said if not nothing(text)} == {"p"} and not self._header
        people = [
            (sex_of(nip), number)
            for nip, sex, number in zip(values["nip"], values["sex"], numbers, strict=True)
            if sex and type(nip) is str
        ]
        self._is_pria = only and len(people) >= _SEVERAL and all(sex == "L" for sex, _number in people)
        if only:
            woman = [number for sex, number in people if sex != "L"][:1]
            self.rows = woman or [number for _sex, number in people[:_SEVERAL]]
