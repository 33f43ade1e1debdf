"""A process that writes until it is killed: ``python -m conformance.writer STORE``."""

from __future__ import annotations

import sys
from itertools import count

from conformance.graphs import Told, states, told

from stakeholder_graph.graph import Kind, Mention, Place, open_store

SIZE = 200  # statements a document
DOCUMENTS = 7


def version(number: int) -> Told:
    """Tell a new version of one of a few documents; quotes begin with its number."""
    id_ = f"d{number % DOCUMENTS}"
    target = Mention(f"Project {id_}", Kind.PROJECT)
    sources = [Mention(f"Agency {number} {n % 50}", Kind.ORGANIZATION) for n in range(SIZE)]
    return told(
        id_,
        *(
            states(source, "FUNDS", target, id_, quote=f"{number} {n}", place=Place(n, n + 1))
            for n, source in enumerate(sources)
        ),
    )


def main(store: str, first: int) -> None:
    """Write version after version, and report each."""
    with open_store(store) as opened:
        for number in count(first):
            version(number).write_to(opened)
            print(number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
