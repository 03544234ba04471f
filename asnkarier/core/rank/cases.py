"""What the records of a person say about rank, credit and pay: levels held, predicates by year, sanctions being served."""

from collections.abc import Iterable, Sequence
from datetime import date

from asnkarier.core.anniversary import ordinal
from asnkarier.core.decide.checks.conduct import in_force, served, since
from asnkarier.core.decide.evaluated import year_of
from asnkarier.core.decide.records import Evaluation, PostClass, Posting, Sanction
from asnkarier.core.rank.calendar import months_after
from asnkarier.core.rank.career import HeldLevel, Pak, stem
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.discipline import DisciplineRule
from asnkarier.core.rules.positions import below
from asnkarier.core.rules.sanctions import WORST
from asnkarier.core.spans import OPEN

_OPEN = ordinal(OPEN)


def held_levels(
    postings: Sequence[Posting], classes: Sequence[PostClass], paks: Iterable[Pak], contracted: int | None = None
) -> list[HeldLevel]:
    """Return the levels held one after the other; a post ends at the latest where the next begins.

    Where only the roster's day is known, the level was held at least since the newest PAK of that level. What was held on contract,
    up to the day `contracted`, is no level: the first one begins after it.
    """
    levels: list[HeldLevel] = []
    for place, posting in enumerate(postings):
        later = [p.since for p in postings[place + 1 :] if p.since > posting.since]
        ends = [end for end in (posting.until, min(later, default=0) - 1 if later else None) if end is not None]
        if any(p.since == posting.since for p in postings[place + 1 :]):
            continue
        kind = classes[posting.of].kind
        since = date.fromordinal(posting.since)
        if kind is None:
            continue
        if not posting.stated:
            known = [pak.counts_to for pak in paks if pak.level == kind and pak.counts_to < since]
            before = levels[-1].until if levels else None
            if known and (before is None or max(known) > before):
                since = max(known)
        if contracted is not None and since.toordinal() <= contracted:
            if ends and min(ends) <= contracted:
                continue
            since = date.fromordinal(contracted + 1)
        name = stem(classes[posting.of].name_key)
        levels.append(HeldLevel(kind, since, date.fromordinal(min(ends)) if ends else None, posting.stated, name))
    return levels


def kind_since(postings: Sequence[Posting], classes: Sequence[PostClass], kind: str, on: date) -> date | None:
    """Return the first day of the unbroken run of posts of one kind that reaches to a day; None where it is not known."""
    before = on.toordinal()
    since: int | None = None
    stated = False
    for posting in reversed(postings):
        if posting.since > before:
            continue
        reaches = posting.until is None or since is None or posting.until >= since - 1
        if classes[posting.of].kind != kind or not reaches:
            if since is not None and posting.since < since:
                break
            continue
        since, stated = posting.since, posting.stated
    return date.fromordinal(since) if since is not None and stated else None


def kind_before(
    postings: Sequence[Posting], classes: Sequence[PostClass], kind: str, since: date
) -> tuple[tuple[date, date], ...]:
    """Return the first and last days of posts of one kind before the run that began on a day, each day once."""
    run = since.toordinal()
    found: list[tuple[int, int]] = []
    for posting in postings:
        if classes[posting.of].kind != kind or posting.until is None or posting.since >= run:
            continue
        first, last = posting.since, min(posting.until, run - 1)
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return tuple((date.fromordinal(first), date.fromordinal(last)) for first, last in found)


def risen(postings: Sequence[Posting], classes: Sequence[PostClass], kind: str, on: date) -> bool | None:
    """Tell whether the run of posts of one kind follows on posts of the level directly below; None where that is not known."""
    since, under = kind_since(postings, classes, kind, on), below(kind)  # type: ignore[arg-type]  # kinds come from the records
    if since is None or under is None:
        return None
    eve = since.toordinal() - 1
    held = (p for p in postings if classes[p.of].kind == under and p.since <= eve)
    return True if any(p.until is None or p.until >= eve for p in held) else None


def predicates_of(rows: Sequence[Evaluation], years: Iterable[int]) -> dict[int, Predicate | None]:
    """Return the predicate of each year by the evaluations of one person; None where none, or none for sure, is among them."""
    found = {}
    for year in years:
        known = year_of(rows, year)
        found[year] = known.predicate if known else None
    return found


def longest_term(rules: Iterable[DisciplineRule]) -> int:
    """Return the months of the longest sanction that any of the rules knows."""
    return max((sanction.months or 0 for rule in rules for sanction in rule.sanctions), default=0)


def served_since(appointed_on: str | None, on: date, months: int) -> str:
    """Return the day from which sanctions have to be known to tell whether one is served on a day: none runs longer than `months`."""
    return since(months_after(on, -months).isoformat() if months else "", appointed_on)


def served_on(sanctions: Sequence[Sanction] | None, on: date, known_on: str, *, covered: bool) -> str | None:
    """Return the worst sanction being served on a day by what is known on `known_on`; `none`, or None where not known."""
    worst, open_ = "none", not covered
    day = on.isoformat()
    for sanction in sanctions or ():
        if not in_force(sanction, min(known_on, day)):
            continue
        now = served(sanction, day)
        if now is None:
            open_ = open_ or sanction.level != "ringan"
        elif now and WORST.index(sanction.level) > WORST.index(worst):
            worst = sanction.level
    return None if open_ and worst in ("none", "ringan") else worst


def reckoned_on(sanctions: Sequence[Sanction] | None, on: date, known_on: str) -> bool:
    """Tell whether what is served on a day hangs on a sanction, known on `known_on`, a day of which is counted without public holidays."""
    day = on.isoformat()
    return any(
        (one.reckoned or one.begins_reckoned)
        and one.level != "ringan"
        and in_force(one, min(known_on, day))
        and (one.since or "") <= day
        and _may_reach(one, on)
        for one in sanctions or ()
    )


def _may_reach(one: Sanction, on: date) -> bool:
    """Tell whether a sanction whose days are counted may or may not be served on a day by public holidays that were not counted.

    There are as many of them before it as days counted at most: they put its end off by so many, or its beginning where the end
    is on record.
    """
    if one.since is None or one.until is None:
        return False
    counted = date.fromisoformat(one.since) - date.fromisoformat(one.decided_on)
    if one.begins_reckoned:
        return on.isoformat() <= one.until and on < date.fromisoformat(one.since) + counted
    return date.fromisoformat(one.until) + counted >= on


def not_counted(spans: Sequence[tuple[int, int]], day: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of days that are no service which end after a day and are over.

    One that has no end yet puts nothing off: while it lasts the status itself stands in the way.
    """
    first = ordinal(day)
    return tuple([span for span in spans if first <= span[1] < _OPEN])
