"""Chooses what computes the vectors of a model folder. The vectors are the same whoever does."""

from __future__ import annotations

from pathlib import Path

from app.backends.openvino import OpenVinoEmbedder
from app.backends.sentence_transformer import SentenceTransformerEmbedder
from app.core.errors import ModelError
from app.core.interfaces import Embedder


def fastest_embedder(folder: Path, model_id: str, threads: int) -> Embedder:
    """OpenVINO for the models and processors that it is made for, otherwise
    sentence-transformers, which reads every folder and says what is wrong with one."""
    try:
        return OpenVinoEmbedder(folder, model_id, threads)
    except Exception:  # of any kind: not installed, another kind of model, an odd processor
        pass
    try:
        return SentenceTransformerEmbedder(folder, model_id, threads)
    except ImportError as error:  # the frozen program comes without PyTorch
        raise ModelError(
            f"The search model in {folder.name} is of a kind that this build cannot compute.",
            "Use a BERT model with mean pooling, or Strongroom from its source.",
        ) from error
