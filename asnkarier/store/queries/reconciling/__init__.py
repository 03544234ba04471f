"""What an export of another system has otherwise: values and records that differ, and what it lacks."""
