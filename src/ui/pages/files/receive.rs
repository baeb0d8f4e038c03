//! Receiving by camera: codes that another device shows.

use crate::{
    exchange::{
        qr,
        series::{Receiver, Taken, unpack},
    },
    ui::{
        components::{Icon, icon, live, press, words},
        platform::{camera::Camera, page},
        session::Session,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// So long it is from one look to the next, in milliseconds.
const PAUSE: i32 = 90;

/// How it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Off,
    Refused,
    Waiting,
    Receiving(usize, usize),
    Damaged,
    Newer,
}

#[derive(Clone, Copy)]
struct Receiving {
    session: Session,
    state: RwSignal<State>,
    camera: StoredValue<Option<Camera>, LocalStorage>,
    receiver: StoredValue<Receiver>,
}

pub(super) fn view(session: Session) -> AnyView {
    let t = &session.text().files;
    let receiving = Receiving {
        session,
        state: RwSignal::new(State::Off),
        camera: StoredValue::new_local(None),
        receiver: StoredValue::new(Receiver::default()),
    };
    on_cleanup(move || receiving.put_out());
    let body = move || {
        let t = &session.text().files;
        let state = receiving.state;
        let is_on = Memo::new(move |_| !matches!(state.get(), State::Off | State::Refused));
        live(move || {
            if is_on.get() {
                return view! {
                    <video id="camera" muted playsinline autoplay aria-label=t.receive></video>
                    <p role="status">{words(move || receiving.told())}</p>
                    {live(move || receiving.progress())}
                    <button class="button is-quiet" on:click=press(move || receiving.stop())>{icon(Icon::Close)}{t.receive_stop}</button>
                }
                .into_any();
            }
            let refused = (state.get_untracked() == State::Refused).then(|| {
                view! { <p class="note is-refusal" role="alert">{icon(Icon::Note)}<span>{t.camera_refused}</span></p> }
            });
            view! {
                <p class="quiet">{t.receive_lead}</p>
                {refused}
                <button class="button is-quiet" on:click=press(move || receiving.start())>{t.receive_start}</button>
            }
            .into_any()
        })
    };
    view! {
        <details class="share camera-share" on:toggle=move |_| if page::is_closed(".camera-share") { receiving.stop() }>
            <summary>{icon(Icon::Forward)}{t.receive}</summary>
            <div class="camera">{body()}</div>
        </details>
    }
    .into_any()
}

impl Receiving {
    fn start(self) {
        self.receiver.set_value(Receiver::default());
        self.state.set(State::Waiting);
        page::after_drawing(move || {
            spawn_local(async move {
                match Camera::start("#camera").await {
                    Some(camera) => {
                        // Where the view is gone meanwhile the camera goes out with this value.
                        drop(self.camera.try_set_value(Some(camera)));
                        self.look();
                    }
                    None => drop(self.state.try_set(State::Refused)),
                }
            });
        });
    }

    fn stop(self) {
        self.put_out();
        self.state.set(State::Off);
    }

    fn put_out(self) {
        drop(self.camera.try_update_value(Option::take));
    }

    /// Looks once, and again after a while as long as the camera is on.
    fn look(self) {
        let seen = self.camera.try_with_value(|camera| camera.as_ref().map(Camera::look));
        let Some(Some(seen)) = seen else { return };
        if let Some((width, height, greys)) = seen {
            for frame in qr::read(width, height, &greys) {
                if self.take(&frame) {
                    return;
                }
            }
        }
        page::after(PAUSE, move || self.look());
    }

    /// Takes in a frame; says whether it was the last one needed.
    fn take(self, frame: &[u8]) -> bool {
        let taken = self.receiver.try_update_value(|receiver| receiver.take(frame));
        let Some(taken) = taken else { return true };
        match taken {
            Taken::NotOurs | Taken::Other | Taken::Known => {}
            Taken::Newer => self.state.set(State::Newer),
            Taken::Damaged => self.state.set(State::Damaged),
            Taken::New => {
                let (have, of) = self.receiver.with_value(|one| (one.received(), one.blocks()));
                self.state.set(State::Receiving(have, of));
            }
            Taken::Done(packed) => {
                let Some(text) = unpack(&packed) else {
                    self.state.set(State::Damaged);
                    return false;
                };
                self.stop();
                let name = self.session.text_now().files.codes.to_owned();
                self.session.enter(name, text.into_bytes());
                return true;
            }
        }
        false
    }

    fn told(self) -> String {
        let t = &self.session.text().files;
        match self.state.get() {
            State::Off | State::Refused => String::new(),
            State::Waiting => t.receive_waiting.into(),
            State::Receiving(have, of) => (t.received)(have, of),
            State::Damaged => t.receive_damaged.into(),
            State::Newer => t.receive_newer.into(),
        }
    }

    fn progress(self) -> AnyView {
        let State::Receiving(have, of) = self.state.get() else { return ().into_any() };
        let label = self.session.text().files.receive;
        view! { <progress max=of.to_string() value=have.to_string() aria-label=label></progress> }
            .into_any()
    }
}
