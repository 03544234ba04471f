"""Messages of the decide room."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "position_without_kind": Message(
        N_("What kind of position {position} is cannot be told, so no requirements are known for it."),
        N_("Import its position_kind or echelon with a sheet of positions."),
    ),
    "top_too_small": Message(
        N_("--top {top} asks for no place."),
        N_("Give how many first places to look at, 1 or more, for example --top 3."),
    ),
    "months_outside": Message(
        N_("{months} {months:month is|months are} outside of what can be looked at: 1 to {most}."),
        N_("Give --months a number from 1 to {most}."),
    ),
    "period_unreadable": Message(N_("{value} is not a period."), N_("Give the month as 2026-12.")),
    "period_past": Message(
        N_("The period {period} is before {as_of}."), N_("Give a period still to come, or --as-of.")
    ),
    "period_too_far": Message(
        N_("The period {period} is more than {most} months after {as_of}, the furthest that can be looked ahead."),
        N_("Give a period up to {latest}, or a later day with --as-of."),
    ),
    "period_none": Message(
        N_("No promotion in rank takes effect on {period}: the months are {months} ({law})."),
        N_("Give one of these months."),
    ),
    "among_unknown": Message(
        N_("{count} {count:NIP|NIPs} in {path} {count:belongs|belong} to nobody in the database: {nips}."),
        N_("Correct them in the list, or import these people first."),
    ),
    "among_no_nip": Message(
        N_("In {path}, row {place}, “{value}” is no NIP: a NIP has 18 digits."),
        N_("Correct it in the list, or take the row out."),
    ),
    "among_numeric": Message(
        N_("A NIP in row {row} of {path}, sheet {sheet}, is a number, so its last digits are lost."),
        N_("Format the column as text, write the NIPs again, and run it once more."),
    ),
    "among_empty": Message(N_("There is no NIP in {path}."), N_("Write one NIP of 18 digits on each line.")),
    "selection_without_stages": Message(
        N_("No stage of an open selection for {position} is on record."),
        N_("Import the marks with a sheet of selections (`asnkarier template selections`), or leave out --selection."),
    ),
    "selection_of_one_post": Message(
        N_("An open selection is looked at one post at a time."), N_("Give one position with --selection or --three.")
    ),
    "seal_unknown": Message(
        N_("There is no sealed decision {seal}."), N_("Sealed decisions: {known}; `asnkarier seals list` shows them.")
    ),
    "seal_unreadable": Message(
        N_("{path} is no sealed decision, or it is damaged."),
        N_("Take it from a copy of the database, or from the file it was handed over in."),
    ),
    "seal_of_another_version": Message(
        N_("{path} is a sealed decision in format {found}; this program reads format {known}."),
        N_("Use the version of asnkarier that wrote it; its file names it."),
    ),
    "seal_does_not_fit": Message(
        N_("The sealed decision {path} cannot be computed again: what it holds does not fit together ({reason})."),
        N_("It was changed after it was sealed, or damaged; compare its digest with the one in the decree."),
    ),
    "seal_gone": Message(
        N_("The log has the sealed decision {number} (decree {decree}), but it is gone from the database."),
        N_(
            "Somebody took it out outside asnkarier. Compare with a backup from before, or verify the file that was exported."
        ),
    ),
    "seal_too_large": Message(
        N_("{path} unzips to more than {mib} MiB; a city's decision is far smaller."),
        N_("If it is a decision over very many people, give --large."),
    ),
    "seal_file_strange": Message(
        N_("{path} is not the file of a sealed decision."),
        N_("Give a file written by `asnkarier seals export`, or the number of a sealed decision."),
    ),
    "chosen_not_considered": Message(
        N_("{nip} was not considered for this post: {reason}."),
        N_("Choose among those considered (asnkarier shortlist POSITION --all), or seal without --chosen."),
    ),
    "chosen_not_eligible": Message(
        N_("{name} ({nip}) is not eligible: {checks}. Nothing was sealed."),
        N_("If the decision stands nevertheless, state why with --reason; it is sealed with the list."),
    ),
    "chosen_undetermined": Message(
        N_("Whether {name} ({nip}) is eligible cannot be told: {checks}. Nothing was sealed."),
        N_("Bring in what is missing, or state with --reason why the decision stands nevertheless."),
    ),
    "seal_needs_file": Message(
        N_("There is no database here, and no file was given to verify."),
        N_("Give the file of a sealed decision, or the database with --db."),
    ),
    "explain_needs_post": Message(
        N_("For which post? There is neither --for nor --seal."),
        N_("Give --for POSITION, or --seal N for a sealed decision."),
    ),
    "explain_seal_alone": Message(
        N_("A sealed decision has its own post, and a letter tells of one person only."),
        N_("Leave out --for (and --versus with --letter)."),
    ),
    "letter_needs_seal": Message(
        N_("A letter answers about a decision that was sealed."),
        N_("Give --seal N; `asnkarier seals list` shows the decisions."),
    ),
    "seal_without_person": Message(
        N_("{nip} was not considered in the sealed decision {seal}, so there is nothing to compare."),
        N_("`asnkarier explain NIP --seal N` tells why."),
    ),
}
