"""Tables of facts about interactions."""

from datetime import UTC, datetime

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.metadata_columns import columns_of, is_metadata
from qa_desktop.interactions.metadata_csv import (
    MetadataIndex,
    MetadataTable,
    names_of,
    read_metadata,
)
from qa_desktop.interactions.metadata_layers import merged
from qa_desktop.interactions.model import Metadata
from qa_desktop.interactions.parsers.timecodes import local_zone


def read(text: str, encoding: str = "utf-8") -> MetadataTable:
    table = read_metadata(text.encode(encoding), "facts.csv", asked_for=True)
    assert table is not None
    return table


def only(text: str) -> Metadata:
    (row,) = read(text).rows
    return row.metadata


def found_by(table: MetadataTable, *names: str) -> Metadata | None:
    index = MetadataIndex()
    index.add("facts.csv", table)
    return index.find(names)


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=local_zone()).astimezone(UTC)


def test_every_column_in_english() -> None:
    assert only(
        "File Name,Agent ID,Agent Name,Team,Queue,Customer Ref,Direction,Started At,Tags,"
        "CSAT,NPS,Handle Time,Transfers,Language\n"
        "17.wav,A7,Lin Wei,Cards,Complaints,C-88,Inbound,2026-03-02T10:15:00+08:00,"
        "refund; vip,4.5,9,312,1,en-US\n"
    ) == Metadata(
        agent_id="A7",
        agent_name="Lin Wei",
        team="Cards",
        queue="Complaints",
        customer_ref="C-88",
        direction="inbound",
        started_at=datetime(2026, 3, 2, 2, 15, tzinfo=UTC),
        tags=("refund", "vip"),
        csat=4.5,
        nps=9,
        handle_time_s=312,
        transfers=1,
        language="en-US",
    )


def test_every_column_in_chinese_and_gb18030() -> None:
    text = (
        "文件名,工号,坐席姓名,团队,技能组,客户编号,呼叫方向,开始时间,标签,满意度,NPS,"
        "处理时长(分钟),转接次数,语言\n"
        "17.wav,8021,林伟,信用卡组,投诉队列,C-88,呼入,2026年3月2日 10:15,退款、会员,5,10,"
        "5.5,2,中文\n"
    )
    table = read(text, "gb18030")
    assert table.encoding == "gb18030"
    assert table.problems == ()
    assert table.rows[0].metadata == Metadata(
        agent_id="8021",
        agent_name="林伟",
        team="信用卡组",
        queue="投诉队列",
        customer_ref="C-88",
        direction="inbound",
        started_at=local(2026, 3, 2, 10, 15),
        tags=("退款", "会员"),
        csat=5,
        nps=10,
        handle_time_s=330,
        transfers=2,
        language="zh-CN",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_encodings_and_separators(encoding: str, mark: str) -> None:
    lines = [["文件名", "坐席姓名", "团队"], ["通话一.wav", "欧阳明", "客服一组"]]
    text = "\n".join(mark.join(line) for line in lines)
    (row,) = read(text, encoding).rows
    assert (row.key, row.metadata.agent_name) == ("通话一.wav", "欧阳明")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2026-03-02 10:15"], local(2026, 3, 2, 10, 15)),
        (["2026/3/2 10:15:30"], local(2026, 3, 2, 10, 15, 30)),
        (["2026-03-02T02:15:00Z"], datetime(2026, 3, 2, 2, 15, tzinfo=UTC)),
        (["1772417700"], datetime(2026, 3, 2, 2, 15, tzinfo=UTC)),
        (["1772417700000"], datetime(2026, 3, 2, 2, 15, tzinfo=UTC)),
        (["02/03/2026 10:15", "25/03/2026 09:00"], local(2026, 3, 2, 10, 15)),
        (["03/02/2026 10:15", "03/25/2026 09:00"], local(2026, 3, 2, 10, 15)),
        (["3/2/2026 2:15 PM", "3/25/2026 9:00 AM"], local(2026, 3, 2, 14, 15)),
        (["02.03.26", "25.03.26"], local(2026, 3, 2)),
        (["2 Mar 2026 10:15"], local(2026, 3, 2, 10, 15)),
        (["2026年3月2日下午2:15"], local(2026, 3, 2, 14, 15)),
    ],
)
def test_dates_in_the_forms_that_exports_use(texts: list[str], expected: datetime) -> None:
    rows = "".join(f"{number}.wav,{text}\n" for number, text in enumerate(texts))
    table = read(f"file,start time\n{rows}")
    assert table.rows[0].metadata.started_at == expected
    assert table.problems == ()


