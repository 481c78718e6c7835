"""Acts that parties promise or carry out: which action, who to whom, how many, and how the text presents it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.lexicon.acts import ActionWords, action_words, event_words, promise_words, rows_by_verb, verb_starts
from dragoman.lexicon.meetings import meeting_words
from dragoman.lexicon.units import unit_words
from dragoman.model import Span
from dragoman.text.clause import Outlook, is_negated, outlook
from dragoman.text.freed import is_one_person, is_single, people_meant, role_beside
from dragoman.text.memo import once, text_of
from dragoman.text.parties import conjuncts, prepositional
from dragoman.text.quantity import Quantity, counted, mod_of, money_in, of_what, quantity_of, value_of
from dragoman.text.talks import leaves_talks

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

_PHRASE_REACH = 6
_FREE_REACH = 6  # words after "set" in which "free" may come
_MONEYED = ("funding", "aid", "sanctions relief")  # actions that sums of money tell the size of
_OBJECT_LINKS = ("to", "of", "in", "from", "on", "with")
_ROUNDING = ("over", "around", "about", "nearly", "under")
_UNCOUNTED = ("exchange of documents", "sanctions relief", "humanitarian access", "sanctions", "ceasefire", "signing")
_OF_PEOPLE = ("release of hostages", "release of detainees", "prisoner exchange")
_OF_SEVERAL = ("exchange", "release", "free", "swap", "hand")
_CARRYING = frozenset(("carry", "bring", "transport", "haul", "load", "lade"))
_RELEASES = frozenset(("release", "freeing", "liberation"))
_RULINGS = frozenset(("amnesty", "decree", "order", "law", "bill", "petition", "pardon"))
_WHICH = ("which", "that", "whom")
_PLAIN = ("NOUN", "ADJ")


@dataclass(frozen=True, slots=True)
class Act:
    """One act as told. `core` is its verb or noun, `object` what is given, `words` the action's lexicon row."""

    core: "Token"
    words: ActionWords
    view: Outlook
    object: "Token | None" = None
    quantity: Quantity | None = None


def find_acts(draft: "Draft") -> list[Act]:
    """Every act the text speaks of, in order; a verb with two objects of different actions gives two."""
    return [act for token in draft.doc for act in acts_at(token)]


@once
def acts_at(token: "Token") -> tuple[Act, ...]:
    """The acts that a verb or noun denotes; none for most words."""
    if token.pos_ == "VERB" or (token.lemma_ == "be" and _tells_state(token)):
        if token.lemma_.lower() not in verb_starts():
            return ()
        return tuple(_as_denied(act) for act in _verb_acts(token, forms_of(token)))
    if token.pos_ in ("NOUN", "PROPN"):
        return tuple(_noun_acts(token, name_of(token)))
    return ()


def _tells_state(verb: "Token") -> bool:
    """ "(the guns) are to be silent", "(the troops) must be out by May"."""
    return verb.pos_ == "AUX" and any(c.dep_ in ("acomp", "advmod") and c.i > verb.i for c in verb.children)


def name_of(noun: "Token") -> str:
    """The lemma, of a word with a hyphen the whole ("cease-fire", "prisoner-exchange") where an act is known by it."""
    lemma = noun.lemma_.lower()
    if noun.i < 2 or noun.nbor(-1).text != "-":
        return lemma
    whole = f"{noun.nbor(-2).lemma_.lower()}-{lemma}"
    return whole if whole in event_words() else lemma


def _as_denied(act: Act) -> Act:
    """ "Russia received no bodies", "none of the captives were freed": the denial stands at what is given."""
    denied = act.object is not None and is_negated(act.object)
    return replace(act, view=replace(act.view, negated=True)) if denied else act


def forms_of(verb: "Token") -> frozenset[str]:
    """The verb's lemma, and with its particle: "bring home", "lay down"."""
    lemma = verb.lemma_.lower()
    after = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "acomp", "oprd") and c.i > verb.i]
    if lemma == "set" and any(t.lower_ == "free" for t in verb.doc[verb.i : verb.right_edge.i + 1][:_FREE_REACH]):
        after.append("free")  # the model takes "free" for a word of what is set free
    if lemma == "let":
        after += [c.lemma_ for c in verb.children if c.dep_ in ("ccomp", "xcomp")]  # "let 60 detainees go"
    # "got 95 sailors back", which the model takes for a word of the sailors
    after += [w.lower_ for c in verb.children if c.dep_ == "dobj" for w in c.rights if w.lower_ in ("back", "home")]
    # "walked out of jail", "put two banks on its list"
    for child in (c for c in verb.children if c.dep_ == "prep" and c.i > verb.i):
        after += ["out"] if child.lower_ == "out" else []
        after += [f"{child.lower_} list" for o in child.children if o.lemma_.lower() in ("list", "blacklist")]
    # "put their names to", "regained freedom", "keep talking"
    after += [c.lemma_.lower() for c in verb.children if c.dep_ == "dobj" or (c.dep_ == "xcomp" and c.tag_ == "VBG")]
    return frozenset((lemma, *(f"{lemma} {word}" for word in after)))


