//! The names under which things are kept. `public/boot.js` and `public/recovery.js` know them too.

/// Everything of the app begins with this.
pub const ALL: &str = "pejlemaerke/";
/// How the person likes to read.
pub(super) const PREFERENCES: &str = "pejlemaerke/preferences";
/// The text of the council's document.
pub(super) const ADOPTED: &str = "pejlemaerke/adopted-wording";
/// The layout of what is kept: a number that rises with every kind and every step of a kind.
pub const LAYOUT: &str = "pejlemaerke/format";
/// This device's id.
pub(super) const DEVICE: &str = "pejlemaerke/device";
/// When everything was last handed out as a file.
pub(super) const BACKUP: &str = "pejlemaerke/backup";
/// Up to which journal entry the shelf had everything, and when: seconds and number.
pub(super) const SETTLED: &str = "pejlemaerke/settled";
/// One record each: the rest of the name is its id.
pub const RECORD: &str = "pejlemaerke/record/";
/// Records that came together: the rest of the name is the group's id and a number.
pub const PACK: &str = "pejlemaerke/pack/";
/// Says of a group that it is complete, and of how many packs.
pub const GROUP: &str = "pejlemaerke/group/";
/// What could not be read: the rest of the name is the one it had.
pub const QUARANTINE: &str = "pejlemaerke/quarantine/";
/// What stands in a form that was not sent off yet: the rest of the name is the form's.
pub(super) const FORM: &str = "pejlemaerke/form/";
/// What stood in fields when the app stopped; written by `public/boot.js`.
pub(super) const RESCUED: &str = "pejlemaerke/rescued/";
