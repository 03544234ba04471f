"""explain of two people, of a sealed decision, and as a letter."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.defend.test_seal import DECREE, FAJAR, HEAD, POST, file, sealed
from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate
from tests.terminal import asnkarier
from tests.town import town

__all__ = ["file"]
EVERYONE = {ADI: "Adi", BUDI: "Budi", CITRA: "Citra", DEWI: "Dewi", EKO: "Eko", FAJAR: "Fajar", HEAD: "Hana"}


def answered(file: Path, *arguments: object) -> dict[str, Any]:
    answer = asnkarier("explain", *arguments, "--db", file, "--as-of", ON, "--format", "json", lang="en")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


# -- side by side ------------------------------------------------------------------------------------------------


def test_the_differences_sum_to_the_difference_of_the_scores(file: Path) -> None:
    # Adi: (80 + 100) / 2 = 90 in performance, Fajar 80, all else alike: 10 × 50 % = 5 points.
    found = answered(file, ADI, "--versus", FAJAR, "--for", POST)
    parts = {part["component"]: part["difference"] for part in found["components"]}
    assert parts == {**dict.fromkeys(parts, 0), "predicate": 5}
    assert found["difference"] == 5
    scores = [person["score"] for person in found["people"]]
    assert scores[0] - scores[1] == pytest.approx(5)
    # Beginning with the other one turns every sign.
    turned = answered(file, FAJAR, "--versus", ADI, "--for", POST)
    assert turned["difference"] == -5
    said = asnkarier("explain", FAJAR, "--versus", ADI, "--for", POST, "--db", file, "--as-of", ON, lang="en").out
    assert "Adi Contoh has 5.00 points more than Fajar Contoh (92.63 against 87.63): Predicate" in " ".join(
        said.split()
    )


def test_only_requirements_that_differ_are_set_side_by_side(file: Path) -> None:
    found = answered(file, ADI, "--versus", BUDI, "--for", POST)
    assert [check["check"] for check in found["checks"]] == ["status", "performance", "retirement_age", "box"]
    outcomes = [[one["outcome"] for one in check["people"]] for check in found["checks"]]
    assert outcomes == [["met", "not_met"], *[["met", "met"]] * 3]


def technical(tmp_path: Path) -> Path:
    """A post that asks for a technical competency, of which one candidate has more: administrator 60 : 40."""
    path = tmp_path / "teknis.sqlite"
    with town(path) as t:
        basic(t)
        t.insert("competency", name="Perencanaan", name_key="perencanaan", grp="teknis", rank=0)
        number = t.db.one("SELECT id FROM competency WHERE name_key = 'perencanaan'")
        assert number is not None
        post = t.posts["Kepala Bidang Satu @ Bidang Satu"]
        t.insert("standard", position_id=post, competency_id=number[0], required=40_000)
        for nip, name, level in ((ADI, "Adi Contoh", 3), (FAJAR, "Fajar Contoh", 4)):
            candidate(t, nip, name, level=None)
            t.assessment(nip, "2025-06-01", *([2.7] * 9), perencanaan=level)
    return path


def test_technical_competency_is_a_component_with_its_share(tmp_path: Path) -> None:
    # Adi 3 of 4 = 75 × 40 % = 30; Fajar 4 of 4 = 100 × 40 % = 40; talent is alike.
    path = technical(tmp_path)
    found = answered(path, ADI, "--versus", FAJAR, "--for", POST)
    part = next(part for part in found["components"] if part["axis"] == "target")
    assert [one["points"] for one in part["people"]] == [30, 40]
    assert [one["value_low"] for one in part["people"]] == [75, 100]
    assert found["difference"] == -10
    whole = answered(path, ADI, "--for", POST)
    last = whole["components"][-1]
    assert (last["component"], last["axis"], last["value"], last["weight"], last["points"]) == (
        *("technical", "target", 75, 40, 30),
    )
    listed = asnkarier("shortlist", POST, "--db", path, "--as-of", ON, "--format", "json")
    assert json.loads(listed.out)["candidates"][1]["components"][-1] == last
    # The rest is the talent value, of which 60 % count.
    assert Fraction(str(whole["score"])) == pytest.approx(float(whole["talent"]) * 0.6 + 30)
    said = asnkarier("explain", ADI, "--for", POST, "--db", path, "--as-of", ON, lang="en", width=200).out
    assert "Technical competency: 75.00 of 100, times 40.00 % of the score, is 30.00" in said
    sealed_list = asnkarier("seal", POST, "--decree", DECREE, "--db", path, "--as-of", ON)
    assert sealed_list.code == 0, sealed_list.err
    assert asnkarier("verify", 1, "--db", path).code == 0


# -- by the sealed data ------------------------------------------------------------------------------------------


def test_the_sealed_answer_is_that_of_the_day(file: Path) -> None:
    before = answered(file, CITRA, "--for", POST)
    sealed(file)
    edited = asnkarier("edit", CITRA, "education=SLTA", "--reason", "Ijazah", "--db", file)
    assert edited.code == 0, edited.err
    found = answered(file, CITRA, "--seal", 1)
    for key in ("outcome", "checks", "components", "changes", "score", "box"):
        assert found[key] == before[key], key
    assert found["seal"]["decree"] == DECREE
    assert (found["considered"], found["rank"]) == (True, None)
    assert answered(file, ADI, "--seal", 1)["rank"] == 1
    assert answered(file, CITRA, "--for", POST)["checks"] != before["checks"]


@pytest.mark.parametrize(("nip", "reason"), [(HEAD, "higher_post"), (EKO, "not_on_duty")])
def test_who_was_not_considered_is_told_why(file: Path, nip: str, reason: str) -> None:
    sealed(file)
    found = answered(file, nip, "--seal", 1)
    assert (found["considered"], found["not_considered"], found["outcome"]) == (False, reason, None)
    letter = asnkarier("explain", nip, "--seal", 1, "--letter", "--db", file, lang="en")
    assert letter.code == 0
    assert "not among those considered" in letter.out


def test_a_list_sealed_before_its_decree_is_signed_names_none(file: Path) -> None:
    # The digest belongs into the decree, so a list may be sealed before there is a number.
    common = ("--db", file, "--as-of", ON)
    answer = asnkarier("seal", POST, *common, lang="en")
    assert answer.code == 0, answer.err
    assert "Decree:" in answer.out
    assert "not stated" in next(line for line in answer.out.splitlines() if line.startswith("Decree:"))
    assert answered(file, CITRA, "--seal", 1)["seal"]["decree"] is None
    for lang in ("id", "en"):
        for answer in (
            asnkarier("explain", CITRA, "--seal", 1, "--letter", "--db", file, lang=lang),
            asnkarier("verify", 1, "--db", file, lang=lang),
            asnkarier("seals", "list", "--db", file, lang=lang),
        ):
            assert answer.code == 0, answer.err
            assert "None" not in answer.out


def test_two_of_a_sealed_decision_side_by_side(file: Path) -> None:
    sealed(file)
    assert answered(file, ADI, "--versus", FAJAR, "--seal", 1)["difference"] == 5


# -- the letter --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("nip", [ADI, BUDI, CITRA, DEWI, FAJAR, HEAD, EKO])
def test_a_letter_tells_of_nobody_else(file: Path, tmp_path: Path, nip: str, lang: str) -> None:
    sealed(
        file,
        "--chosen",
        ADI,
        "--reason",
        "Adi Contoh unggul",
        "--note",
        "Fajar Contoh keberatan",
        "--by",
        "Budi Contoh",
    )
    typed = asnkarier(
        "edit", nip, "field_of_study=Hukum", "--reason", "Fajar lapor", "--by", "Dewi Contoh", "--db", file
    )
    assert typed.code == 0, typed.err
    letters = [asnkarier("explain", nip, "--seal", 1, "--letter", "--db", file, lang=lang).out]
    for name in ("surat.md", "surat.html", "surat.json"):
        path = tmp_path / name
        answer = asnkarier("explain", nip, "--seal", 1, "--letter", "--db", file, "-o", path, lang=lang)
        assert answer.code == 0, answer.err
        letters.append(path.read_text(encoding="utf-8"))
    others = {**EVERYONE}
    own = others.pop(nip)
    for letter in letters:
        assert nip in letter
        assert [name for name in others.values() if name in letter] == []
        assert [other for other in others if other in letter] == []
    assert own in letters[0] or nip in (HEAD, EKO)


def test_what_cannot_be_asked_together_is_refused(file: Path) -> None:
    sealed(file)
    for arguments in (
        (ADI,),
        (ADI, "--for", POST, "--letter"),
        (ADI, "--for", POST, "--seal", 1),
        (ADI, "--seal", 1, "--letter", "--versus", FAJAR),
        (ADI, "--seal", 1, "--versus", HEAD),
        (ADI, "--seal", 9),
    ):
        assert asnkarier("explain", *arguments, "--db", file).code == 2, arguments
