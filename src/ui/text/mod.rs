//! Every word of the interface, in both languages. A missing translation does not compile.

mod da;
mod deed;
mod en;
#[cfg(feature = "whole")]
mod files;
#[cfg(feature = "whole")]
mod files_da;
#[cfg(feature = "whole")]
mod files_en;
mod measure;
mod measure_da;
mod measure_en;
#[cfg(feature = "whole")]
mod village;
#[cfg(feature = "whole")]
mod village_da;
#[cfg(feature = "whole")]
mod village_en;
mod work;
#[cfg(feature = "whole")]
mod workshop;
#[cfg(feature = "whole")]
mod workshop_da;
#[cfg(feature = "whole")]
mod workshop_en;

#[cfg(feature = "whole")]
pub(crate) use files::FilesText;
pub(crate) use measure::{MeasureText, Told};
#[cfg(feature = "whole")]
pub(crate) use village::VillageText;
pub(crate) use work::WorkText;
#[cfg(feature = "whole")]
pub(crate) use workshop::WorkshopText;

use crate::{
    app::{Group, Nature},
    measure::Decimal,
    vision::{Block, Language, NoteKind, Section, adopted::Refusal},
};

/// The words of the interface in one language.
pub(crate) struct Text {
    pub(crate) app: &'static str,
    /// A person's own work.
    pub(crate) work: WorkText,
    /// Measurements.
    pub(crate) measure: MeasureText,
    /// Files that come in and go out.
    #[cfg(feature = "whole")]
    pub(crate) files: FilesText,
    /// Village profiles.
    #[cfg(feature = "whole")]
    pub(crate) village: VillageText,
    #[cfg(feature = "whole")]
    pub(crate) workshop: WorkshopText,
    pub(crate) skip: &'static str,
    pub(crate) menu: &'static str,
    pub(crate) nav_vision: &'static str,
    pub(crate) nav_goals: &'static str,
    pub(crate) nav_villages: &'static str,
    pub(crate) nav_workshops: &'static str,
    pub(crate) nav_adopted: &'static str,
    pub(crate) nav_about: &'static str,
    pub(crate) breadcrumbs: &'static str,

    pub(crate) settings: &'static str,
    pub(crate) language: &'static str,
    pub(crate) appearance: &'static str,
    pub(crate) appearance_system: &'static str,
    pub(crate) appearance_light: &'static str,
    pub(crate) appearance_dark: &'static str,
    pub(crate) appearance_contrast: &'static str,
    pub(crate) slash_key: &'static str,
    pub(crate) close: &'static str,

