"""The Fahrplan in conversation."""
