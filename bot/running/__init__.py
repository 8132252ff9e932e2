"""Putting the program together and keeping it alive, one file a way to run."""
