"""Checklists on paper can be handed out: pages, size, fonts, QR code, marks."""

from __future__ import annotations

import io
import json
from pathlib import Path
from urllib.parse import urlparse

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from generator.model.edition import Edition
from generator.outputs.checklists import checklist_data, checklist_pdf


@pytest.fixture(scope="module")
def paper(real: Edition) -> bytes:
    """The checklists of the field-work standard."""
    return checklist_pdf(real.documents["g208-01"], real)


def test_two_pages_and_ten_points(paper: bytes) -> None:
    """The whole standard's checklists fit on two A4 pages, and the items are set in 10 pt or more."""
    reader = PdfReader(io.BytesIO(paper))
    assert len(reader.pages) <= 2
    assert [round(float(v)) for v in reader.pages[0].mediabox[2:]] == [595, 842]
    sizes: dict[str, float] = {}

    def note(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if "先验电" in text or "签名" in text:
            sizes[text] = size * matrix[3] if matrix[3] else size

    reader.pages[0].extract_text(visitor_text=note)
    assert sizes
    assert min(map(abs, sizes.values())) >= 10


def test_marks(paper: bytes, real: Edition) -> None:
    """Every page says that paper is uncontrolled and which page of how many; critical items carry a star."""
    reader = PdfReader(io.BytesIO(paper))
    pages = [page.extract_text() for page in reader.pages]
    for number, text in enumerate(pages, 1):
        assert "打印件为非受控文件" in text
        assert f"第 {number} 页 共 {len(pages)} 页" in text
    critical = sum(i.critical for c in real.documents["g208-01"].checklists for i in c.items)
    assert critical > 0
    assert "".join(pages).count("★") >= critical


def test_tagged_with_embedded_fonts(paper: bytes) -> None:
    """The file is tagged, says its language and title, and embeds only the wheel's fonts."""
    reader = PdfReader(io.BytesIO(paper))
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert str(catalogue["/Lang"]).lower().startswith("zh")
    assert "营销现场作业安全管理" in str(reader.metadata.title if reader.metadata else "")
    fonts = {f.get_object()["/BaseFont"] for page in reader.pages for f in page["/Resources"]["/Font"].values()}
    assert fonts
    assert all("NotoS" in font.replace("+", "") for font in fonts)


def test_the_code_opens_the_standard(paper: bytes, real: Edition, site: Path) -> None:
    """The QR code read from the rendered page is an address that the built site serves."""
    image = pypdfium2.PdfDocument(paper)[0].render(scale=3).to_pil()
    read = zxingcpp.read_barcodes(image)
    assert len(read) == 1
    assert read[0].text.startswith(real.corpus.settings.site_url)
    assert (site / urlparse(read[0].text).path.lstrip("/") / "index.html").is_file()


def test_same_bytes_twice(paper: bytes, real: Edition) -> None:
    """The same standards on the same day give the same file."""
    assert checklist_pdf(real.documents["g208-01"], real) == paper


def test_json_says_the_same(real: Edition) -> None:
    """The data twin holds every item with its clause."""
    document = real.documents["z304-01"]
    made = json.loads(checklist_data(document, real))
    items = [i for c in made["checklists"] for i in c["items"]]
    assert [i["id"] for i in items] == [i.id for c in document.checklists for i in c.items]
    assert all(document.entries[i["ref"].partition("#")[2]].number == i["number"] for i in items)
