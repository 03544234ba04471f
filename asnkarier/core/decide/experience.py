"""Experience in posts: days in definitive posts that count, each day once, with what is not known as a range.

Days are laid end to end from the first day that counts; so many years are reached when they pass that day's anniversary. For one
unbroken span this is the calendar: who began on 1 April 2024 has two years on 1 April 2026, the day before not yet.
Once reached, years stay reached. The day asked about has not passed and is not counted.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from asnkarier.core.anniversary import days_of_years
from asnkarier.core.decide.records import Posting
from asnkarier.core.person import maker

Counts = bool | None
"""Whether a post counts; None where its kind (or family) is not known."""


class Experience(NamedTuple):
    """How many days count for sure (`days`, from `first` on), and how many at most (`most`, from `earliest` on).

    `going_on` tells whether the count grows with every day from here.
    """

    days: int
    first: int
    most: int
    earliest: int
    going_on: bool

    @property
    def exact(self) -> bool:
        """Tell whether nothing about it is unknown."""
        return self.days == self.most


_experience = maker(Experience)
NONE = Experience(0, 0, 0, 0, False)
Interval = tuple[int, int]


def experience(
    posts: Sequence[Posting],
    counting: Sequence[Counts],
    before: int,
    appointed: int | None,
    covered_until: int | None,
    taken_out: Sequence[Interval] = (),
    besides: Sequence[Interval] = (),
    perhaps_besides: Sequence[Interval] = (),
) -> Experience:
    """Sum the days of the posts that count before the day number `before`.

    `posts` are sorted by their beginning; `counting` tells for each class of posts whether it counts. `appointed` is the first day
    as a civil servant; None leaves it open. Days of which no post is known count nothing up to `covered_until` (the history is
    complete so far) and are possible after it; days before a post whose beginning is not known are possible as its own. `besides` are
    days that count whatever post is held on them, `perhaps_besides` days on which something that counts may have been held beside it.
    """
    last = before - 1
    if covered_until is not None and covered_until >= last and not besides and not perhaps_besides:
        for post in posts:
            if counting[post[2]] is not False:
                break
        else:
            return NONE  # every day is known, and none counts
    sure: list[Interval] = []
    possible: list[Interval] = []
    for spans, laid in ((besides, sure), (perhaps_besides, possible)):
        if spans:
            laid += [(since, min(until, last)) for since, until in spans if since <= last]
    start = appointed if appointed is not None else 1
    reached = start - 1
    going_on = False
    for index, (since, ended, of, stated, _record) in enumerate(posts):
        counts = counting[of]
        if since > last:
            if since <= before and not stated and counts is not False and reached < last:
                # Seen first on the roster of the very day: since when it is held is not known.
                possible.append((reached + 1, last))
                reached = last
            break
        if since > reached + 1:
            _gap(possible, reached + 1, since - 1, not stated and counts is not False, covered_until)
        if ended is not None:
            until = perhaps = ended if ended < last else last
        elif index + 1 == len(posts):
            until = perhaps = last
        else:
            until, perhaps = _ended(posts, index, last, counting)
        if counts:
            sure.append((since, until))
            going_on = going_on or (until == last and (ended is None or ended >= before))
        elif counts is None:
            possible.append((since, perhaps))
        if perhaps > until and counts:
            possible.append((until + 1, perhaps))
        if perhaps > reached:
            reached = perhaps
    if reached < last:
        _gap(possible, reached + 1, last, False, covered_until)
    if not sure and not possible:
        return NONE
    return _summed(sure, possible, taken_out, going_on)


def _gap(possible: list[Interval], since: int, until: int, may_be_next: bool, covered_until: int | None) -> None:
    """Keep the days without a known post on which one that counts may have been held."""
    if may_be_next or covered_until is None:
        possible.append((since, until))
    elif covered_until < until:
        possible.append((max(since, covered_until + 1), until))


def _ended(posts: Sequence[Posting], index: int, last: int, counting: Sequence[Counts]) -> Interval:
    """Return the last day a post without a recorded end was held for sure, and the last day it may have been held."""
    post = posts[index]
    for later in posts[index + 1 :]:
        if later.since > last:
            break
        if later.since > post.since:
            end = later.since - 1
            # A successor only seen on a roster may have come at any time; one of the same worth changes nothing.
            same = counting[later.of] == counting[post.of]
            return (end, end) if later.stated or same else (post.since, end)
    return last, last


def _summed(
    sure: list[Interval], possible: list[Interval], taken_out: Sequence[Interval], going_on: bool
) -> Experience:
    if len(sure) == 1 and not possible and not taken_out:
        since, until = sure[0]
        days = until - since + 1
        return _experience((days, since, days, since, going_on))
    if not possible and not taken_out:
        days = end = 0
        for since, until in sure:
            if since <= end:
                break
            days += until - since + 1
            end = until
        else:
            return _experience((days, sure[0][0], days, sure[0][0], going_on))  # one after the other, as mostly
    certain = _cut(_joined(sure), taken_out)
    days = sum([until - since + 1 for since, until in certain])
    if not possible:
        return _experience((days, certain[0][0], days, certain[0][0], going_on)) if certain else NONE
    whole = _cut(_joined(sure + possible), taken_out)
    if not whole:
        return NONE
    most = sum([until - since + 1 for since, until in whole])
    return _experience((days, certain[0][0] if certain else 0, most, whole[0][0], going_on))


def _joined(spans: list[Interval]) -> list[Interval]:
    result: list[Interval] = []
    for since, until in sorted(spans):
        if result and since <= result[-1][1] + 1:
            if until > result[-1][1]:
                result[-1] = (result[-1][0], until)
        else:
            result.append((since, until))
    return result


def _cut(spans: list[Interval], holes: Sequence[Interval]) -> list[Interval]:
    for hole_since, hole_until in holes:
        kept: list[Interval] = []
        for since, until in spans:
            if hole_until < since or hole_since > until:
                kept.append((since, until))
                continue
            if since < hole_since:
                kept.append((since, hole_since - 1))
            if hole_until < until:
                kept.append((hole_until + 1, until))
        spans = kept
    return spans


def reached(served: Experience, years: int) -> Literal["met", "not_met", "unknown"]:
    """Tell whether the experience makes up `years` years: for sure, surely not, or cannot be told."""
    if served.days and served.days >= days_of_years(served.first, years):
        return "met"
    if not served.most or served.most < days_of_years(served.earliest, years):
        return "not_met"
    return "unknown"


def days_missing(served: Experience, years: int) -> int | None:
    """Return how many more days are needed for sure, while a post that counts goes on; None when none goes on."""
    if not served.going_on or not served.days:
        return None
    return max(0, days_of_years(served.first, years) - served.days)
