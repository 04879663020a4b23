// The live page of a site: reads how it is built, watches it, and draws it anew with every event.

import {render} from '/webjars/preact/dist/preact.module.js';
import {el} from './elements.js';
import {alerts} from './alerts.js';
import {circuits} from './circuits.js';
import {evses} from './evses.js';
import {faults, watchFaults} from './faults.js';
import {flow} from './flow.js';
import {clock} from './format.js';
import {headline} from './headline.js';
import {speedometer, watch} from './live.js';
import {planPanel} from './plan.js';
import {stations} from './stations.js';

const HISTORY_MS = 3 * 3600_000;
const HISTORY_EVERY_MS = 20_000;

// All that the page knows.
const model = {connection: 'opening'};
const root = document.getElementById('page');
root.replaceChildren();
let waiting = false;

function draw() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    render(page(model), root);
  });
}

function page(model) {
  const {site, state} = model;
  return el.div({class: 'page', 'data-connection': model.connection},
    headline(model),
    model.connection === 'lost' && el.p({class: 'banner', role: 'alert'},
      'Connection lost. Trying again',
      model.siteTime ? `; what you see is from ${model.clock.exact(model.siteTime)}.` : ' …'),
    model.impediments?.length > 0 && el.div({class: 'banner', role: 'alert'},
      model.impediments.map(reason => el.p(null, reason))),
    el.main(null,
      state
        ? [flow(site, state, model.clock), circuits(site, state)]
        : el.p({class: 'panel notice first-look'}, 'Waiting for the first look at the site …'),
      planPanel(model),
      state && evses(model),
      state && stations(model, loadStation),
      state && alerts(state),
      model.faults && faults(model)),
    el.footer(null,
      el.a({href: '/swagger-ui.html'}, 'API'), ' · ',
      el.a({href: '/v3/api-docs'}, 'OpenAPI'), ' · ',
      el.a({href: '/actuator/prometheus'}, 'Metrics'), ' · ',
      el.a({href: '/actuator/health'}, 'Health')));
}

async function get(path) {
  const response = await fetch(path, {headers: {Accept: 'application/json'}});
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

async function getIfThere(path) {
  try {
    return await get(path);
  } catch (error) {
    console.warn(String(error));
    return undefined;
  }
}

async function loadPlan() {
  const base = `/api/v1/sites/${encodeURIComponent(model.site.id)}`;
  const plan = await getIfThere(`${base}/plan`);
  if (!plan) return;
  const from = new Date(Date.parse(plan.boundaries[0]) - HISTORY_MS).toISOString();
  const prices = await getIfThere(`${base}/prices?from=${from}&to=${plan.boundaries.at(-1)}`);
  model.plan = plan;
  model.prices = prices;
  draw();
}

async function loadStation(id) {
  const station = await getIfThere(`/api/v1/stations/${encodeURIComponent(id)}`);
  if (!station) return;
  model.details = {...model.details, [id]: station};
  draw();
}

async function loadHistory() {
  const meter = gridMeter(model.site);
  if (!meter || !model.siteTime) return;
  const now = Date.parse(model.siteTime);
  const query = new URLSearchParams({
    source: meter, quantity: 'POWER_W', bucketSeconds: '120',
    from: new Date(now - HISTORY_MS).toISOString(), to: new Date(now).toISOString(),
  });
  const series =
    await getIfThere(`/api/v1/sites/${encodeURIComponent(model.site.id)}/measurements?${query}`);
  if (series) model.history = series.buckets;
  draw();
}

function gridMeter(site) {
  const root = site.circuits.find(circuit => !circuit.parent);
  return site.meters.find(meter => meter.circuit === root.id)?.id;
}

function heard(event) {
  const plan = model.planId;
  const first = !model.siteTime;
  model.siteTime = event.siteTime;
  model.speed = model.measureSpeed(event.wallTime, event.siteTime) ?? model.speed;
  model.impediments = event.impediments;
  model.state = event.state ?? model.state;
  model.planId = event.plan;
  if (event.plan && event.plan !== plan) loadPlan();
  if (first) loadHistory();
  draw();
}

async function start() {
  const [summary] = await get('/api/v1/sites');
  model.site = await get(`/api/v1/sites/${encodeURIComponent(summary.id)}`);
  model.clock = clock(model.site.zone);
  model.measureSpeed = speedometer();
  draw();
  watch(summary.id, heard, connection => {
    if (model.connection !== connection) {
      model.connection = connection;
      draw();
    }
  });
  setInterval(loadHistory, HISTORY_EVERY_MS);
  if (model.site.worldControl) {
    watchFaults(model.site.worldControl, state => {
      model.faults = state;
      draw();
    });
  }
}

// The engine may be on its way up.
async function startWhenPossible() {
  try {
    await start();
  } catch (error) {
    console.warn(String(error));
    render(el.p({class: 'notice'}, 'The engine does not answer yet. Trying again …'), root);
    setTimeout(startWhenPossible, 2_000);
  }
}

startWhenPossible();
