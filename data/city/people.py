"""The people: who sits on which post, since when, and how each came there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from city.calendar import (
    PENYETARAAN_DAY,
    SOTK_DAY,
    STORY_DAY,
    add_years,
    day_between,
    first_of_next_month,
    working_day,
    years_between,
)
from city.names import NameMaker, titles
from city.structure import FAMILY, LEVELS, OLD_POST_OF, POSTS, STRUCTURAL, UNITS, Post, unit_as_called

LADDER = "I/a I/b I/c I/d II/a II/b II/c II/d III/a III/b III/c III/d IV/a IV/b IV/c IV/d IV/e".split()
ENTRY = {"SLTP": "I/c", "SLTA": "II/a", "D-III": "II/c", "D-IV": "III/a", "S1": "III/a", "S2": "III/b"}
PPPK_GOLONGAN = {"SLTA": "V", "D-III": "VII", "D-IV": "IX", "S1": "IX", "S2": "X"}
YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Stint:
    """One post held from `since` to `until` (None: still)."""

    since: date
    until: date | None
    position: str
    kind: str
    echelon: str
    family: str
    unit: str
    agency: str
    acting: str = "Definitif"


@dataclass(slots=True)
class Person:
    """One member of staff as the roster tells, with what the registers will tell of the years before."""

    nip: str
    name: str
    sex: str
    birth: date
    kind: str
    category: str
    post: Post
    unit: str
    golongan: str
    golongan_since: date
    appointed: date
    education: str
    field: str
    stints: list[Stint]
    quality: float
    status: str = "Aktif"
    contract_ends: date | None = None
    title_front: str = ""
    title_back: str = ""
    duty: str = ""
    tags: dict[str, object] = field(default_factory=dict)

    @property
    def current(self) -> Stint:
        """The definitive post held now."""
        return next(s for s in reversed(self.stints) if s.until is None and s.acting == "Definitif")

    @property
    def agency(self) -> str:
        """The code of the agency."""
        return self.unit.split(".")[0]

    @property
    def retirement_age(self) -> int:
        """The age at which this post's holder retires."""
        return retirement_age(self.post)


def retirement_age(post: Post) -> int:
    """BUP: 60 for JPT, teachers and ahli madya, 58 for the rest of this city's posts."""
    return post.retirement_age or (60 if post.kind == "JPT Pratama" else 58)


# Years of service a holder has at least and at most, by echelon or kind.
_SERVICE = {
    "II.a": (27, 34), "II.b": (23, 34), "III.a": (18, 31), "III.b": (14, 28), "IV.a": (11, 28), "IV.b": (8, 22),
    "JF Ahli Madya": (17, 34), "JF Ahli Muda": (9, 25), "JF Ahli Pertama": (2, 8), "JF Penyelia": (16, 31),
    "JF Mahir": (8, 16), "JF Terampil": (2, 8), "JF Pemula": (2, 6), "Pelaksana": (3, 33),
}  # fmt: skip
_FEMALE_SHARE = {"teacher": 0.68, "health": 0.72, "admin": 0.42}

TOPICS = {
    "01": "Kerja Sama,Tata Usaha Pimpinan,Kelembagaan", "02": "Evaluasi dan Pelaporan,Perencanaan Pengawasan",
    "03": "Ekonomi,Fisik dan Prasarana,Data dan Evaluasi", "04": "Mutasi,Pendidikan dan Pelatihan,Disiplin Pegawai",
    "05": "Akuntansi,Perbendaharaan,Anggaran Belanja", "06": "Kurikulum Sekolah Dasar,Sarana Prasarana,Peserta Didik",
    "07": "Promosi Kesehatan,Kesehatan Ibu dan Anak,Surveilans,Kefarmasian", "08": "Jalan,Jembatan,Drainase,Tata Bangunan",
    "09": "Rehabilitasi Sosial,Perlindungan Sosial", "10": "Kelahiran dan Kematian,Pindah Datang",
    "11": "Perizinan Usaha,Promosi Penanaman Modal", "12": "Aplikasi Informatika,Statistik Sektoral,Kemitraan Media",
    "13": "Operasi dan Pengendalian,Penyidikan", "14": "Pemberdayaan Masyarakat,Pelayanan Umum",
    "15": "Pemberdayaan Masyarakat,Pelayanan Umum",
}  # fmt: skip
_OLD_PELAKSANA = {
    "S1": ["Analis Kepegawaian", "Penyusun Program Anggaran dan Pelaporan", "Analis Tata Usaha", "Penyusun Kebutuhan Barang"],
    "D-III": ["Pengelola Data", "Pengelola Keuangan", "Pengelola Barang Milik Daerah"],
    "SLTA": ["Pengadministrasi Umum", "Pengadministrasi Keuangan", "Pengemudi"],
}  # fmt: skip


