//! Fields of village profiles: what nobody can choose there is not taken in, and what was typed is taken in
//! and not followed where it is no address. What holds for the fields of every kind: `bad_records`.

use super::{
    bad_input::{read, taken},
    bad_records::{file, record},
};
use pejlemaerke::{
    document::{Kind, Value},
    village::{
        Profile,
        records::{
            ACTION, CONTENT, COURSE, FIGURE, LINK, MAP, PLACE_KIND, PLAN_LINK, PROCESS, PROFILE,
            RATED, RATING, STAGE, STATE, TALLY, VERSION,
        },
    },
};

#[test]
fn what_nobody_can_choose_in_a_village_is_refused() {
    let check = |(kind, field): (&Kind, &str), right: &[&str], wrong: &[&str]| {
        let texts = right.iter().map(|text| (text, "taken in".to_owned()));
        let refused = wrong.iter().map(|text| (text, format!("Damaged 1 {field}")));
        for (text, expected) in texts.chain(refused) {
            let record = record(kind, field, &(*text).into());
            assert_eq!(taken(file(&[record]).into()), expected, "{}.{field}: {text}", kind.name);
        }
    };
    let places = ["centre_town", "local_town", "village", "cluster"];
    check((&PROFILE, PLACE_KIND), &places, &["town", "Village", "village ", "landsby"]);
    check((&PROFILE, COURSE), &["own", "together"], &["alone", "Own"]);
    let stages = ["draft", "hearing", "adopted", "revision"];
    check((&PROCESS, STAGE), &stages, &["vedtaget", "adopted\n", "Draft"]);
    check(
        (&ACTION, STATE),
        &["not_begun", "planned", "under_way", "dropped"],
        &["under way", "doing"],
    );
    check((&RATING, RATED), &[], &["3", "3,5", "seven"]);
    check(
        (&RATING, TALLY),
        &["0,0,3,5,1,0,0", "0,0,0,0,0,0,0", "100000,0,0,0,0,0,100000"],
        &[
            "0,0,3,5,1,0",
            "0,0,3,5,1,0,0,0",
            "0, 0, 3, 5, 1, 0, 0",
            "0;0;3;5;1;0;0",
            "0,0,3,5,1,0,",
            "0,0,3,-5,1,0,0",
            "0,0,3,5.5,1,0,0",
            "100001,0,0,0,0,0,0",
            "0,0,3,5,1,0,99999999999999999999",
        ],
    );
    check(
        (&VERSION, CONTENT),
        &["{}", r#"{"passage/8a1/today":"<script>","what/nobody/knows":"x","":""}"#],
        &[
            "[]",
            r#""Ellekrog""#,
            r#"{"profile/name":1}"#,
            r#"{"profile/name":null}"#,
            r#"{"profile/name":{"withheld":true}}"#,
            r#"{"profile/name":"a","profile/name":"b"}"#,
            r#"{"profile/name":"a"} and more"#,
            r#"{"profile/name":"a""#,
        ],
    );
}

#[test]
fn an_address_of_a_village_that_runs_something_is_kept_and_never_followed() {
    let links = [(&PROFILE, MAP), (&PROFILE, PLAN_LINK), (&FIGURE, LINK), (&ACTION, LINK)];
    let followed = |kind: &Kind, field: &str, address: &str| -> String {
        let file = file(&[record(kind, field, &address.into())]);
        let contents = read(&file).unwrap();
        assert_eq!(contents.records[0].text(field), address, "it is kept");
        let place = if kind.name == PROFILE.name { "profile" } else { &format!("{}/x", kind.name) };
        let name = format!("{place}/{field}");
        let kept = Value::map([(name.as_str(), address.into())]);
        let profile = Profile::parse(&kept.to_string()).unwrap();
        let figures = profile.figures().iter().map(|one| one.link).collect::<String>();
        let actions = profile.actions().iter().map(|one| one.link).collect::<String>();
        [profile.map(), profile.plan_link(), &figures, &actions].concat()
    };
    for (kind, field) in links {
        let good = "https://example.org/<script>";
        assert_eq!(followed(kind, field, good), good);
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "\u{1}javascript:alert(1)",
            " https://example.org",
            "https://example.org/a b",
            "https://example.org/\u{202e}gpj.exe",
            "data:text/html,<script>alert(1)</script>",
            "file:///etc/passwd",
            "//example.org",
            "spørg i hallen",
        ] {
            assert_eq!(followed(kind, field, bad), "", "{}.{field}: {bad}", kind.name);
        }
    }
}
