"""Member lists: people or organisations, with their role, organisation and body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...graph import Kind, Mention, Qualifiers, Statement, Vocabulary
from .entries import Entry
from .evidence import Evidence
from .headers import Column, Header, posts_known
from .naming import joined, mention, mentions, named_kind
from .table import Row, Table
from .words import Words, key, load_words

_GROUPS = (Kind.BODY, Kind.PROJECT)
_OF = re.compile(
    r"\A\W*(?:du|de la|de l['’]|des|de|d['’]|of the|of|for the|for|au|à la|–|-|:)\s*", re.IGNORECASE
)
_MEMBER = "PARTICIPATES_IN"


@dataclass(frozen=True, slots=True)
class Members:
    """A list of members.

    Attributes
    ----------
    header : Header
        Its header.
    names : tuple of Column
        The columns that together name a person, in the order in which names are said.
    role, organization, group : Column or None
        The columns of these.
    of : Mention or None
        The body that what stands above the table names.
    """

    header: Header
    names: tuple[Column, ...]
    role: Column | None
    organization: Column | None
    group: Column | None
    of: Mention | None
    name: str = "members"

    @classmethod
    def recognise(
        cls, header: Header, rows: Sequence[Row], table: Table, vocabulary: Vocabulary
    ) -> Members | None:
        """Return a table as a list of members, None if it is none."""
        del rows, vocabulary  # header and title say it all
        first = {what: next(iter(header.holding(what)), None) for what in _HELD}
        parts = (first["first_name"], first["last_name"] or first["name"])
        names = tuple(column for column in parts if column)
        role, organization = first["role"], first["organization"]
        group = first["body"] or first["project"]
        if not names and not organization:
            return None
        above = [*header.titles[::-1], *table.above[::-1]]
        found = (_group(text, listed=not names or n > 0) for n, text in enumerate(above))
        of = None if group else next(filter(None, found), None)
        stated = group or of or (names and organization and role)
        return cls(header, names, role, organization, group, of) if stated else None

    def columns(self) -> Mapping[int, str]:
        """Return what each column that is read is, for people."""
        said = {column.index: "person" for column in self.names}
        for column, what in (
            (self.role, "role"),
            (self.organization, "organisation"),
            (self.group, "body"),
        ):
            if column:
                said[column.index] = what
        return said

    def read(
        self, entry: Entry, evidence: Evidence, qualifiers: Qualifiers
    ) -> Iterator[Statement | str]:
        """Yield the statements of a row, and in words what of it is not understood."""
        words = load_words()
        role = entry.cell(self.role.index) if self.role else ""
        organization = self._organization(entry)
        member, at = self._member(entry, role, organization)
        if member is None:
            return
        used = [c.index for c in (self.role, self.organization, self.group) if c]
        groups = self._groups(entry)
        groups = groups or [g for g in (_group(entry.group), self.of) if g][:1]
        in_group, in_house = _relations(role, words)
        for group in groups:
            yield evidence.state(
                member, in_group or _MEMBER, group, entry.row, [at, *used], at, qualifiers
            )
        if organization is None or member is organization or member.kind is not Kind.PERSON:
            return
        relation = in_house if in_house and not (groups and in_group) else "PART_OF"
        yield evidence.state(member, relation, organization, entry.row, [at, *used], at, qualifiers)

    def _groups(self, entry: Entry) -> list[Mention]:
        if self.group is None:
            return []
        kind = Kind(self.group.holds)
        found = mentions(entry.cell(self.group.index), kind)
        return [each if each.kind in _GROUPS else replace(each, kind=kind) for each in found]

    def _organization(self, entry: Entry) -> Mention | None:
        if self.organization is None:
            return None
        return mention(entry.cell(self.organization.index), Kind.ORGANIZATION)

    def _member(
        self, entry: Entry, role: str, organization: Mention | None
    ) -> tuple[Mention | None, int]:
        """Return who is the member, and the column that says so."""
        named = [(column, entry.cell(column.index)) for column in self.names]
        full = joined([words for _, words in named])
        person = mention(full, Kind.PERSON) if full else None
        if full and person is None:
            return None, 0  # a vacant seat
        if person:
            return person, next(column.index for column, words in named if words)
        if organization and role and key(role) not in load_words().roles and self.role:
            post = mention(role, Kind.ROLE)
            if post and post.kind is Kind.ROLE:
                return replace(post, scope=organization.name), self.role.index
        at = self.organization.index if self.organization else 0
        return organization, at


_HELD = ("first_name", "last_name", "name", "role", "organization", "body", "project")


def _relations(role: str, words: Words) -> tuple[str, str]:
    """Return what a role makes somebody in a body, and in an organisation; empty if nothing."""
    known = key(role)
    in_group = words.roles.get(known, "")
    return in_group or _post(known), _post(known)


def _post(known: str) -> str:
    relation = posts_known().get(known, "")
    return relation if relation in ("PILOTS", "CHAIRS", "CO_CHAIRS", "SPONSORS") else ""


def relation_of_role(role: str) -> str:
    """Return what a role makes somebody in a body, empty if there is no word for it.

    >>> relation_of_role("Chairman"), relation_of_role("observer"), relation_of_role("scribe")
    ('CHAIRS', 'PARTICIPATES_IN', '')
    """
    return _relations(role, load_words())[0]


def chair_of(role: str) -> str:
    """Return the relation of a role that presides, empty for any other.

    >>> chair_of("joint chair"), chair_of("member")
    ('CO_CHAIRS', '')
    """
    known = key(role)
    relation = load_words().roles.get(known) or posts_known().get(known, "")
    return relation if relation in ("CHAIRS", "CO_CHAIRS") else ""


def _group(title: str, *, listed: bool = False) -> Mention | None:
    """Return the body or project that a title names: "Membres du comité de pilotage".

    If it must say that it is a list, words such as "members" have to stand before the body.
    """
    words = load_words()
    text, before = title.strip(), ""
    while text != before:
        before = text
        for opening in sorted(words.titles, key=len, reverse=True):
            size = _prefix(text, opening)
            if size:
                text = _OF.sub("", text[size:])
                break
    found = mention(text)
    opened = text != title.strip()
    if found is None or (listed and not opened) or key(text) in words.untitled or len(text) > 120:
        return None
    kind = named_kind(found.name)
    allowed = _GROUPS if opened else (Kind.BODY,)
    return replace(found, kind=kind) if kind and kind in allowed else None


def _prefix(text: str, opening: str) -> int:
    """Return the length of the words at the head of a text that are an opening, 0 if none."""
    ends = [match.end() for match in re.finditer(r"\w+", text)][: len(opening.split()) + 2]
    return next((end for end in ends if key(text[:end]) == opening and end < len(text)), 0)
