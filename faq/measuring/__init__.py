"""How well questions are found."""
