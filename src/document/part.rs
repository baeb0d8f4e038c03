//! Records of which there is one only for each part of another.

use super::{Kind, RecordId};
use sha2::{Digest as _, Sha256};

/// The id of the record for one part of another, its owner: the same on every device, so that two people
/// who write to the same part without knowing of each other write to one record. It counts as made when
/// its owner was.
#[must_use]
pub fn part_id(owner: RecordId, kind: &Kind, part: &str) -> RecordId {
    let mut hash = Sha256::new();
    hash.update(format!("{owner}/{}/{part}", kind.name));
    let mut chance = [0; 10];
    for (to, from) in chance.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    RecordId::new(owner.milliseconds(), &chance)
}
