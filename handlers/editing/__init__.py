"""What editors do from the chat: keep the FAQ, see what is missing, look at the numbers."""
