"""What a rubric is, in words: the help that travels with it."""

from fractions import Fraction

from qa_desktop.base.wording import Wording, wording
from qa_desktop.rubrics.model import Choice, Item, Measure, Multi, Points, Rubric, Scale
from qa_desktop.rubrics.numbers import number_text, round_half_up
from qa_desktop.rubrics.shares import Shares, effective_shares


def readme(rubric: Rubric, language: str) -> str:
    """Markdown in `language`: items with their guidance and shares, vetoes, grades."""
    words = wording(language)
    shares = effective_shares(rubric)
    channels = ", ".join(words(f"exchange.readme.channels.{name}") for name in rubric.channels)
    lines = [
        f"# {rubric.title.to(language)}",
        "",
        words("exchange.readme.version", id=rubric.id, version=rubric.version, channels=channels),
        "",
        f"`{rubric.content_hash}`",
        "",
        words("exchange.readme.use"),
        "",
    ]
    for section in rubric.sections:
        share = shares.sections.get(section.id)
        worth = f" · {_percent(share)} %" if share else ""
        lines += [f"## {section.title.to(language)}{worth}", ""]
        for item in section.items:
            lines += _item(item, shares, words)
    lines += _grades(rubric, words)
    return "\n".join(lines).rstrip() + "\n"


def _item(item: Item, shares: Shares, words: Wording) -> list[str]:
    language = words.language
    share = shares.items.get(item.id)
    worth = f" · {_percent(share)} %" if share else ""
    lines = [f"### {item.text.to(language)}{worth}", ""]
    if item.help is not None:
        lines += [line.strip() + "  " for line in item.help.to(language).splitlines()] + [""]
    lines += [f"- {answer}" for answer in _answers(item, words)]
    if not item.na_allowed:
        lines.append(f"- {words('exchange.readme.always')}")
    if item.veto is not None:
        lines.append(f"- **{words('exchange.readme.veto')}**")
    return [*lines, ""]


def _answers(item: Item, words: Wording) -> list[str]:
    language = words.language
    match item.answer:
        case Choice(options=options) | Multi(options=options):
            return [f"{o.title.to(language)}: {_percent(o.score * 100)} %" for o in options]
        case Scale(min=low, max=high, anchors=anchors):
            span = f"{number_text(low)} – {number_text(high)}"
            return [
                span,
                *(f"{number_text(value)}: {text.to(language)}" for value, text in anchors),
            ]
        case Points(max=most):
            return [f"0 – {number_text(most)}"]
        case Measure(unit=unit, bands=bands):
            return [
                f"≤ {number_text(band.up_to)} {unit}: {_percent(band.score * 100)} %"
                if band.up_to is not None
                else f"…: {_percent(band.score * 100)} %"
                for band in bands
            ]
    return [words("exchange.readme.note")]


def _grades(rubric: Rubric, words: Wording) -> list[str]:
    mark = number_text(rubric.scoring.pass_mark)
    lines = [f"## {words('exchange.readme.result')}", "", words("exchange.readme.pass", mark=mark)]
    titles = [
        f"- {grade.title.to(words.language)}: ≥ {number_text(grade.min)}" for grade in rubric.grades
    ]
    return [*lines, "", *titles]


def _percent(value: Fraction) -> str:
    return number_text(round_half_up(value, 2))
