"""Messages of lists of staff in time: what one day's list says beside other lists and decrees."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "new_without_name": Message(
        N_("{nip} is not known yet, and the row has no name."),
        N_("Fill in the name; only people already known may be listed without one."),
    ),
    "contract_without_kind": Message(
        N_("The end of a contract, {end}, was not taken: the person is not known to be PPPK."),
        N_("Add a column Status Pegawai; `--set employee_kind=PPPK` where the whole list is of PPPK."),
    ),
    "person_under_two_nips": Message(
        N_("{nip} bears the same name and birth date and is another person in the file: one person under two NIPs?"),
        N_(
            "Where they are one person: correct the NIP in the list. Where {new} is the person's new NIP, take this import back,"
            " write `asnkarier edit {nip} nip={new} --reason TEXT`, and import the list again."
        ),
    ),
    "pay_step_fell": Message(
        N_("The last pay step went back from {before} to {after}."),
        N_(
            "Check the cell against the decree; where the list is an older one, import it with --dated and its own day."
        ),
    ),
    "pay_step_kept": Message(
        N_("The list has a last pay step of {after}, earlier than the one on file: {before} stands."),
        N_(
            "Nothing to do where the list is an older one; a wrong day on file is corrected with"
            " `asnkarier edit NIP last_pay_step=DATE --reason TEXT`."
        ),
    ),
    "golongan_fell": Message(
        N_("The golongan fell from {before} to {after}."),
        N_("Check the cell against the decree; a lowered rank is rare."),
    ),
    "older_disagrees": Message(
        N_(
            "“{told}” on {day} disagrees with “{known}” since {since}, which the roster of {later} says ({cell});"
            " the later one stands."
        ),
        N_(
            "Compare both with the decree; correct the row that is wrong and import its list again. If a reorganisation renamed the one"
            " into the other, import its list of successions (`--as successions`), then this list again."
        ),
    ),
    "blank_kept": Message(
        N_("{field}: a blank cell clears nothing here, with --clear-blanks either; what is known stays."),
        N_("Write the new value into the cell, or import a movement."),
    ),
    "day_of_one_sheet": Message(
        N_(
            "This sheet is of {day}, and the sheet {other} before it names no day: whether they are of one day cannot be told, and"
            " lists of different days count one after the other."
        ),
        N_("Give the day of the sheet without one: --dated {day}, or import the two with --sheet one after the other."),
    ),
    "roster_to_come": Message(
        N_(
            "This list is of {day}, a day that has not come: until then nothing of it is seen, and each list before it counts as"
            " older than it."
        ),
        N_(
            "If the day is a slip, take the import back with `asnkarier imports undo`, correct the title and import it again."
        ),
    ),
    "since_before_typed": Message(
        N_(
            "Since {told}, says this list; but “{known}” since {since} was entered by hand (import {batch}), which stands up to"
            " the list's day: what the list says counts from {day}."
        ),
        N_(
            "Where the list is right, take the entry back with `asnkarier imports undo {batch}` and import the list again."
        ),
    ),
    "since_before_known": Message(
        N_(
            "Since {told}, says this list; but the roster of {later} says “{known}” of that time ({cell}), which stands:"
            " the change counts from {day}."
        ),
        N_("Write the TMT of the change into the list, or correct the earlier day with `asnkarier edit`."),
    ),
    "begins_later": Message(
        N_("“{comes}” begins on {told}; until the day before “{known}” stays."),
        N_("Check the TMT against the decree; where it is right, nothing is to be done."),
    ),
    "held_before_since": Message(
        N_("Since {told}, says the list of {day}, on which “{known}” is held already[[, since {since}]]; that stays."),
        N_("Correct the TMT, or leave it blank."),
    ),
    "since_after_list": Message(
        N_("Since {told}, says the list of {day}: it was taken as held on {day}, and its beginning as not known."),
        N_("Correct the TMT; where it is right, import the list again once that day has come."),
    ),
    "same_day_disagrees": Message(
        N_("“{told}” disagrees with “{known}”, which another list of {day} says ({cell}); this list stands."),
        N_(
            "Find out which agency the person belonged to on that day; take the row out of the other's list, or mark it as"
            " `titipan`, and import the right list last."
        ),
    ),
    "called_by_old_name": Message(
        N_(
            "“{told}” is called “{known}” since the reorganisation of {since}; this list still has the old name. It moves nobody."
        ),
        N_(
            "Write the new name in the list; where the reorganisation is wrong, correct it with `asnkarier imports undo`."
        ),
    ),
    "put_into_abolished": Message(
        N_("“{told}” was abolished on {since}; this list still puts somebody into it. It was taken so."),
        N_(
            "Write into the list where the person is since then; where the reorganisation is wrong, correct it with"
            " `asnkarier imports undo`."
        ),
    ),
    "split_by_old_name": Message(
        N_(
            "“{told}” was split up on {since}; this list still has the old name of who is in “{known}” since then. It moves"
            " nobody."
        ),
        N_(
            "Write in the list in which part each of them is; where one is in another part than known, that moves them."
        ),
    ),
    "begun_again": Message(
        N_(
            "“{known}” since {told}, says this list; but the roster of {later} says it already[[, since {since}]] ({cell})."
            " Both stand: it begins anew, and the time before still counts."
        ),
        N_(
            "Nothing is to be done after a new inauguration; otherwise correct the TMT with `asnkarier edit`, or in the list"
            " and import it again."
        ),
    ),
    "status_against_movement": Message(
        N_("“{told}” disagrees with the movement that says “{known}” since {since} ({cell})."),
        N_(
            "Where the person did return, import the movement, and post and unit of this list hold from then on;"
            " what has both its ends and who has left stay as they are."
        ),
    ),
    "kind_against_decree": Message(
        N_("“{told}” disagrees with “{known}” since {since} ({cell})."),
        N_("Nobody becomes CPNS again, so that PNS stands; correct the list, or the day of the appointment as PNS."),
    ),
    "pns_since_of_other_kind": Message(
        N_("TMT PNS {told}, but the list of {day} does not say PNS[[ but {kind!t}]]: it was not taken."),
        N_(
            "Correct the kind of employee or the TMT; a list that says PNS, or a movement cpns_ke_pns, begins the time as PNS."
        ),
    ),
    "pns_since_stands": Message(
        N_("PNS since {told}, but the roster of {day} still says “{known}” ({cell}): the TMT PNS stands."),
        N_("Nothing is to be done where that list was behind; otherwise correct the TMT."),
    ),
    "pns_since_against_decree": Message(
        N_("TMT PNS {told}, says this list; the decree says {since} ({cell}), which stands."),
        N_("Compare both with the decree; correct the one that is wrong and import its list again."),
    ),
    "decree_against_pns_since": Message(
        N_("PNS from {since} on; the roster of {day} says TMT PNS {told} ({cell}): the decree stands."),
        N_("Compare both with the decree; correct the one that is wrong and import its list again."),
    ),
    "movement_stands": Message(
        N_("“{told}” from {since} on, but the roster of {day} still says “{known}” ({cell}): the movement stands."),
        N_(
            "Nothing is to be done where the list was behind; otherwise correct the movement, or import the one that ended it."
        ),
    ),
    "movement_after_roster": Message(
        N_(
            "“{told}” from {since} on holds until a list ends it; the roster of {day} ({file} · {sheet}) was read before."
        ),
        N_("If that roster lists the person as `aktif`, import it again: it then counts from its day."),
    ),
    "movement_until_roster": Message(
        N_(
            "“{told}” from {since} on, but the roster of {day} says “{known}” ({cell}): from that day the roster stands."
        ),
        N_(
            "Where the person had returned, import the movement of the return too; otherwise correct the list of that day."
        ),
    ),
    "movement_known_before": Message(
        N_("“{told}” from {since} on, but the roster of {day} says “{known}” already ({cell}): both stand."),
        N_(
            "Compare the day with the decree; where something went before it, such as a leave, import that movement too."
        ),
    ),
    "movement_after_leaving": Message(
        N_(
            "“{told!t}” from {since} on, but “{known!t}” from {day} on is on file too[[ ({cell})]], and no return between them:"
            " who has left neither leaves again nor goes on leave. Both were taken."
        ),
        N_(
            "If one of them is wrong, import a list of all movements of this person without it, with `--replace`: what it had"
            " changed goes with it. If the person came back in between, import that movement (`masuk`, `aktif_kembali`) too."
            " Where both happened, as a death after retirement, nothing is to be done."
        ),
    ),
    "older_since_disagrees": Message(
        N_("Since {told}, says this list of {day}; since {since}, says the roster of {later} ({cell}), which stands."),
        N_("Compare both with the decree; correct the row that is wrong and import its list again."),
    ),
    "listed_after_leaving": Message(
        N_("{nip} left on {since} ({status}) and is on the roster of {day}."),
        N_(
            "Correct the movement, or import one that says `aktif_kembali`; until then the person stays gone, and post and unit of this list wait."
        ),
    ),
}
