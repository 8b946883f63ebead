# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of a survey of many modules, drawn from a seed: many-modules.py NUMBER >RESULTS

Some are not analysed; the first one is named like markup, in all that a line has of text."""
import json
import random
import sys

TREES = ["drivers/net/ethernet", "drivers/net/wireless", "drivers/hwmon", "drivers/iio/adc",
         "drivers/media/dvb-frontends", "drivers/usb/serial", "drivers/gpu/drm", "sound/pci",
         "sound/soc/codecs", "net", "fs", "crypto"] + [f"drivers/bus{n}" for n in range(60)]
KINDS = ["root", "reached", "pinned", "takes-lock", "ambiguous"]
OBSTACLES = [f"{kind}: calls function_{n}()" for kind in ("pinned", "ambiguous")
             for n in range(120)]
HOSTILE = "<img src=x onerror=alert(1)>&</script><script>alert(2)</script>"


def module(draw, number):
    lines = int(draw.lognormvariate(6.5, 1.2)) + 10
    user = int(lines * draw.random() ** 2)
    both = int((lines - user) * draw.random() / 10)
    path = f"{draw.choice(TREES)}/part{number % 37}/module_{number}"
    line = {"version": 1, "module": path.rsplit("/", 1)[1], "path": path, "status": "ok",
            "files": 1, "functions": lines // 20 + 1, "lines": lines,
            "movable": {"user": {"functions": user // 20, "lines": user},
                        "both": {"functions": both // 20, "lines": both}},
            "kept": {kind: draw.randint(1, 9) for kind in KINDS},
            "roots": {"hardirq": 1}, "ambiguities": draw.randint(0, 9),
            "unsettled": {f"struct ops{draw.randint(0, 40)}.run": 2},
            "blockers": [{"name": name, "functions": 2, "lines": draw.randint(1, 90)}
                         for name in draw.sample(OBSTACLES, 8)] +
                        [{"name": "pinned", "kind": True, "functions": 9, "lines": 300}],
            "splits": True, "seconds": round(draw.random() * 9, 3), "peak_rss_kb": 90000}
    if number % 100 == 7:
        line = {"version": 1, "module": line["module"], "path": path, "status": "failed",
                "reason": f"module_{number}.c:3:1: error: unknown type name", "seconds": 0.1}
    return line


def hostile(line):
    line["path"] = "drivers/hwmon/" + HOSTILE
    line["unsettled"] = {HOSTILE: 900}
    line["blockers"][0] |= {"name": HOSTILE, "lines": 10 ** 6}
    line["kept"][HOSTILE] = 1
    return line


def main():
    draw = random.Random(11)
    for number in range(int(sys.argv[1])):
        line = module(draw, number)
        print(json.dumps(hostile(line) if number == 0 else line))


main()
