"""Verbs: "X pilote Y", "Y is overseen by X", "the committee comprises X and Y"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ....graph import Kind
from ..arguments import Filler, unique
from ..phrases import Phrase, lower
from ..syntax import (
    agents,
    governors,
    is_participle,
    is_passive,
    is_verbal,
    objects,
    obliques,
    subjects,
)
from ..triggers import Trigger
from .candidate import BODIES, OF, Candidate, Scene
from .funding import recipients
from .gapping import gapped
from .relatives import agreeing, is_light, object_pronoun, pronominal, taken_up

if TYPE_CHECKING:
    from spacy.tokens import Token

_VARIANTS = {
    "de": OF,
    "à": frozenset(["à", "au", "aux"]),
    "dans": frozenset(["dans", "en"]),
    "en": frozenset(["en"]),
    "in": frozenset(["in", "within", "into"]),
    "on": frozenset(["on", "upon", "in"]),
    "at": frozenset(["at", "on"]),
    "of": frozenset(["of"]),
    "auprès de": frozenset(["auprès"]),
    "au sein de": frozenset(["sein"]),
}
_REACH = 10
# How many words may stand between two commas after a verb.
_ASIDE = 8
_GROUPS = frozenset([Kind.BODY, Kind.ORGANIZATION])
_SEATED = frozenset(["CHAIRS", "CO_CHAIRS"])
_CHARGED = frozenset(["charger", "charge"])
_DEEDS = (None, Kind.PROJECT)
# Prepositional verbs whose subject is the thing received.
_SWAPPED = frozenset(["HOSTS"])
# What the agent of their passive verb says something else of: "set up by X within Y".
_PLACED = frozenset(["PART_OF", "HOSTS", "REPORTS_TO"])
_WITH = frozenset(["avec", "with"])
# What leads to whom one reports: "rattaché à la direction" says to whom, "sous la direction" how.
_TOWARDS = frozenset(["à", "to"])
_SOURCES = frozenset(["from", "out of", "through"])


def read_verb(scene: Scene, trigger: Trigger) -> Iterator[Candidate]:
    """Yield what a verb states of its subject and its object."""
    verb = scene.unit.doc[trigger.anchor]
    span = (trigger.start, trigger.end)
    relation = trigger.wording.relation
    if _carries_action(scene, verb, trigger) or _says_how(scene, trigger):
        return
    if trigger.wording.family == "datives":
        yield from _dative(scene, trigger, verb, span)
    elif trigger.wording.preposition:
        yield from _prepositional(scene, trigger, verb, span)
    elif is_passive(verb):
        sources = scene.fillers(agents(verb)) or scene.agent_after(trigger.end, _REACH)
        targets = (
            _paired(scene, verb)
            or _aside(scene, verb, relation)
            or scene.subject(verb, len(scene.unit.doc))
        )
        targets = _presided(scene, verb, relation, targets or _host(scene, verb))
        if relation == "APPOINTS" and _is_bare(verb):
            targets = targets[-1:] if _follows(verb, targets) else targets
        for doers, done, told in gapped(scene, trigger) or [(sources, targets, trigger)]:
            yield from _propose(scene, doers, told, done or targets, "verb.passive")
    else:
        sources = _with_joint(scene, _inverted(scene, verb) or _before(scene, verb), verb, trigger)
        targets = _objects(scene, verb, trigger) or _shared_object(scene, verb, trigger)
        if relation == "FUNDS":
            targets = recipients(scene, trigger.end) or targets
        yield from _propose(scene, sources, trigger, targets, "verb.active")


def _presided(scene: Scene, verb: Token, relation: str, targets: list[Filler]) -> list[Filler]:
    """Take "this will be chaired by X" for the body spoken of, where a pronoun stands for none."""
    unfit = targets and all(f.link == "pronoun" and f.referent.kind not in _GROUPS for f in targets)
    return scene.implied_body(verb.i) if unfit and relation in _SEATED else targets


def _says_how(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether another wording reads it: "provides X with Y", "is under the direction of"."""
    if trigger.wording.relation == "REPORTS_TO":
        return not trigger.wording.preposition and _is_manner(scene, trigger)
    phrase = scene.arguments.directly_after(trigger.end)
    if phrase is None:
        return False
    if trigger.wording.words[-2:] == ("one", "of"):
        return phrase.plural and phrase.head_word in scene.lexicon.words["parts"]
    served = scene.unit.doc[phrase.end : phrase.end + 1].text.lower() == "with"
    return served and trigger.wording.words[-1] in scene.lexicon.words["serving"]


