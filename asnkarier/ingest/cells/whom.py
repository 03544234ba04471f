"""Whom a row is about: nobody, the person of its cell, or the person of the row above."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from asnkarier.core.finding import Finding, Severity
from asnkarier.core.kinds.spec import Kind
from asnkarier.core.parse.base import Bad, nothing, text_of
from asnkarier.core.parse.words import NOT_ASN_VALUE, says_not_asn
from asnkarier.ingest.frames import LEVEL_PREFIX

_ABOUT_THE_PERSON: Final = frozenset(("nip", "name", "mentor", "mentee", "unit", "agency", "position"))
"""Where all other columns of a row are blank, a kind other than the roster says nothing of the person."""

_FACTS: Final = {
    "assessments": frozenset(("level", "jpm", "potential", "suggestion")),
    "evaluations": frozenset(
        ("work_result", "behaviour", "predicate", "score", "new_idea", "feedback", "recommendation")
    ),
}
"""Of kinds where a day alone is no fact: what a row must say something of."""

Columns = Sequence[Sequence[Any]]


class Whom:
    """Tells of the rows of one kind whom they are about; it remembers the last row from chunk to chunk."""

    def __init__(
        self,
        kind: Kind,
        person: str | None,
        places: Mapping[str, int],
        name_at: int | None,
        found_at: Callable[[str, Severity, int, str], Finding],
        telling: Sequence[int] = (),
        of_all: Sequence[str] = (),
        *,
        or_nik: bool = False,
    ) -> None:
        self.kind, self.person, self.places, self.name_at, self.found_at = kind, person or "", places, name_at, found_at
        self._telling = tuple(dict.fromkeys((*telling, *(at for at in (places.get(self.person),) if at is not None))))
        """The columns whose words may say that somebody is not ASN."""
        self._of_all = of_all
        """The fields that the officer told of everybody on the list: no row is without them."""
        self._above: tuple[Any, int, tuple[Any, ...]] = (None, 0, ())
        """Whom the row before was about, its number, and what its kind requires of it."""
        self.or_nik = or_nik
        """Whether the header of the NIP says that who has none is told by a NIK: `NIP/NIK`."""
        self.niks = 0
        """How many rows are those of people with a NIK alone."""
        self.leaning: list[int] = []
        """The rows about the person of the row above."""

    def _names(self, columns: Columns) -> Sequence[Any] | None:
        return columns[self.name_at] if self.name_at is not None and self.name_at < len(columns) else None

    def continued(
        self, values: dict[str, list[Any]], numbers: Sequence[int], columns: Columns, required: Sequence[str]
    ) -> list[Finding]:
        """Give a row without NIP and name to the person right above it, where all that its kind requires stands in it.

        So offices write the second training of somebody: number, name and NIP are left blank. A row that only repeats what
        its kind requires goes on with nothing.
        """
        people = values.get(self.person)
        if people is None or self.kind.name in ("roster", "selections") or self.name_at == self.places.get(self.person):
            return []
        asked = [values[field] for field in required if field != self.person]
        found: list[Finding] = []
        if asked and None in people:
            names = self._names(columns)
            above, number, before = self._above
            for i, nip in enumerate(people):
                here = tuple(column[i] for column in asked)
                if nip is None and (names is None or nothing(text_of(names[i]))) and None not in here:
                    if above is not None and numbers[i] == number + 1 and here != before:
                        people[i] = above
                        self.leaning.append(numbers[i])
                        if type(above) is str:
                            found.append(self.found_at("person_of_row_above", "note", numbers[i], above))
                    else:
                        found.append(self.found_at("row_names_nobody", "warning", numbers[i], ""))
                above, number, before = people[i], numbers[i], here
        if numbers:
            self._above = people[-1], numbers[-1], tuple(column[-1] for column in asked)
        return found

    def left_out(
        self, values: Mapping[str, Sequence[Any]], columns: Columns, headings: Sequence[str | None] = ()
    ) -> dict[int, str]:
        """Return the rows to skip and why: people who are not ASN, nobody who is named, people of whom the kind says nothing."""
        left: dict[int, str] = {}
        kinds = values.get("employee_kind")
        if kinds is not None and NOT_ASN_VALUE in kinds:
            left.update((i, "not_asn") for i, kind in enumerate(kinds) if kind == NOT_ASN_VALUE)
        people = values.get(self.person)
        if people is not None and self.kind.name != "selections":
            left.update((i, "not_asn") for i in self._not_asn(people, columns, headings))
            niks = [i for i in self._niks(people, values) if i not in left]
            self.niks += len(niks)
            left.update((i, "not_asn") for i in niks)
        if people is not None and None in people and self.kind.name != "selections":
            names = self._names(columns)
            for i, nip in enumerate(people):
                if (
                    nip is None
                    and (names is None or nothing(text_of(names[i])))
                    and self.name_at != self.places.get(self.person)
                ):
                    left.setdefault(i, "nobody")
        of_all = self.kind.name in ("standards", "survey")
        if of_all and (wide := [values[f] for f in values if f.startswith(LEVEL_PREFIX)]):
            rows = enumerate(zip(*wide, strict=True))
            # A post of which level 0 is asked of everything is not filled in yet; a survey may score 0.
            blank = (None, 0) if self.kind.name == "standards" else (None,)
            left.update((i, "nothing_said") for i, row in rows if all(value in blank for value in row))
        if self.kind.name != "roster" and self.person:
            about = _ABOUT_THE_PERSON - {
                field.name for field in self.kind.fields if field.required and field.type != "nip"
            }
            facts = _FACTS.get(self.kind.name)
            if facts and any(_is_fact(field, facts) for field in self._of_all):
                return left
            said = [
                values[field]
                for field in self.places
                if field and (_is_fact(field, facts) if facts else field not in about)
            ]
            if facts and not said:
                left.update((i, "nothing_said") for i in range(len(people or ())) if i not in left)
            if said and all(None in column for column in said):
                for i, row in enumerate(zip(*said, strict=True)):
                    if not any(value is not None for value in row):
                        left.setdefault(i, "nothing_said")
        return left

    def _niks(self, people: Sequence[Any], values: Mapping[str, Sequence[Any]]) -> list[int]:
        """Return the rows with a NIK in a column of both numbers, where neither kind of employee nor golongan says ASN."""
        if not self.or_nik:
            return []
        told = [values[field] for field in ("employee_kind", "golongan") if field in values]
        return [
            i
            for i, nip in enumerate(people)
            if type(nip) is Bad and nip.code == "nip_is_nik" and all(column[i] is None for column in told)
        ]

    def _not_asn(self, people: Sequence[Any], columns: Columns, headings: Sequence[str | None]) -> list[int]:
        """Return the rows without a NIP whose kind, post or heading is that of people who are not ASN."""
        without = [
            i
            for i, nip in enumerate(people)
            if nip is None or (type(nip) is Bad and nip.code in ("nip_text", "nip_length", "nip_is_nik"))
        ]
        return [
            i
            for i in without
            if (headings and headings[i])
            or any(
                isinstance(cell := columns[at][i], str) and says_not_asn(cell)
                for at in self._telling
                if at < len(columns)
            )
        ]


def _is_fact(field: str, facts: frozenset[str]) -> bool:
    return field in facts or field.startswith(LEVEL_PREFIX)
