"""Moves, ways and dates of career paths."""

from datetime import date, timedelta

from asnkarier.core.decide.check import Outcome
from asnkarier.core.decide.experience import Experience
from asnkarier.core.decide.remedy import Change
from asnkarier.core.growth.path import Limit, age_limits, chain, first_day, ladder, moves, readiness, soonest, stages
from asnkarier.core.rank.retirement import RetirementAge
from asnkarier.core.rules.positions import PositionKind
from asnkarier.law.load import regulations

DAY = date(2026, 10, 1)
LAW = regulations()
RULE = LAW.positions.on(DAY).value


def test_moves_lead_to_the_same_rung_or_the_next_one_above() -> None:
    assert moves("pengawas", "jf_ahli_muda", RULE) == "horizontal"
    assert moves("pengawas", "administrator", RULE) == "vertical"
    assert moves("pengawas", "jf_ahli_madya", RULE) == "diagonal"
    assert moves("pengawas", "jpt_pratama", RULE) is None
    assert moves("pengawas", "pelaksana", RULE) is None
    # On one rung, yet a promotion: one level of the ladder at a time, never down it.
    assert moves("jf_terampil", "jf_mahir", RULE) == "vertical"
    assert moves("jf_terampil", "jf_penyelia", RULE) is None
    assert moves("jf_mahir", "jf_terampil", RULE) is None
    assert moves("jf_mahir", "jf_mahir", RULE) == "horizontal"
    assert moves("pelaksana", "jf_terampil", RULE) == "horizontal"


def test_the_ladder_takes_one_post_a_rung_of_the_goals_kind() -> None:
    assert ladder("pelaksana", "administrator", RULE)[-2:] == ["pengawas", "administrator"]
    assert ladder("jf_ahli_pertama", "jf_ahli_madya", RULE) == ["jf_ahli_muda", "jf_ahli_madya"]
    assert ladder("jf_pemula", "jf_mahir", RULE) == ["jf_terampil", "jf_mahir"]


def test_each_post_comes_after_the_years_that_the_law_asks_in_the_one_before() -> None:
    kinds: list[PositionKind] = ["pengawas", "administrator"]
    sets = {kind: LAW.requirements_of(kind, DAY).value for kind in kinds}
    found = stages(kinds, date(2027, 3, 1), sets, RULE)
    # Administrator: three years as pengawas (PP 11/2017 Ps 54).
    assert [stage.earliest for stage in found] == [date(2027, 3, 1), date(2030, 3, 1)]
    assert stages(kinds, None, sets, RULE)[1].earliest is None


def test_the_shortest_chain_of_posts() -> None:
    links = {1: [2, 3], 2: [4], 3: [5], 4: [5], 5: []}
    assert chain(1, 5, lambda post: links[post]) == [3, 5]
    assert chain(5, 1, lambda post: links[post]) is None


def test_readiness_counts_what_is_not_known_apart() -> None:
    found = readiness(["met", "met", "unknown"])
    # 2 of 3 = 66.7 %, at most 3 of 3.
    assert (found.percent, found.possible) == (66, 100)
    nearly: list[Outcome] = ["met" for _ in range(99)]
    assert readiness([*nearly, "not_met"]).percent == 99


def test_a_post_is_out_of_reach_from_the_day_of_the_limit_on() -> None:
    kinds: list[PositionKind] = ["pengawas", "administrator", "jpt_pratama"]
    sets = {kind: LAW.requirements_of(kind, DAY).value for kind in kinds}
    # Administrator on 1 March 2030: the day before the pension begins is in time, the day itself is not.
    for line, earliest in ((date(2030, 3, 2), date(2030, 3, 1)), (date(2030, 3, 1), None)):
        limits = [[], [Limit("retirement", line)], []]
        found = stages(kinds, date(2027, 3, 1), sets, RULE, limits=limits)
        assert found[1].earliest == earliest
        assert (found[1].blocked is None) == (earliest is not None)
        assert (found[2].earliest is None) == (earliest is None)
    floor = [None, date(2031, 7, 1), None]
    found = stages(kinds, date(2027, 3, 1), sets, RULE, floor)
    # Two years as administrator from the later day on (PP 11/2017 Ps 107).
    assert [stage.earliest for stage in found] == [date(2027, 3, 1), date(2031, 7, 1), date(2033, 7, 1)]


