# SPDX-License-Identifier: GPL-2.0-or-later
"""What a reader does with the page of a survey: survey.py DIR RESULTS PATH SHOTS.

DIR holds survey.html and plain.html (one module, no obstacles), PATH is the module that has a
report there, SHOTS gets screenshots for human eyes."""
import json
import sys

from browser import Browser
from looks import check_widths
from page import check, check_alone, check_quiet

ROWS = """return [...document.querySelectorAll('#modules tbody tr')]
    .map((row) => row.cells[0].title)"""
# Typing a letter until the page has been laid out again, in ms: the median of some.
KEYSTROKE = """const search = document.getElementById('search'), spent = [];
    for (const words of ['m', 'mo', 'mod', 'module_1', 'zzz', '']) {
        const begin = performance.now();
        search.value = words;
        search.dispatchEvent(new Event('input'));
        document.body.getBoundingClientRect();
        spent.push(performance.now() - begin);
    }
    return spent.sort((a, b) => a - b)[3]"""


def moved(module):
    return sum(half["lines"] for half in module["movable"].values()) if "movable" in module else -1


def check_table(browser, modules):
    rows = browser.run(ROWS)
    best = sorted(modules, key=lambda m: (-moved(m), m["path"]))
    check("those that move most come first", rows == [m["path"] for m in best[:len(rows)]],
          rows[:9])
    check(f"not all are in the document: {len(rows)}", 50 < len(rows) < 500)
    browser.click("#modules th:nth-child(1)")
    rows = browser.run(ROWS)
    check("sorted by path", rows == sorted(m["path"] for m in modules)[:len(rows)], rows[:9])
    browser.run("window.scrollTo(0, document.body.scrollHeight)")
    browser.wait(f"return document.querySelectorAll('#modules tbody tr').length > {len(rows)}")
    browser.run("document.getElementById('more').click()")
    check("more come when somebody scrolls or asks", browser.run(ROWS)[:len(rows)] == rows)
    spent = browser.run(KEYSTROKE)
    check(f"a keystroke costs {spent:.1f} ms", spent < 200)


def check_search(browser, modules):
    browser.type("#search", "hwmon module_1")
    found = {m["path"] for m in modules if "hwmon" in m["path"] and "module_1" in m["path"]}
    check("a search finds what has all its words", set(browser.run(ROWS)) == found and found)
    check("and says how many of all", browser.run(
        "return document.getElementById('count').textContent") ==
        f"{len(found)} of {len(modules):,}")
    check("it stands in the address", browser.run("return location.hash") == "#hwmon%20module_1")
    browser.type("#search", "failed")
    failed = [m for m in modules if m["status"] == "failed"]
    check("those that failed, with the reason", len(browser.run(ROWS)) == len(failed) and
          "unknown type name" in browser.run(
              "return document.querySelector('#modules tbody tr').textContent"))
    browser.type("#search", "no_such_module")
    check("or nothing", browser.run(ROWS) == [])
    browser.run("location.hash = '#%zz'")
    browser.wait("return document.getElementById('search').value === '%zz'")
    browser.type("#search", "x\ue003")


def check_overview(browser, modules):
    lines = {}
    for module in modules:
        name = "/".join(module["path"].split("/")[:2])
        lines[name] = lines.get(name, 0) + max(moved(module), 0)
    shown = browser.run("""return [...document.querySelectorAll('#subsystems tr')].map((row) =>
        [row.cells[0].textContent, row.cells[3].textContent])""")
    check(f"{len(lines)} subsystems with their lines", {name: int(
        text.split(" of ")[0].replace(",", "")) for name, text in shown} == lines)
    check("those with most first", [name for name, _ in shown][0] == max(lines, key=lines.get))
    bar = browser.run("""const bar = document.querySelector('#subsystems .share');
        return [bar.firstChild.getBoundingClientRect().width, bar.clientWidth,
            bar.title]""")
    check("a bar is as long as it should", 0 < bar[0] < bar[1] and "user half" in bar[2], bar)
    browser.click("#subsystems tr:nth-child(2) button")
    check("a subsystem leads to its modules", all(
        path.startswith(shown[1][0] + "/") for path in browser.run(ROWS)) and browser.run(ROWS))
    browser.click("#obstacles tbody tr:nth-child(2) button")
    name = browser.run("return document.getElementById('search').value")
    first = [m for m in modules if "blockers" in m and max(
        (b for b in m["blockers"] if not b.get("kind")), key=lambda b: b["lines"])["name"] == name]
    check("an obstacle to those that it keeps most of",
          {m["path"] for m in first} <= set(browser.run(ROWS)) and first)
    browser.type("#search", "x\ue003")
    for part in ("kept", "questions"):
        check(f"there is something under {part}", browser.run(
            f"return document.querySelectorAll('#{part} tbody tr').length") > 3)


def check_reports(browser, directory, path):
    def links():
        return browser.run("""return [...document.querySelectorAll('#modules a')]
            .map((a) => a.getAttribute('href'))""")
    browser.type("#search", "module_14")
    check("a name that two modules have leads nowhere", links() == [])
    browser.type("#search", "module_13")
    check("a report beside it, by its name", links() == ["module_13.html"])
    browser.type("#search", path)
    check("a report beside it, by its path", links() == [path + ".html"], links())
    browser.click("#modules a")
    browser.wait("return document.title === 'edu: split report'")
    browser.open(f"{directory}/survey.html")


def check_paper(browser, modules):
    browser.devtools("Page.printToPDF")
    check("on paper are all modules", len(browser.run(ROWS)) == len(modules))
    browser.devtools("Emulation.setEmulatedMedia", media="print", features=[
        {"name": "prefers-color-scheme", "value": "dark"}])
    hidden = browser.run("""return [...document.querySelectorAll('.part')]
        .filter((part) => part.scrollHeight > part.clientHeight + 1).length""")
    check("nothing has to be scrolled there", hidden == 0)
    check("and it is white", browser.run(
        "return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)")
    browser.devtools("Emulation.setEmulatedMedia", media="", features=[])


def check_plain(browser, directory):
    browser.open(f"{directory}/plain.html")
    check("one module, and how to ask for obstacles", len(browser.run(ROWS)) == 1 and
          "--blockers" in browser.run(
              "return document.getElementById('obstacles').textContent"))


def main():
    directory, results, path, shots = sys.argv[1:]
    with open(results, encoding="utf-8") as file:
        modules = [json.loads(line) for line in file]
    modules.append({**modules[14], "path": "net/other/module_14"})
    check_alone(f"{directory}/survey.html")
    with Browser() as browser:
        browser.open(f"{directory}/survey.html")
        check("markup in names made no elements", browser.run("""return document.images.length +
            document.querySelectorAll('[onerror]').length""") == 0 and browser.run(
                "return document.scripts.length") == 2)
        check_table(browser, modules)
        check_search(browser, modules)
        check_overview(browser, modules)
        check_reports(browser, directory, path)
        check_widths(browser, check, "survey", shots)
        check_paper(browser, modules)
        check_plain(browser, directory)
        check_quiet(browser)


main()