def test_an_order_of_day_and_month_that_nothing_tells_is_said() -> None:
    table = read("file,date\n1.wav,02/03/2026\n2.wav,04/03/2026\n1b.wav,01/02/2026\n")
    codes = [problem.code for problem in table.problems]
    assert codes in ([], ["interactions.metadata_date_order"])
    alone = read("file,date\n1.wav,02/03/2026\n")
    (problem,) = alone.problems
    assert problem.code == "interactions.metadata_date_order"
    assert (problem.where.line, problem.where.column) == (1, 2)
    assert alone.rows[0].metadata.started_at == local(2026, 3, 2)


@pytest.mark.parametrize(
    ("header", "text", "seconds"),
    [
        ("handle time", "312", 312),
        ("AHT", "5:12", 312),
        ("duration", "01:05:12", 3912),
        ("handle_time_ms", "312000", 312),
        ("Handle Time (min)", "5.2", 312),
        ("通话时长", "5分12秒", 312),
        ("duration", "5m 12s", 312),
        ("duration", '"1,312"', 1312),
    ],
)
def test_durations(header: str, text: str, seconds: float) -> None:
    assert only(f"file,{header}\n1.wav,{text}\n").handle_time_s == pytest.approx(seconds)


def test_bad_values_are_told_by_line_and_column_and_the_rest_is_used() -> None:
    table = read(
        "file,agent,direction,started at,csat,nps,handle time,transfers,language\n"
        "1.wav,Lin,sideways,yesterday,great,11x,soon,1.5,klingonese language\n"
        "2.wav,Mo,outgoing,2026-03-02,4/5,-20,60,0,English\n"
    )
    told = {
        (problem.code.removeprefix("interactions.metadata_bad_"), problem.where.column)
        for problem in table.problems
    }
    assert told == {
        ("direction", 3),
        ("started_at", 4),
        ("csat", 5),
        ("nps", 6),
        ("handle_time_s", 7),
        ("transfers", 8),
        ("language", 9),
    }
    assert {problem.where.line for problem in table.problems} == {2}
    assert {problem.where.file for problem in table.problems} == {"facts.csv"}
    first, second = table.rows
    assert first.metadata == Metadata(agent_name="Lin")
    assert (second.metadata.direction, second.metadata.csat, second.metadata.nps) == (
        "outbound",
        4,
        -20,
    )


def test_lines_are_those_of_the_file_even_after_cells_with_line_breaks() -> None:
    table = read('file,team,csat\n1.wav,"two\nlines",4\n2.wav,b,bad\n')
    assert [problem.where.line for problem in table.problems] == [4]


def test_rows_that_come_twice() -> None:
    table = read("file,agent\n1.wav,Lin\n1.WAV,Lin\n1.wav,Mo\n,Nobody\n")
    assert [(row.key, row.metadata.agent_name) for row in table.rows] == [("1.wav", "Lin")]
    assert [(problem.code, problem.where.line) for problem in table.problems] == [
        ("interactions.metadata_row_twice", 4),
        ("interactions.metadata_row_nameless", 5),
    ]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("17.wav", "calls/17.wav"),
        ("17", "calls/17.wav"),
        ("17.WAV", "calls/17.wav"),
        ("calls/17.wav", "/data/calls/17.wav"),
        ("C:\\rec\\calls\\17.wav", "D:\\calls\\17.wav"),
        ("17", "calls/17.stereo.wav"),
        ("17.mp3", "calls/17.wav"),
        ("通话１７.wav", "通话17.wav"),
    ],
)
def test_rows_are_found_by_the_name_of_a_file(key: str, shown: str) -> None:
    table = read(f"file,agent\n{key},Lin\n")
    assert found_by(table, *names_of(shown)) == Metadata(agent_name="Lin")


