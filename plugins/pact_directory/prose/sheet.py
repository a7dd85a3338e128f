"""What has been written of a text so far: its HTML, and the same words without markup."""

from dataclasses import dataclass


class SafeHtml(str):
    """HTML that a template may print as it is. Made by `prose.render` and nowhere else."""

    __slots__ = ()

    def __html__(self) -> str:
        """Answer a template that asks whether this still needs escaping."""
        return str(self)


@dataclass(frozen=True, slots=True)
class Opened:
    """An element whose opening tag is settled only when its content is known."""

    offset: int
    html_at: int
    text_at: int


class Sheet:
    """The two columns that grow side by side."""

    def __init__(self) -> None:
        self.html: list[str] = []
        self.text: list[str] = []

    def open_later(self, offset: int) -> Opened:
        """Leave room for an opening tag."""
        opened = Opened(offset, len(self.html), len(self.text))
        self.html.append("")
        return opened

    def text_since(self, opened: Opened) -> str:
        """Return the words inside an element, on one line."""
        return " ".join("".join(self.text[opened.text_at :]).split())

    def settle(self, opened: Opened, opening: str, closing: str) -> None:
        """Write an element's opening tag where it belongs, and close it here."""
        self.html[opened.html_at] = opening
        self.html.append(closing)

    def plain_text(self) -> str:
        """Return the words alone, without empty lines."""
        lines = (" ".join(line.split()) for line in "".join(self.text).split("\n"))
        return "\n".join(line for line in lines if line)

    def clear(self) -> None:
        """Throw everything away."""
        self.html.clear()
        self.text.clear()


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: only spaces and invisible characters."""
    if text[:1].isalnum():  # Nearly always, and much quicker than looking at every letter.
        return False
    return not any(letter.isprintable() and not letter.isspace() for letter in text)
