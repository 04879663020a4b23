// The stream of events, and what is known about the connection and the clock.

// The browser reconnects by itself; a stream that falls silent is closed and opened anew.
const SILENCE_MS = 15_000;

export function watch(site, heard, changed) {
  let source;
  let last = Date.now();

  function open() {
    source = new EventSource(`/api/v1/sites/${encodeURIComponent(site)}/events`);
    source.onopen = () => changed('live');
    source.onerror = () => changed('lost');
    source.addEventListener('state', event => {
      last = Date.now();
      changed('live');
      heard(JSON.parse(event.data));
    });
  }

  open();
  setInterval(() => {
    if (Date.now() - last > SILENCE_MS) {
      changed('lost');
      source.close();
      last = Date.now();
      open();
    }
  }, 5_000);
}

// How many seconds of the site pass in a second on the wall.
export function speedometer() {
  const seen = [];
  return (wallTime, siteTime) => {
    seen.push([Date.parse(wallTime), Date.parse(siteTime)]);
    if (seen.length > 10) seen.shift();
    const [wall, site] = [0, 1].map(i => seen.at(-1)[i] - seen[0][i]);
    if (wall < 1_500) return undefined;
    const speed = site / wall;
    return speed < 1.5 ? 1 : Math.round(speed);
  };
}
