"""How tests open stores: the type of the fixture `open_empty`."""

from collections.abc import Callable

from stakeholder_graph.graph import Store

OpenEmpty = Callable[..., Store]
