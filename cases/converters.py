"""What may stand in an address of the case collection."""


class CaseNumberConverter:
    """A case number in either letter case; pages redirect to capitals."""

    regex = "[Cc][Nn]-[Aa][Ss]-[0-9]{4}-[0-9]{3,6}"

    def to_python(self, value: str) -> str:
        return value.upper()

    def to_url(self, value: str) -> str:
        return value


class CaseSlugConverter:
    """A short name in either language: letters of any script, digits, hyphens."""

    regex = r"[\w-]{1,120}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
