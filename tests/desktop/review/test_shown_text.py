"""What of a message is shown, and that comments find their characters all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.desktop.review.conversation.quoted_mail import quoted_spans
from qa_desktop.desktop.review.turns.shown_text import HIDDEN, shown_text

REPLY = """Thanks, that works now.

--\x20
Jane Doe
Example Ltd

On Mon, 2 Nov 2026 at 10:14, Support <help@example.com> wrote:
> Please restart the router.
>
> Best
> Bo"""


def test_quoted_mail_is_left_out_and_the_signature_is_not() -> None:
    shown = shown_text(REPLY)
    assert shown.text == "Thanks, that works now.\n\n-- \nJane Doe\nExample Ltd"
    assert (shown.folds.quoted_lines, shown.folds.more_lines) == (5, 0)
    assert shown_text(REPLY, opened=True).text == REPLY
    assert shown_text(REPLY, opened=True).folds == shown.folds


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----\nFrom: Bo\nplease restart",
        "---------- Forwarded message ---------\nplease restart",
        "----- 原始邮件 -----\n请重启",
        "From: Bo\nSent: Monday\nTo: Jane\nSubject: Router\n\nplease restart",
        "发件人：客服\n发送时间：周一\n收件人：王芳\n主题：路由器\n\n请重启",
        "On Mon, 2 Nov 2026 at 10:14, Support\n<help@example.com> wrote:\nplease restart",
        "在 2026年11月2日，客服 写道：\n> 请重启",
        "> please restart\n> and wait",
    ],
)
def test_heads_of_other_mail(head: str) -> None:
    text = f"It works.\n\n{head}"
    assert quoted_spans(text) == [(len("It works.\n\n"), len(text))]
    assert shown_text(text).text == "It works."


@pytest.mark.parametrize(
    "text",
    [
        "> one line that a customer quotes\nand what he says of it",
        "a -> b, and 3 > 2",
        "From: London\nI would like to go to Leeds.",
        "On Monday I wrote: nothing came",
        "Nobody wrote:\nthat is a sentence",
        # Nothing would be left.
        "On Mon, 2 Nov 2026, Support wrote:\n> Please restart the router.\n> Bo",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert shown_text(text).text == text
    assert not shown_text(text).folds.any


def test_answers_between_quoted_lines_stay() -> None:
    text = "> one\n> two\nmy answer\n> three\n> four\nmy other answer"
    assert shown_text(text).text == f"{HIDDEN}\nmy answer\n{HIDDEN}\nmy other answer"


def test_long_messages_are_cut_at_a_line_or_a_word_and_count_what_is_left() -> None:
    lines = "\n".join(f"line {n}" for n in range(30))
    shown = shown_text(lines)
    assert shown.text == "\n".join(f"line {n}" for n in range(12)) + HIDDEN
    assert shown.folds.more_lines == 18
    words = shown_text("word " * 400)
    assert words.text.endswith(f"word {HIDDEN}")
    assert len(words.text) < 850
    chinese = shown_text("您好，我想退款。" * 100)
    assert chinese.text.endswith((f"。{HIDDEN}", f"，{HIDDEN}"))
    assert len(chinese.text) < 430
    assert shown_text("w" * 1100).text == "w" * 1100


def test_markup_is_not_shown_raw() -> None:
    text = "<p>Hello&nbsp;<b>Bo</b>,</p><p>it <i>works</i> &amp; is fast.<br/>Bye</p>"
    shown = shown_text(text)
    assert shown.text == "Hello Bo,\nit works & is fast.\nBye"
    assert shown.folds.markup
    assert shown_text(text, as_imported=True).text == text
    start = text.index("works")
    assert shown.text[shown.to_shown(start) : shown.to_shown(start + 5)] == "works"
    place = shown.text.index("fast")
    assert text[shown.to_source(place) : shown.to_source(place + 4)] == "fast"


@pytest.mark.parametrize(
    "text", ["List<T> and <name>", "a < b && b > c", "<Media omitted>", "R&D; &unknown;", "<3"]
)
def test_brackets_that_no_mail_program_writes_stay(text: str) -> None:
    assert shown_text(text).text == text


def test_the_sign_of_an_edit_is_told_apart() -> None:
    shown = shown_text("see you at five <This message was edited>")
    assert (shown.text, shown.folds.edited) == ("see you at five", True)


def test_what_is_left_out_can_be_asked_for() -> None:
    shown = shown_text(REPLY)
    quote = REPLY.index("restart")
    assert not shown.shows(quote, quote + 7)
    assert shown.shows(0, 6)


@given(
    st.lists(
        st.sampled_from(
            ["word ", "您好。", "\n", "<br>", "<p>", "</p>", "&amp;", "> said\n", "😀", "-- \n"]
        ),
        max_size=80,
    )
)
def test_what_is_shown_as_it_is_maps_there_and_back(parts: list[str]) -> None:
    text = "".join(parts)
    shown = shown_text(text)
    places = [shown.to_shown(char) for char in range(len(text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(shown.text) for place in places)
    chars = [shown.to_source(place) for place in range(len(shown.text) + 1)]
    assert chars == sorted(chars)
    for place in range(len(shown.text)):
        char = shown.to_source(place + 1) - 1
        if text[char : char + 1] == shown.text[place] and shown.to_shown(char) == place:
            assert shown.to_shown(char + 1) == place + 1
    assert shown_text(text, opened=True, as_imported=True).text == text


@given(st.text(alphabet="ab &<>/bp;amp\n", max_size=60), st.data())
def test_tight_words_look_the_same(text: str, data: st.DataObject) -> None:
    shown = shown_text(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = shown.tight(start, end)
    assert first <= last
    if shown.to_shown(start) < shown.to_shown(end):
        before = shown.text[shown.to_shown(start) : shown.to_shown(end)]
        assert shown.text[shown.to_shown(first) : shown.to_shown(last)] == before
