"""Files are replaced as a whole, and what fails leaves nothing behind."""

from pathlib import Path

import pytest

from qa_desktop.base import whole_files
from qa_desktop.base.whole_files import put_in_place, written_beside


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("synced", [True, False])
def test_a_file_is_replaced(tmp_path: Path, synced: bool) -> None:
    file = tmp_path / "a.json"
    file.write_text("old", encoding="utf-8")
    with written_beside(file, synced=synced) as beside:
        beside.write_text("new", encoding="utf-8")
        assert file.read_text(encoding="utf-8") == "old"
    assert file.read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == ["a.json"]


def test_a_block_that_fails_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError), written_beside(file) as beside:
        beside.write_text("half \ud800", encoding="utf-8")
    assert file.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.json"]


def test_what_cannot_be_replaced_leaves_nothing_beside(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    (taken / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"), written_beside(taken) as beside:
        beside.write_bytes(b"x")
    assert names(tmp_path) == ["taken"]


def test_the_longest_names_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / ("话" * 83 + ".pdf")
    with written_beside(file) as beside:
        beside.write_bytes(b"x")
    assert file.read_bytes() == b"x"


class Held:
    """What Windows does while a scanner looks at a new file."""

    def __init__(self, times: int) -> None:
        self.times = times

    def replace(self, beside: Path, file: Path) -> Path:
        if self.times:
            self.times -= 1
            raise PermissionError(13, "in use", str(file))
        beside.rename(file)
        return file


@pytest.mark.parametrize(("held", "succeeds"), [(2, True), (3, False)])
def test_a_file_that_is_held_for_a_moment_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int, succeeds: bool
) -> None:
    scanner = Held(held)
    monkeypatch.setattr(whole_files, "_WAITS_S", (0.0, 0.0))
    monkeypatch.setattr(Path, "replace", lambda beside, file: scanner.replace(beside, file))
    beside, file = tmp_path / "b", tmp_path / "a"
    beside.write_bytes(b"x")
    if succeeds:
        put_in_place(beside, file)
        assert file.read_bytes() == b"x"
    else:
        with pytest.raises(PermissionError):
            put_in_place(beside, file)
        assert not file.exists()
