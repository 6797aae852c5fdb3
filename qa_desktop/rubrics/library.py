"""The rubrics that ship with the program."""

from qa_desktop.base.resources import resource


def shipped_rubrics() -> list[tuple[str, bytes]]:
    """(file name, content) of each, by name; they are read with `load_rubric` like any other."""
    files = [file for file in resource("rubrics").iterdir() if file.name.endswith(".yaml")]
    return [(file.name, file.read_bytes()) for file in sorted(files, key=lambda f: f.name)]


def shipped_rubric(rubric_id: str) -> tuple[str, bytes] | None:
    """The one whose file is named after the id; None where none is."""
    for name, source in shipped_rubrics():
        if name == f"{rubric_id}.yaml":
            return name, source
    return None
