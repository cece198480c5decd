#include "mir/verify_internal.h"
namespace krait::mir {
std::string checkOwnership(const Module&, const Function&) { return ""; }
}  // namespace krait::mir
