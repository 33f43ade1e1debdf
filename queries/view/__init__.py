"""Answers as pictures: the network on one self-contained page, with the sentence behind each edge.

The page makes no request, opens from ``file://``, and shows every name and quote as text. The one
of a graph that is too large for a page asks the server it comes from, and nobody else. pyvis is
imported when a page is made, not before.
"""

from .notebook import Inline, embed
from .pages import Language, page, write_page
from .payload import DutyPiece, Piece
from .served import duty_of, piece_of, served_page

__all__ = [
    "DutyPiece",
    "Inline",
    "Language",
    "Piece",
    "duty_of",
    "embed",
    "page",
    "piece_of",
    "served_page",
    "write_page",
]
