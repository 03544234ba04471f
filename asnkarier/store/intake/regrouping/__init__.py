"""Giving known units another place in the tree."""
