"""Checks in words: a label for each, one plain sentence for each outcome, and the same as data."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from asnkarier.core.anniversary import anniversary, duration
from asnkarier.core.decide.check import Check, Verdict
from asnkarier.core.decide.checks.competence import Measured
from asnkarier.core.decide.checks.functional import Earned
from asnkarier.core.decide.checks.personal import Serves
from asnkarier.core.decide.checks.service import value_of
from asnkarier.core.decide.experience import Experience
from asnkarier.core.numbers import SCALE, shown, unscaled
from asnkarier.views.decide.lists.ahead import serves_data, serves_said
from asnkarier.views.language import N_, Words
from asnkarier.views.terms import TERMS

LABELS: Mapping[str, str] = {
    "status": N_("Employment status"),
    "education": N_("Education"),
    "experience_in_post": N_("Experience in posts"),
    "experience_in_field": N_("Experience in the field"),
    "teacher": N_("Teacher"),
    "experience_as_teacher": N_("Experience as a teacher"),
    "performance": N_("Performance"),
    "competency": N_("Competency"),
    "age": N_("Age"),
    "retirement_age": N_("Retirement age"),
    "discipline": N_("Discipline"),
    "rank": N_("Golongan"),
    "golongan": N_("Golongan"),
    "box": N_("Talent box"),
    "duty": N_("On duty"),
    "registers": N_("Registers"),
    "time_in_post": N_("Time in the present post"),
    "level_below": N_("Level below"),
    "competency_test": N_("Competency test"),
    "vacancy": N_("Vacancy"),
    "credit": N_("Credit"),
    "government_degree": N_("Degree in government"),
    "teaching_certificate": N_("Teaching certificate"),
    "managerial_experience": N_("Managerial experience"),
    "term": N_("Terms of office"),
    "own_law": N_("Law of the post's own"),
    "integrity": N_("Integrity and morality"),
    "health": N_("Health"),
    "wealth_report": N_("LHKPN and SPT"),
    "related_training": N_("Related training"),
}

WHY: Mapping[str, str] = {
    "no_assessment": N_("no assessment is on record (sheet of assessments)"),
    "expired": N_("the assessment of {assessed_on} has expired"),
    "recap_only": N_("the assessment of {assessed_on} gives only a JPM, and not against this post"),
    "levels_missing": N_("some levels of the assessment of {assessed_on} are missing"),
    "register_not_covered": N_(
        "the register is not known to be complete for the time that counts (import what is lacking)"
    ),
    "end_not_known": N_("the end of the sanction of {decided_on} is not known"),
    "served": N_("being served until {ends_on}"),
    "served_reckoned": N_("being served until {ends_on}, counted without public holidays"),
    "look_back": N_("decided on {decided_on}, within the look-back"),
    "ever": N_("decided on {decided_on}"),
    "history_not_known": N_("no history of posts has been imported (sheet of history)"),
    "post_not_known": N_("the kind or the beginning of a post is not known"),
    "family_not_known": N_("the job family of the post to be filled is not recorded (sheet of positions)"),
    "other_sanctions": N_("a sanction is on record, but none of these that counts on this day"),
    "grace": N_("the newest year is not recorded yet, so the years before it stand in"),
    "away": N_("on CLTN or suspended throughout a year that counts: nobody was to evaluate it"),
    "one_below": N_("one rank below the range"),
    "below_range": N_("below the range"),
    "above_range": N_("above the range"),
    "same_level": N_("a move on the same level does not ask this"),
    "certificate_not_on_record": N_("no such degree or certificate is on record"),
    "certificate_expired": N_("the certificate is valid no more"),
    "not_regulated_yet": N_("the law of the post's own does not hold yet on this day"),
    "not_dated": N_("the record of this degree does not tell whether it was taken by this day (sheet of educations)"),
    "perhaps_such": N_("may be what the law means: for the committee to see"),
    "lowest_level": N_("the lowest level is entered by a first appointment or a transfer, which is not judged here"),
    "other_function": N_("another functional post"),
    "other_category": N_(
        "comes from the other category of functional posts: what stands in place of this is for the committee to say"
    ),
    "exam_names_no_post": N_(
        "an exam is on record for this level, but not for which post, and which was held then is not known"
    ),
    "no_credit": N_("the present post earns no credit for this level"),
    "no_pak": N_("no PAK of the present level is on record (sheet of credits), so the total is open upwards"),
    "credit_open": N_("years without an evaluation, or with an open predicate, leave the total open"),
    "terms_over": N_("the terms that the law allows have been served"),
    "terms_not_known": N_(
        "how long the office, a duty beside a post, was held is not known so far back (sheet of history)"
    ),
    "led_otherwise": N_("posts that lead are counted; who led otherwise is for the committee to say"),
    "only_if_none": N_("enough only where nobody has what the law asks first; the committee says whether that is so"),
}


NOT_ASKED = "not_asked"
"""Why a check is left out for someone: the law asks it of others."""


def label(name: str) -> str:
    """Return the marked label of a check."""
    return LABELS.get(name) or name.replace("_", " ").capitalize()


def listed(parts: Sequence[object]) -> Words:
    """Say several things one after the other, apart by semicolons because they may hold commas themselves."""
    keys = [f"part{place}" for place in range(len(parts))]
    return Words("; ".join(f"{{{key}}}" for key in keys), dict(zip(keys, parts, strict=True)))


def term(value: object) -> object:
    """Return a canonical word as something to be said."""
    return Words(TERMS[value]) if isinstance(value, str) and value in TERMS else value


def value_data(kind: str, verdict: Verdict, as_of: date) -> object:
    """Return a verdict's value as a JSON document has it."""
    value = verdict.value
    if isinstance(value, Experience):
        return value_of(value)
    if isinstance(value, Earned):
        return {
            "credit_low": shown(value.low),
            "credit_high": None if value.high is None else shown(value.high),
            "months_at": {predicate: most for predicate, (_least, most) in value.months_at.items()},
        }
    if isinstance(value, Measured):
        return {key: found for key, found in value._asdict().items() if key != "expired" or found}
    if kind == "retirement_age" and isinstance(value, str):
        return {"pension_from": value}
    if isinstance(value, Serves):
        return serves_data(value)
    if kind == "age" and isinstance(value, str):
        return {"birth_date": value, "age": _age(value, as_of)}
    return value


