"""What people see: one view a shape, the output formats, and the words of every message."""
