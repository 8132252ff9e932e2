"""Entries and the corpus; the data stays in faq/corpus/."""
