"""Moves, ways and dates of career paths."""

from datetime import date

from asnkarier.core.growth.path import chain, ladder, moves, readiness, stages
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


def test_the_ladder_takes_one_post_a_rung_of_the_goals_kind() -> None:
    assert ladder("pelaksana", "administrator", RULE)[-2:] == ["pengawas", "administrator"]
    assert ladder("jf_ahli_pertama", "jf_ahli_madya", RULE) == ["jf_ahli_muda", "jf_ahli_madya"]


def test_each_post_comes_after_the_years_that_the_law_asks_in_the_one_before() -> None:
    kinds = ["pengawas", "administrator"]
    sets = {kind: LAW.requirements_of(kind, DAY).value for kind in kinds}  # type: ignore[arg-type]
    found = stages(kinds, date(2027, 3, 1), sets, RULE)  # type: ignore[arg-type]
    # Administrator: three years as pengawas (PP 11/2017 Ps 54).
    assert [stage.earliest for stage in found] == [date(2027, 3, 1), date(2030, 3, 1)]
    assert stages(kinds, None, sets, RULE)[1].earliest is None  # type: ignore[arg-type]


def test_the_shortest_chain_of_posts() -> None:
    links = {1: [2, 3], 2: [4], 3: [5], 4: [5], 5: []}
    assert chain(1, 5, lambda post: links[post]) == [3, 5]
    assert chain(5, 1, lambda post: links[post]) is None


def test_readiness_counts_what_is_not_known_apart() -> None:
    found = readiness(["met", "met", "unknown"])
    # 2 of 3 = 66.7 %, at most 3 of 3.
    assert (found.percent, found.possible) == (66, 100)
    assert readiness(["met"] * 99 + ["not_met"]).percent == 99
