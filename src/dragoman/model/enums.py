"""The closed vocabularies of the record. Their values are the words of the JSON form."""

from enum import StrEnum


class MeetingKind(StrEnum):
    TALKS = "talks"
    SUMMIT = "summit"
    CALL = "call"
    CONSULTATION = "consultation"
    VISIT = "visit"
    CONFERENCE = "conference"


class Level(StrEnum):
    LEADERS = "leaders"
    MINISTERS = "ministers"
    DELEGATION = "delegation"
    TECHNICAL = "technical"


class Status(StrEnum):
    """Where a meeting stands. Order is not progress: `merge` says which of two statements of a report holds."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    ONGOING = "ongoing"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REJECTED = "rejected"


class Action(StrEnum):
    PRISONER_EXCHANGE = "prisoner exchange"
    RETURN_OF_REMAINS = "return of remains"
    RELEASE_OF_HOSTAGES = "release of hostages"
    RELEASE_OF_DETAINEES = "release of detainees"
    RETURN_OF_CHILDREN = "return of children"
    CEASEFIRE = "ceasefire"
    WITHDRAWAL = "withdrawal"
    HUMANITARIAN_ACCESS = "humanitarian access"
    AID = "aid"
    FUNDING = "funding"
    ARMS_SUPPLY = "arms supply"
    SANCTIONS = "sanctions"
    SANCTIONS_RELIEF = "sanctions relief"
    SIGNING = "signing"
    RESUME_TALKS = "resume talks"
    EXCHANGE_OF_DOCUMENTS = "exchange of documents"
    SECURITY_GUARANTEES = "security guarantees"
    OTHER = "other"


class CommitmentState(StrEnum):
    AGREED = "agreed"
    PLEDGED = "pledged"
    OFFERED = "offered"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    BREACHED = "breached"


class Stance(StrEnum):
    DEMANDS = "demands"
    PROPOSES = "proposes"
    SUPPORTS = "supports"
    URGES = "urges"
    OPPOSES = "opposes"
    CONDITIONS = "conditions"
    DENIES = "denies"
    NO_COMMENT = "no comment"


class QuantityMod(StrEnum):
    AT_LEAST = "at least"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up to"
    ALL = "all"


class InitiativeKind(StrEnum):
    PLATFORM = "platform"
    FORMAT = "format"
    PROGRAMME = "programme"
    PARTNERSHIP = "partnership"
    MECHANISM = "mechanism"


class ActorKind(StrEnum):
    STATE = "state"
    GROUP = "group"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    PERSON = "person"
    OFFICE = "office"  # a role noun that names nobody: "the Ukrainian president", "a Kremlin spokesman"
    SOURCE = "source"  # unnamed sources, officials, witnesses
    PARTIES = "parties"  # "both sides", "the two countries": its members are in ActorMention.members


class DiscardReason(StrEnum):
    PASSED_OVER = "no word of negotiations in it, so it was not read"
    CUT = "a sentence without an end, so it was read in pieces"
    OTHER_NEWS = "the report is not about negotiations"
    NOT_IN_TEXT = "evidence not found in the text"
    DATE_NOT_GROUNDED = "date not derivable from the text"
    NUMBER_NOT_GROUNDED = "number not in the evidence"
