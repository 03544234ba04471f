"""Taking in rosters: people, and the dated spans of what they are and where."""
