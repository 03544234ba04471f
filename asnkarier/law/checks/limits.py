"""Between which ends each number of a rule lies, and from which lists its words come: what no type can say.

The ends are those of common sense, wide enough for any law: beyond them a number is a slip of the pen, or makes nonsense of every
answer. A number that no line names is refused, so that a new key gets its ends.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from asnkarier.core.golongan import order
from asnkarier.law.decode import Where, refuse
from asnkarier.law.topics import TOPICS

T = TypeVar("T")
Ends = tuple[int | Decimal, int | Decimal]

PERCENT: Ends = (0, 100)
LEVEL: Ends = (1, 5)
YEARS: Ends = (0, 40)
SOME_YEARS: Ends = (1, 40)
MONTHS: Ends = (1, 60)
AGE: Ends = (50, 80)
PEOPLE: Ends = (1, 10_000)
A_LITTLE = Decimal("0.0001")

_REQUIREMENTS: Mapping[str, Ends] = {
    "requirements.*.years": (1, 80),  # an age, or years of service
    "requirements.*.years_if_none": YEARS,
    "requirements.*.times": (1, 10),
}
ENDS: Mapping[str, Mapping[str, Ends]] = {
    "predicate": {
        "bands.*.from": (0, 150),
        "bands.*.above": (0, 150),
        "bands.*.below": (0, 150),
        "bands.*.to": (0, 150),
        "highest": (1, 150),
        "codes.*": (1, 99),
    },
    "distribution": {
        "smallest_group": PEOPLE,
        "limits.*.*.at_least": PERCENT,
        "limits.*.*.at_most": PERCENT,
        "limits.*.*.people_at_least": PEOPLE,
    },
    "competency": {"default_levels.*": LEVEL},
    "assessment": {
        "valid_years": SOME_YEARS,
        **{
            f"{purpose}.*.{end}": (0, 100)
            for purpose in ("mapping", "filling")
            for end in ("from", "above", "below", "to")
        },
    },
    "positions": {"rung.*": (1, 99)},
    "experience": {"acting_months": MONTHS, "acting_renewal_months": (0, 60)},
    "careers": {"usual_years.*": YEARS, "same_level.*.least_years": YEARS, "same_level.*.most_years": YEARS},
    "talent": {
        "succession_group.*": (1, 9),
        "crowded": PERCENT,
        "ready_within_years": (0, 10),
        "boxes.*.number": (1, 9),
    },
    "selection": {"names": (1, 99), "stages.*.at_least": PERCENT, "stages.*.at_most": PERCENT},
    "rank_dates": {"months.*": (1, 12)},
    "rank_promotion": {
        "years_of_predicate": (1, 10),
        "regular.years_in_rank": SOME_YEARS,
        "structural.below_years_in_rank": SOME_YEARS,
        "structural.below_years_in_post": YEARS,
        "structural.inside_years_in_rank": SOME_YEARS,
        "functional.years_in_rank": SOME_YEARS,
    },
    "credit": {
        "degree_share": PERCENT,
        "levels.*.coefficient": (A_LITTLE, 1_000),
        "levels.*.next_rank": (A_LITTLE, 10_000),
        "levels.*.next_level": (A_LITTLE, 10_000),
        "multipliers.*": (A_LITTLE, 1_000),
        "basic_keahlian.*": (0, 10_000),
        "basic_keterampilan.*": (0, 10_000),
    },
    "pay_step": {"every_years": (1, 10), "notice_months": (0, 24)},
    "retirement": {"families.*": AGE, "age.*": AGE},
    "ip_asn": {
        "technical_jp": (A_LITTLE, 1_000),
        "technical_months": MONTHS,
        "seminar_months": MONTHS,
        "discipline_years": (1, 20),
        "performance_none": PERCENT,
        "highest.*": PERCENT,
        "qualification.*": PERCENT,
        "performance.*": PERCENT,
        "discipline.*": PERCENT,
        **{f"tracks.*.{part}": PERCENT for part in ("leadership", "functional", "technical", "seminar")},
        **{f"categories.*.{end}": PERCENT for end in ("from", "above", "below", "to")},
    },
    "training": {
        "pns_at_least": (0, 1_000),
        "pppk_at_most": (0, 1_000),
        "minutes": (1, 240),
        "mix.*": PERCENT,
        "forms.*.national": (0, 1_000),
        "forms.*.abroad": (0, 1_000),
        "forms.*.abroad_share": (0, 1_000),
        "forms.*.most_a_month": (1, 31),
        "forms.*.months": (1, 12),
    },
    "growth": {
        "sustained_years": (1, 10),
        "mentor_sessions": (1, 1_000),
        "most_recognised": PEOPLE,
        "mentor_years": YEARS,
        "new_months": MONTHS,
        "plan_competencies": (1, 99),
        "due_days": (1, 366),
        "smallest_answers": PEOPLE,
    },
    "importance": {"weights.*": (1, 99)},
    "mentoring": {
        "year_of_service": (0, 10),
        "most_service_years": YEARS,
        "same_field": (0, 100),
        "same_agency": (0, 100),
    },
    "discipline": {"working_days_until_in_force": (0, 366), "sanctions.*.months": (1, 120)},
    "staff": {"age_groups.*": (15, 99)},
    "satyalancana": {"years.*": (1, 60)},
    "attention": {"retiring_months": (1, 120), "contract_months": (1, 120), "review_months": (1, 120)},
    "fairness": {"least_ratio": PERCENT, "level": PERCENT, "smallest_group": PEOPLE, "smallest_team": PEOPLE},
    **dict.fromkeys(
        [name for name, topic in TOPICS.items() if topic.type == "RequirementSet"],
        _REQUIREMENTS,
    ),
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "predicate": {"not_evaluated.*": "status"},
    "experience": {"uncounted_posts.*": "acting", "uncounted_states.*": "status"},
    "satyalancana": {"breaks.*": "status"},
    "rank_promotion": {"regular.exams.*": "exam", "regular.exams_instead.*": "exam"},
    "jabatan_fungsional": {"requirements.*.exam": "exam"},
    "ip_asn": {
        **{f"{of}_kinds.*": "training_kind" for of in ("technical", "functional", "leadership", "seminar")},
        "seminar_forms.*": "training_form",
    },
}
"""Where the words of a vocabulary stand, and of which."""
GOLONGAN: Mapping[str, Sequence[str]] = {
    "golongan": ("pns.*.golongan",),
    "rank_ranges": ("echelons.*.lowest", "echelons.*.highest"),
    "rank_promotion": (
        "regular.ceiling.*",
        "regular.ceiling_of_profession.*",
        "regular.exams:*",
        "regular.exams_exempt:*",
    ),
    "credit": ("levels.*.golongan.*", "basic_keahlian:*", "basic_keterampilan:*"),
    "kepala_sekolah": ("requirements.*.if_none",),
}
"""Where a golongan of PNS stands; after a colon it is the key itself."""


def limits(topic: str, value: object, where: Where) -> None:
    """Refuse a number beyond its ends, a word that is on no list, and a golongan that there is none of."""
    ends, words, golongan = ENDS.get(topic, {}), WORDS.get(topic, {}), GOLONGAN.get(topic, ())
    for path, key, found in _leaves(value, (), where):
        if isinstance(found, bool):
            continue
        if isinstance(found, int | Decimal):
            pair = _named(ends, path)
            if pair is None or not pair[0] <= found <= pair[1]:
                least, most = pair or ("–", "–")
                raise refuse("rule_out_of_range", key, value=str(found), least=str(least), most=str(most))
        elif isinstance(found, str):
            allowed = _named(words, path)
            if allowed is not None:
                _is_word(found, allowed, key)
            if any(_fits(pattern, path) for pattern in golongan if ":" not in pattern):
                _is_golongan(found, key)
        for pattern in golongan:
            above, colon, _ = pattern.partition(":")
            if colon and path[:-1] == tuple(above.split(".")):
                _is_golongan(path[-1], key)


def _is_word(found: str, vocabulary: str, where: Where) -> None:
    from asnkarier.core.kinds.vocabulary import SPELLINGS

    known = tuple(SPELLINGS[vocabulary])
    if found not in known:
        raise refuse("rule_unknown_value", where, value=found, near="", known=", ".join(known))


def _is_golongan(found: str, where: Where) -> None:
    if order(found) is None or found.count("/") != 1:
        raise refuse("rule_unknown_value", where, value=found, near="", known="I/a, I/b … IV/e")


def _leaves(value: object, path: tuple[str, ...], where: Where) -> Iterator[tuple[tuple[str, ...], Where, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, str(key)), where.at(str(key)))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _leaves(inner, (*path, str(place)), where.at(place))
    else:
        yield path, where, value


def _named(of: Mapping[str, T], path: Sequence[str]) -> T | None:
    return next((found for pattern, found in of.items() if _fits(pattern, path)), None)


def _fits(pattern: str, path: Sequence[str]) -> bool:
    parts = pattern.split(".")
    return len(parts) == len(path) and all(part in ("*", name) for part, name in zip(parts, path, strict=True))
