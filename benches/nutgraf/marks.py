#!/usr/bin/env python3
"""The nut grafs of the command line beside those that a reader marked.

  python3 benches/nutgraf/marks.py --cli target/release/nutgraf --data DIR [--part test|second|dev] [--errors]

`marks.json` holds no text. By part, by file under DIR and by record it says what a teacher of journalism would say ("must": it has a nut graf and
one must be found; "may": one may be named; "none": none is right) and which paragraphs may be named: the number among the blocks whose role is
paragraph, from 0, and the begin of the SHA-256 of its words. A paragraph is known again by its words, so that one that is split in another way
since the reading is noticed. One reader read the first ten to twelve paragraphs of each, before the program was asked, so expect another to differ.
The rule was chosen on `dev`, and once more with `second` in view; `test` was read after that.

Printed, for all articles and for those whose marked paragraphs all are still there: articles that are given one, how many of these may be
named, and how many of those that must be found are.
"""
import argparse
import collections
import gzip
import hashlib
import json
import pathlib
import subprocess

ap = argparse.ArgumentParser()
ap.add_argument("--cli", required=True)
ap.add_argument("--data", type=pathlib.Path, required=True)
ap.add_argument("--part", choices=["test", "second", "dev"])
ap.add_argument("--errors", action="store_true", help="name the articles where another one or none is right, and those where none was found")
args = ap.parse_args()


def digest(text):
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def request(record):
    if "html" in record:
        return {"html": record["html"], "url": record["url"]}
    title = record.get("title")
    return {"text": f"{title}\n\n{record['text']}" if title else record["text"]}


parts = json.loads(pathlib.Path(__file__).with_name("marks.json").read_text())
wanted = collections.defaultdict(dict)
for part, files in parts.items():
    for file, articles in files.items():
        wanted[file].update((id, (part, line)) for id, line in articles.items() if args.part in (None, part))
requests = []
for file, ids in wanted.items():
    with gzip.open(args.data / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines)
        requests += [{"id": it["id"], **request(it)} for it in records if it["id"] in ids]
told = subprocess.run(
    [args.cli, "batch", "--only", "blocks,nut_graf"],
    input="".join(json.dumps(it) + "\n" for it in requests), capture_output=True, text=True, encoding="utf-8", check=True,
).stdout
views = {it["id"]: it["analysis"] for it in map(json.loads, told.rstrip("\n").split("\n"))}

sums = {"all": collections.Counter(), "same paragraphs": collections.Counter()}
for file, articles in wanted.items():
    for id, (part, line) in articles.items():
        say, *accepted = line.split()
        accepted = dict(it.split(":")[::-1] for it in accepted)
        text = views[id]["text"].encode()
        blocks = views[id]["blocks"]
        words = [digest(text[it["start"]:it["end"]].decode()) for it in blocks]
        idx = views[id]["nut_graf"]
        given = None if idx is None else words[idx]
        right = given in accepted
        for name, counts in sums.items():
            if name == "all" or accepted.keys() <= set(words):
                counts["articles"] += 1
                counts["given"] += given is not None
                counts["right"] += right
                counts["must"] += say == "must"
                counts["found"] += say == "must" and right
        if args.errors and not right and (given or say == "must"):
            n = None if idx is None else sum(it["role"] == "paragraph" for it in blocks[:idx])
            print(part, id, say, *accepted.values(), "given:", n)
for name, it in sums.items():
    print(f"{name}: {it['articles']} articles, {it['given']} given one, {it['right']} of these accepted "
          f"({100 * it['right'] / max(1, it['given']):.0f} %), found {it['found']} of {it['must']} ({100 * it['found'] / max(1, it['must']):.0f} %)")
