"""Keys of one's own: kept as differences, never two meanings for one key."""

from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.desktop.review.shortcuts import Action, ShortcutMap
from qa_desktop.desktop.window.actions import command_keys
from qa_desktop.desktop.window.key_set import KeySet, Reserve, reserve_of

COMMANDS = command_keys()
NAMES = tuple(KeySet(COMMANDS).names())
FREE = tuple(name for name in NAMES if name != "digit")


def test_as_it_comes_nothing_is_changed_and_nothing_conflicts() -> None:
    keys = KeySet(COMMANDS)
    assert keys.changes == {}
    assert {name: keys.conflicts(name) for name in NAMES if keys.conflicts(name)} == {}


def test_a_key_of_ones_own_is_kept_as_a_difference_and_taken_back() -> None:
    keys = KeySet(COMMANDS).with_key("play", "F13")
    assert keys.keys("play") == ("Space", "Esc", "F4", "F13")
    assert keys.changes == {"play": ("Space", "Esc", "F4", "F13")}
    assert ShortcutMap.of(keys.changes).table()["F13"] is Action.PLAY
    assert keys.without_key("play", "F13").changes == {}


def test_a_key_is_taken_from_whoever_has_it() -> None:
    keys = KeySet(COMMANDS)
    assert keys.holder("G", "play") == "solo"
    taken = keys.with_key("play", "G")
    assert taken.holder("G", "play") is None
    assert taken.keys("solo") == ()
    assert taken.conflicts("play") == taken.conflicts("solo") == ()
    # Back to how it came takes it back again.
    assert taken.reset("solo").keys("play") == ("Space", "Esc", "F4")


def test_the_page_and_the_window_share_no_key_but_for_the_same_thing() -> None:
    keys = KeySet(COMMANDS)
    assert keys.holder("Ctrl+K", "play") == "window.search"
    assert keys.holder("?", "help") is None
    assert keys.holder("?", "play") in ("help", "window.keys")


def test_conflicts_written_into_the_file_by_hand_are_told_at_both() -> None:
    keys = KeySet(COMMANDS, {"solo": ("S",)})
    assert keys.conflicts("solo") == (("S", "skip_silence"),)
    assert keys.conflicts("skip_silence") == (("S", "solo"),)


def test_what_a_later_version_knows_is_kept() -> None:
    keys = KeySet(COMMANDS, {"future": ("F20",)}).with_key("play", "F13")
    assert keys.changes["future"] == ("F20",)


@given(
    st.lists(
        st.tuples(st.sampled_from(FREE), st.sampled_from(["F13", "G", "Ctrl+K", "?", "Home", "X"]))
    )
)
def test_taking_keys_never_leaves_a_conflict(steps: list[tuple[str, str]]) -> None:
    keys = KeySet(COMMANDS)
    for name, key in steps:
        keys = keys.with_key(name, key)
        assert key in keys.keys(name)
    assert [name for name in NAMES if keys.conflicts(name)] == []
    assert keys.reset_all().changes == {}


def test_what_can_not_be_had_is_said() -> None:
    assert reserve_of("Alt+F4", "play") is Reserve.SYSTEM
    assert reserve_of("Meta+L", "play") is Reserve.SYSTEM
    assert reserve_of("Tab", "play") is Reserve.FOCUS
    assert reserve_of("Tab", "item_comment") is Reserve.TEXT
    assert reserve_of("Ctrl+C", "play") is Reserve.TEXT
    assert reserve_of("B", "play") is Reserve.TEXT
    assert reserve_of("F24", "play") is None