def test_the_pension_and_the_age_line_follow_from_the_date_of_birth() -> None:
    born, limit = date(1971, 1, 1), RetirementAge(58, "kind")
    found = age_limits(born, limit, RetirementAge(60, "kind"), 56, "birthday")
    # 58 in January 2029: pension from 1 February; 60 two years later; the 56th birthday, 1 January 2027, is the last day.
    assert found == [
        Limit("retirement", date(2029, 2, 1)), Limit("retirement", date(2031, 2, 1)), Limit("age", date(2027, 1, 2))
    ]  # fmt: skip
    # By completed years the last day is the one before the 57th birthday.
    assert age_limits(born, None, None, 56, "completed_years") == [Limit("age", date(2028, 1, 1))]


def test_evaluations_still_to_come_count_when_their_years_are_over() -> None:
    served = Change("experience_in_post", {}, date(2027, 3, 1))
    missing = Change("performance", {"evaluations": [2026, 2027]})
    assert soonest([served], DAY) == date(2027, 3, 1)
    assert soonest([served, missing], DAY) == date(2028, 1, 1)
    assert soonest([Change("competency", {})], DAY) == DAY


def served(days: int, first: date, *, going_on: bool) -> Experience:
    return Experience(days, first.toordinal(), days, first.toordinal(), going_on)


def test_earlier_service_of_the_level_asked_counts_on_the_way() -> None:
    kinds: list[PositionKind] = ["pengawas", "administrator"]
    sets = {kind: LAW.requirements_of(kind, DAY).value for kind in kinds}

    def second(experience: Experience) -> tuple[date | None, int | None]:
        way = stages(kinds, date(2027, 3, 1), sets, RULE, (), (), {"administrator": experience}, DAY)
        return way[1].earliest, way[1].after_years

    # Pengawas 1 January 2020 to 31 December 2021 (731 days), then none: of three years from 2020 (1,096 days) 365 are missing
    # on 1 March 2027, so 29 February 2028: one day before the anniversary, as 2028 is a leap year.
    assert second(served(731, date(2020, 1, 1), going_on=False)) == (date(2028, 2, 29), 3)
    # One day short of three years on the first day: the next day; just three years: at once.
    assert second(served(1_095, date(2020, 1, 1), going_on=False)) == (date(2027, 3, 2), 3)
    assert second(served(1_096, date(2020, 1, 1), going_on=False)) == (date(2027, 3, 1), None)
    # A pengawas since 1 April 2024 who moves on 1 March 2027 to another such post: three years on 1 April 2027.
    so_far = (DAY - date(2024, 4, 1)).days
    assert second(served(so_far, date(2024, 4, 1), going_on=True)) == (date(2027, 4, 1), 3)
    # The same service, ended the day before the day asked about: what lies between does not count.
    assert second(served(so_far, date(2024, 4, 1), going_on=False))[0] == date(2027, 3, 1) + timedelta(
        days=1_095 - so_far
    )


def test_service_in_every_post_on_the_way_adds_up() -> None:
    kinds: list[PositionKind] = ["pengawas", "jf_ahli_muda", "administrator"]
    sets = {kind: LAW.requirements_of(kind, DAY).value for kind in kinds}
    limits: list[date | None] = [None, date(2028, 3, 1), None]
    found = stages(kinds, date(2027, 3, 1), sets, RULE, limits)
    # Both are of the level that an administrator needs for three years: one as pengawas, two as ahli muda.
    assert [stage.earliest for stage in found] == [date(2027, 3, 1), date(2028, 3, 1), date(2030, 3, 1)]


def test_the_first_day_takes_the_unknown_as_met_and_dates_nothing_that_nobody_can() -> None:
    service = Change("experience_in_post", {}, date(2030, 1, 1))
    # Not known: at the earliest it is met today. Not met: on its day.
    assert first_day([service], [], DAY) == DAY
    assert first_day([service], ["experience_in_post"], DAY) == date(2030, 1, 1)
    # A PPPK for a post of PNS, a degree that is missing, and who is not on duty: nobody can say when.
    assert first_day([service, Change("status", {}, None, possible=False)], ["status"], DAY) is None
    assert first_day([Change("status", {"employee_kind": "PNS"})], ["status"], DAY) is None
    assert first_day([Change("education", {"education": "D-III"})], ["education"], DAY) is None
    assert first_day([Change("duty", {})], [], DAY) is None
    assert first_day([Change("duty", {}, date(2027, 1, 1))], [], DAY) == date(2027, 1, 1)
    # The line of age is drawn by the way itself.
    assert first_day([Change("age", {}, None, possible=False)], ["age"], DAY) == DAY
