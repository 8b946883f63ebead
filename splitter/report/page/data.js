// SPDX-License-Identifier: GPL-2.0-or-later
// The document of the report (report/README.md), indexed.

const functions = data.functions;
const halves = ['kernel', 'user', 'both'];
const halfNames = { kernel: 'kernel half', user: 'user half', both: 'both halves' };
const severity = ['process', 'unknown', 'atomic', 'softirq', 'hardirq'];

function makeSvg(tag, attributes, text) {
	const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
	for (const [key, value] of Object.entries(attributes || {}))
		element.setAttribute(key, value);
	if (text !== undefined)
		element.textContent = text;
	return element;
}

function sourceOf(path) {
	return data.sources.find((source) => source.path === path) ||
		data.sources.find((source) => path && source.path.endsWith('/' + path));
}

function shortPath(path) {
	const source = sourceOf(path);
	return source ? source.name : (path || '').replace(/^.*\//, '');
}

// Calls between the same two functions are one line of the graph.
function mergeEdges() {
	const merged = new Map();
	for (const call of data.edges) {
		const key = call.from + ' ' + call.to;
		let edge = merged.get(key);
		if (!edge) {
			edge = { from: functions[call.from], to: functions[call.to], calls: [],
				indirect: true, crosses: false };
			merged.set(key, edge);
			edge.from.out.push(edge);
			edge.to.in.push(edge);
		}
		edge.calls.push(call);
		edge.indirect = edge.indirect && call.indirect;
		edge.crosses = edge.crosses || call.crosses;
	}
	return [...merged.values()];
}

function holds(f, at) {
	return f.first_line <= at.line && at.line <= f.last_line &&
		shortPath(f.source) === shortPath(at.file);
}

function indexFunctions() {
	const byName = new Map();
	functions.forEach((f, number) => {
		Object.assign(f, { number, in: [], out: [], sites: [] });
		if (!byName.has(f.name))
			byName.set(f.name, []);
		byName.get(f.name).push(f);
	});
	for (const lock of data.locks)
		for (const site of lock.sites)
			for (const f of byName.get(site.function) || [])
				if (holds(f, site.at))
					f.sites.push({ lock, site });
	return byName;
}

const functionsByName = indexFunctions();
const edges = mergeEdges();

// What crosses at a function: its upcall or downcall, calls to the other half, downcalls.
function countCrossings(f) {
	const names = new Set(f.downcalls.map((call) => call.name));
	const calls = f.out.filter((edge) => edge.crosses).length;
	return (f.upcall ? 1 : 0) + (f.downcall ? 1 : 0) + calls + names.size;
}

for (const f of functions) {
	f.lockNames = [...new Set(f.sites.map((entry) => entry.lock.name))];
	f.crossings = countCrossings(f);
	f.reason = f.reasons.length ? f.reasons[0].text : '';
	f.words = [f.name, f.domain, ...f.contexts, f.root ? 'root' : '', f.upcall ? 'upcall' : '',
		f.downcall ? 'downcall' : '', shortPath(f.source), ...f.lockNames,
		...f.downcalls.map((call) => call.name),
		...f.reasons.map((reason) => reason.text)].join(' ').toLowerCase();
}

// The chain of a function in one context, or in the most severe one that has a chain.
function chainOf(f, context) {
	if (context && f.chains[context])
		return f.chains[context].map((number) => functions[number]);
	for (const name of [...severity].reverse())
		if (f.chains[name] && f.chains[name].length)
			return f.chains[name].map((number) => functions[number]);
	return [f];
}

function edgeBetween(from, to) {
	return from.out.find((edge) => edge.to === to);
}
