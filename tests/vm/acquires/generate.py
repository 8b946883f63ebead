#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""
A driver from recipes.yaml that takes and gives back what the knowledge base knows to be
acquired, in either half.

    generate.py --check            is there a recipe for every "acquires"?
    generate.py DIR GROUP          the driver of a group, with its hints
    generate.py --scoped           drivers that hold nothing when their probe returns
    generate.py --moved PLAN GROUP did what the recipes want in the user half move?

Of each function there are a probe and a remove in either half, and the four drivers
that they make: NAME-kk, -ku, -uk, -uu (taken by, given back by).
"""
import json
import os
import re
import sys

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ANNOTATIONS = os.path.join(HERE, "..", "..", "..", "annotations", "linux")
HALVES = ("k", "u")
PDEV = {"platform": "platform_device", "pci": "pci_dev"}

FILE = """// SPDX-License-Identifier: GPL-2.0-only
#include "acquires.h"

{top}
static int {name}_setup(struct acq *a)
{{
{setup}
	return 0;
}}
"""

PROBE = """
static int {name}_probe_{half}(struct {pdev} *pdev{more})
{{
	struct acq *a = acq_new(&pdev->dev);
	int err;

	if (!a)
		return -ENOMEM;
	a->dev = &pdev->dev;
	a->pdev = pdev;
	{set_id}
	{bus}_set_drvdata(pdev, a);
	err = {name}_setup(a);
	if (err)
		return err;
	{call}
}}
"""

TAKE = """
static int {name}_take_{half}(struct acq *a)
{{
{take}
}}
"""

SCOPED = """
static int {name}_lock_{half}(struct acq *a)
{{
{take}
	return 0;
}}

static void {name}_unlock_{half}(struct acq *a)
{{
	{give}
}}
"""

REMOVE = """
static {returns} {name}_remove_{half}(struct {pdev} *pdev)
{{
	struct acq *a = {bus}_get_drvdata(pdev);

	{give}{result}
}}
"""

PLATFORM = """
static struct platform_driver {name}_{pair} = {{
	.probe = {name}_probe_{first},
	.remove = {name}_remove_{second},
	.driver = {{ .name = "{name}-{pair}" }},
}};
"""

PCI = """
static struct pci_driver {name}_{pair} = {{
	.name = "{name}-{pair}",
	.id_table = acquires_ids,
	.probe = {name}_probe_{first},
	.remove = {name}_remove_{second},
}};
"""


def load():
    with open(os.path.join(HERE, "recipes.yaml"), encoding="utf-8") as file:
        return yaml.safe_load(file)


def facts():
    """Functions of the knowledge base that acquire something."""
    found = {}
    for name in sorted(os.listdir(ANNOTATIONS)):
        if not name.endswith(".yaml"):
            continue
        with open(os.path.join(ANNOTATIONS, name), encoding="utf-8") as file:
            for document in yaml.safe_load_all(file):
                for function, fact in (document.get("functions") or {}).items():
                    if fact and "acquires" in fact:
                        found[function] = fact
    return found


def check():
    known = facts()
    recipes = {}
    wrong = []
    for group in load().values():
        for name, recipe in group.items():
            if name in recipes:
                wrong.append(f"{name}: two recipes")
            recipes[name] = recipe
    wrong += [f"{name}: acquires {known[name]['acquires']}, and recipes.yaml has neither a recipe "
              "nor a reason" for name in known if name not in recipes]
    wrong += [f"{name}: a recipe for what acquires nothing" for name in recipes if name not in known]
    for name, recipe in recipes.items():
        pinned = known.get(name, {}).get("route") == "pinned"
        if pinned != bool(recipe.get("kept")) and "elsewhere" not in recipe:
            wrong.append(f"{name}: kept has to say that its route is pinned, and only that")
    for line in wrong:
        print("not ok:", line)
    run = sum("elsewhere" not in recipe for recipe in recipes.values())
    print(f"{len(known)} acquire something: {run} are run, {len(recipes) - run} are not:")
    for name, recipe in recipes.items():
        if "elsewhere" in recipe:
            print(f"  {name}: {recipe['elsewhere']}")
    return bool(wrong)


def indent(text):
    return "\n".join("\t" + line if line else "" for line in text.rstrip("\n").split("\n"))


def half_of(name, recipe, half):
    bus = recipe.get("bus", "platform")
    values = {
        "name": name, "half": half, "bus": bus, "pdev": PDEV[bus], "take": indent(recipe["take"]),
        "give": recipe["give"], "call": f"return {name}_take_{half}(a);",
        "more": ", const struct pci_device_id *id" if bus == "pci" else "",
        "set_id": "a->id = pdev->id;" if bus == "platform" else "",
        "returns": "int" if bus == "platform" else "void",
        "result": "\n\treturn 0;" if bus == "platform" else "",
    }
    return (TAKE + PROBE + REMOVE).format(**values)


def scoped(name, recipe):
    """Taken in one half, given back in another, within one probe; remove has nothing to do."""
    text = ""
    for half in HALVES:
        text += SCOPED.format(name=name, half=half, take=indent(recipe["take"]), give=recipe["give"])
    for first in HALVES:
        for second in HALVES:
            call = (f"err = {name}_lock_{first}(a);\n\tif (err)\n\t\treturn err;\n"
                    f"\t{name}_unlock_{second}(a);\n\treturn 0;")
            text += PROBE.format(name=name, half=first + second, bus="platform", more="",
                                 pdev="platform_device", set_id="a->id = pdev->id;", call=call)
            text += REMOVE.format(name=name, half=first + second, bus="platform",
                                  pdev="platform_device", returns="int",
                                  give="a->id = 0;", result="\n\treturn 0;")
    return text


def source(name, recipe):
    bus = recipe.get("bus", "platform")
    text = FILE.format(name=name, top=recipe.get("top", ""), setup=indent(recipe.get("setup", "")))
    if recipe.get("scoped"):
        text += scoped(name, recipe)
    else:
        text += "".join(half_of(name, recipe, half) for half in HALVES)
    for first in HALVES:
        for second in HALVES:
            pair = first + second
            one = pair if recipe.get("scoped") else first
            two = pair if recipe.get("scoped") else second
            text += (PCI if bus == "pci" else PLATFORM).format(
                name=name, pair=pair, first=one, second=two)
    pairs = ", ".join(f"&{name}_{first}{second}" for first in HALVES for second in HALVES)
    kind = "pci_driver" if bus == "pci" else "platform_driver"
    return text + f"\nstruct {kind} *{name}_drivers[4] = {{ {pairs} }};\n"


MAIN = """// SPDX-License-Identifier: GPL-2.0-only
#include "acquires.h"