def place(code: str, day: date) -> tuple[str, str]:
    """Names of a unit and its agency as they were on `day`."""
    return unit_as_called(code, day).name, unit_as_called(code.split(".")[0], day).name


def _past_structural(stage: str, agency: str, agency_name: str, topic: str) -> tuple[str, str, str]:
    """Name, kind and echelon of a structural post of the past; the secretariat and the districts name theirs otherwise."""
    if stage == "II.b":
        return "Staf Ahli Bidang Pemerintahan", "JPT Pratama", "II.b"
    if agency == "01" and stage in ("III.a", "III.b"):
        return f"Kepala Bagian {topic}", "Administrator", "III.a"
    if agency == "02" and stage == "III.b":
        return "Inspektur Pembantu Wilayah I", "Administrator", "III.a"
    if agency in ("14", "15") and stage in ("III.a", "III.b"):
        head = "Camat" if stage == "III.a" else "Sekretaris Kecamatan"
        return f"{head} {agency_name.removeprefix('Kecamatan ')}", "Administrator", stage
    if stage == "III.a":
        return f"Sekretaris {agency_name}", "Administrator", "III.a"
    if stage == "III.b":
        return f"Kepala Bidang {topic}", "Administrator", "III.b"
    if stage == "IV.b":
        return f"Kepala Urusan {topic}", "Pengawas", "IV.b"
    title = {"01": "Sub Bagian", "02": "Sub Bagian", "03": "Sub Bidang", "04": "Sub Bidang", "05": "Sub Bidang"}.get(
        agency, "Seksi"
    )
    return f"Kepala {title} {topic}", "Pengawas", "IV.a"


