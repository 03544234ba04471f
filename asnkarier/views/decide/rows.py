"""Judged people as JSON rows in bulk: what many share (a verdict, a component's points) is written once.

Says exactly what `Written.person` says; a test compares the two.
"""

from collections.abc import Callable, Sequence

from asnkarier.core.decide.check import Check, Datum, Verdict
from asnkarier.core.decide.checks.functional import Earned
from asnkarier.core.decide.checks.service import value_of
from asnkarier.core.decide.evidence import evidence
from asnkarier.core.decide.experience import Experience
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.shortlist import Judged, Ranked
from asnkarier.core.decide.talent import Counted, Talent, target_share
from asnkarier.core.numbers import SCALE
from asnkarier.views.decide import checks
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.document import dumps_line
from asnkarier.views.json_text import quoted

_OWN = frozenset({dict, list, Earned})
"""Types of values that do not serve as a key."""
_MARK = "@@"
"""What no text of a check is: the place of a value."""
SourceText = Callable[[int, Sequence[Datum]], str]


class Lines:
    """Writes people as JSON rows."""

    def __init__(self, written: Written, source: SourceText) -> None:
        """Use `source` to look up where values stand, as JSON text."""
        self.written = written
        self.judge = written.judge
        self.source = source
        self._checks: dict[str, dict[object, str]] = {}
        self._box_checks: dict[int, str] = {}
        self._frames: dict[tuple[str, str, str], tuple[str, str]] = {}
        self._components: dict[Counted, str] = {}
        self._talents: dict[int, tuple[Talent, list[tuple[str, str, int]]]] = {}
        self._numbers: dict[tuple[int, int], str] = {}
        self._boxes: dict[object, str] = {}
        self._required = self.judge.setting.policy.components

    def ranked(self, place: Ranked) -> str:
        """Return one candidate."""
        tied = "true" if place.tied else "false"
        placed = f'"rank": {place.rank}, "tied": {tied}, "best_rank": {place.best}, "worst_rank": {place.worst}'
        return f"{{{placed}, {self._person(place.judged)}}}"

    def person(self, judged: Judged) -> str:
        """Return one person without a rank."""
        return f"{{{self._person(judged)}}}"

    def _number(self, value: int, base: int) -> str:
        text = self._numbers.get((value, base))
        if text is None:
            whole, rest = divmod(value, base * SCALE)
            text = self._numbers[value, base] = str(whole) if not rest else repr(value / (base * SCALE))
        return text

    def _range(self, name: str, points: Points) -> str:
        low, high, base = points
        if low == high:
            text = self._number(low, base)
            return f'"{name}": {text}, "{name}_low": {text}, "{name}_high": {text}'
        return f'"{name}": null, "{name}_low": {self._number(low, base)}, "{name}_high": {self._number(high, base)}'

    def _person(self, judged: Judged) -> str:
        person, talent, frame = judged.person, judged.talent, self.written.frame
        boxes = self._boxes.get(talent.boxes)
        if boxes is None:
            one = "null" if talent.box is None else str(talent.box)
            boxes = self._boxes[talent.boxes] = f'"box": {one}, "boxes": {sorted(set(talent.boxes))}'
        low, high, base = talent.value
        value = self._number(low, base) if low == high else "null"
        move = frame.move_of(person)
        return (
            f'"nip": "{person.nip}", "name": {quoted(person.name)}, "position": {quoted(frame.position_of(person))},'
            f' "move": {quoted(move)}, "outcome": "{judged.outcome}", {boxes}, {self._range("score", judged.score)},'
            f' "talent": {value}, {self._range("performance", talent.performance)},'
            f' {self._range("potential", talent.potential)}, "ceiling": {"true" if talent.capped else "false"},'
            f' "components": [{self._all_components(judged)}], "checks": [{self._all_checks(judged)}],'
            f' "advisory": [{self._advisory(judged)}]'
        )

    def _all_components(self, judged: Judged) -> str:
        person, records, setting = judged.person, self.judge.records, self.judge.setting
        parts = []
        for head, measure, years in self._measured(judged):
            data = evidence(measure, person, records, setting, years)
            parts.append(f'{head}, "source": {self.source(person.id, data)}}}')
        share = target_share(records.technical.get(person.id, {}), self.judge.target, setting)
        if share is not None:
            data = evidence("technical", person, records, setting, 1)
            head = dumps_line(self.written.component("technical", share[0], share[1].technical, "target"))[:-1]
            parts.append(f'{head}, "source": {self.source(person.id, data)}}}')
        return ", ".join(parts)

    def _measured(self, judged: Judged) -> list[tuple[str, str, int]]:
        """Return each component without its end, its measure and its years: once for all whose talent is the very same."""
        known = self._talents.get(id(judged.talent))
        if known is None:
            heads = []
            for one in self.judge.scorer.components(judged.person, self.judge.records):
                head = self._components.get(one)
                if head is None:
                    head = self._components[one] = dumps_line(self.written.component(*one))[:-1]
                component = self._required[one.name]
                heads.append((head, component.measure, component.years))
            # The talent is kept, so that its id stays its own.
            known = self._talents[id(judged.talent)] = judged.talent, heads
        return known[1]

    def _check(self, check: Check, verdict: Verdict, judged: Judged) -> str:
        served = verdict[1].__class__ is Experience
        head = self._served(check, verdict) if served else self._head(check, verdict)
        data = check.question.trace(judged.person, self.judge.records, verdict)
        return f'{head}, "source": {self.source(judged.person.id, data)}}}'

    def _head(self, check: Check, verdict: Verdict) -> str:
        known = self._checks.get(check.name)
        if known is None:
            known = self._checks[check.name] = {}
        key: object = verdict
        if verdict[1].__class__ in _OWN:
            # The verdicts of performance are shared by everyone of one pattern; the others are one person's own.
            key = id(verdict) if check.kind == "performance" else None
        try:
            head = known.get(key) if key is not None else None
        except TypeError:  # a value that holds a mapping is one person's own, such as credit
            key = head = None
        if head is None:
            head = dumps_line(self.written.check_without_source(check, verdict))[:-1]
            if key is not None:
                known[key] = head
        return head

    def _served(self, check: Check, verdict: Verdict) -> str:
        """Return a check of service: the days are one person's own, what stands around them is not."""
        outcome, served, why = verdict
        frame = self._frames.get((check.name, outcome, why))
        if frame is None:
            whole = dumps_line(self.written.check_without_source(check, Verdict(outcome, _MARK, why)))[:-1]
            before, after = whole.split(f'"{_MARK}"')
            frame = self._frames[check.name, outcome, why] = before, after
        value = value_of(served)  # type: ignore[arg-type]  # the caller asks for the class
        parts = [f'"{key}": {"null" if number is None else number}' for key, number in value.items()]
        return f"{frame[0]}{{{', '.join(parts)}}}{frame[1]}"

    def _all_checks(self, judged: Judged) -> str:
        asked = zip(self.judge.asked.deciding, judged.verdicts, strict=False)
        parts = [self._check(c, v, judged) for c, v in asked if v.why != checks.NOT_ASKED]
        if not self.judge.asks_box:
            return ", ".join(parts)
        box = judged.verdicts[-1]
        text = self._box_checks.get(id(box))
        if text is None:
            text = self._box_checks[id(box)] = dumps_line(self.written.box(box))
        parts.append(text)
        return ", ".join(parts)

    def _advisory(self, judged: Judged) -> str:
        found = ((c, c.question.judge(judged.person, self.judge.records)) for c in self.judge.asked.advisory)
        return ", ".join([self._check(c, v, judged) for c, v in found if v.why != checks.NOT_ASKED])
