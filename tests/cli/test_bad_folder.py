"""A folder of everything bad: a line each, all others loaded, in bounded memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .bad_files import READ, READ_IN_PART, REFUSED, SAID, fill
from .conftest import Run, Spawn, command_line

MEMORY = 1_200_000  # kilobytes at most; two small files take 700,000: the models of two languages


# A process counts what the one that began it held then, here all the tests: a small one begins it.
MEASURE = """
import pathlib, resource, subprocess, sys
done = subprocess.run(sys.argv[1:])
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
pathlib.Path("most").write_text(str(most), "utf-8")
sys.exit(done.returncode)
"""


def test_every_file_of_a_folder_is_loaded_or_told_of_in_one_line(here: Path) -> None:
    (folder := here / "office").mkdir()
    fill(folder)
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *command_line("load", "office", "--format", "json")],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert time.monotonic() - start < 250  # 25 on a quiet machine
    assert int((here / "most").read_text("utf-8")) < MEMORY
    assert done.returncode == 5, done.stderr
    assert "Traceback" not in done.stderr
    report = json.loads(done.stdout)
    assert set(report["loaded"]) | set(report["duplicates"]) == {
        f"office/{name}" for name in (*READ, *READ_IN_PART)
    }
    complaints = done.stderr.splitlines()
    assert len(complaints) == len(REFUSED) + len(READ_IN_PART)
    for name, (_, said) in (REFUSED | READ_IN_PART).items():
        (line,) = [each for each in complaints if f"office/{name}" in each]
        assert said in line
    assert folder.joinpath("one.md").read_text("utf-8") == SAID


@pytest.fixture
def mapping(here: Path) -> str:
    rule = {
        "for": {"p": "people"},
        "source": {"name": "{p.name}", "kind": "person"},
        "relation": "CHAIRS",
        "target": {"name": "Board", "kind": "body"},
    }
    Path("mapping.yaml").write_text(json.dumps({"statements": [rule]}), "utf-8")
    Path("good.json").write_text('{"people": [{"name": "Ada"}]}', "utf-8")
    return "mapping.yaml"


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
RECORDS = {
    "bomb.yaml": (BOMB.encode(), "too many values"),
    "deep.yaml": (b"[" * 100_000, "nested too deep"),
    "deep.json": (b"[" * 10_000 + b"]" * 10_000, "nested too deep"),
    "twice.yaml": (b"people: []\npeople: []\n", "'people' stands twice"),
    "ragged.csv": (b"name,post\nAda,chair\nBen\n", "line 3: has 1 cells"),
    "twice.csv": (b"name,name\nAda,Roy\n", "two columns are called 'name'"),
    "far.xlsx": (REFUSED["far.xlsx"][0](), "reaches over"),
    "renamed.xlsx": (b"%PDF-1.7 ", "is a PDF"),
}


@pytest.mark.parametrize("name", RECORDS)
def test_records_that_cannot_be_read_lose_no_others(spawn: Spawn, mapping: str, name: str) -> None:
    data, said = RECORDS[name]
    Path(name).write_bytes(data)
    done = spawn("load", name, "good.json", "--mapping", mapping, "--format", "json")
    assert done.returncode == 5, done.stderr
    (line,) = done.stderr.splitlines()
    assert name in line
    assert said in line
    assert "good.json" in json.loads(done.stdout)["loaded"]


def test_what_is_wrong_with_popolo_is_told_with_its_place(run: Run) -> None:
    whole = {
        "persons": [{"id": "p1", "name": "Ada"}, {"id": "p1", "name": "Eve"}],
        "organizations": [{"id": "o1", "name": "Board", "parent_id": "gone"}],
        "memberships": [
            {"person_id": "p1", "organization_id": "o1", "start_date": "2025", "end_date": "2024"},
            {"person_id": "p9", "organization_id": "o1"},
            {"person_id": "p1", "organization_id": "o1", "start_date": "2023-02-30"},
        ],
    }
    Path("popolo.json").write_text(json.dumps(whole), "utf-8")
    done = run("load", "popolo.json", "--mapping", "popolo")
    assert done.exit_code == 5
    assert [line.removeprefix("Error: popolo.json: ") for line in done.stderr.splitlines()] == [
        "persons[1]: 'p1' stands twice; the first is taken",
        "memberships[0]: begins 2025, after it ends, 2024; both left out",
        "memberships[1]: 'p9' is not in the table persons",
        "memberships[2]: '2023-02-30' is no date",
        "organizations[0]: 'gone' is not in the table organizations",
    ]


def test_a_link_that_leads_out_of_the_folder_of_the_data(run: Run, here: Path) -> None:
    Path("data").mkdir()
    Path("secret.yaml").write_text("people: []", "utf-8")
    Path("data/people.yaml").symlink_to(here / "secret.yaml")
    rule = {"for": {"p": "people"}, "source": "{p}", "relation": "CHAIRS", "target": "Board"}
    whole = {"files": {"people": "people.yaml"}, "statements": [rule]}
    Path("mapping.yaml").write_text(json.dumps(whole), "utf-8")
    refused = run("load", "data", "--mapping", "mapping.yaml")
    assert refused.exit_code == 3
    assert "leads out of the folder" in refused.stderr
