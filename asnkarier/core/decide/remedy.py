"""What would make a person eligible: the smallest set of changes, found by making them and judging again by the same functions.

Each check that is not met names its change (`remedies.needs`). All of them are made to what is on record, on the day the last
of them is done by time, and the person is judged again there: what the box then still asks is added, what turns out not to
be needed is left out.
"""

from collections.abc import Collection, Sequence
from datetime import date

from asnkarier.core.decide.remedies.again import Case, alone, later_registers, missing_years, reaching, supposed
from asnkarier.core.decide.remedies.box import Suppose, box_change, box_in_time, kept, raised
from asnkarier.core.decide.remedies.change import DUTY, Change, Remedy
from asnkarier.core.decide.remedies.needs import assessment, back_on_duty, least_levels, needed
from asnkarier.core.decide.shortlist import BOX, Judge, Judged
from asnkarier.core.gap import valid_until

__all__ = ["Change", "Remedy", "needed", "remedy"]

_ROUNDS = 4
"""How often a later day may bring up something new (an age that is past by then) before it is told as it is."""
_BY_DAY = ("performance", "competency")
"""Checks that a later day leaves open because something newer counts by then; told as what must be on record."""


def remedy(judge: Judge, judged: Judged, *, assumed: Collection[str] = (), on_duty: bool = True) -> Remedy:
    """Return what the person needs; checks `assumed` to be met are left alone."""
    verdicts = dict(zip(judge.names(), judged.verdicts, strict=True))
    changes = [
        needed(check, verdicts[check.name], judge, judged.person)
        for check in judge.asked.deciding
        if verdicts[check.name].outcome != "met" and check.name not in assumed
    ]
    if not on_duty:
        changes.insert(0, back_on_duty(judge, judged.person))
    reached = _found(judge, judged, assumed, changes)
    return Remedy((), None) if reached is None else reached.remedy(judge.setting.as_of)


def _found(judge: Judge, judged: Judged, assumed: Collection[str], changes: Sequence[Change]) -> "_Reached | None":
    if not changes and (BOX in assumed or judged.verdicts[-1].outcome == "met"):
        return None
    start = Case(alone(judge, judged.person), judged.person)
    reached = _settled(start, changes, assumed)
    if len(reached.changes) > 1:
        reached = _fewest(start, reached, assumed)
    return reached


def day_by_time(judge: Judge, judged: Judged, until: date, *, assumed: Collection[str] = ()) -> date | None:
    """Return the day on which time alone makes the person eligible; None where it does not, or not by `until`.

    The same answer as `remedy` gives, without looking for what else could be changed: for lists of many people.
    """
    changes = []
    for check, verdict in zip(judge.asked.deciding, judged.verdicts, strict=False):
        if verdict.outcome == "met" or check.name in assumed:
            continue
        change = needed(check, verdict, judge, judged.person)
        if change.on is None or change.on > until or not change.alone:
            return None
        changes.append(change)
    found = _found(judge, judged, assumed, changes)
    return found.day if found is not None and found.day <= until and found.by_time() else None


