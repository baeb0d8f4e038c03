//! A profile as it is read: on screen, and on paper.

use super::{comments, edit, list, looked_at, name_of, point_name, words_of};
use crate::{
    app::{Outgoing, Route, Villages},
    document::RecordId,
    measure::When,
    ui::{
        components::{Icon, breadcrumbs, contours, icon, live, press, words},
        outgoing::share,
        platform::{chance, page},
        session::Session,
        share::copy_link,
        threads::origin,
        villages::{compass_figure, stage_line},
    },
    village::{
        Action, Aim, Course, POINTS, PlaceKind, Profile, date, number,
        records::{CONTACT, KINDS, RATING, part_id, profile_of},
    },
};
use leptos::prelude::*;

pub(super) fn page(session: Session, id: RecordId) -> AnyView {
    let profile = looked_at(session, id);
    let before = super::last_version(session, id);
    let address =
        move |villages: fn(String) -> Villages| Route::Villages(villages(id.to_string())).address();
    view! {
        <article class="village-profile accent-3">
            {live(move || {
                let t = session.text();
                let steps = vec![(Route::Villages(Villages::List).address(), t.village.title.to_owned())];
                breadcrumbs(t.breadcrumbs, steps, name_of(session, &profile.read())).into_any()
            })}
            {live(move || head(session, &profile.read()))}
            {live(move || {
                let t = &session.text().village;
                view! {
                    <div class="page-tools village-tools">
                        <a class="button" href=edit::resume_address(session, id)>{icon(Icon::Note)}{t.go_on}</a>
                        <a class="button is-quiet" href=address(Villages::Present)>{icon(Icon::Vision)}{t.present}</a>
                        <a class="button is-quiet" href=address(Villages::Versions)>{icon(Icon::Copy)}{t.versions}</a>
                        <button class="button is-quiet" on:click=press(page::print)>{icon(Icon::Document)}{t.print}</button>
                        {copy_link(session)}
                        {share(session, words(move || session.text().village.share), move || Outgoing::Profile(id))}
                    </div>
                }
                .into_any()
            })}
            {live(move || conflicts(session, id))}
            {live(move || body(session, id, &profile.read(), before.read().as_ref()))}
            {live(move || comments::read(session, id))}
            {live(move || {
                let t = &session.text().village;
                view! { <p class="village-delete"><button class="quiet-link" on:click=press(move || list::delete(session, id))>{icon(Icon::Close)}{t.delete}</button></p> }.into_any()
            })}
        </article>
    }
    .into_any()
}

fn head(session: Session, profile: &Profile) -> AnyView {
    let w = words_of(session);
    let kind = profile.place_kind().map(|kind| (w.place_kind)(kind));
    let is_cluster = profile.place_kind() == Some(PlaceKind::Cluster);
    let members = if is_cluster { profile.members().join(", ") } else { String::new() };
    let due = profile.is_revision_due(chance::today()).then(|| {
        view! { <p class="village-due">{icon(Icon::Note)}{session.text().village.revision_due}</p> }
    });
    let pitch = (!profile.pitch().is_empty())
        .then(|| view! { <p class="village-pitch">{profile.pitch().to_owned()}</p> });
    view! {
        <header class="page-head is-accented">
            {contours()}
            <p class="eyebrow">{kind}{(!members.is_empty()).then(|| format!(": {members}"))}</p>
            <h1 tabindex="-1">{name_of(session, profile)}</h1>
            {pitch}
            <p class="quiet">{stage_line(session, profile)}</p>
            {due}
        </header>
    }
    .into_any()
}

/// Says where two wrote differently without knowing of each other, so that nobody reads over it.
fn conflicts(session: Session, id: RecordId) -> AnyView {
    let count = session.work.look(|document| {
        let mine = |kind| document.of_kind(kind).filter(move |one| profile_of(one) == Some(id));
        KINDS.into_iter().flat_map(mine).filter(|one| !one.conflicts().is_empty()).count()
    });
    if count == 0 {
        return ().into_any();
    }
    let t = &session.text().village;
    view! {
        <p class="note is-refusal no-print">{icon(Icon::Note)}<span>{(t.in_conflict)(count)}" "<a href=Route::Files.address()>{t.to_conflicts}</a></span></p>
    }
    .into_any()
}

/// All of a profile, from the compass to the sources.
fn body(session: Session, id: RecordId, profile: &Profile, before: Option<&Profile>) -> AnyView {
    let w = words_of(session);
    let compass =
        (profile.course() == Course::Own).then(|| compass_figure(session, profile, before, false));
    let points = POINTS.iter().map(|point| point_view(session, profile, point));
    let rated = POINTS.map(|point| part_id(id, &RATING, &Aim::Today.part(point))).to_vec();
    let written = When::of_day(chance::today()).show(session.language());
    view! {
        {together(session, profile)}
        {compass}
        {origin(session, rated)}
        {figures(session, profile)}
        {text(session, profile, "vision")}
        {text(session, profile, "values")}
        {text(session, profile, "known")}
        <div class="village-points">{points.collect::<Vec<AnyView>>()}</div>
        {actions(session, profile)}
        {council(session, id, profile)}
        {text(session, profile, "carried")}
        {text(session, profile, "history")}
        {text(session, profile, "heritage")}
        {text(session, profile, "background")}
        {sources(session, profile)}
        <p class="village-foot">{(w.written)(&written)}</p>
    }
    .into_any()
}

