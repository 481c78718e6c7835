"""Who is denoted by a noun phrase: the states, groups and organisations behind delegations, sides, officials, leaders."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.lexicon.roles import roles
from dragoman.lexicon.world import homes
from dragoman.model import ActorKind, ActorMention
from dragoman.text.memo import of_mentions

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.text.draft import Draft

_PARTY_KINDS = (ActorKind.STATE, ActorKind.GROUP, ActorKind.ORGANISATION)
_OWNERS = ("poss", "amod", "compound", "nmod", "appos")
_LINKS = frozenset(("of", "from", "between", "for", "with"))
_RANKS = ("vice", "deputy", "former", "prime", "foreign", "defence", "defense", "interior", "crown")
_TAIL = 4  # words after a noun that still name it: "parties to the conflict"
_NAMED = ("GPE", "NORP", "ORG", "PERSON")
_OWN_PASSIVES = (
    "refuse",
    "decline",
    "agree",
    "want",
    "ask",
    "demand",
    "insist",
)  # "refused to be drawn": who refuses acts
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


def actors_of(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """Names of the states, groups or organisations denoted by the phrase headed by the token.

    Coordination is expanded ("Kyiv and Moscow"), so are collectives ("both sides"), possessives and adjectives of
    delegations, officials and leaders ("the Russian delegation", "Ukraine's negotiators", "the presidents of A and B").
    People give the actor they act for. Empty when the phrase denotes nobody known.
    """
    by_root = mentions_by_root(draft)
    return tuple(dict.fromkeys(name for part in conjuncts(token) for name in actors_of_one(draft, part, by_root)))


def people_of(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """Fullest names of the people denoted by the phrase headed by the token, coordination expanded."""
    by_root = mentions_by_root(draft)
    found = []
    for part in conjuncts(token):
        near = [part, *(child for child in part.children if child.dep_ in ("appos", "compound", "nmod"))]
        names = [m.name for word in near for m in by_root.get(word.i, ()) if m.kind is ActorKind.PERSON]
        found += names[:1]
    return tuple(dict.fromkeys(found))


def is_body(draft: "Draft", token: "Token") -> bool:
    """Whether those named are one body that acts as one: the Quartet is no pair of sides."""
    return any(m.kind is ActorKind.ORGANISATION for m in mentions_by_root(draft).get(token.i, ()))


def bodies_of(draft: "Draft") -> frozenset[str]:
    """The names of the organisations that a report tells of."""
    return of_mentions(draft, _bodies)


def _bodies(draft: "Draft") -> frozenset[str]:
    return frozenset(mention.name for mention in draft.actors if mention.kind is ActorKind.ORGANISATION)


def mentions_by_root(draft: "Draft") -> dict[int, list[ActorMention]]:
    """Actor mentions by the index of their head word, and of every word of a name."""
    return of_mentions(draft, _by_root)


def _by_root(draft: "Draft") -> dict[int, list[ActorMention]]:
    found: dict[int, list[ActorMention]] = {}
    for mention in draft.actors:
        found.setdefault(mention.root, []).append(mention)
    return found


def title_of(token: "Token") -> str:
    """The role a noun names: a vice-president is no president, a prime minister no minister of something."""
    if token.lower_ == "secretary" and [word.lower_ for word in token.doc[token.i + 1 : token.i + 3]] == [
        "-",
        "general",
    ]:
        return "general"
    before = token.nbor(-1).lower_ if token.i else ""
    return f"{before} {token.lower_}" if before in _RANKS else token.lower_


def side_meant(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """Whom "the rebels" or "the government" are in a report of one group and the state it fights; () where it has more."""
    lemma = token.lemma_.lower()
    if lemma not in roles().rebels | roles().rulers or not (is_bare(token) or _is_of_person(draft, token)):
        return ()
    groups = Counter(m.name for m in draft.actors if m.kind is ActorKind.GROUP)
    if lemma in roles().rebels or not groups:
        return clearly_first(groups)
    states = states_told(draft)
    fought = {homes().get(name) for name in groups} & set(states)
    return (str(fought.pop()),) if len(fought) == 1 else clearly_first(states)


def states_told(draft: "Draft") -> Counter[str]:
    """How often a report names each state that may act: "two Colombian aid workers" bring no Colombia to the table."""
    return Counter(m.name for m in draft.actors if m.kind is ActorKind.STATE and not _is_victims(draft, m))


def _is_victims(draft: "Draft", mention: ActorMention) -> bool:
    return mention.adjective and draft.doc[mention.root].head.lemma_.lower() in roles().spoken_of


def _is_of_person(draft: "Draft", token: "Token") -> bool:
    """ "the government of President X", and nothing else beside it."""
    beside = [c for c in token.children if c.dep_ in ("poss", "compound", "nmod", "appos", "prep") or c.ent_type_]
    owners = [obj for c in beside if c.dep_ == "prep" and c.lower_ == "of" for obj in c.children]
    return len(beside) == 1 and any(people_of(draft, obj) for obj in owners)


def clearly_first(counts: Counter[str]) -> tuple[str, ...]:
    """The name told most often, where it is told twice as often as the next."""
    ranked = counts.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= 2 * ranked[1][1])
    return (ranked[0][0],) if clear else ()


def as_told(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """An unknown side in the words of the text: "14 armed groups", "foreign troops", a person whose side is not told."""
    people = people_of(draft, token)
    if people:
        return people
    lemma, words = token.lemma_.lower(), roles()
    if token.pos_ not in ("NOUN", "PROPN") or any(c.dep_ == "poss" for c in token.children):
        return ()
    links = [c for c in _links_after(token) if c.lower_ in ("of", "to", "in", "inside")]
    inner = [end if end.i - token.i <= _TAIL else _object(c) for c in links for end in (c.right_edge,)]
    told = any(c.dep_ in ("amod", "compound") and c.lower_ not in words.both for c in token.children)
    if lemma not in words.collective | words.sides | words.rebels or (lemma in words.sides and not (inner or told)):
        return ()  # "the leaders" are those at the table
    close = [t for t in token.lefts if t.dep_ in ("compound", "amod", "nummod")]
    start, end = (close[0].left_edge.i if close else token.i), (inner[0].i if inner else token.i)
    if end - token.i > _TAIL:
        end = token.i
    return (draft.report.body[token.doc[start].idx : token.doc[end].idx + len(token.doc[end])].replace("\n", " "),)


def unknown_beside(draft: "Draft", token: "Token") -> tuple[str, ...]:
    """Sides in the words of the text, named together with a known one: "the government and eight armed groups"."""
    by_root = mentions_by_root(draft)
    others = [part for part in conjuncts(token) if part != token and not any(actors_of_one(draft, part, by_root))]
    return tuple(name for part in others for name in as_told(draft, part))


def _links_after(token: "Token") -> "list[Token]":
    """The prepositions that go on from a noun; the model may hang the next word on the verb before."""
    links = [c for c in token.rights if c.dep_ == "prep"]
    if not links and token.i + 1 < len(token.doc) and token.nbor(1).dep_ == "prep":
        return [token.nbor(1)]
    return links


def _object(link: "Token") -> "Token":
    return next((child for child in link.children if child.dep_ == "pobj"), link)


def of_the_conflict(token: "Token") -> bool:
    """ "the parties to the conflict", "the sides in the war": said so because the text will not name them."""
    links = [c for c in _links_after(token) if c.lower_ in ("to", "in", "inside")]
    return token.lemma_ in ("party", "side") and any(
        obj.lemma_.lower() in ("conflict", "war", "dispute", "fighting") for link in links for obj in link.children
    )


def is_bare(token: "Token") -> bool:
    """Whether a noun stands without an owner, a demonym or a name beside it."""
    beside = [c for c in token.children if c.dep_ not in ("conj", "cc")]
    return not any(c.dep_ in ("poss", "compound", "nmod", "appos", "prep") or c.ent_type_ for c in beside)


def conjuncts(token: "Token") -> Iterator["Token"]:
    """The token and what is coordinated with it, in the order of the text."""
    waiting = [token]  # a list of thousands hangs each on the one before: calls would nest as deep
    while waiting:
        part = waiting.pop()
        yield part
        waiting += [child for child in part.rights if child.dep_ == "conj"][::-1]


def actors_of_one(draft: "Draft", token: "Token", by_root: dict[int, list[ActorMention]]) -> Iterator[str]:
    """The actors that one phrase denotes, coordination left aside."""
    own = [
        m for m in by_root.get(token.i, ()) if not m.adjective or token.dep_ not in ("amod", "compound", "nmod", "poss")
    ]
    direct = [m for m in own if m.kind in _PARTY_KINDS or m.kind is ActorKind.PARTIES or m.actor]
    if direct and direct[0].kind is ActorKind.OFFICE and token.tag_ in ("NNS", "NNPS"):
        # "the presidents of Bosnia, Croatia and Serbia" are of all three
        owned = tuple(dict.fromkeys(_owners(draft, token, by_root)))
        if len(owned) > 1:
            yield from owned
            return
    if direct:
        for mention in direct[:1]:
            yield from mention.members or ((mention.actor,) if mention.actor else ())
        return
    if own and own[0].kind not in (ActorKind.OFFICE,):
        return
    if (token.pos_ in ("NOUN", "PROPN") or _ends_compound(token)) and _acts_for_others(token):
        yield from _owners(draft, token, by_root)


def _ends_compound(token: "Token") -> bool:
    """ "the secretary-general", whose second half the model takes for an adjective."""
    return token.pos_ == "ADJ" and token.i > 0 and token.nbor(-1).text == "-" and token.dep_ not in _OWNERS


def _acts_for_others(token: "Token") -> bool:
    """Whether a noun names people or bodies that act for a state or group."""
    lemma = token.lemma_.lower()
    words = roles()
    return (
        lemma in words.collective
        or lemma in words.office
        or lemma in words.sides
        or token.lower_ in words.collective
        or token.lower_ in words.bands
    )


def _owners(draft: "Draft", token: "Token", by_root: dict[int, list[ActorMention]]) -> Iterator[str]:
    """The actors that a delegation, an official or a leader belongs to; of "Yemen's Houthi rebels" the group.

    "The Foreign Ministry in Kyiv" and the like are left: a place is not an owner.
    """
    owners = [child for child in token.children if child.dep_ in _OWNERS]
    named = [m.name for c in owners if c.dep_ == "appos" for m in by_root.get(c.i, ()) if m.kind is ActorKind.GROUP]
    if named:
        yield from named  # "the Croat militia, the HVO"
        return
    groups = [c for c in owners if any(m.kind is ActorKind.GROUP and not m.adjective for m in by_root.get(c.i, ()))]
    for child in token.children:
        if child in owners and not (child.dep_ == "poss" and groups and child not in groups):
            for part in conjuncts(child):
                yield from _named_by(draft, part, by_root)
        elif child.dep_ == "prep" and child.lower_ in _LINKS:
            links = (child, *(c for c in child.children if c.dep_ == "conj" and c.lower_ in _LINKS))
            objects = (obj for link in links for obj in link.children if obj.dep_ == "pobj")
            yield from (name for obj in objects for name in actors_of(draft, obj))


def _named_by(draft: "Draft", part: "Token", by_root: dict[int, list[ActorMention]]) -> Iterator[str]:
    """The actors that an owner names itself, else through its own owners ("the Kyiv government's envoy")."""
    mentions = by_root.get(part.i, [])
    for mention in mentions:
        yield from mention.members or ((mention.actor,) if mention.actor else ())
    if not mentions and part.dep_ in ("compound", "poss"):
        yield from _owners(draft, part, by_root)


def prepositional(token: "Token", links: tuple[str, ...]) -> list["Token"]:
    """What hangs on a word by one of these prepositions, the agent of a passive among it."""
    return [
        obj
        for child in token.children
        if child.dep_ in ("prep", "agent") and child.lower_ in links
        for obj in child.children
        if obj.dep_ == "pobj"
    ]


def subject_of(verb: "Token") -> "Token | None":
    """The logical subject of a verb: of its own, shared through coordination, control or a relative clause; the agent of a passive."""
    agent = _agent(verb)
    if agent is not None:
        return agent
    own = _own_subject(verb)
    if own is not None:
        if own.dep_ == "nsubjpass":
            return None
        return _antecedent(own, verb)
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    head = verb.head
    if head.lemma_ not in _OWN_PASSIVES and any(child.dep_ == "auxpass" for child in verb.children):
        return None  # "a committee is to be set up" does nothing itself
    if head == verb:
        return None
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subject_of(head)
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "acomp", "attr") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _controller(verb, head)
    if verb.dep_ == "pcomp":
        return _doer_of_gerund(head)
    if verb.dep_ in ("acl", "relcl"):
        return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None
    return None


def _own_subject(verb: "Token") -> "Token | None":
    # "Thailand had on Friday returned": parted from its verb, a subject hangs on the auxiliary.
    near = (verb, *(child for child in verb.children if child.dep_ == "aux"))
    own = next((c for word in near for c in word.children if c.dep_ in _SUBJECTS and c.pos_ != "VERB"), None)
    # "Azerbaijan on Saturday released": the model takes a name parted from its verb for a measure.
    return own or next(
        (c for c in verb.children if c.dep_ == "npadvmod" and c.i < verb.i and c.ent_type_ in _NAMED), None
    )


def _agent(verb: "Token") -> "Token | None":
    """Who does it, of a passive: "signed by the ministers", "let go by the rebels", "worked out in Ohrid by A and B"."""
    links = [child for child in verb.children if child.dep_ == "agent"]
    if not links and verb.tag_ == "VBN":
        links = [child for word in _before_agent(verb) for child in word.children if child.lower_ == "by"]
    things = (obj for link in links for obj in link.children if obj.dep_ == "pobj")
    return next((thing for thing in things if thing.ent_type_ not in ("DATE", "TIME") and not thing.like_num), None)


def _before_agent(verb: "Token") -> "Iterator[Token]":
    """What the model hangs the agent on where it stands between a passive and its "by": a place, or the "go" of "let go"."""
    if not any(child.dep_ == "nsubjpass" for child in verb.children):
        return
    for child in verb.children:
        if child.lower_ == "go" and verb.lemma_ == "let":
            yield child
        elif child.lower_ in ("in", "at", "near"):
            yield from (obj for obj in child.children if obj.dep_ == "pobj" and obj.pos_ == "PROPN")


def _antecedent(subject: "Token", verb: "Token") -> "Token":
    """What a relative pronoun stands for."""
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head
    return subject


def _controller(verb: "Token", head: "Token") -> "Token | None":
    """Who does what another verb governs: "urged Russia to withdraw" is Russia, "promised Russia to withdraw" is not."""
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and _is_infinitive(verb)):
        objects = [child for child in head.children if child.dep_ in ("dobj", "obj", "dative") and child.i < verb.i]
        if objects and head.lemma_ not in ("promise", "pledge", "vow", "offer", "threaten"):
            return objects[-1]
    if verb.dep_ == "ccomp" and not _is_infinitive(verb):
        return None
    passive = next((child for child in head.children if child.dep_ == "nsubjpass"), None)
    if passive is not None and verb.dep_ == "xcomp":
        return passive  # "the sides are expected to meet"
    return subject_of(head)


def _doer_of_gerund(link: "Token") -> "Token | None":
    """Who does what a gerund tells: "accused Hamas of failing" is Hamas, "left without signing" whoever left."""
    verb = link.head
    if verb.pos_ == "NOUN" and link.lower_ == "for":  # "the generosity of Malta in agreeing", "its thanks to Malta for"
        owners = [o for c in verb.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children]
        return next((c for c in (*owners, *verb.children) if c.dep_ in ("pobj", "poss")), None)
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if link.lower_ not in ("of", "for", "from"):
        return subject_of(verb) if link.lower_ in ("without", "by", "after", "before") else None
    blamed = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < link.i), None)
    if blamed is not None and link.lower_ == "for":  # "welcomed the generosity of Malta for taking them in"
        owner = next((o for c in blamed.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
        blamed = owner or blamed
    mutual = blamed is not None and blamed.lemma_.lower() in ("other", "another")
    return subject_of(verb) if mutual else blamed


def _is_infinitive(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)
