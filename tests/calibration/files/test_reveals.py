"""A reveal is checked by everybody, wholly; each way of cheating with it is told by its name."""

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled, NoProgress
from qa_desktop.calibration.files.bundle import write_bundle
from qa_desktop.calibration.files.closing import (
    MISSING,
    Own,
    make_closing,
    sign_closing,
)
from qa_desktop.calibration.files.envelope import read_envelope, seal_submission
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.manifest import manifest_bytes, manifest_hash
from qa_desktop.calibration.files.merging import merge
from qa_desktop.calibration.files.reference import commit, open_reference
from qa_desktop.calibration.files.reveal import open_reveal, write_reveal
from qa_desktop.calibration.files.reveal_file import reveal_list
from qa_desktop.calibration.files.signing import new_session_key, sha256
from qa_desktop.calibration.model import Exclusion

CodeOf = Callable[[Callable[[], object]], str]


@pytest.fixture(autouse=True)
def small_padding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa_desktop.calibration.files.manifest.LEAST_PAD_BYTES", 256)


@pytest.fixture
def revealed(scene: Any, tmp_path: Path) -> Path:
    file = tmp_path / "session.qareveal"
    write_reveal(file, scene.lead, scene.parts)
    return file


@pytest.fixture
def forced(tmp_path: Path) -> Callable[..., Path]:
    """Writes what a lead's modified program might: without its own checks."""

    def write(lead: Identity, parts: Any) -> Path:
        listed = reveal_list(parts)
        blobs = {
            sha256(data): data
            for data in (
                *(data for data, _ in parts.manifests),
                parts.closing,
                *parts.submissions,
                *parts.releases,
                *(() if parts.reference is None else (parts.reference.payload,)),
            )
        }
        members = [
            ("reveal.json", listed),
            ("reveal.sig", lead.sign(listed, "reveal")),
            *((f"blobs/{sha}", blobs[sha]) for sha in sorted(blobs)),
        ]
        file = tmp_path / "forced.qareveal"
        file.unlink(missing_ok=True)
        write_bundle(file, members, NoProgress())
        return file

    return write


def test_everybody_opens_everything(revealed: Path, scene: Any) -> None:
    for who in (*scene.people, scene.lead):
        expected = replace(scene.expected(scene.ann), me=who.fingerprint, own={})
        if who is not scene.lead:
            expected = scene.expected(who)
        reveal = open_reveal(revealed, expected)
        drafts = {one.fingerprint: one.draft for one in reveal.gradings}
        assert drafts == {
            scene.ann.fingerprint: scene.draft(1),
            scene.other_ann.fingerprint: scene.draft(2),
        }
        assert reveal.reference == {"call-1": scene.draft(9)}
        assert reveal.manifest == scene.manifest
        assert reveal.closing == scene.closing
        assert reveal.closing_hash == scene.signed_closing.hash
        assert reveal.exclusions == ()


def test_the_same_parts_give_the_same_file(revealed: Path, scene: Any, tmp_path: Path) -> None:
    write_reveal(tmp_path / "again", scene.lead, scene.parts)
    assert (tmp_path / "again").read_bytes() == revealed.read_bytes()


def test_another_session_or_lead(revealed: Path, scene: Any, code_of: CodeOf) -> None:
    expected = scene.expected(scene.ann)
    for other in (
        replace(expected, session="cd" * 16),
        replace(expected, lead=scene.ann.fingerprint),
    ):
        assert code_of(lambda other=other: open_reveal(revealed, other)) == "reveal_other_session"


def test_a_revision_that_one_was_given_is_not_there(
    revealed: Path, scene: Any, code_of: CodeOf
) -> None:
    expected = replace(scene.expected(scene.ann), manifests=frozenset({scene.hash, "1" * 64}))
    assert code_of(lambda: open_reveal(revealed, expected)) == "reveal_chain"


def test_another_closing_than_one_released_for(revealed: Path, scene: Any, code_of: CodeOf) -> None:
    expected = replace(scene.expected(scene.ann), closing="1" * 64)
    assert code_of(lambda: open_reveal(revealed, expected)) == "reveal_closing"


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        (Own(revision=2, hash="1" * 64), "reveal_own_replaced"),
        (Own(revision=1, hash="1" * 64), "reveal_own_changed"),
    ],
)
def test_ones_own_is_not_what_one_sent(
    own: Own, problem: str, revealed: Path, scene: Any, code_of: CodeOf
) -> None:
    expected = replace(scene.expected(scene.ann), own={"call-1": own})
    assert code_of(lambda: open_reveal(revealed, expected)) == problem
    assert open_reveal(revealed, replace(expected, own={})).gradings


