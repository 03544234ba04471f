"""A large invented city written straight into a database: everyone with posts, evaluations, an assessment, a history."""

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from asnkarier.core.access import Access
from asnkarier.core.names import folded, folded_position
from asnkarier.law.load import regulations
from asnkarier.store.database import Database, create, open_database

OPEN = "9999-12-31"
ROSTER = "2026-01-02"
AS_OF = date(2026, 10, 1)
POST = "Kepala Bidang 3-2"
REGISTERS = ("history", "discipline", "trainings", "educations", "awards", "assignments", "feedback", "exams")


class Mix(NamedTuple):
    """Who works in the city: shares of all staff, and how many years of evaluations are on record before this one."""

    functional: float = 0.5
    pak: float = 0.85
    """Of those functional since before 2023: a PAK of the integration at the end of 2022, as nearly everyone got one then."""
    years: int = 4
    pppk: float = 0.25


HARDEST = Mix(functional=0.99, pak=0.0, years=20, pppk=0.0)
"""No city looks like this: everyone functional, credit never fixed by a PAK, counted from twenty years of evaluations."""


def city(path: Path, count: int, mix: Mix = Mix()) -> Path:  # noqa: B008 - a constant
    """Write `count` people; the same every time."""
    create(str(path))
    with open_database(str(path), Access.WRITE) as db:
        drawn = random.Random(7)
        units, kinds = _structure(db, count)
        _people(db, count, drawn, units, kinds, mix)
        db.execute(
            "INSERT INTO batch (id, entered_at, entered_by, command, digest, first_change, last_change)"
            " VALUES (1, ?, 'Tolok ukur', 'import', '', 1, 0)",
            (f"{ROSTER}T08:00:00Z",),
        )
        db.many(
            "INSERT INTO coverage (batch_id, kind, covers_until) VALUES (1, ?, ?)",
            [(kind, "2026-12-31") for kind in REGISTERS],
        )
    return path


