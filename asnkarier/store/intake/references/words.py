"""What following a reference came to, beside the unit or the post itself."""

from collections.abc import Mapping
from typing import NamedTuple


class Trouble(NamedTuple):
    """Why a reference could not be followed; becomes a finding at its cell."""

    code: str
    field: str
    value: str
    values: Mapping[str, str | int]
    severity: str = "error"


class Created(NamedTuple):
    """Something a sheet created on the way, told in a note: `name` as people read it, `key` its own folded name, `row` where it stood."""

    what: str
    name: str
    id: int
    key: str
    row: int
