"""WhatsApp's "export chat" text, from Android and iOS, in any locale's date and time."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qa_desktop.interactions.model import Kind, Metadata, Role, Turn
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.dates import DateOrder, Guess, infer_order, to_date
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import role_of
from qa_desktop.interactions.parsers.timecodes import in_utc
from qa_desktop.interactions.parsers.turns import arrange

_HALF_DAY = (
    r"[AaPp]\.?\s?[Mm]\.?|上午|下午|中午|晚上|凌晨|早上|午前|午後|오전|오후|πμ|μμ|[AaPp](?=[\]\s-])"
)
_STAMP = re.compile(
    r"^\[?(?P<date>\d{1,4}[./\-]\s?\d{1,2}[./\-]\s?\d{1,4}\.?|\d{4}年\d{1,2}月\d{1,2}日)"
    r",?\s+(?:at\s+|um\s+|à\s+|a\s+las\s+)?"
    rf"(?P<before>{_HALF_DAY})?\s?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?"
    rf"\s?(?P<after>{_HALF_DAY})?"
    r"(?:\]\s?|\s+[-–—]\s)(?P<rest>.*)$"
)
_INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile("[\u00a0\u202f\u2007\u2009]")
_AUTHOR = re.compile(r"^(?P<author>[^:]{1,80}?):(?:\s(?P<said>.*))?$", re.DOTALL)
_CLOSE_AUTHOR = re.compile(r"^(?P<author>[^:]{1,80}?):(?!//)(?P<said>\S.*)$", re.DOTALL)
_ATTACHED = re.compile(
    r"<(?:attached|附件|已附加|angehängt|adjunto|pièce jointe)\s?[:：]\s?(?P<file>[^>]+)>"
    r"|(?P<name>[^\s:<>]+\.\w{2,5}) \((?:file attached|文件附件|附件|archivo adjunto"
    r"|Datei angehängt)\)",
    re.IGNORECASE,
)
_OMITTED = re.compile(
    r"<(?:Media omitted|媒体文件已忽略|省略多媒体文件|省略多媒體檔|已省略媒体|已忽略多媒体文件"
    r"|Multimedia omitido|Médias omis|Medien ausgeschlossen|Media weggelaten|Mídia oculta)>"
    r"|\b(?P<what>image|video|audio|sticker|GIF|document|Contact card) omitted\b"
    r"|(?P<kind>图片|圖片|视频|影片|音频|音訊|贴图|貼圖|文档|文件|动图)(?:已忽略|已省略|已略過)",
    re.IGNORECASE,
)
_EVENTS = re.compile(
    r"end-to-end encrypted|created group|created this group|changed the (?:subject|group)|\badded\b"
    r"|\bleft$|\bremoved\b|joined using|security code|changed (?:his|her|their) phone number"
    r"|You(?:'re| were| are) now|disappearing messages|端到端加密|创建了|建立了|加入了|退出了"
    r"|更改了",
    re.IGNORECASE,
)
_ENCRYPTED = re.compile(r"^Messages .{0,60}end-to-end encrypted|端到端加密", re.IGNORECASE)


@dataclass(slots=True)
class _Message:
    line: int
    date: tuple[int, int, int]
    hour: int
    minute: int
    second: int
    half: str | None
    text: str


def recognises(source: Source) -> bool:
    """Some of the first lines carry WhatsApp's stamp."""
    lines = [line for line in source.text[:6000].split("\n") if line.strip()][:12]
    return any(_STAMP.match(_level(line)) for line in lines[:3]) or (
        sum(1 for line in lines if _STAMP.match(_level(line))) >= 3
    )


def read(source: Source) -> ParsedFile:
    """One chat; raises ProblemError where its dates are no dates."""
    messages, stray = _messages(source.text)
    guess = infer_order([m.date for m in messages])
    if guess is None:
        raise source.refusal("dates_impossible", line=messages[0].line)
    guess, noted = _settle(guess, messages)
    problems = [source.problem("text_before_first_message", line=1)] if stray else []
    if noted:
        problems.append(
            source.problem("day_or_month", {"order": guess.order.value}, line=messages[0].line)
        )
    turns: list[Turn] = []
    for message in messages:
        sent_at = _sent_at(message, guess.order)
        if sent_at is None:
            problems.append(source.problem("date_impossible", line=message.line))
        turns.append(_turn(message.text, sent_at))
    arranged = arrange(_with_roles(turns), sort=False)
    conversation = Conversation(
        kind=Kind.CHAT,
        title=_title(source),
        turns=arranged,
        metadata=Metadata(
            started_at=next((t.sent_at for t in arranged if t.sent_at), None),
            agent_name=next((t.author for t in arranged if t.role is Role.AGENT), None),
        ),
    )
    return ParsedFile(
        kind_found=Found.CONVERSATIONS,
        format="whatsapp",
        conversations=(conversation,),
        problems=tuple(problems),
    )


