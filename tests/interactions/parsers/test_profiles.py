"""Import profiles: shipped ones, a team's own, and what can be wrong in one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import Kind, Role
from qa_desktop.interactions.parsed import Found, ParsedFile
from qa_desktop.interactions.profiles import load_profile, load_profiles, shipped_profiles

Parse = Callable[..., ParsedFile]

OWN = """
name: our-desk
title: {en: Our desk, zh-CN: 我们的服务台}
kind: chat
match:
  json: ["log[0].who"]
conversations: "[@]"
external_id: number
turns:
  each: log
  keep: "kind == 'msg'"
  speaker: who
  roles: {A: agent, C: customer}
  text: what
  drop_text: 'ping.*'
  sent_at: {at: when, unit: "%d.%m.%Y %H:%M:%S %z"}
  internal: hidden
  words: {each: w, text: t, start: {at: b, unit: ms}, end: {at: e, unit: ms}}
facts:
  csat: {at: mood, values: {happy: 5, sad: 1}}
  queue: {value: main}
events:
  - {each: log, field: kind, new: who, time: {at: stamp, unit: unix}}
"""
TABLE = """
name: our-table
title: Our table
match:
  columns: [谁, 说了什么, 第几秒]
group_by: 编号
external_id: 编号
turns:
  speaker: 谁
  roles: {我方: agent, 对方: customer}
  text: 说了什么
  start: {at: 第几秒, unit: s}
facts:
  agent_name: 工号
