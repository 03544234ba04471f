"""Messages of the grow room."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "catalogue_empty": Message(
        N_("There is no training catalogue to plan from."),
        N_(
            "`asnkarier template catalogue -o FILE` writes a workbook to fill in; import it with `asnkarier import FILE`."
        ),
    ),
    "training_without_seats": Message(
        N_(
            "{count} {count:training of the catalogue does|trainings of the catalogue do} not say how many seats they have: {codes}."
        ),
        N_("Fill in the column Kuota and import the catalogue again, or give --seats N for those without."),
    ),
    "training_with_zero_seats": Message(
        N_("{count} {count:training of the catalogue has|trainings of the catalogue have} no seat: {codes}."),
        N_("Mend the column Kuota and import the catalogue again, or take them out of it."),
    ),
    "training_without_jp": Message(
        N_("{count} {count:training of the catalogue has|trainings of the catalogue have} no JP: {codes}."),
        N_("Fill in the column JP and import the catalogue again."),
    ),
    "training_for_unknown_kinds": Message(
        N_(
            "{count} {count:training of the catalogue is|trainings of the catalogue are} meant for kinds of position that are none: {codes}."
        ),
        N_("Mend the column of the kinds (such as pengawas; administrator), or leave it blank for everyone."),
    ),
    "training_without_cost": Message(
        N_(
            "{count} {count:training of the catalogue does|trainings of the catalogue do} not say what they cost: {codes}."
        ),
        N_("Fill in Biaya per Peserta (0 where it is free) or Biaya per Kelas and import the catalogue again."),
    ),
    "plan_year_over": Message(
        N_("On {as_of} there is no month of {year} left to plan."),
        N_("Plan a later year with --year, or an earlier day with --as-of."),
    ),
    "plan_year_far": Message(
        N_("The year {year} lies more than {years} years after {as_of}."),
        N_("Write the year in four figures, such as --year 2027."),
    ),
    "budget_zero": Message(
        N_("A budget of 0 buys no training."),
        N_("Give the amount in rupiah, such as `--budget 500000000` or `--budget '500 juta'`."),
    ),
    "budget_unreadable": Message(
        N_("`{typed}` is neither an amount of money nor a file."),
        N_("Write 500000000, 500.000.000 or `500 juta`; or name a file (xlsx, csv) with agency and amount."),
    ),
    "budget_row_unreadable": Message(
        N_("{path}, row {row}: `{value}` is not an amount of money."),
        N_("The first column is the agency, the second the amount, such as `Dinas Kesehatan;250.000.000`."),
    ),
    "budget_row_zero": Message(
        N_("{path}, row {row}: the budget of {agency} is 0."), N_("Give an amount, or take the row out.")
    ),
    "budget_agency_unknown": Message(
        N_("{path}, row {row}: there is no agency {agency}."), N_("Write its name as in the roster. Nearest: {near}.")
    ),
    "budget_agency_twice": Message(
        N_("{path}, row {row}: {agency} has a budget already further up."), N_("Write one amount an agency.")
    ),
    "budget_file_empty": Message(
        N_("{path} has no budget in it."),
        N_("One agency a row: name, then amount, such as `Dinas Kesehatan;250.000.000`."),
    ),
    "limit_not_positive": Message(
        N_("{option} is {typed}; with that nobody could go anywhere."), N_("Give a number from 1 up, or leave it out.")
    ),
    "training_min_above_seats": Message(
        N_(
            "{count} {count:training of the catalogue needs|trainings of the catalogue need} more people than there are seats: {codes}."
        ),
        N_("Compare Peserta Minimal with Kuota and import the catalogue again."),
    ),
    "mentor_of_oneself": Message(
        N_("{field}: mentor and mentee are the same person ({nip})."),
        N_("Write the NIP of the mentor and that of the mentee."),
    ),
    "seats_min_above_seats": Message(
        N_("{field}: the training needs {least} people and has {seats} seats."),
        N_("Compare both numbers with the offer."),
    ),
    "due_before_today": Message(
        N_("{field}: the step was due on {due}, and nothing says that it is done."),
        N_("Give the day on which it was done, or a later one by which it is due."),
    ),
    "short_but_due_late": Message(
        N_("{field}: a short-term step is due within a year, this one on {due}."),
        N_("Write `panjang`, or give an earlier day."),
    ),
    "step_before_plan": Message(
        N_("{field}: {date} lies before {began}, when the plan was first written."),
        N_("Give the day on which it is due, or was done; what was done before the plan is no step of it."),
    ),
    "step_left_in_plan": Message(
        N_("The plan of {nip} keeps the step “{step}” of the goal “{goal}”, which the list does not name."),
        N_("Where another step took its place, take it out: `asnkarier remove idp nip=… goal=… step=… --reason …`."),
    ),
    "idp_done_before_plan": Message(
        N_("The step cannot be done on {day}: the plan was first written on {began}."),
        N_("Give the day on which it was done; what was done before the plan is no step of it."),
    ),
    "idp_review_before_plan": Message(
        N_("The plan cannot be gone through on {day}: it was first written on {began}."),
        N_("Give the day of the review with --as-of; without it, it is today."),
    ),
    "path_without_post": Message(
        N_("On {as_of} no post of {name} ({nip}) is known, so no path begins anywhere."),
        N_("Import a roster that speaks of that day, or ask for another day with --as-of."),
    ),
    "path_goal_held": Message(
        N_("{name} holds {position} already."), N_("Name another post with --to, or leave it out for the next posts.")
    ),
    "path_goal_lower": Message(
        N_("{position} is below the present post ({own}); no career path leads down."),
        N_("Name a post of the same level or higher with --to."),
    ),
    "idp_empty": Message(
        N_("{name} has no development plan yet."), N_("`asnkarier idp draft NIP --save` writes a first one.")
    ),
    "idp_step_unknown": Message(
        N_("The plan of {name} has {count} {count:step|steps}; there is no step {number}."),
        N_("`asnkarier idp show NIP` numbers them."),
    ),
    "idp_text_empty": Message(N_("{option} is empty."), N_("Say in a few words what is meant.")),
    "idp_due_before_start": Message(
        N_("The step would be due on {due}, before it starts on {as_of}."),
        N_("Give a later day with --due; a plan written down later than it began takes --as-of."),
    ),
    "idp_done_later": Message(
        N_("The step cannot be done on {day}: that is after {as_of}."), N_("Give the day on which it was done.")
    ),
    "mentor_is_mentee": Message(
        N_("{name} cannot be the own mentor."), N_("Give two different NIPs: first the mentor, then the mentee.")
    ),
    "mentor_is_superior": Message(
        N_("{mentor} is the superior of {mentee}: a mentor stands outside the line of command."),
        N_("Choose someone else; `asnkarier mentor suggest` proposes nobody of the line of command."),
    ),
    "mentor_full": Message(
        N_("{name} guides {count} {count:person|people} already; at most {load} are allowed."),
        N_("Choose another mentor, end a pair with `asnkarier mentor end`, or raise --load."),
    ),
    "mentee_has_mentor": Message(
        N_("{name} has a mentor already."), N_("End that pair first: `asnkarier mentor end {nip}`.")
    ),
    "mentee_without_mentor": Message(
        N_("{name} has no mentor on {as_of}."), N_("Make the pair first: `asnkarier mentor pair MENTOR {nip}`.")
    ),
    "mentoring_not_on_duty": Message(
        N_("{name} ({nip}) is not on duty on {as_of}."), N_("Mentors and mentees are people on duty.")
    ),
    "session_without_minutes": Message(
        N_("A session of {typed} minutes is none."), N_("Give its length in minutes, from 1 up.")
    ),
    "session_outside": Message(
        N_("The session cannot be on {day}: the pair is together since {since}, and today is {as_of}."),
        N_("Give the day of the session with --on."),
    ),
}
