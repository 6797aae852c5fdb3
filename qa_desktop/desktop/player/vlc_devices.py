"""Which output devices libvlc finds, and how one of them is chosen."""

from typing import Any

from qa_desktop.desktop.player.protocol import OutputDevice


def devices_of(vlc: Any, player: Any) -> tuple[OutputDevice, ...]:
    """Those of the output module that the player uses; the "Default" some have is left out."""
    found = []
    head = node = player.audio_output_device_enum()
    while node:
        device_id, name = node.contents.device, node.contents.description
        if device_id:
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
