"""What anybody may use without an account: the data under a licence, the forms within limits."""

from pathlib import Path

import environ

env = environ.Env()
environ.Env.read_env(Path(__file__).resolve().parents[2] / ".env")  # read before base has done so

# Under what licence the public collection may be used; both stand in every download.
DATA_LICENCE = env.str("DATA_LICENCE", default="CC BY 4.0")
DATA_LICENCE_URL = env.str(
    "DATA_LICENCE_URL", default="https://creativecommons.org/licenses/by/4.0/"
)

# Forms anybody may send (core/tickets.py).
PROOF_OF_WORK_BITS = env.int("PROOF_OF_WORK_BITS", default=14)  # zero bits a browser has to find
PUBLIC_FORMS_PER_NETWORK = env.int("PUBLIC_FORMS_PER_NETWORK", default=20)  # an hour
PUBLIC_FORMS_IN_ALL = env.int("PUBLIC_FORMS_IN_ALL", default=500)  # an hour

MEMBERSHIP_REQUEST_RETENTION_DAYS = 180  # after the decision
ENQUIRY_RETENTION_DAYS = 365  # after the answer
SEARCH_LOG_RETENTION_DAYS = 90  # of what was searched for; nothing says by whom
SEARCH_LOG_SINGLE_DAYS = 7  # of what was not searched for again
