import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.law.policy_load import built_in, from_text, policy
from tests import golden
from tests.terminal import asnkarier


@pytest.fixture(autouse=True)
def _no_database_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def answer(*arguments: object) -> Any:
    said = asnkarier(*arguments, "--format", "json")
    assert said.code == 0, said.err
    return json.loads(said.out)


def own_policy(tmp_path: Path, weight: int = 100) -> Path:
    path = tmp_path / "kota.toml"
    path.write_text(
        'name = "kota"\nbasis = "Keputusan Wali Kota 1/2026"\nconfidence = "high"\n\n'
        f"[potential.weights]\ncompetency = {weight}\n",
        encoding="utf-8",
    )
    return path


def test_list_marks_the_one_in_use() -> None:
    policies = answer("policy", "list")["policies"]
    assert [entry["name"] for entry in policies] == list(built_in())
    assert [entry["name"] for entry in policies if entry["in_use"]] == ["umum"]


@pytest.mark.parametrize("name", built_in())
@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_is_exported_is_commented_and_loads_back(name: str, lang: str, tmp_path: Path) -> None:
    path = tmp_path / "out.toml"
    assert asnkarier("policy", "export", name, "-o", path, lang=lang).code == 0
    text = path.read_text(encoding="utf-8")
    assert text.count("# ") > 20
    assert from_text(text, "out.toml") == policy(name)
    assert asnkarier("policy", "check", path).code == 0
    assert asnkarier("policy", "check", "umum").code == 0


def test_a_preset_says_that_it_is_no_decree() -> None:
    said = asnkarier("policy", "show", "langsa", lang="en", width=80)
    assert "it is no decree" in said.err
    golden.check("office/policy_show", said.out)


def test_weights_of_99_are_refused_with_file_key_and_sum(tmp_path: Path) -> None:
    path = own_policy(tmp_path, weight=99)
    said = asnkarier("policy", "check", path, lang="en")
    assert said.code == 3
    assert f"{path}: the weights of potential.weights add to 99, not to 100." in said.err


def test_use_keeps_the_policy_in_the_file(tmp_path: Path) -> None:
    db, path = tmp_path / "kota.sqlite", own_policy(tmp_path)
    assert asnkarier("init", "--db", db).code == 0
    assert answer("policy", "use", path, "--db", db)["name"] == "kota"
    path.unlink()
    assert answer("policy", "show", "--db", db)["potential"]["weights"] == {"competency": 100}
    listed = {entry["name"]: entry for entry in answer("policy", "list", "--db", db)["policies"]}
    assert (listed["kota"]["in_use"], listed["kota"]["built_in"], listed["umum"]["in_use"]) == (True, False, False)
    assert answer("policy", "use", "langsa", "--db", db)["name"] == "langsa"
    assert answer("policy", "show", "--db", db)["name"] == "langsa"


def test_a_policy_of_ones_own_has_a_name_of_its_own(tmp_path: Path) -> None:
    db, path = tmp_path / "kota.sqlite", own_policy(tmp_path)
    assert asnkarier("init", "--db", db).code == 0
    path.write_text(path.read_text(encoding="utf-8").replace('"kota"', '"langsa"'), encoding="utf-8")
    said = asnkarier("policy", "use", path, "--db", db, lang="en")
    assert said.code == 3
    assert "langsa" in said.err


def test_an_unknown_policy_names_those_there_are() -> None:
    said = asnkarier("policy", "show", "lhoksumawe", lang="en")
    assert said.code == 3
    assert "lhokseumawe" in said.err


def test_two_policies_that_differ_in_the_years_look_different(tmp_path: Path) -> None:
    text = asnkarier("policy", "export", "umum").out
    name, head = "sendiri", "[components.predicate]"
    path = tmp_path / "sendiri.toml"
    table = text[text.index(head) :]
    other = table.replace("years = 2", "years = 3", 1).replace('join = "mean"', 'join = "best"', 1)
    assert other != table
    path.write_text(text.replace(table, other).replace('"umum"', f'"{name}"', 1), encoding="utf-8")
    shown = " ".join(asnkarier("policy", "show", path, lang="en", width=200).out.split())
    assert "3 years, best" in shown
    assert "2 years, mean" in " ".join(asnkarier("policy", "show", "umum", lang="en", width=200).out.split())
    assert "3 years, best" not in " ".join(asnkarier("policy", "show", "umum", lang="en", width=200).out.split())
