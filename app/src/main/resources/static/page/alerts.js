// What an operator should look at.

import {el, panel} from './elements.js';

export function alerts(state) {
  return panel('alerts', 'Alerts', null,
    state.alerts.length
      ? el.ul(null, state.alerts.map(text => el.li({key: text}, text)))
      : el.p({class: 'calm'}, 'Nothing needs attention.'));
}
