"""What a list says against what is known beside it: ratings and predicates, history and the post held."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from asnkarier.core.numbers import shown, unscaled
from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import day_after
from asnkarier.store.database import Database
from asnkarier.store.queries import successions

from .sheet import Sheet

Touched = Sequence[tuple[int, Mapping[str, Any], int]]
"""Person, values and sheet row of the facts that a chunk wrote."""

Expected = Callable[[int, str | None, str | None], tuple[str, ...]]
"""A year and its two ratings, of which one may not be known → the predicates that the law of the year reads off them."""


def with_matrix(db: Database, sheet: Sheet, touched: Touched, completed: Mapping[int, int], expected: Expected) -> None:
    """Warn where the predicate written is not one that the ratings give, or the one of them that is known; the written one stands.

    `completed` are the rows that changed an evaluation known before: what they leave out was said elsewhere, and that is named.
    """
    for _, values, row in touched:
        result, behaviour, predicate = values["work_result"], values["behaviour"], values["predicate"]
        if not predicate or not (result or behaviour):
            continue
        due = expected(values["year"], result, behaviour)
        if not due or predicate in due:
            continue
        if result and behaviour:
            code, told = "predicate_differs", {"due": due[0], "work_result": result, "behaviour": behaviour}
        else:
            code = "predicate_beyond_result" if result else "predicate_beyond_behaviour"
            told = {"rating": result or behaviour, "due": ", ".join(due)}
        told["predicate"] = predicate
        told["cell"] = _elsewhere(db, sheet, completed[row]) if row in completed else ""
        field = next((name for name in ("predicate", *_RATED) if name in sheet.fields), "predicate")
        sheet.find(code, "warning", row=row, field=field, value=values[field], values=told)


_RATED = ("work_result", "behaviour")
_SAID = (
    "SELECT s.file, s.sheet, s.columns, c.sheet_row, c.op, c.fields FROM change c JOIN batch_sheet s ON s.id = c.sheet_id"
    " JOIN batch b ON b.id = s.batch_id WHERE c.person_id = (SELECT person_id FROM evaluation WHERE id = ?)"
    " AND c.tbl = 'evaluation' AND c.record_id = ? AND b.undone_by IS NULL ORDER BY c.id DESC"
)


def _elsewhere(db: Database, sheet: Sheet, evaluation: int) -> str:
    """Return the cell of another list that says what this one leaves out of an evaluation; '' where this one says all of it."""
    missing = {name for name in ("predicate", *_RATED) if name not in sheet.fields}
    for file, name, columns, row, op, fields in db.rows(_SAID, (evaluation, evaluation)):
        letters = json.loads(columns)
        said = [one for one in ("predicate", *_RATED) if one in missing and (op == "I" or one in json.loads(fields))]
        letter = next((letters[one] for one in said if letters.get(one)), None)
        if letter is not None:
            return f"{file} · {name}!{letter}{row}"
    return ""


def with_scale(sheet: Sheet, touched: Touched, of_score: Callable[[int, int, str | None], tuple[str, ...]]) -> None:
    """The same for the years in which a score gave the predicate."""
    for _, values, row in touched:
        year, score, predicate = values["year"], values["score"], values["predicate"]
        if score is None or predicate is None:
            continue
        due = of_score(year, score, values["new_idea"])
        if due and predicate not in due:
            written = f"{shown(unscaled(score), 2):f}".removesuffix(".00")
            told = {"predicate": predicate, "score": written, "year": year, "due": due[0], "or": "".join(due[1:])}
            sheet.find("predicate_not_of_score", "warning", row=row, field="predicate", value=predicate, values=told)


def with_sanctions(sheet: Sheet, touched: Touched, level_of: Callable[[str, str], str | None]) -> None:
    """Warn where the level written is not the one that the law of the day gives the sanction; the written one stands."""
    for _, values, row in touched:
        level, sanction = values["level"], values["sanction"]
        due = level_of(values["decided_on"], sanction) if level and sanction else None
        if due is not None and due != level:
            told = {"level": level, "due": due, "sanction": sanction}
            sheet.find("level_not_of_sanction", "warning", row=row, field="level", value=level, values=told)


def with_posts(db: Database, sheet: Sheet, touched: Touched, day: str) -> None:
    """Where history's open row and the roster disagree on the post or its TMT, the roster stands and a warning says so.

    What was renamed up to the day is the same post under both names.
    """
    names = successions.names_of_posts(db, day)
    for person, values, row in touched:
        if values["until"] is not None or values["acting"] not in (None, "definitif"):
            continue
        spans = _held(db, person, names)
        if not spans:
            continue
        post, key = spans[0], values["position_key"]
        if names.known_as(key, values["since"]) != post.known_as:
            code, field, told, known = "history_disagrees", "position", values["position"], post.name
        elif _disagree(db, person, values["since"], spans):
            code, field, told, known = "history_since_disagrees", "since", values["since"], post.since
        else:
            continue
        about = {"history": told, "roster": known, "cell": _post_cell(db, person, field)}
        sheet.find(code, "warning", row=row, field=field, value=told, values=about)


def with_history(db: Database, sheet: Sheet, touched: Sequence[tuple[int, int]], day: str) -> None:
    """The same where the roster comes after the history; who has moved on since the history's last post disagrees in nothing."""
    names = successions.names_of_posts(db, day)
    for person, row in touched:
        told = db.one(
            "SELECT h.id, h.position, h.position_key, h.since FROM history h"
            " WHERE h.person_id = ? AND h.until IS NULL AND COALESCE(h.acting, 'definitif') = 'definitif'"
            " ORDER BY h.since DESC LIMIT 1",
            (person,),
        )
        spans = _held(db, person, names) if told is not None else []
        if told is None or not spans:
            continue
        record, name, key, since = told
        post = spans[0]
        if names.known_as(key, since) != post.known_as:
            if post.stated and post.since > since:
                continue
            code, field, values = "history_disagrees", "position", (name, post.name)
        elif _disagree(db, person, since, spans):
            code, field, values = "history_since_disagrees", "position_since", (since, post.since)
        else:
            continue
        cell = _history_cell(db, record, "position" if field == "position" else "since")
        about = {"history": values[0], "roster": values[1], "cell": cell}
        sheet.find(code, "warning", row=row, field=field, value=values[1], values=about)


