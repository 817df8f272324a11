from django.http import QueryDict

from partnership.review.sheets import Part, Sheet
from tests.factories.review import Figure, Report, Story, answers
from tests.factories.submissions import as_posted


def sent(query: str) -> QueryDict:
    return QueryDict(query)


FILLED = "story-title=T&story-text=x&story-kind=b&story-tags=x&story-tags=y&story-agreed=on"


def test_it_keeps_what_was_typed_even_when_it_is_wrong(report: Report) -> None:
    data = sent(f"{FILLED}&figures-rows=1&figures-0-name=N&figures-0-value=twelve")

    read = report.sheet("en").read(data)

    assert read["story"]["tags"] == ["x", "y"]
    assert read["figures"] == [{"name": "N", "value": "twelve", "how": ""}]


def test_it_leaves_out_rows_that_are_blank_or_removed(report: Report) -> None:
    data = sent(
        "figures-rows=3&figures-0-name=A&figures-0-remove=1"
        "&figures-1-how=exact&figures-2-name=C&figures-2-how=exact"
    )

    assert [row["name"] for row in report.sheet("en").read(data)["figures"]] == ["C"]


def test_it_reads_no_more_rows_than_a_part_may_have(report: Report) -> None:
    many = "&".join(f"figures-{n}-name=n{n}" for n in range(9))

    assert len(report.sheet("en").read(sent(f"figures-rows=9&{many}"))["figures"]) == 3


def test_it_takes_a_made_up_number_of_rows_for_none(report: Report) -> None:
    for number in ("", "-1", "x", "99999999999999999999", "²"):
        read = report.sheet("en").read(sent(f"figures-rows={number}&figures-0-name=A"))
        assert read["figures"] == []


def test_it_shows_a_draft_as_it_was_typed(report: Report) -> None:
    typed = answers()
    typed["figures"][0]["value"] = "twelve"

    story, figures = report.sheet("en").forms(typed)

    assert 'value="Clean bay"' in str(story.forms[0]["title"])
    assert 'value="twelve"' in str(figures.forms[0]["value"])
    assert not figures.forms[0].errors


def test_it_offers_a_blank_row_where_there_is_none_or_one_is_asked_for(report: Report) -> None:
    sheet = report.sheet("en")

    assert len(sheet.forms({})[1].forms) == 1
    assert len(sheet.forms(answers())[1].forms) == 1
    assert len(sheet.forms(answers(), blank="figures")[1].forms) == 2


def test_it_finds_nothing_wrong_with_complete_answers(report: Report) -> None:
    assert report.sheet("en").problems(answers()) == []


def test_it_names_every_field_that_lacks_or_is_wrong(report: Report) -> None:
    typed = answers(title="", kind="z")
    typed["figures"][0]["value"] = "twelve"

    paths = [problem.path for problem in report.sheet("en").problems(typed)]

    assert paths == ["story.title", "story.kind", "figures.0.value"]


def test_it_names_a_row_that_has_to_be_there_beside_all_else_and_shows_where_it_goes() -> None:
    needed = Part("figures", "Figures", Figure, row_name="Figure", most=3, is_needed=True)
    sheet = Sheet("en", (Part("story", "Story", Story), needed))
    typed = answers(title="") | {"figures": []}

    assert [problem.path for problem in sheet.problems(typed)] == ["story.title", "figures.0.name"]
    [row] = sheet.forms(typed, is_checked=True)[1].forms
    assert (row["name"].auto_id, row.errors) == ("id_figures-0-name", {})


def test_it_asks_about_several_parts_together_last(report: Report) -> None:
    typed = answers()
    typed["figures"] *= 2

    (problem,) = report.sheet("en").problems(typed)

    assert str(problem) == "Name: Twice the same name."


def test_it_shows_answers_in_words(report: Report) -> None:
    texts = report.sheet("en").texts(answers(tags=["x", "y"]))

    assert texts["story.kind"] == ("Kind", "Beach")
    assert texts["story.tags"][1] == "Ex、Why"
    assert texts["story.agreed"][1] == "是"
    assert texts["figures.0.value"] == ("Figure 1 · Value", "12.5")


def test_it_counts_texts_in_the_language_they_are_written_in(report: Report) -> None:
    for language, unit in (("en", "words"), ("zh-hans", "characters")):
        form = report.sheet(language).forms({})[0].forms[0]
        assert form.fields["text"].widget.attrs["data-count"] == unit


def test_it_takes_answers_of_another_shape_for_missing(report: Report) -> None:
    assert [p.path for p in report.sheet("en").problems({})][:2] == ["story.title", "story.text"]


def test_ticks_that_may_be_left_out_may_be_left_out(report: Report) -> None:
    sheet = report.sheet("en")
    query = sent("&".join(f"{name}={text}" for name, text in as_posted(answers(tags=[])).items()))

    assert sheet.problems(sheet.read(query)) == []
