"""`qa-desktop doctor`: what this machine has, what is missing, and the command that mends it."""

import argparse
import os
import platform
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version

from qa_desktop import __version__
from qa_desktop.cli.context import AT_FAULT, DONE, Context

EXAMPLE = "example: qa-desktop doctor --json"
CODECS = (
    *(
        "pcm_s16le",
        "pcm_mulaw",
        "pcm_alaw",
        "gsm",
        "gsm_ms",
        "g722",
        "g729",
        "amrnb",
        "amrwb",
    ),
    *("speex", "opus", "vorbis", "mp3", "aac", "flac", "wmav2"),
)
LITTLE_SPACE = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`state`: "ok", "note" (works, with a limit) or "missing" (something can't be done)."""

    name: str
    state: str
    found: str
    remedy: str = ""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("doctor", help="what this machine has", epilog=EXAMPLE)
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=examine)


def examine(args: argparse.Namespace, context: Context) -> int:
    findings = [
        _program(),
        *_engines(args.launchers.engines(), context),
        _display(context, has_display=args.launchers.has_display()),
        _codecs(context),
        _fonts(context),
        _database(context),
        *_workspace(context),
        _encryption(context),
    ]
    if args.json:
        context.say_json({"findings": [asdict(finding) for finding in findings]})
    else:
        marks = {"ok": "✓", "note": "·", "missing": "✕"}
        widest = max(len(finding.name) for finding in findings)
        for finding in findings:
            context.say(f"{marks[finding.state]} {finding.name:<{widest}}  {finding.found}")
            if finding.remedy:
                context.say(f"  {'':<{widest}}  {finding.remedy}")
    return AT_FAULT if any(finding.state == "missing" for finding in findings) else DONE


def _program() -> Finding:
    qt = version("PySide6-Essentials")
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    found = f"QA Desktop {__version__}, Python {platform.python_version()}, Qt {qt}, {system}"
    return Finding(name="program", state="ok", found=found)


def _engines(
    engines: Sequence[tuple[str, bool, str, Sequence[str]]], context: Context
) -> list[Finding]:
    """One engine is enough; with none recordings can be graded but not heard."""
    words = context.words
    findings = []
    for name, usable, found, outputs in engines:
        state = "ok" if usable else "note"
        findings.append(Finding(name=f"engine {name}", state=state, found=found or "—"))
        if usable:
            heard = ", ".join(outputs) or words("cli.no_outputs")
            state = "ok" if outputs else "note"
            findings.append(Finding(name=f"outputs {name}", state=state, found=heard))
    if not any(usable for _, usable, _, _ in engines):
        missing = words("cli.no_engine")
        findings.append(
            Finding(
                name="engine", state="missing", found=missing, remedy=words("cli.install_engine")
            )
        )
    return findings


def _display(context: Context, *, has_display: bool) -> Finding:
    found = context.words("cli.display" if has_display else "cli.no_display")
    return Finding(name="display", state="ok" if has_display else "note", found=found)


def _codecs(context: Context) -> Finding:
    import av

    lacking = [codec for codec in CODECS if codec not in av.codecs_available]
    found = f"FFmpeg {av.ffmpeg_version_info}: {', '.join(c for c in CODECS if c not in lacking)}"
    if lacking:
        found += context.words("cli.without", names=", ".join(lacking))
    return Finding(name="codecs", state="note" if lacking else "ok", found=found)


def _fonts(context: Context) -> Finding:
    from qa_desktop.base.resources import resource

    wanted = ("Inter-Regular.ttf", "NotoSansSC-Regular.ttf", "NotoSansSC-SemiBold.ttf")
    lacking = [name for name in wanted if not resource("fonts", name).is_file()]
    if lacking:
        remedy = context.words("cli.reinstall")
        return Finding(name="fonts", state="missing", found=", ".join(lacking), remedy=remedy)
    return Finding(name="fonts", state="ok", found="Inter, Noto Sans SC")


def _database(context: Context) -> Finding:
    from qa_desktop.database.engine import describe_engine

    engine, has_search = describe_engine()
    if not has_search:
        remedy = context.words("cli.no_fts")
        return Finding(name="database", state="missing", found=engine, remedy=remedy)
    return Finding(name="database", state="ok", found=f"{engine}, FTS5")


def _workspace(context: Context) -> list[Finding]:
    folder = context.workspace_folder
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    free = shutil.disk_usage(there).free
    writable = os.access(there, os.W_OK)
    state = "ok" if folder.exists() else "note"
    found = str(folder) if folder.exists() else context.words("cli.no_workspace", folder=folder)
    space = Finding(
        name="disk",
        state="ok" if free > LITTLE_SPACE and writable else "missing",
        found=context.words("cli.free", gigabytes=f"{free / 1e9:.1f}"),
        remedy="" if writable else context.words("cli.not_writable", folder=there),
    )
    return [Finding(name="workspace", state=state, found=found), space]


def _encryption(context: Context) -> Finding:
    return Finding(name="encryption", state="note", found=context.words("cli.not_encrypted"))
