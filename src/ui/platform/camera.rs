//! The camera: what it sees, as greys. Nothing of it is kept or leaves the device.

use super::browser;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

/// Pictures are made no wider before they are looked at, in pixels: a code is seen as well, and
/// sooner.
const WIDEST: u32 = 960;

/// A camera that is on.
pub(crate) struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
    canvas: HtmlCanvasElement,
}

impl Camera {
    /// Asks for the camera, the one at the back where there are two, and shows what it sees in a video
    /// element; none where it is refused or there is none.
    pub(crate) async fn start(selector: &str) -> Option<Self> {
        let (window, document) = browser()?;
        let devices = window.navigator().media_devices().ok()?;
        let wanted = Object::new();
        let ideal = |value: JsValue| {
            let ideal = Object::new();
            Reflect::set(&ideal, &"ideal".into(), &value).map(|_is_set| JsValue::from(ideal))
        };
        Reflect::set(&wanted, &"facingMode".into(), &ideal("environment".into()).ok()?).ok()?;
        Reflect::set(&wanted, &"width".into(), &ideal(1280.into()).ok()?).ok()?;
        let constraints = MediaStreamConstraints::new();
        constraints.set_video(&wanted);
        let asked = devices.get_user_media_with_constraints(&constraints).ok()?;
        let stream: MediaStream = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
        let canvas = document.create_element("canvas").ok().and_then(|one| one.dyn_into().ok());
        let video = document.query_selector(selector).ok().flatten();
        let video = video.and_then(|one| one.dyn_into::<HtmlVideoElement>().ok());
        let Some((canvas, video)) = canvas.zip(video) else {
            // The person has gone on meanwhile.
            stop(&stream);
            return None;
        };
        video.set_src_object(Some(&stream));
        if let Ok(playing) = video.play() {
            // What does not play is black, and nothing is found in it.
            JsFuture::from(playing).await.ok();
        }
        Some(Self { stream, video, canvas })
    }

    /// What it sees now: width, height, and the greys row by row.
    pub(crate) fn look(&self) -> Option<(usize, usize, Vec<u8>)> {
        let (width, height) = (self.video.video_width(), self.video.video_height());
        if width == 0 || height == 0 {
            return None;
        }
        let narrow = width.min(WIDEST);
        let (width, height) = (narrow, height * narrow / width);
        self.canvas.set_width(width);
        self.canvas.set_height(height);
        let context = self.canvas.get_context("2d").ok()??;
        let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
        let (wide, high) = (f64::from(width), f64::from(height));
        context
            .draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, wide, high)
            .ok()?;
        let colours = context.get_image_data(0.0, 0.0, wide, high).ok()?.data().0;
        // The weights of red, green and blue in brightness (ITU-R BT.601), in 256ths.
        let grey = |colour: &[u8]| match colour {
            [red, green, blue, ..] => {
                let sum = 77 * u32::from(*red) + 150 * u32::from(*green) + 29 * u32::from(*blue);
                u8::try_from(sum >> 8).unwrap_or(u8::MAX)
            }
            _ => u8::MAX,
        };
        let greys = colours.chunks_exact(4).map(grey).collect();
        Some((usize::try_from(width).ok()?, usize::try_from(height).ok()?, greys))
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        stop(&self.stream);
        self.video.set_src_object(None);
    }
}

fn stop(stream: &MediaStream) {
    for track in stream.get_tracks() {
        if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
            track.stop();
        }
    }
}
