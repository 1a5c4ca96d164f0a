//! WebAssembly in streams of one kind each, as the core's second half travels: opcodes in one, their immediates in others. Like
//! stands beside like there, and compresses better. `xtask/src/streams.rs` encodes with the tables of this file; here is the decoder.
//!
//! The immediates of an opcode stand in a stream of that opcode; the locals that are read and the constants, which are
//! most of them, in a stream of the opcode behind as well.
//!
//! A file: [`HEAD`], the length of each stream (LEB128), the streams.

/// A module's first four bytes, and a version that no module has.
pub const HEAD: &[u8] = b"\0asm\xff";

/// The sections before the code, and those behind it.
pub const BEFORE: usize = 3 * 256;
/// See [`BEFORE`].
pub const BEHIND: usize = BEFORE + 1;
/// How many functions there are, and the locals of each.
pub const LOCALS: usize = BEFORE + 2;
/// The opcodes of all functions.
pub const OPCODES: usize = BEFORE + 3;
/// How many streams there are.
pub const N_STREAMS: usize = BEFORE + 4;

/// Stands before an opcode that reads or writes memory, with the alignment in its last bits, when that is not the natural one.
pub const UNALIGNED: u8 = 0xe0;

/// The section of the code.
const CODE: u8 = 10;
/// How wide a size is written, in bytes: it is known only behind what it measures.
const SIZE: usize = 5;

/// The immediates of an instruction.
pub enum Immediates {
    /// So many numbers (LEB128).
    Numbers(usize),
    /// A count of numbers, the numbers, and one more.
    Labels,
    /// The alignment, of which this one is natural, and a number.
    MemArg(u8),
    /// So many bytes.
    Bytes(usize),
}

/// The immediates behind an opcode, by its first byte.
pub fn immediates(opcode: u8) -> Immediates {
    const NATURAL: &[u8] = &[2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];
    match opcode {
        0x02..=0x04 | 0x0c | 0x0d | 0x10 | 0x20..=0x24 | 0x3f..=0x42 => Immediates::Numbers(1),
        0x0e => Immediates::Labels,
        0x11 => Immediates::Numbers(2),
        0x28..=0x3e => Immediates::MemArg(NATURAL[usize::from(opcode - 0x28)]),
        0x43 => Immediates::Bytes(4),
        0x44 => Immediates::Bytes(8),
        _ => Immediates::Numbers(0),
    }
}

/// How many bytes follow the first byte of an opcode among the opcodes.
pub fn n_more(opcode: u8, second: u8) -> usize {
    match (opcode, second) {
        // Filling memory and copying it name the memory, once and twice.
        (0xfc, 0x0b) => 2,
        (0xfc, 0x0a) => 3,
        (0xfc, _) => 1,
        _ => 0,
    }
}

/// The stream of an opcode's immediates, by it and the first byte behind it.
pub fn stream_of(opcode: u8, next: u8) -> usize {
    match opcode {
        0x20 => 256 + usize::from(next),
        0x41 => 512 + usize::from(next),
        _ => usize::from(opcode),
    }
}

/// The module that was encoded; `None` when that is broken.
pub fn decode(encoded: &[u8]) -> Option<Vec<u8>> {
    let mut rest = encoded.strip_prefix(HEAD)?;
    let mut wasm = Vec::with_capacity(2 * encoded.len());
    let mut lengths = [0; N_STREAMS];
    for it in &mut lengths {
        *it = number(&mut rest, &mut wasm)?;
    }
    wasm.clear();
    let mut streams = [&[][..]; N_STREAMS];
    for (stream, length) in streams.iter_mut().zip(lengths) {
        (*stream, rest) = rest.split_at_checked(length)?;
    }
    wasm.extend(streams[BEFORE]);
    wasm.push(CODE);
    let section = open(&mut wasm);
    for _ in 0..number(&mut streams[LOCALS], &mut wasm)? {
        let body = open(&mut wasm);
        for _ in 0..number(&mut streams[LOCALS], &mut wasm)? {
            number(&mut streams[LOCALS], &mut wasm)?;
            bytes(&mut streams[LOCALS], 1, &mut wasm)?;
        }
        function(&mut streams, &mut wasm)?;
        close(body, &mut wasm);
    }
    close(section, &mut wasm);
    wasm.extend(streams[BEHIND]);
    Some(wasm)
}

/// Writes the instructions of one function.
fn function(streams: &mut [&[u8]; N_STREAMS], wasm: &mut Vec<u8>) -> Option<()> {
    let mut depth = 1;
    while depth > 0 {
        let mut alignment = None;
        let mut opcode = *streams[OPCODES].first()?;
        if opcode & !3 == UNALIGNED {
            alignment = Some(opcode & 3);
            streams[OPCODES] = &streams[OPCODES][1..];
            opcode = *streams[OPCODES].first()?;
        }
        let second = streams[OPCODES].get(1).copied().unwrap_or(0);
        bytes(&mut streams[OPCODES], 1 + n_more(opcode, second), wasm)?;
        match opcode {
            0x02..=0x04 => depth += 1,
            0x0b => depth -= 1,
            _ => {}
        }
        let next = streams[OPCODES].first().copied().unwrap_or(0);
        let stream = &mut streams[stream_of(opcode, next)];
        match immediates(opcode) {
            Immediates::Numbers(n) => (0..n).try_for_each(|_| number(stream, wasm).map(drop))?,
            Immediates::Labels => {
                let n = number(stream, wasm)?;
                (0..=n).try_for_each(|_| number(stream, wasm).map(drop))?;
            }
            Immediates::MemArg(natural) => {
                wasm.push(alignment.unwrap_or(natural));
                number(stream, wasm)?;
            }
            Immediates::Bytes(n) => bytes(stream, n, wasm)?,
        }
    }
    Some(())
}

/// Moves bytes.
fn bytes(stream: &mut &[u8], n: usize, wasm: &mut Vec<u8>) -> Option<()> {
    let (taken, rest) = stream.split_at_checked(n)?;
    wasm.extend(taken);
    *stream = rest;
    Some(())
}

/// Moves a number and gives its value, of which nobody asks where it is large.
fn number(stream: &mut &[u8], wasm: &mut Vec<u8>) -> Option<usize> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let (&byte, rest) = stream.split_first()?;
        *stream = rest;
        wasm.push(byte);
        value |= usize::from(byte & 127).wrapping_shl(shift);
        shift += 7;
        if byte < 128 {
            return Some(value);
        }
    }
}

/// Leaves room for a size.
fn open(wasm: &mut Vec<u8>) -> usize {
    wasm.extend([0; SIZE]);
    wasm.len()
}

/// Writes the size of what follows the room that was left for it.
fn close(start: usize, wasm: &mut [u8]) {
    let mut size = wasm.len() - start;
    for (k, it) in wasm[start - SIZE..start].iter_mut().enumerate() {
        *it = (size & 127) as u8 | if k + 1 < SIZE { 128 } else { 0 };
        size >>= 7;
    }
}
