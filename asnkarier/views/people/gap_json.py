"""Gaps of everyone as JSON rows: the text of a level is made once for all of whom the same is asked, not once for each person."""

from collections.abc import Iterable, Iterator, Sequence
from operator import getitem

from asnkarier.core.gap import Competency, Gap, Profile, Row
from asnkarier.views.json_text import level, quoted, quotient

_FLAGS = {None: "null", True: "true", False: "false"}


def rows_as_json(
    rows: Iterable[Row], competencies: Sequence[Competency], label: str | None, oldest: str
) -> Iterator[str]:
    """Yield one JSON object a person; `oldest` is the earliest day of assessment that is still valid."""
    names = {c.id: c.name for c in competencies}
    common = [quoted(c.name) for c in competencies if c.rank > 0]
    target = quoted(label)
    lines: dict[tuple[int, int | None], dict[int | None, str]] = {}
    memo: dict[int, list[dict[int | None, str]]] = {}
    heads: dict[str | None, str] = {}
    numbers: dict[tuple[int, int] | None, str] = {}
    kept: list[Profile] = []  # keeps profiles alive, so that their ids stay theirs
    middles: dict[tuple[tuple[int, int] | None, bool | None, str], str] = {}
    for person, position, gap, mapping, filling in rows:
        wanted, nine, assessed_on, expired, jpm, beside, levels, _ = gap
        texts = memo.get(id(wanted))
        if texts is None:
            # Posts ask few levels between them: what one of them wrote of a level serves all others.
            texts = memo[id(wanted)] = [lines.setdefault(asked, {}) for asked in enumerate(wanted.nine)]
            kept.append(wanted)
        try:
            body = ", ".join(map(getitem, texts, nine))
        except KeyError:
            for place, attained in enumerate(nine):
                if attained not in texts[place]:
                    texts[place][attained] = _line(common[place], wanted.nine[place], attained)
            body = ", ".join(map(getitem, texts, nine))
        held = heads.get(position)
        if held is None:
            held = heads[position] = f'"position": {quoted(position)}, "for": {target}, "jpm": '
        middle = middles.get((jpm, expired, wanted.source))
        if middle is None:
            middle = middles[jpm, expired, wanted.source] = (
                f'"mapping_category": {_word(mapping)}, "filling_category": {_word(filling)},'
                f' "expired": {_FLAGS[expired]}, "standard": {_word(wanted.source or None)}, "competencies": ['
            )
        number = numbers.get(jpm)
        if number is None:
            number = numbers[jpm] = quotient(jpm)
        technical = "null" if beside is None else quotient(beside)
        assessed = "null" if assessed_on is None else f'"{assessed_on}"'
        rest = _rest(wanted, gap, names, oldest) if levels or wanted.technical or wanted.other else ""
        yield (
            f'{{"nip": "{person[1]}", "name": {quoted(person[2])}, {held}{number}, "technical_jpm": {technical},'
            f' "assessed_on": {assessed}, {middle}{body}]{rest}}}'
        )


def _word(value: str | None) -> str:
    return "null" if value is None else f'"{value}"'


def _line(name: str, required: int | None, attained: int | None) -> str:
    gap = None if required is None or attained is None else attained - required
    return (
        f'{{"competency": {name}, "required": {level(required)}, "attained": {level(attained)}, "gap": {level(gap)}}}'
    )


def _rest(wanted: Profile, gap: Gap, names: dict[int, str], oldest: str) -> str:
    def line(c: int, required: int | None) -> str:
        day = gap.days.get(c)
        dated = "null" if day is None else f'"{day}"'
        own = f', "assessed_on": {dated}, "expired": {_FLAGS[None if day is None else day < oldest]}}}'
        return _line(quoted(names[c]), required, gap.levels.get(c))[:-1] + own

    technical = [line(c, r) for c, r in wanted.technical.items()]
    shown = {**dict.fromkeys(gap.levels), **wanted.other}
    other = [line(c, r) for c, r in shown.items() if c not in wanted.technical]
    return f', "technical": [{", ".join(technical)}], "other": [{", ".join(other)}]'
