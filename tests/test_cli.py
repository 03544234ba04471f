"""The command line: languages, refusals and exit codes, as people meet them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from asnkarier.cli import expanded
from asnkarier.registry import COMMANDS
from tests.terminal import asnkarier

ROOT = Path(__file__).parents[1]


def test_help_of_the_program_names_every_command_within_the_terminal() -> None:
    for language, width in (("id", 80), ("en", 80), ("id", 60)):
        said = asnkarier("--help", lang=language, width=width)
        assert (said.code, said.err) == (0, "")
        for command in COMMANDS:
            first = (command.nama if language == "id" else command.name).split()[0]
            assert f"\n  {first} " in said.out
        assert max(map(len, said.out.splitlines())) <= width


def test_nothing_typed_shows_help() -> None:
    assert asnkarier() == asnkarier("--help")


def test_english_and_indonesian_names_are_the_same_command() -> None:
    english, indonesian = asnkarier("init", "--help"), asnkarier("siapkan", "--bantuan")
    assert english.out.replace("asnkarier init", "") == indonesian.out.replace("asnkarier siapkan", "")


def test_help_shows_the_options_of_the_language() -> None:
    assert "--contoh" in asnkarier("init", "--help").out
    assert "--sample" not in asnkarier("init", "--help").out
    assert "--sample" in asnkarier("init", "--help", "--lang", "en").out
    assert "--sample" in asnkarier("--lang=en", "init", "--help").out


def test_the_language_of_the_command_line_beats_the_environment() -> None:
    assert asnkarier("--lang", "id", "--help", lang="en").out.startswith("Karier")
    assert asnkarier("--help", lang="xx").out.startswith("Karier")


def test_the_language_may_stand_anywhere() -> None:
    for typed in (("--help", "--lang", "en"), ("--help", "--bahasa=en"), ("--lang", "en"), ("--lang=en", "--help")):
        assert asnkarier(*typed).out.startswith("Careers")
    assert asnkarier("report", "--help", "--lang", "en").out.startswith("Reports")
    refused = asnkarier("gap", "--lang", "xx")
    assert (refused.code, refused.err.splitlines()[-1]) == (2, "Pilih salah satu: id, en.")


def test_a_language_there_is_none_of_is_refused_before_the_command_too() -> None:
    for typed in (("--lang", "fr", "status"), ("--bahasa=fr", "status"), ("--lang", "fr", "--db", "x", "status")):
        refused = asnkarier(*typed)
        assert (refused.code, refused.err.splitlines()[-1]) == (2, "Pilih salah satu: id, en.")
    assert asnkarier("--lang", "fr", "--help").code == 0


def test_a_language_of_the_environment_there_is_none_of_is_told_and_the_usual_one_spoken() -> None:
    said = asnkarier("--help", lang="xx")
    assert (said.code, said.err) == (0, "ASNKARIER_LANG=xx bukan bahasa yang ada di sini (yang ada: id, en).\n")
    assert asnkarier("--help", lang="en").err == ""


def test_what_every_command_takes_may_stand_before_it(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.sqlite")
    behind = asnkarier("status", "--db", missing, "--format", "json")
    assert asnkarier("--db", missing, "--bentuk=json", "-q", "status") == behind
    assert behind.code == 4
    assert asnkarier("--db", missing).out.startswith("Karier")
    assert asnkarier("--sample", "init").code == 2


def test_the_reason_of_the_operating_system_is_told_in_the_language(tmp_path: Path) -> None:
    for language, reason in (("id", "itu folder, bukan berkas"), ("en", "it is a folder")):
        said = asnkarier("verify", str(tmp_path), lang=language)
        assert said.code == 2
        assert reason in said.err


def test_an_unknown_command_is_refused_with_the_nearest() -> None:
    said = asnkarier("kandidt")
    assert (said.code, said.out) == (2, "")
    assert said.err == "Tidak ada perintah `kandidt`.\nMaksud Anda: kandidat?\n"
    assert asnkarier("zzz", lang="en").err == "There is no command `zzz`.\n`asnkarier --help` lists the commands.\n"


def test_an_unknown_subcommand_is_refused_with_the_nearest() -> None:
    said = asnkarier("imports", "lst")
    assert (said.code, said.err) == (2, "Tidak ada perintah `lst`.\nMaksud Anda: list?\n")


def test_an_unknown_option_is_refused_with_the_nearest() -> None:
    said = asnkarier("template", "roster", "--outptu", "x.xlsx")
    assert said.code == 2
    assert said.err.startswith("Tidak ada opsi --outptu.\nMaksud Anda: --output")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (["template", "-o", "x.xlsx"], "JENIS belum diisi: Jenis lembar"),
        (["template", "roster"], "--keluaran belum diisi: Buku kerja"),
        (["template", "roster", "-o"], "Opsi -o memerlukan nilai"),
        (["template", "roster", "--quiet=yes", "-o", "x.xlsx"], "Opsi --quiet tidak memerlukan nilai"),
        (["imports", "list", "one", "too", "many"], "Tidak dipahami: one too many"),
        (["template", "rostr", "-o", "x.xlsx"], "`rostr` tidak ada di antara pilihan."),
        (["template", "roster", "-o", "x.xlsx", "--format", "docx"], "`docx` tidak ada di antara pilihan."),
    ],
)
def test_usage_errors(typed: list[str], message: str) -> None:
    said = asnkarier(*typed)
    assert said.code == 2
    assert said.err.startswith(message)
    assert len(said.err.splitlines()) == 2
    assert "Traceback" not in said.err


def test_the_way_out_names_the_command_that_was_typed() -> None:
    assert "`asnkarier template --bantuan`" in asnkarier("template", "roster", "-o").err
    assert "`asnkarier imports show --bantuan`" in asnkarier("imports", "show", "--db").err


def test_a_missing_database_names_the_ways_out(tmp_path: Path) -> None:
    said = asnkarier("imports", "list", "--db", tmp_path / "none.sqlite", lang="en")
    assert said.code == 4
    assert "There is no database" in said.err
    assert "asnkarier init --sample" in said.err


def test_refusals_are_json_too(tmp_path: Path) -> None:
    said = asnkarier("imports", "list", "--db", tmp_path / "none.sqlite", "--format", "json", lang="en")
    error = json.loads(said.out)["error"]
    assert error["code"] == "database_missing"
    assert said.err == f"{error['message']}\n{error['remedy']}\n"


def test_option_beats_environment_beats_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "asnkarier.sqlite" in asnkarier("imports", "list").err
    assert "from_environment" in asnkarier("imports", "list", env={"ASNKARIER_DB": "from_environment"}).err
    assert (
        "from_option"
        in asnkarier("imports", "list", "--db", "from_option", env={"ASNKARIER_DB": "from_environment"}).err
    )


def test_an_output_that_cannot_be_is_refused_before_anything_happens(tmp_path: Path) -> None:
    database = tmp_path / "new.sqlite"
    said = asnkarier("init", "--db", database, "-o", tmp_path / "nowhere" / "x.json")
    assert said.code == 2
    assert not database.exists()
    assert asnkarier("init", "--db", database, "-o", tmp_path).code == 2
    assert not database.exists()


def test_the_version() -> None:
    from asnkarier import __version__

    assert asnkarier("--version").out == f"asnkarier {__version__}\n"


def test_whoever_stops_reading_gets_no_complaint() -> None:
    code = f"{sys.executable} -m asnkarier --help | head -1"
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.stderr == ""


def test_a_mistake_of_ours_is_one_sentence_and_shows_its_trace_only_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    from asnkarier.commands.office import template

    def broken(*_arguments: object) -> bytes:
        raise ZeroDivisionError("a secret in here")

    monkeypatch.setattr(template, "template", broken)
    said = asnkarier("template", "roster", "-o", "x.xlsx", lang="en")
    assert said.code == 1
    assert "ZeroDivisionError" in said.err
    assert "secret" not in said.err
    with pytest.raises(ZeroDivisionError):
        asnkarier("template", "roster", "-o", "x.xlsx", env={"ASNKARIER_DEBUG": "1"})


def test_completion_offers_names_of_the_language() -> None:
    def offered(words: str, place: int, language: str) -> list[str]:
        import os

        environment = {
            **os.environ, "_ASNKARIER_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(place), "ASNKARIER_LANG": language,
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "asnkarier"], capture_output=True, text=True, env=environment, cwd=ROOT, timeout=60
        )
        return done.stdout.split()

    assert offered("asnkarier shortl", 1, "en") == ["shortlist"]
    assert offered("asnkarier kandi", 1, "id") == ["kandidat"]
    assert offered("asnkarier shortl", 1, "id") == ["shortlist"]
    assert offered("asnkarier init --sam", 2, "en") == ["--sample"]


def test_quiet_says_only_the_answer(tmp_path: Path) -> None:
    loud = asnkarier("template", "roster", "-o", tmp_path / "t.xlsx", tty=True)
    quiet = asnkarier("template", "roster", "-o", tmp_path / "t.xlsx", "--quiet", tty=True)
    assert loud.err
    assert quiet == (0, loud.out, "")


def test_patterns_become_files_where_the_shell_leaves_that_to_programs(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx", "c.csv", "d[1].xlsx"):
        (tmp_path / name).touch()
    pattern = str(tmp_path / "*.xlsx")
    files = [str(tmp_path / name) for name in ("a.xlsx", "b.xlsx", "d[1].xlsx")]
    assert expanded(["impor", pattern, "--map", "A*=nip"]) == ["impor", *files, "--map", "A*=nip"]
    # What fits no file stays as it was typed, for the message that names it; options are never patterns.
    nothing = str(tmp_path / "?.ods")
    assert expanded([nothing, "--sheet=*", str(tmp_path / "d[1].xlsx")]) == [nothing, "--sheet=*", files[2]]


def test_the_day_of_a_list_and_the_day_of_an_answer_are_each_others_nearest() -> None:
    # "per-tanggal" and "keadaan" have no letters in common, and people mean the one by the other.
    assert "Maksud Anda: --keadaan" in asnkarier("import", "x.xlsx", "--per-tanggal", "2026-01-01").err
    assert "Did you mean: --dated" in asnkarier("import", "x.xlsx", "--as-of", "2026-01-01", lang="en").err
    assert "Maksud Anda: --per-tanggal" in asnkarier("talent", "--dated", "2026-01-01").err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is there on Linux alone")
@pytest.mark.parametrize("environment", [{}, {"PYTHONUNBUFFERED": "1"}], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["rules", "list"]])
def test_a_full_disk_behind_stdout_is_one_sentence(words: list[str], environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = subprocess.run(
            [sys.executable, "-m", "asnkarier", *words, "--lang", "en"] if words != ["--version"]
            else [sys.executable, "-m", "asnkarier", *words],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, env={**environment, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert len(told.stderr.splitlines()) == 2
