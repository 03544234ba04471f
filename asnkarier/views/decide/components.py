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
WITHOUT: Mapping[str, str] = {
    "competency": N_("without an assessment"),
    "technical": N_("without a technical assessment"),
    "potential": N_("without a score of potential"),
    "predicate": N_("without an evaluation"),
    "work_result": N_("without an evaluation"),
    "behaviour": N_("without an evaluation"),
    "consistency": N_("without some evaluations"),
    "discipline": N_("without data on discipline"),
    "training": N_("without data on training"),
    "education": N_("without an education"),
    "field_of_study": N_("without a field of study"),
    "experience": N_("without the TMT of the post"),
    "feedback": N_("without feedback"),
    "awards": N_("without data on awards"),
    "assignments": N_("without data on assignments"),
    "targets": N_("without indicators"),
    "team_results": N_("without predicates of the unit"),
    "leadership_training": N_("without data on leadership training"),
    "plan_progress": N_("without a development plan"),
}
"""Measure → what is missing where its points are a range."""


def without(measure: str) -> str:
    """Return what is missing where the points of a measure are a range."""
    return WITHOUT.get(measure) or COMPONENTS[measure]
