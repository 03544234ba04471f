"""A workbook → frames: every list on every sheet, its kind decided, its columns mapped, its rows read."""

import dataclasses
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from asnkarier.core.errors import Stopped
from asnkarier.core.finding import Finding
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import KindName
from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.parse.words import titles_not_asn
from asnkarier.ingest.cells.exchanged import ExchangedDays, asked_elsewhere
from asnkarier.ingest.forms import form_of_post, levels_in, not_read, post_unknown
from asnkarier.ingest.frames import (
    DoneFrame,
    EndFrame,
    FindingsFrame,
    Frame,
    Hidden,
    ReadOptions,
    SheetFrame,
)
from asnkarier.ingest.header.bound import Mapped, Samples, columns_of, of_survey, shown
from asnkarier.ingest.header.context import NO_PERIOD, NOTHING_ABOVE, Context, context_of, is_form, of_no_fact
from asnkarier.ingest.header.given import (
    completed,
    given_by,
    held,
    is_its_own,
    names_a_unit,
    of_elsewhere,
    pages_in,
    sections_in,
    sets_of,
)
from asnkarier.ingest.header.headers import is_wide
from asnkarier.ingest.header.held import speaks_of_performance
from asnkarier.ingest.header.kept import kept_for, told
from asnkarier.ingest.header.layout import SEARCHED, Header, find_header, headers_like
from asnkarier.ingest.header.left_out import event_told, of_columns, of_leavers
from asnkarier.ingest.header.likely import (
    candidates,
    export_of,
    is_clear,
    nearly,
    or_awards,
    or_history,
    scored,
)
from asnkarier.ingest.header.mapping import map_columns
from asnkarier.ingest.header.moves import day_of_changes
from asnkarier.ingest.header.refusals import periods_beside, refusal, turned
from asnkarier.ingest.lacking import is_of_moves, lacking, lacking_of, of_steps_alone, only_steps, required, unfilled
from asnkarier.ingest.leaving import with_status
from asnkarier.ingest.of_holders import also_of_posts, of_holders
from asnkarier.ingest.offices import within_office
from asnkarier.ingest.only_named import FURTHER, name_column, only_named, passed_over
from asnkarier.ingest.rows import Classifier, Here, is_example, tells_status
from asnkarier.ingest.several import also
from asnkarier.ingest.table import Source, Table
from asnkarier.ingest.ticks import merged as merged_ticks
from asnkarier.ingest.ticks import ticked
from asnkarier.sheets.book import Sheet, chosen, is_choices, is_listing, open_book, sheet_names
from asnkarier.sheets.formats import Format

YEARLY: Final[frozenset[KindName]] = frozenset(
    kind.name for kind in KINDS.values() if any(f.name == "year" and f.required for f in kind.fields)
)
"""Kinds whose every row is about one year."""

_UNDECIDED: Final = frozenset(("kind_not_found", "kind_lacks_column"))
"""What is said of a list that is of no kind as it stands."""

PREVIEW: Final = 300
"""Rows below a header that are looked at before columns are mapped."""


