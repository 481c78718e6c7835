"""Who is meant, which mentions are one, where accounts differ, and what the text bears out."""
