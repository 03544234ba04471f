"""Checks on service in posts: of a level, in a field, in a family, in the present post."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from asnkarier.core.anniversary import days_of_years, duration, ordinal
from asnkarier.core.decide.check import Datum, Question, Verdict, at
from asnkarier.core.decide.checks.personal import first_day, served_from
from asnkarier.core.decide.experience import Counts, Experience, Interval, experience, reached
from asnkarier.core.decide.reach import reaches
from asnkarier.core.decide.records import Led, PostClass, Records
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person, maker
from asnkarier.core.policy import Policy
from asnkarier.core.rank.career import stem
from asnkarier.core.rules.positions import OfficeName, PositionKind, PositionRule

Counting = Callable[[PostClass], Counts]
_experience, _verdict = maker(Experience), maker(Verdict)
PRESENT = Datum("person_post", 0, "position_since")
"""Where the beginning of the present post stands."""


class Counter:
    """Sums the posts that count; whether a class of posts counts is asked once a class, not once a person."""

    def __init__(self, counting: Counting, as_of: date) -> None:
        """Count posts by `counting`, up to the day before `as_of`."""
        self._counting = counting
        self._before = as_of.toordinal()
        self._known: dict[PostClass, Counts] = {}
        self._classes: Sequence[PostClass] = ()
        self._memo: list[Counts] = []

    def of(self, person: Person, records: Records, besides: Sequence[Interval] = ()) -> Experience:
        """Return the experience of one person; `besides` are days of duties that count as well."""
        number, began = person[0], person[7] or first_day(person)  # id and first day: by their places in half the time
        covered = None
        complete = records.coverage.get("history")
        if complete:
            # Mostly one span from the first day on.
            only = complete[0] if len(complete) == 1 else None
            covered = only[1] if only and only[0] <= (began or "") else reaches(complete, began or "")
        return experience(
            records.postings.get(number, ()),
            self.counting(records),
            self._before,
            ordinal(began) if began else None,
            ordinal(covered) if covered else None,
            records.absences.get(number, ()),
            besides,
        )

    def counting(self, records: Records) -> Sequence[Counts]:
        """Return for each class of posts whether it counts."""
        classes = records.classes
        if classes is not self._classes or len(self._memo) < len(classes):
            known = self._known
            for one in classes:
                if one not in known:
                    known[one] = self._counting(one)
            self._classes, self._memo = classes, [known[one] for one in classes]
        return self._memo

    def data(self, person: Person, records: Records) -> tuple[Datum, ...]:
        """Return where the posts that count, or may count, stand; the newest first."""
        found = []
        for posting in reversed(records.postings.get(person.id, ())):
            if self.counting(records)[posting.of] is not False and posting.since < self._before:
                found.append(Datum("history", posting.record, "since") if posting.record else PRESENT)
        return tuple(found) or (PRESENT,)


def value_of(served: Experience) -> dict[str, object]:
    """Return an experience as years, months and days, sure and at most."""
    years, months, days = duration(served.first, served.days) if served.days else (0, 0, 0)
    value: dict[str, object] = {"years": years, "months": months, "days": days, "total_days": served.days}
    if not served.exact:
        value["at_most_days"] = None if served.earliest <= 1 else served.most
    return value


def served_at_least(counter: Counter, years: int) -> Question:
    """What `counter` counts makes up so many years."""

    def judge(person: Person, records: Records) -> Verdict:
        found = counter.of(person, records)
        outcome = reached(found, years)
        if outcome != "unknown":
            return _verdict((outcome, found, ""))
        complete = records.coverage.get("history")
        covered = complete and reaches(complete, served_from(person) or "")
        return _verdict((outcome, found, "post_not_known" if covered else "history_not_known"))

    return Question(judge, lambda person, records, verdict: counter.data(person, records))


def led_at_least(counter: Counter, years: int) -> Question:
    """Posts that lead, and the offices of the target's own law as duties beside a post, make up so many years.

    Who led otherwise (a team, a part of a school) is for the committee to say: never not met.
    """

    def judge(person: Person, records: Records) -> Verdict:
        besides = [(since, until) for since, until, _record in records.duties.get(person.id, ())]
        found = counter.of(person, records, besides)
        met = reached(found, years) == "met"
        return Verdict("met", found) if met else Verdict("unknown", found, "led_otherwise")

    return Question(judge, lambda person, records, verdict: _with_duties(counter, person, records))


def _with_duties(counter: Counter, person: Person, records: Records) -> tuple[Datum, ...]:
    duties = [Datum("history", record, "since") for *_days, record in records.duties.get(person.id, ()) if record]
    return (*duties, *(datum for datum in counter.data(person, records) if not duties or datum != PRESENT))


def term_left(counting: Counting, as_of: date, years: int) -> Question:
    """The office that `counting` counts, as a post or as an additional duty, has been held for less than so many years in all."""
    counter = Counter(counting, as_of)
    before = as_of.toordinal()

    def judge(person: Person, records: Records) -> Verdict:
        covered = records.reaches("history", served_from(person) or "")
        known_until = ordinal(covered) if covered else None
        began = first_day(person)
        appointed = ordinal(began) if began else None
        first = appointed or 1
        # A duty stands beside a post, so that no post says there was none: only a history that reaches does.
        unknown = max(first, known_until + 1) if known_until is not None else first
        found = experience(
            records.postings.get(person.id, ()),
            counter.counting(records),
            before=before,
            appointed=appointed,
            covered_until=known_until,
            besides=[(since, until) for since, until, _record in records.duties.get(person.id, ())],
            perhaps_besides=[(unknown, before - 1)] if unknown < before else (),
        )
        served = reached(found, years)
        if served == "met":
            return Verdict("not_met", found, "terms_over")
        if served == "not_met":
            return Verdict("met", found)
        return Verdict("unknown", found, "terms_not_known")

    return Question(judge, lambda person, records, verdict: _with_duties(counter, person, records))


def by_office(office: OfficeName | None, name_key: str) -> Counting:
    """Posts of a name, and posts of the office by their names, count."""
    return lambda post: post.name_key == name_key or (office is not None and office.held(post.name_key, post.kind))


def by_level(kinds: Sequence[PositionKind], rule: PositionRule, policy: Policy) -> Counting:
    """Posts of one of `kinds`, of an equal level or higher, count."""

    def counting(post: PostClass) -> Counts:
        kind = post.kind
        if kind is None:
            return None
        if policy.eligibility.penyelia_as_pengawas and kind in rule.by_policy:
            kind = rule.by_policy[kind]  # type: ignore[index]  # the keys of the record are kinds
        # A structural post is measured by the structural level asked for, though a functional one beside it stands lower (JPT utama:
        # JPT madya or ahli utama); of a kind that only the other group has, the levels are compared.
        group = rule.group[kind] == "fungsional"  # type: ignore[index]  # the keys of the record are kinds
        alike = [wanted for wanted in kinds if (rule.group[wanted] == "fungsional") == group] or kinds
        return any(rule.at_least(kind, wanted) for wanted in alike)  # type: ignore[arg-type]  # the keys of the record are kinds

    return counting


def by_leading(
    kinds: Sequence[PositionKind], rule: PositionRule, policy: Policy, offices: Sequence[OfficeName] = ()
) -> Counting:
    """As by level, but functional posts do not lead, however high their level, unless they are one of the offices by their names."""
    by_rung = by_level(kinds, rule, policy)

    def counting(post: PostClass) -> Counts:
        if any(office.held(post.name_key, post.kind) for office in offices):
            return True
        leads = post.kind is None or not post.kind.startswith("jf_")
        return by_rung(post) if leads else False

    return counting


def by_field(family: str | None, policy: Policy) -> Counting:
    """Posts of the target's job family, or of one the policy calls related, count."""

    def counting(post: PostClass) -> Counts:
        if family is None or post.family is None:
            return None
        return policy.related(family, post.family)

    return counting


