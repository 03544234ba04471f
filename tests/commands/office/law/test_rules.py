import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from asnkarier.law.load import regulations
from asnkarier.law.topics import TOPICS
from asnkarier.views import law_words
from asnkarier.views.language import use
from asnkarier.views.law_words import topic_named, topic_typed
from asnkarier.views.messages.glosses import said
from asnkarier.views.terms import TERMS
from tests import golden
from tests.law.conftest import text_of
from tests.terminal import asnkarier


@pytest.fixture(autouse=True)
def _no_database_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", path).code == 0
    return path


def answer(*arguments: object) -> Any:
    said = asnkarier(*arguments, "--format", "json")
    assert said.code == 0, said.err
    return json.loads(said.out)


def later_rule(tmp_path: Path) -> Path:
    """The first record of the promotion dates, with another day and other months."""
    head, *records = text_of("rank_dates").split("[[version]]")
    path = tmp_path / "periode.toml"
    text = head + "[[version]]" + records[0].replace("2000-11-17", "2027-01-01").replace("[4, 10]", "[1, 7]")
    path.write_text(text, encoding="utf-8")
    return path


def test_list_names_every_topic_with_the_record_of_the_day() -> None:
    rules = {rule["topic"]: rule for rule in answer("rules", "list", "--as-of", "2021-12-31")["rules"]}
    assert list(rules) == list(TOPICS)
    assert rules["predicate"]["law"] == "PP 30/2019"
    assert rules["credit"]["law"] is None  # PermenPANRB 1/2023 was not there yet
    assert rules["credit"]["regulated_from"] == "2023-07-01"


def test_show_on_both_sides_of_a_new_law() -> None:
    before = answer("rules", "show", "predicate", "--as-of", "2021-12-31")
    after = answer("rules", "show", "predicate", "--as-of", "2022-01-01")
    assert (before["law"], after["law"]) == ("PP 30/2019", "PermenPANRB 6/2022")
    assert before["value"]["highest"] == 120
    assert len(after["versions"]) == 3


def test_every_topic_can_be_shown_in_both_languages() -> None:
    for topic in TOPICS:
        for lang in ("id", "en"):
            assert asnkarier("rules", "show", topic, "--as-of", "2026-11-21", lang=lang).code == 0


def test_show_for_people() -> None:
    golden.check(
        "office/rules_show", asnkarier("aturan", "lihat", "administrator", "--as-of", "2026-11-21", width=80).out
    )
    golden.check("office/rules_diff", asnkarier("rules", "diff", "2025-09-30", "2025-10-01", width=80, lang="en").out)


def test_before_the_first_rule_there_is_none() -> None:
    said = asnkarier("rules", "show", "credit", "--as-of", "2023-06-30", lang="en")
    assert said.code == 3
    assert "credit is not regulated yet on 30 June 2023." in said.err
    assert "1 July 2023" in said.err


def test_check_reads_everything_and_names_what_is_wrong(tmp_path: Path) -> None:
    assert asnkarier("rules", "check").code == 0
    path = later_rule(tmp_path)
    assert answer("rules", "check", path)["records"][0]["in_force_since"] == "2027-01-01"
    path.write_text(path.read_text(encoding="utf-8").replace('law = "PP 99/2000"\n', ""), encoding="utf-8")
    said = asnkarier("rules", "check", path, lang="en")
    assert said.code == 3
    assert f"{path}: version[1].law is missing or empty" in said.err


def test_the_day_of_reading_is_judged_by_the_clock_whatever_day_is_asked_about(tmp_path: Path) -> None:
    path = later_rule(tmp_path)
    read_today = re.sub("checked_on = .*", f"checked_on = {date.today()}", path.read_text(encoding="utf-8"))
    path.write_text(read_today, encoding="utf-8")
    for day, in_force in (("2026-06-30", False), ("2026-12-31", False), ("2027-01-01", True), ("2030-01-01", True)):
        assert [record["in_force"] for record in answer("rules", "check", path, "--as-of", day)["records"]] == [
            in_force
        ]
    tomorrow = date.today() + timedelta(days=1)
    path.write_text(read_today.replace(f"checked_on = {date.today()}", f"checked_on = {tomorrow}"), encoding="utf-8")
    # Not even where a later day is asked about.
    assert asnkarier("rules", "check", path, "--as-of", tomorrow + timedelta(days=1)).code == 3


