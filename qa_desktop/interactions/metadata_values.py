"""Reads single cells of a metadata table."""

import json
import math
import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from qa_desktop.interactions.parsers.dates import (
    DateOrder,
    Guess,
    infer_order,
    numeric_parts,
    to_date,
)
from qa_desktop.interactions.parsers.timecodes import moment, moment_by

# fmt: off
_DIRECTIONS = {
    "inbound": (
        "inbound", "in", "incoming", "received", "i", "呼入", "来电", "进线", "呼入电话", "入",
        "來電",
    ),
    "outbound": (
        "outbound", "out", "outgoing", "made", "o", "呼出", "外呼", "去电", "呼出电话", "出",
        "去電",
    ),
    "internal": ("internal", "内部", "内线", "內部"),
}
_LANGUAGES = {
    "en": ("english", "英语", "英文", "英語"),
    "zh-CN": (
        "chinese", "mandarin", "zh", "cn", "中文", "汉语", "普通话", "简体中文", "国语", "zh cn",
        "zh hans",
    ),
    "yue": ("cantonese", "粤语", "广东话", "粵語"),
    "es": ("spanish", "español", "西班牙语"),
    "fr": ("french", "français", "法语"),
    "de": ("german", "deutsch", "德语"),
    "ja": ("japanese", "日语", "日文"),
    "ko": ("korean", "韩语"),
    "pt": ("portuguese", "葡萄牙语"),
}
# fmt: on
_DIRECTION_OF = {word: direction for direction, words in _DIRECTIONS.items() for word in words}
_LANGUAGE_OF = {word: language for language, words in _LANGUAGES.items() for word in words}
_LANGUAGE_TAG = re.compile(r"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?$")
_CLOCK = re.compile(r"^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:\.\d+)?)$")
_SPELLED = re.compile(
    r"^(?:(\d+)\s*(?:h|hr|hrs|hours?|小时|时))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?|分钟|分))?"
    r"\s*(?:(\d+(?:\.\d+)?)\s*(?:s|sec|secs|seconds?|秒))?$"
)
_OUT_OF = re.compile(r"^(-?\d+(?:[.,]\d+)?)\s*(?:/\s*\d+|%|分|stars?|星)?$")
_TIMES = ("%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p", "%I:%M%p", "%H:%M:%S.%f")
_SEPARATORS = re.compile(r"[;；|、，,]")


def text_cell(text: str) -> str:
    """Without the apostrophe that guards a cell against being taken for a formula."""
    plain = unicodedata.normalize("NFC", text).strip()
    return plain[1:] if re.match(r"^'[=+\-@\t]", plain) else plain


def direction_cell(text: str) -> str | None:
    """ "inbound", "outbound" or "internal"; None when it is neither."""
    return _DIRECTION_OF.get(text.casefold().strip())


def language_cell(text: str) -> str | None:
    """A BCP 47 tag, or None when it is no language."""
    plain = text.casefold().replace("_", " ").replace("-", " ").strip()
    if plain in _LANGUAGE_OF:
        return _LANGUAGE_OF[plain]
    match = _LANGUAGE_TAG.match(text)
    if match is None:
        return None
    script, region = match[2], match[3]
    parts = (match[1].lower(), script and script.title(), region and region.upper())
    return "-".join(part for part in parts if part)


def tags_cell(text: str) -> tuple[str, ...]:
    """Separated by semicolons, commas, bars or their Chinese kin, or a JSON list; each once."""
    if text.startswith("["):
        try:
            listed = json.loads(text)
        except ValueError:
            listed = None
        if isinstance(listed, list):
            return tuple(dict.fromkeys(str(item).strip() for item in listed if str(item).strip()))
    parts = (part.strip() for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def number_cell(text: str, low: float, high: float) -> float | None:
    """A number within bounds; "4/5", "80%" and "4 分" count as 4, 80 and 4."""
    match = _OUT_OF.match(unicodedata.normalize("NFKC", text))
    if match is None:
        return None
    value = float(match[1].replace(",", "."))
    return value if low <= value <= high else None


def count_cell(text: str) -> int | None:
    """A whole number, not negative."""
    plain = text.casefold()
    if plain in ("no", "false", "否", "无"):
        return 0
    value = number_cell(text, 0, 1000)
    return int(value) if value is not None and value == int(value) else None


def seconds_cell(text: str, unit_s: float) -> float | None:
    """A number of units, "5:12", "01:05:12", "5m12s" or "5分12秒"; in seconds."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    match = _CLOCK.match(plain)
    if match:
        return int(match[1] or 0) * 3600 + int(match[2]) * 60 + float(match[3])
    try:
        value = float(plain.replace(",", ""))
    except ValueError:
        spelled = _SPELLED.match(plain)
        if spelled is None or not plain:
            return None
        hours, minutes, seconds = (float(part or 0) for part in spelled.groups())
        return hours * 3600 + minutes * 60 + seconds
    return value * unit_s if math.isfinite(value) and value >= 0 else None


def date_order(texts: Iterable[str]) -> Guess | None:
    """How a column writes dates like 03/04/2024; None when it holds no such date."""
    dates = [parts for text in texts if (parts := numeric_parts(_split(text)[0]))]
    return infer_order([parts for parts in dates if parts[0] < 1000])


def moment_cell(text: str, order: DateOrder) -> datetime | None:
    """In UTC; a time without a zone is this computer's own."""
    date, clock = _split(text)
    parts = numeric_parts(date)
    if parts is None or parts[0] >= 1000:
        return moment(f"{date} {clock}".strip())
    day = to_date(parts, order)
    if day is None:
        return None
    if not clock:
        return moment_by(day.isoformat(), "%Y-%m-%d")
    for form in _TIMES:
        found = moment_by(f"{day.isoformat()} {clock}", f"%Y-%m-%d {form}")
        if found is not None:
            return found
    return None


def _split(text: str) -> tuple[str, str]:
    """The date and the time of day; "a.m." is written "AM"."""
    plain = unicodedata.normalize("NFKC", text).strip()
    date, _, clock = plain.partition(" ")
    if numeric_parts(date.rstrip(",")) is None:
        return plain, ""
    half = re.sub(r"\b([ap])\.?m\.?$", r"\1m", clock.strip(), flags=re.IGNORECASE)
    return date.rstrip(","), half.upper()
