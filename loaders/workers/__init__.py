"""Workers: many documents are read at once, in processes of this machine or on a Dask cluster.

Whoever reads, the outcomes come in the order of the documents, and are the same.
"""

from .ordered import in_order
from .team import Outcome, Team, team

__all__ = ["Outcome", "Team", "in_order", "team"]
