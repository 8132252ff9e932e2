"""What the bot says, and when. No messenger in here, no SQL in here.

A handler is a function that returns replies; it never sends, and it knows no library.
"""
