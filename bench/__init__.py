"""Measuring and fitting: not part of the running program."""
