"""Promotion in rank on a given day: which way leads to the next golongan, and what stands in its way."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from asnkarier.core.golongan import order
from asnkarier.core.numbers import SCALE, shown
from asnkarier.core.rank.checks import RankCheck, discipline_check, outcome, predicate_check, years_check
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.credit import CreditLevel, CreditRule
from asnkarier.core.rules.discipline import DisciplineRule
from asnkarier.core.rules.positions import below
from asnkarier.core.rules.ranks import GolonganRule, RankPromotionRule, RankRange, RankRangeRule, RegularPromotion

_WORD = re.compile(r"[a-z]+")
Way = Literal["regular", "structural", "functional"]
EDUCATION_NOT_KNOWN = "education_not_known"
"""In place of a degree that may exempt from an exam."""


REGARDS: Mapping[Way, frozenset[str]] = {
    "regular": frozenset({"education", "field_of_study", "exams"}),
    "structural": frozenset({"echelon", "in_echelon_since", "in_echelon_before"}),
    "functional": frozenset({"kind", "credit", "risen"}),
}
"""What a way looks at beside what all look at: people who differ in nothing else stand alike."""


ONE_DAY = timedelta(days=1)


class RankCase(NamedTuple):
    """What decides a promotion in rank. None is not known, never no.

    `in_echelon_since` is the first day of unbroken definitive posts of the present echelon level, `in_echelon_before` are the first and
    last days of those before a break. `predicates` are by year.
    `exams` are those passed; None where nothing is known of exams. `served` is the level of a sanction being served on the
    day, `none` where there is none. `credit` is what the present level has for sure and at most. `standing` is what is asked
    of the person whatever the way.
    """

    golongan: str
    golongan_since: date | None
    kind: str
    echelon: str | None
    in_echelon_since: date | None
    education: str | None
    field_of_study: str | None
    """The fields of study of every degree on record, as written."""
    predicates: Mapping[int, Predicate | None]
    served: str | None
    exams: Collection[str] | None
    credit: tuple[Fraction, Fraction | None] | None
    standing: tuple[RankCheck, ...] = ()
    graced: bool = False
    """The newest year is not recorded yet, and the years before it stand in."""
    reckoned: bool = False
    """What is `served` hangs on an end that is counted without public holidays."""
    risen: bool | None = None
    """The present level was reached from the one directly below, by the posts held."""
    in_echelon_before: tuple[tuple[date, date], ...] = ()
    not_counted: tuple[tuple[int, int], ...] = ()
    """Days, by their numbers and the first first, that are no service and so no part of the years in rank."""
    not_in_post: tuple[tuple[int, int], ...] = ()
    """Days that are no part of the years in posts of the level."""
    away: frozenset[int] = frozenset()
    """The years without a predicate in which nobody was to evaluate."""


class RankPromotion(NamedTuple):
    """The way to the next golongan with its checks; `to` None where the way leads no further."""

    way: Way
    to: str | None
    checks: tuple[RankCheck, ...]

    def with_check(self, judged: RankCheck) -> "RankPromotion":
        """Return the same with one of its checks judged anew."""
        checks = tuple([judged if check.check == judged.check else check for check in self.checks])
        return RankPromotion(self.way, self.to, checks)

    @property
    def outcome(self) -> Literal["met", "not_met", "unknown"]:
        """Say whether the rank may be given on the day."""
        states = {check.outcome for check in self.checks}
        return "not_met" if "not_met" in states else "unknown" if "unknown" in states else "met"


class RankLaw(NamedTuple):
    """The rules in force on the day; `credit` is None on one on which credit was not regulated yet."""

    promotion: RankPromotionRule
    golongan: GolonganRule
    ranges: RankRangeRule
    ranges_article: str
    credit: CreditRule | None
    discipline: DisciplineRule
    discipline_article: str


def rank_promotion(law: RankLaw, case: RankCase, on: date) -> RankPromotion | None:
    """Tell what the next promotion in rank asks on the day `on`; None where the golongan has no ladder (PPPK)."""
    names = [rank.golongan for rank in law.golongan.pns]
    if case.golongan not in names:
        return None
    place = names.index(case.golongan)
    to = names[place + 1] if place + 1 < len(names) else None
    way = way_of(law, case.kind, case.echelon)
    judge = _regular if way == "regular" else _structural if way == "structural" else _functional
    return judge(law, case, to, on)


def way_of(law: RankLaw, kind: str, echelon: str | None = None) -> Way:
    """Return the way by which a kind of post is promoted: a post of an echelon that has a range of ranks is structural, eselon V too."""
    if kind in law.promotion.regular.kinds:
        if echelon in law.ranges.echelons:
            return "structural"
        return "regular"
    return "structural" if kind in law.promotion.structural.kinds else "functional"


def _both(law: RankLaw, case: RankCase, on: date, article: str) -> list[RankCheck]:
    rule = law.promotion
    end = on.year - 1 if case.graced else on.year
    years = range(end - rule.years_of_predicate, end)
    return [
        predicate_check(case.predicates, years, rule.at_least, article, graced=case.graced, away=case.away),
        discipline_check(case.served, law.discipline.blocks["rank"], law.discipline_article, reckoned=case.reckoned),
        *case.standing,
    ]


def _regular(law: RankLaw, case: RankCase, to: str | None, on: date) -> RankPromotion:
    rule = law.promotion.regular
    checks = [_in_rank(case, rule.years_in_rank, on, rule.article)]
    ceiling = ceiling_by_education(rule, case.education, case.field_of_study)
    met = None if ceiling is None else to is not None and _not_above(to, ceiling)
    if met is False and to is not None and _perhaps_profession(rule, case.field_of_study):
        reachable = rule.ceiling_of_profession.values()
        met = None if any(_not_above(to, higher) for higher in reachable) else False
    checks.append(RankCheck("ceiling", outcome(met), case.education or "", ceiling or "", rule.article))
    if to is not None and to in rule.exams:
        exam = rule.exams[to]
        passed = None if case.exams is None else exam in case.exams
        exempting = None if passed else _may_exempt(law, case, to)
        if exempting is not None:
            # The law exempts some; whether this degree or exam does is for the office to see.
            passed = None
        value = exam if passed else f"may_be_exempt, {exempting}" if exempting else ""
        checks.append(RankCheck("exam", outcome(passed), value, exam, rule.exams_article))
    return RankPromotion("regular", to, (*checks, *_both(law, case, on, rule.article)))


def above_ceiling(rule: RegularPromotion, kind: str, education: str, field: str | None, golongan: str) -> str | None:
    """Return the ceiling above which a golongan surely lies; None where it does not, or where posts of the kind are promoted otherwise."""
    if kind not in rule.kinds or order(golongan) is None:
        return None
    ceiling = ceiling_by_education(rule, education, field)
    if ceiling is None or _not_above(golongan, ceiling):
        return None
    higher = rule.ceiling_of_profession.values() if _perhaps_profession(rule, field) else ()
    return None if any(_not_above(golongan, one) for one in higher) else ceiling


def ceiling_by_education(rule: RegularPromotion, education: str | None, field: str | None) -> str | None:
    """Return the highest golongan that regular promotion gives an education, or the profession that its field names."""
    ceiling = next((limit for one, limit in rule.ceiling.items() if one == education), None)
    profession = _profession(rule, field)
    higher = rule.ceiling_of_profession[profession] if profession else None
    return higher if higher is not None and (ceiling is None or not _not_above(higher, ceiling)) else ceiling


def _profession(rule: RegularPromotion, field: str | None) -> str | None:
    """Return the profession with a ceiling of its own that a field of study names as a word."""
    words = _WORD.findall((field or "").lower())
    return next((one for one in rule.ceiling_of_profession if one in words), None)


def _perhaps_profession(rule: RegularPromotion, field: str | None) -> str | None:
    """Return such a profession of which a field speaks without naming it: kedokteran may be a doctor's, or only the degree before."""
    words = _WORD.findall((field or "").lower())
    return next((one for one in rule.ceiling_of_profession if any(one in word for word in words)), None)


