"""The story: the cast of the example posts, the leavers, and who is away on the story's day.

Every member of the cast for "Kepala Dinas Kesehatan" stands for one reason to be, or not to be, on its shortlist; `why`
says it in words, so that whoever reads the shortlist can see at once whether it is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from city.calendar import PENYETARAAN_DAY, STORY_DAY, add_years, working_day
from city.people import Maker, Person, Stint, pension_day, place
from city.structure import POSTS


class Past(NamedTuple):
    """A post held before the present one: name, kind, echelon, family, agency, acting."""

    since: date
    name: str
    kind: str
    echelon: str = ""
    family: str = "kesehatan"
    agency: str = "07"
    acting: str = "Definitif"
    until: date | None = None


class Role(NamedTuple):
    """One member of the cast; `evaluations` and `assessed` fix what chance decides for everybody else."""

    why: str
    post: str
    unit: str
    sex: str
    birth: date
    appointed: date
    since: date
    past: tuple[Past, ...] = ()
    evaluations: Mapping[int, str | None] = MappingProxyType({})
    assessed: tuple[date, str, float] | None = None
    discipline: str = ""
    education: str = "S2"
    field: str = ""


SB, B, BP = "Sangat Baik", "Baik", "Butuh Perbaikan"
_DR = "Dokter Ahli Muda", "JF Ahli Muda"
_PEL = "Pelaksana"


def _d(text: str) -> date:
    return date.fromisoformat(text)


CAST = [
    Role(
        "eligible; the deputy, and Plt. since the vacancy", "Sekretaris Dinas Kesehatan", "07", "P", _d("1972-03-14"), _d("1997-03-01"),
        _d("2021-01-04"),
        (Past(_d("1997-03-01"), "Staf Puskesmas", _PEL), Past(_d("2006-05-02"), "Kepala Seksi Surveilans", "Pengawas", "IV.a"),
         Past(_d("2015-02-02"), "Kepala Bidang Pencegahan dan Pengendalian Penyakit", "Administrator", "III.b")),
        {2024: SB, 2025: SB}, (_d("2025-05-20"), "wide", 3.3), field="Kesehatan Masyarakat",
    ),
    Role(
        "eligible; head of the hospital, came up through the profession", "Direktur UPTD RSUD Sukamaju", "07.21", "L", _d("1971-08-09"),
        _d("1998-12-01"), _d("2022-03-01"),
        (Past(_d("1999-12-01"), "Dokter Ahli Pertama", "JF Ahli Pertama"), Past(_d("2006-10-01"), *_DR),
         Past(_d("2014-04-01"), "Dokter Ahli Madya", "JF Ahli Madya")),
        {2024: B, 2025: SB}, (_d("2024-09-11"), "long", 3.2), field="Kedokteran",
    ),
    Role(
        "eligible; her post was renamed in 2023, which does not restart the clock", "Kepala Bidang Kesehatan Masyarakat", "07.02", "P",
        _d("1974-11-02"), _d("1999-03-01"), _d("2020-01-06"),
        (Past(_d("1999-03-01"), "Staf Dinas Kesehatan", _PEL), Past(_d("2013-01-07"), "Kepala Seksi Promosi Kesehatan", "Pengawas", "IV.a")),
        {2024: B, 2025: B}, (_d("2025-05-21"), "wide", 3.1), field="Kesehatan Masyarakat",
    ),
    Role(
        "not met: administrator only since January 2025", "Kepala Bidang Pencegahan dan Pengendalian Penyakit", "07.03", "L", _d("1979-06-18"),
        _d("2005-01-01"), _d("2025-01-06"),
        (Past(_d("2005-01-01"), "Staf Dinas Kesehatan", _PEL), Past(_d("2014-07-01"), "Kepala Seksi Surveilans", "Pengawas", "IV.a"),
         Past(PENYETARAAN_DAY, "Administrator Kesehatan Ahli Muda", "JF Ahli Muda")),
        {2024: SB, 2025: B}, (_d("2025-05-21"), "wide", 3.2), field="Kesehatan Masyarakat",
    ),
    Role(
        "undetermined: her assessment of 10 May 2023 has expired", "Kepala Bidang Pelayanan Kesehatan", "07.04", "P", _d("1973-02-25"),
        _d("2000-01-01"), _d("2019-07-01"),
        (Past(_d("2000-01-01"), "Staf Dinas Kesehatan", _PEL), Past(_d("2010-03-01"), "Kepala Seksi Kefarmasian", "Pengawas", "IV.a")),
        {2024: B, 2025: B}, (_d("2023-05-10"), "long", 3.2), field="Farmasi",
    ),
    Role(
        "eligible; ahli madya counts as administrator", "Dokter Ahli Madya", "07.21", "L", _d("1975-01-30"), _d("2002-12-01"), _d("2018-04-01"),
        (Past(_d("2003-12-01"), "Dokter Ahli Pertama", "JF Ahli Pertama"), Past(_d("2010-04-01"), *_DR)),
        {2024: SB, 2025: B}, (_d("2025-05-22"), "wide", 3.4),
    ),
    Role(
        "not met: passed his 56th birthday", "Dokter Ahli Madya", "07.21", "L", _d("1970-04-17"), _d("1999-03-01"), _d("2015-10-01"),
        (Past(_d("2000-03-01"), "Dokter Ahli Pertama", "JF Ahli Pertama"), Past(_d("2007-04-01"), *_DR)),
        {2024: SB, 2025: SB}, (_d("2025-05-22"), "wide", 3.6),
    ),
    Role(
        "not met: JPM against the post is 65 %", "Perawat Ahli Madya", "07.21", "P", _d("1974-07-12"), _d("1998-03-01"), _d("2019-10-01"),
        (Past(_d("1999-03-01"), "Perawat Ahli Pertama", "JF Ahli Pertama"), Past(_d("2009-10-01"), "Perawat Ahli Muda", "JF Ahli Muda")),
        {2024: B, 2025: B}, (_d("2025-05-23"), "wide", 2.6),
    ),
    Role(
        "not met: Butuh Perbaikan in 2024", "Dokter Ahli Madya", "07.21", "P", _d("1977-09-05"), _d("2005-01-01"), _d("2020-04-01"),
        (Past(_d("2006-01-01"), "Dokter Ahli Pertama", "JF Ahli Pertama"), Past(_d("2012-10-01"), *_DR)),
        {2024: BP, 2025: B}, (_d("2025-05-23"), "wide", 3.4),
    ),
    Role(
        "not met: serving a sedang sanction", "Dokter Ahli Madya", "07.21", "L", _d("1976-12-21"), _d("2003-12-01"), _d("2019-04-01"),
        (Past(_d("2004-12-01"), "Dokter Ahli Pertama", "JF Ahli Pertama"), Past(_d("2011-10-01"), *_DR)),
        {2024: B, 2025: B}, (_d("2025-05-26"), "wide", 3.5), discipline="sedang-2026",
    ),
    Role(
        "undetermined: never assessed", "Dokter Ahli Madya", "07.21", "P", _d("1978-05-16"), _d("2006-03-01"), _d("2021-04-01"),
        (Past(_d("2007-03-01"), "Dokter Ahli Pertama", "JF Ahli Pertama"), Past(_d("2013-10-01"), *_DR)),
        {2024: SB, 2025: B}, (_d("2025-05-26"), "never", 0),
    ),
    Role(
        "eligible; works elsewhere now, with six years in the field before", "Sekretaris Dinas Sosial", "09", "L", _d("1973-10-08"), _d("1999-03-01"),
        _d("2021-06-21"),
        (Past(_d("1999-03-01"), "Staf Dinas Kesehatan", _PEL), Past(_d("2008-06-02"), "Kepala Seksi Promosi Kesehatan", "Pengawas", "IV.a"),
         Past(_d("2014-01-06"), "Kepala Bidang Pelayanan Kesehatan", "Administrator", "III.b")),
        {2024: B, 2025: B}, (_d("2024-09-12"), "long", 3.15), field="Kesehatan Masyarakat",
    ),
    Role(
        "undetermined: no evaluation of 2025", "Apoteker Ahli Madya", "07.21", "P", _d("1976-03-03"), _d("2002-12-01"), _d("2020-10-01"),
        (Past(_d("2003-12-01"), "Apoteker Ahli Pertama", "JF Ahli Pertama"), Past(_d("2011-04-01"), "Apoteker Ahli Muda", "JF Ahli Muda")),
        {2024: B, 2025: None}, (_d("2025-05-27"), "wide", 3.4),
    ),
    Role(
        "eligible; on 30 June 2026 the 56th birthday is still a day away", "Dokter Ahli Madya", "07.21", "P", _d("1970-07-01"), _d("1999-12-01"),
        _d("2016-04-01"),
        (Past(_d("2000-12-01"), "Dokter Ahli Pertama", "JF Ahli Pertama"), Past(_d("2008-04-01"), *_DR)),
        {2024: B, 2025: SB}, (_d("2025-05-27"), "wide", 3.45),
    ),
    Role(
        "eligible; under two years as administrator and under two as ahli madya, more than two together", "Administrator Kesehatan Ahli Madya", "07",
        "L", _d("1977-04-24"), _d("2002-12-01"), _d("2025-02-03"),
        (Past(_d("2002-12-01"), "Staf Dinas Kesehatan", _PEL), Past(_d("2013-04-01"), "Kepala Seksi Surveilans", "Pengawas", "IV.a"),
         Past(PENYETARAAN_DAY, "Administrator Kesehatan Ahli Muda", "JF Ahli Muda"),
         Past(_d("2024-01-08"), "Kepala Bidang Pencegahan dan Pengendalian Penyakit", "Administrator", "III.b")),
        {2024: B, 2025: SB}, (_d("2025-05-28"), "wide", 3.4),
    ),
    Role(
        "not met: two years as ahli madya are complete one day late, on 1 July 2026", "Perawat Ahli Madya", "07.21", "P", _d("1980-01-19"),
        _d("2006-03-01"), _d("2024-07-01"),
        (Past(_d("2007-03-01"), "Perawat Ahli Pertama", "JF Ahli Pertama"), Past(_d("2015-04-01"), "Perawat Ahli Muda", "JF Ahli Muda")),
        {2024: SB, 2025: B}, (_d("2025-05-28"), "wide", 3.5),
    ),
    Role(
        "not met: three years as Plt. count nothing, ahli madya only since April 2025", "Administrator Kesehatan Ahli Madya", "07", "P",
        _d("1978-08-30"), _d("2005-01-01"), _d("2025-04-01"),
        (Past(_d("2005-01-01"), "Staf Dinas Kesehatan", _PEL), Past(_d("2015-01-05"), "Kepala Seksi Kesehatan Ibu dan Anak", "Pengawas", "IV.a"),
         Past(PENYETARAAN_DAY, "Administrator Kesehatan Ahli Muda", "JF Ahli Muda"),
         Past(_d("2022-01-10"), "Kepala Bidang Kesehatan Keluarga", "Administrator", "III.b", acting="Plt", until=_d("2025-01-05"))),
        {2024: B, 2025: B}, (_d("2025-05-28"), "wide", 3.4),
    ),
    Role(
        "undetermined: a recap gives JPM alone, against an administrator's standard and not the post's",
        "Kepala Bidang Rehabilitasi dan Perlindungan Sosial", "09", "L", _d("1975-11-11"), _d("2001-03-01"), _d("2018-10-01"),
        (Past(_d("2001-03-01"), "Staf Dinas Kesehatan", _PEL), Past(_d("2011-10-03"), "Kepala Seksi Kefarmasian", "Pengawas", "IV.a")),
        {2024: B, 2025: B}, (_d("2024-11-06"), "recap", 88.4), field="Kesehatan Masyarakat",
    ),
    Role(
        "not met: never worked in the field", "Sekretaris Dinas Kependudukan dan Pencatatan Sipil", "10", "L", _d("1974-05-05"), _d("2000-01-01"),
        _d("2019-02-04"),
        (Past(_d("2000-01-01"), "Analis Tata Usaha", _PEL, family="kependudukan", agency="10"),
         Past(_d("2008-01-07"), "Kepala Seksi Pindah Datang", "Pengawas", "IV.a", "kependudukan", "10"),
         Past(_d("2014-02-03"), "Kepala Bidang Pelayanan Pendaftaran Penduduk", "Administrator", "III.b", "kependudukan", "10")),
        {2024: SB, 2025: SB}, (_d("2025-06-03"), "wide", 3.3),
    ),
]  # fmt: skip
"""Candidates for the vacant post of Kepala Dinas Kesehatan, each with the reason for being here."""


def cast(maker: Maker) -> list[Person]:
    """The people of CAST, in its order."""
    people = []
    for role in CAST:
        post = POSTS.get((role.post, role.unit)) or POSTS[(role.post, "")]
        stints = []
        own = [past for past in role.past if past.acting == "Definitif"]
        for past, following in zip(own, [*own[1:], None], strict=True):
            until = (following.since if following else role.since) - timedelta(days=1)
            stints.append(_past_stint(past, until, role.unit))
        stints += [_past_stint(past, past.until, role.unit) for past in role.past if past.acting != "Definitif"]
        stints += maker.through_reorganisation(post, role.unit, role.since)
        fixed: dict[str, object] = {
            "sex": role.sex,
            "birth": role.birth,
            "appointed": role.appointed,
            "education": role.education,
        }
        category = (
            "admin"
            if role.unit in ("09", "10")
            else "health"
            if "." in role.unit or "Administrator Kesehatan" in role.post
            else "admin"
        )
        person = maker.make(
            post, role.unit, "PNS", category, stints=stints, **fixed, **({"field": role.field} if role.field else {})
        )
        person.tags |= {"role": role, "evaluations": role.evaluations, "assessed": role.assessed}
        if role.discipline:
            person.tags["discipline"] = role.discipline
        people.append(person)
    people[0].stints.append(_acting("Kepala Dinas Kesehatan", "07", date(2026, 6, 2)))
    return people


def _past_stint(past: Past, until: date | None, unit: str) -> Stint:
    agency = place(past.agency, past.since)[1]
    where = place(unit, past.since)[0] if unit.startswith(past.agency) and past.kind.startswith("JF") else agency
    return Stint(past.since, until, past.name, past.kind, past.echelon, past.family, where, agency, past.acting)


def _acting(post_name: str, unit: str, since: date, until: date | None = None) -> Stint:
    post = POSTS[(post_name, unit)]
    unit_name, agency = place(unit, STORY_DAY)
    return Stint(since, until, post.name, post.kind, post.echelon, post.family, unit_name, agency, "Plt")


class Leaver(NamedTuple):
    """Somebody who left between 2024 and the story's day: as the list of 31 December 2023 showed them, and how they went."""

    person: Person
    event: str
    day: date
    destination: str = ""


