"""Chat templates made to hurt: some try to reach Python, some to burn time or memory.

`SOURCES` hurt when they are compiled, the others when they are rendered.
"""

from __future__ import annotations

ESCAPES = {
    "class walk": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "class by item": "{{ ''['__class__'] }}",
    "attr filter": "{{ ''|attr('__class__')|attr('__mro__') }}",
    "attr filter in a branch": "{% if messages %}{{ ''|attr('__class__') }}{% endif %}",
    "map attribute": "{{ messages|map(attribute='__class__')|list }}",
    "map attribute path": "{{ ['']|map(attribute='__class__.__mro__')|list }}",
    "selectattr": "{{ messages|selectattr('__class__')|list }}",
    "unique attribute": "{{ ['']|unique(attribute='__class__')|list }}",
    "lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "lipsum call": "{{ lipsum(n=100000) }}",
    "cycler": "{{ cycler.__init__.__globals__.os.system('true') }}",
    "joiner": "{{ joiner.__init__.__globals__.os.system('true') }}",
    "namespace": "{{ namespace.__init__.__globals__.os.system('true') }}",
    "namespace attribute": "{% set ns = namespace() %}{{ ns.__class__.__init__.__globals__ }}",
    "namespace attrs": "{% set ns = namespace() %}{{ ns._Namespace__attrs }}",
    "self": "{{ self.__init__.__globals__ }}",
    "self reference": "{{ self._TemplateReference__context.environment }}",
    "loop": "{% for m in messages %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "macro": "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "macro function": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "caller": "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "own function": "{{ raise_exception.__globals__ }}",
    "own function code": "{{ strftime_now.__code__ }}",
    "range": "{{ range.__class__ }}",
    "format": "{{ '{0.__class__}'.format(messages) }}",
    "format map": "{{ '{a.__class__}'.format_map({'a': messages}) }}",
    "indirect format": "{{ ['{0.__class__}'.format]|map('first')|list }}{{ ''.format }}",
    "format filter": "{{ '%s'|format(messages) }}",
    "format of percent": "{{ '%s' % messages }}",
    "format by map": "{{ ['{0.__class__}']|map('format', messages)|list }}",
    "string format method by attribute": "{{ '{}'|map(attribute='format')|list }}",
    "undefined": "{{ nothing.__class__ }}{{ (nothing).__init__.__globals__ }}",
    "undefined in filter": "{{ nothing|attr('__class__') }}",
    "import": "{% import 'os' as os %}",
    "from import": "{% from 'x' import y %}",
    "include": "{% include '/etc/passwd' %}",
    "extends": "{% extends '/etc/passwd' %}",
    "block": "{% block a %}{{ self.a.__globals__ }}{% endblock %}",
    "do": "{% do messages.append(1) %}",
    "append": "{{ messages.append(1) }}",
    "pop": "{{ messages.pop() }}",
    "update": "{{ messages[0].update({'role': 'x'}) }}",
    "setdefault": "{{ messages[0].setdefault('x', 1) }}",
    "dict type": "{{ dict.__base__ }}",
    "mro of a number": "{{ (1).__class__ }}",
    "real of a number": "{{ (1).real.__class__ }}",
    "generator frame": "{{ (messages|map('upper')).gi_frame.f_globals }}",
    "generator code": "{{ (messages|select).gi_code }}",
    "request": "{{ request.application.__globals__ }}{{ config }}",
    "context": "{{ context.environment }}{{ environment.from_string('') }}",
    "call keywords": "{{ namespace(**{'__class__': 1}).__class__.mro() }}",
    "url": "{{ url_for.__globals__ }}{{ get_flashed_messages.__globals__ }}",
    "time format": "{{ strftime_now('%Y' * 10) }}{{ strftime_now('%c' ~ 'x' * 999) }}",
    "filter block": "{% filter attr('__class__') %}x{% endfilter %}",
    "debug": "{% debug %}",
    "trans": "{% trans %}x{% endtrans %}",
    "hex names": r"{{ ''['\x5f\x5fclass\x5f\x5f'] }}",
    "joined names": "{{ ''['__cla' ~ 'ss__'] }}",
    "test by name": "{{ '' is sameas ''.__class__ }}",
    "encode": "{{ 'x'.encode() }}",
    "maketrans": "{{ 'x'.maketrans({'x': 'y'}) }}",
}

