"""What verifying a sealed decision found, as data: the same, or each datum that changed and who moved by it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from asnkarier.core.defend.differences import Moved, Standing
from asnkarier.core.errors import AsnError
from asnkarier.views.language import N_
from asnkarier.views.messages import said as message_of


class Entry(Protocol):
    """One entry of the log."""

    batch: int
    entered_by: str
    entered_at: str
    command: str
    reason: str | None
    file: str | None
    sheet: str | None
    row: int | None


class Difference(NamedTuple):
    """One datum that differs: whose, which, from what to what, and by which entry; None where the log explains nothing."""

    table: str
    what: str
    nip: str | None
    name: str | None
    about: str
    said: str
    fields: Mapping[str, tuple[object, ...]]
    entry: Any


class Verified(NamedTuple):
    """One sealed decision verified. `within` and `since` are what `verifying` found; `since` None: not compared with the file."""

    number: int | None
    file: str | None
    body: Mapping[str, Any]
    within: Any
    since: Any
    differences: Sequence[Difference]
    same: bool


WHAT: Mapping[str, str] = {
    "added": N_("recorded since"),
    "removed": N_("removed since"),
    "changed": N_("changed since"),
}
EFFECTS: Mapping[str, str] = {
    "enters": N_("enters the candidates"),
    "leaves": N_("leaves the candidates"),
    "rank": N_("changes rank"),
    "outcome": N_("is judged otherwise"),
    "score": N_("keeps the place"),
    "joins": N_("is considered now"),
    "gone": N_("is not considered any more"),
}
COLUMNS: Mapping[str, str] = {
    "position_id": N_("position"),
    "as_of": N_("day"),
    "decree": N_("decree"),
    "note": N_("note"),
    "sealed_by": N_("who sealed it"),
    "sealed_at": N_("when it was sealed"),
}


def data(found: Verified) -> dict[str, object]:
    """Return one verification as data."""
    within, since = found.within, found.since
    return {
        "seal": found.number,
        "file": found.file,
        "position": found.body["position"]["name"] if found.body else None,
        "as_of": found.body.get("as_of"),
        "decree": found.body.get("decree"),
        "same": found.same,
        "digest": {
            "computed": within.digest,
            "sealed": within.expected or None,
            "logged": within.logged,
            "same": within.sealed,
            "row_differs": list(within.columns),
            "other_seals": list(within.others),
            "gone": within.gone,
        },
        "computed_again": {
            "same": within.computed,
            "arithmetic": list(within.arithmetic),
            "policy": within.policy,
            "rules": list(within.rules),
            "moved": [_moved(one) for one in within.moved],
            "error": error_said(within.reason),
            "differs": list(within.differs),
        },
        "today": None
        if since is None
        else {
            "same": since.same,
            "changes": [_difference(one) for one in found.differences],
            "rules": list(since.rules),
            "moved": [_moved(one) for one in since.moved],
            "error": error_said(since.reason),
        },
    }


def error_said(error: AsnError | None) -> str | None:
    """Return a refusal in words, where there is one."""
    return None if error is None else message_of(error.code, error.values)[0]


def _difference(one: Difference) -> dict[str, object]:
    entry = one.entry
    return {
        "nip": one.nip,
        "name": one.name,
        "table": one.table,
        "change": one.what,
        "about": one.about,
        "fields": {name: list(pair) for name, pair in one.fields.items()},
        "entry": None
        if entry is None
        else {
            "batch": entry.batch,
            "by": entry.entered_by,
            "at": entry.entered_at,
            "command": entry.command,
            "reason": entry.reason,
            "file": entry.file,
            "sheet": entry.sheet,
            "row": entry.row,
        },
    }


def _moved(one: Moved) -> dict[str, object]:
    standing = one.before or one.now
    return {
        "nip": standing.nip if standing else None,
        "name": standing.name if standing else None,
        "effect": one.effect,
        "before": _standing(one.before),
        "now": _standing(one.now),
    }


def _standing(found: Standing | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "outcome": found.outcome,
        "rank": found.rank,
        "score_low": found.score[0],
        "score_high": found.score[1],
        "boxes": list(found.boxes),
        "failing": list(found.failing),
    }
