"""The semantic signal, an extra: what a question means, whatever its words are."""
