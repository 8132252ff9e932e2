"""The database: base, engine, migrations."""
