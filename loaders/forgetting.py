"""Forgetting: a person taken out of a store, of its texts and of the decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..errors import InputError
from ..graph import Kind, Stakeholder, Statement, Store, StoredStatement, Told
from .decisions import Decision, Ledger, documents_of, replay

_BLOCK = "█"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed of a person.

    Attributes
    ----------
    statements : list of Statement
        Those the person was an end of, as they stood.
    decisions : list of Decision
        Those that named the person, as they stood.
    documents : list of str
        The documents whose stored text or quotes no longer show the names.
    """

    statements: list[Statement]
    decisions: list[Decision]
    documents: list[str]


def forget_person(store: Store, ledger: Ledger, person: Stakeholder) -> Forgotten:
    """Remove a person: the node, all statements, and the names in texts, quotes and decisions.

    In texts and quotes, blocks of the same length take the place of the names, so that every other
    quote is still found where it stands. The files that were read are left alone: reading one
    again brings back what it says.

    Raises
    ------
    InputError
        If the stakeholder is no person.
    """
    if person.kind is not Kind.PERSON:
        remedy = "only persons are forgotten; see `stakeholders decide` for the rest"
        raise InputError(f"{person.name!r} is no person but a {person.kind}", remedy=remedy)
    names = _names((person.name, *person.aliases))
    ids = {person.id, *_before_decisions(store, person)}
    decisions = [each for each in ledger.read() if names.search(_words(each))]
    for each in decisions:
        ledger.remove(each.number)
    replay(store, ledger.read())
    statements: list[Statement] = []
    documents = []
    for document in store.documents():
        told = store.told(document.id)
        if told is None:
            continue
        left = _without(told, ids, names)
        if left != told:
            store.write(left.document, left.mentions, left.statements)
            documents.append(document.id)
            statements += [s.statement for s in told.statements if {s.source, s.target} & ids]
    return Forgotten(statements, decisions, documents)


def _before_decisions(store: Store, person: Stakeholder) -> set[str]:
    """Return the ids that a person has where no decision says otherwise."""
    found: set[str] = set()
    for document in documents_of(store, [person.id]):
        told = store.told(document)
        mentions = told.mentions.get(person.id, ()) if told else ()
        found.update(mention.resolved for mention in mentions if len(mention.resolved) > 1)
    return found


def _names(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the names of a person, longest first; not "the director"."""
    proper = sorted({name for name in names if name[:1].isupper()}, key=lambda n: (-len(n), n))
    listed = "|".join(r"\s+".join(map(re.escape, name.split())) for name in proper)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def _words(decision: Decision) -> str:
    said = decision.said
    quoted = f"{said.quote} {said.source.name} {said.target.name}" if said else ""
    return f"{decision} {decision.name} {decision.why} {quoted}"


def _without(told: Told, ids: set[str], names: re.Pattern[str]) -> Told:
    def hide(text: str) -> str:
        return names.sub(lambda match: _BLOCK * len(match[0]), text)

    def clear(stored: StoredStatement) -> StoredStatement:
        said = stored.statement
        partners = tuple(p for p in said.qualifiers.jointly_with if not names.search(p))
        qualifiers = replace(said.qualifiers, jointly_with=partners)
        cleared = replace(said, quote=hide(said.quote), qualifiers=qualifiers)
        return replace(stored, statement=cleared)

    kept = [each for each in told.statements if not {each.source, each.target} & ids]
    document = told.document
    return Told(
        replace(document, title=hide(document.title), text=hide(document.text)),
        {id_: named for id_, named in told.mentions.items() if id_ not in ids},
        tuple(map(clear, kept)),
    )
