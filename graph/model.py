"""The model: stakeholders, statements and documents as small frozen values."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a stakeholder is."""

    ORGANIZATION = "organization"
    PERSON = "person"
    ROLE = "role"
    BODY = "body"
    PROJECT = "project"
    PLACE = "place"


class Review(StrEnum):
    """What a person has decided about a statement."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Mention:
    """How one document names one stakeholder.

    Attributes
    ----------
    name : str
        The name the document uses first, verbatim, without its article.
    kind : Kind
        What the document says it is.
    aliases : tuple of str
        Other names of it in the same document: acronyms, full forms.
    scope : str
        What the name depends on ("InSERRE" for "comité de pilotage"); empty for a name that
        stands alone.
    identifiers : tuple of str
        External identifiers that the document gives, as ``scheme:value``.
    resolved : str
        The stakeholder that resolution alone takes it for, where a decision says otherwise.
    chosen : bool
        Whether a person decided that this is what the stakeholder is called.
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    scope: str = ""
    identifiers: tuple[str, ...] = ()
    resolved: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """A node of the graph.

    Attributes
    ----------
    id : str
        Stable slug.
    name : str
        The name shown.
    kind : Kind
        What it is.
    aliases : tuple of str
        Every other name its documents use, sorted.
    identifiers : tuple of str
        External identifiers as ``scheme:value`` (``siren:…``, ``wikidata:…``), sorted.
    """

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What a statement says beside its relation, in the document's own words.

    Dates are ISO 8601 (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``); an unknown one is empty.
    """

    phase: str = ""
    since: str = ""
    until: str = ""
    frequency: str = ""
    condition: str = ""
    jointly_with: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, str | list[str]]:
        """Return the qualifiers that are stated."""
        texts = {
            "phase": self.phase,
            "since": self.since,
            "until": self.until,
            "frequency": self.frequency,
            "condition": self.condition,
        }
        stated: dict[str, str | list[str]] = {k: v for k, v in texts.items() if v}
        if self.jointly_with:
            stated["jointly_with"] = list(self.jointly_with)
        return stated


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands in its document.

    Attributes
    ----------
    start, end : int
        Offsets of the quote in the stored text of the document, in Unicode code points; -1 where
        the source has no running text.
    locator : str
        The same for a person: ``line 12``, ``page 3``, ``sheet RACI, cell C4``, ``/members/2``.
    """

    start: int = -1
    end: int = -1
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation that one document states: source → relation → target, with its evidence.

    Attributes
    ----------
    source, target : Mention
        The two ends, as the document names them.
    relation : str
        A relation of the vocabulary, such as ``PILOTS``.
    quote : str
        The words that state it, verbatim.
    document : str
        Id of the document.
    place : Place
        Where the quote stands.
    qualifiers : Qualifiers
        Phase, dates, frequency, condition, partners.
    confidence : float
        From 0 to 1.
    asserted_by : str
        The rule, mapping, model or person that read it.
    review : Review
        What a person decided.
    """

    source: Mention
    relation: str
    target: Mention
    quote: str
    document: str
    place: Place = Place()
    qualifiers: Qualifiers = Qualifiers()
    confidence: float = 1.0
    asserted_by: str = ""
    review: Review = Review.PROPOSED

    @property
    def id(self) -> str:
        """Hash of document, place, relation and both mentions: it survives renames and merges."""
        parts = [
            self.document,
            self.place.start,
            self.place.end,
            self.place.locator,
            self.relation,
            self.source.name,
            self.target.name,
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Document:
    """A source that was read.

    Attributes
    ----------
    id : str
        The path or address it was loaded by.
    title : str
        Its title, or its file name.
    address : str
        Absolute path or URL.
    language : str
        ``fr``, ``en`` or empty.
    sha256 : str
        Hash of the bytes read.
    text : str
        The stored text that offsets count in.
    loaded : str
        When it was loaded, ISO 8601 in UTC; empty before.
    """

    id: str
    title: str = ""
    address: str = ""
    language: str = ""
    sha256: str = ""
    text: str = field(default="", repr=False)
    loaded: str = ""
