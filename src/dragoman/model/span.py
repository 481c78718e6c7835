"""A place in a report's body."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character offsets into a report's body exactly as it came in."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def holds(self, offset: int) -> bool:
        return self.start <= offset < self.end