/// What a person wrote, paragraph by paragraph.
pub(super) fn paragraphs(text: &str) -> AnyView {
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let parts = parts.map(|part| view! { <p class="as-written">{part.to_owned()}</p> }.into_any());
    parts.collect::<Vec<AnyView>>().into_any()
}

fn text(session: Session, profile: &Profile, part: &str) -> AnyView {
    let text = profile.passage(part);
    if text.is_empty() {
        return ().into_any();
    }
    let heading = (words_of(session).passage)(part);
    view! { <section class="village-text"><h2>{heading}</h2>{paragraphs(text)}</section> }
        .into_any()
}

/// Where a place belongs that is not developed in its own right.
pub(super) fn together(session: Session, profile: &Profile) -> AnyView {
    if profile.course() == Course::Own {
        return ().into_any();
    }
    let w = words_of(session);
    let belongs = (!profile.belongs_to().is_empty()).then(|| (w.belongs)(profile.belongs_to()));
    view! {
        <section class="village-text is-together">
            <h2>{(w.course)(Course::Together)}</h2>
            <p class="lead">{belongs}</p>
            {paragraphs(profile.passage("together"))}
        </section>
    }
    .into_any()
}

pub(super) fn figures(session: Session, profile: &Profile) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let language = session.language();
    let figures = profile.figures();
    if figures.is_empty() {
        return ().into_any();
    }
    let rows = figures.iter().map(|one| {
        let wished = (!one.wished.is_empty()).then(|| {
            let by = (!one.wished_by.is_empty()).then(|| format!(" ({})", date(one.wished_by, language)));
            view! { <small>{t.wished}": "{number(one.wished, language)}{by}</small> }
        });
        let source = if one.link.is_empty() {
            one.source.to_owned().into_any()
        } else {
            let shown = if one.source.is_empty() { one.link } else { one.source };
            view! { <a href=one.link.to_owned() rel="noopener noreferrer" target="_blank">{shown.to_owned()}</a> }.into_any()
        };
        view! {
            <tr>
                <th scope="row">{one.name.to_owned()}</th>
                <td class="is-number">{number(one.amount, language)}" "{one.unit.to_owned()}{wished}</td>
                <td>{date(one.year, language)}</td>
                <td>{source}</td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    view! {
        <section class="village-text">
            <h2>{w.figures}</h2>
            <table class="figure-table">
                <thead><tr><th scope="col">{t.figure}</th><th scope="col">{t.amount}</th><th scope="col">{t.year}</th><th scope="col">{t.source}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// A point with its rating; nothing where nothing was written.
fn point_view(session: Session, profile: &Profile, point: &'static str) -> AnyView {
    let w = words_of(session);
    let parts = crate::village::POINT_PASSAGES.into_iter().map(|part| format!("{point}/{part}"));
    let written: Vec<String> = parts.filter(|part| !profile.passage(part).is_empty()).collect();
    let rating = rating(session, profile, point);
    let partners =
        (point == "8a7" && !profile.partners().is_empty()).then(|| partners(session, profile));
    if written.is_empty() && rating.is_none() && partners.is_none() {
        return ().into_any();
    }
    let text = |part: &String| {
        let is_challenge = part.contains("/challenge");
        let class = if is_challenge { "point-text is-challenge" } else { "point-text" };
        view! { <div class=class><h3>{(w.passage)(part)}</h3>{paragraphs(profile.passage(part))}</div> }.into_any()
    };
    let texts = written.iter().map(text).collect::<Vec<AnyView>>();
    view! {
        <section class="village-point">
            <h2><b>{point}</b>" "{point_name(session, point)}</h2>
            {rating}
            {texts}
            {partners}
        </section>
    }
    .into_any()
}

/// The rating of a point in a sentence.
pub(super) fn rating(session: Session, profile: &Profile, point: &str) -> Option<AnyView> {
    let w = words_of(session);
    let language = session.language();
    let told = |aim| {
        let rating = profile.rating(point, aim)?;
        let value = (w.rated)(&number(&rating.value.to_string(), language));
        let group =
            rating.group.map(|one| format!(" ({})", (w.group)(one.people, one.least, one.most)));
        Some(format!("{}: {value}{}", (w.aim)(aim), group.unwrap_or_default()))
    };
    let told: Vec<String> = [told(Aim::Today), told(Aim::Wished)].into_iter().flatten().collect();
    let reason = profile.reason(point, Aim::Today);
    let reason =
        (!reason.is_empty()).then(|| view! { <p class="as-written">{reason.to_owned()}</p> });
    (!told.is_empty() || reason.is_some()).then(|| {
        view! { <div class="point-rating"><p><b>{told.join(" · ")}</b></p>{reason}</div> }
            .into_any()
    })
}

pub(super) fn partners(session: Session, profile: &Profile) -> AnyView {
    let partners = profile.partners();
    if partners.is_empty() {
        return ().into_any();
    }
    let rows = partners.iter().map(|one| {
        let there = one.with.filter(|id| {
            session.work.look_now(|document| {
                document.get(*id).is_some_and(crate::document::Record::is_present)
            })
        });
        let name = match there {
            Some(id) => {
                let address = Route::Villages(Villages::Profile(id.to_string())).address();
                let other = session.work.look_now(|document| Profile::of(document, id));
                let other = other.map(|other| name_of(session, &other)).unwrap_or_default();
                let name = if one.name.is_empty() { other } else { one.name.to_owned() };
                view! { <a href=address>{name}</a> }.into_any()
            }
            None => one.name.to_owned().into_any(),
        };
        view! { <li><b>{name}</b>{paragraphs(one.about)}</li> }.into_any()
    });
    view! { <div class="point-text"><h3>{words_of(session).partners}</h3><ul class="plain-list">{rows.collect::<Vec<AnyView>>()}</ul></div> }.into_any()
}

/// The action plan.
pub(super) fn actions(session: Session, profile: &Profile) -> AnyView {
    let actions = profile.actions();
    if actions.is_empty() {
        return ().into_any();
    }
    let rows = actions.iter().map(|one| action(session, one)).collect::<Vec<AnyView>>();
    view! { <section class="village-text"><h2>{words_of(session).actions}</h2><ol class="actions-read">{rows}</ol></section> }
        .into_any()
}

fn action(session: Session, one: &Action<'_>) -> AnyView {
    use crate::village::records::{ACTION, COST, FUNDING, TIME, WHO};
    let w = words_of(session);
    let language = session.language();
    let cost =
        if one.cost.is_empty() { String::new() } else { (w.kroner)(&number(one.cost, language)) };
    let facts = [(WHO, one.who), (TIME, one.time), (COST, cost.as_str()), (FUNDING, one.funding)];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(field, text)| {
        view! { <div><dt>{(w.field)(ACTION.name, field)}</dt><dd>{text.to_owned()}</dd></div> }
            .into_any()
    });
    let facts = facts.collect::<Vec<AnyView>>();
    let state = one.state.map(|state| view! { <span class="badge">{(w.state)(state)}</span> });
    let goals = one.goals.iter().map(|goal| {
        let route = Route::to_id(goal, session.edition).unwrap_or(Route::Goals(None));
        view! { <li><a href=route.address()>{crate::ui::wording::place_name(session, goal)}</a></li> }.into_any()
    });
    let goals = goals.collect::<Vec<AnyView>>();
    let threads = (!goals.is_empty()).then(
        || view! { <p class="field-label">{w.threads}</p><ul class="thread-list">{goals}</ul> },
    );
    let link = (!one.link.is_empty()).then(|| {
        view! { <p class="entry-source"><a href=one.link.to_owned() rel="noopener noreferrer" target="_blank">{one.link.to_owned()}</a></p> }
    });
    view! {
        <li>
            <h3>{one.what.to_owned()}" "{state}</h3>
            {paragraphs(one.why)}
            <dl class="action-facts">{facts}</dl>
            {threads}
            {link}
            {RecordId::parse(one.id).map(|id| origin(session, vec![id]))}
        </li>
    }
    .into_any()
}

fn council(session: Session, id: RecordId, profile: &Profile) -> AnyView {
    let w = words_of(session);
    let contact = session.work.look(|document| {
        document.get(id).map(|one| one.text(CONTACT).to_owned()).unwrap_or_default()
    });
    let influence = profile.passage("influence");
    if profile.council().is_empty() && contact.is_empty() && influence.is_empty() {
        return ().into_any();
    }
    let is_for_paper = !profile.council().is_empty() || !influence.is_empty();
    let class = if is_for_paper { "village-text" } else { "village-text no-print" };
    // How somebody is reached is for those who work with the profile on this device; not for paper.
    let contact = (!contact.is_empty()).then(|| {
        view! { <p class="no-print">{(w.field)("profile", CONTACT)}": "{contact}</p> }
    });
    view! {
        <section class=class>
            <h2>{w.council}</h2>
            <p><b>{profile.council().to_owned()}</b></p>
            {contact}
            {paragraphs(influence)}
        </section>
    }
    .into_any()
}

fn sources(session: Session, profile: &Profile) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let link = |name: &'static str, address: &str| {
        let address = address.to_owned();
        (!address.is_empty()).then(|| {
            view! { <p class="entry-source">{name}": "<a href=address.clone() rel="noopener noreferrer" target="_blank">{address.clone()}</a></p> }
        })
    };
    let (map, plan) = (profile.map(), profile.plan_link());
    if map.is_empty() && plan.is_empty() && profile.passage("sources").is_empty() {
        return ().into_any();
    }
    view! {
        <section class="village-text">
            <h2>{w.sources}</h2>
            {link(t.map, map)}
            {link(t.plan, plan)}
            {paragraphs(profile.passage("sources"))}
        </section>
    }
    .into_any()
}
