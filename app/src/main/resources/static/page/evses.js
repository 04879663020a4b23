// Every EVSE: who is there, what they get, and why.

import {el, panel} from './elements.js';
import {kW, kWh, percent} from './format.js';

const COLUMNS = ['EVSE', 'Vehicle', 'Energy', 'Leaves', 'Limit', 'Power', 'Why'];

export function evses(model) {
  const {state} = model;
  const connected = state.stations.filter(station => station.connected).length;
  return panel('evses', 'Charging',
    el.span({class: 'aside'}, `${connected} of ${state.stations.length} stations connected`),
    el.div({class: 'scroll'},
      el.table(null,
        el.thead(null, el.tr(null, COLUMNS.map(name => el.th({scope: 'col'}, name)))),
        el.tbody(null, state.evses.map(evse => row(evse, model))))));
}

function row(evse, model) {
  const station = model.state.stations.find(each => each.id === evse.station);
  const name = `${evse.station}/${evse.evse}`;
  const {session} = evse;
  return el.tr({key: name, 'data-evse': name, class: station.connected ? '' : 'stale'},
    el.th({scope: 'row'},
      el.span({class: `dot ${station.connected ? evse.status.toLowerCase() : 'offline'}`, 'aria-hidden': true}),
      el.span({class: 'id'}, name),
      el.span({class: 'badge'}, version(station.protocol)),
      el.span({class: 'status'}, status(evse, station, model))),
    cell('Vehicle', session && (session.idToken ?? 'unknown')),
    cell('Energy', session && energy(evse, session)),
    cell('Leaves', session && model.clock.near(session.need.departure, model.siteTime ?? Date.now())),
    cell('Limit', limit(evse)),
    cell('Power', (session || evse.measuredW) && el.strong(null, kW(evse.measuredW))),
    cell('Why', evse.reason));
}

const cell = (name, content) => el.td({'data-column': name}, content || null);

const version = protocol => protocol ? protocol.replace('ocpp', 'OCPP ') : 'never seen';

function status(evse, station, model) {
  if (station.connected) return evse.status.toLowerCase();
  return station.lastSeen ? `offline since ${model.clock.time(station.lastSeen)}` : 'offline';
}

// The state of charge where it is known, and otherwise what has been delivered of the need.
function energy(evse, {need, deliveredWh}) {
  const target = need.targetWh / need.capacityWh * 100;
  const asked = Math.max(1, need.targetWh - need.storedWh);
  const [share, mark, text] = evse.socPercent !== undefined
    ? [evse.socPercent, target, `${percent(evse.socPercent)} of ${percent(target)}`]
    : [deliveredWh / asked * 100, 100, `${kWh(deliveredWh)} of ${kWh(asked)}`];
  return el.div({class: 'energy'},
    el.div({class: 'bar', 'aria-hidden': true},
      el.div({class: 'filled', style: {width: `${Math.max(0, Math.min(100, share))}%`}}),
      mark < 100 && el.div({class: 'mark', style: {left: `${mark}%`}})),
    el.span(null, text));
}

function limit({wantedW, confirmedW}) {
  if (confirmedW === undefined && wantedW === 0) return null;
  const same = confirmedW !== undefined && Math.abs(confirmedW - wantedW) < 50;
  return el.span({class: same ? '' : 'pending'},
    confirmedW === undefined ? 'none' : kW(confirmedW),
    !same && el.small(null, ` → ${kW(wantedW)}`));
}
