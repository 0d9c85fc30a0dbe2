"""The nouns: immutable attrs classes and enums. No text processing, no input or output."""

from geopolitics_model.model.article import Article
from geopolitics_model.model.conflicts import Conflict, Party
from geopolitics_model.model.dossier import SECTIONS, Dossier, Object
from geopolitics_model.model.entities import Organisation, Person, Place, Role
from geopolitics_model.model.missions import Mandate, Mission, Strength
from geopolitics_model.model.policies import Policy, StatusChange
from geopolitics_model.model.statements import Statement
from geopolitics_model.model.time import When
from geopolitics_model.model.values import (
    Casualties,
    Diagnostic,
    Identifier,
    Mention,
    Quantity,
    Span,
)
from geopolitics_model.model.vocabularies import (
    Bound,
    CasualtyKind,
    ConflictKind,
    ConflictStatus,
    MentionForm,
    MissionKind,
    MissionStatus,
    OrganisationKind,
    PlaceKind,
    PolicyKind,
    PolicyStatus,
    Qualifier,
    SpeechAct,
    StatementMode,
    TimeKind,
)

__all__ = [
    "SECTIONS",
    "Article",
    "Bound",
    "Casualties",
    "CasualtyKind",
    "Conflict",
    "ConflictKind",
    "ConflictStatus",
    "Diagnostic",
    "Dossier",
    "Identifier",
    "Mandate",
    "Mention",
    "MentionForm",
    "Mission",
    "MissionKind",
    "MissionStatus",
    "Object",
    "Organisation",
    "OrganisationKind",
    "Party",
    "Person",
    "Place",
    "PlaceKind",
    "Policy",
    "PolicyKind",
    "PolicyStatus",
    "Qualifier",
    "Quantity",
    "Role",
    "Span",
    "SpeechAct",
    "Statement",
    "StatementMode",
    "StatusChange",
    "Strength",
    "TimeKind",
    "When",
]