def _level(line: str) -> str:
    """The line with plain spaces and digits, each at its place, without direction marks."""
    line = _SPACES.sub(" ", _INVISIBLE.sub("", line))
    if line.isascii():
        return line
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in line)


def _messages(text: str) -> tuple[list[_Message], bool]:
    messages: list[_Message] = []
    stray = False
    for number, raw in enumerate(text.split("\n"), 1):
        match = _STAMP.match(_level(raw))
        line = _INVISIBLE.sub("", raw)
        if match is None:
            if messages:
                messages[-1].text += "\n" + line
            else:
                stray = stray or bool(line.strip())
            continue
        a, b, c = (int(part) for part in re.findall(r"\d+", match["date"]))
        messages.append(
            _Message(
                line=number,
                date=(a, b, c),
                hour=int(match["hour"]),
                minute=int(match["minute"]),
                second=int(match["second"] or 0),
                half=match["before"] or match["after"],
                text=line[match.start("rest") :],
            )
        )
    return messages, stray


def _settle(guess: Guess, messages: Sequence[_Message]) -> tuple[Guess, bool]:
    """Where the dates can't tell, the clock's style hints; the guess is noted all the same.

    Only the United States write "1/2/24, 3:04 PM": no leading zeros, capitals.
    """
    if guess.certain:
        return guess, False
    american = all(m.half in ("AM", "PM") for m in messages)
    order = DateOrder.MONTH_DAY_YEAR if american else guess.order
    return Guess(order, certain=False), True


def _sent_at(message: _Message, order: DateOrder) -> datetime | None:
    day = to_date(message.date, order)
    hour = message.hour
    half = (message.half or "").casefold().replace(".", "").replace(" ", "")
    if half in ("pm", "p", "下午", "晚上", "中午", "午後", "오후", "μμ") and hour < 12:
        # "中午 11:30" is before noon.
        hour += 0 if half == "中午" and hour == 11 else 12
    elif half in ("am", "a", "上午", "凌晨", "早上", "午前", "오전", "πμ") and hour == 12:
        hour = 0
    if day is None or hour > 23 or message.minute > 59 or message.second > 59:
        return None
    naive = datetime(day.year, day.month, day.day, hour, message.minute, message.second)  # noqa: DTZ001 - a phone's own time
    return in_utc(naive, None)


def _turn(text: str, sent_at: datetime | None) -> Turn:
    match = _AUTHOR.match(text) or _CLOSE_AUTHOR.match(text)
    if match is None or (_EVENTS.search(match["author"]) and len(match["author"].split()) > 3):
        return Turn(position=0, role=Role.SYSTEM, text=text, sent_at=sent_at)
    said = match["said"] or ""
    if _ENCRYPTED.search(said):
        return Turn(position=0, role=Role.SYSTEM, text=said, sent_at=sent_at)
    attachments = tuple(
        _attachment(m) for m in (*_ATTACHED.finditer(said), *_OMITTED.finditer(said))
    )
    said = _OMITTED.sub("", _ATTACHED.sub("", said)).strip()
    return Turn(
        position=0,
        role=Role.OTHER,
        author=match["author"].strip().removeprefix("~").strip(),
        text=said,
        sent_at=sent_at,
        attachments=attachments,
    )


def _attachment(match: re.Match[str]) -> str:
    named = [part for part in match.groupdict().values() if part]
    return named[0].strip() if named else "media"


def _with_roles(turns: Sequence[Turn]) -> list[Turn]:
    """Names that say a role get it; of two people the one beside a known role is the other."""
    names = Counter(turn.author for turn in turns if turn.author)
    roles: dict[str, Role] = {n: role for n in names if (role := role_of(n)) is not None}
    missing = [name for name in names if name not in roles]
    known = set(roles.values())
    if len(missing) == 1 and len(known) == 1:
        other = {Role.AGENT: Role.CUSTOMER, Role.CUSTOMER: Role.AGENT}.get(known.pop())
        if other is not None:
            roles[missing[0]] = other
    return [
        Turn(
            position=0,
            role=roles.get(turn.author or "", turn.role),
            author=turn.author,
            text=turn.text,
            sent_at=turn.sent_at,
            attachments=turn.attachments,
        )
        for turn in turns
    ]


def _title(source: Source) -> str:
    for prefix in ("WhatsApp Chat with ", "WhatsApp Chat - ", "与", "WhatsApp 聊天 - "):
        if source.stem.startswith(prefix):
            return source.stem.removeprefix(prefix).removesuffix("的 WhatsApp 聊天")
    return source.stem
