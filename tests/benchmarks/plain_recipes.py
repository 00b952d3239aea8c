"""The plain recipes of LangChain and LlamaIndex, as their own guides show them: PDFs in, pages out.

    OTHER_PYTHON plain_recipes.py langchain|llamaindex FOLDER QUESTIONS.jsonl MODEL WORK

`against_others` runs this with a Python that has those libraries; it uses nothing of ours. It
prints JSON: seconds since the start, and for each question the pages that were found, best first.
MODEL is a sentence-transformers folder; its prompts, if it has any, are given to the recipe.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

DEEP = 50
"""Chunks that are looked through for the first five pages."""
Places = list[tuple[str, int]]
"""File name and page, from 1."""
Find = Callable[[str], Places]
Tell = Callable[[str], None]


def langchain(files: Sequence[Path], model: str, work: Path, tell: Tell) -> tuple[int, Find]:
    """PyPDFLoader, RecursiveCharacterTextSplitter, HuggingFaceEmbeddings, Chroma."""
    loaders: Any = import_module("langchain_community.document_loaders")
    splitters: Any = import_module("langchain_text_splitters")
    pages = [page for file in files for page in loaders.PyPDFLoader(str(file)).load()]
    tell("read")
    splitter = splitters.RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    chunks = splitter.split_documents(pages)
    prompts = prompts_of(model)
    embeddings = import_module("langchain_huggingface").HuggingFaceEmbeddings(
        model_name=model,
        encode_kwargs={"prompt": prompts.get("document", "")},
        query_encode_kwargs={"prompt": prompts.get("query", "")},
    )
    store = import_module("langchain_chroma").Chroma.from_documents(
        chunks, embeddings, persist_directory=str(work / "chroma")
    )

    def find(question: str) -> Places:
        found = store.similarity_search(question, k=DEEP)
        return [(Path(x.metadata["source"]).name, int(x.metadata["page"]) + 1) for x in found]

    return len(chunks), find


def llamaindex(files: Sequence[Path], model: str, work: Path, tell: Tell) -> tuple[int, Find]:
    """SimpleDirectoryReader, VectorStoreIndex with its own splitter and store, kept in a folder."""
    core: Any = import_module("llama_index.core")
    pages: list[Any] = []
    for file in files:
        read = core.SimpleDirectoryReader(input_files=[str(file)]).load_data()
        for number, page in enumerate(read, start=1):
            page.metadata["place"] = number
        pages += read
    tell("read")
    prompts = prompts_of(model)
    embedding = import_module("llama_index.embeddings.huggingface").HuggingFaceEmbedding(
        model_name=model,
        query_instruction=prompts.get("query", ""),
        text_instruction=prompts.get("document", ""),
    )
    index = core.VectorStoreIndex.from_documents(pages, embed_model=embedding)
    index.storage_context.persist(str(work / "index"))
    retriever = index.as_retriever(similarity_top_k=DEEP)

    def find(question: str) -> Places:
        found = [node.metadata for node in retriever.retrieve(question)]
        return [(str(x["file_name"]), int(x["place"])) for x in found]

    return len(index.docstore.docs), find


def prompts_of(model: str) -> dict[str, str]:
    told = json.loads((Path(model) / "config_sentence_transformers.json").read_text("utf-8"))
    return dict(told.get("prompts") or {})


def main() -> None:
    started = time.perf_counter()
    recipe = {"langchain": langchain, "llamaindex": llamaindex}[sys.argv[1]]
    folder, questions, model, work = sys.argv[2:]
    seconds: dict[str, float] = {}

    def tell(what: str) -> None:
        seconds[what] = round(time.perf_counter() - started, 2)
        print(json.dumps({"told": what}), flush=True)

    chunks, find = recipe(sorted(Path(folder).glob("*.pdf")), model, Path(work), tell)
    tell("vectors")
    lines = Path(questions).read_text("utf-8").splitlines()
    found = [find(str(json.loads(line)["question"])) for line in lines]
    seconds["end"] = round(time.perf_counter() - started, 2)
    print(json.dumps({"chunks": chunks, "seconds": seconds, "found": found}), flush=True)


if __name__ == "__main__":
    main()
