"""Rules of discipline: each sanction's level and term, and what a sanction being served blocks."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from asnkarier.core.rules.requirements import DisciplineLevel


class Sanction(NamedTuple):
    """One sanction: its level, and for how many months it runs where the decree names no end.

    No `months`: it has no term of its own. `words` find it in the text of a decree; all of them must be there.
    """

    name: str
    level: DisciplineLevel
    words: tuple[str, ...]
    months: int | None = None
    ends_service: bool = False


class DisciplineRule(NamedTuple):
    """All sanctions, what each level blocks while it is served, and from when a decree works.

    `code_of_ethics` are words of measures that are no discipline. The first sanction whose words are found decides.
    """

    sanctions: tuple[Sanction, ...]
    blocks: Mapping[Literal["promotion", "rank", "pay_step"], tuple[DisciplineLevel, ...]]
    working_days_until_in_force: int
    code_of_ethics: tuple[str, ...]

    def sanction(self, text: str) -> Sanction | None:
        """Return the sanction that a text names, None where no name is known."""
        return named(self.sanctions, text)


def named(sanctions: Sequence[Sanction], text: str) -> Sanction | None:
    """Return the first of the sanctions whose words are all in the text."""
    folded = " ".join(re.sub(r"\([^)]*\)", " ", text.lower()).split())  # "12 (dua belas) bulan" reads "12 bulan"
    for entry in sanctions:
        if all(word in folded for word in entry.words):
            return entry
    return None
