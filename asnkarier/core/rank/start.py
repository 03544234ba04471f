"""Where the credit of a level begins: the last PAK with a sum, and the conversions that follow it.

A month counts once. What a PAK says of months that are counted already is left out, and said.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from asnkarier.core.numbers import SCALE
from asnkarier.core.rank.calendar import first_days, first_of_next_month
from asnkarier.core.rank.career import HeldLevel, Pak
from asnkarier.core.rank.earning import most_for
from asnkarier.core.rules.credit import CreditLevel, CreditRule

ONE_DAY = timedelta(days=1)

Amount = int | Fraction
"""Credit in 1/10 000: whole, but for part of a conversion."""

Why = Literal[
    "covered",
    "partly_covered",
    "replaced",
    "gap",
    "level_began",
    "begin_assumed",
    "start_covered",
    "level_read",
    "level_not_said",
]


class LeftOut(NamedTuple):
    """A PAK that adds less than it says, or that had to be read one of two ways: what it adds (1/10 000), and why."""

    pak: Pak
    counted: Amount
    why: Why


class Begun(NamedTuple):
    """The level held since it was first reached, and where its credit begins: the last PAK that counts, None where there is none.

    `low` and `high` are its credit (1/10 000) at least and at most. Without a PAK the level begins at 0 where it was reached
    from the one below; otherwise `high` is not known. `warnings` are codes.
    """

    level: CreditLevel
    present: HeldLevel
    start: Pak | None
    low: Amount
    high: Amount | None
    warnings: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def begin(rule: CreditRule, held: Sequence[HeldLevel], paks: Iterable[Pak], as_of: date) -> Begun | None:
    """Tell the level held on a day and where its credit begins; None for a post that earns none."""
    present = _present(rule, held, as_of)
    level = rule.level(present.kind) if present else None
    if present is None or level is None:
        return None
    opening = _opening(rule, held, present)
    return _Start(rule, level, present, opening, held).after([pak for pak in paks if pak.decided_on <= as_of])


def basic_credit(rule: CreditRule, level: CreditLevel, golongan: str) -> Fraction | None:
    """Return the credit that a rank brings along into a level (AK dasar), None where the rule names none."""
    table = rule.basic_keahlian if level.kind.startswith("jf_ahli") else rule.basic_keterampilan
    return Fraction(table[golongan], SCALE) if golongan in table and golongan in level.golongan else None


def _present(rule: CreditRule, held: Sequence[HeldLevel], as_of: date) -> HeldLevel | None:
    """Return the level held on the day, begun where it was first reached: what was held in between does not end it.

    Credit belongs to a level: who comes back to it, from posts without credit or from another level of the same post (lowered
    one position for a year), goes on from its last PAK. Another functional post ends it, for its credit only a PAK brings along.
    """
    spans = _until(held, as_of)
    if not spans:
        return None
    present, apart = spans[-1], False
    for earlier in reversed(spans[:-1]):
        if rule.level(earlier.kind) is None:
            apart = True
            continue
        if earlier.kind != present.kind and earlier.post == present.post:
            apart = True
            continue
        if earlier.kind != present.kind or (apart and earlier.post != present.post):
            break
        present, apart = earlier._replace(until=present.until), False
    return present


def held_since(held: Sequence[HeldLevel], as_of: date) -> date:
    """Return since when the level of a day is held without another post between."""
    spans = _until(held, as_of)
    since = as_of
    for span in reversed(spans):
        if span.kind != spans[-1].kind:
            break
        since = span.since
    return since


def _until(held: Sequence[HeldLevel], as_of: date) -> list[HeldLevel]:
    """Return what was held up to a day, the oldest first; nothing where nothing is held on it."""
    spans = sorted((h for h in held if h.since <= as_of), key=lambda h: h.since)
    return [] if not spans or (spans[-1].until is not None and spans[-1].until < as_of) else spans


def _held_on(held: Sequence[HeldLevel], day: date) -> HeldLevel | None:
    return next((h for h in held if h.since <= day <= (h.until or day)), None)


def _opening(rule: CreditRule, held: Sequence[HeldLevel], present: HeldLevel) -> int | None:
    """Return the credit with which the level began: 0 from the level below of the same post, otherwise only a PAK tells."""
    earlier = [h for h in held if h.since < present.since]
    if not earlier or not present.stated:
        return None
    last = max(earlier, key=lambda h: h.since)
    below = rule.level(last.kind)
    joined = last.until is not None and (present.since - last.until).days <= 1
    return 0 if below and below.next_kind == present.kind and joined and last.post == present.post else None


class _Piece(NamedTuple):
    """Months converted after the last sum, and what they earned at least and at most."""

    pak: Pak
    since: date
    low: Amount
    high: Amount


class _Start:
    """Goes through the decrees of a level in the order in which they were decided."""

    def __init__(
        self,
        rule: CreditRule,
        level: CreditLevel,
        present: HeldLevel,
        opening: int | None,
        held: Sequence[HeldLevel],
    ) -> None:
        self.rule, self.level, self.present, self.held = rule, level, present, held
        self.low: Amount | None = opening
        self.high: Amount | None = opening
        self.last: Pak | None = None
        self.covered = present.since - ONE_DAY
        """The last day that the opening or the last sum covers."""
        self.summed = False
        self.pieces: list[_Piece] = []
        self.degree = False
        self.warnings: list[str] = []
        self.left_out: list[LeftOut] = []
        self.unsaid: list[Pak] = []
        """PAKs without a level that may have opened this one, decided before it while another was held, or nobody knows what."""

    def after(self, paks: Iterable[Pak]) -> Begun:
        """Return where counting begins after some decrees."""
        for pak in sorted(paks, key=self._order):
            if not self._of_the_level(pak) or (pak.kind == "pendidikan" and self._degree(pak)):
                continue
            if pak.cumulative is not None or pak.kind in self.rule.opens_level:
                self._sum(pak)
                if self._opens_unsaid(pak) and pak.decided_on < self.present.since:
                    self.left_out.append(LeftOut(pak, self.low or 0, "level_read"))
            elif pak.kind == "konversi" and self.low is not None:
                self._convert(pak)
        low, high = self._total()
        last = self.pieces[-1].pak if self.pieces else self.last
        if self.last is None:
            # No sum of this level tells what it began with: what may do so is named, also where the law lets it begin at 0.
            self.left_out += [LeftOut(pak, 0, "level_not_said") for pak in self.unsaid]
        warnings = tuple(dict.fromkeys(self.warnings))
        return Begun(self.level, self.present, last, low or 0, high, warnings, tuple(self.left_out))

    def _order(self, pak: Pak) -> tuple[date, date, bool]:
        return pak.decided_on, pak.counts_to, pak.cumulative is None and pak.kind not in self.rule.opens_level

    def _of_the_level(self, pak: Pak) -> bool:
        if pak.level is not None:
            return pak.level == self.present.kind
        # Without its level named, a PAK that opens one belongs to the level held when it was decided, others to that of the work.
        if not self._opens_unsaid(pak):
            return pak.counts_to >= self.present.since and not self._elsewhere(pak.counts_to)
        if pak.decided_on >= self.present.since and not self._elsewhere(pak.decided_on):
            return True
        # It precedes the appointment: who held a post without credit then has none but that of the first level after it.
        then = _held_on(self.held, pak.decided_on)
        between = (h for h in self.held if pak.decided_on < h.since < self.present.since)
        if (
            not self.present.stated
            or then is None
            or any(self.rule.level(h.kind) is not None for h in (then, *between))
        ):
            self.unsaid.append(pak)
            return False
        return True

    def _elsewhere(self, day: date) -> bool:
        """Tell whether another level was held on a day between the first and the last of this one."""
        then = _held_on(self.held, day)
        return then is not None and then.kind != self.present.kind and self.rule.level(then.kind) is not None

    def _opens_unsaid(self, pak: Pak) -> bool:
        return pak.level is None and pak.kind in self.rule.opens_level

    def _total(self) -> tuple[Amount | None, Amount | None]:
        if self.low is None or self.high is None:
            return self.low, self.high
        return self.low + sum(p.low for p in self.pieces), self.high + sum(p.high for p in self.pieces)

    def _degree(self, pak: Pak) -> bool:
        """Add a degree; False where the decree has to be read as a sum of all there is."""
        most = self.level.next_rank * self.rule.degree_share // (100 * SCALE)
        if self.degree:
            self.warnings.append("degree_twice")
        elif pak.amount > most:
            self.warnings.append("degree_too_much")
        total = self._total()[0]
        alone = total is not None and pak.cumulative == total + pak.amount and pak.period_to is None
        if self.low is not None and self.high is not None and (pak.cumulative is None or alone):
            # A degree adds to what is there and converts no work: what was not counted before is counted still.
            added = 0 if self.degree else min(pak.amount, most)
            self.low, self.high, self.degree = self.low + added, self.high + added, True
            return True
        self.degree = self.degree or pak.cumulative is not None
        return pak.cumulative is None

    def _sum(self, pak: Pak) -> None:
        if pak.kind == "ak_dasar" and pak.amount not in _basics(self.rule, self.level):
            self.warnings.append("basic_not_in_table")
        if pak.cumulative is None and self.summed and pak.counts_to < self.covered:
            # What a sum of a later day says holds what the level began with.
            self.left_out.append(LeftOut(pak, 0, "start_covered"))
            return
        sum_ = pak.amount if pak.cumulative is None else pak.cumulative
        low, high = self._total()
        newest = self.pieces[-1].pak if self.pieces else self.last
        tied = newest is not None and (newest.decided_on, newest.counts_to) == (pak.decided_on, pak.counts_to)
        if tied and low is not None and high is not None and not low == high == sum_:
            # Which of two decrees of one day came last nobody can tell.
            self.low, self.high = min(low, sum_), max(high, sum_)
            self.warnings.append("paks_of_one_day")
        else:
            self.low = self.high = sum_
        # What a level begins with was decided before it: its own months count from its first day.
        begins = self.present.since - ONE_DAY
        self.covered = max(pak.counts_to, begins) if self.present.stated else pak.counts_to
        self.last, self.pieces, self.left_out = pak, [], []
        self.summed = pak.cumulative is not None

    def _convert(self, pak: Pak) -> None:
        """Add what a conversion says of months that are not counted yet; a longer or later one replaces what it covers."""
        after, until = first_of_next_month(self.covered), pak.counts_to
        begins, assumed = self._begins(pak)
        since = max(begins, after)
        known = [piece for piece in self.pieces if piece.pak.counts_to >= since and piece.since <= until]
        inside = all(since <= piece.since and piece.pak.counts_to <= until for piece in known)
        if not inside:
            since = max(since, first_of_next_month(self.pieces[-1].pak.counts_to))
            known = []
        months, all_months = _months(since, until), _months(begins, until)
        kept = [piece for piece in self.pieces if piece not in known]
        free = first_of_next_month(kept[-1].pak.counts_to) if kept else after
        if since > free:
            # One that leaves months out after the last tells less than the evaluations themselves.
            self.left_out.append(LeftOut(pak, 0, "gap"))
            return
        if months < all_months and self.last is None and not self.pieces:
            # The level itself began within the months: the amount may hold work in the level before.
            self.left_out.append(LeftOut(pak, 0, "level_began"))
            return
        if months < all_months and months == 0:
            self.left_out.append(LeftOut(pak, 0, "covered"))
            return
        share: Amount = pak.amount if months == all_months else _whole(Fraction(pak.amount * months, all_months))
        if months < all_months:
            self.left_out.append(LeftOut(pak, share, "partly_covered"))
        elif assumed:
            self.left_out.append(LeftOut(pak, share, "begin_assumed"))
        low = high = share
        for piece in known:
            if piece.pak.decided_on == pak.decided_on and (piece.since, piece.pak.counts_to) == (since, until):
                low, high = min(low, piece.low), max(high, piece.high)
                if low != high:
                    self.warnings.append("paks_of_one_day")
            self.left_out.append(LeftOut(piece.pak, 0, "replaced"))
        self.pieces = sorted([*kept, _Piece(pak, since, low, high)], key=lambda piece: piece.since)

    def _begins(self, pak: Pak) -> tuple[date, bool]:
        """Return the first month that a conversion is about, and whether that had to be read from what went before.

        One that does not say from when is of the year it ends in; but where months of that year are counted already, and its
        credit can be earned in the others, it is of those.
        """
        if pak.period_from is not None:
            since = _first_month(pak.period_from)
            return since if since <= pak.counts_to else pak.period_from.replace(day=1), False
        year = pak.counts_from
        counted = self.pieces[-1].pak.counts_to if self.pieces else self.covered
        since = first_of_next_month(counted)
        if not year < since <= pak.counts_to:
            return year, False
        could = Fraction(pak.amount, SCALE) <= most_for(self.rule, self.level, _months(since, pak.counts_to))
        return (since, self.last is not None or bool(self.pieces)) if could else (year, False)


def _first_month(day: date) -> date:
    return day if day.day == 1 else first_of_next_month(day)


def _months(since: date, until: date) -> int:
    return sum(1 for _ in first_days(since, until))


def _whole(amount: Fraction) -> Amount:
    return amount.numerator if amount.denominator == 1 else amount


def _basics(rule: CreditRule, level: CreditLevel) -> set[int]:
    found = [basic_credit(rule, level, golongan) for golongan in level.golongan]
    return {0, *(int(basic * SCALE) for basic in found if basic is not None)}
