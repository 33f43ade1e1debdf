"""Composition: from a store to a matrix."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ...errors import InputError
from ...graph import LETTERS, Document, Kind, Stakeholder, Vocabulary, fold, load_vocabulary
from ...graph.stores import Store
from ..accountability import decide
from ..asked import Asked
from ..phases import answers, named_phases
from ..survey import Survey
from .assignment import Assignment
from .cells import Cell, Mark, Row
from .flags import flags
from .lines import Line, Names, phase_lines, things
from .marks import Given, marks
from .matrix import Matrix
from .surroundings import Surroundings


def raci_matrix(
    store: Store,
    names: Names = None,
    *,
    kinds: Iterable[Kind | str] = (Kind.PROJECT,),
    phase: str | Sequence[str] | None = None,
    by_phase: bool = False,
    at: str | date | None = None,
    letters: Mapping[str, str] | None = None,
    most: int | None = None,
    vocabulary: Vocabulary | None = None,
) -> Matrix:
    """Return who is responsible, accountable, consulted and informed, with the evidence.

    A is what `who_is_accountable` answers: stated, derived by the ladder, or conflicting. The
    other letters are those of the relations stated towards the thing (``raci`` in the
    vocabulary), and those that follow (``implied``): who sits on a body that governs it, and to
    whom it reports. A relation of a later step of the ladder, as sponsoring, gives a derived A.

    Parameters
    ----------
    store : Store
        The graph.
    names : str, Stakeholder or iterable of them, optional
        The rows: projects, bodies or others, in this order; see `find` for the forms a name may
        take.
    kinds : iterable of Kind or str
        Without names: every stakeholder of these kinds.
    phase : str or sequence of str, optional
        One row a thing and phase, for phases in any words.
    by_phase : bool
        Without phases: one row for each phase that statements about a thing name, and one for the
        other phases.
    at : str or date, optional
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. Without it statements of all times count.
    letters : mapping of str to str, optional
        Relation → ``R``, ``A``, ``C``, ``I`` or ``none``, for this matrix only. A relation whose A
        is taken from it no longer makes anybody accountable by the ladder.
    most : int, optional
        Of more things than this no matrix is drawn up.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Raises
    ------
    NameNotFoundError
        If no stakeholder bears a name, or several do.
    VocabularyError
        If a relation or letter is unknown.
    InputError
        If the date is not one, a kind is unknown, or there are too many things.
    """
    assignment = Assignment.of(vocabulary or load_vocabulary(), letters)
    words = assignment.vocabulary
    asked = Asked.of(words, None, at)
    rows = things(store, names, kinds, words)
    if most is not None and len(rows) > most:
        raise InputError(f"{len(rows)} rows are too many to show", remedy="name fewer")
    around = Surroundings.of(store, rows, assignment)
    phases = [phase] if isinstance(phase, str) else list(phase or ())
    survey = Survey(store, words)
    survey.read_ladder(thing.id for thing in rows)
    lines = _lines(rows, asked, phases, around, by_phase=by_phase)
    made = [_row(survey, line, around, assignment) for line in lines]
    columns = _columns(made, words)
    places = {column.id: place for place, column in enumerate(columns)}
    return Matrix(
        tuple(_sorted(row, places) for row in made),
        tuple(columns),
        assignment.letters,
        words,
        asked.at,
        tuple(_documents(store, made)),
        tuple(_unknown_phases(phases, rows, around, words)),
    )


def _lines(
    rows: Iterable[Stakeholder],
    asked: Asked,
    phases: Sequence[str],
    around: Surroundings,
    *,
    by_phase: bool,
) -> Iterator[Line]:
    limits = [Asked.of(asked.vocabulary, phase, asked.at) for phase in phases] or [asked]
    for thing in rows:
        if by_phase and not phases:
            yield from phase_lines(thing, asked, around)
        else:
            yield from (Line(thing, each) for each in limits)


def _row(survey: Survey, line: Line, around: Surroundings, assignment: Assignment) -> Row:
    """Return a line with its cells, in no order, and what is wrong with it."""
    answer = decide(survey, line.thing, line.asked)
    given = _each_once(marks(line, around, answer, assignment))
    wrong = flags(survey.store, line, answer, given, assignment)
    return Row(line.thing, line.phase, tuple(_cells(given)), tuple(wrong))


def _cells(given: Iterable[Given]) -> Iterator[Cell]:
    """Yield the cell of each stakeholder, its marks in the order of the letters."""
    held: dict[str, list[Mark]] = defaultdict(list)
    found: dict[str, Stakeholder] = {}
    for who, mark in given:
        found[who.id] = who
        held[who.id].append(mark)
    for id_, each in held.items():
        yield Cell(found[id_], tuple(sorted(each, key=lambda mark: LETTERS.index(mark.letter))))


def _each_once(given: Iterable[Given]) -> list[Given]:
    """Return marks, of those with the same letter and last statement the first."""
    first: dict[tuple[str, str, str], Given] = {}
    for who, mark in given:
        first.setdefault((who.id, mark.letter, mark.chain[-1].id), (who, mark))
    return list(first.values())


def _columns(rows: Iterable[Row], vocabulary: Vocabulary) -> list[Stakeholder]:
    """Return who has a letter: by kind, most letters first, then by name."""
    found: dict[str, Stakeholder] = {}
    counts = Counter[str]()
    for cell in (cell for row in rows for cell in row.cells):
        found[cell.stakeholder.id] = cell.stakeholder
        counts[cell.stakeholder.id] += len(cell.letters)
    kinds = list(vocabulary.kinds)
    return sorted(
        found.values(), key=lambda s: (kinds.index(s.kind), -counts[s.id], fold(s.name), s.id)
    )


def _sorted(row: Row, places: Mapping[str, int]) -> Row:
    """Return a row with its cells in the order of the columns."""
    return replace(row, cells=tuple(sorted(row.cells, key=lambda c: places[c.stakeholder.id])))


def _documents(store: Store, rows: Iterable[Row]) -> list[Document]:
    """Return the documents that are quoted."""
    marks_ = (mark for row in rows for cell in row.cells for mark in cell.marks)
    quoted = {link.document for mark in marks_ for link in mark.chain}
    return [document for document in store.documents() if document.id in quoted]


def _unknown_phases(
    phases: Iterable[str],
    rows: Iterable[Stakeholder],
    around: Surroundings,
    vocabulary: Vocabulary,
) -> Iterator[str]:
    """Yield a note for each phase that neither the vocabulary nor a statement knows."""
    stated = {said.phase for thing in rows for said in around.around(thing)} - {""}
    for phase in phases:
        known = named_phases(phase, vocabulary) or any(
            answers(phase, words, vocabulary) for words in stated
        )
        if fold(phase) and not known:
            yield f"no phase is known as {phase!r}: only statements without a phase count"
