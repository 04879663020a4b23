// Name, clock, connection, and the figures that matter most.

import {el} from './elements.js';
import {age, kW, kilowatts, money} from './format.js';

const CONNECTION = {opening: 'connecting', live: 'live', lost: 'connection lost'};

export function headline(model) {
  const {site, state, plan, siteTime} = model;
  if (state) document.title = `${kilowatts(state.gridW)} kW · ${site.name}`;
  return el.header({class: 'headline'},
    el.div({class: 'who'},
      el.h1(null, site.name),
      el.p({class: 'clock'},
        siteTime
          ? [el.time({dateTime: siteTime}, model.clock.date(siteTime), ' ',
              el.strong(null, model.clock.exact(siteTime))),
            model.speed > 1 && el.span({class: 'speed', title: 'Site time runs faster than the wall clock'},
              `×${model.speed}`)]
          : '…',
        el.span({class: `connection ${model.connection}`, role: 'status'},
          CONNECTION[model.connection]))),
    el.dl({class: 'figures'},
      figure('Grid now', kW(state?.gridW), state && `of ${kW(state.importLimitW)} allowed`),
      figure('Price now', money(state?.importPricePerKwh, site.currency, 3), 'per kWh'),
      figure('Plan costs', money(plan?.cost.total, site.currency), plan && horizon(plan)),
      figure('Found by', plan ? plan.report.status.toLowerCase() : '–', plan && solver(plan, siteTime))));
}

function figure(name, value, note) {
  return el.div(null, el.dt(null, name), el.dd(null, value, note && el.small(null, note)));
}

function horizon(plan) {
  const hours = (Date.parse(plan.boundaries.at(-1)) - Date.parse(plan.boundaries[0])) / 3600_000;
  const short = plan.shortfalls.length;
  return `over ${Math.round(hours)} h` + (short ? `, ${short} ${short > 1 ? 'needs' : 'need'} missed` : '');
}

function solver(plan, siteTime) {
  const made = siteTime ? `, ${age(Date.parse(siteTime) - Date.parse(plan.createdAt))} ago` : '';
  return `${plan.report.method}, ${plan.report.elapsedMs} ms${made}`;
}
