"""From the outbox to the mail server: claim a row, send it, write down what came of it."""
