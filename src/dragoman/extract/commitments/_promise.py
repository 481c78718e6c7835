"""One promise as told, and the grammar by which a word governs the acts it promises."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import promise_words
from dragoman.model import CommitmentState
from dragoman.text.acts import acts_at
from dragoman.text.clause import Mood, outlook
from dragoman.text.parties import conjuncts
from dragoman.text.quantity import of_what

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = ("VERB", "AUX")
_GOING_ON = ("go", "keep")
_GERUND_LINKS = ("to", "on", "for", "of", "about", "from", "at")


@dataclass(frozen=True, slots=True)
class Promise:
    """An act promised. `word` promises it: the act itself where it is told ahead. `bound` is whom the word binds."""

    act: "Token"
    word: "Token"
    state: CommitmentState
    bound: "Token | None" = None
    under: bool = False  # by the terms of an agreement
    told_to: bool = False  # "is to free": what is laid down for somebody


def is_undertaken(promise: Promise) -> bool:
    """ "Sudan undertakes to grant an amnesty": told in the present, of the agreement just made."""
    return promise.word.lemma_ in ("undertake", "commit", "bind") and promise.word.tag_ in ("VBZ", "VBP")


def infinitives(word: "Token") -> Iterator["Token"]:
    """The acts that the word governs, coordination and a list of infinitives expanded."""
    for child in word.children:
        if child.i > word.i and _is_governed(child, word):
            yield from series(child)
        elif child.dep_ == "prep" and child.lower_ in _GERUND_LINKS:
            yield from (
                act for inner in child.children if inner.dep_ == "pcomp" and not _asks(inner) for act in series(inner)
            )


def _asks(verb: "Token") -> bool:
    """ "agreed on how to carry out the plan" promises no carrying out."""
    return any(
        child.lower_ in ("how", "when", "where", "whether", "what") for child in verb.children if child.i < verb.i
    )


def _is_governed(child: "Token", word: "Token") -> bool:
    """An infinitive that completes the word, or a clause of what shall be ("accept that the fighters be merged")."""
    if child.dep_ == "acl" and word.pos_ == "NOUN":
        # "readiness for a meeting to end the war" is readiness for the meeting.
        return is_infinitive(child) and not any(c.lower_ in ("for", "on", "about") for c in word.children)
    if child.dep_ in ("acl", "xcomp", "advcl", "relcl") and word.pos_ == "NOUN":
        return is_infinitive(child) and child.left_edge.i == word.i + 1
    if child.dep_ in ("acl", "xcomp"):
        return is_infinitive(child)
    if (
        child.dep_ == "advcl"
        and is_infinitive(child)
        and any(c.lower_ == "for" and c.dep_ == "mark" for c in child.children)
    ):
        return word.pos_ == "VERB"  # "agreed for monitors to watch the border"
    if child.dep_ == "advcl":
        return is_infinitive(child) and child.left_edge.i <= _reach(word) and word.pos_ == "VERB"
    bare = child.tag_ == "VB" and not any(c.tag_ == "MD" for c in child.children)
    return child.dep_ == "ccomp" and (is_infinitive(child) or bare or _is_subjunctive(child))


def _reach(word: "Token") -> int:
    """Where an infinitive may begin that completes a verb: after it, "themselves", and when and where it was said."""
    at = word.i + 1
    for child in word.rights:
        aside = child.dep_ in ("npadvmod", "advmod") or child.lower_.endswith("selves")
        placed = child.dep_ == "prep" and (
            child.lower_ in ("at", "during", "after", "following", "with", "through", "via", "before", "under", "as")
            or any(obj.ent_type_ in ("DATE", "GPE", "TIME") for obj in child.children)
        )
        comma = child.dep_ == "punct" and child.text == ","
        if child.left_edge.i != at or not (aside or placed or comma):
            break
        at = child.right_edge.i + 1
    return at


def _is_subjunctive(verb: "Token") -> bool:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return any(child.lower_ == "be" for child in helpers) and not any(child.tag_ in ("MD", "TO") for child in helpers)


def series(act: "Token") -> Iterator["Token"]:
    """An act and those coordinated with it; a light verb gives way to what it carries."""
    yield from weighty(act)
    for child in act.children:
        # "refused to sign and called it a mistake", "would not stand, but has since argued"
        tensed = act.tag_ == "VB" and (
            child.tag_ in ("VBD", "VBZ", "VBP") or any(c.lemma_ == "have" and c.dep_ == "aux" for c in child.children)
        )
        if (child.dep_ == "conj" and child.pos_ in VERBAL and not has_subject(child) and not tensed) or (
            child.dep_ == "advcl"
            and is_infinitive(child)
            and act.lemma_.lower() not in promise_words().talking  # "to meet him, to try and find a way"
            and child.i > act.i
            and child.doc[child.left_edge.i - 1].text == ","
        ):
            yield from series(child)
        elif child.tag_ == "VBG" and child.i > act.i:
            # "to exchange prisoners, putting the youngest first, and to return the bodies"
            for later in child.children:
                if later.dep_ == "conj" and is_infinitive(later):
                    yield from series(later)


def weighty(act: "Token") -> list["Token"]:
    """What a light verb carries: "help restore access", "take steps to open roads", "achieve the release of A"."""
    if act.lemma_.lower() not in promise_words().light and not takes_steps(act):
        goes_on = act.lemma_ in _GOING_ON and not is_known(act)  # "will go on supplying arms"
        later = (*act.children, *(o for c in act.children if c.lower_ == "on" for o in c.children)) if goes_on else ()
        return [c for c in later if c.tag_ == "VBG" and c.i > act.i and is_known(c)] or [act]
    for child in act.children:
        if any(c.dep_ in ("mark", "advmod") and c.lower_ in ("until", "when", "if", "unless") for c in child.children):
            continue
        if child.dep_ in ("xcomp", "ccomp") and child.i > act.i and act.lemma_ != "ensure" and not _carries(act, child):
            return weighty(child)
        if child.dep_ == "dobj":
            if takes_steps(act):
                purposes = [later for later in (*act.children, *child.children) if is_purpose(later)]
                if child.lemma_ == "effort":  # "boost efforts to find a solution" promises nothing
                    purposes = [later for later in purposes if is_known(later)]
                return list(series(purposes[0])) if purposes else [act]
            known = [thing for thing in conjuncts(child) if is_known(thing)]
            if known:
                return known
    return [act]


def _carries(act: "Token", inner: "Token") -> bool:
    """ "continue the coordination to increase aid" is to continue the coordination; "help them leave" is to leave."""
    thing = any(c.dep_ == "dobj" and c.i < inner.i for c in act.children)
    return thing and act.lemma_ not in ("help", "assist")


def takes_steps(act: "Token") -> bool:
    """ "take steps to open roads": nothing, but for what the steps are to do."""
    return act.lemma_ in ("take", "adopt", "boost", "redouble", "intensify", "increase") and any(
        c.dep_ == "dobj" and c.lemma_.lower() in promise_words().steps for c in act.children
    )


def sends_envoys(act: "Token") -> bool:
    """ "will send a delegation to Cairo": who will be at the talks."""
    return act.lemma_ in ("send", "dispatch") and any(
        c.dep_ == "dobj" and c.lemma_.lower() in promise_words().envoys for c in act.children
    )


def is_purpose(verb: "Token") -> bool:
    """ "(take steps) to open roads"."""
    return verb.dep_ in ("advcl", "acl", "xcomp", "relcl") and is_infinitive(verb)


def is_known(token: "Token") -> bool:
    """Whether the word tells of an act of a known action."""
    return bool(acts_at(token))


def is_made(verb: "Token") -> bool:
    """Whether a verb tells of what was or is done; "an effort to conclude a deal" tells of none."""
    view = outlook(verb)
    if verb.tag_ == "VBG" and verb.lemma_.lower() in promise_words().talked_over:
        return False  # "a deadline for thrashing out a deal"
    return verb.tag_ != "VB" and not view.negated and view.mood in (Mood.FACT, Mood.NOW)


def is_infinitive(verb: "Token") -> bool:
    """Whether a verb stands with "to"."""
    return any(child.tag_ == "TO" for child in verb.children)


def has_subject(verb: "Token") -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def subject_over(verb: "Token", links: tuple[str, ...]) -> "Token | None":
    """The subject of a verb, else of what it hangs on by one of these links."""
    node = verb
    while node.dep_ in links and not has_subject(node):
        node = node.head
    return next((c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def parted_by(noun: "Token") -> "list[Token]":
    """The "between" of "a truce between A and B", "the cessation of hostilities agreement between A and B"."""
    words = (noun, *of_what(noun), *((noun.head,) if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" else ()))
    near = (c for word in words for c in word.children)
    return [c for c in near if c.dep_ == "prep" and c.lower_ == "between"]


def linked(word: "Token", links: frozenset[str]) -> Iterator["Token"]:
    """What hangs on a word by one of these prepositions, coordination expanded ("on a truce, on roads and on aid")."""
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in links:
            for link in conjuncts(child):
                if link.pos_ == "ADP":
                    yield from (thing for obj in link.children if obj.dep_ == "pobj" for thing in row_of(obj))


def row_of(thing: "Token") -> Iterator["Token"]:
    """What is coordinated: of "the return of bodies and the opening of roads" the model hangs the second on the bodies."""
    for one in conjuncts(thing):
        yield one
        for inner in of_what(one):
            for later in inner.children:
                marks = {c.dep_ for c in later.children}
                if later.dep_ == "conj" and later.i > inner.i and "det" in marks and "prep" in marks:
                    yield from row_of(later)


def undergoing(act: "Token") -> "Token | None":
    """What is to undergo the act: "the fighters are to be disarmed"."""
    node = act.head if act.dep_ == "xcomp" and not any(c.dep_ == "nsubjpass" for c in act.children) else act
    node = node.head if node.dep_ == "acomp" else node  # "are due to be freed"
    return next((c for c in node.children if c.dep_ in ("nsubjpass", "nsubj")), None)