class _Reached:
    """Where changes lead: the case on the day of the last of them, with what must be on record by then."""

    def __init__(self, start: Case, changes: Sequence[Change], assumed: Collection[str]) -> None:
        self.changes = list(changes)
        self.start = start
        self.assumed = frozenset(assumed)
        self.today = start.judge.setting.as_of
        self.day = max([self.today, *(c.on for c in changes if c.on is not None)])
        self.meanwhile: list[Change] = []
        self.given: Suppose = {}
        self._registers = later_registers(start.records, self.today, self.day)
        self.case = self._made()
        if self.day > self.today:
            self._newer()

    def _made(self, registers: Collection[str] | None = None) -> Case:
        """Return the case of the day; `registers` are those that reach to it, else every one that reaches to today."""
        records = reaching(self.start.records, self.today, self.day, registers)
        return supposed(
            Case(self.start.judge.knowing(records), self.start.person), [*self.changes, *self.meanwhile], self.day
        )

    def _newer(self) -> None:
        """Add what the day asks beyond today: evaluations of the years until then, and an assessment still valid."""
        judge, person = self.case.judge, self.case.person
        for check, verdict in self.case.failing(self.assumed):
            if verdict.outcome != "unknown":
                continue
            if check.kind == "performance" and isinstance(check.required, dict):
                years = missing_years(self.case, int(check.required["years"]))
                if years:
                    needs = {"evaluations": years, "at_least": check.required["at_least"]}
                    self.meanwhile.append(Change(check.name, needs, kind=check.kind))
            elif check.kind == "competency" and verdict.why == "expired":
                before = judge.records.assessments[person.id].assessed_on
                until = valid_until(before, judge.setting.assessment.valid_years)
                needs = {**assessment(judge, least_levels(judge)), "expires": until.isoformat()}
                self.meanwhile.append(Change(check.name, needs, kind=check.kind))
        if self.meanwhile:
            self.case = self._made()

    def settle_box(self) -> None:
        """Have the box reached: by more of what is asked anyway, by what may not fall off, else by a change of its own."""
        if BOX in self.assumed or self.case.in_box(self.given):
            return
        if not self._raise():
            kept_points = kept(self.start, self.case)
            if kept_points and self.case.in_box(kept_points):
                self.given = _least_of(self.case, kept_points)
            else:
                self.given = kept_points
                if not self._raise():
                    self.given = {}
                    self._change_box()
        if self.given:
            self.meanwhile.append(Change(BOX, {"components": _said(self.given)}))

    def _raise(self) -> bool:
        for among in (self.changes, self.meanwhile):
            for place, change in enumerate(among):
                more = raised(change, self.case, self.given)
                if more is not None:
                    among[place] = more
                    self.case = self._made()
                    return True
        return False

    def _change_box(self) -> None:
        change = box_change(self.case)
        if all(c.on is not None and c.alone and c.possible for c in self.changes):
            later = box_in_time(self.case, lambda day: _settled_on(self.start, self.changes, self.assumed, day))
            if later is not None:
                change = later._replace(needs={**later.needs, **_other_ways(change, later)})
        self.changes.append(change)

    def untrue(self) -> list[int]:
        """Return the places of changes whose day does not do it after all (the post ends before, for instance)."""
        failing = {check.name for check, _ in self.case.failing(self.assumed)}
        return [place for place, c in enumerate(self.changes) if c.on is not None and c.alone and c.check in failing]

    def new(self) -> list[Change]:
        """Return what is met today, but on the day no longer."""
        known = self.assumed | {change.check for change in (*self.changes, *self.meanwhile)}
        return [needed(c, v, self.case.judge, self.case.person) for c, v in self.case.failing(known)]

    def complete(self) -> bool:
        """Tell whether everything is met on the day, but for what no datum of the person expresses."""
        told = {c.check for c in self.changes if not (c.on is not None and c.alone)}
        if self.case.failing(self.assumed | told):
            return False
        return BOX in self.assumed or self.case.in_box(self.given) or any(c.check == BOX for c in self.changes)

    def by_time(self) -> bool:
        """Tell whether time alone does all of it."""
        waits = all(c.on is not None and c.alone and c.possible for c in self.changes)
        return waits and self.day > self.today and self.complete()

    def registers(self) -> list[str]:
        """Return the registers without which, at the day, it could not be told whether all is met."""
        asked = list(self._registers)
        for register in self._registers:
            left = [kind for kind in asked if kind != register]
            case = self._made(left)
            told = {c.check for c in self.changes if not (c.on is not None and c.alone)}
            if not case.failing(self.assumed | told) and (BOX in self.assumed or case.in_box(self.given)):
                asked = left
        return asked

    def remedy(self, today: date) -> Remedy:
        """Return it as what is told."""
        changes = tuple(self.changes)
        if self.day <= today:
            return Remedy(changes, None)
        by_time = self.by_time()
        possible = all(c.possible for c in changes)
        reaching_to = self.registers() if possible else []
        meanwhile = list(self.meanwhile) if possible else []
        if reaching_to:
            meanwhile.append(Change("registers", {"registers": reaching_to, "until": self.day.isoformat()}))
        return Remedy(
            changes,
            self.day if by_time else None,
            tuple(meanwhile),
            self.day if possible and not by_time else None,
        )