class Maker:
    """Makes people, never twice the same NIP or name."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.names = NameMaker(rng)
        self._nips: set[str] = set()

    def nip(self, birth: date, appointed: date, kind: str, sex: str) -> str:
        """A NIP that is valid in form; serials from 900 on mark it as invented."""
        month = "21" if kind.startswith("PPPK") else f"{appointed.month:02}"
        head = f"{birth:%Y%m%d}{appointed.year}{month}{1 if sex == 'L' else 2}"
        serial = 900 + self.rng.randrange(60)
        while f"{head}{serial}" in self._nips:
            serial = serial + 1
        self._nips.add(f"{head}{serial}")
        return f"{head}{serial}"

    # -- one person ------------------------------------------------------------------------------------------------

    def make(self, post: Post, unit: str, kind: str, category: str, **fixed: object) -> Person:
        """A person of `kind` on `post` in `unit`; `fixed` gives sex, birth, appointed, education or since by hand."""
        rng = self.rng
        sex = str(fixed.get("sex") or ("P" if rng.random() < _FEMALE_SHARE[category] else "L"))
        education, study = self._education(post, kind, fixed)
        appointed = fixed.get("appointed") or self._appointed(post, kind)
        assert isinstance(appointed, date)
        birth = fixed.get("birth") or self._birth(post, kind, appointed, education)
        assert isinstance(birth, date)
        golongan, golongan_since = self._golongan(post, kind, appointed, education)
        front, back = titles(education, study, post.family)
        person = Person(
            self.nip(birth, appointed, kind, sex), self.names.make(sex), sex, birth, kind, category, post, unit, golongan,
            golongan_since, appointed, education, study, [], rng.gauss(0, 1), title_front=front, title_back=back,
            contract_ends=self._contract_end(kind, appointed),
        )  # fmt: skip
        given = fixed.get("stints")
        person.stints = list(given) if isinstance(given, list) else self._career(person)
        return person

    def _education(self, post: Post, kind: str, fixed: dict[str, object]) -> tuple[str, str]:
        rng = self.rng
        study = str(fixed.get("field") or post.fields or "")
        education = str(fixed.get("education") or "")
        if not education:
            education = post.education
            if post.kind == "Pelaksana":
                education = {"S1": "S1", "D-III": rng.choice(["D-III", "D-III", "D-IV"]), "SLTA": "SLTA"}[
                    post.education
                ]
            elif post.kind == "JPT Pratama":
                education = "S2" if rng.random() < 0.85 else "S1"
            elif post.kind == "Administrator":
                education = "S2" if rng.random() < 0.55 else "S1"
            elif post.kind == "Pengawas":
                education = rng.choices(["S2", "S1", "D-III"], [0.2, 0.7, 0.1])[0]
            elif post.kind == "JF Ahli Madya" or (post.kind == "JF Ahli Muda" and kind == "PNS"):
                education = "S2" if rng.random() < (0.45 if post.kind == "JF Ahli Madya" else 0.2) else "S1"
        if not study:
            study = rng.choice(
                {
                    "kesehatan": ["Kesehatan Masyarakat", "Keperawatan"], "pendidikan": ["Pendidikan", "Manajemen"],
                    "keuangan": ["Akuntansi", "Ekonomi Pembangunan"], "pekerjaan umum": ["Teknik Sipil"],
                    "perencanaan": ["Ekonomi Pembangunan", "Perencanaan Wilayah dan Kota"],
                    "komunikasi dan informatika": ["Teknik Informatika", "Ilmu Komunikasi"], "sosial": ["Kesejahteraan Sosial"],
                }.get(post.family, ["Ilmu Pemerintahan", "Administrasi Negara", "Ilmu Hukum", "Manajemen"])
            )  # fmt: skip
        if education == "SLTA":
            study = rng.choice(["IPS", "IPA", "SMK Administrasi Perkantoran", "SMK Teknik Mesin"])
        elif education in ("D-III", "D-IV") and post.kind == "Pelaksana" and post.family != "kesehatan":
            study = rng.choice(["Akuntansi", "Manajemen Informatika", "Administrasi Perkantoran"])
        return education, study

    def _appointed(self, post: Post, kind: str) -> date:
        rng = self.rng
        if kind == "CPNS":
            return date(2025, 6, 1)
        if kind == "PPPK":
            return rng.choice(
                [
                    date(2022, 3, 1),
                    date(2022, 3, 1),
                    date(2023, 4, 1),
                    date(2023, 6, 1),
                    date(2024, 4, 1),
                    date(2025, 3, 1),
                ]
            )
        if kind == "PPPK Paruh Waktu":
            return date(2025, 10, 1)
        low, high = _SERVICE[post.echelon or post.kind]
        day = STORY_DAY - timedelta(days=int((low + rng.random() * (high - low)) * YEAR))
        return date(day.year, rng.choice([1, 2, 3, 3, 4, 12]) if day.year < 2024 else 3, 1)

    def _birth(self, post: Post, kind: str, appointed: date, education: str) -> date:
        rng = self.rng
        low, high = {"SLTA": (19, 27), "D-III": (21, 28)}.get(education, (22.5, 30))
        if kind == "CPNS":
            low, high = 22.5, 31
        elif kind.startswith("PPPK"):
            low, high = 25, 46
        elif 2005 <= appointed.year <= 2010:
            high += 11  # those years took in the long-serving contract staff
        youngest = STORY_DAY - timedelta(days=int((retirement_age(post) - 0.03) * YEAR))
        while True:
            birth = appointed - timedelta(days=int((low + rng.random() * (high - low)) * YEAR))
            if birth > youngest:
                return birth
            high = max(low, high - 1)
            if high == low:
                return youngest + timedelta(days=rng.randrange(300))

    def _golongan(self, post: Post, kind: str, appointed: date, education: str) -> tuple[str, date]:
        rng = self.rng
        if kind.startswith("PPPK"):
            return PPPK_GOLONGAN[education], appointed
        entry = LADDER.index(ENTRY[education])
        if kind == "CPNS":
            return LADDER[entry], appointed
        low, high = (LADDER.index(g) for g in post.golongan)
        service = years_between(appointed, STORY_DAY)
        index = entry + min(service, 16) // 4 + max(service - 16, 0) // 6
        index = min(index, high) if post.kind == "Pelaksana" else max(low, min(index, high))
        steps = index - entry
        ahead = add_years(appointed, steps * 4)
        since = min(ahead, STORY_DAY - timedelta(days=rng.randrange(60, 1200)))
        if since <= appointed:
            return LADDER[index], appointed
        months = [2, 4, 6, 8, 10, 12] if since.year >= 2024 else [4, 10]
        rounded = date(since.year, max([m for m in months if m <= since.month] or [months[0]]), 1)
        return LADDER[index], max(appointed, min(rounded, date(2026, 6, 1)))

    def _contract_end(self, kind: str, appointed: date) -> date | None:
        if kind == "PPPK":
            return add_years(appointed, 5) - timedelta(days=1)
        return date(2026, 9, 30) if kind == "PPPK Paruh Waktu" else None

    # -- the way there ---------------------------------------------------------------------------------------------

    def _career(self, person: Person) -> list[Stint]:
        post = person.post
        if person.kind != "PNS":
            return [self.stint(post, person.unit, person.appointed, None)]
        if post.echelon:
            return self._structural(person)
        if post.kind == "Pelaksana":
            return self._pelaksana(person)
        return self._functional(person)

    def stint(self, post: Post, unit: str, since: date, until: date | None, acting: str = "Definitif") -> Stint:
        """A stint on a post of today; an open one bears today's names, a closed one those of its day."""
        unit_name, agency = place(unit, since if until else STORY_DAY)
        return Stint(since, until, post.name, post.kind, post.echelon, post.family, unit_name, agency, acting)

    def past(self, stage: str, agency: str, since: date, until: date, education: str = "S1") -> Stint:
        """A stint of the past on a post that may no longer exist; `stage` is an echelon or 'pelaksana'."""
        unit_name, agency_name = place(agency, since)
        topic = self.rng.choice(TOPICS[agency].split(","))
        if stage == "pelaksana":
            name, kind, echelon = self.rng.choice(_OLD_PELAKSANA.get(education, _OLD_PELAKSANA["S1"])), "Pelaksana", ""
        else:
            name, kind, echelon = _past_structural(stage, agency, agency_name, topic)
        return Stint(since, until, name, kind, echelon, FAMILY[agency], unit_name, agency_name)

    def _stages(self, person: Person, stages: list[str], current_since: date) -> list[Stint]:
        """Past stages between the appointment and the present post, in order, ending the day before it."""
        rng = self.rng
        span = (current_since - person.appointed).days
        weights = [rng.uniform(1.2, 1.8) if i == 0 else rng.uniform(0.7, 1.2) for i in range(len(stages))]
        total, made, start = sum(weights), [], person.appointed
        for index, stage in enumerate(stages):
            last = index == len(stages) - 1
            end = current_since if last else working_day(start + timedelta(days=int(span * weights[index] / total)))
            agency = person.agency if last or rng.random() < 0.72 else rng.choice(list(FAMILY))
            made.append(self.past(stage, agency, start, end - timedelta(days=1), person.education))
            start = end
        return made

    def _structural(self, person: Person) -> list[Stint]:
        rng, post = self.rng, person.post
        stages = {
            "II.a": ["pelaksana", "IV.a", "III.b", "III.a", "II.b"], "II.b": ["pelaksana", "IV.a", "III.b", "III.a"],
            "III.a": ["pelaksana", "IV.a", "III.b"], "III.b": ["pelaksana", "IV.a"], "IV.a": ["pelaksana"], "IV.b": ["pelaksana"],
        }[post.echelon]  # fmt: skip
        earliest = max(add_years(person.appointed, 7), date(2018, 3, 1))
        earliest = max(min(earliest, date(2025, 6, 2)), SUCCESSOR_FROM.get((post.name, person.unit), date.min))
        since = working_day(day_between(rng, earliest, date(2026, 1, 30)))
        if UNITS[person.unit].since == SOTK_DAY and since < SOTK_DAY and (post.name, person.unit) not in OLD_POST_OF:
            since = SOTK_DAY
        made = self._stages(person, stages, since)
        if post.echelon == "III.b" and since >= date(2023, 6, 1) and made[-1].since < PENYETARAAN_DAY < since:
            # Was made functional on the day of the penyetaraan, and came back as administrator.
            before = made[-1]
            name = self._equal_functional(person.agency)
            made[-1] = replace(before, until=PENYETARAAN_DAY - timedelta(days=1))
            functional = POSTS[(f"{name} Ahli Muda", "")]
            made.append(self.stint(functional, person.agency, PENYETARAAN_DAY, since - timedelta(days=1)))
        return made + self.through_reorganisation(post, person.unit, since)

    def through_reorganisation(self, post: Post, unit: str, since: date) -> list[Stint]:
        """The present post, split on the day it got its present name."""
        old = OLD_POST_OF.get((post.name, unit))
        if old is None or since >= SOTK_DAY:
            return [self.stint(post, unit, since, None)]
        unit_name, agency = unit_as_called(unit, since).name, unit_as_called(unit.split(".")[0], since).name
        before = Stint(
            since, SOTK_DAY - timedelta(days=1), old.name, old.kind, old.echelon, old.family, unit_name, agency
        )
        return [before, self.stint(post, unit, SOTK_DAY, None)]

    def _equal_functional(self, agency: str) -> str:
        own = {"02": "Auditor", "03": "Perencana", "04": "Analis Sumber Daya Manusia Aparatur", "07": "Administrator Kesehatan",
               "05": "Analis Keuangan Pusat dan Daerah", "11": "Penata Perizinan", "12": "Pranata Komputer", "09": "Pekerja Sosial",
               "10": "Administrator Database Kependudukan", "08": "Teknik Jalan dan Jembatan"}  # fmt: skip
        return own.get(agency, "Analis Kebijakan")

    def _pelaksana(self, person: Person) -> list[Stint]:
        rng = self.rng
        if rng.random() < 0.6 and person.appointed < date(2021, 1, 1):
            return [
                self.past("pelaksana", person.agency, person.appointed, date(2025, 1, 1), person.education),
                self.stint(person.post, person.unit, date(2025, 1, 2), None),
            ]
        since = (
            max(person.appointed, date(2018, 1, 2))
            if rng.random() < 0.7
            else day_between(rng, max(person.appointed, date(2021, 1, 4)), date(2026, 3, 2))
        )
        return [self.stint(person.post, person.unit, since, None)]

    def _functional(self, person: Person) -> list[Stint]:
        rng, post = self.rng, person.post
        base = post.name.removesuffix(post.kind.removeprefix("JF ")).strip()
        if (
            person.category == "admin"
            and post.kind == "JF Ahli Muda"
            and person.appointed < date(2014, 1, 1)
            and rng.random() < 0.7
        ):
            echelon = rng.choice(["IV.a", "IV.a", "IV.b"])
            raised = working_day(
                day_between(rng, max(add_years(person.appointed, 4), date(2010, 1, 4)), date(2019, 12, 2))
            )
            return [
                self.past("pelaksana", person.agency, person.appointed, raised - timedelta(days=1), person.education),
                self.past(echelon, person.agency, raised, PENYETARAAN_DAY - timedelta(days=1)),
                self.stint(post, person.unit, PENYETARAAN_DAY, None),
            ]
        if person.category == "admin" and post.kind == "JF Ahli Madya" and rng.random() < 0.5:
            since = working_day(day_between(rng, date(2021, 6, 1), date(2025, 9, 1)))
            return [
                *self._stages(person, ["pelaksana", "IV.a", "III.b"], since),
                self.stint(post, person.unit, since, None),
            ]
        order = (
            ["Ahli Pertama", "Ahli Muda", "Ahli Madya"]
            if "Ahli" in post.kind
            else ["Pemula", "Terampil", "Mahir", "Penyelia"]
        )
        levels = [
            level
            for level in order
            if level == post.kind.removeprefix("JF ")
            or (level != "Pemula" and order.index(level) < order.index(post.kind.removeprefix("JF ")))
        ]
        starts = [person.appointed + timedelta(days=365)]
        for _ in levels[1:]:
            starts.append(starts[-1] + timedelta(days=int(rng.uniform(6.5, 8.2) * YEAR)))
        limit = STORY_DAY - timedelta(days=120)
        if starts[-1] > limit:
            squeeze = (limit - person.appointed).days / max((starts[-1] - person.appointed).days, 1)
            starts = [person.appointed + timedelta(days=int((s - person.appointed).days * squeeze)) for s in starts]
        starts = [date(s.year, s.month, 1) for s in starts]
        starts[0] = max(starts[0], person.appointed)
        made = []
        for index, level in enumerate(levels):
            until = starts[index + 1] - timedelta(days=1) if index + 1 < len(levels) else None
            known = POSTS.get((f"{base} {level}", ""))
            filler = known or post._replace(name=f"{base} {level}", kind=LEVELS[level][0])
            made.append(self.stint(filler, person.unit, starts[index], until))
        return made


