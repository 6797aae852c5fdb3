"""Moments and lengths as a reviewer reads them."""

import math


def moment_text(ms: int, decimals: int = 1) -> str:
    """03:27.4, from an hour on 1:03:27.4; cut, not rounded, so that it never runs ahead."""
    unit = 10 ** (3 - decimals)
    cut = max(ms, 0) // unit
    seconds, fraction = divmod(cut, 10**decimals)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"
    return f"{text}.{fraction:0{decimals}}" if decimals else text


def level_text(level_db: float) -> str:
    """−18.3 dB with a true minus; digital silence is −∞ dB."""
    if math.isinf(level_db):
        return "−∞ dB"
    return f"{level_db:.1f} dB".replace("-", "−")
