"""What the measures of growth read: predicates of units, indicators, leadership trainings, plans and mentoring."""

from collections.abc import Collection, Sequence
from typing import Any

from asnkarier.core.decide.records import Indicator, Records
from asnkarier.core.decide.target import Setting
from asnkarier.store.database import Database
from asnkarier.store.queries.positions import Post


def read(
    db: Database, setting: Setting, posts: Sequence[Post], measures: Collection[str], records: Records, only: int | None
) -> None:
    """Fill in what `measures` need, of everyone or of one person."""
    if "team_results" in measures:
        records.heads = heads(posts, setting)
        records.unit_predicates = unit_predicates(db, setting.day)
    if "targets" in measures:
        records.indicators = indicators(db, only)
    if "leadership_training" in measures:
        records.leadership = leadership(db, setting, only)
    if "plan_progress" in measures:
        records.steps = steps(db, only)
    if "mentoring" in measures:
        records.mentored = mentored(db, setting.day, only)


def _of(db: Database, sql: str, only: int | None, values: tuple[Any, ...] = (), column: str = "person_id") -> list[Any]:
    if only is None:
        return db.rows(sql, values)
    return db.rows(f"{sql} {'AND' if ' WHERE ' in sql else 'WHERE'} {column} = ?", (*values, only))


def heads(posts: Sequence[Post], setting: Setting) -> dict[int, int]:
    """Return post → unit it heads: the marked ones, and in a unit without any the one that stands alone highest."""
    rule = setting.positions
    marked = {post.id: post.unit_id for post in posts if post.heads_unit == "ya" and post.unit_id is not None}
    has_mark = set(marked.values())
    highest: dict[int, list[tuple[int, int]]] = {}
    for post in posts:
        kind = setting.kind_of(post.id)
        if post.unit_id is None or post.unit_id in has_mark or kind is None:
            continue
        if rule.group[kind] != "fungsional" and kind != "pelaksana":
            highest.setdefault(post.unit_id, []).append((rule.rung[kind], post.id))
    for unit, found in highest.items():
        found.sort(reverse=True)
        if len(found) == 1 or found[0][0] > found[1][0]:
            marked[found[0][1]] = unit
    return marked


def unit_predicates(db: Database, day: str) -> dict[int, dict[int, str]]:
    """Return unit → year → annual predicate; a unit that was only renamed or moved keeps the years before."""
    found: dict[int, dict[int, str]] = {}
    for unit, year, predicate in db.rows(
        "SELECT unit_id, year, predicate FROM unit_performance WHERE period = 'annual'"
    ):
        found.setdefault(unit, {})[year] = predicate
    rows = db.rows(
        "SELECT s.effective_on, o.id, n.id FROM succession s"
        " JOIN unit o ON o.name_key = s.old_key JOIN unit n ON n.name_key = s.new_key"
        " LEFT JOIN unit oa ON oa.id = o.agency_id LEFT JOIN unit na ON na.id = n.agency_id"
        " WHERE s.kind = 'unit' AND s.how IN ('rename', 'move') AND s.effective_on <= ?"
        " AND (s.old_agency_key = '' OR s.old_agency_key = oa.name_key OR s.old_agency_key = o.name_key)"
        " AND (s.new_agency_key = '' OR s.new_agency_key = na.name_key OR s.new_agency_key = n.name_key)"
        " ORDER BY s.effective_on",
        (day,),
    )
    for effective_on, old, new in rows:
        if old == new:
            continue
        for year, predicate in found.get(old, {}).items():
            if year < int(effective_on[:4]) or year not in found.get(new, {}):
                found.setdefault(new, {}).setdefault(year, predicate)
    return found


def indicators(db: Database, only: int | None = None) -> dict[int, list[Indicator]]:
    """Return the indicators of each person."""
    result: dict[int, list[Indicator]] = {}
    for person, *row in _of(db, "SELECT person_id, year, target, realised, direction FROM indicator", only):
        result.setdefault(person, []).append(Indicator(*row))
    return result


def leadership(db: Database, setting: Setting, only: int | None = None) -> dict[int, frozenset[str]]:
    """Return the levels of leadership training of each person up to the day; '' is one not known well enough."""
    result: dict[int, set[str]] = {}
    day = setting.day
    for person, level, on, year in _of(
        db,
        "SELECT person_id, level, COALESCE(ended_on, started_on), year FROM training WHERE training_kind = 'leadership'",
        only,
    ):
        if (on and on > day) or (not on and year and year > setting.as_of.year):
            continue
        known = on or (year and year < setting.as_of.year)
        result.setdefault(person, set()).add(level or "" if known else "")
    return {person: frozenset(levels) for person, levels in result.items()}


def steps(db: Database, only: int | None = None) -> dict[int, list[tuple[str, str | None]]]:
    """Return the dated steps of each person's development plan: when due, when done."""
    result: dict[int, list[tuple[str, str | None]]] = {}
    for person, due, done_on in _of(
        db, "SELECT person_id, due, done_on FROM idp WHERE due IS NOT NULL AND due <> ''", only
    ):
        result.setdefault(person, []).append((due, done_on or None))
    return result


def mentored(db: Database, day: str, only: int | None = None) -> dict[int, str]:
    """Return the newest day of mentoring up to the day of each mentor and mentee."""
    result: dict[int, str] = {}
    for mentor, mentee, started_on, session_on, ended_on in db.rows(
        "SELECT mentor_id, mentee_id, started_on, session_on, ended_on FROM mentoring WHERE started_on <= ?", (day,)
    ):
        # Ended on the day it was proposed, without a session: declined.
        begun = "" if ended_on and ended_on <= started_on else started_on
        newest = session_on if session_on and session_on <= day else begun
        for person in (mentor, mentee):
            if only in (None, person):
                result[person] = max(newest, result.get(person, ""))
    return result
