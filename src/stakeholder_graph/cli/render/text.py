"""Text for people: what the program takes of `stakeholder_graph.text`."""

from ...text import clean, escape, limits, place, quoted

__all__ = ["clean", "escape", "limits", "place", "quoted"]
