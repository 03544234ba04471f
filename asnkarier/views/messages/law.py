"""Messages of the law room: rule and policy files, and days on which nothing is regulated."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

PARSING: dict[str, str] = {
    "toml_no_value": N_("a key is not followed by = and a value"),
    "toml_more": N_("after a value something follows that does not belong to it"),
    "toml_bracket": N_("a bracket is not closed"),
    "toml_quote": N_("a text does not end with its quotation mark"),
    "toml_backslash": N_("a backslash in a text begins nothing that is known"),
    "toml_key": N_("no key begins where one is expected"),
    "toml_value": N_("what stands after = is no value"),
    "toml_twice": N_("a key or a table stands twice"),
    "toml_number": N_("a number has too many digits"),
    "toml_deep": N_("too many brackets stand within each other"),
    "toml_other": N_("it is not written as such a file is"),
}
"""Why a file is no TOML, by the code of the reader."""

MESSAGES: dict[str, Message] = {
    "not_regulated": Message(
        N_("{topic!w} is not regulated yet on {as_of}."),
        N_("Ask for a day from {first} on, or add the older rule with `asnkarier rules add FILE`."),
    ),
    "not_regulated_any_more": Message(
        N_("{topic!w} is not regulated on {as_of}: the last rule ended before."),
        N_("Ask for an earlier day, or add the newer rule with `asnkarier rules add FILE`."),
    ),
    "rule_unknown_topic": Message(
        N_("There is no rule topic {topic}."),
        N_("[[Did you mean {near!k}? ]]Topics: {known!k}."),
    ),
    "rule_unreadable": Message(
        N_("{file} cannot be read: {why!o}."),
        N_("Check the path and whether you may read the file."),
    ),
    "rule_too_large": Message(
        N_("{file} is larger than {limit} bytes; that is no rule or policy file."),
        N_("Check whether this is the file you mean."),
    ),
    "rule_not_toml": Message(
        N_("{file} is not a TOML file: {why!p}[[ (line {line}, column {column})]][[: {written}]]."),
        N_(
            "Mend the line it names; each key stands once, text in quotation marks, dates are written 2026-01-31 without any."
        ),
    ),
    "rule_not_utf8": Message(
        N_("{file} is not a text file in UTF-8: line {line}."),
        N_("Save it as text in UTF-8 (in Notepad: Save as, Encoding UTF-8); a workbook is no rule or policy file."),
    ),
    "rule_unknown_key": Message(
        N_("{file}: nobody knows the key {key}."),
        N_("[[Did you mean {near}? ]]Keys known there: {known}."),
    ),
    "rule_missing_key": Message(
        N_("{file}: the key {key} is missing."),
        N_("Write it; `asnkarier rules show TOPIC` and `asnkarier policy export umum` show complete examples."),
    ),
    "rule_missing_citation": Message(
        N_("{file}: {key} is missing or empty; no rule without the place where it is written."),
        N_('Write law, article, link (may be ""), checked_on and confidence; in a policy, basis.'),
    ),
    "rule_wrong_type": Message(
        N_("{file}: {key} is {value}, but must be of the type {wanted}."),
        N_(
            "Numbers stand without quotation marks and have at most four decimals, dates are written 2026-01-31 without any;"
            " texts stand in quotation marks."
        ),
    ),
    "rule_wrong_length": Message(
        N_("{file}: {key} has {found} entries, but must have {wanted}."),
        N_("Write exactly that many entries."),
    ),
    "rule_unknown_value": Message(
        N_("{file}: {key} is {value}, which is not among the values it may have."),
        N_("[[Did you mean {near}? ]]Write one of: {known}."),
    ),
    "rule_of_another": Message(
        N_("{file}: {key} is {value}, but the topic {topic} is about other posts."),
        N_("Write {wanted} there, or put the record under the topic of the posts it is about."),
    ),
    "rule_keys_exclude": Message(
        N_("{file}: {key} has both {one} and {other}."),
        N_("Keep one of the two."),
    ),
    "rule_two_in_force": Message(
        N_("{file}: two records would be in force on {day}."),
        N_("Give each record a day of its own in in_force_since, and end the older one before it."),
    ),
    "rule_day_taken": Message(
        N_("{file}: {key} is {day}, but another record is in force from {since} on ({law})."),
        N_("Give the new record a day of its own; where it begins, the record before it ends by itself."),
    ),
    "rule_ends_before_start": Message(
        N_("{file}: a record ends on {day}, before it begins."),
        N_("Mend in_force_until."),
    ),
    "rule_not_covered": Message(
        N_("{file}: {key} says nothing for: {missing}."),
        N_("Add an entry for each; what is left out would be decided silently."),
    ),
    "rule_bands_hole": Message(
        N_("{file}: in {key} the band {band} does not join the one above it."),
        N_("Where a band is written `from = 70`, the next lower one must say `below = 70`."),
    ),
    "rule_bands_end": Message(
        N_("{file}: {key} does not reach the end of the scale (band {band})."),
        N_("Leave the lowest band open below and the highest one open above."),
    ),
    "rule_twice": Message(
        N_("{file}: {key} names {value} twice."),
        N_("Keep one of the two."),
    ),
    "rule_not_level": Message(
        N_("{file}: {key} joins {one} with {other}, which stand on different rungs."),
        N_("Join only kinds of position with the same rung."),
    ),
    "rule_hidden": Message(
        N_("{file}: {key} ({value}) can never be found: an earlier word is part of it."),
        N_("Put the longer words first."),
    ),
    "rule_out_of_order": Message(
        N_("{file}: the numbers of {key} are out of order or out of range."),
        N_("Lower bounds ascend; points and bands lie between 0 and 100, years between 0 and 10."),
    ),
    "rule_out_of_range": Message(
        N_("{file}: {key} is {value}, but lies between {least} and {most}."),
        N_("Check the number against the regulation."),
    ),
    "policy_kept_unreadable": Message(
        N_("The policy {policy} that the file keeps cannot be read by this program: {why}"),
        N_(
            "{remedy} To mend it: `asnkarier policy export {policy!q} -o FILE.toml` writes it out as it is kept,"
            " `asnkarier policy use FILE.toml` puts the mended file in its place;"
            " `asnkarier policy use umum` goes on with another one; to take it out, undo the entry that brought it"
            " (`asnkarier imports list`, `asnkarier imports undo N`)."
        ),
    ),
    "policy_nobody_measured": Message(
        N_("{file}: {key} is empty, so nobody's index of professionalism would be measured."),
        N_("Name at least one of: {known}."),
    ),
    "policy_range": Message(
        N_("{file}: {key} is {value}, but lies between {least} and {most}."),
        N_("Write a number between the two."),
    ),
    "policy_day": Message(
        N_('{file}: {key} is "{value}", which is no day of the year.'),
        N_('Write month and day in quotation marks, such as "03-31".'),
    ),
    "rule_not_falling": Message(
        N_("{file}: in {key} a lower step gives more than the one above it."),
        N_("From the highest step to the lowest the numbers stay the same or fall; check them against the regulation."),
    ),
    "rule_not_rising": Message(
        N_("{file}: {key} does not rise from the lowest to the highest."),
        N_("Write the lowest first, each once."),
    ),
    "rule_not_above": Message(
        N_("{file}: {key} leads to {value}, which is no level above this one."),
        N_("Name the level that follows in the same ladder."),
    ),
    "rule_track_sum": Message(
        N_("{file}: the points of {key} add to {sum}, not to {asked}."),
        N_(
            "Each track reaches the highest points of competency (highest.competency): change the points so that they add to it."
        ),
    ),
    "rule_notice_too_long": Message(
        N_("{file}: {key} is {months} months, longer than the time between two steps."),
        N_("Check the number against the regulation."),
    ),
    "rule_day": Message(
        N_("{file}: {key} is {day}, but lies between {first} and {last}."),
        N_(
            "Write the day as it stands in the regulation, such as 2026-01-31; checked_on is the day on which you read it, not one to come."
        ),
    ),
    "rule_weights_sum": Message(
        N_("{file}: the weights of {key} add to {sum}, not to 100."),
        N_("Change the weights so that they add to 100."),
    ),
    "policy_unknown": Message(
        N_("There is no policy {policy}."),
        N_("[[Did you mean {near}? ]]Name one of: {known}; or the path of a .toml file."),
    ),
    "policy_component_unused": Message(
        N_("{file}: {key} is defined, but no weight names {component}."),
        N_("Give it a weight under performance.weights or potential.weights, or take it out."),
    ),
    "policy_component_undefined": Message(
        N_("{file}: {key} weighs {component}, which no [components.{component}] defines."),
        N_("Add the table [components.{component}] with its measure, or take the weight out."),
    ),
    "policy_weight": Message(
        N_("{file}: the weight {key} is {value}."),
        N_("Weights are greater than 0; take the line out where a component does not count."),
    ),
    "policy_points": Message(
        N_("{file}: {key} gives {value} points."),
        N_("Points lie between 0 and 100."),
    ),
    "policy_pool_unknown": Message(
        N_("Policy {file}: {key} names {name}, which is not on record: nobody of it would be considered."),
        N_("[[Did you mean: {near!q}? ]]Write it in the policy's file as it stands on record, letter by letter."),
    ),
    "policy_name": Message(
        N_("{file}: {key} cannot be {value}."),
        N_("Begin with a letter or digit; then letters, digits, spaces, dots, dashes and underscores, at most 64."),
    ),
    "policy_ladder_below": Message(
        N_("{file}: {key} has a step below at_least ({least})."),
        N_("Raise the step, or lower at_least: nobody's data may count for less than no data at all."),
    ),
    "policy_name_taken": Message(
        N_("{file}: the name {policy} belongs to a built-in policy."),
        N_('Give your policy a name of its own (`name = "…"`).'),
    ),
    "rule_changes_sealed": Message(
        N_("{file} would change the law from {first} on, but decisions of later days are sealed: {seals}."),
        N_("Give the rule a later day in in_force_since; what was decided stays as it was decided."),
    ),
}
