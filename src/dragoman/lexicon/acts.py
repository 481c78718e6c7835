"""What parties promise, deliver and want."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon.loader import load_rows, load_words
from dragoman.model import Action, CommitmentState


@dataclass(frozen=True, slots=True)
class ActionWords:
    """The words of one action: verbs with their objects, event nouns, fixed phrases (of lemmas), the unit counted.

    `movers` are verbs whose subject is the object ("the convoy reached the town", "troops left"), `deeds` nouns that
    with one of the objects tell the act ("the handover of the bodies").
    """

    name: str
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    phrases: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    intransitive: tuple[str, ...] = ()
    movers: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    unit: str | None = None

    @property
    def action(self) -> Action:
        return Action(self.name)


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """Word lists of `promises.toml`, lemmas in lower case; the first six are named by the state they put an act in."""

    agreed: frozenset[str]
    pledged: frozenset[str]
    offered: frozenset[str]
    refused: frozenset[str]
    suspended: frozenset[str]
    breached: frozenset[str]
    announcing: frozenset[str]
    leave: frozenset[str]
    swearing: frozenset[str]
    withheld: frozenset[str]
    setting_aside: frozenset[str]
    deals: frozenset[str]
    made: frozenset[str]
    closing: frozenset[str]
    binding: frozenset[str]
    providing: frozenset[str]
    light: frozenset[str]
    idle: frozenset[str]
    effect: frozenset[str]
    coming: frozenset[str]
    observing: frozenset[str]
    giving: frozenset[str]
    talking: frozenset[str]
    ending: frozenset[str]
    collapsing: frozenset[str]
    retracting: frozenset[str]
    in_force: frozenset[str]
    giving_words: frozenset[str]
    no_gifts: frozenset[str]
    no_acts: frozenset[str]
    purposes: frozenset[str]
    kept_up: frozenset[str]
    votes: frozenset[str]
    feared: frozenset[str]
    steps: frozenset[str]
    vague: frozenset[str]
    alleging: frozenset[str]
    welcoming: frozenset[str]
    prolongation: frozenset[str]
    encounters: frozenset[str]
    done: frozenset[str]
    praising: frozenset[str]
    papers: frozenset[str]
    toward: frozenset[str]
    pending: frozenset[str]
    talked_over: frozenset[str]
    answers: frozenset[str]
    answering: frozenset[str]
    harmful: frozenset[str]
    hostile: frozenset[str]
    prolonging: frozenset[str]
    shunning: frozenset[str]
    quitting: frozenset[str]
    beginning: frozenset[str]
    envoys: frozenset[str]
    clauses: frozenset[str]
    asked: frozenset[str]
    offers: frozenset[str]
    truces: frozenset[str]
    met: frozenset[str]
    publishing: frozenset[str]
    brokering: frozenset[str]
    tokens: frozenset[str]
    agreeing: frozenset[str]
    foreseeing: frozenset[str]
    remarks: frozenset[str]
    onlookers: frozenset[str]
    conceding: frozenset[str]
    freeing: frozenset[str]
    handing_over: frozenset[str]
    wordings: frozenset[str]
    wording: frozenset[str]
    announced_in: frozenset[str]
    receiving: frozenset[str]
    bestowing: frozenset[str]
    asking: frozenset[str]


@lru_cache(maxsize=1)
def action_words() -> tuple[ActionWords, ...]:
    """The actions in order of precedence."""
    return load_rows("actions", "action", ActionWords)


@lru_cache(maxsize=1)
def rows_by_verb() -> dict[str, tuple[int, ...]]:
    """The places of the rows that a verb, or a verb with its particle, may belong to."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(action_words()):
        for form in dict.fromkeys((*row.verbs, *row.movers, *row.intransitive)):
            found.setdefault(form, []).append(at)
    return {form: tuple(places) for form, places in found.items()}


@lru_cache(maxsize=1)
def verb_starts() -> frozenset[str]:
    """The first words of those verbs: any other verb tells of no act."""
    return frozenset(form.split()[0] for form in rows_by_verb())


@lru_cache(maxsize=1)
def states_by_word() -> dict[str, CommitmentState]:
    """The state that each word puts an act in; of two lists that hold it the first counts."""
    found: dict[str, CommitmentState] = {}
    for state in CommitmentState:
        forms: frozenset[str] = getattr(promise_words(), state.value)
        for form in forms:
            found.setdefault(form, state)
    return found


@lru_cache(maxsize=1)
def phrasal_starts() -> frozenset[str]:
    """The first words of what promises with a particle ("rule out")."""
    return frozenset(form.split()[0] for form in states_by_word() if " " in form)


@lru_cache(maxsize=1)
def event_words() -> frozenset[str]:
    """Every noun that may denote an act: event nouns, first words of phrases, and phrases whole."""
    rows = action_words()
    phrases = {phrase for row in rows for phrase in row.phrases}
    deeds = {noun for row in rows for noun in (*row.nouns, *row.deeds)}
    return frozenset(deeds | phrases | {p.split()[0] for p in phrases})


@lru_cache(maxsize=1)
def promise_words() -> PromiseWords:
    """Words that make an act a promise, and those of agreements."""
    return PromiseWords(**load_words("promises"))


@lru_cache(maxsize=1)
def stance_words() -> dict[str, frozenset[str]]:
    """Verbs of stance, by stance."""
    return load_words("stances")
