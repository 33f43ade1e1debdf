"""The page before a browser sees it: layout, choices, bytes and files."""

from __future__ import annotations

import itertools
import math
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from queries.region import fill, region

from stakeholder_graph.errors import InputError, StakeholderGraphError
from stakeholder_graph.graph import load_vocabulary
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries.view import embed, page, write_page
from stakeholder_graph.queries.view import render as rendering
from stakeholder_graph.queries.view.layout import arrange
from stakeholder_graph.queries.view.picture import Picture, compose
from stakeholder_graph.queries.view.spots import spots
from stakeholder_graph.queries.view.style import boxes
from stakeholder_graph.queries.view.text import clean


class AskedStore(MemoryStore):
    """A store that counts what it is asked."""

    questions = 0

    def run(self, query: Any, parameters: Any = None) -> Any:
        self.questions += 1
        return super().run(query, parameters)


def picture(frames: Any, **choices: Any) -> Picture:
    defaults = {"phase": "", "at": "", "size": "degree", "limit": 300}
    return compose(frames, None, vocabulary=load_vocabulary(), **{**defaults, **choices})


def overlap(spots: dict[str, tuple[float, float]], room: dict[str, Any]) -> list[tuple[str, str]]:
    def box(v: str) -> tuple[float, ...]:
        (x, y), (left, top, right, bottom) = spots[v], room[v]
        return x + left, y + top, x + right, y + bottom

    def meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
        return min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1

    return [(a, b) for a, b in itertools.combinations(spots, 2) if meet(box(a), box(b))]


def test_no_label_overlaps_at_25(project: Any) -> None:
    drawn = picture(project)
    room = boxes(drawn)
    pairs = [(link.source, link.target) for link in drawn.links]
    spots = arrange(room, pairs, {node.id: node.community for node in drawn.nodes})
    assert len(spots) == 24
    assert overlap(spots, room) == []


@settings(max_examples=40, deadline=None)
@given(
    size=st.integers(1, 12),
    pairs=st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30),
    widths=st.lists(st.integers(10, 90), min_size=12, max_size=12),
)
def test_whatever_the_network_nothing_overlaps(size: int, pairs: Any, widths: Any) -> None:
    room = {f"n{i:02}": (-float(w), -20.0, float(w), 50.0) for i, w in enumerate(widths[:size])}
    links = [(f"n{a:02}", f"n{b:02}") for a, b in pairs if a < size and b < size]
    communities = {v: i % 3 for i, v in enumerate(room)}
    spots = arrange(room, links, communities)
    assert set(spots) == set(room)
    assert overlap(spots, room) == []
    assert spots == arrange(dict(reversed(room.items())), links[::-1], communities)


def test_one_link_per_relation_holds_all_its_statements(project: Any) -> None:
    drawn = picture(project)
    (twice,) = [link for link in drawn.links if len(link.statements) == 2]
    assert (twice.source, twice.relation, twice.target) == ("dap", "OVERSEES", "projet")


def test_the_first_by_size_are_shown(crowd: Any) -> None:
    drawn = picture(crowd(60, 200), limit=10, size="in_degree")
    assert (len(drawn.first), len(drawn.nodes), drawn.statements) == (10, 60, 200)
    ranks = {node.id: node.metrics["in_degree"][1] for node in drawn.nodes}
    assert max(ranks[id_] for id_ in drawn.first) <= 10


def test_each_view_has_a_place_for_all_it_shows(crowd: Any) -> None:
    for size, limit in [(40, 10), (90, 10), (90, 70)]:
        drawn = picture(crowd(size, 3 * size), limit=limit)
        found = spots(drawn)
        assert set(found["all"]) == {node.id for node in drawn.nodes}
        assert set(found["top"]) == set(drawn.first)
        assert found == spots(drawn)


def test_members_of_a_community_stand_together(crowd: Any) -> None:
    drawn = picture(crowd(200, 600))
    found = spots(drawn)["all"]
    discs: dict[int, list[tuple[float, float]]] = {}
    for node in drawn.nodes:
        assert node.community is not None
        discs.setdefault(node.community, []).append(found[node.id])
    large = [each for each in discs.values() if len(each) > 3]
    middles = [(sum(x for x, _ in e) / len(e), sum(y for _, y in e) / len(e)) for e in large]
    assert len(large) > 1
    for middle, each in zip(middles, large, strict=True):
        own = [math.dist(spot, middle) for spot in each]
        others = [math.dist(middle, other) for other in middles if other != middle]
        assert sum(own) / len(own) < min(others)
    assert overlap(found, boxes(drawn)) == []


def test_on_chosen_relations(project: Any) -> None:
    html = page(project, ["CO_CHAIRS"])
    assert "copréside" in html
    assert "Le ministère porte" not in html


@pytest.mark.parametrize(
    ("choice", "complaint"),
    [
        ({"size": "charm"}, "unknown size 'charm'; use one of degree"),
        ({"limit": 0}, "a limit of 0 shows nothing"),
        ({"relations": ["MARRIES"]}, "unknown relation 'MARRIES'"),
        ({"at": "soon"}, "'soon' is not a date"),
    ],
)
def test_unknown_choices_are_refused(project: Any, choice: Any, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        page(project, **choice)


def test_a_relation_outside_the_vocabulary_is_drawn_plainly(build: Any) -> None:
    two = build([("a", "Ann", "person"), ("b", "Bo", "person")], [("a", "MENTORS_WELL", "b")])
    assert "mentors well" in page(two)


def test_the_same_input_gives_the_same_bytes_in_every_process(project: Any) -> None:
    script = (
        "import hashlib, pickle, sys; from stakeholder_graph.queries.view import page;"
        "html = page(pickle.load(sys.stdin.buffer));"
        "print(hashlib.sha256(html.encode()).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=pickle.dumps(project),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1


def test_text_that_hides_or_breaks_is_shown_as_it_is() -> None:
    assert clean("a\u202eb\u2066c\ufeff") == "abc"
    assert clean("a\ud800\x07b") == "a\ufffd\ufffdb"
    assert clean("ligne 1\n\tligne 2 – é 👩‍💻") == "ligne 1\n\tligne 2 – é 👩‍💻"


def test_it_is_written_in_utf8_whatever_the_locale(project: Any, tmp_path: Path) -> None:
    target = tmp_path / "réseau.html"
    assert write_page(project, target) == target
    assert target.read_bytes().decode("utf-8") == page(project)
    assert b"\r" not in target.read_bytes()
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_cannot_be_written_leaves_nothing(project: Any, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot be written .*; choose a folder that exists"):
        write_page(project, tmp_path / "nowhere" / "page.html")
    (tmp_path / "taken").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write_page(project, tmp_path / "taken")
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]


def test_another_engine_is_refused(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_VIS_SHA256", "0" * 64)
    with pytest.raises(StakeholderGraphError, match=r"pip install pyvis==0\.3\.2"):
        page(project)


def test_a_notebook_gets_a_closed_frame(project: Any) -> None:
    inline = embed(project, height=420)
    html = inline._repr_html_()
    assert 'sandbox="allow-scripts allow-popups"' in html
    assert "height:420px" in html
    assert "<script" not in html
    assert "html" not in repr(inline)


def test_pyvis_is_imported_only_to_draw() -> None:
    script = "import sys, stakeholder_graph.queries.view; sys.exit('pyvis' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_who_is_accountable_is_asked_for_all_at_once() -> None:
    asked = []
    for size in (100, 400):
        with AskedStore() as store:
            fill(store, *region(size))
            page(store)
            asked.append(store.questions)
    assert asked[0] == asked[1]
