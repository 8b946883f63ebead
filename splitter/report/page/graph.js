// SPDX-License-Identifier: GPL-2.0-or-later
// The call graph: drawing, moving about in it, and what is highlighted.

const graph = { svg: null, scene: null, nodes: new Map(), lines: new Map(), places: new Map(),
	view: { x: 0, y: 0, scale: 1 } };

// Around one function: its chains, who calls it and whom it calls, two calls far.
function aroundChosen() {
	const around = new Set([state.chosen]);
	for (const name of Object.keys(state.chosen.chains))
		chainOf(state.chosen, name).forEach((f) => around.add(f));
	let down = [state.chosen], up = [state.chosen];
	for (let depth = 0; depth < 2; depth++) {
		down = down.flatMap((f) => f.out.map((edge) => edge.to));
		up = up.flatMap((f) => f.in.map((edge) => edge.from));
		[...down, ...up].forEach((f) => around.add(f));
	}
	return around;
}

function visibleNodes() {
	const around = byId('focus').checked && state.chosen ? aroundChosen() : null;
	return functions.filter((f) => (around ? around.has(f) : halfShown(f)));
}

function edgePath(edge) {
	const a = graph.places.get(edge.from), b = graph.places.get(edge.to);
	const x1 = a.x + a.width, y1 = a.y + a.height / 2, x2 = b.x - 3, y2 = b.y + b.height / 2;
	if (edge.from === edge.to)
		return `M${x1 - 10},${a.y} c6,-16 22,-10 12,7`;
	if (x2 > x1) {
		const bend = Math.min(Math.max((x2 - x1) / 2, 20), 160);
		return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
	}
	const down = y2 >= y1 ? 1 : -1;
	return `M${x1},${y1} C${x1 + 60},${y1 + 24 * down} ${x2 - 60},${y2 - 24 * down} ${x2},${y2}`;
}

function drawEdge(edge) {
	const line = makeSvg('path', { d: edgePath(edge), 'marker-end': 'url(#arrow)',
		'data-from': edge.from.number, 'data-to': edge.to.number });
	line.classList.add('edge');
	line.classList.toggle('indirect', edge.indirect);
	line.classList.toggle('crosses', edge.crosses);
	graph.lines.set(edge, line);
	return line;
}

function drawNode(f) {
	const place = graph.places.get(f);
	const node = makeSvg('g', { class: 'node ' + f.domain, 'data-function': f.number,
		transform: `translate(${place.x},${place.y})` });
	node.classList.toggle('root', f.root);
	node.classList.toggle('entry', f.entry);
	node.append(makeSvg('title', {}, `${f.name}: ${halfNames[f.domain]}, ` +
		`${f.contexts.join(', ') || 'never entered'}\n${f.reason}`),
		makeSvg('rect', { width: place.width, height: place.height }),
		makeSvg('text', { x: 7, y: 12 }, f.name));
	node.addEventListener('click', () => choose(f));
	node.addEventListener('dblclick', () => showSource(f.at));
	graph.nodes.set(f, node);
	return node;
}

function drawGraph() {
	const nodes = visibleNodes(), inside = new Set(nodes);
	const links = edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to));
	const result = layOut(nodes, links);
	graph.places = result.places;
	graph.nodes.clear();
	graph.lines.clear();
	graph.scene.replaceChildren(...links.map(drawEdge));
	if (result.alone !== null)
		graph.scene.append(makeSvg('text', { class: 'group', x: 0, y: result.alone - 12 },
			'neither call nor called by a function shown here'));
	graph.scene.append(...nodes.map(drawNode));
	markGraph();
	fitGraph();
}

function applyView() {
	const view = graph.view;
	graph.scene.setAttribute('transform', `translate(${view.x},${view.y}) scale(${view.scale})`);
	// From afar, the chain keeps a size at which it can be read.
	graph.scene.style.setProperty('--pop', Math.min(2.4, Math.max(1, 0.75 / view.scale)));
}

// The part of the pane that the legend leaves free.
function pane() {
	const box = graph.svg.getBoundingClientRect();
	return { width: box.width || 800, height: (box.height || 600) - 34 };
}

function showBox(places, most) {
	if (!places.length)
		return;
	const left = Math.min(...places.map((p) => p.x)), top = Math.min(...places.map((p) => p.y));
	const right = Math.max(...places.map((p) => p.x + p.width));
	const bottom = Math.max(...places.map((p) => p.y + p.height));
	const room = pane();
	const scale = Math.min(most, room.width / (right - left + 40), room.height / (bottom - top + 40));
	graph.view = { scale, x: (room.width - (left + right) * scale) / 2,
		y: (room.height - (top + bottom) * scale) / 2 };
	applyView();
}

function fitGraph() {
	if (byId('graph').classList.contains('on'))
		showBox([...graph.places.values()], 1.3);
}

