"""Keeping the FAQ from the chat: entries, versions, drafts, and what belongs to them."""

import sqlalchemy as sa
from alembic import op

from db import base

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "admin_codes",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("made_at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_admin_codes")),
    )
    op.create_table(
        "audit_log",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("target", sa.String(length=100), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_log")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "faq_cards",
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("week", name=op.f("pk_faq_cards")),
    )
    op.create_table(
        "faq_counter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_counter")),
    )
    op.create_table(
        "faq_drafts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.String(length=80), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("removes", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("rehearsed", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("changed_at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_drafts")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("faq_drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_faq_drafts_author"), ["author"], unique=False)
        batch_op.create_index(batch_op.f("ix_faq_drafts_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "faq_entries",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("base", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_entries")),
    )
    op.create_table(
        "faq_exclusions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.String(length=80), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_exclusions")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "faq_imports",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("done", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_imports")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "faq_links",
        sa.Column("url", sa.String(length=1000), nullable=False),
        sa.Column("fault", sa.String(length=60), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_faq_links")),
    )
    op.create_table(
        "faq_no_notices",
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_faq_no_notices")),
    )
    op.create_table(
        "faq_notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_notices")),
        sa.UniqueConstraint("entry_id", "version", name=op.f("uq_faq_notices_entry_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "faq_settled",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_faq_settled")),
    )
    op.create_table(
        "faq_shown",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asker", sa.String(length=100), nullable=False),
        sa.Column("entry_id", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_shown")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("faq_shown", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_faq_shown_asker"), ["asker"], unique=False)
        batch_op.create_index(batch_op.f("ix_faq_shown_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "faq_sources",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("base", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_faq_sources")),
    )
    op.create_table(
        "faq_thanked",
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("entry_id", sa.String(length=80), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("address", "entry_id", name=op.f("pk_faq_thanked")),
    )
    op.create_table(
        "faq_versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["faq_entries.id"], name=op.f("fk_faq_versions_entry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_versions")),
        sa.UniqueConstraint("entry_id", "number", name=op.f("uq_faq_versions_entry_id")),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO faq_counter (id, number) VALUES (1, 0)")


def downgrade() -> None:
    op.drop_table("faq_versions")
    op.drop_table("faq_thanked")
    op.drop_table("faq_sources")
    with op.batch_alter_table("faq_shown", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_faq_shown_entry_id"))
        batch_op.drop_index(batch_op.f("ix_faq_shown_asker"))

    op.drop_table("faq_shown")
    op.drop_table("faq_settled")
    op.drop_table("faq_notices")
    op.drop_table("faq_no_notices")
    op.drop_table("faq_links")
    op.drop_table("faq_imports")
    op.drop_table("faq_exclusions")
    op.drop_table("faq_entries")
    with op.batch_alter_table("faq_drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_faq_drafts_entry_id"))
        batch_op.drop_index(batch_op.f("ix_faq_drafts_author"))

    op.drop_table("faq_drafts")
    op.drop_table("faq_counter")
    op.drop_table("faq_cards")
    op.drop_table("audit_log")
    op.drop_table("admin_codes")
