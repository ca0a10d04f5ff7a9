"""Papers that leave the screen: A4 as PDF, in a font that can spell everybody's name."""

from collections.abc import Iterable, Sequence
from typing import Any

from font_source_sans_pro import font_files_ttf
from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace
from starlette.responses import Response
from typing_extensions import override

from bomiljo.kernel.clock import OSLO, now

PDF = "application/pdf"
PDF_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"content": {PDF: {"schema": {"type": "string", "format": "binary"}}}}
}
FONT = "Source Sans"
FACES = {"": "SourceSansPro", "B": "SourceSansProSemibold"}
BOLD = FontFace(emphasis="BOLD")
MARGIN = 18.0
FULL_WIDTH = 210.0 - 2 * MARGIN


class Paper(FPDF):
    """One document; `foot` stands on every page beside its number."""

    def __init__(self, title: str, foot: str) -> None:
        super().__init__(format="A4")
        self.foot = foot
        self.set_title(title)
        self.set_lang("nb-NO")
        self.set_creator("Bomiljø")
        self.set_creation_date(now())
        self.set_margin(MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN)
        for style, face in FACES.items():
            self.add_font(FONT, style, font_files_ttf[face])
        self.set_font(FONT, size=10.5)
        self.alias_nb_pages()

    @override
    def footer(self) -> None:
        self.set_y(-12)
        self.set_font(FONT, size=9)
        self.cell(FULL_WIDTH / 2, text=self.foot)
        self.cell(FULL_WIDTH / 2, text=f"{self.page_no()} av {{nb}}", align="R")

    def heading(self, text: str, size: float = 18) -> None:
        self.set_font(FONT, "B", size)
        self.multi_cell(FULL_WIDTH, text=text, new_x="LMARGIN", new_y="NEXT")
        self.set_font(FONT, size=10.5)
        self.ln(1.5)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Each with its name before it; an empty one leaves a line to write on."""
        for name, value in pairs:
            self.set_font(FONT, "B")
            self.cell(42, 6.5, text=name)
            self.set_font(FONT)
            self.multi_cell(
                FULL_WIDTH - 42, 6.5, text=value or "_" * 40, new_x="LMARGIN", new_y="NEXT"
            )
        self.ln(2)

    def words(self, text: str) -> None:
        self.multi_cell(FULL_WIDTH, 6, text=text, new_x="LMARGIN", new_y="NEXT")
        self.ln(2)

    def rows(
        self, head: Sequence[str], rows: Iterable[Sequence[str] | str], widths: Sequence[int]
    ) -> None:
        """A table whose head comes again on each page; a row that is one text is a heading."""
        with self.table(
            col_widths=tuple(widths),
            width=FULL_WIDTH,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            line_height=5.8,
            text_align="LEFT",
        ) as table:
            table.row(head)
            for row in rows:
                if isinstance(row, str):
                    table.row().cell(row, colspan=len(head), style=BOLD)
                else:
                    table.row(row)
        self.ln(3)

    def answer(self, name: str) -> Response:
        return Response(
            bytes(self.output()),
            media_type=PDF,
            headers={"Content-Disposition": f'attachment; filename="{name}.pdf"'},
        )


def printed_today() -> str:
    return f"Skrevet ut {now().astimezone(OSLO):%d.%m.%Y}"
