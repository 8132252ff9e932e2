"""Holding what a person sent until it is known where it belongs, whatever she does next.

Until now a chat was in the middle of that, and forgot it over the next thing it was in.
"""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

from db import base

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

HELD = sa.table(
    "held_pieces",
    sa.column("asker", sa.String()),
    sa.column("question_id", base.Key),
    sa.column("files", sa.JSON()),
    sa.column("album", sa.String()),
    sa.column("held_at", base.Moment(timezone=True)),
)


def upgrade() -> None:
    op.create_table(
        "held_pieces",
        sa.Column("id", base.Key, nullable=False),
        sa.Column("asker", sa.String(length=100), nullable=False),
        sa.Column("question_id", base.Key, nullable=False),
        sa.Column("ticket_id", base.Key, nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("album", sa.String(length=60), nullable=True),
        sa.Column("held_at", base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["asked_questions.id"], name=op.f("fk_held_pieces_question_id")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["tickets.id"], name=op.f("fk_held_pieces_ticket_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_pieces")),
        sa.UniqueConstraint("question_id", name=op.f("uq_held_pieces_question_id")),
        sqlite_autoincrement=True,
    )
    for column in ("asker", "ticket_id", "held_at"):
        op.create_index(f"ix_held_pieces_{column}", "held_pieces", [column])

    _take_over()


def downgrade() -> None:
    op.drop_table("held_pieces")


def _take_over() -> None:
    """Hold the files that chats are in the middle of sending."""
    connection = op.get_bind()
    found = sa.text("SELECT address, details, until FROM conversations WHERE awaits = 'file'")
    typed = found.columns(until=base.Moment(timezone=True), details=sa.JSON())
    for row in connection.execute(typed).all():
        details = row.details
        if not details.get("question"):
            continue
        connection.execute(
            HELD.insert().values(
                asker=row.address,
                question_id=details["question"],
                files=details["files"],
                album=details.get("album") or None,
                held_at=row.until - timedelta(days=1),
            )
        )
    connection.execute(sa.text("DELETE FROM conversations WHERE awaits = 'file'"))
