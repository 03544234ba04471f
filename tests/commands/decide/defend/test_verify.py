"""verify: the same, or which datum changed since, by whom, and what that changes; and what was tampered with."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from asnkarier.store.queries.seals import packed, unpacked
from tests.commands.decide.defend.test_seal import FAJAR, file, sealed
from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, ON
from tests.terminal import asnkarier

__all__ = ["file"]


def verified(file: Path, *arguments: object, code: int) -> dict[str, Any]:
    answer = asnkarier("verify", *arguments, "--db", file, "--format", "json", lang="en")
    assert answer.code == code, (answer.out, answer.err)
    found: dict[str, Any] = json.loads(answer.out)
    return found


def edit(file: Path, nip: str, *changes: str) -> None:
    answer = asnkarier("edit", nip, *changes, "--reason", "Salah ketik", "--by", "Sari", "--db", file)
    assert answer.code == 0, answer.err


def by_hand(file: Path, sql: str, *values: object) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(sql, values)


def test_nothing_changed_is_the_same(file: Path) -> None:
    sealed(file, "--chosen", ADI)
    found = verified(file, 1, code=0)
    assert found["same"] is True
    only = found["seals"][0]
    assert only["digest"]["computed"] == only["digest"]["sealed"] == only["digest"]["logged"]
    assert only["computed_again"]["same"] is True
    assert only["today"] == {"same": True, "changes": [], "rules": [], "moved": [], "error": None}
    assert asnkarier("verify", "--db", file, lang="en").code == 0


def test_what_speaks_of_later_days_changes_nothing(file: Path) -> None:
    sealed(file)
    # Posts, ranks and evaluations of after 1 October 2026 are no matter of the decision.
    edit(file, ADI, "golongan=IV/a", "golongan_since=2026-12-01")
    answer = asnkarier(*("evaluate", ADI, "--year", "2026", "--result", "meets", "--behaviour", "meets", "--db", file))
    assert answer.code == 0, answer.err
    assert verified(file, 1, code=0)["same"] is True


def test_an_edit_is_named_with_its_hand_and_its_effect(file: Path) -> None:
    sealed(file)
    # Adi: Y = (80 + 100) / 2 = 90. With Baik in 2025 it is 80, as Fajar's: both tie, and the box falls from 9 to 8.
    answer = asnkarier(
        *("evaluate", ADI, "--year", "2025", "--result", "meets", "--behaviour", "meets", "--by", "Sari"),
        *("--db", file),
    )
    assert answer.code == 0, answer.err
    found = verified(file, 1, code=1)["seals"][0]["today"]
    (change,) = [c for c in found["changes"] if c["table"] == "evaluation"]
    assert (change["nip"], change["change"], change["about"]) == (ADI, "changed", "evaluation 2025")
    assert change["fields"]["predicate"] == ["sangat_baik", "baik"]
    assert (change["entry"]["by"], change["entry"]["command"]) == ("Sari", "evaluate")
    moves = {move["nip"]: move for move in found["moved"]}
    assert moves[ADI]["before"]["boxes"] == [9]
    assert moves[ADI]["now"]["boxes"] == [8]
    # The score falls by half of ten points, behind nobody: rank 1 stays, but shared with Fajar.
    assert (moves[ADI]["effect"], moves[FAJAR]["effect"]) == ("score", "rank")
    assert (moves[FAJAR]["before"]["rank"], moves[FAJAR]["now"]["rank"]) == (2, 1)


def test_who_enters_and_who_leaves(file: Path) -> None:
    sealed(file)
    edit(file, BUDI, "employee_kind=PNS")
    edit(file, FAJAR, "education=SLTA")
    moves = {m["nip"]: m["effect"] for m in verified(file, 1, code=1)["seals"][0]["today"]["moved"]}
    assert moves[FAJAR] == "leaves"
    assert set(moves) <= {BUDI, FAJAR}
    said = asnkarier("verify", 1, "--db", file, lang="en", width=80).out
    assert "D-III" not in said
    assert "education: S1 → SLTA" in said
    assert "by Sari" in said
    assert "Salah ketik" in said


def test_a_change_without_an_entry_is_said_to_be_from_outside(file: Path) -> None:
    sealed(file)
    by_hand(file, "UPDATE person SET education = 'S2' WHERE name = 'Fajar Contoh'")
    found = verified(file, 1, code=1)["seals"][0]["today"]
    assert [(c["nip"], c["fields"], c["entry"]) for c in found["changes"]] == [
        (FAJAR, {"education": ["S1", "S2"]}, None)
    ]
    assert "changed outside of asnkarier" in " ".join(asnkarier("verify", 1, "--db", file, lang="en").out.split())


def test_a_change_without_consequence_is_told_apart(file: Path) -> None:
    sealed(file)
    edit(file, CITRA, "field_of_study=Hukum")
    found = verified(file, 1, code=1)["seals"][0]["today"]
    assert [c["nip"] for c in found["changes"]] == [CITRA]
    assert found["moved"] == []
    assert "without consequence for the list" in asnkarier("verify", "--db", file, lang="en", width=160).out


def _document(change: Callable[[dict[str, Any]], None]) -> Callable[[str], str]:
    def changed(text: str) -> str:
        body = json.loads(unpacked(text))
        change(body)
        return packed(json.dumps(body).encode())

    return changed


def swap(body: dict[str, Any]) -> None:
    first, second = body["candidates"]
    body["candidates"] = [{**second, "rank": 1}, {**first, "rank": 2}]


def raise_score(body: dict[str, Any]) -> None:
    body["candidates"][1]["performance"] = body["candidates"][1]["performance_low"] = 99


def another_policy(body: dict[str, Any]) -> None:
    body["policy"]["text"] = body["policy"]["text"].replace("minimum_jpm = 68", "minimum_jpm = 60")


def another_rule(body: dict[str, Any]) -> None:
    rule = next(r for r in body["rules"] if r["topic"] == "administrator" and r["in_force"])
    rule["record"]["article"] = "Ps 1"


def another_datum(body: dict[str, Any]) -> None:
    table = next(t for t in body["data"] if t["table"] == "evaluation")
    place = table["columns"].index("predicate")
    for row in table["rows"]:
        row[place] = "sangat_baik"


TAMPERED = [swap, raise_score, another_policy, another_rule, another_datum]


@pytest.mark.parametrize("change", TAMPERED)
def test_a_tampered_document_is_found_by_its_digest(file: Path, change: Callable[[dict[str, Any]], None]) -> None:
    sealed(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        (text,) = connection.execute("SELECT document FROM seal").fetchone()
        connection.execute("UPDATE seal SET document = ?", (_document(change)(text),))
    found = verified(file, 1, code=1)["seals"][0]
    assert found["digest"]["same"] is False
    assert found["computed_again"]["same"] is False


def test_a_digest_changed_with_the_document_is_found_by_the_log(file: Path) -> None:
    sealed(file)
    by_hand(file, "UPDATE seal SET sha256 = ?", "0" * 64)
    found = verified(file, 1, code=1)["seals"][0]["digest"]
    assert found["computed"] == found["logged"] != found["sealed"]
    assert found["same"] is False


@pytest.mark.parametrize("column", ["decree", "note", "sealed_by", "sealed_at", "as_of"])
def test_a_row_that_says_otherwise_is_found(file: Path, column: str) -> None:
    sealed(file, "--note", "Rapat 3")
    by_hand(file, f"UPDATE seal SET {column} = '2020-01-01'")
    found = verified(file, 1, code=1)["seals"][0]["digest"]
    assert found["row_differs"] == [column]


def test_a_damaged_document_is_said(file: Path) -> None:
    sealed(file)
    by_hand(file, "UPDATE seal SET document = 'x' || document")
    found = verified(file, code=1)["seals"][0]
    assert found["computed_again"]["error"]
    assert asnkarier("verify", 1, "--db", file).code == 1
    assert asnkarier("seals", "list", "--db", file).code == 0


# -- the file, without any database ------------------------------------------------------------------------------


@pytest.fixture
def alone(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sealed decision in a folder without any database."""
    folder = tmp_path / "pengadilan"
    folder.mkdir()
    sealed(file, "--chosen", ADI, "-o", folder / "kunci.zip")
    file.unlink()
    monkeypatch.chdir(folder)
    return folder / "kunci.zip"


