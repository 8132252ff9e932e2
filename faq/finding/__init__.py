"""Ranking entries, and how sure one may be."""
