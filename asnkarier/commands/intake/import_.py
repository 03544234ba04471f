"""`import`: workbooks into the file, all or nothing, with a reason for every row that stays out."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import cache, partial
from pathlib import Path
from typing import Annotated

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.intake.bringing import Brought, bring_in, headers_of
from asnkarier.commands.intake.import_report import (
    all_rejected,
    document,
    flat,
    notes_of,
    perhaps_rejected,
    shapes_of,
)
from asnkarier.commands.intake.rehearsal import changes_told, rehearsed
from asnkarier.commands.intake.stdin import from_stdin
from asnkarier.commands.kinds import KIND_NAMES, both_names, fields_named
from asnkarier.commands.named import kind as kind_named
from asnkarier.commands.parameters import ALL, DRY_RUN, argument, option
from asnkarier.core.access import Actor, Progress
from asnkarier.core.appraisal.away import states_on
from asnkarier.core.errors import Usage
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.names import folded
from asnkarier.core.predicate import of_today, predicate_of_score
from asnkarier.core.rank.promotion import above_ceiling
from asnkarier.core.regulation import NotRegulated
from asnkarier.core.rules.appraisal import PREDICATES, MatrixRule, PredicateRule, ScaleRule
from asnkarier.ingest.frames import PredicateScale, ReadOptions, SanctionLaw, SavedMap
from asnkarier.sheets.book import column_letter, column_number
from asnkarier.store.database import Database
from asnkarier.store.intake.rosters.schooling import CeilingOf
from asnkarier.store.intake.session import Options
from asnkarier.store.queries import competencies
from asnkarier.store.queries.file.layouts import save_layout, saved_layouts
from asnkarier.store.queries.units import agencies_of
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

_LETTERS = re.compile("[A-Za-z]{1,3}")
"""A column may be named by its letter too, where the list has so many: `GOL` is that of no list, and a header misspelt."""

_NEAREST = 5
"""Fields that are named where one is not known."""

FILES = argument(
    N_("FILE"),
    help=N_("Workbook or csv file; several are imported together; - is the standard input."),
    completes="file",
)


def run(
    db: Database,
    actor: Actor,
    progress: Progress,
    files: Annotated[list[Path], FILES],
    kinds: Annotated[
        str | None,
        option(
            "--as", "--sebagai", help=N_("Kind of sheet; several with a comma."), metavar=N_("KIND"), completes="kind"
        ),
    ] = None,
    sheets: Annotated[
        list[str] | None, option("--sheet", "--lembar", help=N_("Only this sheet (name or number); may be repeated."))
    ] = None,
    maps: Annotated[
        list[str] | None,
        option("--map", "--petakan", help=N_("Read a column as a field: `HEADER=field`; `HEADER=` ignores it.")),
    ] = None,
    sets: Annotated[
        list[str] | None, option("--set", "--isi", help=N_("What the sheet does not say: `FIELD=VALUE` for every row."))
    ] = None,
    dated: Annotated[
        date | None,
        option("--dated", "--keadaan", help=N_("The day a roster speaks of, where its title does not say.")),
    ] = None,
    covers_from: Annotated[
        date | None,
        option(
            "--covers-from",
            "--meliputi-sejak",
            help=N_("The day from which a register is complete (its title's, else from the first on)."),
        ),
    ] = None,
    covers_until: Annotated[
        date | None,
        option(
            "--covers-until",
            "--meliputi-sampai",
            help=N_("The day up to which a register is complete (its title's, else today)."),
        ),
    ] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    skip_bad: Annotated[
        bool, option("--skip-bad", "--lewati-salah", help=N_("Import the good rows and report the others."))
    ] = False,
    marked: Annotated[
        Path | None,
        option(
            "--marked", "--tandai", help=N_("Write a copy of the workbook with the bad cells marked."), completes="file"
        ),
    ] = None,
    clear_blanks: Annotated[
        bool, option("--clear-blanks", "--kosongkan", help=N_("A blank cell clears the value."))
    ] = False,
    unknown_people: Annotated[
        str,
        option(
            "--unknown-people",
            "--pegawai-tak-dikenal",
            help=N_("What to do with rows about unknown people."),
            choices={"error": ("salah",), "skip": ("lewati",)},
        ),
    ] = "error",
    create_near: Annotated[
        bool, option("--create-near", "--buat-mirip", help=N_("Create units and posts that look like known ones."))
    ] = False,
    replace: Annotated[
        bool, option("--replace", "--ganti", help=N_("Take back rows of these people that the file no longer holds."))
    ] = False,
    full: Annotated[
        bool, option("--full", "--lengkap", help=N_("The roster is complete: say who is missing from it."))
    ] = False,
    agency: Annotated[
        str | None,
        option("--agency", "--perangkat-daerah", help=N_("With --full: complete for this agency."), completes="unit"),
    ] = None,
    save_map: Annotated[
        str | None,
        option("--save-map", "--simpan-peta", help=N_("Keep this mapping for the next file of the same layout.")),
    ] = None,
    large: Annotated[
        bool, option("--large", "--besar", help=N_("Allow the reader more than 1.5 GiB of memory."))
    ] = False,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Import and report; a dry run is the same, rolled back."""
    if marked is not None and marked.suffix.lower() not in ("", ".xlsx"):
        raise Usage("marked_ending", {"path": str(marked)})
    if marked is not None and (source := _written_over(files, marked)) is not None:
        raise Usage("marked_over_source", {"path": str(source)})
    reading = reading_options(db, actor, kinds=kinds, sheets=sheets, maps=maps, sets=sets, large=large)
    if covers_until is not None and covers_until.isoformat() > reading.today:
        raise Usage("covers_until_in_future", {"day": covers_until.isoformat(), "today": reading.today})
    if (
        covers_from is not None
        and covers_from.isoformat() > (last := covers_until or date.fromisoformat(reading.today)).isoformat()
    ):
        raise Usage("covers_from_after_until", {"day": covers_from.isoformat(), "until": last.isoformat()})
    taking = Options(
        today=reading.today,
        dated=dated.isoformat() if dated else None,
        covers_until=covers_until.isoformat() if covers_until else None,
        covers_from=covers_from.isoformat() if covers_from else None,
        clear_blanks=clear_blanks,
        skip_unknown_people=unknown_people == "skip",
        create_near=create_near,
        replace=replace,
        full=full,
        agency=agency,
        expected=_matrix(db),
        of_score=_scale(db),
        not_evaluated=cache(partial(states_on, lawbook(db).predicate)),
        level_of=_levels(db),
        ceiling_of=_ceilings(db),
        opens_level=opens_level(db),
    )
    with from_stdin(files) as paths:
        brought = bring_in(db, actor, paths, reading, taking, skip_bad=skip_bad, progress=progress)
        _check_maps(reading.maps, brought)
        _check_sets(reading.sets, brought)
        return _told(
            db, paths, reading, brought, dry_run=dry_run, marked=marked, save_map=save_map, everything=everything
        )


