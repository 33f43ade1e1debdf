"""Exchange with other tools: the graph as their files, and back from those that can carry it."""

from .cypher import literal, to_cypher
from .files import FORMATS, export, format_of
from .gexf import to_gexf
from .graphml import from_graphml, to_graphml
from .jsonld import from_jsonld, to_jsonld
from .parquet import to_parquet
from .snapshot import Snapshot, fill, take
from .tables import from_csv, to_csv

__all__ = [
    "FORMATS",
    "Snapshot",
    "export",
    "fill",
    "format_of",
    "from_csv",
    "from_graphml",
    "from_jsonld",
    "literal",
    "take",
    "to_csv",
    "to_cypher",
    "to_gexf",
    "to_graphml",
    "to_jsonld",
    "to_parquet",
]
