"""How a file is written so far, so that what is added to it looks the same."""

from collections import Counter

from qa_desktop.rubrics.key_order import role_of
from qa_desktop.rubrics.layout import Layout, Spot
from qa_desktop.rubrics.yaml_writing import WIDTH, Writer


def writer_like(layout: Layout) -> Writer:
    """Writes as the file is written so far."""
    votes: dict[str, Counter[str]] = {}
    texts: dict[str, str] = {}
    blanks: dict[str, int] = {}
    steps: dict[str, int] = {}
    for path, part in layout.walk():
        spot, role = part.spot, role_of(path)
        if spot.style in ("|", ">"):
            texts[role] = spot.style
        if not spot.parts or part.key is None:
            continue
        if spot.is_flow or _could_be_in_line(layout, spot):
            votes.setdefault(role, Counter())[spot.style] += 1
        if spot.is_block:
            step = layout.column(spot.parts[0].start) - layout.column(part.start)
            steps.setdefault(spot.style, step)
        if spot.style == "-" and len(spot.parts) > 1:
            blanks.setdefault(role, _blank_lines(layout, spot))
    return Writer(
        newline=layout.newline,
        table_step=max(steps.get(":", 2), 1),
        list_step=max(steps.get("-", 2), 0),
        styles={role: styles.most_common(1)[0][0] for role, styles in votes.items()},
        texts=texts,
        blanks=blanks,
    )


def _could_be_in_line(layout: Layout, spot: Spot) -> bool:
    """Whether somebody wrote lines by choice: it is short, or lines suit its texts."""
    if any(part.spot.style in ("|", ">") for part in spot.parts):
        return True
    nested = any(part.spot.is_block for part in spot.parts)
    return not nested and spot.end - spot.start < WIDTH - layout.column(spot.start)


def _blank_lines(layout: Layout, spot: Spot) -> int:
    """Between the first two elements."""
    between = layout.text[spot.parts[0].spot.end : spot.parts[1].start]
    return sum(not line.strip() for line in between.split("\n")[1:-1])
