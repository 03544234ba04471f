"""Opening a sealed decision: reading its document strictly, and judging again from nothing but what is in it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from typing import Any

from asnkarier.commands.decide.defend.computing import PARTS, Basis, Computed, compute, datum_key
from asnkarier.commands.decide.defend.sealing import FORMAT, VERSION
from asnkarier.commands.decide.defend.shape import fits
from asnkarier.core.decide.check import Datum
from asnkarier.core.errors import AsnError, Stopped
from asnkarier.core.policy import Policy
from asnkarier.law.policy_load import from_text
from asnkarier.law.sealed import SealedLaw
from asnkarier.store.database import Database
from asnkarier.store.queries import seals
from asnkarier.store.sealed.facts import BY_TABLE
from asnkarier.store.sealed.memory import database
from asnkarier.views.language import N_, Words
from asnkarier.views.messages import said

Body = Mapping[str, Any]
Rows = dict[str, list[tuple[str | int | None, ...]]]


def body_of(content: bytes, where: str) -> dict[str, Any]:
    """Read a document; Stopped where it is none, is of a later format, or is not whole."""
    try:
        body = json.loads(content, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Stopped("seal_unreadable", {"path": where}) from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise Stopped("seal_unreadable", {"path": where})
    if body.get("version") != VERSION:
        raise Stopped("seal_of_another_version", {"path": where, "found": str(body.get("version")), "known": VERSION})
    if not fits(body) or any(entry["table"] not in BY_TABLE for entry in body["data"]):
        raise Stopped("seal_unreadable", {"path": where})
    return body


def _no_number(text: str) -> float:
    raise ValueError(text)


def misfit(where: str, error: Exception) -> Stopped:
    """Return why a document cannot be computed again, in words of ours whatever stumbled over it."""
    if isinstance(error, AsnError):
        reason: object = said(error.code, error.values)[0]
    else:
        reason = Words(N_("its data are not those a list is made of"))
    return Stopped("seal_does_not_fit", {"path": where, "reason": reason})


def kept(db: Database, number: int) -> tuple[seals.Sealed, bytes, dict[str, Any]]:
    """Return a decision sealed in the file: its row, the document byte for byte, and what the document says."""
    sealed = seals.find(db, number)
    content = seals.document(db, number)
    return sealed, content, body_of(content, f"{number}")


def day_of(body: Body) -> date:
    """Return the day the decision speaks of."""
    return date.fromisoformat(body["as_of"])


def policy_of(body: Body) -> Policy:
    """Return the sealed policy."""
    return from_text(body["policy"]["text"], f"{body['policy']['name']}.toml")


def rows_of(body: Body) -> Rows:
    """Return the sealed data; ValueError where a row is not what its table has.

    A column that decisions began to read after the sealing is not in the document: it was not read then, and is unknown.
    """
    found: Rows = {}
    for entry in body["data"]:
        columns = BY_TABLE[entry["table"]].columns
        places = {name: place for place, name in enumerate(entry["columns"])}
        width = len(entry["columns"])
        for row in entry["rows"]:
            if len(row) != width or not all(value is None or type(value) in (str, int) for value in row):
                raise ValueError(entry["table"])
        if not set(places) <= set(columns) or not set(BY_TABLE[entry["table"]].key) <= set(places):
            raise ValueError(entry["table"])
        order = [places.get(name) for name in columns]
        found[entry["table"]] = [tuple(None if at is None else row[at] for at in order) for row in entry["rows"]]
    return found


def as_sealed(body: Body, rows: Rows) -> Rows:
    """Return rows of today without the columns that the document has not got, to be compared with it."""
    known = {entry["table"]: set(entry["columns"]) for entry in body["data"]}
    found: Rows = {}
    for table, table_rows in rows.items():
        columns = BY_TABLE[table].columns
        kept = [name in known.get(table, columns) for name in columns]
        found[table] = (
            table_rows
            if all(kept)
            else [tuple(v if keep else None for v, keep in zip(row, kept, strict=True)) for row in table_rows]
        )
    return found


@contextmanager
def judged_again(body: Body, where: str) -> Iterator[Computed]:
    """Judge everyone from the document's own data, policy and law; Stopped where something in it does not fit together."""
    with ExitStack() as stack:
        try:
            own = stack.enter_context(database(rows_of(body)))
            basis = Basis(own, SealedLaw(body["rules"]), policy_of(body), day_of(body), body["position"]["id"])
            computed = compute(basis, body["pool"])
        except (AsnError, KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError) as error:
            raise misfit(where, error) from error
        yield computed


def source_in(body: Body) -> Any:
    """Return how the source of a value is looked up in the document: of the first datum that has one."""
    places = body["places"]
    found = {entry["id"]: entry["at"] for entry in body["sources"]}

    def source(person: int, data: Sequence[Datum]) -> object:
        known = found.get(person, {})
        for datum in data:
            at = known.get(datum_key(datum))
            if at is None:
                continue
            place = dict(places[at[0]])
            if "entered_by" in place:
                return place
            batch = place.pop("batch")
            return {**place, "row": at[1], "cell": at[2], "batch": batch}
        return None

    return source


__all__ = ["PARTS", "as_sealed", "body_of", "day_of", "judged_again", "kept", "policy_of", "rows_of", "source_in"]
