"""A plain Word file: what is typed is text, whatever signs stand in it."""

import io
import zipfile
from xml.etree import ElementTree

from partnership.core.publishing.word import NAMESPACE, Paragraph, document


def root_of(file: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert "[Content_Types].xml" in archive.namelist()
        return ElementTree.fromstring(archive.read("word/document.xml"))


def test_texts_are_set_literally_in_their_language() -> None:
    root = root_of(
        document(
            [
                Paragraph("海洋 <垃圾> & \x0b塑料\n第二行", "zh-hans", is_bold=True),
                Paragraph("Marine litter", "en", breaks=True),
            ]
        )
    )

    texts = [node.text for node in root.iter(f"{{{NAMESPACE}}}t")]
    assert texts == ["海洋 <垃圾> & 塑料", "第二行", "Marine litter"]
    languages = [node.get(f"{{{NAMESPACE}}}val") for node in root.iter(f"{{{NAMESPACE}}}lang")]
    assert languages == ["zh-CN", "en-GB"]
    assert len(list(root.iter(f"{{{NAMESPACE}}}pageBreakBefore"))) == 1
    assert len(list(root.iter(f"{{{NAMESPACE}}}br"))) == 1
