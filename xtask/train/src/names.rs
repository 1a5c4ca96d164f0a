//! The names model: a conditional random field over hashed features, pruned and quantized.
//!
//! Steps: name lists from the gazetteers ([`lists`]); documents, read by the analysis itself, become
//! stretches of tokens with features and labels ([`corpus`]); weights are learned, several times with other random
//! numbers, and their mean taken ([`crf`]); a first model, with all its weights, labels running text that
//! nobody labelled, and the second learns from that too ([`silver`]); the weak weights are dropped. A second step learns
//! to judge what such models find in texts that they do not know ([`second`]). Lists, weights and trees become one
//! file ([`file`]).

mod corpus;
mod crf;
mod file;
mod foreign;
mod lists;
mod score;
mod second;
mod silver;

use crate::data::Data;
use corpus::Corpus;
use crf::Settings;
use foreign::Language;
use nutgraf::model::names::Model;

/// A file to learn from.
pub struct Source {
    /// Its name, without `.train.jsonl.gz`.
    pub name: &'static str,
    /// How much a token of it counts.
    pub weight: f32,
    /// Whether it labels names that are neither people nor organizations nor places. Where it does not, such
    /// a label is neither right nor wrong.
    pub labels_other: bool,
    /// Of these genres alone; all when empty.
    pub genres: &'static [&'static str],
    /// The language it is read in.
    pub language: &'static str,
}

impl Source {
    /// True for the records that are learned from.
    fn takes(&self, record: &corpus::Record) -> bool {
        self.genres.is_empty() || self.genres.contains(&&*record.genre)
    }
}

/// How a model is made.
struct Recipe {
    /// `names_` and this is the file's name.
    name: &'static str,
    /// Those whose names are listed.
    languages: &'static [Language],
    /// What it learns from; all of it may be shipped in the form of weights (`docs/models.md`).
    sources: &'static [Source],
    /// What its second step alone learns from, which has no feature that is a word.
    judged: &'static [Source],
    /// What it is measured on while it is made.
    dev: &'static [(&'static str, &'static str)],
    /// Whether some texts are learned once more in capitals and in lower case.
    recased: bool,
    /// Running text that a first model labels.
    raw: &'static [Raw],
    settings: Settings,
    /// Weights that go into the file. The second step learns from models with all that are kept: to learn it with fewer costs
    /// more than to drop some here.
    n_packed: usize,
}

const fn source(name: &'static str, language: &'static str, weight: f32) -> Source {
    Source { name, weight, labels_other: false, genres: &[], language }
}