def test_an_added_rule_counts_from_its_day_on(tmp_path: Path, db: Path) -> None:
    path = later_rule(tmp_path)
    assert answer("rules", "add", path, "--db", db)["added"] is True
    assert answer("rules", "add", path, "--db", db)["added"] is False
    day_before = answer("rules", "show", "rank_dates", "--as-of", "2026-12-31", "--db", db)
    first_day = answer("rules", "show", "rank_dates", "--as-of", "2027-01-01", "--db", db)
    assert (len(day_before["value"]["months"]), day_before["added"]) == (12, False)
    assert (first_day["value"]["months"], first_day["added"]) == ([1, 7], True)


def test_an_added_rule_never_takes_the_day_of_another(tmp_path: Path, db: Path) -> None:
    path = later_rule(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("2027-01-01", "2025-10-01"), encoding="utf-8")
    said = asnkarier("rules", "add", path, "--db", db)
    assert said.code == 3
    assert answer("rules", "show", "rank_dates", "--as-of", "2025-10-01", "--db", db)["added"] is False


def test_an_unknown_topic_names_them_all_as_they_are_typed() -> None:
    said = asnkarier("rules", "show", "predikta", lang="en")
    assert (said.code, said.out) == (3, "")
    assert "predicate, distribution" in said.err
    assert "predikat, sebaran" in asnkarier("rules", "show", "predikta", lang="id").err


def test_a_topic_is_typed_in_either_language() -> None:
    for typed in ("pay_step", "pay-step", "gaji-berkala", "Gaji Berkala", "gaji_berkala"):
        for lang in ("id", "en"):
            assert answer("rules", "show", typed, "--lang", lang)["topic"] == "pay_step", (typed, lang)
    for topic in TOPICS:
        named = topic_typed(topic)
        assert topic_named(named) == topic
        assert " " not in named


def test_every_topic_and_key_has_a_label() -> None:
    assert list(law_words.TOPICS) == list(TOPICS)
    names = re.compile(r"[\dA-Z]")  # levels 1 to 5, golongan, echelons, degrees: written as the law writes them
    bare = {
        (topic, key)
        for topic in TOPICS
        for version in regulations().topic(topic).versions
        for key in _keys(version.record["value"])
        if key not in law_words.WORDS and key not in TERMS and not names.match(key)
    }
    assert sorted(bare) == []


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(item)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_list_breaks_no_word_at_80_columns(lang: str) -> None:
    shown = asnkarier("rules", "list", "--as-of", "2026-11-21", width=80, lang=lang).out
    golden.check(f"office/rules_list_{lang}", shown)
    words = {word for line in shown.splitlines() for word in line.split()}
    rules = answer("rules", "list", "--as-of", "2026-11-21", "--lang", lang)["rules"]
    use(lang)
    for rule in rules:
        # JSON keeps the law as its file writes it; people read its gloss in their language.
        assert set(f"{rule['titles'][lang]} {said(rule['law'])}".split()) <= words, rule["topic"]


def test_json_and_csv_keep_the_keys(tmp_path: Path) -> None:
    listed = asnkarier("aturan", "daftar", "--format", "csv", lang="id").out.splitlines()
    assert listed[0] == "topic,title,law,in_force_since,confidence"
    assert listed[1].startswith("predicate,Performance predicate,PermenPANRB 6/2022,2022-01-01,high")
    differing = asnkarier("aturan", "banding", "2025-09-30", "2025-10-01", "--format", "csv", lang="id").out
    assert "rank_dates,months,2; 4; 6; 8; 10; 12,1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11; 12" in differing
    scales = asnkarier("rules", "diff", "2020-12-31", "2022-01-01", "--format", "csv", lang="id").out
    assert "predicate,bands[baik],from=76; below=91," in scales  # an entry that only one day has is one row
    changes = answer("rules", "diff", "2025-09-30", "2025-10-01")["changes"]
    assert [(c["key"], c["before"]) for c in changes][-1] == ("months", [2, 4, 6, 8, 10, 12])


