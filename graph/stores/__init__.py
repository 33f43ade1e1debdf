"""Stores: where the graph is kept."""

from .protocol import Row, Store, StoredStatement

__all__ = ["Row", "Store", "StoredStatement"]
