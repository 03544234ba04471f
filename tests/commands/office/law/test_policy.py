import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from asnkarier.law.load import DATA as LAWS
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


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "the mean is that of the years"), ("id", "mean adalah rata-rata tahun-tahun itu")]
)
def test_what_is_exported_says_how_the_years_of_targets_join(lang: str, words: str, tmp_path: Path) -> None:
    """Two years of 100 and of 50, 50, 50 make (100 + 50) / 2 = 75, not 250 / 4 = 62.5: the export says which."""
    path = tmp_path / "out.toml"
    assert asnkarier("policy", "export", "langsa", "-o", path, lang=lang).code == 0
    tables = path.read_text(encoding="utf-8").split("\n\n")
    (targets,) = [table for table in tables if "[components.targets]" in table]
    assert words in targets
    assert sum(words in table for table in tables) == 1
    assert from_text(path.read_text(encoding="utf-8"), "out.toml") == policy("langsa")


def test_a_preset_says_that_it_is_no_decree() -> None:
    said = asnkarier("policy", "show", "langsa", lang="en", width=80)
    assert "it is no decree" in said.err
    golden.check("office/policy_show", said.out)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_name_of_a_policy_is_never_translated(tmp_path: Path, lang: str) -> None:
    # "Talent" is a word of the catalogue ("Talenta"), and here what an institution calls its policy.
    path = tmp_path / "talent.toml"
    path.write_text('name = "Talent"\nbasis = "SK 1"\nconfidence = "medium"\nbase = "umum"\n', encoding="utf-8")
    said = asnkarier("policy", "show", path, lang=lang, width=100).out
    assert said.splitlines()[0].strip() == "Talent"


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


def stages(makalah: int, asesmen: int, wawancara: int, rekam_jejak: int) -> str:
    return (
        'name = "kota"\nbasis = "Keputusan Wali Kota 1/2026"\nconfidence = "high"\n\n[selection.weights]\n'
        f"makalah = {makalah}\nasesmen = {asesmen}\nwawancara = {wawancara}\nrekam_jejak = {rekam_jejak}\n"
    )


@pytest.mark.parametrize(
    ("weights", "outside"),
    [
        # Makalah 15–20, asesmen 20–25, wawancara 30–35, rekam jejak 15–20.
        ((20, 25, 35, 20), []),
        ((21, 25, 34, 20), [{"stage": "makalah", "weight": 21, "low": 15, "high": 20}]),
        ((25, 25, 35, 15), [{"stage": "makalah", "weight": 25, "low": 15, "high": 20}]),
        ((20, 25, 36, 19), [{"stage": "wawancara", "weight": 36, "low": 30, "high": 35}]),
        (
            (26, 25, 35, 14),
            [
                {"stage": "makalah", "weight": 26, "low": 15, "high": 20},
                {"stage": "rekam_jejak", "weight": 14, "low": 15, "high": 20},
            ],
        ),
    ],
)
def test_weights_outside_of_the_law_are_said(
    tmp_path: Path, weights: tuple[int, int, int, int], outside: list[dict[str, object]]
) -> None:
    path, db = tmp_path / "kota.toml", tmp_path / "kota.sqlite"
    path.write_text(stages(*weights), encoding="utf-8")
    assert answer("policy", "check", path)["selection_outside"] == outside
    assert asnkarier("init", "--db", db).code == 0
    said = asnkarier("policy", "use", path, "--db", db, lang="en")
    assert said.code == 0
    assert said.err.count("lies outside") == len(outside)


def test_a_stage_left_out_weighs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kota.toml"
    path.write_text(stages(20, 25, 55, 0).replace("rekam_jejak = 0\n", ""), encoding="utf-8")
    said = asnkarier("policy", "check", path, lang="en")
    assert said.code == 0
    assert "The weight of Interview, 55 %, lies outside 30–35 % (PermenPANRB 15/2019" in said.err
    assert "The weight of Track record, 0 %, lies outside 15–20 %" in said.err


def test_a_stage_that_nobody_knows_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    path = tmp_path / "kota.toml"
    path.write_text(stages(20, 25, 35, 20).replace("rekam_jejak", "rekam_jejka"), encoding="utf-8")
    said = asnkarier("policy", "check", path, lang="en")
    assert said.code == 3
    assert f"{path}: nobody knows the key selection.weights.rekam_jejka." in said.err
    assert "Did you mean rekam_jejak?" in said.err


def test_the_law_of_stages_is_asked_with_its_day() -> None:
    assert asnkarier("policy", "check", "umum", "--as-of", "2019-01-01").code == 0
    said = asnkarier("policy", "check", "umum", "--as-of", "2018-12-31", lang="en")
    assert said.code == 3
    assert "open selection is not regulated yet on 31 December 2018." in said.err


class _Typed:
    """A standard input with these bytes."""

    def __init__(self, text: str) -> None:
        self.buffer = io.BytesIO(text.encode())


