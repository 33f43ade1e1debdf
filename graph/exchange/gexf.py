"""GEXF: for Gephi, whose timeline plays what holds since and until when.

https://gexf.net/schema.html
"""

from __future__ import annotations

import calendar
import json
import os
import re
from io import BytesIO
from typing import TYPE_CHECKING

from ...errors import InputError
from .records import Record, document_records, stakeholder_records, statement_records, to_snapshot
from .snapshot import Snapshot
from .xml import flat, marked, nested, parse, read_whole

if TYPE_CHECKING:
    from lxml import etree

_NS = "{http://www.gexf.net/1.2draft}"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z", re.ASCII)


def to_gexf(snapshot: Snapshot) -> bytes:
    """Return a graph as GEXF 1.2.

    Edges have the dates that are stated as ``start`` and ``end``. Lists are JSON, and so are the
    documents, in the description of the file.
    """
    import networkx as nx
    from lxml import etree

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in map(flat, stakeholder_records(snapshot)):
        graph.add_node(row.pop("id"), label=row["name"], **row)
    for row in map(flat, statement_records(snapshot)):
        ends = row.pop("source"), row.pop("target"), row["id"]
        graph.add_edge(*ends, **{**row, "label": row["relation"], **interval(row)})
    out = BytesIO()
    nx.write_gexf(graph, out)
    root = _settled(parse(out.getvalue(), "GEXF"))
    described = etree.SubElement(next(root.iter(f"{_NS}meta")), f"{_NS}description")
    documents = json.dumps(document_records(snapshot), ensure_ascii=False)
    described.text = flat({"documents": documents})["documents"]
    return marked(root)


def from_gexf(path: str | os.PathLike[str]) -> Snapshot:
    """Return the graph of a GEXF file that `to_gexf` made.

    Raises
    ------
    InputError
        If it is none.
    """
    root = parse(read_whole(path), str(path))
    if root.find(f"{_NS}graph") is None:
        raise InputError("has no graph", where=str(path), remedy="export it anew")
    try:
        nodes = _rows(root, "node", "id")
        edges = _rows(root, "edge", "id", "source", "target")
        documents = json.loads(root.findtext(f"{_NS}meta/{_NS}description") or "[]")
    except ValueError as error:
        raise InputError(
            f"holds a list that is not JSON ({error})", where=str(path), remedy="export it anew"
        ) from error
    return to_snapshot(nodes, documents, edges, str(path))


def _rows(root: etree._Element, kind: str, *own: str) -> list[Record]:
    """Return the attributes of all nodes or all edges."""
    names = {
        each.get("id"): each.get("title")
        for group in root.iter(f"{_NS}attributes")
        if group.get("class") == kind
        for each in group.iterchildren(f"{_NS}attribute")
    }
    return [
        nested(
            {name: each.get(name, "") for name in own}
            | {
                names[value.get("for")]: value.get("value", "")
                for value in each.iterfind(f"{_NS}attvalues/{_NS}attvalue")
            }
        )
        for each in root.iter(f"{_NS}{kind}")
    ]


def _settled(root: etree._Element) -> etree._Element:
    """Take out what NetworkX adds: the day of writing, and the keys of edges a second time."""
    for meta in root.iter(f"{_NS}meta"):
        meta.attrib.clear()
        for creator in meta.iterchildren(f"{_NS}creator"):
            creator.text = "stakeholder-graph"
    keys = [each for each in root.iter(f"{_NS}attribute") if each.get("title") == "networkx_key"]
    ids = {each.get("id") for each in keys}
    for each in [*keys, *(v for v in root.iter(f"{_NS}attvalue") if v.get("for") in ids)]:
        each.getparent().remove(each)
    return root


def interval(row: Record) -> dict[str, str]:
    """Return the first and the last day of a statement, as far as they are stated.

    A year or a month stands for all its days. Dates out of order give none.

    >>> interval({"since": "2024", "until": "2026-02"})
    {'start': '2024-01-01', 'end': '2026-02-28'}
    >>> interval({"since": "", "until": "2026"})
    {'end': '2026-12-31'}
    """
    days = {"start": _day(row["since"], last=False), "end": _day(row["until"], last=True)}
    stated = {key: day for key, day in days.items() if day}
    return stated if list(stated.values()) == sorted(stated.values()) else {}


def _day(date: str, *, last: bool) -> str:
    if not (found := _DATE.match(date)):
        return ""
    year = int(found[1])
    month = int(found[2] or (12 if last else 1))
    if not year or not 1 <= month <= 12:
        return ""
    longest = calendar.monthrange(year, month)[1]
    day = int(found[3] or (longest if last else 1))
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= longest else ""