const struct pci_device_id acquires_ids[] = {{ {{ PCI_DEVICE(0x1af4, 0xffff) }}, {{ }} }};

/* Kept, so that all memory of a record is of one half. */
struct acq *acq_new(struct device *dev)
{{
	return devm_kzalloc(dev, sizeof(struct acq), GFP_KERNEL);
}}

static struct {kind} **all[] = {{
{rows}
}};
{devices}
static void drop(int n)
{{
	while (n--) {{
		{drop}
		{unregister}(all[n / 4][n % 4]);
	}}
}}

static int __init acquires_init(void)
{{
	int n, err;

	for (n = 0; n < 4 * (int)ARRAY_SIZE(all); n++) {{
		err = {register};
		if (err) {{
			drop(n);
			return err;
		}}
		{make}
	}}
	return 0;
}}
module_init(acquires_init);

static void __exit acquires_exit(void)
{{
	drop(4 * ARRAY_SIZE(all));
}}
module_exit(acquires_exit);

MODULE_LICENSE("GPL");
"""


def main_file(recipes, bus):
    kind = bus + "_driver"
    rows = "\n".join(f"\t{name}_drivers," for name in recipes)
    if bus == "pci":
        return MAIN.format(kind=kind, rows=rows, devices="", drop="", make="",
                           unregister="pci_unregister_driver",
                           register="pci_register_driver(all[n / 4][n % 4])")
    return MAIN.format(
        kind=kind, rows=rows, devices="static struct platform_device *devices[4 * ARRAY_SIZE(all)];\n",
        drop="platform_device_unregister(devices[n]);",
        make="devices[n] = platform_device_register_simple(all[n / 4][n % 4]->driver.name, n % 4,\n"
             "\t\t\t\t\t\t\t     NULL, 0);",
        unregister="platform_driver_unregister",
        register="platform_driver_register(all[n / 4][n % 4])")


HEADER = """/* SPDX-License-Identifier: GPL-2.0-only */
#include <linux/init.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
{includes}

