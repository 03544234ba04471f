"""The annual report of a city of nine, counted by hand: both sides of a year, of twenty years and of twenty hours."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.sections import movements, satyalancana
from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests.terminal import asnkarier

DAY = date(2025, 12, 31)
HEADS = (
    "nip", "name", "employee_kind", "status", "golongan", "golongan_since", "appointed_on", "position", "position_kind",
    "position_since", "unit",
)  # fmt: skip
PEOPLE = {
    "Satu": ("197001011995121001", "1995-12-31"),  # thirty years on the day itself
    "Dua": ("197001021996011002", "1996-01-01"),  # a day short of thirty
    "Tiga": ("197501012005031003", "2005-03-01"),  # has the award of twenty years already
    "Empat": ("197501022005031004", "2005-03-01"),  # sanction of level sedang
    "Lima": ("197501032005031005", "2005-03-01"),  # the same sanction, annulled
    "Enam": ("199901012024121006", "2024-12-31"),  # appointed a day before the year
    "Tujuh": ("199901022025011007", "2025-01-01"),  # appointed on its first day
    "Delapan": ("198001012009031008", "2009-03-01"),  # comes from elsewhere in the year
    "Sembilan": ("198001022009031009", "2009-03-01"),  # leaves a day after the year
}


def _sheet(folder: Path, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])
    return path


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town")
    db = folder / "kota.sqlite"
    assert asnkarier("init", "--db", db).code == 0
    roster = [
        (nip, f"Orang {name}", "PNS", "aktif", "III/a", "2021-04-01", since, "Analis", "pelaksana", "", "Dinas Alfa")
        for name, (nip, since) in PEOPLE.items()
    ]
    nips = {name: nip for name, (nip, _since) in PEOPLE.items()}
    moves = [
        (nips["Delapan"], "masuk", "2025-05-01"),
        (nips["Dua"], "pindah", "2025-12-31"),
        (nips["Sembilan"], "pindah", "2026-01-01"),
    ]
    sanction = ("sedang", "Pemotongan tunjangan", "2018-02-01", "2018-03-01")
    sanctions = [(nips["Empat"], *sanction, ""), (nips["Lima"], *sanction, "2019-02-01")]
    awards = [(nips["Tiga"], "Satyalancana Karya Satya XX Tahun", "satyalancana", "2025-08-17")]
    for path, *how in (
        (_sheet(folder, "roster", HEADS, roster), "--dated", "2025-12-30"),
        (_sheet(folder, "movements", ("nip", "event", "effective_on"), moves),),
        (
            _sheet(
                folder,
                "discipline",
                ("nip", "level", "sanction", "decided_on", "effective_on", "annulled_on"),
                sanctions,
            ),
            "--covers-until",
            "2025-12-31",
        ),
        (_sheet(folder, "awards", ("nip", "title", "scope", "awarded_on"), awards), "--covers-until", "2025-12-31"),
    ):
        answer = asnkarier("import", path, "--db", db, "--as", path.stem, *how)
        assert answer.code == 0, answer.out
    return db


def test_who_came_and_left_in_the_year(town: Path) -> None:
    """Came: Tujuh and Delapan. Left: Dua on its last day; Sembilan after it. Who comes is of the unit that the list names first."""
    with open_database(str(town), Access.READ) as db:
        for unit in (None, "Dinas Alfa"):
            on = Basis(db, DAY, 2025, unit)
            told = [(move.name, move.event, on.units.name(move.unit_id)) for move in movements.events(on)]
            assert told == [
                ("Orang Tujuh", "appointed", "Dinas Alfa"),
                ("Orang Delapan", "masuk", "Dinas Alfa"),
                ("Orang Dua", "pindah", "Dinas Alfa"),
            ]


def test_who_may_be_proposed_for_long_service(town: Path) -> None:
    """Dua has left by the day. Tiga has the medal of twenty years; the annulled sanction of Lima hinders nothing."""
    with open_database(str(town), Access.READ) as db:
        due = satyalancana.proposals(Basis(db, DAY, 2025))
    assert [(person.name.split()[1], one.years, one.outcome) for person, one in due] == [
        ("Satu", 30, "met"),
        ("Empat", 20, "not_met"),
        ("Lima", 20, "met"),
        ("Delapan", 10, "met"),
        ("Sembilan", 10, "met"),
    ]
    with open_database(str(town), Access.READ) as db:
        before = satyalancana.proposals(Basis(db, date(2025, 12, 30), 2025))
    years = {person.name.split()[1]: one.years for person, one in before}
    assert (years["Satu"], years["Dua"]) == (20, 20)  # one day before thirty years, and two
