"""Every kind of post, with people on both sides of each of its requirements."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, BUDI, ON, basic, candidate, check_of, shortlist
from tests.terminal import asnkarier
from tests.town import Town, town

DINAS = "Kepala Dinas"
SEKSI = "Kepala Seksi Dua"
HEAD = {"held": "Kepala Bidang Satu @ Bidang Satu", "level": 4.0, "since": "2020-01-01", "birth_date": "1975-01-01"}
FROM_HEAD = {"post": HEAD["held"], **{key: value for key, value in HEAD.items() if key != "held"}}
CLERK = {"held": "Pengadministrasi", "level": 2.0, "since": "2015-01-01"}


def families(t: Town, family: str | None = "kesehatan") -> None:
    """The post to be filled, its field, and everyone's present post in the same field."""
    t.post(DINAS, "Dinas Contoh", "jpt_pratama", echelon="II.b", job_family=family)
    t.post(SEKSI, "Bidang Satu", "pengawas", echelon="IV.a")
    t.db.execute("UPDATE position SET job_family = ? WHERE name LIKE 'Kepala Bidang%'", (family,))


def of(
    tmp_path: Path, target: str, *, write: Any = None, family: str | None = "kesehatan", **changes: Any
) -> dict[str, Any]:
    """Judge one person for a post; `held` is the post they hold."""
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    with town(path) as t:
        basic(t)
        families(t, family)
        held = changes.pop("held", "Kepala Seksi Pertama")
        candidate(t, ADI, "Adi Contoh", post=held, **changes)
        if write:
            write(t)
    found = shortlist(path, "--all", post=target)
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    return dict(person)


def outcome(tmp_path: Path, check: str, target: str, **changes: Any) -> str:
    found: str = check_of(of(tmp_path, target, **changes), check)["outcome"]
    return found


def jpt(tmp_path: Path, check: str, **changes: Any) -> str:
    return outcome(tmp_path, check, DINAS, **{**HEAD, **changes})


def pengawas(tmp_path: Path, check: str, **changes: Any) -> str:
    return outcome(tmp_path, check, SEKSI, **{**CLERK, **changes})


def test_someone_meets_all_of_jpt_pratama(tmp_path: Path) -> None:
    person = of(tmp_path, DINAS, **HEAD)
    assert person["outcome"] == "met"
    assert [check["check"] for check in person["checks"]] == [
        "status",
        "education",
        "competency",
        "experience_in_field",
        "experience_in_post",
        "performance",
        "age",
        "discipline",
        "retirement_age",
        "box",
    ]
    assert person["move"] == "diagonal"  # from an administrative post to one of the leadership


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2021-10-01", "met"), ("2021-10-02", "not_met")],  # five years in the field on 1 October 2026
)
def test_five_years_in_the_field(tmp_path: Path, since: str, expected: str) -> None:
    assert jpt(tmp_path, "experience_in_field", since=since) == expected


def test_the_field_is_cumulative_over_posts_of_any_kind(tmp_path: Path) -> None:
    def before(t: Town) -> None:
        # Two years as a clerk of the field, five years elsewhere, then three as its head: 2 + 3 = 5.
        t.history(ADI, "Pengelola Data", "2016-10-01", "2018-09-30", position_kind="pelaksana", job_family="kesehatan")
        t.history(ADI, "Pengelola Aset", "2018-10-01", "2023-09-30", position_kind="pengawas", job_family="keuangan")

    assert jpt(tmp_path, "experience_in_field", since="2023-10-01", write=before) == "met"
    assert jpt(tmp_path, "experience_in_field", since="2023-10-02", write=before) == "not_met"


