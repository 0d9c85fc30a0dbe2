"""The same bytes whatever the hash seed of the interpreter."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
import geopolitics_model as gm
from geopolitics_model.formats import yaml
from tests.model.world import *

other = gm.Article(text=ARTICLE.text + " NATO.")
again = dossier(
    articles=(other,), statements=(), persons=(), times=(), places=(),
    organisations=(gm.Organisation(id=NATO.id, name="Nato", aliases=("a", "b", "c"), mentions=(
        gm.Mention(span=span("NATO", other)),)),),
)
both = dossier() | again
sys.stdout.buffer.write(gm.dumps(both) + yaml.dumps(both) + repr(gm.json_schema()).encode())
"""


def test_two_hash_seeds() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 1000
