"""What one message costs on its whole way: `python -m bench.way`."""