def _propose(
    scene: Scene, sources: list[Filler], trigger: Trigger, targets: list[Filler], rule: str
) -> Iterator[Candidate]:
    """Yield the relation of a verb; who heads or convenes a committee chairs it."""
    span, relation = (trigger.start, trigger.end), trigger.wording.relation
    chaired = trigger.wording.words[-1] in scene.lexicon.words["heading_verbs"]
    bodies = [f for f in targets if chaired and _is_committee(scene, f)]
    yield from scene.propose(sources, "CHAIRS", bodies, span, f"{rule}.head")
    others = [f for f in targets if f not in bodies] if not chaired or relation != "CHAIRS" else []
    yield from scene.propose(sources, relation, others, span, rule)


def _is_committee(scene: Scene, filler: Filler) -> bool:
    """Tell whether a body is one that is presided over: a committee, not a team."""
    words = scene.lexicon.words["chaired"]
    return any(p.head_word in words for p in filler.referent.phrases)


def _before(scene: Scene, verb: Token) -> list[Filler]:
    return scene.subject(verb) or _adjacent_subject(scene, verb)


def _adjacent_subject(scene: Scene, verb: Token) -> list[Filler]:
    """Return the noun right before a verb, where the parser found it no subject."""
    doc = scene.unit.doc
    position = verb.i
    while position > verb.sent.start and is_light(doc[position - 1]):
        position -= 1
    phrase = scene.arguments.ending(position)
    if phrase is None or _after_preposition(scene, phrase):
        return []
    return scene.arguments.together(phrase, (0, verb.i))


def _after_preposition(scene: Scene, phrase: Phrase) -> bool:
    doc = scene.unit.doc
    start = phrase.start
    while start > 0 and doc[start - 1].pos_ in ("DET", "NUM", "ADJ"):
        start -= 1
    return start > 0 and doc[start - 1].pos_ == "ADP"


def _relative_object(scene: Scene, verb: Token) -> Phrase | None:
    """Return what "que" takes up before a verb: "les délégués que désignent les communes"."""
    doc = scene.unit.doc
    for token in reversed(doc[max(verb.sent.start, verb.i - _REACH) : verb.i]):
        if token.text.lower() in ("que", "qu'", "whom") and token.i > verb.sent.start:
            return scene.arguments.before(token.i)
        if token.pos_ == "VERB" or token.text.lower() in ("qui", "which", ";", ":"):
            return None
    return None


def _inverted(scene: Scene, verb: Token) -> list[Filler]:
    """Return the subject after the verb in "que désignent les communes"."""
    doc = scene.unit.doc
    if verb.i == 0 or doc[verb.i - 1].text.lower() not in ("que", "qu'"):
        return []
    return scene.arguments.together(scene.arguments.directly_after(verb.i + 1), (verb.i, len(doc)))


def _with_joint(scene: Scene, sources: list[Filler], verb: Token, trigger: Trigger) -> list[Filler]:
    """Add who does it too: "X, conjointement avec Y, suit Z"."""
    doc = scene.unit.doc
    if lower(verb).removeprefix("co-").startswith("co") and trigger.wording.relation == "CO_CHAIRS":
        after = verb.i + 1 + (doc[verb.i + 1 : verb.i + 2].text == ",")
        companion = scene.arguments.after(after, _WITH)
        sources = unique([*sources, *scene.arguments.together(companion, (verb.i, len(doc)))])
    for token in doc[verb.sent.start : min(verb.sent.end, verb.i + 6)]:
        phrase = _joint_phrase(scene, token.i)
        if phrase is not None:
            others = scene.arguments.together(phrase, (token.i, len(doc)))
            return unique([*sources, *others])
    return sources


@cache
def _jointly(wordings: frozenset[str]) -> dict[str, list[list[str]]]:
    """Return the wordings of several words by their first one."""
    found: dict[str, list[list[str]]] = {}
    for words in map(str.split, wordings):
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return found


