/**
 * Markdown as people write it in a bio, and the elements it stands for: `tag(content)`, a link's address in brackets. By hand
 * from the CommonMark 0.31 and GitHub-flavoured specifications, but for what Nametag leaves out on purpose: HTML is text,
 * pictures are their description, only web pages are links, a host stands beside words that do not name it (`bdi`), and headings
 * begin below the page's own.
 */
export const samples: readonly [text: string, drawn: string][] = [
  // --- paragraphs, lines, characters ---
  ['', ''],
  ['Hello', 'p(Hello)'],
  ['One\ntwo', 'p(One\ntwo)'],
  ['One\n\nTwo', 'p(One)p(Two)'],
  ['One  \ntwo', 'p(Onebr()two)'],
  ['One\\\ntwo', 'p(Onebr()two)'],
  ['  Hello', 'p(Hello)'],
  ['5 < 6 & 7 > 3', 'p(5 < 6 & 7 > 3)'],
  ['Tom &amp; Jerry', 'p(Tom & Jerry)'],
  ['&copy; 2026 &hellip;', 'p(© 2026 …)'],
  ['&#8364; &#x20AC;', 'p(€ €)'],
  ['&nosuch; &', 'p(&nosuch; &)'],
  ['&#0;', 'p(\ufffd)'],
  ['Ünïcödé 山田 🙂', 'p(Ünïcödé 山田 🙂)'],
  ['\\*not emphasis\\*', 'p(*not emphasis*)'],
  ['1\\. not a list', 'p(1. not a list)'],
  ['C:\\Users\\ada', 'p(C:\\Users\\ada)'],
  ['don’t "quote"', 'p(don’t "quote")'],

  // --- emphasis ---
  ['*em*', 'p(em(em))'],
  ['_em_', 'p(em(em))'],
  ['**strong**', 'p(strong(strong))'],
  ['__strong__', 'p(strong(strong))'],
  ['***both***', 'p(em(strong(both)))'],
  ['**bold *and* more**', 'p(strong(bold em(and) more))'],
  ['snake_case_name', 'p(snake_case_name)'],
  ['un*frigging*believable', 'p(unem(frigging)believable)'],
  ['* not emphasis*', 'ul(li(not emphasis*))'],
  ['**open', 'p(**open)'],
  ['2 * 3 * 4', 'p(2 * 3 * 4)'],
  ['~~gone~~', 'p(del(gone))'],
  ['`code`', 'p(code(code))'],
  ['`<b>&amp;</b>`', 'p(code(<b>&amp;</b>))'],
  ['`` a`b ``', 'p(code(a`b))'],

  // --- blocks ---
  ['# Title', 'h2(Title)'],
  ['## Title', 'h2(Title)'],
  ['# One\n\n## Two\n\n### Three', 'h2(One)h3(Two)h4(Three)'],
  ['# One\n\n#### Four', 'h2(One)h3(Four)'],
  ['#hashtag', 'p(#hashtag)'],
  ['Title\n=====', 'h2(Title)'],
  ['> wise words', 'blockquote(p(wise words))'],
  ['> one\n> two', 'blockquote(p(one\ntwo))'],
  ['---', 'hr()'],
  ['    indented', 'pre(code(indented))'],
  ['```\na\nb\n```', 'pre(code(a\nb))'],
  ['```js\nlet a = 1 < 2;\n```', 'pre(code(let a = 1 < 2;))'],

  // --- lists ---
  ['- one\n- two', 'ul(li(one)li(two))'],
  ['* one\n* two', 'ul(li(one)li(two))'],
  ['1. one\n2. two', 'ol(li(one)li(two))'],
  ['3. three\n4. four', 'ol[3](li(three)li(four))'],
  ['- one\n  - inner', 'ul(li(oneul(li(inner))))'],
  ['- one\n\n- two', 'ul(li(p(one))li(p(two)))'],
  ['- **a**: b', 'ul(li(strong(a): b))'],
  ['Skills:\n- one', 'p(Skills:)ul(li(one))'],

  // --- links ---
  [
    '[notes](https://ada.example.com/notes)',
    'p(a[https://ada.example.com/notes](notes bdi(ada.example.com)))',
  ],
  ['[plain](http://ada.example.com)', 'p(a[http://ada.example.com/](plain bdi(ada.example.com)))'],
  [
    '[titled](https://ada.example.com "A title")',
    'p(a[https://ada.example.com/](titled bdi(ada.example.com)))',
  ],
  [
    '[**bold**](https://ada.example.com)',
    'p(a[https://ada.example.com/](strong(bold) bdi(ada.example.com)))',
  ],
  [
    '[ada.example.com](https://www.ada.example.com/x)',
    'p(a[https://www.ada.example.com/x](ada.example.com))',
  ],
  ['https://ada.example.com/a.html', 'p(a[https://ada.example.com/a.html](https://ada.example.com/a.html))'],
  ['[x](https://acme.example@evil.example/)', 'p(x)'],
  ['https://acme.example@evil.example/', 'p(https://acme.example@evil.example/)'],
  ['<https://ada.example.com/x>', 'p(a[https://ada.example.com/x](https://ada.example.com/x))'],
  ['https://ada.example.com/x', 'p(a[https://ada.example.com/x](https://ada.example.com/x))'],
  ['[ref]\n\n[ref]: https://ada.example.com', 'p(a[https://ada.example.com/](ref bdi(ada.example.com)))'],
  ['[mail](mailto:ada@example.com)', 'p(mail)'],
  ['<ada@example.com>', 'p(ada@example.com)'],
  ['[here](/about)', 'p(here)'],
  ['[x](javascript:alert(1))', 'p(x)'],
  ['[ftp](ftp://files.example.com)', 'p(ftp)'],
  ['[not a link]', 'p([not a link])'],

  // --- pictures and HTML ---
  ['![a loom](https://ada.example.com/loom.png)', 'p(a loom)'],
  ['![](https://ada.example.com/loom.png)', 'p()'],
  ['<b>bold</b>', 'p(<b>bold</b>)'],
  ['a <br> b', 'p(a <br> b)'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['<!-- hidden -->', '<!-- hidden -->'],

  // --- GitHub's additions ---
  ['- [x] done\n- [ ] open', 'ul(li(☑ done)li(☐ open))'],
  ['| a | b |\n| - | - |\n| 1 | 2 |', 'table(thead(tr(th(a)th(b)))tbody(tr(td(1)td(2))))'],
];
