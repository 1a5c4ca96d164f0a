#!/usr/bin/env python3
"""Summaries by the libraries that people use for it, beside ours, on the same articles in the same run.

  python3 benches/peers/summaries.py --cli target/release/nutgraf --gold DIR/cnndm.dev.jsonl.gz … [--limit N] [--modules DIR]

Gold records: {"id", "lang", "title"?, "text", "references", "n"}, one a line. Needs `pip install sumy summa rouge-score numpy`
and nothing else from the net; with `--modules` the libraries of JavaScript that summaries.mjs names are asked, too. Sentences are those that nutgraf splits, for everybody (but wink-nlp), so that what is
compared is the choice. Printed: ROUGE-1, ROUGE-2 and ROUGE-Lsum F1 (several references: the best), its gain over the first n sentences of the
body, and documents a second on one thread (of the whole program for nutgraf, of the choice alone for the others).
"""
import argparse
import gzip
import json
import pathlib
import re
import subprocess
import sys
import time

try:
    from rouge_score import rouge_scorer
    from summa import summarizer as summa_summarizer
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.kl import KLSummarizer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.sum_basic import SumBasicSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
except ImportError as missing:
    sys.exit(f"{missing}\n  pip install sumy summa rouge-score numpy")

TYPES = ["rouge1", "rouge2", "rougeLsum"]
LANGUAGES = {"en": "english", "fr": "french"}
WORD = re.compile(r"[^\W_]+")


class Words:
    """What sumy asks of a tokenizer; nltk's would have to be downloaded."""

    def to_words(self, text):
        return WORD.findall(text.lower())


class AnyWords:
    """What rouge-score asks of one, for other languages than English."""

    def tokenize(self, text):
        return WORD.findall(text.lower())


def stop_words(language):
    from summa.preprocessing.stopwords import get_stopwords_by_language
    return frozenset(get_stopwords_by_language(language).split())


def sumy(kind):
    def choose(sentences, n, language):
        words = Words()
        document = ObjectDocumentModel([Paragraph([Sentence(it, words) for it in sentences])])
        summarizer = kind(Stemmer(language))
        summarizer.stop_words = stop_words(language)
        return [str(it) for it in summarizer(document, n)]
    return choose


def summa(sentences, n, language):
    # Its own splitter cuts at line ends as well; a sentence a line keeps ours.
    lines = [" ".join(it.split()) for it in sentences]
    scored = summa_summarizer.summarize("\n".join(lines), ratio=1.0, language=language, scores=True)
    best = sorted(scored, key=lambda it: -it[1])[:n]
    return [text for text, _ in best] or lines[:n]


PEERS = {
    "first n": lambda sentences, n, language: sentences[:n],
    "summa TextRank": summa,
    "sumy TextRank": sumy(TextRankSummarizer),
    "sumy LexRank": sumy(LexRankSummarizer),
    "sumy LSA": sumy(LsaSummarizer),
    "sumy Luhn": sumy(LuhnSummarizer),
    "sumy SumBasic": sumy(SumBasicSummarizer),
    "sumy KL": sumy(KLSummarizer),
}
HEADINGS = {"site", "kicker", "headline", "standfirst", "byline", "timestamp", "crosshead", "caption", "furniture"}


def analyze(cli, rows):
    ask = "".join(json.dumps({"id": r["id"], "text": r["text"], "lang": r["lang"], "title": r.get("title"), "furniture": "none",
                              "sentences": r["n"]}) + "\n" for r in rows)
    start = time.perf_counter()
    done = subprocess.run([cli, "batch", "--offsets", "char", "--only", "blocks,sentences,summary"], input=ask.encode(),
                          capture_output=True, check=True, env={"RAYON_NUM_THREADS": "1"})
    seconds = time.perf_counter() - start
    return [json.loads(it)["analysis"] for it in done.stdout.decode().splitlines()], seconds


def in_javascript(modules, bodies, rows):
    """What the libraries of JavaScript choose: their names, lines and seconds."""
    ask = "".join(json.dumps({"sentences": it, "n": row["n"]}) + "\n" for it, row in zip(bodies, rows))
    script = str(pathlib.Path(__file__).with_name("summaries.mjs"))
    table = []
    for peer in ["node-summarizer", "wink-nlp"]:
        done = subprocess.run(["node", script, modules, peer], input=ask.encode(), capture_output=True, check=True)
        *answers, seconds = [json.loads(it) for it in done.stdout.decode().splitlines() if it.startswith("{")]
        table += [(name, [it[name] for it in answers], seconds[name]) for name in seconds]
    return table


def rouge(row, lines):
    scorer = rouge_scorer.RougeScorer(TYPES, use_stemmer=True) if row["lang"] == "en" else rouge_scorer.RougeScorer(TYPES, tokenizer=AnyWords())
    text = "\n".join(" ".join(it.split()) for it in lines)
    scores = [scorer.score(it, text) for it in row["references"]]
    return [100 * max(it[kind].fmeasure for it in scores) for kind in TYPES]


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--cli", required=True)
    args.add_argument("--gold", required=True, nargs="+")
    args.add_argument("--limit", type=int)
    args.add_argument("--modules", help="folder with node_modules")
    args = args.parse_args()
    for path in args.gold:
        with gzip.open(path, "rt") if path.endswith(".gz") else open(path) as lines:
            rows = [json.loads(it) for it in lines][:args.limit]
        views, seconds = analyze(args.cli, rows)
        bodies, ours = [], []
        for row, view in zip(rows, views):
            text = row["text"]
            of = [text[it["start"]:it["end"]] for it in view["sentences"]]
            bodies.append([it for it, at in zip(of, view["sentences"]) if view["blocks"][at["block"]]["role"] not in HEADINGS])
            ours.append([of[it] for it in view["summary"]["sentences"]])
        table = [("nutgraf", ours, seconds)]
        for name, choose in PEERS.items():
            start = time.process_time()
            chosen = [choose(it, row["n"], LANGUAGES.get(row["lang"], "english")) for it, row in zip(bodies, rows)]
            table.append((name, chosen, time.process_time() - start))
        if args.modules and rows[0]["lang"] == "en":
            table += in_javascript(args.modules, bodies, rows)
        print(f"\n{path.split('/')[-1]}: {len(rows)} documents")
        print("| ROUGE-1 / 2 / Lsum F1 | | over first n | documents a second |\n| --- | --- | --- | --- |")
        means = {name: [sum(it) / len(rows) for it in zip(*map(rouge, rows, chosen))] for name, chosen, _ in table}
        first = means["first n"]
        for name, _, seconds in table:
            figures = " / ".join(f"{it:.2f}" for it in means[name])
            gains = " / ".join(f"{it - base:+.2f}" for it, base in zip(means[name], first))
            print(f"| {name} | {figures} | {gains} | {len(rows) / max(seconds, 1e-3):,.0f} |")


if __name__ == "__main__":
    main()