def by_family(family: str, offices: Sequence[OfficeName] = (), perhaps: Sequence[str] = ()) -> Counting:
    """Posts of a family that their names begin with (guru) count, those of offices too; names with words of `perhaps` may."""

    def counting(post: PostClass) -> Counts:
        # The level may stand first: "Ahli Pertama - Guru Kelas".
        if post.family == family or stem(post.name_key).partition(" ")[0] == family:
            return True
        if any(office.held(post.name_key, post.kind) for office in offices):
            return True
        padded = f" {post.name_key} "
        return None if any(f" {word} " in padded for word in perhaps) else False

    return counting


def family_held(counting: Counting) -> Question:
    """The present post is one that `counting` counts."""
    counter = Counter(counting, date.max)

    def judge(person: Person, records: Records) -> Verdict:
        held = [posting.of for posting in records.postings.get(person.id, ()) if posting.record == 0]
        if not held:
            return Verdict("unknown", None, "post_not_known")
        found = counter.counting(records)[held[-1]]
        return Verdict(
            "unknown" if found is None else "met" if found else "not_met", records.classes[held[-1]].name_key
        )

    return Question(judge, at(Datum("person_post", 0, "position")))


def years_in_post(person: Person, records: Records, as_of: date) -> Experience:
    """Return the time in the present post: one unbroken run of postings of the same name, under whichever row it stands."""
    before = as_of.toordinal()
    postings = records.postings.get(person.id, ())
    for post in reversed(postings):
        if not post[4] and post[0] <= before:
            break
    else:
        return Experience(0, 0, before, 1, False)
    since, until, of, stated, _ = post
    if until is not None and until < before:
        return Experience(0, 0, before, 1, False)
    if len(postings) > 1:
        classes = records.classes
        name = classes[of].name_key
        for begun, ended, earlier, known, _ in reversed(postings):
            if begun >= since or classes[earlier].name_key != name:
                continue
            if ended is None or ended >= since - 1:
                since, stated = begun, known
    days = before - since
    if stated:
        return _experience((days, since, days, since, True))
    began = first_day(person)
    most = max(days, before - (ordinal(began) if began else 1))
    return Experience(days, since, most, before - most, True)


def units_led(person: Person, records: Records, as_of: date) -> tuple[Led, ...]:
    """Return the units led, the newest first: that of the present post, and those of the posts before it."""
    earlier = tuple(records.led.get(person.id, ()))
    unit = records.heads.get(person.position_id or 0)
    if unit is None:
        return earlier
    now = years_in_post(person, records, as_of)
    first = now.first if now.days else None
    return (Led(unit, first, now.earliest, as_of.toordinal(), now.exact), *earlier)


@lru_cache(maxsize=65_536)
def years_scaled(days: int, first: int) -> int:
    """Return days counted from a day as years in 1/10 000, rounded down and exact at every anniversary."""
    if days <= 0:
        return 0
    years = days // 366
    while days_of_years(first, years + 1) <= days:
        years += 1
    passed = days_of_years(first, years)
    return years * SCALE + (days - passed) * SCALE // (days_of_years(first, years + 1) - passed)
