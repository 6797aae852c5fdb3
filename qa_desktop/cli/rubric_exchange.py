"""`qa-desktop rubrics export|import|template`: rubrics to and from files of every kind."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.settings import load_settings, settings_file
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.cli.context import DONE, Context
from qa_desktop.cli.rubrics_check import FILE_HELP
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.exchange.formats import ExportFormat
from qa_desktop.rubrics.exchange.grid import Grid, column_letters
from qa_desktop.rubrics.exchange.guessing import guess
from qa_desktop.rubrics.exchange.importing import (
    FilledTemplate,
    RubricFile,
    TeamForm,
    draft_of_file,
    draft_of_template,
    read_import,
)
from qa_desktop.rubrics.exchange.mapping import Mapping
from qa_desktop.rubrics.exchange.roles import Role
from qa_desktop.rubrics.exchange.sheet_draft import draft_of_sheet
from qa_desktop.rubrics.files import source_of
from qa_desktop.rubrics.loader import decoded, load_rubric
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.printing import print_data
from qa_desktop.rubrics.store import RubricStore

_WHICH = f"{FILE_HELP}, or ID:VERSION of one published in the workspace"
Action = Callable[[Any, str, str, str], argparse.ArgumentParser]


def add_exchange(actions: Any, action: Action) -> None:
    export = action(
        actions,
        "export",
        "write a rubric as YAML, JSON, a package with its help, a form to print, or a workbook",
        "qa-desktop rubrics export service-five-dimensions --out form.pdf --in both",
    )
    export.add_argument("rubric", metavar="RUBRIC", help=_WHICH)
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes")
    export.add_argument(
        "--format", choices=[*ExportFormat], help="default: what the ending of FILE says, else yaml"
    )
    export.add_argument(
        "--in", dest="form_language", choices=(*LANGUAGES, "both"), help="the printed form's"
    )
    export.add_argument("--paper", choices=("A4", "Letter"), help="default: as in the settings")
    export.set_defaults(run=_export)

    import_ = action(
        actions,
        "import",
        "make a draft of a spreadsheet, a filled-in template, a package, YAML or JSON",
        "qa-desktop rubrics import form.xlsx --sheet Scorecard --out draft.yaml",
    )
    import_.add_argument("file", type=Path, metavar="FILE")
    import_.add_argument("--sheet", metavar="NAME", help="of a workbook; default: the first")
    import_.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="LETTER=ROLE",
        help=f"what a column holds, such as B=item; may be repeated. Roles: {', '.join(Role)}",
    )
    import_.add_argument(
        "--out", type=Path, metavar="FILE", help="write YAML there instead of a draft"
    )
    import_.set_defaults(run=_import)

    template = action(
        actions,
        "template",
        "write the workbook to fill in: blank, or with a rubric in it",
        "qa-desktop rubrics template --out new-form.xlsx",
    )
    template.add_argument("--rubric", metavar="RUBRIC", help=_WHICH)
    template.add_argument("--out", type=Path, required=True, metavar="FILE", help="an .xlsx file")
    template.set_defaults(run=_template)


def rubric_and_source(name: str, context: Context) -> tuple[Rubric, str]:
    """Raises ProblemError where there is none, or it has mistakes."""
    rubric_id, _, version = name.rpartition(":")
    if rubric_id and version.isdecimal() and not Path(name).exists():
        with context.open_workspace() as workspace:
            store = RubricStore(workspace.database, context.clock, context.reviewer)
            return store.get(rubric_id, int(version)), store.source(rubric_id, int(version))
    source, file = source_of(name)
    return load_rubric(source, file), decoded(source, file)


def _export(args: argparse.Namespace, context: Context) -> int:
    from qa_desktop.sheets.blank_form_export import exported, write_export

    rubric, source = rubric_and_source(args.rubric, context)
    ending = args.out.suffix.lower().lstrip(".").replace("yml", "yaml")
    form = ExportFormat(args.format or (ending if ending in [*ExportFormat] else "yaml"))
    paper = args.paper or load_settings(settings_file()).page_size
    content = exported(
        rubric, source, form, language=args.form_language or context.language, page_size=paper
    )
    write_export(content, args.out)
    _say_written(args, context, args.out, rubric)
    return DONE


def _template(args: argparse.Namespace, context: Context) -> int:
    from qa_desktop.rubrics.exchange.template_writing import example_rubric, template_workbook
    from qa_desktop.sheets.blank_form_export import write_export

    rubric = rubric_and_source(args.rubric, context)[0] if args.rubric else None
    content = template_workbook(rubric, example_rubric(), context.language)
    write_export(content, args.out)
    _say_written(args, context, args.out, rubric)
    return DONE


def _say_written(
    args: argparse.Namespace, context: Context, file: Path, rubric: Rubric | None
) -> None:
    if args.json:
        about = {} if rubric is None else {"id": rubric.id, "version": rubric.version}
        context.say_json({"file": str(file), **about})
    else:
        context.say(str(file))


def _import(args: argparse.Namespace, context: Context) -> int:
    found = read_import(args.file, context.progress)
    if isinstance(found, TeamForm):
        grid = _sheet(found, args.sheet)
        mapping = _mapping(grid, args.column)
        made = draft_of_sheet(grid, mapping, context.language)
        columns = {column_letters(c): role.value for c, role in enumerate(mapping.roles)}
        return _keep(args, context, made.text, made.problems, columns=columns, sheet=grid.name)
    if args.column or args.sheet:
        raise ProblemError(_not_asked(args.file))
    if isinstance(found, FilledTemplate):
        return _keep(args, context, print_data(found.data), found.problems, template=found)
    text = decoded(found.source, found.name)
    return _keep(args, context, text, found.problems, file=found)


def _not_asked(file: Path) -> Problem:
    return Problem(code="exchange.no_columns_here", where=Where(file=str(file)))


def _sheet(found: TeamForm, name: str | None) -> Grid:
    for grid in found.grids:
        if name is None or grid.name == name:
            return grid
    known = ", ".join(grid.name for grid in found.grids)
    values = {"name": name or "", "known": known}
    where = Where(file=found.name)
    raise ProblemError(Problem(code="exchange.no_such_sheet", where=where, values=values))


def _mapping(grid: Grid, wishes: list[str]) -> Mapping:
    mapping = guess(grid)
    letters = {column_letters(column): column for column in range(grid.width)}
    for wish in wishes:
        letter, _, role = wish.partition("=")
        if letter.upper() not in letters or role not in [*Role]:
            values = {"wish": wish[:60], "columns": ", ".join(letters), "roles": ", ".join(Role)}
            raise ProblemError(Problem(code="exchange.bad_column", values=values))
        mapping = mapping.with_role(letters[letter.upper()], Role(role))
    return mapping


def _keep(
    args: argparse.Namespace,
    context: Context,
    text: str,
    problems: tuple[Problem, ...],
    *,
    template: FilledTemplate | None = None,
    file: RubricFile | None = None,
    **facts: Any,
) -> int:
    """As a file or as a draft; problems never stop a draft, which is there to be mended."""
    answer: dict[str, Any] = dict(facts)
    if args.out is not None:
        from qa_desktop.sheets.blank_form_export import write_export

        write_export(text.encode("utf-8"), args.out)
        answer["file"] = str(args.out)
    else:
        answer["draft"] = _draft(context, text, template, file).id
    if args.json:
        context.say_json({**answer, "problems": [context.problem_json(p) for p in problems]})
        return DONE
    context.complain(problems)
    if "draft" in answer:
        context.say(context.words("exchange.cli.draft", id=answer["draft"]))
    else:
        context.say(answer["file"])
    return DONE


def _draft(
    context: Context, text: str, template: FilledTemplate | None, file: RubricFile | None
) -> RubricDraft:
    with context.open_workspace(create=True) as workspace:
        drafts = RubricDraftStore(workspace.database, context.clock, context.reviewer)
        if template is not None:
            rubrics = RubricStore(workspace.database, context.clock, context.reviewer)
            return draft_of_template(template, drafts, rubrics)
        return draft_of_file(file, drafts) if file is not None else drafts.create(text)