def _may_exempt(law: RankLaw, case: RankCase, to: str) -> str | None:
    """Return what may exempt from the exam: another one passed, the degree (one not known may be such), or the profession."""
    rule, field = law.promotion.regular, case.field_of_study
    instead = next((one for one in rule.exams_instead if one in (case.exams or ())), None)
    if instead is not None:
        return instead
    degrees = rule.exams_exempt.get(to, ())
    if case.education in degrees:
        return case.education
    profession = _profession(rule, field)
    if profession is not None:
        return profession
    if case.education is None:
        return EDUCATION_NOT_KNOWN if degrees else None
    # What the profession alone may be promoted to is asked of who may have it as of them.
    ceiling = rule.ceiling.get(case.education)  # type: ignore[call-overload]  # the keys of the record are levels of education
    beyond = ceiling is None or not _not_above(to, ceiling)
    perhaps = _perhaps_profession(rule, field) if beyond else None
    return perhaps if perhaps is not None and _not_above(to, rule.ceiling_of_profession[perhaps]) else None


def _structural(law: RankLaw, case: RankCase, to: str | None, on: date) -> RankPromotion:
    rule = law.promotion.structural
    limits = law.ranges.echelons.get(case.echelon) if case.echelon else None
    if limits is None:
        unknown = RankCheck("rank_range", "unknown", case.echelon or "", "", law.ranges_article)
        return RankPromotion("structural", to, (unknown, *_both(law, case, on, rule.article)))
    checks = [_range_check(law, case, to, limits)]
    if _not_above(limits.lowest, case.golongan):
        checks.append(_in_rank(case, rule.inside_years_in_rank, on, rule.article))
    else:
        below, in_post = rule.below_years_in_rank, rule.below_years_in_post
        checks.append(_in_rank(case, below, on, rule.article))
        checks.append(_in_posts_of_level(case, in_post, on, rule.article))
    return RankPromotion("structural", to, (*checks, *_both(law, case, on, rule.article)))


