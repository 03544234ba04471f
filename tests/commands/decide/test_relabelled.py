"""What a law calls its checks decides nothing: every set of requirements with other labels judges everyone alike."""

import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from asnkarier.core.rules.requirements import FORMS, Requirement
from tests.law.conftest import text_of
from tests.terminal import asnkarier

SAMPLE = Path("data/sample.sqlite").resolve()
TOPICS = (
    "administrator",
    "camat",
    "guru",
    "jabatan_fungsional",
    "jpt_pratama",
    "kepala_sekolah",
    "pelaksana",
    "pengawas",
)
POSTS = ("Perawat Mahir", "Camat Sukamaju Utara")
DAY = "2026-06-30"
CHECK = re.compile(r'^check = "(\w+)"$', re.MULTILINE)


def other(name: str) -> str:
    return f"syarat_{name[::-1]}"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample, and a copy of it where every set of requirements is asked again under other labels."""
    folder = tmp_path_factory.mktemp("labels")
    known, renamed = folder / "known.sqlite", folder / "renamed.sqlite"
    for path in (known, renamed):
        shutil.copy(SAMPLE, path)
    for topic in TOPICS:
        head, *records = text_of(topic).split("[[version]]")
        # The newest record once more, from a day on which no built-in one begins.
        record = re.sub(r"in_force_since = [\d-]+", "in_force_since = 2026-02-02", records[-1], count=1)
        record = CHECK.sub(lambda found: f'check = "{other(found[1])}"', record)
        rule = folder / f"{topic}.toml"
        rule.write_text(f"{head}[[version]]{record}", encoding="utf-8")
        said = asnkarier("rules", "add", rule, "--db", renamed)
        assert said.code == 0, said.err
    return known, renamed


def answer(path: Path, *arguments: object) -> Any:
    said = asnkarier(*arguments, "--db", path, "--as-of", DAY, "--format", "json", lang="en")
    assert said.code == 0, said.err
    return json.loads(said.out)


def judged(found: Any, names: Any) -> list[object]:
    """Who stands where, with each check's outcome and value."""
    return [
        (
            group,
            person["nip"],
            person.get("rank"),
            [(names(c["check"]), c["outcome"], c["value"]) for c in person["checks"]],
        )
        for group in ("candidates", "undetermined_people", "excluded_people")
        for person in found[group]
    ]


@pytest.mark.parametrize("post", POSTS)
def test_the_list_of_a_post_is_the_same_under_other_labels(files: tuple[Path, Path], post: str) -> None:
    known, renamed = (answer(path, "shortlist", post, "--all") for path in files)
    made = ("retirement_age", "rank", "time_in_post", "box")  # not of the sets of requirements
    assert judged(renamed, str) == judged(known, lambda name: name if name in made else other(name))
    assert known["considered"] > 0


def test_what_is_missing_comes_from_the_same_sheets(files: tuple[Path, Path]) -> None:
    known, renamed = (answer(path, "shortlist", "Camat Sukamaju Utara")["missing_from"] for path in files)
    assert {other(name): sheets for name, sheets in known.items() if name != "box"} == {
        name: sheets for name, sheets in renamed.items() if name != "box"
    }


def test_the_bench_of_every_post_is_the_same(files: tuple[Path, Path]) -> None:
    known, renamed = (answer(path, "succession") for path in files)
    assert known == renamed


def test_a_seal_holds_what_the_renamed_checks_read(files: tuple[Path, Path], tmp_path: Path) -> None:
    everyone = answer(files[0], "shortlist", "Perawat Mahir", "--all")
    # Some of everybody: those of the list, and the first of those who fall out.
    some = [*everyone["candidates"], *everyone["undetermined_people"], *everyone["excluded_people"]][:40]
    among = tmp_path / "among.csv"
    among.write_text("nip\n" + "\n".join(person["nip"] for person in some), encoding="utf-8")
    rows = []
    for path in files:
        one = tmp_path / path.name
        shutil.copy(path, one)
        answer(one, "seal", "Perawat Mahir", "--among", among, "--by", "Uji")
        parcel = tmp_path / f"{path.stem}.zip"
        assert asnkarier("seals", "export", 1, "-o", parcel, "--db", one).code == 0
        assert asnkarier("verify", parcel).code == 0
        with zipfile.ZipFile(parcel) as packed:
            body = json.loads(packed.read(next(name for name in packed.namelist() if name.endswith(".json"))))
        rows.append({one["table"]: len(one["rows"]) for one in body["data"]})
    assert rows[0] == rows[1]
    assert rows[0]["credit"] > 0


def test_every_form_of_requirement_is_known() -> None:
    rules = {get_args(get_type_hints(one)["rule"])[0] for one in get_args(Requirement)}
    assert rules == set(FORMS)
