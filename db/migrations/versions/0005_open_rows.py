"""Finding what is open quickly, however much is done and however long the line."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_outbox_open", "outbox")
    _create("ix_inbox_line", "inbox", ["channel", "id"])
    _create("ix_outbox_open", "outbox", ["channel", "chat", "notice", "id"])
    _create("ix_outbox_line", "outbox", ["channel", "notice", "id"])
    _create("ix_outbox_due", "outbox", ["channel", "not_before"])
    _create("ix_outbox_sending", "outbox", ["channel", "chat", "id"], "state = 'sending'")


def downgrade() -> None:
    op.drop_index("ix_outbox_sending", "outbox")
    op.drop_index("ix_outbox_due", "outbox")
    op.drop_index("ix_outbox_line", "outbox")
    op.drop_index("ix_outbox_open", "outbox")
    op.drop_index("ix_inbox_line", "inbox")
    open_rows = "state IN ('new', 'sending')"
    _create("ix_outbox_open", "outbox", ["channel", "chat", "id"], open_rows)


def _create(name: str, table: str, columns: list[str], where: str = "state = 'new'") -> None:
    rows = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=rows, postgresql_where=rows)
