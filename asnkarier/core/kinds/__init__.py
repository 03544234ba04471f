"""The kinds of sheet, one declarative record each."""
