"""The names that fields and columns go by in exports, English and Chinese."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

_WRITTEN: Mapping[str, str] = {
    "text": (
        "text message content body utterance transcript message_text msg message_body "
        "message_content plain_body body_text content_text sentence said display_text chat_text "
        "line comment 内容 消息内容 消息 文本 对话内容 会话内容 聊天内容 聊天记录 话术 "
        "发言内容 发言 语句 文字 转写文本 识别结果 訊息 訊息內容 內容"
    ),
    "role": (
        "role speaker_role participant_role sender_role author_role sender_type "
        "author_type from_type speaker_type user_type actor_type message_type speaker "
        "from_role user_role actor_role participant_purpose purpose "
        "direction 角色 说话人角色 发送方 发送者类型 发送人类型 身份 消息来源"
    ),
    "author": (
        "speaker sender author from name user_name actor_name "
        "speaker_name sender_name author_name participant "
        "display_name user username nick nickname who actor from_name speaker_label "
        "speaker_id speaker_tag party participant_name 发送人 发送者 说话人 发言人 发言者 "
        "讲话人 姓名 昵称 人员 發送人 發送者 說話人 发言人id 说话人id spk"
    ),
    "channel": "channel channel_id channel_index channel_tag channel_label 声道",
    "time": (
        "time timestamp date datetime date_time created_at sent_at created create_time "
        "sent sent_time send_time message_time absolute_time ts at msg_time timestamp_utc "
        "created_time date_created date_sent 时间 发送时间 消息时间 日期 日期时间 时间戳 对话时间 "
        "發送時間 時間"
    ),
    "start": (
        "start start_time start_ms start_s start_sec start_seconds begin begin_time "
        "begin_ms offset offset_ms offset_seconds start_offset start_offset_ms "
        "begin_offset begin_offset_millis start_time_ms start_millis from_ms bg onset "
        "begin_at offset_milliseconds 开始时间 开始 起始时间 起始 开始毫秒 開始時間"
    ),
    "end": (
        "end end_time end_ms end_s end_sec end_seconds finish end_offset end_offset_ms "
        "end_offset_millis end_time_ms end_millis to_ms ed end_at 结束时间 结束 终止时间 "
        "結束時間"
    ),
    "duration": (
        "duration duration_ms duration_s duration_seconds duration_milliseconds length_ms "
        "时长 持续时间"
    ),
    "conversation": (
        "conversation_id conversation session_id session chat_id dialog_id dialogue_id "
        "convo_id ticket_id call_id contact_id thread_id case_id interaction_id room_id "
        "会话id 会话编号 会话标识 会话号 会话 对话id 对话编号 工单号 工单编号 工单id "
        "通话id 录音id 会话流水号 會話id 會話編號 對話編號 聊天id"
    ),
    "internal": "internal is_internal private is_private note 内部 内部备注",
    "public": "public is_public 公开",
    "attachments": "attachments files attachment media 附件 图片",
    "words": "words word_list items tokens",
    "title": "title subject topic 主题 标题 工单标题 會話主題",
    "id": (
        "id conversation_id dialogue_id dialog_id convo_id session_id chat_id ticket_id "
        "call_id contact_id uuid 会话id 会话编号 对话id 工单号"
    ),
    "agent_id": "agent_id operator_id 坐席工号 工号 客服工号 坐席id 客服id 座席工号",
    "agent_name": (
        "agent_name agent operator_name assignee rep_name 坐席姓名 客服姓名 坐席 坐席名称 "
        "客服名称 座席 座席姓名"
    ),
    "team": "team team_name group group_name department 班组 团队 部门 小组",
    "queue": "queue queue_name skill skill_group 技能组 队列",
    "customer_ref": (
        "customer_id customer_ref customer_reference user_id client_id customer 客户id "
        "客户编号 客户号 用户id 访客id"
    ),
    "direction": "direction call_direction 呼叫方向 方向 呼叫类型",
    "started_at": (
        "started_at start_time started created_at conversation_time call_time "
        "start_datetime date 开始时间 会话开始时间 通话时间 创建时间"
    ),
    "ended_at": "ended_at end_time closed_at 结束时间 会话结束时间",
    "language": "language lang locale language_code 语言",
    "tags": "tags labels 标签 分类",
    "csat": (
        "csat csat_score satisfaction satisfied satisfaction_score rating "
        "customer_satisfaction 满意度 满意度评分 评价 滿意度"
    ),
    "nps": "nps nps_score 净推荐值",
    "handle_time_s": "handle_time_s handle_time aht handle_seconds 处理时长",
    "transfers": "transfers transfer_count 转接次数",
    "file": "file file_name filename recording audio 文件 文件名 录音文件",
}
NAMES: Mapping[str, tuple[str, ...]] = {m: tuple(t.split()) for m, t in _WRITTEN.items()}
FACTS = (
    "agent_id", "agent_name", "team", "queue", "customer_ref", "direction", "started_at",
    "language", "tags", "csat", "nps", "handle_time_s", "transfers",
)  # fmt: skip


@cache
def level(name: str) -> str:
    """A name without case, blanks and punctuation: "Start_Time", "startTime" are one."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\s_\-./()（）:：]+", "", folded)


@cache
def _levelled(meaning: str) -> tuple[str, ...]:
    return tuple(level(name) for name in NAMES[meaning])


def find(meaning: str, names: Iterable[str], taken: Iterable[str] = ()) -> str | None:
    """The field with the best-known name for a meaning, or None; `taken` are used already."""
    used = set(taken)
    by_level = {level(name): name for name in names if name not in used}
    return next((by_level[n] for n in _levelled(meaning) if n in by_level), None)


def known(meaning: str) -> str:
    """Some names for a meaning, to tell a person which columns would be needed."""
    names = NAMES[meaning]
    english = [name for name in names if name.isascii()][:3]
    chinese = [name for name in names if not name.isascii()][:3]
    return " / ".join((*english, *chinese))
