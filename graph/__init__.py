"""What is true: the vocabulary, the model and the stores."""

from .contacts import BLOCK, hide_contacts, is_contact
from .letters import LETTERS, Implication, letter_of
from .model import (
    Document,
    Kind,
    Mention,
    Place,
    Qualifiers,
    Review,
    Stakeholder,
    Statement,
)
from .names import fold, slug, strip_accents
from .relation import KindStyle, Relation
from .stores import (
    NOBODY,
    Bulk,
    Columns,
    Row,
    Store,
    StoredStatement,
    Tell,
    Told,
    Values,
    compact,
    open_store,
)
from .vocabulary import Step, Vocabulary, load_vocabulary

__all__ = [
    "BLOCK",
    "LETTERS",
    "NOBODY",
    "Bulk",
    "Columns",
    "Document",
    "Implication",
    "Kind",
    "KindStyle",
    "Mention",
    "Place",
    "Qualifiers",
    "Relation",
    "Review",
    "Row",
    "Stakeholder",
    "Statement",
    "Step",
    "Store",
    "StoredStatement",
    "Tell",
    "Told",
    "Values",
    "Vocabulary",
    "compact",
    "fold",
    "hide_contacts",
    "is_contact",
    "letter_of",
    "load_vocabulary",
    "open_store",
    "slug",
    "strip_accents",
]
