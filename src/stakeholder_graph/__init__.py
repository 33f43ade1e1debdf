"""Who is in charge? Governance documents as a property graph, with a quote for every edge.

The names below are imported when they are first used, so ``import stakeholder_graph`` is instant.
The rooms have more: `stakeholder_graph.graph`, `stakeholder_graph.loaders`,
`stakeholder_graph.queries`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .errors import (
        EndpointError,
        InputError,
        MissingExtraError,
        NameNotFoundError,
        StakeholderGraphError,
        StoreError,
        VocabularyError,
        WorkersError,
    )
    from .graph import (
        Document,
        Kind,
        Mention,
        Stakeholder,
        Statement,
        Store,
        Vocabulary,
        load_vocabulary,
        open_store,
    )
    from .loaders import (
        Action,
        Candidate,
        Decision,
        Ledger,
        LoadReport,
        Party,
        Question,
        agenda,
        candidates,
        decide,
        extract,
        forget_person,
        load,
        replay,
        roles_only,
        undo,
    )
    from .queries import (
        Answer,
        Comparison,
        Matrix,
        Outcome,
        WhatIf,
        accountable_for,
        compare,
        compare_dates,
        in_charge,
        members,
        path,
        raci_matrix,
        relations,
        show,
        what_if,
        who_is_accountable,
        write_matrix,
    )
    from .queries.audit import Audit, audit
    from .queries.influence import metrics
    from .queries.questions import Reply, ask
    from .queries.view import write_page

__version__ = "0.1.0"

__all__ = [
    "Action",
    "Answer",
    "Audit",
    "Candidate",
    "Comparison",
    "Decision",
    "Document",
    "EndpointError",
    "InputError",
    "Kind",
    "Ledger",
    "LoadReport",
    "Matrix",
    "Mention",
    "MissingExtraError",
    "NameNotFoundError",
    "Outcome",
    "Party",
    "Question",
    "Reply",
    "Stakeholder",
    "StakeholderGraphError",
    "Statement",
    "Store",
    "StoreError",
    "Vocabulary",
    "VocabularyError",
    "WhatIf",
    "WorkersError",
    "__version__",
    "accountable_for",
    "agenda",
    "ask",
    "audit",
    "candidates",
    "compare",
    "compare_dates",
    "decide",
    "extract",
    "forget_person",
    "in_charge",
    "load",
    "load_vocabulary",
    "members",
    "metrics",
    "open_store",
    "path",
    "raci_matrix",
    "relations",
    "replay",
    "roles_only",
    "show",
    "undo",
    "what_if",
    "who_is_accountable",
    "write_matrix",
    "write_page",
]

_ROOMS = (
    "errors",
    "graph",
    "loaders",
    "queries.audit",  # before the room it is in, which has it under the same name
    "queries",
    "queries.influence",
    "queries.questions",
    "queries.view",
)


def __getattr__(name: str) -> object:
    """Import a public name from its room."""
    if name in __all__:
        for room in _ROOMS:
            module = import_module(f".{room}", __name__)
            if hasattr(module, name):
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__
