"""Entries in and out as files: YAML, CSV, JSON, the shipped corpus."""