# -- the seats ---------------------------------------------------------------------------------------------------------

VACANT = {
    ("Kepala Dinas Kesehatan", "07"): "",
    ("Kepala Bidang Mutasi dan Kinerja Aparatur", "04.02"): "",
    ("Lurah Sukaharja", "14.01"): "",
    ("Kepala Bidang Pengelolaan Aset", "05"): "",
    ("Sekretaris Kelurahan Sukarasa", "15.01"): "",
}
"""Structural posts nobody holds definitively on the story's day; the first three are the examples."""

SUCCESSOR_FROM = {
    ("Kepala Dinas Sosial", "09"): date(2025, 7, 1),
    ("Camat Sukamaju Utara", "14"): date(2024, 8, 5),
    ("Kepala Seksi Pemerintahan", "15"): date(2025, 7, 7),
}
"""Posts whose former holder is among the leavers: the present one came later."""

SCHOOLS = [code for code, unit in UNITS.items() if unit.name.startswith(("SD ", "SMP "))]
CLINICS = ["07.11", "07.12", "07.13", "07.14"]
HOSPITAL = "07.21"

# Functional posts of the offices: agency, post, how many.
_OFFICE_FUNCTIONAL = """
01 Analis Kebijakan Ahli Madya 2; 01 Analis Kebijakan Ahli Muda 6; 01 Analis Kebijakan Ahli Pertama 4; 01 Arsiparis Terampil 2
02 Auditor Ahli Madya 4; 02 Auditor Ahli Muda 7; 02 Auditor Ahli Pertama 6
02 Pengawas Penyelenggaraan Urusan Pemerintahan Daerah Ahli Madya 2; 02 Pengawas Penyelenggaraan Urusan Pemerintahan Daerah Ahli Muda 4
03 Perencana Ahli Madya 3; 03 Perencana Ahli Muda 6; 03 Perencana Ahli Pertama 5; 03 Analis Kebijakan Ahli Muda 1
04.02 Analis Sumber Daya Manusia Aparatur Ahli Madya 2; 04.02 Analis Sumber Daya Manusia Aparatur Ahli Muda 4; 04.03 Analis Sumber Daya Manusia Aparatur Ahli Muda 3
04.02 Analis Sumber Daya Manusia Aparatur Ahli Pertama 3; 04.03 Analis Sumber Daya Manusia Aparatur Ahli Pertama 2
04.01 Pranata Sumber Daya Manusia Aparatur Mahir 2; 04.02 Pranata Sumber Daya Manusia Aparatur Terampil 3; 04.01 Arsiparis Ahli Pertama 1
05 Analis Keuangan Pusat dan Daerah Ahli Muda 7; 05 Analis Keuangan Pusat dan Daerah Ahli Pertama 6; 05 Perencana Ahli Muda 1
06 Pengawas Sekolah Ahli Madya 6; 06.02 Analis Kebijakan Ahli Muda 2; 06.03 Analis Kebijakan Ahli Muda 2; 06 Perencana Ahli Muda 1
08 Teknik Jalan dan Jembatan Ahli Muda 4; 08 Teknik Jalan dan Jembatan Ahli Pertama 5; 08 Penata Ruang Ahli Muda 3; 08 Perencana Ahli Muda 1
09 Pekerja Sosial Ahli Muda 3; 09 Pekerja Sosial Ahli Pertama 4
10 Administrator Database Kependudukan Ahli Muda 3; 10 Administrator Database Kependudukan Ahli Pertama 3; 10 Arsiparis Ahli Pertama 1
11 Penata Perizinan Ahli Muda 5; 11 Penata Perizinan Ahli Pertama 4
12 Pranata Komputer Ahli Muda 3; 12 Pranata Komputer Ahli Pertama 5; 12 Pranata Komputer Terampil 3; 12 Pranata Hubungan Masyarakat Ahli Muda 3
13 Polisi Pamong Praja Ahli Pertama 3; 13 Polisi Pamong Praja Penyelia 3; 13 Polisi Pamong Praja Mahir 5; 13 Polisi Pamong Praja Terampil 8; 13 Polisi Pamong Praja Pemula 3
"""
_HEALTH = """
07 Administrator Kesehatan Ahli Muda 3; 07.02 Penyuluh Kesehatan Masyarakat Ahli Muda 2; 07.03 Sanitarian Penyelia 1; 07.04 Administrator Kesehatan Ahli Muda 2; 07.03 Penyuluh Kesehatan Masyarakat Ahli Pertama 2
C Dokter Ahli Muda 1; C Dokter Ahli Pertama 2; C Dokter Gigi Ahli Pertama 1; C Perawat Ahli Muda 1; C Perawat Ahli Pertama 3; C Perawat Penyelia 2; C Perawat Mahir 3; C Perawat Terampil 4; C Bidan Penyelia 2; C Bidan Mahir 3; C Bidan Terampil 3
C Bidan Ahli Pertama 1; C Nutrisionis Terampil 1; C Sanitarian Terampil 1; C Pranata Laboratorium Kesehatan Terampil 1; C Penyuluh Kesehatan Masyarakat Ahli Pertama 1; C Apoteker Ahli Pertama 1
07.21 Dokter Ahli Madya 2; 07.21 Dokter Ahli Muda 5; 07.21 Dokter Ahli Pertama 6; 07.21 Dokter Gigi Ahli Muda 2; 07.21 Perawat Ahli Madya 1; 07.21 Perawat Ahli Muda 5; 07.21 Perawat Ahli Pertama 9; 07.21 Perawat Penyelia 6; 07.21 Perawat Mahir 8; 07.21 Perawat Terampil 12
07.21 Bidan Penyelia 3; 07.21 Bidan Mahir 3; 07.21 Bidan Terampil 4; 07.21 Apoteker Ahli Muda 2; 07.21 Apoteker Ahli Pertama 2; 07.21 Nutrisionis Ahli Pertama 2; 07.21 Pranata Laboratorium Kesehatan Mahir 3; 07.21 Pranata Laboratorium Kesehatan Terampil 3; 07.21 Perekam Medis Terampil 4
"""


