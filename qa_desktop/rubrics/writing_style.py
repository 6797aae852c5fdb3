"""How a file is written so far, so that what is added to it looks the same."""

from qa_desktop.rubrics.key_order import role_of
from qa_desktop.rubrics.layout import Layout, Spot
from qa_desktop.rubrics.yaml_writing import Writer


def writer_like(layout: Layout) -> Writer:
    """Writes as the file is written so far."""
    styles: dict[str, str] = {}
    texts: dict[str, str] = {}
    blanks: dict[str, int] = {}
    steps: dict[str, int] = {}
    for path, part in layout.walk():
        spot, role = part.spot, role_of(path)
        if spot.style in ("|", ">"):
            texts[role] = spot.style
        if not spot.parts or part.key is None:
            continue
        # What is written in lines once may be so everywhere; in brackets only what is short.
        if spot.is_block or role not in styles:
            styles[role] = spot.style
        if spot.is_block:
            steps.setdefault(
                spot.style, layout.column(spot.parts[0].start) - layout.column(part.start)
            )
        if spot.style == "-" and len(spot.parts) > 1:
            blanks.setdefault(role, _blank_lines(layout, spot))
    return Writer(
        newline=layout.newline,
        table_step=max(steps.get(":", 2), 1),
        list_step=max(steps.get("-", 2), 0),
        styles=styles,
        texts=texts,
        blanks=blanks,
    )


def _blank_lines(layout: Layout, spot: Spot) -> int:
    """Between the first two elements."""
    between = layout.text[spot.parts[0].spot.end : spot.parts[1].start]
    return sum(not line.strip() for line in between.split("\n")[1:-1])
