"""The tree of commands as Typer sees it: built from the registry, a command's module loaded when it runs."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

from asnkarier.commands import completion, helptext, refusals
from asnkarier.commands.parameters import Option
from asnkarier.commands.signature import Signature, signature
from asnkarier.commands.typed import Typed
from asnkarier.registry import COMMANDS, GROUPS, Command, Group
from asnkarier.views.language import current

Execute = Callable[[Command, Callable[..., Any], Signature, Mapping[str, Any]], int]
"""Runs a command with the texts people typed, and returns the exit code."""

PROGRAM = "asnkarier"
HELP = ["--help", "--bantuan", "-h"]
_CONTEXT = {"help_option_names": HELP}


def run_of(record: Command) -> Callable[..., Any]:
    """Load the module of a command and return its `run`."""
    run: Callable[..., Any] = import_module(f"asnkarier.commands.{record.room}.{record.module}").run
    return run


def root(execute: Execute) -> "Branch":
    """Return the program, with the options that install shell completion."""
    branch = Branch(None, execute)
    branch.params.extend(typer.main.get_install_completion_arguments())
    return branch


class Leaf(TyperCommand):
    """One command, loaded when its context is made: listing and completing names loads nothing."""

    def __init__(self, record: Command, execute: Execute) -> None:
        super().__init__(record.name, help=helptext.short(record), context_settings=_CONTEXT)
        self.record = record
        self.signature: Signature | None = None
        self._execute = execute

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Load the command, then parse."""
        self.load()
        return super().make_context(info_name, args, parent, **extra)

    def load(self) -> Signature:
        """Build the parameters from the signature of `run`, once."""
        if self.signature is None:
            run = run_of(self.record)
            self.signature = asked = signature(run)
            self.callback = partial(self._execute_with, run, asked)
            self.params = _parameters([*asked.own, *asked.common])
        return self.signature

    def _execute_with(self, run: Callable[..., Any], asked: Signature, **texts: Any) -> int:
        return self._execute(self.record, run, asked, texts)

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, --help among them."""
        return _left_as_typed(super().get_params(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write our own help page."""
        formatter.write(helptext.command_page(self.record, self.load(), ctx.command_path))


class Branch(TyperGroup):
    """The program itself, or a group of subcommands."""

    def __init__(self, record: Group | None, execute: Execute) -> None:
        name = record.name if record else PROGRAM
        super().__init__(name=name, help=helptext.short(record) if record else None, context_settings=_CONTEXT)
        self.record = record
        self._execute = execute
        self._place = 0 if record is None else 1
        self._both_languages = False

    def entries(self) -> Sequence[Command | Group]:
        """Return the commands and groups directly below, in the order of the registry."""
        if self.record is not None:
            return [command for command in COMMANDS if command.name.startswith(f"{self.record.name} ")]
        groups = {group.name: group for group in GROUPS}
        seen: dict[str, Command | Group] = {}
        for command in COMMANDS:
            first = command.name.split()[0]
            seen.setdefault(first, groups.get(first, command))
        return list(seen.values())

    def names(self, *languages: str) -> list[str]:
        """Return the names that work here in the given languages."""
        return [helptext.word(entry, language, self._place) for entry in self.entries() for language in languages]

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the language in use; all names where none of those completes what was typed."""
        return self.names("en", "id") if self._both_languages else self.names(current())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Find a command by its name in either language."""
        for entry in self.entries():
            if cmd_name in (helptext.word(entry, "en", self._place), helptext.word(entry, "id", self._place)):
                return Branch(entry, self._execute) if isinstance(entry, Group) else Leaf(entry, self._execute)
        return None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is asked for; one nobody knows is refused with the nearest names."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing and not args[0].startswith("-"):
            raise refusals.unknown_command(args[0], self.names("id", "en"), ctx.command_path)
        return super().resolve_command(ctx, args)

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, --help among them."""
        return _left_as_typed(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; a group without a subcommand shows its help."""
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help())
            ctx.exit()
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Offer names of the language in use, and the other language's where none fits."""
        self._both_languages = not any(name.startswith(incomplete) for name in self.names(current()))
        return super().shell_complete(ctx, incomplete)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write our own help page."""
        if self.record is None:
            formatter.write(helptext.program_page(self.entries()))
        else:
            formatter.write(helptext.group_page(self.record, self.entries(), ctx.command_path))


def _parameters(items: Sequence[Typed]) -> list[Any]:
    """Let Typer make its parameters, all of them text; what the text means is read by commands.typed."""

    def asked(**_texts: object) -> None: ...

    wanted = [_wanted(item) for item in items]
    asked.__signature__ = inspect.Signature(wanted)  # type: ignore[attr-defined]  # Typer reads a function's signature there
    asked.__annotations__ = {parameter.name: parameter.annotation for parameter in wanted}
    app = typer.Typer(add_completion=False)
    app.command()(asked)
    return list(typer.main.get_command(app).params)


def _wanted(item: Typed) -> inspect.Parameter:
    kind: Any = bool if item.switch else list[str] if item.many else str
    asked = kind if item.required or item.switch else kind | None
    spec = item.spec
    described: Any
    if isinstance(spec, Option):
        described = typer.Option(*spec.names, help=spec.help, autocompletion=completion.offers(item))
    else:
        described = typer.Argument(metavar=spec.metavar, help=spec.help, autocompletion=completion.offers(item))
    default: Any = inspect.Parameter.empty if item.required else False if item.switch else None
    return inspect.Parameter(
        item.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[asked, described]
    )


def _left_as_typed(parameters: Sequence[Any]) -> list[Any]:
    """Keep Typer from loading pydantic only to turn text into text: a tenth of a second for every command."""
    for parameter in parameters:
        parameter.process_value = partial(_as_typed, parameter)
    return list(parameters)


def _as_typed(parameter: Any, context: Any, value: Any) -> Any:
    if parameter.required and parameter.value_is_missing(value) and not context.resilient_parsing:
        raise refusals.missing_parameter(context.command, parameter.name, context.command_path)
    return parameter.callback(context, parameter, value) if parameter.callback else value
