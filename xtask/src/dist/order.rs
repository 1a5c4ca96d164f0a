//! The order of a module's functions: like beside like, because what is alike compresses better the nearer it stands.
//!
//! Functions are compared by the runs of bytes that they have in common. Each is followed by the one that is most like it
//! of those that are left.

use crate::sh::Outcome;
use crate::streams;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

/// What so many functions have tells nothing of any.
const COMMON: usize = 1000;

/// The module, compared by runs of so many bytes, with names for its functions that sort them: `wasm-opt --reorder-functions-by-name` does the rest.
/// The order begins with the function that stands `way` quarters of the way, and from four on it is turned round.
/// Names that it has already have to be gone.
pub fn name_by_likeness(mut wasm: Vec<u8>, run: usize, way: usize) -> Outcome<Vec<u8>> {
    let mut n_imported = 0;
    for payload in Parser::new(0).parse_all(&wasm) {
        if let Payload::ImportSection(it) = payload? {
            for import in it.into_imports() {
                n_imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        }
    }
    let bodies = streams::bodies(&wasm)?;
    let mut names: Vec<(u32, String)> = (n_imported..).zip(vec![String::new(); bodies.len()]).collect();
    let mut ordered = order(&bodies, run, way % 4);
    if way >= 4 {
        ordered.reverse();
    }
    for (at, idx) in ordered.into_iter().enumerate() {
        names[idx].1 = format!("{at:05}");
    }
    let mut map = NameMap::new();
    names.iter().for_each(|(idx, name)| map.append(*idx, name));
    let mut section = NameSection::new();
    section.functions(&map);
    section.append_to(&mut wasm);
    Ok(wasm)
}

fn order(bodies: &[&[u8]], run: usize, quarter: usize) -> Vec<usize> {
    let runs: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|it| it.windows(run).collect()).collect();
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (idx, runs) in runs.iter().enumerate() {
        runs.iter().for_each(|it| having.entry(it).or_default().push(idx));
    }
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut next = left.iter().nth(bodies.len() * quarter / 4).copied();
    while let Some(it) = next {
        left.remove(&it);
        order.push(it);
        let mut n_shared: BTreeMap<usize, usize> = BTreeMap::new();
        for others in runs[it].iter().map(|it| &having[it]).filter(|it| it.len() < COMMON) {
            others
                .iter()
                .filter(|it| left.contains(it))
                .for_each(|&it| *n_shared.entry(it).or_default() += 1);
        }
        let likeness = |other: usize, n: usize| n as f64 / (runs[it].len() + runs[other].len() - n) as f64;
        let best = n_shared.into_iter().map(|(other, n)| (likeness(other, n), other));
        let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        next = best.map(|it| it.1).or(left.first().copied());
    }
    order
}
