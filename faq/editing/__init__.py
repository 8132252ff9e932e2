"""Keeping the FAQ: drafts, versions, publishing, learning from questions; all in the database."""
