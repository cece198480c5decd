// Binding arguments to parameters as CPython does, with its messages. What depends on values (the length of
// a starred sequence, the keys of a mapping) is left to functions of lib/core; see ArgSource::Core.
#include <algorithm>

#include "infer/engine.h"

namespace krait::infer {

using hir::ArgKind;
using hir::Code;
using hir::Param;
using hir::ParamKind;

namespace {

struct Typed {
  TypeId type;
  ArgSource source;
};

ArgSource plain(ArgSource::Kind kind, uint32_t index = 0) {
  ArgSource s{kind, 0, 0, {}, {}, nullptr, nullptr};
  s.index = index;
  return s;
}

std::string listed(const std::vector<std::string>& v) {
  std::string out;
  for (size_t i = 0; i < v.size(); ++i) {
    if (i) out += i + 1 == v.size() ? (v.size() == 2 ? " and " : ", and ") : ", ";
    out += v[i];
  }
  return out;
}

std::string joined(const std::vector<std::string>& v) {
  std::string out;
  for (const std::string& s : v) out += (out.empty() ? "" : ",") + s;
  return out;
}

// What CPython's builtins say about wrong arguments, by name; a list of texts separated by '|' is for 0, 1 … arguments (too
// few), or for one too many, two too many … (too many).
struct Complaints {
  std::string_view name, many, keyword, few;
};
constexpr Complaints kComplaints[] = {
#define X(name, many, keyword, few) {name, many, keyword, few},
#include "infer/argument_messages.def"
#undef X
};

const Complaints* complaintsOf(std::string_view name) {
  auto* it = std::lower_bound(std::begin(kComplaints), std::end(kComplaints), name,
                              [](const Complaints& c, std::string_view n) { return c.name < n; });
  return it != std::end(kComplaints) && it->name == name ? it : nullptr;
}

// Item n of a list of texts, the last one for what is beyond it.
std::string_view textAt(std::string_view list, size_t n) {
  for (size_t at; n && (at = list.find('|')) != list.npos; --n) list.remove_prefix(at + 1);
  return list.substr(0, list.find('|'));
}

std::string filled(std::string_view text, char what, const std::string& with) {
  std::string out(text);
  for (size_t at; (at = out.find(std::string{'{', what, '}'})) != out.npos;) out.replace(at, 3, with);
  return out;
}

bool positionalKind(const Param& p) { return p.kind == ParamKind::PositionalOnly || p.kind == ParamKind::Normal; }
bool keywordKind(const Param& p) { return p.kind == ParamKind::Normal || p.kind == ParamKind::KeywordOnly; }

}  // namespace

uint32_t Engine::recordOf(const std::vector<Name>& names) {
  for (size_t i = 0; i < p_.records.size(); ++i)
    if (p_.records[i] == names) return static_cast<uint32_t>(i);
  p_.records.push_back(names);
  return static_cast<uint32_t>(p_.records.size() - 1);
}

// The usual call: positional arguments for parameters that take them, defaults for the rest.
bool Engine::bindPositional(const Code& code, const Atom& f, const TypeId* self, const Args& args, Binding& out) {
  const size_t first = self ? 1 : 0, given = args.list.size() + first;
  if (given > code.params.size()) return false;
  for (const Args::One& a : args.list)
    if (a.kind != ArgKind::Positional) return false;
  for (size_t i = 0; i < code.params.size(); ++i)
    if (!positionalKind(code.params[i]) || (i >= given && !code.params[i].has_default)) return false;
  out.params.reserve(code.params.size());
  if (recording_) out.target.args.reserve(code.params.size());  // while solving nobody asks where values come from
  uint32_t defaults = 0;
  for (size_t i = 0; i < code.params.size(); ++i) {
    const uint32_t k = code.params[i].has_default ? defaults++ : 0;
    if (i >= given) {
      out.params.push_back(readField(f.node, kFieldDefault + k));
      if (recording_) out.target.args.push_back(plain(ArgSource::Default, k));
    } else if (i < first) {
      out.params.push_back(*self);
      if (recording_) out.target.args.push_back(plain(ArgSource::Operand));
    } else {
      out.params.push_back(args.list[i - first].type);
      if (recording_) out.target.args.push_back(args.list[i - first].source);
    }
  }
  return true;
}

// What the table of complaints calls a function: a class for its constructor, the object's class for a method of a private
// base, with the module for what is no builtin.
std::string Engine::messageName(const Code& code, const TypeId* self) {
  if (code.core && self && code.is_method && code.qualname.starts_with('_')) return p_.typeName(t_.atoms(*self)[0]) + "." + code.name;
  if (code.core && code.name.starts_with("_open_")) return "open";
  std::string out = code.name == "__init__" || code.name == "__new__" ? code.qualname.substr(0, code.qualname.rfind('.')) : code.qualname;
  return code.core ? out : hir_.modules->modules[code.module].name + "." + out;
}

// What CPython calls a function that is called with * or **: the class for a constructor, with the module for what is no builtin.
std::string Engine::calleeText(const Code& code) {
  std::string out = code.qualname;
  if (instr().op == hir::Op::Call && (code.name == "__init__" || code.name == "__new__") && t_.isOnly(reg(instr().operands[0]), Ctor::Class))
    out = out.substr(0, out.rfind('.'));
  return (code.core ? out : hir_.modules->modules[code.module].name + "." + out) + "()";
}

bool Engine::bind(const Code& code, const Atom& f, const TypeId* self, const Args& args, uint64_t sub, Binding& out) {
  out.target.first_let = static_cast<uint32_t>(args.list.size() + 1);
  if (bindPositional(code, f, self, args, out)) return true;
  const std::vector<Param>& ps = code.params;  // codes do not move
  const std::string name = code.qualname + "()";
  uint64_t calls = 0;
  auto core = [&](const char* function, const std::vector<Typed>& items) -> Typed {
    std::vector<TypeId> types;
    ArgSource s = plain(ArgSource::Core);
    for (const Typed& x : items) {
      types.push_back(x.type);
      s.items.push_back(x.source);
    }
    s.core = std::make_shared<CoreCall>();
    TypeId type = callCore(function, types, Instance::mix(Instance::mix(sub, 0xb1d), ++calls), &s.core->action);
    s.core->type = type;
    return {type, s};
  };
  auto let = [&](const Typed& x) -> Typed {
    out.target.lets.push_back(x.source);
    return {x.type, plain(ArgSource::Operand, out.target.first_let + static_cast<uint32_t>(out.target.lets.size() - 1))};
  };
  auto text = [&](const std::string& s) -> Typed {
    ArgSource x = plain(ArgSource::Str);
    x.keys = {names_.intern(s)};
    return {t_.str, x};
  };
  auto number = [&](size_t n) -> Typed { return {t_.integer, plain(ArgSource::Int, static_cast<uint32_t>(n))}; };

  // --- the arguments: positional ones up to the first of unknown number, the rest, keywords, mappings ---
  std::vector<Typed> fixed;
  struct Rest {
    Typed value;
    bool star;
  };
  std::vector<Rest> rest;
  std::vector<Args::One> keywords;
  size_t leading = 0;  // how many of them stand before the first mapping
  std::vector<Typed> mappings;
  auto positional = [&](const Typed& x) {
    if (rest.empty()) fixed.push_back(x);
    else rest.push_back({x, false});
  };
  if (self) fixed.push_back({*self, plain(ArgSource::Operand)});
  for (const Args::One& a : args.list) {
    const std::vector<Atom>& atoms = t_.atoms(a.type);
    auto items = [&](auto use) {
      for (size_t k = 0; k < atoms[0].items.size(); ++k) {
        ArgSource s = plain(ArgSource::Item, a.source.index);
        s.item = static_cast<uint32_t>(k);
        use(k, Typed{unfold(atoms[0].items[k]), s});
      }
    };
    switch (a.kind) {
      case ArgKind::Positional: positional({a.type, a.source}); break;
      case ArgKind::Star:
        if (atoms.size() == 1 && atoms[0].ctor == Ctor::Tuple) items([&](size_t, const Typed& x) { positional(x); });
        else rest.push_back({{a.type, a.source}, true});
        break;
      case ArgKind::Keyword: keywords.push_back(a); break;
      case ArgKind::DoubleStar:
        if (atoms.size() == 1 && atoms[0].ctor == Ctor::Record) {
          const std::vector<Name> record = p_.records[atoms[0].id];
          items([&](size_t k, const Typed& x) { keywords.push_back({x.type, ArgKind::Keyword, record[k], x.source}); });
        } else {
          mappings.push_back({a.type, a.source});
        }
        break;
    }
    if (mappings.empty()) leading = keywords.size();
  }

  // --- the parameters ---
  out.params.assign(ps.size(), TypeId());
  auto& sources = out.target.args;
  sources.assign(ps.size(), plain(ArgSource::None));
  auto give = [&](size_t i, const Typed& x) {
    out.params[i] = x.type;
    sources[i] = x.source;
  };
  std::vector<size_t> slots;  // the positional parameters
  size_t vararg = ps.size(), kwarg = ps.size(), required = 0;
  std::vector<uint32_t> default_index(ps.size());
  uint32_t defaults = 0;
  for (size_t i = 0; i < ps.size(); ++i) {
    if (ps[i].kind == ParamKind::VarArgs) vararg = i;
    if (ps[i].kind == ParamKind::KwArgs) kwarg = i;
    if (!positionalKind(ps[i])) continue;
    slots.push_back(i);
    if (ps[i].has_default) default_index[i] = defaults++;
    else ++required;
  }
  size_t positional_defaults = defaults;
  for (size_t i = 0; i < ps.size(); ++i)
    if (ps[i].kind == ParamKind::KeywordOnly && ps[i].has_default) default_index[i] = defaults++;
  auto defaultOf = [&](size_t i) -> Typed {
    return {readField(f.node, kFieldDefault + default_index[i]), plain(ArgSource::Default, default_index[i])};
  };
  size_t taken = std::min(fixed.size(), slots.size());
  for (size_t k = 0; k < taken; ++k) give(slots[k], fixed[k]);
  std::vector<Typed> over(fixed.begin() + static_cast<std::ptrdiff_t>(taken), fixed.end());
  const size_t bound_self = self ? 1 : 0;
  const Complaints* builtin = code.library ? complaintsOf(messageName(code, self)) : nullptr;
  const bool refuses_keywords = builtin && builtin->keyword.ends_with("takes no keyword arguments");
  if (refuses_keywords && !keywords.empty() && !cur_->code->library) {
    out.error = builtin->keyword;
    return false;
  }
  // Methods that stand for a slot of CPython's type.
  const bool slot = code.core && code.is_method && code.name.starts_with("__") && !builtin && rest.empty() && keywords.empty() &&
                    mappings.empty() && slots.size() == required && code.name != "__init__" && code.name != "__new__";
  if (slot && self && fixed.size() != slots.size() && vararg == ps.size()) {
    out.error = "expected " + std::to_string(slots.size() - 1) + " argument" + (slots.size() == 2 ? "" : "s") + ", got " +
                std::to_string(fixed.size() - 1);
    return false;
  }

  // --- keywords given by name ---
  ArgSource dict = plain(ArgSource::Dict);
  TypeId dict_values = t_.bottom;
  std::vector<TypeId> dict_types;
  size_t dict_leading = 0;
  for (const Args::One& k : keywords) {
    std::string given(names_.text(k.keyword));
    size_t at = ps.size();
    for (size_t i = 0; i < ps.size(); ++i)
      if (ps[i].name == k.keyword && keywordKind(ps[i])) at = i;
    if (at == ps.size()) {
      bool twice = std::find(dict.keys.begin(), dict.keys.end(), k.keyword) != dict.keys.end();
      if (kwarg < ps.size() && !twice) {
        dict.items.push_back(k.source);
        dict.keys.push_back(k.keyword);
        if (static_cast<size_t>(&k - keywords.data()) < leading) dict_leading = dict.keys.size();
        dict_values = t_.join(dict_values, k.type);
        dict_types.push_back(k.type);
        continue;
      }
      out.error = name + (twice ? " got multiple values for keyword argument '" : " got an unexpected keyword argument '") + given + "'";
      // A builtin first asks for what it needs.
      if (const size_t n = fixed.size() - bound_self; !twice && builtin && rest.empty() && mappings.empty()) {
        const size_t needed = std::count(builtin->few.begin(), builtin->few.end(), '|') + !builtin->few.empty();
        std::string_view text = builtin->keyword;
        if (text.starts_with('!')) text.remove_prefix(1);
        else if (n < needed && !refuses_keywords) text = textAt(builtin->few, n);
        if (!text.empty()) out.error = filled(filled(filled(text, 'n', std::to_string(n)), 'k', given), 't', std::to_string(n + keywords.size()));
        return false;
      }
      for (const Param& p : ps)
        if (p.name == k.keyword && p.kind == ParamKind::PositionalOnly)
          out.error = name + " got some positional-only arguments passed as keyword arguments: '" + given + "'";
      return false;
    }
    if (out.params[at].valid()) {
      out.error = name + " got multiple values for argument '" + given + "'";
      return false;
    }
    give(at, {k.type, k.source});
  }

  // --- too many positional arguments ---
  if (!over.empty() && vararg == ps.size()) {
    size_t n = fixed.size(), named = 0;
    for (size_t i = 0; i < ps.size(); ++i) named += ps[i].kind == ParamKind::KeywordOnly && out.params[i].valid();
    if (builtin && !builtin->many.empty()) {
      out.error = filled(textAt(builtin->many, over.size() - 1), 'n', std::to_string(n - bound_self + keywords.size()));
      return false;
    }
    std::string takes = positional_defaults ? "from " + std::to_string(required) + " to " + std::to_string(slots.size())
                                            : std::to_string(slots.size());
    std::string also = named ? " positional argument" + std::string(n == 1 ? "" : "s") + " (and " + std::to_string(named) +
                                   " keyword-only argument" + (named == 1 ? "" : "s") + ")"
                             : "";
    out.error = name + " takes " + takes + " positional argument" + (slots.size() == 1 && !positional_defaults ? "" : "s") +
                " but " + std::to_string(n) + also + (n == 1 && !named ? " was" : " were") + " given";
    return false;
  }

  // --- a starred sequence of unknown length: over the positional parameters that are left, then *args ---
  std::vector<size_t> left;
  Typed items;
  if (!rest.empty()) {
    for (size_t k = taken; k < slots.size() && !out.params[slots[k]].valid(); ++k) left.push_back(slots[k]);
    bool as_is = left.empty() && vararg < ps.size() && over.empty() && rest.size() == 1 && code.core;
    for (const Atom& a : t_.atoms(rest[0].value.type))
      as_is &= a.ctor == Ctor::Obj && (ClassId(a.id) == p_.coreClass("list") || ClassId(a.id) == p_.coreClass("vtuple"));
    if (as_is) {
      give(vararg, rest[0].value);
    } else {
      items = core("_args_start", {});
      for (const Typed& x : over) items = core("_args_add", {items, x});
      const bool alone = over.empty() && rest.size() == 1 && fixed.size() == bound_self;
      const std::string starred = alone ? calleeText(code) + " argument after * must be an iterable, not " : "Value after * must be an iterable, not ";
      for (const Rest& x : rest) items = x.star ? core("_args_extend", {items, x.value, text(starred)}) : core("_args_add", {items, x.value});
      items = let(items);
      std::vector<std::string> wanted;
      for (size_t i : left)
        if (!ps[i].has_default) wanted.push_back(std::string(names_.text(ps[i].name)));
      if (builtin && keywords.empty() && mappings.empty())
        let(core("_args_check_builtin", {items, number(fixed.size() - over.size() - bound_self), number(left.size()), number(vararg < ps.size()),
                                         text(std::string(builtin->few)), text(std::string(builtin->many)), text(joined(wanted)), text(name)}));
      else if (mappings.empty())
        let(core("_args_check", {items, number(fixed.size() - over.size()), number(left.size()), text(joined(wanted)),
                                 number(vararg < ps.size()), number(required), text(name)}));
      for (size_t k = 0; k < left.size(); ++k) {
        size_t i = left[k];
        if (!mappings.empty()) break;  // the mapping may have it
        if (ps[i].has_default) give(i, core("_args_or", {items, number(k), defaultOf(i)}));
        else give(i, core("_args_at", {items, number(k)}));
      }
      if (vararg < ps.size()) give(vararg, core(code.core ? "_args_rest_list" : "_args_rest", {items, number(left.size())}));
    }
  } else if (vararg < ps.size()) {
    ArgSource pack = plain(ArgSource::Pack);
    std::vector<TypeId> items;
    for (const Typed& x : over) {
      pack.items.push_back(x.source);
      items.push_back(x.type);
    }
    give(vararg, {buildTuple(items, Instance::mix(sub, 0xb2)), pack});
  }

  // Sets named items in the dict `start`, or in a new one.
  auto fillDict = [&](ArgSource items, const Typed* start, uint64_t place) -> Typed {
    auto maker = std::make_shared<DictMaker>();
    TypeId d = start ? start->type : construct(p_.coreClass("dict"), {}, Instance::mix(sub, 0x700 + place), &maker->make);
    if (!items.keys.empty()) {
      std::vector<Case> set;
      for (size_t k = 0; k < items.keys.size(); ++k)
        for (const Atom& a : t_.atoms(d))
          for (size_t n = 0; n < dict.keys.size(); ++n)
            if (dict.keys[n] == items.keys[k]) t_.grow(a.node, kFieldKey + items.keys[k].index, dict_types[n]);
      callMethod(d, "_setitem", {t_.str, dict_values}, Instance::mix(sub, 0x720 + place), &set);
      if (!set.empty()) maker->set = set[0].action.call;
    }
    maker->values = dict_values;
    items.dict = maker;
    if (start) {
      // The sources of what makes the dict come first.
      items.core = start->source.core;
      items.items.insert(items.items.begin(), start->source.items.begin(), start->source.items.end());
    }
    return {d, items};
  };

  // --- mappings: their keys are known at run time only ---
  Typed mapping;
  if (!mappings.empty()) {
    const Typed callee = text(calleeText(code));
    mapping = let(core("_kwargs_start", {mappings[0], callee}));
    for (size_t k = 1; k < mappings.size(); ++k) mapping = let(core("_kwargs_merge", {mapping, mappings[k], callee}));
    std::vector<std::string> accepted, bound, wanted, wanted_kw;
    std::vector<size_t> open_params;
    for (size_t i = 0; i < ps.size(); ++i) {
      std::string p(names_.text(ps[i].name));
      if (!keywordKind(ps[i])) {
        if (std::find(left.begin(), left.end(), i) != left.end() && !ps[i].has_default) wanted.push_back("/" + p);
        continue;
      }
      if (out.params[i].valid()) {
        bound.push_back(p);
        continue;
      }
      accepted.push_back(p);
      open_params.push_back(i);
      if (!ps[i].has_default) (ps[i].kind == ParamKind::KeywordOnly ? wanted_kw : wanted).push_back(p);
    }
    for (Name k : dict.keys) bound.push_back(std::string(names_.text(k)));
    if (items.type.valid()) {
      std::vector<std::string> first;
      for (size_t i : left) first.push_back((keywordKind(ps[i]) ? "" : "/") + std::string(names_.text(ps[i].name)));
      let(core("_args_kwargs_check", {items, mapping, text(joined(first)), number(fixed.size() - over.size()), text(joined(accepted)),
                                      text(joined(bound)), text(joined(wanted)), text(joined(wanted_kw)), number(vararg < ps.size()),
                                      number(kwarg < ps.size()), number(required), text(name)}));
    } else {
      let(core("_kwargs_check", {mapping, text(joined(accepted)), text(joined(bound)), text(joined(wanted)),
                                 text(joined(wanted_kw)), number(kwarg < ps.size()), text(name)}));
    }
    for (size_t k = 0; k < left.size(); ++k) {
      if (size_t i = left[k]; keywordKind(ps[i])) continue;
      else if (ps[i].has_default) give(i, core("_args_or", {items, number(k), defaultOf(i)}));
      else give(i, core("_args_at", {items, number(k)}));
    }
    for (size_t i : open_params) {
      const Typed key = text(std::string(names_.text(ps[i].name)));
      const auto position = std::find(left.begin(), left.end(), i);
      if (position != left.end()) {
        const Typed at = number(static_cast<size_t>(position - left.begin()));
        if (ps[i].has_default) give(i, core("_args_kwargs_or", {items, at, mapping, key, defaultOf(i)}));
        else give(i, core("_args_kwargs_at", {items, at, mapping, key}));
      } else if (ps[i].has_default) {
        give(i, core("_kwargs_or", {mapping, key, defaultOf(i)}));
      } else {
        give(i, core("_kwargs_at", {mapping, key}));
      }
    }
    if (kwarg < ps.size()) {
      // In the order of the call: named items, those of the mapping, named items behind it.
      ArgSource head = plain(ArgSource::Dict), tail = plain(ArgSource::Dict);
      auto middle = static_cast<std::ptrdiff_t>(dict_leading);
      head.keys.assign(dict.keys.begin(), dict.keys.begin() + middle);
      head.items.assign(dict.items.begin(), dict.items.begin() + middle);
      tail.keys.assign(dict.keys.begin() + middle, dict.keys.end());
      tail.items.assign(dict.items.begin() + middle, dict.items.end());
      Typed left = core("_kwargs_rest", {fillDict(head, nullptr, 0), mapping, text(joined(accepted))});
      give(kwarg, fillDict(tail, &left, 1));
    }
  }

  // --- defaults, and what is missing ---
  std::vector<std::string> missing, missing_kw;
  for (size_t i = 0; i < ps.size(); ++i) {
    if (i == vararg || i == kwarg || out.params[i].valid()) continue;
    if (ps[i].has_default) give(i, defaultOf(i));
    else (ps[i].kind == ParamKind::KeywordOnly ? missing_kw : missing).push_back("'" + std::string(names_.text(ps[i].name)) + "'");
  }
  for (auto* m : {&missing, &missing_kw}) {
    if (m->empty()) continue;
    if (builtin && !builtin->few.empty()) {
      const size_t n = fixed.size() - bound_self;
      out.error = filled(textAt(builtin->few, n), 'n', std::to_string(n));
      return false;
    }
    out.error = name + " missing " + std::to_string(m->size()) + " required " +
                (m == &missing ? "positional" : "keyword-only") + " argument" + (m->size() == 1 ? "" : "s") + ": " + listed(*m);
    return false;
  }
  if (kwarg < ps.size() && !out.params[kwarg].valid()) {
    hir::lowerCode(hir_, code.id, lowering_);
    if (hir_.codes[code.id].passes_keywords_on) {
      // Only ever passed on: the names stay known to the compiler.
      ArgSource pack = plain(ArgSource::Pack);
      pack.items = dict.items;
      give(kwarg, {t_.one({Ctor::Record, recordOf(dict.keys), {}, dict_types}), pack});
    } else if (code.core && dict.items.empty()) {
      // dict's own __init__ gets None where there are no keywords, or it would need a dict to make a dict.
      give(kwarg, {t_.none, plain(ArgSource::None)});
    } else {
      give(kwarg, fillDict(dict, nullptr, 0));
    }
  }
  return true;
}

}  // namespace krait::infer
