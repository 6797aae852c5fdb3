"""Moments and lengths as a reviewer reads them."""


def moment_text(ms: int, decimals: int = 1) -> str:
    """03:27.4, from an hour on 1:03:27.4; cut, not rounded, so that it never runs ahead."""
    unit = 10 ** (3 - decimals)
    cut = max(ms, 0) // unit
    seconds, fraction = divmod(cut, 10**decimals)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"
    return f"{text}.{fraction:0{decimals}}" if decimals else text
