"""A BERT encoder as an OpenVINO model: rows of embedded tokens in, their mean out.

Owns the graph; imports OpenVINO only when one is made, and computes nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from app.backends.bert_folder import BertFolder, Floats

GROUP = 64
"""Neighbours in a row that share a scale: of the weights here, of what meets them in OpenVINO."""
_LARGEST = 127
"""The largest weight in eight bits."""


def encoder_of(folder: BertFolder) -> Any:
    """An `openvino.Model`: (1, tokens, size) to (1, size), for any number of tokens."""
    import openvino
    from openvino import opset13

    rows = opset13.parameter([1, -1, folder.size], np.float32)
    hidden = _Graph(opset13, folder).encoded(rows)
    mean = opset13.reduce_mean(hidden, opset13.constant(np.array([1])), False)
    return openvino.Model([mean], [rows], "encoder")


class _Graph:
    """Puts the layers together. Nodes are OpenVINO's."""

    def __init__(self, operations: Any, folder: BertFolder) -> None:
        self._make = operations
        self._folder = folder

    def encoded(self, rows: Any) -> Any:
        hidden = self._normed(rows, "embeddings.LayerNorm")
        for number in range(self._folder.layers):
            layer = f"encoder.layer.{number}"
            attended = self._linear(
                self._attended(hidden, layer), f"{layer}.attention.output.dense"
            )
            hidden = self._normed(
                self._make.add(hidden, attended), f"{layer}.attention.output.LayerNorm"
            )
            inner = self._make.gelu(self._linear(hidden, f"{layer}.intermediate.dense"), "erf")
            outer = self._linear(inner, f"{layer}.output.dense")
            hidden = self._normed(self._make.add(hidden, outer), f"{layer}.output.LayerNorm")
        return hidden

    def _attended(self, hidden: Any, layer: str) -> Any:
        """Queries, keys and values are made in one go: the processor likes few large products."""
        make, size = self._make, self._folder.size
        names = [f"{layer}.attention.self.{name}" for name in ("query", "key", "value")]
        together = make.variadic_split(
            self._linear(hidden, *names), self._numbers(2), self._numbers(size, size, size)
        )
        heads = self._numbers(0, 0, self._folder.heads, size // self._folder.heads)
        swapped = self._numbers(0, 2, 1, 3)
        parts = [
            make.transpose(make.reshape(together.output(i), heads, True), swapped) for i in range(3)
        ]
        attended = make.transpose(make.scaled_dot_product_attention(*parts), swapped)
        return make.reshape(attended, self._numbers(0, 0, size), True)

    def _linear(self, values: Any, *names: str) -> Any:
        weights = np.concatenate([self._folder.weight(f"{name}.weight") for name in names])
        bias = np.concatenate([self._folder.weight(f"{name}.bias") for name in names])
        product = self._make.matmul(values, self._matrix(weights), False, True)
        return self._make.add(product, self._make.constant(bias[None, None]))

    def _matrix(self, weights: Floats) -> Any:
        """In eight bits: processors multiply these several times faster than floats."""
        make, (height, width) = self._make, weights.shape
        group = GROUP if width % GROUP == 0 else width
        groups = weights.reshape(height, width // group, group)
        scales = np.abs(groups).max(axis=2, keepdims=True) / _LARGEST + np.float32(1e-30)
        small = np.round(groups / scales).astype(np.int8)
        whole = make.multiply(make.convert(make.constant(small), np.float32), make.constant(scales))
        return make.reshape(whole, self._numbers(height, width), False)

    def _normed(self, values: Any, name: str) -> Any:
        make, weight = self._make, self._folder.weight
        even = make.mvn(values, self._numbers(2), True, self._folder.epsilon, "inside_sqrt")
        scaled = make.multiply(even, make.constant(weight(f"{name}.weight")[None, None]))
        return make.add(scaled, make.constant(weight(f"{name}.bias")[None, None]))

    def _numbers(self, *numbers: int) -> Any:
        return self._make.constant(np.array(numbers, np.int64))
