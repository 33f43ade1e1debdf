"""Asking: a question in words, answered from the graph or not at all."""

from __future__ import annotations

from dataclasses import replace

from ...graph import Store, Vocabulary, load_vocabulary
from .answering import answer
from .comprehension import understand
from .kin import kin
from .reply import NOT_UNDERSTOOD, Reply
from .understanding import Misunderstood, Understood


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
    reply = answer(store, question, found, vocabulary)
    return reply if reply.answers else _of_kin(store, reply, found, vocabulary)


def _of_kin(store: Store, reply: Reply, found: Understood, vocabulary: Vocabulary) -> Reply:
    """Return what is stated of much the same thing, where nothing is of the one asked about."""
    if len(found.known) != 1:
        return reply
    name = found.known[0]
    for other in kin(store, name.one):
        asked = replace(found, known=(replace(name, found=(other,)),))
        answered = answer(store, reply.question, asked, vocabulary)
        if answered.answers:
            rule = f"no document says so of {name.one.name}; what is said of {other.name} answers"
            outcome = "derived" if answered.outcome == "stated" else answered.outcome
            return replace(answered, understood=found, outcome=outcome, rule=rule)
    return reply
