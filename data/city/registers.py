"""What the registers tell about the people: evaluations, assessments, trainings, sanctions, awards and the smaller ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from city.calendar import STORY_DAY, add_years, day_between, working_day, years_between
from city.people import Person, Stint
from city.story import Leaver
from city.structure import POSTS, UNITS

NINE = [
    "Integritas", "Kerja Sama", "Komunikasi", "Orientasi pada Hasil", "Pelayanan Publik", "Pengembangan Diri dan Orang Lain",
    "Mengelola Perubahan", "Pengambilan Keputusan", "Perekat Bangsa",
]  # fmt: skip
REQUIRED = {
    "JPT Pratama": 4, "Administrator": 3, "Pengawas": 2, "Pelaksana": 1, "JF Ahli Madya": 4, "JF Ahli Muda": 3, "JF Ahli Pertama": 2,
    "JF Penyelia": 3, "JF Mahir": 2, "JF Terampil": 1, "JF Pemula": 1,
}  # fmt: skip
"""Required level of the nine by kind of post, as the city's own standards set it too."""
TECHNICAL = {
    "kesehatan": ["Manajemen Pelayanan Kesehatan", "Epidemiologi dan Surveilans"], "kepegawaian": ["Manajemen Talenta ASN", "Manajemen Kinerja ASN"],
    "keuangan": ["Pengelolaan Keuangan Daerah", "Akuntansi Pemerintahan"], "perencanaan": ["Perencanaan dan Penganggaran Daerah"],
    "pengawasan": ["Audit Berbasis Risiko"], "pendidikan": ["Manajemen Kurikulum", "Supervisi Pendidikan"],
    "pekerjaan umum": ["Manajemen Konstruksi"], "sosial": ["Asesmen Kesejahteraan Sosial"], "kependudukan": ["Administrasi Kependudukan"],
    "perizinan": ["Pelayanan Perizinan Berusaha"], "komunikasi dan informatika": ["Tata Kelola SPBE", "Manajemen Basis Data"],
    "ketertiban umum": ["Penegakan Peraturan Daerah"], "pemerintahan": ["Penyelenggaraan Pemerintahan Wilayah"],
    "umum": ["Tata Kelola Persuratan dan Arsip", "Pengelolaan Barang Milik Daerah"],
}  # fmt: skip
MEASURED = ["kesehatan", "kepegawaian", "pemerintahan"]
"""Fields whose technical competencies the assessments of 2025 and 2026 measured too: those of the example posts."""
DIGITAL = "Literasi Digital ASN"
HALF_YEARS_OF = "SMP Negeri 1 Sukamaju"
PREDICATES = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
ABOVE, MEETS, BELOW = "above", "meets", "below"


class Evaluation(NamedTuple):
    """One evaluation; `period` is '' for the year."""

    person: Person
    year: int
    period: str
    result: str
    behaviour: str
    predicate: str
    evaluator: Person | None


class Assessment(NamedTuple):
    """One assessment; `layout` says in which workbook it stands, `levels` is empty in a recap."""

    person: Person
    day: date
    purpose: str
    provider: str
    layout: str
    levels: dict[str, float]
    jpm: float | None
    potential: float | None
    suggestion: str = ""


class Training(NamedTuple):
    """One training."""

    person: Person
    title: str
    form: str
    kind: str
    level: str
    started: date
    ended: date
    hours: int
    organiser: str
    certificate: str
    competency: str = ""


# -- evaluations -------------------------------------------------------------------------------------------------------


def heads(people: Iterable[Person], leavers: Iterable[Leaver]) -> dict[str, list[tuple[date, date, Person]]]:
    """Who headed each unit, with the first and last day."""
    found: dict[str, list[tuple[date, date, Person]]] = {}
    for person in people:
        if person.post.heads:
            found.setdefault(person.unit, []).append((person.current.since, date.max, person))
        duty = next((s for s in person.stints if person.duty and s.position == person.duty), None)
        if duty:
            found.setdefault(person.unit, []).append((duty.since, date.max, person))
    for leaver in leavers:
        if leaver.person.post.heads:
            found.setdefault(leaver.person.unit, []).append((leaver.person.current.since, leaver.day, leaver.person))
    return found


def _superior(person: Person, year: int, led: dict[str, list[tuple[date, date, Person]]]) -> Person | None:
    """The head of the person's unit at the end of `year`, else of the agency, else the Sekretaris Daerah."""
    day = date(year, 12, 31)
    for unit in (person.unit, person.agency, "01"):
        for since, until, head in led.get(unit, []):
            if since <= day < until and head is not person:
                return head
    return None


