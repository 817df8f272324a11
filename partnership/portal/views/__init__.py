"""Public pages over all apps."""

from partnership.portal.views.api import api
from partnership.portal.views.cities import city, city_list
from partnership.portal.views.desk import desk
from partnership.portal.views.feeds import news_feed
from partnership.portal.views.health import healthz, readyz
from partnership.portal.views.home import home, respelled, root, style_guide
from partnership.portal.views.lists import news_list, notice_list
from partnership.portal.views.province import province
from partnership.portal.views.results import result, result_csv, result_list
from partnership.portal.views.robots import robots_txt, security_txt, sitemap, sitemap_index
from partnership.portal.views.texts import contact, news_item, notice, page

__all__ = [
    "api",
    "city",
    "city_list",
    "contact",
    "desk",
    "healthz",
    "home",
    "news_feed",
    "news_item",
    "news_list",
    "notice",
    "notice_list",
    "page",
    "province",
    "readyz",
    "respelled",
    "result",
    "result_csv",
    "result_list",
    "robots_txt",
    "root",
    "security_txt",
    "sitemap",
    "sitemap_index",
    "style_guide",
]
