"""Documents in: read, transform, resolve, write."""

from .blocks import Block, BlockKind, Source
from .extraction import Extraction, extract
from .files import Failure, Found, find
from .limits import LIMITS, Limits
from .loading import load
from .reading import locator, read
from .records import as_json
from .report import LoadReport
from .resolution import Resolver
from .tabular import Explanation

__all__ = [
    "LIMITS",
    "Block",
    "BlockKind",
    "Explanation",
    "Extraction",
    "Failure",
    "Found",
    "Limits",
    "LoadReport",
    "Resolver",
    "Source",
    "as_json",
    "extract",
    "find",
    "load",
    "locator",
    "read",
]