def test_the_field_of_a_post_nobody_named_is_shown_and_decides_nothing(tmp_path: Path) -> None:
    # PP 11/2017 Ps 107 asks for service in the field: the field is shown until positions carry a family, and checked from then on.
    person = of(tmp_path, DINAS, **{**HEAD, "family": None})
    assert person["outcome"] == "met"
    assert "experience_in_field" not in [check["check"] for check in person["checks"]]
    assert ("experience_in_field", "unknown") in [(shown["check"], shown["outcome"]) for shown in person["advisory"]]
    (path,) = tmp_path.iterdir()
    listed = asnkarier("shortlist", DINAS, "--db", path, "--as-of", ON, lang="en", width=200).out
    assert "The post has no job family, so experience in its field is only shown and decides nothing" in listed
    told = asnkarier("shortlist", DINAS, "--db", path, "--as-of", ON, lang="id", width=200).out
    assert "The post" not in told
    assert "rumpun" in told
    listed = asnkarier("shortlist", SEKSI, "--db", path, "--as-of", ON, lang="en", width=200).out
    assert "no job family" not in listed


def test_a_related_field_counts_by_policy(tmp_path: Path) -> None:
    policy = tmp_path / "sendiri.toml"
    policy.write_text(
        'name = "sendiri"\nbasis = "contoh"\nconfidence = "illustrative"\nbase = "umum"\n'
        '[families]\nkesehatan = ["sosial"]\n[eligibility]\nfield = "show"\n',
        encoding="utf-8",
    )
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        families(t)
        t.db.execute("UPDATE position SET job_family = 'sosial' WHERE name LIKE 'Kepala Bidang%'")
        candidate(t, ADI, "Adi Contoh", **FROM_HEAD)
    alone = shortlist(path, "--all", post=DINAS)["excluded_people"][0]
    assert check_of(alone, "experience_in_field")["outcome"] == "not_met"
    # Under `show` it is told and decides nothing.
    related = shortlist(path, "--policy", policy, post=DINAS)["candidates"][0]
    assert [c["outcome"] for c in related["advisory"] if c["check"] == "experience_in_field"] == ["met"]


@pytest.mark.parametrize(("since", "expected"), [("2024-10-01", "met"), ("2024-10-02", "not_met")])
def test_two_years_as_administrator(tmp_path: Path, since: str, expected: str) -> None:
    assert jpt(tmp_path, "experience_in_post", since=since) == expected


def test_who_was_administrator_or_ahli_madya_before(tmp_path: Path) -> None:
    def madya(t: Town) -> None:
        t.history(ADI, "Perencana Ahli Madya", "2018-01-01", "2018-12-31")
        t.history(ADI, "Camat Contoh", "2019-01-01", "2019-12-31", echelon="III.a")

    def muda(t: Town) -> None:
        t.history(ADI, "Perencana Ahli Muda", "2018-01-01", "2019-12-31")

    held = {"held": "Kepala Seksi Pertama", "since": "2020-01-01"}
    # 2018 as ahli madya and 2019 as administrator by its echelon are two years.
    assert jpt(tmp_path, "experience_in_post", write=madya, **held) == "met"
    assert jpt(tmp_path, "experience_in_post", write=muda, **held) == "not_met"


def test_acting_as_administrator_counts_nothing(tmp_path: Path) -> None:
    def acting(t: Town) -> None:
        t.history(ADI, "Kepala Bidang Dua", "2018-01-01", "2022-12-31", position_kind="administrator", acting="plt")
        t.span("person_duty", t.people[ADI], "2018-01-01", acting="plt", duty="Kepala Bidang Dua")

    assert jpt(tmp_path, "experience_in_post", held="Kepala Seksi Pertama", write=acting) == "not_met"


@pytest.mark.parametrize("status", ["cltn", "diberhentikan_sementara"])
def test_leave_and_suspension_are_taken_out(tmp_path: Path, status: str) -> None:
    def away(t: Town) -> None:
        t.span("person_status", t.people[ADI], "2024-10-01", "2024-10-01", status=status)

    # Two years on 1 October 2026 less one day.
    assert jpt(tmp_path, "experience_in_post", since="2024-10-01", write=away) == "not_met"
    assert jpt(tmp_path, "experience_in_post", since="2024-09-30", write=away) == "met"


