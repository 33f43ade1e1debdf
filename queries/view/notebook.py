"""The page inside a notebook, without a file."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import Any

from ..influence import Source
from .pages import page


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that a notebook shows in place.

    Attributes
    ----------
    content : str
        The page.
    height : int
        Height of its frame, in pixels.
    """

    content: str = field(repr=False)
    height: int = 640

    def _repr_html_(self) -> str:
        """Return a frame that holds the page, apart from the notebook around it."""
        return (
            f'<iframe srcdoc="{html.escape(self.content)}" sandbox="allow-scripts allow-popups" '
            f'title="stakeholders" style="width:100%;height:{int(self.height)}px;border:0">'
            "</iframe>"
        )


def embed(source: Source, *, height: int = 640, **choices: Any) -> Inline:
    """Return the network for a notebook to show inline.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or its two frames.
    height : int
        Height in pixels.
    **choices
        Those of :func:`~stakeholder_graph.queries.view.page`.
    """
    return Inline(page(source, **choices), height)
