"""desk."""

import sqlalchemy as sa
from alembic import op

from db import base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("asked_questions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("message", sa.String(length=40), nullable=True))
    op.create_table(
        "absences",
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("until", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_absences")),
    )
    op.create_table(
        "moved_chats",
        sa.Column("old", sa.String(length=100), nullable=False),
        sa.Column("new", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("old", name=op.f("pk_moved_chats")),
    )
    op.create_table(
        "rounds",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("made_at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_rounds")),
    )
    op.create_table(
        "templates",
        sa.Column("name", sa.String(length=30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("changed_at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_templates")),
    )
    op.create_table(
        "ticket_drafts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "ticket_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["tickets.id"], name=op.f("fk_ticket_drafts_ticket_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_drafts")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("ticket_drafts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ticket_drafts_ticket_id"), ["ticket_id"], unique=False
        )

    op.create_table(
        "ticket_topics",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "ticket_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=128), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["tickets.id"], name=op.f("fk_ticket_topics_ticket_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_topics")),
        sa.UniqueConstraint("address", "topic", name=op.f("uq_ticket_topics_address")),
        sa.UniqueConstraint("ticket_id", "address", name="uq_ticket_topics_ticket"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "ticket_files",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("ref", sa.String(length=300), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["message_id"], ["ticket_messages.id"], name=op.f("fk_ticket_files_message_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_files")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("ticket_files", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ticket_files_message_id"), ["message_id"], unique=False
        )

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("card", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(
            sa.Column("notice", sa.Boolean(), server_default=sa.false(), nullable=False)
        )

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("name", sa.String(length=60), server_default="", nullable=False)
        )

    with op.batch_alter_table("ticket_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", sa.String(length=100), nullable=True))
        batch_op.add_column(sa.Column("source_message", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("album", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("delivered_at", base.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("trouble", sa.String(length=120), nullable=True))
        batch_op.create_index(batch_op.f("ix_ticket_messages_source"), ["source"], unique=False)

    with op.batch_alter_table("ticket_posts", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("part", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("card", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.create_index(batch_op.f("ix_ticket_posts_part"), ["part"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_ticket_posts_part"), "ticket_messages", ["part"], ["id"]
        )

    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("subject", sa.String(length=80), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("owner", sa.String(length=100), nullable=True))
        batch_op.add_column(sa.Column("waiting_since", base.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("due_at", base.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("snoozed_until", base.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("answered_at", base.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("reminded_at", base.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("warned_at", base.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("helped", sa.Boolean(), nullable=True))
        batch_op.alter_column(
            "reason",
            existing_type=sa.VARCHAR(length=20),
            type_=sa.String(length=40),
            existing_nullable=False,
        )
        batch_op.alter_column(
            "state",
            existing_type=sa.VARCHAR(length=12),
            type_=sa.String(length=20),
            existing_nullable=False,
        )
        batch_op.create_index(batch_op.f("ix_tickets_owner"), ["owner"], unique=False)


# What 0001 knows, and has the room for: the person's turn is where an answer has been given.
OLD_STATES = """
UPDATE tickets SET reason = substr(reason, 1, 20), state = CASE state
  WHEN 'in Arbeit' THEN 'offen' WHEN 'zurückgestellt' THEN 'offen'
  WHEN 'Rückfrage' THEN 'beantwortet' ELSE state END
"""


def downgrade() -> None:
    op.execute(OLD_STATES)
    with op.batch_alter_table("asked_questions", schema=None) as batch_op:
        batch_op.drop_column("message")
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tickets_owner"))
        batch_op.alter_column(
            "state",
            existing_type=sa.String(length=20),
            type_=sa.VARCHAR(length=12),
            existing_nullable=False,
        )
        batch_op.alter_column(
            "reason",
            existing_type=sa.String(length=40),
            type_=sa.VARCHAR(length=20),
            existing_nullable=False,
        )
        batch_op.drop_column("helped")
        batch_op.drop_column("warned_at")
        batch_op.drop_column("reminded_at")
        batch_op.drop_column("answered_at")
        batch_op.drop_column("snoozed_until")
        batch_op.drop_column("due_at")
        batch_op.drop_column("waiting_since")
        batch_op.drop_column("owner")
        batch_op.drop_column("subject")

    with op.batch_alter_table("ticket_posts", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_ticket_posts_part"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_ticket_posts_part"))
        batch_op.drop_column("card")
        batch_op.drop_column("part")

    with op.batch_alter_table("ticket_messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_messages_source"))
        batch_op.drop_column("trouble")
        batch_op.drop_column("delivered_at")
        batch_op.drop_column("album")
        batch_op.drop_column("source_message")
        batch_op.drop_column("source")

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_column("name")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("notice")
        batch_op.drop_column("card")

    with op.batch_alter_table("ticket_files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_files_message_id"))

    op.drop_table("ticket_files")
    op.drop_table("ticket_topics")
    with op.batch_alter_table("ticket_drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_drafts_ticket_id"))

    op.drop_table("ticket_drafts")
    op.drop_table("templates")
    op.drop_table("rounds")
    op.drop_table("moved_chats")
    op.drop_table("absences")