def _structure(db: Database, count: int) -> tuple[list[int], dict[int, str]]:
    """Write competencies, units and posts; return the units and the kind of each post."""
    rule = regulations().competency.on(AS_OF).value
    if not db.rows("SELECT 1 FROM competency"):
        db.many(
            "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (?,?,?,?,?)",
            [(i, c.name, folded(c.name), c.group, i) for i, c in enumerate(rule.competencies, 1)],
        )
    units: list[tuple[Any, ...]] = []
    posts: list[tuple[Any, ...]] = []

    def post(name: str, kind: str, echelon: str | None = None, unit: tuple[Any, ...] | None = None) -> None:
        place, number = (unit[4], unit[0]) if unit else ("", None)
        posts.append((len(posts) + 1, name, folded_position(name), place, number, kind, echelon))

    for a in range(40):
        key = folded(f"Dinas {a}")
        agency = (len(units) + 1, "", f"Dinas {a}", key, key, None, len(units) + 1)
        units.append(agency)
        post(f"Kepala Dinas {a}", "jpt_pratama", "II.b", agency)
        for b in range(max(5, count // 5_000)):
            name = f"Bidang {a}-{b}"
            unit = (len(units) + 1, "", name, folded(name), f"{key} / {folded(name)}", agency[0], agency[0])
            units.append(unit)
            post(f"Kepala Bidang {a}-{b}", "administrator", "III.b", unit)
            for c in range(max(3, count // 12_500)):
                post(f"Kepala Seksi {a}-{b}-{c}", "pengawas", "IV.a", unit)
    for i in range(30):
        for level in ("ahli_pertama", "ahli_muda", "ahli_madya", "terampil"):
            post(f"Analis {i} {level.replace('_', ' ').title()}", f"jf_{level}")
    for i in range(50):
        post(f"Pengelola {i}", "pelaksana")
    db.many(
        "INSERT INTO unit (id, unit_code, name, name_key, path_key, parent_id, agency_id) VALUES (?,?,?,?,?,?,?)", units
    )
    db.many(
        "INSERT INTO position (id, name, name_key, place_key, unit_id, position_kind, echelon) VALUES (?,?,?,?,?,?,?)",
        posts,
    )
    return [unit[0] for unit in units], {row[0]: row[5] for row in posts}


def _people(db: Database, count: int, drawn: random.Random, units: list[int], kinds: dict[int, str], mix: Mix) -> None:
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _COLUMNS}
    structural = [p for p, kind in kinds.items() if kind in ("jpt_pratama", "administrator", "pengawas")]
    drawn.shuffle(structural)
    # One holder a post, one post in ten empty.
    free = structural[len(structural) // 10 :]
    functional = [p for p, kind in kinds.items() if kind.startswith("jf_")]
    executive = [p for p, kind in kinds.items() if kind == "pelaksana"]
    ratings = (("above", "above", "sangat_baik"), ("meets", "meets", "baik"), ("below", "meets", "butuh_perbaikan"))

    def day(first: int, last: int) -> str:
        return (date(first, 1, 1) + timedelta(drawn.randint(0, (last - first) * 365))).isoformat()

    heads = len(free) / count
    for i in range(1, count + 1):
        year = drawn.randint(1966, 1998)
        appointed, since = f"{year + 24 + drawn.randint(0, 4)}-03-01", day(2016, 2025)
        education = drawn.choices(["S1", "S2", "D-III", "SLTA", "S3"], [60, 14, 12, 13, 1])[0]
        field = drawn.choice(["Akuntansi", "Hukum", "Teknik Sipil", "Manajemen", "Keperawatan"])
        step = f"{drawn.choice((2024, 2025))}-{drawn.randint(1, 12):02d}-01"
        rows["person"].append(
            (i, f"Pegawai Contoh {i}", "LP"[i % 2], day(year, year + 1), appointed, education, field, step)
        )
        rows["person_nip"].append((f"{i:018}", i, "", OPEN))
        pppk = drawn.random() < mix.pppk
        if free and not pppk and drawn.random() < heads / (1 - mix.pppk):
            post = free.pop()
        else:
            post = drawn.choice(functional if drawn.random() < mix.functional else executive)
        rows["person_post"].append((i, since, OPEN, 1, post))
        rows["person_unit"].append((i, ROSTER, OPEN, 0, drawn.choice(units)))
        # Ranks are given on 1 April and 1 October.
        given = f"{drawn.randint(2019, 2025)}-{drawn.choice(('04', '10'))}-01"
        rank = drawn.choice(["IX", "X", "VII"] if pppk else ["III/a", "III/b", "III/c", "III/d", "IV/a"])
        rows["person_golongan"].append((i, given, OPEN, 1, rank))
        status = "aktif" if drawn.random() < 0.97 else "tugas_belajar"
        rows["person_status"].append((i, ROSTER, OPEN, 0, status, 0))
        ends = f"{drawn.randint(2026, 2029)}-{drawn.randint(1, 12):02d}-28" if pppk else None
        rows["person_kind"].append((i, ROSTER, OPEN, 0, "PPPK" if pppk else "PNS", ends))
        for year in range(2026 - mix.years, 2026):
            rated = drawn.choices(ratings, [12, 85, 3])[0]
            rows["evaluation"].append((len(rows["evaluation"]) + 1, i, year, "annual", "", *rated))
        rows["assessment"].append((i, i, day(2022, 2026), ""))
        levels = drawn.choices([10_000, 20_000, 25_000, 30_000, 40_000], k=9)
        rows["assessment_level"].extend((i, k, level) for k, level in enumerate(levels, 1))
        if since > appointed:
            earlier = drawn.choice(functional if kinds[post].startswith("jf_") else executive)
            until = (date.fromisoformat(since) - timedelta(days=1)).isoformat()
            name = f"Jabatan {earlier}"
            number = len(rows["history"]) + 1
            rows["history"].append((number, i, name, folded(name), kinds[earlier], appointed, until, "definitif"))
        if kinds[post].startswith("jf_") and not pppk and since < "2023" and drawn.random() < mix.pak:
            number, amount = len(rows["credit"]) + 1, drawn.randint(20, 120) * 10_000
            rows["credit"].append((number, i, "2023-01-31", "integrasi", amount, "2022-12-31", kinds[post]))
        if drawn.random() < 0.6:
            jp = drawn.choice([8, 20, 40]) * 10_000
            ended = "2025-05-05"
            number = len(rows["training"]) + 1
            rows["training"].append((number, i, "Pelatihan Contoh", "pelatihan contoh", ended, ended, 2025, jp))
        if drawn.random() < 0.02:
            level = drawn.choice(["ringan", "sedang", "berat"])
            rows["discipline"].append((len(rows["discipline"]) + 1, i, level, "", day(2018, 2025)))
        rows["education"].append((i, i, education, field, folded(field)))
    for table, columns in _COLUMNS.items():
        marks = ",".join("?" * len(columns.split(",")))
        db.many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows[table])


_COLUMNS = {
    "person": "id, name, sex, birth_date, appointed_on, education, field_of_study, last_pay_step",
    "person_nip": "nip, person_id, since, until",
    "person_post": "person_id, since, until, stated, position_id",
    "person_unit": "person_id, since, until, stated, unit_id",
    "person_golongan": "person_id, since, until, stated, golongan",
    "person_status": "person_id, since, until, stated, status, assumed",
    "person_kind": "person_id, since, until, stated, employee_kind, contract_ends_on",
    "evaluation": "id, person_id, year, period, started_on, work_result, behaviour, predicate",
    "assessment": "id, person_id, assessed_on, purpose",
    "assessment_level": "assessment_id, competency_id, level",
    "history": "id, person_id, position, position_key, position_kind, since, until, acting",
    "credit": "id, person_id, decided_on, kind, amount, period_to, level",
    "training": "id, person_id, title, title_key, dated, ended_on, year, jp",
    "discipline": "id, person_id, level, sanction_key, decided_on",
    "education": "id, person_id, education, field_of_study, field_key",
}