const RECIPES: &[Recipe] = &[
    Recipe {
        name: "en",
        languages: &[],
        sources: &[
            source("uner_en_ewt", "en", 2.0),
            Source {
                genres: &["news", "interview", "academic", "court", "bio", "voyage"],
                ..source("gum", "en", 1.0)
            },
            Source { labels_other: true, ..source("wnut17", "en", 1.0) },
            Source { labels_other: true, ..source("crossner", "en", 1.0) },
            Source { labels_other: true, ..source("wikigold", "en", 1.0) },
        ],
        judged: &[Source {
            genres: &[
                "fiction",
                "whow",
                "essay",
                "letter",
                "podcast",
                "textbook",
                "speech",
                "vlog",
                "conversation",
            ],
            ..source("gum", "en", 1.0)
        }],
        dev: &[("uner_en_ewt", "en"), ("gum", "en"), ("conllpp", "en"), ("wnut17", "en"), ("crossner", "en")],
        // Headings in capitals lose names so; with them Reuters and GUM lost a point and more.
        recased: false,
        // News first; of the speeches a little, for they are not.
        raw: &[
            Raw { name: "voa_gmb_en", language: "en", step: 2, part: "" },
            Raw { name: "wikinews_en", language: "en", step: 1, part: "" },
            Raw { name: "masc_en", language: "en", step: 1, part: "" },
            Raw { name: "whitehouse_en", language: "en", step: 20, part: "" },
            Raw { name: "ungd_en", language: "en", step: 20, part: "" },
        ],
        settings: Settings {
            n_runs: 10,
            n_epochs: 8,
            rate: 0.15,
            start_squares: 3.0,
            blind: 0.1,
            deaf: 0.15,
            n_learned: 150_000,
            n_kept: 86_000,
        },
        n_packed: 66_000,
    },
    Recipe {
        name: "mul",
        languages: &[
            Language { tag: "pt", wordfreq: "pt", countries: &["PT", "BR"] },
            Language { tag: "sv", wordfreq: "sv", countries: &["SE"] },
            Language { tag: "da", wordfreq: "da", countries: &["DK"] },
            Language { tag: "nb", wordfreq: "nb", countries: &["NO"] },
            Language { tag: "hr", wordfreq: "sh", countries: &["HR", "BA", "RS", "ME"] },
            Language { tag: "sr", wordfreq: "sh", countries: &["RS"] },
            Language { tag: "sk", wordfreq: "sk", countries: &["SK", "CZ"] },
            Language { tag: "fi", wordfreq: "fi", countries: &["FI"] },
            Language { tag: "de", wordfreq: "de", countries: &["DE", "AT", "CH"] },
            Language { tag: "fr", wordfreq: "fr", countries: &["FR", "BE"] },
            Language { tag: "es", wordfreq: "es", countries: &["ES", "MX", "AR"] },
            Language { tag: "it", wordfreq: "it", countries: &["IT"] },
            Language { tag: "nl", wordfreq: "nl", countries: &["NL", "BE"] },
            Language { tag: "pl", wordfreq: "pl", countries: &["PL"] },
            Language { tag: "ru", wordfreq: "ru", countries: &["RU"] },
        ],
        sources: &[
            source("uner_pt_bosque", "pt", 1.0),
            source("uner_sv_talbanken", "sv", 1.0),
            source("uner_da_ddt", "da", 1.0),
            source("uner_hr_set", "hr", 1.0),
            source("uner_sr_set", "sr", 1.0),
            source("uner_sk_snk", "sk", 1.0),
            Source { labels_other: true, ..source("turku_fi", "fi", 1.0) },
            source("uner_en_ewt", "en", 0.5),
        ],
        judged: &[],
        dev: &[
            ("uner_pt_bosque", "pt"),
            ("uner_sv_talbanken", "sv"),
            ("uner_da_ddt", "da"),
            ("uner_hr_set", "hr"),
            ("uner_sr_set", "sr"),
            ("uner_sk_snk", "sk"),
            ("turku_fi", "fi"),
            ("norne_nb", "nb"),
            ("norne_nn", "nn"),
            ("wikineural_de", "de"),
            ("wikineural_fr", "fr"),
            ("wikineural_es", "es"),
            ("wikineural_it", "it"),
            ("wikineural_nl", "nl"),
            ("wikineural_pl", "pl"),
            ("wikineural_pt", "pt"),
            ("wikineural_ru", "ru"),
        ],
        recased: true,
        // Of the languages of many readers that nothing labelled is here of, and Portuguese. Neither development parts of
        // what is labelled here nor texts whose terms are in doubt.
        raw: &[
            Raw { name: "wikinews_it", language: "it", step: 2, part: "" },
            Raw { name: "ud_multi", language: "it", step: 1, part: "ud-it_" },
            Raw { name: "wikipedia_fr", language: "fr", step: 1, part: "" },
            Raw { name: "ud_multi", language: "fr", step: 1, part: "ud-fr_" },
            Raw { name: "germeval14_de", language: "de", step: 1, part: "" },
            Raw { name: "xquad_multi", language: "es", step: 1, part: "xquad-es" },
            Raw { name: "ud_multi", language: "es", step: 1, part: "ud-es_" },
            Raw { name: "ud_multi", language: "nl", step: 1, part: "ud-nl_lassy" },
            Raw { name: "wikipedia_pl", language: "pl", step: 1, part: "" },
            Raw { name: "ud_multi", language: "pt", step: 2, part: "ud-pt_gsd" },
        ],
        settings: Settings {
            n_runs: 2,
            n_epochs: 10,
            rate: 0.3,
            start_squares: 4.0,
            blind: 0.2,
            deaf: 0.2,
            n_learned: 300_000,
            n_kept: 185_000,
        },
        n_packed: 185_000,
    },
    Recipe {
        name: "zh",
        languages: &[Language { tag: "zh", wordfreq: "zh", countries: &["CN", "TW"] }],
        // No source shows other kinds of names: where nothing speaks against them, everything becomes one.
        sources: &[Source { labels_other: true, ..source("uner_zh_gsdsimp", "zh", 1.0) }],
        judged: &[],
        dev: &[("uner_zh_gsdsimp", "zh")],
        recased: true,
        // The rest of it is written in traditional letters, which the labelled texts lack.
        raw: &[Raw { name: "wikipedia_zh", language: "zh", step: 1, part: "cmrc" }],
        settings: Settings {
            n_runs: 1,
            n_epochs: 12,
            rate: 0.3,
            start_squares: 2.0,
            blind: 0.2,
            deaf: 0.2,
            n_learned: 60_000,
            n_kept: 60_000,
        },
        n_packed: 60_000,
    },
];