def _joint_phrase(scene: Scene, position: int) -> Phrase | None:
    """Return the phrase after "conjointement avec", "jointly with" at a token."""
    doc = scene.unit.doc
    for words in _jointly(scene.lexicon.words["jointly"]).get(doc[position].text.lower(), ()):
        run = [t.text.lower() for t in doc[position : position + len(words)]]
        if run == words:
            return scene.arguments.after(position + len(words))
    return None


def _shared_object(scene: Scene, verb: Token, trigger: Trigger) -> list[Filler]:
    """Give advice without an addressee the object of the clause: "suit X afin d'apporter…"."""
    if trigger.wording.relation != "ADVISES":
        return []
    for governor in governors(verb):
        found = scene.fillers(objects(governor)) if is_verbal(governor) else []
        if found:
            return found
    return []


def _carries_action(scene: Scene, verb: Token, trigger: Trigger) -> bool:
    """Tell whether the verb only carries a noun of action, which is read by itself."""
    words = scene.lexicon.words
    passive = is_passive(verb)
    voice = words["support_agent"] if passive else words["support_subject"]
    lemma = lower(verb)
    if _CHARGED & set(trigger.wording.words):
        right = scene.arguments.after(trigger.end)
        return right is not None and right.head_word in words["action_nouns"]
    if trigger.wording.family == "datives" and len(trigger.wording.words) > 1:
        return False
    if lemma not in voice | words["support_dative"]:
        return False
    right = scene.arguments.after(trigger.end)
    carried = [right] if right is not None and not passive else []
    if passive or lemma in words["support_dative"]:
        carried += [p for t in subjects(verb) if (p := scene.unit.by_token.get(t.i))]
    return any(
        p.head_word in words["action_nouns"]
        and p.kind in _DEEDS
        and not scene.arguments.is_compound(p.head)
        for p in carried
    )


def _prepositional(
    scene: Scene, trigger: Trigger, verb: Token, span: tuple[int, int]
) -> Iterator[Candidate]:
    preposition = trigger.wording.preposition
    if trigger.wording.relation == "PARTICIPATES_IN" and recipients(scene, trigger.end):
        return
    variants = _VARIANTS.get(preposition, frozenset([preposition.split()[0]]))
    agentive = preposition == "by" or trigger.wording.relation not in _PLACED
    agentive &= lower(verb) not in scene.lexicon.words["representing_verbs"]
    if agentive and is_passive(verb) and (doers := scene.agent_after(trigger.end, _REACH)):
        done = _paired(scene, verb) or scene.subject(verb) or _host(scene, verb)
        yield from scene.propose(doers, trigger.wording.relation, done, span, "verb.passive")
        return
    if trigger.wording.relation == "REPORTS_TO" and _is_manner(scene, trigger):
        return
    plain = len(trigger.wording.words) == 1
    if trigger.wording.relation == "ADVISES" and plain and objects(verb):
        return
    targets = taken_up(scene, verb, variants)
    if not targets and any(t.i < verb.i for t in subjects(verb)):
        targets = pronominal(scene, verb, variants)
    targets = targets or scene.fillers(obliques(verb, variants), (verb.i, len(scene.unit.doc)))
    targets = targets or _phrases_after(scene, trigger.end, preposition)
    found = scene.subject(verb) if is_participle(verb) else _before(scene, verb)
    sources = found or _host(scene, verb)
    if trigger.wording.relation in _SWAPPED:
        sources, targets = [f for f in targets if _houses(f)], sources
    if trigger.wording.relation == "FUNDS" and preposition in _SOURCES:
        sources, targets = (targets, sources) if is_passive(verb) else ([], [])
    yield from scene.propose(sources, trigger.wording.relation, targets, span, "verb.prepositional")


def _houses(filler: Filler) -> bool:
    """Tell whether a place is a stakeholder's: known to be an organisation, not guessed."""
    return filler.referent.kind is Kind.ORGANIZATION and not filler.referent.guessed


