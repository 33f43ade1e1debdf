"""The rule about vacant posts: in statements, and in sentences that state nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ...graph import Kind, Stakeholder, fold
from ..cypher_files import run
from ..evidence import Evidence, reading_order
from .finding import Found
from .register import Register, grouped

# What one is still to do ("to be appointed by the minister") is no vacancy, but a rule.
_VACANT = re.compile(
    r"(?<!pas )(?<!plus )(?<!not )(?<!longer )"
    r"\b(vacante?s?|unfilled|à pourvoir|(?:est|sont|restent?) à désigner"
    r"|to be (?:appointed|confirmed|designated|recruited|filled)(?! (?:by|for|from|in)))\b",
    re.IGNORECASE,
)
_WORDS = ("vacant", "Vacant", "VACANT", "unfilled", "à pourvoir", "à désigner", "to be ")
_NOBODY = frozenset(["vacant", "vacante", "nn", "n n", "tba", "tbc", "tbd"])
_LONGEST_NOBODY = 9
# Houses are vacant as well; and statutes say what is done if a seat should be.
_POST = re.compile(
    r"\b(poste|fonction|siège|mandat|présiden|direct(?:eur|rice|ion|or)|chef|secrétai|responsable"
    r"|post|position|seat|office|role|chair|head|manager|lead|officer|secretary|treasurer)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(si|s'il|lorsqu\w+|quand|en cas|tout|if|when|whenever|where|should|in case|any)\b",
    re.IGNORECASE,
)
# Up to a full stop, an empty line, or the mark of an item.
_SENTENCE = re.compile(r"(?:[^.!?\n]|\n(?!\s*\n|\s*[-*|#]))+[.!?]?")


def vacant_post(register: Register) -> Iterator[Found]:
    """Find posts that a document calls vacant, or whose holder is still to be named."""
    told = [s for s in register.held if _is_vacant(s)]
    for id_, said in sorted(grouped(told, "target_id").items()):
        post = register.stakeholders[id_]
        shown = tuple(sorted(said, key=reading_order))
        yield Found(post, f"A post of {post.name} is called vacant or still to be filled", shown)
    stated = {(said.document, fold(said.quote)) for said in told}
    lined = {said.document for said in register.statements if said.locator.startswith("line ")}
    for row in run(register.store, "audit_texts", {"words": list(_WORDS)}):
        document = register.documents[row["document"]]
        for found in _sentences(document.id, row["text"], lined=document.id in lined):
            if (document.id, fold(found.quote)) not in stated:
                named = _named(register, found.quote)
                name = f"{named.name}, or a post of it," if named else "A post"
                yield Found(named or document, f"{name} is called vacant or to be filled", (found,))


def _is_vacant(statement: Evidence) -> bool:
    name = statement.source
    if len(name) <= _LONGEST_NOBODY and fold(name) in _NOBODY:
        return True
    return _says_vacant(f"{name} {statement.quote}")


def _says_vacant(words: str) -> bool:
    may_be = any(word in words for word in _WORDS)  # sooner told than the rest
    return may_be and bool(_VACANT.search(words) and not _SUPPOSED.search(words))


def _sentences(document: str, text: str, *, lined: bool) -> Iterator[Evidence]:
    """Yield the sentences that call a post vacant, as evidence that joins nobody."""
    for found in _SENTENCE.finditer(text):
        quote = found[0].strip()
        if _says_vacant(quote) and _POST.search(quote):
            start = found.start() + found[0].index(quote)
            row: defaultdict[str, object] = defaultdict(str, quote=quote, document=document)
            row |= {"start_offset": start, "end_offset": start + len(quote), "confidence": 1.0}
            row["locator"] = f"line {text.count(chr(10), 0, start) + 1}" if lined else ""
            yield Evidence.of(row)


def _named(register: Register, quote: str) -> Stakeholder | None:
    """Return the stakeholder that the most words of a sentence name."""
    words = fold(quote).split()
    spans = [words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    for span in sorted(spans, key=len, reverse=True):
        found = register.named.get(" ".join(span))
        # One word alone ("chair") is the name of a role only within what it belongs to.
        if found and (len(span) > 1 or found.kind is not Kind.ROLE):
            return found
    return None
