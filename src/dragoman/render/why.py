"""Everything behind a value: accounts, chains, sentences, reports, and the reason of each join."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dragoman.errors import NotFoundError
from dragoman.model.ledgered import Decision, Entry
from dragoman.record.accounts import Attribute
from dragoman.record.changes import act_label, promise_label, round_label, stand_label
from dragoman.record.derive import ProcessRecord
from dragoman.record.rounds import Round
from dragoman.render.cells import account_cell, balance_cell, dispute_cell, wording_cell
from dragoman.render.rows import Row, entry_row, explained, promise_rows
from dragoman.render.words import chain_words, clip, date_words, day_words

_EVIDENCE = 300


def find(record: ProcessRecord, id_: str) -> Row | None:
    """What stands behind an id of this record: a round, dispute, promise, delivery, position or finding.

    An id that goes on with an attribute ("d-….date") is of nothing where the record has no such attribute.
    """
    row = _behind(record, id_)
    attribute = id_.partition(".")[2].partition(".")[0]
    if row and attribute and attribute not in _attributes(row):
        return None
    return row


def unfound(record: ProcessRecord | None, id_: str) -> NotFoundError:
    """The error for an id that nothing stands behind."""
    whole, dot, attribute = id_.partition(".")
    row = _behind(record, whole) if record and dot else None
    if row is None:
        return NotFoundError(
            f"{id_}: nothing of this id is visible then, so nothing is shown; the tables of talks, disputes and "
            f"promises give the ids"
        )
    told = ", ".join(_attributes(row)) or "none"
    return NotFoundError(f"{id_}: no account of any {attribute!r}, so nothing is shown; of {whole} there is {told}")


def _attributes(row: Row) -> dict[str, None]:
    """The attributes that accounts tell of, in order; counts are told by direction ("quantity.…")."""
    return dict.fromkeys(each["attribute"].partition(".")[0] for each in row.get("attributes", ()))


def _behind(record: ProcessRecord, id_: str) -> Row | None:
    stem = id_.partition("-")[2].partition(".")[0]
    letter = id_[:1]
    if letter in "rd":
        return next((_round(r, id_) for r in record.rounds if _holds(r, stem)), None) or _act_row(record, stem)
    if letter == "p":
        return _promise(record, stem)
    if letter == "a":
        return _act_row(record, stem)
    if letter == "s":
        stand = next((s for s in record.positions if any(e.id.endswith(stem) for e in s.entries)), None)
        findings = [entry_row(e) for e in stand.entries] if stand else []
        return {"id": id_, "what": stand_label(stand), "findings": findings} if stand else None
    entry = next((e for e in record.entries if e.id == id_), None)
    return (
        {"id": id_, "what": str(entry.kind), "findings": [entry_row(entry)], "links": _links([entry])}
        if entry
        else None
    )


def _holds(round_: Round, stem: str) -> bool:
    """Any finding of a round leads to it, so that an id survives a report that became known later."""
    return any(join.entry.id.partition("-")[2] == stem for join in round_.joins)


def _round(round_: Round, id_: str) -> Row:
    wanted = id_.partition(".")[2].partition(".")[0]
    attributes: Sequence[Attribute] = [a for a in round_.attributes if a.accounts and (not wanted or a.name == wanted)]
    return {
        "id": round_.id,
        "what": f"{round_label(round_)}, {round_.status}",
        "attributes": [explained(attribute) for attribute in attributes],
        "findings": [entry_row(join.entry) | {"joined": join.reason} for join in round_.joins],
        "links": _links([join.entry for join in round_.joins]),
    }


def _promise(record: ProcessRecord, stem: str) -> Row | None:
    for promise, row in zip(record.promises, promise_rows(record), strict=True):
        if any(entry.id.endswith(stem) for entry in promise.entries):
            entries = [*promise.entries, *(e for b in promise.balances for act in b.acts for e in act.entries)]
            unique = list({entry.id: entry for entry in entries}.values())
            found = {"findings": [entry_row(entry) for entry in unique], "links": _links(unique)}
            return {"id": promise.id, "what": promise_label(promise), "promise": row, **found}
    return None


def _act_row(record: ProcessRecord, stem: str) -> Row | None:
    acts = [act for act in record.acts if any(entry.id.endswith(stem) for entry in act.entries)]
    if not acts:
        return None
    entries = list({entry.id: entry for act in acts for entry in act.entries}.values())
    return {
        "id": acts[0].id,
        "what": "; ".join(act_label(act) for act in acts),
        "attributes": [explained(act.counts) for act in acts if act.counts.accounts],
        "findings": [entry_row(entry) for entry in entries],
        "links": _links(entries),
    }


def _links(entries: Sequence[Entry]) -> list[Row]:
    """Names that stand for another name, and why."""
    found = {
        (name, link.canonical): {"name": name, "stands_for": link.canonical, "reason": link.reason}
        for entry in entries
        for name, link in entry.links.items()
        if name != link.canonical
    }
    return list(found.values())


def why_page(row: Row, decisions: Sequence[Decision]) -> RenderableType:
    """The explanation as a page for the terminal."""
    return Group(*_parts(row, decisions), Text(""))


def _parts(row: Row, decisions: Sequence[Decision]) -> Iterator[RenderableType]:
    yield Text.assemble((date_words(row["what"]), "bold"), f"  {row['id']}")
    for attribute in row.get("attributes", ()):
        yield Text(f"\n{attribute['attribute']}: {_value(attribute)}", style="bold")
        if attribute["dispute"]:
            yield _in(dispute_cell(attribute["dispute"]))
        else:
            yield _in("\n".join(account_cell(account) for account in attribute["accounts"]))
    if promise := row.get("promise"):
        yield Text("\nwordings", style="bold")
        yield _in("\n".join(wording_cell(wording) for wording in promise["wordings"]))
        yield Text("\nbalances", style="bold")
        yield _in("\n".join(balance_cell(balance) for balance in promise["balances"]) or "none")
    yield Text("\nin the words of", style="bold")
    for finding in row["findings"]:
        yield _finding(finding)
    if row.get("links"):
        yield Text("\nwho is who", style="bold")
        yield _in("\n".join(f"{k['name']} is {k['stands_for']}: {k['reason']}" for k in row["links"]))
    touched = [d for d in decisions if touches(d, row)]
    if touched:
        yield Text("\ndecided by people", style="bold")
        yield _in("\n".join(decision_line(decision) for decision in touched))


def _value(attribute: Row) -> str:
    if attribute["value"] is None:
        return "disputed"
    return day_words(attribute["value"]) if attribute["attribute"] == "date" else str(attribute["value"])


def _finding(finding: Row) -> RenderableType:
    head = f"{finding['outlet'] or finding['report']}, {day_words(finding['published'])} · {chain_words(tuple(finding['sources']))}"
    text = Text.assemble((head, ""), (f"  {finding['id']}", "dim"))
    text.append(f"\n“{clip(finding['evidence'], _EVIDENCE)}”", style="italic dim")
    if "joined" in finding:
        text.append(f"\njoined: {date_words(finding['joined'])}", style="dim")
    return Padding(text, (0, 0, 0, 2))


def touches(decision: Decision, row: Row) -> bool:
    """Whether a decision is about something in this explanation."""
    ids = {row["id"], *(finding["id"] for finding in row["findings"])}
    ids |= {a["dispute"]["id"] for a in row.get("attributes", ()) if a["dispute"]}
    names = {k["name"] for k in row.get("links", ())} | {k["stands_for"] for k in row.get("links", ())}
    return decision.subject in ids or bool({*decision.value.values()} & (ids | names))


def decision_line(decision: Decision) -> str:
    """ "2025-07-25, A. Analyst: settle d-… to 2025-07-23, because …"."""
    value = ", ".join(f"{key} {text}" for key, text in decision.value.items())
    what = " ".join(part for part in (str(decision.verb), decision.subject, value) if part)
    return f"{decision.recorded_at.date().isoformat()}, {decision.who}: {what}, because {decision.why} ({decision.id})"


def _in(text: str) -> RenderableType:
    return Padding(Text(text), (0, 0, 0, 2))