@pytest.mark.parametrize(
    ("reading", "born", "expected"),
    [
        ("birthday", "1970-10-01", "met"),
        ("birthday", "1970-09-30", "not_met"),
        ("completed_years", "1969-10-02", "met"),  # 56 completed, 57 tomorrow
        ("completed_years", "1969-10-01", "not_met"),
    ],
)
def test_fifty_six_by_the_reading_of_the_policy(tmp_path: Path, reading: str, born: str, expected: str) -> None:
    policy = tmp_path / "sendiri.toml"
    policy.write_text(
        'name = "sendiri"\nbasis = "contoh"\nconfidence = "illustrative"\nbase = "umum"\n'
        f'[eligibility]\nage_reading = "{reading}"\n',
        encoding="utf-8",
    )
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        families(t)
        candidate(t, ADI, "Adi Contoh", **{**FROM_HEAD, "birth_date": born})
    found = shortlist(path, "--all", "--policy", policy, post=DINAS)
    (person,) = [*found["candidates"], *found["excluded_people"]]
    assert check_of(person, "age")["outcome"] == expected


def test_from_jpt_to_jpt_no_age_line_and_two_years(tmp_path: Path) -> None:
    def other(t: Town) -> None:
        families(t)
        t.post("Kepala Badan", "Dinas Lain", "jpt_pratama", echelon="II.b", job_family="kesehatan")

    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        other(t)
        given = {**FROM_HEAD, "post": "Kepala Badan"}
        # 58 years old; two years on 1 October 2026, and a day less.
        candidate(t, ADI, "Adi Contoh", **{**given, "birth_date": "1968-01-01", "since": "2024-10-01"})
        candidate(t, BUDI, "Budi Contoh", **{**given, "since": "2024-10-02"})
        for nip in (ADI, BUDI):
            t.history(
                nip,
                "Kepala Bidang Lama",
                "2015-01-01",
                "2024-09-30",
                position_kind="administrator",
                job_family="kesehatan",
            )
    people = {person["nip"]: person for person in shortlist(path, post=DINAS)["candidates"]}
    assert check_of(people[ADI], "age")["why"] == "same_level"
    assert {nip: person["move"] for nip, person in people.items()} == {ADI: "horizontal", BUDI: "horizontal"}
    told = {n: [c["outcome"] for c in p["advisory"] if c["check"] == "time_in_post"] for n, p in people.items()}
    assert told == {ADI: ["met"], BUDI: ["not_met"]}  # a warning, never a bar


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2024-10-02", "not_met"),
        ("2024-10-01", "met"),  # two years on 1 October 2026
        ("2021-10-01", "met"),  # five years on that day: the last one within 2–5 years
        ("2021-09-30", "not_met"),  # five years and a day
    ],
)
def test_two_to_five_years_from_jpt_to_jpt(tmp_path: Path, since: str, expected: str) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        families(t)
        t.post("Kepala Badan", "Dinas Lain", "jpt_pratama", echelon="II.b", job_family="kesehatan")
        candidate(t, ADI, "Adi Contoh", **{**FROM_HEAD, "post": "Kepala Badan", "since": since})
    (person,) = shortlist(path, post=DINAS)["candidates"]  # a warning, never a bar
    (told,) = [check for check in person["advisory"] if check["check"] == "time_in_post"]
    assert (told["outcome"], told["required"]) == (expected, {"years": 2, "most_years": 5})
    said = asnkarier("explain", ADI, "--for", DINAS, "--db", path, "--as-of", ON, lang="id", width=200)
    assert said.code == 0, said.err
    assert "2 sampai 5 tahun" in said.out