def _listed(text: str) -> list[tuple[str, str, int]]:
    entries = []
    for part in text.replace("\n", ";").split(";"):
        if part.strip():
            unit, rest = part.strip().split(" ", 1)
            name, count = rest.rsplit(" ", 1)
            for code in CLINICS if unit == "C" else [unit]:
                entries.append((code, name, int(count)))
    return entries


def ordinary_people(maker: Maker, taken: set[tuple[str, str]]) -> list[Person]:
    """Everybody but the cast of the example posts (`taken`: the structural seats the cast holds)."""
    people: list[Person] = []
    for post in STRUCTURAL:
        if (post.name, post.unit) not in VACANT and (post.name, post.unit) not in taken:
            category = "health" if post.unit == HOSPITAL else "admin"
            people.append(maker.make(post, post.unit, "PNS", category))
    people += _teachers(maker)
    people += _listed_people(
        maker, _HEALTH, "health", {"PNS": 0.63, "PPPK": 0.31, "CPNS": 0.035, "PPPK Paruh Waktu": 0.025}
    )
    people += _listed_people(maker, _OFFICE_FUNCTIONAL, "admin", {"PNS": 0.9, "PPPK": 0.07, "CPNS": 0.03})
    people += _office_staff(maker)
    return people


def _kind(rng: Random, shares: dict[str, float]) -> str:
    return rng.choices(list(shares), list(shares.values()))[0]


