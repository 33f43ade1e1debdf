"""Exchange with other tools: the graph as their files, and back from those that can carry it."""

from .cypher import literal, to_cypher
from .files import export, format_of, holds_own_terms, read_graph, recognise
from .followthemoney import from_ftm, to_ftm
from .formats import FORMATS, Format
from .gexf import from_gexf, to_gexf
from .graphml import from_graphml, to_graphml
from .jsonld import from_jsonld, to_jsonld
from .parquet import from_parquet, to_parquet
from .popolo import from_popolo, to_popolo
from .snapshot import Snapshot, fill, take
from .tables import from_csv, to_csv

__all__ = [
    "FORMATS",
    "Format",
    "Snapshot",
    "export",
    "fill",
    "format_of",
    "from_csv",
    "from_ftm",
    "from_gexf",
    "from_graphml",
    "from_jsonld",
    "from_parquet",
    "from_popolo",
    "holds_own_terms",
    "literal",
    "read_graph",
    "recognise",
    "take",
    "to_csv",
    "to_cypher",
    "to_ftm",
    "to_gexf",
    "to_graphml",
    "to_jsonld",
    "to_parquet",
    "to_popolo",
]
