"""The tagger in torch, for training only; `geopolitics_model.language.mention_tagger` runs it."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from geopolitics_model.language.mention_tagger import _END, _START, _STEP, TAGS

PIECES = 3


class Maxout(nn.Module):
    """Three linear pieces, the largest wins, then layer normalisation."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, outputs * PIECES)
        self.norm = nn.LayerNorm(outputs)

    def forward(self, x: Tensor) -> Tensor:
        pieces = self.linear(x).view(*x.shape[:-1], PIECES, -1)
        normed: Tensor = self.norm(pieces.max(-2).values)
        return normed

    def export(self, name: str) -> dict[str, NDArray[np.float32]]:
        return {
            f"{name}.weight": self.linear.weight.detach().numpy().T,
            f"{name}.bias": self.linear.bias.detach().numpy(),
            f"{name}.gain": self.norm.weight.detach().numpy(),
            f"{name}.shift": self.norm.bias.detach().numpy(),
        }


class Network(nn.Module):
    """Mixing layer, window layers with residual connections, tag scores, transitions (a CRF)."""

    def __init__(self, inputs: int, width: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.mix = Maxout(inputs, width)
        self.windows = nn.ModuleList([Maxout(3 * width, width) for _ in range(layers)])
        self.out = nn.Linear(width, len(TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.register_buffer("start", torch.from_numpy(_START))
        self.register_buffer("step", torch.from_numpy(_STEP))
        self.register_buffer("end", torch.from_numpy(_END))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Tag scores (batch, tokens, tags); `mask` is 1 at tokens and 0 at padding."""
        hidden = self._drop(self.mix(self._drop(x))) * mask[..., None]
        for window in self.windows:
            padded = functional.pad(hidden, (0, 0, 1, 1))
            seen = torch.cat([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]], -1)
            hidden = (hidden + self._drop(window(seen))) * mask[..., None]
        scores: Tensor = self.out(hidden)
        return scores

    def loss(self, x: Tensor, tags: Tensor, mask: Tensor, *, sequence: bool) -> Tensor:
        """Negative log likelihood of a text's tags, one by one or as a `sequence` (slower)."""
        scores = self(x, mask)
        if not sequence:
            one_by_one = functional.cross_entropy(scores.transpose(1, 2), tags, reduction="none")
            return (one_by_one * mask).sum() / len(x)
        steps = self.transitions + self.step
        alpha = scores[:, 0] + self.start
        gold = alpha.gather(1, tags[:, :1])[:, 0]
        for t in range(1, scores.shape[1]):
            here = mask[:, t]
            following = torch.logsumexp(alpha[:, :, None] + steps, 1) + scores[:, t]
            alpha = torch.where(here[:, None] > 0, following, alpha)
            one = scores[:, t].gather(1, tags[:, t : t + 1])[:, 0]
            gold = gold + (steps[tags[:, t - 1], tags[:, t]] + one) * here
        return (torch.logsumexp(alpha + self.end, 1) - gold).mean()

    def export(self) -> dict[str, NDArray[np.float32]]:
        """The weights under the names that the library reads."""
        arrays = self.mix.export("mix")
        for i, window in enumerate(self.windows):
            assert isinstance(window, Maxout)
            arrays |= window.export(f"window{i}")
        return arrays | {
            "out.weight": self.out.weight.detach().numpy().T,
            "out.bias": self.out.bias.detach().numpy(),
            "transitions": self.transitions.detach().numpy(),
        }

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.dropout, self.training)
