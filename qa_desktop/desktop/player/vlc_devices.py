"""Which output devices libvlc finds, and how one of them is chosen."""

from typing import Any

from qa_desktop.desktop.player.output_device import OutputDevice

# What ALSA lists beside cards: its plugins, and what "no choice" means anyway.
_NO_DEVICES = frozenset(
    [
        "default",
        "jack",
        "lavrate",
        "null",
        "oss",
        "pulse",
        "samplerate",
        "speex",
        "speexrate",
        "sysdefault",
        "upmix",
        "vdownmix",
    ]
)


def devices_of(vlc: Any, player: Any) -> tuple[OutputDevice, ...]:
    """Those of the output module that the player uses, without what is none."""
    found = []
    head = node = player.audio_output_device_enum()
    while node:
        device_id, name = node.contents.device, node.contents.description
        if device_id and _text(device_id) not in _NO_DEVICES:
            found.append(OutputDevice(id=_text(device_id), name=_text(name or device_id)))
        node = node.contents.next
    if head:
        vlc.libvlc_audio_output_device_list_release(head)
    return tuple(found)


def choose_device(player: Any, device_id: str) -> None:
    """At once, also while it plays; "" is the system's own choice."""
    player.audio_output_device_set(None, device_id.encode())


def _text(said: bytes) -> str:
    return said.decode("utf-8", "replace")
