"""Words: what resolution knows of legal forms, short forms, titles and common nouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

_LISTS = ("parts", "functions", "local", "territorial", "famous")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``words.yaml``, all folded.

    Attributes
    ----------
    forms : mapping
        Words of a legal form, as one text → the form.
    endings : frozenset
        The last word of each of these.
    leading : frozenset
        Forms that may come first.
    registers : frozenset
        Schemes of identifiers that mean the same in every document.
    same : mapping
        Word → the one it is the same as.
    states, bodies, roles : mapping
        Short form of a state, of a body, of a post → its words.
    genders : mapping
        Word for a woman, or a man, who holds a post → the word for the post.
    titles : mapping
        What stands before a person's name → ``m``, ``f`` or nothing.
    common : frozenset
        Words that only stand for a stakeholder beside its full name.
    general, others : frozenset
        Words beside these that do not say which one it is; bodies and posts as common.
    sorts : frozenset
        The common and the others.
    short : mapping
        The short forms of bodies and of posts.
    parts, functions : frozenset
        Words for a part of a house or its head, and for what it does.
    local, territorial, famous : frozenset
        Acronyms that every house, or every region, has one of; short ones that mean the same
        everywhere.
    """

    forms: Mapping[str, str]
    endings: frozenset[str]
    leading: frozenset[str]
    registers: frozenset[str]
    same: Mapping[str, str]
    states: Mapping[str, str]
    bodies: Mapping[str, str]
    roles: Mapping[str, str]
    genders: Mapping[str, str]
    titles: Mapping[str, str]
    common: frozenset[str]
    general: frozenset[str]
    others: frozenset[str]
    sorts: frozenset[str]
    short: Mapping[str, str]
    parts: frozenset[str]
    functions: frozenset[str]
    local: frozenset[str]
    territorial: frozenset[str]
    famous: frozenset[str]


@cache
def words() -> Words:
    """Return the words, read once."""
    text = (resources.files(__package__) / "words.yaml").read_text("utf-8")
    data = yaml.safe_load(text)
    forms = {spelt: form for form, others in data["forms"].items() for spelt in (form, *others)}
    common, others = (frozenset(data[name].split()) for name in ("common", "bodies_and_posts"))
    return Words(
        forms,
        frozenset(spelt.split()[-1] for spelt in forms),
        frozenset(data["leading"]),
        frozenset(data["registers"]),
        data["same"],
        data["states"],
        data["bodies"],
        data["roles"],
        data["genders"],
        data["titles"],
        common,
        frozenset(data["general"].split()),
        others,
        common | others,
        {**data["bodies"], **data["roles"]},
        *(frozenset(data[name].split()) for name in _LISTS),
    )
