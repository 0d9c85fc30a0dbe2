"""The networks in torch, for training only; `parsers.triggers.model` runs them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from geopolitics_model.language import words


class Network(nn.Module):
    """Word vectors, further dense columns and one-hot columns to outputs.

    Words are hidden at random in training.
    """

    def __init__(
        self, roles: int, dense: int, sorts: int, outputs: int, settings: Mapping[str, Any]
    ) -> None:
        super().__init__()
        table = torch.from_numpy(words.load().vectors)
        self.register_buffer("table", table, persistent=False)
        self.settings = settings
        hidden = settings["hidden"]
        self.a = nn.Linear(table.shape[1] * roles + dense, hidden)
        self.b = nn.Linear(sorts, hidden, bias=False)
        self.c = nn.Linear(hidden, hidden)
        self.out = nn.Linear(hidden, outputs)

    def forward(self, rows: Tensor, dense: Tensor, sorts: Tensor) -> Tensor:
        x = self.table[rows]
        if self.training:
            x = x * (torch.rand(rows.shape) > self.settings["hide"]).float()[..., None]
        x = torch.cat([x.flatten(1), dense], 1)
        x = functional.dropout(x, self.settings["drop_input"], self.training)
        h = functional.dropout(
            torch.relu(self.a(x) + self.b(sorts)), self.settings["drop"], self.training
        )
        h = functional.dropout(h + torch.relu(self.c(h)), self.settings["drop"], self.training)
        scores: Tensor = self.out(h)
        return scores

    def export(self) -> dict[str, np.ndarray]:
        """The weights under the names that the library reads."""
        return {k: v.detach().numpy() for k, v in self.state_dict().items()}


def fit(
    network: Network, tensors: dict[str, Tensor], loss: Any, settings: Mapping[str, Any]
) -> Network:
    """Train on rows in random order; `loss` of the outputs and a batch of the tensors."""
    n, size = len(tensors["rows"]), settings["batch"]
    optimiser = torch.optim.AdamW(
        network.parameters(), settings["rate"], weight_decay=settings["decay"]
    )
    steps = settings["epochs"] * ((n + size - 1) // size)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, settings["rate"], total_steps=steps)
    network.train()
    for _ in range(settings["epochs"]):
        for chosen in torch.randperm(n).split(size):
            batch = {name: tensor[chosen] for name, tensor in tensors.items()}
            optimiser.zero_grad()
            loss(network(batch["rows"], batch["dense"], batch["sorts"]), batch).backward()
            optimiser.step()
            pace.step()
    return network.eval()
