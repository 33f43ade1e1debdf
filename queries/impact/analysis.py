"""The analysis: what is lost if stakeholders leave."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain

from ...graph import Stakeholder, Vocabulary, fold, load_vocabulary
from ...graph.stores import Store
from ..asked import Asked
from ..lookup import resolve
from .bodies import bodies
from .chains import chains
from .consequences import OTHERWISE, Consequence, Effect, WhatIf
from .departure import Departure
from .duties import duties
from .network import network
from .posts import posts


def what_if(
    store: Store,
    without: str | Stakeholder | Iterable[str | Stakeholder],
    phase: str | None = None,
    at: str | date | None = None,
    *,
    vocabulary: Vocabulary | None = None,
) -> WhatIf:
    """Return what is lost if stakeholders leave. The store is not changed.

    First the posts that persons leave: a post stays, and what it answers for with it, but it may
    be vacant. Then what nobody answers for any more, or only by a rule, as `who_is_accountable`
    would answer without them; the bodies that nobody chairs; who has nobody above any more of
    those it is part of, reports to or is governed by; and the parts of the network that are cut
    off, where those who leave are its articulation points.

    Parameters
    ----------
    store : Store
        The graph.
    without : str, Stakeholder or iterable of them
        Who leaves; see `find` for the forms a name may take.
    phase, at : str, date
        As for `who_is_accountable`. The network is that of all phases and times.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears a name, or several do.
    InputError
        If the date is not one.

    Notes
    -----
    Complexity: only what those who leave touch is looked at: what they may answer for and what is
    below them, up to 500 of each, and up to 20,000 stakeholders around them for the network. The
    notes of the result say where a bound was met.
    """
    vocabulary = vocabulary or load_vocabulary()
    asked = Asked.of(vocabulary, phase, at)
    listed = [without] if isinstance(without, str | Stakeholder) else without
    found = [resolve(store, name, vocabulary) for name in listed]
    leaving = tuple({stakeholder.id: stakeholder for stakeholder in found}.values())
    departure = Departure.of(store, leaving, asked)
    sections = (posts, duties, bodies, chains, network)
    told = sorted(chain.from_iterable(section(departure) for section in sections), key=_order)
    return WhatIf(leaving, asked.phase, asked.at, tuple(told), tuple(departure.notes))


def _order(told: Consequence) -> tuple[object, ...]:
    return (
        list(Effect).index(told.effect),
        -told.size,
        fold(told.subject.name),
        told.subject.id,
        told.when.endswith(OTHERWISE),
        told.when,
    )
