"""dragoman: reads news reports about negotiations and keeps the record."""

__version__ = "0.1.0"
