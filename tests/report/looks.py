# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a page can be read: at several widths, on a light and on a dark screen."""

# Texts whose contrast to what is behind them is less than what WCAG asks of normal ones.
FAINT = """const [least, selector] = arguments;
    const parse = (colour) => colour.match(/[0-9.]+/g).map(Number);
    const channel = (c) => c <= 10.3 ? c / 3294 : ((c / 255 + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    const ground = (element) => {
        for (; element; element = element.parentElement) {
            const colour = parse(getComputedStyle(element).backgroundColor);
            if (colour.length < 4 || colour[3] > 0.5)
                return colour;
        }
        return [255, 255, 255];
    };
    const faint = [];
    for (const element of document.querySelectorAll(selector)) {
        const text = [...element.childNodes].filter((node) => node.nodeType === 3)
            .map((node) => node.data.trim()).join('');
        if (!text || !element.checkVisibility())
            continue;
        const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < least)
            faint.push([text.slice(0, 40), element.className, contrast.toFixed(2)]);
    }
    return faint.slice(0, 9)"""
# The whole body, and boxes that text sticks out of though nothing scrolls there.
WIDER = """const page = document.documentElement, out = [];
    if (page.scrollWidth > page.clientWidth)
        out.push(['page', page.scrollWidth, page.clientWidth]);
    for (const cell of document.querySelectorAll('td'))
        if (cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1)
            out.push([cell.textContent.slice(0, 40), cell.scrollWidth, cell.clientWidth]);
    return out.slice(0, 9)"""
GROUND = "return getComputedStyle(document.body).backgroundColor"


def check_contrast(browser, check, selector="body *", least=4.5):
    faint = browser.run(FAINT, least, selector)
    check("every text stands out from what is behind it", not faint, faint)


def check_schemes(browser, check, name, shots, selector="body *"):
    """A page on both screens; there a screenshot of the dark one."""
    grounds = []
    for scheme in ("light", "dark"):
        browser.look(1600, scheme)
        print(f"# {name}: {scheme}")
        grounds.append(browser.run(GROUND))
        check_contrast(browser, check, selector)
    check("the dark one is dark", grounds[0] == "rgb(255, 255, 255)" and grounds[1] != grounds[0],
          grounds)
    browser.screenshot(f"{shots}/{name}-dark.png")
    browser.look(1600, "light")


def check_widths(browser, check, name, shots):
    """All of it at three widths, in both schemes."""
    for width in (1600, 1000, 400):
        for scheme in ("light", "dark"):
            print(f"# {name}: {width} wide, {scheme}")
            browser.look(width, scheme)
            wider = browser.run(WIDER)
            check("nothing is wider than its place", not wider, wider)
            check_contrast(browser, check)
            browser.screenshot(f"{shots}/{name}-{width}-{scheme}.png")
