"""Requests: what a model is asked about one section of a document."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath
from typing import Any

from ...graph import Mention, Vocabulary, slug
from ..blocks import Block, BlockKind
from ..decisions import Erased
from ..prose import Study
from ..reading import locator
from .guide import Guide, load_guide
from .schema import QUALIFIERS, schema
from .sections import Section, sections

_MARGIN = re.compile(r"\s*\n\s*")
_ANSWER = 8000
_EMPTY: dict[str, Any] = {**dict.fromkeys(QUALIFIERS, ""), "jointly_with": []}


@dataclass(frozen=True, slots=True)
class Request:
    """What a model is asked about one section.

    Attributes
    ----------
    id : str
        Hash of all that is asked: the same question has the same id.
    name : str
        How its file is called: document, number of the section, id.
    where : str
        The document and the place of the section, for people.
    messages : tuple of mapping
        What is said to the model.
    schema : mapping
        The form of the answer.
    shown : tuple of int
        The blocks of the document that it shows.
    """

    id: str
    name: str
    where: str
    messages: tuple[dict[str, str], ...]
    schema: dict[str, Any] = field(repr=False)
    shown: tuple[int, ...]

    def body(self, model: str, answer: int = _ANSWER) -> dict[str, Any]:
        """Return the body of a request for a chat completion, of at most so many tokens."""
        form = {"name": "statements", "strict": True, "schema": self.schema}
        return {
            "model": model,
            "messages": list(self.messages),
            "response_format": {"type": "json_schema", "json_schema": form},
            "temperature": 0,
            "max_tokens": answer,
        }


def requests(
    study: Study, vocabulary: Vocabulary, erased: Erased | None = None
) -> Iterator[Request]:
    """Yield what is asked about a document, section by section, without persons erased."""
    blocks, document = study.source.blocks, study.source.document
    guide = load_guide(document.language or "en")
    system = instructions(guide, vocabulary)
    find_place = locator(study.source)
    hide = _hiding(erased, document.text)
    stem = slug(PurePath(document.id).stem)[:40]
    for number, section in enumerate(sections(blocks), 1):
        known = study.known_before(section.blocks[0])
        user = _question(guide, blocks, section, known, hide)
        messages = ({"role": "system", "content": system}, {"role": "user", "content": user})
        form = schema(vocabulary)
        asked = json.dumps([messages, form], sort_keys=True, ensure_ascii=False)
        id_ = hashlib.sha256(asked.encode()).hexdigest()[:16]
        where = f"{document.id}, {find_place(blocks[section.blocks[0]].offsets[0])}"
        name = f"{stem}-{number:03d}-{id_}"
        yield Request(id_, name, where, messages, form, section.shown)


def instructions(guide: Guide, vocabulary: Vocabulary) -> str:
    """Return what a model is told before any document: task, relations, conventions, examples."""
    words = guide.words
    relations = [
        f"- {name}: {guide.relations.get(name) or relation.meaning}"
        f" ({words['joins']} {_kinds(relation.sources)} → {_kinds(relation.targets)})"
        for name, relation in vocabulary.relations.items()
    ]
    parts = [
        guide.task,
        guide.trust,
        "\n".join([f"# {words['definitions']}", *relations]),
        "\n".join([f"# {words['conventions']}", *(f"- {each}" for each in guide.conventions)]),
        guide.naming,
        guide.reply,
        f"# {words['examples']}",
        *(f"{words['section']}:\n{e['section'].strip()}\n{_example(e)}" for e in guide.examples),
    ]
    return "\n\n".join(part.strip() for part in parts)


def _kinds(kinds: frozenset[Any]) -> str:
    return "|".join(sorted(kind.value for kind in kinds))


def _example(example: Any) -> str:
    answer = example["answer"]
    statements = [{**each, **_EMPTY, **each} for each in answer["statements"]]
    return json.dumps({**answer, "statements": statements}, ensure_ascii=False)


def _hiding(erased: Erased | None, text: str) -> Callable[[str], str]:
    """Return what hides the names of persons who were erased."""
    if not erased:
        return str
    return partial(erased.hide, known=erased.hide(text) != text)


def _question(
    guide: Guide,
    blocks: Sequence[Block],
    section: Section,
    known: Sequence[Mention],
    hide: Callable[[str], str],
) -> str:
    words, parts = guide.words, []
    if known:
        listed = [f"- {_known(each, words['also'])}" for each in known]
        parts.append("\n".join([f"{words['known']}:", *map(hide, listed)]))
    if section.headings:
        above = [_line(blocks[index]) for index in section.headings]
        parts.append("\n".join([f"{words['headings']}:", *map(hide, above)]))
    text = hide("\n".join(_line(blocks[index]) for index in section.blocks))
    whole = "\n\n".join([*parts, text])
    # The document cannot hold a mark that is made of what it holds.
    code = hashlib.sha256(whole.encode()).hexdigest()[:12]
    parts.append(f"{words['section']}:\nBEGIN {code}\n{text}\nEND {code}")
    return "\n\n".join(parts)


def _known(mention: Mention, also: str) -> str:
    names = f"; {also}: {', '.join(mention.aliases)}" if mention.aliases else ""
    return f"{mention.name} ({mention.kind.value}{names})"


def _line(block: Block) -> str:
    """Return a block as a line of Markdown."""
    text = _MARGIN.sub(" ", block.text).strip()
    if block.kind is BlockKind.HEADING:
        return f"\n{'#' * max(1, block.level)} {text}"
    if block.kind is BlockKind.ITEM:
        return f"{'  ' * block.level}- {text}"
    return f"| {text} |" if block.kind is BlockKind.ROW else text
