"""Ready settings for a web server: the headers of every answer, and the page for a wrong address.

Nothing of the programme stands in them but the path of the site, in letters that no server reads as
something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import quoteattr

from generator.model.basis import Editie
from generator.present.page import Site
from generator.publish.policy import FRAME, compute_policy

MAP: Final = "server"

VAST: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Headers that are the same for every site."""
HSTS: Final = ("Strict-Transport-Security", "max-age=31536000")
SOORTEN: Final = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}
"""Kinds of files that some versions of IIS do not serve, or with another kind."""

NGINX: Final = """\
# Gemaakt bij elke bouw; wat u hier verandert, verdwijnt weer.
#
# Zet in het server-blok van de site:  include /pad/naar/de/site/server/nginx.conf;
# of neem de regels over. Probeer ze met: nginx -t. Zet ze na een nieuwe versie van het programma
# opnieuw klaar: dan kan Content-Security-Policy anders zijn.
#
# Let op: heeft een location-blok zelf een add_header, dan vervallen daar alle regels van
# hierboven. Zet dan ook in dat blok deze include.

{headers}

# Strict-Transport-Security laat een browser de hele server alleen nog via https bezoeken.
# Overheden moeten dat, maar het werkt voor alles op dit adres. Haal het hekje weg als alles
# op dit adres via https gaat, en de regel nog niet ergens anders staat.
# {hsts}

error_page 404 {pagina};
charset utf-8;
charset_types text/css text/csv text/calendar text/plain text/javascript application/javascript;
server_tokens off;

# Deze bestanden zijn voor de beheerder, niet voor bezoekers.
location ~ /({map}/[a-z]+\\.conf|web\\.config)$ {{ return 404; }}
"""

APACHE: Final = """\
# Gemaakt bij elke bouw; wat u hier verandert, verdwijnt weer.
#
# Zet in het VirtualHost- of Directory-blok van de site:
#   Include /pad/naar/de/site/server/apache.conf
# Nodig: a2enmod headers. Probeer het met: apachectl configtest. Zet de regels na een nieuwe versie
# van het programma opnieuw klaar: dan kan Content-Security-Policy anders zijn.

{headers}

# Strict-Transport-Security laat een browser de hele server alleen nog via https bezoeken.
# Overheden moeten dat, maar het werkt voor alles op dit adres. Haal het hekje weg als alles
# op dit adres via https gaat, en de regel nog niet ergens anders staat.
# {hsts}

ErrorDocument 404 {pagina}
AddDefaultCharset utf-8
{soorten}

# Deze bestanden zijn voor de beheerder, niet voor bezoekers.
RedirectMatch 404 /({map}/[a-z]+\\.conf|web\\.config)$
"""

IIS: Final = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- Gemaakt bij elke bouw; wat u hier verandert, verdwijnt weer. IIS leest dit bestand vanzelf.
     Elke regel begint met weghalen: staat de instelling hoger ook, dan geeft IIS anders fout 500.

     Strict-Transport-Security laat een browser de hele server alleen nog via https bezoeken.
     Overheden moeten dat, maar het werkt voor alles op dit adres. Zet het daarom in IIS aan bij de
     website zelf (HSTS), als alles op dit adres via https gaat. -->
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path={pagina} responseMode="ExecuteURL" />
    </httpErrors>
    <staticContent>
{soorten}
    </staticContent>
    <security>
      <requestFiltering>
        <hiddenSegments>
          <remove segment="{map}" />
          <add segment="{map}" />
        </hiddenSegments>
      </requestFiltering>
    </security>
  </system.webServer>
</configuration>
"""


def add_server_settings(folder: Path, site: Site) -> None:
    """Put settings for nginx, Apache and IIS in the built site in `folder`."""
    headers = list_headers(folder, site)
    pagina = f"{_find_path(site)}{FRAME}"
    texts = {
        f"{MAP}/nginx.conf": make_nginx(headers, pagina),
        f"{MAP}/apache.conf": make_apache(headers, pagina),
        "web.config": make_iis(headers, pagina),
    }
    (folder / MAP).mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())


def list_headers(folder: Path, site: Site) -> dict[str, str]:
    """The headers of every answer of the server, by name."""
    headers = {"Content-Security-Policy": compute_policy(folder), **VAST}
    if site.instellingen["editie"] == Editie.INTERN or site.instellingen["concept"]:
        headers["X-Robots-Tag"] = "noindex"
    return headers


def _find_path(site: Site) -> str:
    """The path of the site on its server, from `/` to `/`; only letters that are safe anywhere."""
    path = urlsplit(site.instellingen["adres"]).path.strip("/")
    return f"/{quote(path)}/" if path else "/"


def make_nginx(headers: Mapping[str, str], pagina: str) -> str:
    """Directives for a server block of nginx."""
    return NGINX.format(
        headers="\n".join(_add_header(*header) for header in headers.items()),
        hsts=_add_header(*HSTS),
        pagina=pagina,
        map=MAP,
    )


def _add_header(name: str, value: str) -> str:
    return f'add_header {name} "{value}" always;'


def make_apache(headers: Mapping[str, str], pagina: str) -> str:
    """Directives for a virtual host or a directory of Apache."""
    return APACHE.format(
        headers="\n".join(_set_header(*header) for header in headers.items()),
        hsts=_set_header(*HSTS),
        pagina=pagina,
        soorten="\n".join(
            f"AddType {soort.partition(';')[0]} {ending}" for ending, soort in SOORTEN.items()
        ),
        map=MAP,
    )


def _set_header(name: str, value: str) -> str:
    return f'Header always set {name} "{value}"'


def make_iis(headers: Mapping[str, str], pagina: str) -> str:
    """The web.config that IIS finds in the folder of the site."""
    return IIS.format(
        headers="\n".join(
            f'        <remove name="{name}" />\n'
            f'        <add name="{name}" value={quoteattr(value)} />'
            for name, value in headers.items()
        ),
        pagina=quoteattr(pagina),
        soorten="\n".join(
            f'      <remove fileExtension="{ending}" />\n'
            f'      <mimeMap fileExtension="{ending}" mimeType="{soort}" />'
            for ending, soort in SOORTEN.items()
        ),
        map=MAP,
    )
