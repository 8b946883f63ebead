#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What liar.c wants to know of a plan, as text.

  liar-plan.py PLAN.JSON            the extract, see liar-plan.h
  liar-plan.py PLAN.JSON LIES.LOG   which kinds of lies met which handlers, as a table
"""
import collections
import json
import sys


def parameter(param, records):
    kind = param["pass"]
    if kind == "pointer":
        return "p%d" % records.get(param.get("record"), 0)
    if kind == "buffer":
        return {"r": "r", "w": "w"}.get(param.get("access"), "b")
    return {"string": "s", "format": "s", "function": "f"}.get(kind, "i")


def extract(plan):
    records = {r["name"]: r["number"] for r in plan["records"]}
    numbers = {d["name"]: d["number"] for d in plan["downcalls"]}
    for d in plan["downcalls"]:
        print("downcall", d["number"], d["name"],
              *[parameter(p, records) for p in d["parameters"] if p["pass"] not in ("void", "drop")])
    for u in plan["upcalls"]:
        print("upcall", u["number"], u["name"],
              *[numbers[a] for a in u["allowed"] if a in numbers])
    for r in plan["records"]:
        letters = ["p" if f["kind"] in ("pointer", "string", "function") else "i" for f in r["fields"]]
        letters = [c.upper() if "w" in f["access"] else c for c, f in zip(letters, r["fields"])]
        if letters:
            print("record", r["number"], "".join(letters))


def table(plan, log):
    names = {str(d["number"]): d["name"] for d in plan["downcalls"]}
    names.update(("u%d" % u["number"], u["name"] + "()") for u in plan["upcalls"])
    met = collections.defaultdict(collections.Counter)
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            words = line.split()
            if line.startswith("liar: ") and len(words) > 3 and words[3] in names:
                met[words[3]][words[1]] += 1
    for key, name in names.items():
        kinds = " ".join("%s %d" % (k, n) for k, n in sorted(met[key].items()))
        print("  %-34s %s" % (name, kinds or "-"))
    hit = sum(1 for k in names if met[k])
    print("  %d of %d handlers and results were lied to, in %d pairs of handler and kind" %
          (hit, len(names), sum(len(m) for m in met.values())))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    if len(sys.argv) > 2:
        table(plan, sys.argv[2])
    else:
        extract(plan)


main()
