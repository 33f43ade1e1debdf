"""Questions in a file, to be answered there: a spreadsheet or YAML, out and in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import InputError, MissingExtraError

if TYPE_CHECKING:
    from ...loaders import Erased, Question

COLUMNS = (
    *("answer", "topic", "first", "relation", "second", "reason", "quote", "document", "place"),
    "key",
)
_WIDTHS = (8, 14, 34, 18, 34, 34, 60, 24, 16, 14)
_FORMS = ("xlsx", "yaml", "yml")
_YES, _NO = ("y", "yes", "o", "oui"), ("n", "no", "non")


def write_questions(questions: Iterable[Question], path: Path) -> None:
    """Write questions to a file, each with an empty answer.

    Raises
    ------
    InputError
        If the name of the file ends in neither ``.xlsx`` nor ``.yaml``.
    """
    _write([_row(question) for question in questions], path)


def forget_questions(folder: Path, erased: Erased) -> Iterator[tuple[Path, int]]:
    """Take the questions that name an erased person out of files that were exported to a folder.

    Each such file is yielded, with how many questions it had of them.
    """
    for path in sorted(folder.iterdir()):
        if path.suffix.lower().lstrip(".") not in _FORMS or not path.is_file():
            continue
        try:
            rows = _rows(path)
        except InputError:  # no file of ours
            continue
        texts = [" ".join(str(value or "") for value in row.values()) for row in rows]
        pairs = zip(rows, texts, strict=True)
        kept = [row for row, text in pairs if erased.hide(text, known=True) == text]
        if len(kept) < len(rows) and all(row.keys() >= {"answer", "key"} for row in rows):
            _write([{name: str(row.get(name) or "") for name in COLUMNS} for row in kept], path)
            yield path, len(rows) - len(kept)


def read_answers(path: Path) -> dict[str, bool]:
    """Return the answers of a file by the key of their question; empty ones are left out.

    Raises
    ------
    InputError
        If it cannot be read, or an answer is neither yes nor no.
    """
    rows = _rows(path)
    answers: dict[str, bool] = {}
    for number, row in enumerate(rows, 1):
        answer = str(row.get("answer") or "").strip().lower()
        if answer in (*_YES, *_NO, "true", "false"):  # YAML takes a bare y for the text, yes not
            answers[str(row.get("key", ""))] = answer in (*_YES, "true")
        elif answer:
            remedy = "write y or n, or leave it empty"
            where = f"{path}, question {number}"
            raise InputError(f"{answer[:40]!r} is no answer", where=where, remedy=remedy)
    return answers


def _rows(path: Path) -> list[dict[str, Any]]:
    return _read_workbook(path) if _form(path) == "xlsx" else _read_yaml(path)


def _write(rows: Sequence[dict[str, str]], path: Path) -> None:
    if _form(path) == "xlsx":
        _write_workbook(rows, path)
    else:
        import yaml

        head = "# Answer y or n; what is left empty is not decided.\n"
        made = yaml.safe_dump(rows, sort_keys=False, allow_unicode=True, width=100)
        path.write_text(head + made, "utf-8")


def _row(question: Question) -> dict[str, str]:
    return {
        "answer": "",
        "topic": question.topic,
        "first": question.first,
        "relation": question.relation,
        "second": question.second,
        "reason": question.reason,
        "quote": question.quote,
        "document": question.document,
        "place": question.locator,
        "key": question.key,
    }


def _form(path: Path) -> str:
    form = path.suffix.lower().lstrip(".")
    if form in _FORMS:
        return form
    raise InputError("is no spreadsheet", where=str(path), remedy="end it in .xlsx or .yaml")


def _write_workbook(rows: Sequence[dict[str, str]], path: Path) -> None:
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        instead = "end the name in .yaml"
        raise MissingExtraError("workbooks need XlsxWriter", "xlsx", instead=instead) from error
    with Workbook(str(path)) as book:
        book.set_properties({"author": "stakeholder-graph"})  # it states nothing itself
        sheet = book.add_worksheet("review")
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, bold)
        for line, row in enumerate(rows, 1):
            for column, name in enumerate(COLUMNS):
                # As text: nothing a document says is ever a formula.
                sheet.write_string(line, column, row[name][:32767], wrapped)
        sheet.freeze_panes(1, 1)
        if rows:
            choice = {"validate": "list", "source": ["y", "n"]}
            sheet.data_validation(1, 0, len(rows), 0, choice)


def _read_workbook(path: Path) -> list[dict[str, Any]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    except (CalamineError, OSError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path)) from error
    heads = [str(cell).strip() for cell in rows[0]] if rows else []
    if not {"answer", "key"} <= set(heads):
        remedy = "use a file that `stakeholders review --export` wrote"
        raise InputError("has no columns answer and key", where=str(path), remedy=remedy)
    return [dict(zip(heads, row, strict=False)) for row in rows[1:]]


def _read_yaml(path: Path) -> list[dict[str, Any]]:
    import yaml

    try:
        rows = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path)) from error
    if rows and not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        remedy = "use a file that `stakeholders review --export` wrote"
        raise InputError("is no list of questions", where=str(path), remedy=remedy)
    return rows or []
