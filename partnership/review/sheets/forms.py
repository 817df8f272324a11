"""The forms sheets are made of."""

from typing import Any, ClassVar

from django import forms

from partnership.core import languages

# Unit, least and most of a text, as the browser counts while it is typed; 0 for no limit of its own.
Length = tuple[str, int, int]


class SheetForm(forms.Form):
    """One part, or one row of a part, written in `language`.

    `lengths` says for a field how long its text is meant to be in each language.
    """

    lengths: ClassVar[dict[str, dict[str, Length]]] = {}
    use_required_attribute = False  # a draft may be saved with gaps

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        for name in self.typed():
            self.fields[name].widget.attrs["lang"] = languages.tag(language)
        for name, by_language in self.lengths.items():
            unit, least, most = by_language[language]
            counted = {"data-count": unit, "data-least": least, "data-most": most}
            self.fields[name].widget.attrs.update(counted)

    @classmethod
    def typed(cls) -> list[str]:
        """Return the names of the texts that are written freely."""
        return [name for name, field in cls.base_fields.items() if type(field) is forms.CharField]

    def count_as_part_of_whole(self) -> None:
        """Let the browser add the texts of this form to the length of the whole."""
        for name in self.typed():
            self.fields[name].widget.attrs["data-whole-part"] = True

    @classmethod
    def is_blank(cls, values: dict[str, Any]) -> bool:
        """Tell whether nothing was filled in: what a field begins with does not count."""
        return all(
            values.get(name) in ("", None, [], False) or str(values.get(name)) == str(field.initial)
            for name, field in cls.base_fields.items()
        )


def unit_of(language: str) -> str:
    """Return how texts are counted: Chinese by characters, English by words."""
    return "characters" if language == languages.CHINESE else "words"