def _teachers(maker: Maker) -> list[Person]:
    rng, people = maker.rng, []
    for school in SCHOOLS:
        count = 36 if UNITS[school].name.startswith("SD ") else 52
        made = []
        for _ in range(count):
            kind = _kind(rng, {"PNS": 0.6, "PPPK": 0.38, "CPNS": 0.02})
            level = (
                rng.choices(["Ahli Pertama", "Ahli Muda", "Ahli Madya"], [0.34, 0.4, 0.26])[0]
                if kind == "PNS"
                else "Ahli Pertama"
            )
            made.append(maker.make(POSTS[(f"Guru {level}", "")], school, kind, "teacher"))
        head = max(
            (p for p in made if p.post.kind == "JF Ahli Madya" and years_between(p.birth, STORY_DAY) < 57),
            key=lambda p: p.quality,
        )
        add_duty(maker, head, f"Kepala {UNITS[school].name}")
        people += made
    return people


def add_duty(maker: Maker, person: Person, title: str) -> None:
    """A tugas tambahan beside the functional post: head of a school or clinic."""
    since = working_day(day_between(maker.rng, date(2021, 8, 2), date(2024, 8, 1)))
    unit, agency = place(person.unit, STORY_DAY)
    person.duty = title
    person.stints.append(
        Stint(since, None, title, "Tugas Tambahan", "", person.post.family, unit, agency, "Tugas Tambahan")
    )


