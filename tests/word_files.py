"""Word and OpenDocument files, built of their own XML as the programs that make them write it."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from warnings import catch_warnings

OFFICE = "http://schemas.openxmlformats.org"
REL = f"{OFFICE}/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": f"{OFFICE}/wordprocessingml/2006/main",
        "r": REL,
        "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{OFFICE}/drawingml/2006/main",
        "pic": f"{OFFICE}/drawingml/2006/picture",
        "c": f"{OFFICE}/drawingml/2006/chart",
        "m": f"{OFFICE}/officeDocument/2006/math",
        "mc": f"{OFFICE}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
JPEG = (Path(__file__).parent.parent / "articles/desk/importers/samples/nile-water.dam.jpg").read_bytes()
END = ("المصدر: مركز شاف لتحليل الأزمات والدراسات المستقبلية", "الكاتب: منى فهمي", "التاريخ: 16/11/2025")


def zipped(parts: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]], *, packed: bool = True) -> bytes:
    out = io.BytesIO()
    with (
        catch_warnings(action="ignore"),
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive,
    ):
        for name, content in parts.items() if isinstance(parts, Mapping) else parts:
            archive.writestr(name, content)
    return out.getvalue()


def relationships(rows: str) -> str:
    return f'<?xml version="1.0"?><Relationships xmlns="{OFFICE}/package/2006/relationships">{rows}</Relationships>'


def relationship(key: str, kind: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{key}" Type="{REL}/{kind}" Target="{target}"{mode}/>'


def part(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {NAMESPACES}>{content}</w:{name}>'


def parts(
    body: str,
    *,
    rels: str = "",
    media: Mapping[str, bytes] | None = None,
    content_type: str = MAIN,
    more: Mapping[str, str | bytes] | None = None,
    **stories: str,
) -> dict[str, str | bytes]:
    """`stories`: styles, numbering, footnotes, endnotes, comments, header."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{OFFICE}/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>'
        ),
        "_rels/.rels": relationships(relationship("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
    }
    for name, content in stories.items():
        found[f"word/{name}.xml"] = part("hdr" if name == "header" else name, content)
        rels += relationship(f"r{name}", name, f"{name}.xml")
    for name, data in (media or {}).items():
        found[f"word/media/{name}"] = data
        rels += relationship(name.replace(".", ""), "image", f"media/{name}")
    found["word/_rels/document.xml.rels"] = relationships(rels)
    return found | dict(more or {})


def docx(body: str, **given: object) -> bytes:
    return zipped(parts(body, **given))


def p(*content: str, style: str = "", properties: str = "") -> str:
    """Each piece is text, or XML of what stands in a paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(piece if piece.startswith("<") else r(piece) for piece in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def report(*blocks: str, title: str = "عنوان التقرير", end: Iterable[str] = END) -> str:
    """A whole report of these blocks."""
    return p(title) + "".join(blocks) + "".join(map(p, end))


def style(key: str, name: str, properties: str = "", *, kind: str = "paragraph", based_on: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{based}{properties}</w:style>'


def level(number: int, form: str = "decimal", text: str = "%1.", start: int = 1) -> str:
    properties = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{properties}</w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0)}{level(1, "arabicAlpha")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "o")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def li(*content: str, number: int = 1, at: int = 0, style: str = "") -> str:
    listed = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(*content, properties=listed, style=style)


def tc(*content: str, properties: str = "") -> str:
    inner = "".join(piece if piece.startswith("<w:p") else p(piece) for piece in content) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    content = "".join(cell if cell.startswith("<w:tc") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def tbl(*rows: str, properties: str = "<w:bidiVisual/>", grid: int = 0) -> str:
    columns = '<w:gridCol w:w="2000"/>' * grid
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def picture(key: str, alt: str = "", *, link: bool = False) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic>'
        f'<a:graphicData uri="{OFFICE}/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f'<a:blip r:{"link" if link else "embed"}="{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def chart(alt: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="2" name="Chart 1" descr="{alt}"/><a:graphic>'
        f'<a:graphicData uri="{OFFICE}/drawingml/2006/chart"><c:chart r:id="chart1"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def text_box(*blocks: str) -> str:
    """As Word 2010 and later write it: a shape, and the same in VML for older ones."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def deleted(text: str) -> str:
    return (
        f'<w:del w:id="1" w:author="س" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>{text}</w:delText></w:r></w:del>'
    )


def inserted(text: str) -> str:
    return f'<w:ins w:id="2" w:author="س" w:date="2025-01-01T00:00:00Z">{r(text)}</w:ins>'


def noted(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, *blocks: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{"".join(blocks)}</w:{kind}>'


def comment(number: int, text: str, by: str = "سلمى") -> str:
    return f'<w:comment w:id="{number}" w:author="{by}" w:date="2025-01-01T00:00:00Z">{p(text)}</w:comment>'


def commented(number: int, text: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{r(text)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def field(instruction: str, shown: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODF = (
    " ".join(
        f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "text": "text",
            "style": "style",
            "table": "table",
            "draw": "drawing",
            "svg": "svg-compatible",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt(body: str, *, automatic: str = "", named: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """`body` stands in office:text; `automatic` and `named` are styles."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": (
                f'<office:document-content {ODF} office:version="1.3"><office:automatic-styles>{automatic}'
                f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
                "</office:document-content>"
            ),
            "styles.xml": (
                f'<office:document-styles {ODF} office:version="1.3"><office:styles>{named}</office:styles>'
                "</office:document-styles>"
            ),
        }
        | dict(more or {})
    )


def tp(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def odt_report(*blocks: str, title: str = "عنوان التقرير") -> str:
    return tp(title) + "".join(blocks) + "".join(map(tp, END))
