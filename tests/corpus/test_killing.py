"""A build that is killed and run again ends with the bytes of one that was left alone.

`KILLS=50 pytest tests/corpus/test_killing.py` kills it more often.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

pytest.importorskip("pyarrow")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of a process with the model")
def test_killed_and_run_again() -> None:
    kills = int(os.environ.get("KILLS", "8"))
    command = [sys.executable, "-m", "tests.corpus.killing", str(kills), "20261124"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    result = json.loads(run.stdout)
    assert result["kills"] == kills
    assert result["steps"] > 50
    assert result["wrong"] == []
