"""shortlist, as people run it, on a small town: every check on both sides, the whole output, and what never changes."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier
from tests.town import SCALE, Town, town

ON = "2026-10-01"
ADI = "198001012005011001"
BUDI = "198101012006011002"
CITRA = "198201012007012003"
DEWI = "198301012008012004"
EKO = "198401012009011005"
REGISTERS = ("history", "discipline", "trainings", "educations", "awards", "assignments", "feedback", "exams")


def basic(t: Town) -> None:
    """One agency, a post of administrator to fill, and five people who differ in one thing each."""
    t.unit("Dinas Contoh")
    t.unit("Bidang Satu", "Dinas Contoh")
    t.unit("Dinas Lain")
    t.post("Kepala Bidang Satu", "Bidang Satu", "administrator", echelon="III.b")
    t.post("Kepala Bidang Satu", "Dinas Lain", "administrator", echelon="III.b")
    t.post("Kepala Seksi Pertama", "Bidang Satu", "pengawas", echelon="IV.a")
    t.post("Analis Kebijakan Ahli Muda")
    t.post("Pengadministrasi", None, "pelaksana")
    for register in REGISTERS:
        t.covers(register, "2026-12-31")


def candidate(t: Town, nip: str, name: str, **changes: Any) -> None:
    """Add someone who meets everything: pengawas since 2022, S1, Baik twice, 2.7 of 3 in each competency, clean."""
    given: dict[str, Any] = {
        "post": "Kepala Seksi Pertama",
        "unit": "Bidang Satu",
        "since": "2022-01-01",
        "kind": "PNS",
        "golongan": "III/d",
        "birth_date": f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}",
        "appointed_on": "2005-01-01",
        "education": "S1",
        "field_of_study": "Administrasi Negara",
        "level": 2.7,
        "predicates": {2024: "baik", 2025: "baik"},
        **changes,
    }
    level, predicates = given.pop("level"), given.pop("predicates")
    assessed_on = given.pop("assessed_on", "2025-06-01")
    t.person(nip, name, **given)
    for year, predicate in predicates.items():
        t.evaluation(nip, year, predicate)
    if level is not None:
        t.assessment(nip, assessed_on, *([level] * 9))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh", predicates={2024: "baik", 2025: "sangat_baik"})
        candidate(t, BUDI, "Budi Contoh", kind="PPPK")
        candidate(t, CITRA, "Citra Contoh", predicates={2024: "baik", 2025: "butuh_perbaikan"})
        candidate(t, DEWI, "Dewi Contoh", level=None)
        candidate(t, EKO, "Eko Contoh", status="tugas_belajar")
    return path


def shortlist(
    file: Path, *arguments: object, post: str = "Kepala Bidang Satu @ Bidang Satu", on: str = ON
) -> dict[str, Any]:
    answer = asnkarier("shortlist", post, *arguments, "--db", file, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def check_of(person: dict[str, Any], name: str) -> dict[str, Any]:
    return next(check for check in person["checks"] if check["check"] == name)


def judged(
    tmp_path: Path, *, on: str = ON, post: str | None = None, write: Any = None, **changes: Any
) -> dict[str, Any]:
    """Judge one person who differs from the one who meets everything by `changes`."""
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh", **changes)
        if write:
            write(t)
    found = shortlist(path, "--all", on=on, **({"post": post} if post else {}))
    people = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    assert len(people) == 1
    person: dict[str, Any] = people[0]
    return person


def outcome(name: str, tmp_path: Path, **changes: Any) -> str:
    found: str = check_of(judged(tmp_path, **changes), name)["outcome"]
    return found


def test_the_whole_list(file: Path) -> None:
    found = shortlist(file)
    assert found["position"] == "Kepala Bidang Satu"
    assert found["unit"] == "Dinas Contoh / Bidang Satu"
    assert found["as_of"] == ON
    assert found["policy"]["name"] == "umum"
    assert len(found["policy"]["sha256"]) == 64
    assert found["pool"] == {"on_duty": 4, "not_considered": {}, "not_on_duty": {"tugas_belajar": 1}}
    assert (found["considered"], found["eligible"], found["undetermined"]) == (4, 1, 1)
    assert [person["nip"] for person in found["candidates"]] == [ADI]
    assert [person["nip"] for person in found["undetermined_people"]] == [DEWI]
    # Citra's last predicate holds her in the low row: box 6, outside 7, 8, 9.
    assert found["excluded"] == {"status": 1, "performance": 1, "box": 1}
    assert [line["check"] for line in found["attested"]] == ["integrity", "health", "wealth_report"]


def test_the_arithmetic_of_the_score(file: Path) -> None:
    adi = shortlist(file)["candidates"][0]
    # Performance: (100 + 80) / 2 = 90, high from 90.
    assert adi["performance"] == 90
    # Potential: competency 24.3/18 capped 100 × 65; education S1 80 × 5; no fields named by the post: left out; training: none
    # on record and the register complete: 50 × 5; experience 2022-01-01..2026-09-30 = 4 years: 80 × 5; discipline 100 × 15.
    # (6500 + 400 + 250 + 400 + 1500) / 95 = 9050 / 95 = 95.263…
    assert adi["potential"] == pytest.approx(9050 / 95, abs=1e-12)
    assert adi["box"] == 9
    # The post has no technical standard: the talent value alone, (90 + 95.263…) / 2.
    assert adi["score"] == pytest.approx((90 + 9050 / 95) / 2, abs=1e-12)
    assert [(c["component"], c["value"], c["weight"]) for c in adi["components"]][:2] == [
        ("predicate", 90, 100),
        ("competency", 100, 65),
    ]


def test_eligible_people_show_every_check_met_with_its_article(file: Path) -> None:
    checks = shortlist(file)["candidates"][0]["checks"]
    assert {check["outcome"] for check in checks} == {"met"}
    assert [check["check"] for check in checks] == [
        "status",
        "education",
        "experience_in_post",
        "performance",
        "competency",
        "discipline",
        "retirement_age",
        "box",
    ]
    assert all(check["article"] for check in checks)
    # 2.7/3 of nine competencies: 24.3 of 27.
    assert check_of({"checks": checks}, "competency")["value"]["jpm"] == pytest.approx(90)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2023-10-01", "met"),  # three years on 1 October 2026
        ("2023-10-02", "not_met"),  # one day short, and the history is complete
    ],
)
def test_three_years_as_pengawas(tmp_path: Path, since: str, expected: str) -> None:
    assert outcome("experience_in_post", tmp_path, since=since) == expected


def test_a_post_only_seen_on_the_roster_is_open_as_far_back_as_the_appointment(tmp_path: Path) -> None:
    person = judged(tmp_path, since=None)
    check = check_of(person, "experience_in_post")
    assert check["outcome"] == "unknown"
    assert person["outcome"] == "unknown"
    # 2026-01-02 to 2026-09-30 are 272 days for sure.
    assert check["value"]["total_days"] == 272


def test_who_was_appointed_too_late_cannot_have_the_years(tmp_path: Path) -> None:
    assert outcome("experience_in_post", tmp_path, since=None, appointed_on="2023-10-02") == "not_met"
    assert outcome("experience_in_post", tmp_path, since=None, appointed_on="2023-10-01") == "unknown"


def test_ahli_muda_counts_as_pengawas_and_pelaksana_does_not(tmp_path: Path) -> None:
    muda = {"write": lambda t: t.history(ADI, "Analis Kebijakan Ahli Muda", "2020-01-01", "2022-12-31")}
    held = {"since": "2025-01-01"}
    # 2020, 2021, 2022 as ahli muda are three years; with 2025 on they are more.
    assert outcome("experience_in_post", tmp_path, **held, **muda) == "met"
    staff = {
        "write": lambda t: t.history(ADI, "Pengadministrasi", "2020-01-01", "2022-12-31", position_kind="pelaksana")
    }
    assert outcome("experience_in_post", tmp_path, **held, **staff) == "not_met"


def test_acting_counts_nothing(tmp_path: Path) -> None:
    def acting(t: Town) -> None:
        t.history(ADI, "Kepala Seksi Kedua", "2015-01-01", "2024-12-31", position_kind="pengawas", acting="plt")
        t.history(ADI, "Plt. Kepala Seksi Ketiga", "2015-01-01", "2024-12-31", position_kind="pengawas")

    assert outcome("experience_in_post", tmp_path, since="2025-01-01", write=acting) == "not_met"


def test_a_post_of_unknown_kind_leaves_it_open(tmp_path: Path) -> None:
    def unknown(t: Town) -> None:
        t.history(ADI, "Kepala Urusan Lama", "2015-01-01", "2024-12-31")

    assert outcome("experience_in_post", tmp_path, since="2025-01-01", write=unknown) == "unknown"


def test_suspension_is_taken_out(tmp_path: Path) -> None:
    def leave(t: Town) -> None:
        t.span("person_status", t.people[ADI], "2023-01-01", "2023-12-31", status="cltn")

    # 2023-10-01..2026-09-30 less nothing is met; with October to December 2023 on leave it is not.
    assert outcome("experience_in_post", tmp_path, since="2023-10-01", write=leave) == "not_met"


@pytest.mark.parametrize(
    ("education", "expected"), [("S1", "met"), ("D-IV", "met"), ("D-III", "not_met"), ("S2", "met"), (None, "unknown")]
)
def test_education(tmp_path: Path, education: str | None, expected: str) -> None:
    assert outcome("education", tmp_path, education=education) == expected


def test_a_degree_in_the_register_counts_beside_the_roster(tmp_path: Path) -> None:
    def degree(t: Town) -> None:
        t.fact("education", ADI, education="S1", field_of_study="Hukum", field_key="hukum", graduated="2020")

    assert outcome("education", tmp_path, education="D-III", write=degree) == "met"


@pytest.mark.parametrize(
    ("kind", "expected"), [("PNS", "met"), ("CPNS", "not_met"), ("PPPK", "not_met"), (None, "unknown")]
)
def test_status(tmp_path: Path, kind: str | None, expected: str) -> None:
    assert outcome("status", tmp_path, kind=kind) == expected


@pytest.mark.parametrize(
    ("predicates", "on", "expected"),
    [
        ({2024: "baik", 2025: "baik"}, ON, "met"),
        ({2024: "baik", 2025: "butuh_perbaikan"}, ON, "not_met"),
        ({2024: "butuh_perbaikan", 2025: None}, ON, "not_met"),  # the bad year decides, whatever the other
        ({2025: "baik"}, ON, "unknown"),
        ({2023: "baik", 2024: "baik"}, "2026-03-31", "met"),  # the grace lasts to 31 March
        ({2023: "baik", 2024: "baik"}, "2026-04-01", "unknown"),
        ({2023: "kurang", 2024: "baik", 2025: "baik"}, "2026-03-31", "met"),  # 2025 is recorded: no grace needed
    ],
)
def test_performance(tmp_path: Path, predicates: dict[int, str | None], on: str, expected: str) -> None:
    assert outcome("performance", tmp_path, predicates=predicates, on=on) == expected


def test_the_grace_is_always_said(tmp_path: Path) -> None:
    person = judged(tmp_path, predicates={2023: "baik", 2024: "baik"}, on="2026-03-31")
    assert check_of(person, "performance")["why"] == "grace"


def test_half_years_that_differ_leave_the_year_open(tmp_path: Path) -> None:
    def halves(t: Town) -> None:
        for period, predicate in (("S1", "baik"), ("S2", "kurang")):
            t.fact("evaluation", ADI, year=2024, period=period, started_on="", predicate=predicate)

    assert outcome("performance", tmp_path, predicates={2025: "baik"}, write=halves) == "unknown"


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        # 68 % of 27 is 18.36: nine times 2.04.
        (2.04, "met"),
        (2.0399, "not_met"),
    ],
)
def test_competency_against_the_post_to_be_filled(tmp_path: Path, level: float, expected: str) -> None:
    assert outcome("competency", tmp_path, level=level) == expected


@pytest.mark.parametrize(("day", "expected"), [("2023-10-01", "met"), ("2023-09-30", "unknown")])
def test_an_expired_assessment_is_not_used(tmp_path: Path, day: str, expected: str) -> None:
    assert outcome("competency", tmp_path, assessed_on=day) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1970-10-01", "met"),  # the 56th birthday is the day of appointment
        ("1970-09-30", "not_met"),  # a day past it
    ],
)
def test_age_for_jpt_pratama(tmp_path: Path, born: str, expected: str) -> None:
    def post(t: Town) -> None:
        t.post("Kepala Dinas", "Dinas Contoh", "jpt_pratama", echelon="II.b")

    assert outcome("age", tmp_path, birth_date=born, write=post, post="Kepala Dinas") == expected


def sanctioned(level: str, decided_on: str, **values: Any) -> Any:
    return lambda t: t.discipline(ADI, level, decided_on, **values)


@pytest.mark.parametrize(
    ("level", "decided_on", "values", "expected"),
    [
        ("ringan", "2026-05-01", {}, "met"),
        # The look-back of the policy is counted from the decision; on the anniversary it is over.
        ("sedang", "YEARS-10-01", {"ends_on": "2025-01-01"}, "met"),
        ("sedang", "YEARS-10-02", {"ends_on": "2025-01-01"}, "not_met"),
        ("berat", "2015-01-01", {"ends_on": "2026-10-01"}, "not_met"),  # served to the end of that day
        ("berat", "2015-01-01", {"ends_on": "2026-09-30"}, "met"),
        ("berat", "2015-01-01", {}, "unknown"),  # neither an end nor a sanction with a term
        ("berat", "2026-01-01", {"annulled_on": "2026-10-01"}, "met"),
        ("berat", "2026-01-01", {"annulled_on": "2026-10-02"}, "not_met"),
    ],
)
def test_discipline(tmp_path: Path, level: str, decided_on: str, values: dict[str, str], expected: str) -> None:
    from asnkarier.law.policy_load import policy

    years = policy("umum").eligibility.discipline_lookback_years
    day = decided_on.replace("YEARS", str(2026 - years))
    assert outcome("discipline", tmp_path, write=sanctioned(level, day, **values)) == expected


def test_no_sanction_means_none_only_as_far_as_the_register_reaches(tmp_path: Path) -> None:
    person = judged(tmp_path, on="2027-01-01", predicates={2025: "baik", 2026: "baik"})
    check = check_of(person, "discipline")
    assert (check["outcome"], check["why"]) == ("unknown", "register_not_covered")


def test_rank_warns_and_never_excludes(tmp_path: Path) -> None:
    # III.b asks III/d to IV/a.
    person = judged(tmp_path, golongan="III/c")
    assert person["outcome"] == "met"
    assert [(c["check"], c["outcome"], c.get("why")) for c in person["advisory"] if c["check"] == "rank"] == [
        ("rank", "not_met", "one_below")
    ]


def test_before_the_roster_nothing_is_known(file: Path) -> None:
    found = shortlist(file, on="2025-12-31")
    assert found["pool"]["on_duty"] == 0
    assert found["pool"]["not_on_duty"] == {"unknown": 5}


def test_the_incumbent_is_not_considered(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh", post="Kepala Bidang Satu @ Bidang Satu")
        candidate(t, BUDI, "Budi Contoh")
    found = shortlist(path)
    assert found["pool"] == {"on_duty": 2, "not_considered": {"incumbent": 1}, "not_on_duty": {}}
    assert [p["nip"] for p in found["candidates"]] == [BUDI]


def test_a_name_that_several_posts_bear_lists_them_ready_to_paste(file: Path) -> None:
    answer = asnkarier("shortlist", "Kepala Bidang Satu", "--db", file, "--as-of", ON, lang="en")
    assert answer.code == 2
    assert "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu" in answer.err
    assert "Kepala Bidang Satu @ Dinas Lain" in answer.err
    for path in ("Kepala Bidang Satu @ Dinas Contoh / Bidang Satu", "Kepala Bidang Satu @ Dinas Lain"):
        assert shortlist(file, post=path)["unit"] == path.partition("@")[2].strip()


def test_an_unknown_post_suggests_the_nearest(file: Path) -> None:
    answer = asnkarier("shortlist", "Kepala Seksi Pertma", "--db", file, lang="en")
    assert answer.code == 2
    assert "Kepala Seksi Pertama @ Dinas Contoh / Bidang Satu" in answer.err


def test_among_a_file(file: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(f"nama;nip\nDewi;'{DEWI}\n", encoding="utf-8")
    found = shortlist(file, "--among", listed)
    assert found["considered"] == 1
    assert found["pool"]["not_considered"] == {"not_in_list": 3}


def test_among_a_workbook(file: Path, tmp_path: Path) -> None:
    from openpyxl import Workbook

    def book(name: str, *rows: list[object]) -> Path:
        workbook = Workbook()
        for row in (["DAFTAR PESERTA"], [], ["No", "Nama", "NIP"], *rows):
            workbook.active.append(row)
        path = tmp_path / name
        workbook.save(path)
        return path

    listed = book("a.xlsx", [1, "Dewi", DEWI], [2, "Adi", f"{ADI[:8]} {ADI[8:14]} {ADI[14]} {ADI[15:]}"])
    assert shortlist(file, "--among", listed)["pool"]["not_considered"] == {"not_in_list": 2}
    numbers = book("b.xlsx", [1, "Dewi", DEWI], [2, "Adi", int(ADI)])
    lost = asnkarier(
        "shortlist", "Kepala Bidang Satu @ Bidang Satu", "--among", numbers, "--db", file, "--as-of", ON, lang="en"
    )
    assert (lost.code, "row 5" in lost.err) == (1, True)


def test_among_every_sheet_of_a_workbook(file: Path, tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.active.append(["Dinas A"])
    for nip in (DEWI, ADI):
        workbook.create_sheet().append(["NIP", nip])
    path = tmp_path / "a.xlsx"
    workbook.save(path)
    assert shortlist(file, "--among", path)["pool"]["not_considered"] == {"not_in_list": 2}


def test_among_refuses_what_was_meant_as_a_nip(file: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    command = ("shortlist", "Kepala Bidang Satu @ Bidang Satu", "--among", listed, "--db", file)
    # 17 digits are a NIP with one missing; 13 are a telephone, which stands beside the NIP and is no concern of ours.
    listed.write_text(f"{DEWI};0812345678901\n{ADI[:17]};0812345678901\n", encoding="utf-8")
    answer = asnkarier(*command, lang="en")
    assert (answer.code, answer.out) == (1, "")
    assert f"row 2, “{ADI[:17]}” is no NIP" in answer.err
    listed.write_text(f"nama;nip;hp\nDewi;{DEWI};0812345678901\n", encoding="utf-8")
    assert asnkarier(*command, lang="en").code == 0


def test_among_names_every_nip_that_nobody_has(file: Path, tmp_path: Path) -> None:
    strangers = ["199001012015011001", "199001012015011002"]
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join([DEWI, *strangers]), encoding="utf-8")
    answer = asnkarier("shortlist", "Kepala Bidang Satu @ Bidang Satu", "--among", listed, "--db", file, lang="en")
    assert answer.code == 2
    assert all(nip in answer.err for nip in strangers)
    assert DEWI not in answer.err


def test_the_sheets_that_would_settle_it(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh", level=None)
        candidate(t, BUDI, "Budi Contoh", predicates={2025: "baik"})
        candidate(t, CITRA, "Citra Contoh", kind=None)
    found = shortlist(path)
    assert found["unknown"] == {"status": 1, "performance": 1, "competency": 1, "box": 2}
    # Adi's box is open for want of an assessment, Budi's for want of a year's evaluation.
    assert found["missing_from"] == {
        "status": ["roster"],
        "performance": ["evaluations"],
        "competency": ["assessments"],
        "box": ["evaluations", "assessments"],
    }


def test_moves_are_named_with_their_rule(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh")
        candidate(t, BUDI, "Budi Contoh", post="Analis Kebijakan Ahli Muda")
        candidate(t, CITRA, "Citra Contoh", post="Kepala Bidang Satu @ Dinas Lain", level=3.0)
    found = shortlist(path)
    # Pengawas to administrator inside the administrative posts; ahli muda from the functional ones; administrator to the same.
    moves = {person["nip"]: person["move"] for person in found["candidates"]}
    assert moves == {ADI: "vertical", BUDI: "diagonal", CITRA: "horizontal"}
    assert found["moves"]["same_level"] == {"years": 2, "article": "PP 11/2017 Ps 190"}


def test_nobody_else_reorders_the_list(tmp_path: Path) -> None:
    def names(order: list[int], more: bool) -> list[tuple[int, str]]:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
        with town(path) as t:
            basic(t)
            for i in order:
                candidate(
                    t, f"1980010120050110{i:02}", f"Contoh {i}", level=2.1 + i % 4 / 5, education=("S1", "S2")[i % 2]
                )
            if more:
                candidate(t, BUDI, "Budi Contoh", kind="PPPK")
        return [(p["rank"], p["nip"]) for p in shortlist(path)["candidates"]]

    first = names(list(range(1, 9)), False)
    assert len(first) == 8
    assert names(list(range(8, 0, -1)), False) == first  # the order of input does not matter
    assert names([3, 1, 4, 8, 5, 7, 2, 6], True) == first  # nor somebody who is not eligible


def test_people_whom_no_rule_tells_apart_share_a_rank(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh")
        candidate(t, BUDI, "Budi Contoh")
        candidate(t, CITRA, "Citra Contoh", education="S2")
    assert [(p["rank"], p["tied"]) for p in shortlist(path)["candidates"]] == [(1, False), (2, True), (2, True)]


def test_sources_name_the_cell(tmp_path: Path) -> None:
    def logged(t: Town) -> None:
        row = {"nip": ADI, "name": "Adi Contoh", "education": "S1"}
        t.logged("pegawai.xlsx", "Daftar", "roster", "person", t.people[ADI], 7, row, ADI)

    check = check_of(judged(tmp_path, write=logged), "education")
    assert check["source"] == {"file": "pegawai.xlsx", "sheet": "Daftar", "row": 7, "cell": "C7", "batch": 9}


def test_top_asks_for_a_place(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
    for top in ("0", "-1"):
        answer = asnkarier("shortlist", "Kepala Bidang Satu", "--top", top, "--db", path, "--as-of", ON, lang="en")
        assert (answer.code, answer.out) == (2, "")
        assert f"--top {top} asks for no place." in answer.err


@pytest.mark.parametrize(("on", "named"), [("2020-12-31", False), ("2021-01-01", True)])
def test_before_the_career_pattern_a_move_has_no_name(tmp_path: Path, on: str, named: bool) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh")
    asked = ("shortlist", "Kepala Bidang Satu @ Dinas Contoh", "--db", path, "--as-of", on)
    said = asnkarier(*asked, lang="en")
    assert said.code == 0, said.err
    law = json.loads(asnkarier(*asked, "--format", "json").out)["moves"]["law"]
    assert (law is not None) == named


def test_ranks_that_may_change_are_marked(tmp_path: Path) -> None:
    """Performance is 80 % predicate (Sangat Baik 100) and 20 % feedback, potential 100 for all, the score half of each.

    Adi's feedback of 30 makes 80 + 6 = 86, the score 93; Citra's of 5 makes 81 and 90.5; Budi's is not known: 80 to 100, 90 to 100.
    """
    path, policy = tmp_path / "town.sqlite", tmp_path / "policy.toml"
    policy.write_text(
        'name = "umpan"\nbasis = "uji"\nconfidence = "low"\nbase = "umum"\n[performance.weights]\npredicate = 80\nfeedback = 20\n'
        '[components.feedback]\nmeasure = "feedback"\nyears = 2\njoin = "mean"\n'
        "[potential.weights]\ncompetency = 100\n",
        encoding="utf-8",
    )
    with town(path) as t:
        basic(t)
        t.db.execute("DELETE FROM coverage WHERE kind = 'feedback'")
        for nip, name, score in ((ADI, "Adi Contoh", 30), (BUDI, "Budi Contoh", None), (CITRA, "Citra Contoh", 5)):
            candidate(t, nip, name, level=3, predicates={2024: "sangat_baik", 2025: "sangat_baik"})
            for year in (2024, 2025) if score is not None else ():
                t.fact("feedback", nip, year=year, score=score * SCALE)
    found = shortlist(path, "--policy", policy)["candidates"]
    assert [(p["name"], p["rank"], p["best_rank"], p["worst_rank"]) for p in found] == [
        ("Adi Contoh", 1, 1, 2),  # Budi alone may stand before
        ("Citra Contoh", 2, 2, 3),  # Adi does for sure, Budi perhaps
        ("Budi Contoh", 3, 1, 3),
    ]
    shown = " ".join(
        asnkarier(
            "shortlist",
            "Kepala Bidang Satu @ Bidang Satu",
            "--policy",
            policy,
            "--db",
            path,
            "--as-of",
            ON,
            "--top",
            1,
            "--lang",
            "en",
        ).out.split()
    )
    assert "possible rank 1–2" in shown
    assert "1 of them may stand among those shown" in shown  # Budi, not Citra
