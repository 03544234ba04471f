"""A policy's pool may name what is on record alone: a letter amiss would leave nobody to consider, without a word."""

from pathlib import Path

import pytest

from tests.terminal import asnkarier
from tests.town import town

KNOWN = {"agencies": "Dinas Kesehatan", "families": "keuangan"}


def office(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        t.unit("Dinas Kesehatan")
        t.post("Kepala Bidang", "Dinas Kesehatan", "administrator", job_family="keuangan")
    return path


def policy(tmp_path: Path, pool: str) -> Path:
    file = tmp_path / "uji.toml"
    file.write_text(f'name = "uji"\nbasis = "SK 1"\nconfidence = "medium"\nbase = "umum"\n[pool]\n{pool}\n')
    return file


@pytest.mark.parametrize(
    ("key", "name", "near"),
    [
        ("agencies", "Dinas Kesehatn", "Dinas Kesehatan"),
        ("agencies", "dinas kesehatan", "Dinas Kesehatan"),  # names are compared letter by letter
        ("families", "keuangn", "keuangan"),
    ],
)
def test_refused_with_key_value_and_the_nearest(tmp_path: Path, key: str, name: str, near: str) -> None:
    db, file = office(tmp_path), policy(tmp_path, f'{key} = ["{name}"]')
    assert asnkarier("policy", "check", file).code == 0  # without a file of staff nothing is known of it
    commands = (("policy", "use", file), ("shortlist", "Kepala Bidang", "--policy", file), ("talent", "--policy", file))
    for command in commands:
        said = asnkarier(*command, "--db", db, lang="en")
        assert said.code == 3, command
        for part in (f"pool.{key}", f" {name},", near):
            assert part in " ".join(said.err.split()), command
    assert asnkarier("policy", "use", policy(tmp_path, f'{key} = ["{near}"]'), "--db", db).code == 0


@pytest.mark.parametrize("key", sorted(KNOWN))
def test_of_what_no_record_names_nothing_is_said(tmp_path: Path, key: str) -> None:
    db = tmp_path / "kosong.sqlite"
    with town(db):
        pass
    assert asnkarier("policy", "use", policy(tmp_path, f'{key} = ["{KNOWN[key]}"]'), "--db", db).code == 0


def test_an_agency_of_former_days_stays_known(tmp_path: Path) -> None:
    db = office(tmp_path)
    file = policy(tmp_path, 'agencies = ["Dinas Kesehatan"]')
    with town(tmp_path / "lain.sqlite") as t:
        t.unit("Dinas Kesehatan")
        t.db.execute("UPDATE unit SET in_force_until = '2020-12-31'")
    assert asnkarier("policy", "use", file, "--db", tmp_path / "lain.sqlite").code == 0
    assert asnkarier("policy", "use", file, "--db", db).code == 0
