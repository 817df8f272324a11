"""The number of the request that is being answered; it joins log, audit trail and messages."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
