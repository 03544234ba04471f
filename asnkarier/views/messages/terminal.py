"""Messages of the command line and of output."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "command_unknown": Message(N_("There is no command `{typed}`."), N_("`{path} --help` lists the commands.")),
    "command_unknown_near": Message(N_("There is no command `{typed}`."), N_("Did you mean: {near}?")),
    "option_unknown": Message(N_("There is no option {option}."), N_("`{path} --help` lists the options.")),
    "option_unknown_near": Message(N_("There is no option {option}."), N_("Did you mean: {near}?")),
    "option_needs_value": Message(
        N_("Option {option} needs a value behind it."), N_("`{path} --help` shows how it is used.")
    ),
    "option_takes_no_value": Message(
        N_("Option {option} takes no value."), N_("Leave out the equals sign and what follows it.")
    ),
    "parameter_missing": Message(
        N_("{parameter} is missing: {what}"), N_("`{path} --help` shows how the command is used.")
    ),
    "too_many_arguments": Message(
        N_("Not understood: {typed}"),
        N_("Put values of several words in quotation marks. `{path} --help` shows how the command is used."),
    ),
    "usage": Message(N_("The command line was not understood: {reason}"), N_("`{path} --help` shows how it is used.")),
    "date_unreadable": Message(
        N_("“{value}” is not a date."), N_("Write it as 2025-12-31, 31-12-2025 or `31 Desember 2025`.")
    ),
    "date_unreadable_near": Message(N_("“{value}” is not a date."), N_("Did you mean: {near}?")),
    "date_impossible": Message(
        N_("There is no such day: {value}"), N_("Check day and month; write dates as 2025-12-31 or 31-12-2025.")
    ),
    "date_outside": Message(
        N_("{value} is no day of the years {first} to {last}."), N_("Check the year; write dates as 2025-12-31.")
    ),
    "integer_unreadable": Message(N_("`{typed}` is not a whole number."), N_("Write digits only, such as 2025.")),
    "number_unreadable": Message(N_("“{value}” is not a number."), N_("Write it as 12.5 or 12,5.")),
    "choice_unknown": Message(N_("`{typed}` is not among the choices."), N_("Choose one of: {choices}.")),
    "choice_unknown_near": Message(
        N_("`{typed}` is not among the choices."), N_("Did you mean: {near}?[[ There are: {choices}.]]")
    ),
    "interrupted": Message(N_("Interrupted. Nothing was changed.")),
    "interrupted_when_done": Message(N_("Interrupted while the answer was on its way; what was asked for is done.")),
    "interrupted_report": Message(
        N_("Interrupted: {count} of {total} {total:file|files} {count:is|are} in {path}; the others were not written."),
        N_("Run it again: it writes all of them anew."),
    ),
    "file_refused": Message(N_("{path} cannot be used: {reason!o}"), N_("Check the name and your rights to the file.")),
    "file_not_there": Message(N_("There is no file {path}."), N_("Did you mean: {near!q}?")),
    "unexpected": Message(
        N_("Something went wrong inside asnkarier ({kind}). Nothing was changed."),
        N_(
            "Run it again with ASNKARIER_DEBUG=1 and send what it prints to the developers; read it first, for it may name people."
        ),
    ),
    "answer_not_written": Message(
        N_("The answer could not be written: {reason!o}"), N_("Make room, or write it elsewhere with -o FILE.")
    ),
    "output_is_folder": Message(N_("{path} is a folder."), N_("Give the name of a file after -o.")),
    "output_folder_missing": Message(N_("There is no folder {path}."), N_("Make the folder first, or choose another.")),
    "output_needs_file": Message(N_("A workbook cannot be shown on a terminal."), N_("Add `-o NAME.xlsx`.")),
    "output_ending_unknown": Message(
        N_("{path}: there is no form for the ending {ending}."),
        N_("Choose one of {endings}, or say the form with --format."),
    ),
    "template_ending": Message(
        N_("{path}: a template is a workbook of Excel."), N_("Let the name of the file end in .xlsx.")
    ),
    "covers_until_in_future": Message(
        N_("A register cannot be complete up to {day}: that day is yet to come."),
        N_("Give the day up to which the list was kept, {today} at the latest, after --covers-until."),
    ),
    "covers_from_after_until": Message(
        N_("A register cannot be complete from {day} on: that is after {until}, up to which it reaches."),
        N_("Give the first of its days after --covers-from, and the last after --covers-until."),
    ),
    "marked_ending": Message(
        N_("{path}: the marked-up copy is a workbook of Excel, whatever the file was."),
        N_("Let the name after --marked end in .xlsx."),
    ),
    "marked_over_source": Message(
        N_("{path} is the workbook itself: the marked-up copy would be written over it."),
        N_("Give --marked a name of its own."),
    ),
    "report_form": Message(
        N_("A report is made as html, pdf or xlsx, not as {form}."),
        N_("`--format json` lists the files that were made; the tables are also answers of commands of their own."),
    ),
    "report_needs_folder": Message(N_("{path} is a file."), N_("Give the name of a folder after -o.")),
    "pdf_needs_typst": Message(
        N_("A PDF needs the extra `pdf`, which is not installed."),
        N_("Install it with `pip install asnkarier[pdf]`, or open the HTML in a browser and print it."),
    ),
    "output_refused": Message(
        N_("{path} cannot be written: {reason!o}"),
        N_("Close the file if it is open in Excel, and check your rights to the folder."),
    ),
}