def _verb_acts(verb: "Token", forms: frozenset[str]) -> Iterator[Act]:
    rows, places = action_words(), rows_by_verb()
    told: list[Act] = []
    for at in sorted({at for form in forms for at in places.get(form, ())}):
        acts = list(_acts_of_row(verb, forms, rows[at]))
        if not told:
            told = acts
        elif verb.lemma_ in _OF_SEVERAL:
            # "to exchange prisoners and bodies": what is coordinated may be of another action
            taken = {act.object for act in told}
            told += [act for act in acts if act.object is not None and act.object not in taken]
    yield from told


def _acts_of_row(verb: "Token", forms: frozenset[str], words: ActionWords) -> Iterator[Act]:
    """The acts that a verb tells by the words of one action: with what moves, with its objects, or alone."""
    if not forms.isdisjoint(words.movers):
        moved = next((c for c in _subjects(verb) if is_object(c, words)), None)
        if words.name == "aid" and (moved is None or quantity_of(moved) is None):
            moved = next((load for load in _loads(verb) if is_object(load, words)), moved)
        # An "eight-member delegation" that leaves is on its way to talk.
        if moved is not None and moved.lemma_.lower() not in ("delegation", "team") and not leaves_talks(verb):
            yield Act(verb, words, outlook(verb), moved, quantity_of(moved))
            return
    told = not forms.isdisjoint(words.verbs)
    found = (
        [obj for obj in _objects(verb) if is_object(obj, words) and not _is_receiver(obj, verb, words)] if told else []
    )
    for obj in found:
        yield Act(verb, words, outlook(verb), obj, size_of(verb, words, obj))
    if found:
        return
    freeing = _frees(words) and not forms.isdisjoint(promise_words().freeing)
    handing = _frees(words) and not forms.isdisjoint(promise_words().handing_over)
    if told and (freeing or handing or words.name == "prisoner exchange"):
        freed = next((who for obj in _objects(verb) if (who := _somebody(obj, words)) is not None), None)
        if handing and not freeing and (freed is None or not is_one_person(freed) or not _is_moved(freed)):
            return
        if freed is not None:
            yield Act(verb, words, outlook(verb), freed, quantity_of(freed) or _count_of(freed))
            return
    if not forms.isdisjoint(words.intransitive) and _stands_alone(verb, words):
        yield Act(verb, words, outlook(verb))


def _subjects(verb: "Token") -> Iterator["Token"]:
    """The subjects of a verb: of "the guerrillas are to leave" what is told before."""
    told_to = verb.dep_ == "xcomp" and verb.head.lemma_ in ("be", "due", "set", "schedule")
    above = verb.head.head if verb.head.dep_ == "acomp" else verb.head
    for word in (verb, above) if told_to else (verb,):
        yield from (c for c in word.children if c.dep_ in ("nsubj", "nsubjpass"))


def _is_receiver(obj: "Token", verb: "Token", words: ActionWords) -> bool:
    """ "(return the children) to their families": who is given somebody is not given."""
    given_to = obj.dep_ == "pobj" and obj.head.lower_ == "to" and obj.head.head == verb
    return given_to and words.name.startswith(("release", "return")) and any(True for _ in _direct(verb))


def _loads(verb: "Token") -> Iterator["Token"]:
    """What comes with whatever arrives: "a ship carrying 23,000 tonnes of wheat docked", "a convoy with 40 generators"."""
    for subject in (c for c in verb.children if c.dep_ == "nsubj"):
        yield from prepositional(subject, ("with",))
        for part in (c for c in subject.children if c.dep_ in ("acl", "relcl") and c.lemma_ in _CARRYING):
            yield from (c for c in part.children if c.dep_ == "dobj" and quantity_of(c) is not None)
            yield from prepositional(part, ("with",))


def _stands_alone(verb: "Token", words: ActionWords) -> bool:
    """Whether a verb without an object tells the act: not of "an amnesty signed on Monday", not with a stray particle."""
    ruled = verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in _RULINGS
    bare = verb.lemma_.lower() not in words.intransitive or not _has_particle(verb)
    left = any(o.lemma_.lower() in promise_words().deals for o in prepositional(verb, ("from",)))
    return not (ruled or left) and bare and not list(_direct(verb)) and not leaves_talks(verb)


