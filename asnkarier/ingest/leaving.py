"""People below a heading that says they left or are away: the status of each, as a column would say it."""

from collections.abc import Mapping, Sequence
from typing import Any

from asnkarier.core.parse.base import Bad
from asnkarier.ingest.header.bound import Bound, Mapped
from asnkarier.ingest.headings import UNSURE


def with_status(mapped: Mapped, *, seen: bool) -> Mapped:
    """Return the mapping of a roster with the status that headings between its rows give; a column of it stays.

    `seen` where such a heading is known to be there: else it may come further down, and nothing is shown of it.
    """
    if mapped.kind.name != "roster" or "status" in mapped.fields:
        return mapped
    return mapped._replace(bound=(*mapped.bound, Bound(None, ("status",), "", "section" if seen else "values")))


def give_status(values: dict[str, list[Any]], sections: Mapping[str, Sequence[str | None]]) -> None:
    """Give the people below such headings their status where no cell says it; ask where nobody can tell whether one is meant."""
    said = sections["status"]
    if not any(said):
        return
    asked = Bad("section_of_leavers", {})
    if "status" not in values:
        # Nobody looked for such a heading in a row like this; as staff on duty these people are not taken.
        values["nip"] = [asked if left else nip for nip, left in zip(values["nip"], said, strict=True)]
        return
    values["status"] = [
        one if one not in (None, UNSURE) else asked if left == UNSURE else left
        for one, left in zip(values["status"], said, strict=True)
    ]
