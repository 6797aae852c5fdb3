"""Known names go from texts, and ordinary words stay."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.calibration.blind.masking import MASK, Masker

NAMES = (
    *("Ann Miller", "Will Page", "李雷", "王小明", "欧阳建国", "Zoë Müller", "高兴", "客服小美"),
    *("ann.miller2@example.com", "A1023", "13812345678", "12", "Agent", "客户", "马丁·路德"),
)


@pytest.fixture(scope="module")
def masker() -> Masker:
    return Masker(NAMES)


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("This is Ann speaking, ANN MILLER.", "This is *** speaking, ***."),
        ("Miller, Ann; ann_miller; AnnMiller; Ann's", "***; ***; ***; ***'s"),
        ("Anna has good manners, Millers too", "Anna has good manners, Millers too"),
        # An ordinary word is a name inside a sentence, and as part of the whole name.
        ("Will you hold? I ask Will now. will page", "Will you hold? I ask *** now. ***"),
        ("Go to page two and you will see", "Go to page two and you will see"),
        ("我是Ann请讲", "我是***请讲"),
        ("你好我是李雷请讲", "你好我是***请讲"),
        ("小明在吗，王小明先生，小王，我姓王", "***在吗，***先生，小***，我姓***"),
        ("王女士和国王，王总说，王总共", "***女士和国王，***总说，王总共"),
        ("很高兴为您服务，我叫高兴，高兴女士", "很高兴为您服务，我叫***，***女士"),
        ("欧阳先生住建国路，我是欧阳建国", "***先生住建国路，我是***"),
        ("小美为您服务", "***为您服务"),
        ("马丁路德，马丁·路德", "***，***"),
        ("138-1234-5678, 138 1234 5678, 13812345678", "***, ***, ***"),
        ("113812345678 and 12 euros, a1023!", "113812345678 and 12 euros, ***!"),
        ("write to ANN.MILLER2@example.com", "write to ***"),
        ("Your agent, 客户经理", "Your agent, 客户经理"),
        # Full width, invisible, and put together otherwise.
        ("ＡＮＮ　Ｍｉｌｌｅｒ", "***"),
        ("Mi\u00adll\u200ber", "***"),
        ("Zoe\u0308 Mu\u0308ller and ZOË", "*** and ***"),
    ],
)
def test_masks(masker: Masker, said: str, masked: str) -> None:
    assert masker.masked(said) == masked


def test_without_names_nothing_is_masked() -> None:
    said = "Agent 12 x 客户, speaker 1, test person, Mr."
    for names in (
        (),
        (None, "", "  ", "Agent", "客户", "x", "12", "Speaker 1", "spk_0", "Test Person", "Mr."),
    ):
        assert Masker(names).masked(said) == said


def test_what_stands_between_the_parts_of_a_name_stays() -> None:
    masker = Masker(["Jan van der Berg", "María de la Cruz"])
    assert masker.masked("der Zug von Berg, la casa de Jan") == "der Zug von ***, la casa de ***"
    assert masker.masked("jan van der berg and Maria de la Cruz") == "*** and ***"


@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=4))
def test_whatever_is_said_masking_ends_and_is_done_once(said: str, names: list[str]) -> None:
    masker = Masker(names)
    spans = masker.spans(said)
    assert all(0 <= start < end <= len(said) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    kept = masker.masked(said).split(MASK) if "*" not in said else []
    assert all(part in said for part in kept)


@given(
    st.sampled_from(["Okafor", "Nguyễn", "Sørensen", "Ивано́в", "赵敏敏", "佐藤"]),
    st.sampled_from(["", " ", ", ", "。", "!", "(", "\n"]),
    st.sampled_from([str.upper, str.lower, str.title, str]),
)
def test_a_name_is_found_between_any_signs(name: str, sign: str, write: object) -> None:
    said = f"那{sign or ' '}{write(name)}{sign or ' '}在"  # type: ignore[operator]
    assert write(name) not in Masker([name]).masked(said)  # type: ignore[operator]
