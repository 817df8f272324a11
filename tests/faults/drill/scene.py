"""One fault on the stage: what happens around it, and the record of what came of it."""

import os
import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from tests.faults.drill import ledger
from tests.faults.drill.parts import until
from tests.faults.drill.record import Record
from tests.faults.drill.stage import Stage
from tests.faults.drill.visitors import Visitors

SETTLED = 150.0  # seconds after which what is not finished counts as such


@dataclass(frozen=True)
class Size:
    """How much of everything: `turns` are kills or cuts, `seconds` how long a server is away."""

    messages: int
    forms: int
    turns: int
    seconds: float


FULL = Size(messages=200, forms=50, turns=20, seconds=15)
SMALL = Size(messages=30, forms=8, turns=3, seconds=4)


@dataclass
class Scene:
    """What a fault may do, and ask."""

    stage: Stage
    size: Size
    fault: str
    kills: int = 0
    written: set[str] = field(default_factory=set)
    not_to_arrive: set[str] = field(default_factory=set)
    chance: random.Random = field(default_factory=lambda: random.Random(20261124))  # noqa: S311

    def address(self, number: int) -> str:
        return f"{self.fault.lower()}-{number}@example.org"

    @property
    def addresses(self) -> list[str]:
        """All that will be written to, for a mail server that treats some differently."""
        return [self.address(number) for number in range(self.size.messages)]

    def write(self, count: int = 1) -> None:
        for _n in range(count):
            address = self.address(len(self.written))
            ledger.write(address)
            self.written.add(address)

    def write_over(self, seconds: float) -> None:
        """Write all that is still to be written, evenly."""
        pause = seconds / max(1, self.size.messages - len(self.written))
        while len(self.written) < self.size.messages:
            self.write()
            time.sleep(pause)

    def meanwhile(self, seconds: float) -> threading.Thread:
        """Write everything over so many seconds, beside what the fault does."""
        thread = threading.Thread(target=self._write_aside, args=[seconds], daemon=True)
        thread.start()
        return thread

    def _write_aside(self, seconds: float) -> None:
        try:
            self.write_over(seconds)
        finally:
            ledger.connection.close()

    def burst(self, turns: int) -> None:
        """Write one turn's share of the messages and wait until the first of them arrive."""
        before = len(self.stage.sink.mails)
        self.write(self.size.messages // turns)
        until(lambda: len(self.stage.sink.mails) > before + 1, "the next delivery")
        time.sleep(self.chance.uniform(0, 0.1))

    def some_time(self) -> None:
        time.sleep(self.size.seconds)


Act = Callable[[Scene], None]


@dataclass(frozen=True)
class Fault:
    """`act` does it and returns when it has ended. Forms come in over `lasts` times the size's
    seconds."""

    key: str
    title: str
    act: Act
    lasts: float = 1.0
    may_double: bool = False
    web_is_judged: bool = False


def play(fault: Fault, stage: Stage, size: Size) -> Record:
    """Let the fault happen to a portal at work; return what became of everything."""
    ledger.persistently(ledger.clear)
    stage.sink.forget()
    scene = Scene(stage, size, fault.key)
    visitors = Visitors(stage.web_address, size.forms, fault.lasts * size.seconds)
    visitors.start()
    begin = time.monotonic()
    try:
        fault.act(scene)
        end = time.monotonic()
        scene.write(size.messages - len(scene.written))
    finally:
        stage.sink.be_kind()
        visitors.wait()
    with suppress(TimeoutError):
        until(lambda: not ledger.unfinished(), "the last message's end", SETTLED)
    recovery = time.monotonic() - end
    stage.back_to_normal()
    return _record(fault, scene, visitors, recovery, visitors.p95(begin, end))


def _record(
    fault: Fault, scene: Scene, visitors: Visitors, recovery: float, web_p95: float
) -> Record:
    sink, there = scene.stage.sink, ledger.forms()
    sure = visitors.acknowledged
    return Record(
        fault=fault.key,
        title=fault.title,
        messages=len(scene.written) + len(sure),
        forms=len(sure),
        lost=ledger.lost(sink, scene.written, scene.not_to_arrive) + ledger.mails_owed(len(sure)),
        doubled=ledger.doubled(sink),
        kills=scene.kills,
        in_hand=ledger.in_hand(),
        rolled_back=ledger.rolled_back(sink),
        unfinished=ledger.unfinished(),
        wrongly_ended=len(ledger.failed() ^ scene.not_to_arrive),
        forms_lost=sum(visit.fields["email"] not in there for visit in sure),
        forms_doubled=sum(count - 1 for count in there.values()),
        forms_refused=len(visitors.visits) - len(sure),
        recovery=recovery,
        web_p95=web_p95,
        load=os.getloadavg()[0],
        may_double=fault.may_double,
        web_is_judged=fault.web_is_judged,
    )