def evaluations(rng: Random, people: list[Person], leavers: list[Leaver], year: int) -> list[Evaluation]:
    """The annual evaluations of one year: 12 % Sangat Baik, 84 % Baik, the rest below, a few missing."""
    led = heads(people, leavers)
    leaving = {id(leaver.person): leaver.day for leaver in leavers}
    due = [p for p in [*people, *(leaver.person for leaver in leavers)] if _evaluated(p, year, leaving.get(id(p)))]
    scored = sorted(((p.quality + rng.gauss(0, 0.8), p.nip, p) for p in due), key=lambda item: item[:2])
    given: dict[str, str] = {}
    count = len(scored)
    for index, (_, nip, _) in enumerate(scored):
        share = index / count
        given[nip] = (
            "Sangat Kurang" if share < 0.004 else "Kurang" if share < 0.013 else "Butuh Perbaikan" if share < 0.04
            else "Baik" if share < 0.88 else "Sangat Baik"
        )  # fmt: skip
    rows = []
    for person in due:
        fixed = person.tags.get("evaluations", {})
        predicate = fixed.get(year, given[person.nip]) if isinstance(fixed, Mapping) else given[person.nip]
        lost = rng.random() < 0.022
        if predicate is None or (lost and not fixed):
            continue
        if person.tags.get("story") and predicate not in PREDICATES[:2]:
            predicate = "Baik"
        result, behaviour = _ratings(rng, predicate)
        rows.append(Evaluation(person, year, "", result, behaviour, predicate, _superior(person, year, led)))
    return rows


def _evaluated(person: Person, year: int, left: date | None) -> bool:
    if person.appointed > date(year, 9, 1) or (left and left <= date(year, 12, 31)):
        return False
    since = person.tags.get("away_since")
    return not (isinstance(since, date) and since <= date(year, 6, 30))


def _ratings(rng: Random, predicate: str) -> tuple[str, str]:
    if predicate == "Baik":
        return rng.choices([(MEETS, MEETS), (ABOVE, MEETS), (MEETS, ABOVE)], [0.62, 0.22, 0.16])[0]
    if predicate == "Butuh Perbaikan":
        return rng.choice([(BELOW, MEETS), (BELOW, MEETS), (BELOW, ABOVE)])
    if predicate == "Kurang":
        return rng.choice([(MEETS, BELOW), (ABOVE, BELOW)])
    return (ABOVE, ABOVE) if predicate == "Sangat Baik" else (BELOW, BELOW)


def half_years(rng: Random, annual: list[Evaluation]) -> list[Evaluation]:
    """The half-years of 2024 of one school's teachers (the others were never collected); one of the two agrees with the year."""
    rows = []
    for row in annual:
        if row.person.category != "teacher" or UNITS[row.person.unit].name != HALF_YEARS_OF:
            continue
        other = row.predicate if rng.random() < 0.85 else "Baik"
        order = [row.predicate, other] if rng.random() < 0.5 else [other, row.predicate]
        for period, predicate in zip(("Semester I", "Semester II"), order, strict=True):
            result, behaviour = _ratings(rng, predicate)
            rows.append(row._replace(period=period, predicate=predicate, result=result, behaviour=behaviour))
    return rows


# -- assessments -------------------------------------------------------------------------------------------------------

_PROVIDERS = ["UPT Penilaian Kompetensi Provinsi Bumi Sentosa", "Pusat Penilaian Kompetensi Tirtamulya"]
_SUGGESTIONS = [
    "Disarankan pengembangan kepemimpinan",
    "Sesuai pada jabatan saat ini",
    "Disarankan rotasi",
    "Penguatan pengambilan keputusan",
    "",
]


def assessments(rng: Random, people: list[Person]) -> list[Assessment]:
    """Assessments of differing age: wide (2025–2026), long (2022–2024) and recaps with JPM alone (2021, 2024)."""
    rows = []
    for person in people:
        fixed = person.tags.get("assessed")
        if isinstance(fixed, tuple):
            day, layout, value = fixed
            if layout != "never":
                rows.append(_assessment(rng, person, day, layout, value, exact=True))
            continue
        rows += _by_chance(rng, person)
    return rows


