// Elements as functions: el.div({class: 'panel'}, child, child).

import {h} from '/webjars/preact/dist/preact.module.js';

export const el = new Proxy({}, {
  get: (_, tag) => (properties, ...children) => h(tag, properties, ...children),
});

// A part of the page with a heading, which also names it for screen readers.
export function panel(id, title, aside, ...children) {
  return el.section({class: `panel ${id}`, 'aria-labelledby': `${id}-title`},
    el.header(null, el.h2({id: `${id}-title`}, title), aside),
    ...children);
}
