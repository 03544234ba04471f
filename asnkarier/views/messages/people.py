"""Messages of the people room."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "nip_unknown": Message(
        N_("Nobody has or ever had the NIP {nip}."), N_("`asnkarier staff NAME` finds people by a part of their name.")
    ),
    "nip_unknown_near": Message(N_("Nobody has or ever had the NIP {nip}."), N_("Did you mean: {near}?")),
    "name_not_nip": Message(
        N_("{name} is no NIP, and nobody is called so."),
        N_("Type the 18 digits; `asnkarier staff NAME` finds people by a part of their name."),
    ),
    "name_not_nip_near": Message(
        N_("{name} is a name; here the NIP is asked."),
        N_("Type: {near}.[[ {more} more are called so: `asnkarier staff {name!q}`.]]"),
    ),
    "unit_unknown": Message(
        N_("There is no unit {unit}."), N_("Units come with the roster, or with a sheet of units.")
    ),
    "unit_unknown_near": Message(
        N_("There is no unit {unit}."), N_("Did you mean: {near!q}?[[ {more} more say so: type more of the name.]]")
    ),
    "unit_several": Message(N_("Several units are called {unit}."), N_("Name one by its path: {fits!q}.")),
    "position_unknown": Message(
        N_("There is no position {position}."), N_("Positions come with the roster, or with a sheet of positions.")
    ),
    "position_unknown_near": Message(
        N_("There is no position {position}."),
        N_("Did you mean: {near!q}?[[ {more} more say so: type more of the name.]]"),
    ),
    "position_several": Message(N_("Several positions fit {position}."), N_("Paste one of: {fits!q}.")),
    "options_exclude": Message(N_("{one} and {other} cannot be given together."), N_("Leave one of them out.")),
    "pair_unreadable": Message(
        N_("`{typed}` is not of the form FIELD=VALUE."),
        N_('Write the field, an equals sign and the value, such as golongan=III/d or "name=Siti Contoh".'),
    ),
    "pair_twice": Message(N_("{field} was given twice."), N_("Give each field once.")),
    "field_unknown": Message(N_("{kind} has no field {typed}."), N_("There are: {fields}.")),
    "field_unknown_near": Message(N_("{kind} has no field {typed}."), N_("Did you mean {near}? There are: {fields}.")),
    "field_of_the_post": Message(
        N_("{field} belongs to the post, not to the person."),
        N_("Change the post with `asnkarier import` of a sheet of positions, or give the person another position."),
    ),
    "field_never_blank": Message(
        N_("{field} cannot be left blank."),
        N_("Give a value; `asnkarier imports undo` takes back what was entered wrongly."),
    ),
    "agency_without_unit": Message(
        N_("An agency or parent alone does not say which unit is meant."), N_("Give unit=… beside it.")
    ),
    "since_without_value": Message(
        N_("For that day no {field} is known, so it cannot begin."), N_("Give {field}=… beside its date.")
    ),
    "span_between": Message(
        N_("From {since} to {until} something else is recorded in {table}, which the new beginning would swallow."),
        N_("Correct that time first, with --as-of a day in it, or give a later beginning."),
    ),
    "duty_unknown": Message(
        N_("No acting post or duty is known for {day}, so none can end."),
        N_("`asnkarier show NIP` shows what is recorded."),
    ),
    "reason_missing": Message(N_("A reason is needed: it is kept in the log."), N_('Write --reason "…".')),
    "key_missing": Message(
        N_("That does not say whose record is meant."), N_("Give at least the NIP. A record is found by: {fields}.")
    ),
    "record_unknown": Message(
        N_("There is no record of {kind} with {key}."), N_("`asnkarier show NIP` shows what is recorded.")
    ),
    "person_has_facts": Message(
        N_("{name} has records in other lists and cannot be removed."),
        N_(
            "Remove those first; who left gets a movement (`asnkarier template movements`), who stands twice is joined by `asnkarier edit`."
        ),
    ),
}