def read_book(path: Path, options: ReadOptions, file: str = "") -> Iterator[Frame]:
    """Yield the frames of one file, ending with a done frame; Stopped when the file as a whole cannot be read."""
    file = file or path.name
    form, sheets = open_book(path)
    lists = held = refused = others = 0
    missed: list[str] = []
    names: list[str] = []
    almost: list[Finding] = []
    unfilled: list[Finding] = []
    filled = False
    days: list[ExchangedDays] = []
    wanted = chosen(options.sheets, sheet_names(path)) if options.sheets else frozenset[int]()
    for number, sheet in enumerate(sheets, 1):
        names.append(sheet.name)
        if options.sheets and number not in wanted:
            continue
        held += 1
        found = 0
        for frame in _read_sheet(sheet, form, options, file, days):
            found += isinstance(frame, SheetFrame)
            filled = filled or (isinstance(frame, EndFrame) and bool(frame.delivered or frame.rejected))
            if isinstance(frame, FindingsFrame):
                refused += any(one.severity == "error" for one in frame.findings)
                others += sum(int(one.values["number"]) for one in frame.findings if one.code == "people_not_asn")
                if frame.findings[0].code == "kind_lacks_column" and frame.findings[0].severity == "note":
                    almost += frame.findings
                    continue
                if frame.findings[0].code == "list_unfilled":
                    unfilled += frame.findings
                    continue
            yield frame
        if not found:
            missed.append(sheet.name)
        lists += found
    if not held and options.sheets:
        raise Stopped("sheet_unknown", {"file": file, "sheet": ", ".join(options.sheets), "sheets": ", ".join(names)})
    if unfilled:
        # A template of several kinds need not be filled whole; one with nothing in it is no list.
        yield FindingsFrame(unfilled if filled else [one._replace(severity="error") for one in unfilled])
    if lists or refused:
        if almost:
            yield FindingsFrame(almost)
    elif almost:
        # The only sheet that is nearly a list is the one that was meant.
        yield FindingsFrame([finding._replace(severity="error") for finding in almost])
    elif others:
        empty: dict[str, str | int] = {"kind": "roster", "skipped": others}
        yield FindingsFrame([Finding("list_empty", "error", file, ", ".join(missed), None, None, None, empty)])
    else:
        code = {"csv": "text_without_list", "html": "page_without_list" if held else "page_without_table"}
        values = {"file": file}
        yield FindingsFrame(
            [Finding(code.get(form, "no_list_found"), "error", file, ", ".join(missed), None, None, None, values)]
        )
    if asked := asked_elsewhere(days):
        yield FindingsFrame(asked)
    yield DoneFrame(lists)


