"""What waits for the secretariat."""

import pytest
from pytest_django import DjangoAssertNumQueries

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.core.admin.waiting import COUNT_CAP, Question


def question(title: str, rank: int = 50, **options: object) -> Question:
    values: dict[str, object] = {
        "advice": "Look at them.",
        "roles": frozenset({Role.SECRETARIAT}),
        "find": User.objects.all,
        "link": lambda: "/admin/",
    }
    return Question(title, rank=rank, **{**values, **options})  # type: ignore[arg-type]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Question]:
    """The questions of this test alone."""
    questions: list[Question] = []
    monkeypatch.setattr(waiting, "_questions", questions)
    return questions


def test_it_names_what_waits_the_most_urgent_first(lin: User, asked: list[Question]) -> None:
    waiting.register(question("later", rank=90), question("now", rank=10))

    assert [item.question.title for item in waiting.items_for(lin)] == ["now", "later"]


def test_it_is_silent_about_what_does_not_wait(lin: User, asked: list[Question]) -> None:
    waiting.register(question("nothing", find=User.objects.none))

    assert list(waiting.items_for(lin)) == []


def test_it_tells_nobody_of_the_work_of_others(guo: User, asked: list[Question]) -> None:
    waiting.register(question("secretariat's"))

    assert list(waiting.items_for(guo)) == []


def test_it_stops_counting_at_the_cap(
    lin: User, asked: list[Question], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    User.objects.bulk_create(User(email=f"{n}@example.org") for n in range(COUNT_CAP + 5))
    waiting.register(question("many"))

    with django_assert_num_queries(1):
        (item,) = waiting.items_for(lin)

    assert item.number == "100+"


def test_it_shows_each_their_own_rows_of_a_personal_question(
    lin: User, zhao: User, asked: list[Question]
) -> None:
    def own(person: User) -> object:
        return User.objects.filter(pk=person.pk, name="Lin")

    waiting.register(question("mine", find=own, is_personal=True))

    assert [item.count for item in waiting.items_for(lin)] == [1]
    assert list(waiting.items_for(zhao)) == []
