"""What the lines of a document are, where only their shape says so."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from soundness import check_offsets, lost_words, shown

from stakeholder_graph.loaders import markdown, plain
from stakeholder_graph.loaders.formats import Parsed


def blocks(text: str) -> list[str]:
    """Return the blocks of a text, which are the same read as plain text and as Markdown."""
    parsed = plain.parse(text.encode(), "a.txt")
    check_offsets(parsed)
    assert shown(markdown.parse(text.encode(), "a.md")) == shown(parsed)
    return shown(parsed)


LISTS = {
    "dashes": (
        "Le comité réunit :\n- le maire ;\n- le préfet.",
        ["i0 le maire ;", "i0 le préfet."],
    ),
    "dashes without a blank": (
        "Le conseil comprend :\n\n-un élu ;\n\n-un agent.",
        ["i0 un élu ;", "i0 un agent."],
    ),
    "bullets": ("Sont membres :\n• la Région\n• l'État", ["i0 la Région", "i0 l'État"]),
    "long dashes": (
        "En détention\n– Le SPIP suit.\n– La cantine vend.",
        ["i0 Le SPIP suit.", "i0 La cantine vend."],
    ),
    "letters": ("Members:\na) the mayor;\nb) the chair.", ["i0 the mayor;", "i0 the chair."]),
    "letters in brackets": (
        "Members:\n(a) the mayor;\n(b) the chair.",
        ["i0 the mayor;", "i0 the chair."],
    ),
    "numbers": ("Steps:\n\n1. Write it.\n2. Read it.", ["i0 Write it.", "i0 Read it."]),
    "roman numbers": (
        "It shall:\ni. advise;\nii. report;\niii. meet;\niv. vote;\nv. rest.",
        ["i0 advise;", "i0 report;", "i0 meet;", "i0 vote;", "i0 rest."],
    ),
    "nested": (
        "Il comprend :\n\n1° Deux élus :\n\n-un maire ;\n\n-un adjoint.\n\n2° Un agent.",
        ["i0 Deux élus :", "i1 un maire ;", "i1 un adjoint.", "i0 Un agent."],
    ),
    "tree": (
        "Direction générale\n ├ Pôle eau\n └ Pôle voirie",
        ["i0 Pôle eau", "i0 Pôle voirie"],
    ),
    "no marker but semicolons": (
        "Sont nommés :\nMme Ada Roy, géologue ;\nM. Éli Ben, hydrologue ;\nM. Luc Fa, guide.",
        [
            "i0 Mme Ada Roy, géologue ;",
            "i0 M. Éli Ben, hydrologue ;",
            "i0 M. Luc Fa, guide.",
        ],
    ),
    "no marker, in paragraphs": (
        "Le conseil choisit :\n\nUn président, avec un suppléant\n\nUn trésorier, avec un autre",
        ["i0 Un président, avec un suppléant", "i0 Un trésorier, avec un autre"],
    ),
    "bare names": (
        "Text before.\n\nAlice Roe\nBen Lo\nCy Oz",
        ["i0 Alice Roe", "i0 Ben Lo", "i0 Cy Oz"],
    ),
    "posts and names": (
        "Text before.\n\nPrésident : Paul Nil\nTrésorière : Ada Roy",
        ["i0 Président : Paul Nil", "i0 Trésorière : Ada Roy"],
    ),
    "entries that are long": (
        "Text before.\n\nSponsor – Ada Roy. She owns the case and signs every change.\n"
        "Manager – Paul Nil. He runs the work from day to day.",
        [
            "i0 Sponsor – Ada Roy. She owns the case and signs every change.",
            "i0 Manager – Paul Nil. He runs the work from day to day.",
        ],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_seen_however_it_is_typed(name: str) -> None:
    text, items = LISTS[name]
    assert blocks(text)[1:] == items


HEADINGS = {
    "first line of a document": ("Le projet Alpha\n\nLa Ville le pilote.", ["h1 Le projet Alpha"]),
    "a title in two lines": (
        "VILLE DE BLOIS\nCompte rendu du 3 mai\n\nLa séance est ouverte.",
        ["h1 VILLE DE BLOIS", "h2 Compte rendu du 3 mai"],
    ),
    "a line of its own": (
        "Un début.\n\nComité de pilotage\n\nIl se réunit.",
        ["h3 Comité de pilotage"],
    ),
    "a line right above its text": (
        "Un début.\n\nLe bureau\nIl prépare les séances.",
        ["h3 Le bureau"],
    ),
    "a question": ("Un début.\n\nQui pilote ?\nLa Région pilote.", ["h3 Qui pilote ?"]),
    "a number": ("Un début.\n\n2. Instances\nLe comité se réunit.", ["h3 Instances"]),
    "an article": ("Un début.\n\nArticle 4 – Suivi\nUn comité suit.", ["h3 Suivi"]),
    "a number with a point inside": ("A start.\n\n4.1 Roles\n\nAda leads.", ["h3 Roles"]),
    "one above the other": (
        "A start.\n\nGovernance\n\nThe board\n\nMembers\n\nFive sit.\n\nMandate\n\nIt advises.",
        ["h3 Governance", "h4 The board", "h5 Members", "h5 Mandate"],
    ),
    "numbers below numbers": (
        "A start.\n\n3. Board\n\n3.1 Members\n\nFive sit.\n\n4. Staff\n\nFour work.",
        ["h3 Board", "h4 Members", "h3 Staff"],
    ),
    "above names": ("A start.\n\nTrustees\nAda Roy (Chair)\nBen Lo – Treasurer", ["h3 Trustees"]),
    "above items": ("A start.\n\nOrganisers\n\n* Ada Roy\n* Ben Lo", ["h3 Organisers"]),
    "questions and answers": ("A start.\n\nQ. Who leads?\nA. The Office leads.", ["h3 Who leads?"]),
}


@pytest.mark.parametrize("name", HEADINGS)
def test_a_heading_is_seen_by_its_shape(name: str) -> None:
    text, headings = HEADINGS[name]
    assert [line for line in blocks(text) if line[0] == "h"] == headings


@pytest.mark.parametrize(
    "text",
    [
        "Un début.\n\nLe comité comprend :\n\nSuite du texte.",
        "Un début.\n\nMadame,\n\nSuite du texte.",
        "A start.\n\nChair: Dr Pryce\n\nMore text follows.",
        "A start.\n\nThe end of it",
        "A start.\n\n(see the annex)\n\nMore text follows.",
        "A start.\n\nPhoto : la mairie\n\nMore text follows.",
        "A start.\n\n4.1 The board meets and votes.\n\n4.2 The chair signs what it votes.",
    ],
)
def test_what_only_looks_like_one_is_no_heading(text: str) -> None:
    assert [line for line in blocks(text) if line[0] == "h"] == []


def test_answers_and_clauses_lose_their_marks() -> None:
    assert blocks("A start.\n\nQ. Who?\nA. The Office.\n\nArt. 2. – Elle est présidée.")[-2:] == [
        "p The Office.",
        "p Elle est présidée.",
    ]


def test_initials_and_abbreviations_are_no_markers() -> None:
    text = "Un début de texte.\n\nA. Lenormand signe. M. Paul suit."
    assert blocks(text)[-1] == "p A. Lenormand signe. M. Paul suit."


def test_a_text_wrapped_at_a_width_stays_in_one_piece() -> None:
    text = (
        "The steering committee meets four times a year and whenever the chair of\n"
        "Works asks for it. It oversees the budget, the risks and the plan of the\n"
        "Programme, and reports to the cabinet. Its members are named by the mayor\n"
        "for three years.\n\n"
        "- the director of works, who keeps the risk register and brings it to each\n"
        "  meeting of the committee;\n"
        "- the treasurer."
    )
    assert blocks(text) == [
        "p " + text.partition("\n\n")[0],
        "i0 the director of works, who keeps the risk register and brings it to each\n"
        "meeting of the committee;",
        "i0 the treasurer.",
    ]


def test_a_sentence_broken_at_its_clauses_stays_in_one_piece() -> None:
    text = (
        "The board of the harbour oversees the works,\nwhich the agency leads\nand the city pays."
    )
    assert blocks(text)[0] == "p " + text


def test_lines_with_bars_are_rows() -> None:
    assert blocks("Who does what.\n\n| Acteur | Mission |\n| Préfet | Dirige |")[1:] == [
        "r* Acteur|Mission",
        "r Préfet|Dirige",
    ]
    assert blocks("Who does what.\n\nRed Cross | SUPPORT | Shelters\nTransit | SUPPORT | Buses")[
        1:
    ] == [
        "r Red Cross|SUPPORT|Shelters",
        "r Transit|SUPPORT|Buses",
    ]
    assert blocks("Home | About the board\n\nThe board meets.")[0] == "h1 Home | About the board"


WORDS = st.sampled_from(
    "Comité pilotage Ville Région préside membres board chairs Ministry finance Alpha".split()
)
LINE = st.builds(
    lambda mark, words, end: f"{mark}{' '.join(words)}{end}",
    st.sampled_from(
        ["", "", "", "- ", "-", "• ", "1. ", "2° ", "a) ", "(iv) ", "  - ", "> ", "Q. "]
    ),
    st.lists(WORDS, min_size=1, max_size=30),
    st.sampled_from(["", ".", " :", " ;", ",", " ?", " | board | chairs"]),
)
TEXT = st.lists(st.lists(LINE, min_size=1, max_size=6).map("\n".join), min_size=1, max_size=8).map(
    "\n\n".join
)


@given(TEXT)
def test_no_word_is_lost_and_each_stands_where_it_was(text: str) -> None:
    for parsed in (plain.parse(text.encode(), "a.txt"), markdown.parse(text.encode(), "a.md")):
        check_offsets(parsed)
        assert not lost_words(parsed)


@given(st.text(alphabet="aB é.:;,-–•1a)(°|\n\t>?", min_size=1, max_size=120))
@example("1.\n- \n a")
def test_any_text_is_taken_apart_soundly(text: str) -> None:
    if text.strip():
        check_offsets(plain.parse(text.encode(), "a.txt"))


def test_time_grows_with_the_text_not_with_its_square() -> None:
    # A minute-long hang would show; the limit is loose because machines differ.
    for line in ("Abc\n", "Abc\n\n", "- a\n", "a | b\n", "Name – post\n", " " * 50 + "\n"):
        parsed: Parsed = plain.parse(("Start.\n" + line * 5_000 + "End.").encode(), "a.txt")
        assert parsed.blocks
