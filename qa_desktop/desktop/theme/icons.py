"""Lucide icons, tinted and sharp at every pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qa_desktop.base.resources import resource
from qa_desktop.desktop.theme import tokens


def icon(name: str, colour: str, size: int = 0) -> QIcon:
    """The icon `resources/icons/<name>.svg` in a hex colour, for a square of `size` pixels.

    `size` 0: as high as a line of text.
    """
    size = size or tokens.ICON
    ratios = {1.0, 2.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return _icon(name, colour, size, tuple(sorted(ratios)))


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The same as one picture for a screen with that device pixel ratio."""
    return _draw(name, colour, size, ratio)


@cache
def _icon(name: str, colour: str, size: int, ratios: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        drawn = _draw(name, colour, size, ratio)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            made.addPixmap(drawn, mode)
    return made


@cache
def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QSvgRenderer(QByteArray(_source(name, colour)))
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    picture.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


@cache
def _source(name: str, colour: str) -> bytes:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).encode()
