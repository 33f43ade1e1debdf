"""Which statements count: by relation, phase and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from ...errors import InputError
from ...graph import Vocabulary, fold, load_vocabulary

if TYPE_CHECKING:
    from ...graph import Store

Frames: TypeAlias = tuple[pd.DataFrame, pd.DataFrame]
Source: TypeAlias = "Store | Frames"

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")
_AFTER = "\uffff"  # sorts after every date that begins alike


def frames(source: Source) -> Frames:
    """Return the stakeholders and the statements of a store, or the two frames given.

    Parameters
    ----------
    source : Store or tuple of two DataFrames
        A store, or what :meth:`Store.frames` returns: stakeholders (index ``id``; columns
        ``name``, ``kind``, ``aliases``) and statements (index ``id``; columns ``source``,
        ``relation``, ``target``, ``quote``, ``phase``, ``since``, ``until`` and the rest).

    Raises
    ------
    InputError
        If a statement joins a stakeholder that is not among the first.
    """
    nodes, edges = source if isinstance(source, tuple) else source.frames()
    ends = pd.concat([edges["source"], edges["target"]])
    strangers = ends[~ends.isin(nodes.index)]
    if len(strangers):
        raise InputError(
            f"joins {strangers.iloc[0]!r}, which is not among the stakeholders",
            where=f"statement {strangers.index[0]}",
            remedy="give both frames of one store",
        )
    return nodes.sort_index(), edges.sort_index()


def select(
    edges: pd.DataFrame,
    relations: Sequence[str] | None = None,
    *,
    phase: str = "",
    at: str = "",
    vocabulary: Vocabulary | None = None,
) -> pd.DataFrame:
    """Return the statements of some relations, that hold in a phase and at a date.

    Parameters
    ----------
    edges : DataFrame
        Statements, as :meth:`Store.frames` gives them.
    relations : sequence of str, optional
        Relations of the vocabulary, in any case; all when left out.
    phase : str
        A phase, in the words of the vocabulary or of a document. A statement that names no phase
        holds in every phase.
    at : str
        A date: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. A statement holds from ``since`` to
        ``until``, both included; without them it always holds.
    vocabulary : Vocabulary, optional
        The built-in one when left out.

    Raises
    ------
    VocabularyError
        If a relation is not in the vocabulary.
    InputError
        If `at` is not a date.
    """
    words = vocabulary or load_vocabulary()
    keep = pd.Series(True, index=edges.index)
    if relations is not None:
        keep &= edges["relation"].isin({words.relation(name).name for name in relations})
    if phase:
        keep &= _in_phase(edges, phase, words)
    if at:
        keep &= _at_date(edges, at)
    return edges[keep]


def knows_phase(edges: pd.DataFrame, phase: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the vocabulary or a statement knows a phase; no phase is known."""
    key = _key(phase, vocabulary)
    return not phase or bool(vocabulary.phase(phase) or (edges["phase"].map(fold) == key).any())


def _in_phase(edges: pd.DataFrame, phase: str, words: Vocabulary) -> pd.Series[bool]:
    keys = edges["phase"].map(lambda text: _key(text, words))
    return keys.isin({"", _key(phase, words)})


def _key(phase: str, words: Vocabulary) -> str:
    return words.phase(phase) or fold(phase)


def _at_date(edges: pd.DataFrame, at: str) -> pd.Series[bool]:
    # ISO dates sort as text; a year holds from its first to its last day.
    if not _DATE.match(at):
        raise InputError(f"{at!r} is not a date", remedy="write it YYYY, YYYY-MM or YYYY-MM-DD")
    begun = edges["since"] <= at + _AFTER
    return begun & ((edges["until"] == "") | (edges["until"] + _AFTER >= at))
