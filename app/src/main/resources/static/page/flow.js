// Where power flows now. Load convention: positive flows from the grid towards the device.

import {el, panel} from './elements.js';
import {kW, kilowatts, percent} from './format.js';

const HUB = [260, 188];
const RADIUS = 47;
const STILL_W = 50;

// Drawn within 24 × 24.
const ICONS = {
  grid: 'M12 2 7 22M12 2l5 20M8.5 16h7M9.5 11h5M5 7h14M12 2v5',
  solar: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  battery: 'M6 6h12v15H6ZM10 3h4v3h-4ZM12 10l-2.5 4h5L12 18',
  building: 'M4 21V9l8-6 8 6v12ZM9 21v-6h6v6M9 11h.01M15 11h.01',
  vehicles: 'M3 16v-4l2.5-5.5h13L21 12v4ZM3 12h18M6.5 16v3M17.5 16v3M6.5 14h.01M17.5 14h.01',
};

export function flow(site, state, clock) {
  const nodes = nodesOf(site, state, clock);
  return panel('flow', 'Power now', null,
    el.svg({viewBox: '0 0 520 388', role: 'img', 'aria-label': inWords(nodes)},
      nodes.map(wire),
      el.circle({class: 'hub', cx: HUB[0], cy: HUB[1], r: 9}),
      nodes.map(node)));
}

function nodesOf(site, state, clock) {
  const kind = name => state.devices.filter(device => device.kind === name);
  const vehicles = state.evses.filter(evse => evse.session).length;
  return [
    {
      id: 'grid', name: 'Grid', at: [76, 188], watts: state.gridW, towardsHub: true,
      stale: state.gridW === undefined, note: staleNote(kind('meter'), clock),
    },
    site.inverters.length > 0 && {
      id: 'solar', name: 'Solar', at: [260, 56], ...sum(kind('inverter'), clock),
    },
    {
      id: 'building', name: 'Building', at: [444, 188], watts: state.uncontrolledW,
      stale: state.uncontrolledW === undefined, note: 'estimated',
    },
    site.batteries.length > 0 && {
      id: 'battery', name: 'Battery', at: [150, 318], ...sum(kind('battery'), clock),
    },
    {
      id: 'vehicles', name: 'Vehicles', at: [370, 318],
      watts: state.evses.reduce((all, evse) => all + (evse.measuredW ?? 0), 0),
      note: `${vehicles} connected`,
    },
  ].filter(Boolean);
}

// Devices of one kind as one.
function sum(devices, clock) {
  const fresh = devices.filter(device => !device.stale);
  const soc = fresh.map(device => device.socPercent).filter(value => value !== undefined);
  return {
    watts: fresh.length ? fresh.reduce((all, device) => all + (device.powerW ?? 0), 0) : undefined,
    stale: fresh.length < devices.length,
    note: fresh.length < devices.length
      ? staleNote(devices, clock)
      : soc.length ? percent(soc.reduce((a, b) => a + b) / soc.length) : undefined,
  };
}

function staleNote(devices, clock) {
  const stale = devices.find(device => device.stale);
  if (!stale) return undefined;
  return stale.lastReading ? `stale since ${clock.time(stale.lastReading)}` : 'never heard';
}

function wire({id, at, watts, towardsHub, stale}) {
  const power = watts ?? 0;
  const still = stale || Math.abs(power) < STILL_W;
  const forward = towardsHub ? power > 0 : power < 0;
  const [from, to] = forward ? [at, HUB] : [HUB, at];
  const width = 2 + Math.min(7, Math.sqrt(Math.abs(power) / 1000));
  const path = `M${from.join(' ')} L${to.join(' ')}`;
  return el.g({class: `wire ${id} ${still ? 'still' : ''}`, key: `wire-${id}`},
    el.path({class: 'line', d: path, 'stroke-width': width}),
    !still && el.path({
      class: 'stream', d: path, 'stroke-width': width,
      style: {animationDuration: `${Math.max(0.5, 2.4 - Math.abs(power) / 20_000)}s`},
    }),
    !still && arrow(from, to));
}

// In the middle of the visible part of a wire.
function arrow(from, to) {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const outer = from === HUB ? to : from;
  const inner = from === HUB ? from : to;
  const length = Math.hypot(outer[0] - inner[0], outer[1] - inner[1]);
  const share = (length - RADIUS + 9) / 2 / length;
  const x = inner[0] + (outer[0] - inner[0]) * share;
  const y = inner[1] + (outer[1] - inner[1]) * share;
  return el.path({
    class: 'arrow', d: 'M-6 -8 L8 0 L-6 8 Z',
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${(angle * 180 / Math.PI).toFixed(1)})`,
  });
}

function node({id, name, at: [x, y], watts, stale, note}) {
  const shown = watts === undefined ? '–' : kilowatts(Math.abs(watts));
  return el.g({class: `node ${id} ${stale ? 'stale' : ''}`, key: id, 'data-node': id,
      transform: `translate(${x} ${y})`},
    el.circle({r: RADIUS}),
    el.path({class: 'icon', d: ICONS[id], transform: 'translate(-12 -37)'}),
    el.text({class: 'value', y: 11}, shown),
    el.text({class: 'unit', y: 29}, 'kW'),
    el.text({class: 'name', y: RADIUS + 18}, name, note && el.tspan({class: 'note'}, ` ${note}`)));
}

function inWords(nodes) {
  return nodes.map(({id, name, watts, stale, towardsHub}) => {
    if (stale && watts === undefined) return `${name}: unknown`;
    const inwards = towardsHub ? watts > 0 : watts < 0;
    return `${name} ${inwards ? 'gives' : 'takes'} ${kW(Math.abs(watts))}`;
  }).join('; ');
}
