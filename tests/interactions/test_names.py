"""What file names tell about the call they belong to."""

import pytest

from qa_desktop.interactions.names import Side, belongs_to, call_name, name_parts


@pytest.mark.parametrize(
    "name",
    [
        "0002f70f.stereo.wav",
        "0002f70f.transcript.json",
        "0002f70f.metadata.json",
        "0002f70f.vtt",
        "0002f70f.agent.wav",
        "0002f70f.caller.wav",
        "0002F70F_customer.WAV",
        "0002f70f 坐席.wav",
        "0002f70f客户.wav",
        "agent_0002f70f.wav",
        "0002f70f.machine.json",
        "0002f70f (录音).mp3",
    ],
)
def test_the_files_of_one_call_share_its_name(name: str) -> None:
    assert call_name(name) == "0002f70f"


@pytest.mark.parametrize(
    ("name", "side", "certain"),
    [
        ("17.agent.wav", Side.AGENT, True),
        ("17-customer.wav", Side.CUSTOMER, True),
        ("17.caller.wav", Side.CUSTOMER, True),
        ("17_坐席.wav", Side.AGENT, True),
        ("17客户.wav", Side.CUSTOMER, True),
        ("data_audio_agent_17.wav", Side.AGENT, True),
        ("audio/caller/17.wav", Side.CUSTOMER, False),
        ("client/2026/17.wav", None, False),
        ("17-in.wav", Side.CUSTOMER, False),
        ("17-out.wav", Side.AGENT, False),
        ("17.rx.wav", Side.CUSTOMER, False),
        ("17.tx.wav", Side.AGENT, False),
        ("17_left.wav", Side.LEFT, False),
        ("17_right.wav", Side.RIGHT, False),
        ("17.wav", None, False),
        ("inbound-17.wav", None, False),
        ("agent and customer 17.wav", None, False),
        ("agent.wav", Side.AGENT, False),
        ("call 17/left.wav", Side.LEFT, False),
        ("call 17/l.wav", None, False),
        ("17 l.wav", Side.LEFT, False),
    ],
)
def test_the_side_a_name_tells(name: str, side: Side | None, certain: bool) -> None:
    parts = name_parts(name)
    assert parts.side is side
    assert parts.certain_side is certain


def test_folders_for_kinds_of_files_make_no_difference() -> None:
    sound = name_parts("export/audio/agent/17.wav")
    words = name_parts("export/transcript/17.json")
    assert sound.call_key == words.call_key
    assert name_parts("other/transcript/17.json").call_key != words.call_key


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("call-17.wav", "call-17 draft.json", len("call 17")),
        ("call-17 draft.json", "call-17.wav", len("call 17")),
        ("call-17.wav", "call-170.json", 0),
        ("call.wav", "call-17.json", 0),
        ("a/call-17.wav", "b/call-17 draft.json", 0),
    ],
)
def test_a_name_that_carries_another_on(one: str, other: str, letters: int) -> None:
    assert belongs_to(name_parts(one), name_parts(other)) == letters


def test_the_title_is_the_name_as_it_was_written_without_its_decoration() -> None:
    assert name_parts("x/Auto_Repairs_40.stereo.flac").stem == "Auto_Repairs_40"
    assert name_parts("x/客户投诉 3 录音.wav").stem == "客户投诉 3"
    assert name_parts("stereo.wav").stem == "stereo"


def test_a_folder_may_stand_for_a_call() -> None:
    names = ("recording.wav", "transcript.json", "metadata.json")
    keys = {name_parts(f"calls/17/{name}").call_key for name in names}
    keys |= {name_parts(f"calls/17/{side}.wav").side_key or "" for side in ("agent", "customer")}
    assert keys == {"17|"}
    assert name_parts("calls/17/recording.wav").stem == "17"
    assert name_parts("calls/17/agent.wav").side_stem == "17"
