"""The list of what counts, which the lead signs before anything is revealed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from qa_desktop.base.clock import to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files.envelope import MOST_REVISION
from qa_desktop.calibration.files.fields import Fields, Paper, altered, label
from qa_desktop.calibration.files.file_names import closing_name
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.manifest import (
    MOST_CELLS,
    PSEUDONYM,
    Manifest,
)
from qa_desktop.calibration.files.signing import read_signed_table, sha256
from qa_desktop.calibration.files.union import Cell, Marked, Merged
from qa_desktop.calibration.model import Exclusion, Mode

MOST_CLOSING_BYTES = 8 * 1024**2
REASON_CHARS = 500
# Reasons that the program gives where the lead gave none; screens say them in words.
MISSING, CONFLICT = "missing", "conflict"
_FORMAT, _PURPOSE = "qa-closing/1", "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """`hash` is that of the submission's file."""

    fingerprint: str
    pseudonym: str
    revision: int
    hash: str

    @property
    def cell(self) -> Cell:
        return self.fingerprint, self.pseudonym


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Every person and interaction of `manifest` (its hash) counts or is left out, never both."""

    session: str
    manifest: str
    closed_at: datetime
    counted: tuple[Counted, ...]
    exclusions: tuple[Exclusion, ...] = ()

    def counts(self, envelope_hash: str) -> bool:
        return any(one.hash == envelope_hash for one in self.counted)

    def by_cell(self) -> dict[Cell, Counted]:
        return {one.cell: one for one in self.counted}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFile:
    """`hash` is the SHA-256 of `content`, in hex."""

    content: bytes = field(repr=False)
    hash: str
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The newest submission that one sealed oneself; `hash` is that of its file."""

    revision: int
    hash: str


def exclusion_of(exclusions: Iterable[Exclusion], cell: Cell) -> Exclusion | None:
    """The one that leaves this person's part out, for this interaction or altogether."""
    return next(
        (e for e in exclusions if e.fingerprint == cell[0] and e.pseudonym in (None, cell[1])),
        None,
    )


def missing_cells(
    manifest: Manifest, merged: Merged[Marked], exclusions: Iterable[Exclusion] = ()
) -> tuple[Cell, ...]:
    """Expected, but neither there nor left out; a conflict is not there."""
    left_out = _cells_left_out(manifest, exclusions)
    return tuple(
        cell for cell in manifest.cells if cell not in merged.counting and cell not in left_out
    )


def lead_lacks(
    manifest: Manifest, merged: Merged[Marked], exclusions: Iterable[Exclusion] = ()
) -> tuple[str, ...]:
    """The pseudonyms that a lead who takes part has not submitted: until then the program opens
    nobody's.
    """
    missing = missing_cells(manifest, merged, exclusions)
    return tuple(
        pseudonym for fingerprint, pseudonym in missing if fingerprint == manifest.lead.fingerprint
    )


def make_closing(
    manifest: Manifest,
    manifest_hash: str,
    merged: Merged[Marked],
    exclusions: Iterable[Exclusion],
    closed_at: datetime,
) -> Closing:
    """In sealed mode what is missing is left out with the reason MISSING or CONFLICT.

    Raises ProblemError calibration.closing_missing: strict mode waits for all, or for a reason.
    """
    left_out = _fitting(manifest, exclusions)
    missing = missing_cells(manifest, merged, left_out)
    if missing and manifest.mode is Mode.STRICT:
        values = {"count": len(missing)}
        raise ProblemError(Problem(code="calibration.closing_missing", values=values))
    left_out += [
        Exclusion(
            fingerprint=cell[0],
            pseudonym=cell[1],
            reason=CONFLICT if cell in merged.conflicts else MISSING,
        )
        for cell in missing
    ]
    out = _cells_left_out(manifest, left_out)
    counted = (
        Counted(
            fingerprint=cell[0],
            pseudonym=cell[1],
            revision=merged.counting[cell].revision,
            hash=merged.counting[cell].hash,
        )
        for cell in sorted(manifest.cells)
        if cell not in out
    )
    return Closing(
        session=manifest.session,
        manifest=manifest_hash,
        closed_at=closed_at,
        counted=tuple(counted),
        exclusions=tuple(sorted(left_out, key=_order)),
    )


def sign_closing(identity: Identity, closing: Closing) -> SignedFile:
    content = identity.signed_table(
        {
            "format": _FORMAT,
            "session": closing.session,
            "manifest": closing.manifest,
            "closed_at": to_text(closing.closed_at),
            "counted": [
                [one.fingerprint, one.pseudonym, one.revision, one.hash] for one in closing.counted
            ],
            "exclusions": exclusions_to_json(closing.exclusions),
        },
        _PURPOSE,
    )
    closing_hash = sha256(content)
    name = closing_name(closing.session, closing_hash)
    return SignedFile(content=content, hash=closing_hash, file_name=name)


