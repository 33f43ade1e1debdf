"""PDF: the text layer of each page, in reading order, as headings, paragraphs, lists and tables.

pdfium, the engine of Chrome, tells where each character stands; what these characters are to a
reader (columns, running heads, paragraphs) is found out here.
"""

from .document import parse

__all__ = ["parse"]
