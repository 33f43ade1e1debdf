"""Web pages: the part that is read, without menus, banners, scripts and footers.

Only what the page itself says is taken away: its elements, their roles and a few names that every
content system uses. Nothing is judged by length, so a short heading or a list is never lost.
"""

from __future__ import annotations

from lxml.html import HtmlElement

_TAGS = frozenset(
    """script style noscript template nav footer aside form button select input textarea iframe
    object embed svg canvas video audio dialog menu head""".split()
)
_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar".split()
)
_NAMES = frozenset(
    """ariane breadcrumb breadcrumbs comments cookie cookie-banner cookie-consent cookie-notice
    cookies entete fil-ariane filariane footer fr-breadcrumb fr-footer fr-header fr-nav fr-share
    fr-sidemenu fr-skiplinks hierarchie main-menu main-navigation masthead menu nav navbar
    navigation newsletter page-footer pager pagination partage pied pied-de-page share sharing
    side-bar sidebar site-footer site-header site-navigation skip-link skip-links skiplinks social
    tarteaucitron toc widget-area""".split()
)
_KEPT = frozenset(("html", "body", "main", "article"))
_MOST_LINKS = 0.8
_FEWEST_LINKS = 3


def main_part(root: HtmlElement) -> HtmlElement:
    """Return the element of a page that holds what it says, cleared of the rest, in place."""
    landmarks = root.xpath('//main | //*[@role="main"]')
    main = landmarks[0] if landmarks else root.find("body")
    main = root if main is None else main
    lengths = _lengths(main)
    for element in list(main.iterdescendants()):
        part = 2 * lengths[element] <= lengths[main]
        menu = part and not landmarks and _is_menu(element, lengths)
        if menu or _is_noise(element) or (part and _has_noisy_name(element)):
            _drop(element)
    return main


def _is_noise(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _TAGS:
        return True
    if element.get("role") in _ROLES or "hidden" in element.attrib:
        return True
    # The header of an article holds its title; that of the page, the name of the site.
    above = ("main", "article")
    return element.tag == "header" and next(element.iterancestors(*above), None) is None


def _has_noisy_name(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    noisy = element.tag not in _KEPT and not _NAMES.isdisjoint(names)
    return noisy and element.find(".//h1") is None


def _is_menu(element: HtmlElement, lengths: dict[HtmlElement, int]) -> bool:
    """Tell whether a list is little but links, and nothing announces it."""
    if element.tag not in ("ul", "ol") or len(element) < _FEWEST_LINKS:
        return False
    before = element.getprevious()
    announced = before is not None and "".join(before.itertext()).rstrip().endswith(":")
    linked = sum(lengths.get(link, 0) for link in element.iter("a"))
    return not announced and linked >= _MOST_LINKS * lengths[element]


def _lengths(main: HtmlElement) -> dict[HtmlElement, int]:
    """Return how many characters each element holds, blanks aside."""
    lengths: dict[HtmlElement, int] = {}
    for element in reversed(list(main.iter())):
        own = len((element.text or "").strip()) if isinstance(element.tag, str) else 0
        inside = sum(lengths[child] + len((child.tail or "").strip()) for child in element)
        lengths[element] = own + inside
    return lengths


def _drop(element: HtmlElement) -> None:
    """Take an element out, leaving the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
