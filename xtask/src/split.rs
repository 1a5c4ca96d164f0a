//! The wasm, cut in two: what the first answer needs, and what comes behind it with the supplement.
//!
//! The compiler makes one module. A few functions of the core are gates: the first answer does not enter them, which the
//! core itself sees to (`analyze.rs` asks whether the supplement is there). Whatever can only be reached through the gates
//! goes into a second module. A function that stands in the table of functions (a closure, a method of a trait object) stays
//! in the first: it may be called from anywhere, and its name tells nothing, because of two functions that are the same code
//! the compiler keeps one under either name.
//!
//! The second module works in the memory and the table of the first and calls its functions; it imports them under short
//! names. The other way leads through the table: in place of a gate the first module has a call of what
//! stands in a slot of the table, where the second, once it is there, writes its own function.

use crate::sh::Outcome;
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use walrus::ir::{self, Value, Visitor};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportedFunction, Module, ModuleConfig, TableId,
};

/// What the first answer never enters; none of them may be inlined.
pub const GATES: &[&str] = &["nutgraf::find::all", "nutgraf::link::all", "nutgraf::rank::keyphrases::rank"];

/// What the second module calls the first. Nobody reads it.
const FIRST: &str = "";

/// The two modules.
pub struct Halves {
    pub first: Vec<u8>,
    pub late: Vec<u8>,
}

/// Cuts a module that has the names of its functions; the halves keep them or not.
pub fn split(wasm: &[u8], with_names: bool) -> Outcome<Halves> {
    let parse = || parse(wasm, with_names);
    let cut = Cut::through(&parse()?, wasm)?;
    Ok(Halves { first: cut.first(parse()?)?, late: cut.late(parse()?)? })
}

fn parse(wasm: &[u8], with_names: bool) -> Outcome<Module> {
    let mut config = ModuleConfig::new();
    let made = config.generate_producers_section(false).generate_name_section(with_names).parse(wasm);
    made.map_err(|it| format!("the wasm cannot be read: {it:#}").into())
}

/// Where the cut goes. Functions and globals are numbers: they are the same each time that the module is read.
struct Cut {
    gates: Vec<usize>,
    /// The slot of the first gate, behind all that are taken; the others follow.
    gate_slot: u32,
    /// What the second module uses of the first, and under which name.
    functions: Vec<(usize, String)>,
    globals: Vec<(usize, String)>,
    table: String,
    memory: String,
}

impl Cut {
    fn through(module: &Module, wasm: &[u8]) -> Outcome<Cut> {
        let paths: Vec<String> =
            module.funcs.iter().map(|it| path_of(it.name.as_deref().unwrap_or_default())).collect();
        let mut gates = Vec::new();
        for gate in GATES {
            let found = paths.iter().position(|it| it == gate);
            gates.push(found.ok_or_else(|| format!("the wasm has no function {gate}; was it inlined?"))?);
        }
        let exported = module.exports.iter().filter_map(|it| match it.item {
            ExportItem::Function(it) => Some(it.index()),
            _ => None,
        });
        let roots = exported.chain(module.start.map(|it| it.index())).chain(held(module)?);
        let early = reached(module, roots, &gates.iter().copied().collect());
        let late = reached(module, gates.iter().copied(), &early);

        let (ids, _) = ids(module);
        let (mut functions, mut globals) = (BTreeSet::new(), BTreeSet::new());
        for &it in &late {
            let uses = uses(module, ids[it]);
            functions.extend(uses.functions.into_iter().filter(|it| early.contains(it)));
            globals.extend(uses.globals);
        }
        let taken: HashSet<&str> = module.exports.iter().map(|it| it.name.as_str()).collect();
        let mut names = (0..).map(short).filter(|it| !taken.contains(it.as_str()));
        let mut named = |it: usize| (it, names.next().expect("names do not end"));
        let (_, table) = named(0);
        // Two modules that do not belong together would do anything: this name fits once.
        let mut hasher = DefaultHasher::new();
        wasm.hash(&mut hasher);
        Ok(Cut {
            gates,
            gate_slot: u32::try_from(module.tables.get(table_of(module)?).initial)?,
            functions: functions.into_iter().map(&mut named).collect(),
            globals: globals.into_iter().map(&mut named).collect(),
            table,
            memory: format!("{:08x}", hasher.finish() as u32),
        })
    }

