"""Widgets that lie over each other, or beyond what holds them."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QMainWindow,
    QRubberBand,
    QScrollArea,
    QSizeGrip,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from qa_desktop.desktop.inspection.seen import in_view, seen, told

SLACK = 1
_OVER_OTHERS = (QAbstractSlider, QRubberBand, QSizeGrip)


def misplaced(root: QWidget) -> Iterator[str]:
    for widget in seen(root):
        yield from _overlaps(widget)
        if widget is not root:
            yield from _outside(widget)
        if isinstance(widget, QScrollArea):
            yield from _wider_than_its_view(widget)


def _overlaps(parent: QWidget) -> Iterator[str]:
    # A message lies over the window's page, pages lie over each other, a handle over its halves.
    if isinstance(parent, QMainWindow | QStackedWidget | QSplitter | QAbstractScrollArea):
        return
    children = [child for child in parent.children() if isinstance(child, QWidget)]
    drawn = [
        child
        for child in children
        if child.isVisible()
        and not child.isWindow()
        and not isinstance(child, _OVER_OTHERS)
        and not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and not getattr(child, "lies_over_others", False)
    ]
    for one, other in combinations(drawn, 2):
        both = one.geometry().intersected(other.geometry())
        if both.width() > SLACK and both.height() > SLACK:
            yield f"overlaps {told(other)}: {told(one)}"


def _outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or not in_view(widget):
        return
    if _scrolls(parent):
        return
    if not _grown(parent.rect()).contains(widget.geometry()) and not widget.size().isEmpty():
        room = f"{type(parent).__name__} {parent.width()}x{parent.height()}"
        yield f"outside of {room}: {told(widget)}"


def _grown(area: QRect) -> QRect:
    return area.adjusted(-SLACK, -SLACK, SLACK, SLACK)


def _scrolls(parent: QWidget) -> bool:
    above = parent.parentWidget()
    return isinstance(above, QAbstractScrollArea) and parent is above.viewport()


def _wider_than_its_view(area: QScrollArea) -> Iterator[str]:
    inside = area.widget()
    if inside is None or not area.widgetResizable() or area.property("scrolls_both_ways"):
        return
    if inside.width() > area.viewport().width() + SLACK:
        corner = inside.mapTo(inside.window(), QPoint(0, 0))
        more = inside.width() - area.viewport().width()
        yield f"scrolls sideways by {more} at {corner.x()},{corner.y()}: {told(area)}"
