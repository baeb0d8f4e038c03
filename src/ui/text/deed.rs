//! The names of deeds, to tell what was done or undone.

use crate::app::DeedName;

/// Dansk.
pub(super) fn da(deed: DeedName) -> String {
    match deed {
        DeedName::NoteAdded => "ny note".into(),
        DeedName::NoteWritten => "ændring af note".into(),
        DeedName::NoteDeleted => "sletning af note".into(),
        DeedName::ObservationAdded => "ny måling".into(),
        DeedName::ObservationChanged => "ændring af måling".into(),
        DeedName::ObservationDeleted => "sletning af måling".into(),
        DeedName::ObservationsEntered(count) => match count {
            1 => "1 måling indtastet".into(),
            count => format!("{count} målinger indtastet"),
        },
        DeedName::SetAdded => "nyt målesæt".into(),
        DeedName::SetWritten => "ændring af målesæt".into(),
        DeedName::SetDeleted => "sletning af målesæt".into(),
        DeedName::TargetSet => "måltal sat".into(),
        DeedName::TargetRemoved => "måltal fjernet".into(),
        DeedName::IndicatorAdded => "ny indikator".into(),
        DeedName::VerdictGiven => "egen vurdering".into(),
        DeedName::VerdictRemoved => "vurdering fjernet".into(),
        DeedName::ProfileAdded => "ny landsbyprofil".into(),
        DeedName::ProfileWritten => "ændring af landsbyprofil".into(),
        DeedName::ProfileDeleted => "sletning af landsbyprofil".into(),
        DeedName::ProfilePartAdded => "føjet til landsbyprofil".into(),
        DeedName::ProfilePartDeleted => "fjernet fra landsbyprofil".into(),
        DeedName::ActionsMoved => "ny rækkefølge af handlinger".into(),
        DeedName::ThreadChanged => "rød tråd ændret".into(),
        DeedName::CommentAdded => "ny kommentar".into(),
        DeedName::VersionAdded => "version gemt".into(),
        DeedName::Restored => "hentet tilbage".into(),
        DeedName::Settled => "valg mellem to udgaver".into(),
        DeedName::Imported(count) => format!("fil lagt ind ({count} ændret)"),
        DeedName::SnapshotRestored => "øjebliksbillede hentet tilbage".into(),
    }
}

/// English.
pub(super) fn en(deed: DeedName) -> String {
    match deed {
        DeedName::NoteAdded => "new note".into(),
        DeedName::NoteWritten => "change to a note".into(),
        DeedName::NoteDeleted => "deletion of a note".into(),
        DeedName::ObservationAdded => "new measurement".into(),
        DeedName::ObservationChanged => "change of a measurement".into(),
        DeedName::ObservationDeleted => "deletion of a measurement".into(),
        DeedName::ObservationsEntered(count) => match count {
            1 => "1 measurement entered".into(),
            count => format!("{count} measurements entered"),
        },
        DeedName::SetAdded => "new measurement set".into(),
        DeedName::SetWritten => "change of a measurement set".into(),
        DeedName::SetDeleted => "deletion of a measurement set".into(),
        DeedName::TargetSet => "target set".into(),
        DeedName::TargetRemoved => "target removed".into(),
        DeedName::IndicatorAdded => "new indicator".into(),
        DeedName::VerdictGiven => "verdict of your own".into(),
        DeedName::VerdictRemoved => "verdict removed".into(),
        DeedName::ProfileAdded => "new village profile".into(),
        DeedName::ProfileWritten => "change to a village profile".into(),
        DeedName::ProfileDeleted => "deletion of a village profile".into(),
        DeedName::ProfilePartAdded => "addition to a village profile".into(),
        DeedName::ProfilePartDeleted => "removal from a village profile".into(),
        DeedName::ActionsMoved => "new order of actions".into(),
        DeedName::ThreadChanged => "red thread changed".into(),
        DeedName::CommentAdded => "new comment".into(),
        DeedName::VersionAdded => "version saved".into(),
        DeedName::Restored => "brought back".into(),
        DeedName::Settled => "choice between two versions".into(),
        DeedName::Imported(count) => format!("file taken in ({count} changed)"),
        DeedName::SnapshotRestored => "snapshot restored".into(),
    }
}