    /// The first module.
    fn first(&self, mut module: Module) -> Outcome<Vec<u8>> {
        let (functions, globals) = ids(&module);
        let table = table_of(&module)?;
        let memory = module.memories.iter().next().ok_or("the wasm has no memory")?.id();
        module.exports.add(&self.memory, memory);
        module.exports.add(&self.table, table);
        for (it, name) in &self.globals {
            module.exports.add(name, globals[*it]);
        }
        for (it, name) in &self.functions {
            module.exports.add(name, functions[*it]);
        }
        for (&gate, slot) in self.gates.iter().zip(self.gate_slot..) {
            call_slot(&mut module, functions[gate], table, slot);
        }
        self.widen(&mut module, table);
        walrus::passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    /// The second module: what nothing leads to any more once it exports nothing falls away by itself.
    fn late(&self, mut module: Module) -> Outcome<Vec<u8>> {
        let (functions, globals) = ids(&module);
        let table = table_of(&module)?;
        let memory = module.memories.iter().next().ok_or("the wasm has no memory")?.id();
        module.start = None;
        for it in module.exports.iter().map(|it| it.id()).collect::<Vec<_>>() {
            module.exports.delete(it);
        }
        for it in module.data.iter().map(|it| it.id()).collect::<Vec<_>>() {
            module.data.delete(it);
        }
        for it in module.elements.iter().map(|it| it.id()).collect::<Vec<_>>() {
            module.elements.delete(it);
        }
        let import = module.imports.add(FIRST, &self.memory, memory);
        let it = module.memories.get_mut(memory);
        it.import = Some(import);
        it.data_segments.clear();
        let import = module.imports.add(FIRST, &self.table, table);
        self.widen(&mut module, table);
        let it = module.tables.get_mut(table);
        it.import = Some(import);
        it.elem_segments.clear();
        for (it, name) in &self.globals {
            let import = module.imports.add(FIRST, name, globals[*it]);
            module.globals.get_mut(globals[*it]).kind = GlobalKind::Import(import);
        }
        for (it, name) in &self.functions {
            let import = module.imports.add(FIRST, name, functions[*it]);
            let it = module.funcs.get_mut(functions[*it]);
            it.kind = FunctionKind::Import(ImportedFunction { import, ty: it.ty() });
        }
        let offset = ConstExpr::Value(Value::I32(self.gate_slot as i32));
        let gates = ElementItems::Functions(self.gates.iter().map(|&it| functions[it]).collect());
        let element = module.elements.add(ElementKind::Active { table, offset }, gates);
        module.tables.get_mut(table).elem_segments.insert(element);
        walrus::passes::gc::run(&mut module);
        let foreign = module.imports.iter().find(|it| it.module != FIRST);
        match foreign {
            Some(it) => Err(format!("what comes late calls JavaScript: {}", it.name).into()),
            None => Ok(module.emit_wasm()),
        }
    }

    /// Makes room for the gates.
    fn widen(&self, module: &mut Module, table: TableId) {
        let table = module.tables.get_mut(table);
        table.initial = u64::from(self.gate_slot) + self.gates.len() as u64;
        table.maximum = table.maximum.map(|it| it.max(table.initial));
    }
}

/// The path in a function's name. Of what the compiler adds to tell namesakes apart, `nutgraf[4096b5be]::find::all` and
/// `nutgraf::find::all::h4096b5be…` are left without.
fn path_of(name: &str) -> String {
    let mut depth = 0;
    let mut path = String::new();
    for c in name.chars() {
        depth += i32::from(c == '[');
        if depth == 0 {
            path.push(c);
        }
        depth -= i32::from(c == ']');
    }
    let is_hash = |it: &str| it.len() == 16 && it.bytes().all(|it| it.is_ascii_hexdigit());
    match path.rsplit_once("::h") {
        Some((before, hash)) if is_hash(hash) => before.to_string(),
        _ => path,
    }
}

fn ids(module: &Module) -> (Vec<FunctionId>, Vec<GlobalId>) {
    (module.funcs.iter().map(|it| it.id()).collect(), module.globals.iter().map(|it| it.id()).collect())
}

fn table_of(module: &Module) -> Outcome<TableId> {
    let found = module.tables.main_function_table().map_err(|it| it.to_string())?;
    found.ok_or_else(|| "the wasm has no table of functions".into())
}

/// What stands in the table of functions.
fn held(module: &Module) -> Outcome<Vec<usize>> {
    let mut held = Vec::new();
    for element in module.elements.iter() {
        match &element.items {
            ElementItems::Functions(items) => held.extend(items.iter().map(|it| it.index())),
            _ => return Err("the wasm fills a table in a way that is not known here".into()),
        }
    }
    Ok(held)
}

/// What a function names in its body.
#[derive(Default)]
struct Uses {
    functions: BTreeSet<usize>,
    globals: BTreeSet<usize>,
}

impl Visitor<'_> for Uses {
    fn visit_function_id(&mut self, it: &FunctionId) {
        self.functions.insert(it.index());
    }

    fn visit_global_id(&mut self, it: &GlobalId) {
        self.globals.insert(it.index());
    }
}

fn uses(module: &Module, function: FunctionId) -> Uses {
    let mut uses = Uses::default();
    if let FunctionKind::Local(it) = &module.funcs.get(function).kind {
        ir::dfs_in_order(&mut uses, it, it.entry_block());
    }
    uses
}

/// What calls lead to from some functions, without entering others.
fn reached(module: &Module, from: impl Iterator<Item = usize>, shut: &HashSet<usize>) -> HashSet<usize> {
    let (ids, _) = ids(module);
    let mut reached = HashSet::new();
    let mut left: Vec<usize> = from.collect();
    while let Some(it) = left.pop() {
        if !shut.contains(&it) && reached.insert(it) {
            left.extend(uses(module, ids[it]).functions);
        }
    }
    reached
}

/// Makes a function call what stands in a slot of the table.
fn call_slot(module: &mut Module, function: FunctionId, table: TableId, slot: u32) {
    let ty = module.funcs.get(function).ty();
    let (params, results) = module.types.params_results(ty);
    let (params, results) = (params.to_vec(), results.to_vec());
    let args: Vec<_> = params.iter().map(|&it| module.locals.add(it)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    args.iter().for_each(|&it| {
        body.local_get(it);
    });
    body.i32_const(slot as i32).call_indirect(ty, table);
    module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(args));
}

/// a, b, … Z, aa, …
fn short(number: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    let mut left = number + 1;
    while left > 0 {
        left -= 1;
        name.push(char::from(LETTERS[left % LETTERS.len()]));
        left /= LETTERS.len();
    }
    name
}
