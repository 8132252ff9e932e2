"""Who lives, who sends what, and when our own clock wrote down a pause."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leases",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leases")),
        sqlite_autoincrement=True,
    )
    op.add_column("outbox", sa.Column("owner", sa.BigInteger(), nullable=True))
    # In plain words, which both databases know: Alembic would build the table anew on SQLite.
    op.execute("ALTER TABLE outbox RENAME COLUMN claimed_at TO changed_at")
    op.execute("UPDATE outbox SET changed_at = not_before WHERE changed_at IS NULL")


def downgrade() -> None:
    op.execute("ALTER TABLE outbox RENAME COLUMN changed_at TO claimed_at")
    op.drop_column("outbox", "owner")
    op.drop_table("leases")
