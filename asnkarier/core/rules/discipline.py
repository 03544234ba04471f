"""Rules of discipline: each sanction's level and term, and what a sanction being served blocks."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from asnkarier.core.rules.sanctions import DisciplineLevel


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

    def is_ethics(self, text: str | None) -> bool:
        """Tell whether a text names a measure of the code of ethics, which counts as no sanction."""
        return text is not None and of_ethics(self.sanctions, self.code_of_ethics, text)


def of_ethics(sanctions: Sequence[Sanction], words: Sequence[str], text: str) -> bool:
    """Tell whether a text names a measure of the code of ethics first, and no sanction given for breaking that code."""
    folded = _folded(text)
    found = re.search("|".join(rf"\b{re.escape(word)}\b" for word in words), folded) if words else None
    if found is None:
        return False
    sanction = named(sanctions, text)
    return sanction is None or found.start() < min(folded.find(word) for word in sanction.words)


def months_named(text: str) -> int | None:
    """Return the months for which a sanction holds by its own words ("selama 3 (tiga) tahun"), None where they say none."""
    found = re.search(r"\bselama (\d{1,2}) (tahun|bulan)\b", _folded(text))
    return int(found[1]) * (12 if found[2] == "tahun" else 1) if found else None


_SHORT: Final = {
    "kgb": "kenaikan gaji berkala",
    "kp": "kenaikan pangkat",
    "ptdh": "pemberhentian tidak dengan hormat",
    "pdhtaps": "pemberhentian dengan hormat tidak atas permintaan sendiri",
    "pdh": "pemberhentian dengan hormat",
}
"""How offices shorten the names of sanctions."""
_SHORTENED: Final = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b")


def _folded(text: str) -> str:
    whole = " ".join(re.sub(r"\([^)]*\)", " ", text.lower()).split())  # "12 (dua belas) bulan" reads "12 bulan"
    return _SHORTENED.sub(lambda short: _SHORT[short[0]], whole)


def named(sanctions: Sequence[Sanction], text: str) -> Sanction | None:
    """Return the first of the sanctions whose words are all in the text, and whose months are none but those the text names."""
    folded, months = _folded(text), months_named(text)
    for entry in sanctions:
        if all(word in folded for word in entry.words) and (None in (months, entry.months) or months == entry.months):
            return entry
    return None
