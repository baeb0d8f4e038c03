//! Decimal numbers: exact, so that what was typed is what is kept and compared.

use crate::vision::Language;
use std::{cmp::Ordering, fmt};

/// A decimal number: `digits` / 10^`scale`. Two numbers of the same value are equal however they
/// were written; how many decimals were written is kept for showing.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

/// So many digits and so many decimals may a number have: what fits everywhere exactly.
const MOST_DIGITS: usize = 15;
const MOST_DECIMALS: usize = 6;

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// There is nothing.
    Empty,
    /// There is something else than a number.
    Unreadable,
    /// It has more than fifteen digits or six decimals.
    TooLong,
}

impl Decimal {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self { digits: number, scale: 0 }
    }

    /// Reads a number as it is kept: `-1234.5`, without grouping.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let is_plain = !text.ends_with('.') && !text.starts_with('+');
        if is_plain { make(whole, decimals).ok() } else { None }
    }

    /// Reads a number as a person types it, `1.234,5` as well as `1234.5`, with or without a per
    /// cent sign. One point or comma before exactly three digits can be read in two ways; then the
    /// habit of the language decides, and the form shows how it was read.
    ///
    /// # Errors
    /// When it is no number, or too long a one.
    pub fn read(text: &str, language: Language) -> Result<Self, NotANumber> {
        let mut signs: String =
            text.chars().filter(|sign| !sign.is_whitespace() && *sign != '\'').collect();
        if signs.ends_with('%') {
            signs.pop();
        }
        let signs = signs.replace('\u{2212}', "-");
        if signs.is_empty() {
            return Err(NotANumber::Empty);
        }
        let point = decimal_sign(&signs, language);
        let (whole, decimals) = match point {
            Some(sign) => signs.rsplit_once(sign).unwrap_or((&signs, "")),
            None => (signs.as_str(), ""),
        };
        if point.is_some() && decimals.is_empty() {
            return Err(NotANumber::Unreadable);
        }
        make(&ungroup(whole).ok_or(NotANumber::Unreadable)?, decimals)
    }

    /// The number in the habit of a language, with grouping.
    #[must_use]
    pub fn show(self, language: Language) -> String {
        let (group, point) = match language {
            Language::Da => ('.', ','),
            Language::En => (',', '.'),
        };
        let plain = self.to_string();
        let (sign, plain) =
            plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
        let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
        let mut shown = String::from(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                shown.push(group);
            }
            shown.push(digit);
        }
        if !decimals.is_empty() {
            shown.push(point);
            shown.push_str(decimals);
        }
        shown
    }

    /// For drawing.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "fifteen digits are exact; pictures need fewer")]
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / power(self.scale) as f64
    }

    /// The number in millionths: exact, since no number has more than six decimals.
    #[must_use]
    pub fn millionths(self) -> i128 {
        i128::from(self.digits) * i128::from(power(6_u8.saturating_sub(self.scale)))
    }

    /// A number from its hundredths, without zeros at its end.
    #[must_use]
    pub fn from_hundredths(hundredths: i128) -> Self {
        let (digits, scale) = match (hundredths % 100, hundredths % 10) {
            (0, _) => (hundredths / 100, 0),
            (_, 0) => (hundredths / 10, 1),
            _ => (hundredths, 2),
        };
        Self { digits: i64::try_from(digits).unwrap_or(i64::MAX), scale }
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// Whether it has no decimals, or only zeros.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.digits % power(self.scale) == 0
    }
}

const fn power(scale: u8) -> i64 {
    10_i64.pow(scale as u32)
}

/// Which sign stands before the decimals, if one does.
fn decimal_sign(signs: &str, language: Language) -> Option<char> {
    let last = |sign: char| signs.rfind(sign);
    match (last('.'), last(',')) {
        (None, None) => None,
        (Some(point), Some(comma)) => Some(if point > comma { '.' } else { ',' }),
        (point, comma) => {
            let sign = if point.is_some() { '.' } else { ',' };
            let at = point.or(comma).unwrap_or_default();
            let before = signs.get(..at).unwrap_or_default().trim_start_matches('-');
            let is_group = signs.len() - at - 1 == 3 && before.len() <= 3 && !before.is_empty();
            let groups = signs.matches(sign).count();
            let groups_here = if language == Language::Da { '.' } else { ',' };
            let is_grouping =
                groups > 1 || (is_group && sign == groups_here && !before.starts_with('0'));
            (!is_grouping).then_some(sign)
        }
    }
}

/// The digits of the whole part, its groups checked.
fn ungroup(whole: &str) -> Option<String> {
    let mut parts = whole.split(['.', ',']);
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let is_one_sign = !(whole.contains('.') && whole.contains(','));
    let first_digits = first.trim_start_matches('-').len();
    let is_grouped = rest.iter().all(|part| part.len() == 3)
        && (rest.is_empty() || (1..=3).contains(&first_digits));
    (is_one_sign && is_grouped).then(|| whole.replace(['.', ','], ""))
}

