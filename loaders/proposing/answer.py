"""Answers: what a model said, in any of the forms in which it is handed over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...errors import InputError
from ...graph import Kind, Mention, Qualifiers, Vocabulary, fold
from ..prose import Proposal, noun_kind
from .schema import QUALIFIERS

_FENCED = re.compile(r"```[\w-]*\s*\n(.*?)```", re.S)
_KEYS = ("statements", "relations")
_REMEDY = 'an answer is a JSON object with "stakeholders" and "statements"'


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said of one section.

    Attributes
    ----------
    content : mapping
        Its ``stakeholders`` and ``statements``, unchecked.
    model : str
        Which model, where the answer says so.
    """

    content: Mapping[str, Any]
    model: str = ""


def read_answer(text: str, where: str) -> Answer:
    r"""Return an answer: a bare JSON object, a fenced block of JSON or a whole chat completion.

    Raises
    ------
    InputError
        If it is none of these.

    Examples
    --------
    >>> read_answer('Here it is:\\n```json\\n{"statements": []}\\n```', "a.md").content
    {'statements': []}
    """
    try:
        return _unwrap(_load(text), where)
    except RecursionError as error:
        raise InputError("is nested too deep", where=where, remedy=_REMEDY) from error


def read_completion(text: str, where: str) -> Answer:
    """Return the answer in a chat completion, as an endpoint gives it.

    Raises
    ------
    InputError
        If it is none, or holds no answer.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or "choices" not in value:
        remedy = "check that OPENAI_BASE_URL is the address of an OpenAI-compatible endpoint"
        raise InputError("is no chat completion", where=where, remedy=remedy)
    return read_answer(text, where)


def _load(text: str) -> object:
    """Return the JSON value of a text: all of it, else the first block or object that is one."""
    tries = [text.strip(), *(block.strip() for block in _FENCED.findall(text))]
    for each in tries:
        try:
            return json.loads(each)
        except ValueError:
            continue
    return next(_objects(text), None)


def _objects(text: str) -> Iterator[object]:
    """Yield the JSON objects that stand in a text."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            value, end = decoder.raw_decode(text, start)
            if any(key in value for key in _KEYS):
                yield value
        except ValueError:
            end = start + 1
        start = text.find("{", end)


def _unwrap(value: object, where: str, model: str = "") -> Answer:
    if isinstance(value, list):
        return Answer({"statements": value}, model)
    if not isinstance(value, dict):
        raise InputError("holds no JSON object", where=where, remedy=_REMEDY)
    model = model or str(value.get("model") or "")
    for wrapper in ("response", "body"):
        if isinstance(value.get(wrapper), dict):
            return _unwrap(value[wrapper], where, model)
    if "choices" in value:
        return _unwrap(_load(_message(value, where)), where, model)
    if not any(isinstance(value.get(key), list) for key in _KEYS):
        raise InputError('has no list "statements"', where=where, remedy=_REMEDY)
    return Answer(value, model)


def _message(completion: Mapping[str, Any], where: str) -> str:
    """Return the words of a chat completion."""
    choices = completion["choices"]
    choice = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(choice, dict) or not isinstance(choice.get("message"), dict):
        raise InputError("is a chat completion without a message", where=where, remedy=_REMEDY)
    if choice.get("finish_reason") == "length":
        remedy = "raise proposer_answer, or part the section"
        raise InputError("was cut off at the limit of its length", where=where, remedy=remedy)
    content = choice["message"].get("content")
    if isinstance(content, list):
        content = "".join(str(p.get("text", "")) for p in content if isinstance(p, dict))
    return content if isinstance(content, str) else ""


def proposals(
    answer: Answer, shown: tuple[int, ...], vocabulary: Vocabulary, language: str
) -> Iterator[Proposal | str]:
    """Yield each statement of an answer as a proposal, or what is missing in it."""
    kinds = _Stakeholders(answer.content, language)
    for entry in next(answer.content[k] for k in _KEYS if isinstance(answer.content.get(k), list)):
        if not isinstance(entry, dict):
            yield "an entry is no JSON object"
            continue
        source, target = kinds.mention(entry.get("source")), kinds.mention(entry.get("target"))
        relation = _relation(entry.get("relation") or entry.get("type"), vocabulary)
        quote = _text(entry.get("quote"))
        named = {"source": source, "relation": relation, "target": target, "quote": quote}
        missing = [name for name, value in named.items() if not value]
        if missing or source is None or target is None:
            yield f"an entry has no {' and no '.join(missing)}"
        else:
            yield Proposal(source, relation, target, quote, shown, _qualifiers(entry, kinds))


class _Stakeholders:
    """The stakeholders of an answer, by any of their names."""

    def __init__(self, content: Mapping[str, Any], language: str) -> None:
        self.language = language
        self._known: dict[str, Mention] = {}
        listed = content.get("stakeholders") or content.get("entities")
        for entry in listed if isinstance(listed, list) else ():
            mention = self._read(entry)
            if mention is not None:
                for name in (entry.get("id"), mention.name, *mention.aliases):
                    self._known.setdefault(fold(_text(name)), mention)

    def mention(self, value: object) -> Mention | None:
        """Return the stakeholder that a name, or an object with a name, stands for."""
        if isinstance(value, dict):
            return self._read(value)
        name = _text(value)
        return self._known.get(fold(name)) or self._read({"name": name})

    def _read(self, entry: object) -> Mention | None:
        if not isinstance(entry, dict) or not _text(entry.get("name")):
            return None
        name, aliases = _text(entry["name"]), entry.get("aliases")
        others = map(_text, aliases if isinstance(aliases, list) else ())
        kept = dict.fromkeys(other for other in others if other and other != name)
        return Mention(name, self._kind(entry.get("kind"), name), tuple(kept))

    def _kind(self, value: object, name: str) -> Kind:
        try:
            return Kind(_text(value).lower())
        except ValueError:
            first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
            words = (name, first if self.language == "fr" else last)
            found = (noun_kind(word, self.language) for word in words)
            return next(filter(None, found), Kind.ORGANIZATION)


def _qualifiers(entry: Mapping[str, Any], kinds: _Stakeholders) -> Qualifiers:
    inner = entry.get("qualifiers")
    said = {**(inner if isinstance(inner, dict) else {}), **entry}
    partners = said.get("jointly_with")
    mentions = map(kinds.mention, partners if isinstance(partners, list) else ())
    together = tuple(dict.fromkeys(each.name for each in mentions if each is not None))
    return Qualifiers(**{name: _text(said.get(name)) for name in QUALIFIERS}, jointly_with=together)


def _relation(value: object, vocabulary: Vocabulary) -> str:
    name = re.sub(r"[\s-]+", "_", _text(value)).upper()
    return name if name in vocabulary.relations else _text(value)


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
