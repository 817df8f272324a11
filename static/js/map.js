// Makes a map that can be moved out of a drawn map and its list (templates/maps/map.html). Without
// this script, in print, and when a file does not arrive, drawing and list stay as they are.

const CALM = matchMedia("(prefers-reduced-motion: reduce)").matches;
const REGION = [[-12.25, 92], [44, 142.25]]; // degrees; as the drawn map (core/charts/dot_map.py)
const CLOSEST = 7; // how near the first view comes to a few places
const EDGE = 36; // pixels between places and the edge of a view
const LARGEST = 25; // half the width of the largest circle, in pixels
const NARROW = 560; // pixels: on such a map buttons take a good part of the upper edge
const BUBBLE = { maxWidth: 280, maxHeight: 260, autoPanPaddingTopLeft: [60, 12], autoPanPaddingBottomRight: [12, 12] };
const settingsOf = new Map();
let library;

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
const folded = (text) => text.normalize("NFKC").toLocaleLowerCase();

function element(name, className = "", ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function link(text, url) {
  const made = element("a", "", text);
  made.href = url;
  return made;
}

function arrived(made, parent = document.head) {
  return new Promise((resolve, reject) => {
    made.addEventListener("load", resolve);
    made.addEventListener("error", reject);
    parent.append(made);
  });
}

function script(url) {
  return arrived(Object.assign(document.createElement("script"), { src: url }));
}

function style(url) {
  return arrived(Object.assign(document.createElement("link"), { rel: "stylesheet", href: url }));
}

async function json(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

function settings(url) {
  if (!settingsOf.has(url)) settingsOf.set(url, json(url));
  return settingsOf.get(url);
}

// Leaflet, its clusters, the style sheet and the land: fetched once, with the first map one sees.
function load(files) {
  library ??= Promise.all([
    script(files.leaflet).then(() => script(files.cluster)),
    style(files.style),
    json(files.land).then(coasts),
  ]).then((parts) => parts[2]);
  return library;
}

// The file has each ring as a first point and the steps from there (partnership/maps/land.py).
function coasts({ scale, rings }) {
  return rings.map((steps) => {
    const ring = [];
    let x = 0;
    let y = 0;
    for (let place = 0; place < steps.length; place += 2) {
      x += steps[place];
      y += steps[place + 1];
      ring.push([y / scale, x / scale]);
    }
    return ring;
  });
}

function listed(rows) {
  return rows.map((row) => {
    const [latitude, longitude] = row.dataset.at.split(",").map(Number);
    const anchor = row.querySelector("a");
    const heading = row.parentElement.previousElementSibling;
    return {
      latitude,
      longitude,
      name: (anchor ?? row.firstChild).textContent.trim(),
      group: heading?.matches("h3") ? heading.textContent : "",
      url: anchor?.getAttribute("href") ?? "",
      count: Number(row.querySelector(".count")?.textContent ?? 1),
      items: [],
      members: [],
    };
  });
}

const FIELDS = ["latitude", "longitude", "name", "group", "url", "count", "items", "members"];

async function pointsOf(figure, rows) {
  if (!figure.dataset.points) return listed(rows);
  const answer = await json(figure.dataset.points);
  return answer.map((row) => Object.fromEntries(FIELDS.map((name, place) => [name, row[place]])));
}

// How many things are at these places; one that is at several counts once.
function counted(points) {
  const members = new Set(points.flatMap((point) => point.members));
  return members.size || points.reduce((sum, { count }) => sum + count, 0);
}

// What the list is narrowed to stands in the address, so that a link shows the same places.
const MARK = "#place=";

function remembered() {
  try {
    return location.hash.startsWith(MARK) ? decodeURIComponent(location.hash.slice(MARK.length)) : "";
  } catch {
    return ""; // somebody has cut the link
  }
}

function remember(text) {
  if (!text && !location.hash.startsWith(MARK)) return;
  const place = location.pathname + location.search;
  history.replaceState(history.state, "", text ? `${place}${MARK}${encodeURIComponent(text)}` : place);
}

class LiveMap {
  constructor(figure, given, land, points, rows, started) {
    Object.assign(this, { figure, given, land, points, rows, started, words: given.words });
    this.place = figure.querySelector(".map-live");
    this.layer = given.layers.find((layer) => layer.id === given.first);
    this.shown = points;
    points.forEach((point) => {
      const names = [point.name, point.group, ...point.items.map(([title]) => title)];
      point.text = folded(names.join("\n"));
    });
    figure.classList.add("is-live");
    this.place.hidden = false;
    this.place.tabIndex = 0;
    figure.querySelector(".map-help")?.removeAttribute("hidden");
    this.draw();
    this.fit(this.inRegion());
    this.listenToFilter();
  }

  // A projection belongs to a map from its beginning, so another base layer is another map.
  draw(view = null) {
    this.map?.remove();
    this.figure.classList.toggle("has-foreign-base", this.layer.id !== "coast");
    const isGeographic = this.layer.projection === "EPSG:4326";
    this.map = L.map(this.place, {
      crs: isGeographic ? L.CRS.EPSG4326 : L.CRS.EPSG3857,
      attributionControl: false,
      zoomControl: false,
      minZoom: this.layer.picture || this.layer.tiles.length ? 2 : 1,
      zoomSnap: this.layer.tiles.length ? 1 : 0.5,
      maxZoom: this.layer.maxZoom,
      maxBounds: [[-85, -180], [85, 180]],
      maxBoundsViscosity: 1,
      zoomAnimation: !CALM,
      fadeAnimation: !CALM,
      markerZoomAnimation: !CALM,
      inertia: !CALM,
      scrollWheelZoom: false, // until somebody turns to the map: the wheel belongs to the page
    });
    // A bubble moves the map into view, and has no option to do so at once.
    if (CALM) this.map.panBy = (by) => L.Map.prototype.panBy.call(this.map, by, { animate: false });
    if (view) this.map.setView(view.center, view.zoom);
    else this.map.fitBounds(REGION);
    this.map.on("focus click", () => this.map.scrollWheelZoom.enable());
    this.map.on("blur", () => this.map.scrollWheelZoom.disable());
    this.drawBase();
    this.drawControls();
    this.drawPoints();
    this.map.on("popupopen", ({ popup }) => this.opened(popup));
    this.map.on("popupclose", ({ popup }) => this.closed(popup));
  }

  drawBase() {
    const { layer, map } = this;
    if (layer.picture) {
      const [south, west, north, east] = layer.bounds;
      L.imageOverlay(layer.picture, [[south, west], [north, east]], { alt: "" }).addTo(map);
    } else if (layer.tiles.length) {
      for (const address of layer.tiles) {
        L.tileLayer(address, {
          subdomains: layer.subdomains,
          maxZoom: layer.maxZoom,
          zoomOffset: layer.projection === "EPSG:4326" ? 1 : 0,
          referrerPolicy: "origin", // map services tell by it whose key is used
        }).addTo(map);
      }
    } else {
      map.createPane("land").style.zIndex = 150;
      const renderer = L.svg({ pane: "land", padding: 0.5 });
      // Filled by the even-odd rule: the outer rings are land, those within them lakes.
      const drawing = { renderer, pane: "land", interactive: false, className: "map-land" };
      L.polygon(this.land, drawing).addTo(map);
    }
  }

  drawControls() {
    const { layer, map, words } = this;
    const add = (position, content) => {
      const Control = L.Control.extend({ onAdd: () => content });
      map.addControl(new Control({ position }));
    };
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    const all = element("button", "map-button", words.all);
    all.type = "button";
    all.addEventListener("click", () => this.fit());
    L.DomEvent.disableClickPropagation(all);
    add("topright", all);
    if (this.given.layers.length > 1) add("topright", this.chooser());
    if (layer.review) {
      add("bottomleft", element("p", "map-note map-review", `${words.review} ${layer.review}`));
    }
    add("bottomright", element("p", "map-note", layer.attribution));
  }

  chooser() {
    const select = element("select", "map-button");
    select.setAttribute("aria-label", this.words.base);
    for (const { id, name } of this.given.layers) {
      select.append(new Option(name, id, false, id === this.layer.id));
    }
    select.addEventListener("change", () => {
      const view = { center: this.map.getCenter(), zoom: this.map.getZoom() };
      this.layer = this.given.layers.find(({ id }) => id === select.value);
      this.draw(view);
      this.place.querySelector("select").focus();
    });
    L.DomEvent.disableClickPropagation(select);
    return select;
  }

  drawPoints() {
    this.clusters = L.markerClusterGroup({
      animate: !CALM,
      chunkedLoading: true,
      chunkProgress: (done, all) => done === all && this.ready(),
      maxClusterRadius: 80, // so far apart that fingers tell circles from each other
      showCoverageOnHover: false,
      spiderLegPolylineOptions: { className: "map-leg", weight: 1 },
      iconCreateFunction: (cluster) => this.clusterIcon(cluster),
    });
    this.markers = new Map(this.points.map((point) => [point, this.marker(point)]));
    this.showPoints();
    this.map.addLayer(this.clusters);
  }

  ready() {
    this.figure.dataset.ready ??= Math.round(performance.now() - this.started); // ms
  }

  showPoints() {
    this.clusters.clearLayers();
    this.clusters.addLayers(this.shown.map((point) => this.markers.get(point)));
  }

  marker(point) {
    const hasMany = point.count > 1;
    const options = {
      icon: L.divIcon({ className: "map-point", html: "", iconSize: [28, 28] }),
      alt: point.name,
      point,
    };
    const marker = L.marker([point.latitude, point.longitude], options);
    options.icon.createIcon = () => {
      const text = filled(this.words.point, { name: point.name, count: point.count });
      const name = element("span", "visually-hidden", hasMany ? text : point.name);
      const count = element("span", "map-count", hasMany ? String(point.count) : "");
      count.setAttribute("aria-hidden", "true");
      const icon = element("div", `map-point${hasMany ? " map-point--many" : ""}`, name, count);
      icon.title = point.name;
      return this.placed(icon, 28);
    };
    return marker.bindPopup(() => this.bubble(point), BUBBLE);
  }

  clusterIcon(cluster) {
    const points = cluster.getAllChildMarkers().map(({ options }) => options.point);
    const count = counted(points);
    const text = filled(this.words.cluster, { places: points.length, count });
    const size = count < 10 ? 36 : count < 100 ? 42 : 50;
    const icon = L.divIcon({ iconSize: [size, size] });
    icon.createIcon = () => {
      const shown = element("span", "map-count", String(count));
      shown.setAttribute("aria-hidden", "true");
      const made = element("div", "map-cluster", element("span", "visually-hidden", text), shown);
      return this.placed(made, size);
    };
    return icon;
  }

  placed(icon, size) {
    icon.classList.add("leaflet-marker-icon");
    const { style: own } = icon;
    own.width = own.height = `${size}px`;
    own.marginLeft = own.marginTop = `${-size / 2}px`;
    return icon;
  }

  bubble(point) {
    const title = element("p", "map-bubble__place", point.name);
    const box = element("div", "map-bubble", title);
    if (point.group && point.group !== point.name) {
      title.append(element("span", "soft", point.group));
    }
    const { items, count, url } = point;
    if (items.length) {
      box.append(element("ul", "", ...items.map(([title, page]) => element("li", "", link(title, page)))));
    }
    if (url && items.length < count) {
      box.append(element("p", "", link(filled(this.words.more, { count }), url)));
    }
    return box;
  }

  // Whoever opens a bubble with the keyboard stands in it, and back on the point afterwards.
  opened(popup) {
    const box = popup.getElement();
    box.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", this.words.close);
    const source = popup._source?.getElement?.();
    if (source && document.activeElement === source) box.querySelector("a")?.focus();
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.map.closePopup(popup);
    });
  }

  // The bubble may be gone already, and the focus with it.
  closed(popup) {
    const focused = document.activeElement;
    const isLost = !focused || focused === document.body || popup.getElement()?.contains(focused);
    if (isLost) popup._source?.getElement?.()?.focus();
  }

  // Cases from far away would make the region small: it is seen first, and everything on demand.
  inRegion() {
    const region = L.latLngBounds(REGION);
    return this.points.filter(({ latitude, longitude }) => region.contains([latitude, longitude]));
  }

  fit(points = this.shown) {
    const places = (points.length ? points : this.shown).map(({ latitude, longitude }) => [latitude, longitude]);
    const view = {
      paddingTopLeft: [EDGE, this.place.clientWidth < NARROW ? this.buttons() + LARGEST : EDGE],
      paddingBottomRight: [EDGE, EDGE],
      maxZoom: CLOSEST,
      animate: !CALM,
    };
    this.map.fitBounds(places.length ? L.latLngBounds(places) : REGION, view);
  }

  // How far the buttons at the top reach down, so that no circle lies under them.
  buttons() {
    return Math.max(...[...this.place.querySelectorAll(".leaflet-top")].map((corner) => corner.offsetHeight));
  }

  listenToFilter() {
    const line = this.figure.querySelector(".map-filter");
    if (!line) return;
    line.hidden = false;
    const field = line.querySelector("input");
    const output = line.querySelector("output");
    let waiting;
    const narrow = () => {
      const wanted = folded(field.value.trim());
      this.shown = this.points.filter(({ text }) => text.includes(wanted));
      this.narrowList(wanted);
      this.showPoints();
      this.fit();
      const { found, none } = this.words;
      const numbers = { found: this.shown.length, places: this.points.length };
      output.value = wanted ? filled(this.shown.length ? found : none, numbers) : "";
      remember(field.value.trim());
    };
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(narrow, 150);
    });
    field.value = remembered();
    if (field.value) narrow();
  }

  // Rows and points come in the same order; an answer from before a change is matched by its text.
  narrowList(wanted) {
    const isSame = this.rows.length === this.points.length;
    this.rows.forEach((row, place) => {
      const text = isSame ? this.points[place].text : folded(row.textContent);
      row.hidden = !text.includes(wanted);
    });
    for (const list of this.figure.querySelectorAll(".dot-map-list ul")) {
      const isEmpty = ![...list.children].some((row) => !row.hidden);
      list.hidden = isEmpty;
      const heading = list.previousElementSibling;
      if (heading?.matches("h3")) heading.hidden = isEmpty;
    }
  }
}

async function begin(figure) {
  const started = performance.now();
  const rows = [...figure.querySelectorAll("[data-at]")];
  const given = await settings(figure.dataset.map);
  const [land, points] = await Promise.all([load(given.files), pointsOf(figure, rows)]);
  new LiveMap(figure, given, land, points, rows, started);
}

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      begin(target).catch((reason) => console.warn("The map stays a drawing.", reason));
    }
  },
  { rootMargin: "400px" },
);
document.querySelectorAll("[data-map]").forEach((figure) => watcher.observe(figure));
