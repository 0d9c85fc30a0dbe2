"""A chart as a piece of HTML that needs no network: for notebooks, and pages that are built alike.

The piece holds the chart as SVG, which shows at once and wherever scripts are not allowed, and the
scripts of Vega, which make it interactive. The scripts are the same in every piece; they are
packed (a third of a megabyte), and unpacked by the browser once for all charts of a page.
"""

from __future__ import annotations

import base64
import gzip
import json
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import palette, pictures
from geopolitics_model.extras import imported

if TYPE_CHECKING:
    import altair as alt

_PIECE = """<div id="{id}" class="geopolitics-picture">{svg}</div>
<script>
(async () => {{
  const script = document.currentScript;
  const before = script && script.previousElementSibling;
  const place = before && before.id === "{id}" ? before : document.getElementById("{id}");
  window.geopoliticsVega ??= (async () => {{
    const packed = Uint8Array.from(atob("{scripts}"), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const element = document.createElement("script");
    element.type = "module";
    const ready = new Promise((done) => (window.geopoliticsVegaReady = done));
    element.textContent = await new Response(stream).text() + ";window.geopoliticsVegaReady();";
    document.head.append(element);
    await ready;
    return window.vegaEmbed;
  }})();
  const embed = await window.geopoliticsVega;
  const dark = document.body.dataset.jpThemeLight === "false"
    || document.body.classList.contains("vscode-dark");
  const config = dark ? {dark} : {light};
  await embed(place, {{ ...{spec}, config }}, {{ actions: false, renderer: "svg" }});
}})().catch((problem) => console.warn("the picture stays still:", problem));
</script>"""


def html(chart: alt.TopLevelMixin) -> str:
    """The chart as HTML to put into a page: still at first, interactive as soon as scripts run.

    Raises:
        MissingExtra: the drawing library is not installed.
    """
    spec = chart.to_dict()
    spec.pop("config", None)
    text = _json(spec)
    return _PIECE.format(
        id=f"picture-{sha256(text.encode()).hexdigest()[:12]}",
        svg=pictures.svg(chart),
        scripts=_scripts(),
        spec=text,
        dark=_json(palette.config("dark")),
        light=_json(palette.config("light")),
    )


def _json(value: Any) -> str:
    """JSON that cannot end the script it stands in."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")


@cache
def _scripts() -> str:
    """Vega, Vega-Lite and Vega-Embed in one, packed; always the same bytes."""
    bundle = imported("vl_convert", pictures.EXTRA).javascript_bundle(vl_version=pictures.VEGA_LITE)
    return base64.b64encode(gzip.compress(bundle.encode(), mtime=0)).decode()
