"""Hand-edited lexicons: `data/*.toml`, one file a family, and their strict loader."""
