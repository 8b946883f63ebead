// SPDX-License-Identifier: GPL-2.0-or-later
// The table of modules: search and sorting. Of thousands, only rows that somebody has scrolled
// to are in the document, so that a keystroke costs the same for any number of them.

const step = 100;
const share = (m) => m.lines ? moved(m) / m.lines : -1;
const columns = [
	{ title: 'Module', class: 'path', value: (m) => m.path },
	{ title: 'Moves', class: 'moves', value: share, number: true },
	{ title: 'Moved lines', class: 'number some', value: (m) => m.lines ? moved(m) : -1,
		number: true },
	{ title: 'Lines', class: 'number few', value: (m) => m.lines || 0, number: true },
	{ title: 'Functions', class: 'number few spare', value: (m) => m.functions || 0,
		number: true },
	{ title: 'Questions', class: 'number few spare', value: (m) => m.questions || 0,
		number: true },
	{ title: 'Seconds', class: 'number few spare', value: (m) => m.seconds || 0,
		number: true },
	{ title: 'What blocks most', class: 'why', value: (m) => m.obstacle || m.reason || '' },
];
const table = { found: data.modules, rows: 0, column: 2, descending: true };

for (const m of data.modules)
	m.words = [m.path, m.status, m.obstacle, m.reason].join(' ').toLowerCase();

function makeName(m) {
	const cut = m.path.lastIndexOf('/') + 1, name = m.path.slice(cut);
	return make('td', { class: 'path name', title: m.path },
		make('span', { class: 'directory' }, m.path.slice(0, cut)),
		m.report ? make('a', { class: 'name', href: m.report }, name) : name);
}

function makeRow(m) {
	const row = make('tr', {}, makeName(m));
	if (m.status !== 'ok') {
		row.append(make('td', { class: 'moves bad' }, m.status));
		for (const column of columns.slice(2, -1))
			row.append(make('td', { class: column.class }));
	} else {
		const texts = [...[moved(m), m.lines, m.functions, m.questions].map(number),
			m.seconds.toFixed(1)];
		row.append(make('td', { class: 'moves' }, percent(moved(m), m.lines) + ' %',
			makeShare(m)));
		for (const text of texts)
			row.append(make('td', { class: columns[row.cells.length].class }, text));
	}
	row.append(make('td', { class: 'why' }, m.obstacle || m.reason || ''));
	return row;
}

function showMore(count) {
	const next = table.found.slice(table.rows, table.rows + count);
	document.querySelector('#modules tbody').append(...next.map(makeRow));
	table.rows += next.length;
	byId('more').hidden = table.rows === table.found.length;
}

function compare(a, b) {
	const { value } = columns[table.column];
	const x = value(a), y = value(b);
	const order = x < y ? -1 : x > y ? 1 : 0;
	return (table.descending ? -order : order) || (a.path < b.path ? -1 : 1);
}

// All words of the search must occur somewhere in what is known of a module.
function fillTable() {
	const words = byId('search').value.toLowerCase().split(/\s+/).filter(Boolean);
	table.found = data.modules.filter((m) => words.every((word) => m.words.includes(word)))
		.sort(compare);
	document.querySelector('#modules tbody').replaceChildren();
	table.rows = 0;
	showMore(step);
	byId('count').textContent = words.length ?
		`${number(table.found.length)} of ${number(data.modules.length)}` :
		number(data.modules.length) + ' modules';
	document.querySelectorAll('#modules th').forEach((th, index) => {
		if (index === table.column)
			th.setAttribute('aria-sort', table.descending ? 'descending' : 'ascending');
		else
			th.removeAttribute('aria-sort');
	});
}

function sortBy(column) {
	table.descending = table.column === column ? !table.descending :
		Boolean(columns[column].number);
	table.column = column;
	fillTable();
}

// The search is part of the address, to be passed on.
function searchChanged() {
	history.replaceState(null, '', '#' + encodeURIComponent(byId('search').value));
	fillTable();
}

function searchFor(words) {
	byId('search').value = words;
	searchChanged();
	byId('list').scrollIntoView();
}

function searchAddress() {
	let words = location.hash.slice(1);
	try {
		words = decodeURIComponent(words);
	} catch (error) {
		// as it was typed
	}
	byId('search').value = words;
	fillTable();
}

function makeModules() {
	columns.forEach((column, index) => document.querySelector('#modules thead tr').append(
		make('th', { class: column.class, tabindex: 0, onclick: () => sortBy(index),
			onkeydown: (event) => {
				if (event.key === 'Enter')
					sortBy(index);
			} }, column.title)));
	byId('search').addEventListener('input', searchChanged);
	byId('more').addEventListener('click', () => showMore(step));
	new IntersectionObserver((entries) => {
		if (entries.some((entry) => entry.isIntersecting))
			showMore(step);
	}, { rootMargin: '600px' }).observe(byId('more'));
	// Paper cannot be scrolled.
	window.addEventListener('beforeprint', () => showMore(table.found.length));
	window.addEventListener('hashchange', searchAddress);
	document.addEventListener('keydown', (event) => {
		if (event.key === '/' && !event.target.matches('input')) {
			event.preventDefault();
			byId('search').focus();
		} else if (event.key === 'Escape') {
			searchFor('');
		}
	});
}

makeTotals();
makeSubsystems();
makeObstacles();
makeKept();
makeQuestions();
makeModules();
searchAddress();
