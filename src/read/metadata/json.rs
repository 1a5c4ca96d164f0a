//! A reader of JSON-LD as pages really write it: line breaks inside strings, trailing commas, comments around, and
//! now and then cut off. What can be read is read; nothing fails. Both doors hand the text of the scripts to this
//! one reader, so that they cannot differ.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string; numbers, too, as they are written.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in the order of the page.
    Object(Vec<(String, Value)>),
    /// `null`, `true`, `false`, or what lies too deep.
    Nothing,
}

/// Deeper than any real page; what lies deeper is left out, so that hostile pages cannot exhaust the stack.
const DEEPEST: u32 = 40;

/// Reads the first value of `text`.
pub fn read(text: &str) -> Value {
    let mut reader = Reader { text, at: 0 };
    reader.value(0)
}

impl Value {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(pairs) => pairs.iter().find(|it| it.0 == key).map(|it| &it.1),
            _ => None,
        }
    }

    /// The string, if it is one with something in it.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(it) if !it.trim().is_empty() => Some(it),
            _ => None,
        }
    }

    /// The values of a list; any other value alone.
    pub fn each(&self) -> &[Value] {
        match self {
            Value::List(values) => values,
            other => std::slice::from_ref(other),
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|it| it.is_ascii_whitespace()) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn value(&mut self, depth: u32) -> Value {
        match self.peek() {
            Some(b'{') if depth < DEEPEST => {
                self.at += 1;
                let mut pairs = Vec::new();
                loop {
                    match self.peek() {
                        None => break,
                        Some(b'}') => {
                            self.at += 1;
                            break;
                        }
                        Some(b'"') => {
                            let key = self.string();
                            if self.peek() == Some(b':') {
                                self.at += 1;
                                let value = self.value(depth + 1);
                                pairs.push((key, value));
                            }
                        }
                        Some(_) => self.at += 1,
                    }
                }
                Value::Object(pairs)
            }
            Some(b'[') if depth < DEEPEST => {
                self.at += 1;
                let mut values = Vec::new();
                loop {
                    match self.peek() {
                        None => break,
                        Some(b']') => {
                            self.at += 1;
                            break;
                        }
                        Some(b',' | b'}') => self.at += 1,
                        Some(_) => values.push(self.value(depth + 1)),
                    }
                }
                Value::List(values)
            }
            Some(b'"') => Value::Text(self.string()),
            Some(_) => {
                let rest = &self.text.as_bytes()[self.at..];
                let len = rest.iter().position(|it| b",]}{[\"".contains(it) || it.is_ascii_whitespace());
                // One byte at least, or the reader would stand still.
                let len = len.unwrap_or(rest.len()).max(1);
                let word = self.text.get(self.at..self.at + len).unwrap_or("");
                let is_number = word.starts_with(|it: char| it.is_ascii_digit() || it == '-');
                let value = if is_number { Value::Text(word.to_string()) } else { Value::Nothing };
                self.at += len;
                while !self.text.is_char_boundary(self.at) {
                    self.at += 1;
                }
                value
            }
            None => Value::Nothing,
        }
    }

    /// A string; `at` stands on its opening quote.
    fn string(&mut self) -> String {
        let mut out = String::new();
        let mut chars = self.text[self.at + 1..].char_indices();
        let mut end = self.text.len();
        let base = self.at + 1;
        let mut high = None;
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    end = base + at + 1;
                    break;
                }
                '\\' => match chars.next() {
                    Some((_, 'n' | 'r' | 't' | 'f' | 'b')) => out.push(' '),
                    Some((at, 'u')) => {
                        let digits = self.text.get(base + at + 1..base + at + 5);
                        let Some(unit) = digits.and_then(|it| u32::from_str_radix(it, 16).ok()) else {
                            continue;
                        };
                        for _ in 0..4 {
                            chars.next();
                        }
                        match (high.take(), unit) {
                            (_, 0xd800..=0xdbff) => high = Some(unit),
                            (Some(high), 0xdc00..=0xdfff) => {
                                let code = 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
                                out.extend(char::from_u32(code));
                            }
                            (_, unit) => out.extend(char::from_u32(unit)),
                        }
                    }
                    Some((_, c)) => out.push(c),
                    None => break,
                },
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
        }
        self.at = end;
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_write_is_read() {
        let value = read("<!-- \n{\"a\": [\"x\\u00e9\", 12, null, {\"b\": \"two\nlines\"},], \"c\": tru");
        // What stands before the first brace is skipped word by word by the caller, not here.
        assert_eq!(value, Value::Nothing);
        let value = read("{\"a\": [\"x\\u00e9\", 12, null, {\"b\": \"two\nlines\"},], \"c\": tru");
        let list = value.get("a").unwrap().each();
        assert_eq!(list[0].text(), Some("xé"));
        assert_eq!(list[1].text(), Some("12"));
        assert_eq!(list[3].get("b").unwrap().text(), Some("two lines"));
        assert_eq!(read("\"\\ud83d\\ude00\""), Value::Text("😀".into()));
    }

    #[test]
    fn hostile_input_ends() {
        read(&"[".repeat(100_000));
        read(&"{\"a\":".repeat(100_000));
        read("\"unclosed \\");
    }
}