def altered(path: Path, change: Callable[[dict[str, Any]], None], *, digest: bool) -> None:
    import hashlib

    with zipfile.ZipFile(path) as archive:
        body = json.loads(archive.read("seal.json"))
        stood = archive.read("sha256.txt").decode()
    change(body)
    content = json.dumps(body).encode()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("seal.json", content)
        archive.writestr("sha256.txt", f"{hashlib.sha256(content).hexdigest()}  seal.json\n" if digest else stood)


def test_the_file_verifies_without_a_database(alone: Path) -> None:
    answer = asnkarier("verify", alone, "--format", "json")
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)["seals"][0]
    assert found["same"] is True
    assert found["today"] is None
    assert found["computed_again"] == {
        "same": True,
        "arithmetic": [],
        "policy": True,
        "rules": [],
        "moved": [],
        "error": None,
        "differs": [],
    }
    assert list(alone.parent.iterdir()) == [alone]


@pytest.mark.parametrize("change", TAMPERED)
def test_a_file_made_to_look_right_does_not_compute(alone: Path, change: Callable[[dict[str, Any]], None]) -> None:
    # Whoever changes the list can compute the digest anew; the list must still follow from data, policy and law.
    altered(alone, change, digest=True)
    answer = asnkarier("verify", alone, "--format", "json")
    assert answer.code == 1
    found = json.loads(answer.out)["seals"][0]
    assert found["digest"]["same"] is True
    assert found["computed_again"]["same"] is False


