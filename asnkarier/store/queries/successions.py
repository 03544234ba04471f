"""What a reorganisation renamed: today's name of a post, and the unit or the post that goes on as another.

A unit that goes on takes the units below it along, and both the posts in them, where the same name stands on both sides and the
reorganisation says nothing else of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple, TypeVar

from asnkarier.store.database import Database
from asnkarier.store.queries.units import Units

GOES_ON = ("rename", "move")
"""What goes on as it was under another name or in another place; what is merged, split or abolished begins anew."""
RENAMED = "('rename', 'move')"
FOLLOWED = (*GOES_ON, "merge")
"""What has one that comes after it: a standard is still asked of a post that was merged, where the merged ones ask the same."""

Key = TypeVar("Key", int, str)
Steps = dict[Key, list[tuple[str, Key]]]
"""What something became and on which day, in the order of the days."""


class _Stated(NamedTuple):
    """One row of a reorganisation."""

    on: str
    how: str
    old: str
    old_agency: str
    new: str
    new_agency: str


class _Placed(NamedTuple):
    """A post: its folded name and its unit."""

    id: int
    name_key: str
    unit_id: int | None


class Became(NamedTuple):
    """A post or a unit that became another on a day."""

    on: str
    how: str
    old: int
    new: int


class NamesOfPosts:
    """What posts that were only renamed or moved are called on a day, by a name they bore before."""

    def __init__(self, steps: Steps[str]) -> None:
        self._steps = steps

    def renamed(self, key: str) -> bool:
        """Tell whether a post of that name was ever renamed: only then does it matter when it bore the name."""
        return key in self._steps

    def known_as(self, key: str, since: str) -> str:
        """Return what a post is called that bore the name `key` on the day `since`; through several renamings to the last.

        A name leads on only from before its own renaming: what bears it from that day on is another post.
        """
        on, here = since, key
        begun = next((step for step in self._steps.get(key, ()) if step[0] > since), None)
        seen: set[tuple[str, str]] = set()
        while begun is not None and begun not in seen:
            seen.add(begun)
            on, here = begun
            begun = next((step for step in self._steps.get(here, ()) if step[0] >= on), None)
        return key if begun is not None else here


def names_of_posts(db: Database, day: str) -> NamesOfPosts:
    """Return what posts that were renamed or moved up to the day are called on it."""
    steps: Steps[str] = {}
    for on, old, new in db.rows(
        f"SELECT effective_on, old_key, new_key FROM succession WHERE kind = 'position' AND how IN {RENAMED}"
        " AND effective_on <= ? AND new_key <> '' AND new_key <> old_key ORDER BY effective_on, id",
        (day,),
    ):
        steps.setdefault(str(old), []).append((str(on), str(new)))
    return NamesOfPosts(steps)


def _last(steps: Mapping[Key, Sequence[tuple[str, Key]]], start: Key) -> Key:
    """Follow what last became of it from day to day to the end; what comes back to itself on one day goes nowhere.

    A row leads only to rows of its own day and later ones: what was renamed and takes its former name again is that today.
    """
    if start not in steps:
        return start
    on, here = steps[start][-1]
    seen = {(on, here)}
    while (step := next((step for step in steps.get(here, ()) if step[0] >= on), None)) is not None:
        if step in seen:
            return start
        seen.add(step)
        on, here = step
    return here


def _stated(db: Database, kind: str, day: str) -> list[_Stated]:
    rows = db.rows(
        "SELECT effective_on, how, old_key, old_agency_key, new_key, new_agency_key FROM succession"
        " WHERE kind = ? AND effective_on <= ? ORDER BY effective_on, id",
        (kind, day),
    )
    return [_Stated(*map(str, row)) for row in rows]


def _bridged(stated: Sequence[_Stated], borne: Set[str]) -> list[_Stated]:
    """Let a row lead over names that nothing on file ever bore, to the one that something does, on the day it got that."""
    result = []
    for row in stated:
        passed = {row}
        while row.how in FOLLOWED and row.new and row.new not in borne:
            further = [
                one
                for one in stated
                if one.old == row.new
                and one.on >= row.on
                and one.how in FOLLOWED
                and (one.old_agency == row.new_agency or not (one.old_agency and row.new_agency))
            ]
            if not further or further[0] in passed:
                break
            step = further[0]
            passed.add(step)
            how = row.how if step.how in GOES_ON else step.how
            row = row._replace(on=step.on, how=how, new=step.new, new_agency=step.new_agency)
        result.append(row)
    return sorted(result, key=lambda row: row.on)


class _Agencies:
    """What an agency was called before a reorganisation and after it, by what is said of units that go on."""

    def __init__(self, stated: Sequence[_Stated]) -> None:
        self._before: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._after: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in stated:
            if row.how in FOLLOWED and row.new:
                self._before[row.new].append((row.on, row.old))
                self._after[row.old].append((row.on, row.new))

    def before(self, name: str, on: str) -> set[str]:
        """Return what came to be the agency called so on the day, through reorganisations up to it."""
        found: set[str] = set()
        ahead = [(on, name)]
        while ahead:
            until, here = ahead.pop()
            steps = [(day, old) for day, old in self._before.get(here, ()) if day <= until and old not in found]
            found.update(old for _, old in steps)
            ahead += steps
        return found - {name}

    def after(self, name: str, on: str) -> set[str]:
        """Return what the agency called so on the day has become, through reorganisations from it on."""
        found: set[str] = set()
        ahead = [(on, name)]
        while ahead:
            since, here = ahead.pop()
            steps = [(day, new) for day, new in self._after.get(here, ()) if day >= since and new not in found]
            found.update(new for _, new in steps)
            ahead += steps
        return found - {name}


def became_units(db: Database, day: str) -> list[Became]:
    """Return which unit became which up to the day, by renaming, moving or merging, in the order of the days."""
    stated = _stated(db, "unit", day)
    return _units(Units(db), stated) if stated else []


def units(db: Database, day: str) -> list[tuple[str, int, int]]:
    """Return (day, unit before, unit after) of units that were only renamed or moved, in the order of the days."""
    return [(became.on, became.old, became.new) for became in became_units(db, day) if became.how in GOES_ON]


def units_now(db: Database, day: str) -> dict[int, int]:
    """Return unit → the unit it is on the day, of those that were renamed or moved."""
    steps: Steps[int] = {}
    for on, old, new in units(db, day):
        steps.setdefault(old, []).append((on, new))
    return _ends(steps)


def _ends(steps: Mapping[Key, Sequence[tuple[str, Key]]]) -> dict[Key, Key]:
    made: dict[Key, str] = {}
    for became in steps.values():
        for on, new in became:
            made[new] = max(on, made.get(new, ""))
    # What has been given its name again since it last gave it up is itself today.
    left = [old for old, became in steps.items() if became[-1][0] >= made.get(old, "")]
    return {old: last for old in left if (last := _last(steps, old)) != old}


def _steps(found: Iterable[Became]) -> Steps[int]:
    steps: Steps[int] = {}
    for became in found:
        steps.setdefault(became.old, []).append((became.on, became.new))
    return steps


def _split_up(stated: Sequence[_Stated]) -> list[_Stated]:
    """Return the rows of what was split up whole: several new names on one day, none of them the old one, which is no more."""
    parts: dict[tuple[str, str, str], list[_Stated]] = defaultdict(list)
    for row in stated:
        if row.how == "split" and row.new:
            parts[row.on, row.old, row.old_agency].append(row)
    whole = [rows for rows in parts.values() if len({(row.new, row.new_agency) for row in rows}) > 1]
    return [row for rows in whole if all(one.new != one.old for one in rows) for row in rows]


def units_split(db: Database, day: str) -> list[Became]:
    """Return which units each unit that was split up by the day became, in the order of the days."""
    parts = _split_up(_stated(db, "unit", day))
    return _units(Units(db), parts, hows=("split",)) if parts else []


def posts_split(db: Database, day: str) -> list[Became]:
    """Return which posts each post that was split up became, or one of its name in a part of its unit."""
    parts, of_units = _split_up(_stated(db, "position", day)), _split_up(_stated(db, "unit", day))
    return _posts(db, parts, of_units, hows=("split",)) if parts or of_units else []


def _units(tree: Units, stated: Sequence[_Stated], hows: Sequence[str] = FOLLOWED) -> list[Became]:
    named: dict[str, list[int]] = defaultdict(list)
    for unit in tree.by_id.values():
        named[unit.name_key].append(unit.id)

    agencies_named = _Agencies(stated)

    def those(name: str, agency: str, other: Callable[[], set[str]]) -> list[int]:
        """Return the units of a name in the agency; where none is on file in it, in what was or is the agency under another name."""
        exactly = [number for number in named[name] if not agency or tree.agency_key(number) == agency]
        if exactly or not named[name]:
            return exactly
        names = other()
        return [number for number in named[name] if tree.agency_key(number) in names]

    def olds_of(row: _Stated) -> list[int]:
        return those(row.old, row.old_agency, lambda: agencies_named.before(row.old_agency, row.on))

    def news_of(row: _Stated) -> list[int]:
        return those(row.new, row.new_agency, lambda: agencies_named.after(row.new_agency, row.on))

    told = {number for row in stated for number in olds_of(row)}
    steps: Steps[int] = {}
    found = []
    stated = _bridged(stated, named.keys())
    # An agency first: the units below it lie in what it became.
    for row in sorted(stated, key=lambda row: (row.on, row.old != row.old_agency)):
        if row.how not in hows:
            continue
        news, olds = news_of(row), olds_of(row)
        for old in olds:
            fits = [number for number in news if number != old]
            parent, agency = tree.by_id[old].parent_id, tree.agency(old)
            homes = {parent, _last(steps, parent or 0) or None}
            agencies = {agency, _last(steps, agency or 0)}
            new = _one(
                [number for number in fits if tree.by_id[number].parent_id in homes],
                [number for number in fits if tree.agency(number) in agencies],
                fits if len(olds) == 1 else [],
            )
            if new is not None:
                for before, after in _with_those_below(tree, old, new, told):
                    steps.setdefault(before, []).append((row.on, after))
                    found.append(Became(row.on, row.how, before, after))
    return found


def _one(*ways: Sequence[int]) -> int | None:
    """Return the one that fits in the first way in which any does; None of several."""
    found = next((fits for fits in ways if fits), ())
    return found[0] if len(found) == 1 else None


def _with_those_below(tree: Units, old: int, new: int, told: set[int]) -> Iterator[tuple[int, int]]:
    yield old, new
    below = {tree.by_id[child].name_key: child for child in tree.children(new)}
    for child in tree.children(old):
        same = below.get(tree.by_id[child].name_key)
        if same is not None and same != child and child not in told:
            yield from _with_those_below(tree, child, same, told)


def posts(db: Database, day: str) -> list[Became]:
    """Return which post became which up to the day, by renaming, moving or merging, in the order of the days."""
    stated, of_units = _stated(db, "position", day), _stated(db, "unit", day)
    return _posts(db, stated, of_units) if stated or of_units else []


def _posts(
    db: Database, stated: Sequence[_Stated], of_units: Sequence[_Stated], hows: Sequence[str] = FOLLOWED
) -> list[Became]:
    tree = Units(db)
    moved = _units(tree, of_units, hows)
    steps = _steps(moved)
    named: dict[str, list[_Placed]] = defaultdict(list)
    within: dict[int | None, list[_Placed]] = defaultdict(list)
    for number, name, unit in db.rows("SELECT id, name_key, unit_id FROM position ORDER BY id"):
        post = _Placed(number, name, unit)
        named[name].append(post)
        within[unit].append(post)

    def those(name: str, agency: str) -> list[_Placed]:
        return [post for post in named[name] if not agency or tree.agency_key(post.unit_id) == agency]

    found: list[Became] = []
    told: set[int] = set()
    for row in _bridged(stated, named.keys()):
        olds, news = those(row.old, row.old_agency), those(row.new, row.new_agency)
        told.update(post.id for post in olds)
        for old in olds if row.how in hows else ():
            fits = [post for post in news if post.id != old.id]
            homes = {old.unit_id, _last(steps, old.unit_id or 0)}
            new = _one(
                [post.id for post in fits if post.unit_id in homes],
                [post.id for post in fits] if len(olds) == 1 else [],
            )
            if new is not None:
                found.append(Became(row.on, row.how, old.id, new))
    for on, how, before, after in moved:
        there = {post.name_key: post.id for post in within[after]}
        found += [
            Became(on, how, post.id, there[post.name_key])
            for post in within[before]
            if post.id not in told and post.name_key in there
        ]
    return sorted(found, key=lambda became: became.on)


def posts_now(db: Database, day: str) -> dict[int, int]:
    """Return post → the post it is on the day, of those that were renamed or moved."""
    return _ends(_steps(became for became in posts(db, day) if became.how in GOES_ON))


def posts_before(db: Database, day: str) -> dict[int, list[int]]:
    """Return post → the posts that it was before, one or, of a merger, several."""
    result: dict[int, list[int]] = {}
    for became in posts(db, day):
        former = result.setdefault(became.new, [])
        if became.old not in former:
            former.append(became.old)
    return result


def predicates_of(db: Database, year: int, period: str) -> dict[int, str]:
    """Return unit → its organisation predicate of a period; a unit renamed since then, or in that year, keeps it."""
    found = {
        int(unit): str(predicate)
        for unit, predicate in db.rows(
            "SELECT unit_id, predicate FROM unit_performance WHERE year = ? AND period = ?", (year, period)
        )
    }
    for effective_on, old, new in units(db, "9999-12-31"):
        if old in found and int(effective_on[:4]) >= year:
            found.setdefault(new, found[old])
    return found
