"""What the tests of the explorer share: a region with a large office, and its page served."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Statement,
    Store,
    StoredStatement,
    slug,
)

EVIL = "<img src=x onerror=alert(1)>"
COUNCIL = Mention("Conseil régional d'Île-Bleue", Kind.BODY, ("CRIB",))
BRIDGE = Mention("Pont Vert", Kind.PROJECT)
OFFICE = Mention("Office", Kind.ORGANIZATION)
FAR = Mention("Far Mill", Kind.ORGANIZATION)
BRANCHES = 120


def mention(name: str) -> Mention:
    """Name an organisation."""
    return Mention(name, Kind.ORGANIZATION)


def fill_region(store: Store) -> None:
    """Write an office with 120 branches, a project beside it, and who sits on its council.

    The first branches fund one another most; the mill is linked with the last branch alone.
    """
    said: list[tuple[Mention, str, Mention]] = [
        (OFFICE, "OVERSEES", mention(f"Branch {n:03}")) for n in range(BRANCHES)
    ]
    said += [(mention(f"Branch {n:03}"), "FUNDS", mention("Branch 000")) for n in range(1, 60)]
    said += [
        (OFFICE, "PILOTS", BRIDGE),
        (COUNCIL, "GOVERNS", BRIDGE),
        (mention("Préfète"), "CHAIRS", COUNCIL),
        (mention(EVIL), "FUNDS", BRIDGE),
        (FAR, "FUNDS", mention("Branch 119")),
    ]
    write(store, said, "region.md")


def write(store: Store, said: list[tuple[Mention, str, Mention]], document: str) -> None:
    """Write a document that makes these statements, each with a quote of its own."""
    stored = [
        StoredStatement(
            slug(a.name),
            slug(b.name),
            Statement(a, relation, b, f"{a.name} {relation} {b.name}. <b>x</b>", document),
        )
        for a, relation, b in said
    ]
    store.write(Document(document), {}, stored)


@contextmanager
def served(path: Path, *options: str) -> Iterator[str]:
    """Serve a store as a user does, and give the address of its page."""
    start = "from stakeholder_graph.cli import main; main()"
    command = [sys.executable, "-c", start, "explore", "--no-open", "--store", str(path), *options]
    more: dict[str, Any] = {"text": True, "start_new_session": True}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more) as run:
        assert run.stdout is not None
        address = run.stdout.readline().strip()
        try:
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/(#\S+)?", address), address
            yield address
        finally:
            run.send_signal(signal.SIGTERM)
            run.communicate(timeout=30)