def _listed_people(maker: Maker, text: str, category: str, shares: dict[str, float]) -> list[Person]:
    people = []
    for unit, name, count in _listed(text):
        post = POSTS[(name, "")]
        for _ in range(count):
            beginner = post.kind in ("JF Ahli Pertama", "JF Terampil", "JF Pemula")
            kind = _kind(maker.rng, shares) if beginner or category == "admin" else "PNS"
            if not beginner and kind != "PNS":
                kind = "PNS"
            people.append(maker.make(post, unit, kind, category))
    for clinic in CLINICS if category == "health" else []:
        here = [p for p in people if p.unit == clinic and p.post.kind == "JF Ahli Muda"]
        add_duty(maker, max(here, key=lambda p: p.appointed.toordinal() * -1), f"Kepala {UNITS[clinic].name}")
    return people


# How many pelaksana each office has.
_STAFF = {
    "01": 9, "01.01": 5, "01.02": 5, "01.03": 13, "02": 7, "03": 9, "04.01": 6, "04.02": 6, "04.03": 5, "05": 18, "06.01": 9,
    "06.02": 5, "06.03": 5, "07.01": 7, "07.02": 3, "07.03": 3, "07.04": 3, "07.21": 6, "08": 16, "08.01": 5, "09": 10, "10": 13,
    "11": 10, "12": 9, "13": 9, "14": 6, "14.01": 4, "14.02": 4, "15": 6, "15.01": 4, "15.02": 4,
}  # fmt: skip