def _by_chance(rng: Random, person: Person) -> list[Assessment]:
    covered = {
        "JPT Pratama": 0.86, "Administrator": 0.74, "Pengawas": 0.72, "JF Ahli Madya": 0.4, "JF Ahli Muda": 0.34, "Pelaksana": 0.14,
    }.get(person.post.kind, 0.05)  # fmt: skip
    if person.category == "teacher":
        covered *= 0.2
    if person.kind != "PNS":
        covered = 0.0
    if rng.random() >= covered:
        # Of those without a valid assessment, some have an old one.
        if covered < 0.3 or rng.random() < 0.55:
            return []
        layout = rng.choice(["long", "recap"])
        day = day_between(rng, date(2022, 3, 7), date(2023, 6, 20)) if layout == "long" else date(2021, 10, 14)
        return [_assessment(rng, person, working_day(day), layout, None)]
    layout = rng.choices(["wide", "long", "recap"], [0.66, 0.2, 0.14])[0]
    day = {
        "wide": lambda: day_between(rng, date(2025, 5, 19), date(2026, 4, 24)),
        "long": lambda: day_between(rng, date(2023, 9, 4), date(2024, 10, 18)),
        "recap": lambda: date(2024, 11, 6),
    }[layout]()
    made = [_assessment(rng, person, working_day(day), layout, None)]
    if rng.random() < 0.12:
        made.append(_assessment(rng, person, date(2021, 10, 14), "recap", None))
    return made


def _assessment(
    rng: Random, person: Person, day: date, layout: str, value: float | None, *, exact: bool = False
) -> Assessment:
    required = REQUIRED[person.post.kind]
    provider = rng.choice(_PROVIDERS)
    potential = round(min(98, max(41, 73 + person.quality * 5 + rng.gauss(0, 6))), 1) if layout == "wide" else None
    if layout == "recap":
        jpm = value if value is not None else round(min(112, max(61, rng.gauss(83 + 3 * person.quality, 8))), 2)
        return Assessment(person, day, "Pemetaan", provider, layout, {}, jpm, potential, rng.choice(_SUGGESTIONS))
    average = (
        value if value is not None else required * min(1.15, max(0.55, rng.gauss(0.84 + person.quality * 0.03, 0.11)))
    )
    total = round(min(average, 5) * 9, 1)
    steps = [min(5.0, max(0.5, round((average + rng.gauss(0, 0.22)) * 2) / 2)) for _ in NINE]
    if exact:
        # The sum is what the story needs: spread the rest in tenths, first competency first.
        tenths, index = round((total - sum(steps)) * 10), 0
        while tenths:
            step = 1 if tenths > 0 else -1
            if 0.5 <= steps[index % 9] + step / 10 <= 5:
                steps[index % 9] = round(steps[index % 9] + step / 10, 1)
                tenths -= step
            index += 1
    levels = dict(zip(NINE, steps, strict=True))
    if layout == "long" and rng.random() < 0.6:
        for competency in TECHNICAL.get(person.post.family, []):
            levels[competency] = float(min(5, max(1, required + rng.choice([-1, 0, 0, 1]))))
    if layout == "wide" and person.post.family in MEASURED:
        own = Random(person.nip)  # leaves everybody else's chances as they are
        if own.random() < 0.85:
            for competency in TECHNICAL[person.post.family]:
                levels[competency] = min(5.0, max(0.5, round((average + own.gauss(0.1, 0.3)) * 2) / 2))
    purpose = "Pengisian Jabatan" if person.post.kind in ("JPT Pratama",) and rng.random() < 0.5 else "Pemetaan"
    return Assessment(person, day, purpose, provider, layout, levels, None, potential, rng.choice(_SUGGESTIONS))


# -- trainings ---------------------------------------------------------------------------------------------------------

_COURSES = {
    "kesehatan": ["Pelatihan Audit Mutu Puskesmas", "Pelatihan Surveilans Epidemiologi", "Pelatihan Bantuan Hidup Dasar"],
    "pendidikan": ["Pelatihan Pembelajaran Mendalam", "Pelatihan Asesmen Kompetensi Murid", "Pelatihan Koding untuk Guru"],
    "kepegawaian": ["Pelatihan Manajemen Talenta", "Pelatihan Analisis Jabatan"], "keuangan": ["Pelatihan Akuntansi Berbasis Akrual"],
    "perencanaan": ["Pelatihan Penyusunan RKPD", "Pelatihan Analisis Data Pembangunan"], "pengawasan": ["Pelatihan Audit Investigatif"],
    "pekerjaan umum": ["Pelatihan Pengawasan Konstruksi"], "sosial": ["Pelatihan Manajemen Kasus"],
    "kependudukan": ["Pelatihan Administrasi Kependudukan"], "perizinan": ["Pelatihan Perizinan Berbasis Risiko"],
    "komunikasi dan informatika": ["Pelatihan Arsitektur SPBE", "Pelatihan Keamanan Siber Dasar"], "ketertiban umum": ["Pelatihan Penyidik PNS"],
}  # fmt: skip
_GENERAL = [
    "Pelatihan Pengadaan Barang/Jasa Level 1",
    "Pelatihan Pelayanan Prima",
    "Pelatihan Penulisan Naskah Dinas",
    "Pelatihan Microsoft Excel Lanjutan",
]
_SEMINARS = [
    ("Webinar Literasi Digital ASN", "Webinar"), ("Seminar Anti Korupsi", "Seminar"), ("Lokakarya Inovasi Pelayanan Publik", "Lokakarya"),
    ("Sosialisasi Manajemen Kinerja ASN", "Sosialisasi"), ("Seminar Kesehatan Masyarakat Perkotaan", "Seminar"),
]  # fmt: skip


