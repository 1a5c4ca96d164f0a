//! The tree of a page, in one vector: html5ever says what to build, nodes refer to each other by index.

use super::feed;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// Index of no node.
pub const NONE: u32 = u32::MAX;

/// The nodes; the first is the document.
pub struct Tree {
    pub nodes: Vec<Node>,
}

/// A node and its neighbors.
pub struct Node {
    pub parent: u32,
    pub first: u32,
    pub last: u32,
    pub previous: u32,
    pub next: u32,
    /// Elements around it, when it was put in.
    pub depth: u32,
    pub kind: Kind,
}

/// What a node is.
pub enum Kind {
    /// Document, comment, template contents: nothing to read.
    Other,
    Text(StrTendril),
    Element(QualName, Vec<Attribute>),
}

/// Parses a page as browsers do with scripts off.
pub fn parse(html: &str) -> Tree {
    parse_by(html, feed::feed)
}

/// Parses a page; `feed` fills the sink from it.
pub fn parse_by(html: &str, feed: impl Fn(&str, Sink) -> Sink) -> Tree {
    let nodes = RefCell::new(Vec::with_capacity(html.len() / 24));
    let no_name = QualName::new(None, Namespace::default(), LocalName::default());
    let sink = Sink { nodes, depth: Cell::new(0), no_name };
    sink.push(Kind::Other);
    feed(html, sink).finish()
}

pub struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// Depth of what was last put in.
    depth: Cell<u32>,
    no_name: QualName,
}

/// An element's name where it lies. The tree builder looks at one and lets go of it before it changes anything.
#[derive(Debug)]
pub enum Name<'s> {
    Of(Ref<'s, QualName>),
    Absent(&'s QualName),
}

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        match self {
            Name::Of(name) => &name.ns,
            Name::Absent(name) => &name.ns,
        }
    }

    fn local_name(&self) -> &LocalName {
        match self {
            Name::Of(name) => &name.local,
            Name::Absent(name) => &name.local,
        }
    }
}

impl Sink {
    pub fn depth(&self) -> u32 {
        self.depth.get()
    }

    fn push(&self, kind: Kind) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node {
            parent: NONE,
            first: NONE,
            last: NONE,
            previous: NONE,
            next: NONE,
            depth: 0,
            kind,
        });
        nodes.len() as u32 - 1
    }

    /// Puts `child` in as the last of `parent`.
    fn link_last(&self, parent: u32, child: u32) {
        let mut nodes = self.nodes.borrow_mut();
        let last = nodes[parent as usize].last;
        let depth = nodes[parent as usize].depth + 1;
        let node = &mut nodes[child as usize];
        (node.parent, node.previous, node.depth) = (parent, last, depth);
        if matches!(node.kind, Kind::Element(..)) {
            self.depth.set(depth);
        }
        match last {
            NONE => nodes[parent as usize].first = child,
            last => nodes[last as usize].next = child,
        }
        nodes[parent as usize].last = child;
    }

    fn unlink(&self, target: u32) {
        let mut nodes = self.nodes.borrow_mut();
        let Node { parent, previous, next, .. } = nodes[target as usize];
        if parent == NONE {
            return;
        }
        match previous {
            NONE => nodes[parent as usize].first = next,
            previous => nodes[previous as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = previous,
            next => nodes[next as usize].previous = previous,
        }
        let node = &mut nodes[target as usize];
        (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
    }

    /// Adds to the text node at `at`; false when there is none.
    fn grow_text(&self, at: u32, text: &StrTendril) -> bool {
        if at == NONE {
            return false;
        }
        let mut nodes = self.nodes.borrow_mut();
        let Kind::Text(old) = &mut nodes[at as usize].kind else { return false };
        old.push_tendril(text);
        true
    }
}

impl TreeSink for Sink {
    type Handle = u32;
    type Output = Tree;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Tree {
        Tree { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> u32 {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a u32) -> Name<'a> {
        let name = Ref::filter_map(self.nodes.borrow(), |nodes| match &nodes[*target as usize].kind {
            Kind::Element(name, _) => Some(name),
            // The tree builder promises to ask of elements only.
            _ => None,
        });
        name.map_or(Name::Absent(&self.no_name), Name::Of)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> u32 {
        self.push(Kind::Element(name, attributes))
    }

    fn create_comment(&self, _text: StrTendril) -> u32 {
        self.push(Kind::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> u32 {
        self.push(Kind::Other)
    }

    fn append(&self, parent: &u32, child: NodeOrText<u32>) {
        match child {
            NodeOrText::AppendNode(child) => self.link_last(*parent, child),
            NodeOrText::AppendText(text) => {
                let last = self.nodes.borrow()[*parent as usize].last;
                if !self.grow_text(last, &text) {
                    let child = self.push(Kind::Text(text));
                    self.link_last(*parent, child);
                }
            }
        }
    }

    fn append_based_on_parent_node(&self, element: &u32, previous: &u32, child: NodeOrText<u32>) {
        if self.nodes.borrow()[*element as usize].parent == NONE {
            self.append(previous, child);
        } else {
            self.append_before_sibling(element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The contents of a template stand apart: nothing leads to them, so nothing of them is read.
    fn get_template_contents(&self, _target: &u32) -> u32 {
        self.push(Kind::Other)
    }

    fn same_node(&self, x: &u32, y: &u32) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &u32, child: NodeOrText<u32>) {
        let before = self.nodes.borrow()[*sibling as usize].previous;
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.unlink(child);
                child
            }
            NodeOrText::AppendText(text) => {
                if self.grow_text(before, &text) {
                    return;
                }
                self.push(Kind::Text(text))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let Node { parent, previous, .. } = nodes[*sibling as usize];
        if parent == NONE {
            return;
        }
        let node = &mut nodes[child as usize];
        (node.parent, node.previous, node.next) = (parent, previous, *sibling);
        nodes[*sibling as usize].previous = child;
        match previous {
            NONE => nodes[parent as usize].first = child,
            previous => nodes[previous as usize].next = child,
        }
    }

    fn add_attrs_if_missing(&self, target: &u32, attributes: Vec<Attribute>) {
        if let Kind::Element(_, old) = &mut self.nodes.borrow_mut()[*target as usize].kind {
            for attribute in attributes {
                if !old.iter().any(|it| it.name == attribute.name) {
                    old.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &u32) {
        self.unlink(*target);
    }

    fn reparent_children(&self, node: &u32, new_parent: &u32) {
        loop {
            let child = self.nodes.borrow()[*node as usize].first;
            if child == NONE {
                return;
            }
            self.unlink(child);
            self.link_last(*new_parent, child);
        }
    }
}