def test_diff_marks_the_records_of_the_institution(tmp_path: Path, db: Path) -> None:
    path = later_rule(tmp_path)
    text = path.read_text(encoding="utf-8")
    assert asnkarier("rules", "add", path, "--db", db).code == 0
    path.write_text(text.replace("2027-01-01", "2027-07-01").replace("[1, 7]", "[1]"), encoding="utf-8")
    assert asnkarier("rules", "add", path, "--db", db).code == 0
    # 31 Dec 2026 the built-in record, 1 Jan 2027 the institution's first, from 1 July its second
    last_built_in, first = "2026-12-31", "2027-01-01"
    found = answer("rules", "diff", last_built_in, first, "--db", db)
    assert {(c["before_added"], c["after_added"]) for c in found["changes"]} == {(False, True)}
    assert found["between"] == []
    shown = asnkarier("rules", "diff", last_built_in, first, "--db", db, width=80, lang="en").out
    assert "[1, 7]" in shown
    assert "a record that the institution added" in " ".join(shown.split())
    # its first record held from 1 January to 30 June 2027: between 31 Dec 2026 and 1 July 2027, on neither of the days
    over = answer("rules", "diff", last_built_in, "2027-07-01", "--db", db)["between"]
    assert [(r["in_force_since"], r["in_force_until"], r["added"]) for r in over] == [
        ("2027-01-01", "2027-06-30", True)
    ]
    assert answer("rules", "diff", first, "2027-07-01", "--db", db)["between"] == []  # in force on the earlier day
    assert answer("rules", "diff", last_built_in, "2027-06-30", "--db", db)["between"] == []  # and on the later
    shown = asnkarier("rules", "diff", last_built_in, "2027-07-01", "--db", db, width=80, lang="en").out
    golden.check("office/rules_diff_between", shown)


def test_an_added_rule_and_a_policy_in_use_are_in_the_log_and_can_be_taken_back(tmp_path: Path, db: Path) -> None:
    rule = answer("rules", "add", later_rule(tmp_path), "--db", db)
    first = answer("policy", "use", "langsa", "--db", db)
    second = answer("policy", "use", "plaju", "--db", db)
    assert answer("policy", "use", "plaju", "--db", db)["batch"] is None  # unchanged: nothing is written
    logged = asnkarier("audit", "log", "--db", db, "--format", "json").out
    assert "rules add" in logged
    assert "policy use" in logged
    assert asnkarier("audit", "verify", "--db", db).code == 0
    assert asnkarier("imports", "undo", second["batch"], "--db", db).code == 0
    assert answer("policy", "show", "--db", db)["name"] == "langsa"
    assert asnkarier("imports", "undo", first["batch"], "--db", db).code == 0
    assert answer("policy", "show", "--db", db)["name"] == "umum"
    assert asnkarier("imports", "undo", rule["batch"], "--db", db).code == 0
    assert answer("rules", "show", "rank_dates", "--as-of", "2027-01-01", "--db", db)["added"] is False
    assert asnkarier("audit", "verify", "--db", db).code == 0


def test_json_is_the_same_in_both_languages_with_both_titles() -> None:
    for typed in (("rules", "list"), ("rules", "show", "pay_step"), ("rules", "show", "training")):
        found = [asnkarier(*typed, "--as-of", "2026-06-30", "--format", "json", lang=lang).out for lang in ("id", "en")]
        assert found[0] == found[1], typed
    shown = json.loads(asnkarier("rules", "show", "pay_step", "--as-of", "2026-06-30", "--format", "json").out)
    assert shown["titles"] == {"id": "Kenaikan gaji berkala", "en": "Pay step"}
    assert shown["title"] == "Pay step"


def test_what_other_tables_say_too_has_its_word_once() -> None:
    assert [key for key, said in law_words.WORDS.items() if TERMS.get(key) == said] == []
