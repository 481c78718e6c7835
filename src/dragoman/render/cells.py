"""Nested values of a row as the text of a table's cell."""

from typing import Any

from dragoman.render.words import count_words, date_words, day_words, plural, value_words

_WITH_DAYS = ("label", "about", "before", "after", "settled_by")
_DAYS = ("date", "agreed", "when", "first", "last", "due")


def cell(column: str, value: Any) -> str:
    """The text of a cell: several lines where several things are to be told apart."""
    if column == "alpha" and value is None:
        return "not defined"
    if value is None and column in ("before", "after"):
        return "new" if column == "before" else "gone"
    if value is None or value == []:
        return ""
    if column in _DAYS:
        return day_words(value)
    if column == "dispute":
        return dispute_cell(value)
    if column == "disputes":
        return "\n".join(dispute_cell(dispute) for dispute in value)
    if column == "values":
        return "\n".join(account_cell(account) for account in value)
    if column == "wordings":
        return "\n".join(wording_cell(wording) for wording in value)
    if column == "balances":
        return "\n".join(balance_cell(balance) for balance in value)
    if column in _WITH_DAYS:
        return date_words(str(value))
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value)


def account_cell(account: dict[str, Any]) -> str:
    """ "24–25 July 2025: RIA ← unnamed sources (in Anadolu)"."""
    value = value_words(account["value"])
    outlets = [outlet for outlet in account["outlets"] if outlet not in account["chain"]]
    seen = f" (in {', '.join(outlets)})" if outlets else ""
    return f"{value}: {' ← '.join(account['chain'])}{seen}"


def dispute_cell(dispute: dict[str, Any]) -> str:
    """What is disputed, by whom, and what settled it."""
    state = f"{dispute['state']}: {date_words(dispute['settled_by'])}" if dispute["settled_by"] else dispute["state"]
    lines = [account_cell(account) for account in dispute["values"]]
    return "\n".join([f"{dispute['attribute']}, {dispute['kind']}, {state}", *lines])


def wording_cell(wording: dict[str, Any]) -> str:
    """ "Russia → Ukraine: 6,000 bodies (Medinsky; Kremlin Wire)"."""
    way = " → ".join(part for part in (" and ".join(wording["by"]), ", ".join(wording["to"])) if part)
    count = count_words(wording["quantity"], wording["modifier"], wording["unit"], wording["per_party"])
    terms = ", ".join(part for part in (count, wording["who"]) if part)
    chains = "; ".join(dict.fromkeys(" ← ".join(account["chain"]) for account in wording["accounts"]))
    return f"{': '.join(part for part in (way, terms) if part) or 'no terms'} ({chains})"


def balance_cell(balance: dict[str, Any]) -> str:
    """ "Russia → Ukraine: 6,057 (Ukraine) / 6,060 (Russia) of 6,000, complete, tally disputed"."""
    way = f"{balance['from'] or '?'} → {balance['to'] or '?'}"
    tallies = " / ".join(
        f"{tally['delivered']:,g}" + (f" ({tally['side']})" if tally["side"] else "") for tally in balance["tallies"]
    )
    done = tallies or (
        plural(len(balance["deliveries"]), "delivery", "deliveries") if balance["deliveries"] else "nothing"
    )
    promised = f" of {balance['promised']:,g}" if balance["promised"] is not None else ""
    disputed = ", tally disputed" if balance["disputed"] else ""
    return f"{way}: {done}{promised}, {balance['implementation']}{disputed}"
