"""`qa-desktop speech`: who speaks when in a recording."""

import argparse
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING

from qa_desktop.cli.context import DONE, Context

if TYPE_CHECKING:
    from qa_desktop.audio.speech import SpeechReport

EXAMPLE = "example: qa-desktop speech call.wav --json"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "speech",
        help="speech, silence and overlap per channel, talk ratio, response times",
        description="Times are in milliseconds; channels count from 0, the left one.",
        epilog=EXAMPLE,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a recording of any format")
    parser.add_argument("--json", action="store_true", help="say everything as JSON")
    parser.set_defaults(run=tell_speech)


def tell_speech(args: argparse.Namespace, context: Context) -> int:
    from qa_desktop.audio.peak_cache import workspace_cache
    from qa_desktop.audio.peaks import build_peaks
    from qa_desktop.audio.speech import speech_report

    cache = workspace_cache(context.workspace_folder)
    build = build_peaks if cache is None else cache.peaks
    report = speech_report(build(args.file, progress=context.progress))
    if args.json:
        context.say_json({"file": str(args.file), **report_json(report)})
    else:
        _say(report, context)
    return DONE


def report_json(report: "SpeechReport") -> dict[str, object]:
    """Every number of `report`; talk_ratio is null without two channels that speak."""
    duration_ms = max(1, report.duration_ms)
    return {
        "duration_ms": report.duration_ms,
        "speech_ms": report.anyone_ms,
        "silence_ms": report.duration_ms - report.anyone_ms,
        "overlap_ms": report.together_ms,
        "talk_ratio": None if report.talk_ratio is None else round(report.talk_ratio, 4),
        "channels": [
            {
                "channel": number,
                "speech_ms": channel.speech_ms,
                "silence_ms": report.duration_ms - channel.speech_ms,
                "overlap_ms": report.overlap_ms[number],
                "talk_share": round(channel.speech_ms / duration_ms, 4),
                "noise_floor_dbfs": round(channel.noise_floor_dbfs, 1),
                "threshold_dbfs": round(channel.threshold_dbfs, 1),
                "response_times": _response_times(report, number),
                "speech": [{"start_ms": start, "end_ms": end} for start, end in channel.speech],
            }
            for number, channel in enumerate(report.channels)
        ],
        "silences": [
            {"start_ms": silence.start_ms, "end_ms": silence.end_ms} for silence in report.silences
        ],
        "response_times": [
            {"channel": response.channel, "at_ms": response.at_ms, "gap_ms": response.gap_ms}
            for response in report.responses
        ],
    }


def _gaps(report: "SpeechReport", channel: int) -> list[int]:
    return [response.gap_ms for response in report.responses if response.channel == channel]


def _response_times(report: "SpeechReport", channel: int) -> dict[str, object]:
    gaps = _gaps(report, channel)
    if not gaps:
        return {"count": 0, "median_ms": None, "mean_ms": None, "longest_ms": None}
    return {
        "count": len(gaps),
        "median_ms": round(median(gaps)),
        "mean_ms": round(mean(gaps)),
        "longest_ms": max(gaps),
    }


def _say(report: "SpeechReport", context: Context) -> None:
    words = context.words
    context.say(words("audio.speech.whole", duration=_clock(report.duration_ms)))
    for number, channel in enumerate(report.channels):
        share_pct = 100 * channel.speech_ms / max(1, report.duration_ms)
        context.say(
            words(
                "audio.speech.channel",
                channel=number,
                speech=_clock(channel.speech_ms),
                share_pct=f"{share_pct:.1f}",
                overlap=_clock(report.overlap_ms[number]),
            )
        )
        gaps = _gaps(report, number)
        if gaps:
            context.say(
                words(
                    "audio.speech.responses",
                    count=len(gaps),
                    median=f"{median(gaps) / 1000:.1f}",
                    longest=f"{max(gaps) / 1000:.1f}",
                )
            )
    if report.talk_ratio is not None:
        context.say(words("audio.speech.ratio", ratio=f"{report.talk_ratio:.2f}"))
    long_silence_ms = sum(silence.end_ms - silence.start_ms for silence in report.silences)
    context.say(
        words("audio.speech.silences", count=len(report.silences), total=_clock(long_silence_ms))
    )


def _clock(milliseconds: int) -> str:
    minutes, tenths = divmod(round(milliseconds / 100), 600)
    return f"{minutes}:{tenths / 10:04.1f}"
