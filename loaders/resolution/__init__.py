"""Resolution: which stakeholder of the graph each mention of a document stands for.

Identifiers go before names. Names are compared without case, accents, articles and punctuation,
in one spelling, legal forms told apart and posts without gender. Two full names that are the same
are one stakeholder, if their kinds agree; what may be left out of a name, and an acronym, join
two only where nothing speaks against it. A name with a scope is only ever the same name in the
same scope. What is near but not the same becomes a candidate for a person to decide.
"""

from .acronyms import is_local, is_unclear
from .candidates import Candidate, candidates
from .descriptions import is_general, is_title
from .resolver import Met, Resolver, as_mention

__all__ = [
    "Candidate",
    "Met",
    "Resolver",
    "as_mention",
    "candidates",
    "is_general",
    "is_local",
    "is_title",
    "is_unclear",
]
