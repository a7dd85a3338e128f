"""PDFs as those see them who print them, or copy their words."""

from io import BytesIO

import pypdfium2
from PIL import Image


def pictures(content: bytes, dots: int = 100) -> list[Image.Image]:
    """The sides of a PDF as a printer of so many dots an inch would make them."""
    document = pypdfium2.PdfDocument(BytesIO(content))
    try:
        return [page.render(scale=dots / 72).to_pil() for page in document]
    finally:
        document.close()


def words_of(content: bytes) -> str:
    """The words of a PDF, as they are copied out of it."""
    document = pypdfium2.PdfDocument(BytesIO(content))
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(texts).split())
