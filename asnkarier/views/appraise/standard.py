"""The requirements of a post as one tells them to an employee: a whole sentence each."""

from asnkarier.core.decide.check import Check
from asnkarier.core.numbers import unscaled
from asnkarier.views.decide.checks import label, of_certificates, term, wanted
from asnkarier.views.language import N_, Words

_ALONE = {
    "status": N_("Employment status {value}."),
    "education": N_("Education of at least {value}."),
    "competency_test": N_("A passed competency test (uji kompetensi) for this level."),
    "teacher": N_("Holding a post as {value}."),
    "level_below": N_("Holding the level directly below, {value}."),
}


def asked(check: Check) -> Words:
    """Say what a check asks of an employee."""
    required = check.required
    if not isinstance(required, dict):
        values = required if isinstance(required, list) else [required]
        if check.kind in _ALONE:
            return Words(_ALONE[check.kind], {"value": [term(value) for value in values]})
        return Words("{check}: {wanted}.", {"check": Words(label(check.name)), "wanted": wanted(check)})
    values_of = {key: _said(value) for key, value in required.items()}
    text = _sentence(check.kind, required)
    if text is None:
        return Words("{check}: {wanted}.", {"check": Words(label(check.name)), "wanted": wanted(check)})
    if check.kind == "credit":
        values_of["credit"] = "–" if required["credit"] is None else unscaled(required["credit"])
    if check.kind == "competency":
        values_of["jpm"] = unscaled(required["jpm"])
    if "certificates" in required:
        values_of["certificates"] = of_certificates(required["certificates"])
    if not required.get("job_family", True):
        values_of["job_family"] = Words(N_("the post's field, which is not recorded"))
    return Words(text, values_of)


def _said(value: object) -> object:
    return [term(one) for one in value] if isinstance(value, list) else term(value)


def _sentence(kind: str, required: dict[str, object]) -> str | None:
    if kind == "performance":
        if required["years"] == 1:
            return N_("A performance predicate of at least {at_least} last year.")
        return N_("A performance predicate of at least {at_least} in each of the last {years} {years:year|years}.")
    if kind == "competency":
        return N_("Competencies that reach the standard above: a JPM of at least {jpm}%.")
    if kind == "age":
        if required["reading"] == "birthday":
            return N_("Not past the birthday of {at_most} years on the day of appointment.")
        return N_("At most {at_most} completed years of age on the day of appointment.")
    if kind == "discipline":
        if required["years"] is None:
            return N_("Never a sanction of {none_of}.")
        return N_("No sanction of {none_of} being served, and none decided within the last {years} {years:year|years}.")
    if kind == "time_in_post" and "most_years" in required:
        return N_("Who already holds a post of this level: {years} to {most_years} years in it.")
    return {
        "experience_in_post": N_(
            "At least {years} {years:year|years} in definitive posts as {kinds} or higher, added up (Plt, Plh and Pj do not count)."
        ),
        "experience_in_field": N_("At least {years} {years:year|years} in posts of the field {job_family}, added up."),
        "experience_as_teacher": N_("Who is a teacher: at least {years} {years:year|years} as one."),
        "rank": N_("Golongan {at_least} to {at_most}."),
        "golongan": N_("Golongan of at least {at_least}."),
        "time_in_post": N_("Who already holds a post of this level: at least {years} {years:year|years} in it."),
        "credit": N_("A cumulative credit of at least {credit} as {level}."),
        "managerial_experience": N_(
            "{years} {years:year|years} of managerial experience, by posts or as the committee judges."
        ),
        "term": N_("Less than {times} terms of {years} {years:year|years} in this office so far."),
        "vacancy": N_("A free place: {incumbents} hold the post now."),
        "degree_or_certificate": N_("A degree in {fields}, or the certificate {certificates}."),
        "certificate": N_("The certificate {certificates}."),
    }.get(kind)
