"""Sealed decisions for people: the seal, its verification, answers about it."""
