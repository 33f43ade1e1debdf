"""One HTML page that holds the network and everything said about it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from ...graph import Vocabulary, load_vocabulary
from ...whole_file import write_whole
from ..influence import Source
from .duty import add_duties
from .payload import Facts, piece
from .picture import SIZES, compose, least, views
from .render import render
from .spots import spots
from .style import legend
from .text import clean

Language = Literal["en", "fr"]


def page(
    source: Source,
    relations: Sequence[str] | None = None,
    *,
    title: str = "",
    language: Language = "en",
    size: str = "degree",
    limit: int = 300,
    phase: str = "",
    at: str = "",
    vocabulary: Vocabulary | None = None,
    server: str = "",
) -> str:
    """Return the network as one HTML page that needs nothing else.

    The same input gives the same bytes.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames; only a store can be asked who is accountable.
    relations, phase, at, vocabulary
        Which statements are shown: see :func:`stakeholder_graph.queries.influence.select`.
    title : str
        Heading of the page; "Stakeholders" when left out.
    language : {"en", "fr"}
        Language the page opens in; its reader can switch.
    size : str
        Metric that sizes a stakeholder: ``degree``, ``in_degree``, ``out_degree``, ``pagerank``
        or ``betweenness``. The reader can switch.
    limit : int
        With more stakeholders than this, the page opens on those first by `size`, or, where few
        links run among these, on communities, and says so; its reader opens the rest. It holds
        3,000, those first by `size`.
    server : str
        Address, relative to the page's own, that is asked for what the page does not hold.

    Raises
    ------
    InputError
        If a choice is unknown.
    StakeholderGraphError
        If the installed pyvis brings another vis-network than the one these pages are made for.
    """
    words = vocabulary or load_vocabulary()
    picture = compose(
        source, relations, phase=phase, at=at, size=size, limit=limit, vocabulary=words
    )
    facts: Facts = {
        "title": clean(title),
        "language": language,
        "size": size,
        "sizes": SIZES,
        "most": picture.most,
        "least": least(picture),
        "limit": limit,
        "views": views(picture),
        "server": server,
        "total": picture.total,
        "statements": picture.statements,
        "legend": legend(
            (node.kind for node in picture.nodes),
            (link.relation for link in picture.links),
            words,
        ),
    }
    whole = piece(picture, spots(picture))
    if not isinstance(source, tuple):
        add_duties(whole["nodes"], source, phase=phase, at=at, vocabulary=words)
    return render(whole, facts)


def write_page(source: Source, path: str | os.PathLike[str], **choices: Any) -> Path:
    """Write the network as one HTML file, whole or not at all, and return its path.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    path : path
        The file; one that is there is replaced.
    **choices
        Those of :func:`page`.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    return write_whole(path, page(source, **choices).encode())
