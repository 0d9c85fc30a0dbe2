"""Measure the policies parser on `annotated.csv`.

    python training/policies/measure.py dev|held [--misses]

A text counts a policy as found once for each policy that it is annotated with; kind, status, actor
and target are then compared with what the annotation allows (`a/b`: either).
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

import geopolitics_model as gm

FIELDS = ("kind", "status", "actor", "target")


def wanted(cell: str) -> list[list[str]]:
    """The annotated policies of a text, each as kind, status, actor and target."""
    return [part.split(":") for part in cell.split(";") if part]


def called(dossier: gm.Dossier, id: str) -> str:
    """All names that an id goes by in a dossier, in lower case."""
    names = [id.replace("-", " ")]
    for thing in (*dossier.organisations, *dossier.persons, *dossier.places):
        if thing.id == id:
            names += [thing.name, *thing.aliases, *(m.span.text for m in thing.mentions)]
    return " ".join(names).lower()


def fits(dossier: gm.Dossier, policy: gm.Policy, policies: list[str]) -> dict[str, bool]:
    """Which of the annotated fields of a policy are right."""
    kind, status, actor, target = policies
    right = {"kind": policy.kind in kind.split("/"), "status": policy.status in status.split("/")}
    for field, name, ids in (("actor", actor, policy.actors), ("target", target, policy.targets)):
        if name:
            right[field] = any(name.lower() in called(dossier, id) for id in ids)
    return right


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("set", choices=("dev", "held"))
    options.add_argument("--misses", action="store_true")
    args = options.parse_args()
    with (Path(__file__).parent / "annotated.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["set"] == args.set]
    count: Counter[str] = Counter()
    for row, dossier in zip(rows, gm.parse_many([r["text"] for r in rows]), strict=True):
        free = list(dossier.policies)
        count["found"] += len(free)
        for policy in wanted(row["policies"]):
            count["annotated"] += 1
            scored = [(sum(fits(dossier, f, policy).values()), -n) for n, f in enumerate(free)]
            if not scored:
                if args.misses:
                    print("missed", ":".join(policy), "|", row["text"])
                continue
            best = free.pop(-max(scored)[1])
            count["right"] += 1
            for field, right in fits(dossier, best, policy).items():
                count[field] += right
                count[f"{field} annotated"] += 1
        if free and args.misses:
            print("made up", [f.title for f in free], "|", row["text"])
    precision = count["right"] / max(1, count["found"])
    recall = count["right"] / max(1, count["annotated"])
    print(f"{args.set}: {len(rows)} texts, precision {precision:.3f}, recall {recall:.3f}")
    for field in FIELDS:
        print(f"  {field}: {count[field]} of {count[f'{field} annotated']}")


if __name__ == "__main__":
    main()
