"""Lets a second start of the program raise the window of the first."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from qa_desktop.base.settings import settings_file

_PATIENCE_MS = 500


class Doorbell(QObject):
    """One bell a workspace and person. Signal `rung` when another start asks for the window."""

    rung = Signal()

    def __init__(self, workspace_folder: Path) -> None:
        super().__init__()
        # The settings are one person's; a user may have no name (containers, services).
        who = f"{settings_file()}\0{workspace_folder.resolve()}"
        self._name = "qa-desktop-" + hashlib.sha256(who.encode()).hexdigest()[:24]
        self._server: QLocalServer | None = None

    def ring(self) -> bool:
        """Whether a running program answered."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_PATIENCE_MS)
        if answered:
            socket.disconnectFromServer()
        return answered

    def listen(self) -> bool:
        """Only for who holds the workspace's lock: takes over what a killed program left."""
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        return self._server.listen(self._name)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()

    def _answer(self) -> None:
        if self._server is None:
            return
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.disconnected.connect(visitor.deleteLater)
            self.rung.emit()
