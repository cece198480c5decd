// The wrong forms that have messages of their own.
#include "parse/parser.h"

namespace krait {

using namespace ast;

Expr* Parser::remember(Rule rule, Expr* (Parser::*parse)()) {
  if (raised_) return nullptr;
  const uint64_t key = static_cast<uint64_t>(p_) << 8 | static_cast<uint8_t>(rule);
  auto it = memo_.find(key);
  if (it != memo_.end()) {
    p_ = it->second.end;
    return it->second.result;
  }
  Expr* e = (this->*parse)();
  memo_[key] = {e, p_};
  return e;
}

bool Parser::invalidNamedExpression() { return false; }
bool Parser::invalidExpression() { return false; }
bool Parser::invalidBracketed() { return false; }
bool Parser::invalidArguments() { return false; }
bool Parser::invalidForTarget() { return false; }
bool Parser::invalidStatement() { return false; }
std::nullptr_t Parser::invalidImportTarget() { return fail(); }
std::nullptr_t Parser::invalidImportNames(size_t) { return fail(); }
bool Parser::invalidWithTarget(uint32_t) { return false; }
bool Parser::invalidExcept(bool) { return false; }
bool Parser::invalidParameters(bool) { return false; }
bool Parser::invalidField(uint32_t, const char*) { return false; }
bool Parser::missingBrace(const char*) {
  fail();
  return false;
}

}  // namespace krait