def trainings(rng: Random, people: list[Person]) -> list[Training]:
    """Leadership by level, functional, technical with JP, seminars, and Latsar for beginners."""
    rows: list[Training] = []
    for person in people:
        rows += _leadership(rng, person)
        rows += _in_service(rng, person)
    return rows


def _certificate(rng: Random, prefix: str, day: date) -> str:
    return f"{rng.randrange(1, 9000):05}/{prefix}/{day.year}"


def _leadership(rng: Random, person: Person) -> Iterable[Training]:
    ladder = {"Pengawas": ("PKP", "PIM IV"), "Administrator": ("PKA", "PIM III"), "JPT Pratama": ("PKN II", "PIM II")}
    done: set[str] = set()
    for stint in sorted(person.stints, key=lambda s: s.since):
        if stint.kind not in ladder or stint.acting != "Definitif" or stint.kind in done:
            continue
        done.add(stint.kind)
        if rng.random() > 0.84 or stint.since > date(2025, 6, 30):
            continue
        first = max(stint.since + timedelta(days=120), date(2009, 2, 2))
        last = min(add_years(first, 3), date(2026, 2, 16))
        start = working_day(day_between(rng, first, max(first, last)))
        level, old = ladder[stint.kind]
        new_style = start.year >= 2020
        title = {
            "PKP": "Pelatihan Kepemimpinan Pengawas", "PKA": "Pelatihan Kepemimpinan Administrator", "PKN II": "Pelatihan Kepemimpinan Nasional Tingkat II",
        }[level] if new_style else f"Diklat Kepemimpinan Tingkat {old.removeprefix('PIM ')}"  # fmt: skip
        word = level if new_style else f"DIKLAT PIM TK. {old.removeprefix('PIM ')}"
        yield Training(
            person, title, "Pelatihan", "Kepemimpinan", word, start, start + timedelta(days=95), 900 if new_style else 360,
            "BPSDM Provinsi Bumi Sentosa", _certificate(rng, "PIM", start),
        )  # fmt: skip


def _in_service(rng: Random, person: Person) -> Iterable[Training]:
    if person.kind in ("CPNS",) or (person.kind == "PNS" and person.appointed.year >= 2019):
        start = date(person.appointed.year, 9, 8) if person.kind == "CPNS" else date(person.appointed.year + 1, 3, 4)
        yield Training(person, "Pelatihan Dasar CPNS", "Pelatihan", "Latsar", "", start, start + timedelta(days=60), 511,
                       "BPSDM Provinsi Bumi Sentosa", _certificate(rng, "LATSAR", start))  # fmt: skip
    if (
        person.post.kind.startswith("JF")
        and person.kind == "PNS"
        and rng.random() < (0.08 if person.category == "teacher" else 0.24)
    ):
        start = working_day(day_between(rng, max(person.current.since, date(2018, 2, 5)), date(2026, 3, 2)))
        name = person.post.name.removesuffix(person.post.kind.removeprefix("JF ")).strip()
        yield Training(person, f"Pelatihan Fungsional {name}", "Pelatihan", "Fungsional", "", start, start + timedelta(days=12),
                       rng.choice([60, 80, 110]), "Pusdiklat Jabatan Fungsional", _certificate(rng, "JF", start))  # fmt: skip
    chance = {"PNS": 0.17, "PPPK": 0.09}.get(person.kind, 0.05)
    for year in (2024, 2025, 2026):
        if rng.random() < chance * (0.5 if year == 2026 else 1) and person.appointed < date(year, 1, 1):
            start = working_day(
                day_between(rng, date(year, 1, 12), date(year, 5, 30) if year == 2026 else date(year, 11, 20))
            )
            pool = _COURSES.get(person.post.family, _GENERAL) if rng.random() < 0.7 else _GENERAL
            days = rng.choice([1, 2, 2, 3, 5])
            hours = min(days * rng.choice([8, 10]), 24 if person.kind.startswith("PPPK") else 60)
            technical = TECHNICAL.get(person.post.family, [""])
            yield Training(person, rng.choice(pool), rng.choice(["Pelatihan", "Bimtek", "E-Learning"]), "Teknis", "", start,
                           start + timedelta(days=days - 1), hours, rng.choice(["BKPSDM Kota Sukamaju", "BPSDM Provinsi Bumi Sentosa"]),
                           _certificate(rng, "TEK", start), rng.choice(technical) if rng.random() < 0.25 else "")  # fmt: skip
    if rng.random() < (0.18 if person.kind == "PNS" else 0.06):
        start = working_day(day_between(rng, date(2024, 2, 5), date(2026, 6, 12)))
        if start > person.appointed:
            title, form = rng.choice(_SEMINARS)
            yield Training(
                person, title, form, "Seminar", "", start, start, rng.choice([4, 6, 8]), "BKPSDM Kota Sukamaju", ""
            )


