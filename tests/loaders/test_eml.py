"""E-mail: the words of the writer, not those of others, and no addresses."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from soundness import check_offsets, shown

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders.eml import parse
from stakeholder_graph.loaders.formats import Parsed

OWN = "The harbour board oversees the ferry service."


def mail(text: str = "", html: str = "", subject: str = "Ferry") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Ann Lee <ann@example.org>", "Bob Roe <bob@example.org>"
    message["Subject"] = subject
    if text:
        message.set_content(text)
    if html:
        message.set_content(html, subtype="html")
    return message


def read(message: EmailMessage) -> Parsed:
    parsed = parse(message.as_bytes(), "a.eml")
    check_offsets(parsed)
    return parsed


def test_subject_and_words_are_kept_and_addresses_are_not() -> None:
    parsed = read(mail(f"Dear Bob,\n\n{OWN}\n\nAnn", subject="RE: Fwd: Who runs the ferry?"))
    assert parsed.title == "Who runs the ferry?"
    assert shown(parsed)[0] == "h1 Who runs the ferry?"
    assert OWN in parsed.text
    assert "@" not in parsed.text
    assert "Lee" not in parsed.text


@pytest.mark.parametrize(
    "quoted",
    [
        "On 3 May 2026 at 10:00, Bob Roe <bob@example.org> wrote:\n> The city runs the ferry.",
        "Le 3 mai 2026 à 10:00, Bob Roe\n<bob@example.org> a écrit :\n\n> La ville gère le bac.",
        "-----Message d'origine-----\nDe : Bob Roe\nEnvoyé : lundi\n\nLa ville gère le bac.",
        "________________________________\nFrom: Bob Roe\nSent: Monday\n\nThe city runs it.",
        "De : Bob Roe\nEnvoyé : lundi 3 mai\nÀ : Ann Lee\nObjet : bac\n\nLa ville gère le bac.",
        "-- \nAnn Lee\nDirector of the city",
    ],
)
def test_quoted_mail_and_signatures_are_left_out(quoted: str) -> None:
    assert shown(read(mail(f"{OWN}\n\n{quoted}\n")))[1:] == [f"p {OWN}"]


def test_a_forwarded_mail_is_read_without_its_addresses() -> None:
    text = f"FYI\n\n---------- Forwarded message ---------\nFrom: Bob <b@x.org>\nDate: Mon\n\n{OWN}"
    parsed = read(mail(text))
    assert OWN in parsed.text
    assert "b@x.org" not in parsed.text


@pytest.mark.parametrize(
    "quoted",
    [
        '<div class="gmail_quote"><p>The city runs the ferry.</p></div>',
        '<blockquote type="cite"><p>The city runs the ferry.</p></blockquote>',
        '<div id="divRplyFwdMsg">From: Bob</div><div>The city runs the ferry.</div>',
    ],
)
def test_quotes_of_a_mail_that_is_a_page_are_left_out(quoted: str) -> None:
    html = f"<style>p {{}}</style><h2>News</h2><p>{OWN}</p><ul><li>One</li></ul>{quoted}"
    assert shown(read(mail(html=html)))[1:] == ["h2 News", f"p {OWN}", "i0 One"]


def test_the_text_is_preferred_to_the_page() -> None:
    message = mail(OWN)
    message.add_alternative("<p>Another text.</p>", subtype="html")
    assert shown(read(message))[1:] == [f"p {OWN}"]


def test_accents_of_every_charset_are_kept() -> None:
    text = "La préfecture contrôle le bac où l'on paye 3 €."
    for charset in ("utf-8", "cp1252", "iso-8859-15"):
        message = mail()
        message.set_content(text, charset=charset)
        assert text in read(message).text


def test_what_is_no_mail_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.eml: is no e-mail"):
        parse(b"The board leads.\n\nIt votes.", "a.eml")
