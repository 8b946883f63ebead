// SPDX-License-Identifier: GPL-2.0-or-later
// The source, with the half of each function in colour and marks where calls cross.

const source = { file: null, lines: [], chunks: new Map() };

function functionsIn(file) {
	return functions.filter((f) => shortPath(f.source) === file.name && f.first_line)
		.sort((a, b) => a.first_line - b.first_line);
}

// What crosses at a line, in words: Map of line to text.
function crossingMarks(file) {
	const marks = new Map();
	const add = (at, sign, text) => {
		if (shortPath(at.file) !== file.name)
			return;
		const mark = marks.get(at.line) || { sign, texts: new Set() };
		mark.texts.add(text);
		marks.set(at.line, mark);
	};
	for (const f of functions) {
		if (f.upcall)
			add(f.at, '\u21e7', 'the kernel enters it by an upcall');
		if (f.downcall)
			add(f.at, '\u21e9', 'the user half calls it by a downcall');
		for (const call of f.downcalls)
			add(call.at, '\u21e9', `downcall to ${call.name}() of the kernel`);
		for (const edge of f.out)
			for (const call of edge.calls)
				if (call.crosses)
					add(call.at, f.domain === 'kernel' ? '\u21e7' : '\u21e9',
						`calls ${edge.to.name}() in the other half`);
	}
	return marks;
}

function makeLine(number, text, mark) {
	return make('div', { class: 'code-line', 'data-line': number },
		make('span', { class: 'number' }, String(number)),
		make('span', { class: 'mark', title: mark && [...mark.texts].join('\n') },
			mark ? mark.sign : ''),
		make('span', { class: 'text' }, text || ' '));
}

// A function, or the lines between two.
function makeChunk(f, first, last, texts, marks) {
	const chunk = make('div', { class: 'chunk' });
	for (let number = first; number <= last; number++) {
		const line = makeLine(number, texts[number - 1], marks.get(number));
		source.lines[number] = line;
		chunk.append(line);
	}
	chunk.style.containIntrinsicSize = `auto ${(last - first + 1) * 18}px`;
	if (f) {
		chunk.classList.add(f.domain);
		chunk.setAttribute('data-function', f.number);
		chunk.title = `${f.name}: ${halfNames[f.domain]}: ${f.reason}`;
		chunk.addEventListener('click', () => {
			if (!String(window.getSelection()))
				choose(f);
		});
		source.chunks.set(f, chunk);
	}
	return chunk;
}

function openFile(file) {
	if (!file || source.file === file)
		return;
	const texts = file.text.split('\n'), marks = crossingMarks(file), parts = [];
	let next = 1;
	source.file = file;
	source.lines = [];
	source.chunks.clear();
	for (const f of functionsIn(file)) {
		if (f.first_line < next)
			continue;	// several made by one macro, in one place
		if (f.first_line > next)
			parts.push(makeChunk(null, next, f.first_line - 1, texts, marks));
		parts.push(makeChunk(f, f.first_line, Math.min(f.last_line, texts.length), texts, marks));
		next = f.last_line + 1;
	}
	if (next <= texts.length)
		parts.push(makeChunk(null, next, texts.length, texts, marks));
	byId('source').replaceChildren(...parts);
	byId('file').value = file.name;
	markSource();
}

// Where the reasons of the chosen function are.
function markSource() {
	for (const [f, chunk] of source.chunks)
		chunk.classList.toggle('chosen', f === state.chosen);
	for (const line of source.lines)
		if (line)
			line.classList.remove('reason', 'at-here');
	if (!state.chosen || !source.file)
		return;
	for (const reason of state.chosen.reasons) {
		const line = shortPath(reason.at.file) === source.file.name &&
			source.lines[reason.at.line];
		if (line) {
			line.classList.add('reason');
			line.querySelector('.number').title = reason.text;
		}
	}
}

function showSource(at) {
	const file = sourceOf(at.file);
	if (!file)
		return;
	showView('source');
	openFile(file);
	markSource();
	const line = source.lines[at.line];
	if (!line)
		return;
	line.classList.add('at-here');
	line.scrollIntoView({ block: 'center' });
}

function place(at) {
	const text = `${shortPath(at.file)}:${at.line}`;
	return sourceOf(at.file) ?
		make('a', { class: 'at', tabindex: 0, onclick: () => showSource(at) }, text) :
		make('span', { class: 'at' }, text);
}

function makeSource() {
	for (const file of data.sources)
		byId('file').append(make('option', {}, file.name));
	byId('file').addEventListener('change', () => {
		openFile(data.sources.find((file) => file.name === byId('file').value));
		byId('source').scrollTop = 0;
	});
}
