"""Commitments: acts agreed, pledged, offered or refused, still to be done when said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import promise_words
from dragoman.lexicon.clause import clause_words
from dragoman.model import Action, Commitment, CommitmentState
from dragoman.text.acts import Act, find_acts, givers, takers, thing_act, unit_of
from dragoman.text.attach import dates_of
from dragoman.text.clause import Mood, outlook
from dragoman.text.draft import Draft, sentence_span, span_of
from dragoman.text.parties import actors_of, conjuncts, principal_parties, subject_of
from dragoman.text.sources import chain_over

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDER = ("refused", "breached", "suspended", "offered", "agreed", "pledged")
_TERM_REACH = 6  # words on either side of the noun
_WORDS = 12  # of a promise of no class, told in the text's own words


def find_commitments(draft: Draft) -> list[Commitment]:
    """One finding for each act promised, then the promises of no known action."""
    acts = find_acts(draft)
    found = [c for act in acts if (state := _state(act)) and (c := _commitment(draft, act, state)) is not None]
    found += _promised_things(draft)
    return found + list(_others(draft, {token.i for act in acts for token in act.core.sent if act.core == token}))


def _state(act: Act) -> CommitmentState | None:
    """The state a promise is in; None for what is none: done, wished by others, imagined."""
    view, words = act.view, promise_words()
    if view.mood is Mood.CONDITIONAL:
        return None
    lemma = act.core.lemma_.lower()
    governors = {*view.governors, lemma if lemma in words["breached"] else ""}
    told = next((name for name in _ORDER if governors & words[name]), None)
    if view.negated:
        return CommitmentState.REFUSED if view.mood is not Mood.FACT or told == "refused" else None
    if told is None:
        if act.core.pos_ != "VERB":
            return CommitmentState.AGREED if _is_named_deal(act) else None
        return CommitmentState.PLEDGED if view.mood is Mood.FUTURE else None
    if told == "pledged" and view.mood is Mood.FACT and act.core.pos_ == "VERB" and act.core.tag_ == "VBD":
        return None
    if told in ("agreed", "pledged") and view.under(clause_words().wanted - words["offered"]):
        return None
    return CommitmentState(told)


def _is_named_deal(act: Act) -> bool:
    """ "the ceasefire agreement", "a truce that has been in effect": a ceasefire named as there is one agreed."""
    return (
        act.words.name == "ceasefire"
        and act.view.mood is Mood.FACT
        and any(t.lemma_ in ("effect", "hold", "begin", "place") for t in act.core.sent)
    )


def _commitment(draft: Draft, act: Act, state: CommitmentState) -> Commitment | None:
    by, to = _promisers(draft, act) or _parties_to_it(draft, act), takers(draft, act)
    if not by and not act.quantity:
        return None
    span = sentence_span(act.core)
    quantity = act.quantity
    agreed, due = _times(draft, act)
    return Commitment(
        action=act.words.action,
        state=state,
        evidence=draft.slice(span),
        span=span,
        by=tuple(name for name in by if name not in to) or by,
        to=to,
        quantity=quantity.value if quantity else None,
        quantity_mod=quantity.mod if quantity else None,
        unit=unit_of(act) if quantity or act.words.unit else None,
        per_party=quantity.per_party if quantity else None,
        who=_beneficiaries(draft, act) or _terms(draft, act),
        date_agreed=agreed,
        due=due,
        sources=chain_over(draft, span_of(act.core)),
    )


def _promisers(draft: Draft, act: Act) -> tuple[str, ...]:
    """Who is bound: who acts, else who agreed."""
    own = givers(draft, act)
    if own:
        return own
    node = act.core
    while node.head != node:
        node = node.head
        if (
            node.pos_ == "VERB"
            and node.lemma_.lower()
            in promise_words()["agreed"] | promise_words()["pledged"] | promise_words()["offered"]
        ):
            subject = subject_of(node)
            return actors_of(draft, subject) if subject is not None else ()
    return ()


def _parties_to_it(draft: Draft, act: Act) -> tuple[str, ...]:
    """What an agreement itself provides binds those it is between: the two parties of the report."""
    node, words = act.core, promise_words()["under"]
    while node.head != node:
        node = node.head
        subjects = [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
        if any(c.lemma_.lower() in words for c in subjects):
            return principal_parties(draft)
    under = (o for c in node.children if c.dep_ == "prep" and c.lower_ == "under" for o in c.children)
    return principal_parties(draft) if any(o.lemma_.lower() in words for o in under) else ()


def _promised_things(draft: Draft) -> Iterator[Commitment]:
    """ "Germany pledged 1 million euros": a promise of a thing, without the verb of giving it."""
    words = promise_words()
    for token in draft.doc:
        if token.pos_ != "VERB" or token.lemma_.lower() not in words["committing"]:
            continue
        for obj in (c for c in token.children if c.dep_ == "dobj"):
            act = thing_act(token, obj)
            subject = subject_of(token)
            by = actors_of(draft, subject) if subject is not None else ()
            if act is None or not by or act.view.negated:
                continue
            state = CommitmentState(next(name for name in _ORDER if token.lemma_.lower() in words[name]))
            if (found := _commitment(draft, act, state)) is not None:
                yield replace(found, by=by)


def _times(draft: Draft, act: Act) -> tuple[str | None, str | None]:
    """(when it was agreed, when it is due): dates with the promising verb, and dates with the act that lie ahead."""
    published = draft.report.published.isoformat()
    own = [d.value for d in dates_of(draft, act.core) if d.value]
    node = act.core
    above: list[str] = []
    while node.head != node and not above:
        node = node.head
        if node.pos_ == "VERB":
            above = [d.value for d in dates_of(draft, node) if d.value]
    agreed = next((value for value in (*above, *own) if value[:10] <= published), None)
    due = next((value for value in own if value[:10] > published), None)
    return agreed, due


def _beneficiaries(draft: Draft, act: Act) -> str | None:
    """A class or priority told beside the act: "prioritizing the youngest", "all those aged 18 to 25"."""
    for token in act.core.sent:
        if (
            token.lemma_ in ("prioritize", "prioritise", "include")
            and token.tag_ == "VBG"
            and token.head in (act.core, act.object)
        ):
            objects = [c for c in token.children if c.dep_ in ("dobj", "ccomp", "xcomp")]
            if objects:
                words = [t for t in objects[0].subtree if t.pos_ != "PUNCT"]
                text = draft.report.body[words[0].idx : words[-1].idx + len(words[-1])]
                return text.removeprefix("the ")
    return None


def _terms(draft: Draft, act: Act) -> str | None:
    """What exactly is promised, where it is not a count: "a partial ceasefire against energy"; the bare noun is no term."""
    head = act.object or act.core
    if act.quantity is not None or head.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [
        t
        for t in head.subtree
        if t.pos_ not in ("DET", "PUNCT", "SPACE") and t.dep_ not in ("relcl", "advcl", "conj", "cc")
    ]
    words = [t for t in words if abs(t.i - head.i) <= _TERM_REACH]
    if len(words) < 2:
        return None
    return draft.report.body[words[0].idx : words[-1].idx + len(words[-1])].replace("\n", " ")


def _others(draft: Draft, taken: set[int]) -> Iterator[Commitment]:
    """ "agreed to accept the citizens", "promised to work with both sides": promises of no known action."""
    words = promise_words()
    for token in draft.doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma not in words["not_doing"] and token.i not in taken:
            yield from _told_ahead(draft, token)
        if token.pos_ == "VERB" and lemma == "agree":
            yield from _agreed_on(draft, token, taken)
        if token.pos_ != "VERB" or lemma not in words["committing"]:
            continue
        inner = next(
            (c for c in token.children if c.dep_ in ("xcomp", "ccomp") and any(t.tag_ == "TO" for t in c.children)),
            None,
        )
        if inner is None or any(t.i in taken for t in inner.subtree):
            continue
        subject = next((c for c in token.children if c.dep_ == "dobj"), None) if lemma == "commit" else None
        subject = subject or subject_of(token)
        by = actors_of(draft, subject) if subject is not None else ()
        view = outlook(token)
        if not by or view.negated or view.mood in (Mood.CONDITIONAL, Mood.WANTED, Mood.POSSIBLE):
            continue
        state = next(name for name in _ORDER if lemma in words[name])
        yield _other(draft, token, inner, by, CommitmentState(state))


def _told_ahead(draft: Draft, token: "Token") -> Iterator[Commitment]:
    """ "The United States will help restore access", "both armies are to pull back": what a side says it will do."""
    will = any(c.dep_ == "aux" and c.lower_ in ("will", "'ll") for c in token.children)
    set_down = token.dep_ == "xcomp" and token.head.lemma_ == "be" and token.tag_ == "VB"
    subject, view = subject_of(token), outlook(token)
    by = actors_of(draft, subject) if subject is not None and (will or set_down) else ()
    if by and not view.negated and view.mood is Mood.FUTURE:
        yield _other(draft, token, token, by, CommitmentState.AGREED if set_down else CommitmentState.PLEDGED)


def _agreed_on(draft: Draft, token: "Token", taken: set[int]) -> Iterator[Commitment]:
    """ "agreed on the restoration of services": a promise told as a noun."""
    subject, view = subject_of(token), outlook(token)
    by = actors_of(draft, subject) if subject is not None else ()
    if not by or view.negated or view.mood is not Mood.FACT:
        return
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "to"):
            for noun in (part for obj in child.children if obj.dep_ == "pobj" for part in conjuncts(obj)):
                if noun.pos_ == "NOUN" and noun.ent_type_ != "DATE" and not any(t.i in taken for t in noun.subtree):
                    yield _other(draft, token, noun, by, CommitmentState.AGREED)


def _other(draft: Draft, token: "Token", inner: "Token", by: tuple[str, ...], state: CommitmentState) -> Commitment:
    span = sentence_span(token)
    start = inner.i if inner.pos_ == "VERB" else inner.left_edge.i
    phrase = [t for t in inner.subtree if t.i >= start and t.dep_ != "cc"][:_WORDS]
    dates = [d.value for d in dates_of(draft, token) if d.value]
    return Commitment(
        action=Action.OTHER,
        state=state,
        evidence=draft.slice(span),
        span=span,
        by=by,
        who=draft.report.body[phrase[0].idx : phrase[-1].idx + len(phrase[-1])].rstrip(" ,.;"),
        date_agreed=dates[0] if dates else None,
        sources=chain_over(draft, span_of(token)),
    )
