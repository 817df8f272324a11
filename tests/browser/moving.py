"""Going from page to page: a click alone does not wait until the page it leads to is there."""

from playwright.sync_api import Locator, Page


def follow(page: Page, what: str | Locator) -> None:
    """Click on what opens a page, and wait until that page has loaded."""
    target = page.locator(what).first if isinstance(what, str) else what
    with page.expect_navigation():
        target.click()
