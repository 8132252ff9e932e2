"""What came in and has to wait: inbox, webhook, backlog, resting chats."""
