"""Folders that are no safe place for a database are recognised."""

import sys
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import location
from qa_desktop.database.location import cloud_service, network_filesystem
from qa_desktop.database.workspace import open_workspace


@dataclass(frozen=True)
class Mount:
    mountpoint: str
    fstype: str
    opts: str = "rw"


LINUX = [
    Mount("/", "ext4"),
    Mount("/mnt/team", "cifs"),
    Mount("/mnt/team/local", "ext4"),
    Mount("/home/li/remote", "fuse.sshfs"),
    Mount("/srv", "nfs4"),
]
WINDOWS = [Mount("C:\\", "NTFS", "rw,fixed"), Mount("Z:\\", "NTFS", "rw,remote")]


@pytest.mark.parametrize(
    ("folder", "partitions", "expected"),
    [
        (PurePosixPath("/home/li/qa"), LINUX, None),
        (PurePosixPath("/mnt/team/qa"), LINUX, "cifs"),
        (PurePosixPath("/mnt/team"), LINUX, "cifs"),
        (PurePosixPath("/mnt/teams/qa"), LINUX, None),
        (PurePosixPath("/mnt/team/local/qa"), LINUX, None),
        (PurePosixPath("/home/li/remote/qa"), LINUX, "fuse.sshfs"),
        (PurePosixPath("/srv/qa"), LINUX, "nfs4"),
        (PurePosixPath("/srv/qa"), [], None),
        (PurePosixPath("/a"), [Mount("/", "nfs"), Mount("/", "overlay")], None),
        (PureWindowsPath("C:\\Users\\li\\qa"), WINDOWS, None),
        (PureWindowsPath("z:\\qa"), WINDOWS, "NTFS"),
        (PureWindowsPath("\\\\server\\share\\qa"), WINDOWS, "SMB"),
    ],
)
def test_network_drives(folder: PurePath, partitions: list[Mount], expected: str | None) -> None:
    assert network_filesystem(folder, partitions) == expected


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (PurePosixPath("/home/li/qa"), None),
        (PurePosixPath("/home/li/Dropbox/qa"), "Dropbox"),
        (PurePosixPath("/home/li/dropbox notes/qa"), None),
        (PurePosixPath("/Users/li/Library/CloudStorage/OneDrive-Contoso/qa"), "OneDrive"),
        (PurePosixPath("/Users/li/Library/Mobile Documents/com~apple~CloudDocs/qa"), "iCloud"),
        (PureWindowsPath("C:\\Users\\li\\OneDrive - Contoso\\qa"), "OneDrive"),
        (PureWindowsPath("D:\\坚果云\\质检"), "坚果云"),
    ],
)
def test_folders_that_are_synchronised(folder: PurePath, expected: str | None) -> None:
    assert cloud_service(folder) == expected


def test_a_workspace_on_a_network_drive_is_refused_before_anything_is_made(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = [Mount(str(tmp_path), "cifs")]
    monkeypatch.setattr(location, "on_local_disk", lambda _: False)
    monkeypatch.setattr(location, "partitions", lambda: mounts)
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path / "workspace", clock=clock)
    assert [problem.code for problem in error.value.problems] == ["database.network_drive"]
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_in_a_synchronised_folder_opens_with_a_warning(
    tmp_path: Path, clock: Clock
) -> None:
    with open_workspace(tmp_path / "Dropbox" / "qa", clock=clock) as workspace:
        assert [problem.code for problem in workspace.warnings] == ["database.cloud_synced"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux numbers its devices so")
def test_what_has_no_device_of_its_own_is_looked_up(tmp_path: Path) -> None:
    """/proc is no disk; a folder that is still to be made counts as the one it will be in."""
    assert not location.on_local_disk(Path("/proc"))
    on_disk = location.on_local_disk(tmp_path)
    assert location.on_local_disk(tmp_path / "still" / "to be made") == on_disk


def test_the_list_of_mounts_has_the_root() -> None:
    assert any(partition.mountpoint for partition in location.partitions())
