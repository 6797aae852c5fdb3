"""`qa-desktop screens`: a picture of every screen, from the demo workspace."""

import argparse
import re
import tempfile
from pathlib import Path

from qa_desktop.base.settings import TEXT_SIZES_PCT
from qa_desktop.cli.context import DONE, Context

EXAMPLE = "example: qa-desktop screens --out pictures --theme dark --language zh-CN"

_THEMES = ("light", "dark", "contrast-light", "contrast-dark")


def size(said: str) -> tuple[int, int]:
    """ "1280x720" as (1280, 720)."""
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", said)
    if match is None:
        raise argparse.ArgumentTypeError(f"{said!r} is not like 1280x720")
    return int(match[1]), int(match[2])


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("screens", help="a PNG of every screen", epilog=EXAMPLE)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--theme", choices=_THEMES, default="light")
    parser.add_argument("--language", dest="screen_language", choices=("en", "zh-CN"))
    parser.add_argument("--size", type=size, default=(1280, 720), metavar="WxH")
    parser.add_argument(
        "--text-size", type=int, choices=TEXT_SIZES_PCT, default=100, metavar="PERCENT"
    )
    parser.set_defaults(run=take)


def take(args: argparse.Namespace, context: Context) -> int:
    from qa_desktop.demo.workspace import make_demo_workspace

    with tempfile.TemporaryDirectory() as scratch:
        folder = args.workspace
        if folder is None:
            folder = Path(scratch) / "demo"
            make_demo_workspace(folder, context.clock, progress=context.progress).close()
        args.out.mkdir(parents=True, exist_ok=True)
        pictures = args.launchers.take_screens(
            folder,
            args.out,
            args.theme,
            args.screen_language or context.language,
            args.size,
            args.text_size,
        )
    for picture in pictures:
        context.say(str(picture))
    return DONE