def test_ones_own_is_missing(sealed_scene: Any, forced: Any, code_of: CodeOf) -> None:
    """The lead says that it never came; whose it is has it, and is told."""
    scene = sealed_scene
    closing = scene.close(scene.envelopes[1])
    parts = replace(scene.parts, closing=closing.content, submissions=(scene.sealed[1].content,))
    file = forced(scene.lead, parts)
    expected = replace(scene.expected(scene.ann), closing=closing.hash)
    assert code_of(lambda: open_reveal(file, expected)) == "reveal_own_missing"
    others = replace(scene.expected(scene.other_ann), closing=closing.hash)
    (left_out,) = open_reveal(file, others).exclusions
    assert left_out == Exclusion(
        fingerprint=scene.ann.fingerprint, pseudonym="call-1", reason=MISSING
    )


def test_left_out_for_a_reason_is_no_fault_and_is_said(sealed_scene: Any, forced: Any) -> None:
    scene = sealed_scene
    reason = Exclusion(fingerprint=scene.ann.fingerprint, pseudonym=None, reason="knew the caller")
    made = make_closing(
        scene.manifest, scene.hash, merge(scene.envelopes), [reason], scene.closing.closed_at
    )
    closing = sign_closing(scene.lead, made)
    file = forced(scene.lead, replace(scene.parts, closing=closing.content))
    expected = replace(scene.expected(scene.ann), closing=closing.hash)
    reveal = open_reveal(file, expected)
    assert reveal.exclusions == (reason,)
    assert [one.fingerprint for one in reveal.gradings] == [scene.other_ann.fingerprint]


def test_a_submission_that_was_changed(scene: Any, forced: Any, code_of: CodeOf) -> None:
    """Everything around it is made to fit; only its writer's signature can't be."""
    content = scene.sealed[0].content
    envelope = read_envelope(content)
    other = base64.b64encode(bytes(len(envelope.ciphertext)))
    changed = content.replace(base64.b64encode(envelope.ciphertext), other)
    closing = scene.close(read_envelope(changed), scene.envelopes[1])
    parts = replace(
        scene.parts,
        closing=closing.content,
        submissions=(changed, scene.sealed[1].content),
        releases=(),
    )
    file = forced(scene.lead, parts)
    expected = replace(scene.expected(scene.other_ann), closing=None, own={})
    with pytest.raises(ProblemError) as told:
        open_reveal(file, expected)
    (problem,) = told.value.problems
    assert problem.code == "calibration.reveal_submission_altered"
    assert problem.values == {"name": "Ann", "pseudonym": "call-1"}


def test_an_older_revision_is_not_slipped_in(scene: Any, forced: Any, code_of: CodeOf) -> None:
    """The closing counts the first; the second lies in the file too, or is kept back."""
    second = scene.seal(scene.ann, 2)
    both = (*scene.parts.submissions, second.content)
    file = forced(scene.lead, replace(scene.parts, submissions=both))
    expected = replace(scene.expected(scene.other_ann))
    assert code_of(lambda: open_reveal(file, expected)) == "reveal_closing"
    file = forced(scene.lead, scene.parts)
    own = {"call-1": Own(revision=2, hash=second.hash)}
    mine = replace(scene.expected(scene.ann), own=own)
    assert code_of(lambda: open_reveal(file, mine)) == "reveal_own_replaced"


def test_a_submission_that_counts_is_not_in_it(scene: Any, forced: Any, code_of: CodeOf) -> None:
    file = forced(scene.lead, replace(scene.parts, submissions=scene.parts.submissions[:1]))
    assert code_of(lambda: open_reveal(file, scene.expected(scene.ann))) == "reveal_closing"


def test_a_strangers_submission_has_no_place(scene: Any, forced: Any, code_of: CodeOf) -> None:
    stranger = seal_submission(
        Identity.make("Ann"), scene.manifest, scene.hash, "call-1", 1, scene.draft()
    )
    parts = replace(scene.parts, submissions=(*scene.parts.submissions, stranger.content))
    file = forced(scene.lead, parts)
    assert code_of(lambda: open_reveal(file, scene.expected(scene.ann))) == "reveal_damaged"


@pytest.mark.parametrize("number", [1, 8])
def test_a_reference_that_was_not_committed_to(
    number: int, scene: Any, forced: Any, code_of: CodeOf
) -> None:
    other = commit(scene.manifest.session, {"call-1": scene.draft(number)})
    for reference in (
        None,
        other,
        replace(scene.reference, nonce=other.nonce),
        replace(scene.reference, payload=other.payload),
    ):
        file = forced(scene.lead, replace(scene.parts, reference=reference))
        assert (
            code_of(lambda file=file: open_reveal(file, scene.expected(scene.ann)))
            == "reveal_reference"
        )


