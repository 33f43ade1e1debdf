"""A load of small batches in a process of its own: ``python -m poured.load PATH STORE``."""

from __future__ import annotations

import sys

from stakeholder_graph.cli import main
from stakeholder_graph.graph.stores.ladybug import LadybugStore
from stakeholder_graph.graph.stores.neo4j import Neo4jStore
from stakeholder_graph.loaders import size

BATCH = 250


def batch() -> None:
    """Have small files poured, in small batches."""
    size._LARGE = 0
    for store in (LadybugStore, Neo4jStore):
        store._batch = BATCH


if __name__ == "__main__":
    batch()
    _, path, address = sys.argv
    sys.argv = ["stakeholders", "--verbose", "load", path, "--store", address]
    main()