def _in_posts_of_level(case: RankCase, years: int, on: date, article: str) -> RankCheck:
    """Ask for so many years in posts of the level, all added up: those before a break too where the present run is too short."""
    since, earlier = case.in_echelon_since, case.in_echelon_before
    away = case.not_in_post
    found = years_check("years_in_post", since, years, on, article, away)
    if found.outcome != "not_met" or since is None or not earlier:
        return found
    days = sum(((last - first) + ONE_DAY - _within(away, first, last) for first, last in earlier), timedelta())
    told = ", ".join((*(f"{first}–{last}" for first, last in earlier), found.value))
    begun = since.toordinal()
    in_this_run = [(max(first, begun), last) for first, last in away if last >= begun]
    return years_check("years_in_post", since - days, years, on, article, in_this_run)._replace(value=told)


def _in_rank(case: RankCase, years: int, on: date, article: str) -> RankCheck:
    return years_check("years_in_rank", case.golongan_since, years, on, article, case.not_counted)


def _within(spans: Sequence[tuple[int, int]], first: date, last: date) -> timedelta:
    """Return how long spans of days lie within others, from one day to another."""
    begun, ended = first.toordinal(), last.toordinal()
    return timedelta(sum(max(0, min(until, ended) - max(since, begun) + 1) for since, until in spans))


def _range_check(law: RankLaw, case: RankCase, to: str | None, limits: RankRange) -> RankCheck:
    names = [rank.golongan for rank in law.golongan.pns]
    one_below = names[max(0, names.index(limits.lowest) - 1)]
    met = to is not None and _not_above(to, limits.highest) and _not_above(one_below, case.golongan)
    shown = f"{limits.lowest}–{limits.highest}"
    return RankCheck("rank_range", outcome(met), case.golongan, shown, law.ranges_article)


def _functional(law: RankLaw, case: RankCase, to: str | None, on: date) -> RankPromotion:
    rule = law.promotion.functional
    checks = [_in_rank(case, rule.years_in_rank, on, rule.article)]
    level = law.credit.level(case.kind) if law.credit else None
    if law.credit is None:
        checks.append(RankCheck("credit", "unknown", "not_regulated", "", rule.article))
    elif credit_asked(law, case.kind, case.golongan) is not None:
        checks.append(credit_check(law, case.kind, case.golongan, case.credit))
    elif level is None or case.golongan not in level.golongan:
        checks.append(_outside_level(law, case, level))
    else:
        # At the level's top rank the level comes before the rank.
        checks.append(RankCheck("next_level", "not_met", case.kind, level.next_kind or "", rule.article))
    checks += _both(law, case, on, rule.article)
    return RankPromotion("functional", to, tuple(checks))


def _outside_level(law: RankLaw, case: RankCase, level: CreditLevel | None) -> RankCheck:
    """Judge a rank outside the level's: the highest of the level below needed the next level, and who rose from there has it."""
    article = law.promotion.functional.article
    under = below(case.kind)  # type: ignore[arg-type]  # kinds come from the records
    lower = law.credit.level(under) if law.credit and under else None
    if level is not None and lower is not None and case.golongan == lower.golongan[-1]:
        if case.risen:
            return RankCheck("next_level", "met", case.kind, case.kind, article)
        return RankCheck("level_range", "unknown", case.golongan, f"{_range(level)}, risen_from_below", article)
    # After penyetaraan a rank outside the range is normal; which credit it asks the rules do not say.
    return RankCheck("level_range", "unknown", case.golongan, _range(level) if level else "", article)


def _range(level: CreditLevel) -> str:
    return f"{level.golongan[0]}–{level.golongan[-1]}"


def credit_asked(law: RankLaw, kind: str, golongan: str) -> Fraction | None:
    """Return the credit that the next rank within a level asks; None where no credit decides it."""
    level = law.credit.level(kind) if law.credit else None
    if level is None or golongan not in level.golongan[:-1]:
        return None
    return Fraction(level.next_rank, SCALE) * (level.golongan.index(golongan) + 1)


def credit_check(law: RankLaw, kind: str, golongan: str, credit: tuple[Fraction, Fraction | None] | None) -> RankCheck:
    """Ask for the credit of the next rank within the level."""
    need, article = credit_asked(law, kind, golongan), law.promotion.functional.article
    if need is None:
        raise ValueError((kind, golongan))
    if credit is None:
        return RankCheck("credit", "unknown", "", str(shown(need)), article)
    low, high = credit
    met = True if low >= need else False if high is not None and high < need else None
    return RankCheck("credit", outcome(met), str(shown(low)), str(shown(need)), article)


def _not_above(golongan: str, limit: str) -> bool:
    one, other = order(golongan), order(limit)
    return one is not None and other is not None and one <= other
