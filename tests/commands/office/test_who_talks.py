"""`status`: who should talk to whom is somebody who is still there, and a day of the past knows nothing of later years."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier
from tests.town import Town, town

ADI, HEAD, CHIEF, ACTING = "198501012010011001", "197501012000011002", "197001011995011003", "198001012005011004"
BEGUN = "2023-01-02"


def worry(path: Path, on: str) -> dict[str, Any] | None:
    answer = asnkarier("status", "--db", path, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    people: list[dict[str, Any]] = json.loads(answer.out)["attention"]["people"]
    return next((one for one in people if one["nip"] == ADI), None)


def write(path: Path, **more: Any) -> None:
    """Adi of Bidang Satu, evaluated by its head; Dinas Contoh above has a chief."""
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama", heads_unit="ya")
        t.post("Kepala Bidang Satu", "Bidang Satu", "administrator", heads_unit="ya")
        t.person(ADI, "Adi", unit="Bidang Satu", begins=BEGUN)
        t.person(HEAD, "Kepala Bidang", unit="Bidang Satu", begins=BEGUN, post="Kepala Bidang Satu", status=None)
        t.person(CHIEF, "Kepala Dinas", unit="Dinas Contoh", begins=BEGUN, post="Kepala Dinas Contoh")
        t.person(ACTING, "Pelaksana Tugas", unit="Bidang Satu", begins=BEGUN)
        _rest(t, **more)


def _rest(t: Town, since: str = "2026-02-01", status: str = "aktif", plt: bool = False) -> None:
    head = t.people[HEAD]
    t.span("person_status", head, BEGUN, "2026-01-31", status="aktif")
    t.span("person_status", head, since, status=status)
    if status == "keluar":
        t.db.execute("UPDATE person_post SET until = '2026-01-31' WHERE person_id = ?", (head,))
    if plt:
        t.insert(
            "person_duty", person_id=t.people[ACTING], since="2026-02-01", until="9999-12-31", stated=1, acting="plt",
            duty="Kepala Bidang Satu", position_id=t.posts["Kepala Bidang Satu"],
        )  # fmt: skip
    t.evaluation(ADI, 2024, "baik", evaluator_nip=HEAD)
    t.evaluation(ADI, 2025, "kurang", evaluator_nip=HEAD, feedback="Perlu lebih teliti")


@pytest.mark.parametrize(
    ("more", "on", "leader"),
    [
        # The evaluator of 2025, as long as he is on duty; then who acts in his stead, else the head above.
        ({}, "2026-04-15", "Kepala Bidang"),
        ({"status": "keluar"}, "2026-01-31", "Kepala Bidang"),
        ({"status": "keluar"}, "2026-02-01", "Kepala Dinas"),
        ({"status": "keluar", "plt": True}, "2026-04-15", "Pelaksana Tugas"),
        ({"status": "cltn"}, "2026-04-15", "Kepala Dinas"),
        ({"status": "cltn", "plt": True}, "2026-04-15", "Pelaksana Tugas"),
        ({"status": "tugas_belajar"}, "2026-04-15", "Kepala Dinas"),
    ],
)
def test_who_should_talk_is_still_there(tmp_path: Path, more: dict[str, Any], on: str, leader: str) -> None:
    path = tmp_path / "kota.sqlite"
    write(path, **more)
    found = worry(path, on)
    assert found is not None
    assert (found["leader"], found["feedback"]) == (leader, "Perlu lebih teliti")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        # 2024: Baik, by the head. 2025: Kurang, told when the year was over. Of 2026 the first quarter alone is, by the chief.
        ("2025-12-30", None),
        ("2025-12-31", (2025, "Perlu lebih teliti", "Kepala Bidang")),
        ("2026-03-30", (2025, "Perlu lebih teliti", "Kepala Bidang")),
        ("2026-03-31", (2025, "Mulai membaik", "Kepala Dinas")),
        ("2026-12-30", (2025, "Mulai membaik", "Kepala Dinas")),
        ("2026-12-31", (2026, "Masih sama", "Kepala Bidang")),
    ],
)
def test_a_day_of_the_past_knows_no_later_evaluation(tmp_path: Path, on: str, expected: Any) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        for nip, name in ((ADI, "Adi"), (HEAD, "Kepala Bidang"), (CHIEF, "Kepala Dinas")):
            t.person(nip, name, unit="Dinas Contoh", begins=BEGUN)
        t.evaluation(ADI, 2024, "baik", evaluator_nip=HEAD, feedback="Bagus")
        t.evaluation(ADI, 2025, "kurang", evaluator_nip=HEAD, feedback="Perlu lebih teliti")
        t.evaluation(ADI, 2026, "baik", period="Q1", evaluator_nip=CHIEF, feedback="Mulai membaik")
        t.evaluation(ADI, 2026, "kurang", evaluator_nip=HEAD, feedback="Masih sama")
    found = worry(path, on)
    assert (found and (found["year"], found["feedback"], found["leader"])) == expected
