//! Every indicator in one table.

use super::head;
use crate::{
    app::{
        Column, Filter, GroupKey, Grouping, Measuring, Order, Route, Row, SetKey, Staleness,
        arrange, danish_key, rows,
    },
    measure::{Kind, Status, records::Kept},
    sorted::sort,
    ui::{
        components::{Icon, icon, live, press, words},
        platform::{chance, page},
        session::Session,
        status::chip,
        told::value,
        wording::accent,
    },
};
use leptos::prelude::*;

pub(super) fn page(session: Session, query: &str) -> AnyView {
    let t = &session.text().measure;
    let filter = Filter::from_query(query);
    let order = RwSignal::new(Order { column: Column::Number, is_descending: false });
    let grouping = RwSignal::new(Grouping::None);
    let wanted = RwSignal::new(filter.clone());
    // The address follows, so that a view can be handed on; it must not draw the page anew.
    let change = move |apply: &dyn Fn(&mut Filter)| {
        wanted.update(|filter| apply(filter));
        session.note_address(&Route::Measure(Measuring::Table(wanted.get_untracked().to_query())));
    };
    view! {
        <div class="table-page">
            {head(session, &Measuring::Table(String::new()), t.title, t.lead.into())}
            {filters(session, wanted, grouping, change)}
            {live(move || body(session, &wanted.get(), order, grouping.get()))}
        </div>
    }
    .into_any()
}

