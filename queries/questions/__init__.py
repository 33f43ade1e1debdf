"""Questions in words, French and English: a question is a statement with a hole.

It is turned into the statement that documents would make, with plain names in place of its own
and of what it asks for, and read by the frames that read the documents. The helpers answer it.
"""

from .asking import ask
from .reply import NOT_UNDERSTOOD, Reply
from .understanding import Misunderstood, Understood

__all__ = ["NOT_UNDERSTOOD", "Misunderstood", "Reply", "Understood", "ask"]
