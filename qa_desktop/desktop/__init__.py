"""Everything that is Qt."""

from qa_desktop.desktop.immortals import make_immortal

make_immortal()
