"""Every file of the shared data comes in, or is refused with the reason named here."""

from collections import Counter
from pathlib import Path

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.database import audit
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportReport,
    PlanEntry,
    commit_import,
    plan_import,
    undo_import,
)
from qa_desktop.interactions.model import Kind
from qa_desktop.interactions.store import InteractionStore

RICHER = "interactions.poorer_transcript"
SIDE = "interactions.side_of_whole"
TOGETHER = "interactions.read_with"
AGAIN = "interactions.same_in_batch"
PROSE = "interactions.prose_alone"
OTHER = "interactions.other_file"
NO_CHAT = "parsers.not_a_conversation"
COLUMNS = "parsers.columns_unknown"

# Below data/; a name that ends in * stands for all that begin like it.
REFUSED = {
    "README.md": OTHER,
    "LICENSES/azure_speech_sdk_MIT.md": OTHER,
    "LICENSES/*": PROSE,
    "manifest.tsv": COLUMNS,
    "raters/*": COLUMNS,
    "calls/aws/Auto_Repairs_40.machine.vtt": RICHER,
    "calls/mono/audiohook_store_faq.machine.vtt": RICHER,
    "calls/hvb/0002f70f7386445b.agent.wav": SIDE,
    "calls/hvb/0002f70f7386445b.caller.wav": SIDE,
    **{
        f"calls/hvb/{call}.vtt": RICHER
        for call in (
            "0002f70f7386445b",
            "0091a706bc604188",
            "00d676d7058c49bb",
            "02e41649e7c441fd",
            "a7ccc3379af44b9f",
            "ff0296d00e5e4184",
        )
    },
    "chats_en/star_tasks__*": NO_CHAT,
    # The same chat as in test_ddmmyy_24hrs.txt, its dates written the other way round.
    "tickets/whatsapp/test_mmddyyyy_12hrs.txt": AGAIN,
    "tickets/zendesk/*": TOGETHER,
    # The same call as the JSON beside it.
    "transcript_formats/azure_batch.vtt": RICHER,
}
FACTS = {"chats_en/star_index.csv"}


@pytest.fixture(scope="module")
def data(shared: Path) -> Path:
    return shared / "data"


@pytest.fixture
def report(data: Path, workspace: Workspace, store: InteractionStore) -> ImportReport:
    plan = plan_import([data], ImportOptions(), known_hashes=store.known_hashes())
    return commit_import(plan, store, workspace)


def name(path: str, data: Path) -> str:
    return str(Path(path).relative_to(data)).replace("\\", "/")


def reason(entry: PlanEntry, data: Path) -> str:
    """The reason that the table above names for this file."""
    whole = name(entry.path, data)
    if whole in REFUSED:
        return REFUSED[whole]
    begins = [key for key in REFUSED if key.endswith("*") and whole.startswith(key[:-1])]
    return REFUSED[max(begins, key=len)] if begins else "should have come in"


def test_everything_comes_in_or_is_refused_with_a_reason(
    data: Path,
    report: ImportReport,
    workspace: Workspace,
    store: InteractionStore,
    clock: Clock,
) -> None:
    refused = (*report.skipped, *report.failed)
    assert {
        name(entry.path, data): (reason(entry, data), [p.code for p in entry.problems])
        for entry in refused
        if reason(entry, data) not in [problem.code for problem in entry.problems]
    } == {}
    assert {name(entry.path, data).split("/")[0] for entry in report.failed} == {
        "manifest.tsv",
        "raters",
    }
    taken = {name(file, data) for one in report.taken for file in one.entry.files}
    told = taken | FACTS | {name(entry.path, data) for entry in refused}
    everything = {name(str(path), data) for path in data.rglob("*.*") if path.is_file()}
    assert everything - told == set()
    assert {name(use.path, data) for use in report.metadata} == FACTS

    for language in LANGUAGES:
        words = wording(language)
        for entry in (*refused, *(one.entry for one in report.taken)):
            assert all(words.line(problem) for problem in entry.problems)

    details = [store.detail(one.id) for one in report.taken]
    kinds = Counter(detail.interaction.kind for detail in details)
    chats = len(list(data.glob("chats_zh/*.json"))) + len(
        [path for path in data.glob("chats_en/*.json") if "tasks__" not in path.name]
    )
    # One WhatsApp export, and the chats of the Zendesk tables.
    assert kinds[Kind.CHAT] >= chats + 1
    # Two transcripts came without their recordings.
    sounds = [path for path in data.rglob("*") if path.suffix in (".wav", ".mp3", ".ogg", ".flac")]
    assert kinds[Kind.RECORDING] == len(sounds) - 2 + 2
    assert kinds[Kind.TICKET] >= 40
    assert all(detail.turns for detail in details if detail.interaction.kind is not Kind.RECORDING)
    assert audit.verify(workspace.database) == ()

    assert report.batch_id is not None
    again = plan_import([data], ImportOptions(), known_hashes=store.known_hashes())
    assert commit_import(again, store, workspace).taken == ()
    undone = undo_import(report.batch_id, store, workspace)
    assert len(undone.removed) == len(report.taken)
    assert [path for path in workspace.media_folder.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("call", "agent", "turns"),
    [
        ("calls/hvb/0002f70f7386445b.stereo.wav", "Elizabeth", 17),
        ("calls/hvb/02e41649e7c441fd.stereo.wav", "Robert", 24),
        ("calls/aws/Auto_Repairs_40.stereo.flac", None, 67),
        ("mandarin/azure_zhcn_continuous.wav", None, 1),
        ("chats_en/star_7.json", "73cd3146-78b3-8662-261e-62d39ac21292", 16),
        ("chats_zh/crosswoz_val_4982.json", "68", 24),
    ],
)
def test_what_became_of_some(data: Path, call: str, agent: str | None, turns: int) -> None:
    plan = plan_import([(data / call).parent], ImportOptions())
    plan.close()
    (entry,) = [one for one in plan.entries if name(one.path, data) == call]
    assert (entry.agent, entry.turn_count) == (agent, turns)