def read_closing(content: bytes, manifests: Mapping[str, Manifest]) -> Closing:
    """`manifests`: all revisions that are known, by their hash.

    Raises ProblemError calibration.closing_damaged, closing_newer, closing_altered, closing_other,
    file_too_large.
    """
    table = read_signed_table(Paper.CLOSING, content, MOST_CLOSING_BYTES)
    said = table.fields
    said.format(_FORMAT)
    closing = Closing(
        session=said.text("session", r"[0-9a-f]{32}"),
        manifest=said.hash("manifest"),
        closed_at=said.moment("closed_at"),
        counted=tuple(_read_counted(one) for one in said.rows("counted", 4, MOST_CELLS)),
        exclusions=read_exclusions(said, "exclusions"),
    )
    said.end()
    manifest = manifests.get(closing.manifest)
    if manifest is None or manifest.session != closing.session:
        raise ProblemError(Problem(code="calibration.closing_other"))
    if not table.is_by(manifest.lead.sign_key, _PURPOSE):
        raise altered(Paper.CLOSING)
    _check_complete(said, closing, manifest)
    return closing


def check_own(
    closing: Closing, fingerprint: str, own: Mapping[str, Own], *, revealed: bool = False
) -> None:
    """Whether one's own newest submissions (by pseudonym) are those that count, or left out for a
    reason that the lead gave. Raises ProblemError with all that is wrong:
    calibration.closing_own_missing, _replaced, _changed, or reveal_own_... where `revealed`.
    """
    problems = []
    counted = closing.by_cell()
    for pseudonym, mine in sorted(own.items()):
        problem = _own_problem(closing, counted, (fingerprint, pseudonym), mine)
        if problem is not None:
            what, values = problem
            said: dict[str, str | int | float] = {"pseudonym": pseudonym, **values}
            code = f"calibration.{'reveal' if revealed else 'closing'}_own_{what}"
            problems.append(Problem(code=code, values=said))
    if problems:
        raise ProblemError(problems)


def exclusions_to_json(exclusions: Iterable[Exclusion]) -> list[dict[str, Any]]:
    return [
        {"fingerprint": e.fingerprint, "pseudonym": e.pseudonym, "reason": e.reason}
        for e in exclusions
    ]


def read_exclusions(said: Fields, name: str) -> tuple[Exclusion, ...]:
    return tuple(_read_exclusion(one) for one in said.tables(name, MOST_CELLS))


def _own_problem(
    closing: Closing, counted: Mapping[Cell, Counted], cell: Cell, mine: Own
) -> tuple[str, dict[str, int]] | None:
    there = counted.get(cell)
    if there is None:
        left_out = exclusion_of(closing.exclusions, cell)
        # The interaction may have been taken out of the session; then nobody's counts.
        return ("missing", {}) if left_out is not None and left_out.reason == MISSING else None
    if there.revision < mine.revision:
        return "replaced", {"counted": there.revision, "newest": mine.revision}
    return None if there.hash == mine.hash else ("changed", {})


def _fitting(manifest: Manifest, exclusions: Iterable[Exclusion]) -> list[Exclusion]:
    """Those that still speak of somebody and something in the session, none said twice."""
    found: dict[tuple[str, str], Exclusion] = {}
    for exclusion in exclusions:
        known = exclusion.pseudonym is None or manifest.interaction(exclusion.pseudonym)
        if manifest.person(exclusion.fingerprint) is not None and known:
            reason = label(exclusion.reason, REASON_CHARS) or "-"
            found[_order(exclusion)] = Exclusion(
                fingerprint=exclusion.fingerprint, pseudonym=exclusion.pseudonym, reason=reason
            )
    return list(found.values())


def _cells_left_out(manifest: Manifest, exclusions: Iterable[Exclusion]) -> set[Cell]:
    said = {(e.fingerprint, e.pseudonym) for e in exclusions}
    return {cell for cell in manifest.cells if cell in said or (cell[0], None) in said}


def _order(exclusion: Exclusion) -> tuple[str, str]:
    return exclusion.fingerprint, exclusion.pseudonym or ""


def _read_counted(said: Fields) -> Counted:
    return Counted(
        fingerprint=said.hash("0"),
        pseudonym=said.text("1", PSEUDONYM),
        revision=said.whole("2", 1, MOST_REVISION),
        hash=said.hash("3"),
    )


def _read_exclusion(said: Fields) -> Exclusion:
    exclusion = Exclusion(
        fingerprint=said.hash("fingerprint"),
        pseudonym=None if said.is_none("pseudonym") else said.text("pseudonym", PSEUDONYM),
        reason=said.label("reason", REASON_CHARS),
    )
    said.end()
    return exclusion


def _check_complete(said: Fields, closing: Closing, manifest: Manifest) -> None:
    cells = [one.cell for one in closing.counted]
    orders = [_order(exclusion) for exclusion in closing.exclusions]
    if cells != sorted(set(cells)):
        said.fail("counted")
    if orders != sorted(set(orders)):
        said.fail("exclusions")
    left_out = _cells_left_out(manifest, closing.exclusions)
    if set(cells) | left_out != set(manifest.cells) or set(cells) & left_out:
        said.fail("counted")
