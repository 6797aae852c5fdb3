"""Turns grouped files into the entries of an import plan."""

from collections.abc import Sequence
from dataclasses import replace

from qa_desktop.base.problems import Problem, Where
from qa_desktop.interactions.call_files import Call, Grouped, SoundFile, TextFile, Whole
from qa_desktop.interactions.call_turns import (
    end_ms_of,
    shifted,
    start_ms,
    tells_something,
    words_of,
)
from qa_desktop.interactions.content_hash import hash_of_legs, hash_of_words
from qa_desktop.interactions.gathering import SourceFile, shown_path
from qa_desktop.interactions.legs_planned import leg_notes, placed, turns_of_legs
from qa_desktop.interactions.metadata_csv import MetadataIndex, fold_name, names_of
from qa_desktop.interactions.metadata_layers import merged
from qa_desktop.interactions.model import (
    AgentChannel,
    Kind,
    KnownContent,
    KnownInteraction,
    Metadata,
    Turn,
)
from qa_desktop.interactions.names import Side, call_name
from qa_desktop.interactions.options import ImportOptions
from qa_desktop.interactions.parsed import Conversation, ParsedFile
from qa_desktop.interactions.plan import PlanEntry, PlannedContent, PlannedSound, State
from qa_desktop.interactions.reading import Offsets
from qa_desktop.interactions.recorder import recorder_of

# A transcript may round up the last word; past this it is another call's.
_OVERHANG_MS = 3000
# Two sides of one call differ by a ringing phone, not by half of it.
_UNEQUAL_MS = 30_000


