"""Works out which files belong to one call: sound, words, facts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from qa_desktop.base.problems import Problem, Where
from qa_desktop.interactions.call_files import Call, Grouped, LegPlace, SoundFile, TextFile
from qa_desktop.interactions.gathering import Refusal, SourceFile
from qa_desktop.interactions.leg_grouping import join_legs, settle_offsets
from qa_desktop.interactions.model import Role
from qa_desktop.interactions.names import NameParts, Side, belongs_to
from qa_desktop.interactions.parsed import Found


def group(
    sounds: Sequence[SoundFile],
    texts: Sequence[TextFile],
    *,
    agent_left: bool,
    leg_places: Mapping[str, LegPlace] | None = None,
) -> Grouped:
    """Every file ends up in exactly one place, transcripts and facts of a call that came in two
    formats in both.

    `leg_places`: what tables say of sounds, by the name shown; None: every recording is a call.
    """
    refusals: list[Refusal] = []
    texts = _without_read_twice(texts, refusals)
    calls = _calls(sounds, agent_left, refusals)
    firsts = [] if leg_places is None else join_legs(calls, leg_places)
    by_kind: dict[Found, list[TextFile]] = defaultdict(list)
    for text in texts:
        by_kind[text.parsed.kind_found].append(text)
    for text in by_kind[Found.NOTHING]:
        problems = text.parsed.problems or (
            Problem(code="interactions.nothing_found", where=Where(file=text.file.shown)),
        )
        # Of a whole folder it is left aside; a file that someone pointed at should have held one.
        failed = text.file.named
        refusals += [
            Refusal(shown=text.file.shown, problem=problem, failed=failed) for problem in problems
        ]
    of_legs = _of_wholes(by_kind[Found.TRANSCRIPT], calls, firsts, refusals)
    loose = _give_transcripts(calls, of_legs, refusals)
    facts_of = _give_facts(calls, by_kind, loose, refusals)
    settle_offsets(firsts, leg_places or {})
    later = {id(leg) for first in firsts for leg in first.legs}
    return Grouped(
        calls=tuple(call for call in calls if id(call) not in later),
        loose=tuple(loose),
        conversations=tuple(by_kind[Found.CONVERSATIONS]),
        facts_of=facts_of,
        refusals=tuple(refusals),
    )


def richness(text: TextFile) -> tuple[object, ...]:
    """Sorts transcripts of one call; the best is the greatest.

    People's words before a machine's, then who speaks, words with times, times at all, how much.
    """
    turns = text.parsed.turns
    return (
        not text.parts.machine_made,
        any(turn.role in (Role.AGENT, Role.CUSTOMER) for turn in turns),
        any(turn.words for turn in turns),
        any(turn.start_ms is not None for turn in turns),
        text.offsets is not None,
        len(turns),
        sum(len(turn.text) for turn in turns),
        text.file.suffix == "json",
    )


def _without_read_twice(texts: Sequence[TextFile], refusals: list[Refusal]) -> list[TextFile]:
    """Drops files whose content came in with another one of the same export."""
    here = {(text.file.folder, text.file.name): text for text in texts}
    gone: set[str] = set()
    for text in texts:
        if text.file.shown in gone:
            continue
        for name in text.parsed.read_also:
            other = here.get((text.file.folder, name))
            if other is None or other is text or other.file.shown in gone:
                continue
            gone.add(other.file.shown)
            refusals.append(_aside(other.file, "read_with", other=text.file.name))
    return [text for text in texts if text.file.shown not in gone]


def _calls(sounds: Sequence[SoundFile], agent_left: bool, refusals: list[Refusal]) -> list[Call]:
    sided: dict[str, dict[Side, list[SoundFile]]] = defaultdict(lambda: defaultdict(list))
    for sound in sounds:
        if sound.parts.side is not None and sound.parts.side_key and sound.info.channels == 1:
            sided[sound.parts.side_key][sound.parts.side].append(sound)
    whole = {
        sound.parts.key: sound
        for sound in sounds
        if sound.info.channels >= 2 or sound.parts.side is None
    }
    calls: list[Call] = []
    used: set[str] = set()
    for side_key, sides in sided.items():
        pair = _pair(sides, agent_left)
        if pair is None:
            continue
        agent, customer, assumed = pair
        used |= {agent.file.shown, customer.file.shown}
        stereo = whole.get(side_key)
        if stereo is not None and stereo.file.shown not in used:
            refusals += [
                _aside(side.file, "side_of_whole", other=stereo.file.name)
                for side in (agent, customer)
            ]
        else:
            calls.append(Call(sound=agent, other_side=customer, assumed_sides=assumed))
    calls += [Call(sound=sound) for sound in sounds if sound.file.shown not in used]
    return sorted(calls, key=lambda call: (call.sound.file.folder, call.sound.file.name))


def _pair(
    sides: dict[Side, list[SoundFile]], agent_left: bool
) -> tuple[SoundFile, SoundFile, bool] | None:
    """Agent, customer, and whether that had to be assumed; None unless there is one of each."""
    left_right = (Side.LEFT, Side.RIGHT) if agent_left else (Side.RIGHT, Side.LEFT)
    for agent_side, customer_side in ((Side.AGENT, Side.CUSTOMER), left_right):
        agent, customer = sides.get(agent_side, []), sides.get(customer_side, [])
        if len(agent) == 1 and len(customer) == 1:
            guessed = agent[0].parts.guessed_side or customer[0].parts.guessed_side
            return agent[0], customer[0], guessed
    return None


def _of_wholes(
    transcripts: Sequence[TextFile],
    calls: Sequence[Call],
    firsts: Sequence[Call],
    refusals: list[Refusal],
) -> list[TextFile]:
    """Gives whole calls their transcript; what is of one leg, or of no such call, comes back."""
    whole_of = {key: first.whole for first in firsts if first.whole for key in first.whole.keys}
    own = {call.call_key for call in calls}
    left: list[TextFile] = []
    for text in sorted(transcripts, key=richness, reverse=True):
        whole = whole_of.get(text.parts.call_key) if text.parts.call_key not in own else None
        if whole is None:
            left.append(text)
        elif whole.words is None:
            whole.words = text
        else:
            refusals.append(_aside(text.file, "poorer_transcript", other=whole.words.file.name))
    # In the order in which they came: of two that are as rich the first is taken.
    left.sort(key=transcripts.index)
    return left


def _give_transcripts(
    calls: Iterable[Call], transcripts: Sequence[TextFile], refusals: list[Refusal]
) -> list[TextFile]:
    """Each transcript goes to its call or calls; the others come back, one of each call."""
    by_call: dict[int, list[TextFile]] = defaultdict(list)
    known = list(calls)
    alone: dict[str, list[TextFile]] = defaultdict(list)
    for text in transcripts:
        places = _places(text.parts, known)
        for place in places:
            by_call[place].append(text)
        if not places:
            alone[text.parts.call_key].append(text)
    taken: set[str] = set()
    left_for: dict[str, tuple[TextFile, TextFile]] = {}
    for place, offered in by_call.items():
        best, other = _best_words(offered)
        known[place].transcript, known[place].other_words = best, other
        taken |= {best.file.shown} | ({other.file.shown} if other else set())
        left_for |= {text.file.shown: (text, best) for text in offered}
    loose: list[TextFile] = []
    for offered in alone.values():
        best = max(offered, key=richness)
        loose.append(best)
        taken.add(best.file.shown)
        left_for |= {text.file.shown: (text, best) for text in offered}
    refusals += [
        _aside(text.file, "poorer_transcript", other=best.file.name)
        for shown, (text, best) in left_for.items()
        if shown not in taken
    ]
    return sorted(loose, key=lambda text: text.file.shown)


def _best_words(offered: Sequence[TextFile]) -> tuple[TextFile, TextFile | None]:
    """The richest transcript; or the agent's and the customer's where none holds both."""
    sided = {
        side: [text for text in offered if text.parts.side is side]
        for side in (Side.AGENT, Side.CUSTOMER)
    }
    both = [text for text in offered if text.parts.side is None]
    if not both and all(sided.values()):
        agent, customer = (max(texts, key=richness) for texts in sided.values())
        return agent, customer
    return max(both or offered, key=richness), None


def _give_facts(
    calls: Sequence[Call],
    by_kind: dict[Found, list[TextFile]],
    loose: Sequence[TextFile],
    refusals: list[Refusal],
) -> dict[str, tuple[TextFile, ...]]:
    """Facts go to the calls they belong to, else to the texts of the same name."""
    facts_of: dict[str, tuple[TextFile, ...]] = {}
    for fact in by_kind[Found.METADATA]:
        places = _places(fact.parts, calls)
        for place in places:
            calls[place].facts.append(fact)
        if places:
            continue
        named = [
            text
            for text in (*by_kind[Found.CONVERSATIONS], *loose)
            if text.parts.call_key == fact.parts.call_key
        ]
        for text in named:
            facts_of[text.file.shown] = (*facts_of.get(text.file.shown, ()), fact)
        if not named:
            refusals.append(_aside(fact.file, "facts_of_nothing"))
    return facts_of


def _places(parts: NameParts, calls: Sequence[Call]) -> list[int]:
    """The calls of the same name, else the one whose name this one carries on longest."""
    same = [place for place, call in enumerate(calls) if call.call_key == parts.call_key]
    same = same or [
        place
        for place, call in enumerate(calls)
        if call.whole is not None and parts.call_key in call.whole.keys
    ]
    if same:
        return same
    lengths = {place: belongs_to(parts, call.sound.parts) for place, call in enumerate(calls)}
    longest = max(lengths.values(), default=0)
    best = [place for place, length in lengths.items() if length == longest > 0]
    return best if len(best) == 1 else []


def _aside(file: SourceFile, code: str, **values: str) -> Refusal:
    problem = Problem(code=f"interactions.{code}", where=Where(file=file.shown), values=values)
    return Refusal(shown=file.shown, problem=problem, failed=False)
