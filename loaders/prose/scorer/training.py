"""Training: learns the scorer's weights from annotated passages, cross-validated by passage.

Run as ``python -m stakeholder_graph.loaders.prose.scorer.training GOLD_FOLDER…``; it prints the
figures of the rules alone and of rules and scorer on passages not trained on, and writes
``weights.json`` beside this file. Needs scikit-learn.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ....graph import fold, load_vocabulary
from ...reading import read
from ..judge import Judge
from ..naming import plain_names
from ..reader import understand
from .features import describe

Triple = tuple[str, str, str]
_FOLDS = 10
_RARE = 5
_STRENGTH = 0.25
_THRESHOLDS = (0.0, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
_THRESHOLD = 0.3


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate of a passage, and whether the annotators state it."""

    passage: int
    triple: Triple
    features: frozenset[str]
    stated: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotated passage: the relations it states, and those that may be read."""

    must: frozenset[Triple]
    may: frozenset[Triple]
    entities: Sequence[dict[str, Any]]


def main(folders: Sequence[str]) -> None:
    """Train on the passages of some folders, print figures, write the weights."""
    files = sorted(path for folder in folders for path in Path(folder).glob("*.yaml"))
    passages: list[Passage] = []
    examples: list[Example] = []
    for number, path in enumerate(files):
        data = yaml.safe_load(path.read_text("utf-8"))
        passage = _passage(data)
        passages.append(passage)
        examples += _examples(number, data["text"], passage)
    scores = _cross_validate(examples)
    for threshold in _THRESHOLDS:
        print(_figures(passages, examples, scores, threshold))
    weights = _fit(examples)
    model = {"threshold": _THRESHOLD, "weights": weights}
    content = json.dumps(model, ensure_ascii=False, indent=0)
    (Path(__file__).parent / "weights.json").write_text(content + "\n", "utf-8")


def _passage(data: dict[str, Any]) -> Passage:
    relations = data.get("relations") or []

    def triples(optional: bool) -> frozenset[Triple]:
        return frozenset(
            (r["source"], r["type"], r["target"])
            for r in relations
            if bool(r.get("optional")) is optional
        )

    return Passage(triples(False), triples(True), data.get("entities") or [])


def _examples(number: int, text: str, passage: Passage) -> Iterator[Example]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "passage.md")
        path.write_text(text, "utf-8")
        source = read(path)
    discourse, lexicon, candidates = understand(source)
    judge = Judge(source.document, discourse, lexicon, load_vocabulary(), scorer=None)
    support = judge.support(candidates)
    for candidate in judge.admitted(candidates):
        names = [plain_names(end.referent) for end in (candidate.source, candidate.target)]
        source_id, target_id = (_match(each, passage.entities) for each in names)
        triple = (source_id, candidate.relation, target_id)
        if triple not in passage.may:
            features = describe(candidate, discourse, support)
            yield Example(number, triple, features, triple in passage.must)


def _match(names: Sequence[str], entities: Sequence[dict[str, Any]]) -> str:
    """Return the entity that names stand for: by shared words, else the one longer name."""
    known = [
        (frozenset(fold(name).split()), entity["id"])
        for entity in entities
        for name in (entity["name"], *(entity.get("aliases") or ()))
    ]
    ours = [frozenset(fold(name).split()) for name in names]
    likeness = [(len(a & b) / len(a | b), i) for a in ours if a for b, i in known if b]
    best = max(likeness, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= 0.6:
        return best[1]
    longer = {i for a in ours if a for b, i in known if a < b}
    return longer.pop() if len(longer) == 1 else f"?{names[0]}"


def _cross_validate(examples: Sequence[Example]) -> list[float]:
    scores = [0.0] * len(examples)
    for held in range(_FOLDS):
        weights = _fit([e for e in examples if e.passage % _FOLDS != held])
        for index, example in enumerate(examples):
            if example.passage % _FOLDS == held:
                scores[index] = _probability(weights, example.features)
    return scores


def _probability(weights: dict[str, float], features: Iterable[str]) -> float:
    from .model import Scorer

    return Scorer(weights, 0.0).score(features)


def _fit(examples: Sequence[Example]) -> dict[str, float]:
    """Fit an L2-regularised logistic regression; rare features are left out."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts = Counter(feature for example in examples for feature in example.features)
    rows = [{f: 1.0 for f in sorted(e.features) if counts[f] >= _RARE} for e in examples]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    model = LogisticRegression(C=_STRENGTH, max_iter=1000, fit_intercept=False)
    model.fit(matrix, [example.stated for example in examples])
    names = vectors.get_feature_names_out()
    return {str(n): round(float(w), 4) for n, w in zip(names, model.coef_[0], strict=True)}


def _figures(
    passages: Sequence[Passage], examples: Sequence[Example], scores: Sequence[float], least: float
) -> str:
    said: list[set[Triple]] = [set() for _ in passages]
    for example, score in zip(examples, scores, strict=True):
        if score >= least:
            said[example.passage].add(example.triple)
    right = sum(len(s & p.must) for s, p in zip(said, passages, strict=True))
    count = sum(map(len, said))
    wanted = sum(len(p.must) for p in passages)
    false = sum(len(s) for s, p in zip(said, passages, strict=True) if not p.must)
    precision, recall = right / max(count, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return (
        f"threshold {least:.2f}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  "
        f"statements in negative passages {false}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
