"""Head of a school, a post with a law of its own (RULES §11): every number on both sides, for PNS and PPPK."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, ON, basic, candidate, check_of, shortlist
from tests.terminal import asnkarier
from tests.town import Town, town

SCHOOL, OTHER = "Kepala Sekolah", "Kepala SMP Negeri 1"
NUMBER = itertools.count()


def head(tmp_path: Path, check: str, *, write: Any = None, certificate: bool = True, **changes: Any) -> str:
    """Judge a teacher who meets everything, but for `changes`, on 1 October 2026."""
    path = tmp_path / f"{next(NUMBER)}.sqlite"
    with town(path) as t:
        basic(t)
        t.post(SCHOOL, "Dinas Contoh", "jf_ahli_muda", own_law="kepala_sekolah")
        t.post(OTHER, "Dinas Contoh", "jf_ahli_muda", own_law="kepala_sekolah")
        t.post("Guru Ahli Muda", "Dinas Contoh", "jf_ahli_muda")
        given = {"post": "Guru Ahli Muda", "unit": "Dinas Contoh", "since": "2010-01-01", "level": 3.0, **changes}
        candidate(t, ADI, "Adi Contoh", **given)
        if certificate:
            title = "Sertifikat Pendidik"
            t.fact("training", ADI, title=title, title_key=title.lower(), ended_on="2015-01-01", year=2015)
        if write:
            write(t)
    found = shortlist(path, "--all", post=SCHOOL)
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    return next((c["outcome"] for c in person["checks"] if c["check"] == check), "not_asked")


@pytest.mark.parametrize(
    ("education", "expected"), [("D-III", "not_met"), ("D-IV", "met"), ("S1", "met"), ("S2", "met")]
)
def test_degree(tmp_path: Path, education: str, expected: str) -> None:
    assert head(tmp_path, "education", education=education) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("PNS", "met"), ("PPPK", "met"), ("CPNS", "not_met"), ("PPPK_PW", "not_met")]
)
def test_pns_and_pppk(tmp_path: Path, kind: str, expected: str) -> None:
    assert head(tmp_path, "status", kind=kind) == expected


def test_the_certificate_of_a_teacher(tmp_path: Path) -> None:
    assert head(tmp_path, "teaching_certificate") == "met"
    assert head(tmp_path, "teaching_certificate", certificate=False) == "not_met"


@pytest.mark.parametrize(
    ("kind", "golongan", "expected"),
    [
        ("PNS", "III/d", "met"),
        ("PNS", "III/c", "met"),
        ("PNS", "III/b", "unknown"),  # enough where there is nobody of III/c
        ("PNS", "III/a", "not_met"),
        ("PNS", None, "unknown"),
        ("PPPK", "IX", "not_asked"),
    ],
)
def test_golongan(tmp_path: Path, kind: str, golongan: str | None, expected: str) -> None:
    assert head(tmp_path, "golongan", kind=kind, golongan=golongan) == expected


@pytest.mark.parametrize(
    ("kind", "since", "expected"),
    [
        ("PPPK", "2018-10-01", "met"),  # eight years on 1 October 2026
        ("PPPK", "2018-10-02", "unknown"),  # a day less: enough where there is nobody of eight
        ("PPPK", "2022-10-01", "unknown"),  # four years
        ("PPPK", "2022-10-02", "not_met"),
        ("PNS", "2022-10-02", "not_asked"),
    ],
)
def test_years_as_a_teacher(tmp_path: Path, kind: str, since: str, expected: str) -> None:
    assert head(tmp_path, "experience_as_teacher", kind=kind, golongan="IX", since=since) == expected


@pytest.mark.parametrize(
    ("predicates", "expected"),
    [
        ({2024: "baik", 2025: "baik"}, "met"),
        ({2024: "butuh_perbaikan", 2025: "baik"}, "not_met"),
        ({2024: "baik", 2025: "butuh_perbaikan"}, "not_met"),
        ({2023: "kurang", 2024: "baik", 2025: "baik"}, "met"),
    ],
)
def test_at_least_baik_in_two_years(tmp_path: Path, predicates: dict[int, str], expected: str) -> None:
    assert head(tmp_path, "performance", predicates=predicates) == expected


@pytest.mark.parametrize(
    ("level", "values", "expected"),
    [
        # Never: long served and far beyond every look-back, but annulled on the day or before it counts for nothing.
        ("ringan", {}, "met"),
        ("sedang", {"ends_on": "2001-12-31"}, "not_met"),
        ("berat", {"ends_on": "2001-12-31"}, "not_met"),
        ("berat", {"ends_on": "2001-12-31", "annulled_on": "2026-10-01"}, "met"),
        ("berat", {"ends_on": "2001-12-31", "annulled_on": "2026-10-02"}, "not_met"),
        ("sedang", {"sanction": "Sanksi moral"}, "met"),  # of the code of ethics: whatever level was typed
    ],
)
def test_never_a_sanction(tmp_path: Path, level: str, values: dict[str, str], expected: str) -> None:
    def sanctioned(t: Town) -> None:
        t.discipline(ADI, level, "2001-01-01", **values)

    assert head(tmp_path, "discipline", write=sanctioned) == expected


@pytest.mark.parametrize(("born", "expected"), [("1970-10-01", "met"), ("1970-09-30", "not_met")])
def test_at_most_fifty_six(tmp_path: Path, born: str, expected: str) -> None:
    # The 56th birthday is 1 October 2026, the day of appointment; born a day earlier is past it.
    assert head(tmp_path, "age", birth_date=born) == expected


@pytest.mark.parametrize("post", ["Guru Ahli Muda", "Guru Ahli Madya"])
def test_a_functional_post_leads_nobody_however_high_its_level(tmp_path: Path, post: str) -> None:
    # Ahli muda is equal to pengawas and ahli madya to administrator, but neither is experience in leading.
    def higher(t: Town) -> None:
        t.history(ADI, post, "2015-01-01", "2024-12-31")

    assert head(tmp_path, "managerial_experience", since="2010-01-01", write=higher) == "unknown"


@pytest.mark.parametrize(("since", "expected"), [("2024-10-01", "met"), ("2024-10-02", "unknown")])
def test_two_years_of_leading(tmp_path: Path, since: str, expected: str) -> None:
    # Two years as head of a section; with a day less who led otherwise is for the committee to say.
    assert (
        head(tmp_path, "managerial_experience", post="Kepala Seksi Pertama", unit="Bidang Satu", since=since)
        == expected
    )


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("Ilmu Pemerintahan", "met"),
        ("Manajemen Pemerintahan Daerah", "met"),
        ("Pemerintahan", "met"),
        ("Akuntansi Pemerintahan", "unknown"),  # the word alone makes no degree in government: for the committee to see
        ("Praktik Perpolisian Tata Pamong", "unknown"),
        ("Ilmu Politik", "not_met"),
        ("Administrasi Negara", "not_met"),
    ],
)
def test_a_camat_studied_government(tmp_path: Path, field: str, expected: str) -> None:
    path = tmp_path / "camat.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Camat Contoh", "Dinas Contoh", "administrator", echelon="III.a", own_law="camat")
        candidate(t, ADI, "Adi Contoh", field_of_study=field)
    found = shortlist(path, "--all", post="Camat Contoh")
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    assert check_of(person, "government_degree")["outcome"] == expected


def camat(path: Path, write: Any = None, *, covers: tuple[str, ...] = ("exams", "trainings")) -> str:
    """Judge someone of the roster's degree in law for Camat, where the registers reach that do reach in an office."""
    with town(path) as t:
        basic(t)
        t.db.execute("DELETE FROM coverage WHERE kind IN ('educations', 'exams', 'trainings')")
        for register in covers:
            t.covers(register, "2026-12-31")
        t.post("Camat Contoh", "Dinas Contoh", "administrator", echelon="III.a")  # the name alone makes it a Camat's
        candidate(t, ADI, "Adi Contoh", field_of_study="Ilmu Hukum")
        if write:
            write(t)
    found = shortlist(path, "--all", post="Camat Contoh")
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    outcome: str = check_of(person, "government_degree")["outcome"]
    return outcome