def _check_maps(maps: Mapping[str, str], brought: Brought) -> None:
    """Refuse --map for a header or a column that no list has: what was typed wrongly would leave its column out without a word."""
    headers = [name for head, _, _ in brought.lists for name in sorted(headers_of(head))]
    known = {folded(name) for header in headers for name in (header, header.rpartition(">")[2])}
    heads = [head for head, _, _ in brought.lists]
    columns = {one.column for head in heads for one in head.columns} | {
        one.column for head in heads for one in head.ignored
    }
    last = max((column_number(letters) for letters in columns if letters), default=-1)
    for typed in maps if headers else ():
        if folded(typed) in known or (_LETTERS.fullmatch(typed) and column_number(typed) <= last):
            continue
        near = sorted(headers, key=lambda header: -_likeness(folded(header), folded(typed)))
        raise Usage("map_header_unknown", {"header": typed, "headers": near, "last": column_letter(last)})


def _check_sets(sets: Mapping[str, str], brought: Brought) -> None:
    """Refuse --set for a field that no list of these kinds has: nothing would come of it."""
    kinds = dict.fromkeys(head.kind for head, _, _ in brought.lists)
    known = list(dict.fromkeys(field.name for kind in kinds for field in KINDS[kind].fields))
    for typed in sets if kinds else ():
        if typed not in known:
            near = sorted(known, key=lambda field: -_likeness(folded(field), folded(typed)))
            told = {"field": typed, "kinds": ", ".join(map(kind_named, kinds)), "fields": ", ".join(near[:_NEAREST])}
            raise Usage("set_field_of_no_list", told)


def _likeness(header: str, typed: str) -> float:
    """Return how much a header is like what was typed; a word that begins with it, as `GOL` does, is like it most."""
    begun = any(word.startswith(typed) for word in header.split())
    return begun + SequenceMatcher(None, header, typed, autojunk=False).ratio()


def _matrix(db: Database) -> Callable[[int, str | None, str | None], tuple[str, ...]]:
    """Return what the law of a year reads off two ratings, one of which may not be known; nothing where its law has no matrix."""
    law = lawbook(db).predicate

    @cache
    def expected(year: int, work_result: str | None, behaviour: str | None) -> tuple[str, ...]:
        try:
            rule = law.on(date(year, 12, 31)).value
        except NotRegulated:
            return ()
        if not isinstance(rule, MatrixRule):
            return ()
        found = {
            cell.predicate
            for cell in rule.cells
            if work_result in (None, cell.work_result) and behaviour in (None, cell.behaviour)
        }
        return tuple(predicate for predicate in PREDICATES if predicate in found)

    return expected


