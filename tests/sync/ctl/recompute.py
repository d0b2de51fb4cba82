# SPDX-License-Identifier: GPL-3.0-or-later
"""Recomputes the chain of an exported incident by the written rule in the file, as a stranger
would: nothing of Watchroom's is used. Prints the head and the fingerprint; 1: the first entry that
does not hash to what it says."""
import datetime
import hashlib
import json
import sys

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
ENCODE = {
    "uuid": str.lower,
    "text": str,
    "instant": lambda at: str(
        (datetime.datetime.fromisoformat(at.replace("Z", "+00:00")) - EPOCH)
        // datetime.timedelta(microseconds=1)
    ),
    "json": lambda value: json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ),
}


def hash_of(entry, previous, fields):
    digest = hashlib.sha256(b"\x01" + previous + entry["n"].to_bytes(8, "big"))
    for field in fields:
        value = entry[field["name"]]
        if value is None:
            digest.update(b"\xff\xff\xff\xff")
            continue
        data = ENCODE[field["encoding"]](value).encode()
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.digest()


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    head = bytes(32)
    for n, entry in enumerate(document["entries"], 1):
        head = hash_of(entry, head, document["verify"]["fields"])
        if entry["n"] != n or entry["hash"] != head.hex():
            sys.exit(f"entry {n}")
    chain = document["chain"]
    text = f"{chain['name']}\n{len(document['entries'])}\n{head.hex()}\n"
    print(head.hex(), hashlib.sha256(text.encode()).hexdigest())


main()
