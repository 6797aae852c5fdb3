"""A rubric with its help in one ZIP file, out and in."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.rubrics.loader import MAX_BYTES

_MOST_PARTS = 100
# The same content gives the same bytes, whenever it is packed.
_WHEN = (2020, 1, 1, 0, 0, 0)
RUBRIC_ENDINGS = (".yaml", ".yml", ".json")


def pack(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()


def unpack(data: bytes, file: str) -> tuple[str, bytes]:
    """The name and content of the one rubric inside, at most a byte more than a rubric may have.

    Nothing is written anywhere. Raises ProblemError exchange.bad_package or .package_rubrics.
    """
    where = Where(file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()][: _MOST_PARTS + 1]
            found = [info for info in infos if _is_rubric(info.filename)]
            if len(found) != 1 or len(infos) > _MOST_PARTS:
                values = {"count": len(found)}
                raise ProblemError(
                    Problem(code="exchange.package_rubrics", where=where, values=values)
                )
            with archive.open(found[0]) as stream:
                return found[0].filename.rsplit("/", 1)[-1], stream.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        said = (str(error) or type(error).__name__)[:200]
    except NotImplementedError as error:
        said = str(error)[:200]
    raise ProblemError(Problem(code="exchange.bad_package", where=where, values={"said": said}))


def _is_rubric(name: str) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
    return not hidden and name.lower().endswith(RUBRIC_ENDINGS)