    pub(crate) search: &'static str,
    pub(crate) search_hint: &'static str,
    pub(crate) search_title: &'static str,
    pub(crate) search_title_for: fn(&str) -> String,
    pub(crate) search_empty: &'static str,
    pub(crate) search_examples: &'static [&'static str],
    pub(crate) search_none: fn(&str) -> String,
    pub(crate) search_none_advice: &'static str,
    pub(crate) search_count: fn(usize) -> String,
    pub(crate) search_partial: &'static str,
    pub(crate) search_keys: &'static str,
    pub(crate) show_all: fn(usize) -> String,
    pub(crate) group: fn(Group) -> &'static str,

    pub(crate) overview_promises: fn(usize, u16) -> String,
    pub(crate) overview_areas: &'static str,
    pub(crate) nature: fn(Nature) -> &'static str,
    pub(crate) nature_explained: fn(Nature) -> &'static str,

    pub(crate) goals_title: fn(usize) -> String,
    pub(crate) goals_lead: &'static str,
    pub(crate) goals_filter: &'static str,
    pub(crate) goals_all: &'static str,
    pub(crate) goals_shown: fn(usize, usize) -> String,

    pub(crate) area_number: fn(u8) -> String,
    pub(crate) section_number: fn(&Section) -> String,
    pub(crate) goal_number: fn(&str) -> String,
    pub(crate) part_number: fn(&str) -> String,
    pub(crate) beside_the_areas: &'static str,
    pub(crate) count_goals: fn(usize) -> String,
    pub(crate) count_themes: fn(usize) -> String,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,

    pub(crate) we_are: fn(u16) -> String,
    pub(crate) block: fn(Block) -> &'static str,
    pub(crate) block_item: fn(Block, usize) -> String,
    pub(crate) no_measures: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) note_kind: fn(NoteKind) -> &'static str,
    pub(crate) related: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) leads_nowhere: &'static str,
    pub(crate) outside: &'static str,
    pub(crate) preface: &'static str,
    pub(crate) open_targets: &'static str,
    pub(crate) open_targets_lead: &'static str,
    pub(crate) actors: &'static str,
    pub(crate) target: &'static str,
    pub(crate) deadline: &'static str,
    pub(crate) deadline_year: fn(&str) -> String,
    pub(crate) baseline: &'static str,
    pub(crate) no_target: &'static str,
    pub(crate) kind_of_promise: &'static str,
    pub(crate) parts_title: &'static str,
    pub(crate) theme_says: &'static str,
    pub(crate) read_theme: &'static str,
    pub(crate) in_theme: &'static str,
    pub(crate) copy_link: &'static str,
    pub(crate) link_copied: &'static str,
    pub(crate) link_not_copied: fn(&str) -> String,

    pub(crate) wording: &'static str,
    pub(crate) wording_plain: &'static str,
    pub(crate) wording_adopted: &'static str,
    pub(crate) wording_both: &'static str,
    pub(crate) wording_label: &'static str,
    pub(crate) wording_missing: &'static str,
    pub(crate) wording_whole_block: &'static str,
    pub(crate) wording_offer: &'static str,

    pub(crate) adopted_title: &'static str,
    pub(crate) adopted_lead: &'static str,
    pub(crate) adopted_how: &'static str,
    pub(crate) adopted_choose: &'static str,
    pub(crate) adopted_drop: &'static str,
    pub(crate) adopted_paste: &'static str,
    pub(crate) adopted_paste_open: &'static str,
    pub(crate) adopted_open_failed: &'static str,
    pub(crate) adopted_loaded: fn(usize, usize, usize, usize) -> String,
    pub(crate) adopted_blocks: fn(usize, usize) -> String,
    pub(crate) adopted_kept: &'static str,
    pub(crate) adopted_not_kept: &'static str,
    pub(crate) adopted_remove: &'static str,
    pub(crate) adopted_removed: &'static str,
    pub(crate) adopted_undo: &'static str,
    pub(crate) adopted_unplaced: fn(usize) -> String,
    pub(crate) adopted_unplaced_lead: &'static str,
    pub(crate) adopted_line: fn(usize) -> String,
    pub(crate) adopted_missing: fn(usize) -> String,
    pub(crate) adopted_read: &'static str,
    pub(crate) refusal: fn(Refusal) -> String,
    pub(crate) unreadable_file: &'static str,

    #[cfg(not(feature = "whole"))]
    pub(crate) rest_coming: &'static str,
    #[cfg(not(feature = "whole"))]
    pub(crate) rest_failed: &'static str,

    pub(crate) unknown_title: &'static str,
    pub(crate) unknown_lead: fn(&str) -> String,
    pub(crate) unknown_perhaps: &'static str,
    pub(crate) unknown_home: &'static str,

    pub(crate) about_title: &'static str,
    pub(crate) about: &'static [(&'static str, &'static [&'static str])],
    pub(crate) about_preface: &'static str,
    pub(crate) about_accessibility: &'static str,
    pub(crate) accessibility: &'static [(&'static str, &'static [&'static str])],
    pub(crate) about_version: &'static str,
    pub(crate) version: fn(&str) -> String,
    pub(crate) licences: &'static str,
    /// The schemas, by the names of their files.
    pub(crate) schemas: &'static [(&'static str, &'static str)],

    pub(crate) offline_preparing: &'static str,
    pub(crate) offline_ready: &'static str,
    pub(crate) offline_unavailable: &'static str,
    pub(crate) storage_blocked: &'static str,
    pub(crate) update_ready: &'static str,
    pub(crate) update_apply: &'static str,
    pub(crate) later: &'static str,
    pub(crate) footer: &'static str,
}

/// The words in one language.
pub(crate) const fn text(language: Language) -> &'static Text {
    match language {
        Language::Da => &da::TEXT,
        Language::En => &en::TEXT,
    }
}

/// A number of things in the manner of the language.
fn number(count: usize, language: Language) -> String {
    Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX)).show(language)
}

/// "a, b og c" in the manner of the language.
fn list(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
