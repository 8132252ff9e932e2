"""Questions and answers: entries, corpus, German text, matching."""
