"""The errors of stakeholder-graph: one small tree.

::

    StakeholderGraphError            exit 1  the run failed
    ├── InputError                   exit 3  a document, file or value cannot be used
    │   ├── VocabularyError          exit 3  a vocabulary file is wrong
    │   ├── MissingExtraError        exit 1  an extra that a file or a command needs is missing
    │   └── NameNotFoundError        exit 3  no stakeholder, or several, of that name
    ├── StoreError                   exit 4  the database refused, is not there or is not a store
    ├── WorkersError                 exit 1  processes or a cluster that were to read are not there
    └── EndpointError                exit 1  a language model refused, or did not answer

A message says what, where (``file:line``, page, cell) and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class StakeholderGraphError(Exception):
    """Base of every error this package raises on purpose.

    Parameters
    ----------
    what : str
        What is wrong, as one sentence without a final stop.
    where : str, optional
        The place: ``file:line``, a page, a cell, an address.
    remedy : str, optional
        What the reader of the message can do.

    Examples
    --------
    >>> str(InputError("no such file", where="charter.md", remedy="check the path"))
    'charter.md: no such file; check the path'
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """Return place, fault and remedy on one line."""
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return " ".join(f"{place}{self.what}{remedy}".split())


class InputError(StakeholderGraphError):
    """A document, file or value from the user cannot be used."""

    exit_code = 3


class VocabularyError(InputError):
    """A vocabulary file does not say what a vocabulary must say."""


class MissingExtraError(InputError):
    """A file or a command needs an extra of this package that is not installed.

    It is told as a bad file is, so that it never costs the other files of a load.

    Parameters
    ----------
    what : str
        What needs which library.
    extra : str
        The extra that brings it.
    where : str, optional
        The file.
    instead : str, optional
        What else can be done.

    Examples
    --------
    >>> str(MissingExtraError("plots need Matplotlib", "plot"))
    "plots need Matplotlib; pip install 'stakeholder-graph[plot]'"
    """

    exit_code = 1

    def __init__(self, what: str, extra: str = "", *, where: str = "", instead: str = "") -> None:
        remedy = f"pip install 'stakeholder-graph[{extra}]'{f', or {instead}' if instead else ''}"
        super().__init__(what, where=where, remedy=remedy)


class NameNotFoundError(InputError):
    """A name stands for no stakeholder of the graph, or for several.

    Attributes
    ----------
    name : str
        The name asked for.
    candidates : tuple of str
        The nearest names, best first.
    """

    def __init__(self, name: str, candidates: Sequence[str], *, ambiguous: bool = False) -> None:
        what = f"{name!r} {'may be several stakeholders' if ambiguous else 'is not in the graph'}"
        listed = ", ".join(f"{c!r}" for c in candidates)
        remedy = f"did you mean {listed}?" if candidates else "see `stakeholders relations`"
        super().__init__(what, remedy=remedy)
        self.name = name
        self.candidates = tuple(candidates)


class StoreError(StakeholderGraphError):
    """A database refused, did not answer, or is not one of ours."""

    exit_code = 4


class WorkersError(StakeholderGraphError):
    """Processes that were to read documents cannot be started, reached or used."""


class EndpointError(StakeholderGraphError):
    """The endpoint of a language model refused, or did not answer."""
