"""An evaluation of a time in which the person was surely not there is taken, and told: by an import as by `evaluate`."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier
from tests.town import Town, town

ADI, BUDI, CITRA, DEWI = "198001012020031001", "198001012005011002", "198001012005011003", "199001012023211004"
EKA = "199501012023041005"


def people(t: Town) -> None:
    """Adi since March 2020; Budi pensioned on 1 July 2025; Citra on CLTN from 1 December 2023 to the end of 2024; Dewi PPPK and Eka by the NIP."""
    t.person(ADI, "Adi", appointed_on="2020-03-01", begins="2024-01-02")
    for nip, name, since, until, status in (
        (BUDI, "Budi", "2025-07-01", "9999-12-31", "keluar"),
        (CITRA, "Citra", "2023-12-01", "2024-12-31", "cltn"),
    ):
        number = t.person(nip, name, appointed_on="2005-01-01", begins="2023-01-02", status=None)
        t.span(
            "person_status", number, "2023-01-02", "2023-11-30" if status == "cltn" else "2025-06-30", status="aktif"
        )
        t.span("person_status", number, since, until, status=status)
        if until < "9999":
            t.span("person_status", number, "2025-01-01", status="aktif")
    t.fact("movement", BUDI, event="pensiun", effective_on="2025-07-01")
    t.person(DEWI, "Dewi", kind="PPPK", begins="2024-01-02")
    t.person(EKA, "Eka", begins="2024-01-02")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        people(t)
    return path


CASES: list[tuple[str, int, str, str, str, str | None]] = [
    # NIP, year, period, first and last day; what is told. Appointed on 1 March 2020: nothing of 2019, nor of January and
    # February 2020, and something of its first quarter, of March and of the year.
    (ADI, 2019, "annual", "", "", "evaluated_before_service"),
    (ADI, 2020, "M2", "", "", "evaluated_before_service"),
    (ADI, 2020, "M3", "", "", None),
    (ADI, 2020, "Q1", "", "", None),
    (ADI, 2020, "annual", "2020-01-01", "2020-02-29", "evaluated_before_service"),
    (ADI, 2020, "annual", "", "", None),
    # Pensioned on 1 July 2025.
    (BUDI, 2025, "annual", "", "", None),
    (BUDI, 2025, "Q2", "", "", None),
    (BUDI, 2025, "Q3", "", "", "evaluated_after_leaving"),
    (BUDI, 2025, "annual", "2025-07-01", "2025-12-31", "evaluated_after_leaving"),
    # On CLTN from 1 December 2023 to 31 December 2024.
    (CITRA, 2023, "annual", "", "", None),
    (CITRA, 2023, "M11", "", "", None),
    (CITRA, 2023, "M12", "", "", "evaluated_while_away"),
    (CITRA, 2024, "annual", "", "", "evaluated_while_away"),
    (CITRA, 2025, "Q1", "", "", None),
    # The NIP of a PPPK says nothing of the time before; that of a PNS says April 2023.
    (DEWI, 2022, "annual", "", "", None),
    (EKA, 2022, "annual", "", "", "evaluated_before_service_by_nip"),
    (EKA, 2023, "Q1", "", "", "evaluated_before_service_by_nip"),
    (EKA, 2023, "Q2", "", "", None),
]


@pytest.mark.parametrize(("nip", "year", "period", "started", "ended", "code"), CASES)
def test_an_import_tells_of_a_time_in_which_nobody_was_there(
    file: Path, tmp_path: Path, nip: str, year: int, period: str, started: str, ended: str, code: str | None
) -> None:
    sheet = tmp_path / "skp.csv"
    sheet.write_text(
        f"nip,year,period,started_on,ended_on,predicate\n{nip},{year},{period},{started},{ended},Baik\n",
        encoding="utf-8",
    )
    answer = asnkarier("import", sheet, "--as", "evaluations", "--db", file, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    told = [f for f in found["findings"] if f["code"].startswith("evaluated_")]
    assert [(f["code"], f["severity"], f["cell"], f["value"]) for f in told] == (
        [(code, "warning", "A2", nip)] if code else []
    )
    # It is taken all the same.
    assert found["sheets"][0]["rows"]["inserted"] == 1


@pytest.mark.parametrize(
    ("nip", "year", "period", "said"),
    [
        (EKA, 2022, "annual", "2023"),
        (CITRA, 2024, "annual", "CLTN since 1 December 2023"),
        (BUDI, 2025, "Q4", "since 1 July 2025 (pensiun)"),
        (BUDI, 2025, "Q2", None),
        (ADI, 2024, "annual", None),
    ],
)
def test_evaluate_tells_it_too(file: Path, nip: str, year: int, period: str, said: str | None) -> None:
    typed = ("evaluate", nip, "--year", year, "--period", period, "--result", "meets", "--behaviour", "meets")
    assert asnkarier(*typed, "--db", file).code == 0
    # The same again changes nothing, and is told again.
    answer = asnkarier(*typed, "--db", file, "--format", "json", lang="en")
    found = json.loads(answer.out)["findings"]
    assert len(found) == (said is not None)
    assert all(said in one["message"] and one["severity"] == "warning" for one in found if said)
    assert ("The evaluation (" in asnkarier(*typed, "--db", file, lang="en").out) is (said is not None)
