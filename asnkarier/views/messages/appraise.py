"""Messages of the appraise room."""

from asnkarier.views.language import N_
from asnkarier.views.messages.message import Message

MESSAGES: dict[str, Message] = {
    "year_outside": Message(N_("There is no year {year}."), N_("Type the year in four digits, such as 2025.")),
    "year_not_begun": Message(N_("The year {year} has not begun yet."), N_("Check the year.")),
    "rating_missing": Message(
        N_("For {year} the predicate is read off two ratings ({law}), and one is missing."),
        N_("Give both --result and --behaviour: above, meets or below."),
    ),
    "rating_not_used": Message(
        N_("In {year} there were no ratings yet: the predicate came from a score ({law})."),
        N_("Give --score instead of --result and --behaviour."),
    ),
    "score_missing": Message(
        N_("For {year} the predicate comes from a score ({law}), and it is missing."), N_("Give it with --score.")
    ),
    "score_not_used": Message(
        N_("For {year} there is no score any more: the predicate is read off two ratings ({law})."),
        N_("Give --result and --behaviour instead of --score and --new-idea."),
    ),
    "score_outside": Message(
        N_("{score} lies outside the scale of {year} ({law}), which ends at {highest}."),
        N_("Check the score, and the year it belongs to."),
    ),
    "new_idea_missing": Message(
        N_("A score of {score} means Sangat Baik only with a new idea ({law}), and nothing is known of one."),
        N_("Add --new-idea ya or --new-idea tidak."),
    ),
    "evaluation_several": Message(
        N_("There are several evaluations for this period of {year}, beginning on {days}."),
        N_("Say which one with --started-on DATE."),
    ),
    "value_refused": Message(N_("{field} cannot have that value: {reason}"), N_("Check the value.")),
    "record_refused": Message(
        N_("The file does not take this record in {table}: it is there already, or a value is not one of its words."),
        N_("`asnkarier show NIP` shows what is recorded."),
    ),
    "record_in_use": Message(
        N_("Other records refer to this one in {table}; it was not removed."), N_("Remove or change those first.")
    ),
}
