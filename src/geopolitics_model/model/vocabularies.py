"""The closed vocabularies of the model: enums whose values are plain strings."""

from enum import StrEnum


class MentionForm(StrEnum):
    """How a text refers to an entity."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class TimeKind(StrEnum):
    """The type of a time expression, as TIMEX3 has it."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Bound(StrEnum):
    """On which side of the named date the time lies."""

    BEFORE = "before"
    UNTIL = "until"
    SINCE = "since"
    AFTER = "after"
    ABOUT = "about"


class Qualifier(StrEnum):
    """How exactly a quantity is given."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class CasualtyKind(StrEnum):
    """What happened to the people counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    DISPLACED = "displaced"
    CAPTURED = "captured"


class OrganisationKind(StrEnum):
    """What sort of actor an organisation is."""

    INTERGOVERNMENTAL = "intergovernmental"
    ALLIANCE = "alliance"
    GOVERNMENT = "government"
    GOVERNMENT_BODY = "government_body"
    LEGISLATURE = "legislature"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    COURT = "court"
    COMPANY = "company"
    MEDIA = "media"
    CIVIL_SOCIETY = "civil_society"
    BLOC = "bloc"
    OTHER = "other"


class PlaceKind(StrEnum):
    """What sort of place a place is."""

    COUNTRY = "country"
    TERRITORY = "territory"
    REGION = "region"
    ADMIN_AREA = "admin_area"
    CITY = "city"
    WATER = "water"
    LANDMARK = "landmark"
    OTHER = "other"


class MissionKind(StrEnum):
    """The main task of a mission."""

    PEACEKEEPING = "peacekeeping"
    TRAINING = "training"
    COMBAT = "combat"
    OBSERVATION = "observation"
    POLICING = "policing"
    MARITIME = "maritime"
    HUMANITARIAN = "humanitarian"
    DIPLOMATIC = "diplomatic"
    OTHER = "other"


class MissionStatus(StrEnum):
    """Where a mission stands at the time of the article."""

    PLANNED = "planned"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"
    UNKNOWN = "unknown"


class StatementMode(StrEnum):
    """Whether the speaker's own words are given.

    `direct`: all of the content stands in quotation marks; `indirect`: none; `mixed`: a part.
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """What the speaker does by saying it (after Searle's speech acts and CAMEO's verbal events)."""

    ASSERT = "assert"
    ANNOUNCE = "announce"
    PROMISE = "promise"
    OFFER = "offer"
    REQUEST = "request"
    DEMAND = "demand"
    WARN = "warn"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    PRAISE = "praise"
    DENY = "deny"
    REJECT = "reject"
    AGREE = "agree"
    ASK = "ask"
    EXPRESS = "express"


class PolicyKind(StrEnum):
    """The field of a policy."""

    LEGISLATION = "legislation"
    REGULATION = "regulation"
    STRATEGY = "strategy"
    RECOGNITION = "recognition"
    MEMBERSHIP = "membership"
    SANCTION = "sanction"
    AID = "aid"
    MILITARY = "military"
    TRADE = "trade"
    DIPLOMACY = "diplomacy"
    MIGRATION = "migration"
    AGREEMENT = "agreement"
    OTHER = "other"


class PolicyStatus(StrEnum):
    """How far a policy has come."""

    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    AGREED = "agreed"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    POSTPONED = "postponed"
    SUSPENDED = "suspended"
    REJECTED = "rejected"
    REPEALED = "repealed"
    EXPIRED = "expired"


class ConflictKind(StrEnum):
    """UCDP's types of organised violence, and below the threshold of force `dispute`, `unrest`."""

    INTERSTATE = "interstate"
    INTRASTATE = "intrastate"
    INTERNATIONALISED_INTRASTATE = "internationalised_intrastate"
    NON_STATE = "non_state"
    ONE_SIDED = "one_sided"
    DISPUTE = "dispute"
    UNREST = "unrest"


class ConflictStatus(StrEnum):
    """Where a conflict stands at the time of the article."""

    TENSE = "tense"
    ACTIVE = "active"
    CEASEFIRE = "ceasefire"
    ENDED = "ended"
    UNKNOWN = "unknown"
