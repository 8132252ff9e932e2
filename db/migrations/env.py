"""Alembic's entry; the connection and the models come from `bot.upkeep.migrate`."""

from alembic import context

import db.migrations.counting  # noqa: F401 - listens: a rebuilt table goes on counting

config = context.config
connection = config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=config.attributes["metadata"],
    render_as_batch=True,
    compare_type=True,
    user_module_prefix="base.",
)
with context.begin_transaction():
    context.run_migrations()
