"""Deciding who may hold a post: requirements, experience, talent, and the list they make."""
