"""Tickets: the life of a question from a person to an advisor."""
