"""Every screen, dialog and popup, and how each is brought up in a window: one row a screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.calibration.new.presenter import Step
from qa_desktop.desktop.calibration.trend.view import ITEMS, PARTNERS, REVIEWERS
from qa_desktop.desktop.crash_dialog import CrashDialog
from qa_desktop.desktop.picturing import (
    calibration_steps,
    report_steps,
    results_steps,
    rubric_steps,
    sharing_steps,
    version_steps,
)
from qa_desktop.desktop.picturing import screen_steps as steps
from qa_desktop.desktop.review.correction_dialog import CorrectionDialog
from qa_desktop.desktop.review.leaving import leave_box
from qa_desktop.desktop.review.name_dialog import NameDialog
from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.rubrics.editor import side
from qa_desktop.desktop.window.pages import RUBRICS, SETTINGS
from qa_desktop.desktop.window.start_problem import StartProblem
from qa_desktop.interactions.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """`show` brings it up in the window and returns what to picture; None: it can't be shown
    with this workspace."""

    name: str
    show: steps.Show


SCREENS: Sequence[Screen] = (
    Screen(name="interactions", show=steps.interactions_list),
    Screen(name="no-result", show=steps.no_result),
    Screen(name="review-call", show=steps.review(Kind.RECORDING)),
    Screen(name="review-listening", show=steps.listening),
    Screen(name="review-chat", show=steps.review(Kind.CHAT)),
    Screen(name="review-ticket", show=steps.review(Kind.TICKET)),
    Screen(name="review-submitted", show=steps.submitted_review),
    Screen(name="sheet", show=steps.sheet),
    Screen(name="search", show=steps.palette),
    Screen(
        name="import",
        show=steps.over_list(lambda window: window.files.import_paths([resource_path("demo")])),
    ),
    Screen(name="rubrics", show=steps.page(RUBRICS)),
    Screen(name="shipped-rubrics", show=steps.shipped_rubrics),
    Screen(name="rubric-new", show=rubric_steps.begin),
    Screen(name="rubric-form", show=rubric_steps.editor((), side.CHECKS)),
    Screen(name="rubric-scoring", show=rubric_steps.editor(("scoring",), side.CHECKS)),
    Screen(name="rubric-item", show=rubric_steps.editor(("sections", 0, "items", 2))),
    Screen(name="rubric-scale", show=rubric_steps.editor(("sections", 1, "items", 0), ids=True)),
    Screen(name="rubric-scenario", show=rubric_steps.editor(("scenarios", 0), side.TEXT)),
    Screen(name="rubric-example", show=rubric_steps.editor(("examples", 0))),
    Screen(name="rubric-graded", show=rubric_steps.graded),
    Screen(name="rubric-publish", show=rubric_steps.publish),
    Screen(name="rubric-errors", show=rubric_steps.broken),
    Screen(name="rubric-import", show=sharing_steps.importing),
    Screen(name="rubric-export", show=sharing_steps.exporting),
    Screen(name="no-library", show=sharing_steps.no_library),
    Screen(name="libraries", show=sharing_steps.libraries),
    Screen(name="versions", show=version_steps.versions),
    Screen(name="version-compare", show=version_steps.compare),
    Screen(name="version-form", show=version_steps.form),
    Screen(name="what-if", show=version_steps.what_if),
    Screen(name="publish-on-past", show=version_steps.publish_on_past),
    Screen(name="retired-rubrics", show=version_steps.retired),
    Screen(name="rubrics-due", show=version_steps.due),
    Screen(name="calibration-empty", show=calibration_steps.nothing_yet),
    Screen(name="calibration-sessions", show=calibration_steps.sessions),
    Screen(name="calibration-team", show=calibration_steps.team),
    Screen(name="calibration-new-what", show=calibration_steps.new_session(Step.WHAT)),
    Screen(name="calibration-new-who", show=calibration_steps.new_session(Step.WHO)),
    Screen(name="calibration-new-check", show=calibration_steps.new_session(Step.CHECK)),
    Screen(name="calibration-led", show=calibration_steps.led),
    Screen(name="calibration-graded", show=calibration_steps.graded),
    Screen(name="calibration-leave-out", show=calibration_steps.leaving_out),
    Screen(name="calibration-revise", show=calibration_steps.revising),
    Screen(name="calibration-blind", show=calibration_steps.blind_review),
    Screen(name="second-empty", show=report_steps.empty_queue),
    Screen(name="second-ask", show=report_steps.asking),
    Screen(name="second-queue", show=report_steps.queue),
    Screen(name="second-drop", show=report_steps.dropping),
    Screen(name="second-compare", show=report_steps.comparison),
    Screen(name="calibration-trend", show=report_steps.trend(ITEMS)),
    Screen(name="calibration-trend-reviewers", show=report_steps.trend(REVIEWERS)),
    Screen(name="calibration-trend-partners", show=report_steps.trend(PARTNERS)),
    Screen(name="calibration-report", show=report_steps.report),
    Screen(name="calibration-results", show=results_steps.results),
    Screen(name="calibration-parts", show=results_steps.parts),
    Screen(name="calibration-reviewers", show=results_steps.reviewers),
    Screen(name="calibration-one-call", show=results_steps.one_call),
    Screen(name="calibration-meeting", show=results_steps.meeting),
    Screen(name="calibration-meeting-names", show=results_steps.meeting_names),
    Screen(name="ruling-propose", show=results_steps.propose),
    Screen(name="rulings", show=results_steps.rulings),
    Screen(name="ruling-edit", show=results_steps.edit_ruling),
    Screen(name="ruling-history", show=results_steps.ruling_history),
    Screen(name="precedents", show=results_steps.precedents),
    Screen(name="unclear-items", show=results_steps.unclear),
    Screen(name="settings", show=steps.page(SETTINGS)),
    Screen(name="keys", show=steps.over_list(lambda window: window.opening.show_keys())),
    Screen(name="help", show=steps.over_list(lambda window: window.opening.show_help())),
    Screen(name="about", show=steps.over_list(lambda window: window.opening.show_about())),
    Screen(name="facet", show=steps.facet),
    Screen(name="dates", show=steps.dates),
    Screen(name="problem", show=steps.problem),
    Screen(name="message", show=steps.message),
    Screen(name="rubric-chooser", show=steps.chooser),
    Screen(name="comment-editor", show=steps.keys_in_review(Action.COMMENT)),
    Screen(
        name="item-comment",
        show=steps.keys_in_review(Action.NEXT_ITEM, Action.GUIDANCE, Action.ITEM_COMMENT),
    ),
    Screen(name="transcript-search", show=steps.keys_in_review(Action.SEARCH)),
    Screen(name="explanation", show=steps.keys_in_review(Action.WHY)),
    Screen(name="volume", show=steps.keys_in_review(Action.VOLUME)),
    Screen(name="correct-word", show=steps.keys_in_review(Action.CORRECT_WORD)),
    Screen(name="compare", show=steps.keys_in_review(Action.COMPARE)),
    Screen(name="graded-agent", show=steps.keys_in_review(Action.GRADED_AGENT, kind=Kind.CHAT)),
    Screen(name="history", show=steps.over_review(steps.history)),
    Screen(name="focus", show=steps.focus),
    Screen(name="beside", show=steps.beside),
    Screen(name="change-keys", show=steps.over_list(lambda window: window.opening.change_keys())),
    Screen(name="drafts", show=steps.over_list(lambda window: window.opening.show_drafts())),
    Screen(name="times", show=steps.over_list(lambda window: window.opening.show_times())),
    Screen(name="phrases", show=steps.keys_in_review(Action.PHRASE)),
    Screen(name="comment-filter", show=steps.keys_in_review(Action.FILTER_COMMENTS)),
    Screen(name="own-phrases", show=steps.over_list(lambda window: window.opening.show_phrases())),
    Screen(name="comment-import", show=steps.over_review(steps.comment_import)),
    Screen(name="correction", show=steps.over_review(lambda _, page: CorrectionDialog(page))),
    Screen(
        name="name",
        show=steps.over_review(
            lambda window, page: NameDialog(
                window.services.theme, lambda: window.services.language, lambda _: (), page
            )
        ),
    ),
    Screen(
        name="leaving",
        show=steps.over_review(
            lambda window, page: leave_box(page, [steps.A_PROBLEM], window.services.language)
        ),
    ),
    Screen(
        name="crash",
        show=steps.alone(
            lambda window: CrashDialog(
                window.services.theme, "Traceback (most recent call last): …", "crashes.log", window
            )
        ),
    ),
    Screen(
        name="start-problem",
        show=steps.alone(
            lambda window: StartProblem(
                window.services.theme,
                lambda: window.services.language,
                Path("workspace"),
                [steps.A_PROBLEM],
            )
        ),
    ),
)
