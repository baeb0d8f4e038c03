//! Randomness and the clock: where ids and times come from.

use super::browser;

/// Random bytes fit for ids.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Some(crypto) = browser().and_then(|(window, _)| window.crypto().ok()) {
        // Fails only for more than 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// Now, in milliseconds since 1970.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the browser's clock counts whole milliseconds from 1970"
)]
pub(crate) fn milliseconds() -> u64 {
    js_sys::Date::now() as u64
}

/// A time of the person's own clock.
#[derive(Clone, Copy)]
pub(crate) struct LocalTime {
    pub(crate) year: u32,
    /// 1 to 12.
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) hour: u32,
    pub(crate) minute: u32,
}

/// Seconds since 1970 as the person's own clock shows them.
pub(crate) fn local(seconds: i64) -> LocalTime {
    #[expect(clippy::cast_precision_loss, reason = "seconds of this age are exact")]
    let date = js_sys::Date::new(&(seconds as f64 * 1000.0).into());
    LocalTime {
        year: date.get_full_year(),
        month: date.get_month() + 1,
        day: date.get_date(),
        hour: date.get_hours(),
        minute: date.get_minutes(),
    }
}

/// Today by the person's own calendar, in days since 1970-01-01.
#[expect(clippy::cast_possible_truncation, reason = "days of this age fit into 32 bits")]
pub(crate) fn today() -> i32 {
    let now = js_sys::Date::new_0();
    // The offset is minutes from local time to UTC.
    let local = now.get_time() - now.get_timezone_offset() * 60_000.0;
    (local / 86_400_000.0).floor() as i32
}
