//! The app's IndexedDB: the journal and the snapshots, each an append-only drawer of texts.
//! `public/recovery.js` reads it too.

use super::StoreError;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransaction, IdbTransactionMode,
};

const NAME: &str = "pejlemaerke";
const VERSION: u32 = 2;

/// What a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawer {
    /// Every save.
    Journal,
    /// The document before something large was done to it.
    Snapshots,
    /// The last file that was taken in.
    Imports,
}

impl Drawer {
    const ALL: [Self; 3] = [Self::Journal, Self::Snapshots, Self::Imports];

    const fn name(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Snapshots => "snapshots",
            Self::Imports => "imports",
        }
    }
}

/// An open database.
#[derive(Clone)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database, and makes it at first use.
    ///
    /// # Errors
    /// When the browser does not allow it, or a newer app has been here.
    #[expect(clippy::disallowed_methods, reason = "the store may touch the browser")]
    pub async fn open() -> Result<Self, StoreError> {
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
        let factory = factory.ok_or(StoreError::Blocked)?;
        let request = factory.open_with_u32(NAME, VERSION).or(Err(StoreError::Blocked))?;
        let upgrading = request.clone();
        let upgrade = Closure::once(move || {
            let Some(database) = upgrading.result().ok().and_then(database) else { return };
            let options = IdbObjectStoreParameters::new();
            options.set_auto_increment(true);
            for drawer in Drawer::ALL {
                // One that an older version made is there already. A drawer that is missing makes every later use of it fail, which is told.
                let _ =
                    database.create_object_store_with_optional_parameters(drawer.name(), &options);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = answer_to_open(&request).await;
        let database = opened.map_err(|error| is_newer(&error))?;
        let database = database.dyn_into::<IdbDatabase>().or(Err(StoreError::Blocked))?;
        // A newer app that needs to change the database must not wait for this tab.
        let closing = database.clone();
        let close = Closure::<dyn Fn()>::new(move || closing.close());
        database.set_onversionchange(Some(close.as_ref().unchecked_ref()));
        close.forget();
        Ok(Self(database))
    }

    /// Appends a text; done when the browser has it where no kill can reach it.
    ///
    /// # Errors
    /// When there is no room, or the database is gone.
    pub async fn append(&self, drawer: Drawer, text: &str) -> Result<(), StoreError> {
        let (transaction, store) = self.begin(drawer, IdbTransactionMode::Readwrite)?;
        store.add(&text.into()).or(Err(StoreError::Refused))?;
        completed(&transaction).await
    }

    /// All texts with their numbers, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn all(&self, drawer: Drawer) -> Result<Vec<(u32, String)>, StoreError> {
        let (_, store) = self.begin(drawer, IdbTransactionMode::Readonly)?;
        let keys = answer(&store.get_all_keys().or(Err(StoreError::Refused))?);
        let texts = answer(&store.get_all().or(Err(StoreError::Refused))?);
        let keys = Array::from(&keys.await.or(Err(StoreError::Refused))?);
        let texts = Array::from(&texts.await.or(Err(StoreError::Refused))?);
        let numbers = keys.iter().map(|key| number(&key));
        // What is no text was not put there by this app; it stays.
        Ok(numbers
            .zip(texts.iter())
            .filter_map(|(key, text)| Some((key?, text.as_string()?)))
            .collect())
    }

    /// Takes texts away.
    ///
    /// # Errors
    /// When the database cannot be written; then all of them stay.
    pub async fn remove(&self, drawer: Drawer, numbers: &[u32]) -> Result<(), StoreError> {
        if numbers.is_empty() {
            return Ok(());
        }
        let (transaction, store) = self.begin(drawer, IdbTransactionMode::Readwrite)?;
        for number in numbers {
            store.delete(&(*number).into()).or(Err(StoreError::Refused))?;
        }
        completed(&transaction).await
    }

    /// A transaction that counts as complete only once it is on the disk, where the browser can
    /// promise that.
    fn begin(
        &self,
        drawer: Drawer,
        mode: IdbTransactionMode,
    ) -> Result<(IdbTransaction, IdbObjectStore), StoreError> {
        let options = Object::new();
        let begin = || {
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            let transaction: Function = Reflect::get(&self.0, &"transaction".into())?.dyn_into()?;
            let mode = if mode == IdbTransactionMode::Readwrite { "readwrite" } else { "readonly" };
            let transaction: IdbTransaction = transaction
                .call3(&self.0, &drawer.name().into(), &mode.into(), &options)?
                .dyn_into()?;
            let store = transaction.object_store(drawer.name())?;
            Ok::<_, JsValue>((transaction, store))
        };
        begin().or(Err(StoreError::Refused))
    }
}

fn database(value: JsValue) -> Option<IdbDatabase> {
    value.dyn_into().ok()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the database counts from 1 in whole numbers"
)]
fn number(key: &JsValue) -> Option<u32> {
    key.as_f64().map(|number| number as u32)
}

fn is_newer(error: &JsValue) -> StoreError {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some("VersionError") { StoreError::Newer } else { StoreError::Blocked }
}

async fn answer_to_open(request: &IdbOpenDbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        let asked = request.clone();
        let done = Closure::once_into_js(move || {
            let result = asked.result().unwrap_or(JsValue::UNDEFINED);
            resolve.call1(&JsValue::UNDEFINED, &result).ok();
        });
        let asked = request.clone();
        let fail = Closure::once_into_js(move || {
            let error = asked.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from);
            reject.call1(&JsValue::UNDEFINED, &error).ok();
        });
        request.set_onsuccess(Some(done.unchecked_ref()));
        request.set_onerror(Some(fail.unchecked_ref()));
        // Blocked: a tab with an older version still holds it.
        request.set_onblocked(Some(fail.unchecked_ref()));
    });
    JsFuture::from(promise).await
}

/// Listens to a request's answer from now on, not only once it is waited for.
fn answer(request: &IdbRequest) -> JsFuture {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onerror(Some(&reject));
        let asked = request.clone();
        let done = Closure::once_into_js(move || {
            let result = asked.result().unwrap_or(JsValue::UNDEFINED);
            resolve.call1(&JsValue::UNDEFINED, &result).ok();
        });
        request.set_onsuccess(Some(done.unchecked_ref()));
    });
    JsFuture::from(promise)
}

async fn completed(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(promise).await.and(Ok(())).or(Err(StoreError::Refused))
}
