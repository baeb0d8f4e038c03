//! Workshops: twenty people in a hall, one tablet or several, and a result that leaves the room.

mod agenda;
mod clock;
mod harvest;
mod looks;
mod outlives;
mod tables;
mod voting;

/// The template that most journeys begin with, and what is asked in its stages.
const TEMPLATE: &str = "Landsbyens prioriteter";
const VOTING: &str = "Hvor skal vi lægge kræfterne de næste år?";
const PRIORITISING: &str = "Hvad skal vi begynde med?";
