"""Messages of reading workbooks: files that are no lists, lists nobody recognises, columns without a meaning."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

_FILE = {
    "file_missing": Message(N_("There is no file {file}."), N_("Check the name and the folder.")),
    "file_is_folder": Message(N_("{file} is a folder."), N_("Name the workbooks in it, such as {file}/*.xlsx.")),
    "file_no_file": Message(
        N_("{file} is a pipe or a device, not a file."),
        N_("Save what it gives as a file and name that, or pass it on as standard input: `asnkarier import -`."),
    ),
    "file_unreadable": Message(
        N_("{file} cannot be opened: {reason!o}"), N_("Close it in Excel and check your rights to it.")
    ),
    "file_empty": Message(N_("{file} is empty."), N_("Save the workbook again and check that this is the right file.")),
    "file_lock": Message(
        N_("{file} is not the workbook but the mark that it is open in Excel."),
        N_("Name the workbook itself, without `~$` or `.~lock.`."),
    ),
    "file_corrupt": Message(
        N_("{file} is damaged and cannot be read."), N_("Open it in Excel, save it again as .xlsx, and import that.")
    ),
    "csv_quote_open": Message(
        N_(
            "{file}: a double quote opened in row {row} is never closed, so that the rows below it cannot be told apart."
        ),
        N_("Close it or take it out, then import again."),
    ),
    "file_encrypted": Message(
        N_("{file} is protected by a password."), N_("Save a copy without a password and import that.")
    ),
    "file_flat_sheet": Message(
        N_("{file} is a workbook of LibreOffice in one XML file (.fods), which cannot be read."),
        N_("Open it in LibreOffice, save it as .ods or .xlsx, and import that."),
    ),
    "file_not_list": Message(
        N_("{file} is no workbook but {format}, whatever its name says."),
        N_("Open it in the program it belongs to, and save the list as .xlsx or .csv."),
    ),
    "file_no_text": Message(
        N_("{file} is neither a workbook nor a text."),
        N_("Check that it is the right file and arrived whole; open it in Excel and save the list as .xlsx."),
    ),
    "file_old_excel": Message(
        N_("{file} was written by an Excel older than 1995."),
        N_("Open it in Excel or LibreOffice and save it as .xlsx."),
    ),
    "file_xml_sheet": Message(
        N_("{file} is in Excel's old XML form, which cannot be read."), N_("Open it in Excel and save it as .xlsx.")
    ),
    "reader_died": Message(
        N_("{file} could not be read: the part that reads it broke down. Nothing was changed."),
        N_("Open the workbook in Excel, save it again as .xlsx, and import that."),
    ),
    "cell_endless": Message(
        N_("{file} holds a cell with more than a million signs, which Excel cannot write. Nothing was changed."),
        N_("Ask who sent it for the list itself, saved in Excel."),
    ),
    "file_bomb": Message(
        N_("{file} unpacks to hundreds of times its size, which no list of people does. Nothing was changed."),
        N_("Ask who sent it for the list itself, saved in Excel."),
    ),
    "csv_zeros": Message(
        N_("{file}: row {row} holds bytes that are no text (zeros), as a copy that was cut short or damaged does."),
        N_("Export or copy the file again; or open it in Excel, look at that row, save it as .xlsx and import that."),
    ),
    "csv_line_endless": Message(
        N_("{file}: the line of row {row} is longer than {size} million signs, which no row of a list is."),
        N_("Save the list again as .csv with one row a line, and import that."),
    ),
    "reader_too_slow": Message(
        N_("{file} was not read within {seconds} seconds. Nothing was changed."),
        N_("Delete empty sheets and formatting beyond the list, or save the list alone as .csv."),
    ),
    "reader_too_big": Message(
        N_("{file} needs more memory than is allowed. Nothing was changed."),
        N_("Delete what stands far from the list, save the list alone as .csv, or import with `--large`."),
    ),
}

_LIST = {
    "sheet_unknown": Message(N_("{file} has no sheet {sheet}."), N_("It has: {sheets}.")),
    "no_list_found": Message(
        N_("No list was found in {file}."),
        N_(
            "Check that it holds a row of headers with a NIP or a name below the letterhead; `asnkarier template KIND -o FILE` shows how."
        ),
    ),
    "text_without_list": Message(
        N_("{file} is a text that holds no list."),
        N_("Import the list itself: a workbook or a csv file whose first line names its columns."),
    ),
    "page_without_list": Message(
        N_("{file} is a web page with the name of a workbook, and none of its tables is a list of people or posts."),
        N_("Open it in a browser to see what it says; download the list again, or save it in Excel as xlsx."),
    ),
    "page_without_table": Message(
        N_("{file} is a web page without a table, with the name of a workbook."),
        N_(
            "Open it in a browser to see what it says (often that one has to log in again), and download the list again."
        ),
    ),
    "list_empty": Message(
        N_("The list has headers but no row that could be read ({skipped} skipped)."),
        N_("Check that this is the right sheet; rows of people who are not ASN are skipped."),
    ),
    "list_says_nothing": Message(
        N_("Of what this kind of list is about, no cell says anything: {rows} {rows:row|rows} with a name alone."),
        N_(
            "Fill in its column or name it with --map 'HEADER=FIELD', tell it of all with --set FIELD=VALUE, or say with --as what"
            " kind of list this is."
        ),
    ),
    "list_unfilled": Message(
        N_("The sheet of the template was not filled in: only the example row stands in it."),
        N_("Nothing to do, unless rows were meant to be in it."),
    ),
    "row_too_wide": Message(
        N_(
            "The row has more cells than the list has columns: one separator too many has moved its values to the right."
        ),
        N_("Take the separator out, or put the text that holds it between double quotes."),
    ),
    "rows_left_over": Message(
        N_("From row {row} on the sheet holds something that could not be read as a list."),
        N_("Delete it, or put it on a sheet of its own."),
    ),
    "sheet_far_cell": Message(
        N_("The cell {cell} lies so far from the list that the sheet cannot be read."),
        N_("Delete the empty rows and columns beyond the list (press Ctrl+End in Excel to find the cell)."),
    ),
    "sheet_is_form": Message(
        N_("This sheet is a form of one person, not a list."),
        N_("Put the people into a list, one row each: `asnkarier template roster -o FILE` writes an empty one."),
    ),
    "pay_steps_alone": Message(
        N_(
            "The list names no posts or no units: of each person only the day of the last pay step was read."
            " Golongan and whatever else stands in it are those of that day."
        ),
        N_("Nothing to do, unless the list is one of staff: then add the columns Jabatan and Unit Kerja."),
    ),
    "form_without_post": Message(
        N_("The table asks levels of competencies, and nothing above it names the post."),
        N_(
            "Write `Nama Jabatan : …` in a row above the table, or give the post: `--as standards --set position=NAME`."
        ),
    ),
    "form_requirements": Message(
        N_(
            "The form of “{position}” goes on in rows {first}–{last} with what else the post asks (schooling, rank, training, experience);"
            " these rows were not read: only levels of competencies are standards."
        ),
        N_(
            "Give schooling and rank of the post in a list of posts: `asnkarier template positions -o FILE` writes an empty one"
            " (Pendidikan Minimal, Golongan Minimal)."
        ),
    ),
    "sheet_without_header": Message(
        N_("No row of headers was found in this sheet; it was not read."),
        N_("If it is a list, give it a row of headers such as NIP and Nama."),
    ),
    "letterhead_of_another": Message(
        N_(
            "The letterhead above the list is that of “{agency}”, but {count} of {all} units are on file in other agencies:"
            " “{unit}” in “{other}”."
        ),
        N_("If all are of one agency, say of which: `--set agency=NAME`; otherwise add a column “Perangkat Daerah”."),
    ),
    "kind_not_found": Message(
        N_("The headers do not tell what this list is about: {headers}"),
        N_("Say it with `--as KIND`, and name columns with `--map 'HEADER=field'`."),
    ),
    "kind_lacks_column": Message(
        N_("This looks like {kind} ({label}), but no column says: {fields}."),
        N_(
            "Add the column or name it: `--map 'HEADER={key}'`; one value for all rows: `--set {key}=VALUE`; another kind of list: `--as KIND`."
        ),
    ),
    "columns_unfilled": Message(
        N_("This looks like {kind} ({label}), but nothing stands in the column for: {fields}."),
        N_("Fill the column in; one value for all rows: `--set {key}=VALUE`."),
    ),
    "layout_lacks_columns": Message(
        N_(
            "This resembles the lists whose mapping was kept as “{name}”, but it lacks: {headers}. The mapping was not used."
        ),
        N_("Add what is lacking, or name the columns anew with `--map` and keep that with `--save-map {name}`."),
    ),
    "cells_of_days": Message(
        N_("{number} {number:cell counts|cells count} days, not JP; how many JP these trainings have stays unknown."),
        N_("Write the hours that the certificates tell: a day has as many JP as its form and programme say."),
    ),
    "days_are_no_jp": Message(
        N_("The column “{header}” counts days and was not read; how many JP the trainings have stays unknown."),
        N_(
            "Add a column JP with the hours that the certificates tell: a day has as many JP as its form and programme say."
        ),
    ),
    "lists_side_by_side": Message(
        N_("Two lists stand side by side on this sheet; the second begins in column {column}."),
        N_("Put them below one another or on sheets of their own. To leave a column out: `--map 'COLUMN='`."),
    ),
    "periods_side_by_side": Message(
        N_("The list has one column a year, a quarter or a month: {headers}. A row may speak of one alone."),
        N_("Import it once for each: `--as evaluations[[ --map '{column}={field}']] --set {set}`, then the next."),
    ),
    "hours_side_by_side": Message(
        N_("The list has one column of hours a year: {headers}. A row may speak of one year alone."),
        N_(
            "Import the trainings; of sums alone once for each: `--as trainings --map '{column}=jp' --set year={year} --set title='JP {year}'`."
        ),
    ),
    "competency_twice": Message(
        N_("Columns {first} and {second} both hold levels of {competency}, and they differ."),
        N_("Name the one that is not the attained level: `--map '{second}='`."),
    ),
    "title_of_no_fact": Message(
        N_("The title “{value}” tells of what is proposed or planned; read as {kind} it would be stored as a fact."),
        N_("If it holds already, say so with `--as {kind}`."),
    ),
    "title_of_study": Message(
        N_("The title “{value}” tells of people who still study: the degree is not attained yet."),
        N_("Read it with `--as movements --set event=tugas_belajar`; degrees already attained with `--as educations`."),
    ),
    "title_of_leavers": Message(
        N_(
            "The title “{value}” tells of people who left or are away; read as a roster they would all be on duty today."
        ),
        N_(
            "Say what became of them: `--as {kind} --set {told}[[ --sheet '{sheet}']]`; where they are on duty all the same: `--as roster`."
        ),
    ),
    "title_tells_event": Message(
        N_("The title “{value}” tells what became of these people; no column of the list does."),
        N_("Where it is so of all of them, say it: `--as movements --set event={event}[[ --sheet '{sheet}']]`."),
    ),
    "section_of_leavers": Message(
        N_(
            "A heading above this row tells of people who left or are away; whether it is meant for this row too, the list does not say."
        ),
        N_("Write everybody's status into a column “Kedudukan Hukum”: Aktif, Pensiun, Pindah, and so on."),
    ),
    "pensions_are_over": Message(
        N_(
            "Most days of the column “{header}” are not after {day}: read as a roster, who retired would be on duty that day."
        ),
        N_(
            "Say so: `--as movements --set event=pensiun[[ --sheet '{sheet}']]`; where they were on duty that day: `--as roster --dated DATE`."
        ),
    ),
    "studies_without_end": Message(
        N_(
            "The list tells when studies begin or end ({headers}), but not who has graduated: no degree is read from it."
        ),
        N_(
            "If all have graduated, say in which column: `--map '{header}=graduated'`; leave to study: `--as movements --set event=tugas_belajar`."
        ),
    ),
    "end_of_leave": Message(
        N_("The column “{header}” was not read: a leave lasts until the movement that ends it."),
        N_("Import the return as a row of its own when it has happened: event aktif_kembali with its TMT."),
    ),
    "levels_not_kept": Message(
        N_(
            "The list has a row for each level of a competency (“{header}”); what differs between them is not kept: {columns}."
        ),
        N_(
            "Each competency is read once. Keep the words of its levels in this workbook, or write them into the one cell of its definition."
        ),
    ),
    "standards_turned": Message(
        N_("The competencies ({competency} …) stand in rows and the posts in columns: {posts}."),
        N_(
            "Turn the table: copy it in Excel, then Paste Special, Transpose; head the first column Jabatan, so that each post has a row."
        ),
    ),
    "columns_differ": Message(
        N_("Columns {first} and {second} both give {field}, and they differ."),
        N_("Leave out the one that is not meant: `--map '{first}='` or `--map '{second}='`."),
    ),
    "column_alone": Message(
        N_("The column “{header}” ({field}) was not stored: no column says {other}."),
        N_("Name that column with `--map 'HEADER={key}'`."),
    ),
    "person_over_rows": Message(
        N_("Each person stands in several rows of this list, with the NIP in one of them."),
        N_("Give each person one row, or fill the NIP in in every row."),
    ),
    "kind_unclear": Message(N_("This list could be of two kinds: {kinds}."), N_("Say which with `--as KIND`.")),
    "also_holds": Message(
        N_("The list was read as {kind}; it also holds {others}."), N_("Read both with `--as {kinds}`.")
    ),
    "column_required": Message(
        N_("The list ({label}) has no column for: {fields}."),
        N_("Add the column, name it with `--map 'HEADER={keys}'`, or give one value for all rows with `--set`."),
    ),
    "column_ambiguous": Message(
        N_("The column “{header}” could be any of: {fields}; it was not read."),
        N_("Say which with `--map '{header}=field'`."),
    ),
    "column_of_what_is_new": Message(
        N_(
            "The column “{header}” was not read: the list does not say whether what is new in it holds or is only proposed."
        ),
        N_("Where it holds, say so with `--map '{header}={field}'`."),
    ),
    "map_field_unknown": Message(
        N_("--map names a field that this kind does not have: {field}"), N_("Fields: {allowed}.")
    ),
    "set_field_unknown": Message(
        N_("--set names a field that no kind has: {field}"),
        N_("[[Fields: {fields}. ]]`asnkarier template KIND -o FILE` lists the fields by their labels."),
    ),
    "set_value_unreadable": Message(
        N_("--set {field}: “{value}” cannot be read."), N_("Write it as it would stand in a cell.")
    ),
}

MESSAGES: dict[str, Message] = {**_FILE, **_LIST}
