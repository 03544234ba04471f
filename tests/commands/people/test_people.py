"""staff and show, as people run them."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.commands.intake.books import BUDI as OTHER
from tests.commands.intake.books import SITI, book
from tests.terminal import asnkarier
from tests.town import Town, town

ADI, BUDI, OLD = "198001012005011001", "198101012005012002", "198101012021212002"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.post("Kepala Bidang Satu", "Bidang Satu", "administrator", echelon="III.b")
        t.post("Analis Kebijakan Ahli Muda", None, "jf_ahli_muda")
        t.person(
            ADI,
            "Adi Contoh",
            post="Kepala Bidang Satu",
            unit="Bidang Satu",
            since="2024-01-01",
            golongan="IV/a",
            education="S2",
            title_back="S.H.",
        )
        t.person(BUDI, "Budi Teladan", post="Analis Kebijakan Ahli Muda", unit="Dinas Contoh", status="keluar")
        t.insert("person_nip", nip=OLD, person_id=t.people[BUDI], since="", until="2025-12-31")
        facts(t)
    return path


def facts(t: Town) -> None:
    number = t.evaluation(ADI, 2025, "baik")
    t.logged("kinerja.xlsx", "2025", "evaluations", "evaluation", number, 4, {"nip": ADI, "predicate": "baik"}, ADI)
    roster = {"nip": ADI, "name": "Adi Contoh", "golongan": "IV/a", "email": None}
    t.logged("pegawai.xlsx", "Daftar", "roster", "person", t.people[ADI], 9, roster, ADI)
    t.assessment(ADI, "2025-05-01", 3, 2.5, jpm=88.25)


def found(file: Path, *arguments: object) -> dict[str, Any]:
    answer = asnkarier(*arguments, "--db", file, "--as-of", "2026-06-30", "--format", "json")
    assert answer.code == 0, answer.err
    document: dict[str, Any] = json.loads(answer.out)
    return document


@pytest.mark.parametrize("query", ["adi", "ADI contoh", "198001", "kepala bidang", "bidang satu", "satu adi"])
def test_people_are_found_by_part_of_what_they_are_called(file: Path, query: str) -> None:
    people = found(file, "staff", query)["people"]
    assert people == [
        {
            "nip": ADI,
            "name": "Adi Contoh",
            "position": "Kepala Bidang Satu",
            "unit": "Bidang Satu",
            "golongan": "IV/a",
            "education": "S2",
            "employee_kind": "PNS",
            "status": "aktif",
            "parent": None,
            "agency": "Dinas Contoh",
        }
    ]


def test_who_has_left_is_found_only_when_asked_for(file: Path) -> None:
    assert found(file, "staff", "teladan")["people"] == []
    assert [p["nip"] for p in found(file, "staff", "teladan", "--all")["people"]] == [BUDI]
    assert [p["nip"] for p in found(file, "staff", OLD, "--all")["people"]] == [BUDI]


def test_a_unit_limits_the_list(file: Path) -> None:
    assert [p["nip"] for p in found(file, "staff", "--unit", "Dinas Contoh", "--all")["people"]] == [ADI, BUDI]
    assert [p["nip"] for p in found(file, "staff", "--unit", "Bidang Satu", "--all")["people"]] == [ADI]


def test_a_person_whole_with_sources(file: Path) -> None:
    person = found(file, "show", ADI)
    assert (person["position"], person["unit_path"], person["echelon"]) == (
        "Kepala Bidang Satu",
        "Dinas Contoh / Bidang Satu",
        "III.b",
    )
    assert person["position_since"] == "2024-01-01"
    assert person["golongan_since"] is None  # the roster told no TMT
    assert person["sources"]["golongan"] == {
        "file": "pegawai.xlsx",
        "sheet": "Daftar",
        "row": 9,
        "cell": "C9",
        "batch": 2,
    }
    assert person["evaluations"][0]["predicate"] == "baik"
    assert person["evaluations"][0]["source"]["cell"] == "B4"
    assert person["assessments"][0]["jpm"] == 88.25
    assert [c["level"] for c in person["assessments"][0]["competencies"]] == [3, 2.5]
    assert person["posts"] == [
        {
            "since": "2024-01-01",
            "until": None,
            "stated": True,
            "position": "Kepala Bidang Satu",
            "position_kind": "administrator",
            "echelon": "III.b",
            "source": None,  # put there without an import
        }
    ]
    assert person["ranks"][0]["source"]["cell"] == "C9"


def test_a_status_that_a_movement_set_is_cited_by_its_cell(file: Path, tmp_path: Path) -> None:
    """`Pensiun` stands in B2; where --set says the event, the day in B2 is what the row says of it."""
    moved = tmp_path / "mutasi.csv"
    moved.write_text(f"NIP;Peristiwa;TMT\n{ADI};Pensiun;01-06-2026\n", encoding="utf-8")
    assert asnkarier("import", moved, "--db", file).code == 0
    person = found(file, "show", ADI)
    assert (person["status"], person["sources"]["status"]["cell"]) == ("keluar", "B2")
    assert [span["source"]["cell"] for span in person["statuses"] if span["status"] == "keluar"] == ["B2"]
    moved.write_text(f"NIP;TMT\n{ADI};01-05-2026\n", encoding="utf-8")
    said = asnkarier("import", moved, "--db", file, "--as", "movements", "--set", "event=tugas belajar")
    assert said.code == 0, said.err
    assert [span["source"]["cell"] for span in found(file, "show", ADI)["statuses"] if span["stated"]] == ["B2", "B2"]


SELECTED = f"NIP;Jabatan yang Dilamar;Tahap;Nilai\n{ADI};Kepala Bidang Satu;Wawancara;84,5\n"
PAIRS = (
    "NIP Mentor;NIP Mentee;Mulai;Tanggal Sesi;Menit;Topik\n"
    f"{ADI};{BUDI};2026-02-01;;;Anggaran\n"
    f"{ADI};{BUDI};2026-02-01;2026-02-15;60;Belanja\n"
)


def test_open_selections_and_mentoring_belong_to_a_person_whole(file: Path, tmp_path: Path) -> None:
    (tmp_path / "seleksi.csv").write_text(SELECTED)
    (tmp_path / "mentoring.csv").write_text(PAIRS)
    answer = asnkarier("import", tmp_path / "seleksi.csv", tmp_path / "mentoring.csv", "--db", file)
    assert answer.code == 0, answer.err
    adi, budi = found(file, "show", ADI), found(file, "show", OLD)
    assert [{key: one[key] for key in ("position", "stage", "score", "taken_on")} for one in adi["selections"]] == [
        {"position": "Kepala Bidang Satu", "stage": "wawancara", "score": 84.5, "taken_on": None}
    ]
    assert adi["selections"][0]["source"]["cell"] == "B2"
    assert (budi["selections"], budi["mentoring"][0]["partner"]) == ([], "Adi Contoh")
    assert [(one["role"], one["partner_nip"], one["session_on"], one["minutes"]) for one in adi["mentoring"]] == [
        ("mentor", BUDI, None, None),
        ("mentor", BUDI, "2026-02-15", 60),
    ]
    assert [(one["role"], one["source"]["row"]) for one in budi["mentoring"]] == [("mentee", 2), ("mentee", 3)]
    shown = asnkarier("show", ADI, "--db", file, "--as-of", "2026-06-30", "--lang", "en").out
    assert "Interview" in shown
    assert "Belanja" in shown


def test_what_was_otherwise_is_shown_once_something_changed(file: Path) -> None:
    def shown() -> str:
        return asnkarier("show", ADI, "--db", file, "--as-of", "2026-06-30", "--lang", "en").out

    assert "Status over time" not in shown()
    with closing(sqlite3.connect(file)) as db, db:
        person = "(SELECT person_id FROM person_nip WHERE nip = ?)"
        db.execute(f"UPDATE person_status SET since = '2026-01-01' WHERE person_id = {person}", (ADI,))
        db.execute(
            "INSERT INTO person_status (person_id, since, until, status, stated, assumed)"
            f" VALUES ({person}, '2024-01-01', '2025-12-31', 'tugas_belajar', 1, 0)",
            (ADI,),
        )
    assert "Status over time" in shown()


def test_any_nip_a_person_ever_had_finds_them(file: Path) -> None:
    person = found(file, "show", OLD)
    assert person["nip"] == BUDI
    assert {entry["nip"] for entry in person["nips"]} == {OLD, BUDI}


def test_a_nip_nobody_has(file: Path) -> None:
    answer = asnkarier("show", "199901012025011001", "--db", file, lang="en")
    assert answer.code == 2
    assert "199901012025011001" in answer.err


def test_what_is_not_known_for_the_day_is_not_shown_as_todays(file: Path) -> None:
    answer = asnkarier("show", ADI, "--db", file, "--as-of", "2023-12-31", "--format", "json")
    person = json.loads(answer.out)
    assert (person["position"], person["unit"], person["golongan"], person["status"]) == (None, None, None, None)


@pytest.mark.parametrize(("lang", "words"), [("en", "known from 30 June 2026"), ("id", "diketahui sejak 30 Juni 2026")])
def test_before_the_day_of_the_first_list_it_is_said_from_when_people_are_known(
    tmp_path: Path, lang: str, words: str
) -> None:
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    assert asnkarier("import", book(tmp_path / "juni.xlsx", [SITI]), "--db", db).code == 0
    before = asnkarier("staff", "--db", db, "--as-of", "2026-06-29", lang=lang)
    assert words in " ".join(before.err.split())
    said = json.loads(asnkarier("staff", "--db", db, "--as-of", "2026-06-29", "--format", "json").out)
    assert (said["people"], said["known_from"]) == ([], "2026-06-30")
    on_the_day = asnkarier("staff", "--db", db, "--as-of", "2026-06-30", lang=lang)
    assert (SITI[1] in on_the_day.out, on_the_day.err) == (True, "")


@pytest.mark.parametrize("command", ["gap", "talent", "forecast retirements", "training needs", "status"])
def test_every_answer_about_the_staff_of_an_earlier_day_says_from_when_people_are_known(
    tmp_path: Path, command: str
) -> None:
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    assert asnkarier("import", book(tmp_path / "juni.xlsx", [SITI]), "--db", db).code == 0

    def said(day: str) -> str:
        answer = asnkarier(*command.split(), "--db", db, "--as-of", day, lang="en")
        assert answer.code == 0, answer.err
        return " ".join(answer.err.split())

    assert "The staff of 29 June 2026 are not known" in said("2026-06-29")
    assert "known from" not in said("2026-06-30")
    # Somebody who is known from an earlier list than the others.
    assert asnkarier("import", book(tmp_path / "juli.xlsx", [OTHER], day="31 JULI 2026"), "--db", db).code == 0
    assert "Of 1 person on file nothing says where they stood on 30 June 2026" in said("2026-06-30")
    assert "known from" not in said("2026-07-31")


def test_csv_of_one_person_holds_every_value_with_its_place(file: Path) -> None:
    """A row for each value that JSON gives: of the person, and of each entry of each list by its number."""
    person = found(file, "show", ADI)
    said = asnkarier("show", ADI, "--db", file, "--as-of", "2026-06-30", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert list(rows[0]) == ["section", "number", "field", "value", "since", "until", "source"]

    def written(value: object) -> str:
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)

    given = [("person", "", field, written(value), "", "")
             for field, value in person.items() if field != "as_of" and not isinstance(value, dict | list)]  # fmt: skip
    for section, entries in person.items():
        for number, entry in enumerate(entries if isinstance(entries, list) else [], 1):
            span = (written(entry.get("since")), written(entry.get("until")))
            given += [(section, str(number), field, written(value), *span) for field, value in entry.items()
                      if field not in ("since", "until", "source") and not isinstance(value, list)]  # fmt: skip
    plain = [tuple(row.values())[:6] for row in rows if "." not in row["section"]]
    assert [row for row in plain if row[3] == "" or row[3][0] not in "+-=@'"] == [
        row for row in given if row[3] == "" or row[3][0] not in "+-=@'"
    ]
    assert {row["section"] for row in rows} >= {"person", "posts", "units", "evaluations"}


def test_the_code_of_the_unit_is_shown_like_every_other_field_of_the_roster(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE unit SET unit_code = 'U11' WHERE name = 'Bidang Satu'")
        db.commit()
    shown = json.loads(asnkarier("show", ADI, "--db", file, "--format", "json").out)
    assert (shown["unit"], shown["unit_code"]) == ("Bidang Satu", "U11")
    assert json.loads(asnkarier("show", BUDI, "--db", file, "--format", "json").out)["unit_code"] is None
    assert "Kode unit" in asnkarier("show", ADI, "--db", file, lang="id").out


def test_what_the_law_reads_off_an_evaluation_is_shown_beside_its_score(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        t.person(ADI, "Adi Contoh")
        # 60.99 in 2020 lies in 51 to below 61, Kurang (PP 46/2011); above and meets is Baik since 2022; above alone is open.
        t.evaluation(ADI, 2020, None, score=609_900)
        t.evaluation(ADI, 2023, None, work_result="above", behaviour="meets")
        t.evaluation(ADI, 2024, None, work_result="above")
        t.evaluation(ADI, 2025, "baik")
    said = asnkarier("show", ADI, "--db", path, "--as-of", "2026-06-30", "--format", "json")
    found = [
        (e["year"], e["score"], e["predicate"], e["predicate_by_law"]) for e in json.loads(said.out)["evaluations"]
    ]
    assert found == [
        (2020, 60.99, None, "kurang"), (2023, None, None, "baik"), (2024, None, None, None), (2025, None, "baik", None),
    ]  # fmt: skip
    shown = asnkarier("show", ADI, "--db", path, "--as-of", "2026-06-30", lang="en", width=160).out
    assert "60.99  Kurang (by ratings or score)" in shown
    assert "Baik (by ratings or score)" in shown


def test_an_annulled_sanction_is_served_to_the_day_before_at_most(tmp_path: Path) -> None:
    """Decided on Monday 15 June 2026, in force from 6 July: six months would be over on 5 January 2027."""
    path = tmp_path / "town.sqlite"
    six = {"sanction": "Pemotongan tunjangan kinerja 25 % selama 6 bulan"}
    with town(path) as t:
        t.person(ADI, "Adi Contoh")
        t.discipline(ADI, "sedang", "2026-06-15", **six, annulled_on="2026-08-03")
        # 7 July to 6 January 2027: over before
        t.discipline(ADI, "sedang", "2026-06-16", **six, annulled_on="2027-02-01")
        t.discipline(ADI, "sedang", "2026-06-17", **six, annulled_on="2026-07-08")  # it would begin on that day
        t.discipline(ADI, "ringan", "2026-06-18", sanction="Teguran tertulis", annulled_on="2026-08-03")
    told = ("decided_on", "served_since", "served_until", "without_public_holidays")
    assert [tuple(e[key] for key in told) for e in found(path, "show", ADI)["discipline"]][:3] == [
        ("2026-06-15", "2026-07-06", "2026-08-02", True),
        ("2026-06-16", "2026-07-07", "2027-01-06", True),
        ("2026-06-17", None, None, False),
    ]
    said = asnkarier("show", ADI, "--db", path, "--as-of", "2026-11-23", lang="en", width=240).out
    assert "2 August 2026, annulled on 3 August 2026" in said
    assert "6 January 2027 (counted without public holidays), annulled on 1 February 2027" in said
    assert "  annulled on 8 July 2026" in said
    assert "  annulled on 3 August 2026" in said
    said = asnkarier("show", ADI, "--db", path, "--as-of", "2026-11-23", width=240).out
    assert "2 Agustus 2026, dibatalkan 3 Agustus 2026" in said


def test_a_first_day_counted_in_weekdays_says_so_whatever_tells_the_last(tmp_path: Path) -> None:
    """The 15th weekday after Monday 15 June 2026 is 6 July, after the 16th 7 July; a public holiday among them would make it later."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.person(ADI, "Adi Contoh")
        t.discipline(ADI, "ringan", "2026-06-15", sanction="Teguran tertulis")
        t.discipline(ADI, "sedang", "2026-06-16", sanction="Pemotongan tunjangan kinerja", ends_on="2026-12-31")
        t.discipline(ADI, "berat", "2026-06-17", sanction="Pembebasan dari jabatan", effective_on="2026-07-08")
    told = ("served_since", "served_until", "without_public_holidays")
    assert [tuple(e[key] for key in told) for e in found(path, "show", ADI)["discipline"]] == [
        ("2026-07-06", None, True),
        ("2026-07-07", "2026-12-31", True),
        ("2026-07-08", "2027-07-07", False),
    ]
    # The table gives the last day alone: none, one of the decree, and one counted from a day that the decree tells.
    said = asnkarier("show", ADI, "--db", path, "--as-of", "2026-11-23", lang="en", width=240).out
    assert "counted without public holidays" not in said


