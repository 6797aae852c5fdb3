"""`qa-desktop peaks`: a recording's waveform in audiowaveform's data format."""

import argparse
from pathlib import Path

from qa_desktop.cli.context import DONE, Context

EXAMPLE = "example: qa-desktop peaks call.mp3 --out call.dat --samples-per-pixel 256 --bits 8"
DEFAULT_SAMPLES_PER_PIXEL = 256


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "peaks",
        help="write a recording's waveform as audiowaveform data (version 2)",
        description="One waveform a channel. Without --out the JSON form goes to standard output.",
        epilog=EXAMPLE,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a recording of any format")
    parser.add_argument("--out", type=_out, metavar="FILE.dat|.json")
    parser.add_argument(
        "--samples-per-pixel",
        type=_samples_per_pixel,
        default=DEFAULT_SAMPLES_PER_PIXEL,
        metavar="N",
        help="samples of a channel that one pair of values stands for (default: %(default)s)",
    )
    parser.add_argument("--bits", type=int, choices=(8, 16), default=16, help="default: 16")
    parser.add_argument(
        "--no-cache", action="store_true", help="neither read nor keep peaks in the workspace"
    )
    parser.add_argument(
        "--check",
        type=Path,
        metavar="FILE.dat|.json",
        help="write nothing, but tell whether that waveform, of audiowaveform say, is the sound's",
    )
    parser.set_defaults(run=write_peaks)


def _out(text: str) -> Path:
    if Path(text).suffix.lower() not in (".dat", ".json"):
        raise argparse.ArgumentTypeError("its name must end in .dat or .json")
    return Path(text)


def _samples_per_pixel(text: str) -> int:
    from qa_desktop.audio.waveform_data import FEWEST_SAMPLES_PER_PIXEL, MOST_SAMPLES_PER_PIXEL

    least, most = FEWEST_SAMPLES_PER_PIXEL, MOST_SAMPLES_PER_PIXEL
    if not text.isdecimal() or len(text) > len(str(most)) or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"a whole number from {least} to {most}")
    return int(text)


def write_peaks(args: argparse.Namespace, context: Context) -> int:
    from qa_desktop.audio.peak_cache import workspace_cache
    from qa_desktop.audio.waveform_data import make_waveform, save_waveform, write_json

    cache = None if args.no_cache else workspace_cache(context.workspace_folder)
    if args.check is not None:
        from qa_desktop.audio.waveform_reading import check_waveform

        largest = check_waveform(args.check, args.file, cache, context.progress)
        context.say(context.words("audio.waveform.same", largest=largest))
        return DONE
    waveform = make_waveform(args.file, args.samples_per_pixel, cache, context.progress)
    if args.out is None:
        write_json(waveform, context.out, args.bits)
    else:
        save_waveform(waveform, args.out, args.bits)
    return DONE
