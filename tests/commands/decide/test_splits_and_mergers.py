"""Splits and mergers from the workbook to the forecast: recorded row by row, there from their day on, and not before."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests.commands.decide.test_shortlist import ADI, BUDI, basic, candidate
from tests.terminal import asnkarier
from tests.town import town

DAY = "2026-06-30"
FROM = "2026-10-01"
HEADERS = "kind,old,new,effective_on,how"


def imported(path: Path, folder: Path, *rows: str) -> dict[str, Any]:
    book = folder / "sotk.csv"
    book.write_text("\n".join((HEADERS, *rows)) + "\n", encoding="utf-8")
    answer = asnkarier("import", book, "--as", "successions", "--db", path, "--dated", DAY, "--format", "json")
    found: dict[str, Any] = json.loads(answer.out)
    return found


def vacant(path: Path, months: int = 12) -> dict[str, list[str]]:
    """Return the posts that are or fall empty with the days: "" is now."""
    answer = asnkarier("forecast", "vacancies", "--db", path, "--as-of", DAY, "--months", months, "--format", "json")
    assert answer.code == 0, answer.err
    return {
        post["position"]: [""] * post["empty_now"] + [one["on"] for one in post["falling_empty"]]
        for post in json.loads(answer.out)["posts"]
    }


def kept(path: Path) -> list[tuple[str, str]]:
    with open_database(str(path), Access.READ) as db:
        return [(str(old), str(new)) for old, new in db.rows("SELECT old, new FROM succession ORDER BY new")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        for unit in ("Bidang X", "Bidang Y", "Bidang Z"):
            t.unit(unit, "Dinas Contoh")
        t.post("Kabid X", "Bidang X", "administrator")
        t.post("Kabid Y", "Bidang Y", "administrator")
        t.post("Kabid Z", "Bidang Z", "administrator")
        for name in ("Kasi Satu", "Kasi Dua", "Kasi Gabungan", "Kasi Tetap"):
            t.post(name, "Bidang Satu", "pengawas")
        # 58 on 10 January 2027: the pension of both begins on 1 February 2027.
        candidate(t, ADI, "Adi Contoh", post="Kabid X", unit="Bidang X", begins="2025-01-01", birth_date="1969-01-10")
        candidate(t, BUDI, "Budi Contoh", post="Kasi Satu", begins="2025-01-01", birth_date="1969-01-10")
    return path


MINE = {"Kabid X", "Kabid Y", "Kabid Z", "Kasi Satu", "Kasi Dua", "Kasi Gabungan", "Kasi Tetap"}


def of_mine(path: Path, months: int = 12) -> dict[str, list[str]]:
    return {name: days for name, days in vacant(path, months).items() if name in MINE}


def test_without_a_reorganisation(file: Path) -> None:
    assert of_mine(file) == {
        "Kabid X": ["2027-02-01"], "Kabid Y": [""], "Kabid Z": [""], "Kasi Satu": ["2027-02-01"],
        "Kasi Dua": [""], "Kasi Gabungan": [""], "Kasi Tetap": [""],
    }  # fmt: skip


def test_a_merger_of_posts_to_come(file: Path, tmp_path: Path) -> None:
    rows = [f"position,Kasi {name},Kasi Gabungan,{FROM},merge" for name in ("Satu", "Dua")]
    assert imported(file, tmp_path, *rows)["applied"]
    found = of_mine(file)
    # Kasi Satu is no more from 1 October 2026: the pension of 1 February 2027 leaves no seat in it. Kasi Dua is empty until then.
    assert "Kasi Satu" not in found
    assert found["Kasi Dua"] == [""]
    # The merged post is there from its day on, with nobody named for it: not empty now.
    assert found["Kasi Gabungan"] == [FROM]
    assert found["Kasi Tetap"] == [""]
    # Before its day nothing is said of it, however far one looks.
    assert "Kasi Gabungan" not in of_mine(file, 3)


def test_a_merger_of_units_to_come(file: Path, tmp_path: Path) -> None:
    rows = [f"unit,Bidang {name},Bidang Z,{FROM},merge" for name in ("X", "Y")]
    assert imported(file, tmp_path, *rows)["applied"]
    found = of_mine(file)
    assert (found.get("Kabid X"), found["Kabid Y"], found["Kabid Z"]) == (None, [""], [FROM])
    assert "Kabid Z" not in of_mine(file, 1)


def test_who_takes_the_merged_post_on_its_day(file: Path, tmp_path: Path) -> None:
    imported(file, tmp_path, *[f"unit,Bidang {name},Bidang Z,{FROM},merge" for name in ("X", "Y")])
    with open_database(str(file), Access.WRITE) as db:
        ((person,),) = db.rows("SELECT person_id FROM person_nip WHERE nip = ?", (ADI,))
        ((post,),) = db.rows("SELECT id FROM position WHERE name = 'Kabid Z'")
        db.execute("UPDATE person_post SET until = '2026-09-30' WHERE person_id = ?", (person,))
        db.execute("INSERT INTO person_post VALUES (?, ?, '9999-12-31', 1, ?)", (person, FROM, post))
    found = of_mine(file)
    # Kabid X ends on the very day on which Adi leaves it; Kabid Z is Adi's from its first day on, until the pension.
    assert (found.get("Kabid X"), found["Kabid Z"]) == (None, ["2027-02-01"])


def test_what_others_are_merged_into_may_be_there_already(file: Path, tmp_path: Path) -> None:
    # Adi holds Kabid X: Bidang Y goes into Bidang X, which is there today.
    assert imported(file, tmp_path, f"unit,Bidang Y,Bidang X,{FROM},merge")["applied"]
    assert of_mine(file)["Kabid X"] == ["2027-02-01"]


def test_a_split_is_a_row_for_each_new_name(file: Path, tmp_path: Path) -> None:
    rows = [f"position,Kasi Satu,{name},{FROM},split" for name in ("Kasi Dua", "Kasi Gabungan")]
    found = imported(file, tmp_path, *rows)
    assert found["applied"]
    assert found["findings"] == []
    assert kept(file) == [("Kasi Satu", "Kasi Dua"), ("Kasi Satu", "Kasi Gabungan")]
    posts = of_mine(file)
    # Both parts begin on the day, and the old post ends on it: Budi's pension in February leaves no seat.
    assert (posts.get("Kasi Satu"), posts["Kasi Dua"], posts["Kasi Gabungan"]) == (None, [FROM], [FROM])
    # Again: unchanged. Undone: as before.
    assert imported(file, tmp_path, *rows)["batch"] is None
    assert asnkarier("imports", "undo", found["batch"], "--db", file, "--yes").code == 0
    assert kept(file) == []
    assert of_mine(file)["Kasi Satu"] == ["2027-02-01"]


def test_a_part_given_up_leaves_the_old_post(file: Path, tmp_path: Path) -> None:
    rows = [f"position,Kasi Satu,{name},{FROM},split" for name in ("Kasi Satu", "Kasi Dua", "Kasi Gabungan")]
    assert imported(file, tmp_path, *rows)["applied"]
    assert of_mine(file)["Kasi Satu"] == ["2027-02-01"]


def test_parts_given_up_on_two_days_are_no_split_into_two(file: Path, tmp_path: Path) -> None:
    rows = [f"position,Kasi Satu,Kasi Dua,{FROM},split", "position,Kasi Satu,Kasi Gabungan,2026-11-01,split"]
    assert imported(file, tmp_path, *rows)["applied"]
    assert of_mine(file)["Kasi Satu"] == ["2027-02-01"]


def test_several_names_in_one_cell_are_refused(file: Path, tmp_path: Path) -> None:
    found = imported(file, tmp_path, f"unit,Bidang X,Bidang XA; Bidang XB,{FROM},split")
    assert [finding["code"] for finding in found["findings"]] == ["succession_several"]
    assert not found["applied"]


def test_a_rename_still_has_one_new_name(file: Path, tmp_path: Path) -> None:
    rows = [f"unit,Bidang X,{name},{FROM},rename" for name in ("Bidang XA", "Bidang XB")]
    found = imported(file, tmp_path, *rows)
    assert {finding["code"] for finding in found["findings"]} == {"rows_disagree"}
