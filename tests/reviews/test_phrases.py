"""A reviewer's phrases: found while typing, filled in, checked, and kept in files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.settings import Phrase
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.reviews.model import CommentKind
from qa_desktop.reviews.phrase_files import (
    load_phrases,
    merged,
    phrases_text,
    read_phrases,
    save_phrases,
    starters,
)
from qa_desktop.reviews.phrases import (
    PhraseFault,
    Token,
    exact,
    faults_of,
    filled,
    kind_of,
    matching,
    token_before,
)

HOLD = Phrase(shortcut="hold", text="Say what you check", kind="coaching")
HI = Phrase(shortcut="Hi", text="Warm greeting, {agent}", kind="praise")
CALM = Phrase(shortcut="安抚", text="先致歉再解决")
PHRASES = (HOLD, HI, CALM)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (";", Token(0, "", fresh=True)),
        (";ho", Token(0, "ho", fresh=True)),
        ("well ；安", Token(5, "安", fresh=True)),
        ("问了；然后", Token(2, "然后", fresh=False)),
        ("a;b;c", Token(3, "c", fresh=False)),
        ("", None),
        ("no sign", None),
        ("; gone", None),
        (";" + "x" * 40, None),
    ],
)
def test_what_is_being_typed(text: str, expected: Token | None) -> None:
    assert token_before(text, len(text)) == expected


def test_only_what_stands_before_the_cursor_counts() -> None:
    assert token_before(";hold", 3) == Token(0, "ho", fresh=True)


@given(text=st.text(alphabet=";； a安\n", max_size=30), cursor=st.integers(0, 30))
def test_a_token_is_really_there(text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    token = token_before(text, cursor)
    if token is not None:
        assert text[token.start] in ";；"
        assert text[token.start + 1 : cursor] == token.prefix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (";", PHRASES),
        (";h", (HOLD, HI)),
        (";HI", (HI,)),
        (";greet", (HI,)),
        ("；安", (CALM,)),
        ("；解决", (CALM,)),
        # Behind a word the sign is punctuation until a shortcut is begun.
        ("问了；", ()),
        ("问了；解决", ()),
        ("问了；安", (CALM,)),
        (";zzz", ()),
    ],
)
def test_what_is_offered(text: str, expected: tuple[Phrase, ...]) -> None:
    token = token_before(text, len(text))
    assert token is not None
    assert matching(PHRASES, token) == expected


def test_a_space_takes_only_what_is_typed_out() -> None:
    assert exact(PHRASES, Token(0, "hi", fresh=True)) == HI
    assert exact(PHRASES, Token(0, "h", fresh=True)) is None
    assert exact((Phrase(shortcut="", text="x"),), Token(0, "", fresh=True)) is None


def test_places_are_filled_and_other_braces_stay() -> None:
    phrase = Phrase(shortcut="x", text="{agent} at {time}: {item} {other} {}")
    assert filled(phrase, {"agent": "{time}", "time": "1:02"}) == "{time} at 1:02:  {other} {}"


def test_kinds() -> None:
    assert kind_of(HI) is CommentKind.PRAISE
    assert kind_of(CALM) is None
    assert kind_of(Phrase(shortcut="x", text="y", kind="nonsense")) is None


def test_what_is_wrong_with_phrases() -> None:
    phrases = [
        HOLD,
        Phrase(shortcut="HOLD", text="again"),
        Phrase(shortcut=" ", text=" "),
        Phrase(shortcut="a b", text="x"),
        Phrase(shortcut="；", text="x"),
        Phrase(shortcut="x" * 21, text="x"),
        Phrase(shortcut="x" * 20, text="x"),
    ]
    bad = (PhraseFault.BAD_SHORTCUT,)
    assert faults_of(phrases) == {
        0: (PhraseFault.TAKEN,),
        1: (PhraseFault.TAKEN,),
        2: (PhraseFault.NO_SHORTCUT, PhraseFault.NO_TEXT),
        3: bad,
        4: bad,
        5: bad,
    }


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20) | st.sampled_from(
    ["=1", "'=1", "''", "a,b", 'a"b', "两行\n文字", "'x", "-", "@x"]
)


@given(
    rows=st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["", *CommentKind])), max_size=5),
    as_csv=st.booleans(),
)
def test_files_give_back_what_they_were_given(
    rows: list[tuple[str, str, str]], as_csv: bool
) -> None:
    phrases = tuple(Phrase(shortcut=f"s{a}", text=f"{b}.", kind=str(k)) for a, b, k in rows)
    text = phrases_text(phrases, as_csv=as_csv)
    assert read_phrases(text.encode("utf-8"), "x") == phrases


@pytest.mark.parametrize("name", ["p.json", "p.CSV"])
def test_files_are_saved_and_loaded(tmp_path: Path, name: str) -> None:
    save_phrases(PHRASES, tmp_path / name)
    assert load_phrases(tmp_path / name) == PHRASES


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('[{"shortcut": "a",]', "reviews.phrases_broken", 1),
        ('[{"shortcut": "a"}]', "reviews.phrases_unknown", None),
        ('{"shortcut": "a", "text": "b"}', "reviews.phrases_unknown", None),
        ('[{"shortcut": "a", "text": 7}]', "reviews.phrases_unknown", None),
        ("a,b\n1,2\n", "reviews.phrases_unknown", None),
        ("shortcut,kind,text\na,praise,x\nb,prase,y\n", "reviews.phrase_kind", 3),
        ("", "parsers.empty", None),
    ],
)
def test_bad_files_say_what_is_wrong(text: str, code: str, line: int | None) -> None:
    with pytest.raises(ProblemError) as caught:
        read_phrases(text.encode(), "bad")
    assert [(p.code, p.where.line) for p in caught.value.problems] == [(code, line)]


def test_folders_are_no_files(tmp_path: Path) -> None:
    with pytest.raises(ProblemError):
        load_phrases(tmp_path)
    with pytest.raises(ProblemError):
        save_phrases(PHRASES, tmp_path / "none" / "p.json")


@pytest.mark.parametrize("language", LANGUAGES)
def test_starters_are_good_phrases(language: str) -> None:
    phrases = starters(language)
    assert len(phrases) >= 4
    assert faults_of(phrases) == {}
    assert {kind_of(phrase) for phrase in phrases} == set(CommentKind)


def test_what_comes_in_loses_nothing_and_doubles_nothing() -> None:
    other = Phrase(shortcut="hold", text="other words")
    assert merged(PHRASES, (HI, other, other)) == (*PHRASES, other)
