"""Growth for people: plans, needs, paths, mentoring, recognition."""
