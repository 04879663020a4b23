// What every fuse has to carry at the most, phase by phase.

import {el, panel} from './elements.js';
import {amps} from './format.js';

const PHASES = ['L1', 'L2', 'L3'];

export function circuits(site, state) {
  return panel('circuits', 'Circuits', legend(),
    state.circuits.map(circuit => el.div(
      {class: `circuit depth-${depth(site, circuit.id)}`, key: circuit.id, 'data-circuit': circuit.id},
      el.h3(null, circuit.id, el.small(null, `${amps(Math.min(...circuit.fuseA))} A`)),
      PHASES.map((phase, i) => gauge(circuit, phase, i)))));
}

function legend() {
  return el.span({class: 'legend'},
    el.span({class: 'key budgeted'}, 'budgeted'), el.span({class: 'key occupied'}, 'other loads'));
}

function gauge(circuit, phase, i) {
  const fuse = circuit.fuseA[i];
  const occupied = Math.max(0, circuit.occupiedA[i]);
  const budgeted = circuit.budgetedA[i];
  const total = occupied + budgeted;
  const share = value => `${Math.min(100, value / fuse * 100)}%`;
  return el.div({class: `gauge ${total > fuse ? 'over' : ''}`, key: phase},
    el.span({class: 'phase'}, phase),
    el.div({
      class: 'bar', role: 'meter', 'aria-label': `${circuit.id} ${phase}`, 'aria-valuemin': 0,
      'aria-valuemax': fuse, 'aria-valuenow': total, 'aria-valuetext': `${amps(total)} of ${amps(fuse)} A`,
    },
      el.div({class: 'budgeted', style: {width: share(budgeted)}}),
      el.div({class: 'occupied', style: {width: share(occupied)}})),
    el.span({class: 'number'}, `${amps(total)} A`));
}

function depth(site, id) {
  const parent = site.circuits.find(circuit => circuit.id === id)?.parent;
  return parent ? 1 + depth(site, parent) : 0;
}