# -- history and educations --------------------------------------------------------------------------------------------


def history(rng: Random, people: list[Person]) -> list[tuple[Person, Stint]]:
    """Every post of the past; the present one too of those whose files have been entered to the last page."""
    rows = []
    for person in people:
        chance = {"teacher": 0.3, "health": 0.62, "admin": 0.86}[person.category]
        if person.post.kind == "Pelaksana":
            chance = 0.55
        entered = (
            bool(person.post.echelon)
            or "role" in person.tags
            or len({s.acting for s in person.stints}) > 1
            or rng.random() < chance
        )
        if person.kind == "PNS":
            stints = sorted(person.stints, key=lambda s: (s.since, s.acting))
            rows += [(person, stint) for stint in stints if entered or stint.until]
    return rows


_UNIVERSITIES = [
    "Universitas Sentosa Raya",
    "Institut Bumi Sentosa",
    "Universitas Terbuka Nusa",
    "STIE Sukamaju",
    "Politeknik Kesehatan Sentosa",
    "Universitas Tirtamulya",
]


def educations(rng: Random, people: list[Person]) -> list[tuple[Person, str, str, str, int, str]]:
    """Level, field, school, year of graduation and mark, of those whose diplomas have been entered."""
    rows = []
    for person in people:
        if person.kind.startswith("PPPK") or (
            rng.random() > 0.24 and "role" not in person.tags and not person.post.echelon
        ):
            continue
        first = person.birth.year + {"SLTA": 18, "D-III": 21}.get(person.education, 23)
        first = min(first, person.appointed.year)
        base = "S1" if person.education == "S2" else person.education
        profession = person.field in ("Kedokteran", "Kedokteran Gigi", "Farmasi") or (
            person.field == "Keperawatan" and base == "S1"
        )
        school = "SMA/SMK Negeri 1 Sukamaju" if base == "SLTA" else rng.choice(_UNIVERSITIES)
        rows.append((person, base, person.field, school, first, "Profesi" if profession else ""))
        if person.education == "S2":
            later = min(2025, max(first + 6, person.appointed.year + rng.randrange(4, 10)))
            study = {"kesehatan": "Ilmu Kesehatan Masyarakat", "pendidikan": "Manajemen Pendidikan"}.get(
                person.post.family, "Administrasi Publik"
            )
            rows.append((person, "S2", study, rng.choice(_UNIVERSITIES[:2]), later, ""))
    return rows


# -- conduct -----------------------------------------------------------------------------------------------------------


class Sanction(NamedTuple):
    """One disciplinary sanction."""

    person: Person
    level: str
    sanction: str
    decided: date
    effective: date | None
    ends: date | None
    annulled: date | None
    decree: str