def test_policies_and_rules_come_through_the_standard_input_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db).code == 0
    monkeypatch.setattr("sys.stdin", _Typed(stages(20, 25, 35, 20)))
    said = asnkarier("policy", "check", "-", lang="en")
    assert (said.code, "stdin is a complete policy." in said.err) == (0, True)
    monkeypatch.setattr("sys.stdin", _Typed(stages(20, 25, 35, 19)))
    said = asnkarier("policy", "check", "-", lang="en")
    assert said.code == 3
    assert "stdin: the weights of selection.weights add to 99, not to 100." in said.err
    monkeypatch.setattr("sys.stdin", _Typed(stages(20, 25, 35, 20)))
    assert answer("policy", "use", "-", "--db", db)["name"] == "kota"
    monkeypatch.setattr("sys.stdin", _Typed(stages(15, 25, 35, 25)))
    assert answer("policy", "show", "-", "--db", db)["selection"]["rekam_jejak"] == 25
    rule = (Path(LAWS) / "talent" / "selection.toml").read_text(encoding="utf-8").replace("2019-01-01", "2019-02-01")
    monkeypatch.setattr("sys.stdin", _Typed(rule))
    assert len(answer("rules", "check", "-", "--as-of", "2026-12-01")["records"]) == 1
    monkeypatch.setattr("sys.stdin", _Typed(rule))
    assert answer("rules", "add", "-", "--db", db)["added"] is True


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """A file in which `kota` is in use, with a stage of the selection that this program does not know, as another release may have written it."""
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db).code == 0
    assert asnkarier("policy", "use", own_policy(tmp_path), "--db", db).code == 0
    with sqlite3.connect(db) as raw:
        raw.execute("UPDATE added_rule SET text = text || '\n[selection.weights]\nmagang = 100\n'")
    raw.close()
    return db


def test_a_policy_that_cannot_be_read_any_more_is_listed_with_its_reason(spoilt: Path) -> None:
    listed = {entry["name"]: entry for entry in answer("policy", "list", "--db", spoilt)["policies"]}
    assert list(listed) == [*built_in(), "kota"]
    assert (listed["kota"]["in_use"], listed["kota"]["built_in"], listed["kota"]["sha256"]) == (True, False, None)
    assert listed["kota"]["error"]["code"] == "policy_kept_unreadable"
    assert [entry["error"] for name, entry in listed.items() if name != "kota"] == [None] * len(built_in())
    for lang, said in (
        ("en", "cannot be read: kota: nobody knows the key selection.weights.magang"),
        ("id", "tidak dapat dibaca: kota: "),
    ):
        shown = asnkarier("policy", "list", "--db", spoilt, lang=lang, width=200)
        assert (shown.code, said in shown.out) == (0, True)


@pytest.mark.parametrize("typed", [("show",), ("show", "kota"), ("use", "kota"), ("check", "kota")])
def test_who_asks_for_a_policy_that_cannot_be_read_gets_the_reason_and_the_way_on(
    spoilt: Path, typed: tuple[str, ...]
) -> None:
    said = asnkarier("policy", *typed, "--db", spoilt, lang="en", width=400)
    assert (said.code, said.out) == (3, "")
    assert "The policy kota that the file keeps cannot be read by this program: kota: nobody knows the key" in said.err
    assert "asnkarier policy export kota -o FILE.toml" in said.err


def test_a_policy_that_cannot_be_read_stops_nothing_else(spoilt: Path) -> None:
    for typed in (("status",), ("policy", "show", "langsa"), ("rules", "list"), ("talent", "--policy", "umum")):
        assert asnkarier(*typed, "--db", spoilt).code == 0, typed


def test_a_policy_that_cannot_be_read_is_written_out_mended_and_replaced(spoilt: Path, tmp_path: Path) -> None:
    out = tmp_path / "lama.toml"
    said = asnkarier("policy", "export", "kota", "--db", spoilt, "-o", out, lang="en")
    assert (said.code, "selection.weights.magang" in said.err) == (0, True)
    text = out.read_text(encoding="utf-8")
    assert text.endswith("\n[selection.weights]\nmagang = 100\n")
    out.write_text(text.replace("magang", "wawancara"), encoding="utf-8")
    assert answer("policy", "use", out, "--db", spoilt)["name"] == "kota"
    assert answer("policy", "show", "--db", spoilt)["selection"] == {"wawancara": 100}
    assert answer("policy", "check", "kota", "--db", spoilt)["name"] == "kota"


def test_a_policy_that_cannot_be_read_is_taken_out_with_its_entry(spoilt: Path) -> None:
    assert answer("policy", "use", "umum", "--db", spoilt)["name"] == "umum"
    entries = answer("imports", "list", "--db", spoilt)["imports"]
    added = min(entry["batch"] for entry in entries if entry["command"] == "policy use")
    assert asnkarier("imports", "undo", added, "--db", spoilt, "--yes").code == 0
    assert "kota" not in [entry["name"] for entry in answer("policy", "list", "--db", spoilt)["policies"]]
