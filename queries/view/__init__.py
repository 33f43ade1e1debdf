"""Answers as pictures: the network on one self-contained page, with the sentence behind each edge.

The page makes no request, opens from ``file://``, and shows every name and quote as text. pyvis is
imported when a page is made, not before.
"""

from .notebook import Inline, embed
from .pages import page, write_page

__all__ = ["Inline", "embed", "page", "write_page"]