def sanctions(rng: Random, people: list[Person]) -> list[Sanction]:
    """A few sanctions: being served, past, annulled, of the older law, and one whose days are unknown."""
    rows = []
    served = next(p for p in people if p.tags.get("discipline") == "sedang-2026")
    cut = "Pemotongan tambahan penghasilan pegawai 25% selama 6 bulan"
    rows.append(
        Sanction(served, "Sedang", cut, date(2026, 2, 9), date(2026, 3, 2), date(2026, 9, 1), None, "800/07/HD/2026")
    )
    others = [
        p
        for p in people
        if p.kind == "PNS"
        and "role" not in p.tags
        and not p.post.heads
        and p.status == "Aktif"
        and p.appointed.year < 2015
    ]
    picked = rng.sample(sorted(others, key=lambda p: p.quality)[:240], 13)
    plan = [
        ("Ringan", "Teguran tertulis", date(2025, 4, 14), date(2025, 5, 6), None, None),
        ("Ringan", "Teguran lisan", date(2025, 10, 6), date(2025, 10, 27), None, None),
        ("Ringan", "Pernyataan tidak puas secara tertulis", date(2024, 8, 19), None, None, None),
        ("Ringan", "Teguran tertulis", date(2026, 5, 11), date(2026, 6, 2), None, None),
        ("Sedang", cut, date(2024, 3, 4), date(2024, 3, 25), date(2024, 9, 24), None),
        ("Sedang", cut.replace("6", "9"), date(2025, 11, 3), date(2025, 11, 24), date(2026, 8, 23), None),
        ("Sedang", cut.replace("6", "12"), date(2023, 1, 16), date(2023, 2, 6), date(2024, 2, 5), None),
        ("Sedang", cut, date(2025, 6, 2), date(2025, 6, 24), date(2025, 12, 23), date(2025, 9, 15)),
        ("Sedang", "Penundaan kenaikan pangkat selama 1 tahun", date(2019, 5, 6), date(2019, 5, 27), date(2020, 5, 26), None),
        ("Berat", "Penurunan jabatan setingkat lebih rendah selama 12 bulan", date(2024, 10, 7), date(2024, 10, 28), date(2025, 10, 27), None),
        ("Berat", "Penurunan pangkat setingkat lebih rendah selama 3 tahun", date(2018, 2, 5), date(2018, 3, 1), date(2021, 2, 28), None),
        ("Ringan", "Teguran tertulis", date(2022, 7, 4), date(2022, 7, 25), None, None),
        ("Sedang", "", date(2025, 12, 8), None, None, None),
    ]  # fmt: skip
    for index, (person, (level, sanction, decided, effective, ends, annulled)) in enumerate(
        zip(picked, plan, strict=True)
    ):
        rows.append(
            Sanction(person, level, sanction, decided, effective, ends, annulled, f"800/{index + 11}/HD/{decided.year}")
        )
    return rows


def awards(rng: Random, people: list[Person]) -> list[tuple[Person, str, str, date]]:
    """Satyalancana by years of service, the city's exemplary staff, and two national awards."""
    rows = []
    for person in people:
        if person.kind != "PNS":
            continue
        for years, word in ((10, "X"), (20, "XX"), (30, "XXX")):
            earned = add_years(person.appointed, years).year + 1
            if 2015 <= earned <= 2025 and rng.random() < 0.16:
                rows.append((person, f"Satyalancana Karya Satya {word} Tahun", "Satyalancana", date(earned, 8, 17)))
    best = sorted((p for p in people if p.status == "Aktif"), key=lambda p: -p.quality)
    for index, person in enumerate(best[:24]):
        year = 2023 + index % 3
        if person.appointed < date(year - 1, 1, 1):
            rows.append((person, f"Pegawai Teladan Kota Sukamaju {year}", "Instansi", date(year, 11, 29)))
    for person, title in zip(
        best[30:33],
        ("Guru Inspiratif Nasional", "Anugerah Inovasi Pelayanan Publik", "Tenaga Kesehatan Teladan"),
        strict=True,
    ):
        rows.append((person, title, "Nasional", date(2025, 10, 20)))
    return rows


# -- the smaller registers ---------------------------------------------------------------------------------------------


def standards() -> list[tuple[str, str, str, str, int, str]]:
    """Post, unit, agency, competency, level and importance: JPT, lurah and the administrators of two agencies whole, technical ones for many posts."""
    rows = []
    for post in POSTS.values():
        unit = UNITS[post.unit].name if post.unit else ""
        agency = UNITS[post.unit.split(".")[0]].name if post.unit else ""
        level = REQUIRED[post.kind]
        own = post.kind == "JPT Pratama" or post.name.startswith("Lurah ")
        if own or (post.kind == "Administrator" and post.unit[:2] in ("04", "07")):
            rows += [
                (post.name, unit, agency, competency, level, "Mutlak" if competency == "Integritas" else "Penting")
                for competency in NINE
            ]
        if post.echelon or post.family in ("kesehatan", "kepegawaian", "komunikasi dan informatika"):
            rows += [
                (post.name, unit, agency, competency, level, "Penting") for competency in TECHNICAL.get(post.family, [])
            ]
        if post.kind in ("JPT Pratama", "Administrator"):
            rows.append((post.name, unit, agency, DIGITAL, 3, "Perlu"))
    return rows


def unit_performance(rng: Random) -> list[tuple[str, int, str]]:
    """The predicate of every agency and of every unit below it that has one of its own."""
    rows = []
    for code in UNITS:
        if "." in code and UNITS[code].name.startswith(("Sub Bagian", "Bagian", "Bidang")):
            continue
        for year in (2023, 2024, 2025):
            rows.append((code, year, rng.choices(["Istimewa", "Baik", "Butuh Perbaikan"], [0.15, 0.78, 0.07])[0]))
    return rows