@pytest.mark.parametrize(
    "hurt", [lambda body: body[:200] + bytes(400) + body[600:], lambda body: body[:-100], lambda _body: b""]
)
def test_a_damaged_file_is_refused_in_a_sentence(alone: Path, hurt: Callable[[bytes], bytes]) -> None:
    alone.write_bytes(hurt(alone.read_bytes()))
    answer = asnkarier("verify", alone, lang="en")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"{alone} is not the file of a sealed decision.")


def test_a_digest_that_does_not_fit_is_said(alone: Path) -> None:
    altered(alone, lambda body: body.update(note="lain"), digest=False)
    answer = asnkarier("verify", alone, lang="en")
    assert answer.code == 1
    assert "The document is not what was sealed" in answer.out


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.pop("data"),
        lambda body: body["data"].append({"table": "person; DROP TABLE person", "columns": [], "rows": []}),
        lambda body: body["data"][0]["rows"].append(["x"]),
        lambda body: body["data"][0]["rows"].append([{"a": 1}] * 7),
        lambda body: body.update(as_of="kemarin"),
        lambda body: body.update(candidates="x"),
        lambda body: body["position"].update(id=999),
        lambda body: body["policy"].update(text="name = "),
    ],
)
def test_a_hostile_document_is_refused_with_a_sentence(alone: Path, change: Callable[[dict[str, Any]], None]) -> None:
    altered(alone, change, digest=True)
    answer = asnkarier("verify", alone, lang="en")
    assert answer.code in (1, 2, 3)
    assert "unexpected" not in (answer.out + answer.err).lower()
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.update(as_of="2026-13-45"),
        lambda body: body.pop("candidates"),
        lambda body: body.update(candidates=None),
        lambda body: body.update(candidates=["x"]),
        lambda body: body.update(data={}),
        lambda body: body["candidates"][0].pop("score_low"),
        lambda body: body.update(eligible=float("nan")),
        lambda body: body["pool"].update(on_duty=True),
    ],
)
def test_a_document_of_another_shape_is_no_sealed_decision(
    alone: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    altered(alone, change, digest=True)
    answer = asnkarier("verify", alone, lang="en")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"{alone} is no sealed decision, or it is damaged.")


@pytest.mark.parametrize(
    "change", [lambda body: body.update(rules=[]), lambda body: body["policy"].update(text="x = [")]
)
def test_what_cannot_be_computed_is_said_in_words(alone: Path, change: Callable[[dict[str, Any]], None]) -> None:
    altered(alone, change, digest=True)
    answer = asnkarier("verify", alone, lang="en")
    assert answer.code == 1
    assert "cannot be computed again" in answer.out
    for word in ("Error", "datetime", "NotRegulated", "{", "NoneType"):
        assert word not in answer.out + answer.err


