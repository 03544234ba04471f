"""Lists of periodic pay steps without posts and units: of the people on file only the last step is taken."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows, write_xlsx
from tests.terminal import asnkarier

TITLE = ["DAFTAR KENAIKAN GAJI BERKALA TAHUN 2026"]
HEAD = ["NO", "NAMA", "NIP", "PANGKAT/GOL", "GAJI LAMA", "GAJI BARU", "TMT KGB"]
STEP: list[Any] = [1, "Contoh Satu", PNS, "III/a", 3000000, 3100000, "01-03-2026"]
STAFF = [
    ["DAFTAR PEGAWAI KEADAAN 31 MEI 2026"],
    ["NIP", "NAMA", "GOL", "TMT GOL", "JABATAN", "UNIT KERJA", "OPD", "TMT KGB"],
    [PNS, "Contoh Satu", "III/b", "01-04-2026", "Pengelola Data", "Bidang Data", "Dinas Contoh", "01-03-2024"],
    [PNS_WOMAN, "Contoh Dua", "III/a", "01-04-2022", "Pengelola Data", "Bidang Data", "Dinas Contoh", "01-02-2025"],
]


@pytest.mark.parametrize(
    ("title", "head", "row"),
    [
        (TITLE, HEAD, STEP),
        (["DAFTAR KGB"], ["NO", "NAMA", "NIP", "TMT KGB"], [1, "Contoh Satu", PNS, "01-03-2026"]),
        (TITLE, [*HEAD, "JABATAN"], [*STEP, "Analis"]),  # no unit
        (TITLE, [*HEAD, "UNIT KERJA"], [*STEP, "Bidang Lain"]),  # no post
        (["DINAS CONTOH", *TITLE], HEAD, STEP),
    ],
)
def test_only_the_step_is_read(tmp_path: Path, title: list[str], head: list[str], row: list[Any]) -> None:
    read = read_rows(tmp_path, [*([text] for text in title), head, row])
    assert (read.found, read.notes, read.heads[0].fields) == ([], ["pay_steps_alone"], ("nip", "last_pay_step"))
    assert read.row() == {"nip": PNS, "last_pay_step": "2026-03-01"}
    assert set(read.why()) == set(head) - {"NIP", "TMT KGB"}  # nothing is lost without a word


def test_a_list_with_posts_and_units_is_a_roster_as_ever(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [TITLE, [*HEAD, "JABATAN", "UNIT KERJA"], [*STEP, "Analis", "Bidang Data"]])
    assert (read.found, read.notes, read.row()["position"], read.row()["golongan"]) == ([], [], "Analis", "III/a")


@pytest.mark.parametrize(
    ("title", "code"),
    [("DAFTAR URUT KEPANGKATAN", "kind_lacks_column"), ("USUL KENAIKAN GAJI BERKALA", "title_of_no_fact")],
)
def test_other_lists_without_posts_are_no_pay_steps(tmp_path: Path, title: str, code: str) -> None:
    """A list of seniority with a column of steps is one of staff whose columns are missing; a proposal is no fact."""
    head, row = ["NO", "NAMA", "NIP", "GOL", "TMT GOL", "TMT KGB"], [1, "Contoh Satu", PNS, "III/b", "01-04-2026", "01-03-2026"]  # fmt: skip
    assert [found for found, _cell in read_rows(tmp_path, [[title], head, row]).found] == [code]


def take(db: Path, rows: list[list[Any]], *options: str) -> Any:
    file = write_xlsx(db.parent / "kgb.xlsx", {"Lembar": rows})
    return json.loads(asnkarier("import", file, "--db", db, "--format", "json", *options).out)


def steps(db: Path) -> dict[str, Any]:
    return {nip: json.loads(asnkarier("show", nip, "--db", db, "--format", "json").out) for nip in (PNS, PNS_WOMAN)}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    file = tmp_path / "k.sqlite"
    asnkarier("init", "--db", file, "--name", "Kota Contoh")
    take(file, STAFF)
    return file


def test_nothing_but_the_step_changes(db: Path) -> None:
    """The golongan of the day of the step, III/a of 1 March, is not today's, III/b since 1 April."""
    before = steps(db)
    assert take(db, [TITLE, HEAD, STEP])["sheets"][0]["rows"]["updated"] == 1
    after = steps(db)
    assert (before[PNS]["last_pay_step"], after[PNS]["last_pay_step"]) == ("2024-03-01", "2026-03-01")
    assert [after[PNS][key] for key in ("golongan", "position", "unit")] == ["III/b", "Pengelola Data", "Bidang Data"]
    assert after[PNS_WOMAN] == before[PNS_WOMAN]
    assert take(db, [TITLE, HEAD, STEP])["batch"] is None


def test_an_unknown_person_is_told_and_not_made(db: Path) -> None:
    other = [2, "Contoh Tiga", PPPK, "IX", 3000000, 3100000, "01-03-2026"]
    for rows in ([TITLE, HEAD, STEP, other], [TITLE, HEAD, other]):
        told = take(db, rows)
        assert [(f["code"], f["cell"]) for f in told["findings"] if f["severity"] == "error"] == [("person_unknown", f"C{len(rows)}")]  # fmt: skip
    taken = take(db, [TITLE, HEAD, STEP, other], "--unknown-people", "skip")
    assert (taken["sheets"][0]["rows"]["updated"], taken["sheets"][0]["rows"]["skipped"]) == (1, 1)


