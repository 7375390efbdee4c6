"""Every public page is valid HTML: asked of the HTML checker of the W3C, a Java program (npm's `vnu-jar`).

NEWSROOM_VNU is the path of its vnu.jar. Skipped where that or Java is missing; NEWSROOM_REQUIRE="vnu" makes it fail.
"""

import json
import subprocess

import pytest

from tests.conftest import VNU
from tests.site.addresses import public_addresses
from tests.site.conftest import one_of_everything

# Compiled once and plainly: it lives for seconds, and half of them went into compiling it better.
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-Xss4m"]

pytestmark = [pytest.mark.vnu, pytest.mark.looks, pytest.mark.django_db]


def test_the_html_checker_finds_no_error_on_any_public_page(client, links, tmp_path):
    one_of_everything(links)
    addresses = [
        *public_addresses(),
        "/recherche/?q=alliance",
        "/articles/?theme=defense",
        "/articles/retire/",
        "/rien/",
    ]
    checked = {}
    for number, address in enumerate(dict.fromkeys(addresses)):
        response = client.get(address)
        if response["Content-Type"].startswith("text/html"):
            path = tmp_path / f"{number}.html"
            path.write_bytes(response.content)
            checked[path.name] = address
    assert len(checked) > 40
    command = [*JAVA, "-jar", VNU, "--format", "json", "--errors-only", "--exit-zero-always", str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found = json.loads(answer.stderr)["messages"]
    errors = {
        f"{checked[message['url'].rpartition('/')[2]]}: {message['message']} {message.get('extract', '')[:120]}"
        for message in found
    }
    assert errors == set()