def _settled(start: Case, changes: Sequence[Change], assumed: Collection[str]) -> _Reached:
    """Make the changes, and add what their day and the box still ask."""
    found = list(changes)
    for _ in range(_ROUNDS):
        reached = _Reached(start, found, assumed)
        untrue = reached.untrue()
        if untrue:
            found = [c._replace(on=None) if place in untrue else c for place, c in enumerate(found)]
            continue
        new = reached.new()
        if not new:
            break
        found = [*found, *new]
    reached.settle_box()
    last = max([reached.today, *(c.on for c in reached.changes if c.on is not None)])
    if last > reached.day:
        # The box itself waits for a day: what must be on record is asked of that day.
        box = reached.changes[-1]
        later = _settled_on(start, reached.changes[:-1], assumed, last)
        if later is not None:
            later.changes.append(box)
            return later
    return reached


def _settled_on(start: Case, changes: Sequence[Change], assumed: Collection[str], day: date) -> _Reached | None:
    """Return where the changes lead if one waits until a day; None where that alone does not do it."""
    waiting = Change(BOX, {}, day)
    reached = _Reached(start, [*changes, waiting], assumed)
    reached.changes.pop()
    if reached.new() or reached.untrue():
        return None
    if BOX not in assumed and not reached.case.in_box(reached.given) and not reached._raise():
        points = kept(start, reached.case)
        if not points or not reached.case.in_box(points):
            return None
        reached.given = _least_of(reached.case, points)
        reached.meanwhile.append(Change(BOX, {"components": _said(reached.given)}))
    return reached


def _fewest(start: Case, reached: _Reached, assumed: Collection[str]) -> _Reached:
    """Leave out, one by one, what is not needed once the others are made (or the day they wait for has come).

    Coming back to duty is no check that could turn out to be met without it.
    """
    beside = (BOX, DUTY)
    by_hand = [
        c for c in reached.changes if not (c.on is not None and c.alone) and c.check not in beside and c.possible
    ]
    for change in by_hand:
        others = [c for c in reached.changes if c is not change and c.check != BOX]
        without = _Reached(start, others, assumed)
        # What would only be told as to be there by that day is still asked for.
        asked = {c.check for c in without.meanwhile} - {c.check for c in reached.meanwhile}
        if change.check in asked or without.new() or without.untrue():
            continue
        count = len(without.changes)
        without.settle_box()
        if without.complete() and len(without.changes) - count <= len(reached.changes) - len(others) - 1:
            reached = without
    return reached


def _other_ways(change: Change, later: Change) -> dict[str, object]:
    """Return the ways into the box beside waiting; a sanction is out of the way by time alone."""
    ways = change.needs.get("components")
    left = [way for way in ways if way["component"] not in later.needs] if isinstance(ways, list) else []
    return {"components": left} if left else {}


def _least_of(case: Case, points: Suppose) -> Suppose:
    """Leave out the components that may fall off without the box being lost."""
    asked = dict(points)
    for name in points:
        left = {key: value for key, value in asked.items() if key != name}
        if case.in_box(left):
            asked = left
    return asked


def _said(points: Suppose) -> list[dict[str, object]]:
    from asnkarier.core.numbers import SCALE

    return [{"component": name, "points": low / base / SCALE} for name, (low, _, base) in points.items()]
