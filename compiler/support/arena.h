// Memory that is freed all at once: takes trivially destructible values, gives pointers and views
// that live as long as the arena. Never runs a destructor.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Allocator.h>

#include <cstring>
#include <type_traits>

namespace cadre {

class Arena {
public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  /// A new value, owned by the arena.
  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return new (allocator_.Allocate<T>()) T{std::forward<Args>(args)...};
  }

  /// A copy of `text`, owned by the arena.
  llvm::StringRef copy(llvm::StringRef text) {
    if (text.empty()) return {};
    char* bytes = allocator_.Allocate<char>(text.size());
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
  }

  /// A copy of `values`, owned by the arena.
  template <class T>
  llvm::ArrayRef<T> copy(llvm::ArrayRef<T> values) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    if (values.empty()) return {};
    T* first = allocator_.Allocate<T>(values.size());
    std::uninitialized_copy(values.begin(), values.end(), first);
    return {first, values.size()};
  }
  template <class Container>
  auto copyOf(const Container& values) {
    return copy(llvm::ArrayRef<typename Container::value_type>(values));
  }

  [[nodiscard]] size_t bytes() const { return allocator_.getTotalMemory(); }

private:
  llvm::BumpPtrAllocator allocator_;
};

}  // namespace cadre
