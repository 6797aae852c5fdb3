"""How an item of a form is answered: from its levels, options, points, or the form's own way."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from qa_desktop.rubrics import usual_words
from qa_desktop.rubrics.exchange.amounts import Amount, amount_in, losses_in, plain_number
from qa_desktop.rubrics.exchange.answer_words import (
    NO,
    YES,
    WrittenAnswer,
    answers_in,
    known_answer,
    shares,
    truth_in,
)
from qa_desktop.rubrics.exchange.form_rows import FormItem
from qa_desktop.rubrics.exchange.form_texts import FormTexts
from qa_desktop.rubrics.exchange.mapping import UsualAnswer
from qa_desktop.rubrics.ids import slug_of

_MOST_OPTIONS = 30
_SCALE_SPAN = 20


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """`answer` as it stands in a rubric; `vetoes`: what of it would trigger a veto.

    `na`: it was among the answers that it may not apply; None: nothing was said.
    """

    answer: dict[str, Any]
    vetoes: list[Any]
    na: bool | None = None


def item_answer(
    item: FormItem, usual: UsualAnswer, amount: Amount | None, texts: FormTexts
) -> ItemAnswer:
    """`amount`: the item's points or weight."""
    levels = [pair for pair in item.rows[0].levels if pair[0]]
    if levels:
        return _by_levels(levels, texts)
    if stepped := _steps(item):
        return choice(stepped, ["" for _ in stepped], amount, texts)
    if item.rows[0].options:
        found = _by_options(item, amount, texts)
        if found is not None:
            return found
    if amount is not None and amount.several:
        written = [WrittenAnswer(plain_number(score), score) for score in amount.several]
        return choice(written, ["" for _ in written], amount, texts)
    if amount is not None and amount.low:
        return _scale(amount.low, amount.value, {})
    if usual is UsualAnswer.POINTS and amount is not None and not amount.percent and amount.value:
        return _points(item, amount)
    return usual_answer(usual, texts)


def usual_answer(usual: UsualAnswer, texts: FormTexts) -> ItemAnswer:
    match usual:
        case UsualAnswer.SCALE_5:
            return _scale(Decimal(1), Decimal(5), {})
        case UsualAnswer.SCALE_10:
            return _scale(Decimal(1), Decimal(10), {})
    options = [
        {"id": YES, "title": texts.words(usual_words.YES), "score": 1},
        {"id": NO, "title": texts.words(usual_words.NO), "score": 0},
    ]
    return ItemAnswer({"type": "choice", "options": options}, [NO])


def in_order(texts: FormTexts) -> ItemAnswer:
    """For what must not happen and what must happen alike."""
    options = [
        {"id": "in-order", "title": texts.words(usual_words.IN_ORDER), "score": 1},
        {"id": "not-in-order", "title": texts.words(usual_words.NOT_IN_ORDER), "score": 0},
    ]
    return ItemAnswer({"type": "choice", "options": options}, ["not-in-order"])


def _points(item: FormItem, amount: Amount) -> ItemAnswer:
    """In steps as fine as the amounts that its standard takes off."""
    said = " ".join(row.guidance for row in item.rows)
    losses = [loss for loss in losses_in(said) if loss <= amount.value]
    fine = [loss for loss in (*losses, amount.value) if loss != loss.to_integral_value()]
    step = Decimal(1)
    if fine:
        halves = all((number * 2) == (number * 2).to_integral_value() for number in fine)
        tenths = all((number * 10) == (number * 10).to_integral_value() for number in fine)
        step = Decimal("0.5") if halves else Decimal("0.1") if tenths else min(fine)
    return ItemAnswer({"type": "points", "max": amount.value, "step": min(step, amount.value)}, [0])


def _scale(low: Decimal, high: Decimal, anchors: dict[str, str]) -> ItemAnswer:
    """Scored as the share of its highest value, which is what adding points up comes to."""
    answer: dict[str, Any] = {"type": "scale", "min": low, "max": high, "map": "ratio"}
    if anchors:
        answer["anchors"] = anchors
    return ItemAnswer(answer, [low])


