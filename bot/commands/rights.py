"""Who may do what, drawn from the table that is also the check."""

from handlers.table import ACTIONS, COMMANDS


def show() -> None:
    """Print a line for each command and each button."""
    for prefix, doings in (("/", COMMANDS), ("Knopf ", ACTIONS)):
        for doing in doings.values():
            print(f"{prefix + doing.name:<18} {doing.role:<10} {doing.description}")
