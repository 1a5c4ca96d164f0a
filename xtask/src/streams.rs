//! Encodes a wasm in streams of one kind each, which compress better: see `src/wasm/streams.rs`, which decodes it in the browser.

#[path = "../../src/wasm/streams.rs"]
mod format;

use crate::sh::Outcome;
use format::Immediates;
use wasm_encoder::Encode;
use wasmparser::{FunctionBody, Parser, Payload};

/// The module, encoded. An error when it would not come back as it was.
pub fn encode(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut written = vec![Vec::new(); format::N_STREAMS];
    let mut end = format::HEAD.len();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Some((_, range)) = payload.as_section() {
            if let Payload::CodeSectionStart { count, .. } = payload {
                written[format::BEFORE] = wasm[..end].to_vec();
                count.encode(&mut written[format::LOCALS]);
                written[format::BEHIND] = wasm[range.end..].to_vec();
            }
            end = range.end;
        }
        if let Payload::CodeSectionEntry(it) = payload {
            encode_body(wasm, &it, &mut written)?;
        }
    }
    let mut encoded = format::HEAD.to_vec();
    written.iter().for_each(|it| it.len().encode(&mut encoded));
    encoded.extend(written.concat());
    let back = format::decode(&encoded).ok_or("the wasm in streams is broken")?;
    if bodies(&back)? != bodies(wasm)? {
        return Err("the wasm in streams would not come back as it was".into());
    }
    Ok(encoded)
}

fn encode_body(wasm: &[u8], body: &FunctionBody, written: &mut [Vec<u8>]) -> Outcome {
    let mut reader = body.get_operators_reader()?;
    let mut starts = Vec::new();
    written[format::LOCALS].extend(&wasm[body.range().start..reader.original_position()]);
    while !reader.eof() {
        starts.push(reader.original_position());
        reader.read()?;
    }
    starts.push(body.range().end);
    // The first byte of an instruction among the opcodes, where its alignment may stand before it.
    let first = |it: &[u8]| match format::immediates(it[0]) {
        Immediates::MemArg(natural) if it[1] != natural => format::UNALIGNED | it[1],
        _ => it[0],
    };
    let instructions: Vec<&[u8]> = starts.windows(2).map(|it| &wasm[it[0]..it[1]]).collect();
    for (at, it) in instructions.iter().enumerate() {
        let next = instructions.get(at + 1).map_or(0, |it| first(it));
        if first(it) != it[0] {
            written[format::OPCODES].push(first(it));
        }
        let split = 1 + format::n_more(it[0], it.get(1).copied().unwrap_or(0));
        written[format::OPCODES].extend(&it[..split]);
        let immediates =
            if let Immediates::MemArg(_) = format::immediates(it[0]) { &it[2..] } else { &it[split..] };
        written[format::stream_of(it[0], next)].extend(immediates);
    }
    Ok(())
}

/// What stands in each function.
pub fn bodies(wasm: &[u8]) -> Outcome<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(it) = payload? {
            bodies.push(&wasm[it.range()]);
        }
    }
    Ok(bodies)
}
