"""Records: statements in the form in which they leave the program one a line."""

from __future__ import annotations

from ..graph import Mention, Statement

Record = dict[str, object]


def as_json(statement: Statement) -> Record:
    """Return a statement as an object that JSON can hold.

    Returns
    -------
    dict
        ``document`` (its path), ``source`` and ``target`` (``name``, ``kind``, ``aliases``),
        ``relation``, ``quote``, ``start``, ``end``, ``qualifiers`` (those stated),
        ``confidence``, ``asserted_by``; always in this order.

    Examples
    --------
    >>> from stakeholder_graph.graph import Kind
    >>> board = Mention("board", Kind.BODY)
    >>> as_json(Statement(board, "GOVERNS", board, "the board", "a.md"))["source"]
    {'name': 'board', 'kind': 'body', 'aliases': []}
    """
    return {
        "document": statement.document,
        "source": _mention(statement.source),
        "relation": statement.relation,
        "target": _mention(statement.target),
        "quote": statement.quote,
        "start": statement.place.start,
        "end": statement.place.end,
        "qualifiers": statement.qualifiers.as_dict(),
        "confidence": statement.confidence,
        "asserted_by": statement.asserted_by,
    }


def _mention(mention: Mention) -> Record:
    return {"name": mention.name, "kind": mention.kind.value, "aliases": list(mention.aliases)}