class Describer:
    """Says what each group of files becomes, and which of them are there already."""

    def __init__(self, options: ImportOptions, index: MetadataIndex, known: KnownContent) -> None:
        self._options = options
        self._index = index
        self._known = known
        self._seen: dict[str, str] = {}
        self._attached: set[str] = set()

    def entries(self, grouped: Grouped) -> list[PlanEntry]:
        entries = [
            self._call(call) if call.whole is None else self._transferred(call, call.whole)
            for call in grouped.calls
        ]
        entries += [
            self._loose(text, grouped.facts_of.get(text.file.shown, ())) for text in grouped.loose
        ]
        for text in grouped.conversations:
            facts = grouped.facts_of.get(text.file.shown, ())
            entries += self._conversations(text, facts)
        return entries + self._later_facts()

    def _call(self, call: Call) -> PlanEntry:
        sound, warnings = self._sound(call)
        offsets = call.transcript.offsets if call.transcript else None
        turns = shifted(words_of(call, sound), -start_ms(call, sound, offsets))
        texts = [text for text in (call.transcript, call.other_words) if text is not None]
        parsed = [text.parsed for text in (*call.facts, *texts)]
        external_id = next((one.external_id for one in parsed if one.external_id), None)
        names = [name for file in call.files for name in names_of(file.shown, external_id)]
        for text in (*texts, *call.facts):
            warnings += text.parsed.problems
        if texts:
            warnings += _overhang(turns, sound.info.duration_ms, texts[0].file)
        content = PlannedContent(
            kind=Kind.RECORDING,
            title=call.sound.parts.stem if call.other_side is None else _pair_title(call),
            content_hash=sound.content_hash,
            source_name=call.sound.file.name,
            external_id=external_id,
            metadata=self._metadata(names, parsed, turns),
            duration_ms=sound.info.duration_ms,
            turns=turns,
            sound=sound,
        )
        return self._entry(call.files, content, tuple(warnings), self._index.find(names))

    def _transferred(self, first: Call, whole: Whole) -> PlanEntry:
        """A call of several recordings, which stand at their places on its clock."""
        legs = (first, *first.legs)
        found = [self._sound(leg) for leg in legs]
        warnings = [warning for _, told in found for warning in told]
        sounds = placed([sound for sound, _ in found], whole.offsets_ms)
        warnings = [*leg_notes(first.sound.file.shown, whole, sounds), *warnings]
        words = [whole.words] if whole.words else []
        words += [text for leg in legs for text in (leg.transcript, leg.other_words) if text]
        parsed = [text.parsed for text in (*(fact for leg in legs for fact in leg.facts), *words)]
        turns = whole.words.parsed.turns if whole.words else turns_of_legs(legs, sounds)
        external_id = next((one.external_id for one in parsed if one.external_id), None)
        if whole.told_by_table:
            external_id = external_id or whole.name
        files = first.all_files
        names = [name for file in files for name in names_of(file.shown, external_id)]
        rows = [self._index.find(names_of(leg.sound.file.shown)) for leg in legs]
        for text in (*words, *(fact for leg in legs for fact in leg.facts)):
            warnings += text.parsed.problems
        duration_ms = max(sound.end_ms for sound in sounds)
        if words:
            warnings += _overhang(turns, duration_ms, words[0].file)
        metadata = merged(*rows, self._metadata(names, parsed, turns))
        content = PlannedContent(
            kind=Kind.RECORDING,
            title=whole.name,
            content_hash=hash_of_legs([sound.content_hash for sound in sounds]),
            source_name=first.sound.file.name,
            external_id=external_id,
            metadata=metadata,
            duration_ms=duration_ms,
            turns=turns,
            sound=sounds[0],
            more_sounds=sounds[1:],
        )
        for sound in sounds:
            known = self._known.by_hash.get(sound.content_hash)
            if known is not None:
                warnings.append(
                    _about(first.sound.file, "leg_there", name=sound.file_name, title=known.title)
                )
        return self._entry(files, content, tuple(warnings), self._index.find(names))

    def _sound(self, call: Call) -> tuple[PlannedSound, list[Problem]]:
        main, other = call.sound, call.other_side
        info = main.info
        warnings = list(info.notes)
        if other is None:
            if main.parts.certain_side and info.channels == 1:
                side = "agent_only" if main.parts.side is Side.AGENT else "customer_only"
                warnings.append(_about(main.file, side))
            return PlannedSound(
                path=main.file.path,
                file_name=main.file.name,
                sha256=main.sha256,
                info=info,
                agent_channel=self._channel(main),
                referenced=self._referenced(main),
            ), warnings
        warnings += other.info.notes
        offsets = self._pair_offsets(call, warnings)
        ends = (
            info.duration_ms + offsets.agent_ms,
            other.info.duration_ms + offsets.customer_ms,
        )
        if abs(ends[0] - ends[1]) > _UNEQUAL_MS:
            warnings.append(_about(main.file, "pair_unequal", other=other.file.name))
        if call.assumed_sides:
            warnings.append(_about(main.file, "pair_assumed", agent=main.file.name))
        return PlannedSound(
            path=main.file.path,
            file_name=f"{_pair_title(call)}.wav",
            sha256=main.sha256,
            info=replace(info, channels=2, duration_ms=max(ends)),
            agent_channel=AgentChannel.LEFT,
            referenced=False,
            other_side=other.file.path,
            other_sha256=other.sha256,
            offsets=offsets,
        ), warnings

    def _pair_offsets(self, call: Call, warnings: list[Problem]) -> Offsets:
        """Where each side begins on the clock of the merged file, which begins with the first."""
        given = self._options.pair_offset_ms
        if given is not None:
            return Offsets(agent_ms=max(given, 0), customer_ms=max(-given, 0))
        told = call.transcript.offsets if call.transcript else None
        if told is None:
            warnings.append(_about(call.sound.file, "pair_offset_unknown"))
            return Offsets(agent_ms=0, customer_ms=0)
        begin = min(told.agent_ms, told.customer_ms, 0)
        return Offsets(agent_ms=told.agent_ms - begin, customer_ms=told.customer_ms - begin)

    def _channel(self, sound: SoundFile) -> AgentChannel:
        """As chosen for this import; else as reviewers chose for this recorder; else the left."""
        info = sound.info
        if info.channels == 1:
            return AgentChannel.MONO
        recorder = recorder_of(sound.file.name, info.codec, info.sample_rate_hz)
        known = self._known.agent_channels.get(recorder, AgentChannel.LEFT)
        return self._options.agent_channel or known

    def _referenced(self, sound: SoundFile) -> bool:
        """Members of archives have no place of their own to refer to; a path that is no text can't
        be written down."""
        kept = not sound.file.archived and shown_path(sound.file.path) == str(sound.file.path)
        return kept and not self._options.copy_media

    def _loose(self, text: TextFile, facts: Sequence[TextFile]) -> PlanEntry:
        """A transcript whose recording isn't here: it may be in the workspace."""
        parsed = text.parsed
        files = (text.file, *(fact.file for fact in facts))
        names = names_of(text.file.shown, parsed.external_id)
        content = PlannedContent(
            kind=Kind.RECORDING,
            title=text.parts.stem,
            content_hash=hash_of_words(Kind.RECORDING, parsed.external_id, parsed.turns),
            source_name=text.file.name,
            external_id=parsed.external_id,
            metadata=self._metadata(
                names, [fact.parsed for fact in facts] + [parsed], parsed.turns
            ),
            duration_ms=end_ms_of(parsed.turns),
            turns=parsed.turns,
        )
        home = self._known.waiting.get(call_name(text.file.name))
        if home is not None and home.id not in self._attached:
            self._attached.add(home.id)
            content = replace(content, title=home.title, attach_to=home)
            return self._taken(files, content, parsed.problems)
        if not any(tells_something(turn) for turn in parsed.turns):
            problem = _about(text.file, "prose_alone")
            state = State.FAIL if text.file.named else State.SKIP
            return replace(self._skipped(files, problem, None), state=state)
        alone = (_about(text.file, "transcript_alone"), *parsed.problems)
        return self._entry(files, content, alone, self._index.find(names))

    def _conversations(self, text: TextFile, facts: Sequence[TextFile]) -> list[PlanEntry]:
        conversations = text.parsed.conversations
        files = (text.file, *(fact.file for fact in facts))
        entries = [
            self._conversation(text, files, facts, conversation, alone=len(conversations) == 1)
            for conversation in conversations
        ]
        if entries and text.parsed.problems:
            # Said once, with the first interaction of the file.
            entries[0] = replace(entries[0], problems=(*entries[0].problems, *text.parsed.problems))
        return entries

    def _conversation(
        self,
        text: TextFile,
        files: Sequence[SourceFile],
        facts: Sequence[TextFile],
        conversation: Conversation,
        *,
        alone: bool,
    ) -> PlanEntry:
        ids = (conversation.external_id,) if conversation.external_id else ()
        names = (*ids, *(names_of(text.file.shown) if alone else ()))
        turns = conversation.turns
        known = [fact.parsed.metadata for fact in facts]
        content = PlannedContent(
            kind=conversation.kind,
            title=_title(conversation, text.parts.stem if alone else None),
            content_hash=hash_of_words(
                conversation.kind, conversation.external_id, turns, conversation.events
            ),
            source_name=text.file.name,
            external_id=conversation.external_id,
            metadata=_begun(merged(self._index.find(names), *known, conversation.metadata), turns),
            duration_ms=end_ms_of(turns),
            turns=turns,
            events=conversation.events,
        )
        return self._entry(files, content, (), self._index.find(names))

    def _metadata(
        self, names: Sequence[str], parsed: Sequence[ParsedFile], turns: Sequence[Turn]
    ) -> Metadata:
        return _begun(merged(self._index.find(names), *(one.metadata for one in parsed)), turns)

    def _later_facts(self) -> list[PlanEntry]:
        """Rows of tables about interactions that are in the workspace already."""
        named: dict[str, list[KnownInteraction]] = {}
        if any(self._index.unmatched(shown) for shown in self._index.tables):
            for source_name, external_id, known in self._known.sources:
                for name in {fold_name(name) for name in names_of(source_name, external_id)}:
                    named.setdefault(name, []).append(known)
        entries: list[PlanEntry] = []
        for shown in self._index.tables:
            for row in self._index.unmatched(shown):
                # A name that several have (the tickets of one export) tells none of them.
                found = [named[name][0] for name in row.names if len(named.get(name, ())) == 1]
                if not found:
                    continue
                self._index.use(shown, row)
                if self._is_news(found[0], row.metadata):
                    self._attached.add(found[0].id)
                    entries.append(self._facts_entry((shown,), found[0], row.metadata))
        return entries

    def _is_news(self, known: KnownInteraction, facts: Metadata) -> bool:
        """Whether a table's facts say more of an interaction than is known of it."""
        if known.id in self._attached:
            return False
        there = self._known.metadata_of(known.id) if self._known.metadata_of else Metadata()
        return merged(facts, there) != there

    def _facts_entry(
        self, files: tuple[str, ...], known: KnownInteraction, facts: Metadata
    ) -> PlanEntry:
        content = PlannedContent(
            kind=None,
            title=known.title,
            content_hash="",
            source_name=files[0],
            metadata=facts,
            attach_to=known,
        )
        return PlanEntry(path=files[0], state=State.TAKE, files=files, content=content)

    def _entry(
        self,
        files: Sequence[SourceFile],
        content: PlannedContent,
        warnings: tuple[Problem, ...],
        facts: Metadata | None,
    ) -> PlanEntry:
        """Taken, unless the workspace or an earlier file has the same content.

        What is there already may still get its words, or `facts` that a table has of it.
        """
        known = self._known.by_hash.get(content.content_hash)
        if known is not None:
            if content.sound is not None and content.turns and self._lacks_words(known):
                self._attached.add(known.id)
                return self._taken(files, replace(content, attach_to=known), warnings)
            if facts is not None and self._is_news(known, facts):
                self._attached.add(known.id)
                return self._facts_entry(tuple(file.shown for file in files), known, facts)
            problem = _about(files[0], "already_there", title=known.title)
            return self._skipped(files, problem, known)
        earlier = self._seen.get(content.content_hash)
        if earlier is not None:
            return self._skipped(files, _about(files[0], "same_in_batch", other=earlier), None)
        self._seen[content.content_hash] = files[0].shown
        return self._taken(files, content, warnings)

    def _lacks_words(self, known: KnownInteraction) -> bool:
        return not known.has_turns and known.id not in self._attached

    def _taken(
        self, files: Sequence[SourceFile], content: PlannedContent, warnings: tuple[Problem, ...]
    ) -> PlanEntry:
        return PlanEntry(
            path=files[0].shown,
            state=State.TAKE,
            files=tuple(file.shown for file in files),
            problems=warnings,
            content=content,
        )

    def _skipped(
        self, files: Sequence[SourceFile], problem: Problem, known: KnownInteraction | None
    ) -> PlanEntry:
        return PlanEntry(
            path=files[0].shown,
            state=State.SKIP,
            files=tuple(file.shown for file in files),
            problems=(problem,),
            same_as=known,
        )


def _pair_title(call: Call) -> str:
    return call.sound.parts.side_stem or call.sound.parts.stem


def _title(conversation: Conversation, stem: str | None) -> str:
    """A bare number says less than the name of a file that holds just this conversation."""
    title = conversation.title
    if title and (title != conversation.external_id or stem is None):
        return title
    return stem or title or conversation.external_id or conversation.kind.value


def _begun(metadata: Metadata, turns: Sequence[Turn]) -> Metadata:
    """With the first message's time where nothing else says when it began."""
    if metadata.started_at is not None:
        return metadata
    sent = [turn.sent_at for turn in turns if turn.sent_at is not None]
    return replace(metadata, started_at=min(sent, default=None))


def _overhang(turns: Sequence[Turn], duration_ms: int, file: SourceFile) -> list[Problem]:
    end_ms = end_ms_of(turns)
    if end_ms is None or end_ms <= duration_ms + _OVERHANG_MS:
        return []
    seconds = {"words_s": end_ms // 1000, "sound_s": duration_ms // 1000}
    return [_about(file, "transcript_longer", **seconds)]


def _about(file: SourceFile, code: str, **values: str | int) -> Problem:
    return Problem(code=f"interactions.{code}", where=Where(file=file.shown), values=values)