def _read_sheet(
    sheet: Sheet, form: Format, given_options: ReadOptions, file: str, days: list[ExchangedDays]
) -> Iterator[Frame]:
    if is_choices(sheet):
        return
    if sheet.scan.far_cell:
        values = {"cell": sheet.scan.far_cell}
        yield FindingsFrame([Finding("sheet_far_cell", "error", file, sheet.name, None, None, None, values)])
        return
    source = Source(sheet)
    first = True
    above, here = NOTHING_ABOVE, Here()
    while True:
        start, rows = source.take(SEARCHED + PREVIEW)
        if not rows:
            return
        options = given_options
        merged = [(a - start + 1, b, c - start + 1, d) for a, b, c, d in sheet.merged]
        meant = told(options)
        header = find_header(rows, merged, sheet.first_column, meant)
        if header is None and any(of_survey(text_of(cell)) for row in rows[:SEARCHED] for cell in row):
            header = find_header(rows, merged, sheet.first_column, meant._replace(kinds=("survey",)))
        if kept := kept_for(rows, merged, sheet.first_column, options):
            if kept.lacks:
                layout = {"name": kept.options.layout, "headers": ", ".join(kept.lacks)}
                at = kept.header.top + start
                yield FindingsFrame([Finding("layout_lacks_columns", "note", file, sheet.name, at, None, None, layout)])
            else:
                header, options = kept.header, kept.options
        form_of = form_of_post(rows, merged, sheet.first_column, options, header)
        if form_of is not None:
            _, further = source.take(FURTHER)
            rows += further
            form_of = form_of_post(rows, merged, sheet.first_column, options, header) or form_of
            header, options = form_of.header, options._replace(as_kinds=("standards",))
            source.put_back(rows[form_of.end :])
            source.end = start + form_of.end
            rows = rows[: form_of.end]
        if header is None:
            if first:
                yield from _no_header(sheet, form, rows, options, file)
            else:
                yield FindingsFrame([Finding("rows_left_over", "error", file, sheet.name, start, None, None, {})])
            return
        source.put_back(rows[header.data :])
        context = context_of(rows[: header.top], sheet.name if first else "")
        context = context._replace(position=form_of.position if form_of else None)
        if not first:
            under = any(cell not in ("", None) for row in rows[: header.top] for cell in row)
            context = context.below(above if under else above.standing(here.unit, here.parent, here.agency))
        above = context
        below = [row for row in rows[header.data : header.data + PREVIEW] if not is_example(row)]
        preview = Classifier(header, frozenset()).before_next(below)
        cells = columns_of(preview)
        header = ticked(header, cells)
        samples = Samples(merged_ticks(header, cells), sheet.first_column)
        header_here = header._replace(top=header.top + start - 1, data=header.data + start - 1)
        titles = [
            text for row in rows[: header.top] for cell in row if isinstance(cell, str) for text in cell.splitlines()
        ]
        named = only_named(header, samples)
        if named is not None and not options.as_kinds and any(map(titles_not_asn, titles)):
            count: dict[str, str | int] = {"number": passed_over(source, header, named)}
            yield FindingsFrame([Finding("people_not_asn", "note", file, sheet.name, None, None, None, count)])
            first = False
            continue
        sections = [] if form_of else sections_in(header_here, preview)
        if not (form_of or sections or context.unit or context.agency or names_a_unit(header)):
            _, further = source.take(FURTHER)
            source.put_back(further)
            sections = sections_in(header_here, further)
        pages = pages_in(context, rows[: header.top], preview)
        context, titled = held(context, header, samples, sections, pages), context
        leaving = tells_status(preview, context.dated or options.today)
        asked = (sections, file, sheet.name)
        plans, findings = _plans(header_here, rows[header.top :], samples, options, context, *asked)
        if plans and is_its_own(plans[0].kind.name, titled, header, samples, sections, options):
            context = titled
            plans, findings = _plans(header_here, rows[header.top :], samples, options, context, *asked)
        undecided = not plans and not options.as_kinds and {finding.code for finding in findings} <= _UNDECIDED
        if undecided and (event := event_told(titles, context.dated or options.today, sheet.name)):
            sets = {**options.sets, "event": event[1]}
            moved = options._replace(as_kinds=("movements",), sets=sets)
            if not any(
                one.severity == "error"
                for one in _plans(header_here, rows[header.top :], samples, moved, context, *asked)[1]
            ):
                told_by: dict[str, str | int] = {"value": event[0], "event": event[1]}
                findings = [
                    Finding(
                        "title_tells_event", "error", file, sheet.name, header_here.top + 1, None, event[0], told_by
                    )
                ]
        if not plans and sheet.hidden and any(finding.code == "kind_not_found" for finding in findings):
            return  # such as choices of drop-downs
        if findings:
            yield FindingsFrame(findings)
        if not plans:
            return
        if context.dated is None:
            context = context._replace(dated=day_of_changes(plans, samples, context.about))
        day = context.dated or options.today
        if not options.as_kinds and (no_fact := of_no_fact(rows[: header.top], plans[0].kind.name, day)):
            code, said = no_fact
            about: dict[str, str | int] = {"value": said, "kind": plans[0].kind.name}
            yield FindingsFrame([Finding(code, "error", file, sheet.name, header_here.top + 1, None, said, about)])
            return
        if not options.as_kinds:
            titles += [sheet.name] if first else []
            if left := of_leavers(titles, plans, header_here, samples, day, file, sheet.name):
                yield FindingsFrame(left)
                return
        if leaving or len(rows) > header.data + PREVIEW or len(rows) == SEARCHED + PREVIEW:
            plans = [with_status(plan, seen=leaving) for plan in plans]
        of_list = (plans, header_here, samples, options, file, sheet.name)
        places = of_elsewhere(*of_list[:3], context, sections, *of_list[3:])
        if doubts := [*of_columns(*of_list), *places]:
            yield FindingsFrame(doubts)
            if any(finding.severity == "error" for finding in doubts):
                return
        of_page = dataclasses.replace(sheet, merged=()) if form_of else sheet  # one competency, many rows of indicators
        here = yield from _read_table(
            of_page, form, source, header_here, plans, samples, context, options, file, first, start, days
        )
        if form_of is not None:
            source.end = None
            if told_more := not_read(*source.take(form_of.after - form_of.end), form_of, file, sheet.name):
                yield FindingsFrame(told_more)
        first = False


