"""Where mails of the portal end up in these tests."""

from partnership.accounts.mail import Mail

received: list[Mail] = []


def keep(mail: Mail) -> None:
    if not mail.is_rehearsal:
        received.append(mail)


def link(mail: Mail) -> str:
    """Return the path of the one link that is not the portal's home page."""
    [address] = [word for word in mail.text.split() if word.startswith("http://testserver/")][:1]
    return address.removeprefix("http://testserver")
