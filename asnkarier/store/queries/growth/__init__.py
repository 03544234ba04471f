"""Queries of growth: trainings, the catalogue, needs, plans, mentoring, recognition."""
