"""RACI: who is responsible, accountable, consulted and informed, with the sentence behind each."""

from .cells import Cell, Flag, Mark, Row
from .composition import raci_matrix
from .files import SUFFIXES, matrix_csv, write_matrix
from .legend import FORMS, letters_in_words, without_letter
from .markdown import matrix_markdown
from .matrix import FRAME, Matrix
from .notes import Note, matrix_notes
from .page import matrix_page
from .workbook import matrix_workbook

__all__ = [
    "FORMS",
    "FRAME",
    "SUFFIXES",
    "Cell",
    "Flag",
    "Mark",
    "Matrix",
    "Note",
    "Row",
    "letters_in_words",
    "matrix_csv",
    "matrix_markdown",
    "matrix_notes",
    "matrix_page",
    "matrix_workbook",
    "raci_matrix",
    "without_letter",
    "write_matrix",
]
