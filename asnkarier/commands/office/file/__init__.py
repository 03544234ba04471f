"""Commands about the file itself: its log, its health, its copies."""
