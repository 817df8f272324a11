"""How what people hand in is judged, and by when it is asked for."""

from pathlib import Path

import environ

env = environ.Env()
environ.Env.read_env(Path(__file__).resolve().parents[2] / ".env")  # read before base has done so

# Whoever accepted or last changed a text does not publish it; needs at least two publishers.
TWO_PERSON_PUBLICATION = env.bool("TWO_PERSON_PUBLICATION", default=False)
CASE_EXPERT_REVIEWS = env.int("CASE_EXPERT_REVIEWS", default=2)  # before a case is accepted
CASE_NOTICE_DAYS = env.int("CASE_NOTICE_DAYS", default=7)  # 公示 before publication; 0 for none
CITY_REPORT_DAYS = env.int("CITY_REPORT_DAYS", default=14)  # after the end of an event