def _no_header(
    sheet: Sheet, form: Format, rows: Sequence[Sequence[Any]], options: ReadOptions, file: str
) -> Iterator[Frame]:
    if sheet.hidden or is_listing(sheet.name) or all(nothing(text_of(cell)) for row in rows for cell in row):
        return
    if (levels := levels_in(rows, (), sheet.first_column, options)) is not None:
        yield FindingsFrame([post_unknown(file, sheet.name, levels.top + 1)])
        return
    if is_form(rows, text=form == "csv"):
        yield FindingsFrame([Finding("sheet_is_form", "error", file, sheet.name)])
        return
    if beside := periods_beside(rows, sheet.first_column) or turned(rows):
        yield FindingsFrame([Finding(beside[0], "error", file, sheet.name, None, None, None, beside[1])])
        return
    for header in headers_like(rows, sheet.first_column):
        samples = Samples(columns_of(rows[header.data :]), sheet.first_column)
        kinds = scored(header, samples, options, frozenset(options.sets))
        if meant := next((item for item in kinds if item.kind.name in options.as_kinds), None):
            if len(meant.fields - set(options.sets)) > 1 and meant.missing:
                yield FindingsFrame([required(meant, file, sheet.name, header.top + 1)])
                return
            continue
        almost = nearly(kinds)
        if almost is not None and len(almost.missing) == 1:
            about = lacking(almost)
            yield FindingsFrame(
                [Finding("kind_lacks_column", "note", file, sheet.name, header.top + 1, None, None, about)]
            )
            return
    if form not in ("csv", "html"):  # of these the file as a whole is said to hold no list
        yield FindingsFrame([Finding("sheet_without_header", "note", file, sheet.name)])


def _plans(
    header: Header,
    rows: Sequence[Sequence[Any]],
    samples: Samples,
    options: ReadOptions,
    context: Context,
    sections: Sequence[str],
    file: str,
    sheet: str,
) -> tuple[list[Mapped], list[Finding]]:
    """Decide the kind or kinds of the list and map its columns; no plan where this cannot be decided."""
    row = header.top + 1

    def refused(code: str, values: dict[str, str | int]) -> tuple[list[Mapped], list[Finding]]:
        return [], [Finding(code, "error", file, sheet, row, None, None, values)]

    sets, problem = sets_of(options)
    if problem:
        return refused(*problem)
    given = frozenset(sets) | given_by(context, header, sections)
    if unreadable := refusal(header, samples, rows, options):
        return refused(*unreadable)
    told_period = "year" in sets or "period" in sets
    beside = None if told_period else periods_beside(rows[: header.data - header.top + 1], samples.first_column)
    if options.as_kinds:
        unknown = [name for name in options.as_kinds if name not in KINDS]
        if unknown:
            return refused("kind_unknown", {"kind": ", ".join(unknown), "known": ", ".join(KINDS)})
        # What is said of posts beside people needs the roster that places them.
        kinds = sorted((KINDS[name] for name in options.as_kinds), key=lambda kind: kind.name != "roster")
        if beside and YEARLY & set(options.as_kinds):
            return refused(*beside)
        findings: list[Finding] = []
    else:
        kinds_here = scored(header, samples, options, given, context.about)
        found, almost = candidates(kinds_here), nearly(kinds_here)
        of_a_roster = bool(found) and found[0].kind.name == "roster" and speaks_of_performance(context.about)
        if beside and (not found or found[0].kind.name in YEARLY or of_a_roster):
            return refused(*beside)
        if not found or almost is not None:
            likely = almost or kinds_here[0]
            meant = map_columns(likely.kind, header, samples, options, file=file, sheet=sheet, about=context.about)
            if told_wrong := [finding for finding in meant.findings if finding.severity == "error"]:
                return [], told_wrong
            if not found and almost is None and (lacks := lacking_of(meant)):
                return refused("kind_lacks_column", lacks)
            if not found and almost is None and is_of_moves(meant):
                found = [likely]
            if only_steps(meant, samples, context.about) is not None:
                found, almost = [likely], None
        if almost is not None:
            return refused("kind_lacks_column", lacking(almost))
        if not found and (blank := unfilled(header, samples, options, given)) is not None:
            return refused("columns_unfilled", lacking(blank))
        if not found:
            return refused(
                "kind_not_found", {"headers": ", ".join(column.header for column in header.columns if column.path)}
            )
        found = or_history(found, kinds_here, header, samples, context.about, options.today)
        found = or_awards(found, kinds_here, header, context.about)
        if found[0].kind.name == "awards" and found[0].missing:
            return refused("kind_lacks_column", lacking(found[0]))
        if not is_clear(found):
            return refused("kind_unclear", {"kinds": f"{found[0].kind.name}, {found[1].kind.name}"})
        kinds = [found[0].kind]
        findings = also(found, file, sheet, row)
        findings += also_of_posts(header, samples, file, sheet) if kinds[0].name == "roster" else []
    plans: list[Mapped] = []
    for kind in kinds:
        mapped = map_columns(kind, header, samples, options, file=file, sheet=sheet, about=context.about)
        roster = next((plan for plan in plans if plan.kind.name == "roster"), None)
        if kind.name == "positions" and (of_posts := of_holders(mapped, roster)) is not None:
            plans.append(of_posts)
            continue
        mapped = completed(within_office(mapped, context, sections, samples, sets), context, sets, sections)
        if (steps := only_steps(mapped, samples, context.about)) is not None:
            mapped = steps._replace(findings=(*steps.findings, of_steps_alone(file, sheet, row)))
        findings += mapped.findings
        there = {*mapped.fields, *is_wide(kind.name, mapped.fields)}
        missing = [f for f in kind.fields if f.required and f.name not in there] if steps is None else []
        if any(finding.severity == "error" for finding in mapped.findings):
            continue
        if context.period == NO_PERIOD and "period" in {field.name for field in kind.fields} - set(mapped.fields):
            findings.append(
                Finding(
                    "title_period_unclear", "error", file, sheet, row, None, context.written, {"value": context.written}
                )
            )
            continue
        if missing:
            values: dict[str, str | int] = {
                "kind": kind.name,
                "label": kind.label,
                "fields": ", ".join(f.label for f in missing),
                "keys": ", ".join(f.name for f in missing),
            }
            findings.append(Finding("column_required", "error", file, sheet, row, None, None, values))
            continue
        plans.append(mapped)
    return (plans if len(plans) == len(kinds) else []), findings


