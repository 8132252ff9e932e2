"""Telegram: the Bot API behind either of two libraries."""
