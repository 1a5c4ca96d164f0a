"""Analyzes an archive with Spark: every line of JSON Lines goes through `nutgraf batch`.

    python spark.py ARTICLES ANALYSES [--nutgraf PROGRAM] [--only PARTS] [--parts N] [--master MASTER]

ARTICLES is a file, a folder or an address that Spark can read; ANALYSES is a new folder. On a cluster leave out
--master, start it with spark-submit, and have the program in the same place on every machine (or send it along:
`spark-submit --files target/release/nutgraf spark.py … --nutgraf ./nutgraf`).
"""
import argparse
import shlex

from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("analyses")
    parser.add_argument("--nutgraf", default="nutgraf")
    parser.add_argument("--only")
    parser.add_argument("--parts", type=int, default=0, help="into so many parts the archive is cut, at least")
    parser.add_argument("--master", help="such as local[2,4]: two tasks at a time, each tried up to four times")
    args = parser.parse_args()

    builder = SparkSession.builder.appName("nutgraf")
    if args.master:
        builder = builder.master(args.master)
    spark = builder.getOrCreate()

    command = [args.nutgraf, "batch"] + (["--only", args.only] if args.only else [])
    # Spark runs as many tasks as there are cores; each has one of them. The status 1 says that some lines were no
    # articles: their answers say so, and the archive goes on. Anything else, a program that was killed above all, makes
    # the task fail, and Spark does it again from its first line.
    shell = f"RAYON_NUM_THREADS=1 {shlex.join(command)}; [ $? -le 1 ]"
    lines = spark.sparkContext.textFile(args.articles, minPartitions=args.parts or None)
    # What a task has written counts only when all of it is there: no line is lost, and none stands twice.
    lines.pipe(f"sh -c {shlex.quote(shell)}", checkCode=True).saveAsTextFile(args.analyses)
    spark.stop()


if __name__ == "__main__":
    main()
