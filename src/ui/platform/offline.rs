//! The service worker: whether the app works without a network, and updates of it.

use super::{browser, page};
use leptos::prelude::{GetUntracked, RwSignal, Set};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// How the app stands to the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readiness {
    /// It is being made ready.
    Preparing,
    /// It works without.
    Ready,
    /// This browser, or this address, does not allow it.
    Unavailable,
}

/// The state of the service worker, for drawing.
#[derive(Clone, Copy)]
pub(crate) struct Offline {
    /// Whether the app works without a network.
    pub(crate) readiness: RwSignal<Readiness>,
    /// Whether a newer build waits to be taken into use.
    pub(crate) has_update: RwSignal<bool>,
    is_update_wanted: RwSignal<bool>,
}

impl Offline {
    /// Registers the service worker and follows it.
    pub(crate) fn start() -> Self {
        let offline = Self {
            readiness: RwSignal::new(Readiness::Preparing),
            has_update: RwSignal::new(false),
            is_update_wanted: RwSignal::new(false),
        };
        match container() {
            None => offline.readiness.set(Readiness::Unavailable),
            Some(container) => spawn_local(async move {
                offline.look_again();
                if offline.register(&container).await.is_err() {
                    offline.readiness.set(Readiness::Unavailable);
                }
            }),
        }
        offline
    }

    /// Looks every now and then until the app is ready: where the page is loaded anew while the worker is
    /// installed, WebKit at times tells nobody of its activation, not even by the promise of `register`.
    fn look_again(self) {
        page::after(1000, move || {
            spawn_local(async move {
                if self.readiness.get_untracked() != Readiness::Preparing {
                    return;
                }
                let Some(container) = container() else { return };
                let found = JsFuture::from(container.get_registration()).await;
                let found = found.ok().and_then(|found| found.dyn_into().ok());
                let active = found.and_then(|found: ServiceWorkerRegistration| found.active());
                if active.is_some_and(|worker| worker.state() == ServiceWorkerState::Activated) {
                    self.readiness.set(Readiness::Ready);
                } else {
                    self.look_again();
                }
            });
        });
    }

    /// Takes the waiting build into use; the page reloads once it is.
    pub(crate) fn apply_update(self) {
        self.is_update_wanted.set(true);
        spawn_local(async move {
            let Some(container) = container() else { return };
            let Ok(found) = JsFuture::from(container.get_registration()).await else { return };
            let found = found.dyn_into::<ServiceWorkerRegistration>().ok();
            match found.and_then(|found| found.waiting()) {
                // Fails only for values that cannot be copied; this is a plain word.
                Some(waiting) => drop(waiting.post_message(&"apply-update".into())),
                // Another tab has taken it into use already.
                None => page::reload(),
            }
        });
    }

    async fn register(self, container: &ServiceWorkerContainer) -> Result<(), JsValue> {
        let reloading = Closure::<dyn Fn()>::new(move || {
            // Only the tab whose person agreed reloads; others go on with what they have loaded.
            if self.is_update_wanted.get_untracked() {
                page::reload();
            }
        });
        container.set_oncontrollerchange(Some(reloading.as_ref().unchecked_ref()));
        reloading.forget();

        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registration = container.register_with_options("./service-worker.js", &options);
        let registration: ServiceWorkerRegistration =
            JsFuture::from(registration).await?.dyn_into()?;

        if registration.active().is_some() {
            self.readiness.set(Readiness::Ready);
        }
        if registration.waiting().is_some() && registration.active().is_some() {
            self.has_update.set(true);
        }
        if let Some(installing) = registration.installing() {
            self.follow(&registration, &installing);
        }
        let found = registration.clone();
        let updating = Closure::<dyn Fn()>::new(move || {
            if let Some(installing) = found.installing() {
                self.follow(&found, &installing);
            }
        });
        registration.set_onupdatefound(Some(updating.as_ref().unchecked_ref()));
        updating.forget();
        // Browsers look for a newer build at navigations, but not at all of them. Without a network
        // this fails, and nothing is lost.
        let _ = JsFuture::from(registration.update()?).await;
        Ok(())
    }

    fn follow(self, registration: &ServiceWorkerRegistration, worker: &ServiceWorker) {
        let (registration, followed) = (registration.clone(), worker.clone());
        let changing = Closure::<dyn Fn()>::new(move || {
            let is_first = registration.active().is_none_or(|active| active == followed);
            let state = followed.state();
            if state == ServiceWorkerState::Installed && !is_first {
                self.has_update.set(true);
            } else if state == ServiceWorkerState::Activated {
                self.readiness.set(Readiness::Ready);
            } else if state == ServiceWorkerState::Redundant && is_first {
                self.readiness.set(Readiness::Unavailable);
            }
        });
        worker.set_onstatechange(Some(changing.as_ref().unchecked_ref()));
        changing.forget();
    }
}

/// The browser's service workers; none on insecure addresses and in some private windows.
fn container() -> Option<ServiceWorkerContainer> {
    let (window, _) = browser()?;
    let navigator = window.navigator();
    let is_there = js_sys::Reflect::get(&navigator, &"serviceWorker".into())
        .is_ok_and(|value| !value.is_undefined());
    is_there.then(|| navigator.service_worker())
}
