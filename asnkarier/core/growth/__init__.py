"""How people grow: hours of training, needs, plans, career paths, mentoring, recognition."""
