"""What stands in the template's cells: answers, anchors, bands and rules as lines of text."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from qa_desktop.base.local_text import LocalText
from qa_desktop.rubrics.model import (
    AnswerType,
    Choice,
    CommentRule,
    Effect,
    Item,
    Measure,
    Multi,
    NaKind,
    NaRule,
    Option,
    Points,
    Reason,
    Scale,
    Veto,
)
from qa_desktop.rubrics.numbers import exact, looks_like_number, number_text

# Stands for a line break inside of a line.
BREAK = "⏎"
_OPTION = re.compile(r"(?:\[(?P<id>[^\]]*)\]\s*)?(?P<title>.*?)\s*[=＝]\s*(?P<score>[^=＝]*)")
_TITLED = re.compile(r"(?:\[(?P<id>[^\]]*)\]\s*)?(?P<title>.*)")
_ANCHOR = re.compile(r"(?P<value>-?[\d.]+)\s*[:：]\s?(?P<text>.*)")
_BAND = re.compile(r"(?:<=|≤)\s*(?P<up_to>[^:：]+?)\s*[:：]\s*(?P<score>.*)")
_REST = re.compile(r"(?:else|其他|其它|otherwise|more)\s*[:：]\s*(?P<score>.*)", re.IGNORECASE)
_SPAN = re.compile(
    r"(?P<low>-?\d+(?:\.\d+)?)\s*(?:\.\.|–|—|~|至|to|-)\s*(?P<high>-?\d+(?:\.\d+)?)"
    r"(?P<ratio>\s+ratio)?"
)
_STEP = re.compile(r"(?P<max>[\d.]+)(?:\s*(?:step|步长)\s*(?P<step>[\d.]+))?")
_LIST = re.compile(r"\s*[;；\n]\s*")


def texts_of(text: LocalText | None, languages: Sequence[str]) -> list[str]:
    """A cell for each language; a text that stands for all fills the first alone."""
    if text is None:
        return [""] * len(languages)
    said = dict(text.by_language)
    if "" in said:
        return [said[""], *[""] * (len(languages) - 1)]
    return [said.get(language, "") for language in languages]


def text_from(cells: Mapping[str, str]) -> str | dict[str, str] | None:
    """The other way round: None where all are empty."""
    filled = {language: text for language, text in cells.items() if text}
    if not filled:
        return None
    return next(iter(filled.values())) if len(filled) == 1 else filled


def written_number(text: str) -> Any:
    """The number that a cell holds, or its text, which the rubric's reader then complains of."""
    plain = text.strip()
    percent = plain.endswith(("%", "％"))
    plain = plain.rstrip("%％").strip() if percent else plain
    number = exact(plain) if looks_like_number(plain) else None
    if number is None:
        return text
    return number / 100 if percent else number


# From the rubric to cells


def answer_cells(answer: AnswerType, languages: Sequence[str]) -> tuple[str, str, list[str]]:
    """Kind, range, and the answers by language."""
    none = [""] * len(languages)
    match answer:
        case Choice(options=options) | Multi(options=options):
            kind = "choice" if isinstance(answer, Choice) else "multi"
            return kind, "", _option_cells(options, languages)
        case Scale(min=low, max=high, ratio=ratio, anchors=anchors):
            span = f"{number_text(low)}..{number_text(high)}{' ratio' if ratio else ''}"
            return "scale", span, _anchor_cells(anchors, languages)
        case Points(max=high, step=step):
            return "points", f"{number_text(high)} step {number_text(step)}", none
        case Measure(unit=unit, bands=bands, source=source):
            lines = [
                f"<= {number_text(b.up_to)}: {number_text(b.score)}"
                if b.up_to is not None
                else f"else: {number_text(b.score)}"
                for b in bands
            ]
            said = f"{unit}; {source}" if source else unit
            return "measure", said, ["\n".join(lines), *none[1:]]
    return "note", "", none


def _option_cells(options: Sequence[Option], languages: Sequence[str]) -> list[str]:
    titles = [texts_of(option.title, languages) for option in options]
    cells = [
        "\n".join(
            f"[{option.id}] {_line(title[0])} = {number_text(option.score)}"
            for option, title in zip(options, titles, strict=True)
        )
    ]
    rest = range(1, len(languages))
    return cells + [_lines([title[place] for title in titles]) for place in rest]


def reason_cells(reasons: Sequence[Reason], languages: Sequence[str]) -> list[str]:
    titles = [texts_of(reason.title, languages) for reason in reasons]
    first = [f"[{r.id}] {_line(t[0])}" for r, t in zip(reasons, titles, strict=True)]
    rest = [_lines([title[p] for title in titles]) for p in range(1, len(languages))]
    return ["\n".join(first), *rest]


def _anchor_cells(
    anchors: Sequence[tuple[Fraction, LocalText]], languages: Sequence[str]
) -> list[str]:
    titles = [texts_of(text, languages) for _, text in anchors]
    return [
        "\n".join(
            f"{number_text(value)}: {_line(title[place])}"
            for (value, _), title in zip(anchors, titles, strict=True)
            if title[place]
        )
        for place in range(len(languages))
    ]


def _line(text: str) -> str:
    return text.replace("\n", BREAK)


def _lines(texts: Sequence[str]) -> str:
    """Nothing at all where no line says anything."""
    return "\n".join(_line(text) or BREAK for text in texts) if any(texts) else ""


def na_cell(item: Item) -> str:
    if not item.na_allowed:
        return "not-allowed"
    return "" if item.na is None else na_rule_cell(item.na)