def test_from_jpt_to_jpt_asks_no_experience_of_a_first_appointment(tmp_path: Path) -> None:
    # Two years as head of another agency, nothing before and nothing in the field: Ps 107 would ask five years in the
    # field, Ps 132 asks the years in the post and the standard. For who comes from below Ps 107 stands.
    def told(folder: Path, **given: str) -> dict[str, object]:
        path = folder / "a.sqlite"
        folder.mkdir()
        with town(path) as t:
            basic(t)
            families(t)
            t.post("Kepala Badan", "Dinas Lain", "jpt_pratama", echelon="II.b", job_family="keuangan")
            candidate(t, ADI, "Adi Contoh", **{**FROM_HEAD, **given})
        found = shortlist(path, "--all", post=DINAS)
        (person,) = [*found["candidates"], *found["excluded_people"]]
        return {
            name: (check_of(person, name)["outcome"], check_of(person, name).get("why"))
            for name in ("experience_in_field", "experience_in_post")
        }

    # The two years as JPT reach those of Ps 107 as well; a day less does not, and is not asked.
    until = told(tmp_path / "level", post="Kepala Badan", since="2024-10-01")
    assert until == {"experience_in_field": ("met", "same_level"), "experience_in_post": ("met", None)}
    short = told(tmp_path / "short", post="Kepala Badan", since="2024-10-02")
    assert set(short.values()) == {("met", "same_level")}
    below = told(tmp_path / "below", since="2024-10-02")
    assert {outcome for outcome, _ in below.values()} == {"not_met"}


@pytest.mark.parametrize(("education", "expected"), [("S1", "met"), ("D-IV", "met"), ("D-III", "not_met")])
def test_degree_for_jpt_pratama(tmp_path: Path, education: str, expected: str) -> None:
    assert jpt(tmp_path, "education", education=education) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("PNS", "met"), ("PPPK", "not_met"), ("PPPK_PW", "not_met"), ("CPNS", "not_met")]
)
@pytest.mark.parametrize("post", [DINAS, SEKSI, "Pengadministrasi Umum", "Analis Kebijakan Ahli Madya"])
def test_only_pns(tmp_path: Path, post: str, kind: str, expected: str) -> None:
    def posts(t: Town) -> None:
        t.post("Pengadministrasi Umum", None, "pelaksana")
        t.post("Analis Kebijakan Ahli Madya")

    assert outcome(tmp_path, "status", post, write=posts, kind=kind, held="Pengadministrasi") == expected


@pytest.mark.parametrize(
    ("education", "expected"), [("D-III", "met"), ("D-IV", "met"), ("D-II", "not_met"), ("SLTA", "not_met")]
)
def test_degree_for_pengawas(tmp_path: Path, education: str, expected: str) -> None:
    assert pengawas(tmp_path, "education", education=education) == expected


@pytest.mark.parametrize(("since", "expected"), [("2022-10-01", "met"), ("2022-10-02", "not_met")])
def test_four_years_as_pelaksana(tmp_path: Path, since: str, expected: str) -> None:
    assert pengawas(tmp_path, "experience_in_post", since=since) == expected


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("Perawat Terampil", "met"),
        ("Perawat Mahir", "met"),
        ("Arsiparis Ahli Pertama", "met"),
        ("Polisi Pamong Praja Pemula", "met"),
        ("Perawat Penyelia", "met"),  # counted on the level of pelaksana
        ("Penyetaraan Ahli Muda", "met"),  # higher
        ("Kepala Sub Seksi", "unknown"),  # nothing tells its kind
    ],
)
def test_functional_posts_on_the_level_of_pelaksana(tmp_path: Path, post: str, expected: str) -> None:
    def before(t: Town) -> None:
        t.history(ADI, post, "2018-01-01", "2022-12-31")

    assert pengawas(tmp_path, "experience_in_post", since="2023-01-01", write=before) == expected


def test_eselon_five_counts_as_pelaksana(tmp_path: Path) -> None:
    def before(t: Town) -> None:
        t.history(ADI, "Kepala Urusan Tata Usaha", "2018-01-01", "2022-12-31", echelon="V.a")

    assert pengawas(tmp_path, "experience_in_post", since="2023-01-01", write=before) == "met"


