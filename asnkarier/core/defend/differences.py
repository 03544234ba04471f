"""What differs between a sealed decision and the same decision today: data, and what they change in the list."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

Value = str | int | None
Row = Sequence[Value]


class Changed(NamedTuple):
    """One row that differs: its table and key, the person (0: none), and field → (sealed, now). `what`: how it differs."""

    table: str
    what: Literal["added", "removed", "changed"]
    record: int
    key: str
    person: int
    fields: Mapping[str, tuple[Value, Value]]
    row: Mapping[str, Value]
    """The row as it was sealed; of one that was added, as it is now."""


class Layout(NamedTuple):
    """The columns of a table, those that find a row again, and the one that names the person ('' for none)."""

    columns: Sequence[str]
    key: Sequence[str]
    person: str


def changed_rows(
    before: Mapping[str, Sequence[Row]], now: Mapping[str, Sequence[Row]], layout: Callable[[str], Layout]
) -> list[Changed]:
    """Return every row that differs, table by table, in the order of keys."""
    result: list[Changed] = []
    for table in dict.fromkeys((*before, *now)):
        columns, key, person = layout(table)
        places = [columns.index(name) for name in key]
        old = {tuple(row[i] for i in places): row for row in before.get(table, ())}
        new = {tuple(row[i] for i in places): row for row in now.get(table, ())}
        for found in (*old, *(k for k in new if k not in old)):
            was, is_ = old.get(found), new.get(found)
            if was is not None and is_ is not None and list(was) == list(is_):
                continue
            shown = was or is_ or ()
            whose = shown[columns.index(person)] if person else 0
            fields = {
                name: (was[i] if was else None, is_[i] if is_ else None)
                for i, name in enumerate(columns)
                if (was[i] if was else None) != (is_[i] if is_ else None) and name not in ("id", person)
            }
            what: Literal["added", "removed", "changed"] = (
                "added" if was is None else "removed" if is_ is None else "changed"
            )
            record = found[0] if isinstance(found[0], int) else int(whose or 0)
            named = dict(zip(columns, shown, strict=True))
            result.append(Changed(table, what, record, str(found[-1]), int(whose or 0), fields, named))
    return result


Person = Mapping[str, Any]
Effect = Literal["enters", "leaves", "rank", "outcome", "score", "joins", "gone"]


class Standing(NamedTuple):
    """Where one person stands in a list."""

    nip: str
    name: str
    outcome: str
    rank: int | None
    score: tuple[object, object]
    boxes: tuple[int, ...]
    failing: tuple[str, ...]
    """The checks that are not met or not known."""


class Moved(NamedTuple):
    """One person whose standing differs. `effect`: enters or leaves the candidates, rank, outcome, score, or in the pool."""

    effect: Effect
    who: object
    """What the two lists know the person by."""
    before: Standing | None
    now: Standing | None


def standing(person: Person) -> Standing:
    """Return where a person of a list's document stands."""
    return Standing(
        person["nip"],
        person["name"],
        person["outcome"],
        person.get("rank"),
        (person["score_low"], person["score_high"]),
        tuple(person["boxes"]),
        tuple(check["check"] for check in person["checks"] if check["outcome"] != "met"),
    )


def moved(before: Mapping[object, Standing], now: Mapping[object, Standing]) -> list[Moved]:
    """Return everyone whose standing differs: candidates in their sealed order first."""
    result = []
    for who in (*before, *(w for w in now if w not in before)):
        was, is_ = before.get(who), now.get(who)
        effect = _effect(was, is_)
        if effect is not None:
            result.append(Moved(effect, who, was, is_))
    return result


def _effect(was: Standing | None, now: Standing | None) -> Effect | None:
    if was is None:
        return None if now is None else "joins" if now.rank is None else "enters"
    if now is None:
        return "gone" if was.rank is None else "leaves"
    if (was.rank is None) != (now.rank is None):
        return "leaves" if now.rank is None else "enters"
    if was.rank != now.rank:
        return "rank"
    if was.outcome != now.outcome or was.failing != now.failing:
        return "outcome"
    if was.score != now.score or was.boxes != now.boxes:
        return "score"
    return None
