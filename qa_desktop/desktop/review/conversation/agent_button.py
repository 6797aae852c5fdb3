"""The chip of the graded agent: where several took part, it opens a choice of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from qa_desktop.desktop.review.conversation.graded_agents import AgentState
from qa_desktop.desktop.review.words import short_name
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.restyle import set_style_property


class AgentButton(TextButton):
    """Signal `agent_chosen(str key)`."""

    agent_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "chip", "chevron-down")
        self.point_down()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._agents: tuple[AgentState, ...] = ()
        self._enabled = True
        self._menu: QMenu | None = None
        self.clicked.connect(self.open)

    def show_agents(self, agents: Sequence[AgentState], *, enabled: bool) -> None:
        """`enabled`: the choice can be changed; else the menu only tells who took part."""
        self._agents, self._enabled = tuple(agents), enabled
        shown = next((a for a in agents if a.graded), None)
        if shown is None:
            shown = next((a for a in agents if a.suggested), None)
        name = short_name(shown.name) if shown is not None else ""
        if shown is not None and not shown.graded:
            text = self.tr("Agent {0}?").format(name)
            tip = self.tr("Several agents took part: choose whom the score goes to")
        else:
            text = self.tr("Agent {0}").format(name)
            tip = self.tr("Whom the score goes to; %n agent(s) took part", "", len(agents))
        set_style_property(self, "tone", "caution" if shown and not shown.graded else "agent")
        self.name_it(text, action="graded_agent")
        self.setAccessibleDescription(tip)
        self.setToolTip(f"{tip}  {self.toolTip().removeprefix(text).strip()}".rstrip())
        self.setVisible(len(agents) > 1)

    def open(self) -> bool:
        """Shows the choice, at the graded or suggested one; False where there is none."""
        if not self._agents:
            return False
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = menu.addAction(self.tr("Whom does the score go to?"))
        title.setEnabled(False)
        group = QActionGroup(menu)
        for agent in self._agents:
            self._add(menu, group, agent)
        # Of a single agent there is no button, but the key still tells who it is.
        header = self.parentWidget()
        under = self if self.isVisible() or header is None else header
        place = under.mapToGlobal(QPoint(0, under.height() + tokens.TIGHT))
        menu.popup(place, group.checkedAction())
        likely = next(
            (a for a, s in zip(group.actions(), self._agents, strict=True) if s.suggested), None
        )
        menu.setActiveAction(group.checkedAction() or likely or group.actions()[0])
        self._menu = menu
        return True

    def _add(self, menu: QMenu, group: QActionGroup, agent: AgentState) -> None:
        action: QAction = menu.addAction(_escaped(self._words(agent)))
        action.setCheckable(True)
        action.setChecked(agent.graded)
        action.setEnabled(self._enabled)
        group.addAction(action)
        action.triggered.connect(lambda: self.agent_chosen.emit(agent.key))

    def _words(self, agent: AgentState) -> str:
        """Jane Doe · 5 messages · 62 % · 1 note · suggested."""
        parts = [short_name(agent.name), self.tr("%n message(s)", "", agent.messages)]
        if agent.share_pct is not None:
            parts.append(self.tr("{0} % of the agents' words").format(agent.share_pct))
        if agent.notes:
            parts.append(self.tr("%n note(s)", "", agent.notes))
        if agent.suggested and not any(each.graded for each in self._agents):
            parts.append(self.tr("suggested"))
        return " · ".join(parts)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
