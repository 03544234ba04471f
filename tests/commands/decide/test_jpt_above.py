"""JPT madya and utama, beyond a city's scope and known with low confidence: each of their numbers on both sides, on 1 October 2026."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, basic, candidate, check_of, shortlist
from tests.town import Town, town

POSTS = {
    "jpt_utama": "Sekretaris Jenderal",
    "jpt_madya": "Direktur Jenderal",
    "jpt_pratama": "Direktur",
    "administrator": "Kepala Bagian",
    "jf_ahli_utama": "Perencana Ahli Utama",
    "jf_ahli_madya": "Perencana Ahli Madya",
}
BELOW = {"jpt_madya": "jpt_pratama", "jpt_utama": "jpt_madya"}


def judged(tmp_path: Path, target: str, *, write: Any = None, **changes: Any) -> dict[str, Any]:
    """Judge someone who holds the kind directly below since 2010 and meets everything but for `changes`."""
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    with town(path) as t:
        basic(t)
        for kind, name in POSTS.items():
            t.post(name, "Dinas Contoh", kind, job_family="hukum")
        held = changes.pop("held", BELOW[target])
        given = {"since": "2010-01-01", "birth_date": "1975-01-01", "level": 5.0, **changes}
        candidate(t, ADI, "Adi Contoh", post=POSTS[held], **given)
        if write:
            write(t)
    found = shortlist(path, "--all", post=POSTS[target])
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    return dict(person)


def outcome(tmp_path: Path, check: str, target: str, **changes: Any) -> str:
    found: str = check_of(judged(tmp_path, target, **changes), check)["outcome"]
    return found


@pytest.mark.parametrize("target", BELOW)
def test_someone_meets_all(tmp_path: Path, target: str) -> None:
    person = judged(tmp_path, target)
    assert (person["outcome"], person["move"]) == ("met", "vertical")
    assert [check["check"] for check in person["checks"]] == [
        "status",
        "education",
        "experience_in_field",
        "experience_in_post",
        "competency",
        "performance",
        "age",
        "discipline",
        "retirement_age",
        "box",
    ]


@pytest.mark.parametrize(
    ("target", "since", "expected"),
    [
        ("jpt_madya", "2019-10-01", "met"),  # seven years in the field
        ("jpt_madya", "2019-10-02", "not_met"),
        ("jpt_utama", "2016-10-01", "met"),  # ten years
        ("jpt_utama", "2016-10-02", "not_met"),
    ],
)
def test_years_in_the_field(tmp_path: Path, target: str, since: str, expected: str) -> None:
    assert outcome(tmp_path, "experience_in_field", target, since=since) == expected


@pytest.mark.parametrize("target", BELOW)
@pytest.mark.parametrize(
    ("held", "since", "expected"),
    [
        ("", "2024-10-01", "met"),  # two years in the level below
        ("", "2024-10-02", "not_met"),
        ("jf_ahli_utama", "2024-10-01", "met"),
        ("jf_ahli_utama", "2024-10-02", "not_met"),
        ("jf_ahli_madya", "2010-01-01", "not_met"),
        ("administrator", "2010-01-01", "not_met"),
    ],
)
def test_two_years_in_the_level_below_or_as_ahli_utama(
    tmp_path: Path, target: str, held: str, since: str, expected: str
) -> None:
    assert outcome(tmp_path, "experience_in_post", target, held=held or BELOW[target], since=since) == expected


def test_jpt_pratama_is_no_jpt_madya(tmp_path: Path) -> None:
    assert outcome(tmp_path, "experience_in_post", "jpt_utama", held="jpt_pratama") == "not_met"


@pytest.mark.parametrize("target", BELOW)
@pytest.mark.parametrize(
    ("born", "expected"),
    [("1968-10-01", "met"), ("1968-09-30", "not_met")],  # the 58th birthday is the day itself; was the day before
)
def test_fifty_eight(tmp_path: Path, target: str, born: str, expected: str) -> None:
    assert outcome(tmp_path, "age", target, birth_date=born) == expected


@pytest.mark.parametrize("target", BELOW)
@pytest.mark.parametrize(
    ("predicates", "expected"),
    [
        ({2024: "baik", 2025: "baik"}, "met"),
        ({2023: "butuh_perbaikan", 2024: "baik", 2025: "baik"}, "met"),  # the third year back counts no more
        ({2024: "butuh_perbaikan", 2025: "sangat_baik"}, "not_met"),
        ({2024: "baik", 2025: "butuh_perbaikan"}, "not_met"),
        ({2025: "baik"}, "unknown"),
    ],
)
def test_at_least_baik_in_the_last_two_years(
    tmp_path: Path, target: str, predicates: dict[int, str], expected: str
) -> None:
    assert outcome(tmp_path, "performance", target, predicates=predicates) == expected


@pytest.mark.parametrize("target", BELOW)
@pytest.mark.parametrize(
    ("education", "expected"), [("D-III", "not_met"), ("D-IV", "met"), ("S1", "met"), ("S3", "met")]
)
def test_degree(tmp_path: Path, target: str, education: str, expected: str) -> None:
    assert outcome(tmp_path, "education", target, education=education) == expected


@pytest.mark.parametrize("target", BELOW)
@pytest.mark.parametrize(("kind", "expected"), [("PNS", "met"), ("PPPK", "not_met"), ("CPNS", "not_met")])
def test_only_pns(tmp_path: Path, target: str, kind: str, expected: str) -> None:
    assert outcome(tmp_path, "status", target, kind=kind) == expected


@pytest.mark.parametrize("target", BELOW)
@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [("2026-10-01", "not_met"), ("2026-09-30", "met")],  # still served on the day; over the day before
)
def test_a_sanction_being_served(tmp_path: Path, target: str, ends_on: str, expected: str) -> None:
    def write(t: Town) -> None:
        # Decided five years before, beyond the look-back of three.
        t.discipline(ADI, "sedang", "2021-09-01", effective_on="2021-09-01", ends_on=ends_on)

    assert outcome(tmp_path, "discipline", target, write=write) == expected


@pytest.mark.parametrize("target", BELOW)
@pytest.mark.parametrize(
    ("level", "expected"),
    [(3.4, "met"), (3.3, "not_met")],  # of 5 in each of the nine: 3.4 / 5 = 68 %, the least; 3.3 / 5 = 66 %
)
def test_the_standard_of_the_post(tmp_path: Path, target: str, level: float, expected: str) -> None:
    assert outcome(tmp_path, "competency", target, level=level) == expected