def _scale(db: Database) -> Callable[[int, int, str | None], tuple[str, ...]]:
    """Return what the law of a year reads off a score, in today's words; nothing for years whose law has a matrix, or none."""
    law = lawbook(db).predicate

    @cache
    def of_score(year: int, score: int, new_idea: str | None) -> tuple[str, ...]:
        try:
            rule = law.on(date(year, 12, 31)).value
        except NotRegulated:
            return ()
        if not isinstance(rule, ScaleRule):
            return ()
        ideas = (False, True) if new_idea is None else (new_idea == "ya",)
        names = [predicate_of_score(rule, score, idea) for idea in ideas]
        found = [of_today(rule, name) for name in names if name is not None]
        return tuple(dict.fromkeys(str(predicate) for predicate in found if predicate is not None))

    return of_score


def _levels(db: Database) -> Callable[[str, str], str | None]:
    """Return the level that the law of a day gives a sanction; None for what it does not name, and before the first law."""
    law = lawbook(db).discipline

    @cache
    def level_of(day: str, sanction: str) -> str | None:
        try:
            found = law.on(date.fromisoformat(day)).value.sanction(sanction)
        except NotRegulated:
            return None
        return str(found.level) if found is not None else None

    return level_of


def _ceilings(db: Database) -> CeilingOf:
    """Return, by the law of a day, the ceiling of an education that lies below a golongan, and its article."""
    law = lawbook(db).rank_promotion

    @cache
    def ceiling_of(day: str, kind: str, education: str, field: str | None, golongan: str) -> tuple[str, str] | None:
        try:
            rule = law.on(date.fromisoformat(day)).value.regular
        except NotRegulated:
            return None
        ceiling = above_ceiling(rule, kind, education, field, golongan)
        return None if ceiling is None else (ceiling, rule.article)

    return ceiling_of


def reading_options(
    db: Database,
    actor: Actor,
    *,
    kinds: str | None = None,
    sheets: Sequence[str] | None = None,
    maps: Sequence[str] | None = None,
    sets: Sequence[str] | None = None,
    large: bool = False,
) -> ReadOptions:
    """Return what the officer said about reading, and what the file of the city knows."""
    as_kinds = _kinds(kinds)
    today = actor.at.astimezone().date().isoformat()
    return ReadOptions(
        as_kinds=as_kinds,
        sheets=tuple(sheets or ()),
        maps={
            h: named[0] if len(named := fields_named(f, as_kinds)) == 1 else f
            for h, f in _pairs(maps, "map_malformed").items()
        },
        sets=_sets(sets, as_kinds),
        today=today,
        competencies=competencies.names(db),
        large=large,
        saved=tuple(SavedMap(name, kind, tuple(headers), maps) for name, kind, headers, maps in saved_layouts(db)),
        scales=_scales(db),
        sanctions=_sanctions(db),
        units=agencies_of(db, today),
    )


def _sets(typed: Sequence[str] | None, as_kinds: Sequence[str]) -> dict[str, str]:
    """Return field → value; Usage where a field is given a value twice: one of them would be left out without a word."""
    sets: dict[str, str] = {}
    for text in typed or ():
        for field, value in _pairs([text], "set_malformed").items():
            for name in fields_named(field, as_kinds) or [field]:
                if name in sets:
                    raise Usage("set_twice", {"field": field, "values": f"{sets[name]}; {value}"})
                sets[name] = value
    return sets


def opens_level(db: Database) -> frozenset[str]:
    """Return the kinds of PAK that open a level by any rule of credit, for what an import is held against."""
    return frozenset(kind for version in lawbook(db).credit.versions for kind in version.value.opens_level)


def _sanctions(db: Database) -> tuple[SanctionLaw, ...]:
    """Return how the laws of discipline name sanctions, each from its first day on."""
    return tuple(
        SanctionLaw(
            version.in_force_since.isoformat(),
            version.citation.law,
            version.value.sanctions,
            version.value.code_of_ethics,
        )
        for version in lawbook(db).discipline.versions
    )


def _scales(db: Database) -> tuple[PredicateScale, ...]:
    """Return how the laws of predicates name them, each from its first year on."""
    return tuple(
        PredicateScale(
            version.in_force_since.year,
            version.value.method,
            version.citation.law,
            tuple(version.value.names.values()),
            *_ends(version.value),
            {str(name): code for name, code in version.value.codes.items()}
            if isinstance(version.value, MatrixRule)
            else {},
        )
        for version in lawbook(db).predicate.versions
    )


