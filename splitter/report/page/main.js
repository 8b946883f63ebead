// SPDX-License-Identifier: GPL-2.0-or-later
// What is chosen and which view is shown; everything is made here, in order.

const state = { chosen: null, context: null };

function showView(name) {
	for (const tab of document.querySelectorAll('[data-view]'))
		tab.setAttribute('aria-selected', String(tab.dataset.view === name));
	for (const view of document.querySelectorAll('.view'))
		view.classList.toggle('on', view.id === name);
	byId('graph-tools').classList.toggle('on', name === 'graph');
	byId('source-tools').classList.toggle('on', name === 'source');
	if (name === 'source' && !source.file)
		openFile(state.chosen ? sourceOf(state.chosen.source) : data.sources[0]);
}

// Choose a function, and in which context its chain is shown; null for none.
function choose(f, context) {
	const chain = f ? chainOf(f, context) : [];
	state.chosen = f;
	state.context = f && (context || [...severity].reverse().find((name) =>
		f.chains[name] && f.chains[name].length)) || null;
	markTable(chain);
	showDetail();
	if (byId('focus').checked)
		drawGraph();
	else
		markGraph();
	lookAtChain(chain);
	if (f && byId('source').classList.contains('on') && !context)
		showSource(f.at);
	else
		markSource();
	history.replaceState(null, '', f ? '#' + encodeURIComponent(f.name) : '#');
}

function chooseByFragment() {
	const name = decodeURIComponent(location.hash.slice(1));
	const found = functionsByName.get(name);
	if (found)
		choose(found[0]);
}

function makeKeys() {
	document.addEventListener('keydown', (event) => {
		const typing = event.target.matches('input, select');
		if (event.key === '/' && !typing) {
			event.preventDefault();
			byId('search').focus();
		} else if (event.key === 'Escape') {
			byId('search').value = '';
			byId('search').blur();
			filterRows();
			choose(null);
			fitGraph();
		}
	});
}

byId('release').textContent = `for kernel ${data.release}` +
	(data.splits ? `, ${data.upcalls.length} upcalls, ${data.downcalls.length} downcalls` :
		', cannot be split as it is');
makeTally();
makeFilters();
makeTable();
makeGraph();
makeSource();
makeLocks();
makeQuestions();
makeKeys();
showView('graph');
// In a big driver all of the graph is a thicket: begin around one function.
byId('focus').checked = functions.length > 1200;
filterRows();
drawGraph();
for (const tab of document.querySelectorAll('[data-view]'))
	tab.addEventListener('click', () => {
		showView(tab.dataset.view);
		if (tab.dataset.view === 'source' && state.chosen)
			showSource(state.chosen.at);
	});
window.addEventListener('hashchange', chooseByFragment);
chooseByFragment();
