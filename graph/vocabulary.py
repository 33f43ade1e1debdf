"""The vocabulary: which relations exist, read from ``vocabulary.yaml`` and a user's own file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from ..errors import VocabularyError
from .letters import Implication, letter_of, read_implied, read_letters
from .model import Kind
from .names import fold
from .relation import KindStyle, Relation

_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,62}\Z")
_RESERVED = frozenset(["NAMES", "MENTIONED_IN", "NAME", "DOCUMENT", "STAKEHOLDER", "STORE"])
_SECTIONS = frozenset(["relations", "raci", "accountability", "implied", "phases"])
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the accountability ladder: who stands in one of the relations to a thing.

    Attributes
    ----------
    relations : tuple of str
        The relations that count.
    via : str
        A relation of bodies to the thing: the `relations` are then to such a body.
    up : bool
        Whether the `relations` go from the thing to the party, as that to a superior does.
    """

    relations: tuple[str, ...]
    via: str = ""
    up: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The relations, kinds, accountability ladder, implied letters and phases in force."""

    relations: Mapping[str, Relation]
    kinds: Mapping[Kind, KindStyle]
    accountability: tuple[Step, ...]
    containment: str
    phases: Mapping[str, tuple[str, ...]]
    implied: tuple[Implication, ...] = ()

    def relation(self, name: str) -> Relation:
        """Return the relation of that name, in any case, with spaces or hyphens.

        Raises
        ------
        VocabularyError
            If there is none; the message lists those there are.

        Examples
        --------
        >>> load_vocabulary().relation("co-chairs").name
        'CO_CHAIRS'
        """
        key = re.sub(r"[\s-]+", "_", name.strip()).upper()
        if key not in self.relations:
            known = ", ".join(self.relations)
            raise VocabularyError(f"unknown relation {name!r}", remedy=f"use one of {known}")
        return self.relations[key]

    def phase(self, words: str) -> str:
        """Return the phase that words name, or an empty text.

        >>> load_vocabulary().phase("une fois livré et en fonctionnement")
        'operation'
        >>> load_vocabulary().phase("every Tuesday")
        ''
        """
        text = f" {fold(words)} "
        for phase, names in self.phases.items():
            if any(f" {fold(name)} " in text for name in (phase, *names)):
                return phase
        return ""


@cache
def load_vocabulary(extra: Path | None = None) -> Vocabulary:
    """Return the built-in vocabulary, with the relations of a user's own file added.

    Parameters
    ----------
    extra : Path, optional
        A YAML file with ``relations`` of the same form as the built-in file; ``raci`` gives
        letters to relations there are; ``accountability``, ``implied`` and ``phases`` replace the
        built-in ones.

    Raises
    ------
    VocabularyError
        If a file cannot be read or does not follow the form.
    """
    builtin = resources.files(__package__) / "vocabulary.yaml"
    base = _build(_parse(builtin.read_text("utf-8"), "vocabulary.yaml"), "vocabulary.yaml")
    if extra is None:
        return base
    try:
        text = extra.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(
            "cannot be read as UTF-8 text", where=str(extra), remedy="check the path and encoding"
        ) from error
    return _extend(base, _parse(text, str(extra)), str(extra))


def _extend(base: Vocabulary, data: dict[str, Any], where: str) -> Vocabulary:
    added = _relations(data, where)
    clash = set(added) & set(base.relations)
    if clash:
        raise VocabularyError(
            f"redefines {', '.join(sorted(clash))}",
            where=where,
            remedy="choose another name; another letter goes under `raci`",
        )
    known = {**base.relations, **added}
    for name, letter in read_letters(data, where).items():
        if name not in known:
            remedy = f"use {', '.join(known)}"
            raise VocabularyError(f"`raci` names {name}", where=where, remedy=remedy)
        known[name] = replace(known[name], raci=letter)
    return replace(
        base,
        relations=known,
        accountability=_ladder(data, known, where) or base.accountability,
        phases=_phases(data) or base.phases,
        implied=read_implied(data, known, where) if "implied" in data else base.implied,
    )


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise VocabularyError(f"is not YAML ({error})", where=where, remedy="mend it") from error
    if not isinstance(data, dict) or not _SECTIONS & set(data):
        raise VocabularyError(
            "has no `relations` mapping", where=where, remedy="see docs/vocabulary.md for the form"
        )
    if not isinstance(data.setdefault("relations", {}), dict):
        raise VocabularyError("`relations` is no mapping", where=where, remedy="mend it")
    return data


def _build(data: dict[str, Any], where: str) -> Vocabulary:
    relations = _relations(data, where)
    kinds = {
        Kind(name): KindStyle(style["label"], style["colour"], style["shape"])
        for name, style in data["kinds"].items()
    }
    ladder = _ladder(data, relations, where)
    implied = read_implied(data, relations, where)
    return Vocabulary(relations, kinds, ladder, data["containment"], _phases(data), implied)


def _relations(data: dict[str, Any], where: str) -> dict[str, Relation]:
    return {name: _relation(name, entry, where) for name, entry in data["relations"].items()}


def _relation(name: object, entry: object, where: str) -> Relation:
    def check(condition: bool, what: str, remedy: str) -> None:
        if not condition:
            raise VocabularyError(f"relation {name!r}: {what}", where=where, remedy=remedy)

    check(isinstance(name, str) and bool(_NAME.match(name)), "bad name", "write it LIKE_THIS")
    check(name not in _RESERVED, "is a name the stores need themselves", "choose another name")
    check(isinstance(entry, dict), "is not a mapping", "see docs/vocabulary.md for the form")
    assert isinstance(entry, dict) and isinstance(name, str)  # noqa: S101  (for the type checker)
    meaning, colour = entry.get("meaning"), entry.get("colour", "#666666")
    check(isinstance(meaning, str) and bool(meaning), "no meaning", "say it in one sentence")
    check(bool(_COLOUR.match(str(colour))), f"colour {colour!r}", "write it #RRGGBB, in quotes")
    label = entry.get("label") or {}
    plain = name.lower().replace("_", " ")
    return Relation(
        name=name,
        meaning=str(meaning),
        sources=_kinds(entry.get("source"), name, where),
        targets=_kinds(entry.get("target"), name, where),
        inverse=str(entry.get("inverse", f"{plain} (inverse)")),
        labels={language: str(label.get(language, plain)) for language in ("en", "fr")},
        raci=letter_of(entry.get("raci"), name, where),
        colour=str(colour),
    )


def _kinds(names: object, relation: str, where: str) -> frozenset[Kind]:
    if names is None:
        return frozenset(Kind)
    listed: Sequence[object] = names if isinstance(names, list) else [names]
    try:
        return frozenset(Kind(str(name)) for name in listed)
    except ValueError as error:
        known = ", ".join(Kind)
        raise VocabularyError(
            f"relation {relation!r}: {error}", where=where, remedy=f"kinds are {known}"
        ) from error


def _ladder(
    data: dict[str, Any], relations: Mapping[str, Relation], where: str
) -> tuple[Step, ...]:
    steps = tuple(
        Step(tuple(entry["relations"]), entry.get("via", ""), bool(entry.get("up")))
        for entry in data.get("accountability") or []
    )
    named = {name for step in steps for name in (*step.relations, step.via) if name}
    unknown = named - set(relations)
    if unknown:
        raise VocabularyError(
            f"accountability names {', '.join(sorted(unknown))}",
            where=where,
            remedy="define the relation or mend the name",
        )
    return steps


def _phases(data: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {str(name): tuple(words) for name, words in (data.get("phases") or {}).items()}
