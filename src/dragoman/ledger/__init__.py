"""The append-only ledger: findings with two time axes, and the decisions of people. It knows no language."""

from dragoman.ledger.engine import shown_name
from dragoman.ledger.ledger import Ledger, Recording, Stored

__all__ = ["Ledger", "Recording", "Stored", "shown_name"]
