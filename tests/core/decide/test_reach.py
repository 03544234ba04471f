"""What a register of some years alone decides: none where all that counts lies within them, else not known."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from asnkarier.commands.decide.deciding import ground, records
from asnkarier.core.appraisal.ip_asn import index
from asnkarier.core.appraisal.ip_asn_facts import Meter
from asnkarier.core.decide.check import Question
from asnkarier.core.decide.checks import conduct
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.target import Setting
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.core.rank.cases import longest_term, served_since
from asnkarier.core.talent.measuring import measure
from asnkarier.law.load import regulations
from asnkarier.law.policy_load import from_text
from asnkarier.store.queries import staff
from tests.core.decide.one_component import policy_of
from tests.town import town

ON = date(2026, 6, 30)
ADI = "198001012005011001"
NEW = "199501012025031002"
LADDER = "[components.uji.ladder]\n"
AWARDS = LADDER + "international = 60\nnational = 40\nsatyalancana = 30\ninstitution = 20\nnone = 0\n"
WORK = LADDER + "lead_across = 70\nlead_inside = 50\nmember_across = 40\nmember_inside = 30\nnone = 0\n"
HOURS = LADDER + '"0" = 0\n"20" = 80\n"30" = 100\n'
BLANK: dict[str, Any] = dict.fromkeys(Person._fields)
RULE = regulations().ip_asn.on(ON).value


def somebody(appointed_on: str | None = "2005-01-01") -> Person:
    return Person(**{**BLANK, "id": 1, "nip": ADI, "name": "Adi Contoh", "appointed_on": appointed_on})


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    with town(tmp_path_factory.mktemp("kota") / "town.sqlite") as t:
        t.unit("Dinas Contoh")
        return ground(t.db, regulations(), from_text(policy_of("awards", AWARDS), "uji.toml"), ON).setting


def outcome(
    question: Question, since: str, appointed_on: str | None = "2005-01-01", register: str = "discipline"
) -> str:
    known = Records(coverage={register: [(since, "2026-12-31")]})
    return question.judge(somebody(appointed_on), known).outcome


def test_no_sanction_is_known_where_the_years_that_count_are(setting: Setting) -> None:
    """Three years back from 30 June 2026: decided from 1 July 2023 on counts."""
    assert setting.policy.eligibility.discipline_lookback_years == 3
    recent = conduct.discipline(("sedang", "berat"), False, setting)
    assert [outcome(recent, since) for since in ("", "2023-07-01", "2023-07-02")] == ["met", "met", "unknown"]
    # Appointed later than the list begins: nothing can have been before.
    assert outcome(recent, "2025-01-01", "2025-01-01") == "met"
    assert outcome(recent, "2025-01-01", "2024-12-31") == "unknown"


def test_never_a_sanction_asks_all_of_the_service(setting: Setting) -> None:
    ever = conduct.discipline(("sedang", "berat"), True, setting)
    assert [outcome(ever, since) for since in ("", "2005-01-01", "2005-01-02")] == ["met", "met", "unknown"]
    # Nobody knows since when somebody serves: only a list that is complete from the first on says never.
    assert [outcome(ever, since, None) for since in ("", "1990-01-01")] == ["met", "unknown"]


@pytest.mark.parametrize(
    ("name", "register", "rest", "first", "most"),
    [
        # Two years back from 30 June 2026 begin on 1 July 2024; hours count in the years 2024 and 2025.
        ("awards", "awards", AWARDS, "2024-07-01", 60),
        ("assignments", "assignments", WORK, "2024-07-01", 70),
        ("training", "trainings", HOURS, "2024-01-01", 100),
    ],
)
def test_a_component_is_known_where_its_years_are(
    tmp_path: Path, name: str, register: str, rest: str, first: str, most: float
) -> None:
    later = date.fromordinal(date.fromisoformat(first).toordinal() + 1).isoformat()

    def points(since: str, appointed_on: str = "2005-01-01") -> tuple[float, float]:
        path = tmp_path / f"{since}{appointed_on}.sqlite"
        with town(path) as t:
            t.unit("Dinas Contoh")
            t.post("Kepala Bidang Satu", "Dinas Contoh", "administrator")
            t.person(
                ADI,
                "Adi",
                post="Kepala Bidang Satu",
                unit="Dinas Contoh",
                since="2026-01-01",
                appointed_on=appointed_on,
            )
            t.covers(register, "2026-12-31", since)
            base = ground(t.db, regulations(), from_text(policy_of(name, rest), "uji.toml"), ON)
            found = measure(base.setting.policy.components["uji"], base.setting)(
                staff.one(t.db, t.people[ADI], ON), records(base, None)
            )
        assert found is not None
        low, high, divisor = found
        return low / divisor / SCALE, high / divisor / SCALE

    assert points(first) == (0, 0)
    assert points(later) == (0, most)
    assert points(later, later) == (0, 0)


def ip_asn(coverage: Mapping[str, str]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return competency and discipline of an administrator without a row, by the beginnings of both registers."""
    known = Records(coverage={kind: [(since, "2026-12-31")] for kind, since in coverage.items()})
    meter = Meter(RULE, known, {}, {1: "administrator"}, ON, 2025, year_recorded=False)
    found = index(RULE, meter.measure(somebody()), "PKA")
    competency, discipline = found.competency, found.discipline
    return (competency.low / SCALE, competency.high / SCALE), (discipline.low / SCALE, discipline.high / SCALE)


def test_the_index_counts_hours_of_its_months_and_leadership_whenever_it_was() -> None:
    """Technical training and seminars of 12 and 24 months: from 1 July 2024 on. Leadership (15) may have been before."""
    assert (RULE.technical_months, RULE.seminar_months) == (12, 24)
    whole = ip_asn({"trainings": ""})[0]
    assert whole == (0, 0)
    assert ip_asn({"trainings": "2024-07-01"})[0] == (0, 15)
    assert ip_asn({"trainings": "2024-07-02"})[0] == ip_asn({})[0]
    assert ip_asn({"trainings": "2005-01-01"})[0] == (0, 0)


def test_the_index_knows_of_no_sanction_where_its_years_are_known() -> None:
    first = date(ON.year - RULE.discipline_years, 7, 1)
    assert ip_asn({"discipline": first.isoformat()})[1] == ip_asn({"discipline": ""})[1]
    assert ip_asn({"discipline": date(first.year, 7, 2).isoformat()})[1] == ip_asn({})[1]


def test_a_sanction_served_on_a_day_was_decided_within_the_longest_term() -> None:
    months = longest_term(version.value for version in regulations().discipline.versions)
    assert months % 12 == 0
    assert served_since("2005-01-01", ON, months) == f"{2026 - months // 12}-06-30"
    assert served_since("2026-03-01", ON, months) == "2026-03-01"
    assert served_since(None, ON, 0) == ""
