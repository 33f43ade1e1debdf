"""The page: the matrix as one HTML file, each letter linked to the sentences behind it."""

from __future__ import annotations

from importlib import resources

from ...text import clean
from .legend import FORMS, letters_in_words, without_letter
from .matrix import Matrix
from .notes import matrix_notes


def matrix_page(matrix: Matrix, title: str = "") -> str:
    """Return the matrix as an HTML page that needs nothing else and runs no script.

    Every letter is a link to its evidence below, and back. All text is escaped.
    """
    from jinja2 import Environment, FileSystemLoader

    with resources.as_file(resources.files(__package__) / "assets") as assets:
        loader = FileSystemLoader(assets, encoding="utf-8")
        environment = Environment(
            loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        environment.filters["clean"] = clean
        template = environment.get_template("matrix.html.j2")
        style = (assets / "matrix.css").read_text("utf-8")
    told = [
        (row, {note.cell.stakeholder.id: note for note in of})
        for row, of in matrix_notes(matrix.shown())
    ]
    return template.render(
        title=clean(title) or "RACI matrix",
        matrix=matrix,
        told=told,
        style=style,
        forms=FORMS,
        letters=list(letters_in_words(matrix)),
        without=without_letter(matrix),
    )
