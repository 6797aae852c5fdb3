"""The book of rulings without Qt: what is looked for, what is found, what is unclear."""

from dataclasses import dataclass, replace

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Ruling
from qa_desktop.calibration.rulings.model import RulingChange
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.calibration.statistics.answer_texts import Words, long_text
from qa_desktop.calibration.statistics.clearness import Cause, Clearness
from qa_desktop.rubrics.given import answer_from_json
from qa_desktop.rubrics.model import Item, Rubric
from qa_desktop.rubrics.store import RubricStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the book is searched for; None: whatever it is."""

    query: str = ""
    rubric_id: str | None = None
    item_id: str | None = None
    tag: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingLine:
    """One ruling as it is read. `answer` "" where none was agreed on."""

    ruling: Ruling
    item_title: str
    rubric_title: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookState:
    """`whole` is how many rulings there are at all; `rubrics` (id, title) and `tags` to choose
    from."""

    wanted: Wanted
    lines: tuple[RulingLine, ...]
    whole: int
    rubrics: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]


class BookPresenter:
    """Every call gives the state that follows."""

    def __init__(
        self, rulings: RulingStore, rubrics: RubricStore, language: str, words: Words
    ) -> None:
        self._rulings = rulings
        self._rubrics = rubrics
        self.language = language
        self.words = words
        self._wanted = Wanted()
        self._known: dict[tuple[str, int], Rubric | None] = {}

    def search(
        self,
        query: str,
        *,
        rubric_id: str | None = None,
        item_id: str | None = None,
        tag: str | None = None,
        withdrawn: bool = False,
    ) -> BookState:
        self._wanted = Wanted(
            query=query, rubric_id=rubric_id, item_id=item_id, tag=tag, withdrawn=withdrawn
        )
        return self.state()

    def everything(self) -> BookState:
        self._wanted = replace(Wanted(), withdrawn=self._wanted.withdrawn)
        return self.state()

    def withdraw(self, ruling_id: str) -> BookState:
        self._rulings.withdraw(ruling_id)
        return self.state()

    def bring_back(self, ruling_id: str) -> BookState:
        self._rulings.bring_back(ruling_id)
        return self.state()

    def edit(self, ruling: Ruling, text: str, tags: tuple[str, ...]) -> BookState:
        """The agreed answer stays."""
        self._rulings.edit(ruling.id, text=text, answer=ruling.answer, tags=tags)
        return self.state()

    def history(self, ruling_id: str) -> tuple[RulingChange, ...]:
        return self._rulings.history(ruling_id)

    def state(self) -> BookState:
        wanted = self._wanted
        found = self._rulings.search(
            wanted.query,
            rubric_id=wanted.rubric_id,
            item_id=wanted.item_id,
            tag=wanted.tag,
            withdrawn=wanted.withdrawn,
        )
        every = self._rulings.search(withdrawn=True)
        titles = {one.rubric_id: self.rubric_title(one) for one in every}
        return BookState(
            wanted=wanted,
            lines=tuple(self.line(one) for one in found),
            whole=len(every),
            rubrics=tuple(sorted(titles.items(), key=lambda pair: pair[1].casefold())),
            tags=self._rulings.tags(),
        )

    def line(self, ruling: Ruling) -> RulingLine:
        item = self.item_of(ruling.rubric_id, ruling.rubric_version, ruling.item_id)
        answer = ""
        if ruling.answer is not None and item is not None:
            said = answer_from_json(dict(ruling.answer))
            answer = long_text(item, said, self.language, self.words)
        return RulingLine(
            ruling=ruling,
            item_title=item.text.to(self.language) if item is not None else ruling.item_id,
            rubric_title=self.rubric_title(ruling),
            answer=answer,
        )

    def rubric_title(self, ruling: Ruling) -> str:
        rubric = self._rubric(ruling.rubric_id, ruling.rubric_version)
        return rubric.title.to(self.language) if rubric is not None else ruling.rubric_id

    def item_of(self, rubric_id: str, version: int, item_id: str) -> Item | None:
        """None where the rubric is not here, or has no such item."""
        rubric = self._rubric(rubric_id, version)
        items = () if rubric is None else rubric.items()
        return next((item for item in items if item.id == item_id), None)

    def _rubric(self, rubric_id: str, version: int) -> Rubric | None:
        key = (rubric_id, version)
        if key not in self._known:
            try:
                self._known[key] = self._rubrics.get(rubric_id, version)
            except ProblemError:
                # Rulings outlive rubrics: the line goes by the ids then.
                self._known[key] = None
        return self._known[key]


def unclear(found: tuple[Clearness, ...]) -> tuple[Clearness, ...]:
    """Those that there is something to do about."""
    return tuple(one for one in found if one.cause in (Cause.RUBRIC, Cause.PEOPLE))
