"""Messages of the cells of a list: NIPs that cannot be, values that cannot stand, what a row was read as."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

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
    "nip_is_nik": Message(
        N_("“{value}” is a NIK, not a NIP."),
        N_("Write the NIP; nobody is known by a NIK here."),
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
    "kind_of_post_unknown": Message(
        N_("Neither the echelon nor the name “{value}” says for certain of which kind the post is."),
        N_(
            "Add a column “Jenis Jabatan” with a value here; one kind for all such posts that head no unit: `--set position_kind=pelaksana`."
        ),
    ),
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
    "standing_unclear": Message(
        N_("{field}: “{value}” does not say whether the person is on duty."),
        N_(
            "Write what the decree says of the post: Aktif where it is kept, else Tugas Belajar, CLTN, Pemberhentian Sementara or Keluar."
            " A sanction belongs on a list of discipline."
        ),
    ),
    "years_disagree": Message(
        N_("{field}: {value} is not in {year}, which the other column of the row says."),
        N_("Correct whichever is wrong."),
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
    "year_of_two": Message(
        N_("{field}: “{value}” is {first!y} or {last!y}."),
        N_("Write the one year of the certificate, or leave the cell empty."),
    ),
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
    "appointment_differs_from_nip": Message(
        N_("{field}: {date} is not of the month of the appointment in the NIP ({in_nip})."),
        N_("Compare both with the decree of the appointment as CPNS; the date of the list was taken."),
    ),
    "pns_before_cpns": Message(
        N_("{field}: {pns} lies before the TMT CPNS ({cpns}), and was not taken."),
        N_("Compare both with their decrees; nobody is PNS before CPNS."),
    ),
    "year_not_of_period": Message(
        N_("The row is of {year!y}, but its period is “{period}”: it counts as a result of {year!y}."),
        N_("Correct the year or the period."),
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
    "score_fraction_among": Message(
        N_("{field}: {value} stands among marks of a hundred: a fraction of the whole, or next to nothing?"),
        N_("Write 78.5 or 78.5% for 0.785; where less than one of a hundred is meant, write it with its sign: 0.5%."),
    ),
    "predicate_codes": Message(
        N_("The predicates are codes of BKN: from 1 on {predicates!t} ({law})."),
        N_("Nothing to do; where the list counts the other way round, write the predicates in words."),
    ),
    "predicate_code_among_words": Message(
        N_("{field}: “{value}” may be a code of BKN, but other cells of the column are words."),
        N_("Write all predicates in words, or all as codes."),
    ),
    "predicate_words_below_codes": Message(
        N_(
            "The predicates begin as codes of BKN, but from row {first} on some are words: what the numbers say is not certain."
        ),
        N_("Write all predicates in words, or all as codes."),
    ),
    "people_not_asn": Message(
        N_("{number} {number:row is|rows are} about people who are not ASN (honorer, THL, kontrak); left out."),
        N_("Nothing to do; who is ASN has a NIP."),
    ),
    "people_by_nik": Message(
        N_(
            "{number} {number:row has|rows have} a NIK instead of a NIP and nothing that says ASN; left out as not ASN."
        ),
        N_("Nothing to do; if one of them is ASN, write the NIP."),
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

MESSAGES: dict[str, Message] = {**_NIP, **_CELL}
