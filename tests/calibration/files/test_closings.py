"""What counts is closed over by the lead; keys are given out for that closing only."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.files.closing import (
    CONFLICT,
    MISSING,
    Own,
    check_own,
    lead_lacks,
    make_closing,
    read_closing,
    sign_closing,
)
from qa_desktop.calibration.files.envelope import read_envelope
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.key_release import open_release, read_release, release_keys
from qa_desktop.calibration.files.merging import merge
from qa_desktop.calibration.model import Exclusion, Mode

CodeOf = Callable[[Callable[[], object]], str]


def test_a_closing_that_somebody_else_signed(scene: Any, code_of: CodeOf) -> None:
    forged = sign_closing(scene.ann, scene.closing)
    assert code_of(lambda: read_closing(forged.content, scene.manifests)) == "closing_altered"
    assert code_of(lambda: read_closing(scene.signed_closing.content, {})) == "closing_other"


def test_a_closing_must_speak_of_everybody(scene: Any, code_of: CodeOf) -> None:
    closing = scene.closing
    more = Exclusion(fingerprint=scene.ann.fingerprint, pseudonym=None, reason="x")
    for wrong in (
        replace(closing, counted=closing.counted[:1]),
        replace(closing, counted=closing.counted[::-1]),
        replace(closing, counted=closing.counted + closing.counted[-1:]),
        replace(closing, exclusions=(more,)),
    ):
        content = sign_closing(scene.lead, wrong).content
        assert (
            code_of(lambda content=content: read_closing(content, scene.manifests))
            == "closing_damaged"
        )


def test_strict_closes_when_all_are_in_or_left_out_with_a_reason(
    strict_scene: Any, code_of: CodeOf
) -> None:
    scene = strict_scene
    assert code_of(lambda: scene.close(scene.envelopes[0])) == "closing_missing"
    reason = Exclusion(fingerprint=scene.other_ann.fingerprint, pseudonym=None, reason="ill\n")
    closing = make_closing(
        scene.manifest,
        scene.hash,
        merge(scene.envelopes[:1]),
        [reason],
        scene.closing.closed_at,
    )
    assert [one.reason for one in closing.exclusions] == ["ill"]
    read_closing(sign_closing(scene.lead, closing).content, scene.manifests)


def test_sealed_leaves_out_what_is_missing_or_in_conflict(sealed_scene: Any) -> None:
    scene = sealed_scene
    clash = [read_envelope(scene.seal(scene.ann, 2).content) for _ in range(2)]
    closing = make_closing(scene.manifest, scene.hash, merge(clash), (), scene.closing.closed_at)
    assert closing.counted == ()
    assert {e.fingerprint: e.reason for e in closing.exclusions} == {
        scene.ann.fingerprint: CONFLICT,
        scene.other_ann.fingerprint: MISSING,
    }


def test_a_lead_who_takes_part_must_submit_first(scene: Any) -> None:
    assert lead_lacks(scene.manifest, merge([])) == ()
    manifest = replace(scene.manifest, lead=scene.ann.person)
    assert lead_lacks(manifest, merge(scene.envelopes[1:])) == ("call-1",)
    assert lead_lacks(manifest, merge(scene.envelopes)) == ()


def test_all_that_is_wrong_with_ones_own_is_told_at_once(scene: Any) -> None:
    own = {"call-1": Own(revision=2, hash="1" * 64), "call-9": Own(revision=1, hash="2" * 64)}
    with pytest.raises(ProblemError) as told:
        check_own(scene.closing, scene.ann.fingerprint, own)
    assert [problem.code for problem in told.value.problems] == ["calibration.closing_own_replaced"]


def keys_of(scene: Any, who: Identity) -> dict[str, bytes]:
    sealed = scene.sealed[scene.people.index(who)]
    return {sealed.hash: sealed.own_key}


def test_keys_are_released_once_ones_own_is_what_counts(strict_scene: Any, code_of: CodeOf) -> None:
    scene = strict_scene

    def release(own: dict[str, Own]) -> Any:
        return release_keys(
            scene.ann,
            scene.manifest,
            scene.closing,
            scene.signed_closing.hash,
            own,
            keys_of(scene, scene.ann),
        )

    newer = {"call-1": Own(revision=2, hash="1" * 64)}
    assert code_of(lambda: release(newer)) == "closing_own_replaced"
    content = release(scene.own(scene.ann)).content
    read = read_release(content, scene.manifest)
    opened = open_release(read, scene.secret, scene.signed_closing.hash)
    assert opened == keys_of(scene, scene.ann)
    assert code_of(lambda: open_release(read, scene.secret, "1" * 64)) == "keys_other"
    for secret in (*scene.other_ann.seeds, *scene.lead.seeds):
        assert (
            code_of(lambda secret=secret: open_release(read, secret, scene.signed_closing.hash))
            == "keys_unopened"
        )


def test_a_colleagues_keys_are_not_ones_own(strict_scene: Any, code_of: CodeOf) -> None:
    scene = strict_scene
    anns = read_release(scene.releases[0].content, scene.manifest)
    said = {
        "format": "qa-keys/1",
        "session": anns.session,
        "closing": anns.closing,
        "fingerprint": scene.other_ann.fingerprint,
        "ciphertext": base64.b64encode(anns.ciphertext).decode(),
    }
    stolen = read_release(scene.other_ann.signed_table(said, "keys"), scene.manifest)
    assert (
        code_of(lambda: open_release(stolen, scene.secret, scene.signed_closing.hash))
        == "keys_other"
    )


def test_modes_differ_in_what_they_hold(scene: Any) -> None:
    assert len(scene.releases) == (2 if scene.mode is Mode.STRICT else 0)
