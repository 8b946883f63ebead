// SPDX-License-Identifier: GPL-2.0-or-later
// The table of functions: search, sorting, which halves are shown.

const columns = [
	{ title: 'Function', value: (f) => f.name },
	{ title: 'Half', value: (f) => f.domain },
	{ title: 'Context', value: (f) => severity.indexOf(f.context) },
	{ title: 'Lines', value: (f) => f.lines, number: true },
	{ title: 'Locks', value: (f) => f.lockNames.length, number: true },
	{ title: 'Cross', value: (f) => f.crossings, number: true },
	{ title: 'Reason', value: (f) => f.reason },
];
const table = { rows: [], column: -1, descending: false, shown: new Set(functions) };

function half(f) {
	return make('span', { class: 'half ' + f.domain }, f.domain);
}

function makeRow(f) {
	const row = make('tr', { 'data-function': f.number, tabindex: 0,
		onclick: () => choose(f), ondblclick: () => showSource(f.at),
		onkeydown: (event) => {
			if (event.key === 'Enter')
				choose(f);
		} },
		make('td', { class: 'name' }, f.name,
			f.root ? make('span', { class: 'root-mark',
				title: 'critical root: the kernel enters it where it must not wait' },
				' \u25cf') : null),
		make('td', {}, half(f)),
		make('td', { title: f.contexts.join(', ') }, f.context),
		make('td', { class: 'number' }, String(f.lines)),
		make('td', { class: 'number', title: f.lockNames.join(', ') },
			f.lockNames.length ? String(f.lockNames.length) : ''),
		make('td', { class: 'number' }, f.crossings ? String(f.crossings) : ''),
		make('td', { class: 'reason', title: f.reason }, make('div', {}, f.reason)));
	row.function = f;
	return row;
}

function compareRows(a, b) {
	const value = columns[table.column].value;
	const x = value(a.function), y = value(b.function);
	const order = x < y ? -1 : x > y ? 1 : 0;
	return table.descending ? -order : order;
}

function sortBy(column) {
	table.descending = table.column === column ? !table.descending : Boolean(columns[column].number);
	table.column = column;
	table.rows.sort(compareRows);
	document.querySelector('#functions tbody').append(...table.rows);
	document.querySelectorAll('#functions th').forEach((th, index) => {
		if (index === column)
			th.setAttribute('aria-sort', table.descending ? 'descending' : 'ascending');
		else
			th.removeAttribute('aria-sort');
	});
}

function halfShown(f) {
	return byId('show-' + f.domain).checked;
}

// All words of the search must occur somewhere in what is known of a function.
function filterRows() {
	const words = byId('search').value.toLowerCase().split(/\s+/).filter(Boolean);
	table.shown = new Set(functions.filter((f) => halfShown(f) &&
		words.every((word) => f.words.includes(word))));
	for (const row of table.rows)
		row.hidden = !table.shown.has(row.function);
	byId('count').textContent = table.shown.size === functions.length ?
		functions.length + ' functions' : table.shown.size + ' of ' + functions.length;
	markGraph();
}

function makeFilters() {
	for (const name of halves) {
		const count = functions.filter((f) => f.domain === name).length;
		byId('filters').append(make('label', {},
			make('input', { type: 'checkbox', id: 'show-' + name, checked: '',
				onchange: () => { filterRows(); drawGraph(); } }),
			make('span', { class: 'half ' + name }, halfNames[name]), String(count)));
	}
}

function makeTally() {
	const total = functions.reduce((sum, f) => sum + f.lines, 0);
	for (const name of halves) {
		const part = functions.filter((f) => f.domain === name);
		const lines = part.reduce((sum, f) => sum + f.lines, 0);
		if (!part.length)
			continue;
		const share = make('div', { class: name,
			title: `${halfNames[name]}: ${part.length} functions, ${lines} lines` },
			lines > total / 4 ? `${name}: ${part.length} functions, ${lines} lines` : '');
		share.style.flexGrow = Math.max(lines / total, 0.01);
		share.style.flexBasis = '0';
		byId('tally').append(share);
	}
}

function markTable(chain) {
	for (const row of table.rows) {
		row.classList.toggle('chosen', row.function === state.chosen);
		row.classList.toggle('chain', chain.includes(row.function));
		if (row.function === state.chosen && !row.hidden)
			row.scrollIntoView({ block: 'nearest' });
	}
}

function makeTable() {
	const head = document.querySelector('#functions thead tr');
	columns.forEach((column, index) => head.append(make('th',
		{ class: column.number && 'number', onclick: () => sortBy(index) }, column.title)));
	table.rows = functions.map(makeRow);
	document.querySelector('#functions tbody').append(...table.rows);
	byId('search').addEventListener('input', filterRows);
}