def test_penyelia_is_pengawas_only_by_policy(tmp_path: Path) -> None:
    policy = tmp_path / "sendiri.toml"
    policy.write_text(
        'name = "sendiri"\nbasis = "contoh"\nconfidence = "illustrative"\nbase = "umum"\n'
        "[eligibility]\npenyelia_as_pengawas = true\n",
        encoding="utf-8",
    )
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Perawat Penyelia")
        candidate(t, ADI, "Adi Contoh", post="Perawat Penyelia", since="2015-01-01")
    assert check_of(shortlist(path, "--all")["excluded_people"][0], "experience_in_post")["outcome"] == "not_met"
    found = shortlist(path, "--policy", policy)["candidates"][0]
    assert check_of(found, "experience_in_post")["outcome"] == "met"


def test_pelaksana_asks_slta_and_no_service(tmp_path: Path) -> None:
    def post(t: Town) -> None:
        t.post("Pengelola Umum", None, "pelaksana")

    assert (
        outcome(tmp_path, "education", "Pengelola Umum", education="SLTA", write=post, held="Pengadministrasi") == "met"
    )
    assert (
        outcome(tmp_path, "education", "Pengelola Umum", education="SLTP", write=post, held="Pengadministrasi")
        == "not_met"
    )
    person = of(tmp_path, "Pengelola Umum", write=post, since="2026-09-01", held="Pengadministrasi")
    assert "experience_in_post" not in {check["check"] for check in person["checks"]}
    # Related training is for the committee to attest.
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh")
    assert "related_training" in {line["check"] for line in shortlist(path, post="Pengadministrasi")["attested"]}


@pytest.mark.parametrize(
    ("since", "family", "expected"),
    [
        ("2018-10-01", "guru", "met"),  # eight years
        ("2018-10-02", "guru", "not_met"),
        ("2018-10-02", "analis", None),  # only asked of teachers
    ],
)
def test_teachers_serve_eight_years_first(tmp_path: Path, since: str, family: str, expected: str | None) -> None:
    path = tmp_path / "b.sqlite"
    with town(path) as t:
        basic(t)
        t.post(f"{family.title()} Ahli Muda")
        candidate(t, ADI, "Adi Contoh", post=f"{family.title()} Ahli Muda", since=since)
    found = shortlist(path, "--all")
    (one,) = [*found["candidates"], *found["excluded_people"]]
    outcomes = {check["check"]: check["outcome"] for check in one["checks"]}
    assert outcomes.get("experience_as_teacher") == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        # 58 years: born in September 1968 the pension begins on 1 October 2026, born in October on 1 November.
        ("1968-10-01", "met"),
        ("1968-09-30", "not_met"),
    ],
)
def test_nobody_is_appointed_past_the_retirement_age_of_the_post(tmp_path: Path, born: str, expected: str) -> None:
    assert pengawas(tmp_path, "retirement_age", birth_date=born) == expected


def test_a_posts_own_retirement_age_comes_first(tmp_path: Path) -> None:
    def own(t: Town) -> None:
        t.db.execute("UPDATE position SET retirement_age = 60 WHERE name = ?", (SEKSI,))

    assert pengawas(tmp_path, "retirement_age", birth_date="1967-01-01", write=own) == "met"
    assert pengawas(tmp_path, "retirement_age", birth_date="1967-01-01") == "not_met"