def indicators(rng: Random, people: list[Person]) -> list[tuple[Person, int, str, str, float, float | None, str]]:
    """Targets of the heads of agencies and divisions for 2024 and 2025, one or two each."""
    plans = [
        ("Persentase layanan selesai tepat waktu", "persen", 95, 6, "Semakin tinggi semakin baik"),
        ("Realisasi program terhadap rencana", "persen", 92, 7, "Semakin tinggi semakin baik"),
        ("Rata-rata lama layanan", "hari", 5, 1.2, "Semakin rendah semakin baik"),
    ]
    rows = []
    for person in people:
        if person.post.kind not in ("JPT Pratama", "Administrator", "Pengawas"):
            continue
        for year in (2024, 2025):
            if person.current.since.year > year:
                continue
            for name, measure, target, spread, direction in rng.sample(plans, 2):
                value = None if rng.random() < 0.05 else round(min(rng.gauss(target, spread), 100), 1)
                rows.append((person, year, name, measure, float(target), value, direction))
    return rows


def assignments(rng: Random, people: list[Person]) -> list[tuple[Person, str, str, str, date, date | None, str]]:
    """Teams across and inside agencies, with leader and members."""
    able = [
        p
        for p in people
        if p.status == "Aktif" and p.category != "teacher" and p.kind in ("PNS", "PPPK") and p.appointed.year < 2023
    ]
    teams = [
        ("Tim Percepatan Penurunan Stunting", "Lintas Unit", date(2024, 1, 15)), ("Tim Reformasi Birokrasi", "Lintas Unit", date(2024, 2, 1)),
        ("Tim Penyusunan RPJMD", "Lintas Unit", date(2025, 1, 13)), ("Tim Digitalisasi Layanan Puskesmas", "Dalam Unit", date(2025, 3, 3)),
        ("Tim Penataan Arsip", "Dalam Unit", date(2024, 6, 3)), ("Tim Mal Pelayanan Publik", "Lintas Unit", date(2025, 7, 1)),
        ("Tim Satu Data Kota", "Lintas Unit", date(2026, 1, 12)), ("Tim Tanggap Banjir", "Lintas Unit", date(2025, 10, 6)),
    ]  # fmt: skip
    rows = []
    for title, scope, start in teams:
        running = start.year == 2026
        end = None if running else start + timedelta(days=300)
        for index, person in enumerate(rng.sample(able, 7)):
            role = "Ketua" if index == 0 else "Anggota"
            outcome = "" if running else rng.choices(["Tercapai", "Tercapai Sebagian", "Gagal"], [0.75, 0.2, 0.05])[0]
            rows.append((person, title, role, scope, start, end, outcome))
    return rows


def feedback(rng: Random, people: list[Person]) -> list[tuple[Person, int, str, float, str]]:
    """360-degree feedback of 2025 for about one in eight."""
    words = [
        "Komunikasi dengan tim sangat baik",
        "Perlu lebih tegas mengambil keputusan",
        "Cepat tanggap terhadap warga",
        "Perlu menjaga ketepatan waktu",
        "",
    ]
    rows = []
    for person in people:
        if person.kind == "PNS" and person.status == "Aktif" and rng.random() < 0.12:
            for giver in rng.sample(["Atasan", "Rekan", "Bawahan"], 2):
                rows.append(
                    (
                        person,
                        2025,
                        giver,
                        round(min(99, max(50, 80 + person.quality * 5 + rng.gauss(0, 5))), 1),
                        rng.choice(words),
                    )
                )
    return rows


def exams(rng: Random, people: list[Person]) -> list[tuple[Person, str, str, date, str, float]]:
    """Uji kompetensi for the next level, ujian dinas, and teachers' certificates."""
    rows = []
    for person in people:
        if person.kind != "PNS":
            continue
        if person.post.leads_to and rng.random() < 0.1:
            passed = rng.random() < 0.8
            rows.append(
                (
                    person,
                    "Uji Kompetensi",
                    person.post.leads_to,
                    date(2025, 8, 20),
                    "Lulus" if passed else "Tidak Lulus",
                    81.0 if passed else 58.5,
                )
            )
        if person.golongan in ("II/d", "III/d") and person.post.kind == "Pelaksana" and rng.random() < 0.2:
            rows.append(
                (
                    person,
                    "Ujian Dinas I" if person.golongan == "II/d" else "Ujian Dinas II",
                    "",
                    date(2024, 9, 12),
                    "Lulus",
                    76.0,
                )
            )
        if person.duty.startswith(("Kepala SD", "Kepala SMP")) or (
            person.category == "teacher" and rng.random() < 0.08
        ):
            rows.append(
                (person, "Sertifikasi Pendidik", "", date(max(person.appointed.year + 3, 2012), 11, 5), "Lulus", 84.0)
            )
    return rows


