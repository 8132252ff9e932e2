"""Marking a ticket in which something sounds like an emergency."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What is there already was told apart by nobody; the mark begins with the next message.
    op.add_column(
        "tickets", sa.Column("alarming", sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("tickets", "alarming")
