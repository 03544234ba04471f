"""A sanction without a day of its own: wherever its reckoned end decides, the answer says that public holidays are not counted."""

import json
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


def test_a_sanction_that_is_over_decides_nothing_any_more(tmp_path: Path) -> None:
    path = written(tmp_path, None)
    for day, word in (("2026-11-24", True), ("2026-11-25", False)):
        said = asnkarier("forecast", "ranks", "--all", "--db", path, "--as-of", day).out
        assert (SAID["id"] in " ".join(said.split())) is word
