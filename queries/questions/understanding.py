"""Understanding: a question as a relation, the end that is known and the end that is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from .drafts import NOBODY, Hole
from .names import Known


@dataclass(frozen=True, slots=True)
class Understood:
    """How a question was understood.

    Attributes
    ----------
    relations : tuple of str
        The relation asked about, then others its wording may mean; empty for any.
    known : tuple of Known
        The names the question gives, the source before the target.
    asked : str
        Which end is asked for: ``source``, ``target``, ``whether`` (both are known),
        ``chain`` (what joins the two), ``charge`` (all who are in charge of it) or ``holder``
        (the person who holds the post that is named).
    hole : Hole
        The words that ask, and for what.
    phase, at : str
        What the question is limited to.
    post : str
        The post that is asked for, folded, where it says more than the relation ("treasurer").
    """

    relations: tuple[str, ...]
    known: tuple[Known, ...]
    asked: str
    hole: Hole = NOBODY
    phase: str = ""
    at: str = ""
    post: str = ""

    def __str__(self) -> str:
        """Return it on one line: "who CO_CHAIRS comité de pilotage"."""
        names = [name.one.name for name in self.known]
        relation = " or ".join(self.relations) or "is stated to do what for"
        asking = self.hole.said or "whether"
        parts = {
            "source": [asking, relation, *names],
            "target": [*names, relation, asking],
            "whether": ["whether", *names[:1], relation, *names[1:]],
            "chain": ["what joins", " and ".join(names)],
            "holder": ["who is", *(name.said for name in self.known)],
            "charge": [asking, "is in charge of", *names],
        }[self.asked]
        limits = [f"as {self.post}"] * bool(self.post)
        limits += [f"phase: {self.phase}"] * bool(self.phase) + [f"at {self.at}"] * bool(self.at)
        return " ".join(parts) + "".join(f" ({limit})" for limit in limits)


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """Why a question was not understood.

    Attributes
    ----------
    reason : str
        One sentence, without a final stop.
    unplaced : tuple of str
        The words of the question that could not be placed.
    candidates : tuple of str
        Names that may have been meant, best first.
    relations : tuple of str
        The relation asked about, where that was understood.
    """

    reason: str
    unplaced: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
