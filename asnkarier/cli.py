"""The program: the tree of commands, and the one place where errors become words and exit codes.

The only clock of the program is here, and here the reserved parameters of commands are supplied.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, NoReturn

from asnkarier import __version__
from asnkarier.commands.completion import DEFAULT_DATABASE
from asnkarier.commands.signature import SWITCHES, Signature
from asnkarier.commands.typed import Typed
from asnkarier.core.access import Access, Actor
from asnkarier.core.errors import AsnError, Interrupted
from asnkarier.registry import Command
from asnkarier.views import language
from asnkarier.views.language import Words

_LANG = ("--lang", "--bahasa")


def main() -> NoReturn:
    """Run the program with the command line it was started with."""
    words = sys.argv[1:]
    # Whoever ends us, a shutdown too, interrupts: what is half done is taken back and no half-written file is left.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    code = run(expanded(words) if os.name == "nt" else words)
    # What is left goes with the process: to look through all of it for cycles first takes as long as a short command.
    gc.freeze()
    sys.exit(code)


def expanded(words: Sequence[str]) -> list[str]:
    """Put the files in place of patterns such as `data\\*.xlsx`, sorted, where there are any: the Windows shells leave that to programs."""
    from glob import glob

    result: list[str] = []
    for word in words:
        patterned = not word.startswith("-") and any(mark in word for mark in "*?[") and not os.path.lexists(word)
        result += (sorted(glob(word)) if patterned else []) or [word]
    return result


def run(argv: Sequence[str]) -> int:
    """Run the program with `argv` and return its exit code."""
    # What a command reads of 100,000 people is no garbage: looking for cycles in it again and again costs a third of the time.
    gc.set_threshold(10_000_000, 100, 1_000)
    language.use(_language(argv, os.environ))
    _told_of_language(os.environ)
    arguments = _common_behind(_without_language(list(argv)))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        if "_ASNKARIER_COMPLETE" not in os.environ:
            return _guarded(arguments)
        from asnkarier.commands.completing import completing

        with completing():
            return _guarded(arguments)
    except BrokenPipeError:
        # Whoever read us has gone, which is no error of ours.
        _drop_stdout()
        return 0
    except KeyboardInterrupt:
        return _refuse(Interrupted("interrupted"), arguments)


def _drop_stdout() -> None:
    """Let what could not be written go nowhere: nothing of it may be flushed again, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _guarded(arguments: list[str]) -> int:
    try:
        return _answered(arguments)
    except OSError as error:
        if isinstance(error, BrokenPipeError) or not _of_no_file(error) or os.environ.get("ASNKARIER_DEBUG") == "1":
            raise
        _drop_stdout()
        return _refuse(AsnError("answer_not_written", {"reason": error.strerror}), arguments)


def _of_no_file(error: Exception) -> bool:
    """Whether the system refused something that has no name, such as writing to stdout: files are read and written by name."""
    return isinstance(error, OSError) and error.errno is not None and not error.filename