LEAVERS_DAY = date(2023, 12, 31)


def leavers(maker: Maker) -> list[Leaver]:
    """Who retired, died, moved or resigned, the former holders of the example posts among them."""
    made = [
        _retired(maker, "Kepala Dinas Kesehatan", "07", date(2026, 6, 1), date(2019, 8, 5)),
        _retired(maker, "Kepala Dinas Sosial", "09", date(2025, 3, 1), date(2018, 10, 1)),
        _retired(maker, "Kepala Bidang Pengelolaan Aset", "05", date(2026, 2, 1), date(2020, 3, 2)),
        _retired(maker, "Camat Sukamaju Utara", "14", date(2024, 8, 1), date(2019, 1, 7)),
        _otherwise(maker, "Lurah Sukaharja", "14.01", "meninggal", date(2026, 4, 18)),
        _otherwise(
            maker, "Kepala Seksi Pemerintahan", "15", "pindah", date(2025, 7, 1), "Pemerintah Kabupaten Sukatani"
        ),
    ]
    rng = maker.rng
    many = [
        ("Guru Ahli Madya", "06.12", "teacher"), ("Guru Ahli Madya", "06.22", "teacher"), ("Guru Ahli Madya", "06.14", "teacher"),
        ("Guru Ahli Madya", "06.25", "teacher"), ("Guru Ahli Muda", "06.21", "teacher"), ("Guru Ahli Madya", "06.23", "teacher"),
        ("Guru Ahli Madya", "06.16", "teacher"), ("Guru Ahli Madya", "06.24", "teacher"), ("Perawat Penyelia", "07.21", "health"),
        ("Bidan Penyelia", "07.12", "health"), ("Perawat Penyelia", "07.13", "health"), ("Bidan Penyelia", "07.21", "health"),
        ("Analis Kebijakan Ahli Muda", "01", "admin"), ("Auditor Ahli Muda", "02", "admin"), ("Perencana Ahli Muda", "03", "admin"),
        ("Pengadministrasi Perkantoran", "01.03", "admin"), ("Pengadministrasi Perkantoran", "08", "admin"),
        ("Pengadministrasi Perkantoran", "05", "admin"), ("Penelaah Teknis Kebijakan", "10", "admin"),
        ("Pengolah Data dan Informasi", "14.02", "admin"), ("Penelaah Teknis Kebijakan", "11", "admin"),
        ("Pengadministrasi Perkantoran", "13", "admin"), ("Polisi Pamong Praja Penyelia", "13", "admin"),
    ]  # fmt: skip
    for post, unit, _ in many:
        made.append(
            _retired(maker, post, unit, date(rng.choice([2024, 2024, 2025, 2025, 2026]), rng.randrange(2, 7), 1))
        )
    for post, unit, event, day, where in [
        ("Guru Ahli Muda", "06.22", "meninggal", date(2024, 5, 9), ""),
        ("Perawat Mahir", "07.21", "meninggal", date(2025, 11, 23), ""),
        ("Penelaah Teknis Kebijakan", "09", "meninggal", date(2025, 1, 30), ""),
        ("Dokter Ahli Muda", "07.21", "pindah", date(2025, 2, 1), "Pemerintah Provinsi Bumi Sentosa"),
        ("Auditor Ahli Muda", "02", "pindah", date(2024, 10, 1), "Kementerian di ibu kota"),
        ("Pranata Komputer Ahli Pertama", "12", "pindah", date(2025, 9, 1), "Pemerintah Kota Tirtamulya"),
        ("Guru Ahli Pertama", "06.13", "pindah", date(2024, 7, 1), "Pemerintah Kabupaten Sukatani"),
        ("Guru Ahli Pertama", "06.15", "berhenti", date(2025, 6, 1), ""),
        ("Perawat Terampil", "07.14", "berhenti", date(2025, 8, 1), ""),
        ("Guru Ahli Pertama", "06.21", "kontrak berakhir", date(2026, 3, 1), ""),
        ("Penelaah Teknis Kebijakan", "08", "diberhentikan", date(2025, 10, 1), ""),
    ]:
        made.append(_otherwise(maker, post, unit, event, day, where))
    return made


