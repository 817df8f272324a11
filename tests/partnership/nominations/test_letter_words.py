"""Letters as they are read: scripts, missing words, the mark of a demo event."""

import io

import pytest
from django.test import Client
from pypdf import PdfReader

from partnership.accounts.models import User
from partnership.core.publishing import missing_glyphs
from partnership.nominations import letter_files, letter_texts
from partnership.nominations.choices import FOR_PEOPLE, LetterKind
from tests.partnership.nominations.letters import letter_to, squeezed, text_of, words_of

NAMES = {
    "Chinese": "李海洋",
    "Thai": "สมชาย ทะเลไทย",
    "Burmese": "အောင်မြင့်",
    "Khmer": "សុខា សមុទ្រ",
    "Lao": "ສົມສັກ ທະເລ",
    "Vietnamese": "Nguyễn Thị Biển",
}

# Of the other scripts, a syllable is written once for each of its shapes, which a reader of PDF
# puts together again and pypdf does not.
WHOLE = {"Chinese", "Thai", "Vietnamese"}


@pytest.mark.django_db
@pytest.mark.parametrize("script", NAMES)
def test_a_name_in_every_script_is_found_again_in_the_files(script: str) -> None:
    name = NAMES[script]
    letter = letter_to(name)
    assert missing_glyphs(letter.texts) == []

    found = squeezed(text_of(letter_files.pdf(letter)))
    if script in WHOLE:
        assert squeezed(name) in found
    assert set(squeezed(name)) <= set(found)
    assert name in words_of(letter_files.docx(letter))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(FOR_PEOPLE))
def test_what_is_typed_is_set_as_it_is(kind: LetterKind) -> None:
    name = "O'Brien <b> {event} #x & co"
    letter = letter_to(name, kind)

    assert squeezed(name) in squeezed(text_of(letter_files.pdf(letter))).replace("’", "'")
    assert "O'Brien &lt;b&gt; {event} #x &amp; co" in words_of(letter_files.docx(letter))


def test_an_empty_word_leaves_no_traces() -> None:
    body = letter_texts.DEFAULTS[LetterKind.VISA]["body_en"]
    words = dict.fromkeys(letter_texts.PLACEHOLDERS, "") | {"name": "Mei"}

    filled = letter_texts.filled(body, words)

    assert "passport" not in filled
    assert ", ," not in filled
    assert letter_texts.unknown("{name} {shoe}") == ["shoe"]


@pytest.mark.django_db
def test_a_sign_no_font_has_is_named(client: Client, lin: User) -> None:
    client.force_login(lin)
    letter = letter_to("Mei 𓀀")

    answer = client.get(f"/en/letters/{letter.uid}/pdf/")

    assert answer.status_code == 409
    assert "𓀀" in answer.content.decode()


def words_without(*names: str) -> dict[str, str]:
    """Return the words of a letter to Mei of the Port, some of them missing."""
    known = {
        "name": "Mei",
        "position": "Head",
        "organisation": "Port",
        "event": "Dialogue",
        "when": "8 March",
        "where": "Xiamen",
        "passport_name": "LIN MEI",
    }
    return dict.fromkeys(letter_texts.PLACEHOLDERS, "") | known | dict.fromkeys(names, "")


@pytest.mark.parametrize(
    ("kind", "column", "missing", "sentence"),
    [
        ("invitation", "zh_hans", "", "“Dialogue”定于8 March在Xiamen举行。现诚邀您代表Port出席。"),
        ("invitation", "zh_hans", "where", "定于8 March举行。"),
        ("invitation", "zh_hans", "organisation", "现诚邀您出席。"),
        ("invitation", "en", "", "will take place on 8 March at Xiamen. We have the honour to"),
        ("invitation", "en", "", "to take part as the representative of Port."),
        ("invitation", "en", "where", "will take place on 8 March. We have"),
        ("invitation", "en", "organisation", "to invite you to take part.\n"),
        ("visa", "zh_hans", "", "Mei（护照姓名：LIN MEI，单位及职务：PortHead）来华"),
        ("visa", "zh_hans", "passport_name", "Mei（单位及职务：PortHead）来华"),
        ("visa", "zh_hans", "organisation", "Mei（护照姓名：LIN MEI，单位及职务：Head）来华"),
        ("visa", "zh_hans", "organisation position", "Mei（护照姓名：LIN MEI）来华"),
        ("visa", "zh_hans", "organisation position passport_name", "兹邀请Mei来华"),
        ("visa", "zh_hans", "where", "活动定于8 March举行。"),
        ("visa", "en", "", "(name in the passport: LIN MEI), Head, of Port, to take part"),
        ("visa", "en", "position", "(name in the passport: LIN MEI), of Port, to take part"),
        ("visa", "en", "organisation", "(name in the passport: LIN MEI), Head, to take part"),
        ("visa", "en", "organisation position passport_name", "We invite Mei to take part"),
        ("visa", "en", "where", "which will take place on 8 March.\n"),
        ("organisation", "zh_hans", "where", "“Dialogue”定于8 March举行。"),
        ("organisation", "en", "where", "“Dialogue” will take place on 8 March. We"),
    ],
)
def test_a_missing_word_leaves_a_whole_sentence(
    kind: str, column: str, missing: str, sentence: str
) -> None:
    body = letter_texts.DEFAULTS[kind][f"body_{column}"]

    assert sentence in letter_texts.filled(body, words_without(*missing.split()))


def test_what_is_typed_is_no_gap() -> None:
    words = words_without("where") | {"name": "Mei, , 在{where}"}

    assert letter_texts.filled("{name}在{where}", words) == "Mei, , 在{where}"


@pytest.mark.django_db
def test_a_letter_of_a_demo_event_says_so_at_its_head() -> None:
    letter = letter_to()
    assert "演示数据" not in words_of(letter_files.docx(letter))
    letter.event.is_demo = True

    pages = PdfReader(io.BytesIO(letter_files.pdf(letter))).pages
    heads = [squeezed(page.extract_text())[:8] for page in pages]
    assert heads[0].startswith("演示数据")
    assert heads[1] == "Demodata"
    word = words_of(letter_files.docx(letter)).split()
    assert word[0] == "演示数据"
    assert word[word.index("Demo") + 2].startswith("China")
