"""For assistants: the questions as tools of the Model Context Protocol, read-only.

Needs the extra ``mcp``.
"""

from .server import serve, server

__all__ = ["serve", "server"]
