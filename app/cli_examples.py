"""The command `examples`: good answers that a vault shows its model. Owns no program logic."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from app.core.prompt import Example

if TYPE_CHECKING:
    from app.cli import Context, Outcome


def examples(context: Context) -> Outcome:
    """Does what is asked for, and lists what is there then."""
    options = context.options
    with context.open() as vault:
        kept = vault.services.examples
        if options.action == "add":
            kept.add(Example(options.question, options.quote, options.answer))
        elif options.action == "remove":
            kept.remove(options.number)
        found = kept.all()
    for number, example in found.items():
        context.view.said(f"{number}. {example.question}\n   {example.quote}\n   {example.answer}")
    if not found:
        context.view.said("This vault has no examples.")
    return {"examples": [{"id": n, **asdict(one)} for n, one in found.items()]}, 0
