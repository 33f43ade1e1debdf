"""Forgetting: a person taken out of a store, of its texts and of the decisions, for good."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from ..errors import InputError
from ..graph import (
    Kind,
    Mention,
    Stakeholder,
    Statement,
    Store,
    Told,
)
from .decisions import Action, Decision, Erased, Ledger, documents_of, erasure_of, replay
from .extraction import Extraction

Hide = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed of a person.

    Attributes
    ----------
    names : tuple of str
        What the person was called, posts left out.
    statements : list of Statement
        Those the person was an end of, as they stood.
    decisions : list of Decision
        Those that named the person, as they stood.
    documents : list of str
        The documents whose stored text or quotes no longer show the names.
    erased : Erased
        What still finds the names, in other files.
    """

    names: tuple[str, ...]
    statements: list[Statement]
    decisions: list[Decision]
    documents: list[str]
    erased: Erased


def forget_person(
    store: Store, ledger: Ledger, person: Stakeholder, *, who: str = "", why: str = ""
) -> Forgotten:
    """Remove a person: the node, all statements, and the names in texts, quotes and decisions.

    In texts and quotes, blocks of the same length take the place of the names, so that every other
    quote is still found where it stands. A decision is written that holds digests of the names
    instead of them: who is read again with such a name stays out. As nothing else is kept, that
    goes for namesakes too. The files that were read are left alone.

    Raises
    ------
    InputError
        If the stakeholder is no person.
    """
    if person.kind is not Kind.PERSON:
        remedy = "only persons are forgotten; see `stakeholders decide` for the rest"
        raise InputError(f"{person.name!r} is no person but a {person.kind}", remedy=remedy)
    names = tuple(name for name in (person.name, *person.aliases) if name[:1].isupper())
    erasure = erasure_of(names or (person.name.title(),))
    erased = Erased([erasure])
    ids = {person.id, *_before_decisions(store, person)}
    decisions = [d for d in ledger.read() if erased.hide(_words(d), known=True) != _words(d)]
    for each in decisions:
        ledger.remove(each.number)
    ledger.amend(erased.hide)
    ledger.add([Decision(Action.FORGET, erasure=erasure, who=erased.hide(who), why=why)])
    replay(store, ledger.read())
    statements, documents = erase(store, erased, ids)
    own = tuple(name for name in names if erased.names(name))
    return Forgotten(own, statements, decisions, documents, erased)


def erase(
    store: Store, erased: Erased, ids: Collection[str] = ()
) -> tuple[list[Statement], list[str]]:
    """Take persons out of a store; return their statements, and the documents that changed.

    Parameters
    ----------
    store : Store
        Open for writing.
    erased : Erased
        Their names.
    ids : collection of str, optional
        Their ids, as far as known.
    """
    statements: list[Statement] = []
    changed: list[str] = []
    for document in store.documents():
        told = store.told(document.id)
        left = hidden_in(told, erased, ids) if told else None
        if told is not None and left is not None and left != told:
            store.write(left.document, left.mentions, left.statements)
            kept = {each.statement.id for each in left.statements}
            statements += [s.statement for s in told.statements if s.statement.id not in kept]
            changed.append(document.id)
    return statements, changed


def without(extraction: Extraction, erased: Erased) -> Extraction:
    """Return what was read in a document, without persons who were erased."""
    if not erased:
        return extraction
    named = [end for said in extraction.statements for end in (said.source, said.target)]
    document = extraction.source.document
    known = any(_is_erased(end, erased) for end in named)
    known = known or erased.hide(document.text) != document.text

    def hide(text: str) -> str:
        return erased.hide(text, known=known)

    kept = [
        _hidden(said, hide)
        for said in extraction.statements
        if not (_is_erased(said.source, erased) or _is_erased(said.target, erased))
    ]
    source = replace(
        extraction.source,
        document=replace(document, title=hide(document.title), text=hide(document.text)),
        blocks=tuple(replace(b, text=hide(b.text)) for b in extraction.source.blocks),
    )
    # What was held back is asked about in a review.
    rejected = tuple(each for each in extraction.rejected if hide(repr(each)) == repr(each))
    return replace(extraction, source=source, statements=tuple(kept), rejected=rejected)


def _before_decisions(store: Store, person: Stakeholder) -> set[str]:
    """Return the ids that a person has where no decision says otherwise."""
    found: set[str] = set()
    for document in documents_of(store, [person.id]):
        told = store.told(document)
        mentions = told.mentions.get(person.id, ()) if told else ()
        found.update(mention.resolved for mention in mentions if len(mention.resolved) > 1)
    return found


def _words(decision: Decision) -> str:
    said = decision.said
    quoted = f"{said.quote} {said.source.name} {said.target.name}" if said else ""
    return f"{decision} {decision.name} {decision.why} {quoted}"


def hidden_in(told: Told, erased: Erased, ids: Collection[str]) -> Told:
    """Return what a document states, without some persons and their names."""
    gone = {
        id_
        for id_, named in told.mentions.items()
        if id_ in ids or any(_is_erased(mention, erased) for mention in named)
    }
    document = told.document

    def hide(text: str) -> str:
        return erased.hide(text, known=bool(gone))

    kept = [
        replace(each, statement=_hidden(each.statement, hide))
        for each in told.statements
        if not {each.source, each.target} & gone
    ]
    return Told(
        replace(document, title=hide(document.title), text=hide(document.text)),
        {id_: named for id_, named in told.mentions.items() if id_ not in gone},
        tuple(kept),
    )


def _is_erased(mention: Mention, erased: Erased) -> bool:
    # Whatever its kind: a list may take "Roy, Ann" for an organisation.
    return any(map(erased.names, (mention.name, *mention.aliases)))


def _hidden(said: Statement, hide: Hide) -> Statement:
    told = said.qualifiers
    texts = {name: hide(getattr(told, name)) for name in ("phase", "frequency", "condition")}
    partners = tuple(each for each in told.jointly_with if hide(each) == each)
    qualifiers = replace(told, **texts, jointly_with=partners)
    return replace(said, quote=hide(said.quote), qualifiers=qualifiers)
