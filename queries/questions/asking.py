"""Asking: a question in words, answered from the graph or not at all."""

from __future__ import annotations

from ...graph import Store, Vocabulary, load_vocabulary
from .answering import answer
from .comprehension import understand
from .reply import NOT_UNDERSTOOD, Reply
from .understanding import Misunderstood


def ask(store: Store, question: str, *, vocabulary: Vocabulary | None = None) -> Reply:
    """Answer a question in French or English, such as "Who chairs the steering committee?".

    It is read by the grammar that reads the documents. Where the relation or a name in it is not
    plain, nothing is answered: `Reply.outcome` is ``not understood`` and `Reply.misunderstood`
    says what could not be placed.

    Parameters
    ----------
    store : Store
        The graph.
    question : str
        Who does what for whom: by whom, for what, or whether; in a phase ("once delivered",
        "pendant les travaux") or at a date ("in March 2026", "depuis 2024") if it says so.
        Names count in the forms `find` takes; also in short, by their initials, or in the other
        language, where one stakeholder alone can be meant.
    vocabulary : Vocabulary, optional
        The built-in one by default.

    Returns
    -------
    Reply
        How it was understood, the outcome, and each answer with the statement that says so.

    Raises
    ------
    InputError
        If no spaCy model of the question's language is installed.
    """
    vocabulary = vocabulary or load_vocabulary()
    found = understand(store, question, vocabulary)
    if isinstance(found, Misunderstood):
        return Reply(question, None, NOT_UNDERSTOOD, misunderstood=found)
    return answer(store, question, found, vocabulary)