def test_the_reference_of_another_session(scene: Any, code_of: CodeOf) -> None:
    other = commit("cd" * 16, {"call-1": scene.draft()})
    manifest = replace(scene.manifest, reference_commitment=other.commitment)
    assert (
        code_of(lambda: open_reference(other.payload, other.nonce, manifest)) == "reveal_reference"
    )


def test_another_session_key(scene: Any, forced: Any, code_of: CodeOf) -> None:
    file = forced(scene.lead, replace(scene.parts, session_secret=new_session_key()[0]))
    assert code_of(lambda: open_reveal(file, scene.expected(scene.ann))) == "reveal_secret"


def test_a_list_that_somebody_else_signed(scene: Any, forced: Any, code_of: CodeOf) -> None:
    file = forced(scene.ann, scene.parts)
    assert code_of(lambda: open_reveal(file, scene.expected(scene.ann))) == "reveal_altered"


def test_revisions_that_do_not_follow(scene: Any, forced: Any, code_of: CodeOf) -> None:
    newer = replace(scene.manifest, revision=2, previous="1" * 64, title="April")
    data = manifest_bytes(newer)
    parts = replace(
        scene.parts,
        manifests=(*scene.parts.manifests, (data, scene.lead.sign(data, "manifest"))),
    )
    file = forced(scene.lead, parts)
    assert code_of(lambda: open_reveal(file, scene.expected(scene.ann))) == "chain_broken"
    alone = replace(parts, manifests=parts.manifests[1:])
    file = forced(scene.lead, alone)
    expected = replace(scene.expected(scene.ann), manifests=frozenset())
    assert code_of(lambda: open_reveal(file, expected)) == "reveal_chain"
    forged = replace(scene.parts, manifests=((scene.manifest_bytes, bytes(64)),))
    file = forced(scene.lead, forged)
    assert code_of(lambda: open_reveal(file, scene.expected(scene.ann))) == "reveal_altered"


def test_a_closing_of_an_earlier_revision(scene: Any, forced: Any, code_of: CodeOf) -> None:
    newer = replace(scene.manifest, revision=2, previous=scene.hash, title="April")
    data = manifest_bytes(newer)
    manifests = (*scene.parts.manifests, (data, scene.lead.sign(data, "manifest")))
    file = forced(scene.lead, replace(scene.parts, manifests=manifests))
    assert code_of(lambda: open_reveal(file, scene.expected(scene.ann))) == "reveal_closing"
    closing = make_closing(
        newer, manifest_hash(data), merge(scene.envelopes), (), scene.closing.closed_at
    )
    assert closing.manifest == manifest_hash(data)


def test_cancelled(scene: Any, revealed: Path, tmp_path: Path) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        open_reveal(revealed, scene.expected(scene.ann), Impatient())
    with pytest.raises(Cancelled):
        write_reveal(tmp_path / "x", scene.lead, scene.parts, Impatient())
    assert [file.name for file in tmp_path.iterdir()] == ["session.qareveal"]


def test_whose_keys_never_came_is_left_out_with_a_reason(
    strict_scene: Any, tmp_path: Path, code_of: CodeOf
) -> None:
    scene = strict_scene
    parts = replace(scene.parts, releases=scene.parts.releases[:1])
    file = tmp_path / "x"
    assert code_of(lambda: write_reveal(file, scene.lead, parts)) == "reveal_not_opened"
    gone = Exclusion(fingerprint=scene.other_ann.fingerprint, pseudonym=None, reason="left")
    write_reveal(file, scene.lead, replace(parts, unopened=(gone,)))
    reveal = open_reveal(file, scene.expected(scene.ann))
    assert reveal.exclusions == (gone,)
    assert [one.fingerprint for one in reveal.gradings] == [scene.ann.fingerprint]
    hers = replace(scene.expected(scene.other_ann), released=True)
    assert code_of(lambda: open_reveal(file, hers)) == "reveal_own_missing"
    assert open_reveal(file, replace(hers, own={})).exclusions == (gone,)


def test_nobody_is_left_out_after_the_closing_who_can_be_opened(
    scene: Any, tmp_path: Path, code_of: CodeOf
) -> None:
    out = Exclusion(fingerprint=scene.ann.fingerprint, pseudonym="call-1", reason="too low")
    parts = replace(scene.parts, unopened=(out,))
    assert code_of(lambda: write_reveal(tmp_path / "x", scene.lead, parts)) == "reveal_left_out"
    nobody = replace(out, pseudonym="call-2")
    parts = replace(scene.parts, unopened=(nobody,))
    assert code_of(lambda: write_reveal(tmp_path / "x", scene.lead, parts)) == "reveal_damaged"
    assert list(tmp_path.iterdir()) == []
