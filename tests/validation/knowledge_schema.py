# SPDX-License-Identifier: GPL-2.0-or-later
"""knowledge_schema.py SCHEMA FILE...    validate YAML files against a JSON Schema
knowledge_schema.py --samples SCHEMA    a YAML file with every key and every word of it

The first prints FILE: PLACE: what is wrong, and ends with 1 if anything is.
"""
import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: no other booleans than true and false."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
        ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
        ("int", r"[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*))([eE][-+]?[0-9]+)?", "-+.0123456789"),
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""])):
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), first)


def with_text_keys(value):
    """JSON's keys are texts: argument 0 is "0"."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text_keys(item) for item in value]
    return value


def validate(schema, path):
    validator = jsonschema.Draft7Validator(schema)
    problems = 0
    with open(path) as file:
        for document in yaml.load_all(file, Loader):
            for error in validator.iter_errors(with_text_keys(document)):
                place = "/".join(str(part) for part in error.absolute_path)
                print(f"{path}: {place}: {error.message[:200]}")
                problems += 1
    return problems


# What has to stand beside a key, whichever it is; the rules of the schema say so.
BESIDE = {
    "fact": {"why": "w", "undo": "u()", "log": ["$0"], "keys": 1},
    "hint": {"undo": "u()", "log": ["$0"], "keys": 1},
    "slot": {"context": "process", "owner": 0},
    "learnt": {"context": "process", "sites": ["mm/slab.c:1: in f()"]},
    "field": {"kind": "buffer", "length": 4, "when": "is_x($0)"},
    "argument": {"kind": "buffer", "length": 4, "context": "process", "text": "0"},
    "tail": {"argument": 0, "record": "struct x", "offset": "4"},
}


def samples_of(schema, value):
    """Values that the schema of one key permits: all words of an enumeration."""
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[1]
        return list(samples_of_definition(schema, name))
    if "enum" in value:
        return value["enum"]
    if "anyOf" in value:
        return [item for option in value["anyOf"] for item in samples_of(schema, option)]
    if "patternProperties" in value:
        inner = samples_of(schema, *value["patternProperties"].values())
        return [{"0": item} for item in inner] + [{"result": inner[0]}, {"63": inner[0]}]
    if "pattern" in value:
        return ["mm/slab.c"] if "/" in value["pattern"] else [">=5.15 <6.3", ">=5.4", "<99.9"]
    kind = value["type"] if isinstance(value["type"], str) else value["type"][0]
    if kind == "array":
        return [samples_of(schema, value["items"])]
    return {"boolean": [True, False], "string": ["text", 4], "object": [{}],
            "integer": [value.get("minimum"), value.get("maximum")]}[kind]


def samples_of_definition(schema, name):
    for key, value in schema["definitions"][name]["properties"].items():
        for sample in samples_of(schema, value):
            if (name, key) == ("fact", "keys") or (name, key) == ("hint", "keys"):
                yield BESIDE[name] | {"keys": sample, "log": ["$0"] * sample}
            else:
                yield BESIDE[name] | {key: sample}


def samples(schema):
    document = {"source": "mm/slab.c"} if "source" in schema["properties"] else {}
    for section, value in schema["properties"].items():
        if value["type"] == "array":
            document[section] = ["some_name"]
        elif value["type"] == "object":
            definition = list(value["patternProperties"].values())[0]
            members = "patternProperties" in definition
            if members:
                definition = list(definition["patternProperties"].values())[0]
            name = definition["$ref"].rsplit("/", 1)[1]
            entries = {f"{section}_{number}": entry
                       for number, entry in enumerate(samples_of_definition(schema, name))}
            document[section] = {"struct x": entries, "union y.z": entries[f"{section}_0"]} \
                if members else entries
    yaml.dump(document, sys.stdout, default_flow_style=None, width=1000)


def main():
    if sys.argv[1] == "--samples":
        with open(sys.argv[2]) as file:
            samples(json.load(file))
        return 0
    with open(sys.argv[1]) as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    return 1 if sum(validate(schema, path) for path in sys.argv[2:]) else 0


sys.exit(main())
