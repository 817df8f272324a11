"""The faults, by their numbers in the threat model's list."""

import signal
import socket
import time
from typing import Final

import psycopg2
import redis

from partnership.notifications.models import OutgoingMessage
from tests.faults.drill import ledger
from tests.faults.drill.parts import until
from tests.faults.drill.scene import Fault, Scene

SLOW = 0.1  # seconds the mail server thinks about a text where a sender is to be met with one


def nothing(scene: Scene) -> None:
    """For comparison."""
    scene.write_over(scene.size.seconds)


# --- processes that die ---------------------------------------------------------------------


def worker_killed(scene: Scene) -> None:
    stage = scene.stage
    stage.sink.delay = SLOW
    for _turn in range(scene.size.turns):
        stage.workers[0].wait_until_up()
        scene.burst(scene.size.turns)
        stage.workers.pop(0).kill()
        scene.kills += 1
        stage.add_worker()


def child_killed(scene: Scene) -> None:
    scene.stage.sink.delay = SLOW
    for turn in range(scene.size.turns):
        scene.burst(scene.size.turns)
        worker = scene.stage.workers[turn % len(scene.stage.workers)]
        until(lambda worker=worker: worker.kill_child(scene.chance), "the death of a child")
        scene.kills += 1


def senders_asked_to_end(scene: Scene) -> None:
    stage, turns = scene.stage, max(2, scene.size.turns // 4)
    stage.sink.delay = SLOW
    for _turn in range(turns):
        stage.workers[0].wait_until_up()
        scene.burst(turns)
        for several, add in (
            (stage.workers, stage.add_worker),
            (stage.sweepers, stage.add_sweeper),
        ):
            several.pop(0).end()
            add()


def web_killed_before_waking(scene: Scene) -> None:
    stage, turns = scene.stage, max(2, scene.size.turns // 4)
    writing = scene.meanwhile(scene.size.seconds)
    for _turn in range(turns):
        starts = stage.web.starts
        stage.warrant.touch()
        until(lambda starts=starts: stage.web.starts > starts, "the death of the web process")
        scene.kills += 1
        stage.web.wait_until_up()
    writing.join()


# --- the queue ------------------------------------------------------------------------------


def queue_killed(scene: Scene) -> None:
    writing = scene.meanwhile(scene.size.seconds)
    time.sleep(1)
    scene.stage.valkey.kill()
    scene.some_time()
    scene.stage.valkey.start()
    scene.stage.valkey.wait_until_up()
    writing.join()


def queue_hung(scene: Scene) -> None:
    """Stopped in the middle of everything, then replaced by somebody who listens and is silent."""
    valkey = scene.stage.valkey
    writing = scene.meanwhile(scene.size.seconds)
    time.sleep(1)
    valkey.process.send_signal(signal.SIGSTOP)
    time.sleep(scene.size.seconds / 2)
    valkey.kill()
    with socket.create_server(("127.0.0.1", valkey.port), backlog=512):
        time.sleep(scene.size.seconds / 2)
    valkey.start()
    valkey.wait_until_up()
    writing.join()


def queue_full(scene: Scene) -> None:
    writing = scene.meanwhile(scene.size.seconds)
    with redis.from_url(scene.stage.valkey.service.address()) as client:
        size = 16_000_000
        while size > 100:
            try:
                client.set(f"ballast-{client.dbsize()}", b"x" * size)
            except redis.exceptions.OutOfMemoryError:
                size //= 4
        scene.some_time()
        client.delete(*client.keys("ballast-*"))
    writing.join()


def queue_emptied(scene: Scene) -> None:
    writing = scene.meanwhile(scene.size.seconds)
    with redis.from_url(scene.stage.valkey.service.address()) as client:
        for _turn in range(scene.size.turns):
            client.flushall()
            time.sleep(scene.size.seconds / scene.size.turns)
    writing.join()


# --- the database ---------------------------------------------------------------------------


def database_restarted(scene: Scene) -> None:
    writing = scene.meanwhile(scene.size.seconds)
    for _turn in range(3):
        time.sleep(scene.size.seconds / 3)
        scene.stage.postgres.restart_at_once(signal.SIGQUIT)
    writing.join()


def connections_cut(scene: Scene) -> None:
    writing = scene.meanwhile(scene.size.seconds)
    turns = max(2, scene.size.turns // 4)
    for _turn in range(turns):
        time.sleep(scene.size.seconds / turns)
        connection = psycopg2.connect(scene.stage.postgres.service.address())
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        connection.close()
    writing.join()


# --- the mail server ------------------------------------------------------------------------


def mail_server_away(scene: Scene) -> None:
    writing = scene.meanwhile(scene.size.seconds)
    time.sleep(1)
    scene.stage.sink.shut()
    time.sleep(scene.size.seconds * 4)
    scene.stage.sink.open()
    writing.join()


def some_refused_for_now(scene: Scene) -> None:
    scene.stage.sink.to_text = dict.fromkeys(scene.addresses[::10], "451 4.3.0 Try again later")
    scene.write_over(scene.size.seconds / 3)
    scene.some_time()


def some_refused_for_good(scene: Scene) -> None:
    scene.not_to_arrive = set(scene.addresses[::100])
    scene.stage.sink.to_recipient = dict.fromkeys(scene.not_to_arrive, "550 5.1.1 No such user")
    scene.write_over(scene.size.seconds)


def mail_server_silent(scene: Scene) -> None:
    scene.stage.sink.hangs = set(scene.addresses[::50])
    scene.write_over(scene.size.seconds / 3)
    time.sleep(scene.size.seconds * 2)


def mail_server_drops(scene: Scene) -> None:
    scene.stage.sink.drops = set(scene.addresses[::20])
    scene.write_over(scene.size.seconds / 3)
    scene.some_time()


# --- too many, and wrong ones ---------------------------------------------------------------


def two_beats(scene: Scene) -> None:
    for _n in range(2):
        scene.stage.add_beat()
    for beat in scene.stage.beats:
        beat.wait_until_up()
    scene.write_over(scene.size.seconds)


def many_senders(scene: Scene) -> None:
    stage = scene.stage
    stage.add_sweeper()
    for _n in range(2):
        stage.add_worker()
    for part in (*stage.workers, *stage.sweepers):
        part.wait_until_up()
    for _turn in range(4):
        scene.burst(4)


def poison(scene: Scene) -> None:
    """Texts that make no mail, in front of all others and between them."""
    wrong = [f"line\nbreak-{number}@example.org" for number in range(5)]
    scene.not_to_arrive = set(wrong)
    for number in range(5):
        ledger.write(wrong[number])
        scene.written.add(wrong[number])
        scene.burst(5)
    until(lambda: ledger.failed() == set(wrong), "the failure of what makes no mail")


def rolled_back(scene: Scene) -> None:
    """As many deeds that fail after they have written a message as deeds that do not."""
    for number in range(scene.size.messages):
        ledger.persistently(
            lambda number=number: ledger.write_and_roll_back(f"never-{number}@x.org")
        )
        scene.write()
    assert not OutgoingMessage.objects.filter(to_address__startswith="never-").exists()


FAULTS: Final = (
    Fault("–", "none, for comparison", nothing),
    Fault("F1", "workers killed", worker_killed, lasts=4, may_double=True),
    Fault("F2", "children of workers killed", child_killed, lasts=1, may_double=True),
    Fault("F3", "worker and sweeper asked to end", senders_asked_to_end, lasts=2),
    Fault("F4", "Valkey killed, nothing kept", queue_killed, web_is_judged=True),
    Fault("F5", "Valkey hung", queue_hung, web_is_judged=True),
    Fault("F6", "Valkey full", queue_full, web_is_judged=True),
    Fault("F7", "Valkey emptied", queue_emptied, web_is_judged=True),
    Fault("F8", "PostgreSQL restarted at once, three times", database_restarted),
    Fault("F9", "all connections to PostgreSQL cut", connections_cut),
    Fault("F10", "mail server away", mail_server_away, may_double=True),
    Fault("F11", "one text in ten refused for now", some_refused_for_now),
    Fault("F12", "one recipient in a hundred refused", some_refused_for_good),
    Fault("F13", "mail server silent after the text", mail_server_silent, may_double=True),
    Fault("F14", "mail server drops after the text", mail_server_drops, may_double=True),
    Fault("F15", "two beats", two_beats),
    Fault("F16", "two sweepers, four workers", many_senders),
    Fault("F17", "web killed between commit and waking", web_killed_before_waking),
    Fault("F20", "texts that make no mail", poison),
    Fault("F21", "deeds rolled back", rolled_back),
)
