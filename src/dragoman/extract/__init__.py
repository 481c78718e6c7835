"""One module per kind of finding; siblings meet in the draft, never by import."""