def _retired(maker: Maker, post_name: str, unit: str, day: date, since: date | None = None) -> Leaver:
    """Somebody whose birthday fell in the month before the pension began."""
    post = POSTS.get((post_name, unit)) or POSTS[(post_name, "")]
    age = post.retirement_age or (60 if post.kind == "JPT Pratama" else 58)
    birth = add_years(day, -age) - timedelta(days=maker.rng.randrange(1, 26))
    entered = add_years(birth, 20 if post.education == "SLTA" else 25)
    leaver = _otherwise(
        maker, post_name, unit, "pensiun", day, birth=birth, appointed=date(entered.year, 3, 1), since=since
    )
    assert pension_day(leaver.person) == day
    return leaver


def _otherwise(
    maker: Maker,
    post_name: str,
    unit: str,
    event: str,
    day: date,
    destination: str = "",
    birth: date | None = None,
    appointed: date | None = None,
    since: date | None = None,
) -> Leaver:
    post = POSTS.get((post_name, unit)) or POSTS[(post_name, "")]
    ended = event == "kontrak berakhir"
    kind = "PPPK" if ended or event == "berhenti" else "PNS"
    appointed = appointed or (
        date(2021, 3, 1) if kind == "PPPK" else date(2021 - 9 * ("Muda" in post_name) - 9 * bool(post.echelon), 3, 1)
    )
    start = max(since or date(2020, 1, 6), appointed)
    if post.kind == "Pelaksana":
        start = max(appointed, date(2018, 1, 2))
    category = "teacher" if post.name.startswith("Guru") else "health" if unit.startswith("07.") else "admin"
    fixed: dict[str, object] = {"appointed": appointed}
    if birth:
        fixed["birth"] = birth
    person = maker.make(post, unit, kind, category, stints=[maker.stint(post, unit, working_day(start), None)], **fixed)
    limit = LEAVERS_DAY - timedelta(days=90)
    if person.golongan_since > limit:
        person.golongan_since = max(appointed, date(2020, 4, 1))
    if ended:
        person.contract_ends = date(2026, 2, 28)
    return Leaver(person, event, day, destination)


