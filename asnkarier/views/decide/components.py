"""The words for components of a score."""

from collections.abc import Mapping

from asnkarier.views.language import N_

COMPONENTS: Mapping[str, str] = {
    "predicate": N_("Predicate"),
    "work_result": N_("Work result"),
    "behaviour": N_("Behaviour"),
    "team_results": N_("Results of the unit led"),
    "targets": N_("Targets"),
    "consistency": N_("Consistency"),
    "competency": N_("Competency"),
    "technical": N_("Technical competency"),
    "education": N_("Education"),
    "field_of_study": N_("Field of study"),
    "training": N_("Training"),
    "experience": N_("Time in the present post"),
    "discipline": N_("Discipline"),
    "assignments": N_("Assignments"),
    "awards": N_("Awards"),
    "feedback": N_("Feedback"),
    "leadership_training": N_("Leadership training"),
    "plan_progress": N_("Progress of the plan"),
    "mentoring": N_("Mentoring"),
    "potential": N_("Potential"),
    "integrity": N_("Integrity"),
    "development": N_("Competency development"),
}