class _Held(NamedTuple):
    """A span of a post: its name as written, and what that post is called today."""

    name: str
    key: str
    known_as: str
    since: str
    stated: bool


def _held(db: Database, person: int, names: successions.NamesOfPosts) -> list[_Held]:
    """Return the post held now, and before it the spans of the same post that end where the next begins."""
    result: list[_Held] = []
    for name, key, since, until, stated in db.rows(
        "SELECT p.name, p.name_key, s.since, s.until, s.stated FROM person_post s JOIN position p ON p.id = s.position_id"
        " WHERE s.person_id = ? ORDER BY s.since DESC",
        (person,),
    ):
        known_as = names.known_as(key, since)
        last = result[-1] if result else None
        if (until != OPEN) if last is None else (known_as != last.known_as or day_after(until) != last.since):
            break
        result.append(_Held(name, key, known_as, since, bool(stated)))
    return result


def _disagree(db: Database, person: int, since: str, spans: Sequence[_Held]) -> bool:
    """Tell whether a history's TMT is none of those that the roster tells of a post, renamed or moved as it may have been."""
    if not spans[0].stated or any(span.since == since or not span.stated for span in spans):
        return False
    return not any(_began_on(db, person, span.key, span.since, since) for span in spans)


def _began_on(db: Database, person: int, post: str, since: str, told: str) -> bool:
    """Tell whether history and roster agree after all: each may tell of the post's beginning where the other tells of a later one.

    An earlier row of the history, of the same post in another unit, begins when the roster says; or the roster knew the post since
    the day the history says, before it began anew.
    """
    found = db.one(
        "SELECT 1 FROM history WHERE person_id = ? AND position_key = ? AND since = ?"
        " UNION ALL SELECT 1 FROM person_post s JOIN position p ON p.id = s.position_id"
        " WHERE s.person_id = ? AND p.name_key = ? AND s.since = ? AND s.stated = 1",
        (person, post, since, person, post, told),
    )
    return found is not None


def _post_cell(db: Database, person: int, field: str) -> str:
    """Return the cell of the newest roster row that wrote the person: of the post, or of its TMT."""
    name = "position_since" if field == "since" else "position"
    return cell_of(db, name, "c.person_id = ? AND s.kind = 'roster'", person)


def _history_cell(db: Database, record: int, field: str) -> str:
    """Return the cell of the list that wrote a row of the history."""
    return cell_of(db, field, "c.tbl = 'history' AND c.record_id = ?", record)


def cell_of(db: Database, field: str, where: str, *parameters: str | int) -> str:
    """Return the cell of a field in the newest row of the log that `where` finds."""
    row = db.one(
        "SELECT s.file, s.sheet, s.columns, c.sheet_row FROM change c JOIN batch_sheet s ON s.id = c.sheet_id"
        f" WHERE {where} AND c.sheet_row > 0 ORDER BY c.id DESC LIMIT 1",
        parameters,
    )
    return "–" if row is None else f"{row[0]} · {row[1]}!{json.loads(row[2]).get(field, '')}{row[3]}"