/// Running text that nobody labelled.
struct Raw {
    /// Its name, without `.jsonl.gz`.
    name: &'static str,
    /// The language it is read in.
    language: &'static str,
    /// Of so many records one is read.
    step: usize,
    /// What the records' names begin with.
    part: &'static str,
}

/// Makes the files `src/model/names_*.bin`.
pub fn train(data: &Data) -> Result<(), Box<dyn std::error::Error>> {
    for recipe in RECIPES {
        make(data, recipe)?;
    }
    Ok(())
}

fn make(data: &Data, recipe: &Recipe) -> Result<(), Box<dyn std::error::Error>> {
    let started = std::time::Instant::now();
    let name = recipe.name;
    let list_bytes = if name == "en" {
        lists::make(data)?
    } else {
        foreign::make(data, recipe.languages, recipe.sources)?
    };
    let lists = nutgraf::model::names::Lists::parse(&list_bytes).ok_or("the lists cannot be read back")?;
    let dev = score::Dev::read(data, recipe.dev)?;
    let learn = |corpus: &Corpus, settings: Settings| {
        eprintln!("{name}: lists {} bytes; corpus {corpus}, {:.0?}", list_bytes.len(), started.elapsed());
        file::write(&list_bytes, &crf::learn(corpus, settings))
    };
    let tell = |bytes: &[u8]| {
        let model = Model::parse(bytes).ok_or("the model cannot be read back")?;
        eprintln!("{name}: {} bytes, {:.0?}: {}", bytes.len(), started.elapsed(), dev.score(&model));
        Ok::<_, Box<dyn std::error::Error>>(model)
    };
    let teacher = if recipe.raw.is_empty() {
        None
    } else {
        let corpus = Corpus::read(data, recipe, &lists, None)?.numbered();
        let n_runs = recipe.settings.n_runs.clamp(3, 6);
        let settings =
            Settings { n_runs, deaf: 0.2, n_learned: usize::MAX, n_kept: usize::MAX, ..recipe.settings };
        Some(tell(&learn(&corpus, settings))?)
    };
    let silver = teacher.map(|it| silver::read(data, recipe, &it)).transpose()?;
    let corpus_without = |fold: Option<usize>| {
        let mut corpus = Corpus::read(data, recipe, &lists, fold)?;
        if let Some(silver) = &silver {
            corpus.extend(silver);
        }
        Ok::<_, Box<dyn std::error::Error>>(corpus.numbered())
    };
    let mut models = Vec::new();
    for fold in 0..second::N_FOLDS {
        let settings = Settings { n_runs: recipe.settings.n_runs.min(2), ..recipe.settings };
        let bytes = learn(&corpus_without(Some(fold))?, settings);
        models.push(Model::parse(&bytes).ok_or("the model cannot be read back")?);
    }
    let trees = second::learn(data, recipe, &models)?;
    let mut learner = crf::learn(&corpus_without(None)?, recipe.settings);
    learner.prune(recipe.n_packed);
    let mut bytes = file::write(&list_bytes, &learner);
    tell(&bytes)?;
    bytes.extend(trees);
    tell(&bytes)?;
    std::fs::write(format!("src/model/names_{name}.bin"), bytes)?;
    Ok(())
}
