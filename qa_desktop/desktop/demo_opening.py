"""Makes the demo workspace ready to be opened."""

from pathlib import Path

from qa_desktop.base.clock import Clock
from qa_desktop.base.progress import Progress
from qa_desktop.base.settings import default_workspace


def demo_folder() -> Path:
    """Beside the person's own workspace."""
    return default_workspace().parent / "demo"


def make_demo(folder: Path, clock: Clock, progress: Progress) -> Path:
    """Fills the folder where there is none yet, or not all of it, and leaves it closed."""
    from qa_desktop.demo.workspace import is_whole, make_demo_workspace

    if not is_whole(folder):
        progress.report(0, 0)
        make_demo_workspace(folder, clock).close()
    return folder
