"""The words that figures deserve."""

import ast
from pathlib import Path

import pytest

from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.calibration.agreement.model import Coefficient, Level, Method, Why
from qa_desktop.calibration.statistics import item_readings
from qa_desktop.calibration.statistics.item_readings import alpha_readings, band_of
from qa_desktop.calibration.statistics.readings import say

ROOM = Path(item_readings.__file__).parent


@pytest.mark.parametrize(
    ("alpha", "band"),
    [
        *((1.0, "reliable"), (0.8, "reliable"), (0.79, "tentative"), (0.667, "tentative")),
        *((0.66, "low"), (0.01, "low"), (0.0, "chance"), (-0.4, "chance")),
    ],
)
def test_bands_are_krippendorffs(alpha: float, band: str) -> None:
    assert band_of(alpha) == band


def test_few_units_say_how_many_more_would_do() -> None:
    few = Coefficient(value=0.5, se=0.15, n=4, ci_low=0.02, ci_high=0.98, method=Method.BOOTSTRAP)
    band, more = alpha_readings(few, 0.67)
    assert band.code == "alpha_low"
    assert say(more, wording("en")) == (
        "With 4 interactions you can't tell for sure; 11 more would do."
    )
    assert say(more, wording("zh-CN")) == "仅凭 4 个会话还不能下定论；再增加 11 个就够了。"


@pytest.mark.parametrize(
    ("coefficient", "wanted"),
    [
        (Coefficient.none(Why.NO_VARIATION, 4), ["no_variation"]),
        (Coefficient.none(Why.TOO_FEW_PAIRS), ["too_few_pairs"]),
        (Coefficient(value=0.9, n=4, ci_why=Why.NOT_ASKED), ["alpha_reliable"]),
        (
            Coefficient(value=1.0, n=4, ci_why=Why.NO_DISAGREEMENT),
            ["alpha_reliable", "all_agreed"],
        ),
        (
            Coefficient(value=0.9, n=2, ci_why=Why.TOO_FEW_UNITS),
            ["alpha_reliable", "cannot_tell_at_all"],
        ),
        (
            Coefficient(value=0.66, se=3.0, n=4, ci_low=-1, ci_high=1, method=Method.BOOTSTRAP),
            ["alpha_low", "cannot_tell_ever"],
        ),
        (
            Coefficient(
                value=0.9, se=0.01, n=9, ci_low=0.88, ci_high=0.92, method=Method.BOOTSTRAP
            ),
            ["alpha_reliable"],
        ),
    ],
)
def test_what_is_said(coefficient: Coefficient, wanted: list[str]) -> None:
    assert [reading.code for reading in alpha_readings(coefficient, 0.67)] == wanted


def literal_codes() -> set[str]:
    found = set()
    for module in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reading":
                for keyword in node.keywords:
                    if keyword.arg == "code" and isinstance(keyword.value, ast.Constant):
                        found.add(str(keyword.value.value))
    return found


def composed_codes() -> set[str]:
    reviewer = ("lower", "higher", "unclear", "few", "same", "always_lower", "always_higher")
    return {
        *(f"alpha_{band}" for band in ("reliable", "tentative", "low", "chance")),
        *(f"outcome_all_{verdict}" for verdict in ("pass", "fail", "not_scored")),
        *(f"veto_all_{verdict}" for verdict in ("veto", "no_veto")),
        *(f"{what}_pairs" for what in ("outcome", "veto")),
        *(f"reviewer_{code}_{other}" for code in reviewer for other in ("reference", "others")),
        *("cannot_tell", "cannot_tell_one", "to_settle", "to_settle_one"),
        *("no_variation", "too_few_pairs"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_said_has_words_and_nothing_else_does(language: str) -> None:
    texts = wording(language).texts
    prefix = "agreement.readings."
    worded = {key.removeprefix(prefix) for key in texts if key.startswith(prefix)}
    assert worded == literal_codes() | composed_codes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_methods_and_levels_have_words(language: str) -> None:
    texts = wording(language).texts
    for kind, names in (
        ("why", [why.name.lower() for why in Why]),
        ("method", [method.name.lower() for method in Method]),
        ("level", [level.value for level in Level]),
    ):
        prefix = f"agreement.{kind}."
        worded = {key.removeprefix(prefix) for key in texts if key.startswith(prefix)}
        assert worded == set(names), kind
