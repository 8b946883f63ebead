// SPDX-License-Identifier: GPL-2.0-or-later
// All about the chosen function; the tables of locks and of open questions.

function link(f) {
	return make('a', { class: 'name', tabindex: 0, onclick: (event) => {
		event.stopPropagation();
		choose(f);
	} }, f.name);
}

function part(title, ...items) {
	return items.length ? make('div', {}, make('h3', {}, title), ...items) : null;
}

function list(items) {
	return items.length ? [make('ul', {}, ...items)] : [];
}

function reasonItem(f, reason) {
	const via = reason.via && (functionsByName.get(reason.via) || [])[0];
	return make('li', {}, reason.text + ' ', place(reason.at),
		via && via !== f ? make('div', { class: 'via' }, '\u21b3 ', link(via), ': ', via.reason) :
			null,
		reason.hint ? make('pre', {}, reason.hint) : null);
}

function callText(call) {
	return [call.indirect ? 'through a pointer' : '', call.held ? 'under ' + call.held : '',
		call.crosses ? 'crosses' : ''].filter(Boolean).join(', ');
}

function edgeItem(edge, other) {
	return make('li', {}, link(other), ' ', half(other), ' ',
		...edge.calls.slice(0, 4).flatMap((call) => [place(call.at), ' ']),
		edge.calls.length > 4 ? `and ${edge.calls.length - 4} more ` : '',
		make('span', { class: 'via' }, callText(edge.calls[0])));
}

function chainItem(f, before) {
	const edge = before && edgeBetween(before, f);
	if (edge)
		return make('li', {}, 'calls ', link(f), ' ', place(edge.calls[0].at), ' ',
			make('span', { class: 'via' }, callText(edge.calls[0])));
	const entry = f.entries.find((one) => !state.context || one.contexts.includes(state.context)) ||
		f.entries[0];
	return make('li', {}, link(f), entry ? ` is ${entry.as} ` : ' is entered by the module loader ',
		entry ? place(entry.at) : null);
}

function chainPart(f) {
	const chain = [...chainOf(f, state.context)].reverse();
	const buttons = f.contexts.map((name) => make('button', {
		'aria-pressed': String(name === state.context), 'data-context': name,
		onclick: () => choose(f, name) }, name));
	if (!f.contexts.length)
		return part('Entered', make('div', {}, 'by nobody'));
	return part('Entered in context', make('div', { class: 'contexts' }, ...buttons),
		make('ol', { id: 'chain' }, ...chain.map((one, index) => chainItem(one, chain[index - 1]))));
}

function crossingItems(f) {
	const items = [];
	if (f.upcall)
		items.push(make('li', {}, 'the kernel enters it by an upcall'));
	if (f.downcall)
		items.push(make('li', {}, 'the user half calls it by a downcall'));
	for (const edge of f.out.filter((one) => one.crosses))
		items.push(make('li', {}, 'calls ', link(edge.to), ' in the other half ',
			place(edge.calls[0].at)));
	for (const call of f.downcalls)
		items.push(make('li', {}, `downcall to ${call.name}() `, place(call.at)));
	return items;
}

function lockItem({ lock, site }) {
	return make('li', {}, make('span', { class: 'name' }, lock.name),
		` by ${site.primitive}(), class ${lock.class} `, place(site.at));
}

function showDetail() {
	const f = state.chosen;
	byId('detail').classList.toggle('on', Boolean(f));
	if (!f)
		return;
	byId('detail').replaceChildren(
		make('h2', {}, f.name, half(f), place(f.at),
			make('span', { class: 'plain' }, `${f.lines} lines`,
				f.root ? ', critical root' : '')),
		make('div', { class: 'columns' },
			part('Why', ...list(f.reasons.map((reason) => reasonItem(f, reason)))),
			chainPart(f),
			part('Called by', ...list(f.in.map((edge) => edgeItem(edge, edge.from)))),
			part('Calls', ...list(f.out.map((edge) => edgeItem(edge, edge.to)))),
			part('Takes', ...list(f.sites.map(lockItem))),
			part('Crosses', ...list(crossingItems(f)))));
	byId('detail').scrollTop = 0;
}

function siteItem(site) {
	const f = (functionsByName.get(site.function) || []).find((one) => holds(one, site.at));
	return make('li', {}, f ? link(f) : site.function, ' ', f ? half(f) : null,
		` ${site.primitive}(${site.text}) in ${site.contexts.join(', ') || 'no'} context `,
		place(site.at));
}

function makeLocks() {
	const rows = data.locks.map((lock) => make('tr', {},
		make('td', { class: 'name' }, lock.name), make('td', {}, lock.class),
		make('td', {}, make('ul', {}, ...lock.sites.map(siteItem)))));
	byId('locks').append(rows.length ? make('table', {},
		make('thead', {}, make('tr', {}, make('th', {}, 'Lock'), make('th', {}, 'Class'),
			make('th', {}, 'Taken by'))), make('tbody', {}, ...rows)) :
		make('div', { class: 'empty' }, 'The driver takes no lock that must not sleep.'));
}

function questionItem(reason) {
	return make('div', {}, place(reason.at), ' ' + reason.text,
		reason.hint ? make('pre', {}, reason.hint) : null);
}

function makeQuestions() {
	byId('questions').append(
		make('h3', {}, `Ambiguous: ${data.ambiguities.length}; a hint settles each`),
		...data.ambiguities.map(questionItem),
		make('h3', {}, `Assumed: ${data.assumptions.length}`),
		...data.assumptions.map(questionItem));
	document.querySelector('[data-view=questions]').textContent +=
		data.ambiguities.length ? ` (${data.ambiguities.length})` : '';
}
