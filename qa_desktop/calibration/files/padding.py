"""Hides how long a text is."""

from qa_desktop.calibration.files.manifest import LEAST_PAD_BYTES

MOST_BYTES = 1024**2
_STEP = 64 * 1024
_END = b"\x80"


class PaddingError(ValueError):
    """The bytes were not padded here."""


def padded(text: bytes, least: int = LEAST_PAD_BYTES) -> bytes:
    """As ISO/IEC 7816-4 has it, to `least` or the next multiple of 64 KiB.

    Raises OverflowError past MOST_BYTES.
    """
    needed = len(text) + 1
    size = least if needed <= least else -(-needed // _STEP) * _STEP
    if size > max(MOST_BYTES, least):
        raise OverflowError("too long to be padded")
    return text + _END + bytes(size - needed)


def unpadded(data: bytes) -> bytes:
    """Raises PaddingError."""
    text = data.rstrip(b"\0")
    if not text.endswith(_END):
        raise PaddingError("no end of the text")
    return text[:-1]
