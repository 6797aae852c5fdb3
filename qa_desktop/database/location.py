"""Whether a folder is a safe place for a database."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Protocol

from qa_desktop.base.problems import Problem, ProblemError, Where

_FUSE = ("ceph", "davfs2", "glusterfs", "gvfsd-fuse", "rclone", "s3fs", "smbnetfs", "sshfs")
_NETWORK = frozenset(
    (
        *("afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "davfs2", "glusterfs", "lustre"),
        *("ncpfs", "nfs", "nfs3", "nfs4", "macfuse", "osxfuse", "smb2", "smb3", "smbfs", "webdav"),
        *(f"fuse.{name}" for name in _FUSE),
    )
)
_WINDOWS_FIXED_DRIVE = 3
_CLOUD = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "box sync": "Box",
    "nutstore": "坚果云",
    "坚果云": "坚果云",
    "baidusyncdisk": "百度网盘",
    "百度云同步盘": "百度网盘",
    "wpsdrive": "WPS 云盘",
    "wps云盘": "WPS 云盘",
}


class Partition(Protocol):
    """As psutil names them."""

    @property
    def mountpoint(self) -> str: ...
    @property
    def fstype(self) -> str: ...
    @property
    def opts(self) -> str: ...


def refuse_network_drive(folder: Path) -> None:
    """Raises ProblemError database.network_drive."""
    if on_local_disk(folder):
        return
    filesystem = network_filesystem(folder.resolve(), partitions())
    if filesystem is not None:
        raise ProblemError(
            Problem(
                code="database.network_drive",
                where=Where(file=str(folder)),
                values={"filesystem": filesystem},
            )
        )


def on_local_disk(folder: Path) -> bool:
    """Whether the system says so at once: on Linux only real disks have a device's number.

    False decides nothing. Most starts end here and are spared reading the list of mounts, which on
    Windows waits half a minute for a share that is gone.
    """
    says_so = False
    if sys.platform == "linux":
        there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        says_so = os.major(there.stat().st_dev) != 0
    elif sys.platform == "win32":
        import ctypes

        # A drive letter that stands for a share is resolved to the share's own name.
        root = f"{folder.resolve().drive}\\"
        says_so = bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _WINDOWS_FIXED_DRIVE)
    return says_so


def partitions() -> Sequence[Partition]:
    """Everything that is mounted."""
    import psutil

    return psutil.disk_partitions(all=True)


def network_filesystem(folder: PurePath, mounted: Iterable[Partition]) -> str | None:
    """The kind of network drive that `folder` (absolute) lies on; None: on a local disk."""
    if folder.drive.startswith("\\\\"):
        return "SMB"
    nearest: Partition | None = None
    for partition in mounted:
        mount = type(folder)(partition.mountpoint)
        over = mount == folder or mount in folder.parents
        # Where one is mounted over another, the later one counts.
        if over and (nearest is None or len(partition.mountpoint) >= len(nearest.mountpoint)):
            nearest = partition
    if nearest is None:
        return None
    # On Windows the file system of a share is NTFS too; there the drive's type stands in opts.
    remote = "remote" in nearest.opts.split(",") or nearest.fstype.lower() in _NETWORK
    return (nearest.fstype or "remote") if remote else None


def cloud_service(folder: PurePath) -> str | None:
    """Who synchronises `folder` (absolute), going by its path; None: nobody that is known."""
    parts = [part.casefold() for part in folder.parts]
    if "cloudstorage" in parts[:-1]:
        # macOS: ~/Library/CloudStorage/<service>-<account>
        return folder.parts[parts.index("cloudstorage") + 1].split("-")[0]
    for part in parts:
        # OneDrive adds the organisation's name: "OneDrive - Contoso".
        for name, service in _CLOUD.items():
            if part == name or part.startswith(f"{name} - "):
                return service
    return None


def cloud_warning(folder: Path) -> Problem | None:
    service = cloud_service(folder.resolve())
    if service is None:
        return None
    return Problem(
        code="database.cloud_synced", where=Where(file=str(folder)), values={"service": service}
    )
