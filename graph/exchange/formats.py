"""The formats of other tools: what each is for, what it cannot carry, who writes and reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..vocabulary import Vocabulary
from .cypher import to_cypher
from .followthemoney import from_ftm, to_ftm
from .gexf import from_gexf, to_gexf
from .graphml import from_graphml, to_graphml
from .jsonld import from_jsonld, to_jsonld
from .parquet import from_parquet, to_parquet
from .popolo import about_organizations, from_popolo, to_popolo
from .snapshot import Snapshot
from .tables import from_csv, to_csv

Content = bytes | dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of other tools.

    Attributes
    ----------
    purpose : str
        What it is for.
    loses : str
        What does not come back from it as it was.
    write : callable
        Gives the content of the file, or of each file of a folder.
    read : callable or None
        Gives the graph of a file or folder that `write` made; None where it is not read back.
    endings : tuple of str
        What names of its files end in; the first is the usual one.
    part : callable
        Gives the part of a graph whose statements the format can carry.
    """

    purpose: str
    loses: str
    write: Callable[[Snapshot, Vocabulary], Content]
    read: Callable[[Path], Snapshot] | None
    endings: tuple[str, ...]
    part: Callable[[Snapshot], Snapshot] = lambda snapshot: snapshot


_XML = "characters that XML forbids: written as �"

FORMATS: dict[str, Format] = {
    "graphml": Format(
        "Gephi, yEd, Cytoscape, igraph, NetworkX, Neo4j's APOC. Lists are JSON",
        _XML,
        lambda snapshot, _: to_graphml(snapshot),
        from_graphml,
        (".graphml",),
    ),
    "gexf": Format(
        "Gephi and its timeline. Lists are JSON; intervals are days: `2024` runs from January 1"
        " to December 31, dates out of order give none, both stay beside as stated",
        _XML,
        lambda snapshot, _: to_gexf(snapshot),
        from_gexf,
        (".gexf",),
    ),
    "csv": Format(
        "`neo4j-admin database import`, spreadsheets",
        "a `;` in a value of a list: written as `；`",
        lambda snapshot, _: to_csv(snapshot),
        from_csv,
        (".csv",),
    ),
    "cypher": Format(
        "Neo4j: `cypher-shell -f graph.cypher`",
        "nothing of the graph, but it is not read back. Names by which `ask` looks stakeholders"
        " up are not in it: it is a graph, not a store",
        to_cypher,
        None,
        (".cypher",),
    ),
    "parquet": Format(
        "pandas, DuckDB, warehouses (`pip install 'stakeholder-graph[parquet]'`)",
        "nothing",
        lambda snapshot, _: to_parquet(snapshot),
        from_parquet,
        (".parquet",),
    ),
    "jsonld": Format(
        "linked data: W3C ORG (posts, memberships), PROV (what a statement derives from), SKOS"
        " names. Kinds that ORG lacks are those of FOAF and schema.org; phase, frequency,"
        " condition, offsets are terms of our own",
        "nothing",
        to_jsonld,
        from_jsonld,
        (".jsonld",),
    ),
    "popolo": Format(
        "[Popolo](https://www.popoloproject.com): parliaments and civic tools. What Popolo has no"
        " term for is beside its terms, under `stakeholder_graph`",
        "statements about persons, posts and places: a membership is of an organisation",
        to_popolo,
        from_popolo,
        (".popolo.json", ".popolo"),
        about_organizations,
    ),
    "ftm": Format(
        "[FollowTheMoney](https://followthemoney.tech): Aleph, OpenSanctions. Memberships,"
        " participants of projects, and links; the rest under `stakeholder_graph`, which its tools"
        " hand on",
        "nothing",
        to_ftm,
        from_ftm,
        (".ftm.json", ".ftm"),
    ),
}
"""By name; csv and parquet are folders."""