def _is_manner(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb's complement says how: "works under the supervision of X"."""
    phrase = scene.arguments.after(trigger.end, _VARIANTS.get(trigger.wording.preposition))
    words = scene.lexicon.words
    manner = words["action_nouns"] | words["empty"]
    if phrase is not None and phrase.kind is not None and trigger.wording.preposition in _TOWARDS:
        return False
    return phrase is not None and phrase.owner is not None and phrase.head_word in manner


def _dative(
    scene: Scene, trigger: Trigger, verb: Token, span: tuple[int, int]
) -> Iterator[Candidate]:
    """Read "T incombe à S", "T rests with S": the thing is the subject."""
    preposition = trigger.wording.preposition or trigger.wording.words[-1]
    variants = _VARIANTS.get(preposition, frozenset([preposition]))
    sources = taken_up(scene, verb, variants)
    sources = sources or scene.fillers(obliques(verb, variants), (verb.i, len(scene.unit.doc)))
    sources = sources or _phrases_after(scene, trigger.end, preposition)
    if not sources and not trigger.wording.preposition:
        behind = scene.arguments.directly_after(trigger.end)
        sources = scene.arguments.together(behind, (verb.i, len(scene.unit.doc)))
    if is_passive(verb) or lower(verb) not in scene.lexicon.words["giving"]:
        targets = scene.subject(verb) or _host(scene, verb)
    else:
        targets = _given(scene, verb)
    yield from scene.propose(sources, trigger.wording.relation, targets, span, "verb.dative")


def _given(scene: Scene, verb: Token) -> list[Filler]:
    """Return what is given, not who gives it: "la ville confie à X | le gymnase"."""
    actions = scene.lexicon.words["action_nouns"]
    things = [t for t in objects(verb) if lower(t) not in actions]
    return [f for f in scene.fillers(things) if f.link == "named"]


def _objects(scene: Scene, verb: Token, trigger: Trigger) -> list[Filler]:
    """Return the direct objects: the parser's, else the phrase right after the verb."""
    relative = _relative_object(scene, verb)
    if relative is not None:
        return scene.arguments.of_phrases([relative])
    if (taken := object_pronoun(scene, verb, trigger)) is not None:
        return taken
    right = scene.arguments.directly_after(_past_within(scene, trigger.end))
    tree = [token for token in objects(verb) if token.i >= trigger.end or token.i < verb.i]
    if right is not None and not any(token.i < verb.i for token in tree):
        return scene.arguments.together(right, (verb.i, len(scene.unit.doc)))
    return scene.fillers(tree) or _behind_companion(scene, trigger.end)


def _behind_companion(scene: Scene, position: int) -> list[Filler]:
    """Return the object after whom it is done with: "copréside avec le préfet | le comité"."""
    doc, arguments = scene.unit.doc, scene.arguments
    position += position < len(doc) and doc[position].text == ","
    companion = arguments.after(position, _WITH)
    if companion is None:
        return []
    end = companion.end + (companion.end < len(doc) and doc[companion.end].text == ",")
    behind = arguments.directly_after(end)
    definite = behind is not None and behind.determiner in ("def", "dem", "poss")
    return arguments.together(behind, (end, len(doc))) if definite else []


def _past_within(scene: Scene, position: int) -> int:
    """Return where words go on after "en son sein", "parmi ses membres", ", d'une part,"."""
    words = [t.text.lower() for t in scene.unit.doc[position : position + 3]]
    within = words[:1] in (["en"], ["parmi"]) and words[1:2] in (["son"], ["leur"], ["ses"])
    return position + 3 if within else _past_aside(scene, position)


def _past_aside(scene: Scene, position: int) -> int:
    """Return where words go on after a few between two commas: "answers, for budgets, to X"."""
    doc = scene.unit.doc
    if position >= len(doc) or doc[position].text != ",":
        return position
    for token in doc[position + 1 : min(doc[position].sent.end, position + _ASIDE)]:
        if token.text == ",":
            return token.i + 1
        if token.pos_ in ("VERB", "AUX", "CCONJ") or token.is_punct:
            break
    return position


def _past_voice(scene: Scene, position: int) -> int:
    """Return where words go on after "avec voix consultative"."""
    words = [t.text.lower() for t in scene.unit.doc[position : position + 2]]
    return position + 3 if words == ["avec", "voix"] else position


def _phrases_after(scene: Scene, position: int, preposition: str) -> list[Filler]:
    words = _VARIANTS.get(preposition, frozenset(preposition.split()))
    position = _past_voice(scene, position)
    phrase = scene.arguments.after(_past_aside(scene, position), words)
    return scene.arguments.together(phrase, (position, len(scene.unit.doc)))


def _aside(scene: Scene, verb: Token, relation: str) -> list[Filler]:
    """Return what a participle after a comma is said of: "by a board, co-chaired by X"."""
    start = verb.i - 2 if verb.i > 1 and verb.nbor(-1).text == "-" else verb.i
    if start < 1 or scene.unit.doc[start - 1].text != "," or not is_participle(verb):
        return []
    if any(child.i < verb.i and child.pos_ in ("AUX", "CCONJ") for child in verb.children):
        return []
    phrase = scene.arguments.ending(start - 1)
    if phrase is None:
        return []
    first = _goes_on(scene, verb, phrase) if relation not in _SEATED else None
    if first is not None:
        return scene.fillers(subjects(first), (0, first.i))
    return scene.arguments.of_phrases([phrase])


def _goes_on(scene: Scene, verb: Token, agent: Phrase) -> Token | None:
    """Return the verb of a series: "is funded by X, | hosted by Y and run by Z"."""
    doc, start = scene.unit.doc, scene.arguments.coordinated(agent)[0].start
    while start > 0 and doc[start - 1].pos_ == "DET":
        start -= 1
    if not start or doc[start - 1].text.lower() not in ("by", "par"):
        return None
    before = [t for t in doc[verb.sent.start : start - 1] if is_participle(t)]
    after = [t for t in doc[verb.i + 1 : verb.sent.end] if is_participle(t)]
    joined = any(doc[t.i - 1].pos_ == "CCONJ" for t in after)
    finite = [t for t in before if not _is_bare(t)]
    return finite[-1] if joined and finite else None


def _follows(verb: Token, fillers: list[Filler]) -> bool:
    """Tell whether a verb stands right behind the last one: "X, Y and two Z | elected by"."""
    last = fillers[-1].phrase if fillers else None
    return last is not None and last.end == verb.i


def _paired(scene: Scene, verb: Token) -> list[Filler]:
    """Return what two participles are said of: "a team based at X and | led by Y"."""
    doc = verb.doc
    if not _is_bare(verb) or not verb.i or doc[verb.i - 1].pos_ != "CCONJ":
        return []
    before = reversed(doc[verb.sent.start : verb.i - 1])
    first = next((t for t in before if t.pos_ in ("VERB", "AUX")), None)
    phrase = agreeing(scene, first.i, first) if first is not None and _is_bare(first) else None
    if first is None or phrase is None:
        return []
    aside = verb.doc[first.i - 1].text == ","
    opening = _goes_on(scene, first, phrase) if aside else None
    if opening is not None:
        return scene.fillers(subjects(opening), (0, opening.i))
    return scene.arguments.of_phrases([phrase])


def _is_bare(verb: Token) -> bool:
    """Tell whether a participle stands without an auxiliary."""
    return is_participle(verb) and not any(c.dep_.startswith("aux") for c in verb.children)


def _host(scene: Scene, verb: Token) -> list[Filler]:
    """Find the noun a participle follows: "un projet porté par"; at a block's head, its topic."""
    phrase = agreeing(scene, verb.i, verb)
    if phrase is not None:
        return scene.arguments.of_phrases([phrase])
    if verb.dep_ == "conj" and is_participle(verb.head) and verb.head.i < verb.i:
        return _host(scene, verb.head)
    if verb.is_sent_start or verb.i <= 1:
        return _fronted(scene, verb) or scene.arguments.implied(BODIES, verb.i)
    return []


def _fronted(scene: Scene, verb: Token) -> list[Filler]:
    """Return the subject after a participle that opens: "Housed in X, the office trains Y"."""
    doc = scene.unit.doc
    for token in doc[verb.i + 1 : verb.sent.end - 1]:
        phrase = scene.arguments.directly_after(token.i + 1) if token.text == "," else None
        after = doc[phrase.end] if phrase is not None and phrase.end < len(doc) else None
        if after is not None and after.pos_ in ("VERB", "AUX") and not is_participle(after):
            return scene.arguments.of_phrases([phrase] if phrase is not None else [])
    return []
