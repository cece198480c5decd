// Classes: type ids in preorder, TypeInfo records, the table of them and the absolute symbols
// kr_tid_NAME and kr_tid_end_NAME. Ids depend on the symbols of the classes only, not on the order
// in which they were found.

#include <algorithm>

#include "base/check.h"
#include "codegen/unit.h"
#include "core/object.h"

namespace krait::codegen {
namespace {

// The runtime's own types, and the bases that CPython gives them.
#define KRAIT_RUNTIME_TYPE(name) #name,
constexpr const char* kRuntimeTypes[] = {KR_RUNTIME_TYPES(KRAIT_RUNTIME_TYPE)};
#undef KRAIT_RUNTIME_TYPE
constexpr std::pair<std::string_view, std::string_view> kBases[] = {
    {"bool", "int"},
    {"SystemExit", "BaseException"},
    {"KeyboardInterrupt", "BaseException"},
    {"Exception", "BaseException"},
    {"ArithmeticError", "Exception"},
    {"OverflowError", "ArithmeticError"},
    {"ZeroDivisionError", "ArithmeticError"},
    {"AttributeError", "Exception"},
    {"EOFError", "Exception"},
    {"LookupError", "Exception"},
    {"IndexError", "LookupError"},
    {"KeyError", "LookupError"},
    {"MemoryError", "Exception"},
    {"NameError", "Exception"},
    {"UnboundLocalError", "NameError"},
    {"OSError", "Exception"},
    {"RuntimeError", "Exception"},
    {"RecursionError", "RuntimeError"},
    {"StopIteration", "Exception"},
    {"TypeError", "Exception"},
    {"ValueError", "Exception"},
};

std::string_view baseOfRuntimeType(std::string_view symbol) {
  for (auto [name, base] : kBases)
    if (symbol == name) return base;
  return {};
}

// TypeFlag of runtime/core/object.h.
constexpr uint32_t kTypeAcyclic = 1u << 0;
constexpr uint32_t kTypeException = 1u << 1;
constexpr uint32_t kTypeVariableSize = 1u << 2;
constexpr uint32_t kTypeHasDel = 1u << 3;

// Values without references come first, float last of them, then int, then what lies on the heap: mostly one comparison
// says whether the payload of a union is counted. Subclasses of float and int, objects, follow their
// bases: a class and its subclasses are one interval.
int numberingGroup(const mir::Module& module, const ClassInfo& info) {
  if (info.symbol == "float") return 1;
  if (info.symbol == "int") return 2;
  if (info.symbol == "NoneType" || info.symbol == "bool" || info.symbol == "ellipsis") return 0;
  if (info.layout.valid() && module.layouts[info.layout].value_only) return 0;
  return 3;
}

bool variableSize(std::string_view symbol) {
  return symbol == "str" || symbol == "bytes" || symbol == "int";
}

// In assembler text a symbol may hold any characters when it is quoted.
std::string quoted(const std::string& symbol) {
  std::string text = "\"";
  for (char c : symbol) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

}  // namespace

void Unit::addClass(ClassInfo info) {
  bool added = class_of_symbol_.emplace(info.symbol, classes_.size()).second;
  KRAIT_CHECK(added && "two layouts with one symbol");
  classes_.push_back(std::move(info));
}

void Unit::numberClasses() {
  for (uint32_t i = 0; i < module.layouts.size(); ++i) {
    const mir::Layout& layout = module.layouts[mir::LayoutId(i)];
    ClassInfo info;
    info.symbol = layout.symbol;
    info.name = layout.name;
    info.module = layout.module;
    info.layout = mir::LayoutId(i);
    addClass(std::move(info));
  }
  for (std::string_view symbol : kRuntimeTypes) {
    if (class_of_symbol_.count(symbol)) continue;
    ClassInfo info;
    info.symbol = symbol;
    info.name = symbol == "vtuple_any" ? "tuple" : symbol;
    if (info.name == "File") info.name = "TextIOWrapper";
    info.module = info.symbol == "File" ? "_io" : "builtins";
    addClass(std::move(info));
  }
  for (ClassInfo& info : classes_) {
    if (info.layout.valid() && module.layouts[info.layout].base.valid()) {
      info.base = static_cast<int>(module.layouts[info.layout].base.index);
    } else if (std::string_view base = baseOfRuntimeType(info.symbol); !base.empty()) {
      // Also where the module has a layout for the class but none of its bases.
      info.base = static_cast<int>(class_of_symbol_.find(base)->second);
    }
  }

  std::vector<uint32_t> roots;
  for (uint32_t i = 0; i < classes_.size(); ++i) {
    if (classes_[i].base < 0)
      roots.push_back(i);
    else
      classes_[classes_[i].base].children.push_back(static_cast<int>(i));
  }
  std::vector<int> group(classes_.size());
  for (uint32_t i = 0; i < classes_.size(); ++i) group[i] = numberingGroup(module, classes_[i]);
  auto before = [&](uint32_t a, uint32_t b) {
    if (group[a] != group[b]) return group[a] < group[b];
    return classes_[a].symbol < classes_[b].symbol;
  };
  std::sort(roots.begin(), roots.end(), before);
  for (ClassInfo& info : classes_)
    std::sort(info.children.begin(), info.children.end(),
              [&](int a, int b) { return classes_[a].symbol < classes_[b].symbol; });

  uint32_t next = 1;  // id 0 is "unset"
  uint32_t visited = 0;
  struct Open {
    uint32_t index;
    size_t child;
  };
  std::vector<Open> open;
  for (uint32_t root : roots) {
    open.push_back({root, 0});
    classes_[root].id = next++;
    ++visited;
    while (!open.empty()) {
      Open& top = open.back();
      ClassInfo& info = classes_[top.index];
      if (top.child < info.children.size()) {
        uint32_t child = static_cast<uint32_t>(info.children[top.child++]);
        classes_[child].id = next++;
        ++visited;
        open.push_back({child, 0});
      } else {
        info.end_id = next;
        open.pop_back();
      }
    }
  }
  KRAIT_CHECK(visited == classes_.size() && "the bases of layouts form a cycle");
  class_of_layout_.resize(module.layouts.size());
  for (uint32_t i = 0; i < module.layouts.size(); ++i) class_of_layout_[i] = i;
}

uint32_t Unit::runtimeTid(std::string_view symbol) {
  auto it = class_of_symbol_.find(symbol);
  KRAIT_CHECK(it != class_of_symbol_.end());
  return classes_[it->second].id;
}

uint32_t Unit::endOfRuntimeTid(std::string_view symbol) {
  auto it = class_of_symbol_.find(symbol);
  KRAIT_CHECK(it != class_of_symbol_.end());
  return classes_[it->second].end_id;
}

void Unit::emitClasses() {
  std::vector<const ClassInfo*> by_id(classes_.size() + 1);
  for (const ClassInfo& info : classes_) by_id[info.id] = &info;

  // struct TypeInfo
  auto* record_type =
      llvm::StructType::get(context, {ptr, ptr, i32, i32, i32, i32, ptr, ptr, ptr, ptr, ptr});
  std::vector<llvm::Constant*> table = {llvm::ConstantPointerNull::get(ptr)};
  std::string symbols;
  auto constant32 = [&](uint32_t v) { return llvm::ConstantInt::get(i32, v); };
  auto define = [&](const std::string& name, uint32_t value) {
    symbols +=
        ".globl " + quoted(name) + "\n.set " + quoted(name) + ", " + std::to_string(value) + "\n";
  };
  for (uint32_t id = 1; id < by_id.size(); ++id) {
    const ClassInfo& info = *by_id[id];
    const mir::Layout* layout = info.layout.valid() ? &module.layouts[info.layout] : nullptr;
    bool on_heap = layout ? !layout->value_only : numberingGroup(module, info) > 1;
    bool exception =
        layout ? layout->exception
               : id >= runtimeTid("BaseException") && id < endOfRuntimeTid("BaseException");
    uint32_t size = 0;
    if (exception && !layout)
      size = kExceptionSize;
    else if (info.symbol == "vtuple_any" && !layout)
      size = 24;
    else if (info.symbol == "complex" && !layout)
      size = 24;
    else if (layout && !layout->runtime && !layout->value_only)
      size = objectShape(info.layout).size;
    else if (layout && layout->exception)
      size = objectShape(info.layout).size;
    llvm::Constant* trace = traceFunction(info);
    uint32_t flags = 0;
    if (trace->isNullValue()) flags |= kTypeAcyclic;
    if (exception) flags |= kTypeException;
    if (variableSize(info.symbol) || (on_heap && size == 0)) flags |= kTypeVariableSize;
    llvm::Constant* del = delFunction(info);
    if (!del->isNullValue()) flags |= kTypeHasDel;
    llvm::Constant* fields[] = {cString(info.name),
                                cString(info.module),
                                constant32(id),
                                constant32(info.end_id),
                                constant32(size),
                                constant32(flags),
                                dropFunction(info),
                                trace,
                                excStrFunction(info),
                                llvm::ConstantPointerNull::get(ptr),
                                del};
    auto* record = new llvm::GlobalVariable(
        *llvm_module, record_type, /*isConstant=*/true, llvm::GlobalValue::InternalLinkage,
        llvm::ConstantStruct::get(record_type, fields), "typeinfo." + info.symbol);
    record->setAlignment(llvm::Align(8));
    table.push_back(record);
    define("kr_tid_" + info.symbol, id);
    define("kr_tid_end_" + info.symbol, info.end_id);
  }

  auto* table_type = llvm::ArrayType::get(ptr, table.size());
  auto* table_variable = new llvm::GlobalVariable(
      *llvm_module, table_type, /*isConstant=*/true, llvm::GlobalValue::ExternalLinkage,
      llvm::ConstantArray::get(table_type, table), "kr_type_table");
  table_variable->setDSOLocal(true);
  auto* count = new llvm::GlobalVariable(
      *llvm_module, i32, /*isConstant=*/true, llvm::GlobalValue::ExternalLinkage,
      constant32(static_cast<uint32_t>(table.size())), "kr_type_count");
  count->setDSOLocal(true);
  llvm_module->appendModuleInlineAsm(symbols);
}

}  // namespace krait::codegen
