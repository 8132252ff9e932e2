"""What nobody asked for and the clock does: clockwork, forgetting, links, migrations."""
