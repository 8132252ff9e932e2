"""Remembering which message answered which question, so that a reply finds its way back."""

import sqlalchemy as sa
from alembic import op

from db import base

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("asked_questions", sa.Column("follows", base.Key, nullable=True))
    op.create_table(
        "question_copies",
        sa.Column("id", base.Key, nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("message", sa.String(length=40), nullable=False),
        sa.Column("question_id", base.Key, nullable=False),
        sa.Column("entry", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["asked_questions.id"], name=op.f("fk_question_copies_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_copies")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_question_copies_message", "question_copies", ["address", "message"])
    op.create_index("ix_question_copies_question_id", "question_copies", ["question_id"])


def downgrade() -> None:
    op.drop_table("question_copies")
    op.drop_column("asked_questions", "follows")
