"""Which column of a metadata table means what, in English and Chinese."""

import re
import unicodedata
from dataclasses import dataclass

# The key of a row: the name of a file, or an id.
FILE = "file"
ID = "id"
KEYS = (FILE, ID)
# Where a recording of several begins in its call.
OFFSET = "offset"

# fmt: off
_NAMES: dict[str, tuple[str, ...]] = {
    FILE: (
        "file", "filename", "file name", "path", "file path", "filepath", "recording",
        "recording file", "recording name", "audio", "audio file", "audiofile", "media", "wav",
        "record file", "call file", "transcript file", "文件", "文件名", "文件名称", "文件路径",
        "录音", "录音文件", "录音文件名", "录音名称", "音频", "音频文件", "会话文件", "檔名",
        "檔案", "錄音檔",
    ),
    ID: (
        "id", "call id", "callid", "interaction id", "interactionid", "conversation id",
        "conversationid", "recording id", "session id", "sessionid", "contact id", "contactid",
        "dialogue id", "dialog id", "chat id", "ticket id", "case id", "external id", "uuid",
        "unique id", "uniqueid", "ucid", "sid", "call sid", "segment id", "编号", "会话id",
        "会话编号", "通话id", "通话编号", "录音id", "录音编号", "工单号", "工单编号", "工单id",
        "流水号",
        "呼叫id", "话单号", "交互id", "記錄編號",
    ),
    OFFSET: (
        "offset", "leg offset", "start offset", "recording offset", "segment offset", "begins at",
        "偏移", "偏移量", "起始偏移", "开始偏移", "偏移時間",
    ),
    "agent_id": (
        "agent id", "agentid", "agent number", "agent no", "agent code", "agent login", "agent ext",
        "employee id", "employee number", "staff id", "user id agent", "operator id", "extension",
        "坐席id", "坐席编号", "坐席号", "坐席工号", "座席工号", "座席编号", "工号", "员工编号",
        "员工工号", "员工号",
        "客服工号", "客服编号", "客服id", "分机", "分机号", "話務員編號",
    ),
    "agent_name": (
        "agent", "agent name", "agentname", "agent full name", "operator", "operator name",
        "representative", "rep", "rep name", "advisor", "adviser", "employee", "employee name",
        "csr", "handled by", "坐席", "坐席姓名", "坐席名称", "座席", "座席姓名", "客服",
        "客服姓名", "客服名称",
        "员工", "员工姓名", "姓名", "接待客服", "处理人", "專員", "客服專員",
    ),
    "team": (
        "team", "team name", "group", "group name", "department", "dept", "division", "site",
        "团队", "班组", "小组", "组别", "部门", "所属团队", "所属部门", "所属班组", "團隊", "組別",
    ),
    "queue": (
        "queue", "queue name", "skill", "skill group", "skill name", "skillgroup", "campaign",
        "line of business", "lob", "队列", "队列名称", "技能组", "技能组名称", "业务线",
        "业务队列", "佇列",
    ),
    "customer_ref": (
        "customer", "customer ref", "customer reference", "customer id", "customerid",
        "customer number", "customer no", "caller", "caller id", "client", "client id", "account",
        "account id", "account number", "contact", "contact ref", "ani", "phone", "phone number",
        "客户", "客户编号", "客户id", "客户号", "客户号码", "客户标识", "客户参考号", "会员号",
        "用户id", "用户编号",
        "来电号码", "主叫", "主叫号码", "手机号", "客戶", "客戶編號",
    ),
    "direction": (
        "direction", "call direction", "call type", "calltype", "inbound outbound", "方向",
        "呼叫方向",
        "通话方向", "呼叫类型", "通话类型", "呼入呼出", "來去電",
    ),
    "started_at": (
        "started at", "start", "start time", "starttime", "started", "start date", "call start",
        "call start time", "call date", "call time", "date", "date time", "datetime", "time",
        "timestamp", "start unix", "start timestamp", "begin time", "call started", "initiated",
        "开始时间", "通话开始时间", "通话时间", "会话开始时间", "会话时间", "呼叫时间", "接通时间",
        "来电时间", "日期",
        "时间", "日期时间", "開始時間", "通話時間",
    ),
    "language": ("language", "lang", "locale", "语言", "语种", "語言"),
    "tags": (
        "tags", "tag", "labels", "label", "topics", "topic", "tasks", "task", "reason",
        "call reason", "contact reason", "category", "disposition", "标签", "标记", "分类", "类别",
        "主题",
        "来电原因", "业务类型", "標籤",
    ),
    "csat": (
        "csat", "csat score", "satisfaction", "satisfaction score", "customer satisfaction",
        "survey score", "rating", "满意度", "客户满意度", "满意度评分", "满意度得分", "满意度评价",
        "滿意度",
    ),
    "nps": (
        "nps", "nps score", "net promoter", "net promoter score", "推荐值", "净推荐值", "推荐度",
    ),
    "handle_time_s": (
        "handle time", "handletime", "handling time", "aht", "talk time", "talktime", "duration",
        "call duration", "length", "call length", "total time", "处理时长", "处理时间", "通话时长",
        "时长",
        "通话长度", "会话时长", "總時長", "通話時長",
    ),
    "transfers": (
        "transfers", "transfer", "transfer count", "transfers count", "number of transfers",
        "no of transfers", "转接", "转接次数", "转接数", "转移次数", "轉接次數",
    ),
}
# A table with one of these holds conversations, not facts about them.
_MESSAGES = {
    "text", "message", "message text", "body", "utterance", "transcript", "turn", "speaker",
    "dialogue", "消息", "消息内容", "对话内容", "聊天内容", "发言", "发言人", "说话人", "文本",
    "訊息",
}
_UNITS = {
    "ms": 0.001, "millis": 0.001, "milliseconds": 0.001, "毫秒": 0.001,
    "s": 1.0, "sec": 1.0, "secs": 1.0, "seconds": 1.0, "秒": 1.0,
    "m": 60.0, "min": 60.0, "mins": 60.0, "minutes": 60.0, "分": 60.0, "分钟": 60.0, "分鐘": 60.0,
    "h": 3600.0, "hours": 3600.0, "小时": 3600.0,
}
# fmt: on
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names}
_BRACKETS = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each field stands, counted from 0. `seconds` is what one unit of the handle time is
    worth, `offset_seconds` one of the offset; `unknown` are headers that mean nothing here."""

    places: dict[str, int]
    seconds: float
    unknown: tuple[str, ...]
    offset_seconds: float = 1.0

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key in KEYS if key in self.places)

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(field for field in self.places if field not in (*KEYS, OFFSET))


def columns_of(header: list[str]) -> Columns:
    """The first column of each meaning counts."""
    places: dict[str, int] = {}
    unknown: list[str] = []
    seconds = offset_seconds = 1.0
    for place, title in enumerate(header):
        plain, unit = _plain(title)
        field = _FIELD_OF.get(plain)
        if field is None and " " in plain:
            head, _, last = plain.rpartition(" ")
            if last in _UNITS and _FIELD_OF.get(head) in ("handle_time_s", OFFSET):
                field, unit = _FIELD_OF[head], last
        if field is None or field in places:
            if title.strip():
                unknown.append(title.strip())
            continue
        places[field] = place
        if field == "handle_time_s":
            seconds = _UNITS.get(unit, 1.0)
        elif field == OFFSET:
            offset_seconds = _UNITS.get(unit, 1.0)
    return Columns(
        places=places, seconds=seconds, unknown=tuple(unknown), offset_seconds=offset_seconds
    )


def is_metadata(header: list[str]) -> bool:
    """Whether a table found among other files is about interactions rather than one itself."""
    if any(_plain(title)[0] in _MESSAGES for title in header):
        return False
    columns = columns_of(header)
    if FILE in columns.places:
        return bool(columns.fields) or OFFSET in columns.places
    known = len(columns.fields)
    return ID in columns.places and known >= 2 and known >= len(columns.unknown)


def _plain(title: str) -> tuple[str, str]:
    """The title for comparing, and the unit in brackets behind it."""
    folded = unicodedata.normalize("NFKC", title).strip().lstrip("\ufeff")
    folded = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", folded).casefold()
    brackets = _BRACKETS.findall(folded)
    plain = re.sub(r"[\s_\-./:*]+", " ", _BRACKETS.sub(" ", folded)).strip()
    return plain, brackets[-1].strip() if brackets else ""
