"""Importing: a graph that a file holds, into a store."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import InputError
from ..graph import Kind, Review, Stakeholder, Statement, Store, Vocabulary, fold, load_vocabulary
from ..graph.exchange import Snapshot, fill, holds_own_terms, read_graph, recognise
from .company import known_company
from .decisions import ASSERTED, Erased, Ledger, kept_apart, replay
from .forgetting import erase
from .limits import LIMITS, Limits
from .loading import load
from .mapping import load_mapping
from .report import LoadReport
from .resolution import Met, Resolver, as_mention

_MAPPINGS = {"popolo": "popolo", "ftm": "followthemoney"}
_LINKED = (".jsonld", ".ttl", ".nt")


def import_graph(
    path: str | os.PathLike[str],
    store: Store,
    *,
    form: str = "",
    vocabulary: Vocabulary | None = None,
    limits: Limits = LIMITS,
    decisions: str | os.PathLike[str] | None = None,
) -> LoadReport:
    """Read a graph back into a store, with its documents, quotes, places and qualifiers.

    What the store had of the same documents is replaced. A stakeholder that the store knows under
    the same id and name, or by what it is called, is the same; any other keeps the id it has in
    the file. Popolo and FollowTheMoney of others are read by the mappings of these names, and
    linked data (ORG, PROV, FOAF, vCard) as it stands, as one document.

    Parameters
    ----------
    path : path
        A file, or the folder of CSV or Parquet files.
    store : Store
        Where to.
    form : str, optional
        A format of `exchange.FORMATS`; what the file holds by default.
    vocabulary : Vocabulary, optional
        The relations there may be; the built-in ones by default.
    limits : Limits, optional
        What a file of others may not exceed.
    decisions : path, optional
        The file of what people have decided, done on all that is in the store; see `Ledger`.

    Raises
    ------
    InputError
        If it is no such graph.
    VocabularyError
        If a relation is not in the vocabulary; nothing is written then.
    StoreError
        If the store refuses.
    """
    form = form or recognise(path)
    if form in (*_MAPPINGS, "jsonld") and not holds_own_terms(path):
        mapping = load_mapping(_MAPPINGS[form]) if form in _MAPPINGS else None
        if not mapping and Path(path).suffix.lower() not in _LINKED:
            remedy = f"give it a name that ends in {_LINKED[0]}"
            raise InputError("is linked data", where=str(path), remedy=remedy)
        report = load(
            [path],
            store,
            vocabulary=vocabulary,
            limits=limits,
            decisions=decisions,
            mapping=mapping,
        )
        for failure in report.failures:
            raise failure.error
        return report
    snapshot = read_graph(path, form)
    for relation in {each.statement.relation for each in snapshot.statements}:
        (vocabulary or load_vocabulary()).relation(relation)
    decided = Ledger(Path(decisions)).read() if decisions else []
    known = store.stakeholders(decided=False)
    resolver = Resolver(known, kept_apart(decided), known_company(store, known))
    fill(store, _renamed(snapshot, _identify(snapshot, known, resolver)))
    report = _report(snapshot, path)
    if erased := Erased(each.erasure for each in decided if each.erasure):
        erase(store, erased)
    if decided:
        report.decisions = replay(store, decided)
    return report


def _identify(
    snapshot: Snapshot, known: Sequence[Stakeholder], resolver: Resolver
) -> dict[str, str]:
    """Return the id in the store of each stakeholder that has another one there.

    A person of the same name is the same only with the same company: see `Resolver`.
    """
    there = {each.id: fold(each.name) for each in known}
    if not there:
        return {}
    things, persons = [], []
    for each in snapshot.stakeholders:
        if each.kind is Kind.PERSON:
            persons.append(each)
        elif there.get(each.id) != fold(each.name):
            things.append(each)
    strange = {each.id for each in (*things, *persons)}
    taken = {each.id for each in snapshot.stakeholders} - strange
    mentions = {each.id: as_mention(each) for each in things}
    resolved = resolver.resolve(mentions.values())
    ids = _settled({id_: resolved[each] for id_, each in mentions.items()}, there, taken)
    company = _company(snapshot, ids)
    met = {each.id: Met(as_mention(each), frozenset(company[each.id])) for each in persons}
    found = resolver.resolve(met.values())
    return ids | _settled({id_: found[each] for id_, each in met.items()}, there, taken)


def _settled(resolved: Mapping[str, str], there: Container[str], taken: set[str]) -> dict[str, str]:
    """Return the ids that change: to one in the store, or because another has it there."""
    ids = {}
    for id_, found in resolved.items():
        if found not in taken and (found in there or id_ in there):
            ids[id_] = found
            taken.add(found)
    return ids


def _company(snapshot: Snapshot, ids: Mapping[str, str]) -> Mapping[str, set[str]]:
    company = defaultdict[str, set[str]](set)
    for each in snapshot.statements:
        for one, other in ((each.source, each.target), (each.target, each.source)):
            company[one].add(ids.get(other, other))
    return company


def _renamed(snapshot: Snapshot, ids: Mapping[str, str]) -> Snapshot:
    """Return a graph with other ids."""
    if not ids:
        return snapshot
    return replace(
        snapshot,
        stakeholders=tuple(
            replace(each, id=ids.get(each.id, each.id)) for each in snapshot.stakeholders
        ),
        mentioned_in={ids.get(id_, id_): found for id_, found in snapshot.mentioned_in.items()},
        statements=tuple(
            replace(
                each,
                source=ids.get(each.source, each.source),
                target=ids.get(each.target, each.target),
            )
            for each in snapshot.statements
        ),
    )


def _report(snapshot: Snapshot, path: str | os.PathLike[str]) -> LoadReport:
    decided = sum(_is_decided(each.statement) for each in snapshot.statements)
    note = (
        f"{os.fspath(path)}: {decided} statements rest on what people decided; lay the"
        " decisions.yaml they come from beside the store, or the next load takes that back"
    )
    return LoadReport(
        loaded=[each.id for each in snapshot.documents],
        notes=[note] if decided else [],
        stakeholders=len(snapshot.stakeholders),
        statements=Counter(each.statement.relation for each in snapshot.statements),
    )


def _is_decided(statement: Statement) -> bool:
    return statement.review is not Review.PROPOSED or statement.asserted_by.startswith(ASSERTED)
