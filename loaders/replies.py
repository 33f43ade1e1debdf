"""Replies: what a mail quotes of others, and the signature below it, told from its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
# "Le 3 mars 2026 à 10:12, Ann Lee a écrit :", perhaps wrapped; "On …, Ann Lee wrote:".
_INTRODUCED = re.compile(
    r"^[ \t]*(?:Le|On)\b[^\n]*\d[^\n]*(?:\n[^\n]+)?\b(?:a écrit|wrote)\s?:[ \t]*$", re.MULTILINE
)
_FIELD = r"(?:From|De|Sent|Envoyé|Date|To|À|Cc|Subject|Objet)\s?:[^\n]*\n"
_FORWARDED = re.compile(
    r"^[ \t>]*-{2,}[ \t]*(?:Forwarded message|Message transféré|Message transmis)[^\n]*\n+"
    rf"(?:[ \t]*\*?{_FIELD})*|^(?:Begin forwarded message|Début du message (?:transféré|réexpédié))"
    rf"\s?:[^\n]*\n+(?:[ \t]*\*?{_FIELD})*",
    re.MULTILINE,
)
_ORIGINAL = re.compile(
    r"^[ \t]*-{2,}[ \t]*(?:Original Message|Message d['’]origine|Message original)[ \t]*-{2,}.*\Z"
    rf"|^[ \t]*_{{8,}}[ \t]*\n+\*?{_FIELD}.*\Z"
    rf"|^\*?(?:From|De)\s?:[^\n]*\n(?:\*?{_FIELD}){{2,}}.*\Z",
    re.MULTILINE | re.DOTALL,
)
_SIGNATURE = re.compile(r"^-- ?$.*\Z", re.MULTILINE | re.DOTALL)

_QUOTING = (
    './/blockquote[@type="cite"]',
    './/*[contains(concat(" ", normalize-space(@class), " "), " gmail_quote ")]',
    './/*[contains(@class, "moz-cite-prefix") or contains(@class, "gmail_attr")]',
    './/*[contains(@class, "moz-signature") or contains(@class, "gmail_signature")]',
    './/*[@id="appendonsend" or @id="divRplyFwdMsg"]/following-sibling::*',
    './/*[@id="divRplyFwdMsg"]',
)
_FORWARDING = ("forwarded message", "message transféré")


def own_words(text: str) -> str:
    r"""Return the text of a mail without what it quotes; what it forwards stays.

    >>> own_words("The mayor chairs.\n\nOn 3 May 2026, Ann wrote:\n> Who chairs?\n-- \nBob")
    'The mayor chairs.\n\n\n\n'
    """
    text = _FORWARDED.sub("\n", text)
    for quoted in (_ORIGINAL, _SIGNATURE, _INTRODUCED, _QUOTED):
        text = quoted.sub("", text)
    return text


def own_page(page: HtmlElement) -> HtmlElement:
    """Return a mail that is a web page without what it quotes, cleared in place."""
    for path in _QUOTING:
        for element in page.xpath(path):
            opening = "".join(element.itertext())[:200].lower()
            if element.getparent() is not None and not any(w in opening for w in _FORWARDING):
                element.drop_tree()
    for element in page.xpath(".//script | .//style | .//head"):
        element.drop_tree()
    return page
