"""Messages of reading workbooks: files that are no lists, lists nobody recognises, cells that cannot stand."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

_FILE = {
    "file_missing": Message(N_("There is no file {file}."), N_("Check the name and the folder.")),
    "file_is_folder": Message(N_("{file} is a folder."), N_("Name the workbooks in it, such as {file}/*.xlsx.")),
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
    "sheet_without_header": Message(
        N_("No row of headers was found in this sheet; it was not read."),
        N_("If it is a list, give it a row of headers such as NIP and Nama."),
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
    "layout_lacks_columns": Message(
        N_(
            "This resembles the lists whose mapping was kept as “{name}”, but it lacks: {headers}. The mapping was not used."
        ),
        N_("Add what is lacking, or name the columns anew with `--map` and keep that with `--save-map {name}`."),
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
        N_("The list has one column a year or quarter: {headers}. A row may speak of one alone."),
        N_("Import it once for each: `--as evaluations --map '{column}=predicate' --set {set}`, then the next."),
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

_NIP = {
    "nip_missing": Message(N_("The NIP is missing."), N_("Fill it in; without a NIP the row belongs to nobody.")),
    "nip_below_name": Message(
        N_("The NIP “{value}” stands alone in its row, below a person without one."),
        N_("Put name and NIP into one cell, or give each a column; rows of two halves are not joined by guessing."),
    ),
    "nip_numeric": Message(
        N_("Excel has rounded this NIP: kept as a number, only its first 15 digits are right."),
        N_(
            "Format the column as Text, type the NIP again from the decree, and import again. It is not repaired by guessing."
        ),
    ),
    "nip_length": Message(
        N_("The NIP “{value}” has {digits} {digits:digit|digits} instead of 18."),
        N_("Compare it with the decree; a digit is missing or too many."),
    ),
    "nip_text": Message(N_("“{value}” is no NIP."), N_("A NIP has 18 digits and nothing else.")),
    "nip_date": Message(
        N_("The NIP “{value}” begins with a birth date that does not exist ({date})."),
        N_("Compare the first eight digits with the decree."),
    ),
    "nip_year": Message(
        N_("The NIP “{value}” says born in {born!y} and appointed in {appointed!y}."),
        N_("Compare the first twelve digits with the decree."),
    ),
    "nip_month": Message(
        N_("The digits 13 and 14 of the NIP “{value}” are {month}: no month, and no PPPK."),
        N_("They are 01 to 12 for a PNS and 21 to 70 for a PPPK; compare with the decree."),
    ),
    "nip_sex": Message(
        N_("Digit 15 of the NIP “{value}” is {digit}; it is 1 for men and 2 for women."),
        N_("Compare it with the decree."),
    ),
    "nip_serial": Message(
        N_("The NIP “{value}” ends in {serial}, which no NIP does."),
        N_("Compare the last three digits with the decree."),
    ),
    "birth_differs_from_nip": Message(
        N_("The birth date {birth_date} differs from the one in the NIP ({in_nip})."),
        N_("Correct the date or the NIP; the date of the list was taken."),
    ),
    "sex_differs_from_nip": Message(
        N_("The sex ({sex!t}) differs from the NIP ({in_nip!t})."), N_("Correct the cell or the NIP.")
    ),
    "kind_differs_from_nip": Message(
        N_("The kind of employee ({kind!t}) differs from the NIP, which is that of a {in_nip!t}."),
        N_("Correct the cell or the NIP."),
    ),
}

_CELL = {
    "cell_required": Message(N_("{field} is missing."), N_("Fill in the cell.")),
    "cell_blank": Message(
        N_("{field} is blank: what is known of the person stays, and of somebody new it is not known."),
        N_("Fill in the cell if it is known."),
    ),
    "cell_error": Message(
        N_("{field}: the cell holds Excel's error {value}."), N_("Mend the formula, or write the value itself.")
    ),
    "digits_lost": Message(
        N_("{field}: Excel has rounded this number; only its first 15 digits are what was typed."),
        N_("Format the column as Text and type it again."),
    ),
    "formula_uncalculated": Message(
        N_("{field}: the cell holds a formula that was never calculated."),
        N_("Open the workbook in Excel, let it calculate, and save it."),
    ),
    "word_unknown": Message(
        N_("{field}: “{value}” is not among the known words."), N_("[[Did you mean {nearest!t}? ]]Known: {allowed!t}.")
    ),
    "date_order": Message(
        N_("{field}: “{value}” has the month before the day."), N_("Write day, month, year: 31-12-2025.")
    ),
    "date_short_year": Message(
        N_("{field}: “{value}” has a year of two digits."), N_("Write the year with four digits: 31-12-2025.")
    ),
    "date_number": Message(
        N_("{field}: {value} is a number and no date."),
        N_("Write the date as 31-12-2025, or format the cell as a date."),
    ),
    "date_implausible": Message(
        N_("{field}: the year of “{value}” cannot be right."), N_("Compare the date with the document.")
    ),
    "date_in_future": Message(N_("{field}: {date} is in the future."), N_("Compare the date with the document.")),
    "date_range": Message(
        N_("{field}: “{value}” is not one day."),
        N_("Write one day here; the first and the last day of a time go into two columns, each with its year."),
    ),
    "time_of_one_day": Message(
        N_("{field}: “{value}” is one day, but the column holds the first and the last day of a time."),
        N_("Write both (01-03-2025 s.d. 31-03-2025), or give each day a column of its own."),
    ),
    "date_before_birth": Message(
        N_("{field}: {date} lies before the birth date in the NIP ({birth_date})."),
        N_("Compare the date with the document."),
    ),
    "ends_before_start": Message(
        N_("{field}: the end {end} lies before the beginning {start}."), N_("Compare both dates with the document.")
    ),
    "before_decree": Message(
        N_("{field}: {since} lies before the decree of {decided}: a sanction holds only once it is decided."),
        N_("Compare both dates with the decree."),
    ),
    "year_in_future": Message(N_("{field}: the year {year!y} has not begun yet."), N_("Check the year.")),
    "year_unreadable": Message(N_("{field}: “{value}” is no year."), N_("Write it with four digits, such as 2025.")),
    "year_implausible": Message(
        N_("{field}: the year {year!y} cannot be right."), N_("Write it with four digits, such as 2025.")
    ),
    "number_not_whole": Message(N_("{field}: “{value}” is not a whole number."), N_("Write digits only.")),
    "number_ambiguous": Message(
        N_("{field}: “{value}” could mean thousands or decimals."),
        N_("Format the cell as a number, or write it without a thousands separator."),
    ),
    "level_range": Message(
        N_("{field}: the level {value} is outside {lowest} to {highest}."),
        N_("Levels of competency go from {lowest} to {highest}."),
    ),
    "score_range": Message(
        N_("{field}: {value} is outside {lowest} to {highest}."), N_("Compare the score with the document.")
    ),
    "jpm_range": Message(N_("{field}: “{value}” is no JPM."), N_("A JPM is a percentage: 89, 0,89 or 89%.")),
    "jpm_unclear": Message(
        N_("{field}: “{value}” may be that many percent or a hundred times as many; the column holds percentages."),
        N_("Write 100 where 100% is meant, or the JPM that the report gives."),
    ),
    "golongan_unknown": Message(
        N_("{field}: there is no golongan “{value}”."), N_("PNS: I/a to IV/e; PPPK: I to XVII.")
    ),
    "golongan_disagrees": Message(
        N_("{field}: “{value}” names a rank and a golongan that do not belong together[[ ({name})]]."),
        N_("Keep the one that stands in the decree."),
    ),
    "golongan_of_other_kind": Message(
        N_("{golongan} is not a golongan of {kind}."),
        N_("PNS: I/a to IV/e; PPPK: I to XVII. Correct the golongan or the kind of employee."),
    ),
    "year_not_of_dates": Message(
        N_("The row is of {year!y}, but its dates run from {start} to {end}: it counts as a result of {year!y}."),
        N_("Correct the year or the dates."),
    ),
    "period_disagrees": Message(
        N_("The row is read as {period}, but its dates run from {start} to {end}."),
        N_("Correct the period or the dates; a period of its own keeps it from counting as another."),
    ),
    "golongan_upside_down": Message(
        N_("The lowest golongan, {lowest}, is above the highest, {highest}: nobody could hold the post."),
        N_("Correct one of the two cells."),
    ),
    "number_of_other_unit": Message(
        N_("{field}: “{value}” is of another unit; this column counts {unit}."),
        N_("Write the number in the unit of the column, or give the other its own column."),
    ),
    "echelon_of_other_kind": Message(
        N_("Echelon {echelon} does not go with {kind}."), N_("Correct the kind of position or the echelon.")
    ),
    "level_of_other_kind": Message(
        N_("The level in the name “{position}” does not go with {kind}."),
        N_("Correct the name or the kind of position."),
    ),
    "retirement_age_unlikely": Message(
        N_("{field}: nobody retires at {age}."),
        N_("Write the age in years, or leave the cell empty for the law's own."),
    ),
    "leads_to_itself": Message(
        N_("“{position}” is named as the post that it leads to itself."),
        N_("Name the next post, or leave the cell empty."),
    ),
    "number_below_zero": Message(
        N_("{field}: “{value}” is below zero."),
        N_("Write the number itself; leave the cell empty where it is not known."),
    ),
    "period_unclear": Message(
        N_("The row says no period, and its dates from {start} to {end} are no month, quarter, half-year or year."),
        N_("Say the period in a column Periode; `--set period=annual` where each row is the evaluation of a year."),
    ),
    "title_period_unclear": Message(
        N_("The title names “{value}”, which is no month, quarter, half-year or year, and no column says the period."),
        N_("Say it with `--set period=Q2` (M1 to M12, Q1 to Q4, S1, S2, annual), or in a column Periode."),
    ),
    "period_without_dates": Message(
        N_("“{value}” does not say which one it is, and the row has no dates."),
        N_("Write the period itself (TW I, Januari, Semester I), or fill in its first and last day."),
    ),
    "golongan_without_ruang": Message(
        N_("{field}: “{value}” lacks its ruang."),
        N_("Write it whole, such as III/b; a bare number is the golongan of a PPPK."),
    ),
    "echelon_unknown": Message(
        N_("{field}: there is no echelon “{value}”."), N_("I.a to V.a; leave it empty for posts without one.")
    ),
    "ditto": Message(
        N_("{field}: “{value}” stands for what is written above it; once rows are sorted nobody knows what that was."),
        N_("Write it out in every row; in Excel copy the cell above downwards."),
    ),
    "name_without_letters": Message(
        N_("{field}: “{value}” is no name."), N_("Write the name; leave the cell empty where it is not known.")
    ),
    "education_two_levels": Message(
        N_("“{value}” names two levels of education, {first} and {second}."),
        N_("Write the one that counts alone: the highest a person holds, the lowest that a post asks."),
    ),
    "education_unclear": Message(
        N_("{field}: “{value}” may stand for {first} or for {second}."), N_("Write which: {first} or {second}.")
    ),
    "education_unknown": Message(
        N_("{field}: “{value}” is no level of education."),
        N_("Write SD, SLTP, SLTA, D-I to D-IV, S1, S2 or S3; the field of study may follow."),
    ),
    "person_of_row_above": Message(
        N_("The row names nobody and was read as one more of the person right above it, {nip}."),
        N_("Write the NIP into the row if that is wrong."),
    ),
    "level_of_sanction": Message(
        N_("The row names no level; {level!t} was read off the sanction “{sanction}”[[ ({law})]]."),
        N_("Write the level of the decree into the row if it is another."),
    ),
    "sanction_of_ethics": Message(
        N_("“{sanction}” is a measure of the code of ethics, no disciplinary sanction: it counts for nothing."),
        N_("Leave it out of the register; where a sanction was given too, write that one."),
    ),
    "sanction_without_level": Message(
        N_("The row names no level, and “{sanction}” does not decide it by the law of the day."),
        N_("Write the level that stands in the decree: ringan, sedang or berat."),
    ),
    "study_unfinished": Message(
        N_(
            "{field} is blank, though the row says when the studies began: the degree is not attained, or the year is missing."
        ),
        N_("Fill in the year of the graduation, or take the row out."),
    ),
    "score_of_small_scale": Message(
        N_(
            "{field}: {value} and all the others lie within {highest}: answers of a questionnaire, not points of a hundred."
        ),
        N_("Turn them into points of 0 to 100 first: of answers 1 to 5 a mean of 4 is 75."),
    ),
    "score_as_fraction": Message(
        N_("{field}: {value} and all the others lie within 1: fractions of the whole, not points of a hundred."),
        N_("Write 85 or 85% for 0.85."),
    ),
    "predicate_codes": Message(
        N_("The predicates are codes of BKN: from 1 on {predicates!t} ({law})."),
        N_("Nothing to do; where the list counts the other way round, write the predicates in words."),
    ),
    "predicate_code_among_words": Message(
        N_("{field}: “{value}” may be a code of BKN, but other cells of the column are words."),
        N_("Write all predicates in words, or all as codes."),
    ),
    "people_not_asn": Message(
        N_("{number} {number:row is|rows are} about people who are not ASN (honorer, THL, kontrak); left out."),
        N_("Nothing to do; who is ASN has a NIP."),
    ),
    "row_names_nobody": Message(
        N_("The row is filled in, but it names nobody; it was left out."),
        N_("Write the NIP into the row, or empty it if it is about nobody."),
    ),
    "duty_beside_position": Message(
        N_("“{duty}” was read as a duty beside the post “{position}”."),
        N_("Write the duty in a column of its own if that is wrong."),
    ),
    "duty_instead_of_position": Message(
        N_("The cell names the duty “{duty}” ({acting!t}) but not the post the person holds."),
        N_("Write the post itself; the post known to the file stays."),
    ),
}

MESSAGES: dict[str, Message] = {**_FILE, **_LIST, **_NIP, **_CELL}