def test_rows_are_found_by_id() -> None:
    table = read("call id,agent,team\nabc-1,Lin,Cards\n")
    found = found_by(table, *names_of("whatever.wav", "ABC-1"))
    assert found is not None
    assert found.agent_name == "Lin"
    assert found_by(table, *names_of("whatever.wav", "abc-2")) is None


def test_files_of_the_same_name_are_told_apart_by_their_folders() -> None:
    table = read("file,agent\nmon/1.wav,Lin\ntue/1.wav,Mo\n")
    tuesday = found_by(table, *names_of("/in/tue/1.wav"))
    assert tuesday is not None
    assert tuesday.agent_name == "Mo"
    assert found_by(table, *names_of("/in/wed/1.wav")) is None


def test_unmatched_rows_are_known() -> None:
    index = MetadataIndex()
    index.add("facts.csv", read("file,agent\n1.wav,Lin\n2.wav,Mo\n"))
    index.find(names_of("1.wav"))
    assert [(row.line, row.key) for row in index.unmatched("facts.csv")] == [(3, "2.wav")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("agent,team\nLin,Cards\n", "interactions.metadata_no_key"),
        ("file,colour\n1.wav,blue\n", "interactions.metadata_no_columns"),
        ("file,agent\n", "interactions.metadata_empty"),
        ("", "parsers.empty"),
    ],
)
def test_tables_that_serve_nothing(text: str, code: str) -> None:
    with pytest.raises(ProblemError) as error:
        read(text)
    assert [problem.code for problem in error.value.problems] == [code]


@pytest.mark.parametrize(
    ("header", "is_one"),
    [
        (
            "file,dialogue_id,tasks,happy,completion,messages,start_unix,agent_id,customer_id",
            True,
        ),
        ("文件名,坐席姓名", True),
        ("call id,agent,queue", True),
        ("file,kind,licence,source,notes", False),
        ("conversation_id,speaker,text,timestamp", False),
        ("id,_synced,created_at,name,updated_at,url", False),
        ("unit,A,B,C,D", False),
        ("item,system,segment,rater,major_errors,minor_errors,score,worst", False),
    ],
)
def test_metadata_is_told_from_other_tables(header: str, is_one: bool) -> None:
    assert is_metadata(header.split(",")) is is_one
    if not is_one:
        data = f"{header}\n{'x,' * header.count(',')}x\n".encode()
        assert read_metadata(data, "t.csv", asked_for=False) is None


def test_a_guarded_formula_is_read_as_what_it_was() -> None:
    assert only("file,customer\n1.wav,'+8613812345678\n").customer_ref == "+8613812345678"


def test_the_first_column_of_a_meaning_counts() -> None:
    columns = columns_of(["File", "Agent", "Agent Name", "Colour"])
    assert columns.places == {"file": 0, "agent_name": 1}
    assert columns.unknown == ("Agent Name", "Colour")


def test_layers_of_facts() -> None:
    assert merged(
        Metadata(agent_name="Lin", tags=("a",)),
        None,
        Metadata(agent_name="Mo", team="x", tags=("a", "b")),
    ) == Metadata(agent_name="Lin", team="x", tags=("a", "b"))


@pytest.mark.parametrize("asked_for", [True, False])
def test_the_hint_that_excel_writes_is_no_header(asked_for: bool) -> None:
    found = read_metadata(b"sep=;\r\nfile;agent\r\na.wav;Lin, Mo\r\n", "t.csv", asked_for=asked_for)
    assert found is not None
    (row,) = found.rows
    assert (row.line, row.metadata.agent_name) == (3, "Lin, Mo")
