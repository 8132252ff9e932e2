"""Remembering which messages were written as one."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ticket_messages", sa.Column("pieces", sa.Text()))


def downgrade() -> None:
    # What the person has not, or has no more, stays inside.
    op.execute("UPDATE ticket_messages SET kind = 'note' WHERE kind IN ('undecided', 'withdrawn')")
    op.drop_column("ticket_messages", "pieces")
