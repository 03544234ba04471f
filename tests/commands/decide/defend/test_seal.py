"""seal: what is kept is what the list said, who may be chosen, and what may be seen of it."""

import json
import re
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate
from tests.terminal import Said, asnkarier
from tests.town import town

POST = "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu"
DECREE = "800/12/BKPSDM"
FAJAR = "198501012010012006"
HEAD = "197001011995011007"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two eligible, one PPPK, one with a bad year, one whose assessment is missing, one on study leave, one above the post."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Kepala Dinas", "Dinas Contoh", "jpt_pratama", echelon="II.b")
        candidate(t, ADI, "Adi Contoh", predicates={2024: "baik", 2025: "sangat_baik"})
        candidate(t, BUDI, "Budi Contoh", kind="PPPK")
        candidate(t, CITRA, "Citra Contoh", predicates={2024: "baik", 2025: "butuh_perbaikan"})
        candidate(t, DEWI, "Dewi Contoh", level=None)
        candidate(t, EKO, "Eko Contoh", status="tugas_belajar")
        candidate(t, FAJAR, "Fajar Contoh")
        candidate(t, HEAD, "Hana Contoh", post="Kepala Dinas", unit="Dinas Contoh")
    return path


def seal(file: Path, *arguments: object, post: str = POST) -> Said:
    return asnkarier(
        "seal", post, "--decree", DECREE, *arguments, "--db", file, "--as-of", ON, "--format", "json", lang="en"
    )


def sealed(file: Path, *arguments: object) -> dict[str, Any]:
    answer = seal(file, *arguments)
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def document(file: Path, tmp_path: Path, number: int = 1) -> dict[str, Any]:
    path = tmp_path / "kunci.zip"
    answer = asnkarier("seals", "export", number, "-o", path, "--db", file)
    assert answer.code == 0, answer.err
    with zipfile.ZipFile(path) as archive:
        found: dict[str, Any] = json.loads(archive.read("seal.json"))
    return found


def test_the_list_sealed_is_the_list_shown(file: Path, tmp_path: Path) -> None:
    shown = json.loads(asnkarier("shortlist", POST, "--all", "--db", file, "--as-of", ON, "--format", "json").out)
    sealed(file)
    kept = document(file, tmp_path)
    for part in ("candidates", "undetermined_people", "excluded_people"):
        assert [p["nip"] for p in kept[part]] == [p["nip"] for p in shown[part]]
        for one, other in zip(kept[part], shown[part], strict=True):
            assert {k: one[k] for k in other if k not in ("checks", "components", "advisory")} == {
                k: v for k, v in other.items() if k not in ("checks", "components", "advisory")
            }
            for key in ("checks", "components", "advisory"):
                without = [[{**c, "source": None} for c in p[key]] for p in (one, other)]
                assert without[0] == without[1]
    assert [p["nip"] for p in kept["candidates"]] == [ADI, FAJAR]
    assert kept["not_considered"] == {"higher_post": [HEAD]}
    assert kept["pool"] == shown["pool"]


def test_everything_the_decision_rests_on_is_kept(file: Path, tmp_path: Path) -> None:
    found = sealed(file, "--chosen", ADI, "--reason", "Terbaik", "--note", "Rapat 3", "--by", "Ketua")
    assert (found["seal"], found["decree"], found["note"], found["sealed_by"]) == (1, DECREE, "Rapat 3", "Ketua")
    assert found["chosen"] == {
        "nip": ADI,
        "name": "Adi Contoh",
        "full_name": "Adi Contoh",
        "rank": 1,
        "outcome": "met",
        "reason": "Terbaik",
    }
    kept = document(file, tmp_path)
    assert kept["policy"]["name"] == "umum"
    assert "[potential.weights]\ncompetency = 65" in kept["policy"]["text"]
    topics = {rule["topic"] for rule in kept["rules"] if rule["in_force"]}
    assert {"administrator", "assessment", "competency", "experience", "positions", "predicate", "talent"} <= topics
    assert all(re.fullmatch("[0-9a-f]{64}", rule["sha256"]) and rule["article"] for rule in kept["rules"])
    assert kept["product"]["name"] == "asnkarier"
    # Nobody's sex is read by a check, so nobody's is kept.
    assert "sex" not in next(t["columns"] for t in kept["data"] if t["table"] == "person")


def test_only_those_considered_are_in_the_data(file: Path, tmp_path: Path) -> None:
    sealed(file)
    kept = document(file, tmp_path)
    data = {t["table"]: [dict(zip(t["columns"], row, strict=True)) for row in t["rows"]] for t in kept["data"]}
    assert {row["nip"] for row in data["person_nip"]} == {ADI, BUDI, CITRA, DEWI, FAJAR}
    assert not re.search("Hana|Eko", json.dumps(kept))


@pytest.mark.parametrize(
    ("nip", "said"),
    [
        (CITRA, "is not eligible: Performance, Talent box"),
        (BUDI, "is not eligible: Employment status"),
        (DEWI, "cannot be told: Competency, Talent box"),
    ],
)
def test_who_is_not_eligible_is_chosen_only_with_a_reason(file: Path, nip: str, said: str) -> None:
    refused = seal(file, "--chosen", nip)
    assert refused.code == 1
    assert said in refused.err
    assert json.loads(asnkarier("seals", "list", "--db", file, "--format", "json").out) == {"seals": []}
    found = seal(file, "--chosen", nip, "--reason", "Izin Menteri")
    assert found.code == 0
    assert "is not eligible by the list" in found.err
    assert json.loads(found.out)["chosen"]["rank"] is None


