# SPDX-License-Identifier: GPL-2.0-or-later
"""A headless Chromium, driven over WebDriver by what Python brings along."""
import base64
import json
import os
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    """Use with "with": chromedriver and the browser end with it."""

    def __init__(self, width=1600, height=1000):
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        self.base = None
        self.session = None
        arguments = ["--headless=new", "--disable-gpu", "--no-first-run",
                     f"--window-size={width},{height}", "--disable-dev-shm-usage"]
        if os.getuid() == 0:
            arguments.append("--no-sandbox")
        try:
            self.base = f"http://127.0.0.1:{self._port()}"
            value = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome",
                "goog:chromeOptions": {"args": arguments},
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}})
            self.session = f"/session/{value['sessionId']}"
        except BaseException:
            self.close()
            raise

    def _port(self):
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                return int(line.split("port")[1].strip(" .\n"))
        raise RuntimeError("chromedriver does not start")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()

    def close(self):
        try:
            if self.session:
                self._ask("DELETE", self.session)
        finally:
            self.session = None
            self.driver.terminate()
            self.driver.wait()
            self.driver.stdout.close()

    def _ask(self, method, path, body=None):
        data = None if method != "POST" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.base + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def open(self, path):
        self._ask("POST", self.session + "/url", {"url": "file://" + path})

    def run(self, script, *arguments):
        """Run a script in the page; what it returns."""
        return self._ask("POST", self.session + "/execute/sync",
                         {"script": script, "args": list(arguments)})

    def find(self, selector):
        """The first element of a selector; an error if there is none."""
        value = self._ask("POST", self.session + "/element",
                          {"using": "css selector", "value": selector})
        return value[ELEMENT]

    def click(self, selector):
        self._ask("POST", f"{self.session}/element/{self.find(selector)}/click")

    def type(self, selector, text):
        """Type into an element, as with the keyboard, after emptying it."""
        element = self.find(selector)
        self._ask("POST", f"{self.session}/element/{element}/clear")
        self._ask("POST", f"{self.session}/element/{element}/value", {"text": text})

    def devtools(self, command, **parameters):
        """A command of Chromium's own, beyond WebDriver."""
        return self._ask("POST", self.session + "/goog/cdp/execute",
                         {"cmd": command, "params": parameters})

    def look(self, width, scheme):
        """As on a screen of that width, for who has asked for a light or a dark scheme."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=900,
                      deviceScaleFactor=1, mobile=False)
        self.devtools("Emulation.setEmulatedMedia",
                      features=[{"name": "prefers-color-scheme", "value": scheme}])

    def log(self, kind):
        """What the browser logged since the last question: "browser", "performance"."""
        return self._ask("POST", self.session + "/se/log", {"type": kind})

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._ask("GET", self.session + "/screenshot")))

    def wait(self, script, seconds=20):
        """Until a script of the page returns something true."""
        end = time.monotonic() + seconds
        while not (value := self.run(script)):
            if time.monotonic() > end:
                raise AssertionError(f"never true: {script}")
            time.sleep(0.1)
        return value
