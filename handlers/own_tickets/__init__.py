"""The person's side of a ticket: opening, adding, feedback."""
