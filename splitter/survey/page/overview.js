// SPDX-License-Identifier: GPL-2.0-or-later
// What a survey adds up to: subsystems as bars, what keeps lines in the kernel, questions.

const number = (value) => value.toLocaleString('en');
const percent = (part, whole) => (whole ? 100 * part / whole : 0).toFixed(1);
const moved = (entry) => entry.user + entry.both;

// A bar of lines; what is neither in the user half nor in both is left of its ground.
function makeShare(entry) {
	const bar = make('div', { class: 'share', title: `of ${number(entry.lines)} lines: ` +
		`user half ${number(entry.user)}, both halves ${number(entry.both)}` });
	for (const half of ['user', 'both']) {
		const part = make('div', { class: half });
		part.style.width = percent(entry[half], entry.lines) + '%';
		bar.append(part);
	}
	return bar;
}

// Leads to the modules that it occurs in.
function makeLink(text, words) {
	return make('button', { class: 'link', onclick: () => searchFor(words) }, text);
}

function cell(...children) {
	return make('td', { class: 'number' }, ...children);
}

function makeSubsystems() {
	const body = document.querySelector('#subsystems tbody');
	const rows = [...data.subsystems].sort((a, b) => moved(b) - moved(a) || b.lines - a.lines);
	for (const entry of rows)
		body.append(make('tr', {}, make('td', {}, makeLink(entry.name, entry.name + '/')),
			make('td', {}, makeShare(entry)),
			cell(percent(moved(entry), entry.lines) + ' %'),
			cell(`${number(moved(entry))} of ${number(entry.lines)}`)));
	for (const [half, text] of [['user', 'user half'], ['both', 'both halves'],
		['kernel', 'kernel half']])
		byId('legend').append(make('span', { class: 'half ' + half }, text));
}

function makeHead(row, titles) {
	titles.forEach((title, index) =>
		row.append(make('th', { class: index ? 'number' : null }, title)));
}

function makeTable(title, entries) {
	const head = make('tr'), body = make('tbody');
	makeHead(head, ['what', 'lines', '% of all', 'modules']);
	for (const entry of entries)
		body.append(make('tr', {}, make('td', {}, makeLink(entry.name, entry.name)),
			cell(number(entry.lines)), cell(percent(entry.lines, data.total.lines)),
			cell(number(entry.modules))));
	byId('obstacles').append(make('h3', {}, title), make('div', { class: 'part' },
		make('table', {}, make('thead', {}, head), body)));
}

function makeObstacles() {
	const some = data.obstacles.length || data.kinds.length;
	document.querySelector('#obstacles .note').textContent = some ?
		'Lines that would move besides.' :
		'Not asked: "mdrv survey --blockers" finds out what each obstacle alone keeps.';
	if (data.obstacles.length)
		makeTable('If one obstacle were lifted alone', data.obstacles);
	if (data.kinds.length)
		makeTable('If all of one kind were lifted, the others not', data.kinds);
}

function makeKept() {
	const kinds = Object.entries(data.kept).sort((a, b) => b[1] - a[1]);
	for (const [kind, functions] of kinds)
		document.querySelector('#kept tbody').append(make('tr', {}, make('td', {}, kind),
			cell(number(functions)),
			cell(percent(functions, data.total.functions) + ' % of functions')));
	byId('kept').hidden = !kinds.length;
}

function makeQuestions() {
	makeHead(document.querySelector('#questions thead tr'), ['what', 'modules', 'places']);
	for (const entry of data.questions)
		document.querySelector('#questions tbody').append(make('tr', {},
			make('td', {}, entry.name), cell(number(entry.modules)),
			cell(number(entry.places))));
	byId('questions').hidden = !data.questions.length;
}

function makeTotals() {
	const total = data.total;
	byId('totals').textContent = `${number(total.analysed)} of ${number(total.modules)} modules ` +
		`analysed, ${number(total.failed)} failed, ${number(total.skipped)} skipped; ` +
		`${percent(moved(total), total.lines)} % of ${number(total.lines)} lines move, ` +
		`of a module's in the mean ${total.mean.toFixed(1)} %, ` +
		`in the median ${total.median.toFixed(1)} %`;
}
