// The long texts of `krait explain`: diag/explain/K*.md, embedded by tools/embed_explain.py.
#pragma once

#include <string_view>

namespace krait {

// The Markdown text that explains a diagnostic's code ("K0301"), or "" for an unknown code.
std::string_view explainText(std::string_view code);

}  // namespace krait