def _count_of(people: "Token") -> Quantity | None:
    """ "70 were released"; one, of a person told by name."""
    return Quantity(1) if is_one_person(people) else _bare_count(people)


def _bare_count(numeral: "Token") -> Quantity | None:
    value = value_of(numeral) if numeral.like_num else None
    return Quantity(value, mod_of(numeral), span=Span(numeral.idx, numeral.idx + len(numeral))) if value else None


def _somebody(word: "Token", words: ActionWords) -> "Token | None":
    """A person, people told by their number only, or by a pronoun; who is told something by a release is not let go."""
    if (word.ent_type_ == "PERSON" and word.dep_ != "pobj") or word.like_num:
        return word
    return people_meant(word, words.objects)


def _is_moved(person: "Token") -> bool:
    """Whether somebody is handed over, not told or given something."""
    return person.dep_ == "nsubjpass" or (
        person.dep_ == "dobj" and not any(c.dep_ == "dobj" and c != person for c in person.head.children)
    )


def _has_particle(verb: "Token") -> bool:
    return any(child.dep_ == "prt" for child in verb.children)


def tells_of_swap(draft: "Draft", acts: "list[Act]") -> bool:
    """Whether prisoners are exchanged: those whom either side lets go are then let go in the exchange."""
    title = (draft.report.title or "").lower()
    told = any(phrase in title for row in action_words() if row.name == "prisoner exchange" for phrase in row.phrases)
    return told or any(act.words.name == "prisoner exchange" for act in acts)


def size_of(verb: "Token", words: ActionWords, obj: "Token") -> Quantity | None:
    """How much: the count of the object, or the sum of money told with the act."""
    if words.name in _MONEYED:
        parts = [obj, *(child for child in verb.children if child.dep_ in ("prep", "dobj", "nsubjpass", "npadvmod"))]
        for part in parts:
            start, end = part.left_edge.idx, part.right_edge.idx + len(part.right_edge)
            money = money_in(text_of(verb.doc)[start:end], start)
            if money is not None:
                return money
    found = quantity_of(obj)
    if found is not None and found.span is not None and words.name in _UNCOUNTED and found.span.start > obj.idx:
        return None  # "lists of 15,000 captives" are not 15,000 lists
    return found or (Quantity(1) if words.name in _OF_PEOPLE and is_single(obj) else None)


def _direct(verb: "Token") -> Iterator["Token"]:
    yield from (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))


