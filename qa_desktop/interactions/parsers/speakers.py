"""Who is speaking: names, roles and channels as sources spell them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from qa_desktop.interactions.model import AgentChannel, Role

_NAMES: dict[Role, tuple[str, ...]] = {
    Role.AGENT: (
        "agent", "agents", "rep", "representative", "advisor", "adviser", "operator", "staff",
        "support", "support agent", "human agent", "live agent", "service", "customer service",
        "call center", "call centre", "csr", "admin", "teammate", "employee", "clerk", "wizard",
        "helpdesk", "internal", "external_agent", "seller",
        "agente", "asesor", "asesora", "soporte", "suporte", "atendente", "conseiller",
        "conseillère", "mitarbeiter", "mitarbeiterin", "berater", "beraterin", "medewerker",
        "坐席", "座席", "客服", "客服人员", "客服代表", "人工客服", "人工", "话务员", "接线员",
        "服务人员",        "专员", "店员", "商家", "卖家", "工作人员",
        "坐席人員", "客服人員", "專員", "賣家",
    ),
    Role.CUSTOMER: (
        "customer", "caller", "client", "user", "usr", "visitor", "guest", "end-user", "end user",
        "end_user", "enduser", "consumer", "member", "contact", "lead", "requester", "buyer",
        "patient", "cust", "external",
        "cliente", "kunde", "kundin", "klant",
        "客户", "顾客", "用户", "访客", "来电人", "主叫", "买家", "来电者", "市民", "客人",
        "客戶", "顧客", "用戶", "訪客", "買家",
    ),
    Role.BOT: (
        "bot", "chatbot", "chat bot", "virtual agent", "virtual assistant", "assistant", "ai",
        "custom_bot", "answer bot", "answerbot", "robot", "ivr", "机器人", "智能客服", "智能助手",
        "機器人", "语音机器人",
    ),
    Role.SYSTEM: (
        "system", "sys", "trigger", "automation", "notification", "系统", "系統", "系统消息",
        "系统提示",
    ),
    Role.OTHER: ("supervisor", "other", "third party", "unknown", "主管", "其他", "第三方"),
}  # fmt: skip
_BY_NAME = {name: role for role, names in _NAMES.items() for name in names}
_NUMBERED = re.compile(r"^(?:speaker|spk|channel|ch|说话人|发言人)?[\s_:#-]*\d+$", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*[\[(（【<]?([^\s:：\[\]()（）【】<>][^:：\n]{0,39}?)[\])）】>]?\s*[:：]\s*"
)
_CHANNEL = re.compile(
    r"^(?:ch(?:annel)?[\s_-]*)?(\d|left|right|l|r|左|右)(?:声道)?$", re.IGNORECASE
)
_NOT_A_NAME = re.compile(r"^(https?|mailto|ps|note|re|fwd?|subject|\d+|\d+[.,]\d+)$", re.IGNORECASE)


def role_of(label: str | None) -> Role | None:
    """The role a speaker's label names ("AGENT", "Agent_1", "客服小王"), or None."""
    if not label:
        return None
    name = unicodedata.normalize("NFKC", label).strip().strip("*_[]()【】<>").strip().casefold()
    if name in _BY_NAME:
        return _BY_NAME[name]
    for known, role in _BY_NAME.items():
        if not name.startswith(known):
            continue
        rest = name[len(known) :]
        if known.isascii() and re.match(r"^[\s_:#/(\[-]*(\d+|[(\[-].*)?$", rest):
            return role
        if not known.isascii() and len(known) >= 2 and len(rest) <= 6:
            return role
    return None


def names_speaker(label: str) -> bool:
    """Whether it can't be anything else than somebody speaking: a role, or "Speaker 2"."""
    numbered = _NUMBERED.match(label.strip())
    return role_of(label) is not None or (numbered is not None and not label.strip().isdigit())


def role_or_other(label: str | None) -> Role:
    return role_of(label) or Role.OTHER


def author_of(label: str | None) -> str | None:
    """The label when it says more than a role does: a name; None otherwise."""
    if not label:
        return None
    shown = label.strip().strip("*").strip()
    return None if shown.casefold() in _BY_NAME else shown or None


def channel_number(label: object) -> int | None:
    """0 or 1 for the two channels of a stereo call ("ch_0", "left", 1), None for anything else."""
    if isinstance(label, bool):
        return None
    if isinstance(label, int):
        return label if label in (0, 1) else None
    match = _CHANNEL.match(str(label).strip()) if label is not None else None
    if match is None:
        return None
    number = {"left": 0, "l": 0, "左": 0, "right": 1, "r": 1, "右": 1}.get(match[1].casefold())
    if number is None:
        number = int(match[1])
    return number if number in (0, 1) else None


def channel_role(channel: int | None, agent_channel: AgentChannel) -> Role | None:
    """Who is heard on a channel; None when both share one."""
    if channel not in (0, 1) or agent_channel is AgentChannel.MONO:
        return None
    agent = 0 if agent_channel is AgentChannel.LEFT else 1
    return Role.AGENT if channel == agent else Role.CUSTOMER


def split_labels(texts: Sequence[str]) -> list[tuple[str | None, str]]:
    """Take "Agent: ..." apart, judged over all texts of a file.

    A prefix counts as a speaker when it names a role or stands before several texts while the
    file has no more than a handful of such names; otherwise it is part of what was said.
    """
    found = [_label_in(text) for text in texts]
    counts = Counter(label for label in found if label)
    recurring = {label for label, count in counts.items() if count >= 2}
    trusted = recurring if len(recurring) <= 12 and len(recurring) >= 2 else set()
    split: list[tuple[str | None, str]] = []
    for text, label in zip(texts, found, strict=True):
        if label and (role_of(label) or label in trusted or _NUMBERED.match(label)):
            split.append((label, _LABEL.sub("", text, count=1)))
        else:
            split.append((None, text))
    return split


def _label_in(text: str) -> str | None:
    match = _LABEL.match(text)
    if match is None or _NOT_A_NAME.match(match[1].strip()) or len(match[1].split()) > 5:
        return None
    return match[1].strip()
