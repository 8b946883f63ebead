// SPDX-License-Identifier: GPL-2.0-or-later
// The document of a page, and how elements are made.
'use strict';

const data = JSON.parse(document.getElementById('data').textContent);
const byId = (id) => document.getElementById(id);

// Text never becomes markup: it is only ever put into text nodes and attributes.
function make(tag, attributes, ...children) {
	const element = document.createElement(tag);
	for (const [key, value] of Object.entries(attributes || {})) {
		if (key.startsWith('on'))
			element.addEventListener(key.slice(2), value);
		else if (value !== false && value !== undefined && value !== null)
			element.setAttribute(key, value);
	}
	element.append(...children.filter((child) => child !== null && child !== undefined));
	return element;
}