function zoom(factor, x, y) {
	const view = graph.view, room = pane();
	const scale = Math.min(4, Math.max(0.04, view.scale * factor));
	const at = { x: x === undefined ? room.width / 2 : x, y: y === undefined ? room.height / 2 : y };
	view.x = at.x - (at.x - view.x) * scale / view.scale;
	view.y = at.y - (at.y - view.y) * scale / view.scale;
	view.scale = scale;
	applyView();
}

// The chain is what one wants to see, at a size at which it can be read; with those
// that call the function and are called by it, if there is room.
function lookAtChain(chain) {
	if (!chain.length || !byId('graph').classList.contains('on'))
		return;
	// With room for names that are drawn larger from afar.
	const placesOf = (list) => list.map((f) => graph.places.get(f)).filter(Boolean)
		.map((place) => ({ ...place, width: place.width * 1.8 }));
	const near = [...state.chosen.in.map((edge) => edge.from),
		...state.chosen.out.map((edge) => edge.to)];
	for (const [list, least] of [[[...chain, ...near], 0.7], [chain, 0.3], [[state.chosen], 0]]) {
		showBox(placesOf(list), 1.1);
		if (graph.view.scale >= least)
			break;
	}
}

function markGraph() {
	const chain = state.chosen ? chainOf(state.chosen, state.context) : [];
	const onChain = new Set(chain), chainEdges = new Set(), near = new Set();
	for (let i = 0; i + 1 < chain.length; i++)
		chainEdges.add(edgeBetween(chain[i + 1], chain[i]));
	if (state.chosen)
		for (const edge of [...state.chosen.in, ...state.chosen.out])
			near.add(edge);
	for (const [edge, line] of graph.lines) {
		line.classList.toggle('chain', chainEdges.has(edge));
		line.classList.toggle('near', near.has(edge) && !chainEdges.has(edge));
		line.classList.toggle('dim', Boolean(state.chosen) && !near.has(edge) &&
			!chainEdges.has(edge));
	}
	const nearNodes = new Set([...near].flatMap((edge) => [edge.from, edge.to]));
	for (const [f, node] of graph.nodes) {
		const part = onChain.has(f) || nearNodes.has(f);
		node.classList.toggle('chosen', f === state.chosen);
		node.classList.toggle('chain', onChain.has(f));
		if (onChain.has(f))
			graph.scene.append(node);
		node.classList.toggle('near', nearNodes.has(f) && !onChain.has(f));
		node.classList.toggle('dim', state.chosen ? !part : !table.shown.has(f));
	}
}

function makeLegend() {
	const key = (kind, shape, text) => {
		const svg = makeSvg('svg', { class: 'key ' + kind, viewBox: '0 0 26 12' });
		svg.append(shape);
		byId('legend').append(make('span', {}, svg, ' ' + text));
	};
	const box = () => makeSvg('rect', { x: 2, y: 2, width: 22, height: 8, rx: 2 });
	const line = (name) => makeSvg('path', { d: 'M1,6 H25', class: name });
	for (const name of halves)
		key(name, box(), halfNames[name]);
	key('root', box(), 'critical root');
	key('', line('indirect'), 'through a pointer');
	key('', line('crosses'), 'crosses');
	key('', line('chain'), 'chain of the chosen one');
}

function makeMoving() {
	let from = null;
	graph.svg.addEventListener('wheel', (event) => {
		const box = graph.svg.getBoundingClientRect();
		event.preventDefault();
		zoom(Math.exp(-event.deltaY * 0.0015), event.clientX - box.left, event.clientY - box.top);
	}, { passive: false });
	graph.svg.addEventListener('pointerdown', (event) => {
		from = { x: event.clientX - graph.view.x, y: event.clientY - graph.view.y };
	});
	window.addEventListener('pointermove', (event) => {
		if (!from || !event.buttons)
			return;
		graph.view.x = event.clientX - from.x;
		graph.view.y = event.clientY - from.y;
		applyView();
	});
	window.addEventListener('pointerup', () => { from = null; });
	byId('zoom-in').addEventListener('click', () => zoom(1.4));
	byId('zoom-out').addEventListener('click', () => zoom(1 / 1.4));
	byId('zoom-fit').addEventListener('click', fitGraph);
	byId('focus').addEventListener('change', drawGraph);
}

function makeGraph() {
	const marker = makeSvg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4,
		markerWidth: 7, markerHeight: 7, markerUnits: 'userSpaceOnUse', orient: 'auto' });
	marker.append(makeSvg('path', { d: 'M0,1 L7,4 L0,7 Z', class: 'arrow' }));
	graph.svg = makeSvg('svg', { id: 'graph-svg' });
	graph.scene = makeSvg('g', {});
	const defs = makeSvg('defs', {});
	defs.append(marker);
	graph.svg.append(defs, graph.scene);
	byId('graph').append(graph.svg);
	makeLegend();
	makeMoving();
}
