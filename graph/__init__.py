"""What is true: the vocabulary, the model and the stores."""

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
from .stores import Row, Store, StoredStatement, open_store
from .vocabulary import KindStyle, Relation, Step, Vocabulary, load_vocabulary

__all__ = [
    "Document",
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
    "Vocabulary",
    "fold",
    "load_vocabulary",
    "open_store",
    "slug",
    "strip_accents",
]
