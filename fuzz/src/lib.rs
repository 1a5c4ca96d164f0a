//! What the fuzz targets share.

use serde_json::Value;

/// Every `start` and `end` of a view lies in a text of `length`, in order.
pub fn lie_within(value: &Value, length: u64) {
    match value {
        Value::Object(fields) => {
            let of = |name: &str| fields.get(name).and_then(Value::as_u64);
            if let (Some(start), Some(end)) = (of("start"), of("end")) {
                assert!(start <= end && end <= length, "{start}..{end} of {length}");
            }
            fields.values().for_each(|it| lie_within(it, length));
        }
        Value::Array(items) => items.iter().for_each(|it| lie_within(it, length)),
        _ => {}
    }
}
