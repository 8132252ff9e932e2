"""Files that people keep by hand, read strictly; what is wrong is said with its place."""
