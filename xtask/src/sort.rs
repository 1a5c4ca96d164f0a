//! Sorts a wasm into streams of one kind each, which compress better: see `src/wasm/code.rs`, which undoes it in the browser.

#[path = "../../src/wasm/code.rs"]
mod code;

use crate::sh::Outcome;
use code::Given;
use wasmparser::{FunctionBody, Parser, Payload};

/// The module, sorted. An error when it would not come back as it was.
pub fn sort(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut streams = vec![Vec::new(); code::N_STREAMS];
    let mut end = code::HEAD.len();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Some((_, range)) = payload.as_section() {
            if let Payload::CodeSectionStart { count, .. } = payload {
                streams[code::BEFORE] = wasm[..end].to_vec();
                write(count as usize, &mut streams[code::LOCALS]);
                streams[code::BEHIND] = wasm[range.end..].to_vec();
            }
            end = range.end;
        }
        if let Payload::CodeSectionEntry(it) = payload {
            sort_body(wasm, &it, &mut streams)?;
        }
    }
    let mut sorted = code::HEAD.to_vec();
    streams.iter().for_each(|it| write(it.len(), &mut sorted));
    sorted.extend(streams.concat());
    let back = code::unsort(&sorted).ok_or("sorted wasm is broken")?;
    if bodies(&back)? != bodies(wasm)? {
        return Err("sorted wasm would not come back as it was".into());
    }
    Ok(sorted)
}

fn sort_body(wasm: &[u8], body: &FunctionBody, streams: &mut [Vec<u8>]) -> Outcome {
    let mut reader = body.get_operators_reader()?;
    let mut starts = Vec::new();
    streams[code::LOCALS].extend(&wasm[body.range().start..reader.original_position()]);
    while !reader.eof() {
        starts.push(reader.original_position());
        reader.read()?;
    }
    starts.push(body.range().end);
    // The first byte of an operator among the operators, where its alignment may stand before it.
    let first = |it: &[u8]| match code::given(it[0]) {
        Given::Place(natural) if it[1] != natural => code::UNALIGNED | it[1],
        _ => it[0],
    };
    let operators: Vec<&[u8]> = starts.windows(2).map(|it| &wasm[it[0]..it[1]]).collect();
    for (at, it) in operators.iter().enumerate() {
        let next = operators.get(at + 1).map_or(0, |it| first(it));
        if first(it) != it[0] {
            streams[code::OPERATORS].push(first(it));
        }
        let split = 1 + code::tail(it[0], it.get(1).copied().unwrap_or(0));
        streams[code::OPERATORS].extend(&it[..split]);
        let given = if let Given::Place(_) = code::given(it[0]) { &it[2..] } else { &it[split..] };
        streams[code::stream_of(it[0], next)].extend(given);
    }
    Ok(())
}

/// What stands in each function.
fn bodies(wasm: &[u8]) -> Outcome<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(it) = payload? {
            bodies.push(&wasm[it.range()]);
        }
    }
    Ok(bodies)
}

/// Writes a number (LEB128).
fn write(mut number: usize, to: &mut Vec<u8>) {
    while number > 127 {
        to.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    to.push(number as u8);
}