_N = "{% for i in range(99999) %}"
_E = "{% endfor %}"
_NS = "{% set ns = namespace(x='xxxxxxxxxxxxxxxx', y=['xxxxxxxx'], z=1) %}"
_M = "{% for m in messages %}{{ m.content }}{% endfor %}"


def _loop(step: str) -> str:
    return f"{_NS}{_N}{{% set ns.x = {step} %}}{_E}{_M}"


BURNS = {
    "tilde": _loop("ns.x ~ ns.x"),
    "tilde of many": _loop("ns.x ~ ns.x ~ ns.x ~ ns.x ~ ns.x ~ ns.x"),
    "plus": _loop("ns.x + ns.x"),
    "times": _loop("ns.x * 2"),
    "times the other way": _loop("2 * ns.x"),
    "join": _loop("[ns.x, ns.x]|join"),
    "join method": _loop("ns.x.join([ns.x, ns.x])"),
    "join with": _loop("range(99)|join(ns.x)"),
    "replace": _loop("ns.x|replace('x', 'xxxxxxxxxx')"),
    "replace method": _loop("ns.x.replace('x', ns.x)"),
    "replace nothing": _loop("ns.x.replace('', ns.x)"),
    "format": _loop("'%s%s'|format(ns.x, ns.x)"),
    "lists": f"{_NS}{_N}{{% set ns.y = ns.y + ns.y %}}{_E}{_M}",
    "lists within lists": f"{_NS}{_N}{{% set ns.y = [ns.y, ns.y] %}}{_E}{{{{ ns.y }}}}",
    "tuples within tuples": f"{_NS}{_N}{{% set ns.y = (ns.y, ns.y) %}}{_E}{{{{ ns.y == 1 }}}}",
    "dicts within dicts": f"{_NS}{_N}{{% set ns.y = {{'a': ns.y, 'b': ns.y}} %}}{_E}{_M}",
    "comparison of shared lists": "{% set a = namespace(x=[1]) %}{% set b = namespace(x=[1]) %}"
    + _N
    + "{% set a.x = [a.x, a.x] %}{% set b.x = [b.x, b.x] %}{% if a.x == b.x %}{% endif %}"
    + _E,
    "namespaces within namespaces": "{% set ns = namespace(a=1) %}"
    + "{% macro m(n, d) %}{% if d %}{{ m(namespace(a=n, b=n), d - 1) }}{% else %}"
    + "{{ n|string }}{% endif %}{% endmacro %}{{ m(ns, 60) }}",
    "namespace in a list": "{% macro m(n, d) %}{% if d %}{{ m(namespace(a=n, b=n), d - 1) }}"
    + "{% else %}{{ [n] ~ '' }}{% endif %}{% endmacro %}{{ m(1, 60) }}",
    "namespace as json": "{% macro m(n, d) %}{% if d %}{{ m(namespace(a=n, b=n), d - 1) }}"
    + "{% else %}{{ n|tojson }}{% endif %}{% endmacro %}{{ m(1, 60) }}",
    "arguments": "{% macro m() %}{% if varargs|string|length < 9999999 %}"
    + "{{ m(varargs, varargs) }}{% endif %}{% endmacro %}{{ m(1, 2) }}",
    "compared arguments": "{% macro m(d) %}{% if d %}{{ m(d - 1, varargs, varargs) }}{% else %}"
    + "{{ varargs[0] == varargs[1] }}{% endif %}{% endmacro %}{{ m(99, [1], [1]) }}",
    "macro output": "{% macro m(x) %}{{ x }}{{ x }}{{ x }}{{ x }}{% endmacro %}" + _loop("m(ns.x)"),
    "macro of plain text": "{% macro m() %}" + _N + "x" * 40_000 + _E + "{% endmacro %}{{ m() }}",
    "macro of outputs": "{% set x = 'x' * 1 ~ '"
    + "y" * 9_000
    + "' %}{% macro m() %}"
    + _N
    + "{{ x }}"
    + _E
    + "{% endmacro %}{{ m() }}",
    "set block": _NS + _N + "{% set x %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = x %}" + _E,
    "set block of plain text": "{% set x %}" + _N + "x" * 40_000 + _E + "{% endset %}",
    "filter block": "{% filter upper %}" + _N + "x" * 40_000 + _E + "{% endfilter %}",
    "call block": "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}"
    + "{% call m() %}" * 18
    + "xxxxxxxxx"
    + "{% endcall %}" * 18,
    "slices": "{% set x = '"
    + "é" * 20_000
    + "' %}{% set x = x ~ x ~ x ~ x ~ x ~ x %}"
    + "".join("{% set a" + str(i) + " = x[1:] %}" for i in range(1_000)),
    "slices in a macro": "{% set x = '"
    + "é" * 40_000
    + "' %}{% macro m(d) %}"
    + "{% set y = x[d:] %}{% if d < 200 %}{{ m(d + 1) }}{% endif %}{{ y|length }}{% endmacro %}"
    + "{{ m(1) }}{{ m(2) }}"
    + "{{ m(1) }}" * 300,
    "slice with an index": "{% set x = range(99999)|list %}" + _N + "{% set y = x[i:] %}" + _E,
    "reversed": "{% set x = '" + "x" * 40_000 + "' %}" + _N + "{{ (x|reverse)|length }}" + _E,
    "upper": "{% set x = '" + "ß" * 40_000 + "' %}" + _N + "{{ (x|upper)|length }}" + _E,
    "split": "{% set x = '" + " x" * 20_000 + "' %}" + _N + "{{ x.split()|length }}" + _E,
    "list of a range": _N + "{% set x = range(99999)|list %}" + _E,
    "lists kept": _NS + _N + "{% set ns.y = ns.y + [range(99999)|list] %}" + _E,
    "sort": _N + "{% set x = range(99999)|sort(reverse=true) %}" + _E,
    "sort of texts": _N + "{% set x = range(99999)|map('string')|sort %}" + _E,
    "groupby": _N + "{% set x = range(99999)|groupby('real') %}" + _E,
    "unique": _N + "{% set x = range(99999)|unique|list %}" + _E,
    "wordcount": "{{ ('x ' * 9999)|wordcount }}" + _N + "{{ 'x x'|wordcount }}" + _E,
    "batch": "{{ [1]|batch(999999999, 'x')|list }}",
    "slice filter": "{{ [1]|slice(999999999)|list }}",
    "center": "{{ 'x'|center(9999999999) }}",
    "center in a branch": "{% if nothing %}{{ 'x'|center(9999999999) }}{% endif %}{{ nothing.x }}",
    "center method": "{{ 'x'.center(9999999999) }}",
    "ljust": "{{ 'x'.ljust(9999999999) }}",
    "zfill": "{{ '1'.zfill(9999999999) }}",
    "expandtabs": "{{ '\t'.expandtabs(2147483647) }}",
    "indent": "{{ 'x\nx'|indent(999999999) }}",
    "json indent": "{{ [[1]]|tojson(indent=999999999) }}",
    "json separators": _NS
    + "{{ range(99999)|list|tojson(separators=('"
    + "x" * 9_000
    + "', ':')) }}",
    "powers": "{{ 9 ** 9 ** 9 }}",
    "powers of powers": "{% set x = 9 ** 9999 %}{{ (x ** 9999) > 1 }}",
    "numbers that grow": f"{_NS}{_N}{{% set ns.z = ns.z * 9999 %}}{_E}{_M}",
    "numbers that double": f"{_NS}{_N}{{% set ns.z = ns.z + ns.z %}}{_E}{_M}",
    "number from hex": "{% set x = ('f' * 1 ~ '" + "f" * 40_000 + "')|int(0, 16) %}{{ x * x }}",
    "round": "{{ 1.5|round(999999999) }}",
    "sum of lists": "{{ [[1], [2]]|sum(start=[]) }}",
    "nested ranges": _N + _N + _N + _E + _E + _E,
    "recursive loop": "{% for a in [1] recursive %}{{ loop([1]) }}{{ loop([1]) }}{% endfor %}",
    "recursive macro": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "two recursions": "{% macro m(d) %}{% if d %}{{ m(d - 1) }}{{ m(d - 1) }}{% endif %}"
    + "{% endmacro %}{{ m(90) }}",
    "contained": _N + "{% if 'x' in range(99999) %}{% endif %}" + _E,
    "contained text": "{% set x = 'a' * 1 ~ '"
    + "a" * 40_000
    + "' %}"
    + _N
    + "{% if (x ~ 'b') in (x ~ x) %}{% endif %}"
    + _E,
    "counted": "{% set x = '"
    + "a" * 40_000
    + "' %}"
    + _N
    + "{{ x.count('a') }}{{ x.find('b') }}"
    + _E,
    "maps of maps": "{% set x = range(99999)" + "|map('string')" * 200 + "|list %}" + _M,
    "join of a range": _N + "{{ (range(99999)|join)|length }}" + _E,
    "time": _N + "{{ strftime_now('%c%c%c%c%c%c%c%c%c%c')|length }}" + _E,
    "title": "{% set x = '" + "a-" * 20_000 + "' %}" + _N + "{{ (x|title)|length }}" + _E,
    "arguments without end": "{{ namespace(*range(99999)) }}{{ raise_exception(*range(99999)) }}",
}

