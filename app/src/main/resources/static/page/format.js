// Numbers and times as people read them. What is unknown is a dash.

const UNKNOWN = '–';
const MINUS = '\u2212';
const THIN = '\u202f';

const known = value => value !== undefined && value !== null && !Number.isNaN(value);

function signed(value, digits) {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

export function kilowatts(watts) {
  if (!known(watts)) return UNKNOWN;
  const kW = watts / 1000;
  return signed(kW, Math.abs(kW) >= 99.95 ? 0 : 1);
}

export const kW = watts => known(watts) ? kilowatts(watts) + THIN + 'kW' : UNKNOWN;

export const kWh = wattHours =>
  known(wattHours) ? signed(wattHours / 1000, 1) + THIN + 'kWh' : UNKNOWN;

export const amps = value => signed(value, Math.abs(value) < 9.95 && value % 1 !== 0 ? 1 : 0);

export const percent = value => known(value) ? Math.round(value) + THIN + '%' : UNKNOWN;

export function money(value, currency, digits = 2) {
  if (!known(value)) return UNKNOWN;
  return new Intl.NumberFormat('en', {
    style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits,
  }).format(value);
}

export function clock(zone) {
  const format = options => new Intl.DateTimeFormat('en-GB', {timeZone: zone, ...options});
  const time = format({hour: '2-digit', minute: '2-digit'});
  const exact = format({hour: '2-digit', minute: '2-digit', second: '2-digit'});
  const date = format({weekday: 'short', day: 'numeric', month: 'short'});
  const day = format({weekday: 'short'});
  return {
    time: instant => time.format(new Date(instant)),
    exact: instant => exact.format(new Date(instant)),
    date: instant => date.format(new Date(instant)),
    // With the weekday when it is not the same day.
    near: (instant, now) => date.format(new Date(instant)) === date.format(new Date(now))
      ? time.format(new Date(instant))
      : `${day.format(new Date(instant))} ${time.format(new Date(instant))}`,
  };
}

export function age(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 90) return `${seconds}${THIN}s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes}${THIN}min` : `${Math.round(minutes / 60)}${THIN}h`;
}
