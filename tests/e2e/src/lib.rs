//! What the journeys, the bench and the pictures share: browsers, the app as a person meets it,
//! and documents to open in it.

pub mod app;
pub mod browser;
pub mod document;
pub mod files;
pub mod full_hall;
pub mod measurements;
pub mod notes;
pub mod real_plan;
pub mod site;
pub mod villages;
pub mod workshops;

/// Why a journey could not go on.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;