fn filters(
    session: Session,
    wanted: RwSignal<Filter>,
    grouping: RwSignal<Grouping>,
    change: impl Fn(&dyn Fn(&mut Filter)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let filter = wanted.get_untracked();
    let mut areas: Vec<(String, String)> = Vec::new();
    for area in &session.edition.areas {
        areas.push((
            area.number.to_string(),
            format!("{}. {}", area.number, area.short.get(language)),
        ));
    }
    areas.extend(
        session.edition.elements().next().map(|one| ("e".into(), one.short.get(language).into())),
    );
    let statuses = Status::ALL.map(|one| (one.name().to_owned(), (t.status)(one).to_owned()));
    let kinds = Kind::ALL.map(|one| (one.name().to_owned(), (t.kind)(one).to_owned()));
    let ages = Staleness::ALL.map(|one| (one.name().to_owned(), (t.staleness)(one).to_owned()));
    let groupings = Grouping::ALL.map(|one| {
        view! { <option value=one.name() selected=one == grouping.get_untracked()>{(t.grouping)(one)}</option> }.into_any()
    });
    let groupings = groupings.into_iter().collect::<Vec<AnyView>>();
    let choose_grouping = move |event| {
        let name = event_target_value(&event);
        grouping.set(
            Grouping::ALL.into_iter().find(|one| one.name() == name).unwrap_or(Grouping::None),
        );
    };
    let owner_choice = live(move || {
        let owners = owners(session);
        if owners.is_empty() {
            return ().into_any();
        }
        let chosen = wanted.get_untracked().owner;
        let t = &session.text().measure;
        choice(session, "filter-owner", t.owner, owners, chosen.as_deref(), move |name| {
            change(&|filter| filter.owner = some(&name));
        })
    });
    let clear = move || {
        change(&|filter| *filter = Filter::default());
        page::reset_fields(".filters");
    };
    // On a phone they would fill the first screen.
    let is_filtered = Filter { words: String::new(), ..filter.clone() } != Filter::default();
    view! {
        <form class="filters" role="search" on:submit=|event| event.prevent_default()>
            <label for="filter-words"><span>{t.words}</span>
                <input id="filter-words" type="search" autocomplete="off" value=filter.words.clone() on:input=move |event| {
                    let typed = event_target_value(&event);
                    change(&|filter| filter.words.clone_from(&typed));
                }/>
            </label>
            <details class="filters-more" open=!page::is_narrow() || is_filtered>
            <summary>{t.filters_more}</summary>
            <div class="filters-fields">
            {choice(session, "filter-area", t.area, areas, filter.area.as_deref(), move |name| change(&|filter| filter.area = some(&name)))}
            {choice(session, "filter-status", t.column_status, statuses.to_vec(), filter.status.map(Status::name), move |name| change(&|filter| filter.status = Status::from_name(&name)))}
            {choice(session, "filter-kind", t.kind_label, kinds.to_vec(), filter.kind.map(Kind::name), move |name| change(&|filter| filter.kind = Kind::from_name(&name)))}
            {choice(session, "filter-age", t.staleness_label, ages.to_vec(), filter.staleness.map(Staleness::name), move |name| change(&|filter| filter.staleness = Staleness::from_name(&name)))}
            {owner_choice}
            <label for="grouping"><span>{t.grouping_label}</span><select id="grouping" on:change=choose_grouping>{groupings}</select></label>
            <label class="check" for="filter-open">
                <input id="filter-open" type="checkbox" checked=filter.is_open_only on:change=move |event| {
                    let is_on = event_target_checked(&event);
                    change(&|filter| filter.is_open_only = is_on);
                }/>
                <span>{t.open_only}</span>
            </label>
            <button type="button" class="quiet-link" on:click=press(clear)>{icon(Icon::Close)}{t.clear_filter}</button>
            </div>
            </details>
        </form>
    }
    .into_any()
}

/// Who answers for observations of the set that is looked at.
fn owners(session: Session) -> Vec<(String, String)> {
    let set = session.shown_set();
    let mut owners: Vec<String> = Vec::new();
    session.measures(|measures| {
        let of_set = |kept: &&Kept| kept.set.map(SetKey::Own) == Some(set);
        for kept in measures.all_kept().filter(of_set) {
            if !kept.owner.is_empty() && !owners.contains(&kept.owner) {
                owners.push(kept.owner.clone());
            }
        }
    });
    sort(&mut owners, |one, other| danish_key(one) < danish_key(other));
    owners.into_iter().map(|one| (one.clone(), one)).collect()
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A choice of one among several, or of all.
fn choice(
    session: Session,
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: Option<&str>,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options = options.into_iter().map(|(value, name)| {
        let is_chosen = chosen == Some(value.as_str());
        view! { <option value=value selected=is_chosen>{name}</option> }.into_any()
    });
    let options = options.collect::<Vec<AnyView>>();
    view! {
        <label for=id><span>{label}</span>
            <select id=id on:change=move |event| choose(event_target_value(&event))>
                <option value="">{session.text().measure.all}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn body(session: Session, filter: &Filter, order: RwSignal<Order>, grouping: Grouping) -> AnyView {
    let t = &session.text().measure;
    let (set, today) = (session.shown_set(), chance::today());
    let all = session.measures(|measures| rows(measures, session.edition, set, today));
    let groups = arrange(&all, filter, order.get(), grouping, session.language());
    let shown: usize = groups.iter().map(|group| group.rows.len()).sum();
    let count = (t.shown)(shown, all.len());
    if shown == 0 {
        return view! { <p class="filter-result" role="status">{count}</p><p class="nothing">{t.none_shown}</p> }.into_any();
    }
    let bodies = groups.into_iter().map(|group| {
        let heading = group_name(session, &group.heading);
        let lines = group.rows.iter().filter_map(|at| all.get(*at)).map(|row| line(session, row));
        let lines = lines.collect::<Vec<AnyView>>();
        let heading = heading.map(|name| view! { <tr class="group-row"><th scope="rowgroup" colspan="5">{name}</th></tr> });
        view! { <tbody>{heading}{lines}</tbody> }.into_any()
    });
    let bodies = bodies.collect::<Vec<AnyView>>();
    view! {
        <p class="filter-result" role="status">{count}</p>
        <div class="table-frame" tabindex="0" role="region" aria-label=t.title>
            <table class="indicators-table">
                <thead><tr>
                    {column(session, order, Column::Number, t.column_number)}
                    {column(session, order, Column::Name, t.column_name)}
                    {column(session, order, Column::Status, t.column_status)}
                    {column(session, order, Column::Latest, t.column_latest)}
                    {column(session, order, Column::Count, t.column_count)}
                </tr></thead>
                {bodies}
            </table>
        </div>
    }
    .into_any()
}

fn group_name(session: Session, key: &GroupKey) -> Option<String> {
    let t = &session.text().measure;
    match key {
        GroupKey::All => None,
        GroupKey::Area(area) => {
            let number = area.as_deref().and_then(|area| area.parse().ok());
            let number = number.and_then(|number| session.edition.area(number));
            let element = || session.edition.elements().next().map(|one| &one.short);
            let name = number.map(|area| &area.short).or_else(element);
            name.map(|name| name.get(session.language()).to_owned())
        }
        GroupKey::Status(status) => Some((t.status)(*status).into()),
        GroupKey::Kind(kind) => Some((t.kind)(*kind).into()),
    }
}

fn column(session: Session, order: RwSignal<Order>, column: Column, name: &'static str) -> AnyView {
    let sorted = move || {
        let order = order.get();
        match (order.column == column, order.is_descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    };
    let id = format!("sort-{name}");
    let again = id.clone();
    let turn = move || {
        order.update(|order| {
            order.is_descending = order.column == column && !order.is_descending;
            order.column = column;
        });
        let again = again.clone();
        page::focus_soon(&format!("[id='{again}']"));
    };
    let _ = session;
    view! { <th scope="col" aria-sort=words(sorted)><button id=id class="sort" on:click=press(turn)>{name}</button></th> }
        .into_any()
}

fn line(session: Session, row: &Row) -> AnyView {
    let language = session.language();
    let t = &session.text().measure;
    let indicator = &row.indicator;
    let address = Route::to_id(&indicator.item, session.edition).map(|route| route.address());
    let latest = row.latest.as_ref().map(|(_, observation)| {
        let when =
            observation.when.map_or_else(|| t.undated.to_owned(), |when| when.show(language));
        (value(session, indicator, observation), when)
    });
    let latest = latest.map(|(value, when)| view! { {value}<small>{when}</small> });
    let is_own = indicator.is_own.then_some(t.indicator_own);
    let add = Route::Measure(Measuring::New(indicator.id.clone())).address();
    let label = format!("{}: {}", t.add, indicator.name.get(language));
    view! {
        <tr class=accent(row.area.as_deref())>
            <td><b>{if indicator.is_own { indicator.item.clone() } else { indicator.id.clone() }}</b></td>
            <th scope="row"><a href=address>{indicator.name.get(language).to_owned()}</a>{is_own.map(|word| view! { <small>{word}</small> })}</th>
            <td>{chip(session, row.status)}</td>
            <td class="is-value">{latest}</td>
            <td class="is-count"><span>{row.count}</span><a class="icon-button" href=add aria-label=label>{icon(Icon::Add)}</a></td>
        </tr>
    }
    .into_any()
}