def _answered(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        sys.stdout.write(f"asnkarier {__version__}\n")
        sys.stdout.flush()
        return 0
    import typer

    from asnkarier.commands import refusals, tree

    try:
        code = tree.root(_execute).main(arguments, prog_name=tree.PROGRAM, standalone_mode=False)
        if code == Interrupted.exit_code:
            # Typer makes an exit code of a Ctrl-C that comes while it reads the command line.
            raise Interrupted("interrupted")
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except AsnError as error:
        return _refuse(error, arguments)
    except (KeyboardInterrupt, typer.Abort):
        return _refuse(Interrupted("interrupted"), arguments)
    except Exception as error:  # the last place where an error becomes words: no traceback reaches an officer
        if isinstance(error, _typer_exception()):
            return _refuse(refusals.from_typer(error, arguments), arguments)
        if os.environ.get("ASNKARIER_DEBUG") == "1" or _of_no_file(error):
            raise
        if isinstance(error, OSError) and error.filename:
            if isinstance(error, FileNotFoundError) and (near := refusals.files_like(str(error.filename))):
                return _refuse(AsnError("file_not_there", {"path": str(error.filename), "near": near}), arguments, 2)
            reason = {"path": str(error.filename), "reason": error.strerror or type(error).__name__}
            return _refuse(AsnError("file_refused", reason), arguments, 2)
        return _refuse(AsnError("unexpected", {"kind": type(error).__name__}), arguments)


def _typer_exception() -> type[Exception]:
    from typer.exceptions import TyperException

    return TyperException


def _execute(record: Command, command: Callable[..., Any], asked: Signature, texts: Mapping[str, Any]) -> int:
    """Run one command: read what was typed, supply what is reserved, show the result."""
    from asnkarier.views import output

    values = {item.name: _value(item, texts[item.name]) for item in (*asked.own, *asked.common)}
    common = {item.name: values.pop(item.name) for item in asked.common}
    form = common.get("_format")
    # A command that makes files of its own takes the form for these; its answer is the list of them.
    listed = "wanted_form" in asked.reserved and form not in output.LISTS
    target = output.target("table" if listed else form, common.get("_output"))
    with output.progress() as progress:
        supplied: dict[str, Any] = {
            "as_of": common.get("_as_of") or date.today(),
            "today": date.today(),
            "actor": Actor(common.get("_by") or _login(), datetime.now(UTC)),
            "progress": progress,
            "wanted_form": form if listed else None,
        }
        values.update({name: supplied[name] for name in asked.reserved & supplied.keys()})
        place = common.get("_db") or os.environ.get("ASNKARIER_DB") or DEFAULT_DATABASE
        file: dict[str, Any] = {}
        try:
            with _file(record.access, place) as file:
                result = command(**values, **file)
                answer = output.prepare(result, target, supplied["as_of"])
                notes = [*answer.notes, *_of_an_earlier_day(record, asked, common, values, file, answer.notes)]
                if result.exit_code:
                    raise _TakenBack
        except _TakenBack:
            pass
        except KeyboardInterrupt as pressed:
            db = file.get("db")
            raise Interrupted("interrupted_when_done" if db and db.committed else "interrupted") from pressed
    writes = record.access in (Access.WRITE, Access.CREATE)
    try:
        answer.send(paged=not writes and not common.get("_quiet"))
        if not common.get("_quiet"):
            output.tell([*notes, *(_following(answer.hints(result), common) if sys.stderr.isatty() else ())])
    except KeyboardInterrupt as pressed:
        raise Interrupted("interrupted_when_done" if writes and not result.exit_code else "interrupted") from pressed
    code: int = result.exit_code
    return code


def _of_an_earlier_day(
    record: Command,
    asked: Signature,
    common: Mapping[str, Any],
    values: Mapping[str, Any],
    file: Mapping[str, Any],
    said: Sequence[Words],
) -> list[Words]:
    """Say that the staff of a day that was typed are not known, where an answer about all of them rests on it."""
    day, db = common.get("_as_of"), file.get("db")
    if day is None or db is None or "as_of" not in asked.reserved or record.access is not Access.READ:
        return []
    if values.get("nip"):
        return []
    from asnkarier.commands.not_known import of_the_day

    return [note for note in of_the_day(db, day) if note not in said]


def _following(hints: Sequence[Words], common: Mapping[str, Any]) -> list[Words]:
    from asnkarier.commands.following import completed

    return [completed(hint, common.get("_db"), common.get("_as_of")) for hint in hints]


class _TakenBack(Exception):  # noqa: N818 - leaves the transaction of a command that found reasons not to do it
    pass


@contextmanager
def _file(access: Access, place: str) -> Iterator[dict[str, Any]]:
    if access is Access.NONE:
        yield {}
    elif access is Access.CREATE:
        yield {"path": place}
    elif access is Access.MAYBE and place == DEFAULT_DATABASE and not os.path.exists(place):
        yield {"db": None}
    else:
        from asnkarier.store.database import open_database

        with open_database(place, Access.READ if access is Access.MAYBE else access) as db:
            yield {"db": db}


def _value(item: Typed, text: Any) -> Any:
    if item.switch:
        return bool(text)
    if text is None or text == ():
        return [] if item.many and item.default is None and not item.required else item.default
    return [item.read(each) for each in text] if item.many else item.read(text)


def _login() -> str:
    if name := os.environ.get("ASNKARIER_BY"):
        return name
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _language(argv: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language asked for: the last --lang, else ASNKARIER_LANG, else Indonesian."""
    asked = environment.get("ASNKARIER_LANG", "")
    for place, word in enumerate(argv):
        name, equals, value = word.partition("=")
        if name in _LANG:
            asked = value if equals else argv[place + 1] if place + 1 < len(argv) else asked
    return asked if asked in language.LANGUAGES else language.DEFAULT


def _told_of_language(environment: Mapping[str, str]) -> None:
    """Say once that ASNKARIER_LANG names no language of ours: a job goes on in the usual one, and its log tells why."""
    asked = environment.get("ASNKARIER_LANG", "")
    if asked and asked not in language.LANGUAGES:
        text = language.N_("ASNKARIER_LANG={language} is no language here (there are: {known}).")
        words = language.Words(text, {"language": asked, "known": ", ".join(language.LANGUAGES)})
        from asnkarier.views.values import say

        sys.stderr.write(f"{say(words)}\n")


def _without_language(arguments: list[str]) -> list[str]:
    """Take `--lang X` out: it is known by now, and people put it before the command, after `--help`, anywhere.

    A language there is none of stays, for the command to refuse.
    """
    kept: list[str] = []
    place = 0
    while place < len(arguments):
        name, equals, value = arguments[place].partition("=")
        following = value if equals else arguments[place + 1] if place + 1 < len(arguments) else ""
        if name in _LANG and following in language.LANGUAGES:
            place += 1 if equals else 2
        else:
            kept.append(arguments[place])
            place += 1
    return kept


def _common_behind(arguments: list[str]) -> list[str]:
    """Put what every command takes behind the command where it was typed before: `--db X status` means `status --db X`.

    So goes a language there is none of; where no command could refuse it, it is left out.
    """
    moved: list[str] = []
    refused: list[str] = []
    rest = list(arguments)
    while rest:
        name, equals, _ = rest[0].partition("=")
        switch = False if name in _LANG else SWITCHES.get(name)
        if switch is None:
            break
        words = 1 if switch or equals else 2
        (refused if name in _LANG else moved).extend(rest[:words])
        rest = rest[words:]
    if rest and rest[0].startswith("-"):
        return [*moved, *rest]
    if not rest:
        return []
    end = rest.index("--") if "--" in rest else len(rest)
    return [*rest[:end], *moved, *refused, *rest[end:]]


def _refuse(error: AsnError, arguments: Sequence[str], exit_code: int | None = None) -> int:
    """Say a refusal on stderr, and as JSON on stdout where JSON was asked for."""
    from asnkarier.views import messages, output

    message, remedy = messages.said(error.code, error.values)
    sys.stdout.flush()
    told = f"{message}\n{remedy}\n" if remedy else f"{message}\n"
    sys.stderr.write(output.readable(told, sys.stderr.encoding))
    if _wants_json(arguments):
        from asnkarier.views.document import dumps

        sys.stdout.write(dumps({"error": {"code": error.code, "message": message, "remedy": remedy}}) + "\n")
    return error.exit_code if exit_code is None else exit_code


def _wants_json(arguments: Sequence[str]) -> bool:
    pairs = zip(arguments, [*arguments[1:], ""], strict=True)
    return any(name in ("--format", "--bentuk") and value == "json" for name, value in pairs) or any(
        word in ("--format=json", "--bentuk=json") for word in arguments
    )