_LONG = 49_900


def _fill(piece: str, head: str = "", tail: str = "") -> str:
    return head + piece * ((_LONG - len(head) - len(tail)) // len(piece)) + tail


SOURCES = {
    "brackets": "{{ " + "(" * 49_000,
    "closed brackets": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "lists": "{{ " + "[" * 20_000 + "]" * 20_000 + " }}",
    "attributes": _fill(".a", "{{ a", " }}"),
    "items": _fill("[0]", "{{ a", " }}"),
    "calls": _fill("()", "{{ a", " }}"),
    "filters": _fill("|d", "{{ a", " }}"),
    "tests": _fill(" is defined", "{{ a", " }}"),
    "sums": _fill("+1", "{{ 1", " }}"),
    "powers": _fill("**2", "{{ 2", " }}"),
    "numbers multiplied": _fill("*9999", "{{ 2", " }}"),
    "minus": _fill("-", "{{ ", "1 }}"),
    "not": _fill("not ", "{{ ", "1 }}"),
    "tildes": _fill("~'x'", "{{ 'x'", " }}"),
    "comparisons": _fill("<1", "{{ 1", " }}"),
    "choices": _fill(" if a else 1", "{{ 1", " }}"),
    "ands": _fill(" and a", "{{ a", " }}"),
    "branches": _fill("{%if a%}"),
    "closed branches": "{%if a%}" * 2_900 + "{%endif%}" * 2_900,
    "branches in a row": _fill("{%if a%}{%set b=1%}{%endif%}"),
    "branches with names": "".join(
        "{%if a%}{%set b" + str(i) + "=1%}{%endif%}" for i in range(1_500)
    ),
    "alternatives": _fill("{%elif a%}", "{%if a%}", "{%endif%}"),
    "loops": "{%for a in b%}" * 2_000 + "{%endfor%}" * 2_000,
    "loops in a row": _fill("{%for a in b%}{%endfor%}"),
    "macros": "{%macro a()%}" * 1_800 + "{%endmacro%}" * 1_800,
    "macros in a row": _fill("{%macro a()%}{%endmacro%}"),
    "arguments": _fill("a,", "{{ a(", ") }}"),
    "names": "".join("{{a" + str(i) + "}}" for i in range(5_500)),
    "outputs": _fill("{{a}}"),
    "numbers": "{{ " + "9" * 49_000 + " }}",
    "exponent": "{{ 1e" + "9" * 4_000 + " }}",
    "a long hex": "{{ 0x" + "f" * 49_000 + " }}",
    "a long list": _fill("1,", "{{ [", "1] }}"),
    "a long list of lists": _fill("[],", "{{ [", "1] }}"),
    "a long dict": _fill("1:[],", "{{ {", "} }}"),
    "comments": _fill("{#"),
    "closed comments": _fill("{##}"),
    "raw": _fill("{%raw%}"),
    "raw pieces": _fill("{%raw%}{{{%endraw%}"),
    "open blocks": _fill("{%"),
    "white space": "{{" + " " * 49_000 + "}}",
    "white space before blocks": _fill("   \n", "", "{%"),
    "minus blocks": _fill("{%- ", "", ""),
    "a text without end": "{{ '" + "\\'" * 20_000,
    "an escaped text": "{{ '" + "\\x41" * 12_000 + "' }}",
    "quotes": _fill("'"),
    "filter blocks": "{%filter d%}" * 1_900 + "{%endfilter%}" * 1_900,
    "set blocks": "{%set a%}" * 2_300 + "{%endset%}" * 2_300,
    "with blocks": "{%with a=b%}" * 1_900 + "{%endwith%}" * 1_900,
    "slices": _fill("[:]", "{{ a", " }}"),
    "text multiplied": "{{ 'x' * 9999999999 }}",
    "text centred": "{{ 'x'|center(9999999999) }}",
    "zeros": "\0" * 49_000,
    "surrogates": "{{ '\ud800' }}" * 3_000,
}
