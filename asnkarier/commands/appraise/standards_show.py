"""`standards show`: what a post asks, in plain words: levels of competency, and the requirements of the law."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

from asnkarier.commands.decide.deciding import Ground, asked, ground, perhaps_own_law, target_of
from asnkarier.commands.decide.deciding import holders as holding
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import POSITION
from asnkarier.core.decide.requirement import Requirements
from asnkarier.core.gap import Profile
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.core.regulation import Version
from asnkarier.core.rules.competency import CompetencyRule
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies, positions
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.units import Units
from asnkarier.views.appraise.standard import asked as asked_in_words
from asnkarier.views.decide.checks import label, required_data
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.law import glossed
from asnkarier.views.law_words import source
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Field, Node, Record, Shape, Table, Text, Tree


class Level(NamedTuple):
    """What the post asks of one competency; `default` where the level is that of the kind and not the post's own."""

    name: str
    group: str
    required: int | None
    default: bool
    importance: str | None
    description: str | None


_FLAT = "competency required group level_name default importance description"
"""The columns of csv, be there a row or none."""


def run(db: Database, as_of: date, position: Annotated[str, POSITION]) -> Result:
    """Show the standard of a post, with the defaults of its kind marked as such, and the requirements with their articles."""
    law = lawbook(db)
    units = Units(db)
    post = positions.find(db, position, units, as_of)
    base = ground(db, law, policy_in_use(db), as_of)
    rule = law.competency.on(as_of)
    levels = _levels(db, post, base)
    target = target_of(post, base) if base.setting.kinds[post.id] else None
    required = asked(target, base) if target is not None else None
    holders = holding(post.id, base)
    profile = base.setting.profiles[post.id]
    told = [_level_data(level, rule.value) for level in levels]
    data = {
        "position": post.name,
        "unit": units.path(post.unit_id) or None,
        "kind": base.setting.kinds[post.id],
        "echelon": post.echelon,
        "job_family": post.job_family,
        "as_of": as_of,
        "headcount": post.headcount,
        "holders": len(holders),
        "standard": profile.source or None,
        "law": rule.citation.text,
        "competencies": told,
        "requirements": [
            {
                "check": check.name,
                "required": required_data(check),
                "article": check.article,
                "confidence": check.confidence,
                "advisory": check.advisory,
            }
            for check in (required.checks if required else ())
        ],
        "attested": [line._asdict() for line in (required.attested if required else ())],
        "exceptions": list(required.exceptions) if required else [],
    }
    shapes: list[Shape] = [_post(post, units, base, len(holders)), _standard(levels, profile, rule)]
    shapes += _requirements(required) if required else [Text([_UNKNOWN_KIND])]
    label_of = positions.label(post, units)
    former = competencies.inherited(db, as_of.isoformat()).get(post.id)
    before = [positions.label(base.posts[former], units)] if former is not None else []
    notes = [
        Words(N_("No standard of its own: that of the post it was before, {position}."), {"position": p})
        for p in before
    ]
    notes += perhaps_own_law(target, base) if target is not None else []
    hints = [
        Words(N_("Where you stand: asnkarier gap NIP --for {position!q}"), {"position": label_of}),
        Words(N_("What is still missing: asnkarier explain NIP --for {position!q}"), {"position": label_of}),
    ]
    return Result(data, shapes, notes, hints=hints, flat=lambda: listed.table(told, _FLAT))


_UNKNOWN_KIND = N_("The kind of this post is not known, so neither defaults nor requirements can be told.")


def _levels(db: Database, post: Post, base: Ground) -> list[Level]:
    profile = base.setting.profiles[post.id]
    known = {competency.id: competency for competency in base.competencies}
    weights = competencies.importances(db, base.setting.day).get(post.id, {})
    described = competencies.descriptions(db)
    own = {**profile.technical, **profile.other}
    nine = zip(base.nine, profile.nine, profile.defaults, strict=False)
    rows = [*nine, *((c.id, own[c.id], False) for c in base.competencies if c.id in own)]
    return [
        Level(known[c].name, known[c].group, level, default, weights.get(c), described.get(c))
        for c, level, default in rows
    ]


def _level_name(level: int | None, rule: CompetencyRule) -> str | None:
    """Return the name of a level; one between two levels has none."""
    return rule.level_names.get(level // SCALE) if level is not None and level % SCALE == 0 else None


def _level_data(level: Level, rule: CompetencyRule) -> dict[str, object]:
    return {
        "competency": level.name,
        "group": level.group,
        "required": None if level.required is None else unscaled(level.required),
        "level_name": _level_name(level.required, rule),
        "default": level.default,
        "importance": level.importance,
        "description": level.description,
    }


def _post(post: Post, units: Units, base: Ground, holders: int) -> Record:
    fields = [
        Field("unit", N_("Unit"), units.path(post.unit_id) or None),
        Field("kind", N_("Kind"), base.setting.kinds[post.id], "term"),
        Field("echelon", N_("Echelon"), post.echelon, "code"),
        Field("job_family", N_("Job family"), post.job_family),
        Field("headcount", N_("Places"), post.headcount, "integer"),
        Field("holders", N_("Holders"), holders, "integer"),
    ]
    shown = [f for f in fields if f.value is not None or f.key in ("kind", "holders")]
    return Record(post.name, shown, Words(N_("As things stood on {day}."), {"day": base.setting.as_of}))


def _standard(levels: Sequence[Level], profile: Profile, rule: Version[CompetencyRule]) -> Table:
    columns = (
        Column("competency", N_("Competency")),
        Column("required", N_("Level"), "level"),
        Column("meaning", N_("Which means")),
        Column("importance", N_("Importance"), "term"),
        Column("from", N_("From")),
    )
    default, own = Words(N_("default of the kind")), Words(N_("standard of the post"))
    rows = [
        (
            level.name,
            None if level.required is None else unscaled(level.required),
            _level_name(level.required, rule.value),
            level.importance,
            None if level.required is None else default if level.default else own,
        )
        for level in levels
    ]
    sure = rule.confidence_of.get("default_levels", rule.citation.confidence)
    caption = Words("{law}", {"law": rule.citation.text})
    if any(level.default for level in levels):
        caption = Words(
            N_("{law}. Defaults stand in where the post has no standard of its own (confidence: {confidence})."),
            {"law": rule.citation.text, "confidence": Words(source(sure))},
        )
    title = N_("Competencies the post asks") if profile.source else N_("Competencies: levels not known")
    return Table(title, columns, rows, caption)


def _requirements(required: Requirements) -> list[Shape]:
    columns = (Column("asked", N_("What is asked")), Column("article", N_("Article")))
    rows: list[tuple[object, ...]] = [(asked_in_words(check), glossed(check.article)) for check in required.deciding]
    told = Words(N_("told, decides nothing"))
    rows += [
        (Words(N_("{asked} ({told})"), {"asked": asked_in_words(check), "told": told}), glossed(check.article))
        for check in required.advisory
    ]
    shapes: list[Shape] = [Table(N_("What the law asks"), columns, rows)]
    if required.attested:
        lines = [(Words(label(line.check)), glossed(line.article)) for line in required.attested]
        shapes.append(Table(N_("What the committee looks at itself"), columns, lines))
    if required.exceptions:
        nodes = [Node(Words("{text}", {"text": text})) for text in required.exceptions]
        shapes.append(Tree(N_("Exceptions the law names"), nodes))
    return shapes
