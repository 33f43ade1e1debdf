"""Linked data: who sits where and what is part of what, as ORG, PROV, FOAF and vCard say it.

JSON-LD, Turtle and N-Triples are read by rdflib; nothing is ever fetched.
"""

from __future__ import annotations

from ..formats import Parsed
from ..limits import LIMITS, Limits
from .graph import triples_of
from .statements import LinkedReader

__all__ = ["parse"]


def parse(data: bytes, where: str, limits: Limits = LIMITS) -> Parsed:
    """Read linked data. Its stored text has a line for each statement: the properties it rests on.

    Raises
    ------
    InputError
        If it is damaged, refers to a context that lies elsewhere, or states nothing of this kind.
    MissingExtraError
        If rdflib is not installed.
    """
    return LinkedReader(triples_of(data, where, limits)).parsed(where)
