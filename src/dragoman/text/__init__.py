"""Texts: how reports come in, how they are parsed, and the draft in which a reading grows."""
