// Literals and globals. Literals are immortal objects in writable memory (the hash is cached in
// them), one for each text.

#include <algorithm>

#include "base/check.h"
#include "codegen/unit.h"
#include "llvm/ADT/APInt.h"

namespace krait::codegen {
namespace {

// Decodes the literal's UTF-8, in which lone surrogates are three bytes like other characters.
std::vector<uint32_t> decode(std::string_view text) {
  std::vector<uint32_t> characters;
  for (size_t i = 0; i < text.size();) {
    auto byte = [&](size_t k) { return static_cast<unsigned char>(text[i + k]); };
    auto more = [&](size_t k) {
      KRAIT_CHECK(i + k < text.size() && (byte(k) & 0xC0) == 0x80);
      return byte(k) & 0x3Fu;
    };
    uint32_t first = byte(0);
    if (first < 0x80) {
      characters.push_back(first);
      i += 1;
    } else if (first < 0xE0) {
      characters.push_back((first & 0x1F) << 6 | more(1));
      i += 2;
    } else if (first < 0xF0) {
      characters.push_back((first & 0x0F) << 12 | more(1) << 6 | more(2));
      i += 3;
    } else {
      characters.push_back((first & 0x07) << 18 | more(1) << 12 | more(2) << 6 | more(3));
      i += 4;
    }
  }
  return characters;
}

llvm::GlobalVariable* makeLiteral(Unit& unit, llvm::Constant* value, const char* name) {
  auto* variable =
      new llvm::GlobalVariable(*unit.llvm_module, value->getType(), /*isConstant=*/false,
                               llvm::GlobalValue::PrivateLinkage, value, name);
  variable->setAlignment(llvm::Align(8));
  return variable;
}

llvm::Constant* header(Unit& unit, uint32_t tid) {
  return llvm::ConstantStruct::getAnon(
      {llvm::ConstantInt::get(unit.i32, static_cast<uint32_t>(kImmortal)),
       llvm::ConstantInt::get(unit.i32, tid << kTidShift)});
}

}  // namespace

llvm::Constant* Unit::strLiteral(std::string_view text) {
  llvm::Constant*& literal = literals_["s" + std::string(text)];
  if (literal) return literal;
  std::vector<uint32_t> characters = decode(text);
  uint32_t widest = 0;
  for (uint32_t c : characters) widest = std::max(widest, c);
  int64_t length = static_cast<int64_t>(characters.size());
  if (length == 0 || (length == 1 && widest < 0x100)) {
    // One of the strs that every program has: equal ones are mostly the same one.
    constexpr uint32_t kSize = 40, kEmpty = 256;
    auto* table = llvm::cast<llvm::GlobalVariable>(llvm_module->getOrInsertGlobal(
        "kr_str_table", llvm::ArrayType::get(i8, (kEmpty + 1) * kSize)));
    table->setDSOLocal(true);
    table->setAlignment(llvm::Align(8));
    return literal = llvm::ConstantExpr::getInBoundsGetElementPtr(
               i8, table, llvm::ConstantInt::get(i64, (length ? widest : kEmpty) * kSize));
  }
  characters.push_back(0);
  uint8_t kind = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  llvm::Constant* data;
  if (kind == 1) {
    std::vector<uint8_t> narrow(characters.begin(), characters.end());
    data = llvm::ConstantDataArray::get(context, narrow);
  } else if (kind == 2) {
    std::vector<uint16_t> narrow(characters.begin(), characters.end());
    data = llvm::ConstantDataArray::get(context, narrow);
  } else {
    data = llvm::ConstantDataArray::get(context, characters);
  }
  llvm::Constant* fields[] = {header(*this, runtimeTid("str")),
                              llvm::ConstantInt::getSigned(i64, -1),
                              llvm::ConstantInt::get(i64, length),
                              llvm::ConstantInt::get(i8, kind),
                              llvm::ConstantInt::get(i8, widest < 0x80 ? 1 : 0),
                              llvm::ConstantInt::get(i16, 0),
                              llvm::ConstantInt::get(i32, 0),
                              data};
  return literal = makeLiteral(*this, llvm::ConstantStruct::getAnon(fields), "str");
}

llvm::Constant* Unit::strLiteral(mir::SymId text) { return strLiteral(module.text(text)); }

llvm::Constant* Unit::bytesLiteral(mir::SymId text) {
  const std::string& data = module.text(text);
  llvm::Constant*& literal = literals_["b" + data];
  if (literal) return literal;
  llvm::Constant* fields[] = {header(*this, runtimeTid("bytes")),
                              llvm::ConstantInt::getSigned(i64, -1),
                              llvm::ConstantInt::get(i64, data.size()),
                              llvm::ConstantDataArray::getString(context, data, /*AddNull=*/true)};
  return literal = makeLiteral(*this, llvm::ConstantStruct::getAnon(fields), "bytes");
}

llvm::Constant* Unit::bigLiteral(mir::SymId decimal) {
  const std::string& text = module.text(decimal);
  llvm::Constant*& literal = literals_["i" + text];
  if (literal) return literal;
  bool negative = !text.empty() && text[0] == '-';
  llvm::StringRef digits = llvm::StringRef(text).drop_front(negative ? 1 : 0);
  KRAIT_CHECK(!digits.empty());
  unsigned bits = llvm::APInt::getSufficientBitsNeeded(digits, 10);
  llvm::APInt value(std::max(64u, (bits + 63) / 64 * 64), digits, 10);
  unsigned limbs = std::max(1u, (value.getActiveBits() + 63) / 64);
  std::vector<uint64_t> words(value.getRawData(), value.getRawData() + limbs);
  // A small value would break "equal words, equal ints".
  KRAIT_CHECK(value.getActiveBits() > 62);
  int64_t size = negative ? -static_cast<int64_t>(limbs) : static_cast<int64_t>(limbs);
  llvm::Constant* fields[] = {header(*this, runtimeTid("int")),
                              llvm::ConstantInt::getSigned(i64, size),
                              llvm::ConstantDataArray::get(context, words)};
  llvm::GlobalVariable* object = makeLiteral(*this, llvm::ConstantStruct::getAnon(fields), "int");
  llvm::Constant* one = llvm::ConstantInt::get(i64, 1);
  llvm::Constant* tagged = llvm::ConstantExpr::getInBoundsGetElementPtr(i8, object, one);
  return literal = llvm::ConstantExpr::getPtrToInt(tagged, i64);
}

llvm::Constant* Unit::stopObject() {
  if (auto* old = llvm_module->getNamedGlobal("kr_stop_iteration")) return old;
  const ClassInfo& info = classes_[class_of_symbol_.find("StopIteration")->second];
  uint32_t size = info.layout.valid() ? objectShape(info.layout).size : kExceptionSize;
  llvm::Constant* fields[] = {
      header(*this, info.id),
      llvm::ConstantAggregateZero::get(llvm::ArrayType::get(i8, size - kHeaderSize))};
  llvm::Constant* value = llvm::ConstantStruct::getAnon(fields);
  auto* object =
      new llvm::GlobalVariable(*llvm_module, value->getType(), /*isConstant=*/false,
                               llvm::GlobalValue::ExternalLinkage, value, "kr_stop_iteration");
  object->setAlignment(llvm::Align(8));
  object->setDSOLocal(true);
  return object;
}

llvm::Constant* Unit::cString(std::string_view text) {
  llvm::Constant*& old = c_strings_[text];
  if (old) return old;
  auto* data = llvm::ConstantDataArray::getString(context, text, /*AddNull=*/true);
  auto* variable = new llvm::GlobalVariable(*llvm_module, data->getType(), /*isConstant=*/true,
                                            llvm::GlobalValue::PrivateLinkage, data, "text");
  variable->setUnnamedAddr(llvm::GlobalValue::UnnamedAddr::Global);
  variable->setAlignment(llvm::Align(1));
  return old = variable;
}

llvm::GlobalVariable* Unit::global(mir::GlobalId id) {
  if (globals_.size() < module.globals.size()) globals_.resize(module.globals.size());
  llvm::GlobalVariable*& variable = globals_[id.index];
  if (variable) return variable;
  const mir::Global& global = module.globals[id];
  const ValueShape& value = shape(global.type);
  llvm::Type* type = value.leaves.size() == 1
                         ? leafMemoryType(value.leaves[0].kind)
                         : static_cast<llvm::Type*>(llvm::ArrayType::get(i8, value.size));
  variable = new llvm::GlobalVariable(
      *llvm_module, type, /*isConstant=*/false, llvm::GlobalValue::InternalLinkage,
      llvm::Constant::getNullValue(type), "global." + global.symbol);
  variable->setAlignment(llvm::Align(value.align));
  return variable;
}

}  // namespace krait::codegen
