"""The notebooks: executed, with their outputs kept so that they read well on a web page.

`make docs` executes them anew; a test checks that what is stored is what comes out.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from traitlets.config import Config

ROOT = Path(__file__).parent.parent
NOTEBOOKS = ROOT / "notebooks"
# What a run may change without the notebook saying anything else: pixels, and the page's code.
_VOLATILE = {"image/png": "image/png", "text/html: <iframe": "<iframe"}


def execute(path: Path) -> NotebookNode:
    """Return a notebook as it is after a run, in a folder laid out as the repository is."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "samples", Path(folder) / "samples")
        work = Path(folder) / "notebooks"
        shutil.copytree(NOTEBOOKS / "data", work / "data")
        # Messages go through files of this user's, not through ports of the machine.
        kernel = {"ConnectionFileMixin": {"transport": "ipc", "ip": f"{folder}/kernel"}}
        where = {"metadata": {"path": str(work)}}
        client = NotebookClient(
            notebook,
            config=Config(kernel),
            record_timing=False,
            coalesce_streams=True,
            resources=where,
        )
        client.execute()
    return notebook


def outputs(notebook: NotebookNode) -> list[list[str]]:
    """Return what each code cell shows, without what may change from run to run."""
    return [
        [text for output in cell.outputs for text in _texts(output)]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _texts(output: NotebookNode) -> Iterator[str]:
    if output.output_type == "stream":
        yield f"{output.name}: {output.text}"
    for kind, value in sorted(output.get("data", {}).items()):
        text = f"{kind}: {value}"
        yield next((mark for start, mark in _VOLATILE.items() if text.startswith(start)), text)


def main(names: Sequence[str]) -> None:
    """Execute the notebooks of these names, or all, and store them."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        if not names or path.name in names:
            nbformat.write(execute(path), path)


if __name__ == "__main__":
    main(sys.argv[1:])