def test_what_the_code_of_ethics_imposed_is_shown_apart_from_discipline_and_days_reckoned_say_so(
    tmp_path: Path,
) -> None:
    """Decided on Monday 4 May 2026, in force from the 15th weekday after it, 25 May: six months are over on 24 November."""
    path = tmp_path / "town.sqlite"
    six = {"sanction": "Pemotongan tunjangan kinerja 25 % selama 6 bulan"}
    with town(path) as t:
        t.person(ADI, "Adi Contoh")
        t.discipline(ADI, "ringan", "2025-02-02", sanction="Permohonan maaf terbuka")
        t.discipline(ADI, "sedang", "2026-05-04", **six)
        t.discipline(ADI, "sedang", "2026-05-05", **six, effective_on="2026-05-25")
    person = found(path, "show", ADI)
    assert [(e["decided_on"], e["sanction"]) for e in person["ethics"]] == [("2025-02-02", "Permohonan maaf terbuka")]
    told = ("decided_on", "ends_on", "served_since", "served_until", "without_public_holidays")
    assert [tuple(e[key] for key in told) for e in person["discipline"]] == [
        ("2026-05-04", None, "2026-05-25", "2026-11-24", True),
        ("2026-05-05", None, "2026-05-25", "2026-11-24", False),
    ]
    said = " ".join(asnkarier("show", ADI, "--db", path, "--as-of", "2026-06-30", width=200).out.split())
    assert said.count("tanpa hari libur nasional") == 1
    assert "Kode etik (bukan hukuman disiplin: tidak diperhitungkan)" in said
