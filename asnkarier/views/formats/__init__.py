"""Shapes in files: csv for programs, xlsx and Markdown for people."""