def test_a_list_of_steps_read_today_leaves_the_day_of_the_next_roster_alone(db: Path) -> None:
    """Of where people are it says nothing: the roster of 30 June, read after it, is the newest word on that."""
    take(db, [TITLE, HEAD, STEP])
    rows = [[cell.replace("31 MEI", "30 JUNI") if isinstance(cell, str) else cell for cell in row] for row in STAFF]
    rows[2] = [cell.replace("Bidang Data", "Bidang Lain") for cell in rows[2]]
    rows = [row[:-1] if len(row) > 1 else row for row in rows]
    assert take(db, rows)["sheets"][0]["rows"]["updated"] == 1
    assert (steps(db)[PNS]["unit"], steps(db)[PNS]["last_pay_step"]) == ("Bidang Lain", "2026-03-01")


@pytest.mark.parametrize(
    ("day", "stands", "codes"),
    [
        ("01-03-2022", "2024-03-01", ["pay_step_kept"]),  # a list of an earlier year, read late
        ("28-02-2024", "2024-03-01", ["pay_step_kept"]),
        ("01-03-2024", "2024-03-01", []),
        ("02-03-2024", "2024-03-02", []),
    ],
)
@pytest.mark.parametrize("options", [(), ("--dated", "2022-12-31")])
def test_a_step_before_the_last_one_on_file_is_not_the_last(
    db: Path, day: str, stands: str, codes: list[str], options: tuple[str, ...]
) -> None:
    found = take(
        db, [["DAFTAR KENAIKAN GAJI BERKALA"], ["NO", "NAMA", "NIP", "TMT KGB"], [1, "Contoh Satu", PNS, day]], *options
    )
    assert [one["code"] for one in found["findings"] if one["severity"] == "warning"] == codes
    assert steps(db)[PNS]["last_pay_step"] == stands


@pytest.mark.parametrize("turned", [False, True])
def test_a_roster_and_its_steps_come_together(tmp_path: Path, turned: bool) -> None:
    """In whatever order the sheets stand: the steps are those of people whom the roster brings, and no other word on them."""
    db = tmp_path / "k.sqlite"
    asnkarier("init", "--db", db, "--name", "Kota Contoh")
    kgb = [
        ["DAFTAR KENAIKAN GAJI BERKALA"],
        ["NIP", "NAMA", "GOL", "TMT KGB"],
        [PNS, "Contoh Satu", "III/a", "01-03-2026"],
    ]
    sheets: dict[str, list[list[Any]]] = {"Pegawai": STAFF, "KGB": kgb}
    file = write_xlsx(tmp_path / "satu.xlsx", dict(reversed(sheets.items())) if turned else sheets)
    answer = asnkarier("import", file, "--db", db, "--format", "json")
    assert answer.code == 0, answer.err
    assert [one["code"] for one in json.loads(answer.out)["findings"]] == ["pay_steps_alone"]
    found = steps(db)[PNS]
    assert (found["last_pay_step"], found["golongan"]) == ("2026-03-01", "III/b")


@pytest.mark.parametrize(
    ("title", "head", "read"),
    [
        (
            ["DAFTAR NOMINATIF PEGAWAI"],
            ["NIP", "NAMA", "GOL", "JABATAN", "KEDUDUKAN HUKUM", "GAJI POKOK", "TMT KGB"],
            False,
        ),
        (["DAFTAR NOMINATIF PEGAWAI"], ["NIP", "NAMA", "GOL", "JABATAN", "GAJI POKOK", "TMT KGB"], False),
        (["DAFTAR PEGAWAI"], ["NIP", "NAMA", "GOL", "JABATAN", "GAJI LAMA", "GAJI BARU", "TMT KGB"], True),
        (["DAFTAR KENAIKAN GAJI BERKALA"], ["NIP", "NAMA", "GOL", "JABATAN", "GAJI POKOK", "TMT KGB"], True),
    ],
)
def test_what_people_earn_makes_no_list_of_steps(tmp_path: Path, title: list[str], head: list[str], read: bool) -> None:
    """A staff list without its units is asked for them: of posts, ranks and standings nothing is dropped."""
    told = {"NIP": PNS, "NAMA": "Satu", "GOL": "III/c", "JABATAN": "Analis", "KEDUDUKAN HUKUM": "Aktif", "TMT KGB": "01-03-2026"}  # fmt: skip
    found = read_rows(tmp_path, [title, head, [told.get(name, 3000000) for name in head]])
    assert ("pay_steps_alone" in found.notes) is read


def test_it_is_said_to_speak_of_no_day(db: Path) -> None:
    """What is said of every roster (its day, and that new people are taken as aktif) is true of none of its people."""
    kgb = write_xlsx(db.parent / "kgb.xlsx", {"KGB": [TITLE, HEAD, STEP]})
    answer = asnkarier("import", kgb, "--db", db, lang="en")
    assert answer.code == 0, answer.err
    assert "speaks of" not in answer.err
    assert "taken as aktif" not in answer.err
    staff = asnkarier("import", write_xlsx(db.parent / "staf.xlsx", {"Staf": STAFF}), "--db", db, lang="en")
    assert "Staf speaks of 31 May 2026." in staff.err
    assert "taken as aktif" in staff.err
