"""Dates for calendars (iCalendar) and changes for feed readers (Atom); the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree as Xml

from icalendar import Calendar, Event

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A whole day in a calendar; `key` tells it from others for good."""

    key: str
    day: date
    title: str
    words: str
    url: str


def ics(name: str, occasions: Iterable[Occasion], stamp: date) -> bytes:
    """A calendar of whole days."""
    calendar = Calendar()
    calendar.add("prodid", "-//stdbook//stdbook//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for occasion in occasions:
        event = Event()
        event.add("uid", f"{occasion.key}@stdbook")
        event.add("dtstamp", datetime.combine(stamp, time(), UTC))
        event.add("dtstart", occasion.day)
        event.add("summary", occasion.title)
        event.add("description", occasion.words)
        event.add("url", occasion.url)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


@dataclass(frozen=True, slots=True)
class Entry:
    """A version of a standard as news."""

    url: str
    title: str
    day: date
    words: str


def atom(title: str, home: str, author: str, entries: Iterable[Entry], stamp: date) -> bytes:
    """A feed, newest first; `home` is the address of the site, ending in /."""
    Xml.register_namespace("", ATOM)
    feed = Xml.Element(f"{{{ATOM}}}feed")
    listed = sorted(entries, key=lambda e: (e.day, e.url), reverse=True)
    _text(feed, "id", f"{home}changes/")
    _text(feed, "title", title)
    _text(feed, "updated", _instant(listed[0].day if listed else stamp))
    _text(Xml.SubElement(feed, f"{{{ATOM}}}author"), "name", author)
    Xml.SubElement(feed, f"{{{ATOM}}}link", rel="self", href=f"{home}changes/feed.atom")
    Xml.SubElement(feed, f"{{{ATOM}}}link", rel="alternate", href=f"{home}changes/")
    for entry in listed:
        node = Xml.SubElement(feed, f"{{{ATOM}}}entry")
        _text(node, "id", entry.url)
        _text(node, "title", entry.title)
        _text(node, "updated", _instant(entry.day))
        Xml.SubElement(node, f"{{{ATOM}}}link", rel="alternate", href=entry.url)
        _text(node, "summary", entry.words)
    return bytes(Xml.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _text(parent: Xml.Element, name: str, words: str) -> None:
    Xml.SubElement(parent, f"{{{ATOM}}}{name}").text = words


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
