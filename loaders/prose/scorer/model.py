"""The model: logistic regression over features, its weights shipped as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights learnt from annotated passages.

    Attributes
    ----------
    weights : mapping of str to float
        Feature → weight; a feature it does not know weighs nothing.
    threshold : float
        Under this probability a candidate is set aside.
    """

    weights: Mapping[str, float]
    threshold: float

    def score(self, features: Iterable[str]) -> float:
        """Return the probability that a candidate is stated.

        >>> Scorer({"bias": 0.0}, 0.5).score(["bias", "rule=unknown"])
        0.5
        """
        total = math.fsum(self.weights.get(feature, 0.0) for feature in features)
        return round(1 / (1 + math.exp(-total)), 3)


@cache
def load_scorer() -> Scorer:
    """Return the scorer that ships with the package."""
    text = (resources.files(__package__) / "weights.json").read_text("utf-8")
    data = json.loads(text)
    return Scorer(data["weights"], data["threshold"])
