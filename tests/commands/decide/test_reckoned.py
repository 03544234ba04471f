"""A sanction without a day of its own: wherever its reckoned end decides, the answer says that public holidays are not counted."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier
from tests.town import town

ADI = "198505052005011001"
ON = "2026-06-30"
SAID = {"id": "tanpa hari libur nasional", "en": "without public holidays"}


def written(tmp_path: Path, effective_on: str | None) -> Path:
    """A pelaksana, III/b since August 2022, last pay step of October 2024, Baik in 2024 and 2025, and six months of a sanction."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Pengelola", "Dinas Contoh", "pelaksana")
        t.post("Pengadministrasi", "Dinas Contoh", "pelaksana")
        t.person(
            ADI,
            "Adi Contoh",
            post="Pengelola",
            unit="Dinas Contoh",
            since="2018-01-01",
            golongan="III/b",
            golongan_since="2022-08-01",
            education="S1",
            appointed_on="2005-01-01",
            last_pay_step="2024-10-01",
        )
        for year in (2024, 2025):
            t.evaluation(ADI, year, "baik")
        six = "Pemotongan tunjangan kinerja 25 % selama 6 bulan"
        t.discipline(ADI, "sedang", "2026-05-04", sanction=six, effective_on=effective_on)
        for register in ("discipline", "history", "exams"):
            t.covers(register, ON)
    return path


@pytest.mark.parametrize("effective_on", [None, "2026-05-25"])
def test_forecasts_and_lists_say_so(tmp_path: Path, effective_on: str | None) -> None:
    """Decided on Monday 4 May 2026, in force from the 15th weekday after it, 25 May: six months are over on 24 November."""
    path = written(tmp_path, effective_on)
    reckoned = effective_on is None

    def check(*typed: object) -> tuple[dict[str, Any], dict[str, Any]]:
        asked = (*typed, "--db", path, "--as-of", ON)
        (person,) = json.loads(asnkarier(*asked, "--format", "json").out)["people"]
        for lang, words in SAID.items():
            said = " ".join(asnkarier(*asked, lang=lang, width=200).out.split())
            assert (words in said) is reckoned
        return person, next(one for one in person["checks"] if one["check"] == "discipline")

    # The pay step of 1 October 2026 falls within the sanction.
    person, found = check("forecast", "pay-steps", "--months", 12)
    assert (person["due"], found["outcome"], found["value"]) == ("2026-10-01", "not_met", "sedang")
    assert found.get("without_public_holidays", False) is reckoned
    # Four years in the rank are full in August 2026, and the sanction is over on 24 November: the first day after is 1 December.
    person, found = check("forecast", "ranks", "--months", 12, "--all")
    assert (person["on"], found["outcome"], found["value"]) == ("2026-12-01", "met", "none")
    assert found.get("without_public_holidays", False) is reckoned
    for typed in (("shortlist", "Pengadministrasi", "--all"), ("report", "person", ADI), ("show", ADI)):
        said = " ".join(asnkarier(*typed, "--db", path, "--as-of", ON, width=200).out.split())
        assert (SAID["id"] in said) is reckoned, said


@pytest.mark.parametrize(
    ("day", "on", "said"),
    [
        # In force from 25 May, 21 days after the decree: were all days counted holidays, it would end on 15 December, and not
        # on 24 November. Whoever asks for a rank on 1 December hears so, the day after the reckoned end too; for 1 January not.
        ("2026-11-24", "2026-12-01", True),
        ("2026-11-25", "2026-12-01", True),
        ("2026-12-15", "2027-01-01", False),
    ],
)
def test_a_reckoned_end_decides_as_far_as_public_holidays_could_move_it(
    tmp_path: Path, day: str, on: str, said: bool
) -> None:
    path = written(tmp_path, None)
    asked = ("forecast", "ranks", "--all", "--db", path, "--as-of", day)
    (person,) = json.loads(asnkarier(*asked, "--format", "json").out)["people"]
    assert person["on"] == on
    assert (SAID["id"] in " ".join(asnkarier(*asked).out.split())) is said


@pytest.mark.parametrize(
    ("decided", "said"),
    [
        # Pay step of 1 March 2027. Six months from 25 May are over on 24 November 2026, from 6 July on 5 January 2027: with the 21
        # days counted before them again, on 26 January at the latest.
        ("2026-05-04", False),
        ("2026-06-15", False),
        # Decided on Monday 27 July, in force from 17 August until 16 February: with 21 days more to 9 March.
        ("2026-07-27", True),
        # In force from 7 September until 6 March 2027: being served.
        ("2026-08-17", True),
    ],
)
def test_a_pay_step_long_after_a_reckoned_end_does_not_hang_on_it(tmp_path: Path, decided: str, said: bool) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Pengelola", "Dinas Contoh", "pelaksana")
        t.person(ADI, "Adi Contoh", post="Pengelola", unit="Dinas Contoh", since="2018-01-01", golongan="III/b",
                 golongan_since="2022-08-01", education="S1", appointed_on="2005-01-01", last_pay_step="2025-03-01")  # fmt: skip
        six = "Pemotongan tunjangan kinerja 25 % selama 6 bulan"
        t.discipline(ADI, "sedang", decided, sanction=six)
        t.covers("discipline", "2026-11-23")
    asked = ("forecast", "pay-steps", "--months", 6, "--db", path, "--as-of", "2026-11-23")
    (person,) = json.loads(asnkarier(*asked, "--format", "json").out)["people"]
    found = next(one for one in person["checks"] if one["check"] == "discipline")
    assert (person["due"], found.get("without_public_holidays", False)) == ("2027-03-01", said)
    assert (SAID["en"] in " ".join(asnkarier(*asked, lang="en", width=200).out.split())) is said


@pytest.mark.parametrize(
    ("last_step", "effective_on", "outcome", "said"),
    [
        # Decided on 4 May, in force from the 15th weekday after it, 25 May, 21 days later, and ended on 31 December by the decree. Were
        # all those days holidays it would begin on 15 June: a step of the days between may still come before it.
        ("2024-05-24", None, "met", False),
        ("2024-05-25", None, "not_met", True),
        ("2024-06-14", None, "not_met", True),
        ("2024-06-15", None, "not_met", False),
        ("2024-06-14", "2026-05-25", "not_met", False),  # the day itself is on record
    ],
)
def test_a_first_day_that_is_counted_is_said_too(
    tmp_path: Path, last_step: str, effective_on: str | None, outcome: str, said: bool
) -> None:
    path = written(tmp_path, effective_on)
    db = sqlite3.connect(path)
    db.execute("UPDATE discipline SET ends_on = '2026-12-31'")
    db.execute("UPDATE person SET last_pay_step = ?", (last_step,))
    db.commit()
    db.close()
    answer = asnkarier("forecast", "pay-steps", "--db", path, "--as-of", ON, "--format", "json")
    (person,) = json.loads(answer.out)["people"]
    found = next(one for one in person["checks"] if one["check"] == "discipline")
    assert (found["outcome"], found.get("without_public_holidays", False)) == (outcome, said)
