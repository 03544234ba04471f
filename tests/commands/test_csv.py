"""csv is for programs: the same bytes in both languages, with ISO dates, plain numbers and codes, and nothing cut."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.terminal import asnkarier
from tests.town import town

SAMPLE = Path(__file__).parents[2] / "data" / "sample.sqlite"
ON = "2026-06-30"


def table(*typed: str, lang: str = "en") -> list[dict[str, str]]:
    answer = asnkarier(*typed, "--format", "csv", lang=lang)
    assert answer.code == 0, answer.err
    return list(csv.DictReader(io.StringIO(answer.out)))


@pytest.mark.parametrize(
    "typed",
    [
        ("talent",),
        ("ip-asn", "2025"),
        ("gap",),
        ("forecast", "retirements"),
        ("forecast", "ranks"),
        ("forecast", "pay-steps"),
        ("policy", "compare", "umum", "langsa"),
        ("status",),
        ("rules", "list"),
        ("evaluations", "missing", "2025"),
        ("staff",),
    ],
)
def test_both_languages_write_the_same(typed: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    path.write_bytes(SAMPLE.read_bytes())
    said = [asnkarier(*typed, "--db", path, "--as-of", ON, "--format", "csv", lang=lang).out for lang in ("id", "en")]
    assert said[0] == said[1]
    assert said[0].count("\n") > 1
    assert not re.search(r"\+ \d", said[0])


@pytest.mark.parametrize("typed", [("policy", "show", "langsa"), ("policy", "list")])
def test_policies_are_the_same_in_both_languages(typed: tuple[str, ...]) -> None:
    assert table(*typed, lang="id") == table(*typed, lang="en")


def test_a_range_has_both_ends_in_columns_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Pengadministrasi", None, "pelaksana")
        t.person("198001012005011001", "Adi Contoh", post="Pengadministrasi", unit="Dinas Contoh")
        t.evaluation("198001012005011001", 2025, "baik")
    for lang in ("id", "en"):
        (line,) = table("talent", "--db", str(path), "--as-of", ON, lang=lang)
        # (80 + 20..100) / 2
        assert [line[key] for key in ("performance", "performance_low", "performance_high")] == ["", "50", "90"]


def test_vacancies_name_days_and_people_as_programs_do(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    path.write_bytes(SAMPLE.read_bytes())
    found = [table("forecast", "vacancies", "--db", str(path), "--as-of", ON, lang=lang) for lang in ("id", "en")]
    assert found[0] == found[1]
    asked = ("forecast", "vacancies", "--db", path, "--as-of", ON, "--format", "json")
    document = json.loads(asnkarier(*asked).out)
    assert [line["position"] for line in found[0]] == [
        one["position"] for part in ("posts", "seats") for one in document[part]
    ]
    for line in found[0][: len(document["posts"])]:
        assert re.fullmatch(r"|\d{4}-\d\d-\d\d", line["empty_on"])
        assert line["vacant"] == ("false" if line["empty_on"] else "true")
        for one in filter(None, line["people"].split("; ")):
            assert re.fullmatch(r"\d{18}( \d{4}-\d\d-\d\d)?", one)
    for line, seats in zip(found[0][len(document["posts"]) :], document["seats"], strict=True):
        assert (line["position_kind"], line["first_on"]) == (seats["position_kind"], seats["first_on"])
        assert [line[key] for key in ("holders", "falling_empty")] == [
            str(seats[k]) for k in ("holders", "falling_empty")
        ]


def test_csv_is_the_table_of_the_smallest_unit(tmp_path: Path) -> None:
    """Who has no evaluation: a row each, all of them. What is asked of one person: a row for each requirement."""
    path = tmp_path / "sample.sqlite"
    path.write_bytes(SAMPLE.read_bytes())
    on = ("--db", str(path), "--as-of", ON)
    people = table("evaluations", "missing", "2025", *on)
    answer = asnkarier("evaluations", "missing", "2025", *on, "--format", "json")
    missing = json.loads(answer.out)["missing"]
    assert len(missing) > 20  # more than a terminal shows
    assert [(one["nip"], one["name"]) for one in people] == [(one["nip"], one["name"]) for one in missing]
    asked = ("explain", "197203141997032929", "--for", "Kepala Dinas Kesehatan", *on)
    rows = {lang: table(*asked, lang=lang) for lang in ("id", "en")}
    assert rows["id"] == rows["en"]
    checks = {check["check"]: check for check in json.loads(asnkarier(*asked, "--format", "json").out)["checks"]}
    for row in rows["en"]:
        assert row["outcome"] == checks[row["check"]]["outcome"]
        assert row["article"]


def test_the_log_has_a_row_for_each_field_that_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Staf", None, "pelaksana")
        t.person("198001012005011001", "Adi Contoh", post="Staf", unit="Dinas Contoh")
    on = ("--db", path)
    for values in (("email=adi@contoh.go.id",), ("email=a@contoh.go.id", "birth_date=1980-01-02")):
        assert asnkarier("edit", "198001012005011001", *values, "--reason", "akta", *on).code == 0
    for lang in ("id", "en"):
        rows = table("audit", "log", *map(str, on), lang=lang)
        told = {row["field"]: (row["old"], row["new"]) for row in rows if row["batch"] == rows[0]["batch"]}
        assert told == {"email": ("adi@contoh.go.id", "a@contoh.go.id"), "birth_date": ("", "1980-01-02")}
        assert {(row["command"], row["change"], row["table"], row["name"]) for row in rows[:2]} == {
            ("edit", "updated", "person", "Adi Contoh")
        }


def test_a_requirement_of_several_parts_has_them_in_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    path.write_bytes(SAMPLE.read_bytes())
    asked = ("explain", "197203141997032929", "--for", "Kepala Dinas Kesehatan", "--db", str(path), "--as-of", ON)
    (row,) = [row for row in table(*asked) if row["check"] == "competency"]
    # JPM 82.5, of 68 at least.
    assert {key: json.loads(row["value"])[key] for key in ("jpm", "category")} == {"jpm": 82.5, "category": "ms"}
    assert json.loads(row["required"])["jpm"] == 68
    assert row["source.cell"]


TYPED = (
    "status", "db info", "rules list", "rules show retirement", "policy list", "policy show umum", "policy show langsa",
    "policy compare umum salatiga", "policy compare umum umum", "imports list", "imports show 1", "imports show 2", "staff",
    "staff zzz", "evaluations list", "evaluations list --year 2019", "evaluations missing 2025", "evaluations distribution 2025",
    "evaluations coverage 2025", "gap", "ip-asn 2025", "talent", "talent --policy langsa", "forecast retirements",
    "forecast vacancies", "forecast vacancies --months 1", "forecast ranks", "forecast pay-steps", "forecast contracts", "fairness",
    "succession", "training needs", "training hours 2025", "mentor suggest", "mentor list", "recognition 2025", "recognition 2020",
    "survey 2025", "report merit 2025", "idp list", "seals list", "audit log", "verify",
)  # fmt: skip


def _header(*typed: object) -> str | None:
    answer = asnkarier(*typed, "--format", "csv")
    return answer.out.partition("\n")[0] if answer.code in (0, 1) and answer.out else None


def test_the_columns_of_a_command_are_the_same_whatever_the_file_holds(tmp_path: Path) -> None:
    """Over the sample city, the same with a sealed decision, and a file without anything."""
    full, empty, sealed = (tmp_path / f"{name}.sqlite" for name in ("full", "empty", "sealed"))
    for path in (full, sealed):
        path.write_bytes(SAMPLE.read_bytes())
    assert asnkarier("init", "--db", empty, "--name", "Kota").code == 0
    asked = ("--db", sealed, "--as-of", ON, "--by", "Sari")
    assert asnkarier("seal", "Kepala Dinas Kesehatan", *asked).code == 0
    found: dict[str, dict[str, str]] = {}
    for typed in TYPED:
        name = " ".join(word for word in typed.split()[:2] if word.isalpha() or "-" in word)
        name = name.partition(" ")[0] if name.split()[0] in ("staff", "talent") else name
        for path in (full, empty, sealed):
            day = () if typed.split()[0] in ("imports", "audit", "db", "policy", "verify", "seals") else ("--as-of", ON)
            header = _header(*typed.split(), "--db", path, *(("--as-of", ON) if "compare" in typed else day))
            if header is not None:
                found.setdefault(name, {})[f"{typed} {path.stem}"] = header
    assert {name: told for name, told in found.items() if len(set(told.values())) > 1} == {}
    assert len(found) > 30
    assert "" not in {header for told in found.values() for header in told.values()}


def test_the_columns_of_what_is_asked_about_people_are_the_same_for_everyone(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    path.write_bytes(SAMPLE.read_bytes())
    people = [one["nip"] for one in table("staff", "--db", str(path), "--as-of", ON)][::120]
    asked = {
        "show": ("show",),
        "gap": ("gap",),
        "credit": ("credit",),
        "path": ("path",),
        "idp": ("idp", "show"),
        "explain": ("explain", "--for", "Kepala Dinas Kesehatan"),
        "explained": ("explain", "--for", "Guru Ahli Muda"),
    }
    for typed in asked.values():
        found = {_header(*typed, nip, "--db", path, "--as-of", ON) for nip in people} - {None}
        assert len(found) == 1, found
    assert asnkarier("seal", "Kepala Dinas Kesehatan", "--db", path, "--as-of", ON, "--by", "Sari").code == 0
    for one in ("197203141997032929", people[-1]):  # of who was not considered too
        assert _header("explain", one, "--seal", "1", "--db", path) == _header(
            *asked["explain"], people[0], "--db", path, "--as-of", ON
        )
    assert _header(*asked["explain"], people[0], "--db", path, "--as-of", ON) == _header(
        *asked["explained"], people[0], "--db", path, "--as-of", ON
    )


def test_what_a_check_asks_and_finds_is_json_where_it_has_parts(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    path.write_bytes(SAMPLE.read_bytes())
    asked = ("explain", "197203141997032929", "--for", "Kepala Dinas Kesehatan", "--db", str(path), "--as-of", ON)
    told = {one["check"]: one for one in json.loads(asnkarier(*asked, "--format", "json").out)["checks"]}
    rows = table(*asked)
    parts = [(row["required"], told[row["check"]]["required"]) for row in rows if row["required"].startswith("{")]
    assert {"years", "kinds"} <= set().union(*(wanted for _, wanted in parts))
    assert all(json.loads(cell) == wanted for cell, wanted in parts)


def test_an_index_says_in_its_row_what_earned_it(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    path.write_bytes(SAMPLE.read_bytes())
    rows = table("ip-asn", "2025", "--db", str(path), "--as-of", ON)
    answer = asnkarier("ip-asn", "2025", "--db", path, "--as-of", ON, "--format", "json")
    people = json.loads(answer.out)["people"]
    assert len(rows) == len(people) > 0
    for row, person in zip(rows, people, strict=True):
        for score in ("qualification", "competency", "performance", "discipline"):
            assert json.loads(row[f"earned.{score}"]) == person["earned"][score]
    assert any(json.loads(row["earned.competency"]) for row in rows)
