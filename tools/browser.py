"""A headless Chromium, driven over a pipe: no port, no library.

The DevTools protocol as JSON messages that end in a zero byte, written to the
browser's file 3 and read from its file 4.
"""

import json
import os
import select
import subprocess
import tempfile
import time

_FLAGS = ("--headless=new", "--remote-debugging-pipe", "--no-sandbox",
          "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
          "--disable-background-networking", "--disable-extensions",
          "--disable-component-update", "--disable-renderer-backgrounding",
          "--disable-background-timer-throttling",
          "--force-color-profile=srgb", "--hide-scrollbars")


class Browser:
    """One browser with a profile of its own. Use as a context."""

    def __init__(self, program="chromium"):
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        from_us, self._write = os.pipe()
        self._read, to_us = os.pipe()
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{from_us} 4>&{to_us}', "bash",
             program, *_FLAGS, f"--user-data-dir={self._profile.name}",
             "about:blank"],
            pass_fds=(from_us, to_us), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(from_us)
        os.close(to_us)
        self._bytes = b""
        self._next = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
            self._process.wait(10)
        except (ConnectionError, TimeoutError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._write)
        os.close(self._read)
        self._profile.cleanup()

    def call(self, method, session=None, timeout=180, **params):
        """The result of a command; events that come meanwhile are kept."""
        self._next += 1
        message = {"id": self._next, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + timeout
        while True:
            answer = self._message(deadline, method)
            if answer.get("id") == self._next:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method, timeout=180):
        """Waits until an event of this name has come since the last look."""
        deadline = time.monotonic() + timeout
        while all(event.get("method") != method for event in self.events):
            self.events.append(self._message(deadline, method))

    def open_page(self):
        target = self.call("Target.createTarget", url="about:blank")
        attached = self.call("Target.attachToTarget", flatten=True,
                             targetId=target["targetId"])
        return Page(self, attached["sessionId"])

    def _message(self, deadline, what):
        while b"\0" not in self._bytes:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._read], [], [], left)[0]:
                raise TimeoutError(f"the browser does not answer: {what}")
            piece = os.read(self._read, 1 << 20)
            if not piece:
                raise ConnectionError("the browser has ended")
            self._bytes += piece
        message, self._bytes = self._bytes.split(b"\0", 1)
        return json.loads(message)


class Page:
    """A tab, and all that went wrong in it."""

    def __init__(self, browser, session):
        self._browser = browser
        self._session = session
        for domain in ("Page", "Runtime", "Network", "Log", "DOM"):
            self.call(f"{domain}.enable")

    def call(self, method, **params):
        return self._browser.call(method, session=self._session, **params)

    def load(self, url):
        """Loads `url`; forgets what was logged of the page before."""
        self._browser.events.clear()
        self.call("Page.navigate", url=url)
        self._browser.wait_for("Page.loadEventFired")

    def run(self, script):
        """The value of a JavaScript expression; promises are awaited."""
        answer = self.call("Runtime.evaluate", expression=script,
                           awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    def resize(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width,
                  height=height, deviceScaleFactor=1, mobile=width < 600)

    def emulate(self, media="", scheme="light"):
        self.call("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": scheme}])

    def press(self, key):
        text = {"text": key} if len(key) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key,
                      **(text if kind == "keyDown" else {}))

    def write(self, text):
        self.call("Input.insertText", text=text)

    def errors(self):
        """Console errors, exceptions and what the browser logged as error."""
        found = []
        for event in self._browser.events:
            params = event.get("params", {})
            if event.get("method") == "Runtime.exceptionThrown":
                found.append(params["exceptionDetails"]["text"])
            elif event.get("method") == "Runtime.consoleAPICalled":
                if params["type"] in ("error", "warning", "assert"):
                    found.append(f"console: {params['args']}")
            elif event.get("method") == "Log.entryAdded":
                if params["entry"]["level"] in ("error", "warning"):
                    found.append(params["entry"]["text"])
        return found

    def requests(self):
        """Addresses that were asked for and that no policy stopped."""
        stopped = {event["params"]["requestId"]
                   for event in self._browser.events
                   if event.get("method") == "Network.loadingFailed"
                   and event["params"].get("blockedReason") == "csp"}
        return [event["params"]["request"]["url"]
                for event in self._browser.events
                if event.get("method") == "Network.requestWillBeSent"
                and event["params"]["requestId"] not in stopped]