def degree(field: str | None, education: str = "S1") -> Any:
    return lambda t: t.fact("education", ADI, education=education, field_of_study=field)


def test_without_degree_and_certificate_no_camat(tmp_path: Path) -> None:
    numbers = map(str, itertools.count())

    def judged(write: Any = None, **covers: Any) -> str:
        return camat(tmp_path / next(numbers), write, **covers)

    assert judged() == "unknown"  # the roster names the highest degree alone
    assert judged(degree("Ilmu Hukum")) == "not_met"  # every degree is on record, and certificates would stand
    assert judged(degree("Ilmu Hukum"), covers=("exams",)) == "unknown"  # a certificate may be among the trainings
    assert judged(degree(None)) == "unknown"  # a degree whose field nobody wrote
    assert judged(lambda t: (degree("Ilmu Hukum")(t), degree(None, "SLTA")(t))) == "not_met"  # of a school it is none
    assert judged(degree("Ilmu Pemerintahan")) == "met"


def certified(title: str) -> Any:
    return lambda t: t.fact("training", ADI, title=title, title_key=title.lower(), ended_on="2015-01-01", year=2015)


def test_a_certificate_by_its_other_names(tmp_path: Path) -> None:
    def judged(write: Any) -> str:
        return head(tmp_path, "teaching_certificate", certificate=False, write=write)

    assert judged(certified("Serdik Guru Kelas SD")) == "met"
    exam = {"exam": "sertifikasi", "target_key": "guru kelas", "taken_on": "2015-01-01", "result": "lulus"}
    assert judged(lambda t: t.fact("exam", ADI, **exam)) == "met"
    assert judged(certified("PLPG Tahun 2012")) == "unknown"  # a training that ends in one where it was passed
    assert judged(degree("Pendidikan Profesi Guru")) == "unknown"
    assert judged(certified("Bimtek Kurikulum")) == "not_met"