def _objects(verb: "Token") -> Iterator["Token"]:
    """What the verb gives or moves: its objects, the subject of its passive, the noun that a participle modifies."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "attr", "oprd"):
            yield from conjuncts(child)
        elif child.dep_ in ("prep", "advmod"):
            yield from _linked(child)
        elif child.lower_ == "free" and verb.lemma_ == "set":
            yield from (freed for freed in child.children if freed.dep_ in ("nsubj", "npadvmod"))
        elif child.dep_ == "ccomp":
            yield from _in_clause(verb, child)
    given = any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)  # "fighters handed in their rifles"
    if (verb.dep_ == "acl" and verb.tag_ == "VBN" and not given) or _is_of_relative(verb):
        yield verb.head
    if verb.dep_ == "xcomp" and verb.head.dep_ == "relcl" and any(c.lower_ in _WHICH for c in _direct(verb)):
        yield verb.head.head  # "the remains, which it has agreed to return"
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        # "bodies are to be returned", "prisoners are due to be freed"
        above = verb.head.head if verb.head.dep_ == "acomp" else verb.head
        yield from (part for c in above.children if c.dep_ in ("nsubj", "nsubjpass") for part in conjuncts(c))
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not list(_direct(verb)):
        yield from (child for child in verb.head.children if child.dep_ == "nsubjpass")


def _in_clause(verb: "Token", inner: "Token") -> Iterator["Token"]:
    """What a verb gives or moves where the model takes it for the subject of a clause of its own."""
    if inner.pos_ in ("NOUN", "PROPN"):
        yield inner  # "let aid in"
    elif (inner.lemma_ == "be" and verb.lemma_ in ("ensure", "guarantee")) or (
        inner.pos_ == "VERB" and verb.lemma_ == "let"
    ):
        yield from (c for c in inner.children if c.dep_ == "nsubj")  # "ensure the crossing is open", "let them go"
    elif inner.lemma_ in ("call", "describe", "term"):
        yield from (c for c in inner.children if c.dep_ in ("oprd", "dobj") and c.pos_ != "PRON")


def _linked(link: "Token") -> Iterator["Token"]:
    """What a verb gives or moves by a preposition: "return to the table", "go back to it", "let over 70 people go"."""
    if link.dep_ == "advmod":
        yield from prepositional(link, ("to",)) if link.lower_ == "back" else ()
        return
    given = [obj for obj in link.children if obj.dep_ == "pobj"]
    if link.lower_ in _OBJECT_LINKS:
        yield from given
    elif link.lower_ in _ROUNDING:
        yield from (obj for obj in given if _has_count(obj))


def _has_count(noun: "Token") -> bool:
    """ "around 70 were released", "brought home over 70 Americans": the model takes the qualifier for a preposition."""
    return noun.like_num or any(child.like_num for child in noun.children)


def _is_of_relative(verb: "Token") -> bool:
    """Whether a relative clause tells what was done to its noun: "the document which both signed", "the accords they signed"."""
    if verb.dep_ != "relcl":
        return False
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    relative = all(child.lower_ in ("which", "that", "who", "whom") for child in objects)
    return relative and (bool(objects) or (subject is not None and subject.lower_ not in ("which", "that", "who")))


def is_object(token: "Token", words: ActionWords) -> bool:
    """Whether a noun is one of what an action is done to, by itself or by what it is of."""
    if words.name == "release of detainees" and token.tag_ in ("NNPS", "NNP"):
        many = token.ent_type_ == "NORP" or token.text.endswith("s")
        counted_name = many and any(child.like_num for child in token.children)  # "656 Palestinians", "249 Houthis"
        return counted_name or role_beside(token, words.objects) is not None
    if token.lemma_.lower() in unit_words().telling_of:
        return token.lemma_.lower() in words.objects
    near = [token, counted(token), *(part for what in of_what(token) for part in conjuncts(what))]
    if token.lemma_.lower() not in meeting_words().noun:  # "hold ceasefire talks" is to talk about one
        near += [child for child in token.children if child.dep_ in ("compound", "nmod", "appos", "quantmod")]
    if token.like_num:  # "66 million in assistance"
        near += prepositional(token, ("in", "of"))
    return any(word.lemma_.lower() in words.objects or word.lower_.rstrip("s") in words.objects for word in near)


def _frees(words: ActionWords) -> bool:
    return words.name == "release of detainees"


def _noun_acts(noun: "Token", lemma: str) -> Iterator[Act]:
    """Event nouns and phrases: "a ceasefire", "the release of hostages", "prisoner exchange"."""
    if noun.dep_ in ("compound", "nmod", "poss"):
        return
    before = f"{name_of(noun.nbor(-1))} {lemma}" if noun.i else lemma
    if lemma not in event_words() and before not in event_words():
        return
    after = " ".join(
        t.lemma_.lower()
        for t in noun.doc[noun.i : noun.i + _PHRASE_REACH]
        if t.pos_ not in ("DET", "ADJ", "NUM", "ADV")
    )
    of = {before, *(f"{lemma} of {part.lemma_.lower()}" for part in of_what(noun))}
    objects = of_what(noun)
    for words in action_words():
        done_to = lemma in words.deeds and any(is_object(obj, words) for obj in objects)
        done_to = done_to or (lemma in _RELEASES and _frees(words) and any(is_one_person(obj) for obj in objects))
        if done_to or lemma in words.nouns or after.startswith(words.phrases) or not of.isdisjoint(words.phrases):
            obj = next((o for o in objects if not o.like_num), next(iter(objects), None))
            # "the release of 135 detained teachers": the model may part the number from its noun
            size = next((found for o in objects if (found := quantity_of(o) or _bare_count(o))), None)
            if size is None and obj is not None and words.name in _OF_PEOPLE and is_single(obj):
                size = Quantity(1)
            quantity = size if obj is not None else quantity_of(noun)
            yield Act(noun, words, outlook(noun), obj, quantity)
            return


def unit_of(act: Act) -> str | None:
    """What is counted, in the words of the text; of money its currency."""
    if act.quantity is not None and act.quantity.unit:
        return act.quantity.unit
    if act.object is None:
        return None
    head = counted(act.object)
    if head.tag_ == "NNP" and (role := role_beside(head, act.words.objects)) is not None:
        return phrase_of(role)
    if head.like_num or is_one_person(head):
        return None
    if act.quantity is None and not is_object(head, act.words):
        return None
    return phrase_of(head)


def phrase_of(head: "Token") -> str:
    """A noun with its close modifiers: "political prisoners", "prisoners of war", "trucks of food"."""
    close = [t for t in head.lefts if t.dep_ in ("compound", "amod") and not t.like_num]
    close = [
        t
        for t in close
        if t.lower_ not in ("several", "many", "such", "other", "more", "unjustly", "further", "additional", "extra")
    ]
    start = close[0].i if close else head.i
    inner = [t for t in of_what(head) if t.i == head.i + 2 and t.pos_ == "NOUN" and t.right_edge == t]
    return head.doc[start : (inner[0].i if inner else head.i) + 1].text