@pytest.mark.parametrize(
    ("treatment", "golongan", "expected"),
    [
        ("warn", "III/c", ("met", "one_below")),
        ("warn", "III/b", ("met", "below_range")),
        ("warn", "IV/b", ("met", "above_range")),
        ("block", "III/c", ("not_met", "one_below")),
        ("block", "III/d", ("met", None)),
        ("off", "III/b", ("met", None)),
    ],
)
def test_the_rank_range_as_the_policy_says(
    tmp_path: Path, treatment: str, golongan: str, expected: tuple[str, str | None]
) -> None:
    policy = tmp_path / "sendiri.toml"
    policy.write_text(
        'name = "sendiri"\nbasis = "contoh"\nconfidence = "illustrative"\nbase = "umum"\n'
        f'[eligibility]\nrank = "{treatment}"\n',
        encoding="utf-8",
    )
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh", golongan=golongan)
    found = shortlist(path, "--all", "--policy", policy)
    (person,) = [*found["candidates"], *found["excluded_people"]]
    told = [c for c in (*person["checks"], *person["advisory"]) if c["check"] == "rank"]
    assert person["outcome"] == expected[0]
    assert [c.get("why") for c in told] == ([] if treatment == "off" else [expected[1]])


@pytest.mark.parametrize(
    ("years", "decided_on", "expected"),
    [(2, "2024-10-01", "met"), (2, "2024-10-02", "not_met"), (5, "2021-10-01", "met"), (5, "2021-10-02", "not_met")],
)
def test_the_look_back_is_the_policys(tmp_path: Path, years: int, decided_on: str, expected: str) -> None:
    policy = tmp_path / "sendiri.toml"
    policy.write_text(
        'name = "sendiri"\nbasis = "contoh"\nconfidence = "illustrative"\nbase = "umum"\n'
        f"[eligibility]\ndiscipline_lookback_years = {years}\n",
        encoding="utf-8",
    )
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh")
        t.discipline(ADI, "sedang", decided_on, ends_on="2025-06-01")
    found = shortlist(path, "--all", "--policy", policy)
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    assert check_of(person, "discipline")["outcome"] == expected


def credited(t: Town, cumulative: float, *, period_to: str = "2026-09-30") -> None:
    t.fact(
        "credit",
        ADI,
        decided_on="2026-09-30",
        kind="konversi",
        amount=round(cumulative * 10_000),
        cumulative=round(cumulative * 10_000),
        period_to=period_to,
        level="jf_ahli_muda",
    )


def passed(t: Town, target: str = "analis kebijakan ahli madya", result: str = "lulus", **values: Any) -> None:
    t.fact(
        "exam",
        ADI,
        exam="uji_kompetensi",
        target=target,
        target_key=target,
        taken_on="2026-05-01",
        result=result,
        **values,
    )


def madya(
    tmp_path: Path,
    *,
    credit: float | None = 200,
    exam: dict[str, Any] | None = None,
    held: str = "Analis Kebijakan Ahli Muda",
    headcount: int | None = 1,
    holders: int = 0,
    target: str = "Analis Kebijakan Ahli Madya",
    **changes: Any,
) -> dict[str, str]:
    """Judge an ahli muda for ahli madya and return check → outcome."""
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Analis Kebijakan Ahli Madya", headcount=headcount)
        t.post("Analis Kebijakan Ahli Pertama", headcount=1)
        t.post("Auditor Ahli Muda")
        t.post("Auditor Ahli Madya")
        candidate(t, ADI, "Adi Contoh", **{"post": held, "since": "2020-01-01", "level": 4.0, **changes})
        if holders:
            candidate(t, BUDI, "Budi Contoh", post="Analis Kebijakan Ahli Madya")
        if credit is not None:
            credited(t, credit)
        passed(t, **(exam or {}))
    found = shortlist(path, "--all", post=target)
    people = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    person = next(one for one in people if one["nip"] == ADI)
    return {check["check"]: check["outcome"] for check in person["checks"]} | {"whole": person["outcome"]}


def test_someone_meets_all_of_the_next_level(tmp_path: Path) -> None:
    # Credit, exam, vacancy and last year decide here; the talent box is for posts that are filled by choice.
    assert madya(tmp_path) == dict.fromkeys(
        [
            *("status", "level_below", "credit", "competency_test", "vacancy", "performance", "discipline"),
            *("retirement_age", "whole"),
        ],
        "met",
    )


