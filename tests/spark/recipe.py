"""The Spark recipe of docs/archives.md, in local mode, on a few thousand articles, while workers are killed.

    NUTGRAF=target/release/nutgraf python recipe.py RECIPE SEED FOLDER

Every record has to be answered, once, with the very bytes that `nutgraf batch` alone gives. Prints one line a test as
"ok" or "not ok", and how fast Spark was beside `batch`.
"""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import threading
import time

recipe, seed, folder = map(pathlib.Path, sys.argv[1:])
program = os.environ["NUTGRAF"]
ARTICLES = 4000


def make(path):
    """Articles mixed from the paragraphs of one, some of them broken."""
    paragraphs = [it for it in seed.read_text(encoding="utf-8").split("\n") if len(it) > 60]
    chance = random.Random(7)
    with open(path, "w", encoding="utf-8") as file:
        for idx in range(ARTICLES):
            text = "\n".join(chance.sample(paragraphs, min(len(paragraphs), 9)))
            record = {"id": idx, "text": text, "furniture": "none"}
            file.write("this is no record\n" if idx % 1000 == 999 else json.dumps(record, ensure_ascii=False) + "\n")


def descendants(root):
    """Processes below one, by id, with their command lines."""
    parents = {}
    for it in pathlib.Path("/proc").iterdir():
        if it.name.isdigit():
            try:
                parents[int(it.name)] = int(it.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                pass
    below, found = [root], {}
    while below:
        parent = below.pop()
        for it in [it for it, of in parents.items() if of == parent]:
            below.append(it)
            try:
                found[it] = pathlib.Path(f"/proc/{it}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            except OSError:
                pass
    return found


def kill_some(root, killed, done):
    """Ends one program and one Python worker of the job, in mid work."""
    wanted = {"nutgraf": lambda it: it.startswith(program), "worker": lambda it: "pyspark.daemon" in it or "pyspark/daemon" in it}
    while wanted and not done.is_set():
        processes = descendants(root)
        for name, is_one in list(wanted.items()):
            ones = [it for it, line in processes.items() if is_one(line)]
            # Of the daemon and its children, a child: the daemon starts them.
            if name == "worker":
                ones = ones[1:]
            if ones and (name == "nutgraf" or "nutgraf" not in wanted):
                time.sleep(0.3)
                try:
                    os.kill(ones[-1], signal.SIGKILL)
                    killed.append(name)
                    del wanted[name]
                except ProcessLookupError:
                    pass
        time.sleep(0.05)


def spark(articles, out, kill):
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, str(recipe), str(articles), str(out), "--nutgraf", program, "--parts", "16", "--master", "local[2,4]"]
    started = time.monotonic()
    with open(folder / "spark.log", "w") as log:
        job = subprocess.Popen(command, stdout=log, stderr=log)
        killed, done = [], threading.Event()
        killer = threading.Thread(target=kill_some, args=(job.pid, killed, done))
        if kill:
            killer.start()
        status = job.wait()
        done.set()
        if kill:
            killer.join()
    return status, killed, time.monotonic() - started


def text(out):
    return b"".join(it.read_bytes() for it in sorted(out.glob("part-*")))


failed = 0


def told(name, is_good, why=""):
    global failed
    failed += not is_good
    print(("ok - " if is_good else "not ok - ") + name + (f": {why}" if why and not is_good else ""), flush=True)


folder.mkdir(parents=True, exist_ok=True)
articles = folder / "articles.jsonl"
make(articles)
started = time.monotonic()
alone = subprocess.run([program, "batch", str(articles)], stdout=subprocess.PIPE, check=False)
seconds_alone = time.monotonic() - started
told("batch alone answers every line", alone.returncode == 1 and alone.stdout.count(b"\n") == ARTICLES)

status, _, seconds = spark(articles, folder / "calm", kill=False)
told("Spark gives the same bytes", status == 0 and text(folder / "calm") == alone.stdout, f"status {status}")

status, killed, _ = spark(articles, folder / "stormy", kill=True)
told("a program and a worker were killed", killed == ["nutgraf", "worker"], str(killed))
told("no record is lost when workers die", status == 0 and text(folder / "stormy") == alone.stdout, f"status {status}")

rate, rate_spark = ARTICLES / seconds_alone, ARTICLES / seconds
print(f"batch alone: {rate:.0f} articles a second; Spark local[2], its start included: {rate_spark:.0f} ({rate_spark / rate:.2f} of it)")
sys.exit(failed > 0)