def test_a_file_that_unzips_to_too_much_is_not_read(tmp_path: Path) -> None:
    bomb = tmp_path / "bom.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("seal.json", "w") as part:
        for _ in range(65):
            part.write(b" " * (1 << 20))
    answer = asnkarier("verify", bomb, lang="en")
    assert (answer.code, answer.out) == (1, "")
    assert "more than 64 MiB" in answer.err


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda body: body["candidates"][0].update(name="Orang Lain"), f"{ADI}: name"),
        (lambda body: body.update(considered=3), "how many were considered"),
        (lambda body: body["pool"].update(on_duty=5), "the counts of the pool"),
        (lambda body: body["chosen"].update(rank=2), "who was chosen, or where in the list"),
        (lambda body: body["chosen"].update(name="Orang Lain"), "who was chosen, or where in the list"),
    ],
)
def test_what_differs_is_named(alone: Path, change: Callable[[dict[str, Any]], None], line: str) -> None:
    altered(alone, change, digest=True)
    answer = asnkarier("verify", alone, lang="en")
    assert answer.code == 1
    assert line in " ".join(answer.out.split())


def test_a_forged_file_is_seen_beside_its_own_database(file: Path, tmp_path: Path) -> None:
    alone = tmp_path / "kunci.zip"
    sealed(file, "--chosen", ADI, "-o", alone)
    for change in (lambda body: body.update(note="lain"), lambda body: body.update(decree="999/9")):
        altered(alone, change, digest=True)
        answer = asnkarier("verify", alone, "--db", file, lang="en")
        assert answer.code == 1
        assert "another document stands in this database" in answer.out
        assert "Not compared" not in answer.out


def test_a_decision_taken_out_of_the_file_is_missed(file: Path, tmp_path: Path) -> None:
    alone = tmp_path / "kunci.zip"
    sealed(file, "--chosen", ADI, "-o", alone)
    by_hand(file, "DELETE FROM seal")
    found = verified(file, code=1)
    assert (found["same"], found["seals"], [one["number"] for one in found["gone"]]) == (False, [], [1])
    assert "gone from the database" in asnkarier("verify", "--db", file, lang="en").out
    assert "gone from the database" in asnkarier("verify", 1, "--db", file, lang="en").err
    assert "taken out of this database" in asnkarier("verify", alone, "--db", file, lang="en").out
    for command in (("audit", "verify"), ("db", "check")):
        answer = asnkarier(*command, "--db", file, lang="en")
        assert answer.code == 4
        assert "gone from the database" in answer.out


@pytest.mark.parametrize("content", [b"", b"x", b"[]", b'{"format": "x"}', b"{" * 100_000, b"PK\x03\x04"])
def test_what_is_no_sealed_decision_is_said_to_be_none(alone: Path, content: bytes) -> None:
    alone.write_bytes(content)
    answer = asnkarier("verify", alone, lang="en")
    assert answer.code == 1
    assert "sealed decision" in answer.err


def test_without_anything_to_verify_it_says_what_to_give(alone: Path) -> None:
    answer = asnkarier("verify", lang="en")
    assert answer.code == 2
    assert "--db" in answer.err


def test_who_is_undetermined_becomes_a_candidate_when_the_assessment_is_found(file: Path, tmp_path: Path) -> None:
    sealed(file)
    levels = "\n".join(f"{DEWI},2025-06-01,pemetaan,{name},2.7" for name in _nine(file))
    sheet = tmp_path / "asesmen.csv"
    sheet.write_text(f"nip,assessed_on,purpose,competency,level\n{levels}\n", encoding="utf-8")
    answer = asnkarier("import", sheet, "--as", "assessments", "--db", file)
    assert answer.code == 0, answer.err
    found = verified(file, 1, code=1)["seals"][0]["today"]
    effects = {move["nip"]: move["effect"] for move in found["moved"]}
    assert effects[DEWI] == "enters"
    entries = {(c["table"], c["entry"]["file"], c["entry"]["command"]) for c in found["changes"] if c["nip"] == DEWI}
    assert ("assessment", "asesmen.csv", "import") in entries


def _nine(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM competency ORDER BY rank LIMIT 9")]


def test_the_day_is_the_seals_own(file: Path) -> None:
    sealed(file)
    assert verified(file, 1, code=0)["seals"][0]["as_of"] == ON