@pytest.mark.parametrize(
    ("exam", "expected"),
    [
        ({}, "met"),
        ({"result": "tidak"}, "not_met"),
        ({"target": "analis kebijakan ahli muda"}, "not_met"),  # the exam for the level held
        ({"target": "auditor ahli madya"}, "not_met"),
        ({"target": "analis kebijakan"}, "met"),  # no level is named
        ({"valid_until": "2026-10-01"}, "met"),  # that day included
        ({"valid_until": "2026-09-30"}, "not_met"),
    ],
)
def test_the_exam_for_this_level(tmp_path: Path, exam: dict[str, Any], expected: str) -> None:
    assert madya(tmp_path, exam=exam)["competency_test"] == expected


def test_the_level_below_of_the_same_post(tmp_path: Path) -> None:
    assert madya(tmp_path, held="Auditor Ahli Muda")["level_below"] == "not_met"
    assert madya(tmp_path, held="Analis Kebijakan Ahli Pertama")["level_below"] == "not_met"
    assert madya(tmp_path, held="Kepala Seksi Pertama")["level_below"] == "not_met"


def test_a_move_to_another_post_of_the_same_functional_level(tmp_path: Path) -> None:
    # Who holds Ahli Madya already is not promoted to it: neither the level below nor its credit is asked, the exam and
    # the vacancy are. From a structural post of equal level it is no such move.
    found = madya(tmp_path, held="Auditor Ahli Madya")
    assert (found["level_below"], found["credit"]) == ("met", "met")
    assert madya(tmp_path, held="Kepala Bidang Satu @ Bidang Satu")["level_below"] == "not_met"


def test_pengawas_to_pengawas_asks_no_service_below(tmp_path: Path) -> None:
    # Ps 190 asks two years in the post and warns; Ps 54 would ask four years as pelaksana or higher.
    person = of(tmp_path, SEKSI, held="Kepala Seksi Pertama", since="2024-10-01")
    assert (check_of(person, "experience_in_post")["outcome"], person["move"]) == ("met", "horizontal")
    told = {check["check"]: check["outcome"] for check in person["advisory"]}
    assert told["time_in_post"] == "met"  # two years on 1 October 2026
    late = of(tmp_path, SEKSI, held="Kepala Seksi Pertama", since="2024-10-02")
    assert {check["check"]: check["outcome"] for check in late["advisory"]}["time_in_post"] == "not_met"
    assert late["outcome"] == "met"


