"""Texts to be found among: prose of neighbouring and foreign subjects in both languages, of which
some mention in passing what questions ask for."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search.evaluation import prose
from partnership.search.sources import Found, Texts

MENTIONS: Final = 0.06  # of the texts mention a question in passing
ONLY_CHINESE, ONLY_ENGLISH = 0.45, 0.30  # of the texts; the others are in both languages
SENTENCES: Final = {CHINESE: (12, 40), ENGLISH: (5, 17)}  # bodies of 660 characters on average
FIRST_KEY: Final = 1_000_000
COUNTRIES: Final = ("CN", "CN", "CN", "ID", "MY", "PH", "SG", "TH", "VN")
THEMES: Final = (
    "urban-waste-management",
    "energy-recovery",
    "climate-action",
    "litter-monitoring",
    "capacity-building",
    "awareness-participation",
)
KINDS: Final = ("case", "news", "page", "organisation")
DAY_ONE: Final = datetime(2019, 1, 1, tzinfo=UTC)
DAYS: Final = 2_500


def distractors(number: int, questions: Sequence[str], seed: int = 1) -> Iterator[Found]:
    """Yield the same `number` of texts for the same seed and questions."""
    random = Random(seed)  # noqa: S311, texts to measure with
    for place in range(number):
        mentioned = random.choice(questions) if random.random() < MENTIONS else ""
        yield _distractor(FIRST_KEY + place, mentioned, random)


def _distractor(key: int, mentioned: str, random: Random) -> Found:
    which = random.random()
    languages = (
        (CHINESE,)
        if which < ONLY_CHINESE
        else (ENGLISH,)
        if which < ONLY_CHINESE + ONLY_ENGLISH
        else (CHINESE, ENGLISH)
    )
    since = DAY_ONE + timedelta(days=random.randrange(DAYS))
    return Found(
        object_id=key,
        texts={language: _texts(language, mentioned, random) for language in languages},
        addresses={},
        languages=languages,
        public_since=since,
        themes=(random.choice(THEMES),),
        countries=(random.choice(COUNTRIES),),
        year=since.year,
    )


def _texts(language: str, mentioned: str, random: Random) -> Texts:
    sentences = [
        prose.sentence(language, random) for _ in range(random.randint(*SENTENCES[language]))
    ]
    if mentioned:
        passing = prose.mention(language, mentioned, random)
        sentences.insert(random.randrange(1, len(sentences)), passing)
    joint = "" if language == CHINESE else " "
    title = prose.title(language, random)
    return Texts(title, joint.join(sentences[:1]), joint.join(sentences[1:]))
