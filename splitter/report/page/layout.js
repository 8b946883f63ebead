// SPDX-License-Identifier: GPL-2.0-or-later
// Where the functions of the graph stand: callers left of callees, in columns whose
// order keeps those that call each other near. Deterministic, and fast for thousands.

const rowHeight = 21, nodeHeight = 16, columnGap = 44, groupGap = 46;

const nodeWidth = (f) => f.name.length * 6.7 + 14;

// Edges that close a cycle are turned round for the layout.
function forwardEdges(nodes, links) {
	const out = new Map(nodes.map((f) => [f, []]));
	for (const link of links)
		out.get(link.from).push(link.to);
	const state = new Map(), forward = [];
	const starts = [...nodes].sort((a, b) => a.in.length - b.in.length || a.number - b.number);
	for (const start of starts) {
		const stack = state.has(start) ? [] : [{ f: start, next: 0 }];
		state.set(start, state.get(start) || 'open');
		while (stack.length) {
			const top = stack[stack.length - 1];
			const to = out.get(top.f)[top.next++];
			if (to === undefined) {
				state.set(top.f, 'done');
				stack.pop();
			} else if (state.get(to) !== 'open') {
				forward.push([top.f, to]);
				if (!state.has(to)) {
					state.set(to, 'open');
					stack.push({ f: to, next: 0 });
				}
			} else if (to !== top.f) {
				forward.push([to, top.f]);
			}
		}
	}
	return forward;
}

// Longest way from a function that nobody calls; those then move next to their callees.
function rankNodes(nodes, forward) {
	const rank = new Map(nodes.map((f) => [f, 0]));
	const waiting = new Map(nodes.map((f) => [f, 0]));
	const out = new Map(nodes.map((f) => [f, []]));
	for (const [from, to] of forward) {
		out.get(from).push(to);
		waiting.set(to, waiting.get(to) + 1);
	}
	const first = nodes.filter((f) => !waiting.get(f));
	const queue = [...first];
	for (let i = 0; i < queue.length; i++)
		for (const to of out.get(queue[i])) {
			rank.set(to, Math.max(rank.get(to), rank.get(queue[i]) + 1));
			waiting.set(to, waiting.get(to) - 1);
			if (!waiting.get(to))
				queue.push(to);
		}
	for (const f of first)
		if (out.get(f).length)
			rank.set(f, Math.min(...out.get(f).map((to) => rank.get(to))) - 1);
	return rank;
}

function neighboursOf(nodes, links) {
	const neighbours = new Map(nodes.map((f) => [f, []]));
	for (const link of links) {
		if (link.from === link.to)
			continue;
		neighbours.get(link.from).push(link.to);
		neighbours.get(link.to).push(link.from);
	}
	return neighbours;
}

// One column: as near to where its neighbours are as the space between rows allows.
function settleColumn(column, y, neighbours, step) {
	const wish = new Map();
	for (const f of column) {
		const near = neighbours.get(f);
		const sum = near.reduce((total, other) => total + y.get(other), 0);
		wish.set(f, near.length ? sum / near.length : y.get(f));
	}
	column.sort((a, b) => wish.get(a) - wish.get(b) || a.number - b.number);
	// Blocks of rows that touch are placed where they lie best on the whole.
	const blocks = [];
	for (const f of column) {
		blocks.push({ rows: [f], sum: wish.get(f) });
		while (blocks.length > 1) {
			const last = blocks[blocks.length - 1], before = blocks[blocks.length - 2];
			const top = (b) => b.sum / b.rows.length - (b.rows.length - 1) * step / 2;
			if (top(before) + before.rows.length * step <= top(last))
				break;
			before.rows.push(...last.rows);
			before.sum += last.sum;
			blocks.pop();
		}
	}
	for (const block of blocks) {
		const top = block.sum / block.rows.length - (block.rows.length - 1) * step / 2;
		block.rows.forEach((f, index) => y.set(f, top + index * step));
	}
}

function makeColumns(nodes, rank) {
	const columns = new Map();
	for (const f of nodes) {
		if (!columns.has(rank.get(f)))
			columns.set(rank.get(f), []);
		columns.get(rank.get(f)).push(f);
	}
	return [...columns.keys()].sort((a, b) => a - b).map((key) => columns.get(key));
}

// Full columns become several, whose rows interleave.
function placeColumns(columns, y, parts, places) {
	let x = 0;
	columns.forEach((column, index) => {
		const widths = new Array(parts[index]).fill(0);
		column.forEach((f, row) => {
			const part = row % parts[index];
			widths[part] = Math.max(widths[part], nodeWidth(f));
		});
		const left = widths.map((width, part) => x +
			widths.slice(0, part).reduce((sum, other) => sum + other + 14, 0));
		column.forEach((f, row) => places.set(f, { x: left[row % parts[index]], y: y.get(f),
			width: nodeWidth(f), height: nodeHeight }));
		x = left[parts[index] - 1] + widths[parts[index] - 1] + columnGap;
	});
	return x;
}

// Functions without any call inside the driver: a plain list below.
function placeAlone(alone, places, width) {
	const bottom = Math.max(0, ...[...places.values()].map((place) => place.y + place.height));
	const cell = Math.max(...alone.map(nodeWidth)) + 14;
	const across = Math.max(3, Math.floor(Math.max(width, 900) / cell));
	const top = places.size ? bottom + groupGap : 0;
	alone.sort((a, b) => a.domain.localeCompare(b.domain) || a.name.localeCompare(b.name));
	alone.forEach((f, index) => places.set(f, { x: (index % across) * cell,
		y: top + Math.floor(index / across) * rowHeight, width: nodeWidth(f),
		height: nodeHeight }));
	return top;
}

// Returns { places: Map of function to { x, y, width, height }, alone: y of the list }.
function layOut(nodes, links) {
	const connected = new Set();
	for (const link of links)
		if (link.from !== link.to)
			connected.add(link.from).add(link.to);
	const inside = nodes.filter((f) => connected.has(f));
	const alone = nodes.filter((f) => !connected.has(f));
	const columns = makeColumns(inside, rankNodes(inside, forwardEdges(inside, links)));
	const neighbours = neighboursOf(inside, links);
	const most = Math.max(60, Math.ceil(Math.sqrt(inside.length * 20)));
	const parts = columns.map((column) => Math.ceil(column.length / most));
	const y = new Map(), places = new Map();
	for (const column of columns)
		column.forEach((f, row) => y.set(f, (row - column.length / 2) * rowHeight));
	for (let pass = 0; pass < 24; pass++) {
		const order = columns.map((column, index) => index);
		for (const index of pass % 2 ? order.reverse() : order)
			settleColumn(columns[index], y, neighbours, rowHeight / parts[index]);
	}
	const top = Math.min(0, ...y.values());
	for (const [f, value] of y)
		y.set(f, value - top);
	const width = placeColumns(columns, y, parts, places);
	const listTop = alone.length ? placeAlone(alone, places, width) : null;
	return { places, alone: listTop };
}