def place_story(people: list[Person]) -> list[tuple[Person, str, date, str]]:
    """Who is away, came lately or acts for a vacancy on the story's day; returns the movements among those who stayed."""
    moves: list[tuple[Person, str, date, str]] = []
    free = [p for p in people if "role" not in p.tags and not p.post.echelon and not p.duty and p.kind == "PNS"]
    doctors = [p for p in free if p.post.name == "Dokter Ahli Pertama"][:2]
    for person, day in zip(doctors, (date(2024, 9, 2), date(2025, 9, 1)), strict=True):
        person.status = "Tugas Belajar"
        moves.append((person, "tugas belajar", day, "Program pendidikan dokter spesialis"))
    younger = [p for p in free if p.birth.year > 1985 and p.status == "Aktif" and p.appointed.year < 2018]
    for person, day in zip((younger[3], younger[41]), (date(2025, 3, 3), date(2026, 1, 5)), strict=True):
        person.status = "CLTN"
        person.tags["away_since"] = day
        moves.append(
            (person, "CLTN", day, "Persalinan anak keempat" if person.sex == "P" else "Mendampingi istri tugas belajar")
        )
    suspended = younger[60]
    suspended.status = "Pemberhentian Sementara"
    suspended.tags["away_since"] = date(2026, 4, 1)
    returned = younger[70]
    moves.append((returned, "CLTN", date(2023, 2, 1), "Mendampingi pasangan"))
    moves.append((returned, "aktif kembali", date(2024, 2, 1), ""))
    for person in sorted((p for p in free if p.category == "admin" and p.status == "Aktif"), key=pension_day)[:3]:
        person.status = "MPP"
    beginners = [p for p in people if p.kind == "PNS" and p.appointed.year == 2024]
    for person in beginners[:9]:
        moves.append((person, "CPNS ke PNS", date(2025, 4, 1), ""))
    comers = [p for p in free if p.post.kind == "Pelaksana" and p.appointed.year < 2015 and p.status == "Aktif"][10:14]
    for person, day in zip(
        comers, (date(2024, 4, 1), date(2025, 2, 3), date(2025, 10, 1), date(2026, 3, 2)), strict=True
    ):
        elsewhere = "Pemerintah Kabupaten Sukatani"
        moves.append((person, "masuk", day, elsewhere))
        own = person.current
        person.stints = [
            replace(
                own,
                since=person.appointed,
                until=day - timedelta(days=1),
                position="Analis Tata Usaha",
                unit="Sekretariat Daerah",
                agency=elsewhere,
            ),
            replace(own, since=day),
        ]
    # Three former heads of sections act for vacancies; the second Plt. has been over for a year.
    secretaries = {p.unit: p for p in people if p.post.echelon in ("IV.b", "III.a")}
    secretaries["14.01"].stints.append(_acting("Lurah Sukaharja", "14.01", date(2026, 4, 27)))
    personnel = next(p for p in people if p.post.name.startswith("Analis Sumber Daya Manusia Aparatur Ahli Madya"))
    personnel.stints.append(_acting("Kepala Bidang Mutasi dan Kinerja Aparatur", "04.02", date(2026, 3, 9)))
    social = next(p for p in people if p.post.name == "Sekretaris Dinas Sosial")
    social.stints.append(_acting("Kepala Dinas Sosial", "09", date(2025, 3, 3), date(2025, 6, 30)))
    # The head of the transfer division became secretary of the finance agency in March 2026 and left it vacant.
    promoted = next(p for p in people if p.post.name == "Sekretaris Badan Pengelolaan Keuangan dan Aset Daerah")
    division = POSTS[("Kepala Bidang Mutasi dan Kinerja Aparatur", "04.02")]
    unit, agency = place("04.02", date(2024, 1, 8))
    last = promoted.stints[-1]
    before = promoted.stints[-2]
    promoted.stints[-2:] = [
        replace(before, until=date(2024, 1, 7)),
        Stint(
            date(2024, 1, 8),
            date(2026, 3, 1),
            division.name,
            division.kind,
            division.echelon,
            division.family,
            unit,
            agency,
        ),
        replace(last, since=date(2026, 3, 2)),
    ]
    return moves
