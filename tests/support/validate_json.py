"""Validates each line of standard input against a JSON Schema (2020-12): python3 validate_json.py
SCHEMA. Prints "ok", or for a line what is wrong with it, in order."""

import json
import sys

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for line in sys.stdin.buffer:
    try:
        errors = list(validator.iter_errors(json.loads(line)))
    except ValueError as error:
        print(f"no JSON: {error}")
        continue
    print("ok" if not errors else " | ".join(
        f"{error.json_path}: {error.message[:300]}" for error in errors))
