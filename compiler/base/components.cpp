#include "base/components.h"

#include <algorithm>

namespace krait {

Components::Components(const std::vector<std::vector<uint32_t>>& successors) {
  constexpr uint32_t kNone = 0xffffffffu;
  size_t n = successors.size();
  of.assign(n, kNone);
  std::vector<uint32_t> number(n, kNone), low(n, 0), open;
  uint32_t clock = 0;
  struct Frame {
    uint32_t node;
    uint32_t next;
  };
  std::vector<Frame> stack;
  for (uint32_t root = 0; root < n; ++root) {
    if (number[root] != kNone) continue;
    stack.push_back({root, 0});
    while (!stack.empty()) {
      Frame& frame = stack.back();
      uint32_t v = frame.node;
      if (frame.next == 0 && number[v] == kNone) {
        number[v] = low[v] = clock++;
        open.push_back(v);
      }
      if (frame.next < successors[v].size()) {
        uint32_t w = successors[v][frame.next++];
        if (number[w] == kNone)
          stack.push_back({w, 0});
        else if (of[w] == kNone)
          low[v] = std::min(low[v], number[w]);
        continue;
      }
      if (low[v] == number[v]) {
        auto& component = members.emplace_back();
        uint32_t w;
        do {
          w = open.back();
          open.pop_back();
          of[w] = static_cast<uint32_t>(members.size() - 1);
          component.push_back(w);
        } while (w != v);
        std::reverse(component.begin(), component.end());
        bool self = std::find(successors[v].begin(), successors[v].end(), v) != successors[v].end();
        cyclic.push_back(component.size() > 1 || self);
      }
      stack.pop_back();
      if (!stack.empty()) low[stack.back().node] = std::min(low[stack.back().node], low[v]);
    }
  }
}

}  // namespace krait
