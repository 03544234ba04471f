"""A database of a large invented city, written straight into the tables: the ground for measuring commands that read everyone."""

import sqlite3
import subprocess
import sys
from pathlib import Path

from benchmarks.city import nip

OPEN = "9999-12-31"
DAY = "2026-06-30"
AGENCIES, UNITS = 40, 1_500


def build(path: Path, count: int) -> Path:
    """Make the database with `count` people, three evaluations, nine levels and three past posts each."""
    subprocess.run(
        [sys.executable, "-m", "asnkarier", "init", "--db", str(path)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    db = sqlite3.connect(path)
    people = range(1, count + 1)

    def many(sql: str, rows: object) -> None:
        db.executemany(sql, rows)  # type: ignore[arg-type]

    many(
        "INSERT INTO unit (id, unit_code, name, name_key, path_key, parent_id, agency_id) VALUES (?,'',?,?,?,NULL,?)",
        ((i, f"Dinas {i}", f"dinas {i}", f"dinas {i}", i) for i in range(1, AGENCIES + 1)),
    )
    many(
        "INSERT INTO unit (id, unit_code, name, name_key, path_key, parent_id, agency_id) VALUES (?,'',?,?,?,?,?)",
        (
            (i, f"Unit {i}", f"unit {i}", f"dinas {i % AGENCIES + 1} / unit {i}", i % AGENCIES + 1, i % AGENCIES + 1)
            for i in range(AGENCIES + 1, UNITS + 1)
        ),
    )
    posts = [("Kepala Dinas Contoh", "jpt_pratama", 1)]
    posts += [(f"Kepala Bidang {i}", "administrator", AGENCIES + i) for i in range(1, 400)]
    posts += [(f"Kepala Seksi {i}", "pengawas", AGENCIES + i) for i in range(1, 1_000)]
    posts += [(f"Analis {i} Ahli Muda", "jf_ahli_muda", None) for i in range(1, 200)]
    many(
        "INSERT INTO position (id, name, name_key, place_key, unit_id, position_kind, job_family) VALUES (?,?,?,?,?,?,?)",
        (
            (i, name, name.lower(), "" if unit is None else f"place {unit}", unit, kind, f"rumpun {i % 20}")
            for i, (name, kind, unit) in enumerate(posts, 1)
        ),
    )
    many(
        "INSERT INTO person (id, name, sex, birth_date, appointed_on, education, field_of_study) VALUES (?,?,?,?,?,?,?)",
        (
            (
                p,
                f"Pegawai {p}",
                "LP"[p % 2],
                f"{nip(p)[:4]}-{nip(p)[4:6]}-{nip(p)[6:8]}",
                "2005-01-01",
                ("S1", "S2", "D-III")[p % 3],
                "Manajemen",
            )
            for p in people
        ),
    )
    many("INSERT INTO person_nip (nip, person_id, since, until) VALUES (?,?,'',?)", ((nip(p), p, OPEN) for p in people))
    span = "INSERT INTO {} (person_id, since, until, stated, {}) VALUES (?,?,?,1,?)"
    many(span.format("person_post", "position_id"), ((p, "2019-01-01", OPEN, 2 + p % (len(posts) - 1)) for p in people))
    many(span.format("person_unit", "unit_id"), ((p, "2019-01-01", OPEN, 1 + p % UNITS) for p in people))
    many(
        span.format("person_golongan", "golongan"),
        ((p, "2021-04-01", OPEN, ("III/d", "IV/a", "IV/b")[p % 3]) for p in people),
    )
    many(span.format("person_kind", "employee_kind"), ((p, "2019-01-01", OPEN, "PNS") for p in people))
    many(
        "INSERT INTO person_status (person_id, since, until, stated, status, assumed) VALUES (?,'2019-01-01',?,1,'aktif',0)",
        ((p, OPEN) for p in people),
    )
    predicates = (("above", "above", "sangat_baik"), ("meets", "meets", "baik"), ("below", "meets", "butuh_perbaikan"))
    many(
        "INSERT INTO evaluation (person_id, year, period, started_on, work_result, behaviour, predicate)"
        " VALUES (?,?,'annual','',?,?,?)",
        ((p, year, *predicates[(p * 7 + year) % 25 // 12]) for p in people for year in (2023, 2024, 2025)),
    )
    many(
        "INSERT INTO assessment (id, person_id, assessed_on, purpose) VALUES (?,?,?,'')",
        ((p, p, f"202{4 + p % 3}-0{1 + p % 6}-15") for p in people),
    )
    many(
        "INSERT INTO assessment_level (assessment_id, competency_id, level) VALUES (?,?,?)",
        ((p, c, 20_000 + (p * c) % 30 * 1_000) for p in people for c in range(1, 10)),
    )
    many(
        "INSERT INTO history (person_id, position, position_key, position_kind, job_family, unit, since, until, acting)"
        " VALUES (?,?,?,?,?,?,?,?,'definitif')",
        (
            (
                p,
                f"Jabatan {k}",
                f"jabatan {k}",
                ("pelaksana", "pengawas", "administrator")[k],
                f"rumpun {p % 20}",
                "Unit",
                f"{2006 + 4 * k}-01-01",
                f"{2009 + 4 * k}-12-31",
            )
            for p in people
            for k in range(3)
        ),
    )
    many(
        "INSERT INTO training (person_id, title, title_key, dated, training_kind, ended_on, jp) VALUES (?,?,?,?,?,?,?)",
        ((p, "Bimtek", "bimtek", "2025-05-05", "technical", "2025-05-05", 200_000) for p in people if p % 2),
    )
    many(
        "INSERT INTO discipline (person_id, level, sanction, sanction_key, decided_on) VALUES (?,'sedang','Pemotongan','pemotongan','2020-05-05')",
        ((p,) for p in people if p % 100 == 0),
    )
    batch = db.execute("SELECT MAX(id) FROM batch").fetchone()[0]
    many(
        "INSERT INTO coverage (batch_id, kind, covers_until) VALUES (?,?,?)",
        (
            (batch, kind, DAY)
            for kind in ("discipline", "history", "trainings", "awards", "assignments", "exams", "feedback")
        ),
    )
    db.commit()
    db.execute("ANALYZE")
    db.commit()
    db.close()
    return path
