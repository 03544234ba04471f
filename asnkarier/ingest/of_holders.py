"""What a list of people says of the posts they hold, beside who they are: `BUP` and `Kelas Jabatan` are facts of the post."""

from dataclasses import replace
from typing import Final

from asnkarier.core.finding import Finding
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import Kind
from asnkarier.ingest.header.bound import Mapped, Samples
from asnkarier.ingest.header.headers import by_header, of_kind
from asnkarier.ingest.header.layout import Header

_OF_POSTS: Final = ("retirement_age", "job_class")
_WHOSE: Final = frozenset(("nip", "position"))


def _kind() -> Kind:
    """Return a list of posts whose rows name the holder: nothing else must be there, the roster beside it places them."""
    roster, positions = KINDS["roster"], KINDS["positions"]
    people = tuple(replace(field, required=field.name == "nip") for field in roster.fields)
    return replace(positions, fields=(*people, *(positions.field(name) for name in _OF_POSTS)))


OF_HOLDERS: Final = _kind()


def of_holders(posts: Mapped, roster: Mapped | None) -> Mapped | None:
    """Return the mapping of a list of people as one of the posts they hold; None where it names no person or says nothing of posts."""
    if roster is None:
        return None
    taken = {item.at for item in roster.bound if item.at is not None}
    whose = tuple(item for item in roster.bound if item.at is not None and _WHOSE & set(item.fields))
    told = tuple(
        item
        for item in posts.bound
        if item.at is not None and item.at not in taken and item.fields and item.fields[0] in _OF_POSTS
    )
    if not told or not {field for item in whose for field in item.fields} >= _WHOSE:
        return None
    return Mapped(OF_HOLDERS, (*whose, *told), ())


def also_of_posts(header: Header, samples: Samples, file: str, sheet: str) -> list[Finding]:
    """Say that a roster also tells at which age the holders of its posts retire."""
    index = of_kind("positions")
    for column in header.columns:
        entry = by_header(column, index)
        if entry is not None and entry.fields == ("retirement_age",) and samples.filled(column.at):
            values: dict[str, str | int] = {"kind": "roster", "others": "positions", "kinds": "roster,positions"}
            place = (header.top + 1, samples.letter(column.at), column.header)
            return [Finding("also_holds", "note", file, sheet, *place, values)]
    return []
