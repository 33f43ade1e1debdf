"""Revision: what one document states, as it was read, and as decisions change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...graph import (
    NOBODY,
    Document,
    Kind,
    Mention,
    Place,
    Review,
    Statement,
    StoredStatement,
    Told,
)
from .plan import Addition, Plan

ASSERTED = "decision "
"""What the ``asserted_by`` of a statement that a person added starts with."""


def as_read(told: Told) -> Told:
    """Return what a document states without any decision."""
    mentions: dict[str, list[Mention]] = {}
    for id_, named in told.mentions.items():
        for mention in named:
            if mention.resolved != NOBODY and not mention.chosen:
                own = mentions.setdefault(mention.resolved or id_, [])
                own.append(replace(mention, resolved=""))
    statements = [
        StoredStatement(
            said.source.resolved or each.source,
            said.target.resolved or each.target,
            replace(
                said,
                source=replace(said.source, resolved=""),
                target=replace(said.target, resolved=""),
                review=Review.PROPOSED,
            ),
        )
        for each in told.statements
        if not (said := each.statement).asserted_by.startswith(ASSERTED)
    ]
    return Told(told.document, mentions, tuple(statements))


def revised(told: Told, plan: Plan) -> Told:
    """Return what a document states, as decisions change it.

    Parameters
    ----------
    told : Told
        As it was read.
    plan : Plan
        What is to be done.
    """
    mentions: dict[str, list[Mention]] = {}
    for id_, named in told.mentions.items():
        final = settle(id_, told.document.id, plan)
        own = mentions.setdefault(final, [])
        own += [_marked(mention, id_, final) for mention in named]
    statements = [_revise(each, told.document.id, plan) for each in told.statements]
    added = [a for a in plan.additions if a.said.document == told.document.id]
    made = [_statement(each, told.document, plan) for each in added]
    # Two decisions may add the same: the first has it.
    statements += {each.statement.id: each for each in reversed(made)}.values()
    for each in statements:
        for id_, end in (
            (each.source, each.statement.source),
            (each.target, each.statement.target),
        ):
            mentions.setdefault(id_, []).append(end)
    _call(mentions, plan)
    return Told(told.document, mentions, tuple(statements))


def same(one: Told, other: Told) -> bool:
    """Tell whether two documents state the same."""
    return _content(one) == _content(other)


def source_of(name: str, additions: Sequence[Addition]) -> Told:
    """Return a source that only decisions quote, as a document of its quotes."""
    quotes = dict.fromkeys(each.said.quote for each in additions)
    return Told(Document(name, name, text="\n".join(quotes)), {}, ())


def settle(id_: str, document: str, plan: Plan) -> str:
    """Return the stakeholder that one of a document becomes."""
    for part in plan.parts:
        if part.of == id_ and document in part.documents:
            return plan.id_of(part.id)
    return plan.id_of(id_)


def _marked(mention: Mention, read: str, final: str) -> Mention:
    resolved = read if read != final else ""
    return mention if mention.resolved == resolved else replace(mention, resolved=resolved)


def _revise(stored: StoredStatement, document: str, plan: Plan) -> StoredStatement:
    said = stored.statement
    source, target = (settle(id_, document, plan) for id_ in (stored.source, stored.target))
    # Two names of one stakeholder say nothing of each other.
    emptied = source == target and stored.source != stored.target
    revision = replace(
        said,
        source=_marked(said.source, stored.source, source),
        target=_marked(said.target, stored.target, target),
        review=Review.REJECTED if emptied else plan.reviews.get(said.id, Review.PROPOSED),
    )
    return StoredStatement(source, target, revision)


def _statement(addition: Addition, document: Document, plan: Plan) -> StoredStatement:
    said, decision = addition.said, addition.decision
    start = document.text.find(said.quote) if said.quote else -1
    end = start + len(said.quote) if start >= 0 else -1
    made = Statement(
        Mention(said.source.name, said.source.kind or Kind.ORGANIZATION, resolved=NOBODY),
        said.relation,
        Mention(said.target.name, said.target.kind or Kind.ORGANIZATION, resolved=NOBODY),
        said.quote,
        document.id,
        Place(start, end, _line(document, start)),
        asserted_by=f"{ASSERTED}{decision.number}" + (f", {decision.who}" if decision.who else ""),
        review=Review.ACCEPTED,
    )
    ends = [settle(id_, document.id, plan) for id_ in (addition.source, addition.target)]
    return StoredStatement(ends[0], ends[1], made)


def _line(document: Document, start: int) -> str:
    """Return the line a quote stands on, where the text of the document is its file."""
    if start < 0 or not document.id.endswith((".md", ".txt", ".html", ".htm")):
        return ""
    return f"line {document.text.count(chr(10), 0, start) + 1}"


def _call(mentions: dict[str, list[Mention]], plan: Plan) -> None:
    """Add the names that persons gave to those that the document mentions."""
    named = {**{part.id: part.name for part in plan.parts}, **plan.named}
    for id_, found in mentions.items():
        if id_ in named:
            found.append(Mention(named[id_], found[0].kind, chosen=True))


def _content(told: Told) -> tuple[Mapping[str, set[Mention]], set[StoredStatement]]:
    mentions = {id_: set(named) for id_, named in told.mentions.items() if named}
    for each in told.statements:
        mentions.setdefault(each.source, set()).add(each.statement.source)
        mentions.setdefault(each.target, set()).add(each.statement.target)
    return mentions, set(told.statements)
