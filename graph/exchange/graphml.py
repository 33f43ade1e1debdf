"""GraphML: for Gephi, yEd, Cytoscape, igraph, NetworkX and Neo4j's APOC.

http://graphml.graphdrawing.org/specification.html
"""

from __future__ import annotations

import json
import os
from io import BytesIO
from typing import TYPE_CHECKING

from ...errors import InputError
from .records import Record, document_records, stakeholder_records, statement_records, to_snapshot
from .snapshot import Snapshot
from .xml import flat, marked, nested, parse, read_whole

if TYPE_CHECKING:
    from lxml import etree

_NS = "{http://graphml.graphdrawing.org/xmlns}"
_SHOWN = ("label", "labels")


def to_graphml(snapshot: Snapshot) -> bytes:
    """Return a graph as GraphML.

    Attributes of nodes: ``label`` and ``labels`` (for APOC), ``name, kind, aliases, identifiers,
    mentioned_in``; of edges: ``label`` (the relation) and the columns of `Store.frames`, offsets as
    ``start_offset, end_offset``. Lists are JSON. The graph has ``documents`` as JSON.
    """
    import networkx as nx

    documents = json.dumps(document_records(snapshot), ensure_ascii=False)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**flat({"documents": documents}))
    for row in map(flat, stakeholder_records(snapshot)):
        labels = f":Stakeholder:{row['kind'].capitalize()}"
        graph.add_node(row.pop("id"), label=row["name"], labels=labels, **row)
    for row in map(flat, statement_records(snapshot)):
        ends = row.pop("source"), row.pop("target"), row.pop("id")
        graph.add_edge(*ends, label=row["relation"], **row)
    out = BytesIO()
    nx.write_graphml_lxml(graph, out)
    return marked(parse(out.getvalue(), "GraphML"))


def from_graphml(path: str | os.PathLike[str]) -> Snapshot:
    """Return the graph of a GraphML file that `to_graphml` made.

    Raises
    ------
    InputError
        If it is none.
    """
    root = parse(read_whole(path), str(path))
    names = {key.get("id"): key.get("attr.name") for key in root.iter(f"{_NS}key")}
    graph = root.find(f"{_NS}graph")
    if graph is None:
        raise InputError("has no graph", where=str(path), remedy="export it anew")
    try:
        nodes = [nested(_data(each, names, "id")) for each in graph.iter(f"{_NS}node")]
        edges = [
            nested(_data(each, names, "id", "source", "target"))
            for each in graph.iter(f"{_NS}edge")
        ]
        documents = json.loads(_data(graph, names).get("documents", "[]"))
    except ValueError as error:
        raise InputError(
            f"holds a list that is not JSON ({error})", where=str(path), remedy="export it anew"
        ) from error
    return to_snapshot(nodes, documents, edges, str(path))


def _data(element: etree._Element, names: dict[str, str], *own: str) -> Record:
    """Return the attributes of a node, an edge or the graph."""
    record = {name: element.get(name, "") for name in own}
    record |= {names[d.get("key")]: d.text or "" for d in element.iterchildren(f"{_NS}data")}
    return {key: value for key, value in record.items() if key not in _SHOWN}