fn make(whole: &str, decimals: &str) -> Result<Decimal, NotANumber> {
    let (is_negative, whole) = whole.strip_prefix('-').map_or((false, whole), |rest| (true, rest));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(decimals) {
        return Err(NotANumber::Unreadable);
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() + decimals.len() > MOST_DIGITS || decimals.len() > MOST_DECIMALS {
        return Err(NotANumber::TooLong);
    }
    let digits = format!("0{whole}{decimals}").parse::<i64>().or(Err(NotANumber::TooLong))?;
    let scale = u8::try_from(decimals.len()).or(Err(NotANumber::TooLong))?;
    Ok(Decimal { digits: if is_negative { -digits } else { digits }, scale })
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.millionths().cmp(&other.millionths())
    }
}

/// As it is kept: `-1234.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        let decimals = usize::from(self.scale);
        if decimals == 0 {
            return write!(out, "{sign}{digits}");
        }
        let zeros = "0".repeat((decimals + 1).saturating_sub(digits.len()));
        let digits = format!("{zeros}{digits}");
        let (whole, decimals) = digits.split_at(digits.len() - decimals);
        write!(out, "{sign}{whole}.{decimals}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, danish: Result<&str, NotANumber>, english: Result<&str, NotANumber>) {
        let read = |language| Decimal::read(typed, language).map(|number| number.to_string());
        assert_eq!(read(Language::Da), danish.map(String::from), "{typed:?} in Danish");
        assert_eq!(read(Language::En), english.map(String::from), "{typed:?} in English");
    }

    #[test]
    fn danish_and_english_habits_are_understood() {
        for (typed, read) in [
            ("85", "85"),
            ("85,5", "85.5"),
            ("85.5", "85.5"),
            (" 85,5 % ", "85.5"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1234.5", "1234.5"),
            ("1 234,5", "1234.5"),
            ("1\u{a0}234", "1234"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("12,34", "12.34"),
            ("0,125", "0.125"),
            ("0.125", "0.125"),
            ("1234,567", "1234.567"),
            ("-3,5", "-3.5"),
            ("\u{2212}3", "-3"),
            ("007", "7"),
            ("6,0", "6.0"),
        ] {
            check(typed, Ok(read), Ok(read));
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_read_by_the_habit_of_the_language() {
        check("1.234", Ok("1234"), Ok("1.234"));
        check("1,234", Ok("1.234"), Ok("1234"));
        check("-12.500", Ok("-12500"), Ok("-12.500"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        use NotANumber::{Empty, TooLong, Unreadable};
        let bad = |typed, error: NotANumber| check(typed, Err(error), Err(error));
        bad("", Empty);
        bad("  ", Empty);
        bad("%", Empty);
        for typed in [
            "abc",
            "1,2,3",
            "1.23.456,7",
            "1,",
            ".5.",
            "--1",
            "1e5",
            "NaN",
            "½",
            "12 ca.",
            "1.2,3.4",
        ] {
            bad(typed, Unreadable);
        }
        bad("1234567890123456", TooLong);
        bad("0,1234567", TooLong);
    }

    #[test]
    fn every_number_survives_being_shown_and_read_in_both_languages() {
        let mut seed = 7_u64;
        for _ in 0..20_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let scale = u8::try_from(seed % 7).unwrap();
            let digits = i64::try_from(seed >> 20).unwrap() % 10_i64.pow(u32::from(scale) + 8);
            let number = Decimal { digits: if seed & 8 == 0 { digits } else { -digits }, scale };
            assert_eq!(Decimal::parse(&number.to_string()), Some(number));
            for language in Language::ALL {
                let shown = number.show(language);
                assert_eq!(Decimal::read(&shown, language), Ok(number), "{shown}");
            }
        }
    }

    #[test]
    fn numbers_are_compared_by_value() {
        let number = |text| Decimal::parse(text).unwrap();
        assert_eq!(number("6.0"), number("6"));
        assert!(number("-1.5") < number("-1.49"));
        assert!(number("84.999") < number("85"));
        for (hundredths, text) in
            [(-5, "-0.05"), (150, "1.5"), (200, "2"), (0, "0"), (12345, "123.45")]
        {
            assert_eq!(Decimal::from_hundredths(hundredths).to_string(), text);
        }
        assert!(number("4.00").is_whole() && !number("4.01").is_whole());
    }

    #[test]
    fn it_is_shown_as_people_write_it() {
        let shown = |text: &str| {
            let number = Decimal::parse(text).unwrap();
            (number.show(Language::Da), number.show(Language::En))
        };
        assert_eq!(shown("486166"), ("486.166".into(), "486,166".into()));
        assert_eq!(shown("-0.05"), ("−0,05".into(), "−0.05".into()));
        assert_eq!(shown("999"), ("999".into(), "999".into()));
    }
}
