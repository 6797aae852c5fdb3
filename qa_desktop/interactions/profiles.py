"""Import profiles: text formats that are described in a small YAML file instead of coded."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from jmespath.exceptions import JMESPathError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.resources import resource
from qa_desktop.interactions.model import Kind, Role
from qa_desktop.interactions.parsed import Found
from qa_desktop.interactions.profile_model import (
    FACTS,
    UNITS,
    EventRule,
    FactRule,
    Profile,
    TimeRule,
    TurnRule,
    WordRule,
    expression,
)

__all__ = ["Profile", "load_profile", "load_profiles", "shipped_profiles"]

MAX_BYTES = 100_000
_TURN_TEXTS = ("each", "labelled", "keep", "text", "speaker", "author", "internal", "attachments")
_TURN_TIMES = ("start", "end", "duration", "sent_at")


@cache
def shipped_profiles() -> tuple[Profile, ...]:
    """The profiles that come with the program."""
    return load_profiles(resource("profiles"))


def load_profiles(folder: Path | Traversable) -> tuple[Profile, ...]:
    """All *.yaml of a folder in the order of their names; none where there is no folder.

    Raises ProblemError with every mistake of every file.
    """
    if not folder.is_dir():
        return ()
    profiles: list[Profile] = []
    problems: list[Problem] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith((".yaml", ".yml")):
            continue
        try:
            profiles.append(load_profile(file.read_bytes(), file.name))
        except ProblemError as error:
            problems += error.problems
    names = [profile.name for profile in profiles]
    for name in sorted({n for n in names if names.count(n) > 1}):
        problems.append(Problem(code="parsers.profile_twice", values={"name": name}))
    if problems:
        raise ProblemError(problems)
    return tuple(profiles)


def load_profile(data: bytes, file: str) -> Profile:
    """Raises ProblemError with every mistake, each with its line and column."""
    tree = _read_yaml(data, file)
    reading = _Reading(file)
    profile = reading.profile(tree)
    if reading.problems or profile is None:
        raise ProblemError(reading.problems)
    return profile


def _read_yaml(data: bytes, file: str) -> CommentedMap:
    where = Where(file=file)
    if len(data) > MAX_BYTES:
        values = {"limit": MAX_BYTES // 1000}
        raise ProblemError(Problem(code="parsers.profile_too_large", where=where, values=values))
    try:
        text = data.decode("utf-8-sig")
        for event in YAML(typ="rt").parse(text):
            if isinstance(event, AliasEvent):
                at = Where(file=file, line=event.start_mark.line + 1)
                raise ProblemError(Problem(code="parsers.profile_alias", where=at))
        tree = YAML(typ="rt").load(text)
    except UnicodeDecodeError as error:
        raise ProblemError(Problem(code="parsers.profile_encoding", where=where)) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Where(file=file, line=mark.line + 1, column=mark.column + 1) if mark else where
        reason = {"reason": str(error.problem or error.context or "")}
        raise ProblemError(Problem(code="parsers.profile_yaml", where=at, values=reason)) from error
    except (YAMLError, ValueError, RecursionError) as error:
        reason = {"reason": type(error).__name__}
        raise ProblemError(
            Problem(code="parsers.profile_yaml", where=where, values=reason)
        ) from error
    if not isinstance(tree, CommentedMap):
        raise ProblemError(Problem(code="parsers.profile_not_mapping", where=where))
    return tree


class _Reading:
    """Reads one profile's tree and collects what is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def profile(self, tree: CommentedMap) -> Profile | None:
        allowed = (
            "name", "title", "gives", "kind", "match", "conversations", "by_key", "group_by",
            "external_id", "heading", "turns", "facts", "events",
        )  # fmt: skip
        self._known(tree, allowed, "", needed=("name", "title", "match"))
        match = self._mapping(tree, "match", "")
        self._known(match, ("json", "columns", "extensions"), "match")
        columns = self._texts(match, "columns", "match")
        gives = self._one_of(tree, "gives", [str(f) for f in Found if f is not Found.NOTHING], "")
        kind = self._one_of(tree, "kind", [str(k) for k in Kind], "")
        if "json" not in match and "columns" not in match:
            self._wrong(match, None, "match", "profile_match_missing", {})
        table = bool(columns)
        turns = self._turns(self._mapping(tree, "turns", ""), table) if "turns" in tree else None
        if turns is None and gives != Found.METADATA:
            self._wrong(tree, None, "", "profile_key_missing", {"key": "turns"})
        facts = self._facts(self._mapping(tree, "facts", ""), table)
        events = self._events(tree, table)
        if self.problems:
            return None
        return (
            Profile(
                name=str(tree["name"]),
                title=self._local_text(tree["title"]),
                gives=Found(gives or "conversations"),
                kind=Kind(kind or "chat"),
                match=tuple(self._expressions(match, "json", "match")),
                columns=columns,
                extensions=tuple(e.lower() for e in self._texts(match, "extensions", "match")),
                conversations=self._expression(tree, "conversations", "", table),
                by_key=self._expression(tree, "by_key", "", table),
                group_by=self._expression(tree, "group_by", "", table),
                external_id=self._expression(tree, "external_id", "", table),
                heading=self._expression(tree, "heading", "", table),
                turns=turns,
                facts=facts,
                events=events,
            )
            if not self.problems
            else None
        )

    def _turns(self, tree: CommentedMap, table: bool) -> TurnRule:
        allowed = (*_TURN_TEXTS, *_TURN_TIMES, "drop_text", "roles", "authors", "words")
        self._known(tree, allowed, "turns", needed=() if "labelled" in tree else ("text",))
        drop = self._text(tree, "drop_text", "turns")
        if drop is not None:
            try:
                re.compile(drop)
            except re.error as error:
                self._wrong(tree, "drop_text", "turns", "profile_pattern", {"reason": str(error)})
        found = {key: self._expression(tree, key, "turns", table) for key in _TURN_TEXTS}
        times = {key: self._time(tree, key, "turns", table) for key in _TURN_TIMES}
        authors = self._mapping(tree, "authors", "turns")
        return TurnRule(
            each=found["each"],
            labelled=found["labelled"],
            keep=found["keep"],
            text=found["text"],
            speaker=found["speaker"],
            author=found["author"],
            internal=found["internal"],
            attachments=found["attachments"],
            start=times["start"],
            end=times["end"],
            duration=times["duration"],
            sent_at=times["sent_at"],
            drop_text=drop,
            roles=self._roles(self._mapping(tree, "roles", "turns")),
            authors={
                Role(key): at
                for key in self._known(authors, [str(r) for r in Role], "turns.authors")
                if (at := self._expression(authors, key, "turns.authors", table)) is not None
            },
            words=self._words(tree, table),
        )

    def _words(self, tree: CommentedMap, table: bool) -> WordRule | None:
        if "words" not in tree:
            return None
        words = self._mapping(tree, "words", "turns")
        path = "turns.words"
        self._known(words, ("each", "text", "start", "end", "offsets", "durations"), path)
        return WordRule(
            each=self._expression(words, "each", path, table),
            text=self._expression(words, "text", path, table),
            start=self._time(words, "start", path, table),
            end=self._time(words, "end", path, table),
            offsets=self._expression(words, "offsets", path, table),
            durations=self._expression(words, "durations", path, table),
        )

    def _roles(self, tree: CommentedMap) -> dict[str, Role]:
        roles: dict[str, Role] = {}
        for key in tree:
            chosen = self._one_of(tree, key, [str(r) for r in Role], "turns.roles")
            if chosen is not None:
                roles[str(key)] = Role(chosen)
        return roles

    def _facts(self, tree: CommentedMap, table: bool) -> dict[str, FactRule]:
        facts: dict[str, FactRule] = {}
        for key in self._known(tree, FACTS, "facts"):
            path = f"facts.{key}"
            if isinstance(tree[key], str):
                facts[key] = FactRule(at=self._expression(tree, key, "facts", table))
                continue
            rule = self._mapping(tree, key, "facts")
            self._known(rule, ("at", "value", "unit", "values"), path)
            value = rule.get("value")
            unit = self._text(rule, "unit", path)
            self._check_unit(rule, unit, path)
            values = self._mapping(rule, "values", path)
            facts[key] = FactRule(
                at=self._expression(rule, "at", path, table),
                value=value if isinstance(value, str | int | float) else None,
                unit=unit,
                values={str(k): v for k, v in values.items() if isinstance(v, str | int | float)},
            )
        return facts

    def _events(self, tree: CommentedMap, table: bool) -> tuple[EventRule, ...]:
        rules: list[EventRule] = []
        listed = tree.get("events", [])
        if not isinstance(listed, list):
            self._wrong(tree, "events", "events", "profile_type", {"wanted": "list"})
            return ()
        for index, part in enumerate(listed):
            path = f"events[{index}]"
            if not isinstance(part, CommentedMap):
                self._wrong(tree, "events", path, "profile_type", {"wanted": "mapping"})
                continue
            texts = ("each", "field", "new", "old", "actor")
            self._known(part, (*texts, "time"), path, needed=("each", "field"))
            found = {key: self._expression(part, key, path, table) for key in texts}
            rules.append(
                EventRule(
                    each=found["each"] or "",
                    field=found["field"] or "",
                    new=found["new"],
                    old=found["old"],
                    actor=found["actor"],
                    time=self._time(part, "time", path, table),
                )
            )
        return tuple(rules)

    def _time(self, tree: CommentedMap, key: str, path: str, table: bool) -> TimeRule | None:
        if key not in tree:
            return None
        rule = self._mapping(tree, key, path)
        inner = f"{path}.{key}"
        self._known(rule, ("at", "unit"), inner, needed=("at", "unit"))
        unit = self._text(rule, "unit", inner)
        self._check_unit(rule, unit, inner)
        return TimeRule(at=self._expression(rule, "at", inner, table) or "", unit=unit or "iso")

    def _check_unit(self, tree: CommentedMap, unit: str | None, path: str) -> None:
        if unit is not None and unit not in UNITS and "%" not in unit:
            choices = ", ".join((*UNITS, "%Y-%m-%d %H:%M:%S"))
            values = {"value": unit, "choices": choices}
            self._wrong(tree, "unit", f"{path}.unit", "profile_choice", values)

    def _expression(self, tree: CommentedMap, key: str, path: str, table: bool) -> str | None:
        found = self._text(tree, key, path)
        if found is not None and not table:
            self._compile(tree, key, found, path)
        return found

    def _expressions(self, tree: CommentedMap, key: str, path: str) -> tuple[str, ...]:
        found = self._texts(tree, key, path)
        for text in found:
            self._compile(tree, key, text, path)
        return found

    def _compile(self, tree: CommentedMap, key: str, text: str, path: str) -> None:
        try:
            expression(text)
        except JMESPathError as error:
            reason = str(error).split("\n", 1)[0]
            self._wrong(tree, key, f"{path}.{key}", "profile_expression", {"reason": reason})

    def _text(self, tree: CommentedMap, key: str, path: str) -> str | None:
        value = tree.get(key)
        if value is None and key not in tree:
            return None
        if not isinstance(value, str) or not value.strip():
            self._wrong(tree, key, f"{path}.{key}", "profile_type", {"wanted": "text"})
            return None
        return str(value)

    def _texts(self, tree: CommentedMap, key: str, path: str) -> tuple[str, ...]:
        value = tree.get(key, [])
        if not isinstance(value, CommentedSeq | list) or not all(isinstance(v, str) for v in value):
            self._wrong(tree, key, f"{path}.{key}", "profile_type", {"wanted": "list"})
            return ()
        return tuple(str(v) for v in value)

    def _mapping(self, tree: CommentedMap, key: str, path: str) -> CommentedMap:
        value = tree.get(key)
        if value is None and key not in tree:
            return CommentedMap()
        if not isinstance(value, CommentedMap):
            self._wrong(tree, key, f"{path}.{key}", "profile_type", {"wanted": "mapping"})
            return CommentedMap()
        return value

    def _one_of(
        self, tree: CommentedMap, key: str, choices: Sequence[str], path: str
    ) -> str | None:
        value = tree.get(key)
        if value is None and key not in tree:
            return None
        if value not in choices:
            values = {"value": str(value), "choices": ", ".join(choices)}
            self._wrong(tree, key, f"{path}.{key}", "profile_choice", values)
            return None
        return str(value)

    def _known(
        self,
        tree: CommentedMap,
        allowed: Sequence[str],
        path: str,
        *,
        needed: Sequence[str] = (),
    ) -> list[str]:
        for key in tree:
            if key not in allowed:
                values = {"key": str(key), "choices": ", ".join(allowed)}
                self._wrong(tree, key, f"{path}.{key}", "profile_key_unknown", values)
        for key in needed:
            if key not in tree:
                self._wrong(tree, None, path, "profile_key_missing", {"key": key})
        return [str(key) for key in tree if key in allowed]

    def _local_text(self, value: object) -> LocalText:
        if isinstance(value, Mapping):
            return LocalText.of({str(k): str(v) for k, v in value.items()})
        return LocalText.plain(str(value))

    def _wrong(
        self,
        tree: CommentedMap,
        key: object,
        path: str,
        code: str,
        values: Mapping[str, str | int | float],
    ) -> None:
        line, column = tree.lc.line, tree.lc.col
        if key is not None and key in (tree.lc.data or {}):
            line, column = tree.lc.data[key][:2]
        where = Where(
            file=self.file,
            line=None if line is None else line + 1,
            column=None if column is None else column + 1,
            path=path.lstrip(".") or None,
        )
        self.problems.append(Problem(code=f"parsers.{code}", where=where, values=dict(values)))
