# SPDX-License-Identifier: GPL-2.0-or-later
"""What a reader does with HTML reports, and what must come of it: page.py DIR HOSTILE SHOTS.

DIR holds the pages and JSON documents, HOSTILE is a source that is full of markup, SHOTS
gets screenshots for human eyes."""
import html.parser
import json
import re
import sys

from browser import Browser
from looks import check_schemes

SEVERITY = ["process", "unknown", "atomic", "softirq", "hardirq"]
VISIBLE_ROWS = """return [...document.querySelectorAll('#functions tbody tr')]
    .filter((row) => row.offsetParent).map((row) => Number(row.dataset.function))"""
CHAIN = """return [...document.querySelectorAll('.node.chain')]
    .map((node) => Number(node.dataset.function))"""
CHAIN_EDGES = """return [...document.querySelectorAll('.edge.chain')]
    .map((edge) => [Number(edge.dataset.from), Number(edge.dataset.to)])"""


def check(what, holds, *details):
    print(("ok: " if holds else "not ok: ") + what, *([] if holds else details))
    if not holds:
        sys.exit(1)


def longest_chain(document):
    """The function with the longest chain in its most severe context, and that chain."""
    best = (0, [])
    for number, function in enumerate(document["functions"]):
        contexts = [name for name in reversed(SEVERITY) if function["chains"].get(name)]
        chain = function["chains"][contexts[0]] if contexts else []
        if len(chain) > len(best[1]):
            best = (number, chain)
    return best


def check_search(browser, document):
    total = len(document["functions"])
    check(f"the table lists all {total} functions", len(browser.run(VISIBLE_ROWS)) == total)
    browser.type("#search", "eeprom read")
    rows = browser.run(VISIBLE_ROWS)
    names = [document["functions"][row]["name"] for row in rows]
    check("a search narrows the table", 0 < len(rows) < total / 4, rows)
    check("to what all its words occur in", "e1000_read_eeprom" in names and
          "e1000_probe" not in names and "e1000_write_phy_reg" not in names, names)
    browser.type("#search", "no_such_function_at_all")
    check("or to nothing", browser.run(VISIBLE_ROWS) == [])
    browser.type("#search", "x\ue003")
    check("and back", len(browser.run(VISIBLE_ROWS)) == total)


def check_sort(browser, document):
    browser.click("#functions th:nth-child(4)")
    lines = [document["functions"][row]["lines"] for row in browser.run(VISIBLE_ROWS)]
    check("sorted by lines, the longest first", lines == sorted(lines, reverse=True), lines[:9])
    browser.click("#functions th:nth-child(1)")
    names = [document["functions"][row]["name"] for row in browser.run(VISIBLE_ROWS)]
    check("sorted by name", names == sorted(names), names[:9])


def check_halves(browser, document):
    for half in ("kernel", "user", "both"):
        count = sum(f["domain"] == half for f in document["functions"])
        nodes = f"return document.querySelectorAll('.node.{half}').length"
        check(f"all of half {half} in the graph: {count}", browser.run(nodes) == count)
        browser.click(f"#show-{half}")
        check("none when hidden", browser.run(nodes) == 0)
        check("nor in the table", all(document["functions"][row]["domain"] != half
                                      for row in browser.run(VISIBLE_ROWS)))
        browser.click(f"#show-{half}")
    colours = browser.run("""return ['kernel', 'user', 'both'].map((half) =>
        getComputedStyle(document.querySelector('.node.' + half + ' rect')).fill)""")
    check("each half has its colour", len(set(colours)) == 3, colours)
    roots = {n for n, f in enumerate(document["functions"]) if f["root"]}
    marked = browser.run("""return [...document.querySelectorAll('.node.root')]
        .map((node) => Number(node.dataset.function))""")
    check(f"{len(roots)} critical roots are marked", roots == set(marked) and roots)


def check_chain(browser, document):
    number, chain = longest_chain(document)
    check(f"there is a chain of several functions: {len(chain)}", len(chain) > 3)
    browser.click(f".node[data-function='{number}']")
    check("a click on a function of the graph highlights its chain",
          set(browser.run(CHAIN)) == set(chain), chain)
    links = {(chain[i + 1], chain[i]) for i in range(len(chain) - 1)}
    check("and the calls of it", {tuple(e) for e in browser.run(CHAIN_EDGES)} == links)
    check("down to an entry of the kernel", document["functions"][chain[-1]]["entry"])
    steps = browser.run("""return [...document.querySelectorAll('#chain li a.name')]
        .map((step) => step.textContent)""")
    check("the chain is told step by step",
          steps == [document["functions"][n]["name"] for n in reversed(chain)], steps)
    check("with the reasons", document["functions"][number]["reasons"][0]["text"] in
          browser.run("return document.getElementById('detail').textContent"))
    other = next(n for n, f in enumerate(document["functions"])
                 if f["domain"] == "user" and n not in chain)
    browser.click(f"tr[data-function='{other}'] td")
    check("a click on a row chooses another", browser.run(
        "return [...document.querySelectorAll('.node.chosen')].map((n) => n.dataset.function)")
          == [str(other)])
    return number, other