@pytest.mark.parametrize(
    ("post", "kind", "expected"),
    [
        ("Guru Ahli Muda", "jf_ahli_muda", "met"),
        ("Ahli Pertama - Guru Kelas", "jf_ahli_pertama", "met"),  # the level first, as SIASN writes it
        (OTHER, "jf_ahli_muda", "met"),  # the head of another school is a teacher
        ("Wakil Kepala Sekolah SDN 3", "jf_ahli_muda", "unknown"),  # a teacher's duty, written as the post
        ("Tenaga Pengajar", "pelaksana", "unknown"),
        ("Pengelola Data", "pelaksana", "not_met"),
        ("Pengawas Sekolah Ahli Muda", "jf_ahli_muda", "not_met"),
        ("Kepala Seksi Pertama", "pengawas", "not_met"),
    ],
)
def test_a_teacher_alone_is_made_head_of_a_school(tmp_path: Path, post: str, kind: str, expected: str) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        t.post(SCHOOL, "Dinas Contoh", "jf_ahli_muda")
        if post not in t.posts:
            t.post(post, "Dinas Contoh", kind)
        candidate(t, ADI, "Adi Contoh", post=post)
    found = shortlist(path, "--all", post=SCHOOL)
    assert found["considered"] == 1
    (person,) = [*found["candidates"], *found["undetermined_people"], *found["excluded_people"]]
    assert check_of(person, "teacher")["outcome"] == expected
    if expected == "not_met":
        assert person["outcome"] == "not_met"
        assert found["excluded"]["teacher"] == 1
        said = asnkarier("explain", ADI, "--for", SCHOOL, "--db", path, "--as-of", ON, lang="id").out
        assert f"Guru: {post}. Syaratnya guru, dan itu tidak terpenuhi" in " ".join(said.split())
        assert "Guru: lebih dahulu menjabat guru" in said


