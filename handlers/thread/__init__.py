"""A ticket as both sides see it: its card, what is due, files, names, what went before."""