def test_a_promotion_inside_the_skill_levels_is_vertical(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        for level in ("Terampil", "Mahir"):
            t.post(f"Arsiparis {level}", "Bidang Satu", f"jf_{level.lower()}")
        candidate(t, ADI, "Adi Contoh", post="Arsiparis Terampil")
    found = shortlist(path, "--all", post="Arsiparis Mahir")
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    assert person["move"] == "vertical"
    # Ps 190 is the rule of moves on the same level: nothing of it is asked in a promotion.
    assert [c["value"] for c in person["advisory"] if c["check"] == "time_in_post"] in ([], [None])


def test_the_lowest_level_is_no_promotion(tmp_path: Path) -> None:
    found = madya(tmp_path, held="Pengadministrasi", target="Analis Kebijakan Ahli Pertama")
    assert found["level_below"] == "unknown"


@pytest.mark.parametrize(
    ("headcount", "holders", "expected"), [(1, 0, "met"), (1, 1, "not_met"), (2, 1, "met"), (None, 0, "unknown")]
)
def test_a_vacancy_of_the_next_level(tmp_path: Path, headcount: int | None, holders: int, expected: str) -> None:
    assert madya(tmp_path, headcount=headcount, holders=holders)["vacancy"] == expected


def test_camat(tmp_path: Path) -> None:
    def camat(field: str, *, covered: bool, certificate: bool = False) -> str:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
        with town(path) as t:
            basic(t)
            if not covered:
                t.db.execute("DELETE FROM coverage WHERE kind = 'trainings'")
            t.post("Camat Contoh", "Dinas Contoh", "administrator", echelon="III.a", own_law="camat")
            candidate(t, ADI, "Adi Contoh", field_of_study=field)
            if certificate:
                title = "Diklat Kepamongprajaan"
                t.fact("training", ADI, title=title, title_key=title.lower(), ended_on="2020-01-01", year=2020)
        found = shortlist(path, "--all", post="Camat Contoh")
        (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
        outcome: str = check_of(person, "government_degree")["outcome"]
        return outcome

    assert camat("Ilmu Pemerintahan", covered=True) == "met"
    assert camat("Hukum", covered=True, certificate=True) == "met"
    assert camat("Hukum", covered=False) == "unknown"
    # Trainings, exams and degrees are all complete up to the day: there is none.
    assert camat("Hukum", covered=True) == "not_met"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        # The list is of 1 October 2026: what ended on that day is there, the day after not yet.
        ({"ended_on": "2026-10-01"}, "met"),
        ({"ended_on": "2026-10-02"}, "not_met"),
        ({"started_on": "2026-10-01"}, "met"),
        ({"started_on": "2026-10-02"}, "not_met"),
        # Of one of this year it is not known; of last year it is over; of next year it is not there.
        ({"year": 2026}, "unknown"),
        ({"year": 2025}, "met"),
        ({"year": 2027}, "not_met"),
        # Valid on its last day, and no more on the day after.
        ({"ended_on": "2021-10-01", "valid_until": "2026-10-01"}, "met"),
        ({"ended_on": "2021-09-30", "valid_until": "2026-09-30"}, "not_met"),
    ],
)
@pytest.mark.parametrize("kind", ["training", "exam"])
def test_a_certificate_counts_from_the_day_it_was_got_until_it_lapses(
    tmp_path: Path, days: dict[str, Any], expected: str, kind: str
) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Camat Contoh", "Dinas Contoh", "administrator", echelon="III.a", own_law="camat")
        candidate(t, ADI, "Adi Contoh", field_of_study="Hukum")
        if kind == "training":
            t.fact("training", ADI, title="Diklat Kepamongprajaan", title_key="diklat kepamongprajaan", **days)
        elif "ended_on" in days:
            valid = days.get("valid_until")
            told = {"exam": "sertifikasi", "target": "Kepamongprajaan", "target_key": "kepamongprajaan"}
            t.fact("exam", ADI, **told, taken_on=days["ended_on"], result="lulus", valid_until=valid)
        else:
            return  # an exam always has its day
    found = shortlist(path, "--all", post="Camat Contoh")
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    check = check_of(person, "government_degree")
    assert check["outcome"] == expected
    if "valid_until" in days and expected == "not_met":
        assert check["why"] == "certificate_expired"
    if expected == "unknown":
        assert check["why"] == "not_dated"


def test_a_functional_decision_can_be_sealed_and_says_the_same_again(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Analis Kebijakan Ahli Madya", headcount=1)
        candidate(t, ADI, "Adi Contoh", post="Analis Kebijakan Ahli Muda", since="2020-01-01", level=4.0)
        # 150 up to 2025 and three quarters of 2026 at Baik: 150 + 25 × 9 / 12 = 168.75, from periods of the running year.
        credited(t, 150, period_to="2025-12-31")
        for quarter in ("Q1", "Q2", "Q3"):
            t.fact("evaluation", ADI, year=2026, period=quarter, started_on="", predicate="baik")
        passed(t)
    post = "Analis Kebijakan Ahli Madya"
    value = check_of(shortlist(path, "--all", post=post)["excluded_people"][0], "credit")["value"]
    assert value["credit_low"] == 168.75
    sealed = asnkarier("seal", post, "--decree", "800/1/BKPSDM", "--db", path, "--as-of", ON)
    assert sealed.code == 0, sealed.err
    again = asnkarier("verify", "--db", path, "--format", "json")
    assert again.code == 0, again.out + again.err
