"""Statements: memberships, posts and properties of a graph, each with the node that states it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import InputError
from ...graph import Kind, Mention, Place, Qualifiers, Statement, hide_contacts
from ..blocks import BlockKind
from ..formats import Parsed
from ..mapping.run import is_date
from ..tabular.members import relation_of_role
from ..writing import Writer
from .graph import BASE
from .nodes import Nodes, is_blank, is_literal

if TYPE_CHECKING:
    from rdflib.term import Node

    from .graph import Triple

_SEAT, _HEAD = "PARTICIPATES_IN", "PILOTS"
_ASSERTED = "linked.{}"


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement before it has a place."""

    node: Node
    source: Mention
    relation: str
    target: Mention
    quote: str
    by: str
    limits: Qualifiers

    @property
    def key(self) -> tuple[object, ...]:
        return self.source, self.relation, self.target, self.limits


class LinkedReader:
    """Reads what a graph says of who has to do with whom."""

    def __init__(self, triples: list[Triple]) -> None:
        self.nodes = Nodes(triples)
        self.passed_over: Counter[str] = Counter()
        self._inverses: dict[str, dict[Node, list[Node]]] = {}

    def parsed(self, where: str) -> Parsed:
        """Return the statements of the graph, with a text in which each has its line.

        Raises
        ------
        InputError
            If there are none.
        """
        made = {
            each.key: each for each in [*self.direct(), *self.posts(), *self.memberships()][::-1]
        }
        seats = {(each.source, each.target) for each in made.values() if each.by == "membership"}
        found = [
            each
            for each in made.values()
            # "memberOf" is short for a membership, which says more.
            if each.by != "property" or each.relation != _SEAT
            or (each.source, each.target) not in seats
        ]  # fmt: skip
        if not found:
            what = "states no membership, post or part of an organisation"
            remedy = "see docs/exchange.md for what is read of linked data"
            raise InputError(what, where=where, remedy=remedy)
        found.sort(key=lambda each: (self.place(each.node), each.quote, each.relation))
        return self.written(found)

    def written(self, found: list[_Said]) -> Parsed:
        """Return the text of statements, and each with its place in it."""
        writer, stated = Writer(), list[Statement]()
        for each in found:
            place = hide_contacts(self.place(each.node))
            writer.at(place)
            writer.block(BlockKind.PARAGRAPH, hide_contacts(each.quote))
            block = writer.blocks[-1]
            start = block.offsets[0]
            stated.append(
                Statement(
                    each.source,
                    each.relation,
                    each.target,
                    block.text,
                    "",
                    Place(start, start + len(block.text), place),
                    each.limits,
                    asserted_by=_ASSERTED.format(each.by),
                )
            )
        notes = [f"{count} {what}" for what, count in sorted(self.passed_over.items())]
        parsed = writer.parsed(notes=notes, refined=False)
        return Parsed(parsed.text, (), "", parsed.places, parsed.notes, tuple(stated))

    def place(self, node: Node) -> str:
        """Return what leads to a node; from one without an address, to what it speaks of."""
        if not is_blank(node):
            return str(node).removeprefix(BASE)
        near = sorted(
            str(value)
            for iri, values in self.nodes.about[node].items()
            for value in values
            if not (is_blank(value) or is_literal(value) or iri.endswith("#type"))
        )
        kind = next(iter(self.nodes.values(node, "rdf:type")), "")
        what = self.nodes.terms.short(str(kind)) if kind else "node"
        return f"{what} of {near[0].removeprefix(BASE)}" if near else f"{what} without an address"

    def direct(self) -> Iterator[_Said]:
        """Yield what single properties state."""
        terms = self.nodes.terms
        for node, about in list(self.nodes.about.items()):
            for iri, values in about.items():
                if iri in terms.unsaid:
                    what = f"{terms.short(iri)} passed over: it does not say how they are linked"
                    self.passed_over[what] += len(values)
                if iri not in terms.relations:
                    continue
                relation, is_inverse = terms.relations[iri]
                for value in values:
                    ends = (value, node) if is_inverse else (node, value)
                    names = [self.nodes.label(each) for each in (node, value)]
                    quote = f"{names[0]} {terms.short(iri)} {names[1]}"
                    yield from self.said(node, ends, relation, quote, "property")

    def memberships(self) -> Iterator[_Said]:
        """Yield who has which role in an organisation, since and until when."""
        nodes = self.nodes
        pairs: list[tuple[Node, list[Node], list[Node]]] = []
        for node in list(nodes.about):
            members = nodes.values(node, "org:member")
            inside = nodes.values(node, "org:organization")
            members += self.pointing(node, "org:hasMembership")
            if members and inside:
                pairs.append((node, members, inside))
        for node, members, inside in pairs:
            during = nodes.values(node, "org:memberDuring")
            limits = self.limits([node, *during])
            roles = [nodes.label(role) for role in nodes.values(node, "org:role")]
            for named in roles or [""]:
                for member in members:
                    for whole in inside:
                        parts = {
                            "org:member": nodes.label(member),
                            "org:organization": nodes.label(whole),
                            "org:role": named,
                            "org:memberDuring": "/".join(
                                filter(None, (limits.since, limits.until))
                            ),
                        }
                        yield from self.seat(node, (member, whole), named, parts, limits)

    def posts(self) -> Iterator[_Said]:
        """Yield who holds a post in an organisation."""
        nodes = self.nodes
        for post in list(nodes.about):
            holders = [*nodes.values(post, "org:heldBy"), *self.pointing(post, "org:holds")]
            inside = [*nodes.values(post, "org:postIn"), *self.pointing(post, "org:hasPost")]
            named = ""
            if holders:
                role = next(iter(nodes.values(post, "org:role")), None)
                named = nodes.label(post) or (nodes.label(role) if role is not None else "")
            for holder in dict.fromkeys(holders):
                for whole in dict.fromkeys(inside):
                    parts = {
                        "org:heldBy": nodes.label(holder),
                        "org:postIn": nodes.label(whole),
                        "post": named,
                    }
                    yield from self.seat(post, (holder, whole), named, parts, self.limits([post]))

    def seat(
        self,
        node: Node,
        ends: tuple[Node, Node],
        role: str,
        parts: dict[str, str],
        limits: Qualifiers,
    ) -> Iterator[_Said]:
        """Yield what a role makes somebody in an organisation; one we have no word for is kept."""
        relation = relation_of_role(role) if role else _SEAT
        condition = "" if relation else role
        quote = "; ".join(f"{name}: {value}" for name, value in parts.items() if value)
        limited = Qualifiers(since=limits.since, until=limits.until, condition=condition)
        yield from self.said(node, ends, relation or _SEAT, quote, "membership", limited)

    def said(
        self,
        node: Node,
        ends: tuple[Node, Node],
        relation: str,
        quote: str,
        by: str,
        limits: Qualifiers | None = None,
    ) -> Iterator[_Said]:
        """Yield a statement if both its ends have a name."""
        source, target = (self.nodes.mention(each) for each in ends)
        if source is None or target is None:
            self.passed_over["statements passed over: who it is has no name"] += 1
            return
        if relation == _HEAD and target.kind is Kind.BODY:
            relation = "CHAIRS"
        yield _Said(node, source, relation, target, quote, by, limits or self.limits([]))

    def pointing(self, node: Node, short: str) -> list[Node]:
        """Return the nodes of which a property names this one."""
        return self._inverse(short).get(node, [])

    def _inverse(self, short: str) -> dict[Node, list[Node]]:
        if short not in self._inverses:
            made = self._inverses[short] = defaultdict(list)
            for node in self.nodes.about:
                for value in self.nodes.values(node, short):
                    made[value].append(node)
        return self._inverses[short]

    def limits(self, nodes: list[Node]) -> Qualifiers:
        """Return since and until when, as some nodes tell; dates there are not are left out."""
        told = {}
        for which in ("since", "until"):
            dates = [self.nodes.date(each, which) for each in nodes]
            told[which] = next((date for date in dates if date and is_date(date)), "")
        return Qualifiers(since=told["since"], until=told["until"])
