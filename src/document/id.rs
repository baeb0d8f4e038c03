//! Names that never meet twice: of records, of devices, and of the sessions that write.

use std::{fmt, str};
use uuid::{Builder, Uuid};

/// A record's id: a UUID version 7 (RFC 9562), so that ids sort by the time they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Uuid);

impl RecordId {
    /// A new id from the present time in milliseconds since 1970 and ten random bytes.
    #[must_use]
    pub fn new(milliseconds: u64, chance: &[u8; 10]) -> Self {
        Self(Builder::from_unix_timestamp_millis(milliseconds, chance).into_uuid())
    }

    /// Reads an id in its usual form with hyphens; nothing else, so that one id has one text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let id = Uuid::try_parse(text).ok()?;
        (id.get_version_num() == 7 && text.len() == 36).then_some(Self(id))
    }

    /// When the id was made, in milliseconds since 1970, by the clock of its maker.
    #[must_use]
    pub fn milliseconds(self) -> u64 {
        (self.0.as_u128() >> 80) as u64
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(out)
    }
}

/// A device: 48 random bits in eight letters, made at first use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Device([u8; DEVICE]);

/// Who makes changes: one opening of the app on one device. A page that is loaded anew is a new
/// writer, so that a device that was set back, cloned or cut off never uses a number twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Writer([u8; WRITER]);

const DEVICE: usize = 8;
const WRITER: usize = 14;

impl Device {
    /// A new device from random bytes.
    #[must_use]
    pub fn new(chance: &[u8; 8]) -> Self {
        Self(chance.map(letter))
    }

    /// Reads a device's eight letters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        letters(text).map(Self)
    }
}

impl Writer {
    /// A new writer on a device, from random bytes.
    #[must_use]
    pub fn new(device: Device, chance: &[u8; 6]) -> Self {
        let mut all = [b'-'; WRITER];
        let letters = device.0.into_iter().chain(chance.iter().copied().map(letter));
        for (place, letter) in all.iter_mut().zip(letters) {
            *place = letter;
        }
        Self(all)
    }

    /// Reads a writer's fourteen letters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        letters(text).map(Self)
    }

    /// The device it writes on.
    #[must_use]
    pub fn device(self) -> Device {
        let mut device = [b'-'; DEVICE];
        for (place, letter) in device.iter_mut().zip(self.0) {
            *place = letter;
        }
        Device(device)
    }
}

impl fmt::Display for Device {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(str::from_utf8(&self.0).unwrap_or_default())
    }
}

impl fmt::Display for Writer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(str::from_utf8(&self.0).unwrap_or_default())
    }
}

/// The alphabet of base64url (RFC 4648): safe in addresses, file names and JSON.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn letter(chance: u8) -> u8 {
    LETTERS.get(usize::from(chance & 63)).copied().unwrap_or(b'A')
}

fn letters<const N: usize>(text: &str) -> Option<[u8; N]> {
    let letters: [u8; N] = text.as_bytes().try_into().ok()?;
    letters.iter().all(|letter| LETTERS.contains(letter)).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_the_time_they_were_made() {
        let early = RecordId::new(1_000, &[255; 10]);
        let late = RecordId::new(1_001, &[0; 10]);
        assert!(early < late);
        assert_eq!(late.milliseconds(), 1_001);
        assert_eq!(RecordId::parse(&early.to_string()), Some(early));
    }

    #[test]
    fn an_id_has_one_text_and_one_version() {
        let text = RecordId::new(1_000, &[7; 10]).to_string();
        assert_eq!(RecordId::parse(&text.replace('-', "")), None);
        assert_eq!(RecordId::parse(&format!("{{{text}}}")), None);
        assert_eq!(RecordId::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), None);
        assert_eq!(RecordId::parse(""), None);
    }

    #[test]
    fn a_writer_names_its_device() {
        let device = Device::new(&[0, 1, 2, 3, 4, 5, 6, 255]);
        let writer = Writer::new(device, &[9; 6]);
        assert_eq!(writer.device(), device);
        assert_eq!(Writer::parse(&writer.to_string()), Some(writer));
        assert_eq!(Device::parse(&device.to_string()), Some(device));
        assert_eq!(Device::parse("has a gap"), None);
        assert_eq!(Writer::parse("tooshort"), None);
    }
}
