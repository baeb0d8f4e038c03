//! A camera that never saw the light: photographs of codes as the tests need them.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a pixel is as near as a number has to be"
)]

use super::Picture;

/// The light margin around a photographed code, in modules.
const MARGIN: f64 = 5.0;

/// How a code is photographed.
#[derive(Clone, Copy, Debug)]
pub(in crate::exchange) struct Shot {
    /// How many pixels a module takes.
    pub(in crate::exchange) pixels: f64,
    /// By how much the code is turned, in degrees.
    pub(in crate::exchange) turned: f64,
    /// How much nearer than its middle the right end of the code is, as a share of the distance.
    pub(in crate::exchange) tilted: f64,
    /// Over how many pixels to each side the photograph is blurred.
    pub(in crate::exchange) blurred: usize,
    /// How far the brightness of a pixel may be off.
    pub(in crate::exchange) noise: f64,
    /// How bright dark and light modules are on the left.
    pub(in crate::exchange) bright: (f64, f64),
    /// How much brighter they are on the right.
    pub(in crate::exchange) gradient: f64,
}

/// Straight on, sharp and evenly lit.
pub(in crate::exchange) const STRAIGHT: Shot = Shot {
    pixels: 4.0,
    turned: 0.0,
    tilted: 0.0,
    blurred: 0,
    noise: 0.0,
    bright: (40.0, 210.0),
    gradient: 0.0,
};

/// A photograph.
#[derive(Clone, Debug)]
pub(in crate::exchange) struct Photograph {
    pub(in crate::exchange) width: usize,
    pub(in crate::exchange) height: usize,
    pub(in crate::exchange) grey: Vec<u8>,
}

impl Shot {
    /// Takes the photograph.
    pub(in crate::exchange) fn take(&self, picture: &Picture) -> Photograph {
        let (half, (sin, cos)) = (picture.size as f64 / 2.0, self.turned.to_radians().sin_cos());
        // Where a point of the code is seen from its middle.
        let seen = |x: f64, y: f64| {
            let (x, y) = (x - half, y - half);
            let distance = (1.0 - self.tilted * x / half) / self.pixels;
            ((x * cos - y * sin) / distance, (x * sin + y * cos) / distance)
        };
        let ends = [-MARGIN, half * 2.0 + MARGIN];
        let corners = ends.map(|x| ends.map(|y| seen(x, y))).concat();
        let least = |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::MAX, f64::min);
        let (left, top) = (least(|corner| corner.0), least(|corner| corner.1));
        let (right, bottom) = (-least(|corner| -corner.0), -least(|corner| -corner.1));
        let (width, height) = ((right - left) as usize, (bottom - top) as usize);
        // How often each pixel was hit by a dark spot of the code, and by any.
        let mut hits = vec![(0_u32, 0_u32); width * height];
        let spots = (self.pixels * 3.0).ceil() as usize;
        let side = picture.size * spots;
        for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (x, y))) {
            let place = |at: usize| (at as f64 + 0.5) / spots as f64;
            let (to_right, down) = seen(place(x), place(y));
            let hit = &mut hits[(down - top) as usize * width + (to_right - left) as usize];
            hit.0 += u32::from(picture.is_dark(x / spots, y / spots));
            hit.1 += 1;
        }
        let shade = |hit: &(u32, u32)| f64::from(hit.0) / f64::from(hit.1.max(1));
        let mut shades: Vec<f64> = hits.iter().map(shade).collect();
        for step in [1, width] {
            shades = blur(&shades, self.blurred, step);
        }
        let mut state = 1_u64;
        let mut develop = |(at, shade): (usize, &f64)| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let noise = ((state >> 40) as f64 / f64::from(1 << 23) - 1.0) * self.noise;
            let (dark, light) = self.bright;
            let lit = self.gradient * (at % width) as f64 / width as f64;
            (light + (dark - light) * shade + lit + noise) as u8
        };
        let grey = shades.iter().enumerate().map(&mut develop).collect();
        Photograph { width, height, grey }
    }
}

/// The mean of so many places to each side, in steps.
fn blur(shades: &[f64], reach: usize, step: usize) -> Vec<f64> {
    let mean = |at: usize| {
        let places = (0..=2 * reach).map(|number| (at + number * step).checked_sub(reach * step));
        let near = places.map(|place| place.and_then(|place| shades.get(place)).unwrap_or(&0.0));
        near.sum::<f64>() / (2 * reach + 1) as f64
    };
    (0..shades.len()).map(mean).collect()
}
