"""Dossiers as one HTML file: pictures inside, no script, no form, nothing that is fetched."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape

from app.core.dossiers.layout import (
    Block,
    Facts,
    Heading,
    ImageBlock,
    Layout,
    Paragraph,
    QuoteBlock,
    Run,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; " + (
    "form-action 'none'"
)
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2125; --quiet: #5c656e; --line: #d9dde1;
  --paper: #fff; --accent: #155e9c; --soft: #f4f6f8; --warn: #8a4b00; --warn-soft: #fff5e5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaec; --quiet: #a3abb3; --line: #3a4046;
  --paper: #1b1e21; --accent: #7db8ee; --soft: #24282c; --warn: #f0b769; --warn-soft: #33291b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 56px 32px 96px; max-width: 780px; background: var(--paper);
  color: var(--ink); font: 16px/1.6 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 30px; line-height: 1.25; margin: 0 0 20px; }
h2 { font-size: 21px; line-height: 1.35; margin: 56px 0 12px; padding-top: 28px;
  border-top: 1px solid var(--line); }
h3 { font-size: 14px; color: var(--quiet); margin: 32px 0 8px; }
p { margin: 10px 0; }
a { color: var(--accent); text-decoration: none; }
sup a { font-weight: 600; padding: 0 1px; }
table { border-collapse: collapse; margin: 12px 0; font-size: 14px; }
th { text-align: left; font-weight: 400; color: var(--quiet); padding: 2px 20px 2px 0;
  vertical-align: top; white-space: nowrap; }
td { padding: 2px 0; }
blockquote { margin: 12px 0; padding: 10px 16px; border-left: 3px solid #c98a00;
  background: var(--soft); border-radius: 0 6px 6px 0; scroll-margin-top: 24px; }
blockquote p { margin: 4px 0 0; }
blockquote .where { font-size: 14px; color: var(--quiet); margin: 0; }
blockquote:target { outline: 2px solid var(--accent); }
figure { margin: 20px 0 32px; break-inside: avoid; }
figure img { display: block; width: 100%; height: auto; border: 1px solid var(--line);
  background: #fff; }
figcaption { font-size: 14px; color: var(--quiet); margin-bottom: 8px; }
code { font: 13px/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; }
.quiet, .tag { color: var(--quiet); } .tag { font-size: 14px; }
.doubt { text-decoration: underline dotted var(--warn); }
.note { color: var(--quiet); font-size: 14px; }
.source { margin: 16px 0; font-size: 15px; }
.warning { color: var(--warn); background: var(--warn-soft); padding: 10px 16px;
  border-radius: 6px; font-size: 15px; }
@media print { body { padding: 0; max-width: none; font-size: 11pt; } h2 { break-after: avoid; } }
"""


class HtmlDossier:
    """Implements `DossierFormat`."""

    def render(self, layout: Layout, folder: str) -> dict[str, bytes]:
        title = escape(layout.title)
        head = (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="referrer" content="no-referrer">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        )
        body = "\n".join(_drawn(block) for block in layout.blocks)
        return {"": f"{head}<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n".encode()}


def _drawn(block: Block) -> str:
    if isinstance(block, Heading):
        level = block.level + 1
        return f"<h{level}>{escape(block.text)}</h{level}>"
    if isinstance(block, Paragraph):
        look = f' class="{block.look}"' if block.look else ""
        return f"<p{look}>{_runs(block.runs)}</p>"
    if isinstance(block, Facts):
        rows = (f"<tr><th>{escape(n)}</th><td>{escape(v)}</td></tr>" for n, v in block.rows)
        return f"<table>{''.join(rows)}</table>"
    if isinstance(block, QuoteBlock):
        return _quote(block)
    return _image(block)


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    if run.look == "mark":
        return f'<sup><a href="#quote-{run.target}">{text}</a></sup>'
    tag = {"": "", "strong": "strong", "code": "code"}.get(run.look)
    if tag is None:
        return f'<span class="{run.look}">{text}</span>'
    return f"<{tag}>{text}</{tag}>" if tag else text


def _quote(block: QuoteBlock) -> str:
    place = f' id="quote-{block.number}"' if block.number else ""
    number = f"<strong>[{block.number}]</strong> " if block.number else ""
    where = f'<p class="where">{number}{escape(block.where)}</p>'
    return f"<blockquote{place}>{where}<p>{escape(block.text)}</p></blockquote>"


def _image(block: ImageBlock) -> str:
    data = base64.b64encode(block.png).decode("ascii")
    caption = escape(block.caption)
    return (
        f"<figure><figcaption>{caption}</figcaption>"
        f'<img alt="{caption}" src="data:image/png;base64,{data}"></figure>'
    )
