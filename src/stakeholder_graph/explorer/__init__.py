"""The page of a large graph, served on this machine: it fetches what its reader opens.

Needs the extra ``explore``.
"""

from .answers import Answers
from .application import application
from .serving import Place, serve

__all__ = ["Answers", "Place", "application", "serve"]
