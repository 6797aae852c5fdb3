"""In whatever order submissions arrive, however often, whatever is lost on the way and comes again:
the same ones count."""

import os
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from qa_desktop.calibration.files import share
from qa_desktop.calibration.files.envelope import Envelope, read_envelope
from qa_desktop.calibration.files.merging import Context, Merged, judge, merge

# More of them by hand: QA_MORE_EXAMPLES=100 gives the machine its 10,000 too.
MORE = int(os.environ.get("QA_MORE_EXAMPLES", "1"))
# Two people, two interactions, three revisions, two contents.
KINDS = 24


def envelope(number: int) -> Envelope:
    """Merging looks at nothing of it but these."""
    person, rest = divmod(number, 12)
    pseudonym, rest = divmod(rest, 6)
    revision = rest // 2
    return Envelope(
        session="ab" * 16,
        manifest="0" * 64,
        fingerprint=f"{person}" * 64,
        pseudonym=f"call-{pseudonym}",
        revision=revision + 1,
        hash=f"{number:064x}",
        commitment=None,
        ciphertext=b"",
        signed=b"",
        signature=b"",
        content=b"",
    )


ENVELOPES = [envelope(number) for number in range(KINDS)]


def expected(arrived: set[int]) -> tuple[set[int], set[int], set[int]]:
    """What counts, is superseded and in conflict, worked out in another way."""
    counting, superseded, conflicts = set(), set(), set()
    for number in arrived:
        cell = number // 6
        rivals = {other for other in arrived if other // 6 == cell}
        if any(other // 2 > number // 2 for other in rivals):
            superseded.add(number)
        elif number ^ 1 in rivals:
            conflicts.add(number)
        else:
            counting.add(number)
    return counting, superseded, conflicts


def numbers(envelopes: Any) -> set[int]:
    return {int(one.hash, 16) for one in envelopes}


def state(merged: Merged) -> tuple[set[int], set[int], set[int]]:
    in_conflict = [one for several in merged.conflicts.values() for one in several]
    return numbers(merged.counting.values()), numbers(merged.superseded), numbers(in_conflict)


@settings(
    max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
@given(data=st.binary(max_size=16))
def test_the_merged_state_is_that_of_the_set(data: bytes) -> None:
    """The first byte tells how to shuffle and where to divide; drawn so, an example is cheap."""
    seed, sent = (data[0], [byte % KINDS for byte in data[1:]]) if data else (0, [])
    arrived = [ENVELOPES[number] for number in sent]
    merged = merge(arrived)
    assert state(merged) == expected(set(sent))
    # Again in another order and with repetitions, and in two parts that were merged before.
    again = arrived + random.Random(seed).choices(arrived, k=3) if arrived else []
    random.Random(seed + 1).shuffle(again)
    assert merge(again) == merged
    half = seed % (len(again) + 1)
    parts = [merge(again[:half]), merge(again[half:])]
    everything = [
        one
        for part in parts
        for one in (
            *part.counting.values(),
            *part.superseded,
            *(one for several in part.conflicts.values() for one in several),
        )
    ]
    assert merge(everything) == merged
    assert list(merge(again).counting) == sorted(merged.counting)


class Exchange(RuleBasedStateMachine):
    """Two reviewers, a share that loses, repeats, garbles and delays, and two who collect."""

    scene: Any

    def __init__(self) -> None:
        super().__init__()
        self.share = Path(tempfile.mkdtemp())
        self.sent: dict[str, bytes] = {}
        self.revisions = [0, 0]
        # Two programs that look into the same folder at different times.
        self.known: list[dict[str, Envelope]] = [{}, {}]
        self.copies = 0

    @rule(who=st.integers(0, 1), again=st.booleans())
    def submits(self, who: int, again: bool) -> None:
        """`again`: another content under a revision that is there, as no sound program does."""
        if not (again and self.revisions[who]):
            self.revisions[who] += 1
        sealed = self.scene.seal(self.scene.people[who], self.revisions[who])
        share.put(self.share, sealed.file_name, sealed.content)
        self.sent[sealed.hash] = sealed.content

    @rule(dice=st.randoms(use_true_random=False))
    def a_file_is_lost(self, dice: random.Random) -> None:
        files = share.listing(self.share)
        if files:
            dice.choice(files).unlink()

    @rule(dice=st.randoms(use_true_random=False))
    def a_file_comes_once_more(self, dice: random.Random) -> None:
        if self.sent:
            self.copies += 1
            name = f"copy {self.copies}.qasub"
            share.put(self.share, name, dice.choice(list(self.sent.values())))

    @rule(dice=st.randoms(use_true_random=False))
    def a_garbled_file_comes(self, dice: random.Random) -> None:
        if self.sent:
            self.copies += 1
            content = bytearray(dice.choice(list(self.sent.values())))
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
            share.put(self.share, f"garbled {self.copies}.qasub", bytes(content))

    @rule(who=st.integers(0, 1))
    def collects(self, who: int) -> None:
        for file in share.listing(self.share):
            self.takes(who, share.read(file))

    @rule()
    def everything_comes_again(self) -> None:
        """Outboxes keep what they sent; at the end both know all."""
        for who in (0, 1):
            for content in sorted(self.sent.values()) if who else self.sent.values():
                self.takes(who, content)
        merged = [merge(known.values()) for known in self.known]
        assert merged[0] == merged[1]
        assert merged[0] == merge(read_envelope(content) for content in self.sent.values())

    def takes(self, who: int, content: bytes) -> None:
        known = self.known[who]
        context = Context(
            manifests=self.scene.manifests,
            newest=self.scene.hash,
            accepted=tuple(known.values()),
        )
        judged = judge(content, context)
        if judged.is_merged and judged.envelope is not None:
            known[judged.envelope.hash] = judged.envelope

    @invariant()
    def nothing_counts_that_was_not_sent(self) -> None:
        for known in self.known:
            assert set(known) <= set(self.sent)

    def teardown(self) -> None:
        shutil.rmtree(self.share)


@pytest.mark.timeout(120 * MORE)
def test_an_exchange_through_files(strict_scene: Any) -> None:
    machine = type("Machine", (Exchange,), {"scene": strict_scene})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=100 * MORE,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
