"""Each bad file has its own precise problem, and nothing ever crashes."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.parsed import Found, ParsedFile
from qa_desktop.interactions.parsers import parse_text_file

Parse = Callable[..., ParsedFile]
Refused = Callable[..., ProblemError]
CHECKOUT = Path(__file__).resolve().parents[3]
ROOM = CHECKOUT / "qa_desktop" / "interactions"


@pytest.mark.parametrize(
    ("name", "content", "code", "line", "column"),
    [
        ("a.json", b"", "empty", None, None),
        ("a.txt", b"\xef\xbb\xbf \r\n", "empty", None, None),
        ("a.json", '{"turns": [\n{"speaker": "agent", "te', "json_truncated", 2, 25),
        ("a.json", "[1, 2", "json_truncated", 1, 6),
        ("a.json", '{"a": 1,]', "json_broken", 1, 9),
        ("a.json", '{"a": 1}\nthen text', "json_broken", 2, 1),
        ("a.json", "hello there", "json_broken", 1, 1),
        ("a.json", '"a lone text"', "not_json", 1, None),
        ("a.json", "[" * 100_000, "json_too_deep", None, None),
        ("a.json", "[" * 500 + "]" * 500, "json_too_deep", None, None),
        ("a.json", "[" + "9" * 5000 + "]", "json_number", None, None),
        ("a.json", "<!DOCTYPE html>\n<html><body>404</body></html>", "html_page", None, None),
        ("a.csv", "\n<html>Sign in</html>", "html_page", None, None),
        ("a.txt", b"RIFF\x24\x00\x00\x00WAVEfmt ", "binary_known", None, None),
        ("a.txt", b"PK\x03\x04\x14\x00\x06\x00", "binary_known", None, None),
        ("a.txt", bytes(range(256)) * 20, "binary", None, None),
        ("a.xyz", "just words", "kind_unknown", None, None),
        (
            "a.csv",
            b"speaker,text\nagent," + bytes(range(128, 256)) * 4,
            "encoding_unknown",
            2,
            None,
        ),
    ],
)
def test_a_bad_file_says_what_is_wrong_and_where(
    refused: Refused, name: str, content: Any, code: str, line: int | None, column: int | None
) -> None:
    (problem,) = refused(name, content).problems
    assert problem.code == f"parsers.{code}"
    assert problem.where.file == name
    assert (problem.where.line, problem.where.column) == (line, column)


def test_json_in_a_text_file_is_read_as_json(parse: Parse) -> None:
    parsed = parse("chat.txt", [{"speaker": "agent", "text": "Hello"}])
    assert parsed.format == "json"


def test_a_broken_line_among_json_lines_costs_only_itself(parse: Parse) -> None:
    lines = [json.dumps({"speaker": "agent", "text": f"line {n}"}) for n in range(3)]
    lines[1] = lines[1][:-4]
    parsed = parse("a.jsonl", "\n".join(lines))
    assert [(p.code, p.where.line) for p in parsed.problems] == [("parsers.json_line_broken", 2)]
    assert [t.text for t in parsed.conversations[0].turns] == ["line 0", "line 2"]


def test_valid_json_without_a_conversation_is_skipped_with_what_was_found(parse: Parse) -> None:
    parsed = parse("settings.json", {"theme": "dark", "sizes": [1, 2]})
    assert parsed.kind_found is Found.NOTHING
    assert parsed.problems[0].values == {"found": "theme, sizes"}


def test_what_no_database_can_keep_is_cleaned(parse: Parse) -> None:
    text = '[{"speaker": "agent", "text": "a\\u0000b\\ud800c"}]'
    (turn,) = parse("a.json", text).conversations[0].turns
    assert turn.text == "ab?c"


def test_numbers_no_recording_can_hold_are_no_times(parse: Parse) -> None:
    text = '{"text": "x", "segments": [{"start": 1.5, "end": 1e300, "text": "hi"}]}'
    (turn,) = parse("a.json", text).turns
    assert (turn.start_ms, turn.end_ms) == (1500, None)


def test_a_sibling_outside_the_folder_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "user.csv").write_text("id,name\n1,Eve\n", encoding="utf-8")
    inside = tmp_path / "in"
    inside.mkdir()
    table = "id,requester_id,subject,status,created_at,description\n7,1,s,open,2024-01-01,help\n"
    for name in ("ticket.csv", "..ticket.csv"):
        parsed = parse_text_file(inside / name, table.encode(), ())
        assert parsed.conversations[0].turns[0].author is None


def codes_in_source() -> set[str]:
    codes: set[str] = set()
    decoding = ROOM.parent / "base" / "decoding.py"
    for file in (*ROOM.glob("parsers/*.py"), ROOM / "profiles.py", decoding):
        text = file.read_text(encoding="utf-8")
        for pattern in (
            r'(?:refusal|\.problem)\(\s*"([a-z0-9_]+)"',
            r'"parsers\.([a-z0-9_]+)"',
            r'"(profile_[a-z_]+)"',
            r'_PART, _UNUSED = "(\w+)"',
            r'_PART, _UNUSED = "\w+", "(\w+)"',
            r'code = "([a-z_]+)" if \w+ else "[a-z_]+"',
            r'code = "[a-z_]+" if \w+ else "([a-z_]+)"',
        ):
            codes |= set(re.findall(pattern, text))
    return codes


def words(language: str) -> dict[str, dict[str, str]]:
    file = CHECKOUT / "resources" / "wording" / language / "parsers.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_every_problem_has_words_in_both_languages_and_no_words_are_left_over() -> None:
    assert codes_in_source() == set(words("en")) == set(words("zh-CN"))
    for code, english in words("en").items():
        chinese = words("zh-CN")[code]
        for part in ("what", "remedy"):
            names = [
                {n for _, n, _, _ in Formatter().parse(w[part]) if n} for w in (english, chinese)
            ]
            assert names[0] == names[1], code