def na_rule_cell(rule: NaRule) -> str:
    if rule.kind is NaKind.AS_SCORE and rule.score is not None:
        return f"as_score {number_text(rule.score)}"
    return rule.kind.value


def comment_cell(item: Item) -> str:
    if item.comment is CommentRule.BELOW and item.comment_below is not None:
        return f"below {number_text(item.comment_below)}"
    return "" if item.comment is CommentRule.OPTIONAL else item.comment.value


def veto_cells(veto: Veto | None) -> list[str]:
    """When, scope, effect, count."""
    if veto is None:
        return ["", "", "", ""]
    effect = veto.effect.value
    if veto.effect is Effect.CAP and veto.cap is not None:
        effect = f"cap {number_text(veto.cap)}"
    count = str(veto.count) if veto.count > 1 else ""
    return [values_cell(veto.when), veto.scope.value, effect, count]


def values_cell(values: Sequence[str | Fraction]) -> str:
    return "; ".join(value if isinstance(value, str) else number_text(value) for value in values)


# From cells to what a rubric's file says


def answer_from(kind: str, span: str, cells: Mapping[str, str]) -> dict[str, Any]:
    """`cells` are the answers by language. What can't be read is left as it stands, for the
    rubric's reader to complain of at its place."""
    first = _filled(cells)
    made: dict[str, Any] = {"type": kind}
    match kind:
        case "choice" | "multi":
            made["options"] = options_from(cells)
        case "scale":
            found = _SPAN.fullmatch(span.strip())
            if found is not None:
                made |= {"min": written_number(found["low"]), "max": written_number(found["high"])}
                if found["ratio"]:
                    made["map"] = "ratio"
            anchors = _anchors_from(cells)
            if anchors:
                made["anchors"] = anchors
        case "points":
            found = _STEP.fullmatch(span.strip())
            if found is not None:
                made["max"] = written_number(found["max"])
                if found["step"]:
                    made["step"] = written_number(found["step"])
        case "measure":
            unit, *source = _LIST.split(span.strip())
            made |= {"unit": unit, "bands": _bands_from(cells[first])}
            if source and source[0]:
                made["from"] = source[0]
    return made


def _filled(cells: Mapping[str, str]) -> str:
    """The language whose cell names ids and scores: the first that says anything."""
    return next((language for language, cell in cells.items() if cell), next(iter(cells)))


def options_from(cells: Mapping[str, str]) -> list[dict[str, Any]]:
    first = _filled(cells)
    rest = [language for language in cells if language != first]
    lines = cells[first].split("\n") if cells[first] else []
    made = []
    for place, line in enumerate(lines):
        if not line.strip():
            continue
        found = _OPTION.fullmatch(line.strip())
        title, score = (found["title"], found["score"]) if found else (line.strip(), "")
        others = {language: _at(cells[language], place) for language in rest}
        name = found["id"] if found and found["id"] else f"option-{place + 1}"
        text = text_from({first: _back(title), **others})
        made.append({"id": name, "title": text or "", "score": written_number(score)})
    return made


def reasons_from(cells: Mapping[str, str]) -> list[dict[str, Any]]:
    first = _filled(cells)
    rest = [language for language in cells if language != first]
    made = []
    for place, line in enumerate(cells[first].split("\n") if cells[first] else []):
        found = _TITLED.fullmatch(line.strip())
        if not line.strip() or found is None:
            continue
        others = {language: _at(cells[language], place) for language in rest}
        text = text_from({first: _back(found["title"]), **others})
        made.append({"id": found["id"] or f"reason-{place + 1}", "title": text or ""})
    return made


def _at(cell: str, place: int) -> str:
    lines = cell.split("\n")
    text = _back(lines[place].strip()) if place < len(lines) else ""
    return text if text.strip() else ""


def _back(text: str) -> str:
    return text.replace(BREAK, "\n")


def _anchors_from(cells: Mapping[str, str]) -> dict[str, Any]:
    said: dict[str, dict[str, str]] = {}
    for language, cell in cells.items():
        for line in cell.split("\n"):
            if not line.strip():
                continue
            found = _ANCHOR.fullmatch(line.strip())
            value, text = (found["value"], found["text"]) if found else (line.strip(), line.strip())
            said.setdefault(value, dict.fromkeys(cells, ""))[language] = _back(text)
    return {value: text_from(texts) or "" for value, texts in said.items()}


def _bands_from(cell: str) -> list[dict[str, Any]]:
    bands: list[dict[str, Any]] = []
    for line in cell.split("\n"):
        plain = line.strip()
        if found := _BAND.fullmatch(plain):
            limit, score = written_number(found["up_to"]), written_number(found["score"])
            bands.append({"up_to": limit, "score": score})
        elif found := _REST.fullmatch(plain):
            bands.append({"score": written_number(found["score"])})
        elif plain:
            bands.append({"score": plain})
    return bands


def na_from(cell: str) -> Any:
    if cell.startswith("as_score"):
        return {"as_score": written_number(cell.removeprefix("as_score").strip())}
    return cell


def comment_from(cell: str) -> Any:
    if cell.startswith("below"):
        return {"required_below": written_number(cell.removeprefix("below").strip())}
    return cell


def effect_from(cell: str) -> Any:
    if cell.startswith("cap "):
        return {"cap": written_number(cell.removeprefix("cap").strip())}
    return cell


def values_from(cell: str, kind: str) -> list[Any]:
    """Ids for options, numbers for all else."""
    parts = [part for part in _LIST.split(cell.strip()) if part]
    return parts if kind in ("choice", "multi") else [written_number(part) for part in parts]
