"""`forecast ranks`: whose promotion in rank falls due, by which way, on which day, and what stands in its way."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple

from asnkarier.commands.decide.forecast.coming import ALL, DEFAULT, MONTHS, MOST, UNIT, Coming
from asnkarier.commands.decide.forecast.credits import careers, credits_of
from asnkarier.commands.decide.forecast.rank_law import rank_law
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import option
from asnkarier.core.anniversary import after_years
from asnkarier.core.appraisal.away import years_away
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.checks.personal import served_from
from asnkarier.core.decide.evaluated import years_counted
from asnkarier.core.decide.records import Evaluated, Records
from asnkarier.core.decide.schooling import fields_of, schooled
from asnkarier.core.errors import Usage
from asnkarier.core.golongan import order
from asnkarier.core.parse.dates import read_month
from asnkarier.core.person import Person
from asnkarier.core.rank.calendar import effective_days, months_after
from asnkarier.core.rank.cases import (
    kind_before,
    kind_since,
    longest_term,
    not_counted,
    predicates_of,
    reckoned_on,
    risen,
    served_on,
    served_since,
)
from asnkarier.core.rank.checks import RankCheck
from asnkarier.core.rank.credit import reached
from asnkarier.core.rank.promotion import (
    REGARDS,
    RankCase,
    RankLaw,
    RankPromotion,
    Way,
    credit_asked,
    credit_check,
    rank_promotion,
    way_of,
)
from asnkarier.core.rank.standing import kind_check, service_check, status_check
from asnkarier.core.rank.start import Amount
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.credit import CreditLaw, credit_law
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.file.contracts import last_days
from asnkarier.store.queries.talent import ranks as read
from asnkarier.views.decide import forecast as view
from asnkarier.views.language import N_
from asnkarier.views.result import Result

_OUTCOMES = {outcome: place for place, outcome in enumerate(("met", "unknown", "not_met"))}
_WAYS = {way: place for place, way in enumerate(view.WAYS)}
"""The places of a line in the list."""
Spans = tuple[tuple[int, int], ...]
_BY_TIME = frozenset({"years_in_post", "discipline"})
"""What stands in the way until a day that is known today."""


def _period(text: str) -> date:
    found = read_month(text)
    if found is None:
        raise Usage("period_unreadable", {"value": text})
    return found


FOR = option(
    "--for",
    "--untuk",
    help=N_("Only the list of this period, such as 2026-12."),
    metavar=N_("PERIOD"),
    parse=_period,
)


def run(
    db: Database,
    as_of: date,
    months: Annotated[int, MONTHS] = DEFAULT,
    period: Annotated[date | None, FOR] = None,
    unit: Annotated[str | None, UNIT] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """List the promotions in rank due by then, each on the first day that the rule in force on that very day allows."""
    law = lawbook(db)
    coming = Coming(db, law, as_of, months, unit, staff.everyone)
    if period is not None:
        if period < as_of:
            raise Usage("period_past", {"period": period, "as_of": as_of})
        if period > (latest := months_after(as_of, MOST)):
            raise Usage("period_too_far", {"period": period, "as_of": as_of, "latest": latest, "most": MOST})
        coming.until = period
    days = effective_days(lambda day: law.rank_dates.on(day).value.months, as_of, coming.until)
    if period is not None:
        if period not in days:
            allowed = law.rank_dates.on(period)
            raise Usage(
                "period_none", {"period": period, "months": list(allowed.value.months), "law": allowed.citation.text}
            )
        days = [period]
    forecast = Ranks(db, law, coming, days, policy_in_use(db).eligibility.grace_until)
    lines = forecast.lines()
    lines.sort(key=lambda line: _place(line.told))
    frame = coming.frame(coming.cited(law.rank_promotion)) | {"period": period, "periods": days}
    return view.result(view.RANKS, frame, lines, forecast.unknown, everyone, coming)


def _place(told: Mapping[str, Any]) -> tuple[int, date, int]:
    return _OUTCOMES[told["outcome"]], told["on"], _WAYS[told["way"]]


class Due(NamedTuple):
    """A promotion that falls due: whose, from which kind of post, on which day, and by which rules."""

    person: Person
    kind: str
    way: Way
    on: date
    law: RankLaw
    by_credit: bool
    """Credit decides it."""


class Ranks:
    """Tells people's next promotion in rank."""

    def __init__(
        self, db: Database, law: Lawbook, coming: Coming[Person], days: list[date], grace_until: tuple[int, int]
    ) -> None:
        """Read what decides; until the day `grace_until` of a year older evaluations may stand in for the newest."""
        self.law = law
        self.grace_until = grace_until
        self.coming = coming
        self.days = days
        self.unknown: list[Person] = []
        self.known = coming.as_of.isoformat()
        self._laws: dict[date, RankLaw] = {}
        self._credit_laws: dict[date, CreditLaw] = {}
        self._ways: dict[tuple[object, ...], Way] = {}
        self._dues: dict[tuple[object, ...], tuple[str, Way, date, RankLaw, bool] | Literal["unknown", "later"]] = {}
        self._posts = {number: (coming.kinds[number], post.echelon) for number, post in coming.posts.items()}
        self._credited: dict[tuple[object, ...], bool] = {}
        self._ladder = frozenset(rank.golongan for rank in self._law(coming.as_of).golongan.pns)
        self._ruled = self._periods()
        reader = Reader(db, coming.until)
        self._absences = cache(reader.absences)
        self._no_service = self._absences(frozenset(self._law(coming.as_of).promotion.uncounted_statuses))
        self._due = [found for person in coming.people if (found := self._due_of(person)) is not None]
        records = self.records = Records(coverage=reader.coverage())
        records.sanctions = reader.sanctions(
            [(v.in_force_since.isoformat(), v.value) for v in reversed(law.discipline.versions)]
        )
        records.degrees = reader.degrees(coming.as_of)
        self.passed: dict[int, frozenset[str]] = {}
        for person, exams in reader.exams().items():
            self.passed[person] = frozenset(e.exam for e in exams if e.result == "lulus" and e.taken_on <= self.known)
        self._covered = records.covers("discipline", self.known)
        self._longest_served = longest_term(version.value for version in law.discipline.versions)
        # A post's beginning decides structural ranks and credit alone.
        among = {one.person.id for one in self._due if one.way != "regular"}
        records.absences = self._absences(frozenset(law.experience.on(coming.as_of).value.uncounted_states))
        reader.postings(list(coming.posts.values()), law.positions.on(coming.as_of).value, records, among)
        self._credits = self._read_evaluations(db)
        self._retiring = Retiring(coming)
        self._standing: dict[tuple[object, ...], tuple[RankCheck, ...]] = {}
        self._memo: dict[tuple[object, ...], tuple[RankPromotion | None, _Told]] = {}
        self._judged: dict[tuple[object, ...], RankCheck] = {}
        self._predicates: dict[tuple[int, frozenset[int], date], Said] = {}
        self._said: dict[Said, Said] = {}

    def _read_evaluations(self, db: Database) -> dict[int, tuple[Amount, Amount | None]]:
        """Read what years were like, and count the credit: the dearest of what decides, of those alone whose rank it decides."""
        coming, records = self.coming, self.records
        functional = [one for one in self._due if one.way == "functional" and one.by_credit]
        records.paks = read.paks(db, coming.as_of) if functional else {}
        if functional:
            records.contracted = last_days(db, self._credit_law(functional[0].on).rule.uncounted_kinds, coming.until)
        people = careers(records, ((one.person.id, self._credit_law(one.on), one.on) for one in functional))
        first = min(
            # One more: what stands in for the newest.
            [one.on.year - one.law.promotion.years_of_predicate - 1 for one in self._due],
            default=coming.as_of.year,
        )
        records.away = years_away(self.law.predicate, range(first, coming.until.year), self._absences)
        found = read.evaluations(
            db,
            coming.as_of,
            PredicateReader(self.law.predicate),
            [one.person.id for one in self._due],
            range(first, coming.until.year),
            {person: career.since.year for person, (_, _, career) in people.items()},
        )
        records.patterns = list(found.recent)
        alike = [Evaluated(pattern, ()) for pattern in range(len(found.recent))]
        records.evaluations = {person: alike[pattern] for person, pattern in found.recent_of.items()}
        return credits_of(people, found.results_of, found.results)

    def _law(self, on: date) -> RankLaw:
        found = self._laws.get(on)
        if found is None:
            found = self._laws[on] = rank_law(self.law, on)
        return found

    def _credit_law(self, on: date) -> CreditLaw:
        found = self._credit_laws.get(on)
        if found is None:
            found = self._credit_laws[on] = credit_law(self.law.credit, on)
        return found

    def _stands(self, person: Person, on: date) -> tuple[RankCheck, ...]:
        """Return what is asked of the person on the day whatever the way, equal answers once."""
        coming, pension = self.coming, self._retiring.pension(person)
        key = (
            coming.employee_kind_on(person, on),
            coming.status_on(person, on),
            pension if pension is None or pension <= on else date.max,
            on,
        )
        found = self._standing.get(key)
        if found is None:
            rule = self.law.rank_promotion.on(on)
            article = rule.citation.text
            found = self._standing[key] = (
                kind_check(rule.value.employee_kinds, key[0], article),
                status_check(rule.value.statuses, rule.value.refused_statuses, key[1], article),
                service_check(key[2], on, self._retiring.citation),
            )
        return found

    def _periods(self) -> list[tuple[RankLaw, list[date]]]:
        """Return the days of the forecast by the law that says how many years a rank is to be held before them."""
        found: list[tuple[RankLaw, list[date]]] = []
        for day in self.days:
            law = self._law(day)
            if found and found[-1][0].promotion is law.promotion and found[-1][0].ranges is law.ranges:
                found[-1][1].append(day)
            else:
                found.append((law, [day]))
        return found

    def years_needed(self, kind: str, echelon: str | None, golongan: str | None, law: RankLaw) -> int:
        """Return the years in rank that the way of a post of a kind and echelon asks at least."""
        rule = law.promotion
        way = self._way(kind, echelon, law)
        if way == "regular":
            return rule.regular.years_in_rank
        if way == "functional":
            return rule.functional.years_in_rank
        limits = law.ranges.echelons.get(echelon or "")
        if limits is None:
            return rule.structural.below_years_in_rank
        inside = (order(golongan) or 0) >= (order(limits.lowest) or 0)
        return rule.structural.inside_years_in_rank if inside else rule.structural.below_years_in_rank

    def lines(self) -> list[view.Line]:
        """Return everyone's promotion on its first possible day, of whom one falls due."""
        return [line for one in self._due if (line := self._line(one)) is not None]

    def _due_of(self, person: Person) -> Due | None:
        """Return on which day someone's promotion falls due; None where none does."""
        if person.golongan not in self._ladder:
            if person.employee_kind in ("PNS", None) and person.golongan is None:
                self.unknown.append(person)
            return None
        # Thousands have such a rank since such a day in such a post.
        post = self._posts.get(person.position_id or 0)
        absent = self._not_counted(person)
        alike = post, person.golongan, person.golongan_since, person.golongan_stated, absent
        found = self._dues.get(alike)
        if found is None:
            kind, echelon = post or (None, None)
            found = self._dues[alike] = self._falls_due(
                kind, echelon, person.golongan, person.golongan_since, absent, stated=bool(person.golongan_stated)
            )
        if found == "unknown":
            self.unknown.append(person)
        return Due(person, *found) if isinstance(found, tuple) else None

    def _not_counted(self, person: Person) -> Spans:
        """Return the days since the beginning of somebody's rank that are no service."""
        spans = self._no_service.get(person.id)
        return not_counted(spans, person.golongan_since) if spans and person.golongan_since else ()

    def _falls_due(
        self, kind: str | None, echelon: str | None, golongan: str, since: str | None, absent: Spans, *, stated: bool
    ) -> tuple[str, Way, date, RankLaw, bool] | Literal["unknown", "later"]:
        """Return what follows of a rank held since a day in a post of a kind and echelon, as far as it does not lie too far ahead."""
        if kind is None or since is None or not self.days:
            return "unknown"
        for ruled, days in self._ruled:
            day = after_years(date.fromisoformat(since), self.years_needed(kind, echelon, golongan, ruled), absent)
            if not stated and day > self.days[0]:
                # The roster saw the rank on that day; when it began is not known.
                return "unknown"
            on = next((one for one in days if one >= day), None)
            if on is not None:
                law = self._law(on)
                return kind, self._way(kind, echelon, law), on, law, self._by_credit(kind, golongan, on)
        return "later"

    def _by_credit(self, kind: str, golongan: str, on: date) -> bool:
        """Tell whether credit decides about the next rank in a kind of post, by the law of a day."""
        asked = kind, golongan, on
        found = self._credited.get(asked)
        if found is None:
            found = self._credited[asked] = credit_asked(self._law(on), kind, golongan) is not None
        return found

    def _way(self, kind: str, echelon: str | None, law: RankLaw) -> Way:
        """Return the way by which the holders of posts of a kind and echelon are promoted, asked once."""
        place = (kind, echelon, id(law))
        found = self._ways.get(place)
        if found is None:
            found = self._ways[place] = way_of(law, kind, echelon)
        return found

    def _line(self, due: Due) -> view.Line | None:
        line = self._line_on(due)
        if line is not None and line["outcome"] == "not_met":
            line = self._later(due, line["checks"]) or line
        return None if line is None else view.Line(due.person, line)

    def _later(self, due: Due, checks: tuple[RankCheck, ...]) -> dict[str, Any] | None:
        """Return the promotion on the first later day of the forecast on which time alone has taken away what blocks; None where none."""
        if any(check.outcome == "not_met" and check.check not in _BY_TIME for check in checks):
            return None
        for day in self.days:
            if day <= due.on:
                continue
            law = self._law(day)
            by_credit = self._by_credit(due.kind, due.person.golongan or "", day)
            line = self._line_on(Due(due.person, due.kind, due.way, day, law, by_credit))
            if line is not None and line["outcome"] != "not_met":
                return line
        return None

    def _line_on(self, due: Due) -> dict[str, Any] | None:
        found, told = self._promotion(due)
        if found is None or found.to is None:
            return None
        person = due.person
        credit = self._credits.get(person.id)
        line = told.get(credit)
        if line is None:
            judged = found if credit is None else found.with_check(self._credit_check(due, credit))
            line = told[credit] = {
                "golongan": person.golongan,
                "since": person.golongan_since,
                "way": judged.way,
                "to": judged.to,
                "on": due.on,
                "outcome": judged.outcome,
                "checks": judged.checks,
            }
        return line

    def _in_echelon_since(self, person: Person, kind: str, on: date) -> date | None:
        """Return since when posts of the present level are held without a break; None where it is not known."""
        since = kind_since(self.records.postings.get(person.id, ()), self.records.classes, kind, self.coming.as_of)
        if since is None or kind not in self._law(on).promotion.regular.kinds:
            return since
        # A kind that holds posts of eselon V and of none: the present post counts, and one before it may have been of the echelon too.
        held = date.fromisoformat(person.post_since) if person.post_since and person.post_stated else None
        if held is None or held <= since:
            return held
        years = self._law(on).promotion.structural.below_years_in_post
        return held if after_years(held, years, self.records.absences.get(person.id, ())) <= on else None

    def _promotion(self, due: Due) -> "tuple[RankPromotion | None, _Told]":
        """Return the promotion but for the credit, and what was told so far of people who stand alike, by their credit."""
        person, kind, way, on, law, by_credit = due
        number = person.id
        records = self.records
        regards = REGARDS[way]
        education = field = exams = echelon = in_echelon = None
        before: tuple[tuple[date, date], ...] = ()
        if "education" in regards:
            field = self._fields(person)
            education = schooled(person, records, self.known).level
            began = served_from(person) or ""
            exams = self.passed.get(number) or (frozenset() if records.covers("exams", self.known, began) else None)
        if "echelon" in regards:
            echelon = self.coming.posts[person.position_id or 0].echelon
            in_echelon = self._in_echelon_since(person, kind, on)
            if in_echelon is not None and kind not in law.promotion.regular.kinds:
                before = kind_before(records.postings.get(number, ()), records.classes, kind, in_echelon)
        absent = self._not_counted(person)
        not_in_post = tuple(records.absences.get(number, ())) if in_echelon is not None else ()
        above = (
            risen(records.postings.get(number, ()), records.classes, kind, self.coming.as_of)
            if "risen" in regards and not by_credit
            else None
        )
        covered = self._covered or records.covers(
            "discipline", self.known, served_since(served_from(person), on, self._longest_served)
        )
        sanctions = records.sanctions.get(number)
        served = served_on(sanctions, on, self.known, covered=covered)
        reckoned = bool(sanctions) and reckoned_on(sanctions, on, self.known)
        said = self._predicates_of(number, on, law.promotion.years_of_predicate)
        standing = self._stands(person, on)
        # Thousands stand alike: what decides is worked out once for each case, but for the credit.
        key = (
            person.golongan,
            person.golongan_since,
            kind,
            echelon,
            in_echelon,
            before,
            absent,
            not_in_post,
            above,
            education,
            field,
            id(said),
            served,
            reckoned,
            exams,
            id(standing),
            on,
        )
        known = self._memo.get(key)
        if known is None:
            predicates, graced, away = said
            found = rank_promotion(
                law,
                RankCase(
                    golongan=person.golongan or "",
                    golongan_since=date.fromisoformat(person.golongan_since or ""),
                    kind=kind,
                    echelon=echelon,
                    in_echelon_since=in_echelon,
                    education=education,
                    field_of_study=field,
                    predicates=dict(predicates),
                    graced=graced,
                    served=served,
                    reckoned=reckoned,
                    exams=exams,
                    credit=None,
                    standing=standing,
                    risen=above,
                    in_echelon_before=before,
                    not_counted=absent,
                    not_in_post=not_in_post,
                    away=away,
                ),
                on,
            )
            known = self._memo[key] = found, {}
        return known

    def _credit_check(self, due: Due, credit: tuple[Amount, Amount | None]) -> RankCheck:
        key = (due.kind, due.person.golongan, due.on, credit)
        found = self._judged.get(key)
        if found is None:
            golongan = due.person.golongan or ""
            found = self._judged[key] = credit_check(due.law, due.kind, golongan, reached(*credit))
        return found

    def _fields(self, person: Person) -> str | None:
        """Return the fields of all degrees: a profession may stand beside the degree that the roster names."""
        fields = {name for name, sure, _degree in fields_of(person, self.records, self.known) if sure}
        return "; ".join(sorted(fields)) or None

    def _predicates_of(self, person: int, on: date, count: int) -> "Said":
        """Return the predicates of the years that count on a day, worked out once for each pattern of evaluations."""
        pattern, away = self.records.pattern(person), self.records.away.get(person, _NONE)
        found = self._predicates.get((pattern, away, on))
        if found is None:
            rows = self.records.patterns[pattern]
            years, graced = years_counted(rows, on, count, self.grace_until)
            by_year = predicates_of(rows, sorted(years))
            told = tuple(by_year.items()), graced, away.intersection(years).difference(row.year for row in rows)
            # Equal ones are the same object, and it stays: what follows from them goes by its id.
            found = self._predicates[pattern, away, on] = self._said.setdefault(told, told)
        return found


_Told = dict[tuple[Amount, Amount | None] | None, dict[str, object]]
Said = tuple[tuple[tuple[int, Predicate | None], ...], bool, frozenset[int]]
"""Years with their predicates, whether they stand in for a newest year that is not recorded yet, and in which nobody was to evaluate."""
_NONE: frozenset[int] = frozenset()
