"""English words and prefixes, Chinese words of any length, and both together."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.database import search
from qa_desktop.database.connection import Database, open_database

TEXTS = {
    "refund": "I would like a refund for the broken kettle.",
    "refuse": "They refused to help me; I called customer service twice.",
    "zh-refund": "您好，我要退款，上周买的电热水壶坏了。",
    "zh-order": "订单A123已发货，预计3天内到达。请问还有什么可以帮您？",
    "mixed": "请帮我cancel掉我的order，谢谢！CaféDuMonde 订单号是６６８８。",
    "quote": 'She said "don\'t hang up" - and hung up.',
}


@pytest.fixture
def indexed(database: Database, add_interaction: Callable[..., None]) -> Database:
    with database.writing() as db:
        add_interaction(db, "i")
        for subject, text in TEXTS.items():
            search.index_text(db, kind="turn", subject=subject, interaction_id="i", text=text)
    return database


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("refund", {"refund"}),
        ("REFUND", {"refund"}),
        ("refu", {"refund", "refuse"}),
        ("customer service", {"refuse"}),
        ("service cust", {"refuse"}),
        ("ref kettle", set()),
        ("kettle ref", {"refund"}),
        ("cafe", {"mixed"}),
        ("cafédumonde", {"mixed"}),
        ("您", {"zh-refund", "zh-order"}),
        ("退", {"zh-refund"}),
        ("退款", {"zh-refund"}),
        ("款退", set()),
        ("订单", {"zh-order", "mixed"}),
        ("订单号", {"mixed"}),
        ("电热水壶", {"zh-refund"}),
        ("热水", {"zh-refund"}),
        ("水壶 退款", {"zh-refund"}),
        ("退款 订单", set()),
        ("A123", {"zh-order"}),
        ("订单A123", {"zh-order"}),
        ("订单a12", {"zh-order"}),
        ("cancel", {"mixed"}),
        ("can", {"mixed"}),
        ("order 谢谢", {"mixed"}),
        ("帮我cancel", {"mixed"}),
        ("6688", {"mixed"}),
        ("６６８８", {"mixed"}),
        ("退款，上周", {"zh-refund"}),
        ("don't", {"quote"}),
        ('"hang up"', {"quote"}),
        ("OR", {"mixed"}),
        ("refund OR refuse", set()),
        ("body:refund", set()),
        ("NEAR(refund)", set()),
        ("", set()),
        ("  ", set()),
        ('"', set()),
        ("*", set()),
        ("，。！", set()),
    ],
)
def test_what_a_query_finds(indexed: Database, query: str, expected: set[str]) -> None:
    assert {hit.subject for hit in search.find(indexed, query)} == expected


def test_a_snippet_is_the_original_text_with_the_words_marked(indexed: Database) -> None:
    (hit,) = search.find(indexed, "退款")
    assert hit.snippet == "您好，我要\x02退款\x03，上周买的电热水壶坏了。"
    (hit,) = search.find(indexed, "帮我cancel")
    assert hit.snippet.startswith("请\x02帮我cancel\x03掉我的order")


def test_the_newest_interaction_comes_first_and_the_limit_holds(
    indexed: Database, add_interaction: Callable[..., None]
) -> None:
    with indexed.writing() as db:
        add_interaction(db, "later")
        for interaction_id, subject in (("later", "new"), ("i", "more")):
            search.index_text(
                db, kind="turn", subject=subject, interaction_id=interaction_id, text="订货"
            )
    assert [hit.subject for hit in search.find(indexed, "订货")] == ["new", "more"]
    assert [hit.subject for hit in search.find(indexed, "您", limit=1)] == ["zh-order"]


def test_a_new_text_replaces_the_old_one_of_its_subject(indexed: Database) -> None:
    with indexed.writing() as db:
        search.index_text(db, kind="turn", subject="zh-refund", interaction_id="i", text="我要换货")
        search.index_text(db, kind="turn", subject="refund", interaction_id="i", text=" ")
    assert search.find(indexed, "退款") == []
    assert search.find(indexed, "kettle") == []
    assert [hit.subject for hit in search.find(indexed, "换货")] == ["zh-refund"]


def test_the_same_subject_of_another_kind_is_another_text(indexed: Database) -> None:
    with indexed.writing() as db:
        search.index_text(db, kind="comment", subject="refund", interaction_id="i", text="kettle")
    assert [hit.kind for hit in search.find(indexed, "kettle")] == ["comment", "turn"]


def test_what_is_removed_leaves_nothing_behind(indexed: Database) -> None:
    with indexed.writing() as db:
        search.remove(db, kind="turn", subject="refund")
        assert search.find(indexed, "kettle") == []
        search.remove_interaction(db, "i")
        assert db.execute("SELECT count(*) FROM search").fetchone() == (0,)
        db.execute("DELETE FROM interactions")
    assert search.find(indexed, "您") == []


def test_a_text_of_nobody_is_our_own_mistake(indexed: Database) -> None:
    with pytest.raises(ValueError, match="no interaction"), indexed.writing() as db:
        search.index_text(db, kind="turn", subject="s", interaction_id="nobody", text="退款")
    assert len(search.find(indexed, "退款")) == 1


def test_texts_can_come_and_go_many_times(indexed: Database) -> None:
    for number in range(50):
        with indexed.writing() as db:
            search.index_text(
                db, kind="comment", subject="s", interaction_id="i", text=f"第{number}版"
            )
    assert [hit.subject for hit in search.find(indexed, "第49版")] == ["s"]
    assert search.find(indexed, "第48版") == []
    with indexed.reading() as db:
        assert db.execute("SELECT count(*) FROM search").fetchone() == (len(TEXTS) + 1,)


def test_an_interaction_cannot_go_while_its_texts_are_findable(indexed: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), indexed.writing() as db:
        db.execute("DELETE FROM interactions")


ALPHABET = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))


@pytest.fixture(scope="module")
def one_interaction() -> Iterator[Database]:
    database = open_database(None)
    with database.writing() as db:
        db.execute("INSERT INTO import_batches VALUES ('b', '2026', 'tests', NULL)")
        db.execute(
            "INSERT INTO interactions (id, kind, title, content_hash, source_name, batch_id,"
            " imported_at) VALUES ('i', 'chat', 't', 'h', 's', 'b', '2026')"
        )
    yield database
    database.close()


@given(query=st.text(ALPHABET))
def test_no_query_is_an_error(one_interaction: Database, query: str) -> None:
    assert search.find(one_interaction, query) == []


@given(text=st.text(st.sampled_from("退款订单客服人员，。"), min_size=1), data=st.data())
def test_every_run_of_chinese_in_a_text_finds_it(
    one_interaction: Database, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    run = text[start : data.draw(st.integers(start + 1, len(text)))]
    with one_interaction.writing() as db:
        search.index_text(db, kind="turn", subject="s", interaction_id="i", text=text)
        found = [hit.subject for hit in search.find(one_interaction, run)]
        search.remove(db, kind="turn", subject="s")
    assert found == (["s"] if run.strip("，。") else [])
