"""Gives one interaction the words that a person chose for it, whatever their file is called."""

from collections.abc import Sequence
from dataclasses import replace

from qa_desktop.base.problems import Problem, Where
from qa_desktop.interactions.model import KnownInteraction
from qa_desktop.interactions.plan import PlanEntry, State


def attached_to(home: KnownInteraction, entries: Sequence[PlanEntry]) -> list[PlanEntry]:
    """The first file with words goes to `home`; of the others each says why it isn't taken."""
    taken = False
    planned = []
    for entry in entries:
        content = entry.content
        if entry.state is not State.TAKE or content is None:
            planned.append(entry)
        elif content.turns and content.sound is None and not taken:
            taken = True
            kept = replace(content, kind=None, title=home.title, attach_to=home)
            planned.append(replace(entry, content=kept))
        else:
            code = "interactions.second_transcript" if content.turns else "interactions.no_words"
            if content.sound is not None:
                code = "interactions.no_words"
            problem = Problem(code=code, where=Where(file=entry.path), values={"title": home.title})
            planned.append(
                replace(entry, state=State.SKIP, content=None, problems=(problem, *entry.problems))
            )
    return planned
