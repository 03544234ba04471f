"""What movements do to the spans of people."""
