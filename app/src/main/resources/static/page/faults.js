// A demo's simulated world can be broken on purpose.

import {el, panel} from './elements.js';

const EVERY_MS = 3_000;
let control;
let refresh = () => {};

export function watchFaults(worldControl, heard) {
  control = worldControl.replace(/\/$/, '');
  refresh = async () => {
    try {
      const response = await fetch(`${control}/faults`);
      if (response.ok) heard(await response.json());
    } catch (error) {
      console.warn(`The simulated world does not answer: ${error}`);
    }
  };
  refresh();
  setInterval(refresh, EVERY_MS);
}

async function toggle(path, broken) {
  try {
    await fetch(`${control}/faults/${path}`, {method: broken ? 'DELETE' : 'POST'});
  } finally {
    refresh();
  }
}

export function faults({faults: {broker, modbus, stations}}) {
  return panel('faults', 'Break something',
    el.span({class: 'aside'}, 'in the simulated world'),
    el.div({class: 'buttons'},
      button('broker', 'MQTT broker', broker, 'Stop', 'Start'),
      button('modbus', 'Modbus server', modbus, 'Stop', 'Start'),
      Object.entries(stations ?? {}).map(([id, broken]) =>
        button(`stations/${encodeURIComponent(id)}`, id, broken, 'Unplug', 'Plug in'))));
}

function button(path, name, broken, breaks, heals) {
  return el.button({
    key: path, type: 'button', class: broken ? 'broken' : '', 'aria-pressed': String(Boolean(broken)),
    onClick: () => toggle(path, broken),
  }, `${broken ? heals : breaks} ${name}`);
}
