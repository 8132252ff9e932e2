"""Migrations, one file a step."""