def credits(
    rng: Random, people: list[Person]
) -> list[tuple[Person, date, str, float, float, date | None, date | None, str]]:
    """Last cumulative credit at the end of 2022 (integrasi or penyetaraan) for a part, and some conversions of 2023."""
    rate = {
        "JF Pemula": 3.75,
        "JF Terampil": 5,
        "JF Mahir": 12.5,
        "JF Penyelia": 25,
        "JF Ahli Pertama": 12.5,
        "JF Ahli Muda": 25,
        "JF Ahli Madya": 37.5,
    }
    rows = []
    for person in people:
        since = person.current.since
        if person.kind != "PNS" or person.post.kind not in rate or since > date(2022, 12, 31) or rng.random() > 0.22:
            continue
        years = (date(2022, 12, 31) - since).days / 365.25
        level = person.post.kind.removeprefix("JF ")
        amount = round(rate[person.post.kind] * years * rng.uniform(0.85, 1.15), 3)
        kind = "Penyetaraan" if since == date(2021, 12, 31) else "Integrasi"
        rows.append((person, date(2023, 2, 28), kind, amount, amount, None, date(2022, 12, 31), level))
        if rng.random() < 0.5:
            year = float(rate[person.post.kind])
            rows.append(
                (
                    person,
                    date(2024, 1, 31),
                    "Konversi",
                    year,
                    round(amount + year, 3),
                    date(2023, 1, 1),
                    date(2023, 12, 31),
                    level,
                )
            )
    return rows


CATALOGUE = [
    ("K01", "Pelatihan Kepemimpinan Nasional Tingkat II", "Pelatihan", "Kepemimpinan", 900, 36_000_000, None, 2, None, "Pengambilan Keputusan", 4, "JPT Pratama"),
    ("K02", "Pelatihan Kepemimpinan Administrator", "Pelatihan", "Kepemimpinan", 900, 22_000_000, None, 4, None, "Mengelola Perubahan", 3, "Administrator"),
    ("K03", "Pelatihan Kepemimpinan Pengawas", "Pelatihan", "Kepemimpinan", 900, 19_000_000, None, 6, None, "Orientasi pada Hasil", 2, "Pengawas"),
    ("K04", "Bimtek Komunikasi Publik", "Bimtek", "Teknis", 20, 1_200_000, None, 30, 10, "Komunikasi", 3, ""),
    ("K05", "Pelatihan Pelayanan Prima", "Pelatihan", "Teknis", 24, 900_000, 9_000_000, 40, 15, "Pelayanan Publik", 3, ""),
    ("K06", "Coaching untuk Atasan", "Coaching", "Teknis", 8, 500_000, None, 20, None, "Pengembangan Diri dan Orang Lain", 3, "Administrator; Pengawas"),
    ("K07", "Pelatihan Manajemen Talenta", "Pelatihan", "Teknis", 30, 2_500_000, None, 25, None, "Manajemen Talenta ASN", 3, ""),
    ("K08", "Pelatihan Arsitektur SPBE", "E-Learning", "Teknis", 20, 350_000, None, 100, None, "Tata Kelola SPBE", 3, ""),
    ("K09", "Pelatihan Manajemen Pelayanan Kesehatan", "Pelatihan", "Teknis", 40, 4_000_000, None, 20, 8, "Manajemen Pelayanan Kesehatan", 4, ""),
    ("K10", "Pelatihan Pengelolaan Keuangan Daerah", "Pelatihan", "Teknis", 40, 3_500_000, None, 25, 10, "Pengelolaan Keuangan Daerah", 3, ""),
    ("K11", "Seminar Anti Korupsi", "Seminar", "Seminar", 6, 150_000, None, 200, None, "Integritas", 3, ""),
    ("K12", "Lokakarya Kerja Sama Lintas Unit", "Lokakarya", "Seminar", 7, 300_000, 4_500_000, 40, 12, "Kerja Sama", 3, ""),
    ("K13", "Pelatihan Moderasi dan Kebangsaan", "Pelatihan", "Sosial Kultural", 20, 800_000, None, 40, None, "Perekat Bangsa", 3, ""),
    ("K14", "E-Learning Literasi Digital", "E-Learning", "Teknis", 12, 0, None, 500, None, DIGITAL, 3, ""),
]  # fmt: skip


def last_pay_step(rng: Random, person: Person) -> date | None:
    """The last KGB: every two years from the appointment; some are not in the list."""
    years = years_between(person.appointed, STORY_DAY) // 2 * 2
    return add_years(person.appointed, years) if years and rng.random() > 0.12 else None
