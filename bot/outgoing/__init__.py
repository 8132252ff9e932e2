"""What has to go out: the outbox, its line, the sender, and what became of it."""
