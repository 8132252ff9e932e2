"""What was typed or pressed, read without any database."""
