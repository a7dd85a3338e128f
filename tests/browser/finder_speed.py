"""Prints how fast the finder is on a slow phone: `python -m tests.browser.finder_speed SITE_FOLDER`.

The line has 150 ms of delay and 1.6 Mbit/s, files go packed as web servers send them, and the processor is
four times slower than this one. A figure and not a test: the machine may be busy.
"""

import argparse
import gzip
import statistics
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

from .serving import SiteHandler
from .visiting import launch

WORDS = (
    "ME4 5DJ",
    "DA12 2AA",
    "ME4 6",
    "rochester",
    "gilingham",
    "saint marys island",
    "12 castle road chatham",
    "zzyzx",
)
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
# Milliseconds from a doing to the answer's heading.
UNTIL_ANSWERED = """([words, focus]) => new Promise((done) => {
    const field = document.querySelector("#finder-field");
    const shown = document.querySelector(".finder__answer");
    const start = performance.now();
    const seen = new MutationObserver(() => {
        if (!shown.querySelector("h2")) return;
        seen.disconnect();
        requestAnimationFrame(() => done(performance.now() - start));
    });
    seen.observe(shown, {childList: true});
    if (focus) field.focus();
    field.value = words;
    field.dispatchEvent(new Event("input"));
})"""


class PackingHandler(SiteHandler):
    """Sends files packed, as web servers do."""

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        """Answer with the file, packed."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def on_slow_phone(browser: Browser, address: str) -> Page:
    """The front page, opened on the slow line."""
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    session = tab.context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    tab.goto(address, wait_until="networkidle")
    return tab


def main() -> None:
    """Measure the first answer, from focus, five times; then each of the words, typed at once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("site", type=Path)
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(PackingHandler, directory=str(options.parse_args().site))
    )
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    with sync_playwright() as playwright:
        browser = launch(playwright)
        firsts = [on_slow_phone(browser, address).evaluate(UNTIL_ANSWERED, ["ME4 5DJ", True]) for _ in range(5)]
        print(f"focus to first answer: median {statistics.median(firsts):.0f} ms, worst {max(firsts):.0f} ms")
        tab = on_slow_phone(browser, address)
        tab.evaluate(UNTIL_ANSWERED, ["ME4 5DJ", True])
        for words in WORDS:
            waits = []
            for _ in range(5):
                tab.fill("#finder-field", "")
                tab.wait_for_selector(".finder__answer:empty", state="attached")
                waits.append(tab.evaluate(UNTIL_ANSWERED, [words, False]))
            print(
                f"last key to answer, {words!r}: median {statistics.median(waits):.0f} ms, worst {max(waits):.0f} ms"
            )
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
