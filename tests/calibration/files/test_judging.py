"""Late, missing, repeated, replayed, altered and foreign submissions are told apart, unopened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from qa_desktop.base.problems import Problem
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.calibration.files.closing import missing_cells
from qa_desktop.calibration.files.envelope import read_envelope, seal_submission
from qa_desktop.calibration.files.fields import Paper
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.manifest import (
    Manifest,
    ManifestRubric,
    check_successor,
    manifest_bytes,
    manifest_hash,
)
from qa_desktop.calibration.files.merging import Context, judge, merge
from qa_desktop.calibration.model import Mode, Verdict

CodeOf = Callable[[Callable[[], object]], str]


def said(content: bytes, context: Context) -> tuple[Verdict, str]:
    judged = judge(content, context)
    return judged.verdict, judged.detail.get("cause", "")


def revised(scene: Any, **changes: Any) -> tuple[str, Manifest]:
    newer = replace(scene.manifest, revision=2, previous=scene.hash, **changes)
    return manifest_hash(manifest_bytes(newer)), newer


def context_of(scene: Any, newer: tuple[str, Manifest]) -> Context:
    return Context(manifests={scene.hash: scene.manifest, newer[0]: newer[1]}, newest=newer[0])


def test_both_of_one_name_are_accepted_as_two(scene: Any) -> None:
    judged = [judge(one.content, scene.context) for one in scene.sealed]
    assert [one.verdict for one in judged] == [Verdict.ACCEPTED, Verdict.ACCEPTED]
    assert scene.ann.person.name == scene.other_ann.person.name
    assert len(merge([one.envelope for one in judged]).counting) == 2


def test_the_other_of_the_same_name_cannot_sign_for_one(scene: Any) -> None:
    forged = seal_submission(
        Identity.make("Ann"), scene.manifest, scene.hash, "call-1", 1, scene.draft()
    )
    assert said(forged.content, scene.context) == (Verdict.FOREIGN, "")
    content = forged.content.replace(
        read_envelope(forged.content).fingerprint.encode(), scene.ann.fingerprint.encode()
    )
    assert said(content, scene.context) == (Verdict.ALTERED, "")


def test_altered_in_each_of_its_parts(scene: Any) -> None:
    content = scene.sealed[0].content
    for was, then in (
        (b'"revision":1', b'"revision":2'),
        (b'"pseudonym":"call-1"', b'"pseudonym":"call-2"'),
        (scene.hash.encode(), b"0" * 64),
        (b'"session":"abab', b'"session":"abac'),
        (b'"ciphertext":"', b'"ciphertext":"AAAA'),
    ):
        assert said(content.replace(was, then), scene.context) == (Verdict.ALTERED, "")


def test_late_is_a_label_only(scene: Any) -> None:
    """It is from the time of whoever looks; no time that a file says is believed."""
    now = scene.manifest.deadline + timedelta(minutes=1)
    late = judge(scene.sealed[0].content, replace(scene.context, now=now))
    assert late.verdict is Verdict.LATE
    assert late.is_merged
    in_time = replace(scene.context, now=scene.manifest.deadline)
    assert judge(scene.sealed[0].content, in_time).verdict is Verdict.ACCEPTED


def test_repeated_superseded_and_conflicting(scene: Any) -> None:
    first, second = scene.seal(scene.ann, 1), scene.seal(scene.ann, 2)
    envelopes = (read_envelope(first.content), read_envelope(second.content))
    context = replace(scene.context, accepted=envelopes)
    assert said(first.content, context) == (Verdict.REPEATED, "")
    assert not judge(first.content, context).is_merged
    other_first, other_second = scene.seal(scene.ann, 1), scene.seal(scene.ann, 2, number=5)
    assert said(other_second.content, context) == (Verdict.CONFLICT, "")
    assert judge(other_second.content, context).is_merged
    assert said(scene.seal(scene.ann, 3).content, context) == (Verdict.ACCEPTED, "")
    only_second = replace(scene.context, accepted=envelopes[1:])
    assert said(other_first.content, only_second) == (Verdict.SUPERSEDED, "")
    assert said(scene.sealed[1].content, context) == (Verdict.ACCEPTED, "")


def test_after_the_closing(scene: Any) -> None:
    context = replace(scene.context, closing=scene.closing)
    assert said(scene.sealed[0].content, context) == (Verdict.ACCEPTED, "")
    too_late = judge(scene.seal(scene.ann, 2).content, context)
    assert too_late.verdict is Verdict.TOO_LATE
    assert not too_late.is_merged


def test_made_for_another_session(scene: Any) -> None:
    other = replace(scene.manifest, session="cd" * 16)
    for who in (scene.ann, Identity.make("Somebody")):
        sealed = seal_submission(who, other, "1" * 64, "call-1", 1, scene.draft())
        assert said(sealed.content, scene.context) == (Verdict.REPLAYED, "other_session")


def test_made_for_another_manifest_or_interaction(scene: Any) -> None:
    def sealed(manifest_hash: str, pseudonym: str) -> bytes:
        return seal_submission(
            scene.ann, scene.manifest, manifest_hash, pseudonym, 1, scene.draft()
        ).content

    assert said(sealed("1" * 64, "call-1"), scene.context) == (
        Verdict.REPLAYED,
        "other_manifest",
    )
    assert said(sealed(scene.hash, "call-2"), scene.context) == (
        Verdict.REPLAYED,
        "other_interaction",
    )


def test_an_earlier_revision_counts_if_what_is_graded_is_the_same(scene: Any) -> None:
    content = scene.sealed[0].content
    third = Identity.make("Cleo")
    same = revised(
        scene, deadline=None, title="April", roster=(*scene.manifest.roster, third.person)
    )
    check_successor(scene.manifest, scene.hash, same[1])
    assert said(content, context_of(scene, same)) == (Verdict.ACCEPTED, "")
    rubric = ManifestRubric(
        id="voice", version=4, hash=scene.manifest.rubric.hash, blob=scene.manifest.rubric.blob
    )
    assert said(content, context_of(scene, revised(scene, rubric=rubric))) == (
        Verdict.REPLAYED,
        "changed_rubric",
    )
    (interaction,) = scene.manifest.interactions
    changed = revised(scene, interactions=(replace(interaction, content="1" * 64),))
    assert said(content, context_of(scene, changed)) == (Verdict.REPLAYED, "changed_interaction")
    other = revised(scene, interactions=(replace(interaction, pseudonym="call-7"),))
    assert said(content, context_of(scene, other)) == (Verdict.REPLAYED, "other_interaction")
    left = revised(scene, roster=scene.manifest.roster[1:])
    assert said(content, context_of(scene, left)) == (Verdict.FOREIGN, "left_roster")


def test_who_joined_later_has_no_part_in_an_earlier_revision(scene: Any) -> None:
    third = Identity.make("Cleo")
    newer = revised(scene, roster=(*scene.manifest.roster, third.person))
    early = seal_submission(third, scene.manifest, scene.hash, "call-1", 1, scene.draft())
    assert said(early.content, context_of(scene, newer)) == (Verdict.REPLAYED, "other_interaction")
    now = seal_submission(third, newer[1], newer[0], "call-1", 1, scene.draft())
    assert said(now.content, context_of(scene, newer)) == (Verdict.ACCEPTED, "")


def test_sealed_in_the_way_of_the_other_mode(scene: Any) -> None:
    modes = {Mode.SEALED: Mode.STRICT, Mode.STRICT: Mode.SEALED}
    other = replace(scene.manifest, mode=modes[scene.mode])
    sealed = seal_submission(scene.ann, other, scene.hash, "call-1", 1, scene.draft())
    assert said(sealed.content, scene.context) == (Verdict.UNREADABLE, "wrong_mode")


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04", b"\0" * 50, b"9" * 3_000_000])
def test_what_nobody_can_read(content: bytes, scene: Any) -> None:
    judged = judge(content, scene.context)
    assert judged.verdict is Verdict.UNREADABLE
    assert judged.envelope is None


def test_who_is_missing(scene: Any) -> None:
    assert missing_cells(scene.manifest, merge([])) == scene.manifest.cells
    assert missing_cells(scene.manifest, merge(scene.envelopes[:1])) == (
        (scene.other_ann.fingerprint, "call-1"),
    )
    clash = [read_envelope(scene.seal(scene.ann, 1).content) for _ in range(2)]
    assert len(missing_cells(scene.manifest, merge([*clash, scene.envelopes[1]]))) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"session": "cd" * 16},
        {"mode": None},
        {"lead": None},
        {"session_key": b"k" * 32},
        {"reference_commitment": None},
        {"reference_commitment": "2" * 64},
        {"pad_bytes": 4096},
        {"previous": "3" * 64},
        {"revision": 3},
    ],
)
def test_a_revision_may_not_change_what_people_are_bound_by(
    change: dict[str, Any], scene: Any, code_of: CodeOf
) -> None:
    if "mode" in change:
        change = {"mode": Mode.STRICT if scene.mode is Mode.SEALED else Mode.SEALED}
    if "lead" in change:
        change = {"lead": Identity.make("Lead").person}
    newer = replace(scene.manifest, **({"revision": 2, "previous": scene.hash} | change))
    assert code_of(lambda: check_successor(scene.manifest, scene.hash, newer)) == "chain_broken"


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdicts_and_causes_have_words(language: str) -> None:
    words = wording(language)
    assert all(words(f"calibration.verdict.{verdict.value}") for verdict in Verdict)
    causes = ("other_session", "other_manifest", "other_interaction", "changed_interaction")
    more = ("changed_rubric", "left_roster", "wrong_mode")
    assert all(words(f"calibration.cause.{cause}") for cause in (*causes, *more))


@pytest.mark.parametrize("language", LANGUAGES)
def test_problems_whose_codes_are_put_together_have_words(language: str) -> None:
    words = wording(language)
    codes = [f"{paper.value}_{what}" for paper in Paper for what in ("damaged", "newer", "altered")]
    own = [f"{at}_own_{what}" for at in ("closing", "reveal") for what in ("missing", "changed")]
    values = {"format": "qa-x/2", "pseudonym": "call-1", "counted": 1, "newest": 2}
    for code in (*codes, *own, "closing_own_replaced", "reveal_own_replaced"):
        problem = Problem(code=f"calibration.{code}", values=values)
        assert words.what(problem)
        assert words.remedy(problem)