def test_years_as_a_teacher_whose_post_begins_with_the_level(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        t.db.execute("UPDATE position SET name_key = 'ahli muda guru kelas' WHERE name = 'Guru Ahli Muda'")

    # Eight years on 1 October 2026, and a day less.
    given = {"kind": "PPPK", "golongan": "IX", "write": write}
    assert head(tmp_path, "experience_as_teacher", since="2018-10-01", **given) == "met"
    assert head(tmp_path, "experience_as_teacher", since="2018-10-02", **given) == "unknown"


def test_before_its_own_law_a_post_is_not_regulated(tmp_path: Path) -> None:
    name, eve, day = SCHOOL, "2025-05-14", "2025-05-15"  # Permendikdasmen 7/2025
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        t.post(name, "Dinas Contoh", "jf_ahli_muda")
        candidate(t, ADI, "Adi Contoh", begins="2010-01-01", since="2015-01-01")
    for command in (("shortlist", name), ("explain", ADI, "--for", name), ("standards", "show", name)):
        answer = asnkarier(*command, "--db", path, "--as-of", eve)
        assert answer.code == 3, command
        assert asnkarier(*command, "--db", path, "--as-of", day).code == 0, command
    # A list of many posts goes on, and leaves this one open.
    answer = asnkarier("forecast", "vacancies", "--all", "--db", path, "--as-of", eve, "--format", "json")
    assert answer.code == 0, answer.err
    (open_,) = [one for one in json.loads(answer.out)["posts"] if one["position"] == name] or [None]
    assert open_ is None or (open_["ready"], open_["within_years"]) == (0, 0)


def test_a_name_that_may_be_of_an_office_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Guru Ahli Muda (Kepala Sekolah SDN 3)", "Dinas Contoh", "jf_ahli_muda")
        t.post(SCHOOL, "Dinas Contoh", "jf_ahli_muda")
        candidate(t, ADI, "Adi Contoh")
    for command in (("shortlist",), ("explain", ADI, "--for"), ("standards", "show")):
        asked = asnkarier(*command, "Guru Ahli Muda (Kepala Sekolah SDN 3)", "--db", path, "--as-of", ON)
        assert asked.code == 0
        assert "tuliskan kepala_sekolah pada kolom Ketentuan Khusus" in " ".join(asked.err.split()), command
        assert "Ketentuan Khusus" not in asnkarier(*command, SCHOOL, "--db", path, "--as-of", ON).err, command


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "nobody has what the law asks first"), ("id", "tidak ada yang memenuhi syarat utama")],
)
def test_why_it_cannot_be_told_is_said(tmp_path: Path, language: str, said: str) -> None:
    path = tmp_path / "a.sqlite"
    with town(path) as t:
        basic(t)
        t.post(SCHOOL, "Dinas Contoh", "jf_ahli_muda", own_law="kepala_sekolah")
        t.post("Guru Ahli Muda", "Dinas Contoh", "jf_ahli_muda")
        candidate(t, ADI, "Adi Contoh", post="Guru Ahli Muda", unit="Dinas Contoh", golongan="III/b")
    answer = asnkarier("explain", ADI, "--for", SCHOOL, "--db", path, "--as-of", ON, lang=language)
    text = " ".join(answer.out.split())
    assert said in text
    assert "['" not in text  # lists are said in words
    assert "III/c–" not in text  # a least golongan is no range


def duty(*spans: tuple[str, str | None], acting: str = "tambahan", post: str = "Kepala SD Negeri 1") -> Any:
    """Write duties as head of a school into the history."""

    def write(t: Town) -> None:
        for since, until in spans:
            t.history(ADI, post, since, until, acting=acting)

    return write


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        # Two years are 731 days from 1 October 2010 (29 February 2012 among them), the last of them 30 September 2012.
        ([("2010-10-01", "2012-09-30")], "met"),
        ([("2010-10-01", "2012-09-29")], "unknown"),
        (
            [("2010-10-01", "2011-09-30"), ("2013-10-01", "2014-09-30"), ("2015-10-01", "2015-10-01")],
            "met",
        ),  # 365, 365 and 1
        ([("2010-10-01", "2011-09-30"), ("2010-10-02", "2011-09-30")], "unknown"),  # each day once
        ([("2010-10-01", "2013-09-30")], "met"),
    ],
)
def test_years_as_head_of_another_school_are_years_of_leading(
    tmp_path: Path, spans: list[tuple[str, str | None]], expected: str
) -> None:
    assert head(tmp_path, "managerial_experience", write=duty(*spans)) == expected


def test_a_part_of_a_school_is_for_the_committee(tmp_path: Path) -> None:
    deputy = duty(("2010-10-01", "2018-09-30"), post="Wakil Kepala Sekolah")
    assert head(tmp_path, "managerial_experience", write=deputy) == "unknown"
    acting = duty(("2010-10-01", "2018-09-30"), acting="plt")
    assert head(tmp_path, "managerial_experience", write=acting) == "unknown"


