"""The law on the screen: what is in force on a day, and where it is written."""

import json

from tests.terminal import asnkarier


def test_list_names_every_topic_with_its_article() -> None:
    said = asnkarier("rules", "list", "--format", "json", "--as-of", "2026-07-01")
    rules = {rule["topic"]: rule for rule in json.loads(said.out)["rules"]}
    assert rules["jpt_pratama"]["law"].startswith("PP 11/2017")
    assert rules["jpt_pratama"]["article"]
    assert len(rules) >= 30


def test_a_day_before_the_first_rule_is_said_not_guessed() -> None:
    said = asnkarier("rules", "list", "--format", "json", "--as-of", "1990-01-01")
    rules = {rule["topic"]: rule for rule in json.loads(said.out)["rules"]}
    assert rules["jpt_pratama"]["law"] is None
    assert rules["jpt_pratama"]["regulated_from"] == "2017-04-07"
    refused = asnkarier("rules", "show", "jpt_pratama", "--as-of", "2017-04-06", lang="en")
    assert (refused.code, refused.out) == (3, "")
    assert "7 April 2017" in refused.err
    assert asnkarier("rules", "show", "jpt_pratama", "--as-of", "2017-04-07").code == 0


def test_show_gives_values_and_citation() -> None:
    said = asnkarier("aturan", "lihat", "jpt_pratama", "--per-tanggal", "1 Juli 2026", width=80)
    assert said.code == 0
    assert "PP 11/2017 jo. PP 17/2020" in said.out
    assert "years: 56" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_an_unknown_topic_is_refused_with_the_known() -> None:
    said = asnkarier("rules", "show", "jpt_pratma", lang="en")
    assert said.code == 3
    assert "jpt_pratama" in said.err
