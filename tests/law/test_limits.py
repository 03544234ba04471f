"""No accepted record makes nonsense: every number of every built-in record, spoilt, is refused or all that rests on it still runs."""

import os
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.errors import RuleError
from asnkarier.law import toml
from asnkarier.law.checks.limits import ENDS, limits
from asnkarier.law.decode import Where
from asnkarier.law.load import DATA, Lawbook, not_checked_later, read_record, regulations
from asnkarier.law.topics import TOPICS
from tests.terminal import asnkarier
from tests.town import Town, town

SPOILT: tuple[object, ...] = (-1, Decimal("-0.5"), 0, 10**9, Decimal("1e400"), True, "20", Decimal("0.00001"))
NIP = "198001012005011001"


def records(topic: str) -> list[dict[str, Any]]:
    document = toml.read(os.path.join(DATA, TOPICS[topic].room, f"{topic}.toml"), topic)
    found: Any = document["version"]
    return list(found)


def numbers(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where a number stands."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        if isinstance(inner, int | Decimal) and not isinstance(inner, bool):
            yield (*path, key)
        yield from numbers(inner, (*path, key))


def spoilt(record: dict[str, Any], path: tuple[Any, ...], value: object) -> dict[str, Any]:
    copy = deepcopy(record)
    inner = copy["value"]
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return copy


@pytest.mark.parametrize("topic", TOPICS)
def test_every_built_in_record_keeps_to_the_limits(topic: str) -> None:
    for number, record in enumerate(records(topic)):
        limits(topic, record["value"], Where(topic).at(number))
        read_record(topic, record, Where(topic), added=True)
        # Each line of limits is about a number that may stand there, each number has its line.
        if next(numbers(record["value"]), None) is not None:
            assert topic in ENDS


ACCEPTED: list[tuple[str, str, dict[str, Any]]] = []
for _topic in TOPICS:
    for _record in records(_topic)[-1:]:
        for _path in numbers(_record["value"]):
            for _value in SPOILT:
                _bad = spoilt(_record, _path, _value)
                try:
                    read_record(_topic, _bad, Where(_topic), added=True)
                except RuleError:
                    continue
                ACCEPTED.append((_topic, f"{'.'.join(map(str, _path))}={_value}", _bad))


def test_hardly_anything_spoilt_is_accepted() -> None:
    # Only 0, where nothing is a number like any other: points, shares, months of notice, years that nobody is asked for.
    assert {case.rpartition("=")[2] for _, case, _ in ACCEPTED} <= {"0"}


COMMANDS: dict[str, tuple[tuple[object, ...], ...]] = {
    "distribution": (("evaluations", "distribution", 2025),),
    "ip_asn": (("ip-asn", 2025), ("ip-asn", 2025, NIP)),
    "credit": (("credit", NIP), ("forecast", "ranks")),
    "rank_promotion": (("forecast", "ranks"),),
    "pay_step": (("forecast", "pay-steps"),),
    "training": (("training", "hours", 2025), ("ip-asn", 2025)),
    "talent": (("talent",), ("forecast", "vacancies")),
    "careers": (("path", NIP),),
}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("limits") / "kota.sqlite"
    with town(path) as t:
        _live(t)
    return path


def _live(t: Town) -> None:
    t.unit("Dinas Contoh")
    t.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama")
    t.post("Analis Ahli Muda", "Dinas Contoh", "jf_ahli_muda")
    t.person(
        NIP, "Adi Contoh", post="Analis Ahli Muda", since="2022-01-01", unit="Dinas Contoh", golongan="III/c",
        golongan_since="2024-01-01", education="S1", last_pay_step="2024-08-01",
    )  # fmt: skip
    t.evaluation(NIP, 2024, "baik")
    t.evaluation(NIP, 2025, "butuh_perbaikan")
    t.fact(
        "training", NIP, title="Bimtek Contoh", title_key="bimtek contoh", dated="2025-03-01", form="seminar",
        training_kind="technical", started_on="2025-03-01", ended_on="2025-03-02", jp=200_000,
    )  # fmt: skip
    t.discipline(NIP, "ringan", "2025-01-01")


@pytest.mark.parametrize(("topic", "case"), [(topic, case) for topic, case, _ in ACCEPTED])
def test_what_is_accepted_still_runs(city: Path, monkeypatch: pytest.MonkeyPatch, topic: str, case: str) -> None:
    bad = next(record for of, name, record in ACCEPTED if (of, name) == (topic, case))
    regulation = regulations().topic(topic)
    version = read_record(topic, bad, Where(topic), added=True)
    whole = regulation._replace(versions=(*regulation.versions[:-1], version))
    real = Lawbook._load
    monkeypatch.setattr(Lawbook, "_load", lambda self, name: whole if name == topic else real(self, name))
    regulations.cache_clear()
    for command in COMMANDS.get(topic, (("status",), ("talent",))):
        answer = asnkarier(*command, "--db", city, "--as-of", "2026-06-30")
        assert answer.code in (0, 1), (command, answer.err)
        assert "ASNKARIER_DEBUG" not in answer.err
    regulations.cache_clear()


@pytest.mark.parametrize(
    ("key", "day", "accepted"),
    [
        ("in_force_since", date(1945, 8, 16), False),
        ("in_force_since", date(1945, 8, 17), True),
        ("checked_on", date(2200, 1, 1), False),
    ],
)
def test_days_of_a_record(key: str, day: date, accepted: bool) -> None:
    record = {**records("pay_step")[0], key: day}
    if accepted:
        read_record("pay_step", record, Where("x"), added=True)
    else:
        with pytest.raises(RuleError) as error:
            read_record("pay_step", record, Where("x"), added=True)
        assert (error.value.code, error.value.values["key"]) == ("rule_day", key)


@pytest.mark.parametrize(("today", "accepted"), [(date(2026, 11, 20), False), (date(2026, 11, 21), True)])
def test_nobody_reads_a_law_tomorrow(today: date, accepted: bool) -> None:
    versions = regulations().pay_step.versions  # checked on 21 November 2026
    if accepted:
        not_checked_later(versions, "x", today)
    else:
        with pytest.raises(RuleError):
            not_checked_later(versions, "x", today)


@pytest.mark.parametrize(
    ("topic", "path", "value", "code"),
    [
        ("credit", ("multipliers", "baik"), 151, "rule_not_falling"),  # more than Sangat Baik's 150
        ("credit", ("levels", 0, "golongan"), ["II/z"], "rule_unknown_value"),
        ("credit", ("levels", 0, "next_kind"), "jf_pemula", "rule_not_above"),
        ("credit", ("levels", 0, "next_kind"), "jf_ahli_pertama", None),  # III/a, above II/a
        ("retirement", ("age", "pelaksana"), 49, "rule_out_of_range"),
        ("retirement", ("age", "pelaksana"), 50, None),
        ("retirement", ("age", "pelaksana"), 81, "rule_out_of_range"),
        ("pay_step", ("notice_months",), 24, None),  # two years, as long as the step
        ("pay_step", ("notice_months",), 25, "rule_out_of_range"),
        ("pay_step", ("refused_statuses",), ["aktif"], "rule_twice"),
        ("rank_promotion", ("regular", "exams", "III/a"), "ujian_x", "rule_unknown_value"),
        ("rank_promotion", ("regular", "ceiling", "S3"), "II/x", "rule_unknown_value"),
        ("rank_promotion", ("regular", "ceiling", "S3"), "III/d", "rule_not_rising"),
        ("ip_asn", ("technical_kinds",), ["teknis"], "rule_unknown_value"),
        ("ip_asn", ("seminar_forms",), ["lokakarya"], "rule_unknown_value"),
        ("ip_asn", ("qualification", "S2"), 14, "rule_not_falling"),  # less than S1's 15
        ("ip_asn", ("performance", "baik"), 31, "rule_not_falling"),
        ("ip_asn", ("performance_none",), 2, "rule_not_falling"),  # more than Sangat Kurang's 1
        ("ip_asn", ("tracks", 0, "leadership"), 16, "rule_track_sum"),
        ("selection", ("stages", "makalah", "at_least"), 21, "rule_not_rising"),
        ("careers", ("usual_years",), [6, 5], "rule_not_rising"),
        ("experience", ("uncounted_states",), ["cuti"], "rule_unknown_value"),
        ("satyalancana", ("breaks",), ["cuti"], "rule_unknown_value"),
    ],
)
def test_nonsense_is_refused(topic: str, path: tuple[Any, ...], value: Any, code: str | None) -> None:
    bad = spoilt(records(topic)[-1], path, value)
    if code is None:
        read_record(topic, bad, Where("x"), added=True)
        return
    with pytest.raises(RuleError) as error:
        read_record(topic, bad, Where("x"), added=True)
    assert error.value.code == code