@pytest.mark.parametrize(("nip", "why"), [(HEAD, "holds a higher post"), (EKO, "not on duty")])
def test_who_was_not_considered_cannot_be_chosen(file: Path, nip: str, why: str) -> None:
    refused = seal(file, "--chosen", nip, "--reason", "Pokoknya")
    assert refused.code == 1
    assert why in refused.err


def test_a_seal_is_listed_shown_and_logged(file: Path) -> None:
    digest = sealed(file, "--chosen", ADI)["sha256"]
    rows = json.loads(asnkarier("seals", "list", "--db", file, "--format", "json").out)["seals"]
    assert [(row["seal"], row["decree"], row["sha256"], row["chosen"]["nip"]) for row in rows] == [
        (1, DECREE, digest, ADI)
    ]
    shown = asnkarier("riwayat-kunci", "lihat", 1, "--db", file)
    assert digest[:8] in shown.out
    assert "Adi Contoh (198001012005011001), peringkat 1" in shown.out
    log = asnkarier("audit", "log", "--db", file, "--format", "json")
    assert "seal" in log.out


def test_a_number_is_never_given_twice(file: Path) -> None:
    batch = sealed(file)["batch"]
    undone = asnkarier("imports", "undo", batch, "--db", file)
    assert undone.code == 0, undone.err
    assert json.loads(asnkarier("seals", "list", "--db", file, "--format", "json").out)["seals"] == []
    assert sealed(file)["seal"] == 2


def test_no_seal_of_this_number(file: Path) -> None:
    answer = asnkarier("seals", "show", 9, "--db", file, lang="en")
    assert answer.code == 2
    assert "no sealed decision 9" in answer.err


def test_the_same_decision_gives_the_same_file(file: Path, tmp_path: Path) -> None:
    sealed(file, "-o", tmp_path / "a.zip")
    assert asnkarier("seals", "export", 1, "-o", tmp_path / "b.zip", "--db", file).code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


SAMPLE = Path(__file__).parents[4] / "data" / "sample.sqlite"


@pytest.mark.parametrize(
    ("post", "policy", "unit"),
    [
        ("Kepala Dinas Kesehatan", "kepka-bkn-411-2025", "Dinas Kesehatan"),
        ("Guru Ahli Madya", "umum", "Dinas Pendidikan dan Kebudayaan"),
        ("Kepala Dinas Kesehatan", "lhokseumawe", "Inspektorat Daerah"),
        ("Kepala Dinas Kesehatan", "tebing-tinggi", "Inspektorat Daerah"),
    ],
)
def test_every_kind_of_post_and_policy_is_sealed_whole(tmp_path: Path, post: str, policy: str, unit: str) -> None:
    # Whatever a check or a measure begins to read must be in store/sealed/facts.py, or the sealed list is another one.
    copy = tmp_path / "kota.sqlite"
    shutil.copy(SAMPLE, copy)
    common = ("--policy", policy, "--unit", unit, "--db", copy, "--as-of", "2026-06-30", "--format", "json")
    shown = json.loads(asnkarier("shortlist", post, "--all", *common).out)
    answer = asnkarier("seal", post, "--decree", DECREE, *common)
    assert answer.code == 0, answer.err
    kept = document(copy, tmp_path)
    assert kept["considered"] > 0
    for part in ("candidates", "undetermined_people", "excluded_people"):
        told = [
            [(p["nip"], p.get("rank"), p["score_low"], p["score_high"], p["boxes"]) for p in d[part]]
            for d in (kept, shown)
        ]
        assert told[0] == told[1]
    verified = asnkarier("verify", 1, "--db", copy, lang="en")
    assert verified.code == 0, verified.out


def test_the_standard_of_a_former_post_is_sealed_with_the_post_it_became(tmp_path: Path) -> None:
    copy = tmp_path / "kota.sqlite"
    shutil.copy(SAMPLE, copy)
    with sqlite3.connect(copy) as connection:
        # The sample's own standard stands on the new name; here the reorganisation left it on the former one.
        connection.execute(
            "UPDATE standard SET position_id = (SELECT id FROM position WHERE name = ?)"
            " WHERE position_id = (SELECT id FROM position WHERE name = ?)",
            ("Kepala Bidang Mutasi dan Pembinaan Pegawai", "Kepala Bidang Mutasi dan Kinerja Aparatur"),
        )
    common = ("--unit", "Inspektorat Daerah", "--db", copy, "--as-of", "2026-06-30")
    answer = asnkarier("seal", "Kepala Bidang Mutasi dan Kinerja Aparatur", "--decree", DECREE, *common)
    assert answer.code == 0, answer.err
    verified = asnkarier("verify", 1, "--db", copy, lang="en")
    assert verified.code == 0, verified.out
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE standard SET required = 10000 WHERE required = 30000 AND competency_id = 1")
    assert "standard Kepala Bidang Mutasi dan Pembinaan Pegawai Integritas" in (
        asnkarier("verify", 1, "--db", copy, lang="en").out
    )
