"""National rules as dated, cited records: what was in force on a day, and where it is written."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Generic, Literal, NamedTuple, NewType, TypeVar

from asnkarier.core.errors import RuleError

_ONE_LAW = re.compile(r"; | jo\. ")
T = TypeVar("T")

Scaled = NewType("Scaled", int)
"""A decimal number of the law as an integer of 1/10 000 (`core.numbers.SCALE`): 37.5 is 375 000."""

Confidence = Literal["high", "medium", "low", "illustrative"]


class Citation(NamedTuple):
    """Where a rule is written, and how sure we are of our reading."""

    law: str
    article: str
    link: str
    checked_on: date
    confidence: Confidence

    @property
    def text(self) -> str:
        """Law and article in one line, as officials quote them; an article that names its law stands alone."""
        named = bool(self.law) and self.article.startswith(tuple(_ONE_LAW.split(self.law)))
        return self.article if named else f"{self.law} {self.article}".strip()


class Version(NamedTuple, Generic[T]):
    """One record of a topic: its value from `in_force_since` on, with its citation.

    `confidence_of` names single values that are less sure than the whole, by their key path.
    `added` marks a record that the institution added itself. `record` is the record as written, to show and to hash.
    """

    in_force_since: date
    in_force_until: date | None
    value: T
    citation: Citation
    confidence_of: Mapping[str, Confidence]
    note: Mapping[str, str]
    added: bool
    record: Mapping[str, object]

    def note_in(self, language: str) -> str:
        """Return the note in a language, or in the only one it has."""
        return self.note.get(language) or next(iter(self.note.values()), "")


class NotRegulated(RuleError):  # noqa: N818 - said as the user meets it
    """Nothing was in force for the topic on that day; `first` is the day of the next record, if there is one."""

    def __init__(self, topic: str, as_of: date, first: date | None) -> None:
        """Carry topic, day asked for and the next day from which the topic is regulated."""
        code = "not_regulated" if first else "not_regulated_any_more"
        super().__init__(code, {"topic": topic, "as_of": as_of, "first": first})
        self.topic = topic
        self.as_of = as_of
        self.first = first


class Regulation(NamedTuple, Generic[T]):
    """All records of one topic, oldest first."""

    topic: str
    title: Mapping[str, str]
    versions: tuple[Version[T], ...]

    def on(self, as_of: date) -> Version[T]:
        """Return the record in force on `as_of`; raise `NotRegulated` where there was none."""
        for version in reversed(self.versions):
            if version.in_force_since <= as_of:
                if version.in_force_until is None or as_of <= version.in_force_until:
                    return version
                break
        later = [v.in_force_since for v in self.versions if v.in_force_since > as_of]
        raise NotRegulated(self.topic, as_of, min(later, default=None))