def _ends(rule: PredicateRule) -> tuple[int | None, int | None]:
    """Return the highest score of a scale, and the lowest from which a new idea decides."""
    if isinstance(rule, MatrixRule):
        return None, None
    asked = [band.low for band in rule.bands if band.name in rule.needs_new_idea and band.low is not None]
    return rule.highest, min(asked, default=None)


def _told(
    db: Database,
    files: Sequence[Path],
    reading: ReadOptions,
    brought: Brought,
    *,
    dry_run: bool,
    marked: Path | None,
    save_map: str | None,
    everything: bool,
) -> Result:
    failed = brought.stopped or all_rejected(brought)
    applied = not failed and not dry_run
    changed = rehearsed(db, brought) if dry_run and brought.batch is not None else []
    told = changes_told(db, brought, rehearsal=dry_run, everything=everything)
    if not applied:
        db.discard()
    elif save_map is not None and brought.lists:
        head = brought.lists[0][0]
        save_layout(db, save_map, head.kind, sorted(headers_of(head)), reading.maps)
    if failed:
        brought.intake.reached.clear()
        for _, taken, _ in brought.lists:
            taken.covers_from = taken.covers_until = None  # what was refused says nothing of anybody
    notes = notes_of(brought, applied, dry_run)
    if marked is not None:
        notes += _mark(files, marked, brought)
    if brought.intake.vanished and not dry_run:
        notes += [_movements(files[0], brought), *perhaps_rejected(brought)]
    data = document(brought, applied, dry_run, changed)
    shapes = shapes_of(brought, applied, dry_run, told, everything)
    return Result(data, shapes, notes, exit_code=1 if failed else 0, flat=lambda: flat(brought))


def _place_of(target: Path, path: Path, *, alone: bool) -> Path:
    """Return where the marked-up copy of a file goes: of several, each has its own name beside the target."""
    return target if alone else target.with_name(f"{target.stem}-{path.stem}.xlsx")


def _written_over(files: Sequence[Path], target: Path) -> Path | None:
    """Return the file of those to be read that a marked-up copy would be written over."""
    places = [target, *(_place_of(target, path, alone=False) for path in files if len(files) > 1)]
    there = [place for place in places if place.exists()]
    return next((path for path in files for place in there if path.exists() and place.samefile(path)), None)


def _mark(files: Sequence[Path], target: Path, brought: Brought) -> list[Words]:
    """Write a marked-up copy of every file with findings; of several, each under its own name beside the target."""
    from asnkarier.sheets.rewritten import Part
    from asnkarier.views import marked

    notes = []
    found = {path: [f for f in brought.findings if f.file == path.name] for path in files}
    bad = {path: findings for path, findings in found.items() if findings}
    for path, findings in bad.items():
        place = _place_of(target, path, alone=len(bad) == 1)
        parts: dict[str, list[Part]] = {}
        for head, _, end in brought.lists:
            if head.file == path.name:
                part = Part(end.around, dict(end.apart), frozenset(end.leaning))
                parts.setdefault(head.sheet, []).append(part)
        for of_sheet in parts.values():
            of_sheet.sort(key=lambda part: min(part.around, default=0))
        whole = marked.write(place, path, findings, parts)
        copy = N_("The marked-up copy is {path}.")
        rest = N_(
            "The rejected rows are in {path}, with the rows they need to be read: correct them there and import that file."
        )
        notes.append(Words(copy if whole else rest, {"path": str(place)}))
    return notes


def _movements(roster: Path, brought: Brought) -> Words:
    """Write the sheet of movements to fill in for those a complete roster no longer lists."""
    from asnkarier.views.marked import movements

    target = roster.with_name(f"{roster.stem}-mutasi.xlsx")
    movements(target, [(v.nip, v.name, v.unit) for v in brought.intake.vanished])
    return Words(
        N_("{count} {count:person is|people are} no longer on the roster: fill in {path} and import it."),
        {"count": len(brought.intake.vanished), "path": str(target)},
    )


def _kinds(text: str | None) -> tuple[str, ...]:
    if not text:
        return ()
    spelled = {other: name for name, others in KIND_NAMES.items() for other in others}
    result = []
    for word in text.split(","):
        name = spelled.get(word.strip().lower(), word.strip().lower())
        if name not in KINDS:
            raise Usage("kind_unknown", {"kind": word.strip(), "kinds": both_names()})
        result.append(name)
    return tuple(result)


def _pairs(texts: Sequence[str] | None, code: str) -> Mapping[str, str]:
    pairs: dict[str, str] = {}
    for text in texts or ():
        left, equals, right = text.rpartition("=") if code == "map_malformed" else text.partition("=")
        if not equals or not left.strip():
            raise Usage(code, {"text": text})
        pairs[left.strip()] = right.strip()
    return pairs
