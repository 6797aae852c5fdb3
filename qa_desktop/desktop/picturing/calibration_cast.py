"""Colleagues for pictures: real desks in workspaces of their own, over a real folder."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from qa_desktop.base.clock import Clock
from qa_desktop.base.progress import NoProgress
from qa_desktop.base.resources import resource_path
from qa_desktop.calibration.model import CalibrationSession, Mode
from qa_desktop.calibration.sessions.desk import CalibrationDesk, NewSession
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.demo.grading import grade
from qa_desktop.demo.workspace import demo_reviews, interactions_by_source
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.importing import ImportOptions, commit_import, plan_import
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.store import RubricStore

LEADING, GRADING = "November, week 3", "November, week 2"
_COLLEAGUES = ("Anna Berg", "Bo Lind", "王芳")
_CALLS = ("0091a706bc604188", "a7ccc3379af44b9f")
_RUBRIC = "service-five-dimensions"
_PARTS = ("flac", "metadata.json", "transcript.json")
_CHATS = ("star_736", "star_3154")
# Whose answers everybody gives here: what they say matters to no screen of this module.
_WRITTEN = "0091a706bc604188"


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    name: str
    workspace: Workspace
    desk: CalibrationDesk
    clock: Clock

    @property
    def fingerprint(self) -> str:
        return self.desk.identity().fingerprint

    def grade(self, session: CalibrationSession, count: int) -> None:
        """The first so many, sealed and on their way."""
        written = next(each for each in demo_reviews() if each["of"] == _WRITTEN)
        said = {**written, "reviewer": self.name, "comments": [], "submit": True}
        for work in self.desk.work(session.id)[:count]:
            grade(self.workspace, self.clock, work.interaction.interaction_id, said)
        self.desk.submit(session.id)
        self.desk.deliver()


def share_of(services: Services) -> Path:
    """Beside the workspace, where nothing of it is."""
    return services.workspace.folder.with_name("team-share")


def me(services: Services) -> Player:
    return Player(
        name=services.reviews.actor,
        workspace=services.workspace,
        desk=services.calibration,
        clock=services.clock,
    )


def make_sessions(services: Services) -> None:
    """One that is led here, one that is graded here; nothing where they are already."""
    if any(each.session.title == LEADING for each in services.calibration.sessions()):
        return
    share = share_of(services)
    share.mkdir(exist_ok=True)
    with _colleagues(services.clock) as colleagues:
        mine = me(services)
        acquaint((mine, *colleagues), share)
        _led_here(mine, colleagues, share)
        _graded_here(mine, colleagues, share)
        # As if she had only come now.
        mine.desk.untrust(colleagues[-1].fingerprint)


def _led_here(mine: Player, colleagues: Sequence[Player], share: Path) -> None:
    """Anna is in, Bo half, Wang Fang not at all, and one file was damaged on its way."""
    session = invite(mine, colleagues, share, LEADING, (*_CALLS, *_CHATS))
    for player, count in zip(colleagues, (4, 2, 0), strict=True):
        player.desk.look_in(share)
        player.grade(session, count)
    mine.grade(session, 4)
    anna = colleagues[0]
    whole = next(share.glob(f"*-{anna.fingerprint[:12]}-*.qasub"))
    broken = bytearray(whole.read_bytes())
    broken[len(broken) // 2] ^= 1
    whole.with_name(f"{whole.stem}-again.qasub").write_bytes(broken)
    mine.desk.collect(session.id)


def _graded_here(mine: Player, colleagues: Sequence[Player], share: Path) -> None:
    """Anna leads; one is sealed here, one submitted, two wait."""
    anna = colleagues[0]
    give_interactions(anna)
    session = invite(anna, (mine, colleagues[1]), share, GRADING, (*_CALLS, *_CHATS))
    mine.desk.look_in(share)
    mine.grade(session, 1)


def invite(
    lead: Player,
    others: Sequence[Player],
    share: Path | None,
    title: str,
    files: Sequence[str],
    mode: Mode = Mode.SEALED,
) -> CalibrationSession:
    """Of interactions by their source's name, due in two days."""
    ids = interactions_by_source(lead.workspace)
    session = lead.desk.create(
        NewSession(
            title=title,
            mode=mode,
            rubric_id=_RUBRIC,
            rubric_version=2,
            interaction_ids=tuple(ids[file] for file in files),
            participants=tuple(other.fingerprint for other in others),
            deadline=lead.clock.now() + timedelta(days=2),
            folder=share,
        )
    )
    lead.desk.deliver()
    return session


def give_interactions(player: Player) -> None:
    """What she needs to lead: the rubric and two calls and chats, as they ship."""
    database, clock = player.workspace.database, player.clock
    rubrics = RubricStore(database, clock, player.name)
    for name, rubric_file in shipped_rubrics():
        if name.startswith(_RUBRIC):
            rubrics.publish(rubric_file, name)
    store = InteractionStore(database, clock, player.name)
    source = resource_path("demo")
    files = [
        *(source / "calls" / f"{call}.{kind}" for call in _CALLS for kind in _PARTS),
        *(source / "chats" / f"{chat}.json" for chat in _CHATS),
    ]
    plan = plan_import(files, ImportOptions(), known_hashes=store.known_hashes())
    commit_import(plan, store, player.workspace, NoProgress())


def acquaint(players: Sequence[Player], share: Path) -> None:
    """Everybody has compared codes with everybody."""
    for player in players:
        player.desk.hand_in_card(share)
    for player in players:
        player.desk.look_for_cards(share)
        for other in players:
            if other is not player:
                player.desk.trust(other.fingerprint)


@contextmanager
def player_at(folder: Path, name: str, clock: Clock) -> Iterator[Player]:
    """Somebody with a workspace of their own, made where there is none."""
    with open_workspace(folder, clock=clock, create=True) as workspace:
        database = workspace.database
        desk = CalibrationDesk(
            workspace,
            clock,
            name,
            interactions=InteractionStore(database, clock, name),
            reviews=ReviewStore(database, clock, name),
            rubrics=RubricStore(database, clock, name),
        )
        yield Player(name=name, workspace=workspace, desk=desk, clock=clock)


@contextmanager
def _colleagues(clock: Clock) -> Iterator[tuple[Player, ...]]:
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        yield tuple(
            stack.enter_context(player_at(Path(scratch) / str(number), name, clock))
            for number, name in enumerate(_COLLEAGUES)
        )
