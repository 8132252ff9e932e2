"""Giving old tickets what later ones have from the start; and SQLite its counters of keys.

Until 0002 nobody noted since when a person waits, and nothing reminds of what is due at no time.
"""

from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op

from db import base

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Rebuilt by 0002, which lost their counters (see db/migrations/counting.py).
COUNTED = ("outbox", "ticket_posts", "tickets")

WAITING = "state IN ('offen', 'in Arbeit', 'zurückgestellt')"
# The wait begins with the first words after the last answer.
WAITING_SINCE = f"""
UPDATE tickets SET waiting_since = COALESCE(
  (SELECT MIN(asking.at) FROM ticket_messages asking
   WHERE asking.ticket_id = tickets.id AND asking.kind = 'question' AND asking.id > COALESCE(
     (SELECT MAX(answer.id) FROM ticket_messages answer
      WHERE answer.ticket_id = tickets.id AND answer.kind = 'answer'), 0)),
  changed_at)
WHERE waiting_since IS NULL AND {WAITING}
"""  # noqa: S608 - made of nothing but what stands here
ANSWERED_AT = """
UPDATE tickets SET answered_at =
  (SELECT MIN(at) FROM ticket_messages WHERE ticket_id = tickets.id AND kind = 'answer')
WHERE answered_at IS NULL
"""
UNDUE = sa.text(f"SELECT id, waiting_since FROM tickets WHERE due_at IS NULL AND {WAITING}")  # noqa: S608 - as above
DUE_AT = sa.text("UPDATE tickets SET due_at = :due WHERE id = :id")
MOMENT = base.Moment(timezone=True)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        for name in COUNTED:
            counting = {"sqlite_autoincrement": True}
            with op.batch_alter_table(name, recreate="always", table_kwargs=counting):
                pass
    op.execute(WAITING_SINCE)
    op.execute(ANSWERED_AT)
    for row in connection.execute(UNDUE.columns(waiting_since=MOMENT)).all():
        values = {"id": row.id, "due": _two_weekdays_after(row.waiting_since)}
        connection.execute(DUE_AT.bindparams(sa.bindparam("due", type_=MOMENT)), values)


def downgrade() -> None:
    """Take nothing back: no older shape has other columns, and what is filled in is true."""


def _two_weekdays_after(since: datetime) -> datetime:
    """Go on by what is promised where nothing else is set."""
    due, left = since, 2
    while left:
        due += timedelta(days=1)
        left -= due.weekday() < 5  # noqa: PLR2004 - Saturday
    return due