def required_data(check: Check) -> object:
    """Return what a check requires as a JSON document has it."""
    if check.kind == "credit" and isinstance(check.required, dict) and check.required["credit"] is not None:
        return {**check.required, "credit": _plain(unscaled(check.required["credit"]))}
    if check.kind == "competency" and isinstance(check.required, dict):
        return {**check.required, "jpm": _plain(unscaled(check.required["jpm"]))}
    return check.required


def _plain(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _age(born: str, as_of: date) -> int:
    birth = date.fromisoformat(born)
    years = as_of.year - birth.year
    return years if anniversary(birth, years) <= as_of else years - 1


def found(kind: str, verdict: Verdict, as_of: date) -> Words | str:
    """Say what was found."""
    value = verdict.value
    if isinstance(value, Experience):
        return _served(value)
    if isinstance(value, Earned):
        return _credit(value)
    if isinstance(value, Measured):
        if value.jpm is None:
            return Words(N_("JPM not known"))
        jpm = shown(Fraction(value.jpm).limit_denominator(SCALE * SCALE), 2)
        return Words(N_("JPM {jpm} ({category})"), {"jpm": jpm, "category": term(value.category)})
    if value is None:
        return Words(N_("none on record") if verdict.outcome == "not_met" else N_("not known"))
    if isinstance(value, Serves):
        return serves_said(value)
    if kind == "retirement_age":
        return Words(N_("pension from {day}"), {"day": date.fromisoformat(str(value))})
    if kind == "age":
        born = date.fromisoformat(str(value))
        return Words(N_("{age} years old, born {born}"), {"age": _age(str(value), as_of), "born": born})
    if isinstance(value, dict):
        return _of_dict(kind, value)
    if kind == "discipline" and verdict.why == "other_sanctions":
        return Words(N_("no such sanction"))
    if kind == "discipline" and value == "none":
        return Words(N_("no sanction on record"))
    if kind == "teacher":
        return Words("{post}", {"post": str(value).title()})
    if kind == "box" and isinstance(value, list):
        return Words(N_("box {boxes} cannot be told apart"), {"boxes": [str(box) for box in value]})
    if kind == "box":
        return Words(N_("box {box}"), {"box": str(value)})
    return Words("{value}", {"value": term(value)})


def _credit(value: Earned) -> Words:
    low = shown(value.low)
    if value.high is None:
        return Words(N_("credit of at least {low}"), {"low": low})
    if value.high == value.low:
        return Words(N_("credit of {low}"), {"low": low})
    return Words(N_("credit of {low} to {high}"), {"low": low, "high": shown(value.high)})


def _of_dict(kind: str, value: Mapping[str, object]) -> Words:
    if kind == "performance":
        years = [
            Words("{year}: {predicate}", {"year": year, "predicate": term(found) if found else Words(N_("not known"))})
            for year, found in value.items()
        ]
        return Words("{years}", {"years": years})
    if kind == "discipline":
        return Words(N_("a {level} sanction of {decided_on}"), {**value, "decided_on": day_said(value["decided_on"])})
    return Words("{value}", {"value": ", ".join(f"{k}: {v}" for k, v in value.items())})


def day_said(value: object) -> object:
    """Return ISO text as the day it stands for; anything else as it is."""
    return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else value


def span(first: int, days: int) -> Words:
    """Say a duration in years, months and days, without those that are none."""
    return length(*(duration(first, days) if days else (0, 0, 0)))


def length(years: int, months: int, days: int) -> Words:
    """Say so many years, months and days."""
    one = (N_("1 year"), N_("1 month"), N_("1 day"))
    many = (N_("{count} years"), N_("{count} months"), N_("{count} days"))
    counts = (years, months, days)
    parts = [
        Words(one[i]) if count == 1 else Words(many[i], {"count": str(count)})
        for i, count in enumerate(counts)
        if count or (i == 2 and not any(counts))
    ]
    keys = [f"part{place}" for place in range(len(parts))]
    return Words(" ".join(f"{{{key}}}" for key in keys), dict(zip(keys, parts, strict=True)))


def _served(value: Experience) -> Words:
    sure = span(value.first, value.days)
    if value.exact:
        return Words("{sure}", {"sure": sure})
    if value.earliest <= 1:
        return Words(N_("at least {sure}"), {"sure": sure})
    return Words(N_("{sure} for sure, {most} at most"), {"sure": sure, "most": span(value.earliest, value.most)})


def wanted(check: Check) -> Words:
    """Say what is required."""
    return required_said(check.kind, check.required)


_CALLED = "sertifikat "


def of_certificates(names: Sequence[str]) -> list[str]:
    """Return names of certificates as they stand behind that word, which some begin with themselves."""
    return [name.removeprefix(_CALLED) for name in names]


def required_said(kind: str, required: object) -> Words:
    """Say what a check of a kind requires."""
    if not isinstance(required, dict):
        values = required if isinstance(required, list) else [required]
        return Words("{values}", {"values": [term(value) for value in values]})
    if kind == "performance" and required["years"] == 1:
        return Words(N_("at least {predicate} last year"), {"predicate": term(required["at_least"])})
    if kind == "performance":
        return Words(
            N_("at least {predicate} in each of the last {years} {years:year|years}"),
            {"predicate": term(required["at_least"]), "years": required["years"]},
        )
    if kind == "term":
        return Words(N_("less than {times} terms of {years} {years:year|years} in the office"), required)
    if kind == "credit":
        need = required["credit"]
        return Words(
            N_("credit of {need} as {level}"),
            {"need": "–" if need is None else _plain(unscaled(need)), "level": term(required["level"] or "")},
        )
    if kind == "vacancy":
        if required["headcount"] is None:
            return Words(N_("an open place (the headcount of the post is not recorded)"))
        return Words(N_("an open place: headcount {headcount}, holders {incumbents}"), required)
    if kind == "competency":
        return Words(N_("JPM of at least {jpm}"), {"jpm": unscaled(required["jpm"])})
    if kind == "retirement_age":
        return Words(N_("pension at {age} not begun"), {"age": required["age"]})
    if kind == "age":
        if required["reading"] == "birthday":
            return Words(N_("not past the {years}th birthday"), {"years": required["at_most"]})
        return Words(N_("at most {years} completed {years:year|years}"), {"years": required["at_most"]})
    if kind == "discipline":
        levels = [term(level) for level in required["none_of"]]
        if required["years"] is None:
            return Words(N_("never a sanction of {levels}"), {"levels": levels})
        return Words(
            N_("no sanction of {levels} being served or decided within {years} {years:year|years}"),
            {"levels": levels, "years": required["years"]},
        )
    if kind == "rank":
        return Words("{low}–{high}", {"low": required["at_least"], "high": required["at_most"]})
    if kind == "golongan":
        return Words(N_("at least {golongan}"), {"golongan": required["at_least"]})
    if "certificates" in required:
        papers = {**required, "certificates": of_certificates(required["certificates"])}
        if not required["fields"]:
            return Words(N_("the certificate {certificates}"), papers)
        return Words(N_("a degree in {fields}, or the certificate {certificates}"), papers)
    if "kinds" in required:
        kinds = [term(kind) for kind in required["kinds"]]
        return Words(N_("{time} as {kinds} or higher"), {"time": length(required["years"], 0, 0), "kinds": kinds})
    if "job_family" in required:
        family = required["job_family"] or Words(N_("the post's field, which is not recorded"))
        return Words(N_("{time} in {family}"), {"time": length(required["years"], 0, 0), "family": family})
    if "most_years" in required:
        return Words(N_("{years} to {most_years} years"), required)
    if "years" in required:
        return length(required["years"], 0, 0)
    return Words("{value}", {"value": ", ".join(f"{k}: {v}" for k, v in required.items() if v)})


def sentence(check: Check, verdict: Verdict, as_of: date) -> Words:
    """Say a check in one sentence: what was found, what is required, and why it cannot be told."""
    values: dict[str, object] = {
        "check": Words(label(check.name)),
        "found": found(check.kind, verdict, as_of),
        "wanted": wanted(check),
    }
    why = why_said(verdict)
    if check.kind == "rank" and check.advisory and why is not None:
        # The law of the requirements names no rank: where the policy only warns, it is a range and no requirement.
        return Words(N_("golongan {found} is {why} of the post, {wanted}"), {**values, "why": why})
    if why is not None:
        return Words(N_("{check}: {found}; required: {wanted} — {why}"), {**values, "why": why})
    return Words(N_("{check}: {found}; required: {wanted}"), values)


def why_said(verdict: Verdict) -> Words | None:
    """Say what there is to say beyond what was found and what is required."""
    if verdict.why not in WHY:
        return None
    value = verdict.value
    details = value if isinstance(value, dict) else value._asdict() if isinstance(value, Measured) else {}
    why = "served_reckoned" if verdict.why == "served" and "without_public_holidays" in details else verdict.why
    return Words(WHY[why], {key: day_said(value) for key, value in details.items()})
