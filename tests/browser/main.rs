//! What only a real browser can show: its storage as the store sees it, and the addresses.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use pejlemaerke::{
    store::{Appearance, BrowserKeys, Keys, Preferences, Store, Wording},
    vision::{Edition, Language},
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn keys() -> BrowserKeys {
    BrowserKeys::open().expect("the browser lets tests keep things")
}

#[wasm_bindgen_test]
fn the_edition_loads_in_the_browser_too() {
    let edition = Edition::embedded().expect("the edition loads");
    assert_eq!(edition.items().count(), 257);
}

#[wasm_bindgen_test]
fn preferences_outlive_the_store_that_kept_them() {
    let english = Preferences {
        language: Language::En,
        appearance: Appearance::Contrast,
        wording: Wording::Adopted,
        slash_key: true,
        set: String::new(),
    };
    Store::new(keys()).keep_preferences(&english).expect("there is room");
    assert_eq!(Store::new(keys()).preferences(), Ok(english));
}

#[wasm_bindgen_test]
fn unreadable_preferences_are_set_aside() {
    let key = "pejlemaerke/preferences";
    keys().set(key, "{broken").expect("there is room");
    assert_eq!(Store::new(keys()).preferences(), Ok(Preferences::default()));
    assert_eq!(
        keys().get("pejlemaerke/quarantine/pejlemaerke/preferences"),
        Ok(Some("{broken".into()))
    );
    keys().remove(key).expect("what was set can be removed");
}

#[wasm_bindgen_test]
fn a_full_store_refuses_and_keeps_what_it_had() {
    let store = Store::new(keys());
    store.keep_adopted("before").expect("there is room");
    let too_much = "x".repeat(6_000_000);
    assert!(store.keep_adopted(&too_much).is_err());
    assert_eq!(store.adopted(), Ok(Some("before".into())));
    store.remove_adopted().expect("what was set can be removed");
    assert_eq!(store.adopted(), Ok(None));
}
