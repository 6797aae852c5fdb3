"""The form of the rubric as a whole: its title, where and when it holds; and how it is scored."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.edits import is_there
from qa_desktop.desktop.rubrics.editor.fields import ChoiceField, Field, Group, Option, SaidField
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.weights import counts_sections, section_sum
from qa_desktop.desktop.rubrics.editor.wishes import Ask, Write
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.plain import Plain

translate = QCoreApplication.translate


def rubric_groups(view: FormView) -> tuple[Group, ...]:
    return (
        Group(
            key="rubric",
            title="",
            fields=(
                view.local(("title",), translate("RubricEditor", "Title")),
                view.flags(
                    ("channels",),
                    translate("RubricEditor", "Used for"),
                    (
                        ("voice", translate("RubricEditor", "Calls")),
                        ("chat", translate("RubricEditor", "Chats")),
                        ("ticket", translate("RubricEditor", "Tickets")),
                    ),
                    optional=False,
                ),
                view.flags(
                    ("languages",),
                    translate("RubricEditor", "Languages"),
                    _languages(view),
                    optional=False,
                    hint=translate(
                        "RubricEditor", "Every text must be there in each of these languages."
                    ),
                ),
            ),
        ),
        Group(
            key="version",
            title=translate("RubricEditor", "Version and time"),
            fields=_version(view),
        ),
    )


def _version(view: FormView) -> tuple[Field, ...]:
    return (
        view.number(("version",), translate("RubricEditor", "Version")),
        *view.own_id(()),
        view.line(
            ("effective", "from"), translate("RubricEditor", "In force from"), sample="2026-01-31"
        ),
        view.line(("effective", "until"), translate("RubricEditor", "Until"), sample="2026-12-31"),
        view.choice(
            ("review_every",),
            translate("RubricEditor", "To be reviewed"),
            _rhythms(view),
            absent=translate("RubricEditor", "No reminder"),
        ),
        view.line(("owner",), translate("RubricEditor", "Who is reminded")),
    )


def _rhythms(view: FormView) -> list[tuple[str, Plain]]:
    known: list[tuple[str, Plain]] = [
        (translate("RubricEditor", "every month"), "30d"),
        (translate("RubricEditor", "every quarter"), "90d"),
        (translate("RubricEditor", "every half year"), "180d"),
        (translate("RubricEditor", "every year"), "1y"),
    ]
    written = view.get(("review_every",))
    if isinstance(written, str) and written not in [value for _, value in known]:
        known.append((written, written))
    return known


def _languages(view: FormView) -> list[tuple[Plain, str]]:
    offered: list[tuple[Plain, str]] = [("zh-CN", "中文"), ("en", "English")]
    known = [code for code, _ in offered]
    return offered + [(code, code) for code in view.state.languages if code not in known]


def scoring_groups(view: FormView) -> tuple[Group, ...]:
    return (
        Group(key="scoring", title=translate("RubricEditor", "Score"), fields=_scoring(view)),
        Group(key="weights", title=translate("RubricEditor", "Weights"), fields=_weights(view)),
        Group(key="grades", title=translate("RubricEditor", "Grades"), fields=(_grades(view),)),
    )


def _scoring(view: FormView) -> tuple[Field, ...]:
    return (
        view.choice(
            ("scoring", "aggregation"),
            translate("RubricEditor", "How items add up"),
            (
                (translate("RubricEditor", "Sections by their weights"), "sectioned"),
                (translate("RubricEditor", "All items by their weights"), "weighted"),
                (translate("RubricEditor", "Points times the section's weight"), "pooled_points"),
                (translate("RubricEditor", "Points"), "points"),
            ),
        ),
        view.number(("scoring", "pass_mark"), translate("RubricEditor", "Pass mark")),
        view.number(
            ("scoring", "rounding"),
            translate("RubricEditor", "Decimals"),
            optional=True,
            sample="2",
        ),
        view.number(
            ("scoring", "floor"),
            translate("RubricEditor", "Lowest score"),
            optional=True,
            sample="0",
        ),
        *_cap(view),
        *na_fields(view, form=True),
        view.choice(
            ("scoring", "na_scope"),
            translate("RubricEditor", "The weight of an item left out"),
            (
                (translate("RubricEditor", "goes to its section's other items"), "section"),
                (translate("RubricEditor", "leaves the form"), "form"),
            ),
            default="section",
        ),
    )


def _cap(view: FormView) -> tuple[Field, ...]:
    path = ("scoring", "cap")
    value = view.get(path)
    open_ended = value is None and is_there(view.data, path)
    options = (
        Option(
            words=translate("RubricEditor", "limited"),
            wish=Write(path, Decimal(100)) if open_ended else None,
        ),
        Option(
            words=translate("RubricEditor", "a bonus may pass it"),
            wish=None if open_ended else Write(path, None),
        ),
    )
    chosen = 1 if open_ended else 0
    choice = ChoiceField(
        path=path,
        label=translate("RubricEditor", "Highest score"),
        options=options,
        chosen=chosen,
    )
    if open_ended:
        return (choice,)
    number = view.number(path, translate("RubricEditor", "Limit"), optional=True, sample="100")
    return choice, number


def na_fields(view: FormView, *, form: bool, item: tuple[str | int, ...] = ()) -> tuple[Field, ...]:
    """What "not applicable" does: to the whole `form`, or to one item."""
    path = ("scoring", "na") if form else (*item, "na")
    value = view.get(path)
    scored: Plain = value if isinstance(value, dict) else {"as_score": Decimal("0.5")}
    rules: list[tuple[str, Plain]] = [
        (translate("RubricEditor", "is left out"), "exclude"),
        (translate("RubricEditor", "counts as full marks"), "as_full"),
        (translate("RubricEditor", "counts as a set score"), scored),
    ]
    if form:
        label = translate("RubricEditor", "“Not applicable”")
        fields = [view.choice(path, label, rules, default="exclude")]
    else:
        label = translate("RubricEditor", "“Not applicable”")
        offered: list[tuple[str, Plain]] = [
            (translate("RubricEditor", "can't be chosen"), "not-allowed"),
            *rules,
        ]
        if value == "allowed":
            offered.insert(0, (translate("RubricEditor", "as the rubric has it"), "allowed"))
            fields = [view.choice(path, label, offered)]
        else:
            absent = translate("RubricEditor", "as the rubric has it")
            fields = [view.choice(path, label, offered, absent=absent)]
    if isinstance(value, dict):
        at = (*path, "as_score")
        fields.append(
            view.number(at, translate("RubricEditor", "Counts as (0 to 1)"), sample="0.5")
        )
    return tuple(fields)


def _weights(view: FormView) -> tuple[Field, ...]:
    if not counts_sections(view.data):
        said = translate("RubricEditor", "With this way of adding up, sections have no weights.")
        return (SaidField(path=("sections",), label="", text=said),)
    total = section_sum(view.data)
    text = translate("RubricEditor", "The sections' weights add up to {0}.")
    whole = total == 100
    return (
        SaidField(
            path=("sections",),
            label="",
            text=text.format(number_text(total)),
            tone="" if whole else "caution",
            act="" if whole else translate("RubricEditor", "Make them add up to 100"),
            wish=Ask("mend"),
        ),
    )


def _grades(view: FormView) -> Field:
    return view.table(
        ("grades",),
        "",
        (
            ("title", translate("RubricEditor", "Grade")),
            ("min", translate("RubricEditor", "From")),
        ),
        add=translate("RubricEditor", "Add grade"),
        new={"title": {}, "min": Decimal(50)},
        hint=translate(
            "RubricEditor", "Each grade holds from its score up to the next; the lowest from 0."
        ),
    )
