"""What speaks for an entry: each signal is a class with one method, measurable alone."""
