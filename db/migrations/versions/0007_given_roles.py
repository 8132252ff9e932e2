"""Keeping apart what role was given in the chat; and who has ever written to us."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# The setting ADMINS left no trace; what was given in the chat stands in the log, the latest last.
LOGGED = sa.text(
    "SELECT target, detail FROM audit_log WHERE action = 'Rolle' AND target IN"
    " (SELECT address FROM persons WHERE role = 'admin') ORDER BY id"
)
# An admin of a terminal is one by starting it.
UNMAKE = sa.text(
    "UPDATE persons SET given = 'nutzer' WHERE role = 'admin' AND address NOT LIKE 'console:%'"
)
GIVE = sa.text("UPDATE persons SET given = :role WHERE address = :address")
# Whom an admin only named has no name yet, never came again, and has changed nothing.
ONLY_NAMED = sa.text(
    "UPDATE persons SET wrote = :no WHERE name = '' AND last_seen = first_seen"
    " AND address NOT LIKE 'console:%'"
    " AND address IN (SELECT target FROM audit_log WHERE action = 'Rolle')"
    " AND address NOT IN (SELECT actor FROM audit_log)"
).bindparams(no=False)


def upgrade() -> None:
    op.add_column(
        "persons",
        sa.Column("given", sa.String(length=10), nullable=False, server_default="nutzer"),
    )
    op.add_column(
        "persons", sa.Column("wrote", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE persons SET given = role"))
    logged = connection.execute(LOGGED).all()
    connection.execute(UNMAKE)
    for address, detail in logged:
        connection.execute(GIVE, {"role": _given(detail), "address": address})
    connection.execute(ONLY_NAMED)


def downgrade() -> None:
    op.drop_column("persons", "wrote")
    op.drop_column("persons", "given")


def _given(detail: str) -> str:
    """Read „nutzer → beratung“, and „admin, mit dem Code vom Start“."""
    return detail.rpartition("→")[2].partition(",")[0].strip()
