"""Which verb takes which value. Whether there is anything to decide, and whether the record holds it, is the archive's."""

from collections.abc import Mapping

from dragoman.errors import LedgerError
from dragoman.model.ledgered import Verb

_LONGEST = 2000  # characters of a value


def checked(verb: str, subject: str, value: Mapping[str, str]) -> tuple[Verb, str, dict[str, str]]:
    """(verb, subject, value) as they are kept. Raises LedgerError for what is no decision at all."""
    if verb not in set(Verb):
        raise LedgerError(f"{verb!r} is no decision, so nothing was kept; there are {', '.join(Verb)}")
    chosen = Verb(verb)
    _check_value(chosen, value)
    if chosen in (Verb.SAME, Verb.NOT_SAME):
        return chosen, "", {"one": value["one"], "other": value["other"]}
    return chosen, subject, dict(value)


def _check_value(verb: Verb, value: Mapping[str, str]) -> None:
    wanted = {Verb.SAME: {"one", "other"}, Verb.NOT_SAME: {"one", "other"}, Verb.SETTLE: {"value"}, Verb.NAME: {"name"}}
    if verb is Verb.AMEND:
        if len(value) != 1 or not all(value):
            raise LedgerError("no slot was chosen, so nothing was kept; choose the one slot to amend")
    elif set(value) != wanted.get(verb, set()):
        given, needed = (", ".join(sorted(names)) or "nothing" for names in (value, wanted.get(verb, ())))
        raise LedgerError(f"{verb} takes {needed} and was given {given}, so nothing was kept; send what it takes")
    elif not all(text.strip() for text in value.values()):
        what = "nothing to compare with" if "other" in value else "no value"
        raise LedgerError(f"{what} was chosen, so nothing was kept; choose one and send it again")
    if any(len(text) > _LONGEST for text in value.values()):
        raise LedgerError(f"a value of more than {_LONGEST:,} characters, so nothing was kept; shorten it")
