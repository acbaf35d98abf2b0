import { Map, NavigationControl, ScaleControl } from "/map/maplibre-gl.mjs";

const notice = document.getElementById("notice");

function tell(text) {
  notice.textContent = text;
  notice.hidden = false;
}

function show(style) {
  // Workers know no page: addresses are made whole for them.
  for (const source of Object.values(style.sources)) {
    source.tiles = source.tiles.map((tiles) => location.origin + tiles);
  }
  const map = new Map({ container: "map", style, hash: true, attributionControl: { compact: false } });
  map.addControl(new NavigationControl());
  map.addControl(new ScaleControl());
  map.on("error", (event) => tell(`The map cannot be drawn: ${event.error.message}`));
  map.on("idle", () => document.body.setAttribute("data-drawn", "true"));
  if (Object.keys(style.sources).length === 0) {
    tell("There is no map yet. The command 'sensorium map import FILE.osm.pbf' takes one in; "
      + "one that was imported before there were tiles is to be imported again.");
  }
}

try {
  const answer = await fetch("/map/style.json");
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  show(await answer.json());
} catch (error) {
  tell(`The map cannot be read: ${error.message}`);
}