"""


def test_all_shipped_profiles_load_and_have_titles_in_both_languages() -> None:
    profiles = shipped_profiles()
    assert {"harper-valley-transcript", "star", "crosswoz", "abcd"} <= {p.name for p in profiles}
    for profile in profiles:
        assert profile.title.to("en") != profile.title.to("zh-CN")


def test_a_json_profile(parse: Parse) -> None:
    profile = load_profile(OWN.encode(), "own.yaml")
    document = {
        "number": 12,
        "mood": "happy",
        "log": [
            {"who": "A", "kind": "msg", "what": "Hello", "when": "01.03.2024 09:00:00 +0000",
             "stamp": 1709283600, "w": [{"t": "Hello", "b": 5, "e": 300}]},
            {"who": "C", "kind": "typing", "what": "..."},
            {"who": "C", "kind": "msg", "what": "ping 1"},
            {"who": "Zoe", "kind": "msg", "what": "psst", "hidden": True,
             "when": "01.03.2024 09:00:05 +0000"},
        ],
    }  # fmt: skip
    parsed = parse("x.json", document, profiles=(profile,))
    (chat,) = parsed.conversations
    assert parsed.format == "profile our-desk"
    assert [(t.role, t.author, t.text, t.start_ms, t.internal) for t in chat.turns] == [
        (Role.AGENT, None, "Hello", 0, False),
        (Role.OTHER, "Zoe", "psst", 5000, True),
    ]
    assert [(w.text, w.end_ms) for w in chat.turns[0].words] == [("Hello", 300)]
    assert (chat.external_id, chat.metadata.csat, chat.metadata.queue) == ("12", 5, "main")
    assert [(e.field, e.new) for e in chat.events][:2] == [("msg", "A"), ("typing", "C")]


def test_a_table_profile_goes_by_columns(parse: Parse) -> None:
    profile = load_profile(TABLE.encode(), "table.yaml")
    text = "编号,谁,说了什么,第几秒,工号\n1,我方,您好,0.5,007\n2,对方,喂,0,008\n1,对方,你好,2,007\n"
    parsed = parse("x.csv", text, profiles=(profile,))
    first, second = parsed.conversations
    assert [(t.role, t.text, t.start_ms) for t in first.turns] == [
        (Role.AGENT, "您好", 500),
        (Role.CUSTOMER, "你好", 2000),
    ]
    assert (first.external_id, first.metadata.agent_name) == ("1", "007")
    assert second.turns[0].role is Role.CUSTOMER


def test_crosswoz_in_the_shape_its_authors_publish(parse: Parse) -> None:
    dialogue = {
        "sys-usr": [42, 25],
        "type": "单领域",
        "messages": [
            {"content": "您好", "role": "usr", "dialog_act": []},
            {"content": "你好", "role": "sys", "dialog_act": []},
        ],
    }
    for document in ({"391": dialogue, "392": dialogue}, [dialogue, dialogue]):
        parsed = parse("val.json", document)
        assert parsed.format == "profile crosswoz"
        assert len(parsed.conversations) == 2
    keyed = parse("val.json", {"391": dialogue, "392": dialogue}).conversations
    assert [c.external_id for c in keyed] == ["391", "392"]
    assert [t.role for t in keyed[0].turns] == [Role.CUSTOMER, Role.AGENT]
    assert (keyed[0].metadata.agent_id, keyed[0].metadata.tags) == ("42", ("单领域",))


def test_abcd_with_its_three_splits(parse: Parse) -> None:
    one = {
        "convo_id": 1,
        "scenario": {"flow": "f", "subflow": "s", "personal": {"username": "u"}},
        "original": [["agent", "Hi"], ["customer", "Hey"], ["action", "Account pulled up."]],
        "delexed": [],
    }
    parsed = parse("abcd_v1.1.json", {"train": [one], "dev": [one | {"convo_id": 2}], "test": []})
    assert [c.external_id for c in parsed.conversations] == ["1", "2"]
    last = parsed.conversations[0].turns[-1]
    assert (last.role, last.internal) == (Role.SYSTEM, True)


def test_harper_valley_skips_noise_and_distrusts_words_that_do_not_fit(parse: Parse) -> None:
    def segment(text: str, words: int, offset: int) -> dict[str, object]:
        return {
            "human_transcript": text, "transcript": "x", "speaker_role": "caller",
            "offset_ms": offset, "start_ms": 0, "duration_ms": 500, "channel_index": 1,
            "word_offsets_ms": [i * 100 for i in range(words)], "word_durations_ms": [90] * words,
        }  # fmt: skip

    document = [
        segment("", 1, 0),
        segment("[noise]", 1, 100),
        segment("two words", 3, 2000),
        segment("[noise] okay", 2, 1000),
    ]
    parsed = parse("x.transcript.json", document)
    assert parsed.kind_found is Found.TRANSCRIPT
    assert [(t.text, t.start_ms, len(t.words)) for t in parsed.turns] == [
        ("[noise] okay", 1000, 2),
        ("two words", 2000, 0),
    ]


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("kind: chat", "kind: letter"), "profile_choice", 4),
        (("kind: chat", "sort: chat"), "profile_key_unknown", 4),
        (("name: our-desk", ""), "profile_key_missing", 3),
        (("keep: \"kind == 'msg'\"", 'keep: "kind === 1"'), "profile_expression", 11),
        (("'ping.*'", "'ping('"), "profile_pattern", 15),
        (("unit: ms}, end", "unit: parsec}, end"), "profile_choice", 18),
        (("speaker: who", "speaker: [who]"), "profile_type", 12),
        (('json: ["log[0].who"]', "extensions: [.json]"), "profile_match_missing", 6),
        (("  text: what", "  text: what\n  text: again"), "profile_yaml", 15),
        (("queue: {value: main}", "queue: &a {value: main}\n  team: *a"), "profile_alias", 22),
        (("turns:", "turns: ["), "profile_yaml", 11),
    ],
)
def test_mistakes_are_told_with_their_line(change: tuple[str, str], code: str, line: int) -> None:
    broken = OWN.replace(*change, 1)
    assert broken != OWN
    with pytest.raises(ProblemError) as caught:
        load_profile(broken.encode(), "own.yaml")
    problem = next(p for p in caught.value.problems if p.code == f"parsers.{code}")
    assert problem.where.file == "own.yaml"
    assert problem.where.line == line


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(OWN.replace("kind: chat", "kind: x\nfoo: 1"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("just text", encoding="utf-8")
    (tmp_path / "readme.txt").write_text("not a profile", encoding="utf-8")
    with pytest.raises(ProblemError) as caught:
        load_profiles(tmp_path)
    assert [p.code.removeprefix("parsers.profile_") for p in caught.value.problems] == [
        "key_unknown",
        "choice",
        "not_mapping",
    ]


def test_two_profiles_of_one_name_are_refused_and_no_folder_is_no_profiles(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(OWN, encoding="utf-8")
    with pytest.raises(ProblemError) as caught:
        load_profiles(tmp_path)
    assert [p.code for p in caught.value.problems] == ["parsers.profile_twice"]
    assert load_profiles(tmp_path / "nowhere") == ()


def test_a_profile_comes_before_what_is_built_in(parse: Parse) -> None:
    text = OWN.replace("log[0].who", "turns").replace("each: log", "each: turns", 1)
    text = text.replace("keep: \"kind == 'msg'\"", "").replace("speaker: who", "speaker: s")
    text = text.replace("text: what", "text: text")
    own = load_profile(text.encode(), "own.yaml")
    document = {"turns": [{"s": "A", "speaker": "customer", "text": "hi"}]}
    parsed = parse("x.json", document, profiles=(own,))
    assert parsed.format == "profile our-desk"
    assert parsed.conversations[0].kind is Kind.CHAT
    assert parsed.conversations[0].turns[0].role is Role.AGENT


@pytest.mark.parametrize(
    "events", [[], [{"Agent": "UserGuide", "Action": "instruct", "Text": "x"}]]
)
def test_a_star_dialogue_that_ended_before_a_word_says_so(
    refused: Callable[..., ProblemError], events: list[dict[str, str]]
) -> None:
    dialogue = {"DialogueID": 1, "Scenario": {"Domains": ["hotel"]}, "Events": events}
    (problem,) = refused("1.json", dialogue).problems
    assert problem.code == "parsers.no_words"
