// The plan over its horizon, the price behind it, and what was measured until now.

import {Component, h} from '/webjars/preact/dist/preact.module.js';
import uPlot from '/webjars/uplot/dist/uPlot.esm.js';
import {el, panel} from './elements.js';
import {kWh, kilowatts, money} from './format.js';

const HEIGHT = 300;
const NARROW = 560;
const dark = matchMedia('(prefers-color-scheme: dark)');

export function planPanel({plan, prices, history, siteTime, site}) {
  return panel('plan', 'Plan',
    plan?.shortfalls.length > 0 && el.span({class: 'aside warning'},
      plan.shortfalls.map(s => `${s.session} misses ${kWh(s.missingWh)}`).join(', ')),
    plan
      ? h(PlanChart, {plan, prices, history, now: siteTime, zone: site.zone, currency: site.currency})
      : el.p({class: 'notice first-plan'},
        'Waiting for the first plan. The guard already keeps every fuse; a plan needs a few seconds.'));
}

const seconds = instant => Date.parse(instant) / 1000;
const add = (a, b) => a.map((value, i) => value + b[i]);
const kilo = watts => watts.map(value => value / 1000);
// A step holds until its end.
const held = values => [...values, values.at(-1)];

function tables({plan, prices, history}) {
  const zero = plan.gridW.map(() => 0);
  const total = devices => devices.map(device => device.powerW).reduce(add, zero);
  const tables = [[
    plan.boundaries.map(seconds),
    ...[total(plan.vehicles), total(plan.batteries), plan.solarW, plan.uncontrolledW, plan.gridW]
      .map(kilo).map(held),
  ]];
  tables.push(prices
    ? [prices.boundaries.map(seconds), held(prices.importPricePerKwh)]
    : [[seconds(plan.boundaries[0])], [null]]);
  tables.push(history?.length
    ? [history.map(bucket => seconds(bucket.start)), history.map(bucket => bucket.average / 1000)]
    : [[seconds(plan.boundaries[0])], [null]]);
  return uPlot.join(tables);
}

class PlanChart extends Component {
  componentDidMount() {
    this.build();
    this.resized = new ResizeObserver(() => {
      const width = this.base.clientWidth;
      const narrow = width < NARROW;
      if (narrow !== this.narrow) this.build();
      else this.chart.setSize({width, height: HEIGHT});
    });
    this.resized.observe(this.base);
    this.recolour = () => this.build();
    dark.addEventListener('change', this.recolour);
  }

  componentDidUpdate(before) {
    const {plan, prices, history, now} = this.props;
    if (plan !== before.plan || prices !== before.prices || history !== before.history) {
      this.chart.setData(tables(this.props));
    } else if (now !== before.now) {
      this.chart.redraw(false);
    }
  }

  componentWillUnmount() {
    this.resized.disconnect();
    dark.removeEventListener('change', this.recolour);
    this.chart.destroy();
  }

  render() {
    return el.div({class: 'chart', role: 'img', 'aria-label': inWords(this.props)});
  }

  build() {
    this.chart?.destroy();
    const width = this.base.clientWidth;
    this.narrow = width < NARROW;
    this.chart = new uPlot(options(width, this.narrow, this), tables(this.props), this.base);
  }
}

function options(width, narrow, component) {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  const {zone, currency} = component.props;
  const stepped = uPlot.paths.stepped({align: 1});
  const power = (label, name, more = {}) => ({
    label, scale: 'kW', stroke: colour(name), width: 2, paths: stepped, points: {show: false},
    value: (_, value) => value === null || value === undefined ? '–' : kilowatts(value * 1000), ...more,
  });
  const axis = {
    stroke: colour('muted'), font: '12px system-ui, sans-serif',
    grid: {stroke: colour('line'), width: 1}, ticks: {show: false},
  };
  return {
    width, height: HEIGHT, padding: [8, narrow ? 0 : 4, 0, 0],
    tzDate: time => uPlot.tzDate(new Date(time * 1000), zone),
    cursor: {points: {size: 6}, drag: {x: true, y: false}},
    scales: {
      x: {time: true, range: (_, min, max) => [min, max]},
      kW: {range: (_, min, max) => span(Math.min(0, min), Math.max(0, max))},
      price: {range: (_, min, max) => span(Math.min(0, min ?? 0), Math.max(0.01, max ?? 0))},
    },
    axes: [
      {...axis, size: 28, space: narrow ? 60 : 70, values: times(zone)},
      {...axis, scale: 'kW', size: narrow ? 34 : 48, values: (_, ticks) => ticks.map(String),
        label: narrow ? undefined : 'kW', labelSize: 16, labelFont: '12px system-ui, sans-serif'},
      {...axis, scale: 'price', side: 1, size: narrow ? 38 : 56, grid: {show: false},
        values: (_, ticks) => ticks.map(tick => tick.toFixed(2)),
        label: narrow ? undefined : `${currency} per kWh`, labelSize: 16,
        labelFont: '12px system-ui, sans-serif'},
    ],
    // The price comes last in the data, but lies behind the rest.
    series: [
      {label: 'Time', value: (_, time) => time ? moment(zone).format(new Date(time * 1000)) : '–'},
      power('Vehicles', 'vehicles', {fill: colour('vehicles') + '26'}),
      power('Battery', 'battery'),
      power('Solar', 'solar'),
      power('Building', 'building'),
      power('Grid', 'grid', {width: 2.5}),
      {
        label: 'Price', scale: 'price', stroke: colour('price'), fill: colour('price') + '33', width: 1,
        paths: stepped, points: {show: false},
        value: (_, value) => value === null || value === undefined ? '–' : money(value, currency, 3),
      },
      power('Grid measured', 'measured', {width: 1.5, paths: undefined}),
    ],
    hooks: {draw: [chart => nowLine(chart, component.props.now, colour('text'))]},
  };
}

function span(min, max) {
  const room = Math.max(1e-3, max - min) * 0.06;
  return [min < 0 ? min - room : 0, max + room];
}

const moment = zone => new Intl.DateTimeFormat('en-GB',
  {timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit'});

// The weekday where a day begins.
function times(zone) {
  const time = new Intl.DateTimeFormat('en-GB', {timeZone: zone, hour: '2-digit', minute: '2-digit'});
  const day = new Intl.DateTimeFormat('en-GB', {timeZone: zone, weekday: 'short'});
  return (_, ticks) => ticks.map(tick => {
    const text = time.format(new Date(tick * 1000));
    return text === '00:00' ? day.format(new Date(tick * 1000)) : text;
  });
}

function nowLine(chart, now, colour) {
  if (!now) return;
  const x = chart.valToPos(seconds(now), 'x', true);
  const {left, top, width, height} = chart.bbox;
  if (x < left || x > left + width) return;
  const {ctx} = chart;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, top + height);
  ctx.stroke();
  ctx.restore();
}

function inWords({plan, currency}) {
  return `Planned power for ${plan.vehicles.length} vehicles and ${plan.batteries.length} batteries: `
    + `at most ${kilowatts(plan.peakImportW)} kW from the grid, costs ${money(plan.cost.total, currency)}`;
}
