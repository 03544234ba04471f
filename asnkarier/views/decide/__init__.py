"""Decisions about posts, as data and for people."""
