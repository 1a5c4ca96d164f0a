//! One command for people and for CI: `cargo xtask WORD`. Each word has a file here.
//!
//! Nothing asks a person to install a thing by hand that a program can install; where it cannot, it says
//! exactly what to type.

mod bench;
mod bless;
mod browsers;
mod build;
mod dist;
mod fuzz;
mod http;
mod lint;
mod node;
mod quality;
mod serve;
mod sh;
mod size;
mod split;
mod streams;
mod test;
mod train;

use sh::Outcome;

/// A word of `cargo xtask`.
struct Word {
    name: &'static str,
    tells: &'static str,
    run: fn(&[String]) -> Outcome,
}

const WORDS: &[Word] = &[
    Word {
        name: "serve",
        tells: "build, then serve the page on 127.0.0.1  [--port 8787] [--open] [--log] [--no-build] [--dir www]",
        run: serve::run,
    },
    Word { name: "build", tells: "make the wasm and its JavaScript in www/pkg", run: build::run },
    Word {
        name: "test",
        tells: "install what is missing, run every test  [native|wasm|package|browsers …] [--engines chromium,firefox,webkit]",
        run: test::run,
    },
    Word {
        name: "dist",
        tells: "make what is handed out: dist/site, dist/npm, with their sizes",
        run: dist::run,
    },
    Word { name: "size", tells: "what the page costs to download; fails above its budget", run: size::run },
    Word { name: "lint", tells: "format, clippy, types of the page's JavaScript, HTML", run: lint::run },
    Word {
        name: "bench",
        tells: "how quick the page is (page); ours beside other libraries  [page|sentences|extraction] [--data DIR]",
        run: bench::run,
    },
    Word {
        name: "bless",
        tells: "what is found in whole articles today becomes what their test expects; read the difference",
        run: bless::run,
    },
    Word {
        name: "fuzz",
        tells: "texts that nobody would write, for a while (needs nightly)  [text|html|request …] [--seconds 60]",
        run: fuzz::run,
    },
    Word {
        name: "quality",
        tells: "score against labelled data; fails when a figure fell  [--sample] [--accept] [--eval DIR]",
        run: quality::run,
    },
    Word {
        name: "train",
        tells: "make the models under src/model from labelled data  [MODEL …] [--data DIR]",
        run: train::run,
    },
];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(name) = args.first().filter(|it| !matches!(it.as_str(), "help" | "--help" | "-h")) else {
        println!("cargo xtask WORD\n");
        for it in WORDS {
            println!("  {:<8} {}", it.name, it.tells);
        }
        return;
    };
    let Some(word) = WORDS.iter().find(|it| it.name == name.as_str()) else {
        eprintln!("error: there is no word {name:?}; `cargo xtask` alone lists them");
        std::process::exit(2);
    };
    if let Err(error) = (word.run)(&args[1..]) {
        eprintln!("error: {error}");
        std::process::exit(1);
    }
}
