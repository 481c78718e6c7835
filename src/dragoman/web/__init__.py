"""The page and the JSON of the record: reads through the archive, writes nothing but decisions."""
