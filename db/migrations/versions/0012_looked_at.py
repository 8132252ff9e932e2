"""Remembering which fields of a draft an editor has looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("faq_drafts", sa.Column("seen", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    op.drop_column("faq_drafts", "seen")