def _by_levels(levels: Sequence[tuple[str, str]], texts: FormTexts) -> ItemAnswer:
    """Columns of one answer each; their cells say what it takes to get it, or are to be ticked."""
    kept = [(heading, said) for heading, said in levels if _NA(heading) is False]
    na = len(kept) < len(levels) or None
    values = [amount_in(heading) for heading, _ in kept]
    numbers = [amount.value for amount in values if amount is not None]
    if len(numbers) == len(kept) and len(set(numbers)) == len(numbers) > 1:
        low, high = min(numbers), max(numbers)
        whole = all(number == number.to_integral_value() for number in numbers)
        if whole and high - low <= _SCALE_SPAN:
            anchors = {
                plain_number(number): said
                for number, (_, said) in zip(numbers, kept, strict=True)
                if said and truth_in(said) is None
            }
            ordered = dict(sorted(anchors.items(), key=lambda pair: -Decimal(pair[0])))
            made = _scale(low, high, ordered)
            return ItemAnswer(made.answer, made.vetoes, na)
    written = [
        WrittenAnswer(
            heading if not said or truth_in(said) is not None else f"{heading}: {said}",
            amount.value if amount is not None else None,
        )
        for (heading, said), amount in zip(kept, values, strict=True)
    ]
    if len(written) < 2:
        return usual_answer(UsualAnswer.YES_NO, texts)
    known = [known_answer(heading) for heading, _ in kept]
    made = choice(written, ["" for _ in written], None, texts, known=known)
    return ItemAnswer(made.answer, made.vetoes, na)


def _NA(heading: str) -> bool:  # noqa: N802 - as people write it
    found = answers_in(f"{heading};a;b")
    return found is not None and found.na


def _steps(item: FormItem) -> list[WrittenAnswer]:
    """Rows of an item that are its levels: ever fewer points down to the last."""
    rows = item.rows
    amounts = [row.amount for row in rows]
    if len(rows) < 2 or any(amount is None or amount.taken for amount in amounts):
        return []
    scores = [amount.value for amount in amounts if amount is not None]
    falling = all(first > second for first, second in pairwise(scores))
    titles = [row.options or row.guidance for row in rows]
    by_options = all(row.options for row in rows)
    if not falling or not all(titles) or not (by_options or scores[-1] == 0):
        return []
    return [WrittenAnswer(title, score) for title, score in zip(titles, scores, strict=True)]


def has_steps(item: FormItem) -> bool:
    return bool(_steps(item))


def _by_options(item: FormItem, amount: Amount | None, texts: FormTexts) -> ItemAnswer | None:
    said, other = item.rows[0].options, item.rows[0].options_other
    scale = amount_in(said)
    if scale is not None and scale.low is not None:
        return _scale(scale.low, scale.value, {})
    found = answers_in(said)
    if found is None:
        return None
    second = answers_in(other)
    others = [answer.title for answer in second.answers] if second is not None else []
    if len(others) != len(found.answers):
        others = ["" for _ in found.answers]
    made = choice(found.answers, others, amount, texts)
    return ItemAnswer(made.answer, made.vetoes, found.na or None)


def choice(
    written: Sequence[WrittenAnswer],
    others: Sequence[str],
    amount: Amount | None,
    texts: FormTexts,
    *,
    known: Sequence[tuple[str, Decimal] | None] = (),
) -> ItemAnswer:
    written = written[:_MOST_OPTIONS]
    most = amount.value if amount is not None and not amount.percent else None
    scores = shares(written, most)
    if known and all(known):
        scores = [pair[1] for pair in known if pair is not None]
    taken: set[str] = set()
    options = []
    for place, (answer, other, score) in enumerate(zip(written, others, scores, strict=False)):
        pair = known_answer(answer.title)
        name = pair[0] if pair is not None else slug_of(answer.title) or slug_of(other)
        name = name or f"option-{place + 1}"
        while name in taken:
            name = f"{name}-{place + 1}"
        taken.add(name)
        title = answer.title.replace("\n", " ")
        options.append({"id": name, "title": texts.text(title, other), "score": score})
    lowest = min(scores)
    vetoes = [
        option["id"] for option, score in zip(options, scores, strict=True) if score == lowest
    ]
    return ItemAnswer({"type": "choice", "options": options}, vetoes)
