/** Dates as people read them. A date is an ISO day, which has no time zone and must not be given one. */

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

function read(format, day) {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? String(day) : format.format(date);
}

export function longDate(day) {
  return day ? read(LONG, day) : "undated";
}

export function shortDate(day) {
  return day ? read(SHORT, day) : "undated";
}

/** A span of days; either end may be open. */
export function span(from, to) {
  if (from && to) return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`;
  if (from) return `since ${shortDate(from)}`;
  return to ? `until ${shortDate(to)}` : "any date";
}

export function moment(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? "" : MOMENT.format(date);
}
