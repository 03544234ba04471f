"""What a change is, what each check needs, and how people are judged again as if a change were made."""
