"""What kind of file a message brought, and how to call it; nothing is ever fetched."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from qa_desktop.interactions.model import Turn

_ICONS = {
    "image": "png jpg jpeg gif bmp webp heic heif tif tiff svg image photo",
    "file-audio": "mp3 wav ogg opus m4a aac amr flac wma audio",
    "film": "mp4 mov avi mkv webm 3gp wmv video",
    "file-spreadsheet": "csv tsv xls xlsx ods numbers",
    "file-archive": "zip rar 7z gz tar tgz bz2",
    "file-text": "pdf doc docx odt rtf txt md ppt pptx odp pages html htm eml msg log json xml",
}
_ICON_OF = {ending: icon for icon, endings in _ICONS.items() for ending in endings.split()}
_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """`where` is the server an address points to, "" for a plain name; `size` in bytes, None where
    it isn't known."""

    name: str
    icon: str
    where: str = ""
    size: int | None = None


def files_shown(turn: Turn) -> tuple[FileShown, ...]:
    sizes = turn.attachment_bytes or (None,) * len(turn.attachments)
    return tuple(
        replace(file_shown(name), size=size)
        for name, size in zip(turn.attachments, sizes, strict=True)
    )


def file_shown(attachment: str) -> FileShown:
    """Of a file's name, an address, or data written into the message itself."""
    if attachment.casefold().startswith("data:"):
        kind = attachment[5:].partition(";")[0].partition(",")[0][:_LONGEST]
        return FileShown(name=kind, icon=_ICON_OF.get(kind.partition("/")[0], "paperclip"))
    where, path = "", attachment
    if "://" in attachment:
        try:
            parts = urlsplit(attachment)
        except ValueError:
            return FileShown(name=attachment[:_LONGEST], icon="link")
        where, path = parts.netloc, unquote(parts.path)
    name = PurePosixPath(path.replace("\\", "/")).name or where or attachment
    ending = PurePosixPath(name).suffix.lstrip(".").casefold()
    plain = "link" if where else "paperclip"
    icon = _ICON_OF.get(ending) or _ICON_OF.get(name.casefold(), plain)
    return FileShown(name=name[:_LONGEST], icon=icon, where=where)
