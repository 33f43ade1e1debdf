"""Contact details: e-mail addresses and telephone numbers, which a graph never keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .model import Document, Mention

if TYPE_CHECKING:
    from .stores import StoredStatement

BLOCK = "█"
"""What takes the place of each character that is not kept, so that all others stay in theirs."""

_CONTACT = re.compile(
    r"""
    (?<![\w.+%-]) [\w.+%-]++ @ [\w-]+ (?: \. [\w-]+ )+              # ann@example.org
    | (?<![\w.]) \+ \d{1,3} (?: [\s./()-]{0,3} \d ){6,13} (?!\w)   # +44 20 7946 0018
    | (?<![\w.-]) 0 [1-9] (?: [\s.-]? \d{2} ){4} (?![\w-])        # 01 23 45 67 89
    | (?<![\w.-]) \(? 0 \d{2,5} \)? [\s-] \d{3,4} [\s-]? \d{3,4} (?![\w-])    # 020 7946 0018
    | (?<![\w.-]) \(? [2-9] \d{2} \)? [\s.-] \d{3} [\s.-] \d{4} (?![\w-])     # 202 555 0143
    | (?: (?<=\btel) | (?<=\btél) | (?<=phone) | (?<=\bfax) | (?<=mobile) )
      [.:\s]* [\d(] [\d\s().-]{5,18} \d
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SCHEMES = frozenset("email e-mail mail mailto phone tel telephone fax mobile".split())


def hide_contacts(text: str) -> str:
    """Return text with a block for each character of an e-mail address or telephone number.

    >>> hide_contacts("Ann Lee (ann@example.org, 01 23 45 67 89) chairs the board of 2026.")
    'Ann Lee (███████████████, ██████████████) chairs the board of 2026.'
    """
    return _CONTACT.sub(lambda found: BLOCK * len(found[0]), text)


def is_contact(identifier: str) -> bool:
    """Tell whether a name or an identifier is, or holds, a contact detail.

    >>> is_contact("email:ann@example.org"), is_contact("siren:130014228")
    (True, False)
    """
    scheme = identifier.partition(":")[0].strip().lower()
    return scheme in _SCHEMES or hide_contacts(identifier) != identifier


def discreet(
    document: Document,
    mentions: Mapping[str, Sequence[Mention]],
    statements: Iterable[StoredStatement],
) -> tuple[Document, dict[str, list[Mention]], list[StoredStatement]]:
    """Return all that a document states, without contact details."""
    kept = replace(document, title=hide_contacts(document.title), text=hide_contacts(document.text))
    named = {id_: [_mention(each) for each in found] for id_, found in mentions.items()}
    return kept, named, [_stored(each) for each in statements]


def _mention(mention: Mention) -> Mention:
    kept = replace(
        mention,
        name=hide_contacts(mention.name),
        aliases=tuple(a for a in mention.aliases if hide_contacts(a) == a),
        identifiers=tuple(each for each in mention.identifiers if not is_contact(each)),
    )
    return mention if kept == mention else kept


def _stored(stored: StoredStatement) -> StoredStatement:
    said = stored.statement
    kept = replace(
        said,
        source=_mention(said.source),
        target=_mention(said.target),
        quote=hide_contacts(said.quote),
        qualifiers=replace(
            said.qualifiers,
            phase=hide_contacts(said.qualifiers.phase),
            frequency=hide_contacts(said.qualifiers.frequency),
            condition=hide_contacts(said.qualifiers.condition),
        ),
    )
    return stored if kept == said else replace(stored, statement=kept)