def test_a_head_whose_post_the_roster_calls_so_leads(tmp_path: Path) -> None:
    # Two years on 1 October 2026, and a day less.
    assert head(tmp_path, "managerial_experience", post=OTHER, since="2024-10-01") == "met"
    assert head(tmp_path, "managerial_experience", post=OTHER, since="2024-10-02") == "unknown"


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "met"),
        ([("2018-10-01", None)], "not_met"),  # 4 years twice are 8: reached on 1 October 2026
        ([("2018-10-02", None)], "met"),  # a day less
        ([("2014-10-01", "2018-09-30"), ("2022-10-01", None)], "not_met"),  # 4 years, a pause, 4 years
        ([("2014-10-01", "2018-09-30"), ("2022-10-02", None)], "met"),
        ([("2010-10-01", "2014-09-30")], "met"),  # one term: another is open
        ([("2020-10-01", None), ("2020-10-02", "2024-09-30")], "met"),  # each day once: 6 years, not 10
    ],
)
def test_four_years_twice(tmp_path: Path, spans: list[tuple[str, str | None]], expected: str) -> None:
    assert head(tmp_path, "term", write=duty(*spans)) == expected


def test_which_duties_are_terms(tmp_path: Path) -> None:
    since = ("2018-10-01", None)
    # Up to yesterday: who heads this very school today holds the post and is no candidate for it.
    assert head(tmp_path, "term", write=duty(("2018-10-01", "2026-09-30"), post="Kepala Sekolah")) == "not_met"
    assert head(tmp_path, "term", write=duty(since, post="Kepala UPTD SDN 2")) == "not_met"
    assert head(tmp_path, "term", write=duty(since, post="Wakil Ketua Koperasi")) == "met"
    # The usual candidate: a deputy of eight years and more was no day the head.
    assert head(tmp_path, "term", write=duty(since, post="Wakil Kepala Sekolah")) == "met"
    assert head(tmp_path, "term", write=duty(since, post="Staf Kepala Sekolah", acting="definitif")) == "met"
    assert head(tmp_path, "term", write=duty(since, acting="plt")) == "met"  # acting is no term
    # Where the office is a post of its own, the post counts.
    assert head(tmp_path, "term", post=OTHER, since="2018-10-01") == "not_met"
    assert head(tmp_path, "term", post=OTHER, since="2018-10-02") == "met"


def test_the_duty_that_the_roster_shows_counts(tmp_path: Path) -> None:
    for since, expected in (("2018-10-01", "not_met"), ("2018-10-02", "met")):

        def write(t: Town, since: str = since) -> None:
            t.span("person_duty", t.people[ADI], since, acting="tambahan", duty="Kepala SMP Negeri 1")

        assert head(tmp_path, "term", write=write) == expected


@pytest.mark.parametrize(
    ("covered", "appointed_on", "expected"),
    [
        (None, "2018-10-02", "met"),  # without any history: in less than 8 years of service there were no two terms
        (None, "2018-10-01", "unknown"),
        (
            "2018-09-30",
            "2005-01-01",
            "unknown",
        ),  # history ends eight years ago: the days since may all be of the office
        ("2018-10-01", "2005-01-01", "met"),  # a day less may be
    ],
)
def test_a_history_that_does_not_reach(tmp_path: Path, covered: str | None, appointed_on: str, expected: str) -> None:
    def write(t: Town) -> None:
        t.db.execute("DELETE FROM coverage WHERE kind = 'history'")
        if covered:
            t.covers("history", covered)

    assert head(tmp_path, "term", write=write, since=None, appointed_on=appointed_on) == expected


@pytest.mark.parametrize(("lang", "said"), [("id", "sertifikat pendidik"), ("en", "certificate pendidik")])
def test_the_word_certificate_stands_once(tmp_path: Path, lang: str, said: str) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post(SCHOOL, "Dinas Contoh", "jf_ahli_muda", own_law="kepala_sekolah")
        candidate(t, ADI, "Adi Contoh", unit="Dinas Contoh", since="2010-01-01", level=3.0)
    where = ("--db", path, "--as-of", ON)
    for command in (("standards", "show", SCHOOL), ("explain", ADI, "--for", SCHOOL)):
        shown = " ".join(asnkarier(*command, *where, lang=lang, width=100).out.lower().split())
        assert said in shown
        assert "sertifikat sertifikat" not in shown