def check_source(browser, document, number, other):
    browser.click(f"tr[data-function='{number}'] td")
    browser.click("[data-view=source]")
    function = document["functions"][number]
    shown = browser.run("""const box = document.querySelector('.chunk.chosen');
        const place = box.getBoundingClientRect(), pane =
            document.getElementById('source').getBoundingClientRect();
        return [box.dataset.function, place.bottom > pane.top && place.top < pane.bottom,
            box.className, box.textContent]""")
    check("the source shows the function", shown[0] == str(number) and shown[1], shown[:3])
    check("in the colour of its half", function["domain"] in shown[2].split(), shown[2])
    check("with its text", function["name"] in shown[3])
    colour = """return getComputedStyle(document.querySelector(
        '.chunk.chosen .code-line:not(.at-here) .text')).backgroundColor"""
    kernel = browser.run(colour)
    browser.click(f"tr[data-function='{other}'] td")
    user = browser.run(colour)
    check("the halves differ in the source", kernel != user, kernel, user)
    place = document["functions"][other]["reasons"][0]["at"]
    browser.click("#detail li .at")
    check("a place of the details leads to its line", browser.run(
        "return document.querySelector('.at-here').dataset.line") == str(place["line"]))


def check_e1000(browser, directory, shots):
    with open(f"{directory}/e1000.json", encoding="utf-8") as file:
        document = json.load(file)
    browser.open(f"{directory}/e1000.html")
    check_search(browser, document)
    check_sort(browser, document)
    check_halves(browser, document)
    number, other = check_chain(browser, document)
    browser.click(f"tr[data-function='{number}'] td")
    browser.screenshot(f"{shots}/e1000-graph.png")
    check_source(browser, document, number, other)
    browser.screenshot(f"{shots}/e1000-source.png")
    for view in ("graph", "source", "locks", "questions"):
        browser.click(f"[data-view={view}]")
        # line numbers and what is dimmed while something else is chosen may be faint
        check_schemes(browser, check, f"e1000-{view}", shots,
                      "body *:not(.code-line .number, .node *, .mark)")
        text = browser.run(f"return document.getElementById('{view}').textContent")
        check(f"the view of {view} says something", len(text) > 100, text)
    check_paper(browser, document)
    check("every lock is listed", all(lock["name"] in browser.run(
        "return document.getElementById('locks').textContent") for lock in document["locks"]))


def check_paper(browser, document):
    """What is printed: all functions, nothing cut off, white."""
    browser.devtools("Emulation.setEmulatedMedia", media="print", features=[
        {"name": "prefers-color-scheme", "value": "dark"}])
    rows = browser.run("return document.querySelectorAll('#functions tbody tr').length")
    check("on paper are all functions", rows == len(document["functions"]), rows)
    cut = browser.run("""return [...document.querySelectorAll(
        '#list .scroll, #functions td, #functions td.reason div, #detail, .view.on')]
        .filter((box) => box.scrollHeight > box.clientHeight + 1 &&
                getComputedStyle(box).overflowY !== 'visible').length""")
    check("nothing has to be scrolled there, no reason is cut off", cut == 0, cut)
    check("and it is white", browser.run(
        "return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)")
    browser.devtools("Emulation.setEmulatedMedia", media="", features=[])


def check_hostile(browser, directory, path):
    with open(path, encoding="utf-8") as file:
        source = file.read()
    browser.open(f"{directory}/hostile.html")
    check("the title is ours", browser.run("return document.title") == "hostile: split report")
    check("markup of the source made no elements", browser.run("""return document.images.length +
        document.querySelectorAll('#source svg, iframe').length""") == 0)
    check("two scripts, as in the template", browser.run("return document.scripts.length") == 2)
    browser.click("[data-view=source]")
    shown = browser.run("""return [...document.querySelectorAll('.code-line .text')]
        .map((line) => line.textContent.trimEnd()).join('\\n')""")
    check("the source is shown as it is", shown.rstrip() ==
          "\n".join(line.rstrip() for line in source.split("\n")).rstrip())


def check_many(browser, directory):
    browser.open(f"{directory}/many.html")
    spent = browser.run("""const begin = performance.now(); drawGraph();
        return performance.now() - begin""")
    check(f"600 functions are laid out in {spent:.0f} ms", spent < 5000)
    overlaps = browser.run("""const all = [...graph.places.values()];
        return all.filter((a, i) => all.some((b, j) => j > i && a.x < b.x + b.width &&
            b.x < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height)).length""")
    check("none lies on another", overlaps == 0, overlaps)
    browser.click("tr[data-function='3'] td")
    browser.click("#focus")
    nodes = browser.run("return document.querySelectorAll('.node').length")
    check(f"around one function there are fewer: {nodes}", 1 < nodes < 600)


def check_quiet(browser):
    requests = []
    for entry in browser.log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            requests.append(message["params"]["request"]["url"])
    foreign = [url for url in requests if not url.startswith("file://")]
    check(f"nothing but the pages was fetched ({len(requests)} requests)",
          requests and not foreign, foreign)
    complaints = browser.log("browser")
    check("the browser has no complaints", not complaints, complaints)


class References(html.parser.HTMLParser):
    """All that an attribute could make a browser fetch, and the text of styles."""

    def __init__(self):
        super().__init__()
        self.found, self.styles, self.tag = [], "", None

    def handle_starttag(self, tag, attrs):
        self.tag = tag
        self.found += [(tag, name, value) for name, value in attrs
                       if name in ("src", "href", "action", "data", "poster", "srcset",
                                   "background", "formaction", "style") or name.startswith("on")]

    def handle_data(self, data):
        if self.tag == "style":
            self.styles += data


def check_alone(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    references = References()
    references.feed(text)
    check("no attribute refers to anything", references.found == [], references.found)
    check("nor does the style", "--kernel" in references.styles and
          not re.search(r"url\(|@import", references.styles))
    check("the page's own policy forbids it", "default-src 'none'" in text)


def main():
    directory, hostile, shots = sys.argv[1:]
    for name in ("e1000", "hostile"):
        check_alone(f"{directory}/{name}.html")
    with Browser() as browser:
        check_e1000(browser, directory, shots)
        check_hostile(browser, directory, hostile)
        check_many(browser, directory)
        check_quiet(browser)


if __name__ == "__main__":
    main()
