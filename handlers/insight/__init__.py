"""What editors learn from questions: gaps, why, numbers, the weekly card."""
