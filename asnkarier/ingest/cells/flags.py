"""SIASN's `STATUS CPNS PNS`: it says whether a PNS is still a CPNS, and no more."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from asnkarier.core.parse.nip import is_pppk
from asnkarier.core.text import folded

_FLAG: Final = "status cpns pns"
_PPPK: Final = ("PPPK", "PPPK_PW")  # asked also of what could not be read, which has no hash


def is_flag(header: str) -> bool:
    """Tell whether the column is the flag, which some exports fill with P for a PPPK too."""
    return folded(header) == _FLAG


def weighed(values: Mapping[str, Sequence[Any]], flags: Sequence[Any], others: Sequence[Any] | None) -> list[Any]:
    """Return what the flag says of each person, nothing where it says PNS and the row says PPPK.

    The row says so in the other column of the kind, or in golongan and NIP together.
    """
    blank = [None] * len(flags)
    rows = zip(flags, others or blank, values.get("nip") or blank, values.get("golongan") or blank, strict=True)
    return [
        None if flag == "PNS" and (other in _PPPK or (other != "PNS" and _of_pppk(nip, rank))) else flag
        for flag, other, nip, rank in rows
    ]


def _of_pppk(nip: Any, rank: Any) -> bool:
    return type(nip) is str and is_pppk(nip) and type(rank) is str and "/" not in rank
