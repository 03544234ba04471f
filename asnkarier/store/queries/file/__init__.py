"""Queries about the file itself: its log, its health, how far its registers reach."""
