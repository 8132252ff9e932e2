"""the Fahrplan."""

import sqlalchemy as sa
from alembic import op

from db import base

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "guide_counts",
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("stopped", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("step", name=op.f("pk_guide_counts")),
    )
    op.create_table(
        "guide_plans",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("owner", sa.String(length=100), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=60), nullable=False),
        sa.Column("visited", sa.JSON(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=True),
        sa.Column("code_until", base.Moment(timezone=True), nullable=True),
        sa.Column("consented_at", base.Moment(timezone=True), nullable=True),
        sa.Column("begun_at", base.Moment(timezone=True), nullable=False),
        sa.Column("moved_at", base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_plans")),
        sa.UniqueConstraint("code", name=op.f("uq_guide_plans_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "guide_members",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("label", sa.String(length=20), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=True),
        sa.Column("inside_until", base.Moment(timezone=True), nullable=True),
        sa.Column("wants_reminders", sa.Boolean(), nullable=False),
        sa.Column("joined_at", base.Moment(timezone=True), nullable=False),
        sa.Column("gone_at", base.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["guide_plans.id"], name=op.f("fk_guide_members_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_members")),
        sa.UniqueConstraint("plan_id", "address", name=op.f("uq_guide_members_plan_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("guide_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guide_members_address"), ["address"], unique=False)
        batch_op.create_index(batch_op.f("ix_guide_members_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "guide_notes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column(
            "member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["guide_members.id"], name=op.f("fk_guide_notes_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["guide_plans.id"], name=op.f("fk_guide_notes_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_notes")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("guide_notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guide_notes_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_guide_notes_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "guide_reminders",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("due_at", base.Moment(timezone=True), nullable=False),
        sa.Column("sent_at", base.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["guide_members.id"], name=op.f("fk_guide_reminders_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_reminders")),
        sa.UniqueConstraint(
            "member_id", "year", "days", name=op.f("uq_guide_reminders_member_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("guide_reminders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guide_reminders_due_at"), ["due_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_guide_reminders_member_id"), ["member_id"], unique=False
        )

    op.create_table(
        "guide_ticks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("item", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column(
            "member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("at", base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["guide_members.id"], name=op.f("fk_guide_ticks_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["guide_plans.id"], name=op.f("fk_guide_ticks_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_ticks")),
        sa.UniqueConstraint("plan_id", "item", name=op.f("uq_guide_ticks_plan_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("guide_ticks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guide_ticks_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_guide_ticks_plan_id"), ["plan_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("guide_ticks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guide_ticks_plan_id"))
        batch_op.drop_index(batch_op.f("ix_guide_ticks_member_id"))

    op.drop_table("guide_ticks")
    with op.batch_alter_table("guide_reminders", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guide_reminders_member_id"))
        batch_op.drop_index(batch_op.f("ix_guide_reminders_due_at"))

    op.drop_table("guide_reminders")
    with op.batch_alter_table("guide_notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guide_notes_plan_id"))
        batch_op.drop_index(batch_op.f("ix_guide_notes_member_id"))

    op.drop_table("guide_notes")
    with op.batch_alter_table("guide_members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guide_members_plan_id"))
        batch_op.drop_index(batch_op.f("ix_guide_members_address"))

    op.drop_table("guide_members")
    op.drop_table("guide_plans")
    op.drop_table("guide_counts")
