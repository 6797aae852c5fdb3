"""Which vetoes hold, and what they do to a score."""

from collections import Counter
from fractions import Fraction

from qa_desktop.rubrics.filling import Form
from qa_desktop.rubrics.model import Effect, Scope
from qa_desktop.rubrics.result import HeldVeto

ZERO, ONE, HUNDRED = Fraction(0), Fraction(1), Fraction(100)


def held_vetoes(forms: list[Form]) -> list[HeldVeto]:
    """A triggered veto holds when enough vetoes of its scope are triggered."""
    triggered = [
        HeldVeto(
            item=entry.item.id,
            section=form.section.id,
            scope=entry.item.veto.scope,
            effect=entry.item.veto.effect,
            cap=entry.item.veto.cap,
            count=entry.item.veto.count,
        )
        for form in forms
        for entry in form.entries
        if entry.triggered and entry.item.veto is not None
    ]
    fellows = Counter(map(_fellowship, triggered))
    return [
        veto
        for veto in triggered
        if veto.scope is Scope.ITEM or fellows[_fellowship(veto)] >= veto.count
    ]


def _fellowship(veto: HeldVeto) -> tuple[Scope, str]:
    """Those that are counted together: all of the form, or those of one section."""
    return veto.scope, "" if veto.scope is Scope.FORM else veto.section


def vetoed(value: Fraction, veto: HeldVeto, full: Fraction) -> Fraction:
    """`value` after one veto, on a scale whose full mark is `full`."""
    if veto.effect is Effect.ZERO:
        return min(value, ZERO)
    if veto.effect is Effect.CAP and veto.cap is not None:
        return min(value, veto.cap * full / HUNDRED)
    return value


def apply_item_vetoes(forms: list[Form], held: list[HeldVeto]) -> None:
    by_item = {veto.item: veto for veto in held if veto.scope is Scope.ITEM}
    if not by_item:
        return
    for form in forms:
        for entry in form.counted:
            veto = by_item.get(entry.item.id)
            if veto is not None and entry.score is not None:
                entry.score = vetoed(entry.score, veto, ONE)
