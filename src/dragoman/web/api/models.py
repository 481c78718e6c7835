"""What the API sends, for its OpenAPI description; tests hold every answer against it."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Problem(_Sent):
    """What went wrong (RFC 9457). `detail` names the culprit, the consequence and the way out."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class Page(_Sent, Generic[T]):
    """A stretch of a list. `next` is the address of the following stretch, null at the end."""

    total: int
    limit: int
    offset: int
    next: str | None
    items: list[T]


class Process(_Sent):
    """A negotiation and what the ledger holds of it as of the dates asked for."""

    process: str
    name: str
    parties: list[str]
    findings: int
    reports: int
    first: str
    last: str
    page: str = Field(description="the address of its page")


class Glance(Process):
    """A negotiation at a glance: how much of each kind, the days on which something became known, where the rest is."""

    counts: dict[str, int]
    days: list[str]
    links: dict[str, str]


class Account(_Sent):
    """One value, the chain that vouches for it (outermost first), who printed it, since when, in which findings."""

    value: str
    chain: list[str]
    outlets: list[str]
    known: str
    findings: list[str]


class Dispute(_Sent):
    """Accounts of one attribute that cannot all hold, what holds, and what settled it."""

    about: str
    attribute: str
    kind: str
    state: str
    values: list[Account]
    value: str | None
    settled_by: str | None
    id: str


class Talk(_Sent):
    """One meeting across reports, with every account of its date and place."""

    process: str
    round: int | None
    kind: str
    label: str
    status: str
    date: str | None
    place: str | None
    country: str | None
    parties: list[str]
    mediators: list[str]
    delegates: list[str]
    level: str | None
    topics: list[str]
    accounts: dict[str, list[Account]]
    dispute: Dispute | None
    id: str


class Wording(_Sent):
    """A promise in one wording, and whose wording it is."""

    by: list[str]
    to: list[str]
    quantity: float | None
    modifier: str | None
    unit: str | None
    per_party: bool | None
    who: str | None
    due: str | None
    accounts: list[Account]


class Tally(_Sent):
    """What has been delivered by one side's count."""

    side: str | None
    delivered: float


class Act(_Sent):
    """A delivery with each account of its count; `total` marks one that sums up others."""

    date: str | None
    total: bool
    unit: str | None
    accounts: list[Account]
    findings: list[str]
    id: str


class Delivery(Act):
    """A delivery with its direction."""

    action: str
    label: str
    giver: str | None
    taker: str | None


class Balance(_Sent):
    """A promise against what was delivered in one direction."""

    from_: str | None = Field(alias="from")
    to: str | None
    promised: float | None
    tallies: list[Tally]
    disputed: bool
    implementation: str
    deliveries: list[Act]


class Promise(_Sent):
    """A commitment, its wordings and its balances."""

    process: str
    action: str
    label: str
    agreed: str | None
    state: str
    parties: list[str]
    rival_wordings: bool
    wordings: list[Wording]
    balances: list[Balance]
    id: str


class Position(_Sent):
    """A stance of an actor on a topic, the days on which it became known first and last."""

    first: str
    last: str
    actor: str
    stance: str
    topic: str
    sources: list[str]
    findings: list[str]
    id: str


class Event(_Sent):
    """A line of the timeline."""

    when: str
    what: str
    label: str
    status: str
    id: str


class Change(_Sent):
    """One thing that moved."""

    what: str
    label: str
    before: str | None
    after: str | None
    id: str


class Finding(_Sent):
    """A finding, its words and where they stand in the report: half-open offsets into the untouched text."""

    id: str
    kind: str
    report: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str
    sources: list[str]
    evidence: str
    span: list[int]
    joined: str | None = Field(None, description="why it was taken for a mention of this meeting")


class Hit(_Sent):
    """Something that holds the words searched for: a finding by its id, or a report by the start of its key."""

    id: str
    kind: str
    report: str
    outlet: str | None
    published: str
    evidence: str
    page: str


class Doubt(_Sent):
    """One thing to judge: what and why, the gravest (4) to the lightest (1)."""

    weight: int
    what: str
    label: str
    reason: str
    findings: list[str]
    id: str


class Source(_Sent):
    """A report behind a record."""

    key: str
    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str
    findings: int


class Report(Source):
    """A stored report with its text and every finding: its words and its slots."""

    body: str
    found: list[dict[str, Any]]


class Attribute(_Sent):
    """An attribute with every account and what settled it."""

    attribute: str
    value: str | None
    accounts: list[Account]
    dispute: Dispute | None


class Link(_Sent):
    """A name that stands for another, and why."""

    name: str
    stands_for: str
    reason: str


class Decision(_Sent):
    """What a person decided; one that was taken back no longer stands."""

    id: str
    verb: str
    subject: str
    value: dict[str, str]
    who: str
    why: str
    recorded_at: str
    stands: bool


class Thing(_Sent):
    """A round, dispute, promise, delivery, position or finding with everything behind it."""

    id: str
    what: str
    process: str
    page: str
    attributes: list[Attribute]
    promise: Promise | None
    findings: list[Finding]
    links: list[Link]
    decisions: list[Decision]


class Judgement(BaseModel):
    """A decision to keep. `value` hangs on the verb: the value that holds, the slot to amend, the two that are the same."""

    model_config = ConfigDict(extra="forbid")

    verb: str = Field(max_length=40, examples=["settle"])
    process: str = Field(max_length=400, examples=["Russia–Ukraine"])
    subject: str = Field("", max_length=200, examples=["d-0123456789.date"])
    value: dict[str, str] = Field({}, max_length=4, examples=[{"value": "2025-07-23"}])
    who: str = Field(max_length=120)
    why: str = Field(max_length=500)
