"""What was read in documents, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..exits import Exit
from ..session import Session

if TYPE_CHECKING:
    from ...graph import Mention, Place
    from ...loaders import Extraction, Failure

STATED = (
    "document",
    "source",
    "source_kind",
    "relation",
    "target",
    "target_kind",
    "phase",
    "since",
    "until",
    "frequency",
    "condition",
    "jointly_with",
    "quote",
    "locator",
    "start",
    "end",
    "confidence",
    "asserted_by",
)
HELD_BACK = (
    "document",
    "source",
    "source_kind",
    "relation",
    "target",
    "target_kind",
    "quote",
    "locator",
    "start",
    "end",
    "check",
    "reason",
)
CHECKS = {
    "quote": "the quote is not in the text",
    "trigger": "no wording of the relation is in the quote",
    "ends": "the ends are unclear, or one and the same",
    "kinds": "the relation does not join these kinds",
    "modality": "negated, supposed, asked or past and over",
    "reference": "it is unclear whom the words refer to",
    "score": "too unsure",
    "form": "the answer lacks a source, relation, target or quote",
}


class Readings:
    """The documents that could be read, one by one; of the others it is said why not."""

    def __init__(self, session: Session, found: Iterable[Extraction | Failure]) -> None:
        self._session = session
        self._found = found
        self._read, self._missed = 0, 0
        self._failures: list[Failure] = []

    def __iter__(self) -> Iterator[Extraction]:
        """Yield what was read, and complain about what was not."""
        from ...loaders import Failure

        for each in self._found:
            if isinstance(each, Failure):
                self._failures.append(each)
                self._session.complain(str(each))
            else:
                self._read += 1
                self._missed += len(each.notes)
                for note in each.notes:
                    self._session.complain(f"{each.path}: {note}")
                yield each

    @property
    def exit(self) -> Exit:
        """Whether all could be read, some, or none."""
        return outcome(self._read, self._failures, self._missed)


def outcome(read: int, failures: Sequence[Failure], missed: int = 0) -> Exit:
    """Return the exit code of a run that read some documents and failed on others or on parts."""
    if not failures and not missed:
        return Exit.DONE
    if read:
        return Exit.PARTIAL
    # Where nothing but an extra is missing, no file is bad.
    return Exit(max((each.error.exit_code for each in failures), default=Exit.INPUT))


def stated(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """Yield the statements of a document as rows with the columns `STATED`."""
    for each in extraction.statements:
        qualifiers = {"jointly_with": [], **each.qualifiers.as_dict()}
        yield {
            **_ends(each.source, each.relation, each.target),
            **qualifiers,
            **_where(extraction, each.quote, each.place),
            "confidence": each.confidence,
            "asserted_by": each.asserted_by,
        }


def held_back(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """Yield what was held back in a document as rows with the columns `HELD_BACK`."""
    from ...loaders import locator
    from ...loaders.prose import Rejected

    find_place = locator(extraction.source)
    for each in extraction.rejected:
        if isinstance(each, Rejected):
            yield {
                **_ends(each.source, each.relation, each.target),
                **_where(extraction, each.quote, each.place),
                "locator": each.place.locator or find_place(each.place.start),
                "check": each.check,
                "reason": each.reason,
            }


def _ends(source: Mention, relation: str, target: Mention) -> dict[str, str]:
    return {
        "source": source.name,
        "source_kind": source.kind.value,
        "relation": relation,
        "target": target.name,
        "target_kind": target.kind.value,
    }


def _where(extraction: Extraction, quote: str, place: Place) -> dict[str, Any]:
    return {
        "document": extraction.path,
        "quote": quote,
        "locator": place.locator,
        "start": place.start,
        "end": place.end,
    }