def _office_staff(maker: Maker) -> list[Person]:
    rng, people = maker.rng, []
    mix = {"Penelaah Teknis Kebijakan": 26, "Penata Layanan Operasional": 16, "Pengolah Data dan Informasi": 20, "Pengelola Layanan Operasional": 10,
           "Pengadministrasi Perkantoran": 32, "Operator Layanan Operasional": 8}  # fmt: skip
    seats = list(_STAFF.items()) + [(school, 2) for school in SCHOOLS]
    for unit, count in seats:
        for _ in range(count):
            name = rng.choices(list(mix), list(mix.values()))[0]
            if unit.startswith(("14", "15")) and rng.random() < 0.3:
                name = "Penata Kelola Pemerintahan"
            kind = _kind(rng, {"PNS": 0.68, "PPPK": 0.16, "PPPK Paruh Waktu": 0.12, "CPNS": 0.04})
            if name == "Operator Layanan Operasional":
                kind = _kind(rng, {"PNS": 0.3, "PPPK": 0.3, "PPPK Paruh Waktu": 0.4})
            people.append(maker.make(POSTS[(name, "")], unit, kind, "admin"))
    for clinic in CLINICS:
        people.append(maker.make(POSTS[("Pengelola Layanan Kesehatan", "")], clinic, "PNS", "health"))
    return people


def pension_day(person: Person) -> date:
    """The day the person's pension begins."""
    return first_of_next_month(add_years(person.birth, person.retirement_age))
