// Every station: what it can do, and who says so. Read anew each time that it is opened.

import {el, panel} from './elements.js';

const SOURCES = {
  SITE_FILE: 'site file',
  QUIRK: 'known quirk',
  STATION: 'told by the station',
  DEFAULT: 'assumed',
};

export function stations(model, opened) {
  return panel('stations', 'What stations can do', null,
    model.state.stations.map(station =>
      el.details({
        key: station.id,
        'data-station': station.id,
        onToggle: event => event.currentTarget.open && opened(station.id),
      },
      el.summary(null, el.span({class: 'id'}, station.id)),
      detail(model.details?.[station.id], model.clock))));
}

function detail(station, clock) {
  if (!station) return el.p({class: 'notice'}, 'Reading …');
  const {traits} = station;
  if (!traits) return el.p({class: 'notice'}, 'Nothing is known of this station.');
  return el.div({class: 'scroll'},
    el.p(null, identity(traits), ' · ', told(traits, clock)),
    el.table(null, el.tbody(null, traits.values.map(trait =>
      el.tr({key: trait.name},
        el.th({scope: 'row'}, trait.name),
        el.td(null, trait.value),
        el.td({class: `source ${trait.source.toLowerCase()}`, title: trait.because ?? ''},
          SOURCES[trait.source]))))));
}

const identity = ({vendor, model, firmware}) =>
  vendor === undefined ? 'has not said what it is' : [vendor, model, firmware].filter(Boolean).join(' ');

function told({toldAt, toldInFull}, clock) {
  if (!toldAt) return 'not asked yet';
  return `asked at ${clock.time(toldAt)}${toldInFull ? '' : ', left questions open'}`;
}
