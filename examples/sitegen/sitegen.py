#!/usr/bin/env python3
"""Builds a static web site from Markdown files.

The source folder holds site.json, templates/*.html and pages below content/. A page may begin with a
header of `key: value` lines between two lines of three dashes.
"""
import argparse
import html
import json
import re
import shutil
import string
import sys
from pathlib import Path


class SiteError(Exception):
    """The source of the site is wrong."""


class Markdown:
    """Turns a useful part of Markdown into HTML."""

    INLINE = [
        (re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)"), r'<img src="\2" alt="\1">'),
        (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
        (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
        (re.compile(r"(?<!\w)[*_](.+?)[*_](?!\w)"), r"<em>\1</em>"),
        (re.compile(r"  $", re.M), "<br>"),
    ]
    HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
    ITEM = re.compile(r"(\s*)([-*+]|\d+\.)\s+(.*)$")
    FENCE = re.compile(r"```\s*(\w*)$")

    def __init__(self, text):
        self.lines = text.splitlines()
        self.position = 0
        self.output = []
        self.headings = []

    @property
    def line(self):
        return self.lines[self.position] if self.position < len(self.lines) else None

    def convert(self):
        while self.line is not None:
            line = self.line
            if not line.strip():
                self.position += 1
            elif match := self.HEADING.match(line):
                self.heading(len(match[1]), match[2])
            elif match := self.FENCE.match(line):
                self.code(match[1])
            elif line.startswith(">"):
                self.quote()
            elif self.ITEM.match(line):
                self.list(0)
            elif re.fullmatch(r"\s*(?:[-*_]\s*){3,}", line):
                self.output.append("<hr>")
                self.position += 1
            elif "|" in line and self.is_table():
                self.table()
            else:
                self.paragraph()
        return "\n".join(self.output)

    def heading(self, level, text):
        anchor = slugify(text)
        used = [a for _, a, _ in self.headings]
        if anchor in used:
            anchor = f"{anchor}-{sum(a == anchor or a.startswith(anchor + '-') for a in used) + 1}"
        self.headings.append((level, anchor, text))
        self.output.append(f'<h{level} id="{anchor}">{self.inline(text)}</h{level}>')
        self.position += 1

    def code(self, language):
        self.position += 1
        start = self.position
        while self.line is not None and self.line.strip() != "```":
            self.position += 1
        if self.line is None:
            raise SiteError(f"code block at line {start} does not end")
        body = html.escape("\n".join(self.lines[start:self.position]))
        attribute = f' class="language-{language}"' if language else ""
        self.output.append(f"<pre><code{attribute}>{body}</code></pre>")
        self.position += 1

    def quote(self):
        inner = []
        while self.line is not None and self.line.startswith(">"):
            inner.append(self.line[1:].removeprefix(" "))
            self.position += 1
        self.output.append("<blockquote>")
        self.output.append(Markdown("\n".join(inner)).convert())
        self.output.append("</blockquote>")

    def list(self, indent):
        first = self.ITEM.match(self.line)
        tag = "ol" if first[2][0].isdigit() else "ul"
        self.output.append(f"<{tag}>")
        while self.line is not None and (match := self.ITEM.match(self.line)):
            depth = len(match[1])
            if depth < indent:
                break
            if depth > indent:
                # A nested list belongs to the item before it.
                self.output[-1] = self.output[-1].removesuffix("</li>")
                self.list(depth)
                self.output.append("</li>")
                continue
            self.output.append(f"<li>{self.inline(match[3])}</li>")
            self.position += 1
        self.output.append(f"</{tag}>")

    def is_table(self):
        following = self.lines[self.position + 1:self.position + 2]
        return bool(following) and re.fullmatch(r"[\s|:-]+", following[0]) and "-" in following[0]

    @staticmethod
    def cells(line):
        return [cell.strip() for cell in line.strip().strip("|").split("|")]

    def table(self):
        header = self.cells(self.line)
        aligns = []
        for cell in self.cells(self.lines[self.position + 1]):
            if cell.endswith(":"):
                aligns.append("center" if cell.startswith(":") else "right")
            else:
                aligns.append("left" if cell.startswith(":") else None)
        self.position += 2
        rows = []
        while self.line is not None and "|" in self.line:
            rows.append(self.cells(self.line))
            self.position += 1
        self.output.append("<table>")
        for tag, row in [("th", header), *(("td", row) for row in rows)]:
            cells = []
            for cell, align in zip(row, aligns):
                style = f' style="text-align: {align}"' if align else ""
                cells.append(f"<{tag}{style}>{self.inline(cell)}</{tag}>")
            self.output.append("<tr>" + "".join(cells) + "</tr>")
        self.output.append("</table>")

    def paragraph(self):
        lines = []
        while self.line is not None and self.line.strip() and not self.HEADING.match(self.line):
            if self.FENCE.match(self.line) or self.line.startswith(">"):
                break
            lines.append(self.line)
            self.position += 1
        self.output.append("<p>" + self.inline("\n".join(lines)) + "</p>")

    def inline(self, text):
        parts = re.split(r"(`[^`]+`)", text)
        for i, part in enumerate(parts):
            if i % 2:
                parts[i] = "<code>" + html.escape(part[1:-1]) + "</code>"
            else:
                part = html.escape(part, quote=False)
                for pattern, replacement in self.INLINE:
                    part = pattern.sub(replacement, part)
                parts[i] = part
        return "".join(parts)


def slugify(text):
    text = re.sub(r"[^\w\s-]", "", text.lower())
    return re.sub(r"[\s_-]+", "-", text).strip("-") or "section"


class Page:
    def __init__(self, source, root):
        self.source = source
        self.relative = source.relative_to(root)
        self.meta, self.body = self.split(source.read_text(encoding="utf-8"))
        try:
            converter = Markdown(self.body)
            self.content = converter.convert()
        except SiteError as error:
            raise SiteError(f"{self.relative}: {error}") from error
        self.headings = converter.headings

    def split(self, text):
        if not text.startswith("---\n"):
            return {}, text
        header, separator, body = text[4:].partition("\n---\n")
        if not separator:
            raise SiteError(f"{self.relative}: the header does not end")
        meta = {}
        for number, line in enumerate(header.splitlines(), 2):
            key, colon, value = line.partition(":")
            if not colon:
                raise SiteError(f"{self.relative}:{number}: no 'key: value': {line!r}")
            meta[key.strip().lower()] = value.strip()
        return meta, body

    @property
    def title(self):
        if "title" in self.meta:
            return self.meta["title"]
        return next((text for level, _, text in self.headings if level == 1), self.source.stem.capitalize())

    @property
    def tags(self):
        return sorted(tag.strip() for tag in self.meta.get("tags", "").split(",") if tag.strip())

    @property
    def date(self):
        return self.meta.get("date", "")

    @property
    def draft(self):
        return self.meta.get("draft", "no").lower() in ("yes", "true")

    @property
    def url(self):
        return self.relative.with_suffix(".html").as_posix()

    @property
    def root(self):
        return "../" * (len(self.relative.parts) - 1)

    def table_of_contents(self):
        wanted = [h for h in self.headings if 2 <= h[0] <= 3]
        if len(wanted) < 2:
            return ""
        items = [f'<li class="toc-{level}"><a href="#{anchor}">{html.escape(text)}</a></li>' for level, anchor, text in wanted]
        return "<ul>\n" + "\n".join(items) + "\n</ul>"

    def __repr__(self):
        return f"<Page {self.relative}>"


class Site:
    REQUIRED = ("name", "author")

    def __init__(self, source, drafts=False):
        self.source = source
        self.config = self.read_config()
        self.templates = {
            path.stem: string.Template(path.read_text(encoding="utf-8"))
            for path in sorted((source / "templates").glob("*.html"))
        }
        if "page" not in self.templates:
            raise SiteError("templates/page.html is missing")
        content = source / "content"
        pages = [Page(path, content) for path in sorted(content.rglob("*.md"))]
        self.pages = [page for page in pages if drafts or not page.draft]

    def read_config(self):
        path = self.source / "site.json"
        try:
            config = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise SiteError(f"{path} does not exist") from None
        except json.JSONDecodeError as error:
            raise SiteError(f"{path}:{error.lineno}:{error.colno}: {error.msg}") from error
        if not isinstance(config, dict):
            raise SiteError(f"{path} holds no object")
        missing = [key for key in self.REQUIRED if key not in config]
        if missing:
            raise SiteError(f"{path} lacks {', '.join(missing)}")
        return config

    def navigation(self, current):
        links = []
        for entry in self.config.get("navigation", []):
            here = ' class="here"' if entry["url"] == current.url else ""
            links.append(f'<a href="{current.root}{entry["url"]}"{here}>{html.escape(entry["title"])}</a>')
        return " | ".join(links)

    def render(self, page):
        name = page.meta.get("template", "page")
        try:
            template = self.templates[name]
        except KeyError:
            raise SiteError(f"{page.relative}: no template {name!r}") from None
        values = {
            "site": html.escape(self.config["name"]),
            "author": html.escape(self.config["author"]),
            "title": html.escape(page.title),
            "date": page.date,
            "tags": ", ".join(page.tags),
            "toc": page.table_of_contents(),
            "navigation": self.navigation(page),
            "root": page.root,
            "content": page.content,
        }
        try:
            return template.substitute(values)
        except KeyError as error:
            raise SiteError(f"template {name!r} uses the unknown name {error}") from error
        except ValueError as error:
            raise SiteError(f"template {name!r}: {error}") from error

    def index_of_tags(self):
        tags = {}
        for page in self.pages:
            for tag in page.tags:
                tags.setdefault(tag, []).append(page)
        return tags

    def dated(self):
        return sorted((page for page in self.pages if page.date), key=lambda page: (page.date, page.url), reverse=True)

    def build(self, target, verbose=False):
        written = 0
        for page in self.pages:
            path = target / page.url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.render(page), encoding="utf-8")
            written += 1
            if verbose:
                print(f"  {page.relative} -> {page.url} ({page.title})")
        for path in sorted((self.source / "content").rglob("*")):
            if path.is_file() and path.suffix != ".md":
                copy = target / path.relative_to(self.source / "content")
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
                written += 1
        index = [{"url": page.url, "title": page.title, "date": page.date or None, "tags": page.tags,
                  "words": len(re.findall(r"\w+", page.body))} for page in self.pages]
        with open(target / "index.json", "w", encoding="utf-8") as file:
            json.dump(index, file, indent=2, ensure_ascii=False)
            file.write("\n")
        if self.dated():
            (target / "feed.txt").write_text("".join(f"{p.date} {p.title} <{p.url}>\n" for p in self.dated()), encoding="utf-8")
            written += 1
        return written + 1

    def dead_links(self):
        """Yields (page, link) for links inside the site that lead nowhere."""
        known = {page.url for page in self.pages}
        known |= {path.relative_to(self.source / "content").as_posix()
                  for path in (self.source / "content").rglob("*") if path.is_file()}
        for page in self.pages:
            for link in re.findall(r'(?:href|src)="([^"]*)"', page.content):
                if re.match(r"\w+:|#|/", link):
                    continue
                parts = []
                for part in (page.relative.parent / link.partition("#")[0]).parts:
                    if part == "..":
                        if parts:
                            parts.pop()
                    else:
                        parts.append(part)
                if "/".join(parts) not in known:
                    yield page, link


def main(argv=None):
    parser = argparse.ArgumentParser(prog="sitegen", description="Builds a static web site from Markdown files.")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path, nargs="?", default=Path("public"))
    parser.add_argument("--drafts", action="store_true", help="publish drafts, too")
    parser.add_argument("--clean", action="store_true", help="empty the target first")
    parser.add_argument("--check", action="store_true", help="write nothing, look for dead links")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args(argv)
    try:
        site = Site(options.source, options.drafts)
        if options.check:
            dead = list(site.dead_links())
            for page, link in dead:
                print(f"{page.relative}: dead link {link}")
            return 1 if dead else 0
        if options.clean and options.target.exists():
            shutil.rmtree(options.target)
        options.target.mkdir(parents=True, exist_ok=True)
        written = site.build(options.target, options.verbose)
    except SiteError as error:
        print(f"sitegen: error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"sitegen: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    print(f"{written} files in {options.target}")
    tags = site.index_of_tags()
    if tags:
        print("tags: " + ", ".join(f"{tag} ({len(pages)})" for tag, pages in sorted(tags.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
