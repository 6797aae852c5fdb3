"""Reads ZIP archives without trusting their names or sizes."""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.interactions.options import ImportLimits
from qa_desktop.interactions.scratch import Scratch

_CHUNK = 1024**2
# Small files compress beyond any ratio without doing harm.
_HARMLESS_BYTES = 32 * 1024**2
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1


class _TooLarge(Exception):  # noqa: N818 - a limit reached, no error of ours
    pass


def members(
    archive: Path,
    shown: str,
    limits: ImportLimits,
    scratch: Scratch,
    waiting: Callable[[], None],
) -> Iterator[tuple[str, Path | Problem]]:
    """Each file of the archive by its name inside, and where its bytes now are or what is wrong.

    Bytes are counted as they come, whatever the directory of the archive claims. Names serve to be
    shown and compared only. Raises ProblemError: interactions.bad_archive, archive_bomb,
    archive_members.
    """
    where = Where(file=shown)
    left = limits.archive_bytes
    try:
        with zipfile.ZipFile(archive) as opened:
            infos = [info for info in opened.infolist() if not info.is_dir()]
            if len(infos) > limits.archive_members:
                values = {"count": len(infos), "limit": limits.archive_members}
                raise ProblemError(
                    Problem(code="interactions.archive_members", where=where, values=values)
                )
            for info in infos:
                waiting()
                name = inside_name(info)
                refusal = _refusal(info, f"{shown}/{name}")
                if refusal is not None:
                    yield name, refusal
                    continue
                allowed = min(left, max(_HARMLESS_BYTES, info.compress_size * limits.archive_ratio))
                target = scratch.new_file(PurePosixPath(name).suffix)
                try:
                    left -= _copy(opened, info, target, allowed, waiting)
                except _TooLarge:
                    target.unlink()
                    raise ProblemError(
                        Problem(
                            code="interactions.archive_bomb", where=Where(file=f"{shown}/{name}")
                        )
                    ) from None
                except (
                    zipfile.BadZipFile,
                    zlib.error,
                    EOFError,
                    RuntimeError,
                    ValueError,
                ) as error:
                    target.unlink(missing_ok=True)
                    yield name, _damaged(f"{shown}/{name}", error)
                else:
                    yield name, target
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise ProblemError(
            Problem(
                code="interactions.bad_archive", where=where, values={"detail": str(error)[:200]}
            )
        ) from error


def inside_name(info: zipfile.ZipInfo) -> str:
    """The name of a member with its folders, without anything that climbs out of the archive.

    Windows in China writes names in GBK and doesn't say so; zipfile then reads them as cp437.
    """
    name = info.filename
    if not info.flag_bits & _UTF8_FLAG:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = name.replace("\\", "/").split("/")
    kept = [part for part in parts if part not in ("", ".", "..") and not part.endswith(":")]
    return "/".join("".join(c for c in part if c.isprintable()) or "_" for part in kept) or "_"


def _refusal(info: zipfile.ZipInfo, shown: str) -> Problem | None:
    where = Where(file=shown)
    if info.flag_bits & _ENCRYPTED_FLAG:
        return Problem(code="interactions.locked_archive", where=where)
    if stat.S_ISLNK(info.external_attr >> 16):
        return Problem(code="interactions.link_in_archive", where=where)
    return None


def _damaged(shown: str, error: Exception) -> Problem:
    return Problem(
        code="interactions.bad_archive",
        where=Where(file=shown),
        values={"detail": str(error)[:200] or type(error).__name__},
    )


def _copy(
    opened: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    target: Path,
    allowed: int,
    waiting: Callable[[], None],
) -> int:
    """How many bytes there really were."""
    total = 0
    with opened.open(info) as source, target.open("xb") as sink:
        while chunk := source.read(_CHUNK):
            waiting()
            total += len(chunk)
            if total > allowed:
                raise _TooLarge
            sink.write(chunk)
    return total
