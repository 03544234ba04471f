"""Messages of the intake room: what a list says about a city that the file cannot follow, and taking imports back."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "person_unknown": Message(
        N_("Nobody has the NIP {nip}."),
        N_(
            "Correct the NIP[[ (nearest: {nearest})]], import the roster first, or count such rows with `--unknown-people skip`."
        ),
    ),
    "unit_not_found": Message(
        N_("There is no unit “{unit}”."),
        N_("Correct the name[[ (nearest: {nearest})]] or import the list of units first."),
    ),
    "unit_ambiguous": Message(
        N_("Several units are called “{unit}”."), N_("Add the agency or write the whole path: {paths}.")
    ),
    "evaluation_unit_unknown": Message(
        N_(
            "There is no unit “{unit}” there: it is kept as written, and the evaluation counts in the unit in which the person was."
        ),
        N_(
            "Correct the name[[ (nearest: {nearest})]]; a unit that is no more comes with the list of units or of reorganisations."
        ),
    ),
    "evaluation_unit_ambiguous": Message(
        N_("Several units are called “{unit}”: the evaluation counts in the unit in which the person was."),
        N_("Add the agency or write the whole path: {paths}."),
    ),
    "unit_agency_blank": Message(
        N_("“{unit}” is new and the cell of its agency is blank, while other rows of the list name theirs."),
        N_("Write the agency in every row (for an agency itself, its own name): each may have a unit of that name."),
    ),
    "unit_agency_kept": Message(
        N_("The agency of “{unit}” is blank; a blank clears no agency, and the unit stays one of “{agency}”."),
        N_(
            "Write the agency into the row; what a reorganisation moved comes by a list of successions (`--as successions`)."
        ),
    ),
    "unit_circle": Message(
        N_("“{unit}” would stand above itself: its superior is that of row {row}, which leads back to it."),
        N_("Correct the superior in one of these rows."),
    ),
    "unit_below_itself": Message(
        N_("“{above}” lies below “{unit}” and cannot be its superior."),
        N_("Correct the superior, or give the lower unit its new one in the same list."),
    ),
    "renamed_to_itself": Message(
        N_("“{name}” would be renamed to its own name."),
        N_("Write the new name, or the other agency where it moved (`how` = move); otherwise delete the row."),
    ),
    "dates_swapped_beside_texts": Message(
        N_(
            "{field}: {count} dates all lie on the 1st to the 12th of a month, beside texts of later days such as “{text}”."
            " An English Excel changes day and month over where it can, and leaves other texts as they are: {value} may have been {meant}."
        ),
        N_(
            "Compare with the documents. If they are changed over, put them right in a new column with"
            " =IFERROR(IF(DAY({column}2)<13,DATE(YEAR({column}2),DAY({column}2),MONTH({column}2)),{column}2),{column}2);"
            " if they are right as they stand, say so with `--map '{header}={key}'`."
        ),
    ),
    "dates_swapped_beside": Message(
        N_(
            "{field}: of {count} of {all} dates day and month may have been changed over, as those of {other} in the same list were:"
            " {value} may have been {meant}."
        ),
        N_(
            "Compare with the documents. If they are changed over, put them right in a new column with"
            " =IFERROR(IF(DAY({column}2)<13,DATE(YEAR({column}2),DAY({column}2),MONTH({column}2)),{column}2),{column}2);"
            " if they are right as they stand, say so with `--map '{header}={key}'`."
        ),
    ),
    "dates_swapped_elsewhere": Message(
        N_(
            "{field}: of {count} of {all} dates day and month may have been changed over, as those of {other} in another list of"
            " the workbook ({where}) were: {value} may have been {meant}."
        ),
        N_(
            "Compare with the documents. If they are changed over, put them right in a new column with"
            " =IFERROR(IF(DAY({column}2)<13,DATE(YEAR({column}2),DAY({column}2),MONTH({column}2)),{column}2),{column}2);"
            " if they are right as they stand, say so with `--map '{header}={key}'`."
        ),
    ),
    "dates_swapped": Message(
        N_(
            "{field}: {count} of {all} dates lie on the 2nd to the 12th of January, next to none on the first of another month."
            " An English Excel has changed day and month over: {value} was {meant}."
        ),
        N_(
            "Compare with the documents. Put the dates right in a new column with =DATE(YEAR({column}2),DAY({column}2),MONTH({column}2));"
            " if they are right as they stand, say so with `--map '{header}={key}'`."
        ),
    ),
    "dates_swapped_by_nip": Message(
        N_(
            "{field}: {count} of {all} dates are those of the NIP beside them with day and month the other way round."
            " An English Excel has changed day and month over: {value} was {meant}."
        ),
        N_(
            "Compare with the documents. If they are changed over, put them right in a new column with"
            " =IFERROR(IF(DAY({column}2)<13,DATE(YEAR({column}2),DAY({column}2),MONTH({column}2)),{column}2),{column}2);"
            " if they are right as they stand, say so with `--map '{header}={key}'`."
        ),
    ),
    "dates_perhaps_swapped": Message(
        N_(
            "{field}: {count} of {all} dates lie on the 2nd to the 12th of January."
            " An English Excel may have changed day and month over: {value} may have been {meant}."
        ),
        N_(
            "Compare with the documents. If they are changed over, put them right in a new column with"
            " =DATE(YEAR({column}2),DAY({column}2),MONTH({column}2)); if they are right, `--map '{header}={key}'` says so."
        ),
    ),
    "unit_name_differs": Message(
        N_("The code {code} is that of “{unit}”, not of “{name}”; the unit was not renamed."),
        N_(
            "If a reorganisation renamed it, import a list of successions first (`--as successions`); otherwise correct the code or the name."
        ),
    ),
    "unit_agency_differs": Message(
        N_("“{unit}” (code {code}) does not lie in “{agency}”; it was not moved."),
        N_(
            "If a reorganisation moved it, import a list of successions first (`--as successions`); otherwise correct the row."
        ),
    ),
    "unit_place_taken": Message(
        N_("There is a unit “{unit}” already."),
        N_("If the two are one, join them with `asnkarier unit merge`; otherwise correct the row."),
    ),
    "unit_code_name": Message(
        N_("The code {code} is that of “{unit}”, not of “{name}”; the row was taken for the unit of the code."),
        N_(
            "Correct the code or the name. If a reorganisation renamed the unit, say so in a list of successions first (`--as successions`)."
        ),
    ),
    "unit_code_unknown": Message(
        N_(
            "Nobody knows the code {code}; the row was taken for “{unit}”[[, whose code is {known}]], and the code was not."
        ),
        N_("Correct the code or the name; a unit that has another code now gets it by a list of units (`--as units`)."),
    ),
    "unit_code_agency": Message(
        N_("The code {code} is that of “{unit}”, which does not lie in “{agency}”."),
        N_(
            "Correct the code or the agency. If a reorganisation moved the unit, say so in a list of successions first (`--as successions`)."
        ),
    ),
    "unit_code_twice": Message(
        N_("The list gives the code {code} to “{unit}” and to “{name}”."),
        N_("Correct the code, or take no codes from this column: `--map 'HEADER='`."),
    ),
    "unit_near": Message(
        N_("The new unit “{unit}” looks like the known one “{known}”; it was not created."),
        N_("Correct the name, or import with `--create-near` if it is a unit of its own."),
    ),
    "office_known_alone": Message(
        N_("“{unit}” is new; an earlier list without that agency made a unit “{known}” of its own."),
        N_(
            "If both are one, join them, and before that the units of one name below both:"
            ' `asnkarier unit merge "{known}" "{unit}"`.'
        ),
    ),
    "unit_spelt_twice": Message(
        N_("“{name}” ({people} in it) and “{other}” ({others} in it) differ by a letter or two; both were created."),
        N_("If they are one, correct the cells, or join them with `asnkarier unit merge`."),
    ),
    "position_spelt_twice": Message(
        N_(
            "“{name}” (held by {people}) and “{other}” (held by {others}) differ by a letter or two; both were created."
        ),
        N_("If they are one, correct the cells, or join them with `asnkarier position merge`."),
    ),
    "position_not_found": Message(
        N_("There is no post “{position}”."),
        N_("Correct the name[[ (nearest: {nearest})]] or import the list of posts first."),
    ),
    "position_not_in_unit": Message(
        N_("There is no post “{position}” in {unit}; there is {known}."),
        N_("Correct the unit, or import the list of posts first."),
    ),
    "position_ambiguous": Message(
        N_("Several posts are called “{position}”."), N_("Write the unit beside it: {paths}.")
    ),
    "position_near": Message(
        N_("The new post “{position}” looks like the known one “{known}”; it was not created."),
        N_("Correct the name, or import with `--create-near` if it is a post of its own."),
    ),
    "position_held_bare": Message(
        N_(
            "{number} {number:person|people} of {unit} {number:holds|hold} “{position}” without a unit, because the list of staff was read"
            " first: what this row says of the post does not reach them."
        ),
        N_("Import the list of staff again: it then places them in this post."),
    ),
    "echelon_differs": Message(
        N_("The echelon of “{position}” is {known}, not {told}; it stays."),
        N_(
            "If {told} is right, correct it by importing a list of posts (`--as positions`); otherwise correct the cell."
        ),
    ),
    "position_kind_differs": Message(
        N_("“{position}” is known as {known!t}, not as {told!t}; it stays."),
        N_(
            "If {told!t} is right, correct it by importing a list of posts (`--as positions`); otherwise correct the cell."
        ),
    ),
    "position_level_differs": Message(
        N_(
            "“{position}” is known as {known!t}, and this row says {told!t}: each level is a post of its own, so the row was taken as"
            " “{new}”."
        ),
        N_("If the level of the row is a slip, take the import back, correct the cell and import the list again."),
    ),
    "competency_unknown": Message(
        N_("There is no competency “{competency}”."),
        N_("Correct the name[[ (nearest: {nearest})]] or import the list of competencies first."),
    ),
    "competency_outside_standard": Message(
        N_("The standard of the person's post does not ask “{competency}”; the level is kept and counts for no JPM."),
        N_("Check the competency, or add it to the post's standard."),
    ),
    "evaluated_before_service": Message(
        N_("The evaluation ({period!t}, {year!y}) is of a time before the first appointment, {since}."),
        N_(
            "Check whose row it is, a neighbour's NIP perhaps, or the TMT CPNS on record; the evaluation was taken as written."
        ),
    ),
    "evaluated_before_service_by_nip": Message(
        N_(
            "The evaluation ({period!t}, {year!y}) is of a time before the first appointment, by the NIP not before {since}."
        ),
        N_("Check whose row it is, a neighbour's NIP perhaps; the evaluation was taken as written."),
    ),
    "evaluated_after_leaving": Message(
        N_(
            "The evaluation ({period!t}, {year!y}) is of a time after the person left: {status!t} since {since}[[ ({event})]]."
        ),
        N_(
            "Check whose row it is, a neighbour's NIP perhaps, or the movement on record; the evaluation was taken as written."
        ),
    ),
    "evaluated_while_away": Message(
        N_(
            "The evaluation ({period!t}, {year!y}) is of a time in which nobody was to evaluate the person: {status!t} since {since}."
        ),
        N_(
            "Check whose row it is, a neighbour's NIP perhaps, or the movement on record; the evaluation was taken as written."
        ),
    ),
    "predicate_differs": Message(
        N_(
            "The predicate is {predicate!t}, but {work_result!t} and {behaviour!t} give {due!t}[[ ({cell})]]; the written one stands."
        ),
        N_("Check the two ratings and the predicate against the signed evaluation."),
    ),
    "predicate_beyond_result": Message(
        N_(
            "The predicate is {predicate!t}, but a work result {rating!t} gives that with no rating of behaviour,"
            " only {due!t}[[ ({cell})]]; the written one stands."
        ),
        N_("Check the rating and the predicate against the signed evaluation."),
    ),
    "predicate_beyond_behaviour": Message(
        N_(
            "The predicate is {predicate!t}, but a behaviour {rating!t} gives that with no rating of the work result,"
            " only {due!t}[[ ({cell})]]; the written one stands."
        ),
        N_("Check the rating and the predicate against the signed evaluation."),
    ),
    "predicate_not_of_score": Message(
        N_(
            "The predicate is {predicate!t}, but a score of {score} in {year!y} gives {due!t}[[ or {or!t}]]; the written one stands."
        ),
        N_("Check the score and the predicate against the signed evaluation."),
    ),
    "predicate_of_another_scale": Message(
        N_("“{value}” is no predicate of {year!y}: {law} knows {names}. It is kept as today's predicate of that rank."),
        N_("Check the year and the predicate against the signed evaluation."),
    ),
    "score_of_another_scale": Message(
        N_(
            "A score says nothing of {year!y}: by {law} the two ratings give the predicate. The score is kept and not used."
        ),
        N_("Add the ratings of work result and behaviour, or the predicate."),
    ),
    "ratings_of_another_scale": Message(
        N_("Ratings say nothing of {year!y}: by {law} a score gives the predicate. They are kept and not used."),
        N_("Add the score or the predicate."),
    ),
    "new_idea_not_said": Message(
        N_(
            "A score of {score} in {year!y} means Sangat Baik only with a new idea ({law}), and nothing is said of one."
        ),
        N_("Write ya or tidak in the column of the new idea; until then the predicate is not known."),
    ),
    "year_before_scales": Message(
        N_("{year!y} lies before the first rule of predicates ({law}, from {since!y} on): none follows for it."),
        N_("Check the year; the row is kept as it stands and counts for nothing."),
    ),
    "fact_known_otherwise": Message(
        N_(
            "The file already knows of this person what this row may be: {known}. Whether they are one cannot be told; all {count} count."
        ),
        N_(
            "If they are one, take back the import of one of them (`imports undo`), or import the whole list with `--replace`."
        ),
    ),
    "row_twice": Message(
        N_("The same row stands at {first} already; it was taken once."), N_("Delete one of the two rows.")
    ),
    "row_twice_for_all": Message(
        N_("All that this row says stands above it already; it was taken once."),
        N_("Delete this row, and none of those above it: they say other things too."),
    ),
    "rows_disagree": Message(
        N_("This row and {other} are about the same thing and say different things[[: {cells}]]."),
        N_("Keep the row that is right and delete the other."),
    ),
    "rows_after_register": Message(
        N_(
            "{count} {count:row is|rows are} dated after {until}, up to which the list is complete, the last {last}:"
            " {count:it counts|they count}, though of these days nothing is known of anybody else."
        ),
        N_("Look at the day in the title or after --covers-until, and at the dates of {count:that row|these rows}."),
    ),
    "register_until_unclear": Message(
        N_(
            "The title names a time or a day from which it cannot be told in which days the list is complete: it is noted as"
            " complete in none."
        ),
        N_(
            "Say up to which day it is complete with --covers-until; if it is so only from a day on, that one with"
            " --covers-from."
        ),
    ),
    "register_of_agency": Message(
        N_(
            "Title and people of this register are of {agency} alone, one of {agencies} agencies: nobody elsewhere is known"
            " to have none, so it is not noted as complete."
        ),
        N_(
            "Import the lists of all agencies together, or say with --covers-until up to which day the register is complete"
            " for everybody."
        ),
    ),
    "register_people_of_agency": Message(
        N_(
            "All {people} people of this register are of {agency}, one of {agencies} agencies; it is noted as complete up to"
            " {day} for everybody all the same."
        ),
        N_(
            "If the list is of that agency alone, take the import back and import it with --covers-until and the day up to"
            " which the register is complete for everybody."
        ),
    ),
    "succession_agency_unknown": Message(
        N_(
            "No agency or unit is called “{agency}”, in which “{old}” was: the row is kept and joins nothing until a list names it."
        ),
        N_("Check the name of the old agency against the list of units and correct it in the list."),
    ),
    "succession_old_unknown": Message(
        N_(
            "No unit, post or history bears the old name “{old}”: the row is kept and joins nothing until a list names it."
        ),
        N_(
            "Check the old name against the list of units or posts and the histories; a list that brings it later is joined."
        ),
    ),
    "succession_circle": Message(
        N_("“{old}” → “{new}” closes a circle: other rows of that same day lead from “{new}” back to “{old}”."),
        N_("Check which row is wrong; if the old name did return later, give that row its own day."),
    ),
    "succession_swap": Message(
        N_(
            "“{old}” and “{new}” swap their names on one day: what is known under each name would be that of the other."
        ),
        N_(
            "Leave both rows out and import the roster of that day: everybody goes on under the name of the post held then,"
            " and the standards of both posts are changed by a list of standards."
        ),
    ),
    "succession_several": Message(
        N_("“{new}” names {parts} new ones in one cell."),
        N_("Write a row for each of them: the same old name, the same day, pecah, and one new name."),
    ),
    "level_not_of_sanction": Message(
        N_("The level is {level!t}, but “{sanction}” is a sanction of the level {due!t}; the written one stands."),
        N_("Check the level and the sanction against the decree."),
    ),
    "education_below_rank": Message(
        N_("{education} leads to {ceiling} at most by regular promotion, but the golongan is {golongan} ({article})."),
        N_(
            "Check the diploma and the decree. A golongan reached in a structural or functional post stays; both values are kept."
        ),
    ),
    "history_disagrees": Message(
        N_(
            "The history's present post is “{history}”, the roster's is “{roster}”; the roster stands. The other cell: {cell}."
        ),
        N_("End the row in the history, or correct the roster."),
    ),
    "history_since_disagrees": Message(
        N_(
            "The history's present post began on {history}, the roster's on {roster}; the roster stands. The other cell: {cell}."
        ),
        N_("Compare both with the decree and correct the one that is wrong."),
    ),
    "posts_at_once": Message(
        N_(
            "“{post}” ({since} to {until}) and “{other}” ({other_since} to {other_until}) are both held definitively over the same days."
            " The other cell: {cell}."
        ),
        N_("Correct the days, or say in the column Definitif/Plt which of them was acting or an additional duty."),
    ),
    "cumulative_fell": Message(
        N_(
            "The cumulative credit falls from {before} ({day}) to {after}, though {amount} is added. The other cell: {cell}."
        ),
        N_(
            "Compare both PAK and correct the wrong sum; where a new level began between them, write the level of each."
        ),
    ),
    "kind_unknown": Message(N_("There is no kind of sheet “{kind}”."), N_("Known kinds: {kinds}.")),
    "holders_disagree": Message(
        N_("Holders of one post have different values of {field}, which is the post's: {cells}."),
        N_("Correct the wrong cell; to read the people alone, leave positions out of `--as`."),
    ),
    "map_header_unknown": Message(
        N_("--map names a header that no list has: {header}. Nothing was changed."),
        N_("Headers, the nearest first: {headers}; or name the column by its letter, A to {last}."),
    ),
    "map_malformed": Message(
        N_("--map {text} does not say which header is which field."), N_("Write it as `--map 'HEADER=field'`.")
    ),
    "set_malformed": Message(
        N_("--set {text} does not say which field has which value."), N_("Write it as `--set FIELD=VALUE`.")
    ),
    "set_twice": Message(
        N_("--set gives {field} two values: {values}. Nothing was changed."),
        N_("Give each field one; lists of different years are imported one after the other."),
    ),
    "set_field_of_no_list": Message(
        N_("--set names a field that no list here has ({kinds}): {field}. Nothing was changed."),
        N_("Fields, the nearest first: {fields}."),
    ),
    "merge_with_itself": Message(
        N_("“{one}” and “{other}” cannot be joined: they are the same, or one lies below the other."),
        N_("Name the one that goes first and the one that stays second."),
    ),
    "merge_disagrees": Message(
        N_("Both say different things in {table} {year}; nothing was joined."),
        N_("Remove the wrong record first: `asnkarier remove`."),
    ),
    "merge_children_first": Message(
        N_("Both have a unit “{unit}” below them; nothing was joined."), N_("Join those two units first.")
    ),
    "merge_in_use": Message(
        N_("“{name}” is still referred to by other records in {table}; nothing was joined."),
        N_("A sealed decision names it: keep it, and give the other one its name."),
    ),
    "batch_unknown": Message(
        N_("There is no import number {batch}."), N_("See the numbers with `asnkarier imports list`.")
    ),
    "batch_undone": Message(
        N_("Import {batch} has been taken back already, by import {by}."),
        N_("To bring it back, take import {by} back: `asnkarier imports undo {by}`."),
    ),
    "undo_overtaken": Message(
        N_(
            "Taking import {batch} back would take import {target} back once more, which import {by} has taken back already:"
            " nothing was changed."
        ),
        N_("To bring import {target} back, take import {by} back: `asnkarier imports undo {by}`."),
    ),
    "competencies_lacking": Message(
        N_("The list has columns for {count} of the {all} common competencies; none for: {lacking}."),
        N_("If a column holds it under another name: `--map 'HEADER={field}'`; else its levels stay unknown."),
    ),
    "date_order_unclear": Message(
        N_(
            "{field}: whether “{value}” has the day or the month first is not certain: “{proof}” surely has the month first."
        ),
        N_(
            "If only “{proof}” is wrong, correct it alone and import again; otherwise write all as day, month, year: 31-12-2025."
        ),
    ),
}
