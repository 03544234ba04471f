"""What the measures of growth read: predicates of units, indicators, leadership trainings, plans and mentoring."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from asnkarier.core.anniversary import ordinal
from asnkarier.core.decide.records import Indicator, Led, Records
from asnkarier.core.decide.target import Setting
from asnkarier.core.names import folded
from asnkarier.store.database import Database
from asnkarier.store.queries import successions
from asnkarier.store.queries.positions import Post


def read(
    db: Database, setting: Setting, posts: Sequence[Post], measures: Collection[str], records: Records, only: int | None
) -> None:
    """Fill in what `measures` need, of everyone or of one person."""
    if "team_results" in measures:
        records.heads = heads(posts, setting)
        records.led = led_before(db, posts, setting, records, only)
        records.unit_predicates, records.unit_records = unit_predicates(db, setting.day)
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


def led_before(
    db: Database, posts: Sequence[Post], setting: Setting, records: Records, only: int | None
) -> dict[int, list[Led]]:
    """Return the units that each person led in posts that have ended, by the roster's spans and the history, the newest first."""
    named = {post.id: (post.name_key, unit) for post in posts if (unit := records.heads.get(post.id)) is not None}
    of = _units_of_postings(db, named, setting.day, only)
    now = successions.units_now(db, setting.day)
    today = setting.as_of.toordinal()
    found: dict[int, list[Led]] = {}
    for person in {person for person, _begun, _record in of}:
        stints: list[Led] = []
        postings = records.postings.get(person, ())
        for place, posting in enumerate(postings):
            unit = of.get((person, posting.since, posting.record))
            later = [p.since - 1 for p in postings[place + 1 :] if p.since > posting.since]
            ends = [end for end in (posting.until, min(later, default=None)) if end is not None]
            if unit is None or not ends or min(ends) >= today:
                continue
            unit, since, until = now.get(unit, unit), posting.since, min(ends)
            if stints and stints[-1].unit == unit and stints[-1].until >= since - 1:
                stints[-1] = stints[-1]._replace(until=max(until, stints[-1].until))
            else:
                stints.append(Led(unit, since, since if posting.stated else 1, until, posting.stated))
        if stints:
            found[person] = stints[::-1]
    return found


def _units_of_postings(
    db: Database, named: Mapping[int, tuple[str, int]], day: str, only: int | None
) -> dict[tuple[int, int, int], int]:
    """Return person, first day and history row (0: the roster's) of posts that head a unit and have ended by a day → the unit."""
    found: dict[tuple[int, int, int], int] = {}
    ended = "SELECT person_id, since, position_id FROM person_post WHERE until < ?"
    for person, since, position in _of(db, ended, only, (day,)):
        if position in named:
            found[person, ordinal(since), 0] = named[position][1]
    paths = {unit: f" / {path} / " for unit, path in db.rows("SELECT id, path_key FROM unit")}
    by_name: dict[str, set[int]] = {}
    for key, unit in named.values():
        by_name.setdefault(key, set()).add(unit)
    for person, since, key, *places, record in _of(
        db,
        "SELECT person_id, since, position_key, unit, agency, id FROM history"
        " WHERE (acting IS NULL OR acting IN ('', 'definitif'))",
        only,
    ):
        heading = by_name.get(key)
        if heading is None:
            continue
        # A history names its units as written: taken is the one that all it says fits.
        said = [f" / {folded(place)} / " for place in places if place]
        fits = [unit for unit in heading if all(place in paths.get(unit, "") for place in said)]
        if len(fits) == 1:
            found[person, ordinal(since), record] = fits[0]
    return found


def unit_predicates(db: Database, day: str) -> tuple[dict[int, dict[int, str]], dict[tuple[int, int], int]]:
    """Return unit → year → annual predicate, and the records; a unit that was only renamed or moved keeps the years before."""
    found: dict[int, dict[int, str]] = {}
    of: dict[tuple[int, int], int] = {}
    for unit, year, predicate, record in db.rows(
        "SELECT unit_id, year, predicate, id FROM unit_performance WHERE period = 'annual'"
    ):
        found.setdefault(unit, {})[year] = predicate
        of[unit, year] = record
    for effective_on, old, new in successions.units(db, day):
        for year, predicate in found.get(old, {}).items():
            if year < int(effective_on[:4]) or year not in found.get(new, {}):
                found.setdefault(new, {}).setdefault(year, predicate)
                of.setdefault((new, year), of[old, year])
    return found, of


def indicators(db: Database, only: int | None = None) -> dict[int, list[Indicator]]:
    """Return the indicators of each person."""
    result: dict[int, list[Indicator]] = {}
    for person, *row in _of(db, "SELECT person_id, year, target, realised, direction, id FROM indicator", only):
        result.setdefault(person, []).append(Indicator(*row))
    return result


def leadership(db: Database, setting: Setting, only: int | None = None) -> dict[int, dict[str, int]]:
    """Return the levels of leadership training of each person up to the day, with the record; '' is one not known well enough."""
    result: dict[int, dict[str, int]] = {}
    day = setting.day
    for person, level, on, year, record in _of(
        db,
        "SELECT person_id, level, COALESCE(ended_on, started_on), year, id FROM training WHERE training_kind = 'leadership'",
        only,
    ):
        if (on and on > day) or (not on and year and year > setting.as_of.year):
            continue
        known = on or (year and year < setting.as_of.year)
        result.setdefault(person, {})[level or "" if known else ""] = record
    return result


def steps(db: Database, only: int | None = None) -> dict[int, list[tuple[str, str | None, int]]]:
    """Return the dated steps of each person's development plan: when due, when done, and the record."""
    result: dict[int, list[tuple[str, str | None, int]]] = {}
    for person, due, done_on, record in _of(
        db, "SELECT person_id, due, done_on, id FROM idp WHERE due IS NOT NULL AND due <> ''", only
    ):
        result.setdefault(person, []).append((due, done_on or None, record))
    return result


def mentored(db: Database, day: str, only: int | None = None) -> dict[int, tuple[str, int]]:
    """Return the newest day of mentoring up to the day of each mentor and mentee, and its record."""
    result: dict[int, tuple[str, int]] = {}
    for mentor, mentee, started_on, session_on, ended_on, record in db.rows(
        "SELECT mentor_id, mentee_id, started_on, session_on, ended_on, id FROM mentoring WHERE started_on <= ?", (day,)
    ):
        # Ended on the day it was proposed, without a session: declined.
        begun = "" if ended_on and ended_on <= started_on else started_on
        newest = session_on if session_on and session_on <= day else begun
        for person in (mentor, mentee):
            if only in (None, person):
                result[person] = max((newest, record), result.get(person, ("", 0)))
    return result