def _read_table(
    sheet: Sheet,
    form: Format,
    source: Source,
    header: Header,
    plans: list[Mapped],
    samples: Samples,
    context: Context,
    options: ReadOptions,
    file: str,
    first: bool,
    top: int,
    days: list[ExchangedDays],
) -> Generator[Frame, None, Here]:
    """Yield the frames of one list, whose title begins in row `top`; return where its section rows stand at its end.

    Its columns of days are added to `days`, to be held against those of the other lists of the file.
    """
    name_at = name_column(header, plans)
    table = Table(
        header,
        plans,
        file,
        sheet,
        options.today,
        name_at,
        None,
        ragged=form in ("csv", "html"),
        scales=options.scales,
        sanctions=options.sanctions,
        context=context,
        kept=bool(options.layout),
        top=top,
    )
    days += [reader.days for reader in table.readers]
    start, ahead = source.take(1)
    source.put_back(ahead)
    layout = options.layout or export_of(header)
    hidden = Hidden(sheet.hidden, sheet.scan.hidden_rows, sheet.scan.hidden_columns) if first else Hidden(sheet.hidden)
    heads = [
        SheetFrame(
            file,
            sheet.name,
            plan.kind.name,
            header.top + 1,
            tuple(field for field in plan.fields if field),
            shown(plan, samples),
            plan.ignored,
            context.day_of(plan.kind.name, options.today),
            hidden,
            layout,
            max(0, sheet.row_count - start + 1),
            context.until,
            context.about,
            context.since,
        )
        for plan in plans
    ]
    if len(plans) == 1:
        yield heads[0]
        for _place, frame in table.frames(source):
            yield from _checked(frame, heads[0])
        return table.sections.here
    # Several kinds on one sheet: the rows are read once; the frames of the second and further kinds wait for the first to end.
    waiting: list[list[Frame]] = [[] for _ in plans]
    yield heads[0]
    for place, frame in table.frames(source):
        if place == 0:
            yield from _checked(frame, heads[0])
        else:
            waiting[place].append(frame)
    for head, frames in zip(heads[1:], waiting[1:], strict=True):
        yield head
        for frame in frames:
            yield from _checked(frame, head)
    return table.sections.here


def _checked(frame: Frame, head: SheetFrame) -> Iterator[Frame]:
    """A list from which nothing could be read is never a success."""
    yield frame
    if isinstance(frame, EndFrame) and not frame.delivered and not frame.rejected:
        values: dict[str, str | int] = {"kind": head.kind, "skipped": frame.skipped}
        blank = frame.skipped and frame.skipped_why.get("example", 0) == frame.skipped
        silent = frame.skipped_why.get("nothing_said", 0)
        place = (head.file, head.sheet, head.header_row, None, None, values)
        if silent:
            values["rows"] = silent
        code = "list_says_nothing" if silent else "list_empty"
        yield FindingsFrame([Finding("list_unfilled", "note", *place) if blank else Finding(code, "error", *place)])
