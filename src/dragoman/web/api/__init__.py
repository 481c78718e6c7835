"""The record for programs: JSON, CSV, a calendar and a feed, under /api."""