struct acq {{
	struct device *dev;
	struct {pdev} *pdev;
	int id;
{fields}
}};

extern const struct pci_device_id acquires_ids[];
struct acq *acq_new(struct device *dev);
{rows}
"""


def own(name, recipe):
    """The recipe with names of its own for what it has in the driver's record."""
    names = re.findall(r"(\w+);", recipe.get("have", ""))
    text = {}
    for key, value in recipe.items():
        text[key] = value
        if key in ("setup", "take", "give", "top"):
            for field in names:
                text[key] = re.sub(rf"\ba->{field}\b", f"a->{name}_{field}", text[key])
    return text


def fields(name, recipe):
    return re.sub(r"(\w+);", rf"{name}_\1;", recipe.get("have", ""))


def runs(group):
    return {name: own(name, recipe) for name, recipe in load()[group].items()
            if "elsewhere" not in recipe}


def kept(name, recipe):
    """What a hint keeps in the kernel."""
    yield f"{name}_setup"
    if recipe.get("scoped"):
        yield from (f"{name}_lock_k", f"{name}_unlock_k")
    else:
        yield from (f"{name}_{what}_k" for what in ("take", "probe", "remove"))


def moved(name, recipe):
    """What has to be in the user half, or its fact is of no use there."""
    if recipe.get("scoped"):
        yield from (f"{name}_probe_{first}{second}" for first in HALVES for second in HALVES)
    elif recipe.get("kept") or recipe.get("stays"):
        yield f"{name}_remove_u"
    else:
        yield from (f"{name}_{what}_u" for what in ("take", "probe", "remove"))


def write(path, text):
    """Unless it is there already: who builds it looks at times."""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def generate(directory, group):
    recipes = runs(group)
    bus = next(iter(recipes.values())).get("bus", "platform")
    files = {name + ".c": source(name, recipe) for name, recipe in recipes.items()}
    files["main.c"] = main_file(recipes, bus)
    includes = sorted({header for recipe in recipes.values() for header in recipe.get("include", [])})
    files["acquires.h"] = HEADER.format(
        pdev=PDEV[bus], fields="\n".join(f"\t{fields(name, recipe)}" for name, recipe in recipes.items()),
        includes="\n".join(f"#include <{header}>" for header in includes),
        rows="\n".join(f"extern struct {bus}_driver *{name}_drivers[4];" for name in recipes))
    objects = " ".join(name + ".o" for name in recipes)
    files["Kbuild"] = f"obj-m := acquires_{group}.o\nacquires_{group}-y := main.o {objects}\n"
    hints = [f"  {function}: {{domain: kernel, why: for the test}}"
             for name, recipe in recipes.items() for function in kept(name, recipe)]
    hints.append("  acq_new: {domain: kernel, why: for the test}")
    files["acquires-hints.yaml"] = "\n".join(["functions:"] + hints) + "\n"
    os.makedirs(directory, exist_ok=True)
    for name, text in files.items():
        write(os.path.join(directory, name), re.sub(r"\n\n\n+", "\n\n", text))


def check_moved(path, group):
    with open(path, encoding="utf-8") as file:
        plan = json.load(file)
    where = {function["name"]: function for function in plan["functions"]}
    wrong = 0
    for name, recipe in runs(group).items():
        for function in moved(name, recipe):
            entry = where.get(function, {})
            if entry.get("domain") in ("user", "both"):
                continue
            wrong += 1
            print(f"not ok: {function} stays: {entry.get('reasons', [{}])[0].get('text')}")
    return bool(wrong)


def main():
    arguments = sys.argv[1:]
    if arguments == ["--check"]:
        return check()
    if arguments == ["--scoped"]:
        print(" ".join(name for group in load().values() for name, recipe in group.items()
                       if recipe.get("scoped")))
        return 0
    if len(arguments) == 3 and arguments[0] == "--moved":
        return check_moved(arguments[1], arguments[2])
    if len(arguments) == 2:
        return generate(*arguments)
    print(__doc__.strip(), file=sys.stderr)
    return 2


sys.exit(main())
